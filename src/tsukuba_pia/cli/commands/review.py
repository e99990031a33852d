"""`pia review`: what a review meeting has to talk about."""

from typing import Annotated

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, argument, option


def review(  # noqa: PLR0913, PLR0917 - one per option
    file: Annotated[str, argument("file", metavar="FILE")],
    agenda: Annotated[bool, typer.Option("--agenda", help=context.words("review", "option_agenda"))] = False,  # noqa: FBT002 - Typer's way to say a flag
    as_json: Annotated[bool, option("json", "--json")] = False,  # noqa: FBT002
    as_of: Annotated[str | None, option("as_of", "--as-of", metavar="YYYY-MM-DD")] = None,
    form: Annotated[bool, option("review_form", "--form")] = False,  # noqa: FBT002
    record: Annotated[str | None, option("review_record", "--record", metavar="FILE")] = None,
    lang: Lang = None,
) -> None:
    """Hold the meeting where a person sits at a terminal; else print the agenda, or take what was written down."""
    del lang
    if record is not None or form:
        from tsukuba_pia.cli import recording  # noqa: PLC0415 - only when called

        if record is not None:
            raise typer.Exit(recording.run_record(file, record))
        recording.run_form(file, as_of or context.today())
        return
    if context.interactive() and not agenda and not as_json:
        from tsukuba_pia.cli.meeting import run as meet  # noqa: PLC0415 - only when called

        raise typer.Exit(meet(file, as_of or context.today()))
    from tsukuba_pia.cli.reviewing import run  # noqa: PLC0415

    run(file, as_of or context.today(), as_json=as_json)


COMMAND = review
