"""Three versions of one assessment → one: by answer and entry, not by line. What git's merge driver calls.

A unit is what a person changes as one thing: an answer with its details, an entry of a list, a key. Two people may
change different units, also next to each other. Where both changed the same one and it does not say the same, both
versions stand in the text between git's marks, and a person decides. Comments go with the unit directly below them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any, NamedTuple

from tsukuba_pia.yaml_layout import Layout
from tsukuba_pia.yaml_source import Source, parse

Name = tuple[str, ...]  # a key, or a key and what names an entry below it
ByLines = Callable[[str, str, str], tuple[str, bool]]
REMARK = object()
MARKS = ("<<<<<<< ours", "=======", ">>>>>>> theirs")


class Merged(NamedTuple):
    """One text of three. `conflicts` names what a person has to decide; `by_lines`: only lines could be compared."""

    text: str
    conflicts: tuple[Name, ...] = ()
    by_lines: bool = False


class _Unit(NamedTuple):
    """A stretch of lines and what it says; of a mapping or list that is looked into, only that it is one."""

    text: str
    data: Any
    split: bool = False


class _Cut(NamedTuple):
    """Where a unit begins, its name, and what it says."""

    start: int
    name: Name
    data: Any
    split: bool


@dataclass(slots=True)
class _Put:
    """A unit in the text that is made; where it is in conflict, as `ours` and `theirs` have it."""

    name: Name
    ours: _Unit | None
    theirs: _Unit | None
    new: bool = False

    @property
    def conflict(self) -> bool:
        """Whether a person has to decide."""
        return self.ours is not self.theirs


def merge(base: bytes, ours: bytes, theirs: bytes, by_lines: ByLines) -> Merged:
    """One text of three. `by_lines` merges three texts as git does, and says whether no conflict was left."""
    sources = [_read(raw) for raw in (base, ours, theirs)]
    puts = _puts(sources, by_lines) if all(one is not None for one in sources) else []
    if not puts or not all(_sound(puts, side) for side in ("ours", "theirs")):
        text, _ = by_lines(*(raw.decode("utf-8", "surrogateescape") for raw in (base, ours, theirs)))
        return Merged(text, by_lines=True)
    return Merged("".join(map(_shown, puts)), tuple(one.name for one in puts if one.conflict))


def _read(raw: bytes) -> Source | None:
    """What can be looked into: an assessment's mapping, or a file that was not there."""
    source = parse(raw if raw.strip() else b"{}", "")
    return source if isinstance(source.data, dict) and not source.diagnostics else None


def _puts(sources: Sequence[Source | None], by_lines: ByLines) -> list[_Put]:
    """All units of the merged text: in ours' order, what is new in theirs behind what it stands behind there."""
    found = [one for one in sources if one is not None]
    split = {key for key in {key for one in found for key in one.data} if _can_be_split(key, found)}
    base, ours, theirs = (_units(one, split) for one in found)
    puts = [_decided(name, base.get(name), unit, theirs.get(name), by_lines) for name, unit in ours.items()]
    known = set(ours)
    before: Name | None = None
    for name, unit in theirs.items():
        if name not in known and unit != base.get(name):
            puts.insert(_place(puts, name, before), _decided(name, base.get(name), None, unit, by_lines))
            known.add(name)
        before = name if name in known else before
    return puts


def _decided(name: Name, base: _Unit | None, ours: _Unit | None, theirs: _Unit | None, by_lines: ByLines) -> _Put:
    """The side that changed it; both, where they say different things."""
    new = base is None
    if theirs in (ours, base):
        return _Put(name, ours, ours, new)
    if ours == base:
        return _Put(name, theirs, theirs, new)
    if ours and theirs and ours.split and theirs.split and not base:
        one = ours._replace(text="".join(_not_in(ours.text, theirs.text)) + ours.text)
        return _Put(name, one, one, new)
    if ours and theirs and base and any(_says_the_same(*two) for two in pairwise((ours, base, theirs, ours))):
        text, clean = by_lines(base.text, ours.text, theirs.text)
        if clean:
            one = _Unit(text, ours.data if _says_the_same(base, theirs) else theirs.data, ours.split)
            return _Put(name, one, one, new)
    return _Put(name, ours, theirs, new)


def _not_in(text: str, other: str) -> Iterator[str]:
    """The comments of another text that this one does not have."""
    there = text.splitlines()
    return (line for line in other.splitlines(keepends=True) if line.rstrip("\r\n") not in there)


def _says_the_same(one: _Unit, other: _Unit) -> bool:
    """Whether two texts of a unit differ in layout and comments alone."""
    return one.data == other.data and one.split == other.split


def _place(puts: Sequence[_Put], name: Name, before: Name | None) -> int:
    """Behind the unit that it stands behind in theirs, and behind what ours has put there."""
    place = next((number for number, one in enumerate(puts, 1) if one.name == before), 0)
    while place < len(puts) and _stays_above(puts[place], name):
        place += 1
    return place


def _stays_above(other: _Put, name: Name) -> bool:
    """Whether what comes next in ours comes before a new unit of theirs."""
    if len(name) > 1:
        return other.new and len(other.name) > 1 and other.name[0] == name[0]
    return other.new or len(other.name) > 1


