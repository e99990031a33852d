"""Reads pages that are written plainly: what every reader of HTML takes for the same, and nothing else.

Where a comment ends, what stands in a tag within an attribute, what an element that is never closed swallows: programs
and browsers disagree. Whoever looks for what a page may not hold must see what a browser sees. So there is no guessing:
elements are closed in order, nothing but text stands in a style or a title, and no comment but the register's own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

MARKER = "<!--register--><!--/register-->"  # where the register says what is to be said above a page
START = "<!DOCTYPE html>"
BLANK = " \t\n"  # to HTML; other blanks are text
VOID = frozenset({"meta", "link", "br", "wbr", "hr", "img", "input", "col"})
PLAIN_TEXT = frozenset({"title", "style", "script", "rp"})  # hold no elements
_NEXT = re.compile(
    r"""(?P<text>[^<]+)
    |<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)
      (?P<more>(?:[ \t\n]+[A-Za-z][A-Za-z0-9:_-]*(?:=(?:"[^"<]*"|'[^'<]*'|[A-Za-z0-9.#_-]+))?)*)[ \t\n]*(?P<both>/?)>
    |(?P<marker>"""
    + re.escape(MARKER)
    + ")",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([A-Za-z][A-Za-z0-9:_-]*)(?:=(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.#_-]+)))?""")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_NAMED, _BEGUN = "U+{:04X}", "<{}>"
_SHOWN = 20  # characters of what is not plain


class NotPlainError(ValueError):
    """A page is not written plainly."""

    def __init__(self, page: str) -> None:
        """Take the rest of the page, from where that begins."""
        super().__init__(page[:_SHOWN])


@dataclass(frozen=True, slots=True)
class Element:
    """An element that begins, with the names of those that it stands in, the outermost first."""

    name: str
    attributes: Mapping[str, str]
    within: tuple["Element", ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Words:
    """Text, in the innermost of these elements."""

    text: str
    within: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class End:
    """An element that ends."""

    name: str


Piece = Element | Words | End


def pieces(page: str) -> Iterator[Piece]:
    """What a page or a part of one consists of.

    Raises:
        NotPlainError: where readers of HTML could disagree.

    """
    if found := _CONTROL.search(page):
        raise NotPlainError(_NAMED.format(ord(found[0])))
    reader = _Reader()
    at = len(START) if page.startswith(START) else 0
    while at < len(page):
        found = _NEXT.match(page, at)
        if found is None:
            raise NotPlainError(page[at:])
        yield from reader.read(found)
        at = found.end()
    if reader.open:
        raise NotPlainError(_BEGUN.format(reader.open[-1].name))


@lru_cache(4)  # a page and the shipped one, each looked at several times over
def parsed(page: str) -> tuple[Piece, ...]:
    """All that a page consists of; nobody changes it.

    Raises:
        NotPlainError: as above.

    """
    return tuple(pieces(page))


class _Reader:
    """Knows which elements are open."""

    def __init__(self) -> None:
        self.open: tuple[Element, ...] = ()
        self.marked = False

    def read(self, found: re.Match[str]) -> Iterator[Piece]:
        if found["text"] is not None:
            yield Words(found["text"], self.open)
        elif found["marker"] is not None:
            self._marker()
        elif found["end"]:
            yield self._end(found)
        else:
            yield from self._begin(found)

    def _marker(self) -> None:
        if self.marked or not self.open or self.open[-1].name in PLAIN_TEXT:
            raise NotPlainError(MARKER)
        self.marked = True

    def _end(self, found: re.Match[str]) -> End:
        name = found["name"].lower()
        if not self.open or self.open[-1].name != name or found["more"] or found["both"]:
            raise NotPlainError(found[0])
        self.open = self.open[:-1]
        return End(name)

    def _begin(self, found: re.Match[str]) -> Iterator[Piece]:
        name = found["name"].lower()
        drawn = name == "svg" or any(one.name == "svg" for one in self.open)
        if (self.open and self.open[-1].name in PLAIN_TEXT) or (found["both"] and not drawn and name not in VOID):
            raise NotPlainError(found[0])
        one = Element(name, _attributes(found), self.open)
        yield one
        if name in VOID or found["both"]:
            yield End(name)
        else:
            self.open = (*self.open, one)


def _attributes(found: re.Match[str]) -> dict[str, str]:
    """Each but once: a browser takes the first, others the last."""
    given: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(found["more"]):
        if name.lower() in given:
            raise NotPlainError(found[0])
        given[name.lower()] = unescape("".join(values))
    return given
