"""Reading sign-offs: what does not fit is told, and gives leave to nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.work.signed import edit, resealed, room, signed
from tsukuba_pia.load.sign_offs import load_sign_offs
from tsukuba_pia.model.sign_off import Condition, Expedited, Waiver


def _edit(place: Path) -> None:
    file = place / "assessment.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")


def _bank(place: Path) -> None:
    (place / "questionnaires" / "kiosk" / "0.1.yaml").unlink()


def _foreign(place: Path) -> None:
    (place / "note.txt").write_text("x", encoding="utf-8")


def _renamed(place: Path) -> None:
    place.rename(place.with_name("001-2027-01-15-approved"))


def _unreadable(place: Path) -> None:
    (place / "sign-off.yaml").write_text("sign_off: [\n", encoding="utf-8")


def _link(place: Path) -> None:
    copy = place / "assessment.yaml"
    copy.rename(place.parent.parent / "elsewhere.yaml")
    copy.symlink_to(place.parent.parent / "elsewhere.yaml")


def _signed_otherwise(place: Path) -> None:
    """The sign-off itself: the one after it no longer follows."""
    file = place / "sign-off.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("accepted: low", "accepted: high"), encoding="utf-8")


@pytest.mark.parametrize(
    ("tamper", "problem"),
    [
        (_edit, "@sign_off_copy_changed"),
        (_bank, "@sign_off_copy_gone"),
        (_foreign, "@sign_off_foreign"),
        (_renamed, "@sign_off_name"),
        (_unreadable, "@sign_off_unreadable"),
        (_link, "@sign_off_copy_changed"),
        (_signed_otherwise, "@sign_off_chain"),
        (shutil.rmtree, "@sign_off_chain"),
    ],
)
def test_tampered(tmp_path: Path, tamper: Callable[[Path], object], problem: str) -> None:
    """Of two sign-offs the first was changed: neither holds."""
    file = room(tmp_path)
    first = signed(file)
    signed(file, "approved")
    assert load_sign_offs(file.parent).fits
    tamper(first)
    found = load_sign_offs(file.parent)
    assert problem in [one for each in found.all for one, _ in each.problems]
    assert not found.fits
    assert found.last is None


def test_nothing_signed(tmp_path: Path) -> None:
    """No folder, no sign-off, no complaint."""
    found = load_sign_offs(tmp_path)
    assert (found.all, found.last, found.fits) == ((), None, True)


def problems(file: Path) -> list[tuple[str, str]]:
    """What does not fit."""
    return [problem for one in load_sign_offs(file.parent).all for problem in one.problems]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: 山田 一", "name: 山田 二"),
        ("post: mayor", "post: owner"),
        ("document: つ第1号", "document: つ第9号"),
        ("because: 必要です。", "because: 安全です。"),
        ("# Written by pia approve.", "# Written by somebody."),
        ("\nseal: ", "\non_behalf_of: つ第1号\nseal: "),
    ],
)
def test_a_sealed_record_written_anew(tmp_path: Path, old: str, new: str) -> None:
    """Who, in which post, by which document and why: one word of the last record is enough, and git is not asked."""
    file = room(tmp_path)
    place = signed(file)
    assert problems(file) == []
    edit(place / "sign-off.yaml", old, new)
    assert problems(file) == [("@sign_off_rewritten", "sign-off.yaml")]


def test_something_below_the_seal(tmp_path: Path) -> None:
    """The seal is the last line."""
    file = room(tmp_path)
    record = signed(file) / "sign-off.yaml"
    record.write_text(record.read_text(encoding="utf-8") + "on_behalf_of: つ第1号\n", encoding="utf-8")
    assert problems(file) == [("@sign_off_rewritten", "sign-off.yaml")]


def test_a_seal_taken_off(tmp_path: Path) -> None:
    """Only where no sealed record is before it."""
    file = room(tmp_path)
    first, second = signed(file, "changes_required"), signed(file)
    record = second / "sign-off.yaml"
    record.write_text(record.read_text(encoding="utf-8").partition("seal: ")[0], encoding="utf-8")
    assert problems(file) == [("@sign_off_unsealed", "sign-off.yaml")]
    assert first.exists()


@pytest.mark.parametrize(
    ("outcome", "edits", "what"),
    [
        ("approved_with_conditions", {"outcome: approved_with_conditions": "outcome: approved"}, "accepted"),
        (
            "approved_with_conditions",
            {"outcome: approved_with_conditions": "outcome: approved", "accepted: low": "accepted: high"},
            "conditions",
        ),
        ("approved_with_conditions", {"accepted: low": "accepted: high"}, "accepted"),
        ("refused", {"outcome: refused": "outcome: approved"}, "accepted"),
        ("approved_with_conditions", {"outcome: approved_with_conditions": "outcome: refused"}, "conditions"),
        ("refused", {"outcome: refused": "outcome: expedited"}, "expedited"),
    ],
)
def test_a_record_that_contradicts_itself(tmp_path: Path, outcome: str, edits: dict[str, str], what: str) -> None:
    """One decision made into another by hand, its folder renamed, its seal worked out anew."""
    file = room(tmp_path)
    place = signed(file, outcome)
    for old, new in edits.items():
        edit(place / "sign-off.yaml", old, new)
    record = place / "sign-off.yaml"
    said = next(line for line in record.read_text(encoding="utf-8").splitlines() if line.startswith("outcome: "))
    place = place.rename(place.with_name(f"001-2027-01-15-{said.removeprefix('outcome: ')}"))
    resealed(place)
    assert ("@sign_off_misfit", what) in problems(file)
    assert {problem for problem, _ in problems(file)} == {"@sign_off_misfit"}


@pytest.mark.parametrize(
    "outcome", ["approved", "changes_required", "refused", "expedited", "approved_with_conditions"]
)
def test_whatever_is_signed_fits(tmp_path: Path, outcome: str) -> None:
    """What `pia approve` writes, with a condition in words and a waiver where somebody gave some."""
    file = room(tmp_path)
    hurry = Expedited("市長", "地震", "2027-02-01") if outcome == "expedited" else None
    more = (Condition("都市計画課", "2027-06-01", what="半年後に報告する。"),)
    waivers = (Waiver("k_red_sale", "ordinance", "条例第1号", "2027-02-01"),)
    signed(file, outcome, conditions=more, waivers=waivers, expedited=hurry)
    assert problems(file) == []
