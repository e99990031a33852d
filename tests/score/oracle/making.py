"""Random banks and assessments from a number: every construct of the contract, at shares that `shares.py` holds.

Not hypothesis, which the laws use: 10,000 cases in a pool have to be quick, the same for everybody, and each is named
by a number.
"""

from decimal import Decimal
from random import Random
from typing import Any

Plain = dict[str, Any]

AS_OF = "2027-01-01"
TEXT = {"ja": "x", "en": "x"}
GROUPS = ("children", "patients", "violence_victims", "bystanders")
KINDS = ("prevent", "detect", "recover", "data_absent")
STATES = ("absent", "planned", "implemented", "verified")
OPTIONS = ("o0", "o1", "o2")
DATES = ("2026-01-01", "2026-12-31", "2027-01-01", "2028-01-01")
HAPPENED = ("2026-11-30", "2026-12-01", "2027-01-01", "2027-01-02")
PERSONS = ("Abe", "abe", "Ito", " ")
SCALE = ("negligible", "limited", "significant", "maximum")
WORDS = {
    "categories": ("health", "contact", "location"),
    "groups": ("children", "patients"),
    "identifiers": ("my_number", "card"),
    "captures": ("drone", "form"),
    "countries": ("JP", "US"),
    "recipients": ("business", "police", "resident"),
    "regimes": ("public", "private"),
}
ACTOR_KINDS = {"business": ("private",), "police": ("public",), "hospital": ("public", "private")}
QUESTION_TYPES = ("yes_no", "choice", "choices", "number", "date", "text", *("safeguard",) * 4)
ORDERS = ("at_least", "at_most", "above", "below")
PROVEN: Plain = {
    "owner": "Abe", "due": "2027-06-01", "evidence": ["e"], "verified_by": "Ito", "verified_on": "2026-12-01",
    "method": "test",
}  # fmt: skip
METHOD: Plain = {
    "severity": list(SCALE),
    "likelihood": list(SCALE),
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
    "acceptance": {},
}  # fmt: skip


