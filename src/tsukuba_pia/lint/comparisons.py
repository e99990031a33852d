"""Which comparisons fit what: a type of question, a set of words or a number from the data inventory."""

import re
from collections.abc import Mapping
from decimal import Decimal

from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.condition import NUMBER_FACTS, ORDER_OPERATORS, SET_FACTS, Atom

_ONE, _SEVERAL = ("is", "is_not"), ("includes", "includes_none")
FITTING: Mapping[str, tuple[str, ...]] = {
    "choice": _ONE, "yes_no": _ONE, "safeguard": _ONE, "choices": _SEVERAL,
    "number": ORDER_OPERATORS, "date": ORDER_OPERATORS, "text": (),
    "set": (*_SEVERAL, "includes_other_than"), "count": ORDER_OPERATORS,
}  # fmt: skip
_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\Z")


def compared(atom: Atom, question: Question | None) -> str | None:
    """What is compared: a type of question, a set or a count; None where there is no such thing."""
    if atom.subject == "data":
        return "set" if atom.name in SET_FACTS else "count" if atom.name in NUMBER_FACTS else None
    return question.type if question else None


def is_bound(atom: Atom, kind: str) -> bool:
    """Whether an order comparison names one number, or one date of a date."""
    if len(atom.values) != 1:
        return False
    bound = atom.values[0]
    if kind == "date":
        return isinstance(bound, str) and bool(_DATE.match(bound))
    return isinstance(bound, int | Decimal)


def is_sound(atom: Atom, question: Question | None) -> bool:
    """Whether a comparison can be worked out at all."""
    kind = compared(atom, question)
    if kind is None or atom.operator not in FITTING[kind]:
        return False
    return atom.operator not in ORDER_OPERATORS or is_bound(atom, kind)
