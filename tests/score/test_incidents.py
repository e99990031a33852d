"""What happened reopens the risks that it touches (formats.md §4)."""

from pathlib import Path

import pytest

from tests.work.signed import DONE, PLANNED, TEXT, at, edit, room, signed
from tsukuba_pia.work.assessment_diff import compare_assessments

RUNS = TEXT.replace(PLANNED, DONE)
HAPPENED = "incidents: [{on: 2027-01-10, what: 誤送信, touches: [k_leak]}]\ndata: []"
AGAIN = DONE.replace("implemented", "verified").replace("}", ", verified_by: 伊藤 文, verified_on: DAY, method: 試験}")


@pytest.mark.parametrize(
    ("happened", "answer", "level"),
    [
        ("data: []", DONE, "low"),
        (HAPPENED, DONE, "high"),
        (HAPPENED.replace("k_leak", "k_other"), DONE, "low"),
        (HAPPENED.replace("2027-01-10", "2027-01-16"), DONE, "low"),  # not yet
        (HAPPENED.replace("incidents", "complaints"), DONE, "high"),
        (HAPPENED.replace("incidents", "complaints").replace("[k_leak]", "k_leak"), DONE, "high"),  # nothing holds it
        (HAPPENED.replace("incidents", "complaints").replace("[k_leak]", "7"), DONE, "low"),  # to a shape
        (HAPPENED.replace("incidents", "complaints").replace("[k_leak]", "k_leakage"), DONE, "low"),
        (HAPPENED, AGAIN.replace("DAY", "2027-01-11"), "low"),
        (HAPPENED, AGAIN.replace("DAY", "2027-01-10"), "high"),
        (HAPPENED, AGAIN.replace("DAY", "2027-01-11").replace("伊藤 文", "都市計画課"), "high"),
    ],
)
def test_failed_until_verified_again(tmp_path: Path, happened: str, answer: str, level: str) -> None:
    """By another person than the owner, after that day."""
    text = RUNS.replace("data: []", happened).replace(DONE, answer)
    opened = at(room(tmp_path, text))
    risk = opened.score().risks["k_leak"]
    assert (risk.current.worst, risk.current.best, risk.target.worst) == (level, level, level)
    told = [one.code for one in opened.diagnostics]
    assert ("PIA522" in told) is (level == "high")


def test_incident_is_the_cause(tmp_path: Path) -> None:
    """`pia diff` names it."""
    old, new = room(tmp_path / "a", RUNS), room(tmp_path / "b", RUNS)
    signed(new, "approved")
    edit(new, "data: []", HAPPENED)
    found = compare_assessments(str(old), str(new), tmp_path, "2027-01-15", tmp_path / "scratch").diff
    (moved,) = [one for one in found.moved if one.target.id == "k_leak" and one.moment == "current"]
    assert (moved.before, moved.now) == ("low", "high")
    assert [[unit[0] for unit in one] for one in moved.causes.sets] == [["incidents"]]
