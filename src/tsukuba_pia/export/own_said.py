"""Holds a city's page to one law: it is the shipped page, its parts in any order, with plain things added.

All that a shipped part says (its links, cells and drawings with it) stands in the city's part as often, in the same
order, and in the same elements. What a city may put around it is a short list. Words that it wants otherwise are
changed in its labels, and those the page that it is held to has as well.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from html import unescape
from itertools import groupby
from typing import NamedTuple

from tsukuba_pia.export._own_markdown import as_pieces
from tsukuba_pia.export.own_style import declarations, refused
from tsukuba_pia.export.plain_html import Element, End, Piece, Words, parsed

_CUT = re.compile(r"[。.!?::;;()()/、,「」“”\"'’*|`#>\\\[\]\-–_→↑↓=]+")  # a layout of its own may part what they join
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_HAVING = re.compile(r":has\(([^()]*)")  # what a style does to others where such an element stands within
_TINTED = re.compile(r"color|background", re.IGNORECASE)  # links and quiet words within have colours of their own
_AROUND = frozenset({  # what a city may put around the words of a shipped part, and in its place; with these attributes
    "html", "body", "header", "footer", "section", "article", "aside", "div", "address", "h1", "h2", "h3", "h4", "h5",
    "h6", "p", "ul", "ol", "li", "dl", "dt", "dd", "span", "strong", "em", "b", "i", "br", "wbr", "details", "summary",
})  # fmt: skip
_GIVEN = frozenset({"id", "class", "style", "lang", "role", "aria-labelledby", "open"})
_WAYS = frozenset({"back", "skip", "filters", "views", "shown"})  # classes of what leads through a page
_HEADINGS = frozenset({"h1", "h2", "h3"})
_PLACES = {"header": "", "main": "main", "footer": "footer"}  # of a page, around its parts
_UNREAD = frozenset({"style", "script", "meta", "link"})
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # letters that follow run the other way
_ALONE = "\1"  # begins what a city may not add: it would change what stands around it
_SHOWN = 40  # characters of what is missing


class _Room(NamedTuple):
    """Where a text stands."""

    chain: str = ""  # the elements around it that are not plain
    language: str = ""
    veils: frozenset[str] = frozenset()  # classes that the shipped style does more with than a city's may; folds
    leads: bool = False  # through the page: not asked for


class _Veils(NamedTuple):
    """The classes that a style does more with than a city's may."""

    within: frozenset[str] = frozenset()  # to what stands within
    around: frozenset[str] = frozenset()  # to what stands around


class _Said(NamedTuple):
    """One phrase, or an element that counts as one."""

    words: str
    room: _Room
    whole: str  # the text that it stands in, as people read it


class _Part:
    """What stands under a heading, in order."""

    def __init__(self) -> None:
        self.said: list[_Said] = []
        self.starts = [0]  # of each phrase in `text`; the last one: its end
        self.name, self.text = "", ""

    def take(self, words: str, room: _Room, whole: str) -> None:
        """One more."""
        self.said.append(_Said(words, room, whole))
        self.starts.append(self.starts[-1] + len(words))

    def say(self, text: str, room: _Room) -> None:
        """A text, phrase by phrase. Where a line breaks is laid out, not said."""
        for sign in _TURNS.findall(text):
            self.take(_ALONE + sign, room, f"U+{ord(sign):04X}")
        for phrase in _CUT.split(text):
            if words := "".join(phrase.split()):
                self.take(words, room, " ".join(text.split()))

    def after(self, one: _Said, at: int) -> int:
        """Where this phrase ends behind `at`: whole, and as openly as there. -1 where it does not stand."""
        while (at := self.text.find(one.words, at)) >= 0:
            end = at + len(one.words)
            first, last = bisect_left(self.starts, at), bisect_left(self.starts, end)
            whole = self.starts[first] == at and self.starts[last] == end
            if whole and all(_as_open(other.room, one.room) for other in self.said[first:last]):
                return end
            at += 1
        return -1


_Parts = dict[str, _Part]
_NOTHING = _Part()


def _as_open(here: _Room, there: _Room) -> bool:
    return here.chain == there.chain and here.language == there.language and here.veils <= there.veils


@lru_cache(32)  # pages of all kinds, each looked at several times; nobody changes what is found
def unsaid(page: str, whole: str) -> dict[str, str]:
    """What a city's page has lost of the shipped one (`whole`): by the id of a heading, its name and the first words.

    What stands under no heading is known by its words.
    """
    veils, there = _shipped(whole)
    return _missing(_read(parsed(page), veils, there.keys()), there)


@lru_cache(32)
def unsaid_markdown(text: str, whole: str) -> dict[str, str]:
    """The same, by headings."""
    there = _read(as_pieces(whole), _Veils())
    return _missing(_read(as_pieces(text), _Veils(), there.keys()), there)


def style_of(page: str) -> str:
    """All that its styles set."""
    read = (one for one in parsed(page) if isinstance(one, Words))
    return "".join(one.text for one in read if one.within and one.within[-1].name == "style")


@lru_cache(16)
def _shipped(whole: str) -> tuple[_Veils, _Parts]:
    veils = _veils(style_of(whole))
    return veils, _read(parsed(whole), veils)


@lru_cache(16)
def _veils(style: str) -> _Veils:
    more = [one.selector for one in refused(declarations(style))]
    return _Veils(frozenset({"logo"}.union(*map(_CLASS.findall, more))), frozenset(_having(more)))


