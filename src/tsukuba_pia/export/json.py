"""A report as one JSON document, versioned: `{"pia_report": 1, …}`, the same figures as the pages."""

import json
from collections.abc import Callable
from dataclasses import fields
from functools import cache, lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any

from tsukuba_pia.export.exporter import Exporter, Labels
from tsukuba_pia.model.text import Said, unmarked
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.fields import field_names, field_values


@lru_cache(1 << 14)  # most texts are those of banks: other reports say them, too
def _said(said: Said) -> str:
    return f'{{"text":{quoted(said.words)},"lang":{quoted(said.language)}}}'


_WRITERS: dict[type, Callable[[Any], str]] = {
    Said: _said,
    str: quoted,
    int: repr,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): {None: "null"}.__getitem__,
}


def export(report: Report, labels: Labels) -> str:  # noqa: ARG001 - programs read ids, not labels
    """Every field of the report by its name; a text is `{"text": …, "lang": …}`."""
    return json.dumps(plain(report), ensure_ascii=False, indent=2) + "\n"


def plain(value: object) -> Any:  # noqa: ANN401 - what JSON knows
    """A part of a report as plain data."""
    if isinstance(value, Said):
        return {"text": unmarked(value.words), "lang": value.language}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, str):
        return unmarked(value)
    names = field_names(value)
    return {name: plain(getattr(value, name)) for name in names} if names else value


def compact(report: Report) -> bytes:
    """The same document on one line, for programs alone; a register holds thousands of them, so it is made faster."""
    line = _Line()
    written = line.with_fields(report)
    line.clear()  # it holds itself, and much beside: that goes now
    return f"{unmarked(written)}\n".encode()


class _Line(dict[type, Callable[[Any], str]]):
    """Writes the values of one report, each kind in its way; what stands in several places is written once."""

    def __init__(self) -> None:
        super().__init__(_WRITERS)
        self[tuple] = self._list
        self._known: dict[int, str] = {}  # by the value itself, which the report holds

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        self[kind] = self.with_fields
        return self.with_fields

    def with_fields(self, value: Any) -> str:  # noqa: ANN401 - a dataclass
        """A value of a dataclass."""
        known = self._known.get(id(value))
        if known is None:
            parts = [*_frame(value.__class__)]
            parts[1::2] = [self[one.__class__](one) for one in field_values(value)]
            known = self._known[id(value)] = "".join(parts)
        return known

    def _list(self, values: tuple[object, ...]) -> str:
        return f"[{','.join([self[one.__class__](one) for one in values])}]"


@cache
def _frame(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a dataclass
    """What stands around the fields of a value, and between it the places for them."""
    first, *others = (f'"{one.name}":' for one in fields(kind))
    return (f"{{{first}", "", *(part for name in others for part in (f",{name}", "")), "}")


EXPORTER = Exporter("json", ".json", export, Report)
