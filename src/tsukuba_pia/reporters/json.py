"""Findings as one JSON document, for programs."""

import json
from typing import Any

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.model.text import escaped
from tsukuba_pia.reporters.reporter import Findings, Reporter

VERSION = 1


def report(findings: Findings) -> str:
    """`{"pia_check": 1, "files": […], "findings": […], "summary": {…}}`."""
    found = [_one(diagnostic, findings.language) for diagnostic in findings.diagnostics]
    summary = {level: sum(one["level"] == level for one in found) for level in ("error", "warning", "note")}
    whole = {"pia_check": VERSION, "files": list(findings.files), "findings": found, "summary": summary}
    return escaped(json.dumps(whole, ensure_ascii=False, indent=2))


def _one(diagnostic: Diagnostic, language: str) -> dict[str, Any]:
    return {
        "file": diagnostic.file,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "code": diagnostic.code,
        "level": diagnostic.level,
        "message": message_of(diagnostic, language),
        "hint": hint_of(diagnostic, language),
    }


REPORTER = Reporter("json", report)
