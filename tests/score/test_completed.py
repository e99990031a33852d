"""Answers with all that they need to count, whatever stood there before."""

from typing import Any

import pytest

from tests.cases import assessment_of, questionnaire_of
from tests.score.completing import DAY, answered
from tests.score.test_search import small
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.result import AnswerState
from tsukuba_pia.score.asked import state_of
from tsukuba_pia.score.completed import completed
from tsukuba_pia.score.engine import score

GUARD: dict[str, Any] = {"id": "x_g", "type": "safeguard", "kind": "prevent", "may_not_apply": True}
FIT = "owner", "verifier", "reviewer", " ", "　", None, "vendor"


@pytest.mark.parametrize("owner", FIT)
@pytest.mark.parametrize("by", FIT)
@pytest.mark.parametrize(("value", "current", "target"), [
    ("absent", "high", "high"), ("planned", "high", "medium"), ("implemented", "medium", "medium"),
    ("verified", "medium", "medium"),
])  # fmt: skip
def test_a_safeguard_counts_by_its_state(
    owner: str | None, by: str | None, value: str, current: str, target: str
) -> None:
    """Whoever answered and owned it, and be it a blank."""
    bank = small([], [GUARD])
    bank["risks"][0]["safeguards"] = [{"question": "x_g", "lowers": {"likelihood": 1}}]
    questionnaire = questionnaire_of(bank)
    old = Answer("unknown", by=by, owner=owner, evidence=("gone",), evidence_until="2020-01-01", due=None)
    answer = completed(questionnaire.questions["x_g"].question, old, value, DAY, frozenset({"gone", "evidence-0"}))
    head = {"assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"}}
    result = score(
        questionnaire, answered(assessment_of(head), {"x_g": answer}), DAY, frozenset({"gone", "evidence-0"})
    )
    assert (result.current.worst, result.target.worst) == (current, target)


@pytest.mark.parametrize("by", FIT)
def test_what_does_not_apply_is_agreed(by: str | None) -> None:
    """By somebody else than whoever said so."""
    question = questionnaire_of(small([], [GUARD])).questions["x_g"].question
    answer = completed(question, Answer(by=by), "not_applicable", DAY, frozenset())
    assert state_of(answer, question) is AnswerState.NOT_APPLICABLE
