"""Findings for a person at a terminal: place, message, a frame of the source with a caret, one way out."""

from collections.abc import Iterator, Mapping

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.fold import width
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.my_number import masked
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.model.text import printable
from tsukuba_pia.reporters.reporter import Findings, Reporter
from tsukuba_pia.yaml_source import Source

WIDEST = 160  # columns of the source that are shown
COLOURS = {"error": "31;1", "warning": "33;1", "note": "36;1", "dim": "2", "code": "1"}
SECRET = ("PIA601",)  # their line is never shown: it holds what must not be repeated


def report(findings: Findings) -> str:
    """All findings, then one line that counts them."""
    lines: list[str] = []
    for diagnostic in findings.diagnostics:
        lines += [*_one(diagnostic, findings), ""]
    return printable_but_colour("\n".join([*lines, _summary(findings)]))


def printable_but_colour(text: str) -> str:
    """Our own colour codes are put in last, so that nothing in a file can be one."""
    cleaned = printable(text)
    for name, code in COLOURS.items():
        cleaned = cleaned.replace(_mark(name), f"\x1b[{code}m")
    return cleaned.replace(_mark("end"), "\x1b[0m")


def _mark(name: str) -> str:
    """A place for a colour: private-use characters, which are taken out of what files say."""
    return f"\ue000{name}\ue001"


def _paint(text: str, colour: str, findings: Findings) -> str:
    return f"{_mark(colour)}{_own(text)}{_mark('end')}" if findings.colour else _own(text)


def _own(text: str) -> str:
    """A text of a file, in which nothing can pass for a place of a colour."""
    return text.replace("\ue000", "")


def _one(diagnostic: Diagnostic, findings: Findings) -> Iterator[str]:
    words = labels(findings.language)["check"]
    place = f"{diagnostic.file}:{diagnostic.line}:{diagnostic.column}"
    level = _paint(words[diagnostic.level], diagnostic.level, findings)
    code = _paint(diagnostic.code, "code", findings)
    yield f"{_own(place)}: {level} {code} {_own(message_of(diagnostic, findings.language))}"
    source = findings.sources.get(diagnostic.file)
    if source is not None and diagnostic.code not in SECRET:
        yield from (_paint(line, "dim", findings) for line in frame(source, diagnostic))
    yield f"  {words['hint']}: {_own(hint_of(diagnostic, findings.language))}"


def frame(source: Source, diagnostic: Diagnostic) -> Iterator[str]:
    """The line of the source and a caret below its column; wide characters count as two."""
    lines = source.text.split("\n")
    if not source.text or not 1 <= diagnostic.line <= len(lines):
        return
    text = masked(lines[diagnostic.line - 1].rstrip("\r").replace("\t", " "))
    start = max(0, diagnostic.column - 1 - WIDEST // 2) if len(text) > WIDEST else 0
    shown = text[start : start + WIDEST]
    number = str(diagnostic.line)
    before = shown[: max(0, diagnostic.column - 1 - start)]
    yield f"  {number} | {'…' if start else ''}{printable(shown)}"
    yield f"  {' ' * len(number)} | {' ' * (width(printable(before)) + bool(start))}^"


def _summary(findings: Findings) -> str:
    words: Mapping[str, str] = labels(findings.language)["check"]
    counts = {level: sum(one.level == level for one in findings.diagnostics) for level in ("error", "warning", "note")}
    if not any(counts.values()):
        return words["all_fine"].format(files=_counted("files", len(findings.files), words))
    told = words["comma"].join(_counted(f"count_{level}", n, words) for level, n in counts.items() if n)
    return words["summary"].format(counts=told, files=_counted("files", len(findings.files), words))


def _counted(key: str, number: int, words: Mapping[str, str]) -> str:
    """One thing or several: English tells them apart."""
    return words[f"{key}_one" if number == 1 else key].format(n=number)


REPORTER = Reporter("text", report)
