"""How wide words are, and where their lines break, without a browser: rather too wide than too narrow."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from tsukuba_pia.model.text import unmarked

CUT = "…"
_NARROW = frozenset("ijl.,:;'|!` ")
_SLIM = frozenset('fIrt()[]{}-/"*')
_BROAD = frozenset("mwMW@%&—─…⸺⸻")
_NOT_FIRST = frozenset("、。,.)」』】〕〉》)]}・:;?!ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〜%%…")
_NOT_LAST = frozenset("「『【〔〈《([{(")
_WIDE = ("W", "F")
_SYMBOL = 1.5  # em: pictographs and letters that no common font has; a box in their place is no wider
_LONGEST = 400  # characters that are looked at: no line of a picture holds more
_SPELT = 3  # em: from here on a sign is spelt out
_MARKS = 2  # accents that may stand on one letter: a tower of them would leave its box


def em(text: str) -> float:
    """The width of a line in units of its letters' height, whichever sans-serif font is there."""
    return sum(map(_em, text))


@cache
def _em(character: str) -> float:
    kind = unicodedata.category(character)
    if kind[0] == "M" or kind == "Cf":
        return 0
    if unicodedata.east_asian_width(character) in _WIDE:
        return 1 if kind[0] in "LPNZ" else _SYMBOL
    if character.isascii() or character in _BROAD:
        return _latin(character)
    whole = unicodedata.normalize("NFKC", character)
    if len(whole) > 1:  # one sign for several letters
        return max(1, sum(0.8 for one in whole))
    return 0.75 if kind == "Ll" else 1 if ord(character) < 0x3400 else _SYMBOL  # noqa: PLR2004 - scripts in use


def _latin(character: str) -> float:
    if character in _NARROW:
        return 0.36
    if character in _SLIM:
        return 0.46
    if character in _BROAD:
        return 1
    return 0.72 if character.isupper() else 0.62


def tamed(text: str) -> str:
    """The text in one line, without towers of accents."""
    kept: list[str] = []
    marks = 0
    for character in "".join(map(_spelt, " ".join(unmarked(text)[:_LONGEST].split()))):
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MARKS:
            kept.append(character)
    return "".join(kept)


def _spelt(character: str) -> str:
    """Whole phrases in one sign are wider than any line: letter by letter."""
    whole = unicodedata.normalize("NFKC", character)
    return whole if em(character) > _SPELT else character


@lru_cache(1 << 12)  # words of labels and banks stand in picture after picture
def lines(text: str, width: float, most: int) -> tuple[str, ...]:
    """The text in at most `most` lines of at most `width` em; what does not fit is cut, and the cut shows."""
    found: list[str] = []
    for one in _lines(tamed(text), width):
        if len(found) == most:
            found[-1] = _cut(found[-1], width)
            break
        found.append(one)
    if found and len(text) > _LONGEST and not found[-1].endswith(CUT):
        found[-1] = _cut(found[-1], width)
    return tuple(found)


def balanced(text: str, width: float, most: int) -> tuple[str, ...]:
    """The same in as many lines, but about equally long: for short labels, so that no letter stands alone."""
    found = lines(text, width, most)
    narrower = width
    while len(found) > 1 and narrower > 1:
        narrower -= 0.5
        tried = lines(text, narrower, most)
        if len(tried) > len(found) or tried[-1].endswith(CUT):
            break
        found = tried
    return found


def _cut(line: str, width: float) -> str:
    while line and em(line) + em(CUT) > width:
        line = line[:-1]
    return line.rstrip() + CUT


def _lines(text: str, width: float) -> Iterator[str]:
    line, used = "", 0.0
    for piece in _pieces(text):
        if used + em(piece.rstrip()) <= width:
            line, used = line + piece, used + em(piece)
            continue
        if line.strip():
            yield line.rstrip()
        *full, line = _chopped(piece, width)
        used = em(line)
        yield from full
    if line.strip():
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What stays together: a word with the blank behind it, a character with the signs that hang on it."""
    piece = ""
    for character in text:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after == " " or unicodedata.combining(after):
        return False
    return before == " " or any(unicodedata.east_asian_width(one) in _WIDE for one in (before, after))


def _chopped(piece: str, width: float) -> list[str]:
    """A piece that is longer than a whole line, broken where the line is full."""
    found, used = [""], 0.0
    for character in piece:
        if found[-1] and used + _em(character) > width:
            found.append("")
            used = 0.0
        found[-1] += character
        used += _em(character)
    return found
