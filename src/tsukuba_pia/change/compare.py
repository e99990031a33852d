"""The one comparison behind `pia bank diff`, `--against` and what follows: two trees → what changed, by node.

It knows nothing of banks. Entries are told apart by their ids; entries without ids are paired by likeness (`pairing`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tsukuba_pia.change.pairing import pairs
from tsukuba_pia.change.tree import Node

What = Literal["added", "removed", "changed", "reordered", "renamed"]
Key = tuple[str, ...]
EACH = "*"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed. `kind` is `key` with `*` for ids and for a file's own words."""

    what: What
    key: Key
    kind: Key
    old: Node | None
    new: Node | None
    language: str = ""  # of a text
    texts: tuple[Node, Node] | None = None  # the text in all its languages, before and now

    @property
    def spelled(self) -> str:
        """Where it stands, without the name of the list: `lib_leak.severity.rows.2.when`."""
        return ".".join(self.key[1:] if self.kind[1:2] == (EACH,) else self.key)

    @property
    def pattern(self) -> str:
        """Its kind as one word: `questions.*.options.*.label`."""
        return ".".join(self.kind)


def compare(old: Node, new: Node) -> tuple[Change, ...]:
    """All that changed, in the order of the new file; what went away stands after what is left of its own."""
    return tuple(_compare(old, new, (), ()))


def _compare(old: Node, new: Node, key: Key, kind: Key) -> Iterator[Change]:
    if old.plain == new.plain and old.order == new.order:
        return
    if old.text and new.text:
        yield from _texts(old, new, key, kind)
    elif old.parts is not None and new.parts is not None:
        yield from _parts(old, new, key, kind)
    elif old.items is not None and new.items is not None:
        yield from _items(old.items, new.items, key, kind)
    elif old.entries or new.entries or old.items or new.items:
        yield from _lists_of_two_kinds(old, new, key, kind)
    else:
        yield Change("changed", key, kind, old, new)


def _texts(old: Node, new: Node, key: Key, kind: Key) -> Iterator[Change]:
    """A text in one language and one per language differ as a whole; else each language is told."""
    if old.parts is None or new.parts is None:
        yield Change("changed", key, kind, old, new)
        return
    for language in _united(old.parts, new.parts):
        before, after = old.parts.get(language), new.parts.get(language)
        if before is None or after is None or before.plain != after.plain:
            what: What = "added" if before is None else "removed" if after is None else "changed"
            yield Change(what, (*key, language), kind, before, after, language, (old, new))


def _parts(old: Node, new: Node, key: Key, kind: Key) -> Iterator[Change]:
    assert old.parts is not None  # noqa: S101 - the caller looked
    assert new.parts is not None  # noqa: S101
    each = old.entries or new.entries
    for name in _united(old.parts, new.parts):
        here, same = (*key, name), (*kind, EACH if each else name)
        before, after = old.parts.get(name), new.parts.get(name)
        if before is not None and after is not None:
            yield from _compare(before, after, here, same)
        elif before is None and after is not None:
            yield from _one_sided("added", after, here, same)
        elif before is not None:
            yield from _one_sided("removed", before, here, same)
    if _moved(old.order, new.order):
        yield Change("reordered", key, kind, old, new)


def _one_sided(what: What, node: Node, key: Key, kind: Key) -> Iterator[Change]:
    """What is there on one side only; of a list, each of its entries."""
    if node.entries and node.parts is not None:
        for name, part in node.parts.items():
            yield from _one_sided(what, part, (*key, name), (*kind, EACH))
    elif node.items is not None:
        for number, part in enumerate(node.items, 1):
            yield from _one_sided(what, part, (*key, str(number)), (*kind, EACH))
    else:
        yield Change(what, key, kind, *((None, node) if what == "added" else (node, None)))


def _united(old: Mapping[str, Node], new: Mapping[str, Node]) -> list[str]:
    """The keys of both: the new file's order, what only the old one has last."""
    return [*new, *(name for name in old if name not in new)]


def _moved(old: Sequence[str], new: Sequence[str]) -> bool:
    return [name for name in old if name in new] != [name for name in new if name in old]


def _items(old: Sequence[Node], new: Sequence[Node], key: Key, kind: Key) -> Iterator[Change]:
    """Entries without ids: named by their number, the new one where there is one."""
    same = (*kind, EACH)
    paired = pairs(old, new)
    for before, after in paired:
        if before is not None and after is not None:
            yield from _compare(old[before], new[after], (*key, str(after + 1)), same)
        elif after is not None:
            yield Change("added", (*key, str(after + 1)), same, None, new[after])
        elif before is not None:
            yield Change("removed", (*key, str(before + 1)), same, old[before], None)
    both = [before for before, after in paired if before is not None and after is not None]
    if any(one > other for one, other in pairwise(both)):
        yield Change("reordered", key, kind, None, None)


def _lists_of_two_kinds(old: Node, new: Node, key: Key, kind: Key) -> Iterator[Change]:
    """Entries told apart by ids on one side only, such as an id given twice: all entries are paired by likeness."""
    yield from _items(_entries(old), _entries(new), key, kind)


def _entries(node: Node) -> Sequence[Node]:
    return node.items if node.items is not None else tuple((node.parts or {}).values())
