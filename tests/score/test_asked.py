"""What an answer counts as."""

from decimal import Decimal

import pytest

from tsukuba_pia.model.assessment import Answer, AnswerValue
from tsukuba_pia.model.bank import Option, Question, QuestionType
from tsukuba_pia.model.result import AnswerState
from tsukuba_pia.score.asked import state_of

OPTIONS = (Option("one", "1"), Option("two", "2"))


@pytest.mark.parametrize(
    ("kind", "fitting", "others"),
    [
        ("choice", ["one"], ["three", 1, ("one",)]),
        ("choices", [(), ("one", "two")], ["one", ("one", "three"), 1]),
        ("yes_no", ["yes", "no"], ["Yes", 1, ("yes",)]),
        ("number", [0, Decimal("0.5")], ["many", ("1",)]),
        ("date", ["2027-04-01"], ["spring", 2027, ("2027-04-01",)]),
        ("text", ["words"], [12, ("words",)]),
        ("safeguard", ["absent", "verified"], ["done", 1, ("absent",)]),
    ],
)
def test_what_does_not_fit_its_question_counts_as_unknown(
    kind: QuestionType, fitting: list[AnswerValue], others: list[AnswerValue]
) -> None:
    """It is told by the rules, and scoring never compares it."""
    question = Question("q", kind, "?", options=OPTIONS if kind in ("choice", "choices") else ())
    assert {state_of(Answer(value), question) for value in fitting} == {AnswerState.ANSWERED}
    assert {state_of(Answer(value), question) for value in others} == {AnswerState.UNKNOWN}


@pytest.mark.parametrize("day", ["2027-02-30", "0000-00-00", "9999-99-99", "2027-W01-1"])
def test_a_day_that_is_not_in_the_calendar_counts_as_unknown(day: str) -> None:
    """Compared as a text it would stand before or after any real day."""
    assert state_of(Answer(day), Question("q", "date", "?")) is AnswerState.UNKNOWN


def test_a_number_out_of_range_counts_as_unknown() -> None:
    """Less than the least would be better than any answer that there is."""
    question = Question("q", "number", "?", min=0, max=Decimal("99.5"))
    assert {state_of(Answer(one), question) for one in (0, Decimal("99.5"))} == {AnswerState.ANSWERED}
    assert {state_of(Answer(one), question) for one in (-1, 100, True)} == {AnswerState.UNKNOWN}


def test_options_that_exclude_each_other_count_as_unknown() -> None:
    """Nobody can say which of them is meant."""
    question = Question("q", "choices", "?", options=(*OPTIONS, Option("none", "0", exclusive=True)))
    assert state_of(Answer(("none",)), question) is AnswerState.ANSWERED
    assert state_of(Answer(("none", "one")), question) is AnswerState.UNKNOWN


@pytest.mark.parametrize("nobody", [None, "", " ", "\u3000", "VENDOR", "ｖｅｎｄｏｒ"])
@pytest.mark.parametrize("vendor", ["vendor", "Vendor"])
def test_a_vendor_is_confirmed_by_somebody_of_the_city(vendor: str, nobody: str | None) -> None:
    """A blank and the vendor are not."""
    question = Question("q", "yes_no", "?")
    assert state_of(Answer("yes", by=vendor, confirmed_by=nobody), question) is AnswerState.UNCONFIRMED
    assert state_of(Answer("yes", by=vendor, confirmed_by="Sato"), question) is AnswerState.ANSWERED


@pytest.mark.parametrize("nobody", [None, " ", "\u3000", "abe", "Ａｂｅ"])
def test_not_applicable_is_agreed_by_somebody_else(nobody: str | None) -> None:
    """A blank is nobody, and another width is the same person."""
    question = Question("q", "yes_no", "?", may_not_apply=True)
    assert state_of(Answer("not_applicable", by="Abe", agreed_by=nobody), question) is AnswerState.NOT_AGREED
    assert state_of(Answer("not_applicable", by="Abe", agreed_by="Ito"), question) is AnswerState.NOT_APPLICABLE
