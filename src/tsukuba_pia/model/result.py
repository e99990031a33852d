"""What scoring finds out: every level as an interval, and every step with its reason."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Literal, NamedTuple, TypeVar

from tsukuba_pia.model.assessment import AnswerValue
from tsukuba_pia.model.facts import Facts
from tsukuba_pia.model.questionnaire import Place
from tsukuba_pia.model.text import Text

V = TypeVar("V")

NONE = "none"  # the level of a risk that does not apply
EVERYONE = "everyone"
UNTOLD = "withheld"  # in place of the group that is hit hardest, where guests are not told which it is


class Truth(Enum):
    """Kleene's three values."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


class Asked(Enum):
    """Whether a question is asked."""

    ASKED = "asked"
    PERHAPS = "perhaps_asked"
    NOT = "not_asked"


class AnswerState(Enum):
    """What an answer counts as."""

    ANSWERED = "answered"
    OPEN = "open"  # nothing stands there
    UNKNOWN = "unknown"  # said to be unknown
    UNCONFIRMED = "unconfirmed"  # by a vendor, and nobody of the city has confirmed it
    NOT_AGREED = "not_agreed"  # said not to apply, by the answerer alone
    NOT_APPLICABLE = "not_applicable"  # agreed
    NOT_ASKED = "not_asked"


COUNTS_AS_UNKNOWN = (AnswerState.OPEN, AnswerState.UNKNOWN, AnswerState.UNCONFIRMED, AnswerState.NOT_AGREED)


class Interval(NamedTuple):
    """A level in the best and in the worst case. Shown, gated and published is the worst."""

    best: str
    worst: str


class Standing(NamedTuple):
    """A question in an assessment: whether it is asked, and what its answer counts as."""

    question: str
    asked: Asked
    state: AnswerState
    value: AnswerValue
    evidence: bool = False  # valid evidence lies there (safeguards)

    @property
    def open(self) -> bool:
        """Whether it is (or may be) asked and counts as unknown."""
        return self.asked is not Asked.NOT and self.state in COUNTS_AS_UNKNOWN


Axis = Literal["severity", "likelihood", "level"]
Cause = Literal["base", "irreversible", "row", "safeguard", "override", "withheld"]  # the last: for guests


@dataclass(frozen=True)
class Contribution:
    """One step of a level: which answers, which row of which bank, from where to where (empty: guests are not told)."""

    axis: Axis
    cause: Cause
    before: str
    after: str
    place: Place | None
    because: Text = ""
    group: str = EVERYONE
    truth: Truth = Truth.TRUE
    questions: tuple[str, ...] = ()  # whose answers it rests on
    facts: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    counted: Mapping[str, int] | None = None  # of a safeguard: steps it lowers, in `current` and in `target`


@dataclass(frozen=True)
class Pair:
    """Severity and likelihood with the level that the matrix gives."""

    severity: Interval
    likelihood: Interval
    level: Interval


@dataclass(frozen=True)
class GroupResult:
    """A risk as it is for one affected group."""

    group: str
    inherent: Pair
    current: Pair
    target: Pair


@dataclass(frozen=True)
class RiskResult:
    """A risk: that of its worst group."""

    id: str
    applies: Truth
    inherent: Interval
    current: Interval
    target: Interval
    worst_group: str
    groups: tuple[GroupResult, ...]
    contributions: tuple[Contribution, ...]  # of the worst group, in bank order

    @property
    def counts(self) -> bool:
        """Whether it applies or may, or does not by the bank and a person has raised it all the same."""
        return self.applies is not Truth.FALSE or self.inherent.worst != NONE

    @property
    def computed(self) -> str:
        """The worst current level as the banks give it, before anybody raised it: what an override answers."""
        return next((one.before for one in self.contributions if one.cause == "override"), self.current.worst)

    @property
    def worst(self) -> GroupResult:
        """The result of the group that sets the level; where that is not told, all groups have this one."""
        group = EVERYONE if self.worst_group == UNTOLD else self.worst_group
        return next(one for one in self.groups if one.group == group)


