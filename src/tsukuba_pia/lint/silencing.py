"""Comments that silence a finding: `# pia: ignore[PIA305] reason`, on its line or on a line of its own above it.

Only with a reason, and never a gate (PIA5xx, PIA6xx): what keeps residents safe is argued in the
assessment, not beside it. Nor what keeps gates from being asked: a file that is not read, or whose bank is not there.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from tsukuba_pia.diagnostics import Diagnostic, Position
from tsukuba_pia.yaml_layout import Layout
from tsukuba_pia.yaml_source import Source

GATES = ("PIA5", "PIA6")
UNSILENCED = (*GATES, "PIA9")  # what nothing silences: gates, and our own mistakes
# What became of released versions: silenced in the file itself, if anywhere.
PAST = ("PIA305", "PIA314", "PIA315")
_CODE = re.compile("PIA[0-9]{3}")
_COMMENT = re.compile(r"#\s*(?i:pia:\s*ignore)(?:\[(?P<codes>[^\]]*)\])?(?P<reason>.*)")


class Silence(NamedTuple):
    """A comment that silences codes on a line; `wrong` says why it does not (a word to be looked up, and of what)."""

    at: Position
    line: int
    codes: tuple[str, ...]
    wrong: tuple[str, str] | None = None


def unsilenced(found: Diagnostic) -> bool:
    """Whether nothing silences a finding: no comment, nor what `binds` says."""
    return found.stops or found.code.startswith(UNSILENCED)


def binds(found: Diagnostic) -> bool:
    """Whether no setting, baseline or option silences a finding: also what became of released versions."""
    return unsilenced(found) or found.code in PAST


def silences(source: Source) -> tuple[Silence, ...]:
    """All comments of a file that mean to silence something, in their order."""
    if source.root is None or not _COMMENT.search(source.text):
        return ()
    return tuple(_silences(source))


def _silences(source: Source) -> Iterator[Silence]:
    lines = source.text.split("\n")
    below = _below(lines)
    line, counted = 1, 0  # lines are counted on from the one before, for a file may be full of comments
    for index, text in Layout(source).comments():
        found = _COMMENT.match(text)
        if found is None:
            continue
        line += source.text.count("\n", counted, index)
        counted = index
        column = index - (source.text.rfind("\n", 0, index) + 1) + 1
        named = tuple(one.strip().upper() for one in (found["codes"] or "").split(",") if one.strip())
        silenced = line if lines[line - 1][: column - 1].strip() else below[line]
        yield Silence(Position(line, column), silenced, named, _wrong(named, found["reason"]))


def _below(lines: list[str]) -> list[int]:
    """For each line, counted from 1: the next one that is more than a comment; itself where there is none."""
    below = list(range(len(lines) + 1))
    found = 0
    for line in range(len(lines), 0, -1):
        below[line] = found or line
        text = lines[line - 1].lstrip()
        found = line if text and not text.startswith("#") else found
    return below


def _wrong(named: tuple[str, ...], reason: str) -> tuple[str, str] | None:
    if not named or not all(map(_CODE.fullmatch, named)):
        return "@silence_no_code", ""
    if gate := next((one for one in named if one.startswith(UNSILENCED)), ""):
        return "@silence_gate", gate
    return None if any(one.isalpha() for one in reason) else ("@silence_no_reason", ", ".join(named))


def silenced(
    diagnostics: Iterable[Diagnostic], source: Source, active: Callable[[str], bool]
) -> tuple[list[Diagnostic], int]:
    """What is left of the findings in one file, and how many were silenced.

    A comment that silences nothing is a finding of its own (PIA022), if its rule is one that was `active`.
    """
    holding: dict[int, list[Silence]] = {}
    for silence in silences(source):
        if silence.wrong is None:
            holding.setdefault(silence.line, []).append(silence)
    used: set[tuple[Silence, str]] = set()
    kept: list[Diagnostic] = []
    count = 0
    for one in diagnostics:
        meant = () if unsilenced(one) else holding.get(one.line, ())
        here = [silence for silence in meant if one.code in silence.codes]
        used |= {(silence, one.code) for silence in here}
        count += bool(here)
        kept += [] if here else [one]
    for silence in chain.from_iterable(holding.values()):
        for code in silence.codes:
            if (silence, code) not in used and active(code):
                kept.append(Diagnostic(source.file, *silence.at, "PIA022", {"silenced": code}, "warning"))
    return kept, count
