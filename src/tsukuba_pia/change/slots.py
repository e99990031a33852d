"""What two assessments may differ in, one slot for each thing that can change by itself, and any mixture of the two."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple

from tsukuba_pia.change.assessment_content import assessment_tree
from tsukuba_pia.change.compare import Key
from tsukuba_pia.change.pairing import pairs
from tsukuba_pia.change.tree import Node
from tsukuba_pia.model.assessment import Assessment

# The parts of an assessment that scoring reads: lists, mappings, single values.
LISTS = ("data", "actors", "flows", "groups_excluded", "incidents", "complaints")
TOUCHING = ("incidents", "complaints")  # what reopens the risks that it touches
NAMED = ("answers", "overrides")
SINGLE = ("data_complete", "people_total")
EVIDENCE, DAY = "evidence", "as_of"

Chosen = AbstractSet[Key]


@dataclass(frozen=True, slots=True)
class Unit:
    """One change that can be made by itself: what stood there, and what stands there now."""

    key: Key
    old: Node | None
    new: Node | None

    @property
    def what(self) -> Literal["added", "removed", "changed"]:
        """What happened."""
        return "added" if self.old is None else "removed" if self.new is None else "changed"


class Slot(NamedTuple):
    """A thing on both sides. Without a unit both say the same."""

    unit: Unit | None
    old: Any  # None where it is not there
    new: Any

    def pick(self, chosen: Chosen) -> Any:  # noqa: ANN401 - a value of the model
        """The new one where its change was chosen, else the old one."""
        return self.new if self.unit is not None and self.unit.key in chosen else self.old


@dataclass(frozen=True)
class Given:
    """An assessment with what else scoring is given: the day, and which of its evidence is missing."""

    assessment: Assessment
    as_of: str
    missing: frozenset[str] = frozenset()

    @cached_property
    def tree(self) -> Node:
        """What it says."""
        return assessment_tree(self.assessment)

    @cached_property
    def listed(self) -> frozenset[str]:
        """The evidence that it lists."""
        return frozenset(item for answer in self.assessment.answers.values() for item in answer.evidence)


class Slots:
    """The slots of two assessments."""

    def __init__(self, old: Given, new: Given) -> None:
        """Lay the two beside each other."""
        self.old, self.new = old, new
        self.named = {name: self._named(name) for name in NAMED}
        self.lists = {name: tuple(self._list(name)) for name in LISTS}
        self.single = {name: self._slot((name,), *self._nodes(name), *self._values(name)) for name in SINGLE}
        self.evidence = {name: self._missing(name) for name in sorted(old.listed | new.listed)}
        day = (Node((), old.as_of), Node((), new.as_of))
        self.day = self._slot((DAY,), *day, old.as_of, new.as_of)

    @cached_property
    def units(self) -> Mapping[Key, Unit]:
        """Everything that changed and that scoring may read."""
        return {slot.unit.key: slot.unit for slot in self._all() if slot.unit is not None}

    def _all(self) -> Iterator[Slot]:
        for part in (*self.lists.values(), self.single.values()):
            yield from part
        for named in (*self.named.values(), self.evidence):
            yield from named.values()
        yield self.day

    def mixed(self, chosen: Chosen, questions: Sequence[str]) -> Given:
        """The old assessment with these changes, as far as these questions are concerned."""
        old = self.old.assessment
        names = (name for name in questions if name in self.named["answers"])
        answers = {name: self.named["answers"][name].pick(chosen) for name in names}
        overrides = {name: slot.pick(chosen) for name, slot in self.named["overrides"].items()}
        parts: dict[str, Any] = {name: self._listed(name, chosen) for name in LISTS}
        parts |= {name: slot.pick(chosen) for name, slot in self.single.items()}
        parts["answers"] = {name: one for name, one in answers.items() if one is not None}
        parts["overrides"] = {name: one for name, one in overrides.items() if one is not None}
        missing = frozenset(name for name, slot in self.evidence.items() if slot.pick(chosen))
        return Given(replace(old, **parts), self.day.pick(chosen), missing)

    def _listed(self, name: str, chosen: Chosen) -> Any:  # noqa: ANN401 - a part of the model
        """A list; an empty one that is stated is not one that is missing."""
        slots = self.lists[name]
        picked = tuple(one for slot in slots if (one := slot.pick(chosen)) is not None)
        if picked:
            return picked
        keys = {slot.unit.key for slot in slots if slot.unit is not None}
        old, new = self._values(name)
        if keys <= chosen:
            return new if keys else old
        return () if keys & chosen else old

    def _nodes(self, name: str) -> tuple[Node | None, Node | None]:
        return self.old.tree.get(name), self.new.tree.get(name)

    def _values(self, name: str) -> tuple[Any, Any]:
        return getattr(self.old.assessment, name), getattr(self.new.assessment, name)

    @staticmethod
    def _slot(key: Key, before: Node | None, after: Node | None, old: Any, new: Any) -> Slot:  # noqa: ANN401 - what stands on both sides
        same = (before.plain if before else None) == (after.plain if after else None)
        return Slot(None if same else Unit(key, before, after), old, new)

    def _named(self, name: str) -> dict[str, Slot]:
        one, other = (node.parts or {} if node else {} for node in self._nodes(name))
        old, new = self._values(name)
        return {
            key: self._slot((name, key), one.get(key), other.get(key), old.get(key), new.get(key))
            for key in dict.fromkeys((*new, *old))
        }

    def _list(self, name: str) -> Iterator[Slot]:
        old, new = self._values(name)
        before, after = self._nodes(name)
        for key, one, other in _paired(before, after):
            yield self._slot(
                (name, key),
                _at(before, one),
                _at(after, other),
                old[one] if one is not None else None,
                new[other] if other is not None else None,
            )
        if not old and not new and old != new:
            stated = [Node((name,), []) if value is not None else None for value in (old, new)]
            yield Slot(Unit((name,), *stated), None, None)

    def _missing(self, name: str) -> Slot:
        """Whether a file is missing; of what only one side lists, as that side has it."""
        old, new = name in self.old.missing, name in self.new.missing
        if name not in self.old.listed or name not in self.new.listed or old == new:
            there = old if name in self.old.listed else new
            return Slot(None, there, there)
        nodes = [None if gone else Node((), name) for gone in (old, new)]
        return Slot(Unit((EVIDENCE, name), *nodes), old, new)


def _entries(node: Node | None) -> Sequence[Node]:
    if node is None:
        return ()
    return tuple(node.items if node.items is not None else (node.parts or {}).values())


def _at(node: Node | None, number: int | None) -> Node | None:
    return _entries(node)[number] if number is not None else None


def _paired(before: Node | None, after: Node | None) -> Iterator[tuple[str, int | None, int | None]]:
    """Entries by their ids, else by likeness; what is gone is named apart from what is new."""
    if not any(node is not None and node.items is not None for node in (before, after)):
        old, new = (list(node.parts or {}) if node is not None else [] for node in (before, after))
        for key in (*new, *(one for one in old if one not in new)):
            yield key, old.index(key) if key in old else None, new.index(key) if key in new else None
        return
    for one, other in pairs(_entries(before), _entries(after)):
        yield str(other + 1) if other is not None else f"was_{(one or 0) + 1}", one, other
