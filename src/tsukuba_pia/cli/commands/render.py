"""`pia render`: the report for residents and colleagues."""

from typing import Annotated, Literal

import typer

from tsukuba_pia.cli.options import DocumentLang, argument, option


def render(  # noqa: PLR0913, PLR0917 - one per option
    files: Annotated[list[str], argument("render_files", metavar="FILE...")],
    form: Annotated[str, option("format", "--format", metavar="FORMAT")] = "html",
    kind: Annotated[Literal["full", "citizen", "council", "notice"], option("kind", "--kind")] = "full",
    audience: Annotated[Literal["internal", "public"], option("audience", "--audience")] = "public",
    output: Annotated[str | None, option("output", "--output", "-o", metavar="PATH")] = None,
    as_of: Annotated[str | None, option("as_of", "--as-of", metavar="YYYY-MM-DD")] = None,
    jobs: Annotated[int | None, option("render_jobs", "--jobs", metavar="N", min=1)] = None,
    draft: Annotated[bool, option("draft", "--draft")] = False,  # noqa: FBT002 - Typer's way to say a flag
    force: Annotated[bool, option("force", "--force")] = False,  # noqa: FBT002 - Typer's way to say a flag
    watch: Annotated[bool, option("render_watch", "--watch")] = False,  # noqa: FBT002 - Typer's way to say a flag
    opens: Annotated[bool, option("render_open", "--open")] = False,  # noqa: FBT002 - Typer's way to say a flag
    port: Annotated[int | None, option("render_port", "--port", metavar="N", min=1, max=65535)] = None,
    lang: DocumentLang = None,
) -> None:
    """Write reports, or show one while it is written."""
    from tsukuba_pia.cli import context, rendering  # noqa: PLC0415 - only when called
    from tsukuba_pia.cli.rendering_many import Target  # noqa: PLC0415
    from tsukuba_pia.problems import Problem  # noqa: PLC0415
    from tsukuba_pia.work.rendering import Order  # noqa: PLC0415

    del lang
    order = Order(form, kind, audience, context.reading(files[0]), draft)
    if watch:
        from tsukuba_pia.cli import render_watching  # noqa: PLC0415 - only who watches needs a server

        live = render_watching.Live(output, opens=opens, port=port or 0)
        raise typer.Exit(render_watching.run(files, order, live, as_of))
    if opens or port is not None:
        raise Problem("only_watched")
    raise typer.Exit(rendering.run(files, order, Target(output, force, jobs), as_of))


COMMAND = render
