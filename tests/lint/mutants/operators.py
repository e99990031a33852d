"""What a slip of the hand, or a person with something to hide, makes of one node of a file."""

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from tests.lint.mutants.writing import Path, text_of
from tsukuba_pia import model

Plain = Any  # what YAML holds
Change = tuple[str, Plain]  # the operator's name, and what stands there instead

NEGATED = {
    "is": "is_not", "is_not": "is", "includes": "includes_none", "includes_none": "includes", "at_least": "below",
    "below": "at_least", "at_most": "above", "above": "at_most", "all": "any", "any": "all",
}  # fmt: skip
# Words of one kind, each with the next one: a wrong level, state, role or outcome.
KINDS = (
    ("negligible", "limited", "significant", "maximum"), ("low", "medium", "high", "very_high"), ("yes", "no"),
    ("absent", "planned", "implemented", "verified"), ("draft", "published", "withdrawn"), ("ja", "en"),
    ("in_force", "enacted_not_in_force", "repealed"), ("author", "reviewer", "independent"),
    ("approved", "approved_with_conditions", "refused", "expedited"), ("prevent", "detect", "recover", "data_absent"),
    ("owner", "mayor", "nobody"),
    ("voluntary", "needed_for_service", "statutory_duty"), ("none", "reduced_service", "criminal"),
    ("legal", "resident", "academic"), ("city_organ", "business", "contractor_of_city"), ("in", "out", "both"),
    ("counts", "per_card", "per_person"), ("clear", "crossed"), ("open", "answered", "refused"),
    ("single", "collegial", "delegated"), ("advisory_meeting", "statutory_body"), ("public", "private"),
)  # fmt: skip
NEXT = {word: (*kind, kind[0])[number + 1] for kind in KINDS for number, word in enumerate(kind)}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NAME = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+|[a-z]{4,}")
FAR = "2099-12-31"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one node: the file's kind, where, which operator, and what the file holds then."""

    kind: str
    path: Path
    operator: str
    data: Plain
    twice: Path | None = None

    @property
    def text(self) -> bytes:
        """The file as it is then."""
        return text_of(self.data, self.twice)

    @property
    def place(self) -> str:
        """The path with what is alike in it left out: numbers of entries, ids that people chose."""
        return pattern(self.kind, self.path)


def _keys() -> frozenset[str]:
    """All keys that the format has, of whatever kind of file; every other key is a name that people chose."""
    modules = [import_module(f"{model.__name__}.{one.name}") for one in iter_modules(model.__path__)]
    shapes = [one for module in modules for one in vars(module).values() if is_dataclass(one)]
    own = {field.name.rstrip("_") for shape in shapes for field in fields(shape)}
    return frozenset(own | {*NEGATED, "question", "data", "of", "ja", "en", "ja-x-easy", "includes_other_than"})


KEYS = _keys()


def pattern(kind: str, path: Path) -> str:
    """A path for people: `bank sections[].questions[].id`."""
    told = ""
    for step in path:
        told += "[]" if isinstance(step, int) else f".{step if step in KEYS else '*'}"
    return f"{kind} {told.removeprefix('.')}"


def mutants(kind: str, data: Plain) -> Iterator[Mutant]:
    """Every change of every node of a file."""
    for path, value in _nodes(data, ()):
        yield Mutant(kind, path, "twice", data, path)
        for operator, changed in _of_entry(data, path):
            yield Mutant(kind, path, operator, changed)
        for operator, other in changes(value):
            yield Mutant(kind, path, operator, _with(data, path, other))


def _nodes(value: Plain, path: Path) -> Iterator[tuple[Path, Plain]]:
    if path:
        yield path, value
    for key, inside in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from _nodes(inside, (*path, key))


def _at(data: Plain, path: Path) -> Plain:
    for step in path:
        data = data[step]
    return data


