"""Conditions with when they are looked at, so that rules can ask whether they ever hold, or always do."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.lint.bank_parts import AXES, scale_of
from tsukuba_pia.lint.comparisons import is_sound
from tsukuba_pia.lint.context import BankContext, Use
from tsukuba_pia.lint.satisfiable import Known, Search, Wanted, pairs_that_clash
from tsukuba_pia.model.bank import IRREVERSIBLE_AT_LEAST, Ladder
from tsukuba_pia.model.condition import Condition, Joined, atoms


class Sense(NamedTuple):
    """A condition, and what is known to hold when it is looked at."""

    use: Use
    path: Path
    condition: Condition
    given: Condition | None


class Rung(NamedTuple):
    """A row of any ladder, with its level's place in the scale."""

    path: Path
    level: str
    rank: int
    when: Condition
    group: str | None
    own: bool = True  # of the bank that is looked at


def senses(context: BankContext) -> Iterator[Sense]:
    """The conditions of a bank that can be worked out."""
    for use, path, condition in context.conditions:
        given = _given(context, path)
        if _is_sound(context, condition) and _is_sound(context, given):
            yield Sense(use, path, condition, given)


def _is_sound(context: BankContext, condition: Condition | None) -> bool:
    """Whether each comparison fits its type and names options that are there; else something else is wrong first."""
    for atom, _ in atoms(condition):
        question = context.question_of(atom)
        if not is_sound(atom, question) or (
            question and question.answers and not set(atom.values) <= set(question.answers)
        ):
            return False
    return True


def _given(context: BankContext, path: Path) -> Condition | None:
    """A question is looked at where its section is, a row where its risk or decision applies."""
    bank = context.bank
    match path:
        case ("sections", int(number), "questions", *_):
            return bank.sections[number].ask_when
        case ("risks", int(number), "severity" | "likelihood", *_):
            return bank.risks[number].applies_when
        case ("decisions", int(number), "rows", *_):
            return bank.decisions[number].applies_when
        case ("tightens", int(number), *_):
            risk = context.risks.get(bank.tightens[number].risk or "")
            return risk.applies_when if risk else None
    return None


def known_questions(context: BankContext) -> dict[str, Known]:
    """Every question with the conditions that lead to it."""
    found: dict[str, Known] = {}
    for bank in context.banks:
        for section in bank.sections:
            for question in section.questions:
                leads = tuple(one for one in (section.ask_when, question.ask_when) if one is not None)
                found.setdefault(question.id, Known(question, leads if all(map_sound(context, leads)) else ()))
    return found


def map_sound(context: BankContext, conditions: Sequence[Condition]) -> Iterator[bool]:
    """Of each condition, whether it can be worked out."""
    return (_is_sound(context, one) for one in conditions)


def is_impossible(context: BankContext, sense: Sense) -> bool:
    """Whether no answers fulfil it. What two parts of it already rule out is told of them (PIA232)."""
    known = known_questions(context)
    if any(pairs_that_clash(joined, known) for _, joined in wholes(sense)):
        return False
    return not Search(known).possible(Wanted(sense.given, truth=True), Wanted(sense.condition, truth=True))


def is_certain(context: BankContext, sense: Sense) -> bool:
    """Whether no answers escape it, where it is looked at at all."""
    search = Search(known_questions(context))
    given = Wanted(sense.given, truth=True)
    if search.possible(given, Wanted(sense.condition, truth=False)):
        return False
    return search.possible(given, Wanted(sense.condition, truth=True))


def wholes(sense: Sense) -> Iterator[tuple[Path, Joined]]:
    """Every joined condition within it, with its path."""
    yield from _wholes(sense.condition, sense.path)


def _wholes(condition: Condition, path: Path) -> Iterator[tuple[Path, Joined]]:
    if isinstance(condition, Joined):
        yield path, condition
        word = "of" if condition.word == "at_least" else condition.word
        for number, part in enumerate(condition.of):
            yield from _wholes(part, (*path, word, number))


