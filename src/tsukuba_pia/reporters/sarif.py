"""Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import quote

from tsukuba_pia.lint.engine import rule_of
from tsukuba_pia.lint.pages import flowing, name_of, page_of
from tsukuba_pia.reporters.json import text
from tsukuba_pia.reporters.markdown import in_markdown
from tsukuba_pia.reporters.reporter import LONG, Change, Findings, Reporter, Shown, fingerprints, paragraphs
from tsukuba_pia.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

INSTEAD = re.compile("^(Use instead:|代わりに:)", re.MULTILINE)


def report(findings: Findings) -> Iterator[str]:
    """One run; the rules that it names stand behind the results, since only then are they known."""
    named: dict[str, int] = {}
    between = "\n"
    yield f'{{"$schema": {text(SCHEMA)}, "version": "2.1.0", "runs": [{{\n'
    yield '"columnKind": "unicodeCodePoints", "results": ['
    for file in findings.files:
        for found, fingerprint in zip(file.findings, fingerprints(file), strict=True):
            number = named.setdefault(found.diagnostic.code, len(named))
            yield f"{between}{text(_result(found, fingerprint, number, findings.language))}"
            between = ",\n"
    driver = {
        "name": "pia",
        "version": VERSION,
        "language": findings.language,
        "rules": [_rule(code, findings.language) for code in named],
    }
    day = f'"properties": {text({"as_of": findings.as_of})},\n' if findings.as_of else ""
    yield f'\n],\n{day}"tool": {{"driver": {text(driver)}}}}}]}}\n'


def _result(found: Shown, fingerprint: str, number: int, language: str) -> dict[str, Any]:
    one = found.diagnostic
    region: dict[str, Any] = {"startLine": one.line, "startColumn": one.column}
    if found.line:
        region["snippet"] = {"text": found.line[:LONG]}
    file = {"uri": _address(one.file)}
    said = paragraphs(one, language)
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": number,
        "level": one.level,
        "message": {"text": "\n\n".join(said), "markdown": "\n\n".join(map(in_markdown, said))},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
        "partialFingerprints": {"piaFinding/v1": fingerprint},
    }
    if found.fix:
        changed = {"artifactLocation": file, "replacements": [_replacement(change) for change in found.fix]}
        result["fixes"] = [{"description": {"text": said[1]}, "artifactChanges": [changed]}]
    return result


def _replacement(one: Change) -> dict[str, Any]:
    """A stretch that goes, and what comes in its place."""
    (line, column), (end_line, end_column), new = one
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"deletedRegion": region} | ({"insertedContent": {"text": new}} if new else {})


def _address(file: str) -> str:
    """A path as a relative reference: from the folder in which `pia` was called, which CI takes for the root."""
    path = quote(file.replace("\\", "/").removeprefix("./"), errors="surrogateescape")
    return f"file://{path}" if path.startswith("/") else path


@cache
def _rule(code: str, language: str) -> dict[str, Any]:
    """A rule with its page, which is both its description and its help."""
    page = flowing(page_of(code, language))
    return {
        "id": code,
        "name": name_of(code).partition("_")[2],
        "shortDescription": {"text": page.partition("\n")[0]},
        "help": {"text": page, "markdown": INSTEAD.sub(r"**\1**", page)},
        "defaultConfiguration": {"level": rule_of(code).level},
    }


REPORTER = Reporter("sarif", report)
