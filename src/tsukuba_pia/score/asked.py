"""Which questions are asked, and what each answer counts as (formats.md §2.1, §2.2, §4)."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal

from tsukuba_pia.model.assessment import Answer, AnswerValue, Assessment
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, Question
from tsukuba_pia.model.facts import Facts
from tsukuba_pia.model.questionnaire import AskedQuestion
from tsukuba_pia.model.result import AnswerState, Asked, Standing
from tsukuba_pia.score.conditions import FALSE, NOT_ASKED, PERHAPS, TRUE, Judge
from tsukuba_pia.score.person_names import folded, holder_in_any_order, person_in_any_order

NO_ANSWER = Answer()
ASKED, ANSWERED = Asked.ASKED, AnswerState.ANSWERED  # see `conditions.py`
VENDOR = "vendor"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def standings_of(
    questions: Mapping[str, AskedQuestion],
    assessment: Assessment,
    facts: Facts,
    as_of: str,
    missing_evidence: AbstractSet[str],
) -> dict[str, Standing]:
    """Every question's standing, in order: a condition only reads what stands before it."""
    standings: dict[str, Standing] = {}
    judge = Judge(standings, facts)
    answers = assessment.answers
    new = tuple.__new__  # what a NamedTuple does, without the call: there are hundreds in each assessment
    section, in_section = None, TRUE
    for name, asked in questions.items():
        if asked.section is not section:
            section, in_section = asked.section, judge(asked.section.ask_when)
        truth = in_section
        if truth is not FALSE and asked.question.ask_when is not None:
            own = judge(asked.question.ask_when)
            truth = own if truth is TRUE or own is FALSE else truth
        answer = answers.get(name, NO_ANSWER)
        state = AnswerState.NOT_ASKED if truth is FALSE else state_of(answer, asked.question)
        proven = bool(answer.evidence) and state is ANSWERED and _holds(answer, as_of, missing_evidence)
        is_asked = ASKED if truth is TRUE else NOT_ASKED if truth is FALSE else PERHAPS
        standings[name] = new(Standing, (name, is_asked, state, answer.answer, proven))
    return standings


def state_of(answer: Answer, question: Question) -> AnswerState:
    """What an answer to an asked question counts as; one that its type cannot have counts as unknown."""
    if answer.answer is None:
        return AnswerState.OPEN
    if answer.answer == UNKNOWN:
        return AnswerState.UNKNOWN
    if answer.by is not None and same_person(answer.by, VENDOR) and folded(answer.confirmed_by) in ("", VENDOR):
        return AnswerState.UNCONFIRMED
    if answer.answer == NOT_APPLICABLE:
        agreed = question.may_not_apply and named(answer.agreed_by) and not same_person(answer.agreed_by, answer.by)
        return AnswerState.NOT_APPLICABLE if agreed else AnswerState.NOT_AGREED
    return ANSWERED if fits(question, answer.answer) else AnswerState.UNKNOWN


def fits(question: Question, value: AnswerValue) -> bool:
    """Whether a value is one that the question's type can have; the rules say what is wrong with it."""
    if value in question.answers:  # one option, which most answers are
        return question.type != "choices"
    match question.type:
        case "choices":
            return isinstance(value, tuple) and _go_together(question, value)
        case "number":
            return isinstance(value, int | Decimal) and _in_range(question, value)
        case "date":
            return isinstance(value, str) and is_day(value)
        case "text":
            return isinstance(value, str)
        case _:
            return False


def _go_together(question: Question, chosen: tuple[str, ...]) -> bool:
    """Whether they are options, and none of several stands alone."""
    alone = {option.id for option in question.options if option.exclusive}
    return all(one in question.answers for one in chosen) and (len(set(chosen)) == 1 or not alone & set(chosen))


def _in_range(question: Question, number: int | Decimal) -> bool:
    least, most = question.min, question.max
    return not isinstance(number, bool) and (least is None or number >= least) and (most is None or number <= most)


def is_day(text: str) -> bool:
    """A day of the calendar; any other text would be compared letter by letter."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def named(text: str | None) -> bool:
    """Whether somebody is named, or anything said: blanks and signs are nobody and nothing."""
    return text is not None and any(character.isalnum() for character in text)


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two texts say the same, whatever their blanks, width and case."""
    return named(one) and folded(one) == folded(other)


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names, or posts, are the same person's, whatever their spelling (`person_names.py`)."""
    return named(one) and not person_in_any_order(one).isdisjoint(person_in_any_order(other))


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same person's, also where one is written with a post. Not for posts alone."""
    return named(one) and not holder_in_any_order(one).isdisjoint(holder_in_any_order(other))


def _holds(answer: Answer, as_of: str, missing: AbstractSet[str]) -> bool:
    """Whether something of its evidence exists, and has not lapsed."""
    exists = any(item not in missing for item in answer.evidence)
    return exists and (answer.evidence_until is None or answer.evidence_until >= as_of)
