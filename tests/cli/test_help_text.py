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
