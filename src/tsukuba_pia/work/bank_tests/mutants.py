"""Every small change of a bank that its scenarios should notice, made by generic operators over all its nodes.

As in mutation testing of programs: if a row, level or condition can change and no scenario breaks, nobody would see a
slip of the hand there.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.bank import (
    IRREVERSIBLE_AT_LEAST,
    Bank,
    Decision,
    Grade,
    Ladder,
    Lowers,
    Method,
    OutcomeRow,
    Question,
    Risk,
    Row,
    SafeguardRules,
    SafeguardUse,
    Section,
)
from tsukuba_pia.model.condition import Atom, Condition, Joined

GONE: Any = object()  # takes an item out of its list
Put = Callable[[Any], Bank]
OPPOSITE: Mapping[str, str] = {
    "is": "is_not", "is_not": "is", "includes": "includes_none", "includes_none": "includes",
    "includes_other_than": "includes",
}  # fmt: skip
STRICTER: Mapping[str, str] = {"at_least": "above", "above": "at_least", "at_most": "below", "below": "at_most"}
BEYOND: Mapping[str, int] = {"at_least": -1, "above": 1, "at_most": 1, "below": -1}
CONDITIONS = ("ask_when", "applies_when", "required_when")


class Mutant(NamedTuple):
    """A bank with one change: where it was made, and in which words it is told (`gone`, or what stands there now)."""

    path: Path
    change: str
    detail: str
    bank: Bank


class Spot(NamedTuple):
    """A node of a bank: where it stands, and how another is put in its place."""

    path: Path
    value: Any
    put: Put


class Scales(NamedTuple):
    """What levels are counted along."""

    severity: Sequence[str]
    likelihood: Sequence[str]
    levels: Sequence[str]
    rules: SafeguardRules
    kinds: Mapping[str, str | None]  # of safeguards


def scales_of(method: Method, questions: Mapping[str, Question]) -> Scales:
    """The scales of a method, and the kinds of all safeguards."""
    kinds = {name: one.kind for name, one in questions.items()}
    return Scales(_ids(method.severity), _ids(method.likelihood), _ids(method.levels), method.safeguards, kinds)


def _ids(grades: tuple[Grade, ...]) -> tuple[str, ...]:
    return tuple(one.id for one in grades)


def mutants(bank: Bank, scales: Scales) -> Iterator[Mutant]:
    """All changes, in the bank's order. Changes that can make no difference are left out."""
    for spot in _spots(Spot((), bank, lambda new: new)):
        for change, detail, new in _changes(spot, bank, scales):
            yield Mutant(spot.path, change, detail, spot.put(new))


def _spots(spot: Spot) -> Iterator[Spot]:
    yield spot
    path, value, put = spot
    if isinstance(value, Atom):
        return
    if isinstance(value, Joined):
        word = "of" if value.word == "at_least" else value.word
        for number, part in enumerate(value.of):
            yield from _spots(Spot((*path, word, number), part, _in_joined(value, number, put)))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            if is_dataclass(one):
                yield from _spots(Spot((*path, number), one, _in_list(value, number, put)))
    elif is_dataclass(value):
        for field in fields(value):
            child = getattr(value, field.name)
            if is_dataclass(child) or isinstance(child, tuple):
                yield from _spots(Spot((*path, field.name.rstrip("_")), child, _in_field(value, field.name, put)))


def _in_joined(joined: Joined, number: int, put: Put) -> Put:
    return lambda new: put(replace(joined, of=_with(joined.of, number, new)))


def _in_list(items: tuple[Any, ...], number: int, put: Put) -> Put:
    return lambda new: put(_with(items, number, new))


def _in_field(owner: Any, name: str, put: Put) -> Put:  # noqa: ANN401 - any dataclass of a bank
    return lambda new: put(replace(owner, **{name: new}))


