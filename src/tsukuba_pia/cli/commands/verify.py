"""`pia verify`: what differs from what was signed."""

from typing import Annotated

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, argument, option


def verify(
    file: Annotated[str, argument("file", metavar="FILE")],
    rescore: Annotated[bool, typer.Option("--rescore", help=context.words("verify", "option_rescore"))] = False,  # noqa: FBT002 - Typer's way to say a flag
    as_json: Annotated[bool, option("json", "--json")] = False,  # noqa: FBT002
    as_of: Annotated[str | None, option("as_of", "--as-of", metavar="YYYY-MM-DD")] = None,
    lang: Lang = None,
) -> None:
    """Compare an assessment with its last sign-off."""
    from tsukuba_pia.cli.verifying import run  # noqa: PLC0415 - only when called

    del lang
    if as_of is None:
        context.say_day()
    raise typer.Exit(run(file, as_of or context.today(), rescore=rescore, as_json=as_json))


COMMAND = verify
