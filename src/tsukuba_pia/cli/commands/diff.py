"""`pia diff`: what changed between two assessments, and why levels moved."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, option
from tsukuba_pia.model.text import escaped

Format = Literal["text", "md", "markdown", "json"]


def _argument(name: str) -> Any:  # noqa: ANN401 - whatever Typer takes
    return typer.Argument(help=context.words("diff", f"option_{name}"), metavar=name.upper())


def _option(name: str, *spellings: str) -> Any:  # noqa: ANN401
    return typer.Option(*spellings, help=context.words("diff", f"option_{name}"))


def diff(  # noqa: PLR0913, PLR0917 - one parameter for each flag
    old: Annotated[str, _argument("a")],
    new: Annotated[str, _argument("b")],
    form: Annotated[Format, _option("format", "--format")] = "text",
    as_json: Annotated[bool, option("json", "--json")] = False,  # noqa: FBT002 - Typer's way to say a flag
    as_of: Annotated[str | None, option("as_of", "--as-of")] = None,
    lang: Lang = None,
) -> None:
    """Tell what changed between two assessments, and why levels moved."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - only when called

    from tsukuba_pia.cli.diff_view import DiffView  # noqa: PLC0415
    from tsukuba_pia.work.assessment_diff import SideUnusable, compare_assessments  # noqa: PLC0415

    del lang
    day = context.day(as_of) if as_of else context.today()
    with TemporaryDirectory(prefix="pia-") as scratch:
        try:
            view = DiffView(compare_assessments(old, new, Path(), day, Path(scratch)))
        except SideUnusable as problem:
            _tell_why(problem)
            raise
        if as_json or form == "json":
            context.tell(escaped(json.dumps(view.as_plain(), ensure_ascii=False, indent=2)))
        else:
            context.tell(view.as_text() if form == "text" else view.as_markdown())


def _tell_why(problem: Any) -> None:  # noqa: ANN401 - a SideUnusable; imported when called
    from tsukuba_pia.cli.findings import say_findings  # noqa: PLC0415 - only where something is wrong

    say_findings(problem.diagnostics, problem.sources)


COMMAND = diff
