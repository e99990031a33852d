"""Holds the assessments of one workspace to the rules about several of them."""

from dataclasses import replace

from tsukuba_pia.diagnostics import Diagnostic, in_order
from tsukuba_pia.lint.engine import rules_of
from tsukuba_pia.lint.portfolio_context import PortfolioContext


def check_portfolio(context: PortfolioContext) -> tuple[Diagnostic, ...]:
    """All findings about the assessments together, each in the file of one of them, whatever order they come in."""
    context = replace(context, records=tuple(sorted(context.records, key=lambda one: one.file)))
    return in_order(
        Diagnostic(str(finding.path[0]), *(finding.at or (1, 1)), rule.code, finding.args, finding.level or rule.level)
        for rule in rules_of("portfolio")
        if rule.check is not None
        for finding in rule.check(context)
    )
