"""Findings as Markdown tables, for a comment on a pull request or the summary of a job; their number comes first."""

import re
from collections.abc import Iterator

from tsukuba_pia.diagnostics import LEVELS
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.model.text import printable
from tsukuba_pia.reporters.reporter import Findings, InFile, Reporter, Tally, cut, one_line, summary

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@:-])")


def report(findings: Findings) -> Iterator[str]:
    """A line that counts the findings, then a table per file with some."""
    tally = Tally()
    tables = [piece for file in tally.counting(findings.files) for piece in _table(file, findings.language)]
    yield "\n\n".join(summary(tally, findings.language).split("\n")) + "\n"
    yield from tables


def _table(file: InFile, language: str) -> Iterator[str]:
    if not file.findings:
        return
    words = labels(language)["check"]
    told, left = cut(file.findings)
    yield f"\n### {in_markdown(file.file)}\n\n"
    yield f"| {' | '.join(words[f'column_{one}'] for one in ('place', 'level', 'code', 'finding'))} |\n"
    yield "| --: | --- | --- | --- |\n"
    for one, *_ in sorted(told, key=lambda one: -LEVELS.index(one.diagnostic.level)):
        elsewhere = f"{in_markdown(one.file)} " if one.file != file.file else ""
        said = f"{in_markdown(message_of(one, language))}<br>{in_markdown(hint_of(one, language))}"
        yield f"| {elsewhere}{one.line}:{one.column} | {words[one.level]} | {one.code} | {said} |\n"
    if left:
        yield f"\n{in_markdown(words['left'].format(n=left, file=file.file))}\n"


def in_markdown(text: str) -> str:
    """A text of a file that stays text: no mark-up, no link, no mention, no new row."""
    return _MARKS.sub(r"\\\1", one_line(printable(text)))


REPORTER = Reporter("markdown", report)
