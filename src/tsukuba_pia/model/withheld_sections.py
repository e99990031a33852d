"""What withholding comes to at each answer and each person: whole sections, and what is always told (formats.md §7)."""

from collections.abc import Iterable
from dataclasses import replace

from tsukuba_pia.model.assessment import Answer, Assessment
from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.questionnaire import Questionnaire

TEAM, CONSULTATIONS = "team", "consultations"
OF_THE_FILE = (TEAM, CONSULTATIONS)  # sections of an assessment that may be withheld; of a bank, every one may
UNKNOWN = (None, "unknown")
# By the stage and the principle at which a bank puts its question: the purpose, what data there is, who receives it,
# how long it is kept, what happens to those who decline. Answers in words of one's own may hold a secret beside it.
ALWAYS_TOLD = frozenset(
    {
        ("govern", "purpose-legitimacy"),
        ("collect", "data-minimization"),
        ("share", "use-retention-disclosure-limitation"),
        ("retain", "use-retention-disclosure-limitation"),
        ("collect", "consent-choice"),
    }
)
CHOSEN = ("choice", "choices", "yes_no", "number")


def is_always_told(question: Question) -> bool:
    """Whether the answer itself is what nobody can judge a service without; what is noted beside it may be withheld."""
    return (question.stage, question.principle) in ALWAYS_TOLD and question.type in CHOSEN


def sections_of(questionnaire: Questionnaire) -> Iterable[str]:
    """The ids of all sections of the banks."""
    return (section.id for bank in questionnaire.banks for section in bank.sections)


def spread(questionnaire: Questionnaire, assessment: Assessment) -> Assessment:
    """The assessment with what is withheld said at each answer and each person, as a reader may take it.

    That something is not known is told in a withheld section too, and so is what is always told, wherever it is said
    to be withheld; what was noted about it is not.
    """
    if not assessment.withheld and not any(one.hidden for one in assessment.answers.values()):
        return assessment
    answers = {name: _spread(questionnaire, assessment, name, one) for name, one in assessment.answers.items()}
    team, whole = assessment.team, assessment.withheld.get(TEAM)
    if whole is not None:
        team = tuple(one if one.withheld else replace(one, withheld=whole) for one in team)
    return replace(assessment, answers=answers, team=team)


def _spread(questionnaire: Questionnaire, assessment: Assessment, name: str, answer: Answer) -> Answer:
    asked = questionnaire.questions.get(name)
    if asked is None:
        return answer
    whole = answer.withheld if answer.hidden else assessment.withheld.get(asked.section.id)
    if whole is None:
        return answer
    shown = is_always_told(asked.question) or (answer.answer in UNKNOWN and not answer.hidden)
    return replace(answer, withheld=replace(whole, of=("note", "evidence") if shown else ()))
