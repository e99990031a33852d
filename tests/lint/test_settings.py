"""Settings: which file holds, what they choose, what they never reach, and what is wrong with them."""

import json
from pathlib import Path

import pytest
import typer

from tsukuba_pia.cli import checking, context
from tsukuba_pia.cli.configuring import run as show
from tsukuba_pia.lint.settings import Settings, parse_settings, settings_near
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.work.opening import open_assessment

TEXT = """# how we check
[check]
ignore = ["PIA303"]
exclude = ["archive/*"]
fail_on = "warning"

[[check.files]]
paths = ["assessments/old/*"]
ignore = [
  "PIA4",
]
stage = "publication"

[[check.files]]
paths = ["assessments/old/really/*"]
stage = "follow-up"
"""


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PIA_LANG", "en")
    return tmp_path


def settings(folder: Path, text: str = TEXT) -> Settings:
    """What a pia.toml there says."""
    (folder / "pia.toml").write_text(text, encoding="utf-8")
    found = settings_near(folder)
    assert found.source is not None
    assert not found.source.diagnostics
    return found


def told(text: str) -> list[tuple[int, int, str]]:
    """What is wrong with settings."""
    source = parse_settings(Path("pia.toml"), text).source
    assert source is not None
    return [(one.line, one.column, one.code) for one in source.diagnostics]


def test_choosing(city: Path) -> None:
    """Everywhere, by path, and the last part that fits says the stage."""
    chosen = settings(city)
    new, old = city / "assessments/new/assessment.yaml", city / "assessments/old/a/assessment.yaml"
    assert [chosen.wants(code, new) for code in ("PIA303", "PIA402", "PIA501")] == [False, True, True]
    assert [chosen.wants(code, old) for code in ("PIA303", "PIA402", "PIA601")] == [False, False, True]
    really = city / "assessments/old/really/assessment.yaml"
    assert [chosen.stage(file) for file in (new, old, really)] == [None, "publication", "follow-up"]
    assert chosen.excluded(city / "archive/2020/assessment.yaml")


@pytest.mark.parametrize(("pattern", "fits"), [
    ("assessments/iv", "a"), ("./assessments/iv/", "a"), ("assessments/iv/*", "a"), ("assessments", "a b"),
    (".", "a b c"), ("*", "a b c"), ("assessments/i?", "a"), ("assessments/iv/assessment.yaml", "a"), ("iv", ""),
    ("assessments/i", ""), ("Assessments/iv", ""), ("", ""), ("assessments/../city.yaml", "c"),
])  # fmt: skip
def test_a_folder_stands_for_all_below_it(city: Path, pattern: str, fits: str) -> None:
    """In each list of patterns, however the folder is written."""
    files = {"a": "assessments/iv/assessment.yaml", "b": "assessments/iv2/assessment.yaml", "c": "city.yaml"}
    part = f'[[check.files]]\npaths = ["{pattern}"]\nignore = ["PIA4"]\nstage = "review"\n'
    chosen = settings(city, f'[check]\nexclude = ["{pattern}"]\n{part}')
    for name, file in files.items():
        held = name in fits.split()
        place = city / file
        assert (chosen.excluded(place), chosen.stage(place) == "review", chosen.wants("PIA402", place)) == (
            held, held, not held,
        )  # fmt: skip


