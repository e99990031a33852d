"""Patterns in the settings that fit no file: told where all that could fit was looked at, and nowhere else."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.test_walking import put
from tsukuba_pia.cli import checking

HEAD = '[check]\nselect = ["PIA036"]\n'
STAGE = 'stage = "publication"\n'


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A city with two assessments, a bank's folder and templates; somebody stands in it."""
    for name in ("iv", "old"):
        put(tmp_path / "assessments" / name / "assessment.yaml")
    (tmp_path / "assessments" / "iv" / "evidence").mkdir()
    (tmp_path / "assessments" / "iv" / "evidence" / "log.md").write_text("x\n", encoding="utf-8")
    (tmp_path / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    (tmp_path / "templates" / "html").mkdir(parents=True)
    (tmp_path / "templates" / "html" / "own.css").write_text(".a { margin: 0 }\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PIA_LANG", "en")
    return tmp_path


def unfit(capsys: pytest.CaptureFixture[str], *paths: str) -> list[tuple[int, str, str]]:
    """The line, level and pattern of each that is told."""
    checking.run(paths, "json", jobs=1)
    found = json.loads(capsys.readouterr().out)["findings"]
    return [
        (one["line"], one["level"], one["message"].partition("“")[2].partition("”")[0])
        for one in found
        if one["code"] == "PIA036"
    ]


def files(*patterns: str) -> str:
    """A part of the settings."""
    return f"[[check.files]]\npaths = {json.dumps(patterns)}\n{STAGE}"


def test_what_fits_no_file_is_told_at_its_line(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing that it could fit was left out: a folder of which it is no part says nothing of it."""
    text = f"{HEAD}{files('assessments/vi', 'assessments/iv', 'assessments/2024-*')}{files('asessments/iv')}"
    (city / "pia.toml").write_text(text, encoding="utf-8")
    in_it = [(4, "warning", "assessments/2024-*"), (4, "warning", "assessments/vi")]
    nowhere = (7, "warning", "asessments/iv")
    assert unfit(capsys) == unfit(capsys, "assessments") == [*in_it, nowhere]
    assert unfit(capsys, "assessments/old") == [in_it[1], nowhere], "where no such folder is, no file is"
    assert unfit(capsys, "assessments/old/assessment.yaml") == []
    os.chdir(city / "assessments" / "old")
    assert unfit(capsys, "..") == [*in_it, nowhere]


def test_what_fits_any_file_is_not_told(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also a template, what is excluded, what a walk passes over, and what a pattern before it has taken."""
    put(city / "assessments" / "x" / "assessment.yml")
    (city / "questionnaires" / "a").mkdir(parents=True)
    (city / "questionnaires" / "a" / "0.1.yaml").write_text("bank: a\n", encoding="utf-8")
    exclude = 'exclude = ["questionnaires", "questionnaires/a/*", "templates"]\n'
    some = files("templates", "questionnaires/a", "assessments/x", "*", ".", "city.yaml", "assessments/o[l]d/*.yaml")
    (city / "pia.toml").write_text(f"{HEAD}{exclude}{some}", encoding="utf-8")
    assert unfit(capsys) == []


def test_of_exclude_it_is_a_note(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is made by a build is not there everywhere; files beside an assessment are looked at all the same."""
    text = '[check]\nexclude = ["build/*", "assessments/iv/evidence", ""]\nfail_on = "warning"\n'
    (city / "pia.toml").write_text(text, encoding="utf-8")
    assert unfit(capsys) == [(2, "note", one) for one in ("", "assessments/iv/evidence", "build/*")]
    (city / "pia.toml").write_text(f'{text}ignore = ["PIA036"]\n', encoding="utf-8")
    assert unfit(capsys) == []


def test_nothing_is_walked_twice(
    city: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And where not all files were looked at, nothing is said."""
    looked: list[str] = []
    scandir = os.scandir

    def counting(folder: Path) -> object:
        if not (place := os.path.relpath(folder)).startswith(os.pardir):  # banks and what is remembered lie elsewhere
            looked.append(place)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", counting)
    assert unfit(capsys) == []
    without = list(looked)
    (city / "pia.toml").write_text(files("assessments/vi"), encoding="utf-8")
    assert unfit(capsys) == [(2, "warning", "assessments/vi")]
    assert looked[len(without) :] == without
    monkeypatch.setattr("tsukuba_pia.cli.walking.MOST_OTHERS", 1)
    monkeypatch.setattr("tsukuba_pia.cli.of_settings.MOST_OTHERS", 1)
    assert unfit(capsys) == []
