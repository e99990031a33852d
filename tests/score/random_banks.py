"""Random banks and assessments for hypothesis: every construct of the contract, small enough to shrink well."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

Plain = dict[str, Any]
LEVELS = ("negligible", "limited", "significant", "maximum")
GROUPS = ("children", "patients", "violence_victims")
KINDS = ("prevent", "detect", "recover", "data_absent")
OPTIONS = ("o0", "o1", "o2")
TEXT = {"ja": "x", "en": "x"}
METHOD: Plain = {
    "severity": list(LEVELS),
    "likelihood": list(LEVELS),
    "levels": ["low", "medium", "high", "very_high"],
    "matrix": {
        "negligible": ["low", "low", "low", "medium"],
        "limited": ["low", "medium", "medium", "high"],
        "significant": ["medium", "medium", "high", "very_high"],
        "maximum": ["high", "high", "very_high", "very_high"],
    },
    "safeguards": {
        "implemented_lowers_at_most": 1, "verified_lowers_at_most": 2, "likelihood_steps": 2, "severity_steps": 1,
    },
    "acceptance": {"low": "owner", "medium": "department_head", "high": "deputy_mayor", "very_high": "nobody"},
}  # fmt: skip


def atoms_over(questions: list[Plain]) -> SearchStrategy[Plain]:
    """Comparisons with the questions so far, or with facts."""
    facts = st.sampled_from([
        {"data": "categories", "includes": "health"},
        {"data": "captures", "includes_none": ["drone"]},
        {"data": "countries", "includes_other_than": ["JP"]},
        {"data": "people_total", "at_least": 100},
        {"data": "people_largest", "below": 500},
    ])  # fmt: skip
    return st.one_of(facts, *(atoms_of(one) for one in questions if one["type"] != "safeguard"))


def atoms_of(question: Plain) -> SearchStrategy[Plain]:
    """Comparisons that fit a question's type."""
    name = {"question": question["id"]}
    some = st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=2, unique=True)
    if question["type"] == "yes_no":
        return st.builds(
            lambda word, value: {**name, word: value}, st.sampled_from(["is", "is_not"]), st.sampled_from(["yes", "no"])
        )
    if question["type"] == "choice":
        return st.builds(lambda word, value: {**name, word: value}, st.sampled_from(["is", "is_not"]), some)
    if question["type"] == "choices":
        return st.builds(
            lambda word, value: {**name, word: value}, st.sampled_from(["includes", "includes_none"]), some
        )
    words = st.sampled_from(["at_least", "at_most", "above", "below"])
    return st.builds(lambda word, value: {**name, word: value}, words, st.integers(0, 10))


