"""`pia site`: what is said, and how it ends."""

import json
import shutil
from pathlib import Path

import pytest

from tests.golden import ROOT
from tsukuba_pia.cli.main import run

DAY = "2026-12-01"
REFUSED, SENSORS, ROBOT = (
    ROOT / "examples" / one for one in ("internet-vote-first", "air-quality-sensors", "sidewalk-robot")
)


@pytest.fixture(autouse=True)
def _english(own_cache: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIA_LANG", "en")
    monkeypatch.setenv("PIA_TODAY", DAY)


def city(folder: Path, *examples: Path) -> Path:
    """A folder with these examples."""
    for one in examples:
        shutil.copytree(one, folder / one.name)
    return folder


def test_what_is_not_published_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft is nobody's fault; the others are built."""
    place = city(tmp_path / "city", REFUSED, SENSORS, ROBOT)
    assert run(["site", str(place), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().err
    assert "assessments: 2 (made now: 2, not changed: 0)." in said
    assert f"(1): {place / ROBOT.name}" in said
    assert run(["site", str(place), "-o", str(tmp_path / "out")]) == 0
    assert "(made now: 0, not changed: 2)." in capsys.readouterr().err


def test_an_end_decides_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One typed line does not publish what nobody has decided on."""
    place = city(tmp_path / "city", SENSORS, ROBOT)
    file = place / ROBOT.name / "assessment.yaml"
    said = file.read_text(encoding="utf-8")
    assert "\ndates:\n" in said
    file.write_text(
        said.replace("\ndates:\n", "\ndates:\n  ended: {on: 2026-11-01, why: 計画の取りやめ}\n"), encoding="utf-8"
    )
    assert run(["render", str(file)]) == 1
    capsys.readouterr()
    run(["site", str(place), "-o", str(tmp_path / "out")])
    assert "assessments: 1 (made now: 1, not changed: 0)." in capsys.readouterr().err


def test_what_has_findings_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says how to see them; what stood there before stays."""
    place, out = city(tmp_path / "city", SENSORS), tmp_path / "out"
    run(["site", str(place), "-o", str(out)])
    file = place / SENSORS.name / "assessment.yaml"
    file.write_text("assessment: [\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["site", str(place), "-o", str(out)]) == 1
    said = capsys.readouterr().err
    assert f"pia check {file}" in said
    assert (out / "assessments/tsk-2027-air-quality-sensors/index.html").is_file()
    assert "stay as they were published last" in said
    assert f"nobody looked for what they withhold now in the pages that stay (1): {file}" in said


def test_what_is_taken_down_is_named_in_each_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the fields, and then that it still is."""
    place, out, name = city(tmp_path / "city", SENSORS), tmp_path / "out", "tsk-2027-air-quality-sensors"
    run(["site", str(place), "-o", str(out)])
    with (place / SENSORS.name / "assessment.yaml").open("a", encoding="utf-8") as stream:
        stream.write("purpos: x\nwithheld: {team: {reason: security}}\n")
    capsys.readouterr()
    for told in (f"or might be: {name} (withheld.team)", f"may have said, what is withheld (1): {name}"):
        assert run(["site", str(place), "-o", str(out)]) == 1
        assert told in capsys.readouterr().err


def test_drafts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything, and a word of warning."""
    place = city(tmp_path / "city", ROBOT)
    assert run(["site", str(place), "-o", str(tmp_path / "out"), "--draft", "--base-url", "https://x.example"]) == 0
    assert "do not publish it" in capsys.readouterr().err
    register = json.loads((tmp_path / "out" / "register.json").read_text(encoding="utf-8"))
    assert [one["state"] for one in register["assessments"]] == ["draft"]
    assert register["address"] == "https://x.example/"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "is no folder"),
        (["empty"], "no assessment"),
        (["city", "--base-url", "javascript:alert(1)"], "no address of the web"),
        (["city", "--as-of", "yesterday"], "yesterday"),
        (["city", "-o", "full"], "not empty"),
        (["city", "-o", "full/mine.txt"], "Name another folder"),
        (["broken"], "city.yaml cannot be read: pia check"),
    ],
)
def test_bad_input(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: str,
) -> None:
    """One line, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    city(tmp_path / "city", SENSORS)
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    city(tmp_path / "broken", SENSORS)
    (tmp_path / "broken" / "city.yaml").write_text("city: [\n", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    output = [] if "-o" in arguments else ["-o", "out"]
    assert run(["site", *arguments, *output]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert len(said.splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_the_city_says_who_publishes(tmp_path: Path) -> None:
    """Its name, whom to ask, where the register lies, on which terms."""
    place = city(tmp_path / "city", SENSORS)
    (place / "city.yaml").write_text(
        "city: {ja: つくば市, en: Tsukuba City}\ncontact: 総務部\n"
        "register:\n  address: https://pia.example.jp\n  licence: https://creativecommons.org/publicdomain/zero/1.0/\n"
        "  accessibility: https://example.jp/a11y\n  about: ようこそ\n",
        encoding="utf-8",
    )
    assert run(["site", str(place), "-o", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out/en/assessments/tsk-2027-air-quality-sensors/index.html").read_text(encoding="utf-8")
    for word in (
        "Tsukuba City",
        "総務部",
        "https://example.jp/a11y",
        "CC0 1.0",
        'rel="canonical" href="https://pia.ex',
    ):
        assert word in page
    assert "ようこそ" in (tmp_path / "out/index.html").read_text(encoding="utf-8")
