"""The answers that a question can still get, as far as conditions can tell them apart."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from tsukuba_pia.model.assessment import AnswerValue
from tsukuba_pia.model.bank import NOT_APPLICABLE, SAFEGUARD_STATES, YES_NO, Option, Question
from tsukuba_pia.model.condition import Atom
from tsukuba_pia.model.kinds import Number
from tsukuba_pia.score.asked import fits
from tsukuba_pia.score.conditions import COMPARE

AT_MOST = 4096  # ways to choose of several options; far more than any bank tells apart
ANY_TEXT, ANY_DAY = "-", "2000-01-01"


class Possible(NamedTuple):
    """One answer for each way in which the comparisons turn out; `whole` where no way is missing."""

    values: tuple[AnswerValue, ...]
    whole: bool = True


def matches(atom: Atom, value: AnswerValue) -> bool:
    """Whether an agreed answer matches; one that the question does not apply never does."""
    return value != NOT_APPLICABLE and COMPARE[atom.operator](value, atom.values)


def possible(question: Question, atoms: Sequence[Atom]) -> Possible:
    """The answers that a person can still give; what cannot be told apart is named once, but for bare choices."""
    other = (NOT_APPLICABLE,) if question.may_not_apply else ()
    if question.type == "choices":
        chosen, whole = _chosen(question, atoms)
        return Possible((*other, *chosen), whole)
    return Possible((*other, *_simple(question, atoms)))


def _simple(question: Question, atoms: Sequence[Atom]) -> Iterator[AnswerValue]:
    match question.type:
        case "yes_no":
            yield from YES_NO
        case "safeguard":
            yield from SAFEGUARD_STATES
        case "choice":
            yield from question.answers
        case "number":
            yield from _told_apart([one for one in _numbers(question, atoms) if fits(question, one)], atoms)
        case "date":
            yield from _told_apart([one for one in _days(atoms) if fits(question, one)], atoms)
        case _:
            yield ANY_TEXT


def _told_apart(values: Sequence[AnswerValue], atoms: Sequence[Atom]) -> Iterator[AnswerValue]:
    """The first of those that no comparison tells apart."""
    seen: dict[tuple[bool, ...], AnswerValue] = {}
    for value in values:
        seen.setdefault(tuple(matches(atom, value) for atom in atoms), value)
    yield from seen.values()


def _numbers(question: Question, atoms: Sequence[Atom]) -> Iterator[Number]:
    """Every bound, and one number in each gap between them, whole where there is one."""
    limits = [Decimal(one) for one in (question.min, question.max) if one is not None]
    bounds = sorted({*(Decimal(str(value)) for atom in atoms for value in atom.values), *limits}) or [Decimal(0)]
    yield _plain(bounds[0] - 1)
    for number, bound in enumerate(bounds):
        yield _plain(bound)
        if number + 1 < len(bounds):
            yield _plain(_between(bound, bounds[number + 1]))
    yield _plain(bounds[-1] + 1)


def _between(low: Decimal, high: Decimal) -> Decimal:
    whole = low.to_integral_value(rounding="ROUND_FLOOR") + 1
    return whole if whole < high else (low + high) / 2


def _plain(number: Decimal) -> Number:
    return int(number) if number == number.to_integral_value() else number


def _days(atoms: Sequence[Atom]) -> Iterator[str]:
    """Every bound with the days around it: between two bounds there is no other kind of day."""
    yield from (ANY_DAY,) if not atoms else ()
    for bound in sorted({str(value) for atom in atoms for value in atom.values}):
        for days in (-1, 0, 1):
            try:
                yield (date.fromisoformat(bound) + timedelta(days=days)).isoformat()
            except (ValueError, OverflowError):
                continue


def _chosen(question: Question, atoms: Sequence[Atom]) -> tuple[tuple[AnswerValue, ...], bool]:
    """Ways to choose: some of those that go together, the empty choice too, or one that stands alone.

    Comparisons with a choice of several only ask whether any of some options is in it, so ways can be built up.
    """
    ways: dict[tuple[bool, ...], tuple[str, ...]] = {_told((), atoms): ()}
    for one in _kinds([option for option in question.options if not option.exclusive], atoms):
        for some in tuple(ways.values()):
            ways.setdefault(_told((*some, one), atoms), (*some, one))
        if len(ways) > AT_MOST:
            return tuple(ways.values()), False
    for one in _kinds([option for option in question.options if option.exclusive], atoms):
        ways.setdefault(_told((one,), atoms), (one,))
    return tuple(ways.values()), True


def _told(some: tuple[str, ...], atoms: Sequence[Atom]) -> tuple[bool, ...]:
    return tuple(matches(atom, some) for atom in atoms)


def _kinds(options: Sequence[Option], atoms: Sequence[Atom]) -> tuple[str, ...]:
    """The first option of each kind that the comparisons know."""
    kinds: dict[tuple[bool, ...], str] = {}
    for option in options:
        kinds.setdefault(tuple(option.id in atom.values for atom in atoms), option.id)
    return tuple(kinds.values())
