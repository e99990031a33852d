"""Holds the assessments of each workspace to the rules about several of them, once each was checked alone."""

from collections.abc import Iterable
from pathlib import Path

from tsukuba_pia.diagnostics import Diagnostic, in_order
from tsukuba_pia.lint.portfolio import check_portfolio
from tsukuba_pia.lint.portfolio_context import BankOf, PortfolioContext, Traits
from tsukuba_pia.load.bank import load_banks
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.model.bank import Bank


def check_together(records: Iterable[Traits], workspace: Path | None, *, complete: bool) -> tuple[Diagnostic, ...]:
    """All findings about the assessments of one workspace together.

    Args:
        records: what was made of each (`lint.traits.traits_of`).
        workspace: whose banks they use; without one, the toolkit's own.
        complete: whether these are all assessments of the workspace.

    """
    context = PortfolioContext(tuple(records), bank_of(workspace), complete=complete and workspace is not None)
    return in_order(check_portfolio(context)) if len(context.records) > 1 or context.complete else ()


def bank_of(workspace: Path | None) -> BankOf:
    """Finds a bank by its name and version; read when it is asked for, which few runs do."""
    catalog = Catalog(workspace)
    known: dict[tuple[str, str], Bank | None] = {}

    def find(name: str, version: str) -> Bank | None:
        if (name, version) not in known:
            loaded = load_banks({name: version}, catalog)
            known[name, version] = next((one for one in loaded.banks if one.bank == name), None)
        return known[name, version]

    return find
