"""`pia migrate`: take assessments to later versions of their banks."""

from typing import Annotated, Any

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, option


def _option(name: str, *spellings: str, **more: Any) -> Any:  # noqa: ANN401 - whatever Typer takes
    return typer.Option(*spellings, help=context.words("migrate", f"option_{name}"), **more)


def migrate(
    files: Annotated[list[str], typer.Argument(help=context.words("migrate", "option_files"), metavar="FILE...")],
    to: Annotated[list[str] | None, _option("to", "--to", metavar="BANK@VERSION")] = None,
    write: Annotated[bool, _option("write", "--write")] = False,  # noqa: FBT002 - Typer's way to say a flag
    as_json: Annotated[bool, option("json", "--json")] = False,  # noqa: FBT002
    lang: Lang = None,
) -> None:
    """Take assessments to later versions of their banks; without `--write` only tell what would happen."""
    from tsukuba_pia.cli.migrating import run  # noqa: PLC0415 - only when called

    del lang
    raise typer.Exit(run(files, to or (), write=write, as_json=as_json))


COMMAND = migrate
