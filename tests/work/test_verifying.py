"""Verifying: what differs from what was signed."""

from pathlib import Path

import pytest

from tests.work.signed import DONE, PLANNED, TEXT, at, edit, room, signed
from tsukuba_pia.model.sign_off import Waiver
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.verifying import verify


def test_as_it_was_signed(tmp_path: Path) -> None:
    """Nothing differs, on another day neither; layout and comments do not count."""
    file = room(tmp_path, TEXT.replace(PLANNED, DONE))
    signed(file, "approved")
    edit(file, "# people's own words", "# other words")
    assert verify(at(file, "2028-01-01"), rescore=True).same


def test_changed_since(tmp_path: Path) -> None:
    """Answers, evidence and banks, each named."""
    file = room(tmp_path, TEXT.replace(PLANNED, DONE))
    signed(file, "approved")
    edit(file, "k_people: 500", "k_people: 50")
    (file.parent / "evidence" / "mask.md").write_text("other\n", encoding="utf-8")
    edit(tmp_path / "questionnaires" / "kiosk" / "0.1.yaml", "How many people?", "How many?")
    found = verify(at(file), rescore=True)
    assert [one.spelled for one in found.changes] == ["k_people.answer"]
    assert [(one.name, one.what) for one in found.evidence] == [("evidence/mask.md", "changed")]
    assert [(one.name, one.what) for one in found.banks] == [("questionnaires/kiosk/0.1.yaml", "changed")]
    assert (found.levels, found.problems, found.same) == ((), (), False)


def test_snapshot_is_scored_by_its_own_copies(tmp_path: Path) -> None:
    """The bank in use has become laxer; what was signed comes out as it was. Evidence that is gone today was there."""
    file = room(tmp_path, TEXT.replace(PLANNED, DONE))
    signed(file, "approved")
    edit(tmp_path / "questionnaires" / "kiosk" / "0.1.yaml", "significant: [low, high]", "significant: [low, low]")
    (file.parent / "evidence" / "mask.md").unlink()
    found = verify(at(file), rescore=True)
    assert found.levels == ()
    assert [one.what for one in found.evidence] == ["gone"]


def test_level_that_nobody_worked_out(tmp_path: Path) -> None:
    """A sign-off that states another level is found by scoring again."""
    file = room(tmp_path)
    place = signed(file)
    edit(place / "sign-off.yaml", "target: low", "target: high")
    found = verify(at(file), rescore=True)
    assert found.levels is not None
    assert [(one.name, one.was, one.what) for one in found.levels] == [("target", "high", "low")]
    assert verify(at(file), rescore=False).levels is None


def test_digest_that_does_not_fit(tmp_path: Path) -> None:
    """The copy and its digest were both exchanged: the content's digest still tells."""
    file = room(tmp_path)
    place = signed(file)
    before = next(iter(at(file).signed.all)).sign_off
    assert before is not None
    edit(place / "sign-off.yaml", before.digests.content, "a" * 64)
    found = verify(at(file), rescore=False)
    assert [problem for _, problem, _ in found.problems] == ["@sign_off_copy_changed"]


def test_what_is_due(tmp_path: Path) -> None:
    """Conditions and waivers whose day has passed."""
    file = room(tmp_path)
    signed(file, waivers=(Waiver("k_red_sale", "ordinance", "条例第1号", "2027-02-01"),))
    assert verify(at(file), rescore=False).due == ()
    assert sorted(one.code for one in verify(at(file, "2027-03-02"), rescore=False).due) == ["PIA512", "PIA517"]


def test_nothing_was_signed(tmp_path: Path) -> None:
    """It says what to do."""
    with pytest.raises(Problem) as why:
        verify(at(room(tmp_path)), rescore=False)
    assert why.value.code == "nothing_signed"
