"""Entries of a mapping that change places, each with the comments that belong to it; as few of them as can be.

It looks at places only; whether the file then says the same is for `yaml_promise` to find out.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.yaml_layout import Layout

Change = tuple[int, int, str]


class Piece(NamedTuple):
    """The lines of an entry: from the comments directly above its key to the remarks below its value."""

    start: int
    end: int  # behind its last line break
    above: bool  # a blank line stands there
    below: bool
    first: bool

    @property
    def apart(self) -> bool:
        """Whether a blank line sets it apart."""
        return self.above or self.below


def moved(layout: Layout, parent: Path, places: Mapping[str, int]) -> list[Change]:
    """The changes by which the entries of a mapping stand in the order of their places.

    An entry without a place goes with the one before it. Comments that stand apart stay where they are, and so does
    what is said at the head of a file. Raises LookupError where the entries have no lines of their own.
    """
    mark = layout.mark(parent)
    if not isinstance(mark.inner, dict) or layout.is_flow(mark) or layout.in_flow(parent):
        raise LookupError(parent)
    place, found = -1, []
    for name in mark.inner:
        place = places.get(name, place)
        found.append(place)
    staying = _longest(found)
    pieces = _pieces(layout, parent, list(mark.inner))
    cut = _removals(layout, [piece for number, piece in enumerate(pieces) if number not in staying])
    return [*cut, *_insertions(layout, pieces, sorted(range(len(found)), key=found.__getitem__), staying)]


def _longest(places: Sequence[int]) -> set[int]:
    """The numbers of as many entries as can stay: the longest row in which no place comes before an earlier one."""
    ends: list[int] = []  # of the best row of each length its last entry
    before: list[int] = []
    for number, place in enumerate(places):
        length = bisect_right(ends, place, key=places.__getitem__)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [number]
    row = set()
    number = ends[-1] if ends else -1
    while number >= 0:
        row.add(number)
        number = before[number]
    return row


def _pieces(layout: Layout, parent: Path, names: Sequence[str]) -> list[Piece]:
    entries = [layout.entry((*parent, name)) for name in names]
    stops = [layout.next_line(one.end) for one in entries]  # behind the value's own lines
    starts = []
    for number, one in enumerate(entries):
        start = layout.line_start(one.key)
        if layout.text[start : one.key].strip():
            raise LookupError(parent)
        head = _head(layout, start, stops[number - 1] if number else 0, one.column)
        of_all = not number and not parent and (head == 0 or not _is_blank(layout, head - 1))
        starts.append(start if of_all else head)  # above the first key of a file stands what is said of the whole
    bounds = [*starts[1:], len(layout.text)]
    ends = [_foot(layout, stops[number], bounds[number], one.column) for number, one in enumerate(entries)]
    return [_piece(layout, *span, first=span[0] == starts[0]) for span in zip(starts, ends, strict=True)]


def _piece(layout: Layout, start: int, end: int, *, first: bool) -> Piece:
    above = not first and _is_blank(layout, start - 1)
    return Piece(start, end, above, end < len(layout.text) and _is_blank(layout, end), first)


def _head(layout: Layout, start: int, least: int, column: int) -> int:
    """Where the comments begin that stand directly above a line, and are no deeper than it."""
    while start > least and 0 <= _depth(layout, start - 1) <= column:
        start = layout.line_start(start - 1)
    return start


def _foot(layout: Layout, end: int, most: int, column: int) -> int:
    """Behind the comments below a value that are deeper than its key, and those directly below that lead to nothing."""
    at = end
    while at < most and (_is_blank(layout, at) or _depth(layout, at) > column):
        at = layout.next_line(at)
        if not _is_blank(layout, at - 1):
            end = at
    at = end
    while at < most and _depth(layout, at) >= column:
        at = layout.next_line(at)
    return at if at >= len(layout.text) or at == most or not layout.line(at).lstrip().startswith("#") else end


def _depth(layout: Layout, index: int) -> int:
    """How deep a line's comment stands; less than nothing where it has another line than a comment."""
    line = layout.line(index)
    word = line.lstrip()
    return len(line) - len(word) if word.startswith("#") else -1


def _is_blank(layout: Layout, index: int) -> bool:
    return not layout.line(index).strip()


def _removals(layout: Layout, pieces: Sequence[Piece]) -> list[Change]:
    """Each of them goes, with one of two blank lines around it."""
    cut: list[Change] = []
    for piece in pieces:
        start, end = piece.start, piece.end
        while (piece.above or piece.first) and end < len(layout.text) and _is_blank(layout, end):
            end = layout.next_line(end)
        if end >= len(layout.text):
            start = _behind_text(layout, start)
            while cut and cut[-1][1] >= start:
                start = _behind_text(layout, cut.pop()[0])
        cut.append((start, end, ""))
    return cut


def _behind_text(layout: Layout, index: int) -> int:
    """The start of the blank lines before an index."""
    while index > 0 and _is_blank(layout, index - 1):
        index = layout.line_start(index - 1)
    return index


def _insertions(layout: Layout, pieces: Sequence[Piece], order: Sequence[int], staying: set[int]) -> Iterator[Change]:
    """What moves, in front of the next that stays; the last ones behind the last that does."""
    waiting: list[Piece] = []
    last = max(staying)
    for number in order:
        if number not in staying:
            waiting.append(pieces[number])
            continue
        here = pieces[number]
        texts = [_lines(layout, one) + layout.newline * (one.apart if here.first else here.above) for one in waiting]
        if texts:
            yield here.start, here.start, "".join(texts)
        waiting = []
    end = pieces[last].end
    texts = [layout.newline * (one.apart or pieces[last].above) + _lines(layout, one) for one in waiting]
    if texts:
        ended = layout.text[:end].endswith(("\n", "\r"))
        yield end, end, "".join(["" if ended else layout.newline, *texts])


def _lines(layout: Layout, piece: Piece) -> str:
    text = layout.text[piece.start : piece.end]
    return text if text.endswith(("\n", "\r")) else text + layout.newline
