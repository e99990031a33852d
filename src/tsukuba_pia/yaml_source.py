"""The only reading door: YAML text → plain data with the place of every key and value, or diagnostics.

YAML 1.2 core schema, by libyaml's parser: `yes` is a string, dates are strings, decimals are `Decimal`.
Anchors, aliases, tags, directives and several documents are refused: an assessment is what it says at its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from _ruamel_yaml import CParser  # type: ignore[import-not-found]  # compiled, without stubs
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from tsukuba_pia.diagnostics import START, Diagnostic, Path, Position

MAX_BYTES = 5_000_000
MAX_DEPTH = 50
MAX_NODES = 200_000
MAX_SCALAR = 100_000
MAX_DIGITS = 30

_NUMBER = re.compile(r"[-+]?(?:[0-9]+|(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+)\Z")
_CONSTANTS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
# What YAML forbids, what only YAML 1.1 takes for a line break, and what reorders text behind a reader's back.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_TAB = re.compile(r"^ *\t", re.MULTILINE)


class Mark(NamedTuple):
    """Where a value stands; `inner` holds the marks of a collection's values, with their keys' places.

    The parser's own marks are kept (they count from 0): turning each into ours would cost more than reading.
    """

    begin: Any
    end: Any
    plain: bool
    inner: Any = None

    @property
    def start(self) -> Position:
        """The place of its first character."""
        return _place(self.begin)

    @property
    def after(self) -> Position:
        """The place behind its last character."""
        return _place(self.end)


def _place(mark: Any) -> Position:  # noqa: ANN401 - the parser's own type
    return Position(mark.line + 1, mark.column + 1)


class Refused(Exception):
    """Stops the reading of a file; carries why. Never leaves this module."""

    def __init__(self, code: str, position: Position, **args: str) -> None:
        """Remember code, place and the words' arguments."""
        super().__init__(code)
        self.code, self.position, self.args_of_words = code, position, args


@dataclass(slots=True)
class Source:
    """A file as it was read: text, data, the places of all values, and what is wrong with it."""

    file: str
    text: str = ""
    data: Any = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    root: Mark | None = None
    raw: bytes = b""

    def mark(self, path: Path) -> tuple[Mark | None, Position]:
        """The mark of the value at `path` (or of its nearest parent that exists), and the place of its key."""
        mark, key = self.root, START
        for step in path:
            inner = mark.inner if mark else None
            if isinstance(inner, dict) and step in inner:
                begin, mark = inner[step]
                key = _place(begin)
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                mark = inner[step]
                key = mark.start
            else:
                break
        return mark, key

    def position(self, path: Path, *, key: bool = False) -> Position:
        """The place of the value at `path`, or of its key; of the nearest parent where it is missing."""
        mark, key_position = self.mark(path)
        if key or mark is None:
            return key_position
        return mark.start

    def diagnostic(self, code: str, path: Path, level: str = "error", *, key: bool = False, **args: str) -> Diagnostic:
        """A diagnostic at the place of `path`."""
        line, column = self.position(path, key=key)
        return Diagnostic(self.file, line, column, code, args, level)  # type: ignore[arg-type]  # a Level by its rule


def read(path: FilePath | str, file: str | None = None) -> Source:
    """Read a file. Never raises for what is wrong with it: that is in `diagnostics`."""
    name = str(path) if file is None else file
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - pathlib costs start-up time
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _refuse(name, "PIA001", START, reason=_reason(error))
    return parse(raw, name)


def parse(raw: bytes, file: str) -> Source:
    """Bytes of a file → Source. `data` is None where diagnostics say why."""
    source = Source(file, raw=raw)
    try:
        source.text = _decode(raw)
        _look(source.text)
        source.data, source.root = _Builder(source).build()
    except Refused as why:
        source.diagnostics.append(Diagnostic(file, *why.position, why.code, why.args_of_words))
    return source


def _refuse(file: str, code: str, position: Position, **args: str) -> Source:
    return Source(file, diagnostics=[Diagnostic(file, *position, code, args)])


