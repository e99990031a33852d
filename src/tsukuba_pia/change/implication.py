"""Whether a condition surely holds wherever another one held: found from their form alone, never guessed.

True is a proof, in three values too: where the old condition was true the new one is, where it was unknown the new one
is not false. False only means that none was found.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tsukuba_pia.model.bank import YES_NO
from tsukuba_pia.model.condition import Atom, Condition, Joined, Joint, Value

_ANY = ("is", "includes")  # of several values one is enough
_ALL = ("is_not", "includes_none")  # none of several values
_FROM_BELOW = {"at_least": False, "above": True}  # whether the bound itself is left out
_FROM_ABOVE = {"at_most": False, "below": True}

Types = Mapping[str, str]  # question → its type


def implies(old: Condition | None, new: Condition | None, types: Types | None = None) -> bool:
    """Whether `new` holds wherever `old` did; no condition always holds."""
    if new is None:
        return True
    return old is not None and _implies(_single(old, types or {}), _single(new, types or {}))


def _single(condition: Condition, types: Types) -> Condition:
    """With one value in each comparison: `is: [a, b]` is any of two, `is_not: [a, b]` both of two."""
    if isinstance(condition, Joined):
        parts = tuple(_single(part, types) for part in condition.of)
        return Joined(condition.word, condition.needed, parts)
    atom = _without_not(condition) if types.get(condition.name) == "yes_no" else condition
    if len(atom.values) == 1 or atom.operator not in (*_ANY, *_ALL):
        return atom
    singles = tuple(Atom(atom.subject, atom.name, atom.operator, (value,)) for value in atom.values)
    word: Joint = "any" if atom.operator in _ANY else "all"
    return Joined(word, 1 if word == "any" else len(singles), singles)


def _without_not(atom: Atom) -> Atom:
    if atom.operator != "is_not":
        return atom
    left = tuple(value for value in YES_NO if value not in atom.values)
    return Atom(atom.subject, atom.name, "is", left) if left else atom


def _implies(old: Condition, new: Condition) -> bool:
    if old == new:
        return True
    if isinstance(old, Atom) and isinstance(new, Atom):
        return _atom_implies(old, new)
    return any(rule(old, new) for rule in (_each_part_does, _each_part_follows, _one_part_does, _as_many_follow))


def _each_part_does(old: Condition, new: Condition) -> bool:
    """Whichever part of an `any` held, the new one follows."""
    return isinstance(old, Joined) and old.needed == 1 and all(_implies(part, new) for part in old.of)


def _each_part_follows(old: Condition, new: Condition) -> bool:
    """Every part of an `all` follows from the old one."""
    return isinstance(new, Joined) and new.needed == len(new.of) and all(_implies(old, part) for part in new.of)


def _one_part_does(old: Condition, new: Condition) -> bool:
    """A part of an `all` that held is enough, or a part of an `any` that follows."""
    whole = isinstance(old, Joined) and old.needed == len(old.of) and any(_implies(part, new) for part in old.of)
    return whole or (isinstance(new, Joined) and new.needed == 1 and any(_implies(old, part) for part in new.of))


def _as_many_follow(old: Condition, new: Condition) -> bool:
    """Of the old parts that held, enough have a new part of their own that follows."""
    if not isinstance(old, Joined) or not isinstance(new, Joined):
        return False
    follow = sum(1 for _ in _followers(old.of, new.of))
    return old.needed - (len(old.of) - follow) >= new.needed


def _followers(old: tuple[Condition, ...], new: tuple[Condition, ...]) -> Iterator[Condition]:
    """New parts, each taken once: the very same part first."""
    free = list(new)
    left = []
    for part in old:
        if part in free:
            free.remove(part)
            yield part
        else:
            left.append(part)
    for part in left:
        found = next((one for one in free if _implies(part, one)), None)
        if found is not None:
            free.remove(found)
            yield found


def _atom_implies(old: Atom, new: Atom) -> bool:
    if (old.subject, old.name) != (new.subject, new.name):
        return False
    if old.operator == new.operator and set(old.values) == set(new.values):
        return True
    if old.operator == "is" and new.operator == "is_not":
        return not set(old.values) & set(new.values)
    if old.operator == new.operator == "includes_other_than":
        return set(new.values) <= set(old.values)
    for bounds, below in ((_FROM_BELOW, True), (_FROM_ABOVE, False)):
        if old.operator in bounds and new.operator in bounds:
            strict = bounds[old.operator] or not bounds[new.operator]
            return _within(old.values[0], new.values[0], below=below, strict=strict)
    return False


def _within(old: Value, new: Value, *, below: bool, strict: bool) -> bool:
    """Whether the new bound lets through all that the old one did; equal bounds do where the old is as strict."""
    if isinstance(old, str) != isinstance(new, str):
        return False
    one, other = (old, new) if isinstance(old, str) else (Decimal(old), Decimal(str(new)))
    if one == other:
        return strict
    return (other < one) if below else (other > one)  # type: ignore[operator]  # both texts or both numbers
