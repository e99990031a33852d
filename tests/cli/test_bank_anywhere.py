"""A bank begun in a folder that is no workspace yet: the commands named next find it there."""

from pathlib import Path

import pytest

from tests.cli.terminal import run

NEXT = [("list",), ("test", "lunch"), ("show", "lunch"), ("coverage", "lunch"), ("diff", "lunch@0.1", "lunch")]


@pytest.mark.parametrize("command", NEXT, ids=lambda command: command[0])
def test_a_new_bank_is_found_without_a_citys_profile(command: tuple[str, ...], tmp_path: Path) -> None:
    """Told to run `pia bank test lunch`, nobody hears that there is no such bank."""
    assert run("bank", "new", "lunch", cwd=tmp_path).returncode == 0
    done = run("bank", *command, cwd=tmp_path)
    assert (done.returncode, "lunch" in done.stdout) == (0, True), done.stderr


def test_it_can_be_released_there(tmp_path: Path) -> None:
    """The record lies beside it."""
    run("bank", "new", "lunch", cwd=tmp_path)
    file = tmp_path / "questionnaires/lunch/0.1.yaml"
    file.write_text(file.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")
    assert run("bank", "release", "lunch", cwd=tmp_path).returncode == 0
    assert "lunch/0.1.yaml" in (tmp_path / "questionnaires/released.sha256").read_text("utf-8")
