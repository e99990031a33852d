"""`pia bank coverage`: stages × principles of each bank, at the terminal or as Markdown. Holes end it with 1."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.bank_testing import bank_file
from tsukuba_pia.cli.options import Lang, argument, option
from tsukuba_pia.fold import width
from tsukuba_pia.model.text import printable, words

Row = Sequence[str]


def run(
    banks: Annotated[list[str] | None, argument("coverage_banks", metavar="[BANK]...")] = None,
    form: Annotated[Literal["text", "md"], option("coverage_format", "--format")] = "text",
    lang: Lang = None,
) -> None:
    """Show which stages of the data's life and which principles the banks ask about, and the holes."""
    del lang
    found = list(_coverages(banks))
    for one in found:
        title = f"{words(one.bank.title, context.language())} ({one.bank.bank} {one.bank.version})"
        table = list(_table(one))
        lines = _markdown(title, table) if form == "md" else _plain(title, table)
        context.tell(printable("\n".join([*lines, ""])))
    if found and form == "text":
        context.tell(printable(_legend(found[-1])))
    holes = [(one, term) for one in found for term in one.holes]
    for one, term in holes:
        hole = words(term.label, context.language())
        context.tell(printable(context.words("bank_coverage", "hole", bank=one.bank.bank, what=hole)))
    if not holes:
        context.tell(context.words("bank_coverage", "whole"))
    raise typer.Exit(int(bool(holes)))


def _coverages(banks: Sequence[str] | None) -> Iterator[Any]:
    from tsukuba_pia.load.bank import load_bank_file  # noqa: PLC0415 - only when called
    from tsukuba_pia.load.catalog import Catalog  # noqa: PLC0415
    from tsukuba_pia.problems import Problem  # noqa: PLC0415
    from tsukuba_pia.resources import here  # noqa: PLC0415
    from tsukuba_pia.work.coverage import coverage  # noqa: PLC0415

    catalog = Catalog(here())
    for asked in banks or catalog.banks:
        loaded = load_bank_file(bank_file(asked, catalog), catalog)
        if not loaded.banks or loaded.vocabulary is None:
            raise Problem("bank_broken", bank=asked)
        yield from coverage([loaded.banks[-1]], loaded.vocabulary)


def _table(one: Any) -> Iterator[Row]:  # noqa: ANN401 - a Coverage
    """Principles down, stages across; what is not asked about is a dot, so that nothing is said by a blank."""
    total = context.words("bank_coverage", "total")
    yield ["", *(words(stage.label, context.language()) for stage in one.stages), total]
    for principle in one.principles:
        cells = [one.cells[stage.id, principle.id] for stage in one.stages]
        yield [words(principle.label, context.language()), *(str(cell or "·") for cell in cells), str(sum(cells))]
    sums = [one.of_stage(stage.id) for stage in one.stages]
    yield [total, *map(str, sums), str(sum(sums))]


def _markdown(title: str, table: Sequence[Row]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    for number, row in enumerate(table):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield "| --- |" + " ---: |" * (len(row) - 1)


def _plain(title: str, table: Sequence[Row]) -> Iterator[str]:
    """Fits into 80 columns: the stages are numbered, and named below."""
    yield title
    first = max(width(row[0]) for row in table)
    heads = ["", *(str(number) for number in range(1, len(table[0]) - 1)), table[0][-1]]
    for row in (heads, *table[1:]):
        name = row[0] + " " * (first - width(row[0]))
        yield f"{name}  {' '.join(' ' * (4 - width(cell)) + cell for cell in row[1:])}"


def _legend(one: Any) -> str:  # noqa: ANN401 - a Coverage
    named = (f"{number} {words(stage.label, context.language())}" for number, stage in enumerate(one.stages, 1))
    return context.words("bank_coverage", "stages", stages=", ".join(named))
