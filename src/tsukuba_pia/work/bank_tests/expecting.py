"""Compares what comes of a scenario with what it expects."""

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.bank import NOT_APPLICABLE
from tsukuba_pia.model.result import Asked, Interval, RiskResult, ScoreResult, Truth
from tsukuba_pia.model.scenario import Between, Expected, ExpectedRisk

APPLIES_NOT = Interval(NOT_APPLICABLE, NOT_APPLICABLE)  # of a decision


class Mismatch(NamedTuple):
    """Something came out otherwise: where it is expected, what, and what came instead."""

    path: Path  # below `expect`
    expected: str
    found: str


def mismatches(expect: Expected, result: ScoreResult) -> Iterator[Mismatch]:
    """All that came out otherwise (`required` apart, which no score says)."""
    for name, risk in expect.risks.items():
        yield from risk_mismatches(name, risk, result.risks[name])
    for name, outcome in expect.decisions.items():
        decision = result.decisions[name]
        found = APPLIES_NOT if decision.applies is Truth.FALSE else decision.outcome
        yield from _level(("decisions", name), outcome, found)
    for name, state in expect.red_lines.items():
        yield from _word(("red_lines", name), state, result.red_lines[name].state)
    for part, wanted in (("asked", Asked.ASKED), ("not_asked", Asked.NOT)):
        for number, name in enumerate(getattr(expect, part)):
            yield from _word((part, number), wanted.value, result.standings[name].asked.value)


def risk_mismatches(name: str, expected: Between | ExpectedRisk, risk: RiskResult) -> Iterator[Mismatch]:
    """One risk against what is expected of it."""
    path: Path = ("risks", name)
    if not isinstance(expected, ExpectedRisk):
        yield from _level(path, expected, risk.current)
        return
    for field in fields(expected):
        wanted = getattr(expected, field.name)
        if wanted is None:
            continue
        here = (*path, field.name)
        if field.name == "group":
            yield from _word(here, wanted, risk.worst_group)
        elif field.name in ("severity", "likelihood"):
            yield from _level(here, wanted, getattr(risk.worst.inherent, field.name))
        else:
            yield from _level(here, wanted, getattr(risk, field.name))


def _level(path: Path, expected: Between, found: Interval) -> Iterator[Mismatch]:
    best, worst = (expected[0], expected[-1]) if isinstance(expected, tuple) else (expected, expected)
    wanted = Interval(best, worst)
    if wanted != found:
        yield Mismatch(path, shown(wanted), shown(found))


def _word(path: Path, expected: str, found: str) -> Iterator[Mismatch]:
    if expected != found:
        yield Mismatch(path, expected, found)


def shown(interval: Interval) -> str:
    """An interval as a scenario writes it."""
    return interval.worst if interval.best == interval.worst else f"[{interval.best}, {interval.worst}]"