def _can_be_split(key: str, sources: Sequence[Source]) -> bool:
    """Whether a key's entries can be told apart: of a mapping by their keys, of a list by their ids or their order."""
    values = [one.data.get(key) for one in sources]
    there = [value for value in values if value]
    if any(_braces(one, key) for one in sources if one.data.get(key)) or not there:
        return False
    if all(isinstance(value, dict) for value in there):
        return True
    if not all(isinstance(value, list) for value in there):
        return False
    base, ours, theirs = (value or [] for value in values)
    if all(_ids(value) for value in there):
        return True
    return ours[: len(base)] == base == theirs[: len(base)]


def _braces(source: Source, key: str) -> bool:
    layout = Layout(source)
    return layout.is_flow(layout.mark((key,)))


def _ids(items: Sequence[Any]) -> bool:
    """Whether each has an id of its own."""
    ids = [one.get("id") if isinstance(one, dict) else None for one in items]
    return all(isinstance(one, str) for one in ids) and len(set(ids)) == len(ids)


def _units(source: Source, split: set[str]) -> dict[Name, _Unit]:
    """All lines of a file, by what they belong to; lines above the first key are that key's."""
    cuts = list(_cuts(Layout(source), split))
    ends = [*(cut.start for cut in cuts[1:]), len(source.text)]
    found: dict[Name, _Unit] = {}
    for cut, end in zip(cuts, ends[: len(cuts)], strict=True):
        name = cut.name
        while name in found:  # the same remark once more
            name = (*name[:-1], f"{name[-1]}\0")
        found[name] = _Unit(source.text[cut.start : end], cut.data, cut.split)
    return found


def _cuts(layout: Layout, split: set[str]) -> Iterator[_Cut]:
    """Where each unit begins: below what stands before it, with the comments directly above its own line."""
    floor = 0
    for name, at, end, data, divided in _stretches(layout, split):
        *remarks, start = _paragraphs(layout, floor, layout.line_start(at))
        yield from _remarks(layout, name[:-1], [*remarks, start])
        yield _Cut(start, name, data, divided)
        floor = layout.next_line(end)
    yield from _remarks(layout, (), [*_paragraphs(layout, floor, len(layout.text)), len(layout.text)])


def _remarks(layout: Layout, place: Name, starts: Sequence[int]) -> Iterator[_Cut]:
    """Comments that stand by themselves are units, too: known by their words."""
    for start, end in pairwise(starts):
        if start < end:
            yield _Cut(start, (*place, layout.text[start:end]), REMARK, split=False)


def _paragraphs(layout: Layout, start: int, end: int) -> list[int]:
    """Where comments begin that a blank line parts from those above; first `start`."""
    found, last, blank = [start], start, False
    while start < end:
        is_blank = not layout.line(start).strip()
        if is_blank and not blank and start > last:
            found.append(start)
            last = start
        start, blank = layout.next_line(start), is_blank
    return found


def _stretches(layout: Layout, split: set[str]) -> Iterator[tuple[Name, int, int, Any, bool]]:
    """The name of each unit, where its words begin and end, what it says, and whether it is only the head of others."""
    for key, value in layout.source.data.items():
        whole = layout.entry((key,))
        if key not in split or not value:
            yield (key,), whole.key, whole.end, value, False
            continue
        yield (key,), whole.key, whole.colon, type(value)(), True
        if isinstance(value, dict):
            for inner, one in value.items():
                entry = layout.entry((key, inner))
                yield (key, inner), entry.key, entry.end, one, False
            continue
        ids = _ids(value)
        for number, one in enumerate(value):
            mark = layout.mark((key, number))
            yield (key, one["id"] if ids else f"{number} {one!r}"), mark.begin.index, layout.end(mark), one, False


def _sound(puts: Sequence[_Put], side: str) -> bool:
    """Whether the text of one side of all conflicts reads back as what was meant."""
    units = [(one.name, getattr(one, side)) for one in puts if getattr(one, side) is not None]
    source = parse("".join(unit.text for _, unit in units).encode("utf-8", "surrogateescape"), "")
    meant: dict[str, Any] = {}
    for name, unit in units:
        if unit.data is REMARK:
            continue
        if len(name) == 1:
            meant[name[0]] = unit.data.copy() if unit.split else unit.data
        elif isinstance(into := meant.get(name[0]), list):
            into.append(unit.data)
        elif isinstance(into, dict):
            into[name[1]] = unit.data
    return not source.diagnostics and source.data == meant


def _shown(one: _Put) -> str:
    """Its lines; in conflict those of both sides between git's marks, but for what they begin with alike."""
    if not one.conflict:
        return one.ours.text if one.ours else ""
    ours, theirs = ((unit.text if unit else "").splitlines(keepends=True) for unit in (one.ours, one.theirs))
    same = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(ours, theirs, strict=False)))
    newline = "\r\n" if any("\r\n" in line for line in ours + theirs) else "\n"
    first, middle, last = (f"{mark}{newline}" for mark in MARKS)
    lines = [*ours[:same], first, *ours[same:], middle, *theirs[same:], last]
    return "".join(line if line[-1:] in ("\n", "\r") else line + newline for line in lines)
