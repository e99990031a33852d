"""The fields of a report's values; looked up once for each kind of value, for a report has thousands of them."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any


def field_names(value: object) -> tuple[str, ...]:
    """The names of the fields of a dataclass's value; of anything else none."""
    kind: Any = type(value)
    return _names(kind)


def field_values(value: object) -> tuple[Any, ...]:
    """What stands in the fields of a dataclass's value, in their order; of anything else nothing."""
    kind: Any = type(value)
    return _getter(kind)(value)


@cache
def _getter(kind: type) -> Callable[[object], tuple[Any, ...]]:
    names = _names(kind)
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