def _with(items: tuple[Any, ...], number: int, new: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return items[:number] + (() if new is GONE else (new,)) + items[number + 1 :]


Change = tuple[str, str, Any]  # in which words, what stands there now, the new node


def _changes(spot: Spot, bank: Bank, scales: Scales) -> Iterator[Change]:
    if isinstance(spot.value, Atom | Joined):
        yield from _of_atom(spot.value) if isinstance(spot.value, Atom) else _of_joined(spot.value)
    if isinstance(spot.value, Section | Question | Risk | Decision | Bank):
        yield from _without_condition(spot.value)
    match spot.value:
        case Row():
            axis = next(step for step in reversed(spot.path) if step in ("severity", "likelihood"))
            yield from _of_row(spot.value, getattr(scales, str(axis)))
        case OutcomeRow():
            yield from _of_outcome(spot.value, _scale(bank.decisions[int(spot.path[1])]))
        case Ladder():
            yield from _of_ladder(spot, bank, scales)
        case SafeguardUse():
            yield "gone", spot.value.question, GONE
            yield from _of_lowers(spot.value, scales, bank.risks[int(spot.path[1])])
        case Decision():
            yield from _other("base", spot.value, _scale(spot.value))
        case Risk():
            yield from _of_risk(spot.value, scales)
        case Method():
            yield from _of_method(spot.value, bank)


def _without_condition(owner: Any) -> Iterator[Change]:  # noqa: ANN401 - whatever has a condition
    for name in CONDITIONS:
        if getattr(owner, name, None) is not None:
            yield "gone", name, replace(owner, **{name: None})


def _of_atom(atom: Atom) -> Iterator[Change]:
    if len(atom.values) > 1:
        for value in atom.values:
            rest = tuple(one for one in atom.values if one != value)
            yield "value_gone", str(value), replace(atom, values=rest)
    if atom.operator in OPPOSITE:
        yield "becomes", OPPOSITE[atom.operator], replace(atom, operator=OPPOSITE[atom.operator])
    if atom.operator in STRICTER and not isinstance(atom.values[0], str):
        stricter, bound = STRICTER[atom.operator], atom.values[0] + BEYOND[atom.operator]
        yield "becomes", f"{stricter}: {atom.values[0]}", replace(atom, operator=stricter)
        yield "becomes", f"{atom.operator}: {bound}", replace(atom, values=(bound,))


def _of_joined(joined: Joined) -> Iterator[Change]:
    many = len(joined.of)
    if many == 1:
        return
    for number in range(many):
        left = _with(joined.of, number, GONE)
        needed = {"all": many - 1, "any": 1}.get(joined.word, min(joined.needed, many - 1))
        yield "part_gone", str(number + 1), replace(joined, of=left, needed=needed)
    if joined.word == "at_least":
        for needed in (joined.needed - 1, joined.needed + 1):
            if 1 <= needed <= many:
                yield "becomes", f"at_least: {needed}", replace(joined, needed=needed)
    else:
        other = Joined("any", 1, joined.of) if joined.word == "all" else Joined("all", many, joined.of)
        yield "becomes", other.word, other


def _of_row(row: Row, scale: Sequence[str]) -> Iterator[Change]:
    yield "gone", row.level, GONE
    yield from _other("level", row, scale)
    if row.for_ is not None:
        yield "becomes", "for: everyone", replace(row, for_=None)


def _of_outcome(row: OutcomeRow, scale: Sequence[str]) -> Iterator[Change]:
    yield "gone", row.outcome, GONE
    yield from _other("outcome", row, scale)


def _other(name: str, owner: Any, scale: Sequence[str]) -> Iterator[Change]:  # noqa: ANN401 - whatever has a level
    """The level beside: one lower (the lowest of a row would be as none at all), one higher."""
    rank = scale.index(getattr(owner, name))
    lowest = 0 if name == "base" else 1
    for other in (rank - 1, rank + 1):
        if lowest <= other < len(scale):
            yield "becomes", f"{name}: {scale[other]}", replace(owner, **{name: scale[other]})


def _of_ladder(spot: Spot, bank: Bank, scales: Scales) -> Iterator[Change]:
    """A base; that of what cannot be undone makes no difference below its least severity."""
    axis = spot.path[-1]
    scale: Sequence[str] = getattr(scales, str(axis))
    floor = 0
    if axis == "severity" and bank.risks[int(spot.path[1])].irreversible:
        floor = scale.index(IRREVERSIBLE_AT_LEAST)
    now = max(floor, scale.index(spot.value.base))
    for change in _other("base", spot.value, scale):
        if max(floor, scale.index(change[2].base)) != now:
            yield change


def _of_lowers(use: SafeguardUse, scales: Scales, risk: Risk) -> Iterator[Change]:
    most = min(scales.rules.verified_lowers_at_most, scales.rules.likelihood_steps)
    lowers_severity = scales.kinds.get(use.question) == "data_absent" and not risk.irreversible
    severe = min(1, scales.rules.severity_steps) if lowers_severity else 0
    for lowers in (
        Lowers(use.lowers.likelihood - 1, use.lowers.severity),
        Lowers(use.lowers.likelihood + 1, use.lowers.severity),
        Lowers(use.lowers.likelihood, use.lowers.severity - 1),
        Lowers(use.lowers.likelihood, use.lowers.severity + 1),
    ):
        fits = 0 <= lowers.likelihood <= most and 0 <= lowers.severity <= severe
        if fits and lowers != Lowers():
            yield (
                "becomes",
                f"likelihood: {lowers.likelihood}, severity: {lowers.severity}",
                replace(use, lowers=lowers),
            )


def _of_risk(risk: Risk, scales: Scales) -> Iterator[Change]:
    low = scales.severity.index(risk.severity.base) < scales.severity.index(IRREVERSIBLE_AT_LEAST)
    if low or any(use.lowers.severity for use in risk.safeguards):
        yield (
            "becomes",
            f"irreversible: {str(not risk.irreversible).lower()}",
            replace(risk, irreversible=not risk.irreversible),
        )


def _of_method(method: Method, bank: Bank) -> Iterator[Change]:
    levels = [one.id for one in method.levels]
    for severity, cells in method.matrix.items():
        for column, cell in enumerate(cells):
            for other in (levels.index(cell) - 1, levels.index(cell) + 1):
                if 0 <= other < len(levels):
                    row = _with(cells, column, levels[other])
                    detail = f"{severity} × {method.likelihood[column].id}: {levels[other]}"
                    yield "becomes", detail, replace(method, matrix={**method.matrix, severity: row})
    uses = [use.lowers for risk in bank.risks for use in risk.safeguards]
    strongest = max((max(lowers.likelihood, lowers.severity) for lowers in uses), default=0)
    added_up = {"severity_steps": max((lowers.severity for lowers in uses), default=0), "likelihood_steps": len(levels)}
    for field in fields(method.safeguards):
        steps = getattr(method.safeguards, field.name)
        for other in (steps - 1, steps + 1):
            if 0 <= other <= added_up.get(field.name, strongest):
                rules = replace(method.safeguards, **{field.name: other})
                yield "becomes", f"{field.name}: {other}", replace(method, safeguards=rules)


def _scale(decision: Decision) -> tuple[str, ...]:
    return tuple(one.id for one in decision.outcomes)


def condition_at(bank: Bank, path: Path) -> Condition | None:
    """The whole condition that a path leads into, where it leads into one."""
    value: Any = bank
    for step in path:
        if isinstance(value, Atom | Joined):
            return value
        value = value[step] if isinstance(step, int) else getattr(value, _field(value, step))
    return value if isinstance(value, Atom | Joined) else None


def _field(owner: Any, key: str) -> str:  # noqa: ANN401 - any dataclass of a bank
    return key if hasattr(owner, key) else f"{key}_"
