"""Cases laid into tables, column by column, and the order in which what they say can be worked out."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.score.oracle.making import ACTOR_KINDS

Plain = Mapping[str, Any]
Rows = dict[str, list[tuple[Any, ...]]]
ITEM_FACTS = ("categories", "groups", "identifiers", "captures")


def listed(value: object) -> list[Any]:
    """A list, or one value as a list."""
    return list(value) if isinstance(value, (list, tuple)) else [value]


class Laying:
    """Lays cases into rows."""

    def __init__(self) -> None:
        """Start with the kinds of actors, which are the same for all cases."""
        self.rows: Rows = {}
        self.case = 0
        self.turns: dict[str, int] = {}
        self.nodes = 0
        for kind, regimes in ACTOR_KINDS.items():
            self.rows.setdefault("kind_regimes", []).extend((kind, one) for one in regimes)

    def put(self, table: str, *values: object) -> None:
        """A row of this case."""
        self.rows.setdefault(table, []).append((self.case, *values))

    def lay(self, number: int, case: Plain) -> None:
        """All of a case."""
        self.case, self.turns, self.nodes = number, {}, 0
        self.bank(case["bank"])
        self.assessment(case["assessment"], case["as_of"], case.get("missing", ()))

    def condition(self, plain: Plain | None, parent: int | None = None) -> tuple[int | None, int]:
        """The number of a condition's node, and its turn."""
        if plain is None:
            return None, 0
        self.nodes += 1
        node = self.nodes
        word = next((one for one in ("all", "any", "of") if one in plain), "atom")
        if word == "atom":
            turn = self.atom(node, plain)
            self.put("nodes", node, parent, turn, 0, 0, word)
            return node, turn
        parts = plain[word]
        turn = 1 + max(self.condition(part, node)[1] for part in parts)
        needed = {"all": len(parts), "any": 1, "of": plain.get("at_least")}[word]
        self.put("nodes", node, parent, turn, needed, len(parts), word)
        return node, turn

    def atom(self, node: int, plain: Plain) -> int:
        """One comparison; it comes after the question that it reads."""
        subject = "question" if "question" in plain else "data"
        operator = next(key for key in plain if key != subject)
        name, value = plain[subject], plain[operator]
        turn = 1 + self.turns[name] if subject == "question" else 0
        if operator in ("at_least", "at_most", "above", "below"):
            day = value if isinstance(value, str) else None
            self.put("atoms", node, turn, subject, name, operator, None if day else value, day)
        else:
            self.put("atoms", node, turn, subject, name, operator, None, None)
            for word in listed(value):
                self.put("atom_words", node, word)
        return turn

    # ------------------------------------------------------------------------------------------------- the bank

    def bank(self, bank: Plain) -> None:
        """What a bank says."""
        self.method(bank["method"])
        for section in bank["sections"]:
            gate, after = self.condition(section.get("ask_when"))
            for question in section["questions"]:
                self.question(section["id"], gate, after, question)
        for group in bank.get("groups", ()):
            plain = group if isinstance(group, dict) else {"id": group}
            self.put("affected_groups", plain["id"], self.condition(plain.get("stays_when"))[0])
        for risk in bank.get("risks", ()):
            self.risk(risk)
        for line in bank.get("red_lines", ()):
            self.put("red_lines", line["id"], self.condition(line["crossed_when"])[0])
        for decision in bank.get("decisions", ()):
            self.decision(decision)
        for place, index in enumerate(bank.get("indices", ())):
            self.index(place, index)

    def method(self, method: Plain) -> None:
        """Scales, matrix, steps."""
        for axis, key in (("severity", "severity"), ("likelihood", "likelihood"), ("level", "levels")):
            for rank, one in enumerate(method[key]):
                self.put("scales", axis, rank, one)
        for severity, name in enumerate(method["severity"]):
            for likelihood, level in enumerate(method["matrix"][name]):
                self.put("matrix", severity, likelihood, level)
        keys = ("implemented_lowers_at_most", "verified_lowers_at_most", "likelihood_steps", "severity_steps")
        self.put("rules", *(method["safeguards"][key] for key in keys))

    def question(self, section: str, gate: int | None, after: int, question: Plain) -> None:
        """A question with its options; it comes after both of its conditions."""
        own, before = self.condition(question.get("ask_when"))
        name, turn = question["id"], 1 + max(before, after)
        self.turns[name] = turn
        kinds = (question["type"], question.get("kind"), question.get("may_not_apply", False))
        self.put("questions", name, turn, *kinds, section, own, gate, question.get("min"), question.get("max"))
        for option in question.get("options", ()):
            self.put("options", name, option["id"], option.get("exclusive", False), option.get("points", 0))

    def risk(self, risk: Plain) -> None:
        """A risk with its ladders and safeguards."""
        name = risk["id"]
        self.put("risks", name, risk.get("irreversible", False), self.condition(risk.get("applies_when"))[0])
        for axis in ("severity", "likelihood"):
            self.put("bases", name, axis, risk[axis]["base"])
            for row in risk[axis].get("rows", ()):
                self.put("rungs", name, axis, row["level"], self.condition(row["when"])[0], row.get("for"))
        for use in risk.get("safeguards", ()):
            steps = use["lowers"]
            self.put("uses", name, use["question"], steps.get("likelihood", 0), steps.get("severity", 0))

    def decision(self, decision: Plain) -> None:
        """A ladder of outcomes."""
        name = decision["id"]
        self.put("decisions", name, decision["base"], self.condition(decision.get("applies_when"))[0])
        for rank, outcome in enumerate(decision["outcomes"]):
            self.put("outcomes", name, rank, outcome)
        for row in decision.get("rows", ()):
            self.put("outcome_rungs", name, row["outcome"], self.condition(row["when"])[0])

    def index(self, place: int, index: Plain) -> None:
        """An index with its bands."""
        name, times = index["id"], index.get("times", {})
        reads = times.get("when", {})
        deduction = (times.get("factor"), reads.get("index"), reads.get("at_least_share"), times.get("round"))
        self.put("indices", name, place, index.get("from"), index.get("maximum"), *deduction)
        for section in index.get("points_of", ()):
            self.put("index_sections", name, section)
        for number, band in enumerate(index.get("bands", ())):
            self.put("bands", name, number, band["id"], band.get("up_to_share"))

    # ------------------------------------------------------------------------------------------- the assessment

    def assessment(self, said: Plain, as_of: str, missing: Sequence[str]) -> None:
        """What an assessment says."""
        there = (said.get(key) is not None for key in ("data", "actors", "flows"))
        self.put("assessments", as_of, said.get("data_complete") == "yes", *there, said.get("people_total"))
        for name, answer in said["answers"].items():
            self.answer(name, answer if isinstance(answer, dict) else {"answer": answer}, missing)
        for number, item in enumerate(said.get("data", ())):
            self.item(number, item)
        for actor in said.get("actors", ()):
            self.put("actors", actor["id"], actor["kind"], actor.get("regime"))
        for flow in said.get("flows", ()):
            self.put("flows", flow["to"])
        for one in said.get("groups_excluded", ()):
            self.put("taken_out", one["group"], one.get("agreed_by"))
        for name, one in said.get("overrides", {}).items():
            self.put("overrides", name, one["level"], one["computed"])
        for one in (*said.get("incidents", ()), *said.get("complaints", ())):
            for risk in one["touches"]:
                self.put("happened", risk, one["on"])

    def answer(self, name: str, said: Plain, missing: Sequence[str]) -> None:
        """An answer with what stands beside it."""
        value = said["answer"]
        keys = (
            "by",
            "confirmed_by",
            "agreed_by",
            "owner",
            "due",
            "evidence_until",
            "verified_by",
            "verified_on",
            "method",
        )
        word, is_list = value if isinstance(value, str) else None, isinstance(value, list)
        number = None if word is not None or is_list else value
        self.put("answers", name, is_list, word, number, *(said.get(key) for key in keys))
        for one in listed(value) if is_list or word is not None else ():
            self.put("chosen", name, one)
        for file in said.get("evidence", ()):
            self.put("evidence", name, file not in missing)

    def item(self, number: int, item: Plain) -> None:
        """A data item; a key that it lacks is no row of `item_facts`."""
        counts = (item.get(key) for key in ("people", "handlers"))
        self.put("items", number, *(None if one == "unknown" else one for one in counts))
        facts = {fact: item[fact] for fact in ITEM_FACTS if fact in item}
        if "location" in item:
            facts["countries"] = [item["location"]["country"]]
        for fact, words in facts.items():
            self.put("item_facts", number, fact)
            for word in words:
                self.put("item_words", number, fact, word)
