"""The only reading door: YAML text → plain data with the place of every key and value, or diagnostics.

YAML 1.2 core schema, by libyaml's parser: `yes` is a string, dates are strings, decimals are `Decimal`.
Anchors, aliases, tags, directives and several documents are refused: an assessment is what it says at its place.
"""

import errno
import os
import stat
from dataclasses import dataclass, field
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
from tsukuba_pia.problems import reason_of
from tsukuba_pia.yaml_scalar import MAX_DIGITS, NO_TEXT, value_of
from tsukuba_pia.yaml_text import (
    FORBIDDEN,
    MAX_BYTES,
    Refused,
    beyond_ascii,
    decode,
    forbid_characters,
    merge_mark,
    tab_outside,
    tabs,
    wide_colon,
    wide_comma,
)

try:
    from tsukuba_pia._yaml_at_once import load
except ImportError:  # not compiled where this was built

    def load(*_: object, **__: object) -> None:  # type: ignore[misc]  # it never gives anything
        """Nothing is read at once."""


__all__ = ["MAX_BYTES", "Mark", "Source", "lines_of", "parse", "read", "scalars"]

MAX_DEPTH = 50
MAX_NODES = 200_000
MAX_SCALAR = 100_000
MAX_KEY = 1_000

_SPECIAL = ("@", "`", "%", "*", "&", "!", "|", ">")  # what a plain text may not begin with
_PROBLEMS = (
    ("',' or", "@syntax_bracket"),
    ("escape", "@syntax_escape"),
    ("cannot start any token", "@syntax_character"),
    ("alphabetic or numeric", "@syntax_character"),
    ("comment or line break", "@syntax_character"),
    ("expected ':'", "@syntax_colon"),
    ("unexpected ':'", "@syntax_colon"),
    ("expected key", "@syntax_indent"),
    ("'-' indicator", "@syntax_indent"),
    ("indentation", "@syntax_indent"),
)


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


@dataclass(slots=True)
class Source:
    """A file as it was read: text, data, the places of all values, and what is wrong with it."""

    file: str
    text: str = ""
    data: Any = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    root: Mark | None = None
    raw: bytes = b""
    _scalars: list[tuple[Path, str, Mark]] | None = None
    _beyond_ascii: str | None = None

    @property
    def beyond_ascii(self) -> str:
        """What its text holds beyond ASCII."""
        if self._beyond_ascii is None:
            self._beyond_ascii = beyond_ascii(self.raw or self.text.encode())
        return self._beyond_ascii

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
        raw = contents(path)
    except OSError as error:
        return _refuse(name, "PIA001", START, reason=reason_of(error))
    return parse(raw, name)


