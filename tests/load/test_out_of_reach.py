"""What lies beside an assessment and cannot be reached is not “none”: whoever asks is told that it cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.nobody import as_nobody, open_to_all
from tsukuba_pia.load.comment_windows import load_windows
from tsukuba_pia.load.minutes import minutes_files
from tsukuba_pia.load.sign_offs import load_sign_offs
from tsukuba_pia.model.assessment import Assessment, Consultation
from tsukuba_pia.model.sign_off import SignOffs

WINDOW = Consultation("c1", "市民")


def windows(folder: Path) -> object:
    """The comment windows of an assessment whose file names no digest."""
    return load_windows(Assessment("t-1", 1, "ja", "題", {}, consultations=(WINDOW,)), folder)


@pytest.mark.parametrize(
    ("room", "look"), [("approvals", load_sign_offs), ("minutes", minutes_files), ("comments", windows)]
)
def test_a_room_that_cannot_be_reached(room: str, look: Callable[[Path], object]) -> None:
    """A sign-off, minutes or a record that is hidden would make what it says untrue."""
    with open_to_all() as folder:
        assert look(folder) in (SignOffs(), [], ())  # where there is none
        closed = folder / "closed"
        (closed / room).mkdir(parents=True)
        (folder / room).symlink_to(closed / room)
        closed.chmod(0)
        with as_nobody(), pytest.raises(PermissionError):
            look(folder)
