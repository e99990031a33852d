"""`pia config`: which settings hold, and where each comes from."""

from typing import Annotated

from tsukuba_pia.cli.options import Lang, option


def show(as_json: Annotated[bool, option("json", "--json")] = False, lang: Lang = None) -> None:  # noqa: FBT002 - Typer's way to say a flag
    """Show the settings that hold here."""
    from tsukuba_pia.cli.configuring import run  # noqa: PLC0415 - only when called

    del lang
    run(as_json=as_json)


COMMANDS = {"show": show}
