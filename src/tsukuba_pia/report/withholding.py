"""Which texts of an assessment the public may not read, and the assessment with something else in their place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from tsukuba_pia.model.assessment import Answer, Assessment, Member, Withheld
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult

INSTEAD = "〓"  # what printers set where a character was missing
VENDOR = "vendor"  # who answered: a word of the format, no name
TEXTS = ("note", "by", "confirmed_by", "asking", "agreed_by", "owner", "evidence", "verified_by", "method")
OF_A_MEMBER = ("name", "post", "organisation", "interest", "conflict")
OF_WITHHOLDING = ("exemption", "approved_by")

Part = TypeVar("Part", Answer, Member)


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that the public may not read, and where it stands in the assessment."""

    place: tuple[str | int, ...]
    text: str
    person: bool = False  # the name of somebody who is withheld: it may stand in no other field either


def secrets_of(questionnaire: Questionnaire, assessment: Assessment) -> tuple[Secret, ...]:
    """All texts that are withheld, as they were typed. What was chosen from a list is no text."""
    found = list[Secret]()
    for name, answer in assessment.answers.items():
        if answer.withheld is not None:
            found += _texts_of(("answers", name), answer, _fields_of(questionnaire, name))
            found += _texts_of(("answers", name, "withheld"), answer.withheld, OF_WITHHOLDING)
    for number, member in enumerate(assessment.team):
        if member.withheld is not None:
            found += _texts_of(("team", number), member, OF_A_MEMBER)
            found += _texts_of(("team", number, "withheld"), member.withheld, OF_WITHHOLDING)
    return tuple(found)


def without_secrets(
    questionnaire: Questionnaire, assessment: Assessment, result: ScoreResult
) -> tuple[Assessment, ScoreResult]:
    """The assessment and its score as they would be, had each withheld text been another one."""
    answers = {name: _masked(one, _fields_of(questionnaire, name)) for name, one in assessment.answers.items()}
    team = tuple(_masked(one, OF_A_MEMBER) for one in assessment.team)
    changed = {name for name, one in answers.items() if one.answer != assessment.answers[name].answer}
    standings = {
        name: one._replace(value=INSTEAD) if name in changed and isinstance(one.value, str) else one
        for name, one in result.standings.items()
    }
    return replace(assessment, answers=answers, team=team), replace(result, standings=standings)


def _fields_of(questionnaire: Questionnaire, question: str) -> tuple[str, ...]:
    """The fields of an answer that hold words; the answer itself, where it was not chosen from a list."""
    asked = questionnaire.questions.get(question)
    return ("answer", *TEXTS) if asked is not None and asked.question.type == "text" else TEXTS


def _texts_of(place: tuple[str | int, ...], value: object, names: tuple[str, ...]) -> Iterator[Secret]:
    for name in names:
        for rest, text in _strings(getattr(value, name)):
            if text.strip() and not _reserved(text):
                yield Secret((*place, name, *rest), text, person=name == "name")


def _strings(value: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, Mapping):
        yield from (((language,), text) for language, text in value.items())
    elif isinstance(value, tuple):
        yield from (((number,), text) for number, text in enumerate(value))


def _masked(one: Part, names: tuple[str, ...]) -> Part:
    if one.withheld is None:
        return one
    withheld = replace(one.withheld, **_instead(one.withheld, OF_WITHHOLDING))
    return replace(one, **_instead(one, names), withheld=withheld)


def _instead(one: Answer | Member | Withheld, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _other(getattr(one, name)) for name in names}


def _other(value: Any) -> Any:  # noqa: ANN401 - a text in one of its shapes
    if isinstance(value, str):
        return value if not value.strip() or _reserved(value) else INSTEAD
    if isinstance(value, Mapping):
        return dict.fromkeys(value, INSTEAD)
    return (INSTEAD,) * len(value) if isinstance(value, tuple) else value


def _reserved(text: str) -> bool:
    """Whether it is a word of the format: an open answer, one that does not apply, a vendor."""
    return text in ("unknown", "not_applicable", VENDOR)
