"""Every way to answer, written down blindly: what the search and the ranking are held to."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product
from math import prod
from typing import Any

from tests.score.random_banks import METHOD
from tsukuba_pia.model.assessment import Answer, AnswerValue, Assessment
from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import NONE, ScoreResult
from tsukuba_pia.score.engine import score

Plain = dict[str, Any]
ORDER = (NONE, *METHOD["levels"])
DAY = "2027-01-01"
PROOF = {
    "owner": "Abe",
    "due": DAY,
    "evidence": ("e",),
    "verified_by": "Ito",
    "verified_on": "2027-01-02",
    "method": "m",
}


def rank(level: str) -> int:
    """The place of a level."""
    return ORDER.index(level)


def every_answer(question: Question) -> list[Answer]:
    """All that a person can say, choices in every combination, numbers at and around every bound."""
    values: list[AnswerValue] = list(question.answers)
    if question.type == "choices":
        alone = {one.id for one in question.options if one.exclusive}
        sets = (some for size in range(len(values) + 1) for some in combinations(question.answers, size))
        values = [some for some in sets if len(some) < 2 or not alone & set(some)]
    if question.type == "number":
        values = [Decimal(half) / 2 for half in range(-1, 23)]
    if question.type == "date":
        values = [f"2027-0{month}-{day:02}" for month in (1, 2) for day in range(1, 29)]
    if question.type == "text":
        values = ["t"]
    answers = [Answer(one, **(PROOF if question.type == "safeguard" else {})) for one in values]  # type: ignore[arg-type]
    return answers + ([Answer("not_applicable", by="Abe", agreed_by="Ito")] if question.may_not_apply else [])


def answered(assessment: Assessment, answers: Mapping[str, Answer]) -> Assessment:
    """The assessment with these answers instead."""
    return replace(assessment, answers={**assessment.answers, **answers})


def completions(questionnaire: Questionnaire, names: tuple[str, ...], limit: int) -> list[dict[str, Answer]] | None:
    """Every completion of these questions; None where there are too many to try."""
    answers = [every_answer(questionnaire.questions[name].question) for name in names]
    if prod(map(len, answers)) > limit:
        return None
    return [dict(zip(names, some, strict=True)) for some in product(*answers)]


def results(questionnaire: Questionnaire, assessment: Assessment, limit: int = 400) -> Iterator[ScoreResult] | None:
    """The score of every completion."""
    opens = score(questionnaire, assessment, DAY).open_questions
    every = completions(questionnaire, opens, limit)
    return None if every is None else (score(questionnaire, answered(assessment, one), DAY) for one in every)


def is_acceptable(questionnaire: Questionnaire, result: ScoreResult, moment: str) -> bool:
    """As the approval gate says it: somebody may accept the worst level, and every red line is clear."""
    level = getattr(result, moment).worst
    somebody = level == NONE or questionnaire.method.acceptance[level] != "nobody"
    return somebody and all(line.state == "clear" for line in result.red_lines.values())


def is_failed(questionnaire: Questionnaire, result: ScoreResult) -> bool:
    """Nobody may accept the worst level, or a red line is crossed."""
    level = result.current.worst
    nobody = level != NONE and questionnaire.method.acceptance[level] == "nobody"
    return nobody or any(line.state == "crossed" for line in result.red_lines.values())
