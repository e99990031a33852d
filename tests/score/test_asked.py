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
