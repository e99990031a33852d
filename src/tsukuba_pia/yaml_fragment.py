"""Plain data → lines of YAML, as a person would write them: short words plain, long notes as block texts.

Every text is tried in the nicest style first and read back; what would not come back as it is gets double quotes.
"""

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tsukuba_pia.yaml_source import parse

LIST_WIDTH = 96
_PLAIN = re.compile(r"[^\s?:,\[\]{}#&*!|>'\"%@`-][^\s,\[\]{}]*(?: [^\s,\[\]{}]+)*\Z")
_AWKWARD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")

Scalar = str | int | Decimal | bool | None


def reads_as(text: str, value: object) -> bool:
    """Whether a text of YAML says this value, and of this type."""
    source = parse(f"k: {text}\n".encode(), "")
    return not source.diagnostics and same(source.data, {"k": value})


def same(one: Any, other: Any) -> bool:  # noqa: ANN401 - plain data
    """Equal in value and in type, so that `5` is not `"5"`, and keys in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    number = (int, Decimal)
    if (
        isinstance(one, number)
        and isinstance(other, number)
        and not isinstance(one, bool)
        and not isinstance(other, bool)
    ):
        return one == other
    return type(one) is type(other) and bool(one == other)


def inline(value: object) -> str:
    """A value on one line, safe inside brackets too."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{inline(key)}: {inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(inline, value)) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _quoted(value) if isinstance(value, str) else str(value)


@lru_cache(maxsize=8192)  # minutes are written anew at every act, and reading back is slow
def _quoted(text: str) -> str:
    """Plain where that reads back, else in double quotes."""
    if _PLAIN.match(text) and not _AWKWARD.search(text) and reads_as(text, text) and reads_as(f"[{text}]", [text]):
        return text
    return _escaped(text)


def _escaped(text: str) -> str:
    """In double quotes; what no text file should hold is written as its number."""
    return _AWKWARD.sub(
        lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f")
    )


def value_lines(value: object, step: int) -> list[str]:
    """What stands behind a key's colon, then the lines below it, indented by `step` from the key."""
    if isinstance(value, Mapping) and value:
        return ["", *_indented(mapping_lines(value, step), step)]
    if isinstance(value, list | tuple) and value:
        if not any(isinstance(one, Mapping) for one in value) and len(short := inline(value)) <= LIST_WIDTH:
            return [f" {short}"]
        return ["", *_indented([line for one in value for line in item_lines(one, step)], step)]
    if isinstance(value, str) and "\n" in value and (lines := _literal(value, step)):
        return lines
    return [f" {inline(value)}" if value is not None else ""]


def mapping_lines(data: Mapping[str, object], step: int) -> list[str]:
    """A mapping, a key a line."""
    lines = []
    for key, value in data.items():
        first, *rest = value_lines(value, step)
        lines += [f"{inline(key)}:{first}", *rest]
    return lines


def item_lines(value: object, step: int) -> list[str]:
    """An item of a list: a dash with its first line, then the lines below it."""
    if isinstance(value, Mapping) and value:
        first, *rest = mapping_lines(value, step)
        return [f"- {first}", *_indented(rest, 2)]
    return [f"- {inline(value)}"]


def _indented(lines: Sequence[str], step: int) -> list[str]:
    return [" " * step + line if line else line for line in lines]


def _literal(text: str, step: int) -> list[str]:
    """A text of several lines as a block, or nothing where a block would not bring it back."""
    if _AWKWARD.search(text) or not text.strip() or "\t" in text:
        return []
    body = text.rstrip("\n")
    tail = len(text) - len(body)
    end = ("-", "")[tail] if tail <= 1 else "+"
    lines = [f" |{end}", *_indented(text.split("\n")[: -1 if tail else None], step)]
    return lines if end != "+" and reads_as("\n".join(lines).lstrip(), text) else []
