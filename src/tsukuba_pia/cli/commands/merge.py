"""`pia merge`: three versions of an assessment into one, for git."""

from typing import Annotated

import typer

from tsukuba_pia.cli.options import Lang, argument


def merge(
    base: Annotated[str, argument("merge_base", metavar="BASE")],
    ours: Annotated[str, argument("merge_ours", metavar="OURS")],
    theirs: Annotated[str, argument("merge_theirs", metavar="THEIRS")],
    path: Annotated[str | None, argument("merge_path", metavar="[PATH]")] = None,
    lang: Lang = None,
) -> None:
    """Merge by answer and entry; the result lies in OURS."""
    from tsukuba_pia.cli.merging import run  # noqa: PLC0415 - only when called

    del lang
    raise typer.Exit(run(base, ours, theirs, path or ours))


COMMAND = merge
