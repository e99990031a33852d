"""Conditions while some answers are still to come: the truths that each can have, as a set of bits.

An open question is either left open (its comparisons are unknown, as scoring has it) or restricted to some of its
possible answers (its comparisons may come out either way). What no open question bears on is a constant.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tsukuba_pia.model.assessment import AnswerValue
from tsukuba_pia.model.condition import Atom, Condition
from tsukuba_pia.model.result import Truth
from tsukuba_pia.score.conditions import Judge
from tsukuba_pia.score.possible import matches

FALSE, UNKNOWN, TRUE = 1, 2, 4
LEFT_OPEN = 0  # no answer is possible yet
BITS: Mapping[Truth, int] = {Truth.FALSE: FALSE, Truth.UNKNOWN: UNKNOWN, Truth.TRUE: TRUE}
_UP_TO = ((FALSE, FALSE | UNKNOWN, FALSE | UNKNOWN | TRUE), (0, UNKNOWN, UNKNOWN | TRUE), (0, 0, TRUE))

Check = Callable[[], int]
Truths = int | Check  # a constant, or worked out from how things stand


def truths(one: Truths) -> int:
    """The truths that a condition can have as things stand."""
    return one if isinstance(one, int) else one()


@dataclass(slots=True)
class Live:
    """A question whose answer, or whose being asked, is still to come."""

    name: str
    open: bool
    values: tuple[AnswerValue, ...]  # the possible answers; of one that is answered, that
    whole: bool
    asked: int  # the truths of its being asked
    remaining: int = LEFT_OPEN  # which of the values, as bits

    @property
    def every(self) -> int:
        """All its values."""
        return (1 << len(self.values)) - 1


@dataclass(slots=True)
class Compared:
    """A comparison with a live question: for which of its values it holds."""

    question: Live
    holds: int

    def __call__(self) -> int:
        """It is asked, and it matches."""
        question = self.question
        if question.asked == FALSE:
            return FALSE
        remaining = question.remaining
        found = UNKNOWN
        if remaining:
            found = (TRUE if remaining & self.holds else 0) | (FALSE if remaining & ~self.holds else 0)
        return found if question.asked == TRUE else question.asked & ~TRUE | (found if question.asked & TRUE else 0)


@dataclass(slots=True)
class Counted:
    """At least so many of several conditions."""

    needed: int
    parts: Sequence[Check]
    certain: int = 0  # constants that hold
    unknown: int = 0  # constants that are not known

    def __call__(self) -> int:
        """From the lowest to the highest truth that can come; unknown only where a part can be."""
        surely = can = self.certain
        surely_perhaps = can_perhaps = self.certain + self.unknown
        doubt = self.unknown
        for part in self.parts:
            found = part()
            surely += found == TRUE
            surely_perhaps += not found & FALSE
            can += found >= TRUE
            can_perhaps += found != FALSE
            doubt |= found & UNKNOWN
        needed = self.needed
        lowest = 2 if surely >= needed else int(surely_perhaps >= needed)
        highest = 2 if can >= needed else int(can_perhaps >= needed)
        found = _UP_TO[lowest][highest]
        return found if doubt or lowest == highest else found & ~UNKNOWN


@dataclass(slots=True)
class Compiler:
    """Turns conditions into checks, and remembers which live questions each reads."""

    judge: Judge
    live: Mapping[str, Live]
    comparisons: dict[str, list[Compared]] = field(default_factory=dict)  # of each live question

    def __call__(self, condition: Condition | None) -> Truths:
        """A constant where nothing live is read, or where it does not matter."""
        if condition is None:
            return TRUE
        if isinstance(condition, Atom):
            return self._atom(condition)
        parts = [self(part) for part in condition.of]
        constants = [one for one in parts if isinstance(one, int)]
        checks = [one for one in parts if not isinstance(one, int)]
        certain, unknown = constants.count(TRUE), constants.count(UNKNOWN)
        if not checks or certain >= condition.needed or len(checks) + certain + unknown < condition.needed:
            return Counted(condition.needed, (), certain, unknown)()
        if len(checks) == 1 and not unknown and certain == condition.needed - 1:
            return checks[0]
        return Counted(condition.needed, checks, certain, unknown)

    def _atom(self, atom: Atom) -> Truths:
        question = self.live.get(atom.name) if atom.subject == "question" else None
        if question is None:
            return BITS[self.judge.atom(atom)]
        holds = sum(1 << number for number, value in enumerate(question.values) if matches(atom, value))
        compared = Compared(question, holds)
        self.comparisons.setdefault(atom.name, []).append(compared)
        return compared


def read_by(one: Truths) -> Iterable[Compared]:
    """Every comparison of a condition with a live question."""
    if isinstance(one, Compared):
        yield one
    elif isinstance(one, Counted):
        for part in one.parts:
            yield from read_by(part)
