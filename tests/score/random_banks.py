"""Random banks and assessments for hypothesis: every construct of the contract, small enough to shrink well.

Strategies are made once, up here, and drawn from by plain functions: to make one costs ten times what a draw does.
"""

from functools import cache
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
FACTS: tuple[Plain, ...] = (
    {"data": "categories", "includes": "health"},
    {"data": "captures", "includes_none": ["drone"]},
    {"data": "countries", "includes_other_than": ["JP"]},
    {"data": "people_total", "at_least": 100},
    {"data": "people_largest", "below": 500},
)
MOST_LEAVES, MOST_DEEP = 4, 3  # of a condition

COIN = st.booleans()
LEVEL = st.sampled_from(LEVELS)
GROUP = st.sampled_from(GROUPS)
FACT = st.sampled_from(FACTS)
JOINT = st.sampled_from(("", "", "", "all", "any", "at_least"))
TYPE = st.sampled_from(("yes_no", "choice", "choices", "number", "safeguard", "safeguard"))
KIND = st.sampled_from(KINDS)
OUTCOME = st.sampled_from(("brief", "full"))
_SOME = st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=2, unique=True)
# What a question of each type is compared with, and how.
COMPARED: dict[str, SearchStrategy[tuple[str, Any]]] = {
    "yes_no": st.tuples(st.sampled_from(("is", "is_not")), st.sampled_from(("yes", "no"))),
    "choice": st.tuples(st.sampled_from(("is", "is_not")), _SOME),
    "choices": st.tuples(st.sampled_from(("includes", "includes_none")), _SOME),
    "number": st.tuples(st.sampled_from(("at_least", "at_most", "above", "below")), st.integers(0, 10)),
}
VALUES: dict[str, SearchStrategy[Any]] = {
    "yes_no": st.sampled_from(("yes", "no")),
    "choice": st.sampled_from(OPTIONS),
    "choices": st.lists(st.sampled_from(OPTIONS), unique=True),
    "number": st.integers(0, 10),
    "safeguard": st.sampled_from(("absent", "planned", "implemented", "verified")),
}
STATE = st.sampled_from(("missing", "unknown", "plain", "long"))
EXTRAS: dict[str, SearchStrategy[Any]] = {
    "owner": st.just("Abe"),
    "due": st.just("2027-06-01"),
    "evidence": st.just("e").map(lambda one: [one]),
    "evidence_until": st.sampled_from(("2026-01-01", "2028-01-01")),
    "verified_by": st.sampled_from(("Abe", "Ito")),
    "verified_on": st.just("2026-12-01"),
    "method": st.just("test"),
    "by": st.sampled_from(("vendor", "Abe")),
    "confirmed_by": st.just("Sato"),
    "agreed_by": st.just("Sato"),
    "note": st.just("n"),
}
LONG = st.fixed_dictionaries({}, optional=EXTRAS)
_DATA: dict[str, SearchStrategy[Any]] = {
    "categories": st.lists(st.sampled_from(("health", "contact")), max_size=2),
    "captures": st.lists(st.sampled_from(("drone", "form")), max_size=2),
    "people": st.sampled_from((50, 400, 2000, "unknown")),
    "location": st.sampled_from(({"country": "JP"}, {"country": "US"})),
}
ITEMS = st.lists(st.fixed_dictionaries({}, optional=_DATA), max_size=2)
EXCLUDED = st.lists(st.tuples(GROUP, COIN), max_size=2, unique_by=lambda one: one[0])


@cache
def between(least: int, most: int) -> SearchStrategy[int]:
    """A number, from the least to the most."""
    return st.integers(least, most)


@cache
def some_of(names: tuple[str, ...]) -> SearchStrategy[list[str]]:
    """None, some or all of these, in any order."""
    return st.lists(st.sampled_from(names), unique=True)


def atom(draw: DrawFn, questions: list[Plain]) -> Plain:
    """A comparison with one of the questions so far, or with facts."""
    compared = [one for one in questions if one["type"] != "safeguard"]
    at = draw(between(0, len(compared)))
    if not at:
        return dict(draw(FACT))
    word, value = draw(COMPARED[compared[at - 1]["type"]])
    return {"question": compared[at - 1]["id"], word: value}


