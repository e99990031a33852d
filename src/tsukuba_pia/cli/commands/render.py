"""`pia render`: the report for residents and colleagues."""

from typing import Annotated, Literal

import typer

from tsukuba_pia.cli.options import Lang, argument, option


def render(  # noqa: PLR0913, PLR0917 - one per option
    file: Annotated[str, argument("file", metavar="FILE")],
    form: Annotated[str, option("format", "--format", metavar="FORMAT")] = "html",
    kind: Annotated[Literal["full", "citizen", "council", "notice"], option("kind", "--kind")] = "full",
    audience: Annotated[Literal["internal", "public"], option("audience", "--audience")] = "public",
    output: Annotated[str | None, option("output", "--output", "-o", metavar="PATH")] = None,
    as_of: Annotated[str | None, option("as_of", "--as-of", metavar="YYYY-MM-DD")] = None,
    draft: Annotated[bool, option("draft", "--draft")] = False,  # noqa: FBT002 - Typer's way to say a flag
    force: Annotated[bool, option("force", "--force")] = False,  # noqa: FBT002 - Typer's way to say a flag
    lang: Lang = None,
) -> None:
    """Write a report."""
    from tsukuba_pia.cli import rendering  # noqa: PLC0415 - only when called

    del lang
    code = rendering.run(file, form, kind, audience, output, as_of, force=force, draft=draft)
    raise typer.Exit(code)


COMMAND = render
