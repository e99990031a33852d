"""One canonical layout for a person's file: depth, blanks, quotes and line ends; never words, order or comments.

What was written is written again, piece by piece, at its depth. Nobody's text is folded anew; double quotes stay, they
may say what other readers of YAML would take for a date or a number. The result is read back: data and comments must be
the same, and a second time must change nothing; else the file is left alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tsukuba_pia.yaml_fragment import inline, same
from tsukuba_pia.yaml_layout import Layout
from tsukuba_pia.yaml_promise import again, cannot
from tsukuba_pia.yaml_source import Mark, Source

STEP = 2
WIDTH = 96  # of brackets over several lines that are put on one; longer ones keep their lines
_HEADER = re.compile(r"[|>][+-]?\s*(?=#|\Z)")  # of a block text; one that says its own depth is left alone


def formatted(source: Source) -> str:
    """The text of a file in its canonical layout.

    Args:
        source: the file as it was read; it has no diagnostics.

    Raises:
        Problem: it cannot be laid out without a change of what it says.

    """
    text = _Writer(source).written()
    after = again(source, text)
    kept = Counter(_comments(source)) == Counter(_comments(after))
    if after.diagnostics or not kept or not same(after.data, source.data) or _Writer(after).written() != text:
        raise cannot(source, "")
    return text


def _comments(source: Source) -> list[str]:
    return [comment for _, comment in Layout(source).comments()]


class _Writer:
    """Writes one file anew. `at` is how far the old text is told."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.layout = Layout(source)
        self.text = source.text
        self.comments = list(reversed(self.layout.comments()))  # the next one is the last
        self.lines: list[str] = []
        self.at = 0

    def written(self) -> str:
        """The whole text."""
        root = self.source.root
        if root is None or root.inner is None or self.layout.is_flow(root):
            raise cannot(self.source, "")
        self._collection(root, 0)
        self._own_lines(len(self.text), 0, 0)
        return "\n".join(self.lines).strip("\n") + "\n"

    def _collection(self, mark: Mark, indent: int, lead: str = "") -> None:
        """A mapping or a list in block style; `lead` (dashes) stands before its first entry."""
        for inner in mark.inner.values() if isinstance(mark.inner, dict) else mark.inner:
            if isinstance(mark.inner, dict):
                key_at, value = inner
                self._entry(key_at, value, indent, lead)
            else:
                self._item(inner, indent, lead)
            lead = ""

    def _entry(self, key_at: Any, value: Mark, indent: int, lead: str) -> None:  # noqa: ANN401 - the parser's own
        if not lead:
            self._own_lines(key_at.index, key_at.column, indent)
        colon = self.text.index(":", key_at.index + len(self._key(key_at)))
        head = f"{lead or ' ' * indent}{self._key(key_at)}:"
        self.at = colon + 1
        self._value(head, value, indent)

    def _key(self, key_at: Any) -> str:  # noqa: ANN401 - the parser's own
        found = re.match(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\r\n]*?(?=\s*:(?:\s|\Z))", self.text[key_at.index :])
        if found is None:
            raise cannot(self.source, "")
        return found[0]

    def _item(self, value: Mark, indent: int, lead: str) -> None:
        begin = value.begin
        if not lead:
            dash = self.text.rfind("-", self.at, begin.index)
            self._own_lines(dash, dash - self.layout.line_start(dash), indent)
        lead = f"{lead or ' ' * indent}- "
        self.at = begin.index
        if value.inner and not self.layout.is_flow(value):
            self._collection(value, indent + STEP, lead)
        else:
            self._value(lead.rstrip(" "), value, indent)

    def _value(self, head: str, value: Mark, indent: int) -> None:
        """What stands behind a key's colon or a dash, and the comment behind it."""
        if value.inner and not self.layout.is_flow(value):
            self.lines.append(head + self._trailing(self.at))
            self._collection(value, indent + STEP)
            return
        begin, end = value.begin.index, self.layout.end(value)
        raw = self.text[begin:end]
        if value.inner is None and not value.plain and raw[:1] in ("|", ">"):
            self._block_text(head, begin, end, indent)
            return
        first, *rest = self._flow(value, raw) if value.inner is not None else self._scalar(value, raw)
        self.lines += [f"{head} {first}".rstrip(), *(" " * (indent + STEP) + line if line else "" for line in rest)]
        self.at = max(end, self.at)
        self.comments = [one for one in self.comments if not begin <= one[0] < end]  # they are among its lines
        self.lines[-1] += self._trailing(self.at)

    def _scalar(self, value: Mark, raw: str) -> list[str]:
        if "\n" in raw:
            return [line.strip() for line in raw.split("\n")]
        return [inline(self._said(value))] if raw.startswith("'") else [raw]

    def _said(self, value: Mark) -> object:
        raw = self.text[value.begin.index : self.layout.end(value)]
        return again(self.source, f"k: {raw}\n").data["k"]

    def _flow(self, value: Mark, raw: str) -> list[str]:
        """A collection in brackets: on one line where it fits and nobody has written a comment into it."""
        begin, end = value.begin.index, self.layout.end(value)
        inside = any(begin <= one < end for one, _ in self.comments)
        short = None if inside else self._short(value)
        if short is not None and ("\n" not in raw or len(short) <= WIDTH):
            return [short]
        return [line.strip() for line in raw.split("\n")]

    def _short(self, value: Mark) -> str | None:
        """It on one line; nothing where one of its texts has several."""
        if isinstance(value.inner, dict):
            parts = [(self._key(key_at), self._short(inner)) for key_at, inner in value.inner.values()]
            return (
                None if None in dict(parts).values() else "{" + ", ".join(f"{k}: {v}".rstrip() for k, v in parts) + "}"
            )
        if isinstance(value.inner, list):
            items = [self._short(one) for one in value.inner]
            return None if None in items else "[" + ", ".join(map(str, items)) + "]"
        raw = self.text[value.begin.index : self.layout.end(value)]
        return None if "\n" in raw else self._scalar(value, raw)[0]

    def _block_text(self, head: str, begin: int, end: int, indent: int) -> None:
        """A text of several lines: its lines as they are, at their depth."""
        stop = self.layout.line_end(begin)
        header = self.text[begin:stop]
        found = _HEADER.match(header)
        if found is None:
            raise cannot(self.source, "")
        body = self.text[self.layout.next_line(begin) : end].split("\n")
        depth = min((len(line) - len(line.lstrip(" ")) for line in body if line.strip()), default=0)
        self.lines.append(f"{head} {found[0].strip()}" + self._trailing(begin + len(found[0].rstrip())))
        lead = " " * (indent + STEP)
        self.lines += [lead + line[depth:] if line.strip() else line[depth:] for line in body]
        self.at = end

    def _trailing(self, index: int) -> str:
        """The comment that stands on the rest of a line."""
        if self.comments and index <= self.comments[-1][0] <= self.layout.line_end(index):
            place, comment = self.comments.pop()
            self.at = place + len(comment)
            return f"  {comment}"
        return ""

    def _own_lines(self, stop: int, column: int, indent: int) -> None:
        """Comments on lines of their own before the next entry, and at most one blank line in a row."""
        for place, comment in self._before(stop):
            self._blank(place)
            deeper = STEP if place - self.layout.line_start(place) > column else 0
            self.lines.append(" " * (indent + deeper) + comment)
            self.at = place + len(comment)
        if stop < len(self.text):
            self._blank(stop)

    def _before(self, stop: int) -> Iterator[tuple[int, str]]:
        while self.comments and self.comments[-1][0] < stop:
            yield self.comments.pop()

    def _blank(self, place: int) -> None:
        if self.lines and self.text.count("\n", self.at, place) > 1 and self.lines[-1]:
            self.lines.append("")
