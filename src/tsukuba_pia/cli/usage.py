"""How commands are called, in the reader's language: the line of usage, and what is wrong with a call.

Typer has these words in English only, and not where a translation could reach them.
"""

import re
from collections.abc import Mapping
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from tsukuba_pia.cli import context
from tsukuba_pia.labels import labels

NO_USAGE: tuple[type[Exception], ...] = cast(
    "Any", typer.BadParameter.__bases__
)  # Typer names no class for all of them
PLACES = {"[OPTIONS]": "options", "COMMAND [ARGS]...": "command"}  # what Typer calls them
ONCE = re.compile(r"(?<=\[)\[(\w+)\](?:\.\.\.)?(?=\])|(?<=\w)\.\.\.(?=\})")  # [[FILE]...]..., {FILE...}...
# What Typer says, with the words of ours that say the same; the first that is found.
SAID: Mapping[str, re.Pattern[str]] = {
    "not_one_of": re.compile(r"(?:Value error, )?'(?P<value>.*)' is not one of (?P<known>.*)\.\Z", re.DOTALL),
    "no_whole_number": re.compile(r".*valid integer.*", re.DOTALL),
    "at_least": re.compile(r".*greater than or equal to (?P<least>[0-9.]+).*", re.DOTALL),
    "no_command_meant": re.compile(r"No such command '(?P<name>.*)'\. Did you mean (?P<meant>.*)\?\Z", re.DOTALL),
    "no_command": re.compile(r"No such command '(?P<name>.*)'\.\Z", re.DOTALL),
    "command_missing": re.compile(r"Missing command\.\Z"),
    "extra": re.compile(r"Got unexpected extra argument\(s\) \((?P<names>.*)\)\Z", re.DOTALL),
    "needs_value": re.compile(r"Option '(?P<name>.*)' requires .*\Z", re.DOTALL),
    "takes_no_value": re.compile(r"Option '(?P<name>.*)' does not take a value\.\Z", re.DOTALL),
}


class _Spoken:
    """What a command or a group says of itself, in the reader's language."""

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer vendors its own Context
        """`--help`, with our words for it."""
        option = cast("Any", super()).get_help_option(ctx)
        if option is not None:
            option.help = labels(context.language())["help"]["option_help"]
        return option

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """The line of usage."""
        words = labels(context.language())["usage"]
        pieces = cast("Any", self).collect_usage_pieces(ctx)
        said = " ".join(
            words[PLACES[one]] if one in PLACES else ONCE.sub(lambda found: found[1] or "", one) for one in pieces
        )
        formatter.write_usage(ctx.command_path, said, prefix=f"{words['usage']} ")


class Command(_Spoken, TyperCommand):
    """One command."""


class Group(_Spoken, TyperGroup):
    """Commands below a name."""


def tell_usage(error: Any) -> int:  # noqa: ANN401 - one of `NO_USAGE`
    """Say what is wrong with a call, how it is made, and where that is explained; the exit code."""
    ctx = error.ctx
    if type(error).__name__ == "NoArgsIsHelpError":  # the help was the answer
        return int(error.exit_code)
    words = labels(context.language())["usage"]
    if ctx is not None:
        context.say(ctx.get_usage())
    context.say(f"pia: {_wrong(error, words)}")
    if ctx is not None:
        context.say(words["more"].format(command=f"{ctx.command_path} --help"))
    return int(error.exit_code)


def _wrong(error: Any, words: Mapping[str, str]) -> str:  # noqa: ANN401
    """What is wrong, in our words; in Typer's where it says what none of ours does."""
    if near := getattr(error, "possibilities", None):
        return words["no_option_meant"].format(name=error.option_name, meant=", ".join(sorted(near)))
    if hasattr(error, "possibilities"):
        return words["no_option"].format(name=error.option_name)
    parameter = getattr(error, "param", None)
    name = str(error.param_hint or parameter.get_error_hint()).replace("'", "") if parameter is not None else ""
    if hasattr(error, "param_type"):
        return words["missing"].format(name=name or "?")
    for key, pattern in SAID.items():
        found = pattern.match(error.message)
        if found is not None:
            said = {one: value.replace("'", "") for one, value in found.groupdict().items()}
            return words[key].format(**{"name": name} | said)
    return words["bad_value"].format(name=name, message=error.message) if name else str(error.message)
