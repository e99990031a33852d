"""What `pia.toml`, or `tool.pia` in `pyproject.toml`, says of how to check. Nothing in it reaches the gates."""

import os
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fnmatch import translate
from functools import cache
from pathlib import Path
from posixpath import normpath
from typing import Any, NamedTuple

from tsukuba_pia.diagnostics import START, Diagnostic, Level, Position, in_order
from tsukuba_pia.diagnostics import Path as DataPath
from tsukuba_pia.lint.engine import codes
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.lint.silencing import PAST, UNSILENCED
from tsukuba_pia.load.inside import LEADS_OUT, leads_out
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.problems import reason_of
from tsukuba_pia.yaml_source import Mark, Source, contents
from tsukuba_pia.yaml_text import Refused, decode

OWN, SHARED = "pia.toml", "pyproject.toml"
_HEADER = re.compile(r"\s*\[(?P<list>\[)?(?P<names>[^\[\]]+)\]")
_KEY = re.compile(r"\s*(?P<key>[A-Za-z0-9_-]+|\"[^\"]*\")\s*=")
_TROUBLES = (  # what the reader of TOML says begins so; its own words are for programmers
    ("Invalid value", "@toml_value"),
    ("Invalid date", "@toml_value"),
    ("Expected '='", "@toml_equals"),
    ("Unclosed", "@syntax_bracket"),
    ("Expected ']", "@syntax_bracket"),
    ("Unterminated", "@toml_quote"),
    ('Expected "', "@toml_quote"),
    ("Illegal character '\\n'", "@toml_quote"),
    ("Unescaped", "@syntax_escape"),
    ("Escaped", "@syntax_escape"),
    ("Invalid hex", "@syntax_escape"),
    ("Expected newline", "@toml_line"),
    ("Cannot", "@toml_twice"),
    ("Duplicate", "@toml_twice"),
)
_PLACE = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


@dataclass(frozen=True)
class FileSettings:
    """What holds for some files only. `paths` are patterns from the settings' folder (`fitting`)."""

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    stage: Stage | None = None


@dataclass(frozen=True)
class CheckSettings:
    """How `pia check` checks. `select` and `ignore` hold codes or beginnings of codes; nothing selected: all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Level | None = None
    output_format: str | None = None
    baseline: str | None = None
    files: tuple[FileSettings, ...] = ()


@dataclass(frozen=True)
class _Tables:
    """What the file may hold."""

    check: CheckSettings = field(default_factory=CheckSettings)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with the folder that their paths start from and the file that they stand in."""

    check: CheckSettings = field(default_factory=CheckSettings)
    folder: Path = field(default_factory=Path)
    source: Source | None = None

    def of(self, file: Path) -> tuple[FileSettings, ...]:
        """The parts that hold for a file, in their order."""
        name = self.name(file)
        return tuple(part for part in self.check.files if any(fitting(one)(name) for one in part.paths))

    def name(self, file: Path) -> str:
        """A file's path from the settings' folder; as it is where it lies elsewhere."""
        whole = os.path.abspath(file)  # noqa: PTH100 - a link's own place counts; `..` would hide it from patterns
        start = os.path.join(self.folder, "")  # noqa: PTH118 - with its separator
        return (whole.removeprefix(start) if whole.startswith(start) else str(file)).replace(os.sep, "/")

    def excluded(self, file: Path) -> bool:
        """Whether a folder's walk passes over it."""
        return self.excluding(file) is not None

    def excluding(self, file: Path) -> int | None:
        """Which of `exclude` has a folder's walk pass over it, the first of them."""
        name = self.name(file)
        return next((number for number, one in enumerate(self.check.exclude) if fitting(one)(name)), None)

    def patterns(self) -> Iterator[tuple[DataPath, str]]:
        """All patterns for files, each with its path in the settings."""
        lists: list[tuple[DataPath, tuple[str, ...]]] = [(("check", "exclude"), self.check.exclude)]
        lists += [(("check", "files", number, "paths"), part.paths) for number, part in enumerate(self.check.files)]
        return (((*path, number), one) for path, patterns in lists for number, one in enumerate(patterns))

    def stage(self, file: Path) -> Stage | None:
        """The stage that the last fitting part says."""
        return next((part.stage for part in reversed(self.of(file)) if part.stage), None)

    def wants(self, code: str, file: Path) -> bool:
        """Whether findings of a code in a file are told."""
        if code.startswith((*UNSILENCED, *PAST)):
            return True
        ignored = (*self.check.ignore, *(one for part in self.of(file) for one in part.ignore))
        return (not self.check.select or code.startswith(self.check.select)) and not code.startswith(ignored)


@cache
def fitting(pattern: str) -> Callable[[str], object]:
    """Whether a file's name fits a pattern: `*` also stands for folders, a folder that fits for all below it."""
    whole = plain_pattern(pattern)
    return re.compile("|".join(map(translate, ("*",) if whole == "." else (whole, f"{whole}/*")))).match


def plain_pattern(pattern: str) -> str:
    """The shortest way to write it: `.` for the settings' folder, no `./` before and no `/` behind."""
    return normpath(pattern) if pattern else ""


class Found(NamedTuple):
    """A file with settings."""

    file: Path
    data: Any  # the table that is ours; None where there is none, or the file cannot be read
    text: str
    table: tuple[str, ...]  # its name in the file
    problem: tuple[str, Position, dict[str, str]] | None = None  # why it cannot be read: code, place, words


