"""The threshold analysis: which questions it needs, what it says, and what it then asks for."""

from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.condition import Condition, questions_in
from tsukuba_pia.model.questionnaire import AskedQuestion, DecisionRule, Questionnaire
from tsukuba_pia.model.result import DecisionResult, ScoreResult

ROLE = "threshold"
NO_ASSESSMENT, BRIEF, FULL = "none", "brief", "full"


def threshold_questions(questionnaire: Questionnaire) -> tuple[str, ...]:
    """What must be answered to know whether an assessment is needed, and what decides if that is asked."""
    rule = questionnaire.role(ROLE)
    return _with_what_they_need(questionnaire, _read_by(rule)) if rule else ()


def threshold_of(result: ScoreResult) -> DecisionResult | None:
    """What the threshold analysis says; its heaviest outcome counts."""
    return next((one for one in result.decisions.values() if one.role == ROLE), None)


def scope_of(
    questionnaire: Questionnaire, result: ScoreResult, assessment: Assessment | None = None
) -> tuple[str, ...]:
    """The questions that this assessment has to answer, in order: all, those of a brief one, or the threshold's alone.

    What has been answered already stays in view.
    """
    found = threshold_of(result)
    outcome = found.outcome.worst if found else FULL
    if outcome not in (NO_ASSESSMENT, BRIEF):
        return tuple(questionnaire.questions)
    wanted = set(threshold_questions(questionnaire)) | set(assessment.answers if assessment else ())
    if outcome == BRIEF:
        wanted |= {name for name, asked in questionnaire.questions.items() if asked.question.brief}
        lines = [rule.red_line.crossed_when for rule in questionnaire.red_lines.values()]
        wanted |= set(_with_what_they_need(questionnaire, [name for line in lines for name in questions_in(line)]))
    return tuple(name for name in questionnaire.questions if name in wanted)


def _read_by(rule: DecisionRule) -> list[str]:
    conditions = [rule.decision.applies_when, *(row.when for row in rule.steps.rows)]
    return [name for condition in conditions for name in questions_in(condition)]


def _with_what_they_need(questionnaire: Questionnaire, names: list[str]) -> tuple[str, ...]:
    """These questions and those that decide whether they are asked, in order."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found or name not in questionnaire.questions:
            continue
        found.add(name)
        waiting += [read for one in _gates(questionnaire.questions[name]) for read in questions_in(one)]
    return tuple(name for name in questionnaire.questions if name in found)


def _gates(asked: AskedQuestion) -> tuple[Condition | None, Condition | None]:
    return asked.section.ask_when, asked.question.ask_when
