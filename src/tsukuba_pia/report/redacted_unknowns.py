"""What is not known, for guests: told only as far as it is the same whatever the withheld answers are.

What an open answer moves can show what a withheld one is, where both bear on one risk. So nothing is told of what they
bear on together, and whether they do is read off the banks alone (`bearing`).
"""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TypeVar

from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import NONE
from tsukuba_pia.report.bearing import Bearing
from tsukuba_pia.report.redaction import seen
from tsukuba_pia.score.search import CouldBe, Verdict
from tsukuba_pia.score.unknowns import Move, Moves, Unknown, Unknowns, urgency

Told = TypeVar("Told")


def redacted_unknowns(questionnaire: Questionnaire, found: Unknowns, hidden: AbstractSet[str]) -> Unknowns:
    """Open questions that may be named, in the order that what is told of them gives."""
    if not hidden:
        return found
    room = _Room(questionnaire, hidden)
    places = {name: place for place, name in enumerate(questionnaire.questions)}
    ranks = {level: rank for rank, level in enumerate((NONE, *questionnaire.level_ids), -1)}
    ranked = [room.unknown(one) for one in found.ranked if one.question not in hidden]
    ranked.sort(key=lambda one: (urgency(one, ranks.__getitem__), places[one.question]))
    if any(room.hides(one) for one in room.bearing.all()):
        return Unknowns(tuple(ranked), None, CouldBe(*(Verdict("withheld"),) * 3))
    could = {name: _named(one, hidden) for name, one in found.could._asdict().items()}
    return Unknowns(tuple(ranked), found.pairs, CouldBe(**could))


def _named(one: Verdict, hidden: AbstractSet[str]) -> Verdict:
    """Withheld answers that bear on nothing could still be part of an example."""
    witness = {name: answer for name, answer in one.witness.items() if name not in hidden}
    return one._replace(witness=witness, deciding=seen(one.deciding, hidden))


class _Room:
    """Knows what may be told of an open question."""

    def __init__(self, questionnaire: Questionnaire, hidden: AbstractSet[str]) -> None:
        self.questionnaire, self.hidden, self.bearing = questionnaire, hidden, Bearing(questionnaire)

    def hides(self, bearing: AbstractSet[str]) -> bool:
        return not self.hidden.isdisjoint(bearing)

    def _shared(self, question: str, bearing: AbstractSet[str]) -> bool:
        return question in bearing and self.hides(bearing)

    def unknown(self, one: Unknown) -> Unknown:
        name, bearing, banks = one.question, self.bearing, self.questionnaire
        shared = {
            "risk": self._of(name, banks.risks, bearing.risk),
            "line": self._of(name, banks.red_lines, bearing.red_line),
            "decision": self._of(name, banks.decisions, bearing.decision),
            "asked": self._of(name, banks.questions, bearing.asked),
        }
        told = replace(
            one,
            whole=Moves(*map(_still, one.whole)) if shared["risk"] else one.whole,
            risks=_without(one.risks, shared["risk"]),
            red_lines=_without(one.red_lines, shared["line"]),
            decisions=_without(one.decisions, shared["decision"]),
            opens=seen(one.opens, shared["asked"]),
            withheld=any(shared.values()),
        )
        if told.risks or told.red_lines or told.decisions or told.opens:
            return replace(told, alone="moves")
        return replace(told, alone="withheld") if told.withheld else told

    def _of(self, question: str, names: Iterable[str], bearing: Callable[[str], AbstractSet[str]]) -> frozenset[str]:
        """What a question and a withheld answer bear on together."""
        return frozenset(one for one in names if self._shared(question, bearing(one)))


def _without(told: Mapping[str, Told], shared: AbstractSet[str]) -> dict[str, Told]:
    return {name: one for name, one in told.items() if name not in shared}


def _still(one: Move) -> Move:
    """A level of which nothing is said but what it is."""
    return Move(one.now, one.now.worst, one.now.best)
