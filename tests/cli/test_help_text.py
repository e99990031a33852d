"""Help in a narrow terminal: every word of it, in both languages."""

import re

import pytest

from tests.cli.terminal import run
from tsukuba_pia.cli import app
from tsukuba_pia.fold import width
from tsukuba_pia.labels import labels

FRAME = re.compile(r"[╭╮╰╯│─\s]")


def bare(text: str) -> str:
    """A text without frames and blanks: what is left when columns are folded."""
    return FRAME.sub("", text)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_all_commands_are_told_in_full(language: str) -> None:
    """The list of commands cuts none of what it says of them."""
    shown = bare(run("--help", "--lang", language, COLUMNS="80").stdout)
    for name in app.command_names():
        assert bare(labels(language)["help"][name]) in shown


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("columns", [60, 80])
def test_no_option_is_cut(language: str, columns: int) -> None:
    """What an option says at its end is mostly the exception; no line is wider than the terminal."""
    shown = run("check", "--help", "--lang", language, COLUMNS=str(columns)).stdout
    assert "…" not in shown
    assert "PIA6xx" in shown  # what --exit-zero does not reach, at the end of its words
    assert all(width(line) <= columns for line in shown.splitlines())


def test_headings_are_in_the_readers_language() -> None:
    """Those of a command with something required, too."""
    shown = run("explain", "--help", "--lang", "ja", COLUMNS="80").stdout
    assert "引数" in shown
    assert "[required]" not in shown


@pytest.mark.parametrize(
    ("call", "ja", "en"),
    [
        ("check --nope", "--nope というオプションはありません。--no-cache の", "--nope. Did you mean --no-cache?"),
        ("verify --zzzz x", "--zzzz というオプションはありません。", "There is no option --zzzz."),
        ("check --fail-on bad", "--fail-on に「bad」は使えません。使えるもの: note,", "“bad”. Use one of: note, "),
        ("check --jobs x", "--jobs には整数を指定してください。", "--jobs has to be a whole number."),
        ("check --jobs 0", "--jobs には1以上を指定してください。", "--jobs has to be at least 1."),
        ("check --stage", "--stage の後には値が必要です。", "--stage needs a value behind it."),
        ("check --fix=1", "--fix に値は付けられません。", "--fix takes no value."),
        ("verify", "FILE を指定してください。", "FILE is missing."),
        ("verify a b c", "余分なものが付いています: b c", "more than the command takes: b c."),
        ("chekc", "「chekc」というコマンドはありません。「check」のことで", "“chekc”. Did you mean “check”?"),
        ("bank zzzz", "「zzzz」というコマンドはありません。", "There is no command “zzzz”."),
    ],
)  # fmt: skip
def test_a_wrong_call_in_the_readers_language(call: str, ja: str, en: str) -> None:
    """What is wrong, in one line of our own; exit 2."""
    for language, said in (("ja", ja), ("en", en)):
        done = run(*call.split(), PIA_LANG=language)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
        assert ("使い方:" in done.stderr) is (language == "ja" and "--stage" not in call and "--fix" not in call)
        assert "╭" not in done.stderr


@pytest.mark.parametrize("call", ["--help", "bank --help", "check --help", "bank list --help"])
def test_nothing_of_help_is_left_in_english(call: str) -> None:
    """Words that the library brings."""
    shown = run(*call.split(), PIA_LANG="ja", COLUMNS="80").stdout
    assert not [
        one for one in ("Usage", "Show this", "[OPTIONS]", "[[", "COMMAND", "Install", "[default") if one in shown
    ]
    assert "この説明を表示して終わります。" in bare(shown)
