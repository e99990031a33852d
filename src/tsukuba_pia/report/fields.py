"""The fields of a report's values; looked up once for each kind of value, for a report has thousands of them."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Literal, get_args, get_origin, get_type_hints

_SILENT = frozenset((str, int, bool, type(None), ...))


def field_names(value: object) -> tuple[str, ...]:
    """The names of the fields of a dataclass's value; of anything else none."""
    kind: Any = type(value)
    return _names(kind)


def field_values(value: object) -> tuple[Any, ...]:
    """What stands in the fields of a dataclass's value, in their order; of anything else nothing."""
    kind: Any = type(value)
    return _getter(kind)(value)


def telling_values(value: object) -> tuple[Any, ...]:
    """The same without the fields that by their type hold no text of a report: numbers, ids, answers yes or no."""
    kind: Any = type(value)
    return _telling(kind)(value)


@cache
def _telling(kind: type) -> Callable[[object], tuple[Any, ...]]:
    names = _names(kind)
    hints = get_type_hints(kind) if names else {}
    return _getter_of(tuple(name for name in names if not _silent(hints[name])))


def _silent(hint: Any) -> bool:  # noqa: ANN401 - whatever a type can be
    return (
        hint in _SILENT or (get_origin(hint) is Literal) or (bool(get_args(hint)) and all(map(_silent, get_args(hint))))
    )


@cache
def _getter(kind: type) -> Callable[[object], tuple[Any, ...]]:
    return _getter_of(_names(kind))


def _getter_of(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
