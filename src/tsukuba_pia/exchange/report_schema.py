"""The JSON Schema of a report's JSON, made by pydantic from the very classes that it is written from.

`pia_report` is the version. While it stays, keys may be added, and none goes or changes its meaning; so whoever reads a
report has to pass over keys that they do not know, and the schema allows them.
"""

from typing import Any

from tsukuba_pia.exchange.json_schema import HEAD, Schema
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import VERSION

SAID: Schema = {
    "description": "A text, and the language that it is found in.",
    "type": "object",
    "properties": {"text": {"type": "string"}, "lang": {"type": "string"}},
    "required": ["text", "lang"],
}


def report_schema() -> Schema:
    """The schema; what every report of this version holds."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - heavy, and only schemas need it

    made: Schema = _without_titles(TypeAdapter(Report).json_schema(mode="serialization"))
    definitions = made.pop("$defs") | {"Said": SAID}
    definitions["Report"] = made
    made["properties"]["pia_report"] = {"const": VERSION}
    return {
        **HEAD,
        "title": f"pia report, version {VERSION}",
        "description": "While the version stays, keys may be added, and none goes or changes its meaning; "
        "what an earlier pia wrote lacks the later ones.",
        "$ref": "#/$defs/Report",
        "$defs": dict(sorted(definitions.items())),
    }


def _without_titles(part: Any) -> Any:  # noqa: ANN401 - JSON
    """Without what only repeats a key."""
    if isinstance(part, list):
        return [_without_titles(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {key: _without_titles(one) for key, one in part.items() if key != "title" or not isinstance(one, str)}
