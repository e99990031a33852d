"""Findings as JUnit XML: a suite per file, a failed case per finding, a passed case where there is none."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.model.text import printable
from tsukuba_pia.reporters.reporter import Findings, InFile, Reporter, Shown, one_line


def report(findings: Findings) -> Iterator[str]:
    """`<testsuites>`; only errors are failures, the rest is told as output of a passed case."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pia">\n'
    for file in findings.files:
        failures = sum(one.level == "error" for one, *_ in file.findings)
        cases = max(1, len(file.findings))
        yield f'  <testsuite name={_attribute(file.file)} tests="{cases}" failures="{failures}" errors="0">\n'
        if findings.as_of:
            yield f'    <properties><property name="as_of" value={_attribute(findings.as_of)}/></properties>\n'
        yield from _cases(file, findings.language)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _cases(file: InFile, language: str) -> Iterator[str]:
    if not file.findings:
        yield f'    <testcase classname={_attribute(file.file)} name="pia"/>\n'
    for found in file.findings:
        yield _case(found, language)


def _case(found: Shown, language: str) -> str:
    one = found.diagnostic
    message = message_of(one, language)
    name = f"{one.code} {one.line}:{one.column}"
    place = f"{one_line(one.file)}:{one.line}:{one.column}"
    body = escape(_text("\n".join((place, one_line(message), one_line(hint_of(one, language))))))
    inner = (
        f"<failure type={_attribute(one.code)} message={_attribute(message)}>{body}</failure>"
        if one.level == "error"
        else f"<system-out>{body}</system-out>"
    )
    return f"    <testcase classname={_attribute(one.file)} name={_attribute(name)}>{inner}</testcase>\n"


def _text(words: str) -> str:
    """What XML 1.0 may hold: surrogates and the two non-characters are none of it."""
    return "".join(
        one if one not in "\ufffe\uffff" and not "\ud800" <= one <= "\udfff" else "\ufffd" for one in printable(words)
    )


def _attribute(words: str) -> str:
    return quoteattr(_text(words))


REPORTER = Reporter("junit", report)