def _with(data: Plain, path: Path, value: Plain) -> Plain:
    """A copy with something else at a place."""
    if not path:
        return value
    made = copy.copy(data)
    made[path[0]] = _with(data[path[0]], path[1:], value)
    return made


# ------------------------------------------------------------------------------------ the entry that holds the node


def _of_entry(data: Plain, path: Path) -> Iterator[Change]:
    *above, last = path
    holder = _at(data, tuple(above))
    for name, make in ENTRY.items():
        for other in make(holder, last):
            yield name, _with(data, tuple(above), other)


def _drop(holder: Plain, last: Any) -> Iterator[Plain]:  # noqa: ANN401 - a key or a number
    if isinstance(holder, dict):
        yield {key: value for key, value in holder.items() if key != last}
    else:
        yield [*holder[:last], *holder[last + 1 :]]


def _renamed(holder: Plain, last: Any) -> Iterator[Plain]:  # noqa: ANN401
    if isinstance(holder, dict):
        yield {f"{key[:-1]}" or "x" if key == last else key: value for key, value in holder.items()}


def _swapped(holder: Plain, last: Any) -> Iterator[Plain]:  # noqa: ANN401
    """With what stands beside it; for a text in two languages that is the other language."""
    keys = list(holder) if isinstance(holder, dict) else range(len(holder))
    place = list(keys).index(last)
    if place + 1 < len(keys) and holder[last] != holder[keys[place + 1]]:
        made = copy.copy(holder)
        made[last], made[keys[place + 1]] = holder[keys[place + 1]], holder[last]
        yield made


def _negated(holder: Plain, last: Any) -> Iterator[Plain]:  # noqa: ANN401
    if isinstance(holder, dict) and last in NEGATED and not {"level", "id"} & set(holder):
        yield {NEGATED[key] if key == last else key: value for key, value in holder.items()}


def _same_name(holder: Plain, last: Any) -> Iterator[Plain]:  # noqa: ANN401
    """The name of the entry before it."""
    if isinstance(holder, list) and last and isinstance(holder[last], dict) and "id" in holder[last]:
        yield [*holder[:last], holder[last] | {"id": holder[last - 1].get("id")}, *holder[last + 1 :]]


ENTRY: dict[str, Callable[[Plain, Any], Iterator[Plain]]] = {
    "drop": _drop, "rename": _renamed, "swap": _swapped, "negate": _negated, "same id": _same_name,
}  # fmt: skip


# ------------------------------------------------------------------------------------ the node itself


def changes(value: Plain) -> Iterator[Change]:
    """What may stand there instead."""
    yield "null", None
    match value:
        case dict():
            yield "empty", {}
            yield "as list", [value]
        case list():
            yield "empty", []
            yield "as text", "x"
            if len(value) > 1:
                yield "reverse", value[::-1]
        case bool():
            yield "other", not value
            yield "as text", "maybe"
        case int() | Decimal():
            yield "more", value + 1
            yield "less", value - 1
            yield "much more", value * 100 + 100
            yield "as text", "some"
            yield "as list", [value]
        case str():
            yield from _of_text(value)


def _of_text(value: str) -> Iterator[Change]:
    yield "empty", ""
    yield "as number", 7
    yield "as list", [value]
    yield "as map", {"x": value}
    if value in NEXT:
        yield "other", NEXT[value]
    if DAY.fullmatch(value):
        day = date.fromisoformat(value)
        yield "next day", (day + timedelta(1)).isoformat()
        yield "a year later", day.replace(year=day.year + 1, day=min(day.day, 28)).isoformat()
        yield "a year earlier", day.replace(year=day.year - 1, day=min(day.day, 28)).isoformat()
        yield "far future", FAR
    elif NAME.fullmatch(value):
        yield "cut", value[:-1]
    elif value not in NEXT:
        yield "other words", "ほかの言葉です。"
    if value.isascii() and value.isalnum():
        yield "wide", "".join(chr(ord(one) + 0xFEE0) for one in value)