def contents(path: FilePath | str, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file, as far as they may be read; one more than `most` says that it has more. Raises OSError."""
    with open(path, "rb", opener=_opened) as stream:
        status = os.fstat(stream.fileno())
        size = min(most, status.st_size)  # to ask for all that may be there would need room for it
        raw = stream.read(size + 1)
        if len(raw) > size:  # it grew, or is no file of a known size
            raw += stream.read(most - size)
        if not raw and not stat.S_ISREG(status.st_mode):  # a pipe that nobody writes to, a device
            raise OSError(errno.ENXIO, "", str(path))
        return raw


def _opened(path: str, flags: int) -> int:
    """A pipe that nobody writes to is empty; waiting for somebody would never end."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(handle, True)
    return handle


def parse(raw: bytes, file: str) -> Source:
    """Bytes of a file → Source. `data` is None where diagnostics say why."""
    source = Source(file, raw=raw)
    try:
        source.text = decode(raw)
        forbid_characters(source.text, source.beyond_ascii)
        heads = tabs(source.text)
        source.data, source.root = _at_once(source.text) or _Builder(source).build()
        _forbid_tabs(source, heads)
    except Refused as why:
        source.diagnostics.append(Diagnostic(file, *why.position, why.code, why.args_of_words))
    return source


def _at_once(text: str) -> tuple[Any, Mark] | None:
    """What libyaml's events say, put together by the compiled half; None where that is not there or leaves it to us."""
    limits = {"depth": MAX_DEPTH, "nodes": MAX_NODES, "key": MAX_KEY, "scalar": MAX_SCALAR}
    return load(text, value_of, FORBIDDEN.search, **limits)


def _forbid_tabs(source: Source, heads: list[Position]) -> None:
    """The parser takes some tabs otherwise than a person sees them; texts of several lines may hold them."""
    if heads:
        marks = [mark for _, _, mark in scalars(source) if not mark.plain]
        texts = [(mark.begin.line + 1, mark.end.line + bool(mark.end.column)) for mark in marks]
        if bad := tab_outside(heads, texts):
            source.data = source.root = None
            raise Refused("PIA004", bad)


def _refuse(file: str, code: str, position: Position, **args: str) -> Source:
    return Source(file, diagnostics=[Diagnostic(file, *position, code, args)])


class _Builder:
    """Builds plain data and marks from libyaml's events, without recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.documents = 0

    def build(self) -> tuple[Any, Mark]:
        """Data and marks of the one document."""
        try:
            return self._document()
        except MarkedYAMLError as error:
            raise self._syntax(error) from None
        except YAMLError:
            raise Refused("PIA010", START, problem="@syntax_other") from None
        except AssertionError:  # ruamel's own way with a version of YAML that it does not know
            raise Refused("PIA014", START) from None

    def _syntax(self, error: MarkedYAMLError) -> Refused:
        """The parser's words are for programmers: what it stumbled over is told in ours."""
        if merge := merge_mark(self.source.text):
            return Refused("PIA010", merge, problem="@syntax_merge")
        problem, context = (error.problem or "").strip(), error.context or ""
        quoted = "quoted scalar" in context and "end of stream" in problem
        mark = (error.context_mark if quoted else None) or error.problem_mark or error.context_mark
        at = _place(mark) if mark else START
        line = "".join(self.source.text.split("\n")[at.line - 1 : at.line])  # none where the file ends too soon
        tab = next((one for one in tabs(self.source.text) if one.line == at.line), None)
        if tab or line[at.column - 1 : at.column] == "\t":
            return Refused("PIA004", tab or at)
        if "directive" in context or problem == "found incompatible YAML document":
            return Refused("PIA014", at)
        if wide := wide_colon(self.source.text, at.line):
            return Refused("PIA012", wide)
        if problem == "mapping values are not allowed in this context":
            return Refused("PIA011", at)
        word = (
            "@syntax_quote" if quoted else next((word for part, word in _PROBLEMS if part in problem), "@syntax_other")
        )
        if word == "@syntax_character" and line[at.column - 1 : at.column] not in _SPECIAL:
            at = Position(at.line, max(1, at.column - 1))  # the parser went one on
        if word == "@syntax_bracket" and (comma := wide_comma(line, at.column)):
            word, at = "@syntax_comma", Position(at.line, comma)
        return Refused("PIA010", at, problem=word)

    def _document(self) -> tuple[Any, Mark]:  # noqa: C901, PLR0912, PLR0915 - the hot loop: one call per event would double its time
        parser = CParser(self.source.text)
        next_event = parser.get_event
        new = tuple.__new__  # what a NamedTuple does, without the call
        nodes = 0
        escapes = "\\" in self.source.text
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
                if event.anchor is not None or event.ctag is not None:  # `tag` is worked out from it each time
                    self._forbid(event)
                raw = event.value
                if escapes and event.style == '"':
                    self._look_at_escapes(raw, event)
                if key is None and type(holder) is dict:
                    key, key_at = raw, event.start_mark
                    if len(raw) > MAX_KEY:
                        self._refuse_length(_place(key_at), MAX_KEY)
                    if key in holder:
                        self._tell_duplicate(key, _place(key_at), _place(inner[key][0]))
                    continue
                plain = not event.style
                mark = new(Mark, (event.start_mark, event.end_mark, plain, None))
                value: Any = self._value_of(raw, mark) if plain and raw[:1] in NO_TEXT else raw
                if len(raw) > MAX_SCALAR:
                    self._refuse_length(mark.start, MAX_SCALAR)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.ctag is not None:
                    self._forbid(event)
                if type(holder) is dict and key is None:
                    raise Refused("PIA010", _at(event), problem="@syntax_key")
                if len(stack) >= MAX_DEPTH:
                    raise Refused("PIA007", _at(event), limit=str(MAX_DEPTH))
                stack.append((holder, inner, start, key, key_at))
                holder, inner, start, key = (
                    ({}, {}, event, None) if kind is MappingStartEvent else ([], [], event, None)
                )
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value, mark = holder, new(Mark, (start.start_mark, event.end_mark, False, inner))
                holder, inner, start, key, key_at = stack.pop()
            elif kind is AliasEvent:
                raise Refused("PIA006", _at(event), what=f"*{event.anchor}")
            elif kind is StreamEndEvent:
                break
            else:
                if kind is DocumentStartEvent:
                    self._count_document(event)
                continue
            nodes += 1
            if nodes > MAX_NODES:
                raise Refused("PIA008", mark.start, limit=f"{MAX_NODES:,}", what="@nodes")
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

    def _refuse_length(self, at: Position, limit: int) -> None:
        raise Refused("PIA008", at, limit=f"{limit:,}", what="@characters")

    def _look_at_escapes(self, raw: str, event: Any) -> None:  # noqa: ANN401 - the parser's own type
        if bad := FORBIDDEN.search(raw):
            raise Refused("PIA013", _at(event), character=f"U+{ord(bad[0]):04X}")

    def _value_of(self, raw: str, mark: Mark) -> Any:  # noqa: ANN401 - whatever the scalar says
        try:
            return value_of(raw)
        except ValueError:
            raise Refused("PIA016", mark.start, limit=str(MAX_DIGITS)) from None


def _at(event: Any) -> Position:  # noqa: ANN401 - the parser's own type
    return _place(event.start_mark)


def lines_of(source: Source) -> dict[str, int]:
    """The line of every value, by its path with `/` between the steps."""
    found: dict[str, int] = {}

    def walk(mark: Mark, path: str) -> None:
        found[path] = mark.start.line
        inner = mark.inner.items() if isinstance(mark.inner, dict) else enumerate(mark.inner or ())
        for step, one in inner:
            walk(one[1] if isinstance(mark.inner, dict) else one, f"{path}/{step}" if path else str(step))

    if source.root is not None:
        walk(source.root, "")
    return found


def scalars(source: Source) -> list[tuple[Path, str, Mark]]:
    """Every text of the file with its path and mark, in order; gone through once, whoever asks."""
    if source._scalars is None:  # noqa: SLF001 - its own
        found: list[tuple[Path, str, Mark]] = []
        if source.root is not None:
            _gather(source.data, source.root, (), found)
        source._scalars = found  # noqa: SLF001
    return source._scalars  # noqa: SLF001


def _gather(data: Any, mark: Mark, path: Path, found: list[tuple[Path, str, Mark]]) -> None:  # noqa: ANN401 - plain data
    if type(data) is str:
        found.append((path, data, mark))
    elif type(data) is dict:
        for key, (_, inner) in mark.inner.items():
            _gather(data[key], inner, (*path, key), found)
    elif type(data) is list:
        for number, inner in enumerate(mark.inner):
            _gather(data[number], inner, (*path, number), found)
