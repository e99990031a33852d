"""Lays sector banks on core and a city's tighter method on core's."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.bank import Bank, Ladder, Method, Row
from tsukuba_pia.model.profile import TighterMethod
from tsukuba_pia.model.questionnaire import (
    AskedQuestion,
    DecisionRule,
    Place,
    Questionnaire,
    RedLineRule,
    RiskRule,
    Step,
    Steps,
)
from tsukuba_pia.model.sign_off import NOBODY, POSTS
from tsukuba_pia.model.vocabulary import References, Vocabulary

ACCEPTORS = (*POSTS, NOBODY)
STEPS = ("implemented_lowers_at_most", "verified_lowers_at_most", "likelihood_steps", "severity_steps")


def compose(banks: Sequence[Bank], vocabulary: Vocabulary, references: References) -> Questionnaire:
    """Banks laid together, core first. Their references to each other have been checked."""
    method = next(bank.method for bank in banks if bank.method is not None)
    return Questionnaire(
        banks=tuple(banks),
        method=method,
        questions=_questions(banks),
        risks=_risks(banks),
        red_lines={
            line.id: RedLineRule(line, Place(bank.bank, ("red_lines", number)))
            for bank in banks
            for number, line in enumerate(bank.red_lines)
        },
        decisions=_decisions(banks),
        vocabulary=_with_own_terms(banks, vocabulary),
        references=_with_own_law(banks, references),
        files={},
    )


def _with_own_law(banks: Sequence[Bank], references: References) -> References:
    own = tuple(item for bank in banks for item in bank.references)
    return replace(references, items=references.items + own)


def _with_own_terms(banks: Sequence[Bank], vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary and what banks bring of their own; a list that it does not have is the rules' to tell."""
    lists = {field.name for field in fields(vocabulary)}
    own: dict[str, Any] = {}
    for bank in banks:
        for name, terms in (bank.vocabulary or {}).items():
            if name in lists:
                own[name] = own.get(name, getattr(vocabulary, name)) + terms
    return replace(vocabulary, **own)


def _questions(banks: Sequence[Bank]) -> dict[str, AskedQuestion]:
    required = {one.question for bank in banks for one in bank.tightens if one.question and one.required}
    return {
        question.id: AskedQuestion(
            question,
            section,
            question.required or question.id in required,
            Place(bank.bank, ("sections", section_number, "questions", number)),
        )
        for bank in banks
        for section_number, section in enumerate(bank.sections)
        for number, question in enumerate(section.questions)
    }


def _risks(banks: Sequence[Bank]) -> dict[str, RiskRule]:
    rules: dict[str, RiskRule] = {}
    for bank in banks:
        for number, risk in enumerate(bank.risks):
            place = Place(bank.bank, ("risks", number))
            safeguards = tuple(
                (use, Place(bank.bank, (*place.path, "safeguards", order))) for order, use in enumerate(risk.safeguards)
            )
            severity = _steps(risk.severity, bank.bank, (*place.path, "severity"))
            likelihood = _steps(risk.likelihood, bank.bank, (*place.path, "likelihood"))
            rules[risk.id] = RiskRule(risk, severity, likelihood, safeguards, place)
    for bank in banks:
        for number, more in enumerate(bank.tightens):
            if more.risk in rules:
                rule, path = rules[more.risk], ("tightens", number)
                severity = _more(rule.severity, more.severity, bank.bank, (*path, "severity"))
                likelihood = _more(rule.likelihood, more.likelihood, bank.bank, (*path, "likelihood"))
                rules[more.risk] = replace(rule, severity=severity, likelihood=likelihood)
    return rules


def _steps(ladder: Ladder, bank: str, path: Path) -> Steps:
    return Steps(ladder.base, _rows(ladder.rows, bank, (*path, "rows")), Place(bank, path))


def _more(steps: Steps, rows: tuple[Row, ...], bank: str, path: Path) -> Steps:
    return replace(steps, rows=steps.rows + _rows(rows, bank, path))


def _rows(rows: tuple[Row, ...], bank: str, path: Path) -> tuple[Step, ...]:
    return tuple(
        Step(row.level, row.when, row.because, row.for_, row.refs, Place(bank, (*path, number)))
        for number, row in enumerate(rows)
    )


