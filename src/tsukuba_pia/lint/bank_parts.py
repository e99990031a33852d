"""The parts of a bank that several rules look at, each with its path."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.model.bank import Band, Bank, Grade, Option, Outcome, Row

Axis = Literal["severity", "likelihood"]
AXES: tuple[Axis, ...] = ("severity", "likelihood")


class Named(NamedTuple):
    """An id, with the path of where it is given. Two of the same scope may not be the same."""

    scope: Path
    path: Path
    id: str

    @property
    def kind(self) -> str | int:
        """What it is the id of: questions, risks, …; of options, outcomes and grades the list's last key."""
        return self.scope[-1]


def ids_of(bank: Bank) -> Iterator[Named]:
    """All ids that a bank gives."""
    for number, section in enumerate(bank.sections):
        yield Named(("sections",), ("sections", number, "id"), section.id)
        for order, question in enumerate(section.questions):
            path: Path = ("sections", number, "questions", order)
            yield Named(("questions",), (*path, "id"), question.id)
            yield from _listed((*path, "options"), question.options)
    for number, risk in enumerate(bank.risks):
        yield Named(("risks",), ("risks", number, "id"), risk.id)
    for number, line in enumerate(bank.red_lines):
        yield Named(("red_lines",), ("red_lines", number, "id"), line.id)
    for number, decision in enumerate(bank.decisions):
        yield Named(("decisions",), ("decisions", number, "id"), decision.id)
        yield from _listed(("decisions", number, "outcomes"), decision.outcomes)
    for number, index in enumerate(bank.indices):
        yield Named(("indices",), ("indices", number, "id"), index.id)
        yield from _listed(("indices", number, "bands"), index.bands)
    if bank.method is not None:
        for scale in ("severity", "likelihood", "levels"):
            yield from _listed(("method", scale), getattr(bank.method, scale))


def _listed(scope: Path, entries: Sequence[Option | Outcome | Grade | Band]) -> Iterator[Named]:
    for number, entry in enumerate(entries):
        yield Named(scope, (*scope, number, "id"), entry.id)


def rows_of(bank: Bank) -> Iterator[tuple[Axis, Path, Row]]:
    """The rows of its risks' ladders, and those that it adds to the risks of others."""
    for number, risk in enumerate(bank.risks):
        for axis in AXES:
            for order, row in enumerate(getattr(risk, axis).rows):
                yield axis, ("risks", number, axis, "rows", order), row
    for number, more in enumerate(bank.tightens):
        for axis in AXES:
            for order, row in enumerate(getattr(more, axis)):
                yield axis, ("tightens", number, axis, order), row


def refs_of(context: BankContext) -> Iterator[tuple[Path, str]]:
    """Each reference that a question, risk, row, red line or outcome cites, with its path."""
    bank = context.bank
    places: list[tuple[Path, tuple[str, ...]]] = [(path, question.refs) for path, question in context.questions_here]
    places += [(("risks", number), risk.refs) for number, risk in enumerate(bank.risks)]
    places += [(path, row.refs) for _, path, row in rows_of(bank)]
    places += [(("red_lines", number), line.refs) for number, line in enumerate(bank.red_lines)]
    for number, decision in enumerate(bank.decisions):
        places += [(("decisions", number, "rows", order), row.refs) for order, row in enumerate(decision.rows)]
    for path, refs in places:
        for number, ref in enumerate(refs):
            yield (*path, "refs", number), ref


def scale_of(context: BankContext, axis: Axis) -> tuple[str, ...]:
    """The ids of the method's scale; empty where there is no method."""
    return tuple(grade.id for grade in getattr(context.method, axis)) if context.method else ()
