"""What every command promises whatever it is given: exit codes, streams, encodings, days, nothing raw on a screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import AS_OF, environment, run
from tests.golden import ROOT
from tests.work.desk import workspace
from tsukuba_pia.cli import walking


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment in a workspace."""
    return workspace(tmp_path)


def shell(line: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A line of bash in which `$PIA` is the command."""
    given = environment(PIA=f"{sys.executable} -m tsukuba_pia", **more)
    return subprocess.run(["/bin/bash", "-c", line], env=given, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("command", ["score", "schema"])
def test_closed_pipe_is_no_failure(command: str, file: Path) -> None:
    """1 would say that something was found, and 0 that all was said."""
    given = "" if command == "schema" else f"'{file.parent}'"
    done = shell(f"$PIA {command} {given} | head -1 >/dev/null; exit ${{PIPESTATUS[0]}}")
    assert done.returncode in (0, 141)  # whether it had said all before
    assert not done.stderr


@pytest.mark.parametrize("reader", ["true", "head -1"])
@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_nobody_who_reads_on_changes_what_was_found(form: str, reader: str, file: Path) -> None:
    """The exit code is about all files, whoever stops reading: `pia check . | head` in CI is as red as without."""
    line = f"$PIA check '{file.parent}' --output-format {form} --stage publication"
    for both in ("", "2>&1"):
        done = shell(f"{line} {both} | {reader} >/dev/null; exit ${{PIPESTATUS[0]}}")
        assert (done.returncode, done.stderr) == (1, "" if both else AS_OF)
    sound = shell(f"$PIA check '{file.parent}' | true; exit ${{PIPESTATUS[0]}}")
    assert sound.returncode == 0


def test_the_day_that_was_set_is_told(file: Path) -> None:
    """No day passes for today without a word: it is what gates are asked for."""
    for command in (["check"], ["verify"], ["approve", "--dry-run"]):
        assert AS_OF in run(*command, file.parent).stderr
    assert "2027-01-15 の時点" in run("check", file.parent, PIA_LANG="ja").stderr
    assert not run("check", file.parent, PIA_TODAY="").stderr
    whole = json.loads(run("check", file.parent, "--output-format", "json").stdout)
    assert whole["as_of"] == "2027-01-15"
    sarif = json.loads(run("check", file.parent, "--output-format", "sarif").stdout)
    assert sarif["runs"][0]["properties"] == {"as_of": "2027-01-15"}
    junit = run("check", file.parent, "--output-format", "junit").stdout
    assert '<property name="as_of" value="2027-01-15"/>' in junit


@pytest.mark.parametrize("command", ["score", "check"])
def test_closed_streams_are_no_bug(command: str, file: Path) -> None:
    """Nobody hears the answer; the exit code is the same."""
    usual = shell(f"$PIA {command} '{file.parent}'").returncode
    assert shell(f"$PIA {command} '{file.parent}' >&-").returncode == usual
    assert shell(f"$PIA {command} '{file.parent}' >&- 2>&-").returncode == usual


@pytest.mark.parametrize("arguments", [["score"], ["check"], ["check", "--output-format", "json"]])
def test_an_encoding_without_japanese_is_no_bug(arguments: list[str], file: Path) -> None:
    """What it cannot say is escaped."""
    done = shell(f"$PIA {' '.join(arguments)} '{file.parent}' --lang ja", PYTHONIOENCODING="ascii")
    assert done.returncode in (0, 1)
    assert "\\u" in done.stdout


@pytest.mark.parametrize("day", ["0", "banana", "2026-02-30", "2026-W01-1"])
def test_what_is_no_day_is_refused(day: str, file: Path) -> None:
    """Compared letter by letter, `0` would keep all evidence valid for ever."""
    done = run("score", file.parent, "--as-of", day)
    assert (done.returncode, done.stdout) == (2, "")
    assert day in done.stderr
    assert run("check", file.parent, PIA_TODAY=day).returncode == 2


def test_unknown_command_names_the_nearest() -> None:
    """Usage, and what was probably meant."""
    done = run("chekc")
    assert done.returncode == 2
    assert "Did you mean “check”?" in done.stderr


def test_folder_without_anything_to_check(tmp_path: Path) -> None:
    """Usage, not a bug."""
    done = run("check", tmp_path)
    assert done.returncode == 2
    assert str(tmp_path.name) in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX pipes")
@pytest.mark.parametrize("command", ["check", "score"])
def test_pipe_without_a_writer_does_not_hang(command: str, tmp_path: Path) -> None:
    """It is read as an empty file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert shell(f"timeout 30 $PIA {command} '{pipe}'").returncode in (1, 2)


def test_folder_that_may_not_be_read_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be looked into is never passed over in silence."""
    closed = file.parent / "closed"
    closed.mkdir()
    scandir = os.scandir

    def refusing(folder: Path) -> object:
        if Path(folder) == closed:
            raise PermissionError(13, "Permission denied", str(closed))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refusing)
    assert closed in list(walking.files_in(file.parent))


def test_names_of_files_are_harmless_in_json(tmp_path: Path) -> None:
    """C1 controls and what reorders text are escaped; the name is still the file's."""
    name = str(tmp_path / "a\u009b31m\u202eb.yaml")
    done = run("check", name, "--output-format", "json")
    assert not {"\u009b", "\u202e"} & set(done.stdout)
    assert json.loads(done.stdout)["files"] == [name]


def test_map_keeps_its_levels_at_forty_columns() -> None:
    """A level that is cut off could be any level."""
    done = run("score", ROOT / "examples" / "sidewalk-robot", "--lang", "ja", COLUMNS="40")
    assert done.returncode == 0
    assert "#…" not in done.stdout
    assert "-…" not in done.stdout
