"""The shape gate: plain data → frozen values, by the annotations of the model; all that does not fit is told.

One reader per annotation, made once. It is not pydantic's because a person waits for `pia check` on every save
(docs/decisions/0001): pydantic makes the JSON Schemas from the same classes, and a test holds both to each other.
"""

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.load.advice import advice, spelled_yes_no
from tsukuba_pia.load.typed_day import guess
from tsukuba_pia.model.assessment import Answer, AnswerValue
from tsukuba_pia.model.condition import FACT_OPERATORS, QUESTION_OPERATORS, Condition, from_plain
from tsukuba_pia.model.kinds import Matches
from tsukuba_pia.model.text import Text
from tsukuba_pia.yaml_source import Source

T = TypeVar("T")
Trail = tuple[Any, ...]  # a path as a chain of (trail before, step): cheap to grow, told only when something is wrong
Tell = Callable[..., None]
Reader = Callable[[Any, Trail, Tell], Any]

BAD: Any = object()
LONGEST = 80  # characters of what stands there that a message repeats
LANGUAGE = r"^[a-z]{2}(-[A-Za-z0-9]+)*$"
_LANGUAGE = re.compile(LANGUAGE)
_NAMES: dict[type, str] = {
    str: "@text",
    int: "@integer",
    Decimal: "@number",
    bool: "@true_false",
    dict: "@mapping",
    list: "@list",
}


def read_shape(kind: type[T], source: Source) -> T | None:
    """The value that a file holds, or None where the diagnostics of `source`, ours among them, say why not."""
    if source.data is None:
        return None

    def tell(code: str, trail: Trail, *, key: bool = False, **args: str) -> None:
        if len(found := args.get("found", "")) > LONGEST:
            args["found"] = f"{found[:LONGEST]}…"
        source.diagnostics.append(source.diagnostic(code, path_of(trail), key=key, **args))

    value = reader_of(kind)(source.data, (), tell)
    return None if value is BAD or source.diagnostics else value


def build(kind: type[T], data: object) -> T:
    """The value of plain data that has passed the gate before (from the bank cache)."""
    value: T = reader_of(kind)(data, (), _must_fit)
    return value


def _must_fit(code: str, trail: Trail, **args: object) -> None:
    raise ValueError(code, path_of(trail), args)


def path_of(trail: Trail) -> Path:
    """The chain as a flat path."""
    steps: list[str | int] = []
    while trail:
        trail, step = trail
        steps.append(step)
    return tuple(reversed(steps))


def reader_of(kind: Any) -> Reader:  # noqa: ANN401 - an annotation
    """The reader of an annotation, made once."""
    return _reader_of(kind)


