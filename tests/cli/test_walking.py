"""Walks through folders: what they find, and that they never pass over an assessment without a word."""

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.terminal import AS_OF, run
from tests.work.city import commit, git
from tsukuba_pia.cli import checking, walking
from tsukuba_pia.cli.walking import MOST_BEHIND, files_in
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.lint.words import hint_of

DRAFT: Stage = "draft"
SOUND = 'assessment: {name}\nformat: 1\nlanguage: ja\ntitle: {name}\nbanks: {{core: "1.0"}}\nanswers: {{}}\n'


def put(file: Path) -> Path:
    """An assessment, whatever its file is called."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(SOUND.format(name=f"t-{len(str(file))}"), encoding="utf-8")
    return file


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one assessment, where somebody stands."""
    folder = tmp_path / "city"
    put(folder / "a" / "assessment.yaml")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PIA_LANG", "en")
    return folder


def walked(folder: Path) -> tuple[list[str], list[str]]:
    """What a walk finds, and what it passes over."""
    passed: list[Path] = []
    found = [str(one.relative_to(folder)) for one in files_in(folder, passed=passed)]
    return found, [str(one.relative_to(folder)) for one in passed]


@pytest.mark.parametrize("name", ["comments", "approvals", "expected", "assessments/comments/x", "a/expected/b"])
def test_folders_of_any_name(name: str, city: Path) -> None:
    """A name alone hides nothing."""
    put(city / name / "assessment.yaml")
    assert f"{name}/assessment.yaml" in walked(city)[0]


def test_copies_that_were_signed(city: Path) -> None:
    """They are held to their digests, not to the rules of today; only those beside their assessment."""
    put(city / "a" / "approvals" / "001-2027-01-15-approved" / "assessment.yaml")
    assert walked(city) == (["a/assessment.yaml"], [])


@pytest.mark.parametrize("name", ["assessment.yml", "Assessment.yaml", "assessment.yaml.txt", "robot.yaml", "x.yml"])
def test_names_that_are_nearly_right(name: str, city: Path) -> None:
    """Told: the city believes that it is checked."""
    put(city / "b" / name)
    assert walked(city) == (["a/assessment.yaml"], [f"b/{name}"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"assessment": "t-1", "format": 1, "banks": {"core": "1.0"}}', True),
        ('{\n  "assessment": "t-1",\n  "format": 1,\n  "banks": {}\n}', True),
        ('{"pia_score": 1, "assessment": "t-1", "banks": {"core": "1.0"}}', False),
        ("[1, 2]", False),
    ],
)
def test_what_is_one_by_its_keys(text: str, told: bool, city: Path) -> None:
    """Another form hides nothing; what is made from one is none."""
    (city / "b.json").write_text(text, encoding="utf-8")
    assert walked(city) == (["a/assessment.yaml"], ["b.json"] if told else [])


@pytest.mark.parametrize("name", ["node_modules/x", ".pia", "__pycache__/a/b", ".venv", "a/node_modules"])
def test_folders_of_tools(name: str, city: Path) -> None:
    """Not gone through, since others put thousands of files there; but nothing hides in them without a word."""
    put(city / name / "assessment.yaml")
    put(city / ".git" / "assessment.yaml")
    assert walked(city) == (["a/assessment.yaml"], [f"{name}/assessment.yaml"])


