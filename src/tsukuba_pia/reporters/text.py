"""Findings for a person at a terminal: place, message, a frame of the source with a caret, one way out."""

from collections.abc import Iterator

from tsukuba_pia.fold import width
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.model.text import printable
from tsukuba_pia.reporters.reporter import Findings, Reporter, Shown, Tally, cut, one_line, summary

WIDEST = 160  # columns of the source that are shown
COLOURS = {"error": "31;1", "warning": "33;1", "note": "36;1", "dim": "2", "code": "1"}


def report(findings: Findings) -> Iterator[str]:
    """All findings, then one line that counts them."""
    words = labels(findings.language)["check"]
    tally = Tally()
    for file in tally.counting(findings.files):
        told, left = cut(file.findings)
        for one in told:
            yield _coloured("\n".join([*_one(one, findings), "", ""]))
        if left:
            yield _coloured(words["left"].format(n=left, file=_own(file.file)) + "\n\n")
    yield summary(tally, findings.language) + "\n"


def _coloured(text: str) -> str:
    """Our own colour codes are put in last, so that nothing in a file can be one."""
    cleaned = "\n".join(map(printable, text.split("\n")))
    for name, code in COLOURS.items() if _mark("end") in cleaned else ():
        cleaned = cleaned.replace(_mark(name), f"\x1b[{code}m")
    return cleaned.replace(_mark("end"), "\x1b[0m")


def _mark(name: str) -> str:
    """A place for a colour: private-use characters, which are taken out of what files say."""
    return f"\ue000{name}\ue001"


def _paint(text: str, colour: str, findings: Findings) -> str:
    return f"{_mark(colour)}{_own(text)}{_mark('end')}" if findings.colour else _own(text)


def _dimmed(line: str, findings: Findings) -> str:
    """A line of the frame, whose blanks count."""
    clean = line.replace("\ue000", "")
    return f"{_mark('dim')}{clean}{_mark('end')}" if findings.colour else clean


def _own(text: str) -> str:
    """A text of a file, in which nothing can pass for a place of a colour or for a line of ours."""
    return one_line(text.replace("\ue000", ""))


def _one(found: Shown, findings: Findings) -> Iterator[str]:
    words = labels(findings.language)["check"]
    diagnostic = found.diagnostic
    place = f"{diagnostic.file}:{diagnostic.line}:{diagnostic.column}"
    level = _paint(words[diagnostic.level], diagnostic.level, findings)
    code = _paint(diagnostic.code, "code", findings)
    yield f"{_own(place)}: {level} {code} {_own(message_of(diagnostic, findings.language))}"
    yield from (_dimmed(line, findings) for line in frame(found))
    fix = f" {words['fix']}" if found.fix else ""
    yield f"  {words['hint']}: {_own(hint_of(diagnostic, findings.language))}{fix}"


def frame(found: Shown) -> Iterator[str]:
    """The line of the source and a caret below its column; wide characters count as two."""
    if not found.line:
        return
    column = found.diagnostic.column
    text = found.line.replace("\t", " ").replace("\n", " ")
    start = max(0, column - 1 - WIDEST // 2) if len(text) > WIDEST else 0
    piece = text[start : start + WIDEST]
    number = str(found.diagnostic.line)
    before = piece[: max(0, column - 1 - start)]
    yield f"  {number} | {'…' if start else ''}{printable(piece)}"
    yield f"  {' ' * len(number)} | {' ' * (width(printable(before)) + bool(start))}^"


REPORTER = Reporter("text", report)