@cache
def _reader_of(kind: Any) -> Reader:  # noqa: ANN401, PLR0911 - an annotation; one line per kind of it
    if kind is Any:
        return lambda data, _trail, _tell: data
    if kind is Answer:
        return _answer
    if is_dataclass(kind):
        return _mapping_of_fields(kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _matching(inside[1])
    if origin is Literal:
        return _one_of(inside)
    if origin is tuple:
        return _list_of(inside[0])
    if origin in (Union, types.UnionType):
        return _union(inside)
    if origin is Mapping or origin is _ABC_MAPPING:
        return _mapping_to(inside[1])
    return _plain(kind)


_ABC_MAPPING = get_origin(Mapping[str, str])


def kind_of(data: object) -> str:
    """A word for what kind of value stands there."""
    return "@empty" if data is None else _NAMES.get(type(data), "@text")


def nearest(word: str, known: tuple[str, ...] | list[str]) -> str:
    """The known word that was probably meant, or nothing."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return close[0] if close else ""


def _wrong(data: object, trail: Trail, tell: Tell, expected: str) -> Any:  # noqa: ANN401 - BAD
    tell("PIA103", trail, expected=expected, found=kind_of(data), advice=advice(expected, data))
    return BAD


def _plain(kind: type) -> Reader:
    expected = _NAMES[kind]

    def read(data: Any, trail: Trail, tell: Tell) -> Any:  # noqa: ANN401 - plain data
        if type(data) is kind:
            return data
        if kind is bool and type(data) is str and spelled_yes_no(data):
            tell("PIA109", trail, found=data, meant="true" if spelled_yes_no(data) == "yes" else "false")
            return BAD
        return _wrong(data, trail, tell, expected)

    return read


def _matching(form: Matches) -> Reader:
    pattern = re.compile(form.pattern)

    def read(data: Any, trail: Trail, tell: Tell) -> Any:  # noqa: ANN401 - plain data
        if type(data) is not str:
            if form.name == "version" and type(data) in (int, Decimal):
                tell("PIA108", trail, found=str(data))
                return BAD
            return _wrong(data, trail, tell, "@text")
        if pattern.fullmatch(data) and data not in form.never:  # `$` alone would let a line end pass
            return data
        tell("PIA105", trail, found=data, form=f"@form_{form.name}", **guess(form.name, data, pattern))
        return BAD

    return read


def _one_of(values: tuple[Any, ...]) -> Reader:
    known = [str(value) for value in values]

    def read(data: Any, trail: Trail, tell: Tell) -> Any:  # noqa: ANN401 - plain data
        if data in values and type(data) is not bool:
            return data
        if data is None or type(data) in (dict, list):
            return _wrong(data, trail, tell, "@text")
        if set(values) >= {"yes", "no"} and spelled_yes_no(data):
            tell("PIA109", trail, found=_spelled(data), meant=spelled_yes_no(data))
        else:
            tell("PIA104", trail, found=_spelled(data), known=", ".join(known), meant=nearest(str(data), known))
        return BAD

    return read


def _spelled(data: object) -> str:
    """A scalar as it stands in a file."""
    return str(data).lower() if type(data) is bool else str(data)


def _list_of(kind: Any) -> Reader:  # noqa: ANN401 - an annotation
    item = reader_of(kind)

    def read(data: Any, trail: Trail, tell: Tell) -> Any:  # noqa: ANN401 - plain data
        if type(data) is not list:
            return _wrong(data, trail, tell, "@list")
        return tuple([item(one, (trail, number), tell) for number, one in enumerate(data)])

    return read


def _mapping_to(kind: Any) -> Reader:  # noqa: ANN401 - an annotation
    value = reader_of(kind)

    def read(data: Any, trail: Trail, tell: Tell) -> Any:  # noqa: ANN401 - plain data
        if type(data) is not dict:
            return _wrong(data, trail, tell, "@mapping")
        return {key: value(one, (trail, key), tell) for key, one in data.items()}

    return read


def _union(kinds: tuple[Any, ...]) -> Reader:
    optional = type(None) in kinds
    others = [kind for kind in kinds if kind is not type(None)]
    only = _known_union(others)
    if only is not None:
        return lambda data, trail, tell: None if data is None and optional else only(data, trail, tell)
    readers = [reader_of(kind) for kind in others]
    told: dict[type, Reader | None] = {
        dict: _first(is_dataclass, others),
        list: _first(lambda kind: get_origin(kind) is tuple, others),
    }
    expected = "@number" if {int, Decimal} <= set(others) and _no_words(others) else "@number_or_unknown"
    if told[list]:
        expected = "@level" if told[dict] is None else "@level_or_mapping"

    def read(data: Any, trail: Trail, tell: Tell) -> Any:  # noqa: ANN401 - plain data
        if data is None and optional:
            return None
        meant = told.get(type(data))
        if meant is not None:
            return meant(data, trail, tell)
        for reader in readers:
            if (value := reader(data, trail, _quiet)) is not BAD:
                return value
        return _wrong(data, trail, tell, expected)

    return read


def _no_words(kinds: list[Any]) -> bool:
    return not any(get_origin(kind) is Literal for kind in kinds)


def _first(test: Callable[[Any], bool], kinds: list[Any]) -> Reader | None:
    """The reader of the first of these kinds: what can only be meant for it is told as its own."""
    return next((reader_of(kind) for kind in kinds if test(kind)), None)


def _known_union(kinds: list[Any]) -> Reader | None:
    """Unions that say more than "one of these"; Python flattens `Text | None` into its parts."""
    if set(kinds) == set(get_args(Condition)):
        return _condition
    if set(kinds) == set(get_args(Text)):
        return _text
    if all(get_origin(kind) is Literal for kind in kinds):
        return _one_of(tuple(word for kind in kinds for word in get_args(kind)))
    return reader_of(kinds[0]) if len(kinds) == 1 else None


def _quiet(*_args: object, **_named: object) -> None:
    """For alternatives of a union: the last word is the union's own."""


@lru_cache(1024)
def _is_language(key: str) -> bool:
    return _LANGUAGE.fullmatch(key) is not None


def _text(data: Any, trail: Trail, tell: Tell) -> Any:  # noqa: ANN401 - plain data
    if type(data) is str:
        return data
    if type(data) is not dict:
        return _wrong(data, trail, tell, "@text_or_languages")
    for key, value in data.items():
        if not _is_language(key):
            tell("PIA107", (trail, key), key=True, found=key)
        elif type(value) is not str:
            _wrong(value, (trail, key), tell, "@text")
    return data


def _present(kind: Any) -> Reader:  # noqa: ANN401 - an annotation
    """The reader of a field that says something: that it may say nothing is not asked again."""
    inside = get_args(kind) if get_origin(kind) in (Union, types.UnionType) else ()
    said = tuple(one for one in inside if one is not type(None))
    return _union(said) if said else reader_of(kind)


def _mapping_of_fields(kind: Any, **own: Reader) -> Reader:  # noqa: ANN401 - a dataclass
    """The reader of a dataclass, some of whose fields may have readers of their own."""
    readers = {one.name.rstrip("_"): (one.name, own.get(one.name) or _present(one.type)) for one in fields(kind)}
    defaults = {one.name: one.default for one in fields(kind) if one.default is not MISSING}
    factories = [(one.name, one.default_factory) for one in fields(kind) if one.default_factory is not MISSING]
    needed = {name: key for key, (name, _) in readers.items() if name not in (*defaults, *dict(factories))}
    known = list(readers)
    new = object.__new__

    def read(data: Any, trail: Trail, tell: Tell) -> Any:  # noqa: ANN401 - plain data
        if type(data) is not dict:
            return _wrong(data, trail, tell, "@mapping")
        values: dict[str, Any] = {}
        for key, value in data.items():
            found = readers.get(key)
            if found is None:
                tell("PIA101", (trail, key), key=True, found=key, meant=nearest(key, known), known=", ".join(known))
            elif value is not None:
                values[found[0]] = found[1](value, (trail, key), tell)
        if not needed.keys() <= values.keys():
            for key in (key for name, key in needed.items() if name not in values):
                tell("PIA102", trail if key not in data else (trail, key), missing=key)
            return BAD
        for name, factory in factories:
            if name not in values:
                values[name] = factory()
        made = new(kind)  # what its `__init__` does, in a seventh of the time that one of a frozen class takes
        made.__dict__.update({**defaults, **values})
        return made

    return read


@lru_cache(4096)
def _said(word: str) -> Answer:
    """A short answer; assessments are full of the same ones."""
    return Answer(answer=word)


def _answer(data: Any, trail: Trail, tell: Tell) -> Any:  # noqa: ANN401 - plain data
    if type(data) is str:
        return _said(data)
    if type(data) is not dict:
        return Answer(answer=_answer_value(data, trail, tell))
    return _long_answer()(data, trail, tell)


@cache
def _long_answer() -> Reader:
    return _mapping_of_fields(Answer, answer=_answer_value)


def _answer_value(data: Any, trail: Trail, tell: Tell) -> AnswerValue:  # noqa: ANN401 - plain data
    if type(data) is bool:
        tell("PIA109", trail, found=str(data).lower(), meant="yes" if data else "no")
        return BAD  # type: ignore[no-any-return]  # told
    if type(data) is list:
        for number, one in enumerate(data):
            if type(one) is not str:
                _wrong(one, (trail, number), tell, "@text")
        return tuple(data)
    if type(data) is dict:
        _wrong(data, trail, tell, "@answer")
        return BAD  # type: ignore[no-any-return]  # told
    return data  # type: ignore[no-any-return]  # text, number or nothing


_SHAPES = "question: …, is: … / data: …, includes: … / all: […] / any: […] / at_least: n, of: […]"


def _condition(data: Any, trail: Trail, tell: Tell) -> Any:  # noqa: ANN401 - plain data
    return from_plain(data) if _is_condition(data, trail, tell) else BAD


def _is_condition(data: Any, trail: Trail, tell: Tell) -> bool:  # noqa: ANN401 - plain data
    if type(data) is not dict:
        _wrong(data, trail, tell, "@mapping")
        return False
    keys = set(data)
    for word in ("all", "any"):
        if keys == {word}:
            return _are_conditions(data[word], (trail, word), tell)
    if keys == {"at_least", "of"}:
        fits = _are_conditions(data["of"], (trail, "of"), tell)
        if fits and not (type(data["at_least"]) is int and 1 <= data["at_least"] <= len(data["of"])):
            tell("PIA106", (trail, "at_least"), shapes=_SHAPES)
            return False
        return fits
    for subject, operators in (("question", QUESTION_OPERATORS), ("data", FACT_OPERATORS)):
        if subject in keys and len(keys) == 2 and keys & set(operators):  # noqa: PLR2004 - subject and operator
            operator = (keys - {subject}).pop()
            named = type(data[subject]) is str or _wrong(data[subject], (trail, subject), tell, "@text") is not BAD
            return _are_values(data[operator], (trail, operator), tell) and named
    tell("PIA106", trail, shapes=_SHAPES)
    return False


def _are_conditions(data: Any, trail: Trail, tell: Tell) -> bool:  # noqa: ANN401 - plain data
    if type(data) is not list or not data:
        tell("PIA106", trail, shapes=_SHAPES)
        return False
    fits = [_is_condition(part, (trail, number), tell) for number, part in enumerate(data)]  # each is told
    return all(fits)


def _are_values(data: Any, trail: Trail, tell: Tell) -> bool:  # noqa: ANN401 - plain data
    values = data if type(data) is list else [data]
    if values and all(type(value) in (str, int, Decimal) for value in values):
        return True
    for number, value in enumerate(values):
        if type(value) is bool:
            at = (trail, number) if type(data) is list else trail
            tell("PIA109", at, found=_spelled(value), meant=spelled_yes_no(value))
            return False
    _wrong(data, trail, tell, "@value")
    return False
