"""One line per finding, `file:line:column: level CODE message`, which editors and grep read."""

from collections.abc import Iterator

from tsukuba_pia.labels import labels
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.model.text import printable
from tsukuba_pia.reporters.reporter import Findings, Reporter, Tally, cut, one_line, summary


def report(findings: Findings) -> Iterator[str]:
    """The lines, then one that counts them."""
    words = labels(findings.language)["check"]
    tally = Tally()
    for file in tally.counting(findings.files):
        told, left = cut(file.findings)
        for one, _, fix in told:
            said = one_line(message_of(one, findings.language))
            mark = " [--fix]" if fix else ""
            place = f"{one_line(one.file)}:{one.line}:{one.column}"
            yield printable(f"{place}: {words[one.level]} {one.code} {said}{mark}\n")
        if left:
            yield printable(words["left"].format(n=left, file=one_line(file.file)) + "\n")
    yield summary(tally, findings.language) + "\n"


REPORTER = Reporter("concise", report)
