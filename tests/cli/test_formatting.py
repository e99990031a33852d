"""`pia fmt` as a person and a CI call it."""

from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.desk import ASSESSMENT, workspace

UNTIDY = ASSESSMENT.replace("k_kinds: [face]", "k_kinds: [face ]   # all")
TIDY = ASSESSMENT.replace("k_kinds: [face]", "k_kinds: [face]  # all")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment that is not tidy."""
    return workspace(tmp_path, UNTIDY)


def test_check_writes_nothing(file: Path) -> None:
    """It names the file and ends with 1; what would change is shown on request."""
    done = run("fmt", "--check", file)
    assert (done.returncode, done.stdout) == (1, f"{file}\n")
    shown = run("fmt", "--diff", file)
    assert (shown.returncode, "+  k_kinds: [face]  # all" in shown.stdout) == (1, True)
    assert file.read_text(encoding="utf-8") == UNTIDY


def test_it_lays_out_once(file: Path) -> None:
    """And then there is nothing left to do, for a whole folder."""
    assert run("fmt", file.parents[2]).returncode == 0
    assert file.read_text(encoding="utf-8") == TIDY
    done = run("fmt", "--check", file)
    assert (done.returncode, "0 of 1 file would" in done.stderr) == (0, True)


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_laid_out(file: Path) -> None:
    """With its line."""
    other = file.parents[1] / "t-2" / "assessment.yaml"
    other.parent.mkdir()
    other.write_text("a: [\n", encoding="utf-8")
    done = run("fmt", file.parents[1])
    assert (done.returncode, f"{other}:" in done.stderr) == (1, True)
    assert file.read_text(encoding="utf-8") == TIDY


def test_nothing_there(tmp_path: Path) -> None:
    """Said, with 2."""
    assert run("fmt", tmp_path).returncode == 2
