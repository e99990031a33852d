"""`pia score`: the score of an assessment and why it is so."""

from collections.abc import Mapping
from typing import Annotated, NoReturn

import typer

from tsukuba_pia.cli.options import Lang, argument, option
from tsukuba_pia.problems import Problem

WITH_TWO = ("file", "second", "as_json", "as_of", "lang")  # what goes with two files; all else looks at one


def score(  # noqa: PLR0913, PLR0917 - one per option
    context: typer.Context,
    file: Annotated[str, argument("file", metavar="FILE")],
    second: Annotated[str | None, argument("score_second", metavar="[SECOND]")] = None,
    risk: Annotated[str | None, option("risk", "--risk", metavar="ID")] = None,
    as_json: Annotated[bool, option("json", "--json")] = False,  # noqa: FBT002 - Typer's way to say a flag
    fail_on: Annotated[str | None, option("score_fail_on", "--fail-on", metavar="LEVEL")] = None,
    as_of: Annotated[str | None, option("as_of", "--as-of", metavar="YYYY-MM-DD")] = None,
    what_if: Annotated[list[str] | None, option("what_if", "--what-if", metavar="QUESTION=ANSWER")] = None,
    advise: Annotated[bool, option("advise", "--advise")] = False,  # noqa: FBT002
    to: Annotated[str | None, option("advise_to", "--to", metavar="LEVEL")] = None,
    verified: Annotated[bool, option("advise_verified", "--verified")] = False,  # noqa: FBT002
    unknowns: Annotated[bool, option("unknowns", "--unknowns")] = False,  # noqa: FBT002
    redacted: Annotated[bool, option("score_redacted", "--redacted")] = False,  # noqa: FBT002
    big: Annotated[bool, option("score_big", "--big")] = False,  # noqa: FBT002
    watch: Annotated[bool, option("score_watch", "--watch")] = False,  # noqa: FBT002
    lang: Lang = None,
) -> None:
    """Show threshold, risk map, risks with their reasons, red lines and what is open."""
    del lang
    if second is not None:
        _two(context, file, second, as_of, as_json=as_json)
    from tsukuba_pia.cli import advising, scoring  # noqa: PLC0415 - only when called

    _fit(context)
    if watch:
        raise typer.Exit(_watch(file, as_of, risk, guests=redacted, big=big))
    if what_if:
        raise typer.Exit(advising.run_what_if(file, what_if, as_of, as_json=as_json))
    if advise:
        raise typer.Exit(advising.run_advise(file, to, as_of, verified=verified, as_json=as_json))
    if unknowns and not as_json:
        raise typer.Exit(scoring.run_unknowns(file, as_of, redacted=redacted))
    code = scoring.run(file, risk=risk, as_json=as_json, fail_on=fail_on, as_of=as_of, redacted=redacted, big=big)
    raise typer.Exit(code)


ALONE: Mapping[str, tuple[str, ...]] = {  # what an option does not go with
    "watch": ("as_json", "fail_on", "what_if", "advise", "unknowns"),
    "big": ("what_if", "advise", "unknowns"),
}


def _fit(context: typer.Context) -> None:
    """What would be left out silently, or would show guests what is withheld, is refused."""
    given = context.params
    if given["redacted"] and (given["what_if"] or given["advise"]):
        raise Problem("not_for_guests")
    named = {parameter.name: parameter.opts[0] for parameter in context.command.params}
    for one, others in ALONE.items():
        if given[one] and (beside := [named[name] for name in others if given[name]]):
            raise Problem("not_beside", option=named[one], others=", ".join(beside))


def _watch(file: str, as_of: str | None, risk: str | None, *, guests: bool, big: bool) -> int:
    from tsukuba_pia.cli.watching import run  # noqa: PLC0415 - only when called

    return run(file, risk=risk, guests=guests, big=big, as_of=as_of)


def _two(context: typer.Context, first: str, second: str, as_of: str | None, *, as_json: bool) -> NoReturn:
    """Two people's answers side by side; what asks for one of them is refused."""
    from tsukuba_pia.cli.two_view import run  # noqa: PLC0415 - only when called

    named = {one.name: one.opts[0] for one in context.command.params}
    if given := [named[name] for name, value in context.params.items() if value and name not in WITH_TWO]:
        raise Problem("for_one_file", option=", ".join(given))
    raise typer.Exit(run(first, second, as_of, as_json=as_json))


COMMAND = score
