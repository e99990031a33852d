"""Putting an assessment to comment: the record and the consultation belong together, or neither is there."""

from pathlib import Path
from typing import Any

import pytest

from tests.work.asked import DAY, TEXT, room
from tests.work.signed import at, edit
from tsukuba_pia.files import Changed, SaveFailed, save
from tsukuba_pia.problems import Problem
from tsukuba_pia.work import commenting
from tsukuba_pia.work.commenting import Wish, in_the_way, propose_window, put
from tsukuba_pia.work.opening import state_now


def put_it(file: Path, day: str = DAY, **more: Any) -> str:  # noqa: ANN401 - a wish's fields
    """Put it to comment; the window's name."""
    opened = at(file, day)
    proposed = propose_window(opened, Wish("市民", **more))
    put(opened, proposed)
    return proposed.consultation.id


def records(file: Path) -> list[str]:
    """What was written."""
    place = file.parent / "comments"
    return sorted(one.name for one in place.iterdir() if not one.name.startswith(".")) if place.exists() else []


def test_what_is_written(tmp_path: Path) -> None:
    """A record that fits, a consultation with its days; every other line stays; the state follows."""
    file = room(tmp_path)
    before = file.read_text(encoding="utf-8")
    assert put_it(file) == "w1"
    after = file.read_text(encoding="utf-8")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    opened = at(file)
    assert opened.assessment is not None
    one = opened.assessment.consultations[0]
    assert (one.id, one.from_, one.to, one.constituency) == ("w1", "2027-01-15", "2027-02-13", "resident")
    assert [each.code for each in opened.diagnostics] == []
    assert state_now(opened, opened.score()) == "comment"


def test_once_more(tmp_path: Path) -> None:
    """The next window has the next name, and says what is worse than the last one."""
    file = room(tmp_path)
    put_it(file)
    edit(file, "purpose: 端末の保守", "purpose: 広告")
    again = propose_window(at(file, "2027-02-20"), Wish("市民"))
    assert (again.since, [(one.kind, one.name) for one in again.reasons]) == ("w1", [("purpose", "広告")])
    assert put_it(file, "2027-02-20") == "w2"
    assert records(file) == ["w1.yaml", "w2.yaml"]
    assert [one.code for one in at(file, "2027-02-20").diagnostics] == []
    assert propose_window(at(file, "2027-02-21"), Wish("市民")).reasons == ()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"first": "2027-01-14"}, "comment_past"),
        ({"first": "2027-02-01", "last": "2027-01-31"}, "comment_turned"),
        ({"last": "2027-02-12"}, "comment_short"),
        ({"last": "2027-02-12", "shorter": "選挙の前"}, ""),
        ({"first": "2027-03-01", "last": "2027-03-30"}, ""),
    ],
)
def test_days_that_do_not_do(tmp_path: Path, more: dict[str, str], code: str) -> None:
    """Each is told by its own words."""
    opened = at(room(tmp_path))
    if not code:
        assert propose_window(opened, Wish("市民", **more)).days >= 29
        return
    with pytest.raises(Problem) as why:
        propose_window(opened, Wish("市民", **more))
    assert why.value.code == code


def test_what_is_not_ready_is_not_put_to_comment(tmp_path: Path) -> None:
    """An open required question; a window that does not fit any more is no obstacle to the next one."""
    file = room(tmp_path / "a", TEXT.replace("k_level: per_person", "k_level:"))
    assert [one.code for one in in_the_way(at(file))] == ["PIA426"]
    file = room(tmp_path / "b")
    put_it(file)
    edit(file, "purpose: 端末の保守", "purpose: 広告")
    assert "PIA524" in [one.code for one in at(file).diagnostics]
    assert in_the_way(at(file)) == ()


def test_changed_meanwhile(tmp_path: Path) -> None:
    """Nothing is left behind."""
    file = room(tmp_path)
    opened = at(file)
    proposed = propose_window(opened, Wish("市民"))
    edit(file, "k_people: 500", "k_people: 5")
    with pytest.raises(Changed):
        put(opened, proposed)
    assert records(file) == []


def test_a_disk_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record goes again when the assessment cannot be written."""
    file = room(tmp_path)
    before = file.read_bytes()

    def failing(path: Path, content: bytes, expected: bytes | None) -> None:
        if path == file:
            raise SaveFailed(path, "full")
        save(path, content, expected)

    monkeypatch.setattr(commenting, "save", failing)
    with pytest.raises(SaveFailed):
        put_it(file)
    assert (records(file), file.read_bytes()) == ([], before)


def test_a_record_that_nobody_names_takes_no_name(tmp_path: Path) -> None:
    """What a killed process left counts for nothing, and is not written over."""
    file = room(tmp_path)
    (file.parent / "comments").mkdir()
    (file.parent / "comments" / "w1.yaml").write_text("left\n", encoding="utf-8")
    assert put_it(file) == "w2"
    assert at(file).diagnostics == ()
    assert (file.parent / "comments" / "w1.yaml").read_text(encoding="utf-8") == "left\n"
