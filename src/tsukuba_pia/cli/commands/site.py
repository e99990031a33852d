"""`pia site`: the register of all assessments, as a folder of pages."""

from typing import Annotated

import typer

from tsukuba_pia.cli.options import Lang, argument, option


def site(  # noqa: PLR0913, PLR0917 - one per option
    folder: Annotated[str, argument("site_folder", metavar="FOLDER")],
    output: Annotated[str, option("site_output", "--output", "-o", metavar="FOLDER")],
    base_url: Annotated[str | None, option("base_url", "--base-url", metavar="URL")] = None,
    draft: Annotated[bool, option("site_draft", "--draft")] = False,  # noqa: FBT002 - Typer's way to say a flag
    jobs: Annotated[int | None, option("site_jobs", "--jobs", "-j", min=1, metavar="N")] = None,
    as_of: Annotated[str | None, option("as_of", "--as-of", metavar="YYYY-MM-DD")] = None,
    lang: Lang = None,
) -> None:
    """Build the register."""
    from tsukuba_pia.cli import publishing  # noqa: PLC0415 - only when called

    del lang
    raise typer.Exit(publishing.run(folder, output, base_url, jobs, as_of, draft=draft))


COMMAND = site
