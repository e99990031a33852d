"""Laws of comment windows over random banks and assessments, like those of the levels (tests/score/test_laws.py)."""

import copy
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tests.score.random_banks import cases, value_of
from tsukuba_pia.change.comment_window import Reason, must_reopen, put_to_comment, window_digest
from tsukuba_pia.model.comment_window import PutToComment
from tsukuba_pia.model.result import NONE
from tsukuba_pia.score.engine import score

Plain = dict[str, Any]
DAY = "2027-01-01"
FULL = {"owner": "Abe", "due": "2027-06-01", "evidence": ["e"], "verified_by": "Ito", "verified_on": DAY, "method": "m"}


def put(bank: Plain, assessment: Plain) -> PutToComment:
    """What residents are asked about."""
    one, questionnaire = assessment_of(assessment), questionnaire_of(bank)
    return put_to_comment(one, questionnaire, score(questionnaire, one, DAY), "w1")


def reasons(record: PutToComment, bank: Plain, assessment: Plain) -> tuple[Reason, ...]:
    """Why they have to be asked again."""
    one, questionnaire = assessment_of(assessment), questionnaire_of(bank)
    return must_reopen(record, one, questionnaire, score(questionnaire, one, DAY))


@given(cases())
def test_what_is_as_it_was_is_no_reason(case: tuple[Plain, Plain]) -> None:
    """And has the same digest."""
    assert reasons(put(*case), *case) == ()
    assert window_digest(put(*case)) == window_digest(put(*copy.deepcopy(case)))


@given(cases(), st.data())
def test_answering_what_was_open_is_no_reason(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """What is not known counts as its worst case, so residents saw the worst of it."""
    bank, assessment = case
    one, questionnaire = assessment_of(assessment), questionnaire_of(bank)
    waiting = score(questionnaire, one, DAY).open_questions
    questions = [each for section in bank["sections"] for each in section["questions"] if each["id"] in waiting]
    assume(questions)
    question = data.draw(st.sampled_from(questions))
    now = copy.deepcopy(assessment)
    now["answers"][question["id"]] = {"answer": data.draw(value_of(question)), **FULL}
    assert reasons(put(bank, assessment), bank, now) == ()


@given(cases(), st.data())
def test_a_level_that_rises_is_always_told(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """Whatever answer changed: each higher level of each risk, before, now and later, and no other."""
    bank, assessment = case
    questions = [each for section in bank["sections"] for each in section["questions"]]
    question = data.draw(st.sampled_from(questions))
    now = copy.deepcopy(assessment)
    now["answers"][question["id"]] = data.draw(value_of(question))
    questionnaire = questionnaire_of(bank)
    before, after = (score(questionnaire, assessment_of(one), DAY) for one in (assessment, now))
    order = (NONE, *questionnaire.level_ids)
    risen = {
        (name, moment)
        for name, risk in after.risks.items()
        for moment in ("inherent", "current", "target")
        if order.index(getattr(risk, moment).worst) > order.index(getattr(before.risks[name], moment).worst)
    }
    told = reasons(put(bank, assessment), bank, now)
    assert {(one.name, one.moment) for one in told if one.kind == "level"} == risen
    assert {one.kind for one in told} <= {"level", "safeguard"}