def conditions(questions: list[Plain]) -> SearchStrategy[Plain]:
    """Conditions over the questions so far, up to a few levels deep."""

    def joined(inner: SearchStrategy[Plain]) -> SearchStrategy[Plain]:
        several = st.lists(inner, min_size=1, max_size=3)
        return st.one_of(
            several.map(lambda parts: {"all": parts}),
            several.map(lambda parts: {"any": parts}),
            several.map(lambda parts: {"at_least": (len(parts) + 1) // 2, "of": parts}),
        )

    return st.recursive(atoms_over(questions), joined, max_leaves=4)


@composite
def banks(draw: DrawFn) -> Plain:
    """A sound bank."""
    questions: list[Plain] = []
    sections: list[Plain] = []
    for section in range(draw(st.integers(1, 2))):
        own: list[Plain] = []
        part: Plain = {"id": f"x_s{section}", "title": TEXT, "questions": own}
        if questions and draw(st.sampled_from([True, False])):
            part["ask_when"] = draw(conditions(questions))
        for _ in range(draw(st.integers(2, 5))):
            question = draw(one_question(len(questions)))
            if questions and draw(st.sampled_from([True, False])):
                question["ask_when"] = draw(conditions(questions))
            questions.append(question)
            own.append(question)
        sections.append(part)
    safeguards = [one["id"] for one in questions if one["type"] == "safeguard"]
    kinds = {one["id"]: one.get("kind") for one in questions}
    risks = [draw(one_risk(number, questions, safeguards, kinds)) for number in range(draw(st.integers(1, 3)))]
    lines = [{"id": "x_l", "text": TEXT, "crossed_when": draw(conditions(questions))}]
    decision: Plain = {"id": "x_d", "role": "threshold", "outcomes": ["none", "brief", "full"], "base": "none"}
    decision["rows"] = [
        {"outcome": draw(st.sampled_from(["brief", "full"])), "when": draw(conditions(questions)), "because": TEXT}
        for _ in range(draw(st.integers(0, 3)))
    ]
    head = {"bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja", "en"], "title": TEXT}
    return {
        **head,
        "method": METHOD,
        "groups": list(GROUPS),
        "sections": sections,
        "risks": risks,
        "red_lines": lines,
        "decisions": [decision],
    }


@composite
def one_question(draw: DrawFn, number: int) -> Plain:
    """A question of any type that is scored."""
    kind = draw(st.sampled_from(["yes_no", "choice", "choices", "number", "safeguard", "safeguard"]))
    question: Plain = {"id": f"x_q{number}", "type": kind, "text": TEXT, "may_not_apply": draw(st.booleans())}
    if kind in ("choice", "choices"):
        question["options"] = [{"id": one, "label": TEXT} for one in OPTIONS]
    if kind == "safeguard":
        question["kind"] = draw(st.sampled_from(KINDS))
    return question


@composite
def one_risk(draw: DrawFn, number: int, questions: list[Plain], safeguards: list[str], kinds: dict[str, Any]) -> Plain:
    """A risk with rows for everyone and for groups."""
    risk: Plain = {"id": f"x_r{number}", "title": TEXT, "irreversible": draw(st.booleans())}
    if draw(st.booleans()):
        risk["applies_when"] = draw(conditions(questions))
    for axis in ("severity", "likelihood"):
        rows = []
        for _ in range(draw(st.integers(0, 3))):
            row = {"level": draw(st.sampled_from(LEVELS)), "when": draw(conditions(questions)), "because": TEXT}
            if draw(st.booleans()):
                row["for"] = draw(st.sampled_from(GROUPS))
            rows.append(row)
        risk[axis] = {"base": draw(st.sampled_from(LEVELS)), "rows": rows}
    used = draw(st.lists(st.sampled_from(safeguards), unique=True)) if safeguards else []
    risk["safeguards"] = [{"question": one, "lowers": draw(lowers(kinds[one]))} for one in used]
    return risk


def lowers(kind: str) -> SearchStrategy[Plain]:
    """Steps that a kind of safeguard may lower by."""
    likelihood = st.integers(1, 2).map(lambda steps: {"likelihood": steps})
    both = st.just({"severity": 1, "likelihood": 1})
    return st.one_of(likelihood, both) if kind == "data_absent" else likelihood


@composite
def answers_to(draw: DrawFn, bank: Plain) -> Plain:
    """Answers in every state: missing, unknown, not applicable, by a vendor, with and without evidence."""
    answers: Plain = {}
    for question in (one for section in bank["sections"] for one in section["questions"]):
        answer = draw(st.one_of(st.just(None), st.just("unknown"), value_of(question), long_form(question)))
        if answer is not None:
            answers[question["id"]] = answer
    return answers


def value_of(question: Plain) -> SearchStrategy[Any]:
    """A plain answer that fits the type."""
    return {
        "yes_no": st.sampled_from(["yes", "no"]),
        "choice": st.sampled_from(OPTIONS),
        "choices": st.lists(st.sampled_from(OPTIONS), unique=True),
        "number": st.integers(0, 10),
        "safeguard": st.sampled_from(["absent", "planned", "implemented", "verified"]),
    }[question["type"]]


@composite
def long_form(draw: DrawFn, question: Plain) -> Plain:
    """An answer with some of the long form's keys."""
    extras = {
        "owner": "Abe", "due": "2027-06-01", "evidence": ["e"], "verified_by": draw(st.sampled_from(["Abe", "Ito"])),
        "evidence_until": draw(st.sampled_from(["2026-01-01", "2028-01-01"])),
        "verified_on": "2026-12-01", "method": "test",
        "by": draw(st.sampled_from(["vendor", "Abe"])), "confirmed_by": "Sato", "agreed_by": "Sato", "note": "n",
    }  # fmt: skip
    keys = draw(st.sets(st.sampled_from(sorted(extras))))
    value = draw(st.one_of(value_of(question), st.just("not_applicable")))
    return {"answer": value, **{key: extras[key] for key in sorted(keys)}}


@composite
def inventories(draw: DrawFn) -> Plain:
    """A data inventory: absent, with gaps, or complete."""
    if draw(st.booleans()):
        return {}
    known: dict[str, SearchStrategy[Any]] = {
        "categories": st.lists(st.sampled_from(["health", "contact"]), max_size=2),
        "captures": st.lists(st.sampled_from(["drone", "form"]), max_size=2),
        "people": st.sampled_from([50, 400, 2000, "unknown"]),
        "location": st.sampled_from([{"country": "JP"}, {"country": "US"}]),
    }
    said = st.sets(st.sampled_from(sorted(known)))
    items = [
        {"id": f"d{number}", "name": "d", **{key: draw(known[key]) for key in sorted(draw(said))}}
        for number in range(draw(st.integers(0, 2)))
    ]
    whole: Plain = {"data": items}
    return whole | ({"data_complete": "yes"} if draw(st.booleans()) else {})


@composite
def cases(draw: DrawFn) -> tuple[Plain, Plain]:
    """A bank and an assessment of it."""
    bank = draw(banks())
    head = {"assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"}}
    excluded = draw(st.lists(st.sampled_from(GROUPS), max_size=2, unique=True))
    groups = [{"group": one, "why": "w", **({"agreed_by": "Sato"} if draw(st.booleans()) else {})} for one in excluded]
    return bank, {**head, "answers": draw(answers_to(bank)), **draw(inventories()), "groups_excluded": groups}
