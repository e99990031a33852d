"""Where things stand in a YAML text as a person laid it out: entries, their ends, comments, line ends, indentation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.yaml_source import Mark, Source

TOOL = "#:"  # comments that belong to the tool
_BREAK = re.compile(r"\r\n|\n|\r")
_KEY = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\r\n]*?(?=\s*:(?:\s|\Z))")
_COLON = re.compile(r"\s*:")
_COMMENT = re.compile(r"(?:(?<=\s)|\A)#[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value: indices into the text."""

    key: int  # where the key begins
    colon: int  # behind its colon
    begin: int  # of the value
    end: int  # behind the last character of the value
    column: int
    flow: bool  # the mapping that it stands in is written in braces


class Layout:
    """The places of one source."""

    def __init__(self, source: Source) -> None:
        """Look at a source that could be read."""
        self.source = source
        self.text = source.text
        self.newline = _newline(source.text)

    def entry(self, path: Path) -> Entry:
        """The entry at a path whose last step is a key. Raises LookupError where there is none."""
        inner = self.mark(path[:-1]).inner
        key_at, mark = (inner if isinstance(inner, dict) else {})[path[-1]]
        key = _KEY.match(self.text, key_at.index)
        colon = _COLON.match(self.text, key.end() if key else key_at.index)
        if key is None or colon is None:
            raise LookupError(path)
        return Entry(key_at.index, colon.end(), mark.begin.index, self.end(mark), key_at.column, self.in_flow(path))

    def mark(self, path: Path) -> Mark:
        """The mark of the value at a path. Raises LookupError where there is none."""
        mark = self.source.root
        for step in path:
            inner = mark.inner if mark else None
            if isinstance(inner, dict) and step in inner:
                mark = inner[step][1]
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                mark = inner[step]
            else:
                mark = None
        if mark is None:
            raise LookupError(path)
        return mark

    def lines(self, path: Path) -> tuple[int, int]:
        """The start of the first line of an entry (comments above it too) or of a list's item, and the end of the last.

        Raises LookupError where there is none.
        """
        if path and isinstance(path[-1], str):
            entry = self.entry(path)
            return self.head(entry.key), self.line_end(entry.end)
        mark = self.mark(path)
        return self.line_start(mark.begin.index), self.line_end(self.end(mark))

    def is_flow(self, mark: Mark) -> bool:
        """Whether a collection is written in brackets."""
        return mark.inner is not None and self.text[mark.begin.index] in "{["

    def in_flow(self, path: Path) -> bool:
        """Whether a value stands inside brackets, its own not counted."""
        return any(self.is_flow(self.mark(path[:depth])) for depth in range(len(path)))

    def end(self, mark: Mark) -> int:
        """Behind the last character of a value; the parser's own ends of blocks lie behind blank lines and comments."""
        begin: int = mark.begin.index
        end: int = mark.end.index
        if mark.inner and not self.is_flow(mark):
            last = list(mark.inner.values())[-1][1] if isinstance(mark.inner, dict) else mark.inner[-1]
            return self.end(last)
        if mark.inner is None and not mark.plain and self.text[begin : begin + 1] in ("|", ">"):
            header = self.text[begin : self.line_end(begin)].partition("#")[0]
            whole = self.text[begin:end]
            return begin + len(whole.rstrip("\r\n") if "+" in header else whole.rstrip())
        return end

    def line_start(self, index: int) -> int:
        """The start of a line; a line break belongs to the line that it ends."""
        index = self._before_break(index)
        return max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) + 1

    def line_end(self, index: int) -> int:
        """The end of a line, before its line break."""
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def next_line(self, index: int) -> int:
        """The start of the next line; the end of the text where there is none."""
        found = _BREAK.search(self.text, index)
        return found.end() if found else len(self.text)

    def line(self, index: int) -> str:
        """The line that an index stands in, without its break."""
        index = self._before_break(index)
        return self.text[self.line_start(index) : self.line_end(index)]

    def _before_break(self, index: int) -> int:
        """One back where an index stands in the middle of a line break of two characters."""
        return index - 1 if self.text[max(0, index - 1) : index + 1] == "\r\n" else index

    def comments(self, start: int = 0, end: int | None = None) -> list[tuple[int, str]]:
        """Comments between two places, each with its place; `#` inside a text is none."""
        stop = len(self.text) if end is None else end
        found = []
        at = start
        for first, last in [*self._words(start, stop), (stop, stop)]:
            if first >= at:
                found += [(at + one.start(), one[0].rstrip()) for one in self._in_gap(at, first)]
            at = max(at, last)
        return found

    def _in_gap(self, start: int, end: int) -> Iterator[re.Match[str]]:
        before = self.text[start - 1 : start]
        for one in _COMMENT.finditer(self.text[start:end]):
            if one.start() or not before or before.isspace():
                yield one

    def _words(self, start: int, stop: int) -> list[tuple[int, int]]:
        """The spans of keys and scalars that overlap a stretch."""
        spans = self._spans(self.source.root) if self.source.root else iter(())
        return sorted(span for span in spans if span[1] > start and span[0] < stop)

    def _spans(self, mark: Mark) -> Iterator[tuple[int, int]]:
        if isinstance(mark.inner, dict):
            for key_at, value in mark.inner.values():
                key = _KEY.match(self.text, key_at.index)
                yield key_at.index, key.end() if key else key_at.index
                yield from self._spans(value)
        elif isinstance(mark.inner, list):
            for value in mark.inner:
                yield from self._spans(value)
        else:
            begin = mark.begin.index
            block = not mark.plain and self.text[begin : begin + 1] in ("|", ">")
            yield self.line_end(begin) if block else begin, self.end(mark)

    def head(self, index: int) -> int:
        """The start of the comment lines that stand directly above a line."""
        top = self.line_start(index)
        while top > 0 and self.line(top - 1).lstrip().startswith("#"):
            top = self.line_start(top - 1)
        return top

    def foot(self, index: int, column: int) -> int:
        """The end of the line, and of people's comment lines directly below it, as deep as `column`."""
        end = self.line_end(index)
        while end < len(self.text):
            below = self.next_line(end)
            line = self.line(below) if below < len(self.text) else ""
            word = line.lstrip()
            if not word.startswith("#") or word.startswith(TOOL) or len(line) - len(word) < column:
                break
            end = self.line_end(below)
        return end


def _newline(text: str) -> str:
    """The line break that a text uses most; the first where two are used alike."""
    breaks = _BREAK.findall(text)
    return max(("\n", "\r\n", "\r"), key=breaks.count) if breaks else "\n"
