"""Whether what a meeting changed stands in the assessment.

A step of a path that is a mapping names an item of a list by what it says, so that it is found wherever it has moved;
of several that say the same, the how-manieth it is.
"""

from typing import Any, Literal

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.minutes import Edit

Carried = Literal["done", "open", "other"]
GONE: Any = object()  # nothing answers to the path
NTH = "nth"  # in such a mapping, no key of the item: which of those that say the same, from 1


def carried(edit: Edit, data: object) -> Carried:
    """`done`: it stands there. `open`: what stood there before still does. `other`: somebody wrote something else."""
    here = _at(data, edit.path)
    if edit.append:
        return "done" if count_of(here, edit.after) > (edit.before if isinstance(edit.before, int) else 0) else "open"
    if here is GONE:
        return "other"
    if alike(here, edit.after):
        return "done"
    return "open" if alike(here, edit.before) else "other"


def value_at(edit: Edit, data: object) -> Any:  # noqa: ANN401 - plain data
    """What stands at the place of a change; None where nothing does."""
    here = _at(data, edit.path)
    return None if here is GONE else here


def count_of(here: object, item: object) -> int:
    """How many items of a list say the same as this one."""
    return sum(alike(one, item) for one in here) if isinstance(here, list) else 0


def place_of(path: tuple[Any, ...], data: object) -> Path | None:
    """The path with numbers in place of mappings; None where no item answers to one of them."""
    found: list[Any] = []
    here = data
    for step in path:
        number = _number(here, step) if isinstance(step, dict) else step
        if number is None:
            return None
        found.append(number)
        here = _at(here, (number,))
    return tuple(found)


def _at(data: Any, path: tuple[Any, ...]) -> Any:  # noqa: ANN401 - plain data
    for step in path:
        number = _number(data, step) if isinstance(step, dict) else step
        if isinstance(data, dict) and not isinstance(step, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(number, int) and 0 <= number < len(data):
            data = data[number]
        elif data is None and not isinstance(step, dict):
            return None
        else:
            return GONE
    return data


def _number(data: object, wanted: dict[str, Any]) -> int | None:
    """The first item of a list that says these things, or a later one where it is said which."""
    said = {key: value for key, value in wanted.items() if key != NTH}
    fits = _saying(data, said)
    nth = wanted.get(NTH, 1)
    return fits[nth - 1] if isinstance(nth, int) and 0 < nth <= len(fits) else None


def nth_of(items: object, said: dict[str, Any], number: int) -> dict[str, int]:
    """Which of the items that say these things the one with this number is; nothing where it is the first."""
    place = _saying(items, said).index(number) + 1
    return {NTH: place} if place > 1 else {}


def _saying(items: object, said: dict[str, Any]) -> list[int]:
    numbered = enumerate(items) if isinstance(items, list) else ()
    return [
        number for number, one in numbered
        if isinstance(one, dict) and all(alike(one.get(key), value) for key, value in said.items())
    ]  # fmt: skip


def alike(one: Any, other: Any) -> bool:  # noqa: ANN401 - plain data
    """The same data, whatever the order of keys; an answer's short and long form mean the same."""
    one, other = _long(one), _long(other)
    if isinstance(one, dict) and isinstance(other, dict):
        return set(one) == set(other) and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


def _long(value: Any) -> Any:  # noqa: ANN401 - plain data
    return value["answer"] if isinstance(value, dict) and set(value) == {"answer"} else value