def _decisions(banks: Sequence[Bank]) -> dict[str, DecisionRule]:
    rules: dict[str, DecisionRule] = {}
    for bank in banks:
        for number, decision in enumerate(bank.decisions):
            path = ("decisions", number)
            rows = tuple(
                Step(row.outcome, row.when, row.because, None, row.refs, Place(bank.bank, (*path, "rows", order)))
                for order, row in enumerate(decision.rows)
            )
            steps = Steps(decision.base, rows, Place(bank.bank, path))
            rules[decision.id] = DecisionRule(decision, steps, Place(bank.bank, path))
    return rules


def tighten(questionnaire: Questionnaire, tighter: TighterMethod | None) -> Questionnaire:
    """The questionnaire under a city's stricter method; each cell and step takes the stricter of the two."""
    if tighter is None:
        return questionnaire
    method = questionnaire.method
    rules = method.safeguards
    lower = {name: min(getattr(rules, name), asked) for name in STEPS if (asked := getattr(tighter, name)) is not None}
    stricter = replace(
        method,
        matrix=_stricter_matrix(method, tighter),
        safeguards=replace(rules, **lower),
        acceptance=_stricter_acceptance(method, tighter),
    )
    return replace(questionnaire, method=stricter, modified_method=stricter != method)


def misfits(method: Method, tighter: TighterMethod | None) -> Iterator[tuple[Path, str, str]]:
    """What of a city's stricter method does not fit the method: where, which words say so, and the word meant."""
    if tighter is None:
        return
    levels = [level.id for level in method.levels]
    yield from _misfit_acceptance(tighter.acceptance or {}, levels)
    for severity, cells in (tighter.matrix or {}).items():
        if severity not in method.matrix:
            yield ("matrix", severity), "@method_row_unknown", severity
        if len(cells) != len(method.likelihood):
            yield ("matrix", severity), "@method_row_length", severity
        for column, cell in enumerate(cells):
            if cell not in levels:
                yield ("matrix", severity, column), "@method_level_unknown", cell
    for name in STEPS:
        if (getattr(tighter, name) or 0) < 0:
            yield (name,), "@method_steps", ""


def _misfit_acceptance(acceptance: Mapping[str, str], levels: Sequence[str]) -> Iterator[tuple[Path, str, str]]:
    for level, post in acceptance.items():
        if level not in levels:
            yield ("acceptance", level), "@method_level_unknown", level
        if post not in ACCEPTORS:
            yield ("acceptance", level), "@method_post_unknown", post


def falls(method: Method) -> Iterator[tuple[Path, str, str]]:
    """What of a method that was made stricter falls where the risk grows: a row, or a safeguard once it is verified."""
    ranks = {level.id: rank for rank, level in enumerate(method.levels)}
    rows = [[ranks[cell] for cell in method.matrix[grade.id]] for grade in method.severity]
    for grade, row, below in zip(method.severity, rows, [rows[0], *rows], strict=False):
        if row != sorted(row) or any(one < other for one, other in zip(row, below, strict=True)):
            yield ("matrix", grade.id), "@method_falls", grade.id
    if method.safeguards.verified_lowers_at_most < method.safeguards.implemented_lowers_at_most:
        yield ("verified_lowers_at_most",), "@method_steps", ""


def _stricter_acceptance(method: Method, tighter: TighterMethod) -> dict[str, str]:
    """Of two posts the higher one; nobody is above all, and a word that is no post below."""
    ranks = {post: rank for rank, post in enumerate(ACCEPTORS)}
    asked = tighter.acceptance or {}
    return {
        level: max(post, asked.get(level, post), key=lambda one: ranks.get(one, -1))
        for level, post in method.acceptance.items()
    }


def _stricter_matrix(method: Method, tighter: TighterMethod) -> dict[str, tuple[str, ...]]:
    order = [level.id for level in method.levels]
    asked = tighter.matrix or {}
    return {
        severity: tuple(
            max(cell, asked[severity][column], key=order.index) if severity in asked else cell
            for column, cell in enumerate(cells)
        )
        for severity, cells in method.matrix.items()
    }
