"""Findings in reviewdog's format `rdjson` (its columns count bytes of UTF-8)."""

from collections.abc import Iterator

from tsukuba_pia.reporters.json import text
from tsukuba_pia.reporters.reporter import Change, Findings, Reporter, Shown, paragraphs

SEVERITY = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def report(findings: Findings) -> Iterator[str]:
    """`{"source": {"name": "pia"}, "diagnostics": […]}`."""
    between = "\n"
    yield '{"source": {"name": "pia"}, "diagnostics": ['
    for file in findings.files:
        for found in file.findings:
            yield f"{between}{text(_one(found, findings.language))}"
            between = ",\n"
    yield "\n]}\n"


def _one(found: Shown, language: str) -> dict[str, object]:
    one = found.diagnostic
    before = found.line[: one.column - 1] if found.line else " " * (one.column - 1)
    start = {"line": one.line, "column": len(before.encode()) + 1}
    told: dict[str, object] = {
        "message": "\n\n".join(paragraphs(one, language)),
        "location": {"path": one.file, "range": {"start": start}},
        "severity": SEVERITY[one.level],
        "code": {"value": one.code},
    }
    if found.line and found.fix and all(change.start.line == change.end.line == one.line for change in found.fix):
        told["suggestions"] = [_suggestion(change, found.line) for change in found.fix]
    return told


def _suggestion(change: Change, line: str) -> dict[str, object]:
    """What goes in its place; said only of the finding's own line, whose bytes can be counted."""
    ends = {"start": change.start, "end": change.end}
    places = {name: {"line": at.line, "column": len(line[: at.column - 1].encode()) + 1} for name, at in ends.items()}
    return {"range": places, "text": change.text}


REPORTER = Reporter("rdjson", report)
