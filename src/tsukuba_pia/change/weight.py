"""How much a change weighs, and why: patch, minor or major (formats.md §8)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from tsukuba_pia.change.compare import Change
from tsukuba_pia.change.document import SECTION, Document
from tsukuba_pia.change.implication import Types, implies
from tsukuba_pia.change.tree import Node
from tsukuba_pia.model.condition import Condition, Joined, questions_in

Weight = Literal["patch", "minor", "major"]
WEIGHTS: tuple[Weight, ...] = ("patch", "minor", "major")
Scales = Mapping[str, tuple[str, ...]]  # severity, likelihood, levels: ids from the lowest


class Verdict(NamedTuple):
    """A weight and the reason for it: a key of the words of change."""

    weight: Weight
    reason: str


class Weighed(NamedTuple):
    """A change with its weight."""

    change: Change
    weight: Weight
    reason: str


@dataclass(frozen=True)
class Ground:
    """What is known beside the change itself: both files, and the scales that their ladders use."""

    old: Document
    new: Document
    known_scales: Callable[[], Scales] = field(default=dict)

    @cached_property
    def scales(self) -> Scales:
        """The scales; looked for only where levels moved."""
        return self.known_scales()

    @cached_property
    def types(self) -> Types:
        """The type of each question that kept it."""
        old, new = self._types(self.old), self._types(self.new)
        return {name: kind for name, kind in new.items() if old.get(name, kind) == kind}

    @staticmethod
    def _types(document: Document) -> Types:
        return {one.id: one.type for one in getattr(document.value, "questions", ())}

    @cached_property
    def questions_before(self) -> frozenset[str]:
        """The questions that the old file asked."""
        return frozenset(self._types(self.old))

    def tree(self, *, new: bool) -> Node:
        """One of the two trees."""
        document = self.new if new else self.old
        return document.lifted or document.tree


Judge = Callable[[Change, Ground], Verdict]


def heaviest(weights: list[Weight]) -> Weight:
    """The weight of several changes together."""
    return max(weights, key=WEIGHTS.index, default="patch")


def minor(reason: str) -> Judge:
    """Always minor."""
    return lambda _change, _ground: Verdict("minor", reason)


def major(reason: str) -> Judge:
    """Always major."""
    return lambda _change, _ground: Verdict("major", reason)


def patch(reason: str) -> Judge:
    """Nothing of meaning."""
    return lambda _change, _ground: Verdict("patch", reason)


def by_what(added: Judge, removed: Judge, changed: Judge | None = None, reordered: Judge | None = None) -> Judge:
    """Another judge for what comes, goes, changes or moves."""

    def judge(change: Change, ground: Ground) -> Verdict:
        judges = {"added": added, "removed": removed, "reordered": reordered or minor("reordered")}
        return judges.get(change.what, changed or minor("changed"))(change, ground)

    return judge


def condition_of(node: Node | None) -> Condition | None:
    """The condition of a node; none where there is no node."""
    return node.typed if node is not None else None


def holds_less(reason: str) -> Judge:
    """A condition: major where it may no longer hold where it held."""

    def judge(change: Change, ground: Ground) -> Verdict:
        if implies(condition_of(change.old), condition_of(change.new), ground.types):
            return Verdict("minor", _wider(change, ground))
        return Verdict("major", reason)

    return judge


def _wider(change: Change, ground: Ground) -> str:
    same = implies(condition_of(change.new), condition_of(change.old), ground.types)
    return "condition_same" if same else "condition_wider"


def asked_less(change: Change, ground: Ground) -> Verdict:
    """When questions are asked, of one question, or of all of a section; also where a question moves to another one."""
    names = [change.key[1]] if change.kind[0] == "questions" else _asked_in(change.key[1], ground)
    before = {name: _asks(name, ground, new=False) for name in names}
    after = {name: _asks(name, ground, new=True) for name in names}
    if not all(implies(before[name], after[name], ground.types) for name in names):
        return Verdict("major", "asked_less")
    if all(implies(after[name], before[name], ground.types) for name in names):
        return Verdict("minor", "moved" if change.kind[-1] == SECTION else "condition_same")
    if any(ground.types.get(name) == "safeguard" for name in _opened(names, ground)):
        return Verdict("major", "safeguard_asked_more")
    return Verdict("minor", "asked_more")


def _asked_in(section: str, ground: Ground) -> list[str]:
    """The questions that a section asked and asks."""
    asked = []
    for new in (False, True):
        questions = ground.tree(new=new).get("questions")
        parts = (questions.parts if questions is not None else None) or {}
        asked.append([name for name, one in parts.items() if one.of(SECTION) == section])
    return [name for name in asked[0] if name in asked[1]]


def _opened(names: list[str], ground: Ground) -> list[str]:
    """Questions and all that may be asked because they are: a safeguard among them may come to count."""
    opened = list(names)
    for name in ground.types:  # in the order of asking, and references run backwards only
        if name not in opened and set(questions_in(_asks(name, ground, new=True))) & set(opened):
            opened.append(name)
    return opened


def _asks(question: str, ground: Ground, *, new: bool) -> Condition | None:
    """When a question is asked: its section's condition and its own."""
    root = ground.tree(new=new)
    section = str(root.of("questions", {}).get(question, {}).get(SECTION))
    found = (root.get("sections", section, "ask_when"), root.get("questions", question, "ask_when"))
    parts = tuple(condition for node in found if (condition := condition_of(node)) is not None)
    return Joined("all", len(parts), parts) if parts else None


def falls(order: Callable[[Ground, Change], tuple[str, ...]], lower: str, higher: str, default: str = "") -> Judge:
    """A word of a scale: major where it fell, or where the scale is not known. `default` stands where nothing does."""

    def judge(change: Change, ground: Ground) -> Verdict:
        scale = order(ground, change)
        old, new = (str(node.plain) if node is not None else default for node in (change.old, change.new))
        if old in scale and new in scale and scale.index(old) <= scale.index(new):
            return Verdict("minor", higher)
        return Verdict("major", lower)

    return judge


def grows(more: str, fewer: str) -> Judge:
    """A number of steps: major where it grew."""

    def judge(change: Change, _ground: Ground) -> Verdict:
        old, new = (int(node.plain) if node is not None else 0 for node in (change.old, change.new))
        return Verdict("major", more) if new > old else Verdict("minor", fewer)

    return judge


def becomes(value: bool, then: str, otherwise: str) -> Judge:  # noqa: FBT001 - the value itself
    """A switch that is off where it is not there: major where it becomes `value`."""

    def judge(change: Change, _ground: Ground) -> Verdict:
        now = bool(change.new.plain) if change.new is not None else False
        return Verdict("major", then) if now is value else Verdict("minor", otherwise)

    return judge
