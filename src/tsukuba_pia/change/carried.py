"""Whether what a meeting changed stands in the assessment."""

from typing import Any, Literal

from tsukuba_pia.model.minutes import Edit

Carried = Literal["done", "open", "other"]


def carried(edit: Edit, data: object) -> Carried:
    """`done`: it stands there. `open`: what stood there before still does. `other`: somebody wrote something else."""
    here = _at(data, edit.path)
    if edit.append:
        return "done" if count_of(here, edit.after) > (edit.before or 0) else "open"
    if alike(here, edit.after):
        return "done"
    return "open" if alike(here, edit.before) else "other"


def count_of(here: object, item: object) -> int:
    """How many items of a list say the same as this one."""
    return sum(alike(one, item) for one in here) if isinstance(here, list) else 0


def _at(data: Any, path: tuple[Any, ...]) -> Any:  # noqa: ANN401 - plain data
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


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
