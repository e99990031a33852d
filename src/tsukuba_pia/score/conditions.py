"""Conditions in three values: missing or unknown makes an atom unknown, not asked makes it false."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from tsukuba_pia.model.assessment import AnswerValue
from tsukuba_pia.model.condition import Atom, Condition, Value
from tsukuba_pia.model.result import COUNTS_AS_UNKNOWN, AnswerState, Asked, Standing, Truth
from tsukuba_pia.score.facts import Facts

Compare = Callable[[AnswerValue, tuple[Value, ...]], bool]


def _number(value: object) -> int | Decimal:
    return value if isinstance(value, int | Decimal) else Decimal(str(value))


def _ordered(value: AnswerValue, bound: Value) -> int:
    """-1, 0 or 1; ISO dates order as texts do."""
    if isinstance(bound, str):
        left, right = str(value), bound
        return (left > right) - (left < right)
    number, limit = _number(value), _number(bound)
    return (number > limit) - (number < limit)


def _chosen(value: AnswerValue) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


COMPARE: Mapping[str, Compare] = {
    "is": lambda value, wanted: value in wanted,
    "is_not": lambda value, wanted: value not in wanted,
    "includes": lambda value, wanted: any(one in wanted for one in _chosen(value)),
    "includes_none": lambda value, wanted: all(one not in wanted for one in _chosen(value)),
    "at_least": lambda value, bounds: _ordered(value, bounds[0]) >= 0,
    "at_most": lambda value, bounds: _ordered(value, bounds[0]) <= 0,
    "above": lambda value, bounds: _ordered(value, bounds[0]) > 0,
    "below": lambda value, bounds: _ordered(value, bounds[0]) < 0,
}


class Judge:
    """Says of a condition whether it holds, may hold, or does not, given the answers so far and the facts."""

    def __init__(self, standings: Mapping[str, Standing], facts: Facts) -> None:
        """Standings grow while questions are worked through; conditions only read what came before."""
        self.standings = standings
        self.facts = facts

    def __call__(self, condition: Condition | None) -> Truth:
        """The truth of a condition; no condition always holds."""
        if condition is None:
            return Truth.TRUE
        if isinstance(condition, Atom):
            return self.atom(condition)
        certain = possible = 0
        spare = len(condition.of) - condition.needed  # so many may be false
        for part in condition.of:
            truth = self.atom(part) if type(part) is Atom else self(part)
            if truth is Truth.TRUE:
                certain += 1
                if certain == condition.needed:
                    return truth
            elif truth is Truth.UNKNOWN:
                possible += 1
            elif spare == 0:
                return truth
            else:
                spare -= 1
        return Truth.UNKNOWN if certain + possible >= condition.needed else Truth.FALSE

    def atom(self, atom: Atom) -> Truth:
        """One comparison: it is asked, and it matches."""
        if atom.subject == "data":
            return self.facts.holds(atom)
        standing = self.standings[atom.name]
        if standing.asked is Asked.NOT:
            return Truth.FALSE
        if standing.asked is Asked.PERHAPS or standing.state in COUNTS_AS_UNKNOWN:
            return Truth.UNKNOWN
        if standing.state is AnswerState.NOT_APPLICABLE:
            return Truth.FALSE
        return Truth.TRUE if COMPARE[atom.operator](standing.value, atom.values) else Truth.FALSE
