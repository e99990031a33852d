"""`pia answer`: the interview."""

from typing import Annotated, Any

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, argument


def _option(name: str, *spellings: str, **more: Any) -> Any:  # noqa: ANN401 - whatever Typer takes
    return typer.Option(*spellings, help=context.words("answer", f"option_{name}"), **more)


def answer(  # noqa: PLR0913, PLR0917 - one parameter for each flag
    file: Annotated[str, argument("file", metavar="FILE")],
    given: Annotated[list[str] | None, _option("set", "--set", metavar="Q=VALUE")] = None,
    note: Annotated[list[str] | None, _option("note", "--note", metavar="[Q=]TEXT")] = None,
    evidence: Annotated[list[str] | None, _option("evidence", "--evidence", metavar="[Q=]FILES")] = None,
    section: Annotated[str | None, _option("section", "--section", metavar="ID")] = None,
    open_only: Annotated[bool, _option("open_only", "--open-only")] = False,  # noqa: FBT002 - Typer's way to say a flag
    by: Annotated[str | None, _option("by", "--by", metavar="NAME")] = None,
    lang: Lang = None,
) -> None:
    """Answer an assessment's questions, one at a time or by --set."""
    from tsukuba_pia.cli.answering import Said, run  # noqa: PLC0415 - only when called

    del lang
    what = Said(given or (), note or (), evidence or (), by)
    raise typer.Exit(run(file, what, section=section, open_only=open_only))


COMMAND = answer
