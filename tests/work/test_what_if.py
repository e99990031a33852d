"""Other answers, tried on a copy."""

from pathlib import Path

import pytest

from tests.work.desk import ASSESSMENT, opened, workspace
from tsukuba_pia.model.result import AnswerState
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.what_if import what_if


def test_what_an_answer_would_change(tmp_path: Path) -> None:
    """The file stays as it is; the score is that of the file with the answer in it."""
    file = workspace(tmp_path)
    before = file.read_bytes()
    one = opened(file)
    found = what_if(one, ["k_personal=yes", "k_level=per_person"])
    assert file.read_bytes() == before
    assert one.score() == found.before
    assert found.after.standings["k_level"].value == "per_person"
    assert found.answers["k_level"].answer == "per_person"


def test_nothing_moves_where_nothing_changes(tmp_path: Path) -> None:
    """No wish at all."""
    found = what_if(opened(workspace(tmp_path)), [])
    assert (found.moved_risks, found.moved_red_lines, found.moved_decisions) == ((), (), ())


def test_it_counts_as_the_search_counts_it(tmp_path: Path) -> None:
    """A blank is no owner, and what does not apply is agreed."""
    said = '{answer: unknown, owner: " "}\n  k_level: per_person\n'
    file = workspace(tmp_path, f"{ASSESSMENT}  k_masking: {said}")
    found = what_if(opened(file), ["k_masking=planned", "k_purpose=not_applicable"])
    assert (found.before.target.worst, found.after.target.worst) == ("high", "low")
    assert found.after.standings["k_purpose"].state is AnswerState.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ("k_level", "what_if_form"),
        ("k_levl=counts", "what_if_question"),
        ("=counts", "what_if_question"),
        ("k_level=per_persn", "what_if_answer"),
        ("k_people=many", "what_if_answer"),
        ("k_level=not_applicable", "what_if_answer"),
    ],
)
def test_a_wish_that_cannot_be_tried(tmp_path: Path, wish: str, code: str) -> None:
    """Told with the nearest name, or with what can be answered."""
    with pytest.raises(Problem) as problem:
        what_if(opened(workspace(tmp_path)), [wish])
    assert problem.value.code == code
    if wish == "k_levl=counts":
        assert problem.value.values["near"] == "k_level"
