"""What was unknown once and is answered now, with nothing that shows it."""

from collections.abc import Iterable
from dataclasses import replace

from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.bank import UNKNOWN
from tsukuba_pia.model.result import AnswerState, ScoreResult
from tsukuba_pia.score.engine import score


def no_longer_unknown(context: AssessmentContext) -> dict[str, tuple[Counted, str]]:
    """The answers without evidence that were unknown before, by question, and when that was."""
    found = ((one, _unknown_when(one.id, context)) for one in context.counted)
    return {one.id: (one, when) for one, when in found if when and _unshown(one, context)}


def as_unknown(context: AssessmentContext, questions: Iterable[str]) -> ScoreResult:
    """The score as it would be if some questions were still unknown."""
    answers = {**context.assessment.answers, **dict.fromkeys(questions, Answer(UNKNOWN))}
    still = replace(context.assessment, answers=answers)
    return score(context.questionnaire, still, context.as_of, context.missing_evidence)


def _unknown_when(question: str, context: AssessmentContext) -> str:
    """At the last sign-off, or at the revision that the assessment is held to."""
    before = {"@then_signed": context.earlier[-1] if context.earlier else None}
    before["@then_revision"] = context.then.assessment if context.then is not None else None
    told = {when: one.answers.get(question) for when, one in before.items() if one is not None}
    return next((when for when, was in told.items() if was is not None and was.answer == UNKNOWN), "")


def _unshown(one: Counted, context: AssessmentContext) -> bool:
    return one.standing.state is AnswerState.ANSWERED and set(one.answer.evidence) <= context.missing_evidence