def _reason(error: OSError) -> str:
    words = {FileNotFoundError: "@missing", PermissionError: "@permission", IsADirectoryError: "@folder"}
    return words.get(type(error), error.strerror or "@unreadable")


def _decode(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise Refused("PIA008", START, limit=f"{MAX_BYTES:,}", what="bytes")
    for mark, encoding in ((b"\xef\xbb\xbf", "UTF-8 BOM"), (b"\xff\xfe", "UTF-16 LE"), (b"\xfe\xff", "UTF-16 BE")):
        if raw.startswith(mark):
            raise Refused("PIA003" if encoding == "UTF-8 BOM" else "PIA002", START, encoding=encoding)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        raise Refused("PIA002", _end_of(before), encoding=_guess(raw)) from None


def _guess(raw: bytes) -> str:
    """Name the encoding that the bytes are probably in."""
    for encoding, name in (("iso2022_jp", "ISO-2022-JP"), ("cp932", "Shift_JIS (CP932)"), ("euc_jp", "EUC-JP")):
        try:
            raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return name
    return "?"


def _end_of(text: str) -> Position:
    return Position(text.count("\n") + 1, len(text) - text.rfind("\n"))


def _look(text: str) -> None:
    """What is to be told before the parser sees it, because the parser would say it less well or not at all."""
    if bad := _FORBIDDEN.search(text):
        raise Refused("PIA013", _end_of(text[: bad.start()]), character=f"U+{ord(bad[0]):04X}")
    if (tab := _TAB.search(text)) and _TabOutsideBlock(text).is_indentation(tab.end() - 1):
        raise Refused("PIA004", _end_of(text[: tab.end() - 1]))


class _TabOutsideBlock:
    """Whether a tab at the head of a line is indentation; in a block text it may be part of the text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def is_indentation(self, place: int) -> bool:
        """True unless the tab stands deeper than the block text that it is in."""
        line_start = self.text.rfind("\n", 0, place) + 1
        for line in reversed(self.text[:line_start].splitlines()):
            if not line.strip():
                continue
            indent = len(line) - len(line.lstrip(" "))
            if re.search(r"[|>][-+0-9]*\s*(#.*)?$", line):
                return indent >= place - line_start
            if indent < place - line_start:
                return True
        return True


class _Builder:
    """Builds plain data and marks from libyaml's events, without recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.nodes = 0
        self.documents = 0

    def build(self) -> tuple[Any, Mark]:
        """Data and marks of the one document."""
        try:
            return self._document()
        except MarkedYAMLError as error:
            raise self._syntax(error) from None
        except YAMLError as error:
            raise Refused("PIA010", START, problem=str(error).splitlines()[0]) from None

    def _syntax(self, error: MarkedYAMLError) -> Refused:
        mark = error.problem_mark or error.context_mark
        position = Position(mark.line + 1, mark.column + 1) if mark else START
        problem = (error.problem or str(error)).strip()
        code = {"mapping values are not allowed in this context": "PIA011"}.get(problem, "PIA010")
        line = self.source.text.splitlines()[position.line - 1 : position.line]
        if "：" in "".join(line) or self._wide_colon_above(position.line):
            code = "PIA012"
        return Refused(code, position, problem=problem)

    def _wide_colon_above(self, line: int) -> bool:
        above = self.source.text.splitlines()[max(0, line - 2) : line]
        return any(re.match(r"\s*(- )?[\w-]+：", text) for text in above)

    def _document(self) -> tuple[Any, Mark]:  # noqa: C901, PLR0912, PLR0915 - the hot loop: one call per event would double its time
        parser = CParser(self.source.text)
        next_event = parser.get_event
        stack: list[tuple[Any, Any, Any, Any, Any]] = []
        holder: Any = None  # the open collection, its marks, its start, and the key that waits for a value
        inner: Any = None
        start: Any = None
        key: str | None = None
        key_at: Any = None
        root: tuple[Any, Mark] | None = None
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._forbid(event)
                raw = event.value
                if key is None and type(holder) is dict:
                    key, key_at = raw, event.start_mark
                    if key in holder:
                        self._tell_duplicate(key, _place(key_at), _place(inner[key][0]))
                    continue
                plain = not event.style
                mark = Mark(event.start_mark, event.end_mark, plain)
                value: Any = self._scalar(raw, mark) if plain else self._text(raw, mark)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._forbid(event)
                if type(holder) is dict and key is None:
                    raise Refused("PIA010", _at(event), problem="a key must be a plain word")
                if len(stack) >= MAX_DEPTH:
                    raise Refused("PIA007", _at(event), limit=str(MAX_DEPTH))
                stack.append((holder, inner, start, key, key_at))
                holder, inner, start, key = (
                    ({}, {}, event, None) if kind is MappingStartEvent else ([], [], event, None)
                )
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value, mark = holder, Mark(start.start_mark, event.end_mark, False, inner)  # noqa: FBT003 - hot
                holder, inner, start, key, key_at = stack.pop()
            elif kind is AliasEvent:
                raise Refused("PIA006", _at(event), what=f"*{event.anchor}")
            elif kind is StreamEndEvent:
                break
            else:
                if kind is DocumentStartEvent:
                    self._count_document(event)
                continue
            self.nodes += 1
            if self.nodes > MAX_NODES:
                raise Refused("PIA008", mark.start, limit=f"{MAX_NODES:,}", what="nodes")
            if holder is None:
                root = (value, mark)
            elif type(holder) is dict:
                if key not in holder:
                    holder[key] = value
                    inner[key] = (key_at, mark)
                key = None
            else:
                holder.append(value)
                inner.append(mark)
        if root is None or root[0] is None:
            raise Refused("PIA009", START)
        return root

    def _count_document(self, event: Any) -> None:  # noqa: ANN401 - the parser's own type
        self.documents += 1
        if self.documents > 1 or event.version or event.tags:
            raise Refused("PIA014", _at(event))

    def _forbid(self, event: Any) -> None:  # noqa: ANN401 - the parser's own type
        if event.anchor is not None:
            raise Refused("PIA006", _at(event), what=f"&{event.anchor}")
        if event.tag is not None:
            raise Refused("PIA005", _at(event), tag=str(event.tag))

    def _tell_duplicate(self, key: str, at: Position, first: Position) -> None:
        args = {"key": key, "first": str(first.line)}
        self.source.diagnostics.append(Diagnostic(self.source.file, *at, "PIA015", args))

    def _text(self, raw: str, mark: Mark) -> str:
        if len(raw) > MAX_SCALAR:
            raise Refused("PIA008", mark.start, limit=f"{MAX_SCALAR:,}", what="characters")
        return raw

    def _scalar(self, raw: str, mark: Mark) -> Any:  # noqa: ANN401 - whatever the scalar says
        if raw in _CONSTANTS:
            return _CONSTANTS[raw]
        first = raw[0]
        if (first.isdigit() or first in "+-.") and _NUMBER.match(raw):
            if len(raw) > MAX_DIGITS or ("e" in raw.lower() and abs(Decimal(raw).adjusted()) > MAX_DIGITS):
                raise Refused("PIA016", mark.start, limit=str(MAX_DIGITS))
            return int(raw) if raw.lstrip("+-").isdigit() else Decimal(raw)
        return self._text(raw, mark)


def _at(event: Any) -> Position:  # noqa: ANN401 - the parser's own type
    return _place(event.start_mark)


def scalars(source: Source) -> Iterator[tuple[Path, str, Mark]]:
    """Every text of the file with its path and mark, in order."""

    def walk(data: Any, mark: Mark, path: Path) -> Iterator[tuple[Path, str, Mark]]:  # noqa: ANN401 - plain data
        if isinstance(data, dict):
            for key, value in data.items():
                yield from walk(value, mark.inner[key][1], (*path, key))
        elif isinstance(data, list):
            for number, value in enumerate(data):
                yield from walk(value, mark.inner[number], (*path, number))
        elif isinstance(data, str):
            yield path, data, mark

    if source.root is not None:
        yield from walk(source.data, source.root, ())
