"""Findings as annotations of a GitHub workflow (workflow commands on stdout).

GitHub shows the first ten errors, warnings and notices of a step, so what weighs most comes first: gates, which nothing
silences, and what keeps rules from being asked, before all else.
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import LEVELS, Diagnostic
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.silencing import binds
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.model.text import printable
from tsukuba_pia.reporters.reporter import Findings, Reporter, Tally, cut, summary

COMMAND = {"error": "error", "warning": "warning", "note": "notice"}


def report(findings: Findings) -> Iterator[str]:
    """One workflow command per finding, then one line that counts them."""
    words = labels(findings.language)["check"]
    tally = Tally()
    kept: list[Diagnostic] = []
    lefts: list[str] = []
    for file in tally.counting(findings.files):
        told, left = cut(file.findings)
        kept += [one for one, *_ in told]
        lefts += [f"::notice::{_words(words['left'].format(n=left, file=file.file))}\n"] if left else []
    yield from (_annotation(one, findings.language) for one in sorted(kept, key=_weight))
    yield from lefts
    yield summary(tally, findings.language) + "\n"


def _weight(one: Diagnostic) -> tuple[int, bool]:
    return -LEVELS.index(one.level), not binds(one)


def _annotation(one: Diagnostic, language: str) -> str:
    where = f"file={_value(one.file)},line={one.line},col={one.column},title={_value(one.code)}"
    said = f"{message_of(one, language)}\n{hint_of(one, language)}"
    return f"::{COMMAND[one.level]} {where}::{_words(said)}\n"


def _words(text: str) -> str:
    """What stands behind the command: a line end in it would begin a command of the file's own."""
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _words(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter("github", report)
