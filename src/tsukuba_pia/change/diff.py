"""Two versions of a file → what changed, how much each change weighs, and what the version says of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tsukuba_pia.change.bank_weights import weigh_bank
from tsukuba_pia.change.compare import EACH, Change, Key, compare
from tsukuba_pia.change.document import Document
from tsukuba_pia.change.tree import Node
from tsukuba_pia.change.weight import WEIGHTS, Ground, Scales, Weighed, Weight, heaviest
from tsukuba_pia.change.words_weights import weigh_words
from tsukuba_pia.diagnostics import Path
from tsukuba_pia.load.catalog import rank

HEAD = ("version",)  # told by itself, never as a change


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed between two versions of one file."""

    old: Document
    new: Document
    changes: tuple[Weighed, ...]
    tree: Node  # of the new file, as it was compared

    @property
    def weight(self) -> Weight:
        """That of the heaviest change."""
        return heaviest([one.weight for one in self.changes])

    @property
    def said(self) -> Weight | None:
        """What the versions say; None where they promise nothing: a draft, 0.x, or an old file that is not older."""
        return said(self.old.version, self.new.version) if self.old.released else None

    def place(self, change: Change) -> Path:
        """Where the new file tells of a change: at what is new, else at what is left around it."""
        node: Node | None = self.tree
        path: Path = ()
        for step in change.key:
            node = node.get(step) if node is not None else None
            path = node.path if node is not None else path
        return change.new.path if change.new is not None else path

    @property
    def fits(self) -> bool:
        """Whether the version says at least as much as changed."""
        return not self.too_heavy

    @property
    def too_heavy(self) -> tuple[Weighed, ...]:
        """The changes that weigh more than the version says."""
        limit = WEIGHTS.index(self.said or WEIGHTS[-1])
        return tuple(one for one in self.changes if WEIGHTS.index(one.weight) > limit)


def diff(old: Document, new: Document, scales: Callable[[], Scales] = dict) -> Diff:
    """Compare two files of one kind. `scales` finds the scales of a bank that brings no method of its own."""
    before = old.under(new.migrations if old.version != new.version else None)
    one, other = _trees(before, new)
    ground = Ground(before, new, lambda: own_scales(new) or scales())
    weigh = weigh_bank if new.kind == "bank" else weigh_words
    changes = [*_renamed(old, before, new), *(change for change in compare(one, other) if change.key != HEAD)]
    return Diff(old, new, tuple(Weighed(change, *weigh(change, ground)) for change in changes), other)


def said(old: str, new: str) -> Weight | None:
    """What the step from one version to another promises at most."""
    before, after = rank(old), rank(new)
    if before > after or before[0] == 0:
        return None
    if before == after:
        return "patch"
    return "minor" if before[0] == after[0] else "major"


def own_scales(document: Document) -> Scales:
    """The scales that a bank brings."""
    method = getattr(document.value, "method", None)
    if method is None:
        return {}
    return {name: tuple(grade.id for grade in getattr(method, name)) for name in ("severity", "likelihood", "levels")}


def _trees(old: Document, new: Document) -> tuple[Node, Node]:
    """Both with their questions lifted, or none of them."""
    if old.lifted is not None and new.lifted is not None:
        return old.lifted, new.lifted
    return old.tree, new.tree


def _renamed(old: Document, before: Document, new: Document) -> Iterator[Change]:
    """The ids that the migrations renamed: an entry of the old file has another id under the new names."""
    if before is old:
        return
    after = {key: node for key, _, node in entries(new)}
    now = {node.path: key for key, _, node in entries(before)}
    for key, kind, node in entries(old):
        moved = now.get(node.path, key)
        if moved[-1] != key[-1]:
            yield Change("renamed", key, kind, node, after.get(moved))


def entries(document: Document) -> Iterator[tuple[Key, Key, Node]]:
    """Every entry with an id, however deep, with its key and its kind."""
    return _entries(document.lifted or document.tree, (), ())


def _entries(node: Node, key: Key, kind: Key) -> Iterator[tuple[Key, Key, Node]]:
    for name, part in (node.parts or {}).items():
        here, same = (*key, name), (*kind, EACH if node.entries else name)
        if node.entries and part.get("id") is not None:
            yield here, same, part
        yield from _entries(part, here, same)
