"""Replays of additive indices: which changes of answers and of the inventory moved a band."""

from dataclasses import replace

from tsukuba_pia.change.causes import Goal
from tsukuba_pia.change.compare import Key
from tsukuba_pia.change.inert import inert_answer, inert_item
from tsukuba_pia.change.replay import Replay
from tsukuba_pia.change.sides import Reads, Target
from tsukuba_pia.change.slots import LISTS, SINGLE, Chosen, Unit
from tsukuba_pia.model.condition import atoms
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.score.engine import score


def bands_of(result: ScoreResult) -> dict[Target, str]:
    """Where each index ends at most: its band, else its points."""
    return {Target("index", name): one.highest_band or str(one.points.highest) for name, one in result.indices.items()}


class Points:
    """The mixtures of two sides of the same banks, as far as indices are concerned."""

    def __init__(self, replay: Replay) -> None:
        """Find out what the indices read."""
        self.replay = replay
        self.whole = replay.old.questionnaire
        wanted = {name for bank in self.whole.banks for index in bank.indices for name in index.points_of}
        counted = [one for _, section in self.whole.sections if section.id in wanted for one in section.questions]
        self.counted = frozenset(question.id for question in counted)
        questions, conditions = replay.closed((), self.counted)
        facts = frozenset(atom.name for one in conditions for atom, _ in atoms(one) if atom.subject == "data")
        self.reads = Reads(questions, tuple(conditions), facts, frozenset(), frozenset())
        self.units = {key: one for key, one in replay.slots.units.items() if self._matters(key, one)}
        self._known: dict[Chosen, dict[Target, str]] = {}

    def goal(self, target: Target, wanted: str | None) -> Goal | None:
        """A band as it is on the new side; none where the banks differ: their points cannot be mixed."""
        if self.whole.banks != self.replay.new.questionnaire.banks:
            return None
        every = frozenset(self.units)
        return Goal(tuple(self.units), lambda chosen: self.values(chosen).get(target) == wanted, lambda _chosen: every)

    def values(self, chosen: Chosen) -> dict[Target, str]:
        """Where the indices end on the old side with these changes."""
        if chosen not in self._known:
            questions = self.replay.with_staying(self.reads)
            asked = {name: self.whole.questions[name] for name in questions}
            part = replace(self.whole, risks={}, red_lines={}, decisions={}, questions=asked)
            given = self.replay.slots.mixed(chosen, questions)
            self._known[frozenset(chosen)] = bands_of(score(part, given.assessment, given.as_of, given.missing))
        return self._known[frozenset(chosen)]

    def _matters(self, key: Key, unit: Unit) -> bool:
        if key[0] == "answers":
            if key[1] not in self.reads.questions:
                return False
            forms, sides = self.replay.banks.forms(key[1]), (self.replay.old, self.replay.new)
            return key[1] in self.counted or not inert_answer(key[1], sides, forms, self.reads)
        return key[0] in {*LISTS, *SINGLE} and not inert_item(key[0], unit, self.reads.facts)
