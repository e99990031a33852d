"""A city's own face as its user meets it: the guide's ten minutes, what is refused, another language."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.export.own import PART, face_of
from tests.golden import ROOT
from tsukuba_pia.cli import main

CITY = "city: {ja: 見本市, en: Sample City}\nlanguage: ja\n"
GUIDES = (ROOT / "docs" / "own-face.md", ROOT / "docs" / "own-face.ja.md")
_BLOCK = re.compile(r"^```(\w+) (templates/\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ pia (.+)$", re.MULTILINE)


def workspace(folder: Path, files: Mapping[str, str]) -> Path:
    """A city with an assessment and a face of its own."""
    folder.mkdir(exist_ok=True)
    (folder / "city.yaml").write_text(CITY, encoding="utf-8")
    place = folder / "assessments" / "robot"
    place.mkdir(parents=True)
    text = (ROOT / "templates" / "probe.yaml").read_text(encoding="utf-8")
    (place / "assessment.yaml").write_text(text, encoding="utf-8")
    face_of(folder, files)
    return place


Pia = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pia(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Pia:
    """Run a command; its code, what it answers and what it says."""
    monkeypatch.setenv("PIA_TODAY", "2026-11-28")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main.run(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.mark.parametrize("guide", GUIDES, ids=lambda one: one.name)
def test_ten_minutes_from_nothing(guide: Path, tmp_path: Path, pia: Pia, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the guide says to type gives what it says."""
    text = guide.read_text(encoding="utf-8")
    files = {name.removeprefix("templates/"): body for _, name, body in _BLOCK.findall(text)}
    assert len(files) == 5
    workspace(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    said = {}
    for command in _COMMAND.findall(text):
        said[command.split()[0]] = pia(*command.split(), "--lang", "ja" if ".ja." in guide.name else "en")
    assert "PIA03" not in said["check"][1]
    assert all(name in "".join(said["doctor"][1].split()) for name in files)
    assert said["render"][0] == 0
    made = Path("citizen.html").read_text(encoding="utf-8")
    for wanted in ('<img src="data:image/svg+xml', "--accent: #00573f", "</p>"):
        assert wanted in made
    assert pia("render", "assessments/robot", "--draft", "--lang", "tl", "-o", "tl.html")[0] == 0
    assert "Pagtatasa" in Path("tl.html").read_text(encoding="utf-8")


def test_what_is_wrong_stops_every_way_to_a_page(tmp_path: Path, pia: Pia, monkeypatch: pytest.MonkeyPatch) -> None:
    """One finding with file, line and name, in the reader's language; exit 1, and nothing is written."""
    workspace(tmp_path, {PART: "\n{{ oops }}"})
    monkeypatch.chdir(tmp_path)
    told = f"templates/{PART}:2:1: "
    code, out, _ = pia("check", ".", "--lang", "en")
    assert code == 1
    assert f"{told}error PIA030 The city's template does not work: there is nothing of this name (oops)." in out
    for command in (("render", "assessments/robot", "--draft"), ("site", ".", "-o", "out", "--draft")):
        code, _, err = pia(*command, "--lang", "ja")
        assert code == 1
        assert f"{told}エラー PIA030 市のテンプレートが使えません。この名前の値はありません(oops)。" in err
    assert not Path("out").exists()
    assert not Path("assessments/robot/reports").exists()
    assert pia("render", ".", "--draft", "--lang", "en")[0] == 1
    assert pia("doctor", "--json")[0] == 1


def test_the_register_is_made_again_when_the_face_changes(
    tmp_path: Path, pia: Pia, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not while it stays as it is."""
    workspace(tmp_path, {"html/own.css": ":root { --accent: #00573f; }\n"})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    command = ("site", ".", "-o", "out", "--draft", "--jobs", "1", "--lang", "en")
    assert "made now: 1," in pia(*command)[2]
    assert "made now: 0," in pia(*command)[2]
    Path("templates/html/own.css").write_text(":root { --accent: #123456; }\n", encoding="utf-8")
    assert "made now: 1," in pia(*command)[2]
    pages = [file.read_text(encoding="utf-8") for file in Path("out").rglob("index.html")]
    assert sum("--accent: #123456" in one for one in pages) >= 2


def test_a_language_that_nobody_has_is_refused(tmp_path: Path, pia: Pia, monkeypatch: pytest.MonkeyPatch) -> None:
    """With those that there are, the city's own among them; a language of another city is none of ours."""
    place = workspace(tmp_path / "one", {"labels/tl.toml": '[report]\nskip = "Laktawan"\n'})
    other = workspace(tmp_path / "two", {"html/own.css": ""})
    monkeypatch.chdir(tmp_path)
    assert pia("render", str(place), "--draft", "--lang", "tl", "-o", str(tmp_path / "x.html"))[0] == 0
    code, _, err = pia("render", str(place), "--draft", "--lang", "yy")
    assert code == 2
    assert "tl" in err
    assert pia("render", str(place), str(other), "--draft", "--lang", "tl")[0] != 0


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("html/site_assessment.html.j2", '{% extends "html/report.html.j2" %}', "<!--register-->"),
        ("html/site_index.html.j2", "HEAD</head><body><main></main></body></html>", ""),
    ],
)
def test_pages_of_the_register_lose_nothing(  # noqa: PLR0913, PLR0917 - what it is told
    name: str, text: str, part: str, tmp_path: Path, pia: Pia, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PIA031, before a page is moved to its place."""
    head = re.match(r"(?s).*?(?=<meta name=)", (ROOT / "templates" / "html/report.html.j2").read_text(encoding="utf-8"))
    assert head is not None
    plain = head[0].replace("{{ report.language }}", "ja").replace("{% block policy %}{% endblock %}", "")
    workspace(tmp_path, {name: text.replace("HEAD", plain)})
    monkeypatch.chdir(tmp_path)
    code, _, err = pia("site", ".", "-o", "out", "--draft", "--jobs", "1", "--lang", "en")
    assert code == 1
    lost = f"templates/{name}:1:1: error PIA031 The city's template has lost what every page has, or says there: {part}"
    assert lost in err
    assert not list(Path("out").rglob("*.html"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("html/_risks.html.j2", '{% if report.id == "probe" %}{% include "shipped/html/_risks.html.j2" %}{% endif %}'),
        ("html/_head.html.j2", '{% if report.id == "probe" %}{% include "shipped/html/_head.html.j2" %}{% endif %}'),
        ("html/own.css", "{% if report is defined and report.id != 'probe' %}#risks { left: -999px; }{% endif %}"),
    ],
)  # fmt: skip
def test_each_page_is_held_to_the_shipped_one(
    name: str, text: str, tmp_path: Path, pia: Pia, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not the small made-up one alone: a template may show a part of that one only, on purpose or not."""
    place = workspace(tmp_path, {name: text})
    file = place / "assessment.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("assessment: probe", "assessment: tsk-7"), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    for command in (("render", "assessments/robot", "--draft"), ("site", ".", "-o", "out", "--draft", "--jobs", "1")):
        code, _, err = pia(*command, "--lang", "en")
        assert code == 1
        assert "error PIA03" in err
    assert not list(Path("out").rglob("*.html"))
    assert not list(place.rglob("*.html"))
