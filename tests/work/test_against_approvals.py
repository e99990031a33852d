"""Sign-offs held to what they were at a revision of git: what was signed stays, new ones come behind it."""

import shutil
from pathlib import Path

import pytest

from tests.work.city import commit, git
from tests.work.signed import room, signed
from tsukuba_pia.cli import checking
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.work.against_git import files_below, revision
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files, diagnostics_of

DAY = "2027-01-20"


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    """An assessment that was sent back and then refused; committed as `v1`."""
    file = room(tmp_path)
    signed(file, "changes_required", because="足りません。")
    signed(file, "refused", because="危険です。", document="つ第2号")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "v1")
    return file


def told(file: Path, language: str = "en") -> list[str]:
    """What is said of the sign-offs."""
    at = revision(file.parent, "v1")
    found = diagnostics_of(check_files([file], Demand(DAY, since=at)))
    return [message_of(one, language) for one in found if one.code == "PIA561"]


def last(file: Path) -> Path:
    """The folder of the last sign-off."""
    return max((file.parent / "approvals").iterdir())


def test_as_it_was(file: Path) -> None:
    """Also with another sign-off behind it, and with attributes that keep git from changing line ends."""
    assert told(file) == []
    (last(file) / ".gitattributes").write_text("* -text\n", encoding="utf-8")
    signed(file, "changes_required", DAY)
    assert told(file) == []


def test_a_sign_off_taken_out(file: Path) -> None:
    """The last one, which no other is bound to; all of them."""
    name = last(file).name
    shutil.rmtree(last(file))
    assert told(file) == [f"The sign-off approvals/{name} is not what it was at v1: it is gone."]
    assert told(file, "ja") == [
        f"決裁の記録「approvals/{name}」が、リビジョン v1 のものと違います(記録がなくなっています)。"
    ]
    shutil.rmtree(file.parent / "approvals")
    assert len(told(file)) == 2


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("危険です。", "別に。", "because"),
        ("つ第2号", "つ第3号", "document"),
        ("山田 一", "山田 二", "signed"),
        ("", "accepted: low\n", "accepted"),
    ],
)
def test_a_sign_off_written_anew(file: Path, old: str, new: str, key: str) -> None:
    """Which of its keys say something else."""
    place = last(file) / "sign-off.yaml"
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")
    (said,) = told(file)
    assert said.endswith(f"it was written anew (sign-off.yaml), changed: `{key}`.")


def test_a_snapshot_changed(file: Path) -> None:
    """A file of it written anew, taken out, or made a link."""
    copy = last(file) / "assessment.yaml"
    before = copy.read_bytes()
    copy.write_bytes(before + b"# more\n")
    assert told(file)[0].endswith("it was written anew (assessment.yaml).")
    copy.unlink()
    assert told(file)[0].endswith("a file of it is gone (assessment.yaml).")
    other = file.parent / "same.yaml"
    other.write_bytes(before)
    copy.symlink_to(other)
    assert told(file)[0].endswith("it was written anew (assessment.yaml).")


def test_a_number_used_again(file: Path) -> None:
    """Another decision in the place of the last one fits its own digests; it is not what was decided."""
    shutil.rmtree(last(file))
    signed(file, "approved")
    assert len(told(file)) == 1


def test_gone_with_its_assessment(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole folder taken out of the repository takes a refusal with it; one that was moved does not."""
    monkeypatch.setenv("PIA_TODAY", DAY)
    monkeypatch.setenv("PIA_LANG", "en")
    monkeypatch.chdir(file.parents[2])
    home = file.parent
    shutil.move(home, home.parent / "t-9")
    checking.run([], "concise", against="v1", no_cache=True)
    assert "PIA561" not in capsys.readouterr().out
    shutil.rmtree(home.parent / "t-9")
    for changed in (False, True):
        assert checking.run([], "concise", against="v1", no_cache=True, changed=changed, exit_zero=True) == 1
        out = capsys.readouterr().out
        assert "assessments/t-1/assessment.yaml:1:1: error PIA561" in out
        assert "it is gone with its assessment." in out


def test_a_folder_whose_name_ends_in_a_dot(file: Path) -> None:
    """It is not the whole repository."""
    place = file.parents[2] / "odd."
    place.mkdir()
    (place / "a").write_text("a", encoding="utf-8")
    commit(file.parents[2], "v2")
    assert files_below(revision(place, "v2"), place) == (place / "a",)
    assert files_below(revision(place, "v2"), place / "x" / "..") == (place / "x" / ".." / "a",)
