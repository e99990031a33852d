"""What a bank's scenarios reach: each conditional question asked and not, each option, row, outcome and red line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.condition import Condition
from tsukuba_pia.model.result import AnswerState, Asked, Truth
from tsukuba_pia.work.bank_tests.bench import Bench, Scored

Kind = Literal["asked", "not_asked", "option", "row_true", "row_false", "applies", "applies_not", "crossed", "clear"]
KINDS: tuple[Kind, ...] = (
    "asked", "not_asked", "option", "row_true", "row_false", "applies", "applies_not", "crossed", "clear",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Goal:
    """Something that a scenario should reach: a place in the bank's file, and how to tell whether one reaches it."""

    kind: Kind
    path: Path
    name: str
    reached_by: Callable[[Scored], bool]


def goals(bank: Bank) -> tuple[Goal, ...]:
    """All goals of a bank, in its order."""
    return (*_questions(bank), *_conditions(bank), *_red_lines(bank))


def missed(bench: Bench, wanted: tuple[Goal, ...]) -> tuple[Goal, ...]:
    """The goals that no scenario reaches."""
    return tuple(one for one in wanted if not any(one.reached_by(scored) for scored in bench.scored))


def _questions(bank: Bank) -> Iterator[Goal]:
    for number, section in enumerate(bank.sections):
        for order, question in enumerate(section.questions):
            path: Path = ("sections", number, "questions", order)
            name = question.id
            if section.ask_when is not None or question.ask_when is not None:
                yield Goal("asked", path, name, _stands(name, Asked.ASKED))
                yield Goal("not_asked", path, name, _stands(name, Asked.NOT))
            if question.type == "yes_no":
                for word in question.answers:
                    yield Goal("option", path, f"{name}: {word}", _chooses(name, word))
            for place, option in enumerate(question.options):
                yield Goal("option", (*path, "options", place), f"{name}: {option.id}", _chooses(name, option.id))


def _stands(name: str, asked: Asked) -> Callable[[Scored], bool]:
    return lambda one: one.result.standings[name].asked is asked


def _chooses(name: str, option: str) -> Callable[[Scored], bool]:
    def chosen(one: Scored) -> bool:
        standing = one.result.standings[name]
        if standing.asked is not Asked.ASKED or standing.state is not AnswerState.ANSWERED:
            return False
        return option in standing.value if isinstance(standing.value, tuple) else option == standing.value

    return chosen


def _conditions(bank: Bank) -> Iterator[Goal]:
    for number, risk in enumerate(bank.risks):
        path: Path = ("risks", number)
        if risk.applies_when is not None:
            place = (*path, "applies_when")
            yield Goal("applies", place, risk.id, _holds(risk.applies_when, Truth.TRUE))
            yield Goal("applies_not", place, risk.id, _holds(risk.applies_when, Truth.FALSE))
        for axis in ("severity", "likelihood"):
            for order, row in enumerate(getattr(risk, axis).rows):
                yield from _both((*path, axis, "rows", order), risk.id, row.when, risk.applies_when)
    for number, decision in enumerate(bank.decisions):
        for order, outcome in enumerate(decision.rows):
            place = ("decisions", number, "rows", order)
            yield from _both(place, decision.id, outcome.when, decision.applies_when)
    for number, more in enumerate(bank.tightens):
        for axis in ("severity", "likelihood"):
            for order, row in enumerate(getattr(more, axis)):
                yield from _both(("tightens", number, axis, order), more.risk or "", row.when)


def _both(path: Path, name: str, when: Condition, applies: Condition | None = None) -> Iterator[Goal]:
    """Surely true in one scenario and surely false in another, each where its risk or decision applies."""
    yield Goal("row_true", path, name, _holds(when, Truth.TRUE, applies))
    yield Goal("row_false", path, name, _holds(when, Truth.FALSE, applies))


def _holds(condition: Condition, truth: Truth, applies: Condition | None = None) -> Callable[[Scored], bool]:
    return lambda one: one.judge(applies) is Truth.TRUE and one.judge(condition) is truth


def _red_lines(bank: Bank) -> Iterator[Goal]:
    for number, line in enumerate(bank.red_lines):
        for kind in KINDS[-2:]:
            yield Goal(kind, ("red_lines", number), line.id, _is(line.id, kind))


def _is(name: str, state: str) -> Callable[[Scored], bool]:
    return lambda one: one.result.red_lines[name].state == state
