"""Whole sections that the public may not read: what that means for each answer and each person in them."""

from collections.abc import Iterable
from dataclasses import replace

from tsukuba_pia.model.assessment import Answer, Assessment, Withheld
from tsukuba_pia.model.questionnaire import Questionnaire

TEAM, CONSULTATIONS = "team", "consultations"
OF_THE_FILE = (TEAM, CONSULTATIONS)  # sections of an assessment that may be withheld; of a bank, every one may
UNKNOWN = (None, "unknown")


def sections_of(questionnaire: Questionnaire) -> Iterable[str]:
    """The ids of all sections of the banks."""
    return (section.id for bank in questionnaire.banks for section in bank.sections)


def spread(questionnaire: Questionnaire, assessment: Assessment) -> Assessment:
    """The assessment with what is withheld by section said at each answer and each person, as a reader may take it.

    That something is not known is told in a withheld section too; what was noted about it is not.
    """
    if not assessment.withheld:
        return assessment
    answers = {name: _spread(questionnaire, assessment, name, one) for name, one in assessment.answers.items()}
    team, whole = assessment.team, assessment.withheld.get(TEAM)
    if whole is not None:
        team = tuple(one if one.withheld else replace(one, withheld=whole) for one in team)
    return replace(assessment, answers=answers, team=team)


def _spread(questionnaire: Questionnaire, assessment: Assessment, name: str, answer: Answer) -> Answer:
    asked = questionnaire.questions.get(name)
    whole = assessment.withheld.get(asked.section.id) if asked is not None else None
    return answer if whole is None or answer.hidden else replace(answer, withheld=_how(whole, answer))


def _how(whole: Withheld, answer: Answer) -> Withheld:
    return replace(whole, of=("note", "evidence") if answer.answer in UNKNOWN else ())
