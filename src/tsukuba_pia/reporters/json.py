"""Findings as one JSON document, for programs."""

import json
from collections.abc import Iterator
from typing import Any

from tsukuba_pia.diagnostics import LEVELS
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.model.text import escaped
from tsukuba_pia.reporters.reporter import Change, Findings, Reporter, Shown, Tally

VERSION = 1


def report(findings: Findings) -> Iterator[str]:
    """`{"pia_check": 1, "as_of": "…", "findings": […], "files": […], "summary": {…}}`.

    `not_checked` and `not_held` are there only where they name a file.
    """
    tally, names, between = Tally(), [], "\n"
    day = f'\n  "as_of": {text(findings.as_of)},' if findings.as_of else ""
    yield f'{{\n  "pia_check": {VERSION},{day}\n  "findings": ['
    for file in tally.counting(findings.files):
        names += [] if file.again else [file.file]
        for one in file.findings:
            yield f"{between}    {text(plain(one, findings.language))}"
            between = ",\n"
    counts = {level: tally.levels[level] for level in reversed(LEVELS)} | {"silenced": tally.silenced}
    end = "]" if between == "\n" else "\n  ]"
    missed = f',\n  "not_checked": {text(list(findings.not_checked))}' if findings.not_checked else ""
    missed += f',\n  "not_held": {text(tally.stopped)}' if tally.stopped else ""
    yield f'{end},\n  "files": {text(names)}{missed},\n  "summary": {text(counts)}\n}}\n'


def plain(found: Shown, language: str) -> dict[str, Any]:
    """A finding's fields, its words in one language; `fix` only where there is one."""
    diagnostic = found.diagnostic
    told = {
        "file": diagnostic.file,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "code": diagnostic.code,
        "level": diagnostic.level,
        "message": message_of(diagnostic, language),
        "hint": hint_of(diagnostic, language),
    }
    return told | {"fix": [_change(one) for one in found.fix]} if found.fix else told


def _change(one: Change) -> dict[str, Any]:
    (line, column), (end_line, end_column), new = one
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column, "text": new}


def text(value: object) -> str:
    """A value as JSON on one line, with nothing in it that a terminal obeys."""
    return escaped(json.dumps(value, ensure_ascii=False))


REPORTER = Reporter("json", report)
