"""What a file says, as a tree that can be compared and hashed: long form, entries by their ids, no defaults, no layout.

A node knows its path in the file. Texts are NFC, numbers are strings, a key that says what it would say anyway is left
out: so a content stays the same when the model learns a new key.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.condition import Atom, Condition, Joined
from tsukuba_pia.model.text import Text

IDENTITIES = ("id", "question", "risk")  # what tells the entries of a list apart, the first that all of them have
UNIONS = (Union, UnionType)
_TEXT = frozenset(get_args(Text))


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a file. `parts` by key or by id; `items` where entries have no ids; neither: a leaf."""

    path: Path
    plain: Any  # canonical: texts, true and false, lists, mappings
    parts: Mapping[str, "Node"] | None = None
    items: tuple["Node", ...] | None = None
    order: tuple[str, ...] = ()  # of entries with ids
    entries: bool = False  # the keys of `parts` are ids or a file's own words, not the format's
    text: bool = False  # one string per language
    typed: Any = None  # a condition as the model has it

    def get(self, *keys: str) -> "Node | None":
        """What stands under keys, if it is there."""
        node: Node | None = self
        for key in keys:
            node = node.parts.get(key) if node is not None and node.parts is not None else None
        return node

    def of(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - plain data
        """The plain value under a key."""
        found = self.get(key)
        return default if found is None else found.plain


@dataclass(frozen=True, slots=True)
class Kept:
    """A field of the model that a tree holds: its key, whether it is a text, and what it says when it is not there."""

    name: str
    key: str
    text: bool
    default: Any = field(default=MISSING)


@cache
def kept_fields(kind: Any) -> tuple[Kept, ...]:  # noqa: ANN401 - a dataclass
    """The fields of a class of the model."""
    return tuple(Kept(one.name, one.name.rstrip("_"), is_text(one.type), _default(one)) for one in fields(kind))


def _default(one: Any) -> Any:  # noqa: ANN401 - a dataclass field and its default
    return one.default if one.default_factory is MISSING else one.default_factory()


def is_text(annotation: Any) -> bool:  # noqa: ANN401 - an annotation
    """Whether it is a text, or a text that may be missing."""
    parts = frozenset(one for one in get_args(annotation) if one is not NoneType)
    return get_origin(annotation) in UNIONS and parts == _TEXT


def tree(value: Any, path: Path = ()) -> Node:  # noqa: ANN401 - a value of the model
    """The tree of a value that passed the shape gate."""
    if isinstance(value, Atom | Joined):
        return Node(path, plain_condition(value), typed=value)
    if is_dataclass(value):
        return _of_fields(value, path)
    if isinstance(value, Mapping):
        return _node(path, {key: tree(one, (*path, key)) for key, one in value.items()}, entries=True)
    if isinstance(value, tuple | list):
        return _of_list(value, path)
    return Node(path, scalar(value))


def _of_fields(value: Any, path: Path) -> Node:  # noqa: ANN401 - a dataclass
    parts: dict[str, Node] = {}
    kind: Any = type(value)
    for kept in kept_fields(kind):
        inner = getattr(value, kept.name)
        if inner is not None and inner != kept.default:
            here = (*path, kept.key)
            parts[kept.key] = _text(inner, here) if kept.text else tree(inner, here)
    return _node(path, parts)


def _text(value: str | Mapping[str, str], path: Path) -> Node:
    if isinstance(value, str):
        return Node(path, scalar(value), text=True)
    parts = {language: Node((*path, language), scalar(one)) for language, one in value.items()}
    return _node(path, parts, text=True)


def _node(path: Path, parts: Mapping[str, Node], *, entries: bool = False, text: bool = False) -> Node:
    plain = {key: part.plain for key, part in parts.items()}
    return Node(path, plain, parts, entries=entries, text=text)


def _of_list(values: Sequence[Any], path: Path) -> Node:
    if not any(is_dataclass(one) or isinstance(one, Mapping) for one in values):
        return Node(path, [scalar(one) for one in values])
    nodes = tuple(tree(one, (*path, number)) for number, one in enumerate(values))
    plain = [node.plain for node in nodes]
    names = identities(nodes)
    if names is None:
        return Node(path, plain, items=nodes)
    return Node(path, plain, dict(zip(names, nodes, strict=True)), order=names, entries=True)


def identities(nodes: Sequence[Node]) -> tuple[str, ...] | None:
    """What tells entries apart, each its own; None where nothing does, as in the rows of a ladder."""
    if any(node.typed is not None or not isinstance(node.plain, dict) for node in nodes):
        return None
    names = tuple(next((str(node.plain[key]) for key in IDENTITIES if key in node.plain), "") for node in nodes)
    return names if all(names) and len(set(names)) == len(names) else None


def scalar(value: Any) -> Any:  # noqa: ANN401 - plain data
    """A single value as canonical content has it."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, Decimal | int):
        return _number(format(Decimal(value), "f"))
    return unicodedata.normalize("NFC", str(value))


def _number(digits: str) -> str:
    """One spelling for each number: 2.50 is 2.5, and there is no negative nothing."""
    short = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if short == "-0" else short


def plain_condition(condition: Condition) -> dict[str, Any]:
    """A condition in its long form: values are always a list."""
    if isinstance(condition, Atom):
        values = [scalar(one) for one in condition.values]
        return {condition.subject: condition.name, condition.operator: values}
    parts = [plain_condition(part) for part in condition.of]
    if condition.word == "at_least":
        return {"at_least": str(condition.needed), "of": parts}
    return {condition.word: parts}


def walk(node: Node) -> Iterator[Node]:
    """A node and all below it."""
    yield node
    for part in (*(node.parts or {}).values(), *(node.items or ())):
        yield from walk(part)
