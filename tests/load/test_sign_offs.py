"""Reading sign-offs: what does not fit is told, and gives leave to nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.work.signed import room, signed
from tsukuba_pia.load.sign_offs import load_sign_offs


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
