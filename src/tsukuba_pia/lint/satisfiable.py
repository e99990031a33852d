"""Whether conditions can hold together, for some answers and some inventory: exact, by search.

An atom is true only on a question that is asked, so what leads to a question belongs to the search. Options that
exclude each other are taken as compatible, and a search that grows too large as successful: a rule that asks here may
miss something, and never accuses wrongly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice
from typing import Any, NamedTuple

from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.condition import ORDER_OPERATORS, Atom, Condition, Joined

MOST_STEPS = 5_000
INVERTED = ("is_not", "includes_none")  # true where the values are absent


class Wanted(NamedTuple):
    """A condition that is to be true, or false."""

    condition: Condition | None
    truth: bool


class Several(NamedTuple):
    """At least `needed` of these."""

    needed: int
    of: tuple[Wanted, ...]


class IsAsked(NamedTuple):
    """A question that is to be asked, or not."""

    question: str
    truth: bool


Goal = Wanted | Several | IsAsked
Bound = str | int | Decimal


@dataclass(frozen=True, slots=True)
class Domain:
    """What a question or a fact may still be."""

    several: bool = False  # a set of values, which may be empty
    allowed: frozenset[Any] | None = None  # None: anything
    gone: frozenset[Any] = frozenset()
    wanted: tuple[frozenset[Any], ...] = ()  # of a set: one of each of these
    others: tuple[frozenset[Any], ...] = ()  # of a set: one outside each of these
    least: tuple[Bound, bool] | None = None  # with whether the bound itself is out
    most: tuple[Bound, bool] | None = None

    @property
    def possible(self) -> bool:
        """Whether a value is left."""
        left = None if self.allowed is None else self.allowed - self.gone
        if left is not None and not left and not self.several:
            return False
        if any(not (one - self.gone if left is None else one & left) for one in self.wanted):
            return False
        if left is not None and any(not (left - one) for one in self.others):
            return False
        return self._interval_is_open()

    def _interval_is_open(self) -> bool:
        if self.least is None or self.most is None:
            return True
        low: Any = self.least[0]
        high: Any = self.most[0]
        return bool(low < high) or (low == high and not self.least[1] and not self.most[1])


@dataclass(frozen=True, slots=True)
class Known:
    """A way to ask for a question: its type, its options, and the conditions that lead to it."""

    question: Question
    leads: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What has been settled on the way."""

    domains: Mapping[str, Domain] = field(default_factory=dict)
    asked: Mapping[str, bool] = field(default_factory=dict)


class Search:
    """Looks for answers under which conditions come out as wanted."""

    def __init__(self, questions: Mapping[str, Known]) -> None:
        """The questions that conditions may read."""
        self.questions = questions
        self.steps = 0

    def possible(self, *wanted: Wanted) -> bool:
        """Whether all can come out as wanted at once."""
        self.steps = 0
        return self._solve(list(wanted), State())

    def _solve(self, goals: Sequence[Goal], state: State) -> bool:
        self.steps += 1
        if not goals or self.steps > MOST_STEPS:
            return True
        *rest, goal = goals
        if isinstance(goal, Several):
            return self._several(goal, rest, state)
        if isinstance(goal, IsAsked):
            return self._asked(goal, rest, state)
        return self._condition(goal, rest, state)

    def _asked(self, goal: IsAsked, goals: list[Goal], state: State) -> bool:
        known = state.asked.get(goal.question)
        if known is not None:
            return known is goal.truth and self._solve(goals, state)
        settled = replace(state, asked={**state.asked, goal.question: goal.truth})
        return self._solve([*goals, _led(self.questions[goal.question].leads, truth=goal.truth)], settled)

    def _condition(self, goal: Wanted, goals: list[Goal], state: State) -> bool:
        condition = goal.condition
        if condition is None:
            return goal.truth and self._solve(goals, state)
        if isinstance(condition, Joined):
            return self._solve([*goals, _parts(condition, truth=goal.truth)], state)
        if condition.subject == "question":
            return self._question(condition, goals, state, truth=goal.truth)
        narrowed = self._narrowed(condition, state, truth=goal.truth)
        return narrowed is not None and self._solve(goals, narrowed)

    def _several(self, goal: Several, goals: list[Goal], state: State) -> bool:
        if goal.needed <= 0:
            return self._solve(goals, state)
        if goal.needed > len(goal.of):
            return False
        if goal.needed == len(goal.of):
            return self._solve([*goals, *goal.of], state)
        first, rest = goal.of[0], goal.of[1:]
        return self._solve([*goals, Several(goal.needed - 1, rest), first], state) or self._solve(
            [*goals, Several(goal.needed, rest)], state
        )

    def _question(self, atom: Atom, goals: list[Goal], state: State, *, truth: bool) -> bool:
        if atom.name not in self.questions:
            return self._solve(goals, state)
        if not truth and self._may_be_left_out(atom, goals, state):
            return True
        narrowed = self._narrowed(atom, state, truth=truth)
        return narrowed is not None and self._solve([*goals, IsAsked(atom.name, truth=True)], narrowed)

    def _may_be_left_out(self, atom: Atom, goals: list[Goal], state: State) -> bool:
        """False because nobody is asked, or because it does not apply."""
        known = self.questions[atom.name]
        if known.question.may_not_apply:
            return self._solve(list(goals), state)
        return bool(known.leads) and self._solve([*goals, IsAsked(atom.name, truth=False)], state)

    def _narrowed(self, atom: Atom, state: State, *, truth: bool) -> State | None:
        known = self.questions.get(atom.name) if atom.subject == "question" else None
        name = f"{atom.subject} {atom.name}"
        domain = _narrow(state.domains.get(name) or _whole(known), atom, truth=truth)
        return replace(state, domains={**state.domains, name: domain}) if domain.possible else None


