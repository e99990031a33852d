"""`pia check`: banks and assessments, all findings at once."""

from typing import Annotated, Literal

import typer

from tsukuba_pia.cli import checking
from tsukuba_pia.cli.options import Lang, argument, option
from tsukuba_pia.lint.rule import Stage

FORMATS = "|".join(checking.formats())


def check(  # noqa: PLR0913, PLR0917 - one per option
    paths: Annotated[list[str] | None, argument("check_paths", metavar="[PATHS]...")] = None,
    output_format: Annotated[str, option("output_format", "--output-format", metavar=FORMATS)] = "text",
    fail_on: Annotated[Literal["error", "warning", "note"], option("check_fail_on", "--fail-on")] = "error",
    stage: Annotated[Stage | None, option("stage", "--stage")] = None,
    against: Annotated[str | None, option("check_against", "--against", metavar="REV")] = None,
    lang: Lang = None,
) -> None:
    """Check question banks, assessments and city.yaml."""
    raise typer.Exit(checking.run(paths or [], output_format, fail_on, stage, against, lang))


COMMAND = check
