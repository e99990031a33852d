"""Which texts of an assessment the public may not read, and the assessment with something else in their place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from tsukuba_pia.model.assessment import WITHHOLDS, Answer, Assessment, Member, Withheld
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult

INSTEAD = "〓{}"  # what printers set where a character was missing
RESERVED = ("unknown", "not_applicable", "vendor")  # words of the format: an open answer, who answered
TEXTS = ("note", "by", "confirmed_by", "asking", "agreed_by", "owner", "evidence", "verified_by", "method")
OF_A_MEMBER = ("name", "post", "organisation", "interest", "conflict")
OF_WITHHOLDING = ("exemption", "approved_by")
PROSE = ("answer", "note", "method", "interest", "conflict")  # all others name somebody, or a file
SENTENCE = 12  # letters of prose that nobody else writes by chance
FULL_NAME = 3

Part = TypeVar("Part", Answer, Member)


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that the public may not read, and where it stands in the assessment."""

    place: tuple[str | int, ...]
    text: str
    nowhere: int = 0  # from so many letters on it may not stand in another field either; 0: it may


def secrets_of(questionnaire: Questionnaire, assessment: Assessment) -> tuple[Secret, ...]:
    """All texts that are withheld, as they were typed. What was chosen from a list is no text."""
    found = list[Secret]()
    for name, answer in assessment.answers.items():
        if answer.withheld is not None:
            found += _texts_of(("answers", name), answer, _fields_of(questionnaire, name, answer))
            found += _texts_of(("answers", name, "withheld"), answer.withheld, OF_WITHHOLDING)
    for number, member in enumerate(assessment.team):
        if member.withheld is not None:
            found += _texts_of(("team", number), member, OF_A_MEMBER)
            found += _texts_of(("team", number, "withheld"), member.withheld, OF_WITHHOLDING)
    return tuple(found)


def without_secrets(
    questionnaire: Questionnaire, assessment: Assessment, result: ScoreResult
) -> tuple[Assessment, ScoreResult]:
    """The assessment and its score as they would be, had each withheld text been another one.

    Who is one person stays one person, so nothing that is worked out changes.
    """
    others = _Others()
    answers = {name: others.of(one, _fields_of(questionnaire, name, one)) for name, one in assessment.answers.items()}
    team = tuple(others.of(one, OF_A_MEMBER) for one in assessment.team)
    standings = dict(result.standings)
    for name, one in answers.items():
        if one.answer != assessment.answers[name].answer and isinstance(standings[name].value, str):
            standings[name] = standings[name]._replace(value=str(one.answer))
    return replace(assessment, answers=answers, team=team), replace(result, standings=standings)


def _fields_of(questionnaire: Questionnaire, question: str, given: Answer) -> tuple[str, ...]:
    """The withheld fields of an answer that hold words; the answer itself, where it was not chosen from a list."""
    if given.withheld is not None and given.withheld.of:
        return tuple(name for part in given.withheld.of for name in WITHHOLDS[part])
    asked = questionnaire.questions.get(question)
    return ("answer", *TEXTS) if asked is not None and asked.question.type == "text" else TEXTS


def _texts_of(place: tuple[str | int, ...], value: object, names: tuple[str, ...]) -> Iterator[Secret]:
    for name in names:
        nowhere = FULL_NAME if name == "name" else SENTENCE if name in PROSE else 0
        for rest, text in _strings(getattr(value, name)):
            if text.strip() and text not in RESERVED:
                yield Secret((*place, name, *rest), text, nowhere)


def _strings(value: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, Mapping):
        yield from (((language,), text) for language, text in value.items())
    elif isinstance(value, tuple):
        yield from (((number,), text) for number, text in enumerate(value))


class _Others:
    """Gives each text another one, and the same text the same."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, one: Part, names: tuple[str, ...]) -> Part:
        """An answer or a person, with other texts where it is withheld."""
        if one.withheld is None:
            return one
        withheld = replace(one.withheld, **self._fields(one.withheld, OF_WITHHOLDING))
        return replace(one, **self._fields(one, names), withheld=withheld)

    def _fields(self, one: Answer | Member | Withheld, names: tuple[str, ...]) -> dict[str, Any]:
        return {name: self._other(getattr(one, name)) for name in names}

    def _other(self, value: Any) -> Any:  # noqa: ANN401 - a text in one of its shapes
        if isinstance(value, str):
            blank = not value.strip() or value in RESERVED
            key = "".join(value.split()).casefold()
            return value if blank else self._known.setdefault(key, INSTEAD.format(len(self._known)))
        if isinstance(value, Mapping):
            return {language: self._other(text) for language, text in value.items()}
        return tuple(self._other(text) for text in value) if isinstance(value, tuple) else value
