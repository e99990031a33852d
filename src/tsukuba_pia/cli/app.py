"""The command line, in Typer. Each command is a module of `cli/commands/`, loaded when it is called.

`pia --help` only needs their names and what the labels say of them, so it loads none of them.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from tsukuba_pia.cli import commands, context
from tsukuba_pia.cli.usage import Command, Group
from tsukuba_pia.discovery import names_in
from tsukuba_pia.labels import labels
from tsukuba_pia.version import VERSION


def command_names() -> list[str]:
    """The commands that there are, in the order in which the labels tell of them."""
    told = list(labels(context.language())["help"])
    return sorted(names_in(commands), key=lambda name: told.index(name) if name in told else len(told))


class Commands(Group):
    """The commands by name; a module is imported when its command is resolved, not when it is listed."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - Typer vendors its own Context
        """All names."""
        return command_names()

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """What a list says of a command."""
        if cmd_name not in names_in(commands):
            return None
        return Command(cmd_name, help=about(cmd_name))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:  # noqa: ANN401
        """The command itself."""
        self.commands = {one: Command(one) for one in command_names()}  # for Typer's "did you mean"
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(name) if command is not None and name else command, rest


def about(*names: str) -> str:
    """What a command is for, in the reader's language."""
    text: str = labels(context.language())["help"]["_".join(names)]
    return text


def load(name: str) -> Any:  # noqa: ANN401 - a Typer command or group
    """A command by name. A module defines COMMAND, or COMMANDS for a group."""
    module = import_module(f"tsukuba_pia.cli.commands.{name}")
    several: dict[str, Any] | None = getattr(module, "COMMANDS", None)
    one = typer.Typer(cls=Group, add_completion=False, no_args_is_help=several is not None, help=about(name))
    if several is None:
        one.command(name, cls=Command, help=about(name))(module.COMMAND)
    else:
        one.callback()(_nothing)
        for inner, function in several.items():
            one.command(inner, cls=Command, help=about(name, inner))(function)
    command = typer.main.get_command(one)
    command.name = name
    return command


def _nothing() -> None:
    """A group of its own does nothing."""


def _version(asked: bool) -> None:  # noqa: FBT001 - Typer's callback
    if asked:
        context.tell(f"pia {VERSION}")
        raise typer.Exit


def _start(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,  # noqa: FBT002
    lang: Annotated[str | None, typer.Option("--lang")] = None,
) -> None:
    del version, lang  # looked at before (context.begin)


def app(arguments: Sequence[str]) -> Any:  # noqa: ANN401 - a Typer group
    """The whole command line, ready to be called with these arguments."""
    words = labels(context.language())["help"]
    if "--help" in arguments or not arguments:
        from tsukuba_pia.cli.help_text import speak  # noqa: PLC0415 - heavy, and only help needs it

        speak(words)
    whole = typer.Typer(cls=Commands, add_completion=True, no_args_is_help=True, help=words["pia"])
    whole.callback()(_start)
    group = typer.main.get_command(whole)
    for parameter in group.params:
        parameter.help = words.get(f"option_{parameter.name}", getattr(parameter, "help", None))  # type: ignore[attr-defined]
    return group
