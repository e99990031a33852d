"""The fields of a report's values; looked up once for each kind of value, for a report has thousands of them."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def field_names(value: object) -> tuple[str, ...]:
    """The names of the fields of a dataclass's value; of anything else none."""
    kind: Any = type(value)
    return _names(kind)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
