"""What an answer counts as."""

from decimal import Decimal

import pytest

from tests.score.test_complaints import result_of
from tsukuba_pia.model.assessment import Answer, AnswerValue
from tsukuba_pia.model.bank import Option, Question, QuestionType
from tsukuba_pia.model.result import AnswerState
from tsukuba_pia.score.asked import fits, same_person, state_of

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


def test_nothing_is_not_the_same_as_said_to_be_unknown() -> None:
    """A person has said so, or nobody has said anything."""
    question = Question("q", "yes_no", "?")
    assert state_of(Answer(None), question) is AnswerState.OPEN
    assert state_of(Answer("unknown"), question) is AnswerState.UNKNOWN


def test_a_vendor_sets_nothing_aside() -> None:
    """Somebody of the city confirms, and another one agrees."""
    question = Question("q", "yes_no", "?", may_not_apply=True)
    alone = Answer("not_applicable", by="vendor", agreed_by="Sato")
    assert state_of(alone, question) is AnswerState.UNCONFIRMED
    both = Answer("not_applicable", by="vendor", agreed_by="Sato", confirmed_by="Ito")
    assert state_of(both, question) is AnswerState.NOT_APPLICABLE


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Abe Ito", "abe　ito", True), ("AbeIto", "Abe Ito", True), ("Abe", "Ito", False), (None, None, False),
    (" ", "", False),
])  # fmt: skip
def test_names(one: str | None, other: str | None, same: bool) -> None:
    """Blanks, width and case make no other person; nobody is nobody's twin."""
    assert same_person(one, other) is same


def test_evidence_counts_for_what_is_answered() -> None:
    """Beside an unknown it proves nothing."""
    questions = [{"id": "x_a", "type": "safeguard", "kind": "prevent", "text": "?"}]
    found = [
        result_of(questions, {"x_a": {"answer": value, "evidence": ["e"]}}).standings["x_a"].evidence
        for value in ("implemented", "unknown")
    ]
    assert found == [True, False]


@pytest.mark.parametrize("day", ["spring", "2027-02-30"])
def test_what_fits_is_yes_or_no(day: str) -> None:
    """Not nothing."""
    assert fits(Question("q", "date", "?"), day) is False
    assert fits(Question("q", "date", "?"), "2027-02-28") is True
