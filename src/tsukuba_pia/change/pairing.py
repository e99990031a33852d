"""Pairs entries that have no ids, such as the rows of a ladder, by how much of them is alike."""

from collections.abc import Sequence
from typing import Any

from tsukuba_pia.change.tree import Node

Pair = tuple[int | None, int | None]  # numbers in the old and in the new list
LEAST = 1 / 3  # of what two entries say must be the same in both, else they are two things


def pairs(old: Sequence[Node], new: Sequence[Node]) -> list[Pair]:
    """Each entry once: with its partner, in the order of the new list; what is gone follows."""
    left, right = list(range(len(old))), list(range(len(new)))
    partner: dict[int, int] = {}
    for likeness, before, after in _ranked(old, new):
        if likeness >= LEAST and before in left and after in right:
            partner[after] = before
            left.remove(before)
            right.remove(after)
    found: list[Pair] = [(partner.get(after), after) for after in range(len(new))]
    return found + [(before, None) for before in left]


def _ranked(old: Sequence[Node], new: Sequence[Node]) -> list[tuple[float, int, int]]:
    """The most alike first; among equals those that stand nearest to each other's place."""
    every = [
        (_likeness(one.plain, other.plain), before, after)
        for before, one in enumerate(old)
        for after, other in enumerate(new)
    ]
    return sorted(every, key=lambda one: (-one[0], abs(one[1] - one[2]), one[2]))


def _likeness(one: Any, other: Any) -> float:  # noqa: ANN401 - plain data
    """From 0 to 1: the share of keys, languages and values that both have."""
    if one == other:
        return 1.0
    if isinstance(one, dict) and isinstance(other, dict):
        keys = one.keys() | other.keys()
        return sum(_likeness(one.get(key), other.get(key)) for key in keys) / len(keys) if keys else 1.0
    if isinstance(one, list) and isinstance(other, list):
        shared = sum(part in other for part in one)
        return shared / max(len(one), len(other), 1)
    return 0.0
