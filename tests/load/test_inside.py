"""Links that lead out of where a person works are not followed, so that no line of somebody's file is told."""

import json
from pathlib import Path

import pytest

from tests.work.desk import BANK
from tsukuba_pia.cli import checking, formatting
from tsukuba_pia.cli.main import run
from tsukuba_pia.load.inside import leads_out
from tsukuba_pia.work.opening import open_assessment

PRIVATE = "root:x:0:0:secret"
SOUND = 'assessment: a\nformat: 1\nlanguage: ja\ntitle: 台帳\nbanks: {kiosk: "0.1"}\nanswers:\n  k_sold: no\n'
PLACES = {
    "an assessment": "b/assessment.yaml",
    "minutes": "a/minutes/2027-01-15.yaml",
    "a city's profile": "city.yaml",
    "a bank": "questionnaires/kiosk/0.1.yaml",
    "a record of releases": "questionnaires/released.sha256",
    "settings": "pia.toml",
    "settings that are shared": "pyproject.toml",
}


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and beside it somebody's file."""
    folder = tmp_path / "city"
    for name, text in {"city.yaml": "city: 架空市\n", "a/assessment.yaml": SOUND, PLACES["a bank"]: BANK}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "private").write_text(f"{PRIVATE}\n{PRIVATE}: [\ntool.pia: {PRIVATE}\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PIA_LANG", "en")
    return folder


def link(city: Path, name: str, target: Path | str) -> Path:
    """A link in place of a file."""
    place = city / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    place.symlink_to(target)
    return place


@pytest.mark.parametrize("name", PLACES.values(), ids=PLACES)
def test_nothing_of_it_is_told(name: str, city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On a walk or named, in whatever format; that it was not followed is, and nothing lets it through."""
    link(city, name, "../" * (1 + name.count("/")) + "private")
    for paths in ([], [name] if name.endswith("yaml") else []):
        for form in checking.formats():
            assert checking.run(paths, form, exit_zero=not name.endswith(".toml")) == 1
            said = capsys.readouterr()
            assert PRIVATE not in said.out + said.err
    checking.run([], "json")
    reasons = [one["message"] for one in json.loads(capsys.readouterr().out)["findings"] if one["code"] == "PIA001"]
    assert any("it is a link that leads out of the folder" in one for one in reasons)


def test_other_commands_follow_it_no_more(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They read by the same door."""
    place = link(city, "b/assessment.yaml", city.parent / "private")
    for arguments in (["score", str(place)], ["status", str(place)], ["render", str(place)], ["fmt", "--diff", "."]):
        assert run(arguments) != 0
        said = capsys.readouterr()
        assert PRIVATE not in said.out + said.err
    assert [one.args for one in open_assessment(place, "2027-01-15").diagnostics] == [{"reason": "@leads_out"}]
    assert formatting.run([str(place)], check=True, show=False, stdin_filename=None) == 1


def test_links_inside_are_followed(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Within the folder, the workspace, or the repository around it; where there is none, the current folder."""
    link(city, "b/assessment.yaml", "../a/assessment.yaml")
    link(city, "a/minutes/2027-01-15.yaml", "../../talk.yaml")
    (city / "talk.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    checking.run([], "json")
    assert "PIA001" not in capsys.readouterr().out
    (city.parent / "shared.yaml").write_text(SOUND, encoding="utf-8")
    place = link(city, "b/assessment.yaml", "../../shared.yaml")
    assert leads_out(place)
    (city.parent / ".git").mkdir()
    assert not leads_out(place)


def test_without_workspace_and_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder, if the link lies in it."""
    (tmp_path / "x").mkdir()
    (tmp_path / "shared.yaml").write_text(SOUND, encoding="utf-8")
    place = link(tmp_path, "x/assessment.yaml", "../shared.yaml")
    monkeypatch.chdir(tmp_path)
    assert not leads_out(Path("x/assessment.yaml"))
    assert not leads_out(place)
    monkeypatch.chdir(tmp_path / "x")
    assert leads_out(Path("assessment.yaml"))
    monkeypatch.chdir("/")
    assert leads_out(place)


def test_a_folder_of_banks_that_is_elsewhere(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A bank is not taken from there, and that is said."""
    (city / "questionnaires" / "kiosk").rename(city.parent / "kiosk")
    (city / "questionnaires" / "kiosk").symlink_to(city.parent / "kiosk")
    assert checking.run(["a"], "json") == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["code"], one["file"]) for one in found] == [("PIA001", PLACES["a bank"])]


def test_evidence_that_is_elsewhere(city: Path) -> None:
    """It counts as missing."""
    text = f"{SOUND}  k_masking: {{answer: implemented, evidence: [proof.md]}}\n"
    (city / "a" / "assessment.yaml").write_text(text, encoding="utf-8")
    link(city, "a/proof.md", "../../private")
    assert open_assessment(city / "a", "2027-01-15").loaded.missing_evidence == {"proof.md"}
