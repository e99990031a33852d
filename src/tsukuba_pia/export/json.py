"""A report as one JSON document, versioned: `{"pia_report": 1, …}`, the same figures as the pages."""

import json
from typing import Any

from tsukuba_pia.export.exporter import Exporter, Labels
from tsukuba_pia.model.text import Said, unmarked
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.fields import field_names

_AS_IT_IS = frozenset((str, int, bool, float, type(None)))


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
    from pydantic_core import to_json  # noqa: PLC0415 - only registers need it

    return f"{unmarked(to_json(_marked(report)).decode())}\n".encode()


def _marked(value: object) -> Any:  # noqa: ANN401 - what JSON knows
    if value.__class__ in _AS_IT_IS:
        return value
    if isinstance(value, Said):
        return {"text": value.words, "lang": value.language}
    if isinstance(value, tuple):
        return [_marked(one) for one in value]
    return {name: _marked(getattr(value, name)) for name in field_names(value)} or value


EXPORTER = Exporter("json", ".json", export, Report)
