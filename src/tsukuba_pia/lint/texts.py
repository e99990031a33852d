"""Walks all texts of a file's plain data. The model's annotations say what is a text; keys are never guessed at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.text import Text
from tsukuba_pia.model.vocabulary import Reference, Term

Texts = Iterator[tuple[Path, str | dict[str, str]]]
Walk = Callable[[Any, Path], Texts]

GAP = "TODO"  # what `--fix` writes where a text is missing: as missing as before, and found by its word
_TEXT = frozenset(get_args(Text))
_NOTHING = type(None)
# A bank's own words are plain data in the model, so that it need not know the vocabulary.
_PLAIN: Mapping[tuple[type, str], Any] = {
    (Bank, "vocabulary"): Mapping[str, tuple[Term, ...]],
    (Bank, "references"): tuple[Reference, ...],
}


def is_gap(text: str) -> bool:
    """Whether nothing is said: an empty text, or a gap that waits to be written."""
    return text.strip() in ("", GAP)


def texts(kind: type, data: object) -> Texts:
    """Every text of well-shaped plain data, with its path."""
    walk = _walk(kind)
    if walk is not None:
        yield from walk(data, ())


@cache
def _walk(kind: Any) -> Walk | None:  # noqa: ANN401 - an annotation
    """How to walk a value of this annotation; None where it can hold no text."""
    if is_dataclass(kind):
        return _fields(kind)
    inside = [one for one in get_args(kind) if one is not _NOTHING]
    origin = get_origin(kind)
    if origin in (Union, UnionType) and frozenset(inside) == _TEXT:
        return _text
    if origin is tuple:
        return _each(inside[0], _numbered)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return _each(inside[1], _keyed)
    if origin is Literal or len(inside) != 1:
        return None
    return _walk(inside[0])


def _text(data: Any, path: Path) -> Texts:  # noqa: ANN401 - plain data
    if isinstance(data, str | dict):
        yield path, data


def _numbered(data: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - plain data
    return enumerate(data) if isinstance(data, list) else iter(())


def _keyed(data: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - plain data
    return iter(data.items()) if isinstance(data, dict) else iter(())


def _each(kind: Any, parts: Callable[[Any], Iterator[tuple[str | int, Any]]]) -> Walk | None:  # noqa: ANN401
    inner = _walk(kind)
    if inner is None:
        return None

    def walk(data: Any, path: Path) -> Texts:  # noqa: ANN401 - plain data
        for step, part in parts(data):
            yield from inner(part, (*path, step))

    return walk


def _fields(kind: Any) -> Walk | None:  # noqa: ANN401 - a dataclass
    readers = {
        field.name.rstrip("_"): reader
        for field in fields(kind)
        if (reader := _walk(_PLAIN.get((kind, field.name), field.type))) is not None
    }
    if not readers:
        return None

    def walk_fields(data: Any, path: Path) -> Texts:  # noqa: ANN401 - plain data
        for key, part in data.items() if isinstance(data, dict) else ():
            if key in readers:
                yield from readers[key](part, (*path, key))

    return walk_fields
