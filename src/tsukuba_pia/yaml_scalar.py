"""What a plain scalar says, by the core schema of YAML 1.2."""

import re
from decimal import Decimal
from typing import Any

MAX_DIGITS = 30

# No infinity and no "not a number": whoever writes `.inf` or `.nan` gets a text, which is no answer to a number.
_NUMBER = re.compile(r"[-+]?(?:[0-9]+|(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+)\Z")
_OTHER_BASE = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_EXPONENT = 4  # characters of `e+100`'s exponent; more are no figure that a person means
_CONSTANTS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
NO_TEXT = frozenset(["", *(word[0] for word in _CONSTANTS if word), *"0123456789+-."])  # how all else than text begins


def value_of(raw: str) -> Any:  # noqa: ANN401 - whatever it says
    """What a plain scalar says: a number, yes or no, nothing, or its text. Raises ValueError for too long a number."""
    if raw in _CONSTANTS:
        return _CONSTANTS[raw]
    first = raw[0]
    if first.isdigit() or first in "+-.":
        if _NUMBER.match(raw):
            return _number(raw)
        if _OTHER_BASE.match(raw):
            return _number(str(int(raw, 0)) if len(raw) <= MAX_DIGITS else raw)
    return raw


def _number(raw: str) -> int | Decimal:
    """An integer, or a decimal that is exactly what stands there."""
    if len(raw) > MAX_DIGITS or len(raw.lower().partition("e")[2]) > _EXPONENT:
        raise ValueError
    if raw.lstrip("+-").isdigit():
        return int(raw)
    number = Decimal(raw)
    if abs(number.adjusted()) > MAX_DIGITS:
        raise ValueError
    return number
