"""`pia plan`: what is still to be done, by whom, by when."""

from typing import Annotated

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, option


def plan(  # noqa: PLR0913, PLR0917 - one per option
    files: Annotated[list[str], typer.Argument(help=context.words("plan", "argument_files"), metavar="FILE...")],
    form: Annotated[
        str, typer.Option("--format", help=context.words("plan", "option_format"), metavar="text|md|csv|ics")
    ] = "text",
    owner: Annotated[str | None, typer.Option("--owner", help=context.words("plan", "option_owner"))] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help=context.words("plan", "option_overdue"))] = False,  # noqa: FBT002 - Typer's way to say a flag
    bom: Annotated[bool, typer.Option("--bom", help=context.words("plan", "option_bom"))] = False,  # noqa: FBT002
    output: Annotated[str | None, typer.Option("-o", "--output", help=context.words("plan", "option_output"))] = None,
    as_of: Annotated[str | None, option("as_of", "--as-of", metavar="YYYY-MM-DD")] = None,
    lang: Lang = None,
) -> None:
    """Tell what is to be done, overdue first."""
    from tsukuba_pia.cli.planning import Wanted, run  # noqa: PLC0415 - only when called

    del lang
    run(files, as_of or context.today(), Wanted(form, owner, overdue, bom, output))


COMMAND = plan
