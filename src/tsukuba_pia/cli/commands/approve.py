"""`pia approve`: a named person decides, and what was decided on is kept."""

from typing import Annotated, Any

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, argument
from tsukuba_pia.model.sign_off import DecisionKind, SignOffOutcome


def _option(name: str, *spellings: str, **more: Any) -> Any:  # noqa: ANN401 - whatever Typer takes
    return typer.Option(*spellings, help=context.words("approve", f"option_{name}"), **more)


def approve(  # noqa: PLR0913, PLR0917 - one parameter for each flag
    file: Annotated[str, argument("file", metavar="FILE")],
    outcome: Annotated[SignOffOutcome | None, _option("outcome", "--outcome")] = None,
    name: Annotated[str, _option("name", "--name")] = "",
    post: Annotated[str, _option("post", "--post")] = "",
    document: Annotated[str, _option("document", "--document", metavar="NUMBER")] = "",
    because: Annotated[str, _option("because", "--because")] = "",
    kind: Annotated[DecisionKind, _option("kind", "--kind")] = "single",
    condition: Annotated[list[str] | None, _option("condition", "--condition", metavar="OWNER,DUE,WHAT")] = None,
    waive: Annotated[list[str] | None, _option("waive", "--waive", metavar="LINE=AUTHORITY,DOCUMENT,UNTIL")] = None,
    authority: Annotated[str, _option("authority", "--authority")] = "",
    event: Annotated[str, _option("event", "--event")] = "",
    until: Annotated[str, _option("until", "--until", metavar="YYYY-MM-DD")] = "",
    on_behalf_of: Annotated[str | None, _option("on_behalf_of", "--on-behalf-of", metavar="NUMBER")] = None,
    dry_run: Annotated[bool, _option("dry_run", "--dry-run")] = False,  # noqa: FBT002 - Typer's way to say a flag
    lang: Lang = None,
) -> None:
    """Sign an assessment."""
    from tsukuba_pia.cli.approving import Asked, run  # noqa: PLC0415 - only when called

    del lang
    said = {"name": name, "post": post, "document": document, "because": because}
    hurry = {"authority": authority, "event": event, "until": until}
    asked = Asked(outcome, said, kind, tuple(condition or ()), tuple(waive or ()), hurry, on_behalf_of, dry=dry_run)
    raise typer.Exit(run(file, asked))


COMMAND = approve
