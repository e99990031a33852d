"""Conditions in three values: missing or unknown makes an atom unknown, not asked makes it false."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from tsukuba_pia.model.assessment import AnswerValue
from tsukuba_pia.model.condition import NUMBER_FACTS, Atom, Condition, Value
from tsukuba_pia.model.facts import Facts, NumberFact
from tsukuba_pia.model.result import COUNTS_AS_UNKNOWN, AnswerState, Asked, Standing, Truth

Compare = Callable[[AnswerValue, tuple[Value, ...]], bool]
# By names of our own: the lookup in an enumeration takes as long as the whole comparison, and this is asked a lot.
TRUE, UNKNOWN, FALSE = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE
NOT_ASKED, PERHAPS, NOT_APPLICABLE = Asked.NOT, Asked.PERHAPS, AnswerState.NOT_APPLICABLE


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
            return TRUE
        if isinstance(condition, Atom):
            return self.atom(condition)
        certain = possible = 0
        spare = len(condition.of) - condition.needed  # so many may be false
        for part in condition.of:
            truth = self.atom(part) if type(part) is Atom else self(part)
            if truth is TRUE:
                certain += 1
                if certain == condition.needed:
                    return truth
            elif truth is UNKNOWN:
                possible += 1
            elif spare == 0:
                return truth
            else:
                spare -= 1
        return UNKNOWN if certain + possible >= condition.needed else FALSE

    def atom(self, atom: Atom) -> Truth:
        """One comparison: it is asked, and it matches."""
        if atom.subject == "data":
            return _of_facts(atom, self.facts)
        standing = self.standings[atom.name]
        if standing.asked is NOT_ASKED:
            return FALSE
        if standing.asked is PERHAPS or standing.state in COUNTS_AS_UNKNOWN:
            return UNKNOWN
        if standing.state is NOT_APPLICABLE:
            return FALSE
        return TRUE if COMPARE[atom.operator](standing.value, atom.values) else FALSE


def _of_facts(atom: Atom, facts: Facts) -> Truth:
    """What is found is true; what is not found is unknown unless the inventory is complete."""
    if atom.name in NUMBER_FACTS:
        return _of_a_number(atom, facts.numbers[atom.name])
    fact = facts.sets[atom.name]
    unfound = FALSE if fact.complete else UNKNOWN
    match atom.operator:
        case "includes":
            return unfound if fact.found.isdisjoint(atom.words) else TRUE
        case "includes_other_than":
            return unfound if fact.found <= atom.words else TRUE
        case _:  # includes_none
            if not fact.found.isdisjoint(atom.words):
                return FALSE
            return TRUE if fact.complete else UNKNOWN


def _of_a_number(atom: Atom, fact: NumberFact) -> Truth:
    """A number that may still grow: it can reach a bound from below, and never fall back under it."""
    bound = Decimal(str(atom.values[0]))
    reached = fact.at_least >= bound if atom.operator in ("at_least", "below") else fact.at_least > bound
    rising = atom.operator in ("at_least", "above")
    if reached:
        return TRUE if rising else FALSE
    if not fact.exact:
        return UNKNOWN
    return FALSE if rising else TRUE
