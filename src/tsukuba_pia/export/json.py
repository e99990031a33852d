"""A report as one JSON document, versioned: `{"pia_report": 1, …}`, the same figures as the pages."""

import json
from dataclasses import fields, is_dataclass
from typing import Any

from tsukuba_pia.export.exporter import Exporter, Labels
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.document import Report


def export(report: Report, labels: Labels) -> str:  # noqa: ARG001 - programs read ids, not labels
    """Every field of the report by its name; a text is `{"text": …, "lang": …}`."""
    return json.dumps(plain(report), ensure_ascii=False, indent=2) + "\n"


def plain(value: object) -> Any:  # noqa: ANN401 - what JSON knows
    """A part of a report as plain data."""
    if isinstance(value, Said):
        return {"text": value.words, "lang": value.language}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


EXPORTER = Exporter("json", ".json", export, Report)
