"""Plain data → YAML as a person would type it: no anchors, quotes only where they are needed."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

Path = tuple[str | int, ...]

_BARE = re.compile(r"[A-Za-z_](?:[\w.@/-]*[\w])?|[\u3000-\u9fff\uff10-\uffef]+|\d{4}-\d\d-\d\d", re.ASCII)
_WORDS = ("true", "false", "null", "True", "False", "Null", "Yes", "No")


def text_of(data: Any, twice: Path | None = None) -> bytes:  # noqa: ANN401 - plain data
    """The file; the entry at `twice` stands there twice."""
    return "".join(f"{line}\n" for line in _lines(data, (), twice)).encode()


def _lines(value: Any, path: Path, twice: Path | None) -> Iterator[str]:  # noqa: ANN401 - plain data
    if not isinstance(value, (dict, list)) or not value:
        yield _scalar(value)
        return
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inside in entries:
        here = (*path, key)
        lines = list(_entry(key if isinstance(value, dict) else None, inside, here, twice))
        yield from lines * (2 if here == twice else 1)


def _entry(key: object, value: Any, path: Path, twice: Path | None) -> Iterator[str]:  # noqa: ANN401 - plain data
    head = "-" if key is None else f"{_scalar(key)}:"
    first, *more = _lines(value, path, twice)
    if not isinstance(value, (dict, list)) or not value:
        yield f"{head} {first}".rstrip()
        return
    if key is None:
        yield f"- {first}"
    else:
        yield head
        yield f"  {first}"
    yield from (f"  {line}" for line in more)


def _scalar(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | Decimal():
            return str(value)
        case str() if _BARE.fullmatch(value) and value not in _WORDS:
            return value
    return json.dumps(value, ensure_ascii=False)
