"""`pia new`: start an assessment."""

from typing import Annotated, Any

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang


def _option(name: str, *spellings: str, **more: Any) -> Any:  # noqa: ANN401 - whatever Typer takes
    return typer.Option(*spellings, help=context.words("new", f"option_{name}"), **more)


def _from(*spellings: str, **more: Any) -> Any:  # noqa: ANN401
    return typer.Option(*spellings, help=context.words("new_from", "option_from"), **more)


def _renew(  # noqa: PLR0913 - what the flags say
    old: str, name: str, title: str, folder: str | None, *, dry: bool, rest: tuple[object, ...]
) -> int:
    """The next assessment after an older one; what it says comes from there."""
    from tsukuba_pia.cli.renewing import run  # noqa: PLC0415 - only when called
    from tsukuba_pia.problems import Problem  # noqa: PLC0415

    if any(rest):
        raise Problem("renewed_flags")
    return run(old, name, title, folder, dry=dry)


def new(  # noqa: PLR0913, PLR0917 - one parameter for each flag
    sector: Annotated[list[str] | None, _option("sector", "--sector", metavar="NAME")] = None,
    title: Annotated[str, _option("title", "--title")] = "",
    name: Annotated[str, _option("name", "--name")] = "",
    owner: Annotated[str, _option("owner", "--owner")] = "",
    unit: Annotated[str, _option("unit", "--unit")] = "",
    purpose: Annotated[str, _option("purpose", "--purpose")] = "",
    answers: Annotated[str | None, _option("answers", "--answers", metavar="FILE")] = None,
    folder: Annotated[str | None, _option("dir", "--dir", "-o", metavar="DIR")] = None,
    no_input: Annotated[bool, _option("no_input", "--no-input")] = False,  # noqa: FBT002 - Typer's way to say a flag
    dry_run: Annotated[bool, _option("dry_run", "--dry-run")] = False,  # noqa: FBT002
    old: Annotated[str | None, _from("--from", metavar="OLD")] = None,
    lang: Lang = None,
) -> None:
    """Start an assessment."""
    if old is not None:
        raise typer.Exit(_renew(old, name, title, folder, dry=dry_run, rest=(sector, owner, unit, purpose, answers)))
    from tsukuba_pia.cli.starting import Wanted, run  # noqa: PLC0415 - only when called

    del lang
    service = {key: value for key, value in (("owner", owner), ("unit", unit), ("purpose", purpose)) if value}
    wanted = Wanted(list(sector or ()), title, name, service, answers, folder, ask=not no_input, dry=dry_run)
    raise typer.Exit(run(wanted))


COMMAND = new
