"""`pia fmt`: one layout for banks and assessments."""

from typing import Annotated

import typer

from tsukuba_pia.cli.options import Lang, argument, option


def fmt(
    paths: Annotated[list[str] | None, argument("check_paths", metavar="[PATHS]...")] = None,
    check: Annotated[bool, option("fmt_check", "--check")] = False,  # noqa: FBT002 - Typer's way to say a flag
    diff: Annotated[bool, option("fmt_diff", "--diff")] = False,  # noqa: FBT002
    stdin_filename: Annotated[str | None, option("check_stdin", "--stdin-filename", metavar="FILE")] = None,
    lang: Lang = None,
) -> None:
    """Lay files out."""
    from tsukuba_pia.cli.formatting import run  # noqa: PLC0415 - only when called

    del lang
    raise typer.Exit(run(paths or [], check=check, show=diff, stdin_filename=stdin_filename))


COMMAND = fmt
