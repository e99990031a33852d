"""Findings as GitLab's Code Quality report."""

from collections.abc import Iterator

from tsukuba_pia.reporters.json import text
from tsukuba_pia.reporters.reporter import Findings, Reporter, fingerprints, paragraphs

SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def report(findings: Findings) -> Iterator[str]:
    """One array; an empty one says that nothing was found."""
    between = "\n"
    yield "["
    for file in findings.files:
        for (one, *_), fingerprint in zip(file.findings, fingerprints(file), strict=True):
            issue = {
                "description": "\n\n".join(paragraphs(one, findings.language)),
                "check_name": one.code,
                "fingerprint": fingerprint,
                "severity": SEVERITY[one.level],
                "location": {"path": one.file.removeprefix("./"), "lines": {"begin": one.line}},
            }
            yield f"{between}{text(issue)}"
            between = ",\n"
    yield "\n]\n"


REPORTER = Reporter("gitlab", report)