def test_a_file_has_one_name_from_wherever_it_is_named(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also by a way that leads up and down again."""
    settings(city)
    (city / "sub").mkdir()
    monkeypatch.chdir(city / "sub")
    chosen = settings_near(Path())
    assert chosen.stage(Path("../assessments/old/a/assessment.yaml")) == "publication"
    assert settings_near(Path("../sub")).name(Path("../x")) == "x"
    assert chosen.name(Path("../../elsewhere")) == "../../elsewhere"


def test_gates_bind_also_where_they_are_not_selected(city: Path) -> None:
    """Selecting narrows everything else."""
    chosen = settings(city, '[check]\nselect = ["PIA2"]\n')
    here = city / "assessment.yaml"
    assert [chosen.wants(code, here) for code in ("PIA203", "PIA402", "PIA501", "PIA601")] == [True, False, True, True]


def test_the_nearest_file_holds(city: Path) -> None:
    """A pyproject.toml without our table is none; pia.toml comes before it."""
    inner = city / "a/b"
    inner.mkdir(parents=True)
    settings(city)
    (city / "a/pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert settings_near(inner).check.fail_on == "warning"
    (city / "a/pyproject.toml").write_text("[tool.pia.check]\nfail_on = 'note'\n", encoding="utf-8")
    assert settings_near(inner).check.fail_on == "note"
    (city / "a/pia.toml").write_text("", encoding="utf-8")
    assert settings_near(inner).check.fail_on is None


@pytest.mark.parametrize(("text", "expected"), [
    ("[check\n", [(1, 7, "PIA020")]), ("[check]\nignore = ['PIA3'\n\n", [(2, 17, "PIA020")]),
    ("[check]\ncolour = 1\nfail_on = 'never'\n", [(2, 1, "PIA101"), (3, 1, "PIA104")]),
    ("[chekc]\n", [(1, 2, "PIA101")]),
    ("[check]\nignore = 'PIA3'\n", [(2, 1, "PIA103")]),
    ("[check]\nselect = ['PIA2', 'PIA99']\n", [(2, 1, "PIA023")]),
    ("[check]\nignore = ['PIA5']\n[[check.files]]\npaths = ['*']\nignore = ['PIA601']\n",
     [(2, 1, "PIA023"), (5, 1, "PIA023")]),
    ("[[check.files]]\nignore = ['PIA3']\n", [(1, 3, "PIA102")]),
    ("[check]\nselect = ['PIA99']\nignore = ['PIA999', 3]\ncolour = 1\n[[check.files]]\nignore = ['PIA5']\n",
     [(2, 1, "PIA023"), (3, 1, "PIA023"), (3, 1, "PIA103"), (4, 1, "PIA101"), (5, 3, "PIA102"), (6, 1, "PIA023")]),
    ("[check]\nfiles = 3\nselect = 'PIA99'\n", [(2, 1, "PIA103"), (3, 1, "PIA103")]),
    ("check = 3\n", [(1, 1, "PIA103")]),
    ("[[check.files]]\npaths = ['a']\n[[check.files]]\npaths = ['b']\nstage = 'later'\n", [(5, 1, "PIA104")]),
])  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(text: str, expected: list[tuple[int, int, str]]) -> None:
    """All of it at once; and then no setting holds."""
    assert told(text) == expected
    assert parse_settings(Path("pia.toml"), text).check == Settings().check


@pytest.mark.parametrize(("text", "reason"), [
    ("ignore = [PIA303]", "@toml_value"), ("ignore ['PIA303']", "@toml_equals"),
    ("ignore = ['PIA303'", "@syntax_bracket"),
    ("fail_on = 'note", "@toml_quote"), ('fail_on = "note', "@toml_quote"), ("fail_on = 'note' or", "@toml_line"),
    ('fail_on = "\\q"', "@syntax_escape"), ("[check]", "@toml_twice"), ("日本 = 1", "@toml_other"),
])  # fmt: skip
def test_what_is_no_toml_is_told_in_our_words(text: str, reason: str) -> None:
    """The reader's own are English, and another version has others."""
    source = parse_settings(Path("pia.toml"), f"[check]\n{text}\n").source
    assert source is not None
    assert [(one.code, one.args) for one in source.diagnostics] == [("PIA020", {"reason": reason})]
    said = message_of(source.diagnostics[0], "ja").replace("TOML", "")
    assert not any(letter.isascii() and letter.isalpha() for letter in said)


def test_a_format_that_there_is_not(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error at its place, which `pia config show` tells too, with all others; then no setting holds."""
    text = "[check]\nexclude = ['x/*']\noutput_format = 'jsno'\nignore = ['PIA999']\n"
    (city / "pia.toml").write_text(text, encoding="utf-8")
    (city / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    assert checking.run(["."]) == 1
    said = capsys.readouterr().out
    assert "pia.toml:3:1" in said
    assert "json" in said
    assert "pia.toml:4:1" in said
    with pytest.raises(typer.Exit):
        show(as_json=False)
    shown = capsys.readouterr()
    assert "check.exclude = []" in shown.out
    assert "PIA104" in shown.out + shown.err


def test_broken_settings_fail_the_check(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Otherwise a typing error would let through what should have been stopped."""
    (city / "pia.toml").write_text("[check]\ncolour = 1\n", encoding="utf-8")
    (city / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    assert checking.run(["."], "concise") == 1
    assert "pia.toml:2:1: error PIA101" in capsys.readouterr().out


def test_options_win_over_settings(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And settings over what holds by itself."""
    settings(city, '[check]\noutput_format = "json"\nfail_on = "note"\nexclude = ["b/*"]\n')
    for name in ("a", "b"):
        (city / name).mkdir()
        (city / name / "city.yaml").write_text("city: 架空市\nnonsense: 1\n", encoding="utf-8")
    assert checking.run(["."]) == 1
    out = capsys.readouterr().out
    assert out.startswith("{")
    assert "a/city.yaml" in out
    assert "b/city.yaml" not in out
    assert checking.run(["."], "concise") == 1
    assert capsys.readouterr().out.startswith("a/city.yaml:2:1")


def test_config_show_says_where_each_comes_from(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """File and line, or that it holds by itself."""
    settings(city)
    context.begin(["--lang", "en"])
    show(as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert 'check.fail_on = "warning"  # pia.toml:5' in lines
    assert 'check.files[0].ignore = ["PIA4"]  # pia.toml:9' in lines
    assert "check.select = []  # by itself" in lines
    assert "templates = []  # by itself" in lines
    (city / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    (city / "templates" / "html").mkdir(parents=True)
    (city / "templates" / "html" / "own.css").write_text(".a { margin: 0 }\n", encoding="utf-8")
    show(as_json=False)
    assert 'templates = ["html/own.css"]  # templates' in capsys.readouterr().out.splitlines()


def test_config_show_tells_what_the_environment_says(
    city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only where it says something."""
    settings(city)
    monkeypatch.setenv("PIA_TODAY", "")
    for language, word in (("en", "environment"), ("ja", "環境変数")):
        monkeypatch.setitem(context._state, "language", language)
        show(as_json=False)
        out = capsys.readouterr().out
        assert f'PIA_LANG = "en"  # {word}' in out.splitlines()
        assert "PIA_TODAY" not in out
    monkeypatch.setenv("PIA_TODAY", "2027-01-15")
    monkeypatch.delenv("PIA_LANG")
    show(as_json=True)
    told = {one["name"]: (one["value"], one["place"]) for one in json.loads(capsys.readouterr().out)["settings"]}
    assert told["PIA_TODAY"] == ("2027-01-15", "environment")
    assert "PIA_LANG" not in told


def test_a_stage_of_settings_never_lowers(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an assessment's own state demands stays: settings do not reach the gates."""
    for name, stage in (("a", "review"), ("b", "draft")):
        (city / name).mkdir()
        text = 'assessment: x\nformat: 1\nlanguage: ja\ntitle: 台帳\nbanks: {core: "1.0"}\nanswers: {}\n'
        (city / name / "assessment.yaml").write_text(text, encoding="utf-8")
        with (city / "pia.toml").open("a", encoding="utf-8") as stream:
            stream.write(f'[[check.files]]\npaths = ["{name}/*"]\nstage = "{stage}"\n')
    checking.run(["."], "concise", fail_on="error")
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("a/") and "PIA426" in line for line in lines)
    assert not any(line.startswith("b/") and "PIA426" in line for line in lines)
    (city / "pia.toml").write_text('[[check.files]]\npaths = ["*"]\nstage = "draft"\n', encoding="utf-8")
    text = (city / "a/assessment.yaml").read_text(encoding="utf-8")
    ended = text.replace("answers: {}", 'dates: {ended: {on: "2027-01-01", why: 廃止}}\nanswers: {}')
    (city / "a/assessment.yaml").write_text(ended, encoding="utf-8")
    assert open_assessment(city / "a", "2027-04-01", at_least="draft").stage == "follow-up"
