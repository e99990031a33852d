"""Ranges of numbers in the words of options: “1,000 to 9,999”, 「1,000人以上1万人未満」."""

import re
from decimal import Decimal
from typing import NamedTuple

_NUMBER = r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(万|億)?"
_UNITS = {"万": 10_000, "億": 100_000_000}
_COUNTER = r"\s*(?:人|件|回|日|か月|年|時間|分|世帯|%|パーセント|割)*(?:分)?"


class Range(NamedTuple):
    """Numbers between two bounds; None is no bound. `open_` says that the upper bound itself is out."""

    low: Decimal | None
    high: Decimal | None
    low_out: bool = False
    high_out: bool = False


_LOW = (
    (re.compile(rf"{_NUMBER}{_COUNTER}以上"), False),
    (re.compile(rf"{_NUMBER}{_COUNTER}(?:を超え|超)"), True),
    (re.compile(rf"{_NUMBER}\s+(?:\w+\s+)?or more", re.IGNORECASE), False),
    (re.compile(rf"(?:more than|over|above)\s+{_NUMBER}", re.IGNORECASE), True),
    (re.compile(rf"at least\s+{_NUMBER}", re.IGNORECASE), False),
)
_HIGH = (
    (re.compile(rf"{_NUMBER}{_COUNTER}(?:以下|以内|まで)"), False),
    (re.compile(rf"{_NUMBER}{_COUNTER}未満"), True),
    (re.compile(rf"{_NUMBER}\s+(?:\w+\s+)?or (?:fewer|less)", re.IGNORECASE), False),
    (re.compile(rf"(?:fewer than|less than|under|below)\s+{_NUMBER}", re.IGNORECASE), True),
    (re.compile(rf"(?:at most|up to)\s+{_NUMBER}", re.IGNORECASE), False),
)
_BETWEEN = re.compile(rf"{_NUMBER}{_COUNTER}\s*(?:to|から|[-–〜～])\s*{_NUMBER}", re.IGNORECASE)


def range_in(label: str) -> Range | None:
    """The range that a label names, or None where it names none."""
    if both := _BETWEEN.search(label):
        return Range(_value(both[1], both[2]), _value(both[3], both[4]))
    low, low_out = _bound(label, _LOW)
    high, high_out = _bound(label, _HIGH)
    return None if low is None and high is None else Range(low, high, low_out, high_out)


def _bound(label: str, patterns: tuple[tuple[re.Pattern[str], bool], ...]) -> tuple[Decimal | None, bool]:
    for pattern, out in patterns:
        if found := pattern.search(label):
            return _value(found[1], found[2]), out
    return None, False


def _value(digits: str, unit: str | None) -> Decimal:
    return Decimal(digits.replace(",", "")) * _UNITS.get(unit or "", 1)


def overlap(one: Range, two: Range) -> bool:
    """Whether a number is in both."""
    lows = [(bound.low, bound.low_out) for bound in (one, two) if bound.low is not None]
    highs = [(bound.high, bound.high_out) for bound in (one, two) if bound.high is not None]
    if not lows or not highs:
        return True
    low, low_out = max(lows)
    high, high_out = min(highs, key=lambda bound: (bound[0], not bound[1]))
    return low < high or (low == high and not low_out and not high_out)
