"""`pia score`: the score of an assessment and why it is so."""

from typing import Annotated

import typer

from tsukuba_pia.cli.options import Lang, argument, option


def score(  # noqa: PLR0913, PLR0917 - one per option
    file: Annotated[str, argument("file", metavar="FILE")],
    risk: Annotated[str | None, option("risk", "--risk", metavar="ID")] = None,
    as_json: Annotated[bool, option("json", "--json")] = False,  # noqa: FBT002 - Typer's way to say a flag
    fail_on: Annotated[str | None, option("score_fail_on", "--fail-on", metavar="LEVEL")] = None,
    as_of: Annotated[str | None, option("as_of", "--as-of", metavar="YYYY-MM-DD")] = None,
    what_if: Annotated[list[str] | None, option("what_if", "--what-if", metavar="QUESTION=ANSWER")] = None,
    advise: Annotated[bool, option("advise", "--advise")] = False,  # noqa: FBT002
    to: Annotated[str | None, option("advise_to", "--to", metavar="LEVEL")] = None,
    verified: Annotated[bool, option("advise_verified", "--verified")] = False,  # noqa: FBT002
    unknowns: Annotated[bool, option("unknowns", "--unknowns")] = False,  # noqa: FBT002
    lang: Lang = None,
) -> None:
    """Show threshold, risk map, risks with their reasons, red lines and what is open."""
    from tsukuba_pia.cli import advising, scoring  # noqa: PLC0415 - only when called

    del lang
    if what_if:
        raise typer.Exit(advising.run_what_if(file, what_if, as_of, as_json=as_json))
    if advise:
        raise typer.Exit(advising.run_advise(file, to, as_of, verified=verified, as_json=as_json))
    if unknowns and not as_json:
        raise typer.Exit(scoring.run_unknowns(file, as_of))
    raise typer.Exit(scoring.run(file, risk=risk, as_json=as_json, fail_on=fail_on, as_of=as_of))


COMMAND = score
