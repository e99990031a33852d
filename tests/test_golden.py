"""The golden files' own tests: a report that changed is noticed, shown, kept beside the old one."""

from pathlib import Path

import pytest

from tests import golden
from tests.golden import Golden


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A golden file in a project of its own."""
    monkeypatch.setattr(golden, "ROOT", tmp_path)
    file = tmp_path / "examples" / "robot" / "expected" / "report.md"
    file.parent.mkdir(parents=True)
    file.write_text("one\ntwo\n", encoding="utf-8")
    return file


def test_same_text_passes_and_is_remembered(place: Path) -> None:
    """The file counts as looked at."""
    used: set[str] = set()
    Golden(used, update=False)(place, "one\ntwo\n")
    assert used == {"examples/robot/expected/report.md"}


@pytest.mark.parametrize(
    ("actual", "shown"),
    [("one\nthree\n", "+three"), ("one\r\ntwo\r\n", "line ends only"), ("one\ntwo", "line ends only")],
)
def test_other_text_fails_with_the_difference_and_is_kept(place: Path, actual: str, shown: str) -> None:
    """The old file stays as it is."""
    with pytest.raises(pytest.fail.Exception, match="differs") as failure:
        Golden(set(), update=False)(place, actual)
    assert shown in str(failure.value)
    assert place.read_text(encoding="utf-8") == "one\ntwo\n"
    assert place.with_name("report.md.actual").read_bytes() == actual.encode()


def test_a_missing_file_fails(place: Path) -> None:
    """A new report is read by a person first."""
    place.unlink()
    with pytest.raises(pytest.fail.Exception, match="is not there"):
        Golden(set(), update=False)(place, "one\n")


def test_update_writes_and_clears_what_was_kept(place: Path) -> None:
    """What came out earlier is no longer news."""
    place.with_name("report.md.actual").write_text("old", encoding="utf-8")
    Golden(set(), update=True)(place, "three\n")
    assert place.read_bytes() == b"three\n"
    assert not place.with_name("report.md.actual").exists()
