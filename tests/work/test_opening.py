"""An opened assessment scores what it holds now, and the same only once."""

from dataclasses import replace
from pathlib import Path

from tests.work.desk import DAY, workspace
from tsukuba_pia.work.opening import open_assessment


def test_a_score_is_worked_out_once_for_the_same_answers(tmp_path: Path) -> None:
    """By rules and commands alike; other answers or other banks have a score of their own."""
    opened = open_assessment(workspace(tmp_path), DAY)
    first = opened.score()
    assert opened.score() is first
    assert opened.assessment is not None
    assert opened.questionnaire is not None
    others = replace(opened.assessment, answers={})
    opened.loaded = replace(opened.loaded, assessment=others)
    second = opened.score()
    assert second != first
    opened.questionnaire = replace(opened.questionnaire)
    assert opened.score() is not second
    assert opened.score() == second
