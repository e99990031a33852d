"""`pia check`: banks and assessments, all findings at once."""

from typing import Annotated

import typer

from tsukuba_pia.cli import checking
from tsukuba_pia.cli.options import Lang, argument, option
from tsukuba_pia.diagnostics import Level
from tsukuba_pia.lint.rule import Stage

FORMATS = "|".join(checking.formats())


def check(  # noqa: PLR0913, PLR0917 - one per option
    paths: Annotated[list[str] | None, argument("check_paths", metavar="[PATHS]...")] = None,
    output_format: Annotated[str | None, option("output_format", "--output-format", metavar=FORMATS)] = None,
    output_file: Annotated[str | None, option("check_output_file", "--output-file", metavar="FILE")] = None,
    fail_on: Annotated[Level | None, option("check_fail_on", "--fail-on")] = None,
    stage: Annotated[Stage | None, option("stage", "--stage")] = None,
    against: Annotated[str | None, option("check_against", "--against", metavar="REV")] = None,
    baseline: Annotated[str | None, option("check_baseline", "--baseline", metavar="FILE")] = None,
    write_baseline: Annotated[str | None, option("check_write_baseline", "--write-baseline", metavar="FILE")] = None,
    stdin_filename: Annotated[str | None, option("check_stdin", "--stdin-filename", metavar="FILE")] = None,
    jobs: Annotated[int | None, option("check_jobs", "--jobs", metavar="N", min=1)] = None,
    lang: Lang = None,
    changed: Annotated[bool, option("check_changed", "--changed")] = False,  # noqa: FBT002 - Typer's way to say a flag
    statistics: Annotated[bool, option("check_statistics", "--statistics")] = False,  # noqa: FBT002 - Typer's way to say a flag
    exit_zero: Annotated[bool, option("check_exit_zero", "--exit-zero")] = False,  # noqa: FBT002
    no_cache: Annotated[bool, option("check_no_cache", "--no-cache")] = False,  # noqa: FBT002
    fix: Annotated[bool, option("check_fix", "--fix")] = False,  # noqa: FBT002
    diff: Annotated[bool, option("check_diff", "--diff")] = False,  # noqa: FBT002
) -> None:
    """Check question banks, assessments and city.yaml."""
    code = checking.run(
        paths or [], output_format, output_file, fail_on, stage, against, baseline, write_baseline, stdin_filename,
        jobs, lang, changed=changed, statistics=statistics, exit_zero=exit_zero, no_cache=no_cache,
        fix=fix, diff=diff,
    )  # fmt: skip
    raise typer.Exit(code)


COMMAND = check
