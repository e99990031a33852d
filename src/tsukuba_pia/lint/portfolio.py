"""Holds the assessments of one workspace to the rules about several of them."""

from dataclasses import replace

from tsukuba_pia.diagnostics import START, Diagnostic, Finding, in_order
from tsukuba_pia.lint.engine import ask, rules_of
from tsukuba_pia.lint.portfolio_context import PortfolioContext


def check_portfolio(context: PortfolioContext) -> tuple[Diagnostic, ...]:
    """All findings about the assessments together, each in the file of one of them, whatever order they come in."""
    context = replace(context, records=tuple(sorted(context.records, key=lambda one: one.file)))
    first = context.records[0].file if context.records else ""
    return in_order(ask(rules_of("portfolio"), context, _place, first))


def _place(finding: Finding) -> tuple[str, int, int]:
    return str(finding.path[0]), *(finding.at or START)
