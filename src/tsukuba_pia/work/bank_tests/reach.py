"""What a bank's scenarios reach: each conditional question asked and not, each option, row, outcome and red line."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.condition import Condition
from tsukuba_pia.model.result import AnswerState, Asked, Truth
from tsukuba_pia.work.bank_tests.bench import Bench

Kind = Literal["asked", "not_asked", "option", "row_true", "row_false", "applies", "applies_not", "crossed", "clear"]
KINDS: tuple[Kind, ...] = (
    "asked", "not_asked", "option", "row_true", "row_false", "applies", "applies_not", "crossed", "clear",
)  # fmt: skip


class Goal(NamedTuple):
    """Something that a scenario should reach, and whether one does; `path` is a place in the bank's file."""

    kind: Kind
    path: Path
    name: str
    reached: bool


def goals(bench: Bench) -> tuple[Goal, ...]:
    """All goals of the bank, in its order."""
    bank = bench.bank
    return (*_questions(bench, bank), *_conditions(bench, bank), *_red_lines(bench, bank))


def _questions(bench: Bench, bank: Bank) -> Iterator[Goal]:
    for number, section in enumerate(bank.sections):
        for order, question in enumerate(section.questions):
            path: Path = ("sections", number, "questions", order)
            standings = [one.result.standings[question.id] for one in bench.scored]
            if section.ask_when is not None or question.ask_when is not None:
                yield Goal("asked", path, question.id, any(one.asked is Asked.ASKED for one in standings))
                yield Goal("not_asked", path, question.id, any(one.asked is Asked.NOT for one in standings))
            counted = [one for one in standings if one.asked is Asked.ASKED and one.state is AnswerState.ANSWERED]
            chosen = {value for one in counted for value in _values(one.value)}
            if question.type == "yes_no":
                for word in question.answers:
                    yield Goal("option", path, f"{question.id}: {word}", word in chosen)
            for place, option in enumerate(question.options):
                yield Goal("option", (*path, "options", place), f"{question.id}: {option.id}", option.id in chosen)


def _values(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _conditions(bench: Bench, bank: Bank) -> Iterator[Goal]:
    for number, risk in enumerate(bank.risks):
        path: Path = ("risks", number)
        if risk.applies_when is not None:
            yield from _both(bench, ("applies", "applies_not"), (*path, "applies_when"), risk.id, risk.applies_when)
        for axis in ("severity", "likelihood"):
            for order, row in enumerate(getattr(risk, axis).rows):
                yield from _both(
                    bench, ("row_true", "row_false"), (*path, axis, "rows", order), risk.id, row.when, risk.applies_when
                )
    for number, decision in enumerate(bank.decisions):
        for order, outcome in enumerate(decision.rows):
            place = ("decisions", number, "rows", order)
            yield from _both(bench, ("row_true", "row_false"), place, decision.id, outcome.when, decision.applies_when)
    for number, more in enumerate(bank.tightens):
        for axis in ("severity", "likelihood"):
            for order, row in enumerate(getattr(more, axis)):
                place = ("tightens", number, axis, order)
                yield from _both(bench, ("row_true", "row_false"), place, more.risk or "", row.when)


def _both(  # noqa: PLR0913, PLR0917 - a condition with where and for what it stands
    bench: Bench, kinds: tuple[Kind, Kind], path: Path, name: str, when: Condition, applies: Condition | None = None
) -> Iterator[Goal]:
    """Surely true in one scenario and surely false in another, each where its risk or decision applies."""
    truths = {one.judge(when) for one in bench.scored if one.judge(applies) is Truth.TRUE}
    yield Goal(kinds[0], path, name, Truth.TRUE in truths)
    yield Goal(kinds[1], path, name, Truth.FALSE in truths)


def _red_lines(bench: Bench, bank: Bank) -> Iterator[Goal]:
    for number, line in enumerate(bank.red_lines):
        states = {one.result.red_lines[line.id].state for one in bench.scored}
        for kind in KINDS[-2:]:
            yield Goal(kind, ("red_lines", number), line.id, kind in states)
