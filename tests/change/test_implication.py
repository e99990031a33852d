"""Which conditions surely hold wherever others held; and that the answer is never wrong."""
# ruff: noqa: E501 - tables of what an author wrote

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tests.score.random_banks import METHOD, OPTIONS, TEXT, answers_to, conditions, inventories
from tsukuba_pia.change.implication import implies
from tsukuba_pia.model.condition import from_plain
from tsukuba_pia.score.engine import score

Plain = dict[str, Any]
A: Plain = {"question": "a", "is": "x"}
B: Plain = {"question": "b", "is": "y"}
ORDER = ("clear", "unknown", "crossed")
C: Plain = {"question": "c", "includes": "z"}


def found(old: Plain | None, new: Plain | None, **types: str) -> bool:
    """Whether it is seen."""
    one, other = (from_plain(plain) if plain is not None else None for plain in (old, new))
    return implies(one, other, types)


@pytest.mark.parametrize(("old", "new"), [
    (A, None), (A, {"question": "a", "is": ["x", "w"]}), ({"question": "a", "is": ["x", "w"]}, {"any": [A, {"question": "a", "is": "w"}]}),
    ({"any": [A, {"question": "a", "is": "w"}]}, {"question": "a", "is": ["w", "x"]}),
    (A, {"question": "a", "is_not": "w"}), ({"question": "a", "is_not": ["w", "v"]}, {"question": "a", "is_not": "w"}),
    ({"all": [A, B]}, A), ({"all": [A, B]}, {"all": [B, A]}), (A, {"any": [A, B]}), ({"all": [A, B, C]}, {"at_least": 2, "of": [C, B, A]}),
    ({"at_least": 2, "of": [A, B, C]}, {"any": [A, B, C]}), ({"at_least": 2, "of": [A, B, C]}, {"at_least": 2, "of": [A, B, C, {"question": "d", "is": "v"}]}),
    ({"question": "n", "above": 5}, {"question": "n", "at_least": 5}), ({"question": "n", "at_least": 6}, {"question": "n", "above": 5}),
    ({"question": "n", "below": 5}, {"question": "n", "at_most": 9}), ({"question": "d", "at_least": "2027-02-01"}, {"question": "d", "above": "2027-01-01"}),
    ({"data": "countries", "includes_other_than": ["JP", "US"]}, {"data": "countries", "includes_other_than": ["JP"]}),
    ({"question": "c", "includes_none": ["z", "w"]}, {"question": "c", "includes_none": "z"}), (C, {"question": "c", "includes": ["w", "z"]}),
])  # fmt: skip
def test_what_is_wider(old: Plain, new: Plain | None) -> None:
    """The new one holds in the same cases or in more."""
    assert found(old, new)


@pytest.mark.parametrize(("old", "new"), [
    (None, A), (A, B), ({"question": "a", "is": ["x", "w"]}, A), ({"any": [A, B]}, A), (A, {"all": [A, B]}),
    ({"question": "n", "at_least": 5}, {"question": "n", "above": 5}), ({"question": "n", "above": 5}, {"question": "n", "above": 6}),
    ({"question": "n", "below": 5}, {"question": "n", "above": 5}), ({"any": [A, B, C]}, {"at_least": 2, "of": [A, B, C]}),
    ({"question": "c", "includes_none": "z"}, {"question": "c", "includes_none": ["z", "w"]}),
    ({"question": "n", "above": 5}, {"question": "n", "above": "5"}), (A, {"question": "a", "is_not": "x"}), ({"data": "a", "is": "x"}, A),
    ({"data": "countries", "includes_other_than": ["JP"]}, {"data": "countries", "includes_other_than": ["JP", "US"]}),
])  # fmt: skip
def test_what_is_not(old: Plain | None, new: Plain) -> None:
    """It may not hold where the old one did."""
    assert not found(old, new)


def test_a_yes_no_question_has_two_answers() -> None:
    """`is_not: yes` says `is: no`, where the question is known to be one of yes and no."""
    old, new = {"question": "a", "is_not": "yes"}, {"question": "a", "is": "no"}
    assert not found(old, new)
    assert found(old, new, a="yes_no")
    assert found(new, old, a="yes_no")


QUESTIONS: list[Plain] = [
    {"id": "x_q0", "type": "yes_no", "text": TEXT},
    {"id": "x_q1", "type": "choice", "text": TEXT, "options": [{"id": one, "label": TEXT} for one in OPTIONS]},
    {"id": "x_q2", "type": "choices", "text": TEXT, "options": [{"id": one, "label": TEXT} for one in OPTIONS]},
    {"id": "x_q3", "type": "number", "text": TEXT},
]
TYPES = {one["id"]: one["type"] for one in QUESTIONS}


@settings(max_examples=300)
@given(old=conditions(QUESTIONS), new=conditions(QUESTIONS), data=st.data())
def test_a_proof_is_never_wrong(old: Plain, new: Plain, data: st.DataObject) -> None:
    """Scored with random answers: where the old one holds or may hold, so does the new one."""
    for one, other in ((old, new), (old, {"any": [new, old]}), ({"all": [old, new]}, new), (new, old)):
        if not found(one, other, **TYPES):
            continue
        before, after = _truths(one, other, data)
        assert after >= before


def _truths(old: Plain, new: Plain, data: st.DataObject) -> tuple[int, int]:
    """How far two conditions hold for the same random answers: red lines tell."""
    lines = [{"id": f"x_{name}", "text": TEXT, "crossed_when": plain} for name, plain in (("old", old), ("new", new))]
    head = {"bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja", "en"], "title": TEXT}
    sections = [{"id": "x_s", "title": TEXT, "questions": QUESTIONS}]
    bank: Plain = {**head, "method": METHOD, "sections": sections, "red_lines": lines}
    assessment = {
        "assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"},
        "answers": data.draw(answers_to(bank)), **data.draw(inventories()),
    }  # fmt: skip
    result = score(questionnaire_of(bank), assessment_of(assessment), "2027-01-01", frozenset())
    return ORDER.index(result.red_lines["x_old"].state), ORDER.index(result.red_lines["x_new"].state)
