"""What a reporter is: findings in, file by file, pieces of one text out. Reporters never work anything out.

Findings come as a stream and leave as one, so that a thousand files need no more memory than one.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tsukuba_pia.diagnostics import LEVELS, Diagnostic, Position
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.engine import rule_of
from tsukuba_pia.lint.mendable import mend_of
from tsukuba_pia.lint.mends import position_of
from tsukuba_pia.lint.my_number import masked
from tsukuba_pia.lint.silencing import binds
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.yaml_source import Source

LONG = 2_000  # characters of a line by which a finding is known; nobody writes more in one
MOST = 100  # findings of one file that a person is shown; programs get all
SECRET = ("PIA601", "PIA624")  # their line is never shown: it holds what must not be repeated


class Change(NamedTuple):
    """A stretch of a file, and what `--fix` puts there instead."""

    start: Position
    end: Position
    text: str


class Shown(NamedTuple):
    """A finding, and the line of the file that it points at: empty where there is none or it must not be shown.

    `fix`: how `--fix` would mend it; nothing where it does not.
    """

    diagnostic: Diagnostic
    line: str = ""
    fix: tuple[Change, ...] = ()


class InFile(NamedTuple):
    """What came out when a file was checked. A finding may lie in another file that this one builds on."""

    file: str
    findings: Sequence[Shown]
    silenced: int = 0  # by comments or a baseline
    again: bool = False  # more about files that were told of before
    stopped: bool = False  # an error kept rules from being asked: nobody knows yet what else there is
    stage: str | None = None  # up to which rules were asked, where that is an assessment's


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found, to be gone through once."""

    files: Iterable[InFile]
    language: str
    colour: bool = False
    not_checked: Sequence[str] = ()  # assessments that were passed over
    as_of: str = ""  # the day for which files were checked


@dataclass(frozen=True, slots=True)
class Reporter:
    """One way to show findings; found by its module's name."""

    name: str
    report: Callable[[Findings], Iterator[str]]


def shown(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], mendable: Callable[[str], bool] = lambda _: False
) -> tuple[Shown, ...]:
    """Findings with their lines, in the order given; `mendable` says of a file whether `--fix` may mend it."""
    lines: dict[str, list[str]] = {}
    may = cache(mendable)

    def line(one: Diagnostic) -> str:
        if one.file not in sources or one.code in SECRET:
            return ""
        if one.file not in lines:
            lines[one.file] = masked(sources[one.file].text).split("\n")  # a number may go on in the next line
        here = lines[one.file]
        return here[one.line - 1].rstrip("\r") if 1 <= one.line <= len(here) else ""

    def fix(one: Diagnostic) -> tuple[Change, ...]:
        by = rule_of(one.code).fix
        return changes(one, sources[one.file]) if by and one.file in sources and may(one.file) else ()

    return tuple(Shown(one, line(one), fix(one)) for one in diagnostics)


def changes(found: Diagnostic, source: Source) -> tuple[Change, ...]:
    """What `--fix` would change for a finding, where it leaves no doubt."""
    mend = mend_of(source, found)
    text = source.text
    return tuple(
        Change(position_of(text, start), position_of(text, end), new)
        for start, end, new in (mend.edits if mend else ())
    )


def by_file(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source]) -> Iterator[InFile]:
    """Findings that are all there already, with every file that was read."""
    for file in dict.fromkeys((*sources, *(one.file for one in diagnostics))):
        yield InFile(file, shown((one for one in diagnostics if one.file == file), sources))


def one_line(text: str) -> str:
    """A text of a file on one line: where a terminal or a CI service reads, a line of its own could be a command."""
    return " ".join(text.split())


def paragraphs(found: Diagnostic, language: str) -> tuple[str, str]:
    """What is wrong, and what to do about it: a paragraph each, so that a narrow view may show the first alone."""
    return one_line(message_of(found, language)), one_line(hint_of(found, language))


def cut(findings: Sequence[Shown]) -> tuple[Sequence[Shown], int]:
    """The findings of one file that a person is shown, the worst of them kept, and how many are left out."""
    if len(findings) <= MOST:
        return findings, 0
    places = sorted(range(len(findings)), key=lambda place: -LEVELS.index(findings[place].diagnostic.level))
    return [findings[place] for place in sorted(places[:MOST])], len(findings) - MOST


def fingerprints(file: InFile, name: Callable[[str], str] = str) -> Iterator[str]:
    """A name for each finding that stays when lines move: file, code, the line's words, and which of several alike.

    `name` says what a file is called, where that should not depend on where somebody stands.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for one, line, _ in file.findings:
        key = (name(one.file), one.code, " ".join(line[:LONG].split()))
        seen[key] += 1
        yield hashlib.sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogateescape")).hexdigest()[:32]


class Tally:
    """Counts what goes by."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.files = 0
        self.silenced = 0
        self.stopped: list[str] = []  # files that were not held to all their rules
        self._counts: Counter[tuple[str, str, bool, bool]] = Counter()

    def counting(self, files: Iterable[InFile]) -> Iterator[InFile]:
        """The same files."""
        for file in files:
            self.files += not file.again
            self.silenced += file.silenced
            self.stopped += [file.file] if file.stopped else []
            self._counts.update((one.level, one.code, bool(fix), binds(one)) for one, _, fix in file.findings)
            yield file

    @property
    def levels(self) -> Counter[str]:
        """How many findings there are of each level."""
        return self._by(lambda level, _: level)

    @property
    def codes(self) -> Counter[str]:
        """How many findings there are of each code."""
        return self._by(lambda _, code: code)

    @property
    def mendable(self) -> int:
        """How many findings `--fix` mends."""
        return sum(number for (_, _, fix, _), number in self._counts.items() if fix)

    @property
    def kinds(self) -> set[tuple[str, bool]]:
        """The levels, each with whether nothing silences it."""
        return {(level, unsilenced) for level, _, _, unsilenced in self._counts}

    def _by(self, name: Callable[[str, str], str]) -> Counter[str]:
        found: Counter[str] = Counter()
        for (level, code, _, _), number in self._counts.items():
            found[name(level, code)] += number
        return found


def summary(tally: Tally, language: str) -> str:
    """Lines that count findings and files, what can be mended, and the files in which more may be wrong."""
    words: Mapping[str, str] = labels(language)["check"]
    files = counted("files", tally.files, words)
    told = [counted(f"count_{level}", tally.levels[level], words) for level in reversed(LEVELS) if tally.levels[level]]
    whole = words["summary"].format(counts=words["comma"].join(told), files=files) if told else ""
    whole = whole or words["all_fine" if tally.files else "none_changed"].format(files=files)
    whole += words["silenced"].format(n=tally.silenced) if tally.silenced else ""
    more = {"mendable": tally.mendable, "stopped": len(tally.stopped)}
    return "\n".join([whole, *(counted(key, number, words) for key, number in more.items() if number)])


def counted(key: str, number: int, words: Mapping[str, str], **more: object) -> str:
    """One thing or several: English tells them apart."""
    return words[f"{key}_one" if number == 1 else key].format(n=number, **more)
