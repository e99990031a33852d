"""`pia check` as CI calls it: files, order, exit codes, what nothing silences."""

import io
import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.desk import workspace
from tsukuba_pia.cli import checking
from tsukuba_pia.problems import Problem

ROBOT = """assessment: {name}
format: 1
language: ja
title: 配送ロボット
banks: {{core: "1.0"}}
answers:
  core_purpose: {answer}
"""
NUMBER = "123456789018"  # a My Number by its check digit; a made-up one


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in which two assessments have an answer that there is not."""
    for name in ("b-second", "a-first"):
        file = tmp_path / "assessments" / name / "assessment.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(ROBOT.format(name=name, answer="nonsense"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PIA_LANG", "en")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


def files_of(text: str) -> list[str]:
    """The files of the findings."""
    return [one["file"] for one in json.loads(text)["findings"] if one["code"] == "PIA402"]


def test_the_order_of_paths_changes_nothing(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By path, each file once."""
    del city
    one, two = "assessments/b-second/assessment.yaml", "assessments/a-first/assessment.yaml"
    assert checking.run([one, two, one], "json") == 1
    first = capsys.readouterr().out
    assert checking.run([two, one], "json") == 1
    assert capsys.readouterr().out == first
    assert files_of(first) == [two, one]


def test_the_seed_of_hashes_changes_nothing(city: Path) -> None:
    """Not even what is found in several files together."""
    for name in "cdefgh":
        file = city / "assessments" / name / "assessment.yaml"
        file.parent.mkdir()
        file.write_text(ROBOT.format(name=name, answer="specific"), encoding="utf-8")
    (city / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    said = {run("check", "--no-cache", "--output-format", "json", PYTHONHASHSEED=seed).stdout for seed in "123"}
    assert len(said) == 1
    assert {one["code"] for one in json.loads(said.pop())["findings"]} >= {"PIA552"}


def test_one_file_by_several_names(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counted once, and told by the shortest of them; a link to a file is another file."""
    name = "assessments/a-first/assessment.yaml"
    (city / "linked-assessments").symlink_to("assessments")
    (city / "assessments/c-third").mkdir()
    (city / "assessments/c-third/assessment.yaml").symlink_to("../a-first/assessment.yaml")
    names = [str(city / name), name, f"./assessments/../{name}", f"linked-assessments/{name.partition('/')[2]}"]
    for order in (names, names[::-1]):
        assert checking.run(order, "json") == 1
        said = json.loads(capsys.readouterr().out)
        assert said["files"] == [name]
        assert [one["file"] for one in said["findings"]] == [name]
    checking.run([*names, "assessments/c-third"], "json")
    assert len(json.loads(capsys.readouterr().out)["files"]) == 2


def test_output_file(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The findings go there, their number is said; a second run writes over the first."""
    for form in checking.formats():
        place = city / f"out.{form}"
        for _ in range(2):
            assert checking.run(["assessments"], form, str(place)) == 1
        said = capsys.readouterr()
        assert not said.out
        assert "2 files" in said.err
        assert "PIA402" in place.read_text(encoding="utf-8")


def test_statistics(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How often, which code, what about; to the talk, so that the answer stays what it was."""
    del city
    checking.run(["assessments"], "json", statistics=True)
    said = capsys.readouterr()
    json.loads(said.out)
    assert any(line.split()[:2] == ["2", "PIA402"] for line in said.err.splitlines())


def test_exit_zero_never_reaches_the_gates(city: Path) -> None:
    """An answer that there is not may be let through; a My Number may not."""
    assert checking.run(["assessments"], "json", exit_zero=True) == 0
    file = city / "assessments/a-first/assessment.yaml"
    file.write_text(file.read_text(encoding="utf-8") + f"conclusion: {NUMBER} に送った。\n", encoding="utf-8")
    assert checking.run(["assessments"], "json", exit_zero=True) == 1


def test_github_also_gets_a_summary(
    city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Added to what the job has said already."""
    place = city / "summary.md"
    place.write_text("# before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(place))
    assert checking.run(["assessments"], "github") == 1
    assert "::error file=assessments/a-first/assessment.yaml,line=7," in capsys.readouterr().out
    summed = place.read_text(encoding="utf-8")
    assert summed.startswith("# before\n")
    assert "| PIA402 |" in summed


@pytest.mark.parametrize("again", [False, True])
def test_files_that_an_error_keeps_from_being_checked_are_named(
    city: Path, capsys: pytest.CaptureFixture[str], *, again: bool
) -> None:
    """Also where it is remembered; one whose answers are wrong was held to its rules."""
    file = city / "assessments/a-first/assessment.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "dates: {starts_on: soon}\n", encoding="utf-8")
    for _ in range(1 + again):
        assert checking.run(["assessments"], "json") == 1
        told = json.loads(capsys.readouterr().out)
        assert told["not_held"] == ["assessments/a-first/assessment.yaml"]


def test_a_format_that_there_is_not(city: Path) -> None:
    """Named, with those that there are."""
    del city
    with pytest.raises(Problem) as caught:
        checking.run(["assessments"], "yaml")
    assert caught.value.code == "no_format"


def typed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an editor pipes in."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def test_what_is_not_saved_yet(city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """As the file that it will be: with its evidence, its banks and its city; the file itself is not looked at."""
    name = "assessments/a-first/assessment.yaml"
    typed((city / name).read_text(encoding="utf-8").replace("nonsense", "specific"), monkeypatch)
    assert checking.run(["-"], "json", stdin_filename=name) == 0
    assert json.loads(capsys.readouterr().out)["files"] == [name]
    with pytest.raises(Problem) as caught:
        checking.run(["-"], "json")
    assert caught.value.code == "stdin_without_name"


def test_a_bank_that_is_not_saved_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its rules see what was typed, and the cache keeps both apart."""
    file = workspace(tmp_path)
    bank = next(file.parents[2].glob("questionnaires/*/*.yaml"))
    for old, new, code in (
        ("k_sold, is: yes", "k_soldd, is: yes", 1),
        ("", "", 0),
        ("k_sold, is: yes", "k_old, is: yes", 1),
    ):
        typed(bank.read_text(encoding="utf-8").replace(old, new), monkeypatch)
        assert checking.run(["-"], "concise", stdin_filename=str(bank)) == code
        assert ("PIA203" in capsys.readouterr().out) == bool(code)


def test_only_what_changed(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And what that concerns; what git does not know yet has changed too."""
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    (city / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *command], check=True)

    def files() -> list[str]:
        checking.run(["."], "json", changed=True)
        found: list[str] = json.loads(capsys.readouterr().out)["files"]
        return found

    assert len(files()) == 3, "where git knows of no change, nobody says that all is well unseen"
    (city / "README.md").write_text("x", encoding="utf-8")
    subprocess.run([*git, "add", "README.md"], check=True)
    assert files() == []
    evidence = city / "assessments/a-first/evidence/new.md"
    evidence.parent.mkdir()
    evidence.write_text("x", encoding="utf-8")
    assert files() == ["assessments/a-first/assessment.yaml"]
    evidence.unlink()
    (city / "city.yaml").write_text("city: 別の市\n", encoding="utf-8")
    assert len(files()) == 3
    subprocess.run([*git, "commit", "-qam", "second"], check=True)
    checking.run(["."], "json", against="HEAD~1", changed=True)
    assert len(json.loads(capsys.readouterr().out)["files"]) == 3
