"""`pia init`: a workspace."""

from typing import Annotated

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang


def init(
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help=context.words("init", "option_dir"))] = ".",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=context.words("init", "option_dry_run"))] = False,  # noqa: FBT002
    lang: Lang = None,
) -> None:
    """Make a folder ready for assessments."""
    from pathlib import Path  # noqa: PLC0415 - only when called

    from tsukuba_pia.work.workspace import init_workspace  # noqa: PLC0415

    del lang
    placed = init_workspace(Path(folder), context.language(), dry=dry_run)
    for one in placed:
        state = context.words("init", f"state_{one.state}")
        context.tell(context.words("init", "line", state=state, path=one.path.as_posix()))
    made = sum(one.state == "made" for one in placed)
    others = len(placed) - made
    key = "would" if dry_run else "unchanged" if not made else "counts" if others else "all_made"
    context.say(context.words("init", key, made=made, others=others))
    context.say(context.words("init", "git_keeps"))
    if made:
        context.say(context.words("init", "then_git"))


COMMAND = init
