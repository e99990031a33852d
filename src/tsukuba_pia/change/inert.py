"""Which changes of answers and of the inventory change nothing that a condition or a safeguard could see."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from tsukuba_pia.change.sides import Reads, Side
from tsukuba_pia.change.slots import Unit
from tsukuba_pia.change.tree import Node
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.condition import ORDER_OPERATORS, Atom, atoms
from tsukuba_pia.model.facts import Facts
from tsukuba_pia.model.questionnaire import AskedQuestion
from tsukuba_pia.score.asked import NO_ANSWER, standings_of
from tsukuba_pia.score.conditions import Judge
from tsukuba_pia.score.safeguards import Moment, strength

_NO_FACTS = Facts({}, {})
_MOMENTS: tuple[Moment, ...] = ("current", "target")

# What of an item of the inventory each fact is worked out from.
_SEEN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "data": {
        "categories": ("categories",),
        "groups": ("groups",),
        "identifiers": ("identifiers",),
        "captures": ("captures",),
        "countries": ("location", "country"),
        "people_largest": ("people",),
        "people_total": ("people",),
        "handlers": ("handlers",),
    },
    "flows": {"recipients": ("to",)},
    "actors": {"recipients": ("kind",), "regimes": ("kind",)},
}
_SINGLE = {"people_total": ("people_total",)}


def inert_item(part: str, unit: Unit, facts: Iterable[str]) -> bool:
    """Whether none of these facts can tell what a change did to the inventory."""
    if part in _SEEN:
        read = [name for name in facts if name in _SEEN[part]]
        if unit.old is None or unit.new is None:
            return not read
        return all(_seen(unit.old, part, name) == _seen(unit.new, part, name) for name in read)
    return not any(name in _SINGLE.get(part, (name,)) for name in facts)


def _seen(node: Node, part: str, fact: str) -> list[Any]:
    found = [node.get(*_SEEN[part][fact])]
    if fact == "regimes":
        found.append(node.get("regime"))
    return [one.plain if one is not None else None for one in found]


def inert_answer(name: str, sides: Sequence[Side], forms: Iterable[AskedQuestion], reads: Reads) -> bool:
    """Whether no condition and no safeguard that is read can tell the two answers apart."""
    old, new = (side.given.assessment.answers.get(name, NO_ANSWER) for side in sides)
    counts = name in reads.safeguards
    came_or_went = sides[0].given.missing ^ sides[1].given.missing
    if counts and old.evidence != new.evidence and came_or_went & {*old.evidence, *new.evidence}:
        return False  # which of the files are there is a change of its own
    conditions = [atom for one in reads.conditions for atom, _ in atoms(one)]
    found = [atom for atom in conditions if atom.subject == "question" and atom.name == name]
    seen = [_Seeing(form, found, sides, counts=counts) for form in forms]
    return all(list(one.of(old)) == list(one.of(new)) for one in seen)


def fits_type(atom: Atom, form: AskedQuestion) -> bool:
    """Whether a question is one that a comparison by size can be made with: of a number, or of a date."""
    by_size = "date" if isinstance(atom.values[0], str) else "number"
    return atom.operator not in ORDER_OPERATORS or form.question.type == by_size


class _Seeing:
    """All that can be read of an answer while its question is asked."""

    def __init__(self, form: AskedQuestion, found: Sequence[Atom], sides: Sequence[Side], *, counts: bool) -> None:
        open_section = replace(form.section, ask_when=None)
        self.asked = replace(form, question=replace(form.question, ask_when=None), section=open_section)
        self.found = [atom for atom in found if fits_type(atom, form)]
        self.sides, self.counts = sides, counts

    def of(self, answer: Answer) -> Iterator[object]:
        """On either day, with either side's evidence, by either method."""
        name = self.asked.question.id
        base = replace(self.sides[0].given.assessment, answers={name: answer})
        for one, other in product(self.sides, repeat=2):
            standings = standings_of({name: self.asked}, base, _NO_FACTS, one.given.as_of, other.given.missing)
            judge = Judge(standings, _NO_FACTS)
            yield [judge.atom(atom) for atom in self.found]
            for side in self.sides if self.counts else ():
                rules = side.questionnaire.method.safeguards
                yield [strength(standings[name], answer, rules, moment) for moment in _MOMENTS]