class Maker:
    """Makes the case of a number."""

    def __init__(self, number: int) -> None:
        """Each number is one case, today and tomorrow."""
        self.random = Random(number)  # noqa: S311 - nobody is to be surprised by it
        self.questions: list[Plain] = []

    def perhaps(self, share: float) -> bool:
        """Whether this time."""
        return self.random.random() < share

    def some(self, words: tuple[str, ...], least: int = 0, most: int = 2) -> list[str]:
        """A few different ones."""
        return self.random.sample(words, self.random.randint(least, min(most, len(words))))

    def case(self) -> Plain:
        """A bank, an assessment, a day, and which of the listed files are not there."""
        bank = self.bank()
        return {"bank": bank, "assessment": self.assessment(bank), "as_of": AS_OF, "missing": ["gone"]}

    # ------------------------------------------------------------------------------------------------- the bank

    def bank(self) -> Plain:
        """A sound bank that extends nothing."""
        method = self.method() if self.perhaps(0.4) else METHOD
        sections = [self.section(number) for number in range(3)]
        return {
            "bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja", "en"], "title": TEXT,
            "method": method,
            "sections": sections,
            "risks": [self.risk(number, method) for number in range(self.random.randint(1, 4))],
            "red_lines": [
                {"id": f"x_l{number}", "text": TEXT, "crossed_when": self.condition(safeguards=True)}
                for number in range(self.random.randint(1, 2))
            ],
            "decisions": [self.decision(number) for number in range(self.random.randint(1, 2))],
            "indices": self.indices([one["id"] for one in sections]),
            "groups": [self.group(one) for one in (*GROUPS[:2], *self.some(GROUPS[2:]))] if self.perhaps(0.8) else [],
        }  # fmt: skip

    def method(self) -> Plain:
        """Other scales, another matrix (monotone both ways), other steps."""
        severity = ["slight", *SCALE[1 : self.random.randint(3, 4)]]
        likelihood = [f"p{number}" for number in range(self.random.randint(2, 5))]
        levels = [f"n{number}" for number in range(self.random.randint(2, 5))]
        rows: dict[str, list[str]] = {}
        above = [0] * len(likelihood)
        for one in severity:
            ranks: list[int] = []
            for floor in above:
                least = max([floor, *ranks[-1:]])
                ranks.append(min(len(levels) - 1, least + self.random.choice((0, 0, 1, 1, 2))))
            rows[one], above = [levels[rank] for rank in ranks], ranks
        rules = METHOD["safeguards"].items()
        steps = {key: self.random.randint(0, 2) if self.perhaps(0.3) else value for key, value in rules}
        steps["verified_lowers_at_most"] = max(steps["verified_lowers_at_most"], steps["implemented_lowers_at_most"])
        scales = {"severity": severity, "likelihood": likelihood, "levels": levels}
        return {**scales, "matrix": rows, "safeguards": steps, "acceptance": {}}

    def section(self, number: int) -> Plain:
        """Some questions, perhaps behind a gate."""
        own: list[Plain] = []
        part: Plain = {"id": f"x_s{number}", "title": TEXT, "questions": own}
        if self.questions and self.perhaps(0.45):
            part["ask_when"] = self.condition()
        for _ in range(self.random.randint(2, 5)):
            question = self.question(len(self.questions))
            if self.questions and self.perhaps(0.2 if question["type"] == "safeguard" else 0.45):
                question["ask_when"] = self.condition()
            self.questions.append(question)
            own.append(question)
        return part

    def question(self, number: int) -> Plain:
        """A question of any type."""
        kind = self.random.choice(QUESTION_TYPES)
        question: Plain = {"id": f"x_q{number}", "type": kind, "text": TEXT, "may_not_apply": self.perhaps(0.6)}
        if kind in ("choice", "choices"):
            question["options"] = [{"id": one, "label": TEXT} | self.points() for one in OPTIONS]
            question["options"][2] |= {"exclusive": True} if kind == "choices" and self.perhaps(0.5) else {}
        if kind == "number" and self.perhaps(0.5):
            question |= {"min": 0, "max": 8}
        if kind == "safeguard":
            question["kind"] = self.random.choice(KINDS)
        return question

    def points(self) -> Plain:
        """Of an option."""
        return {"points": Decimal(self.random.choice(("0", "1", "2", "2.5", "4")))} if self.perhaps(0.7) else {}

    def condition(self, depth: int = 2, *, safeguards: bool = False) -> Plain:
        """A condition over the questions so far and the facts."""
        if depth == 0 or self.perhaps(0.5):
            return self.atom(safeguards=safeguards)
        parts = [self.condition(depth - 1, safeguards=safeguards) for _ in range(self.random.randint(1, 3))]
        word = self.random.choice(("all", "any", "of"))
        if word == "of":
            return {"at_least": self.random.randint(1, len(parts)), "of": parts}
        return {word: parts}

    def atom(self, *, safeguards: bool) -> Plain:
        """One comparison."""
        wanted = [one for one in self.questions if one["type"] not in ("text", *(() if safeguards else ("safeguard",)))]
        if not wanted or self.perhaps(0.3):
            return self.fact_atom()
        question = self.random.choice(wanted)
        name, kind = {"question": question["id"]}, question["type"]
        if kind == "number":
            return {**name, self.random.choice(ORDERS): self.random.choice((0, 2, 5, Decimal("2.5")))}
        if kind == "date":
            return {**name, self.random.choice(ORDERS): self.random.choice(DATES)}
        words = ("includes", "includes_none") if kind == "choices" else ("is", "is_not")
        return {**name, self.random.choice(words): self.values(answers_of(question))}

    def values(self, words: tuple[str, ...]) -> str | list[str]:
        """One word, or a list of them."""
        return self.random.choice(words) if self.perhaps(0.4) else self.some(words, least=1)

    def fact_atom(self) -> Plain:
        """One comparison with a fact of the inventory."""
        if self.perhaps(0.4):
            name = self.random.choice(("people_largest", "people_total", "handlers"))
            return {"data": name, self.random.choice(ORDERS): self.random.choice((50, 100, 450, 1000))}
        fact = self.random.choice(tuple(WORDS))
        word = self.random.choice(("includes", "includes_none", "includes_other_than"))
        return {"data": fact, word: self.values(WORDS[fact])}

    def risk(self, number: int, method: Plain) -> Plain:
        """A risk with rows for everyone and for groups."""
        risk: Plain = {"id": f"x_r{number}", "title": TEXT, "irreversible": self.perhaps(0.25)}
        if self.perhaps(0.4):
            risk["applies_when"] = self.condition()
        for axis in ("severity", "likelihood"):
            rows = [self.row(method[axis]) for _ in range(self.random.randint(0, 3))]
            risk[axis] = {"base": self.random.choice(method[axis]), "rows": rows}
        safeguards = [one for one in self.questions if one["type"] == "safeguard"]
        used = self.random.sample(safeguards, self.random.randint(0, len(safeguards)))
        risk["safeguards"] = [{"question": one["id"], "lowers": self.lowers(one["kind"])} for one in used]
        return risk

    def row(self, scale: list[str]) -> Plain:
        """A rung."""
        row: Plain = {"level": self.random.choice(scale), "when": self.condition(), "because": TEXT}
        return row | ({"for": self.random.choice(GROUPS)} if self.perhaps(0.4) else {})

    def lowers(self, kind: str) -> Plain:
        """Steps; of severity only where the data is absent."""
        steps: Plain = {"likelihood": self.random.randint(1, 2)}
        if kind == "data_absent" and self.perhaps(0.7):
            return {"severity": self.random.randint(1, 2)} | (steps if self.perhaps(0.5) else {})
        return steps

    def decision(self, number: int) -> Plain:
        """A ladder of outcomes."""
        outcomes = ["none", "brief", "full"]
        rows = [
            {"outcome": self.random.choice(outcomes), "when": self.condition(), "because": TEXT}
            for _ in range(self.random.randint(0, 3))
        ]
        base = self.random.choice(("none", "none", "brief"))
        decision: Plain = {"id": f"x_d{number}", "outcomes": outcomes, "base": base, "rows": rows}
        return decision | ({"applies_when": self.condition()} if self.perhaps(0.4) else {})

    def group(self, name: str) -> Plain:
        """A group of the vocabulary; some cannot be taken out while a fact holds."""
        return {"id": name, "label": name} | ({"stays_when": self.fact_atom()} if self.perhaps(0.5) else {})

    def indices(self, sections: list[str]) -> list[Plain]:
        """A sum, another with its own maximum, and one made from the first by a deduction; bands on any."""
        of = self.some(tuple(sections), least=1, most=3)
        summed: Plain = {"id": "x_raw", "points_of": of} | self.bands(0.4)
        other: Plain = {"id": "x_mit", "points_of": self.some(tuple(sections), least=1)}
        if self.perhaps(0.6):
            other["maximum"] = self.random.choice((0, 5, 10, Decimal("12.5"), 20))
        changed: Plain = {"id": "x_cur", "from": "x_raw"} | self.bands(0.9)
        if self.perhaps(0.9):
            changed["times"] = {"factor": self.random.choice(("0.85", "0.5", Decimal("0.25"), "1.2"))}
            if self.perhaps(0.8):
                share = self.random.choice(("0.1", "0.4", "0.8"))
                changed["times"]["when"] = {"index": "x_mit", "at_least_share": share}
            changed["times"] |= {"round": "half_up"} if self.perhaps(0.6) else {}
        return [summed, other, changed] if self.perhaps(0.8) else []

    def bands(self, share: float) -> Plain:
        """Upper bounds, the last open."""
        if not self.perhaps(share):
            return {}
        bounds = ("0.25", "0.5", "0.75")[: self.random.choice((1, 3, 3))]
        closed = [{"id": f"b{number}", "label": TEXT, "up_to_share": one} for number, one in enumerate(bounds)]
        return {"bands": [*closed, {"id": "open", "label": TEXT}]}

    # ------------------------------------------------------------------------------------------- the assessment

    def assessment(self, bank: Plain) -> Plain:
        """Answers in every state, an inventory with gaps or without, groups taken out, overrides."""
        head = {"assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"}}
        answers = {one["id"]: self.answer(one) for one in self.questions if self.perhaps(0.92)}
        excluded = [
            {"group": one["id"], "why": "w"} | ({"agreed_by": "Sato"} if self.perhaps(0.7) else {})
            for one in bank["groups"] if self.perhaps(0.5)
        ]  # fmt: skip
        levels = [*bank["method"]["levels"], "none"]
        overrides = {one["id"]: self.override(levels) for one in bank["risks"] if self.perhaps(0.6)}
        said = {"answers": answers, "groups_excluded": excluded, "overrides": overrides, **self.inventory()}
        return {**head, **said, **self.happened([one["id"] for one in bank["risks"]])}

    def happened(self, risks: list[str]) -> Plain:
        """Incidents and complaints: before, on and after the days on which something was verified and is scored."""
        told: Plain = {}
        for kind in ("incidents", "complaints"):
            if risks and self.perhaps(0.25):
                days = self.some(HAPPENED, least=1)
                told[kind] = [{"on": on, "what": "w", "touches": self.some(tuple(risks), least=1)} for on in days]
        return told

    def override(self, levels: list[str]) -> Plain:
        """A raise; how much was computed at the time may have moved since."""
        levels_only = levels[:-1]
        said = {"because": "b", "by": "Ito", "post": "p", "on": "2026-12-01"}
        return {"level": self.random.choice(levels_only), "computed": self.random.choice(levels), **said}

    def answer(self, question: Plain) -> Any:  # noqa: ANN401 - plain data
        """An answer as a file may have it."""
        if self.perhaps(0.12):
            return self.random.choice(("unknown", "unknown", None))
        value = self.value(question)
        if self.perhaps(0.12):
            value = "not_applicable"
        if question["type"] == "safeguard" and self.perhaps(0.5):
            return {"answer": value, **PROVEN}
        if question["type"] != "safeguard" and value != "not_applicable" and self.perhaps(0.7):
            return value
        return {"answer": value, **self.long_form()}

    def long_form(self) -> Plain:
        """Who, when, with what evidence."""
        said: dict[str, tuple[float, tuple[Any, ...]]] = {
            "by": (0.3, ("vendor", "Abe", "Abe")),
            "confirmed_by": (0.4, ("Sato", "Sato", "vendor", " ")),
            "agreed_by": (0.75, ("Sato", "Sato", "abe", "")),
            "owner": (0.8, ("Abe", "Abe", " ")),
            "due": (0.8, ("2027-06-01",)),
            "evidence": (0.85, (["e"], ["e"], ["e"], ["gone"], ["e", "gone"], [])),
            "evidence_until": (0.35, DATES),
            "verified_by": (0.85, PERSONS),
            "verified_on": (0.9, ("2026-12-01",)),
            "method": (0.9, ("test",)),
        }
        return {key: self.random.choice(values) for key, (share, values) in said.items() if self.perhaps(share)}

    def value(self, question: Plain) -> Any:  # noqa: ANN401 - plain data
        """A value, now and then one that does not fit."""
        odd = self.perhaps(0.04)
        match question["type"]:
            case "choices":
                chosen = self.some(OPTIONS, most=3)
                exclusive = next((one["id"] for one in question["options"] if one.get("exclusive")), None)
                return [exclusive] if exclusive in chosen and not odd else chosen
            case "number":
                return self.random.choice((-3, 99)) if odd else self.random.choice((0, 1, 2, 5, 7, Decimal("2.5")))
            case "date":
                return "2027-02-30" if odd else self.random.choice(DATES)
            case "text":
                return "words"
        words = (*STATES, *STATES[1:], "verified") if question["type"] == "safeguard" else answers_of(question)
        return "strange" if odd else self.random.choice(words)

    def inventory(self) -> Plain:
        """Data items, actors and flows: absent, with gaps, or whole."""
        whole = self.perhaps(0.5)
        there = 1.0 if whole else 0.7
        said: Plain = {"data_complete": "yes"} if whole or self.perhaps(0.4) else {}
        if self.perhaps(there):
            said["data"] = [self.item(number, there) for number in range(self.random.randint(0, 3))]
        if self.perhaps(0.15):
            said["people_total"] = self.random.choice((10, 100, 700))
        if self.perhaps(there):
            said["actors"] = [self.actor(number) for number in range(self.random.randint(0, 2))]
            known = [one["id"] for one in said["actors"]] + ["resident"]
            if self.perhaps(there):
                to = [self.random.choice(known) for _ in range(self.random.randint(0, 2))]
                said["flows"] = [{"from": "resident", "to": "stranger" if self.perhaps(0.1) else one} for one in to]
        return said

    def item(self, number: int, there: float) -> Plain:
        """A data item; with `there` below 1 some of its keys are missing."""
        counts: tuple[int | str, ...] = (0, 50, 400, 2000) if there == 1 else (50, 400, 2000, "unknown")
        keys: Plain = {fact: self.some(WORDS[fact]) for fact in ("categories", "groups", "identifiers", "captures")}
        keys |= {"people": self.random.choice(counts), "handlers": self.random.choice(counts)}
        keys["location"] = {"country": self.random.choice(WORDS["countries"])}
        return {"id": f"d{number}", "name": "d"} | {key: one for key, one in keys.items() if self.perhaps(there)}

    def actor(self, number: int) -> Plain:
        """One who handles the data."""
        actor: Plain = {"id": f"a{number}", "name": "a", "kind": self.random.choice(tuple(ACTOR_KINDS))}
        return actor | ({"regime": self.random.choice(WORDS["regimes"])} if self.perhaps(0.5) else {})


def answers_of(question: Plain) -> tuple[str, ...]:
    """The words that answer a question."""
    return {"yes_no": ("yes", "no"), "safeguard": STATES}.get(question["type"], OPTIONS)
