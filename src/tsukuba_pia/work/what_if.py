"""What would come of other answers: tried on a copy, never written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tsukuba_pia.lint.meant import meant
from tsukuba_pia.model.assessment import Answer, AnswerValue
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, Question
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.problems import Problem
from tsukuba_pia.score.asked import NO_ANSWER, fits
from tsukuba_pia.score.completed import completed, day_of_proof
from tsukuba_pia.score.engine import score
from tsukuba_pia.work.answers import said
from tsukuba_pia.work.opening import Opened


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The score as it is and as it would be."""

    answers: Mapping[str, Answer]  # the other answers
    before: ScoreResult
    after: ScoreResult

    @property
    def moved_risks(self) -> tuple[str, ...]:
        """The risks whose level would be another, now or when all is done."""
        return tuple(
            name for name, risk in self.before.risks.items()
            if (risk.current, risk.target) != (self.after.risks[name].current, self.after.risks[name].target)
        )  # fmt: skip

    @property
    def moved_red_lines(self) -> tuple[str, ...]:
        """The red lines whose state would be another."""
        after = self.after.red_lines
        return tuple(name for name, line in self.before.red_lines.items() if line.state != after[name].state)

    @property
    def moved_decisions(self) -> tuple[str, ...]:
        """The decisions whose outcome would be another."""
        after = self.after.decisions
        return tuple(name for name, one in self.before.decisions.items() if one.outcome != after[name].outcome)


def what_if(opened: Opened, wanted: Iterable[str]) -> WhatIf:
    """Score an assessment with other answers, each `question=answer`.

    A safeguard counts with what its state asks for: evidence, an owner, another person who verified it. What does not
    apply counts as agreed.

    Raises:
        Problem: a wish has another form, names no question, or its answer is none that the question can have.

    """
    assert opened.questionnaire is not None  # noqa: S101 - the caller asked `usable`
    assert opened.assessment is not None  # noqa: S101
    questions = {name: asked.question for name, asked in opened.questionnaire.questions.items()}
    answers = dict(_answers(opened, one, questions) for one in wanted)
    assessment = replace(opened.assessment, answers={**opened.assessment.answers, **answers})
    missing = opened.loaded.missing_evidence
    return WhatIf(answers, opened.score(), score(opened.questionnaire, assessment, opened.as_of, missing))


def _answers(opened: Opened, wish: str, questions: Mapping[str, Question]) -> tuple[str, Answer]:
    assert opened.questionnaire is not None  # noqa: S101 - the caller asked `usable`
    name, equals, text = wish.partition("=")
    name = name.strip()
    if not equals:
        raise Problem("what_if_form", found=wish)
    question = questions.get(name)
    if question is None:
        raise Problem("what_if_question", question=name, near=meant(name, questions))
    value = said(question, text)
    if value not in (None, UNKNOWN) and not _possible(question, value):
        known = ", ".join(question.answers) or question.type
        raise Problem("what_if_answer", question=name, found=text, known=known)
    assert opened.assessment is not None  # noqa: S101 - the caller asked `usable`
    if value in (None, UNKNOWN):
        return name, Answer(answer=value)
    old = opened.assessment.answers.get(name, NO_ANSWER)
    day = day_of_proof(opened.assessment, opened.as_of, frozenset(opened.questionnaire.risks))
    return name, completed(question, old, value, day, opened.loaded.missing_evidence)


def _possible(question: Question, value: AnswerValue) -> bool:
    return question.may_not_apply if value == NOT_APPLICABLE else fits(question, value)