def _led(leads: tuple[Condition, ...], *, truth: bool) -> Several:
    """A question is asked where all that leads to it holds."""
    parts = tuple(Wanted(one, truth) for one in leads)
    return Several(len(parts) if truth else 1, parts)


def _parts(joined: Joined, *, truth: bool) -> Several:
    parts = tuple(Wanted(one, truth) for one in joined.of)
    return Several(joined.needed if truth else len(parts) - joined.needed + 1, parts)


def _whole(known: Known | None) -> Domain:
    if known is None:
        return Domain(several=True)
    question = known.question
    if question.type == "number":
        least = None if question.min is None else (question.min, False)
        return Domain(least=least, most=None if question.max is None else (question.max, False))
    return Domain(question.type == "choices", frozenset(question.answers)) if question.answers else Domain()


def _narrow(domain: Domain, atom: Atom, *, truth: bool) -> Domain:
    values = frozenset(atom.values)
    if atom.operator in ORDER_OPERATORS:
        return _bounded(domain, atom.operator, atom.values[0], truth=truth)
    if atom.operator == "includes_other_than":
        if truth:
            return replace(domain, others=(*domain.others, values))
        return replace(domain, allowed=values if domain.allowed is None else domain.allowed & values)
    there = truth is not (atom.operator in INVERTED)
    if not there:
        return replace(domain, gone=domain.gone | values)
    if not domain.several:
        return replace(domain, allowed=values if domain.allowed is None else domain.allowed & values)
    return replace(domain, wanted=(*domain.wanted, values))


def _bounded(domain: Domain, operator: str, bound: Bound, *, truth: bool) -> Domain:
    rising = (operator in ("at_least", "above")) is truth
    strict = (operator in ("above", "below")) is truth
    new = (bound, strict)
    if rising:
        return replace(domain, least=max(filter(None, (domain.least, new)), key=_tightness(rising=True)))
    return replace(domain, most=min(filter(None, (domain.most, new)), key=_tightness(rising=False)))


def _tightness(*, rising: bool) -> Any:  # noqa: ANN401 - a key for max and min
    return (lambda one: (one[0], one[1])) if rising else (lambda one: (one[0], not one[1]))


def direct_atoms(condition: Condition) -> list[tuple[int, Atom]]:
    """The atoms of an `all`, with their places in it."""
    if not isinstance(condition, Joined) or condition.word != "all":
        return []
    return [(number, part) for number, part in enumerate(condition.of) if isinstance(part, Atom)]


def pairs_that_clash(condition: Condition, questions: Mapping[str, Known]) -> list[tuple[int, Atom]]:
    """The atoms of an `all` that cannot hold together with an earlier one about the same thing."""
    alone = {name: Known(known.question) for name, known in questions.items()}
    found = []
    atoms = direct_atoms(condition)
    for order, (number, atom) in enumerate(atoms):
        same = [one for _, one in islice(atoms, order) if (one.subject, one.name) == (atom.subject, atom.name)]
        if any(not Search(alone).possible(Wanted(one, truth=True), Wanted(atom, truth=True)) for one in same):
            found.append((number, atom))
    return found