def _having(selectors: Iterable[str]) -> Iterator[str]:
    for one in selectors:
        for found in _HAVING.findall(one):
            yield from _CLASS.findall(found)


def _missing(here: _Parts, there: _Parts) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, part in there.items():
        lacking = list(_lacking(here.get(key, _NOTHING), part))
        if lacking and not part.name:
            found |= {one.whole: one.whole for one in sorted(lacking, key=lambda one: -len(one.whole))}
        elif lacking:
            words = lacking[0].whole[:_SHOWN]
            found[key] = part.name if words in part.name else f"{part.name}: {words}…"
    return found


def _lacking(here: _Part, there: _Part) -> Iterator[_Said]:
    at = 0
    for one in there.said:
        if not one.room.leads:
            end = here.after(one, at)
            at = max(at, end)
            if end < 0:
                yield one
    more, fewer = ([one for one in part.said if one.words[0] == _ALONE] for part in (here, there))
    yield from more[len(fewer) :]


def _read(pieces: Iterable[Piece], veils: _Veils, known: Collection[str] = ()) -> _Parts:
    """What stands in each part. `known`: the parts of the shipped page; none where it is that one."""
    part, rooms = _Part(), _Rooms(veils)
    parts = {"": part}
    for one in tuple(_with_drawings(tuple(pieces))):  # kept: elements are known by their identity
        if isinstance(one, Words):
            if any(other.name in _UNREAD for other in one.within[-1:]):
                continue
            part.say(unescape(one.text), rooms.of(one.within))
            if any(key and parts.get(key) is part for key in map(_heads, one.within)):
                part.name = " ".join((part.name + unescape(one.text)).split())
        else:
            key = _key(one)
            part = parts.setdefault(key, _Part()) if key is not None and (key in known or not known) else part
            room = rooms.of((*one.within, one))
            if name := room.chain.removeprefix(rooms.of(one.within).chain):
                part.take(name, room, f"<{' '.join((one.name, *one.attributes.values()))[:_SHOWN]}>")
    for part in parts.values():
        part.text = "".join(one.words for one in part.said)
    return parts


def _heads(one: Element) -> str | None:
    """The part that an element is the heading of."""
    return one.attributes.get("id") if one.name in _HEADINGS else None


def _key(one: Element) -> str | None:
    """The part of the page that begins with an element."""
    if key := _heads(one):
        return key
    return _PLACES.get(one.name) if all(other.name != "main" for other in one.within) else None


def _with_drawings(pieces: Iterable[Piece]) -> Iterator[Element | Words]:
    """Elements and texts; each drawing is one, as what is put into it could hide a part of it."""
    for _, group in groupby((one for one in pieces if not isinstance(one, End)), lambda one: id(_drawing(one))):
        first, *rest = group
        if root := _drawing(first):
            yield replace(root, attributes={**root.attributes, "": "".join(map(_letters, rest))})
        else:
            yield first
            yield from rest


def _drawing(one: Element | Words) -> Element | None:
    return next((other for other in (*one.within, one) if isinstance(other, Element) and other.name == "svg"), None)


def _letters(one: Element | Words) -> str:
    if isinstance(one, Words):
        return "".join(one.text.split())
    return f"\0{one.name} {sorted(one.attributes.items())}\0"


def _is_plain(one: Element) -> bool:
    tinted = _TINTED.search(one.attributes.get("style", ""))
    return one.name in _AROUND and one.attributes.keys() <= _GIVEN and not tinted


class _Rooms:
    """Looks each element up once: a page has thousands of texts in them."""

    def __init__(self, veils: _Veils) -> None:
        self.veils = veils
        self.known: dict[int, _Room] = {}  # by the identity of elements, which the page that is read keeps
        self.summaries: dict[int, int] = {}  # of each fold, the one that is seen

    def of(self, within: tuple[Element, ...]) -> _Room:
        """Of the innermost of these."""
        if not within:
            return _Room()
        one = within[-1]
        if id(one) not in self.known:
            self.known[id(one)] = self._within(one, self.of(within[:-1]))
        return self.known[id(one)]

    def _within(self, one: Element, outer: _Room) -> _Room:
        classes = frozenset(one.attributes.get("class", "").split())
        folds = one.name == "details" and "open" not in one.attributes
        above = self.of(one.within[:-1]) if self._names_fold(one) else outer
        ways = outer.leads or one.name == "nav" or not _WAYS.isdisjoint(classes)
        return _Room(
            chain=outer.chain + self._named(one, alone=not classes.isdisjoint(self.veils.around)),
            language=one.attributes.get("lang", outer.language),
            veils=above.veils | (classes & self.veils.within) | ({one.name} if folds else set()),
            leads=ways and one.name not in _HEADINGS,
        )

    @staticmethod
    def _named(one: Element, *, alone: bool) -> str:
        """What an element is called that is not plain."""
        if alone:
            return _ALONE + _letters(one)
        return "" if _is_plain(one) or one.name in _UNREAD else _letters(one)

    def _names_fold(self, one: Element) -> bool:
        """Whether it is what is seen of a fold: the first summary in it."""
        fold = one.within[-1:] if one.name == "summary" else ()
        return any(
            other.name == "details" and self.summaries.setdefault(id(other), id(one)) == id(one) for other in fold
        )
