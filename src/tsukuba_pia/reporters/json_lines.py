"""Findings as JSON, one to a line, for programs that read while it runs."""

from collections.abc import Iterator

from tsukuba_pia.reporters.json import plain, text
from tsukuba_pia.reporters.reporter import Findings, Reporter


def report(findings: Findings) -> Iterator[str]:
    """The fields of `json`, each finding on its line; no finding, no line."""
    for file in findings.files:
        for one in file.findings:
            yield f"{text(plain(one, findings.language))}\n"


REPORTER = Reporter("json-lines", report)
