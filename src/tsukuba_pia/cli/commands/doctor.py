"""`pia doctor`: is everything here that pia needs?"""

from typing import Annotated

import typer

from tsukuba_pia.cli.options import Lang, option


def doctor(as_json: Annotated[bool, option("json", "--json")] = False, lang: Lang = None) -> None:  # noqa: FBT002 - Typer's way to say a flag
    """Look at everything around pia."""
    from tsukuba_pia.cli.examining import run  # noqa: PLC0415 - only when called

    del lang
    raise typer.Exit(run(as_json=as_json))


COMMAND = doctor