def test_links_to_folders(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are not followed; an assessment behind one is told, but for one that is checked under its own name."""
    put(city.parent / "elsewhere" / "deep" / "b" / "assessment.yaml")
    (city / "linked").symlink_to("../elsewhere")
    (city / "same").symlink_to("a")
    (city / "loop").symlink_to(".")
    (city / "gone").symlink_to("nowhere")
    (city / "a" / "evidence").symlink_to("/usr/share")
    assert checking.run(["."], "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["files"], said["not_checked"]) == (["a/assessment.yaml"], ["linked/deep/b/assessment.yaml"])


def test_behind_a_link_not_everything_is_looked_into(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may lead to a whole disk, or round in circles."""
    other = city.parent / "disk"
    for number in range(MOST_BEHIND + 50):
        (other / f"{number:03}").mkdir(parents=True)
    (city / "linked").symlink_to(other)
    looked: list[Path] = []
    scandir = os.scandir

    def counting(folder: Path) -> object:
        looked.append(folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", counting)
    assert walked(city) == (["a/assessment.yaml"], [])
    assert len(looked) == 2 + MOST_BEHIND


def test_what_settings_exclude(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A city that is not checked is no error; an assessment is, at its pattern, whatever else silences something."""
    (city / "old").mkdir()
    (city / "old" / "city.yaml").write_text("city: 架空市\nnonsense: 1\n", encoding="utf-8")
    (city / "pia.toml").write_text('[check]\nexclude = ["none/*", "old/*"]\nignore = ["PIA4"]\n', encoding="utf-8")
    assert checking.run(["."], "concise") == 0
    put(city / "old" / "b" / "assessment.yaml")
    capsys.readouterr()
    git(city, "init", "-q")
    commit(city, "v1")
    for exit_zero, changed, stage in ((False, False, None), (True, False, None), (False, True, DRAFT)):
        assert checking.run(["."], "concise", stage=stage, exit_zero=exit_zero, changed=changed) == 1
        assert "pia.toml:2:1: error PIA563" in capsys.readouterr().out
    checking.run(["."], write_baseline="known.json")
    assert checking.run(["."], "concise", baseline="known.json") == 1


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_not_the_citys(city: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The hint says what to type, and typed it passes over nothing that is the city's."""
    put(city / "assessments" / "a" / "assessment.yaml")
    put(city / "vendor" / "b" / "assessment.yaml")
    (city / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    (city / "questionnaires").mkdir()
    (city / "pia.toml").write_text('[check]\nexclude = ["vendor/*"]\n', encoding="utf-8")
    found = Diagnostic("pia.toml", 2, 1, "PIA563", {"pattern": "vendor/*", "n": "1", "names": "b"})
    (told,) = re.findall(r"pia check ([a-z. ]+[a-z])", hint_of(found, language) or "")
    checking.run(["."], "concise")
    assert "PIA563" in capsys.readouterr().out
    assert checking.run(told.split(), "concise") == 0
    shown = capsys.readouterr()
    assert "PIA563" not in shown.out + shown.err


def test_what_is_excluded_is_named(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a line for a person, by name for a program. Who names a file gets it."""
    for name in "bcdef":
        put(city / "old" / name / "assessment.yaml")
    (city / "pia.toml").write_text('[check]\nexclude = ["old/*"]\n', encoding="utf-8")
    assert checking.run(["."], "text") == 1
    said = capsys.readouterr()
    assert "1 error in 2 files" in said.out
    names = "old/b/assessment.yaml, old/c/assessment.yaml, old/d/assessment.yaml, …"
    why = "excluded by the settings, behind a link, in a folder of tools, or not called assessment.yaml"
    assert said.err == f"Not checked: 5 assessments ({names}): {why}.\n"
    assert checking.run(["."], "json") == 1
    assert json.loads(capsys.readouterr().out)["not_checked"] == [f"old/{name}/assessment.yaml" for name in "bcdef"]
    assert checking.run(["old"], "text") == 2
    assert "Not checked: 5 assessments" in capsys.readouterr().err
    checking.run(["old/b/assessment.yaml"], "json")
    said_of_one = json.loads(capsys.readouterr().out)
    assert said_of_one["files"] == ["old/b/assessment.yaml"]
    assert "not_checked" not in said_of_one


def test_names_are_harmless(city: Path) -> None:
    """A folder's name commands neither a terminal nor a CI service."""
    put(city / "x\n::error::y\x1b[31m\u202e" / "assessment.yml")
    done = run("check", cwd=city)
    assert len(done.stderr.removesuffix(AS_OF).splitlines()) == 1
    assert not {"\x1b", "\u202e"} & set(done.stderr)
    assert "\\u202e" in run("check", "--output-format", "json", cwd=city).stdout


def test_files_that_are_none_of_ours(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those beside no assessment, up to a number: there may be a whole disk of them."""
    for name in ("README.md", "notes/a.txt", "notes/b.txt", "a/evidence/log.md", "node_modules/x.md"):
        (city / name).parent.mkdir(parents=True, exist_ok=True)
        (city / name).write_text("x", encoding="utf-8")
    (city / "notes" / "link.txt").symlink_to(city / "README.md")
    others: list[Path] = []
    list(files_in(city, others=others))
    assert [str(one.relative_to(city)) for one in others] == ["README.md", "notes/a.txt", "notes/b.txt"]
    monkeypatch.setattr(walking, "MOST_OTHERS", 2)
    others = []
    list(files_in(city, others=others))
    assert [str(one.relative_to(city)) for one in others] == ["README.md", "notes/a.txt"]
