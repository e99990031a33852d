"""`pia migrate` as a person types it: told first, written only when asked."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.city import commit, git
from tests.work.test_migrating import ASSESSMENT, OLD, bank, room

MOVES = """\
migrations:
  renamed: {lib_loans: lib_history}
  options: {lib_loans: {all: each_loan, none: nothing, other: unknown}}
  removed: {lib_kept: {ja: もう残さない。, en: Nothing is kept.}}
"""
NEW = {"lib_history": "nothing each_loan", "lib_desk": "yes_no", "lib_days": "number"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment whose bank has a next version."""
    return room(tmp_path, bank("1.0", OLD), bank("2.0", NEW, MOVES))


def test_told_first_and_written_when_asked(file: Path) -> None:
    """The same lines; the file is as it was until `--write`."""
    home = file.parents[2]
    told = run("migrate", "assessments/t-1", cwd=home, COLUMNS="100")
    assert told.stdout.splitlines() == [
        "assessments/t-1 would become:",
        "  lib 1.0 → 2.0",
        "    lib_history: all → each_loan",
        "    lib_kept (yes) is asked no more; the answer stays as a comment. Nothing is kept.",
        "  Please look at 1 of these.",
        "  Nothing was written. `pia migrate assessments/t-1 --write` does it.",
    ]
    assert file.read_text(encoding="utf-8") == ASSESSMENT
    done = run("migrate", "assessments/t-1", "--write", "--lang", "ja", cwd=home)
    assert done.stdout.startswith("assessments/t-1 を書き換えました:\n")
    assert "  lib_history: each_loan  # decided on Monday\n" in file.read_text(encoding="utf-8")
    again = run("migrate", "assessments/t-1", cwd=home)
    assert again.stdout == "assessments/t-1: nothing to do, its banks are the newest.\n"


def test_json_for_programs(file: Path) -> None:
    """Each move with what a person has to look at."""
    told = json.loads(run("migrate", file, "--to", "lib@2.0", "--json").stdout)
    (step,) = told["files"][0]["steps"]
    assert (told["pia_migrate"], told["written"], step["bank"], step["version"]) == (1, False, "lib", "2.0")
    assert [(one["kind"], one["old"], one["look"]) for one in step["moves"]] == [
        ("version", "lib", False),
        ("mapped", "lib_loans", False),
        ("removed", "lib_kept", True),
    ]


def test_all_are_worked_out_before_one_is_written(file: Path) -> None:
    """A second file that cannot go stops the first, too."""
    broken = file.parent.parent / "t-2" / file.name
    broken.parent.mkdir()
    broken.write_text("assessment: [\n", encoding="utf-8")
    done = run("migrate", file, broken, "--write")
    assert done.returncode == 2
    assert "PIA010" in done.stderr
    assert file.read_text(encoding="utf-8") == ASSESSMENT


@pytest.mark.parametrize(
    ("to", "says"),
    [
        ("lib@9.0", "“lib” has no version 9.0; there are 1.0, 2.0."),
        ("lib", "“lib” is no version of a bank; write it like core@2.0."),
        ("core@1.0", "The assessment does not use the bank “core”; it uses lib."),
    ],
)
def test_ways_that_lead_nowhere(to: str, says: str, file: Path) -> None:
    """One line, exit code 2."""
    done = run("migrate", file, "--to", to)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_what_a_migration_moved_is_told_by_the_bank(file: Path) -> None:
    """Names that changed are no change; what is asked no more is one; the old lines are found under the old names."""
    home = file.parents[2]
    git(home, "init", "-q")
    commit(home, "v1")
    run("migrate", file, "--write")
    told = json.loads(run("diff", "HEAD", "assessments/t-1", "--json", cwd=home).stdout)
    assert [(one["key"], one["what"], one["old_line"]) for one in told["changes"]] == [
        (["banks", "lib"], "changed", 5),
        (["answers", "lib_kept"], "removed", 10),
    ]
    assert [one["weight"] for one in told["banks"]] == ["major"]
    assert [
        (one["id"], one["moment"], one["before"], one["now"]) for one in told["moved"] if one["kind"] == "risk"
    ] == [("lib_known", moment, "low", "high") for moment in ("inherent", "current", "target")]
    causes = {tuple(cause["key"]) for one in told["moved"] for each in one["causes"] for cause in each}
    assert causes == {("bank", "lib", "risks", "lib_known", "severity", "rows", "1")}
