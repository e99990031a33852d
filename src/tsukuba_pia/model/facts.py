"""What the data inventory, the actors and the flows say, as conditions read it (formats.md §2.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class SetFact:
    """What was found, and whether there can be no more."""

    found: frozenset[str]
    complete: bool


@dataclass(frozen=True)
class NumberFact:
    """A number that is at least this, and whether it is exactly this."""

    at_least: Decimal
    exact: bool


@dataclass(frozen=True)
class Facts:
    """All facts of an assessment."""

    sets: Mapping[str, SetFact]
    numbers: Mapping[str, NumberFact]
