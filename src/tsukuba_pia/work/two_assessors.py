"""Two people's answers to one assessment, side by side: where they differ, and what that comes from."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from tsukuba_pia.change.assessment_diff import AssessmentDiff, Moved
from tsukuba_pia.change.causes import Causes
from tsukuba_pia.change.compare import Change
from tsukuba_pia.change.replay import Replay
from tsukuba_pia.change.sides import Target
from tsukuba_pia.fold import width
from tsukuba_pia.model.result import NONE, Asked, ScoreResult
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.assessment_diff import Compared, Found, compare_assessments

Kind = Literal["same", "differently", "details", "only_first", "only_second", "neither", "asked_of_one"]
KINDS: tuple[Kind, ...] = ("same", "differently", "details", "only_first", "only_second", "neither", "asked_of_one")
ANSWERS = "answers"
WHOLE = "assessment"
FIRST = 3  # questions that are to be talked about first
WIDEST_NAME = 20  # columns; both names stand before each level
GAPS: tuple[Kind, ...] = ("only_first", "only_second")


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

    @property
    def names(self) -> tuple[str, str]:
        """What both are called: the names of their folders or git revisions, else numbers."""
        first, second = (_called(one) for one in (self.compared.old, self.compared.new))
        fit = first != second and all(0 < width(one) <= WIDEST_NAME for one in (first, second))
        return (first, second) if fit else ("1", "2")

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

    @property
    def risks_now(self) -> tuple[int, int]:
        """How many risks come out at the same level now, of how many that apply to either."""
        one, other = self.results
        levels = [[side.risks[name].current.worst if name in side.risks else NONE for side in (one, other)]
                  for name in {**one.risks, **other.risks}]  # fmt: skip
        applying = [pair for pair in levels if set(pair) != {NONE}]
        return sum(first == second for first, second in applying), len(applying)

    @cached_property
    def back(self) -> AssessmentDiff:
        """The same from the second to the first: either may lack what makes the other's result."""
        diff = self.compared.diff
        return AssessmentDiff(
            diff.new, diff.old, (), (), (diff.results[1], diff.results[0]), Replay(diff.new, diff.old)
        )

    @cached_property
    def _causes_back(self) -> Mapping[tuple[Target, str], Causes]:
        return {(one.target, one.moment): one.causes for one in self.back.moved}

    def causes_back(self, moved: Moved) -> Causes:
        """The smallest sets of the first one's answers with which the second comes out like the first."""
        return self._causes_back[moved.target, moved.moment]

    def one_way(self, moved: Moved) -> bool:
        """Whether what takes the first to the second is something else than what takes the second to the first."""
        back = self.causes_back(moved)
        here, there = ({frozenset(one) for one in causes.sets} for causes in (moved.causes, back))
        return here != there or moved.causes.more != back.more or moved.causes.enough != back.enough

    def is_gap(self, moved: Moved) -> bool:
        """Whether it differs only because one of them does not know: all its causes are answers that one has."""
        both = (moved.causes, self.causes_back(moved))
        keys = [key for causes in both for one in (*causes.sets, causes.enough) for key in one]
        if any(causes.more or not causes.decided for causes in both):  # there are some that nobody has named
            keys = [key for target in self._read_by(moved) for key in self.compared.diff.replay.units(target)]
        kinds = {one.question: one.kind for one in self.pairs}
        return bool(keys) and all(key[0] == ANSWERS and kinds.get(key[1]) in GAPS for key in keys)

    def _read_by(self, moved: Moved) -> tuple[Target, ...]:
        """The targets of the engine that it rests on; none for an index, whose sums read all questions."""
        every = self.compared.diff.replay.targets
        if moved.target.kind == WHOLE:
            return tuple(one for one in every if one.kind == "risk")
        return (moved.target,) if moved.target in every else ()

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
            both = (moved.causes, self.causes_back(moved))
            for key in (key for causes in both for one in (*causes.sets, causes.enough) for key in one):
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
        return "details" if self.details(name) else "same"

    def details(self, name: str) -> tuple[Change, ...]:
        """What differs in one answer, field by field."""
        return tuple(one for one in self.compared.diff.changes if one.key[:2] == (ANSWERS, name))

    @property
    def counts(self) -> Counter[Kind]:
        """How many questions of each kind."""
        return Counter(one.kind for one in self.pairs)

    @property
    def first(self) -> tuple[Pair, ...]:
        """What to talk about first: questions that decide a red line, then those that are causes of most."""
        moving = [one for one in self.pairs if one.moves]
        lines = self.compared.new.side.questionnaire.red_lines
        return tuple(sorted(moving, key=lambda one: (lines.keys().isdisjoint(one.moves), -len(one.moves)))[:FIRST])

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


def _called(found: Found) -> str:
    revision, at_revision, _ = found.name.partition(":")
    path = found.opened.path.resolve()
    name = revision if at_revision else path.parent.name if path.name == "assessment.yaml" else path.stem
    return " ".join(name.split())


def _banks(banks: Mapping[str, str]) -> str:
    return ", ".join(f"{name}@{version}" for name, version in banks.items())