def condition(
    draw: DrawFn, questions: list[Plain], leaves: int = MOST_LEAVES, deep: int = MOST_DEEP
) -> tuple[Plain, int]:
    """A condition over the questions so far, and how many comparisons it has."""
    joint = draw(JOINT) if deep else ""
    if not joint:
        return atom(draw, questions), 1
    parts: list[Plain] = []
    used = 0
    for to_come in reversed(range(draw(between(1, min(3, leaves))))):
        part, more = condition(draw, questions, leaves - used - to_come, deep - 1)
        parts.append(part)
        used += more
    return ({"at_least": (len(parts) + 1) // 2, "of": parts} if joint == "at_least" else {joint: parts}), used


@composite
def conditions(draw: DrawFn, questions: list[Plain]) -> Plain:
    """Conditions over the questions so far, up to a few levels deep."""
    return condition(draw, questions)[0]


@composite
def banks(draw: DrawFn) -> Plain:
    """A sound bank."""
    questions: list[Plain] = []
    sections = [one_section(draw, number, questions) for number in range(draw(between(1, 2)))]
    risks = [one_risk(draw, number, questions) for number in range(draw(between(1, 3)))]
    lines = [{"id": "x_l", "text": TEXT, "crossed_when": condition(draw, questions)[0]}]
    decision: Plain = {"id": "x_d", "role": "threshold", "outcomes": ["none", "brief", "full"], "base": "none"}
    decision["rows"] = [
        {"outcome": draw(OUTCOME), "when": condition(draw, questions)[0], "because": TEXT}
        for _ in range(draw(between(0, 3)))
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


def one_section(draw: DrawFn, number: int, questions: list[Plain]) -> Plain:
    """A section of questions, which are added to those so far."""
    own: list[Plain] = []
    part: Plain = {"id": f"x_s{number}", "title": TEXT, "questions": own}
    if draw(COIN) and questions:
        part["ask_when"] = condition(draw, questions)[0]
    for _ in range(draw(between(2, 5))):
        question = one_question(draw, len(questions))
        if draw(COIN) and questions:
            question["ask_when"] = condition(draw, questions)[0]
        questions.append(question)
        own.append(question)
    return part


def one_question(draw: DrawFn, number: int) -> Plain:
    """A question of any type that is scored."""
    kind = draw(TYPE)
    question: Plain = {"id": f"x_q{number}", "type": kind, "text": TEXT, "may_not_apply": draw(COIN)}
    if kind in ("choice", "choices"):
        question["options"] = [{"id": one, "label": TEXT} for one in OPTIONS]
    if kind == "safeguard":
        question["kind"] = draw(KIND)
    return question


def one_risk(draw: DrawFn, number: int, questions: list[Plain]) -> Plain:
    """A risk with rows for everyone and for groups."""
    risk: Plain = {"id": f"x_r{number}", "title": TEXT, "irreversible": draw(COIN)}
    if draw(COIN):
        risk["applies_when"] = condition(draw, questions)[0]
    for axis in ("severity", "likelihood"):
        rows = []
        for _ in range(draw(between(0, 3))):
            row = {"level": draw(LEVEL), "when": condition(draw, questions)[0], "because": TEXT}
            if draw(COIN):
                row["for"] = draw(GROUP)
            rows.append(row)
        risk[axis] = {"base": draw(LEVEL), "rows": rows}
    kinds = {one["id"]: one["kind"] for one in questions if one["type"] == "safeguard"}
    used = draw(some_of(tuple(kinds))) if kinds else []
    risk["safeguards"] = [{"question": one, "lowers": lowers(draw, kinds[one])} for one in used]
    return risk


def lowers(draw: DrawFn, kind: str) -> Plain:
    """Steps that a kind of safeguard may lower by."""
    if kind == "data_absent" and draw(COIN):
        return {"severity": 1, "likelihood": 1}
    return {"likelihood": draw(between(1, 2))}


@composite
def answers_to(draw: DrawFn, bank: Plain) -> Plain:
    """Answers in every state: missing, unknown, not applicable, by a vendor, with and without evidence."""
    answers: Plain = {}
    for question in (one for section in bank["sections"] for one in section["questions"]):
        state = draw(STATE)
        if state == "unknown":
            answers[question["id"]] = "unknown"
        elif state == "plain":
            answers[question["id"]] = draw(value_of(question))
        elif state == "long":
            answers[question["id"]] = long_form(draw, question)
    return answers


def value_of(question: Plain) -> SearchStrategy[Any]:
    """A plain answer that fits the type."""
    return VALUES[question["type"]]


def long_form(draw: DrawFn, question: Plain) -> Plain:
    """An answer with some of the long form's keys."""
    value = "not_applicable" if draw(COIN) else draw(value_of(question))
    return {"answer": value, **draw(LONG)}


@composite
def inventories(draw: DrawFn) -> Plain:
    """A data inventory: absent, with gaps, or complete."""
    if draw(COIN):
        return {}
    items = [{"id": f"d{number}", "name": "d", **one} for number, one in enumerate(draw(ITEMS))]
    whole: Plain = {"data": items}
    return whole | ({"data_complete": "yes"} if draw(COIN) else {})


@composite
def cases(draw: DrawFn) -> tuple[Plain, Plain]:
    """A bank and an assessment of it."""
    bank = draw(banks())
    head = {"assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"}}
    groups = [{"group": one, "why": "w", **({"agreed_by": "Sato"} if agreed else {})} for one, agreed in draw(EXCLUDED)]
    return bank, {**head, "answers": draw(answers_to(bank)), **draw(inventories()), "groups_excluded": groups}