def idle_rows(context: BankContext) -> Iterator[tuple[Path, str]]:
    """Each row that its base or another row always covers, with its level."""
    for base, given, rungs in chain(_ladders(context), _tightened(context)):
        sound = [one for one in rungs if _is_sound(context, one.when)]
        if not _is_sound(context, given):
            continue
        search = Search(known_questions(context))
        possible = [
            one for one in sound
            if search.possible(Wanted(given, truth=True), Wanted(one.when, truth=True))
        ]  # fmt: skip
        for order, rung in enumerate(possible):
            others = [(number, one) for number, one in enumerate(possible) if number != order]
            if rung.own and (
                rung.rank <= base or any(_covers(search, given, one, rung, number < order) for number, one in others)
            ):
                yield rung.path, rung.level


def _covers(search: Search, given: Condition | None, cover: Rung, rung: Rung, earlier: bool) -> bool:  # noqa: FBT001
    """Whether one row holds at the same or a higher level whenever another does; of two alike the later is idle."""
    if cover.rank < rung.rank or cover.group not in (None, rung.group):
        return False
    if search.possible(*(Wanted(given, truth=True), Wanted(rung.when, truth=True), Wanted(cover.when, truth=False))):
        return False
    alike = cover.rank == rung.rank and cover.group == rung.group
    back = alike and not search.possible(
        Wanted(given, truth=True), Wanted(cover.when, truth=True), Wanted(rung.when, truth=False)
    )
    return earlier or not back


def _ladders(context: BankContext) -> Iterator[tuple[int, Condition | None, list[Rung]]]:
    """Each ladder of risks and decisions: the place of its base, when it is looked at, and its rows."""
    for number, risk in enumerate(context.bank.risks):
        for axis in AXES:
            scale, ladder = scale_of(context, axis), getattr(risk, axis)
            if _fits(ladder, scale):
                base = scale.index(ladder.base)
                if axis == "severity" and risk.irreversible and IRREVERSIBLE_AT_LEAST in scale:
                    base = max(base, scale.index(IRREVERSIBLE_AT_LEAST))
                path: Path = ("risks", number, axis, "rows")
                rungs = [
                    Rung((*path, order), row.level, scale.index(row.level), row.when, row.for_)
                    for order, row in enumerate(ladder.rows)
                ]
                yield base, risk.applies_when, rungs
    for number, decision in enumerate(context.bank.decisions):
        outcomes = tuple(one.id for one in decision.outcomes)
        if decision.base in outcomes and all(row.outcome in outcomes for row in decision.rows):
            rungs = [
                Rung(("decisions", number, "rows", order), row.outcome, outcomes.index(row.outcome), row.when, None)
                for order, row in enumerate(decision.rows)
            ]
            yield outcomes.index(decision.base), decision.applies_when, rungs


def _tightened(context: BankContext) -> Iterator[tuple[int, Condition | None, list[Rung]]]:
    """The ladders of other banks' risks with the rows that this bank adds."""
    for number, more in enumerate(context.bank.tightens):
        risk = context.risks.get(more.risk or "")
        for axis in AXES if risk else ():
            scale, ladder, added = scale_of(context, axis), getattr(risk, axis), getattr(more, axis)
            if added and _fits(ladder, scale) and all(row.level in scale for row in added):
                below = [
                    Rung((), row.level, scale.index(row.level), row.when, row.for_, own=False) for row in ladder.rows
                ]
                rungs = [
                    Rung(("tightens", number, axis, order), row.level, scale.index(row.level), row.when, row.for_)
                    for order, row in enumerate(added)
                ]
                yield scale.index(ladder.base), risk.applies_when if risk else None, [*below, *rungs]


def _fits(ladder: Ladder, scale: tuple[str, ...]) -> bool:
    return ladder.base in scale and all(row.level in scale for row in ladder.rows)
