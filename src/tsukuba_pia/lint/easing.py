"""What was unknown once and is answered now, with nothing that shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.bank import UNKNOWN
from tsukuba_pia.model.result import AnswerState, ScoreResult
from tsukuba_pia.score.engine import score

When = Mapping[str, str]  # words of a message: at a sign-off, or at which revision


def no_longer_unknown(context: AssessmentContext) -> dict[str, tuple[Counted, When]]:
    """The answers without evidence that were unknown before, by question, and when that was."""
    found = ((one, _unknown_when(one.id, context)) for one in context.counted)
    return {one.id: (one, when) for one, when in found if when is not None and _unshown(one, context)}


def as_unknown(context: AssessmentContext, questions: Iterable[str]) -> ScoreResult:
    """The score as it would be if some questions were still unknown."""
    answers = {**context.assessment.answers, **dict.fromkeys(questions, Answer(UNKNOWN))}
    still = replace(context.assessment, answers=answers)
    return score(context.questionnaire, still, context.as_of, context.missing_evidence)


def _unknown_when(question: str, context: AssessmentContext) -> When | None:
    """At the last sign-off, or at the revision that the assessment is held to."""
    before = [({"when": "@then_signed", "revision": ""}, one) for one in context.earlier[-1:]]
    if (then := context.then) is not None:
        before.append(({"when": "@then_revision", "revision": then.revision}, then.assessment))
    told = ((when, one.answers.get(question)) for when, one in before)
    return next((when for when, was in told if was is not None and was.answer == UNKNOWN), None)


def _unshown(one: Counted, context: AssessmentContext) -> bool:
    return one.standing.state is AnswerState.ANSWERED and set(one.answer.evidence) <= context.missing_evidence
