"""Folds a text at a number of terminal columns, also where Japanese has no blanks to fold at."""

from collections.abc import Iterator
from unicodedata import east_asian_width

# Kinsoku (JIS X 4051, the part that matters in a terminal): these never begin a line, those never end one.
NOT_FIRST = frozenset("、。，．・：；？！）］｝」』】〉》ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ)]},.;:!?%")
NOT_LAST = frozenset("（［｛「『【〈《([{")


def width(text: str) -> int:
    """Columns that a text takes in a terminal."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def fold(text: str, columns: int, first: str = "", rest: str = "") -> Iterator[str]:
    """The lines of a text; `first` stands before the first line, `rest` before the others."""
    lead, line = first, ""
    for piece in _pieces(text):
        if line and width(lead) + width(line) + width(piece.rstrip()) > columns:
            yield (lead + line).rstrip()
            lead, line = rest, piece.lstrip(" ")
        else:
            line += piece
    yield (lead + line).rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What must not be torn apart: a Latin word with its blank, a wide character with what clings to it."""
    piece = ""
    for character in text:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    yield piece


def _may_break(before: str, after: str) -> bool:
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    wide = east_asian_width(before) in "WF" or east_asian_width(after) in "WF"
    return before == " " or (wide and after != " ")
