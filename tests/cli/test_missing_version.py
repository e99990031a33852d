"""An assessment that was answered against a version of a bank that is not there: told alike, whatever is asked for."""

from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.signed import edit, room, signed

WHO = ("--outcome", "refused", "--name", "山田 一", "--post", "mayor", "--document", "1", "--because", "x")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """On a version that was never there."""
    made = room(tmp_path)
    signed(made)
    edit(made, 'kiosk: "0.1"', 'kiosk: "0.9"')
    return made


@pytest.mark.parametrize(
    "asked",
    [
        ("check",),
        ("score",),
        ("score", "--json"),
        ("status",),
        ("migrate",),
        ("migrate", "--write"),
        ("verify",),
        ("verify", "--rescore", "--json"),
        ("approve", *WHO, "--on-behalf-of", "1"),
        ("approve", *WHO, "--dry-run"),
        ("comment", "--dry-run"),
        ("plan",),
        ("review",),
        ("render", "--draft", "-o", "-"),
        ("diff", "OTHER"),
    ],
    ids=" ".join,
)
def test_place_versions_and_way_out(file: Path, tmp_path: Path, asked: tuple[str, ...]) -> None:
    """File, line and column; the versions that there are; not a zero; and nothing is written."""
    other = room(tmp_path / "other")
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file() and ".lock" not in one.name}
    command, *more = (str(other) if one == "OTHER" else one for one in asked)
    done = run(command, str(file), *more)
    told = " ".join((done.stdout + done.stderr).split())
    line = next(n for n, one in enumerate(file.read_text("utf-8").splitlines(), 1) if one.startswith("banks:"))
    assert done.returncode in (1, 2)
    assert f"{file}:{line}:16: error PIA219 The bank “kiosk@0.9” is not there." in told
    assert "There are the versions 0.1." in told
    assert "`pia bank list` shows what there is" in told
    after = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file() and ".lock" not in one.name}
    assert after == before


def test_an_older_one_that_went_away(file: Path, tmp_path: Path) -> None:
    """The snapshot keeps what it was signed on; a way forward is a way out."""
    edit(file, 'kiosk: "0.9"', 'kiosk: "0.0"')
    assert run("check", file).returncode == 1
    done = run("migrate", file, "--to", "kiosk@0.1", "--write")
    assert (done.returncode, run("check", file).returncode) == (0, 0), done.stderr
    bank = tmp_path / "questionnaires" / "kiosk" / "0.1.yaml"
    bank.rename(bank.with_name("0.2.yaml"))
    gone = run("verify", file)
    assert gone.returncode == 2
    assert "There are the versions 0.2." in gone.stderr
