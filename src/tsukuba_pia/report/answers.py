"""Every question with its answer, by principle; what is not known is told, never left blank."""

from collections.abc import Iterable, Iterator, Mapping

from tsukuba_pia.model.result import Asked
from tsukuba_pia.report.model import Answer, Pointer, Principle
from tsukuba_pia.report.parts import Withholding
from tsukuba_pia.report.reader import Reader

OPEN = ("open", "unknown", "unconfirmed", "not_agreed")
ELSEWHERE = "other"  # questions that name no principle


def answers_of(reader: Reader) -> tuple[Answer, ...]:
    """All questions that are asked or may be, in the banks' order."""
    standings = reader.result.standings.values()
    return tuple(_answer(reader, one.question) for one in standings if one.asked is not Asked.NOT)


def _answer(reader: Reader, name: str) -> Answer:
    asked = reader.questionnaire.questions[name]
    given = reader.seen(name)
    question = asked.question
    return Answer(
        id=name,
        text=reader.text(name),
        type=question.type,
        state=reader.state(name),
        perhaps=reader.result.standings[name].asked is Asked.PERHAPS,
        value=reader.value(name),
        note=reader.maybe(given.note),
        asking=reader.party(given.asking, private=True),
        by_when=reader.day(given.by_when),
        withheld=reader.reason(reader.given(name).withheld),
        evidence=() if reader.public else given.evidence,
        evidence_count=len(given.evidence),
        stage=reader.term("stages", question.stage).label if question.stage else None,
        required=asked.required,
        refs=reader.laws(question.refs),
        place=reader.answer_place(name),
        sharpens=_sharpens(reader, question.specialises),
    )


def _sharpens(reader: Reader, name: str | None) -> Pointer | None:
    if name is None or name not in reader.questionnaire.questions:
        return None
    asked = reader.result.standings[name].asked is not Asked.NOT
    return Pointer(name, reader.text(name), shown=asked)


def principles_of(reader: Reader, answers: Iterable[Answer]) -> tuple[Principle, ...]:
    """The answers under the principles that they speak to, in the vocabulary's order."""
    by_principle: dict[str, list[Answer]] = {term.id: [] for term in reader.questionnaire.vocabulary.principles}
    for answer in answers:
        principle = reader.questionnaire.questions[answer.id].question.principle or ELSEWHERE
        by_principle.setdefault(principle, []).append(answer)
    return tuple(_principle(reader, name, _beside(found)) for name, found in by_principle.items() if found)


def _beside(answers: list[Answer]) -> list[Answer]:
    """What asks more closely stands right after the common question, where both are here."""
    here = {answer.id for answer in answers}
    closer: dict[str, list[Answer]] = {}
    for answer in answers:
        if answer.sharpens and answer.sharpens.id in here:
            closer.setdefault(answer.sharpens.id, []).append(answer)
    moved = {answer.id for group in closer.values() for answer in group}
    return [one for answer in answers if answer.id not in moved for one in _with_closer(answer, closer)]


def _with_closer(answer: Answer, closer: Mapping[str, list[Answer]]) -> Iterator[Answer]:
    yield answer
    for one in closer.get(answer.id, ()):
        yield from _with_closer(one, closer)


def _principle(reader: Reader, name: str, answers: list[Answer]) -> Principle:
    unknown = sum(answer.state in OPEN for answer in answers)
    if name == ELSEWHERE:
        return Principle(name, reader.own(reader.words["other_questions"]), None, tuple(answers), unknown)
    term = reader.term("principles", name)
    return Principle(name, term.label, term.meaning, tuple(answers), unknown)


def withholding_of(reader: Reader) -> Withholding:
    """How many answers, people and texts of decisions the public is not shown, and why. Told to both audiences."""
    answers = [one.withheld for one in reader.assessment.answers.values() if one.withheld]
    people = [one.withheld for one in reader.assessment.team if one.withheld]
    order = [term.id for term in reader.questionnaire.vocabulary.withholding_reasons]
    # In the vocabulary's order: that of the file is not told.
    given = {one.reason for one in (*answers, *people, *reader.unsaid.values())}
    reasons = [*(one for one in order if one in given), *sorted(given.difference(order))]
    return Withholding(len(answers), len(people), len(reader.unsaid), reader.terms("withholding_reasons", reasons))


def open_of(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """What is not known yet, what must be known first."""
    return tuple(sorted((one for one in answers if one.state in OPEN), key=lambda one: not one.required))
