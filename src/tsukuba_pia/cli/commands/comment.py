"""`pia comment`: a person puts an assessment to comment."""

from typing import Annotated, Any

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, argument


def _option(name: str, *spellings: str, **more: Any) -> Any:  # noqa: ANN401 - whatever Typer takes
    return typer.Option(*spellings, help=context.words("comment", f"option_{name}"), **more)


def comment(  # noqa: PLR0913, PLR0917 - one parameter for each flag
    file: Annotated[str, argument("file", metavar="FILE")],
    first: Annotated[str, _option("from", "--from", metavar="YYYY-MM-DD")] = "",
    last: Annotated[str, _option("to", "--to", metavar="YYYY-MM-DD")] = "",
    who: Annotated[str, _option("who", "--who")] = "",
    how: Annotated[str, _option("how", "--how")] = "",
    shorter: Annotated[str, _option("shorter", "--shorter", metavar="REASON")] = "",
    on_behalf_of: Annotated[str | None, _option("on_behalf_of", "--on-behalf-of", metavar="NUMBER")] = None,
    dry_run: Annotated[bool, _option("dry_run", "--dry-run")] = False,  # noqa: FBT002 - Typer's way to say a flag
    lang: Lang = None,
) -> None:
    """Put an assessment to comment."""
    from tsukuba_pia.cli.commenting import Asked, run  # noqa: PLC0415 - only when called

    del lang
    raise typer.Exit(run(file, Asked(first, last, who, how, shorter, on_behalf_of, dry=dry_run)))


COMMAND = comment
