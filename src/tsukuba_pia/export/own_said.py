"""What the parts of a page say, and how openly: a part whose heading stands over nothing is as good as lost.

A city's page is held to the shipped one, phrase by phrase. It may lay out, move and add what it likes; words that it
wants otherwise are changed in its labels, and those the page that it is held to has as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from tsukuba_pia.export.own_hidden import hidden
from tsukuba_pia.export.plain_html import Element, Words, parsed

_CUT = re.compile(r"[。.!?::;;()()/、,「」“”\"'’*|`#>\\\[\]\-–_→↑↓=]+")  # a layout of its own may part what they join
_LEAST = 2  # letters of a phrase: a single one stands anywhere
_LINKS = re.compile(r"\]\([^)]*\)|(?m:^\s*[-*] \[[^\]]*\]\(#[^)]*\)\s*$)")  # of Markdown: where they lead, and contents
_HEADING = re.compile(r"(?m)^#{1,3} (.+)$")
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_WITHIN = re.compile(r"\([^()]*\)")
_SILENT = frozenset({"style", "script", "title", "desc", "svg"})  # a picture has a table that says the same
_WAYS = frozenset({"back", "skip", "filters", "views", "shown"})  # classes of what leads through a page
_UNSEEN = frozenset({"unseen", "watermark", "logo"})  # classes for ears, for what is said elsewhere, for a picture
_STRUCK = frozenset({"s", "del", "thead"})  # crossed out; on a narrow screen the names of columns stand elsewhere
_LANDMARKS = frozenset({"h1", "h2", "h3"})


def unsaid(page: str, whole: str) -> dict[str, str]:
    """What the shipped page (`whole`) says and the other does not, or folds away: by the id of the heading above.

    The first such words of each.
    """
    return _missing(_read(page), _read(whole))


def unsaid_markdown(text: str, whole: str) -> dict[str, str]:
    """The same, by headings."""
    return _missing(_markdown(text), _markdown(whole))


class _Said:
    """All that is said, what of it is open, and the phrases under each heading, each with whether it is."""

    def __init__(self) -> None:
        self.parts: dict[str, dict[str, bool]] = {}
        self.all, self.open = "", ""

    def take(self, part: str, text: str, *, is_open: bool, asked: bool = True) -> None:
        """A text that stands in a part; one that leads through the page is not asked for."""
        found = [" ".join(one.split()) for one in _CUT.split(text)]
        joined = _run("".join(found))
        self.all += joined
        self.open += joined if is_open else "\n"  # what stands apart is not read as one
        for one in found if asked else ():
            if len(_run(one)) >= _LEAST:
                told = self.parts.setdefault(part, {})
                told[one] = told.get(one, False) or is_open


def _missing(here: _Said, there: _Said) -> dict[str, str]:
    def gone(told: Mapping[str, bool]) -> str:
        lacking = (one for one, is_open in told.items() if _run(one) not in (here.open if is_open else here.all))
        return next(lacking, "")

    found = {part: gone(told) for part, told in there.parts.items()}
    return {part: words for part, words in found.items() if words}


def _run(text: str) -> str:
    """Without blanks: where a line breaks is laid out, not said."""
    return "".join(text.split())


@lru_cache(16)
def _markdown(text: str) -> _Said:
    said = _Said()
    _, *rest = _HEADING.split(_LINKS.sub("]", text))
    for heading, below in zip(rest[::2], rest[1::2], strict=True):
        said.take(heading, below, is_open=True)
    return said


@lru_cache(16)
def _read(page: str) -> _Said:
    said, part = _Said(), ""
    read = parsed(page)
    rooms = _Rooms(_UNSEEN.union(_veils(read)))
    for one in read:
        if isinstance(one, Element) and one.name in _LANDMARKS:
            part = one.attributes.get("id", part)
        elif isinstance(one, Words) and one.within and one.text.strip():
            room = rooms.of(one.within)
            if room.is_read:
                said.take(part, unescape(one.text), is_open=room.is_open, asked=not room.leads)
    return said


class _Room(NamedTuple):
    """What becomes of a text that stands in an element."""

    is_read: bool  # in the middle of the page, by eyes and ears alike
    is_open: bool  # not folded away, crossed out, or of a class that is hidden
    leads: bool  # through the page


class _Rooms:
    """Looks each element up once: a page has thousands of texts in them."""

    def __init__(self, veils: frozenset[str]) -> None:
        self.veils = veils
        self.known: dict[int, _Room] = {}  # by the identity of elements, which the page that is read keeps

    def of(self, within: tuple[Element, ...]) -> _Room:
        """Of the innermost of these."""
        if not within:
            return _Room(is_read=False, is_open=True, leads=False)
        one = within[-1]
        if id(one) not in self.known:
            self.known[id(one)] = self._within(one, self.of(within[:-1]))
        return self.known[id(one)]

    def _within(self, one: Element, outer: _Room) -> _Room:
        classes = one.attributes.get("class", "").split()
        silent = one.name in _SILENT or one.attributes.get("aria-hidden") == "true"
        above = self.of(one.within[:-1]) if one.name == "summary" and any(map(_folds, one.within[-1:])) else outer
        return _Room(
            is_read=(outer.is_read or one.name == "main") and not silent,
            is_open=above.is_open and not _folds(one) and one.name not in _STRUCK and self.veils.isdisjoint(classes),
            leads=outer.leads or one.name == "nav" or not _WAYS.isdisjoint(classes),
        )


def _folds(one: Element) -> bool:
    """Whether it folds all but its summary away."""
    return one.name == "details" and "open" not in one.attributes


def _veils(read: Iterable[object]) -> Iterator[str]:
    """The classes of what the style of the page hides, on paper or a small screen too."""
    for one in read:
        if isinstance(one, Words) and one.within and one.within[-1].name == "style":
            for group in hidden(one.text):
                for selector in _bare(group).split(","):
                    yield from _CLASS.findall(re.split(r"[\s>+~]+", selector.strip())[-1])


def _bare(selector: str) -> str:
    """Without what stands in brackets: conditions that an element may meet or not."""
    while (less := _WITHIN.sub("", selector)) != selector:
        selector = less
    return selector
