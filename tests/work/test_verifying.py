"""Verifying: what differs from what was signed."""

from pathlib import Path

import pytest

from tests.work.signed import DONE, PLANNED, TEXT, at, edit, resealed, room, signed
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


def test_a_record_of_old_has_no_seal(tmp_path: Path) -> None:
    """It is as it was signed, and that it is not sealed is said beside it."""
    file = room(tmp_path, TEXT.replace(PLANNED, DONE))
    place = signed(file, "approved")
    assert verify(at(file), rescore=True).unsealed == ()
    record = place / "sign-off.yaml"
    record.write_text(record.read_text(encoding="utf-8").partition("seal: ")[0], encoding="utf-8")
    found = verify(at(file), rescore=True)
    assert (found.same, found.unsealed) == (True, (place.name,))


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
    resealed(place)
    found = verify(at(file), rescore=False)
    assert [problem for _, problem, _ in found.problems] == ["@sign_off_copy_changed"]


def test_what_is_due(tmp_path: Path) -> None:
    """Conditions and waivers whose day has passed."""
    file = room(tmp_path)
    signed(file, waivers=(Waiver("k_red_sale", "ordinance", "条例第1号", "2027-02-01"),))
    before, after = verify(at(file), rescore=False), verify(at(file, "2027-03-02"), rescore=False)
    assert (before.due, before.same, before.only_due) == ((), True, False)
    assert sorted(one.code for one in after.due) == ["PIA512", "PIA517"]
    assert (after.same, after.only_due) == (False, True)


def test_nothing_was_signed(tmp_path: Path) -> None:
    """It says what to do."""
    with pytest.raises(Problem) as why:
        verify(at(room(tmp_path)), rescore=False)
    assert why.value.code == "nothing_signed"


def test_the_citys_profile(tmp_path: Path) -> None:
    """What a decision rests on: the posts, the stricter method. Not a telephone number."""
    file = room(tmp_path, TEXT.replace(PLANNED, DONE))
    signed(file, "approved")
    city = tmp_path / "city.yaml"
    city.write_text("city: つくば市\ncontact: 029-883-1111\n", encoding="utf-8")
    assert verify(at(file), rescore=True).same
    city.write_text("city: つくば市\nmethod: {acceptance: {low: mayor}}\n", encoding="utf-8")
    found = verify(at(file), rescore=True)
    assert ([(one.name, one.what) for one in found.banks], found.levels) == ([("city.yaml", "changed")], ())
    city.write_text("city: つくば市\norgans: [{id: mayor, name: 市長}]\n", encoding="utf-8")
    assert [one.name for one in verify(at(file), rescore=False).banks] == ["city.yaml"]


@pytest.mark.parametrize("which", ["content", "decided"])
def test_each_digest_is_worked_out_again(tmp_path: Path, which: str) -> None:
    """Another one of the same length does not pass."""
    file = room(tmp_path)
    place = signed(file)
    before = at(file).signed.all[0].sign_off
    assert before is not None
    edit(place / "sign-off.yaml", getattr(before.digests, which), "a" * 64)
    resealed(place)
    found = verify(at(file), rescore=False)
    assert [problem for _, problem, _ in found.problems] == ["@sign_off_copy_changed"]


def test_a_chain_of_three(tmp_path: Path) -> None:
    """A change of the first is told, and that the second does not follow it; the last folder alone says nothing."""
    file = room(tmp_path, TEXT.replace(PLANNED, DONE))
    first = signed(file, "changes_required")
    second = signed(file, "refused")
    signed(file, "approved")
    assert verify(at(file), rescore=True).same
    edit(first / "sign-off.yaml", "山田", "川田")
    found = verify(at(file), rescore=False)
    chain = (second.name, "@sign_off_chain", second.name)
    assert found.problems == ((first.name, "@sign_off_rewritten", "sign-off.yaml"), chain)
    resealed(first)
    assert verify(at(file), rescore=False).problems == (chain,)
    assert found.last.folder.startswith("003-")


def test_evidence_of_each_kind(tmp_path: Path) -> None:
    """Changed, gone, added since; a web address is taken as it stands."""
    text = TEXT.replace(PLANNED, DONE).replace(
        "[evidence/mask.md]", "[evidence/mask.md, evidence/late.md, 'https://a.jp/x']"
    )
    file = room(tmp_path, text)
    signed(file, "approved")
    assert verify(at(file), rescore=True).same
    (file.parent / "evidence" / "late.md").write_text("here\n", encoding="utf-8")
    (file.parent / "evidence" / "mask.md").unlink()
    found = verify(at(file), rescore=True)
    assert [(one.name, one.what) for one in found.evidence] == [
        ("evidence/late.md", "added"),
        ("evidence/mask.md", "gone"),
    ]
    assert found.levels == ()
