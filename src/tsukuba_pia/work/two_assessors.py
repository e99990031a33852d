"""Two people's answers to one assessment, side by side: where they differ, and what that comes from."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from tsukuba_pia.change.assessment_diff import Moved
from tsukuba_pia.change.compare import Change
from tsukuba_pia.model.result import NONE, Asked, ScoreResult
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.assessment_diff import Compared, compare_assessments

Kind = Literal["same", "differently", "details", "only_first", "only_second", "neither", "asked_of_one"]
KINDS: tuple[Kind, ...] = ("same", "differently", "details", "only_first", "only_second", "neither", "asked_of_one")
ANSWERS = "answers"
WHOLE = "assessment"
FIRST = 3  # questions that are to be talked about first


@dataclass(frozen=True, slots=True)
class Pair:
    """One question as both answered it. `details`: the same answer, with other evidence, owner or confirmation."""

    question: str
    kind: Kind
    moves: tuple[str, ...]  # ids of what differs and has it among its smallest causes; the whole assessment is ""


@dataclass(frozen=True)
class TwoAssessors:
    """Both sides with what differs."""

    compared: Compared

    @property
    def results(self) -> tuple[ScoreResult, ScoreResult]:
        """Both scores."""
        return self.compared.diff.results

    @cached_property
    def moved(self) -> tuple[Moved, ...]:
        """What came out differently: the whole, red lines and decisions, then the rest by how far it is apart."""
        order = {WHOLE: 0, "red_line": 1, "decision": 2}
        found = self.compared.diff.moved
        place = {id(one): number for number, one in enumerate(found)}
        return tuple(sorted(found, key=lambda one: (order.get(one.target.kind, 3), -self._widest(one), place[id(one)])))

    def _widest(self, moved: Moved) -> int:
        """The most steps that any moment of its target is apart, so that the moments stay together."""
        return max(self.steps(one) for one in self.compared.diff.moved if one.target == moved.target)

    def steps(self, moved: Moved) -> int:
        """How many levels or outcomes the two are apart; a red line or a band counts as one."""
        if moved.before is None or moved.now is None:
            return 0
        questionnaire = self.compared.new.side.questionnaire
        scale: tuple[str, ...] = (NONE, *questionnaire.level_ids)
        if moved.target.kind == "decision":
            scale = tuple(one.id for one in questionnaire.decisions[moved.target.id].decision.outcomes)
        if moved.before not in scale or moved.now not in scale:
            return 1
        return abs(scale.index(moved.before) - scale.index(moved.now))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every question that is, or may be, asked of either, in the order of asking."""
        questions = self.compared.new.side.questionnaire.questions
        asked = [name for name in questions if any(one.standings[name].asked is not Asked.NOT for one in self.results)]
        return tuple(Pair(name, self._kind(name), self._causes.get(name, ())) for name in asked)

    @cached_property
    def _causes(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for moved in self.compared.diff.moved:
            for key in (key for one in (*moved.causes.sets, moved.causes.enough) for key in one):
                if key[0] == ANSWERS:
                    found.setdefault(key[1], {})[moved.target.id] = None
        return {name: tuple(ids) for name, ids in found.items()}

    def _kind(self, name: str) -> Kind:
        first, second = (result.standings[name] for result in self.results)
        if Asked.NOT in (first.asked, second.asked):
            return "asked_of_one"
        if first.open or second.open:
            return "neither" if first.open and second.open else "only_second" if first.open else "only_first"
        if first.value != second.value:
            return "differently"
        return "details" if self._differ(name) else "same"

    def _differ(self, name: str) -> bool:
        return any(one.key[:2] == (ANSWERS, name) for one in self.compared.diff.changes)

    @property
    def counts(self) -> Counter[Kind]:
        """How many questions of each kind."""
        return Counter(one.kind for one in self.pairs)

    @property
    def first(self) -> tuple[Pair, ...]:
        """What to talk about first: the questions that are among the causes of most that differs."""
        moving = [one for one in self.pairs if one.moves]
        return tuple(sorted(moving, key=lambda one: -len(one.moves))[:FIRST])

    @property
    def elsewhere(self) -> tuple[Change, ...]:
        """What differs outside the answers: inventory, flows, texts."""
        return tuple(one for one in self.compared.diff.changes if one.key[0] not in (ANSWERS, "evidence"))


def two_assessors(first: str, second: str, here: Path, as_of: str, scratch: Path) -> TwoAssessors:
    """Put two people's answers side by side; the arguments are those of `compare_assessments`.

    Raises:
        Problem: what that raises; or they answered different assessments, or different versions of a bank.

    """
    compared = compare_assessments(first, second, here, as_of, scratch)
    one, other = compared.old.side.given.assessment, compared.new.side.given.assessment
    if one.assessment != other.assessment:
        raise Problem("not_one_assessment", first=one.assessment, second=other.assessment, a=first, b=second)
    if dict(one.banks) != dict(other.banks):
        raise Problem("not_the_same_banks", first=_banks(one.banks), second=_banks(other.banks), a=first, b=second)
    return TwoAssessors(compared)


def _banks(banks: Mapping[str, str]) -> str:
    return ", ".join(f"{name}@{version}" for name, version in banks.items())
