"""Which texts of an assessment the public may not read, and the assessment with something else in their place."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from tsukuba_pia.model.assessment import WITHHOLDS, Answer, Assessment, Consultation, Member, Withheld
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.model.text import Text
from tsukuba_pia.model.withheld_sections import CONSULTATIONS, spread

INSTEAD = "〓{}"  # what printers set where a character was missing
RESERVED = ("unknown", "not_applicable", "vendor")  # words of the format: an open answer, who answered
TEXTS = ("note", "by", "confirmed_by", "asking", "agreed_by", "owner", "evidence", "verified_by", "method")
OF_A_MEMBER = ("name", "post", "organisation", "interest", "conflict")
OF_A_CONSULTATION = ("who", "how", "shorter", "said", "done", "because")
OF_WITHHOLDING = ("exemption", "approved_by")
PROSE = ("answer", "note", "method", "interest", "conflict", "said", "done", "because")  # others are names
SENTENCE = 12  # letters of prose that nobody else writes by chance
FULL_NAME = 3  # letters; two where they are no Latin ones: 森 茜

Part = TypeVar("Part", Answer, Member)
# Texts of decisions, by the number of each and the place in it, that say what is withheld: they are signed, and stay as
# they are.
Unsaid = Mapping[tuple[str | int, ...], Withheld]


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that the public may not read, and where it stands in the assessment."""

    place: tuple[str | int, ...]
    text: str
    nowhere: int = 0  # from so many letters on it may not stand in another field either; 0: it may


def secrets_of(questionnaire: Questionnaire, assessment: Assessment) -> tuple[Secret, ...]:
    """All texts that are withheld, as they were typed. What was chosen from a list is no text."""
    assessment, found = spread(questionnaire, assessment), list[Secret]()
    if CONSULTATIONS in assessment.withheld:
        for number, heard in enumerate(assessment.consultations):
            found += _texts_of((CONSULTATIONS, number), heard, OF_A_CONSULTATION)
    for name, section in assessment.withheld.items():
        found += _texts_of(("withheld", name), section, OF_WITHHOLDING)
    for name, answer in assessment.answers.items():
        if answer.withheld is not None:
            found += _texts_of(("answers", name), answer, _fields_of(questionnaire, name, answer))
            found += _texts_of(("answers", name, "withheld"), answer.withheld, OF_WITHHOLDING)
    for number, member in enumerate(assessment.team):
        if member.withheld is not None:
            found += _texts_of(("team", number), member, OF_A_MEMBER)
            found += _texts_of(("team", number, "withheld"), member.withheld, OF_WITHHOLDING)
    return tuple(found)


def why_withheld(questionnaire: Questionnaire, assessment: Assessment, place: tuple[str | int, ...]) -> Withheld:
    """How the text at a place is withheld, alone or with its section. `place`: of a secret."""
    first, second = place[0], place[1]
    shown, sections = spread(questionnaire, assessment), assessment.withheld
    if first == "answers":
        found = shown.answers[str(second)].withheld
    elif first == "team":
        found = shown.team[int(second)].withheld
    else:
        found = sections[CONSULTATIONS if first == CONSULTATIONS else str(second)]
    assert found is not None  # noqa: S101 - a secret stands there
    return replace(found, of=())


def without_secrets(
    questionnaire: Questionnaire, assessment: Assessment, result: ScoreResult
) -> tuple[Assessment, ScoreResult]:
    """The assessment and its score as they would be, had each withheld text been another one.

    Who is one person stays one person, so nothing that is worked out changes.
    """
    others, assessment = _Others(), spread(questionnaire, assessment)
    heard = assessment.consultations
    if CONSULTATIONS in assessment.withheld:
        heard = tuple(others.heard(one) for one in heard)
    answers = {name: others.of(one, _fields_of(questionnaire, name, one)) for name, one in assessment.answers.items()}
    team = tuple(others.of(one, OF_A_MEMBER) for one in assessment.team)
    standings = dict(result.standings)
    for name, one in answers.items():
        if one.answer != assessment.answers[name].answer and isinstance(standings[name].value, str):
            standings[name] = standings[name]._replace(value=str(one.answer))
    changed = replace(assessment, answers=answers, team=team, consultations=heard)
    return changed, replace(result, standings=standings)


def closed(questionnaire: Questionnaire, assessment: Assessment, say: Callable[[Withheld], Text]) -> Assessment:
    """The assessment as the public may see it: in place of a section that is withheld stands why."""
    shown = spread(questionnaire, assessment)
    why = shown.withheld.get(CONSULTATIONS)
    if why is None or not shown.consultations:
        return shown
    return replace(shown, consultations=(Consultation("withheld", say(why)),))


def _fields_of(questionnaire: Questionnaire, question: str, given: Answer) -> tuple[str, ...]:
    """The withheld fields of an answer that hold words; the answer itself, where it was not chosen from a list."""
    if given.withheld is not None and given.withheld.of:
        return tuple(name for part in given.withheld.of for name in WITHHOLDS[part])
    asked = questionnaire.questions.get(question)
    return ("answer", *TEXTS) if asked is not None and asked.question.type == "text" else TEXTS


def _texts_of(place: tuple[str | int, ...], value: object, names: tuple[str, ...]) -> Iterator[Secret]:
    for name in names:
        for rest, text in _strings(getattr(value, name)):
            yield from forms_of((*place, name, *rest), name, text)


def forms_of(place: tuple[str | int, ...], name: str, text: str) -> Iterator[Secret]:
    """A withheld text in the forms in which it is sought. `name`: of its field."""
    if text.strip() and text not in RESERVED:
        for form in _orders(text) if name == "name" else (text,):
            yield Secret(place, form, _long_enough(name, text))


def _orders(name: str) -> tuple[str, ...]:
    """A name as it is, and where it is in Latin letters, also with the family's name first, or last."""
    words = name.split()
    latin = len(words) > 1 and all(unicodedata.name(one[0], "").startswith("LATIN") for one in words)
    orders = (words, [words[-1], *words[:-1]], [*words[1:], words[0]]) if latin else (words,)
    return tuple(dict.fromkeys(" ".join(one) for one in orders))


def _long_enough(name: str, text: str) -> int:
    if name == "name":
        return FULL_NAME if text.isascii() else FULL_NAME - 1
    return SENTENCE if name in PROSE else 0


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

    def heard(self, one: Consultation) -> Consultation:
        """What somebody said, in other words."""
        return replace(one, **self._fields(one, OF_A_CONSULTATION))

    def _fields(self, one: Answer | Member | Withheld | Consultation, names: tuple[str, ...]) -> dict[str, Any]:
        return {name: self._other(getattr(one, name)) for name in names}

    def _other(self, value: Any) -> Any:  # noqa: ANN401 - a text in one of its shapes
        if isinstance(value, str):
            blank = not value.strip() or value in RESERVED
            key = "".join(value.split()).casefold()
            return value if blank else self._known.setdefault(key, INSTEAD.format(len(self._known)))
        if isinstance(value, Mapping):
            return {language: self._other(text) for language, text in value.items()}
        return tuple(self._other(text) for text in value) if isinstance(value, tuple) else value