RedLineState = Literal["clear", "crossed", "unknown"]


@dataclass(frozen=True)
class RedLineResult:
    """Whether a red line is crossed, and the answers that say so."""

    id: str
    state: RedLineState
    questions: tuple[str, ...]
    facts: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Reason:
    """A row of a decision that holds, or may hold."""

    outcome: str
    truth: Truth
    because: Text
    questions: tuple[str, ...]
    facts: tuple[str, ...]
    refs: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class DecisionResult:
    """A decision's range; the heaviest (`worst`) is reported. `none of it` where it does not apply."""

    id: str
    role: str | None
    applies: Truth
    outcome: Interval
    reasons: tuple[Reason, ...]


class Points(NamedTuple):
    """An index or a section of it: by what is answered, what it may still fall or rise to, and the most there is."""

    so_far: Decimal
    lowest: Decimal
    highest: Decimal
    maximum: Decimal


@dataclass(frozen=True)
class IndexResult:
    """An additive index, with the bands that its points lie in."""

    id: str
    points: Points
    sections: Mapping[str, Points]  # none where it is made from another index
    band: str | None  # of what is answered so far
    lowest_band: str | None
    highest_band: str | None
    over: bool = False  # more is certain than the maximum that the bank states
    withheld: bool = False  # for guests: only its bands are told


class Lazily(Mapping[str, V]):
    """Values by name, each worked out when it is first looked at: who asks for red lines only waits for no risk."""

    def __init__(self, names: Mapping[str, object], work_out: Callable[[str], V]) -> None:
        """Take which there are, and how one is worked out."""
        self._names = names
        self._work_out = work_out
        self._found: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        """The value of a name."""
        if name not in self._found:
            if name not in self._names:
                raise KeyError(name)
            self._found[name] = self._work_out(name)
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        """The names, in their order."""
        return iter(self._names)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._names)


@dataclass(frozen=True)
class ScoreResult:
    """All that scoring says of one assessment on one day. `levels`: those of the method, the mildest first."""

    as_of: str
    facts: Facts
    standings: Mapping[str, Standing]
    risks: Mapping[str, RiskResult]
    red_lines: Mapping[str, RedLineResult]
    decisions: Mapping[str, DecisionResult]
    levels: tuple[str, ...]
    overrides: Mapping[str, str] = field(default_factory=dict)  # the computed level that each one answers
    indices: Mapping[str, IndexResult] = field(default_factory=dict)

    @cached_property
    def inherent(self) -> Interval:
        """The level without any safeguard: that of the worst risk; `none` where no risk applies."""
        return self._worst([risk.inherent for risk in self.risks.values()])

    @cached_property
    def current(self) -> Interval:
        """The level now."""
        return self._worst([risk.current for risk in self.risks.values()])

    @cached_property
    def target(self) -> Interval:
        """The level once all that is planned is done."""
        return self._worst([risk.target for risk in self.risks.values()])

    def _worst(self, intervals: list[Interval]) -> Interval:
        ranks = {level: rank for rank, level in enumerate((NONE, *self.levels))}
        return Interval(
            max((one.best for one in intervals), key=ranks.__getitem__, default=NONE),
            max((one.worst for one in intervals), key=ranks.__getitem__, default=NONE),
        )

    @cached_property
    def lapsed_overrides(self) -> tuple[str, ...]:
        """The raised levels that answer another level than the banks give now."""
        there = ((name, computed) for name, computed in self.overrides.items() if name in self.risks)
        return tuple(name for name, computed in there if computed != self.risks[name].computed)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """What is asked, or may be, and counts as unknown."""
        return tuple(one.question for one in self.standings.values() if one.open)

    def worst_first(self, order: tuple[str, ...]) -> tuple[RiskResult, ...]:
        """Risks that apply or may, from the worst current level down; ties by inherent level, then bank order."""
        ranks = {level: rank for rank, level in enumerate((NONE, *order))}
        applying = [risk for risk in self.risks.values() if risk.counts]
        return tuple(sorted(applying, key=lambda risk: (-ranks[risk.current.worst], -ranks[risk.inherent.worst])))
