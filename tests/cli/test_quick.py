"""The straight way and Typer's definitions are held to each other."""

import inspect
from pathlib import Path
from typing import Any

import pytest

from tsukuba_pia.cli import app, checking, quick
from tsukuba_pia.diagnostics import LEVELS
from tsukuba_pia.lint.rule import STAGES

# What is seldom asked for, and goes the usual way.
USUAL = {
    "check": set(),
    "score": {"second", "--what-if", "--advise", "--to", "--verified", "--unknowns", "--watch"},
}


def parameters(command: str) -> dict[str, Any]:
    """Typer's parameters of a command by their option."""
    return {spelling: one for one in app.load(command).params for spelling in one.opts}


@pytest.mark.parametrize("command", quick.VALUE)
def test_table_is_what_typer_says(command: str) -> None:
    """Every option of the table is Typer's, by the same name, taking one value; what Typer adds goes the usual way."""
    known = parameters(command)
    for spelling, name in quick.VALUE[command].items():
        assert known[spelling].name == name
        assert not known[spelling].is_flag
    for spelling, name in quick.FLAG[command].items():
        assert known[spelling].name == name
        assert known[spelling].is_flag
    path = quick.SEVERAL_PATHS.get(command) or quick.ONE_PATH[command]
    usual = set(known) - set(quick.VALUE[command]) - set(quick.FLAG[command]) - {path}
    assert usual == USUAL[command], f"Typer knows {usual}, the straight way does not"


def test_defaults_and_values_are_the_same() -> None:
    """`run` takes what the command gives it when nothing is said."""
    typer_defaults = {one.name: one.default for one in app.load("check").params}
    own = {name: one.default for name, one in inspect.signature(checking.run).parameters.items()}
    assert own["output_format"] == typer_defaults["output_format"]
    assert own["fail_on"] == typer_defaults["fail_on"]
    assert own["stage"] == typer_defaults["stage"]
    assert all(checking.known({"stage": one}) for one in STAGES)
    assert all(checking.known({"output_format": one}) for one in checking.formats())
    assert all(checking.known({"fail_on": one}) for one in LEVELS)


@pytest.mark.parametrize("arguments", [
    [], ["score"], ["score", "a", "b"], ["score", "a", "--advise"],
    ["check", "--help"], ["check", "--output-format=json"], ["check", "--fail-on"],
    ["check", "--fail-on", "never"], ["check", "--lang", "--fail-on"],
    ["check", "--fail-on", "note", "--fail-on", "error"],
])  # fmt: skip
def test_anything_else_goes_the_usual_way(arguments: list[str]) -> None:
    """What the table does not surely understand is Typer's to judge."""
    assert quick.quick(arguments) is None


def test_straight_way_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends like the usual way: 1 and a finding for a file that is not there."""
    call = quick.quick(["check", str(tmp_path / "none.yaml"), "--output-format", "json"])
    assert call is not None
    assert call() == 1
    assert '"code": "PIA001"' in capsys.readouterr().out