def settings_near(start: Path) -> Settings:
    """The settings of the nearest folder upward that has some; `source` holds what is wrong with them."""
    here = Path(os.path.abspath(start))  # noqa: PTH100 - a link's own place counts
    for folder in (here, *here.parents):
        found = _in(folder)
        if found is not None:
            return _read(found, os.path.relpath(found.file, here))
    return Settings(folder=here)


def _in(folder: Path) -> Found | None:
    own, shared = folder / OWN, folder / SHARED
    if os.path.lexists(own):  # one that is there but cannot be read is not passed over
        return _found(own, ())
    if os.path.lexists(shared):
        found = _found(shared, ("tool", "pia"))
        unread = found.problem is not None and ("tool.pia" in found.text or not found.text)
        return found if found.data is not None or unread else None
    return None


def parse_settings(file: Path, text: str) -> Settings:
    """The settings of a `pia.toml`'s text."""
    return _read(_parsed(file, text, ()), str(file))


def _found(file: Path, table: tuple[str, ...]) -> Found:
    if leads_out(file):
        return Found(file, None, "", table, ("PIA001", START, {"reason": LEADS_OUT}))
    try:
        return _parsed(file, decode(contents(file)), table)
    except OSError as error:
        return Found(file, None, "", table, ("PIA001", START, {"reason": reason_of(error)}))
    except Refused as why:
        return Found(file, None, "", table, (why.code, why.position, why.args_of_words))


def _parsed(file: Path, text: str, table: tuple[str, ...]) -> Found:
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Found(file, None, text, table, _broken(str(error), text))
    except RecursionError:
        return Found(file, None, text, table, ("PIA020", START, {"reason": "@too_deep"}))
    for name in table:
        data = data.get(name) if isinstance(data, dict) else None
    return Found(file, data, text, table)


def _read(found: Found, name: str) -> Settings:
    """Settings with an error are never half used: then those without any hold."""
    source = Source(name, found.text, found.data)
    none = Settings(folder=found.file.parent, source=source)
    if found.problem is not None:
        code, at, words = found.problem
        source.diagnostics.append(Diagnostic(source.file, *at, code, words))
        return none
    source.root = _marked(found.data, _keys(found.text, found.table), ())
    read = read_shape(_Tables, source)
    source.diagnostics[:] = in_order([*source.diagnostics, *_without_effect(source)])
    return none if read is None or source.diagnostics else replace(none, check=read.check)


def _broken(problem: str, text: str) -> tuple[str, Position, dict[str, str]]:
    """What the reader of TOML stumbled over, and where."""
    place = _PLACE.search(problem)
    at = Position(int(place["line"]), int(place["column"])) if place and place["line"] else _end(text)
    return (
        "PIA020",
        at,
        {"reason": next((word for start, word in _TROUBLES if problem.startswith(start)), "@toml_other")},
    )


def _end(text: str) -> Position:
    lines = text.rstrip().split("\n")
    return Position(len(lines), len(lines[-1]) + 1)


def _keys(text: str, table: tuple[str, ...]) -> dict[DataPath, Position]:
    """Where each key of a table stands in a TOML text."""
    places: dict[DataPath, Position] = {}
    here: DataPath = ()
    counts: dict[DataPath, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            here = tuple(one.strip().strip('"') for one in header["names"].split("."))
            places.setdefault(here, Position(number, header.start("names") + 1))
            if header["list"]:
                counts[here] = counts.get(here, -1) + 1
                here = (*here, counts[here])
                places[here] = Position(number, header.start("names") + 1)
        elif key := _KEY.match(line):
            places[*here, key["key"].strip('"')] = Position(number, key.start("key") + 1)
    return {path[len(table) :]: place for path, place in places.items() if path[: len(table)] == table}


class _At(NamedTuple):
    """A place as the parser of YAML tells it: from 0."""

    line: int
    column: int


def _marked(data: Any, places: dict[DataPath, Position], path: DataPath) -> Mark:  # noqa: ANN401 - plain data
    """The marks of a table: a value stands where its key does, an item where its list does."""
    known = next((places[path[:length]] for length in range(len(path), -1, -1) if path[:length] in places), START)
    at = _At(known.line - 1, known.column - 1)
    inner: Any = None
    if isinstance(data, dict):
        inner = {key: (_marked(None, places, (*path, key)).begin, _marked(value, places, (*path, key)))
                 for key, value in data.items()}  # fmt: skip
    elif isinstance(data, list):
        inner = [_marked(value, places, (*path, number)) for number, value in enumerate(data)]
    return Mark(at, at, plain=True, inner=inner)


def said(data: Any, *path: str | int) -> Any:  # noqa: ANN401 - plain data
    """What stands at a place of plain data; None where there is no such place."""
    for step in path:
        inside = step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        data = data[step] if inside else None
    return data


def _without_effect(source: Source) -> Iterator[Diagnostic]:
    """Each code that names no rule or a gate; also where other settings do not fit, so that all is told at once."""
    parts = range(len(_list(source.data, "check", "files")))
    lists: list[DataPath] = [("check", "select"), ("check", "ignore")]
    lists += [("check", "files", number, "ignore") for number in parts]
    known = codes()
    for path in lists:
        for number, value in enumerate(_list(source.data, *path)):
            if not isinstance(value, str):
                continue
            if not value or not any(code.startswith(value) for code in known):
                yield source.diagnostic("PIA023", (*path, number), value=value, what="@setting_no_rule")
            elif path[-1] == "ignore" and value.startswith((*UNSILENCED, *PAST)):
                yield source.diagnostic("PIA023", (*path, number), value=value, what="@setting_gate")


def _list(data: Any, *path: str | int) -> list[Any]:  # noqa: ANN401 - plain data
    found = said(data, *path)
    return found if isinstance(found, list) else []
