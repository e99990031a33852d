"""Why a level moved: the smallest sets of changes whose replay on the old side moves it as on the new one.

Exact, by size: all sets of one size are looked at before a larger one is. A set that leaves something else as it was
can only be completed by a change that this something reads, so no other set is looked at. Where there are too many
sets, it says so, with changes that are enough together, none of which can be left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from tsukuba_pia.change.compare import Key
from tsukuba_pia.change.replay import Replay
from tsukuba_pia.change.sides import MOMENTS, Side, Target
from tsukuba_pia.change.slots import Chosen
from tsukuba_pia.model.result import NONE

ALTERNATIVES = 3
LOOKS = 5_000  # sets that are looked at for one level
Set = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Causes:
    """The smallest sets, or how far it was searched. `enough`: changes that do it together, where not decided."""

    sets: tuple[Set, ...] = ()
    more: bool = False  # there are more sets of this size
    none_up_to: int = 0  # no set of so many changes moves it
    enough: Set = ()

    @property
    def decided(self) -> bool:
        """Whether the smallest sets were found."""
        return bool(self.sets)


@dataclass(frozen=True, slots=True)
class Goal:
    """What a set of changes is to bring about: whether it does, and where not, which changes could still help."""

    units: Set
    reached: Callable[[Chosen], bool]
    helpful: Callable[[Chosen], frozenset[Key]]


def causes_of(goal: Goal | None) -> Causes:
    """The smallest sets of changes that reach a goal; nothing is decided where no mixture makes sense."""
    if goal is None or not goal.reached(frozenset(goal.units)):
        return Causes()  # what moved it is nothing that can be replayed
    left = LOOKS
    level: list[frozenset[Key]] = [frozenset()]
    for size in range(1, len(goal.units) + 1):
        level = list(islice(_larger(level, goal), left + 1))
        left -= len(level)
        if left < 0:
            return Causes(none_up_to=size - 1, enough=_ordered(_shrunk(goal), goal))
        if found := [_ordered(one, goal) for one in level if goal.reached(one)]:
            found.sort(key=lambda one: [goal.units.index(key) for key in one])
            return Causes(tuple(found[:ALTERNATIVES]), more=len(found) > ALTERNATIVES)
    return Causes()


def _larger(level: list[frozenset[Key]], goal: Goal) -> Iterator[frozenset[Key]]:
    """Each set with one more change that could help, once."""
    seen: set[frozenset[Key]] = set()
    for one in level:
        helpful = goal.helpful(one)
        for key in goal.units:
            larger = one | {key}
            if key in helpful and key not in one and larger not in seen:
                seen.add(larger)
                yield larger


def _shrunk(goal: Goal) -> frozenset[Key]:
    """All changes without those that can be left out, one after another."""
    kept = frozenset(goal.units)
    for key in reversed(goal.units):
        if goal.reached(kept - {key}):
            kept -= {key}
    return kept


def _ordered(keys: Chosen, goal: Goal) -> Set:
    return tuple(key for key in goal.units if key in keys)


def goal_of(replay: Replay, target: Target, place: int, wanted: str | None) -> Goal:
    """A level of a risk, a red line, or a decision, as it is on the new side."""
    units = replay.units(target)
    every = frozenset(units)
    return Goal(tuple(units), lambda chosen: replay.values(target, chosen)[place] == wanted, lambda _chosen: every)


def goal_of_all(replay: Replay, moment: str, wanted: str, levels: tuple[str, ...]) -> Goal:
    """The level of the whole assessment: that of its worst risk."""
    risks = [target for target in replay.targets if target.kind == "risk"]
    place, ranks = MOMENTS.index(moment), {level: rank for rank, level in enumerate((NONE, *levels))}
    wish = ranks[wanted]

    def rank(target: Target, chosen: Chosen) -> int:
        return ranks[replay.values(target, chosen)[place] or NONE]

    def reached(chosen: Chosen) -> bool:
        return max((rank(target, chosen) for target in risks), default=0) == wish

    def helpful(chosen: Chosen) -> frozenset[Key]:
        """One risk that is too high has to come down; where none is, any may have to go up."""
        high = (target for target in risks if rank(target, chosen) > wish)
        lowest = min((frozenset(replay.units(one)) for one in high), key=lambda keys: len(keys - chosen), default=None)
        return lowest if lowest is not None else frozenset(key for one in risks for key in replay.units(one))

    units = dict.fromkeys(key for target in risks for key in replay.units(target))
    return Goal(tuple(units), reached, helpful)


def sides_fit(old: Side, new: Side) -> bool:
    """Whether the two are asked by a bank in common."""
    names = [{bank.bank for bank in side.questionnaire.banks} for side in (old, new)]
    return bool(names[0] & names[1])
