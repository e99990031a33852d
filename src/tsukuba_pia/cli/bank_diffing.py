"""`pia bank diff` and `pia bank release`: what changed from one version to another, and holding a version still."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, argument, option
from tsukuba_pia.model.text import escaped

Format = Literal["text", "md", "markdown", "json"]


def diff(
    old: Annotated[str, argument("diff_old", metavar="OLD")],
    new: Annotated[str, argument("diff_new", metavar="NEW")],
    form: Annotated[Format, option("diff_format", "--format")] = "text",
    as_json: Annotated[bool, option("json", "--json")] = False,  # noqa: FBT002 - Typer's way to say a flag
    lang: Lang = None,
) -> None:
    """Tell what changed between two versions, and whether the version says so."""
    from tsukuba_pia.cli import bank_diff_view  # noqa: PLC0415 - only when called
    from tsukuba_pia.work.bank_diff import Unreadable, bank_diff  # noqa: PLC0415

    del lang
    try:
        found = bank_diff(old, new, Path())
    except Unreadable as problem:
        _tell_why(problem)
        raise
    if as_json or form == "json":
        plain = bank_diff_view.as_plain(found)
        context.tell(escaped(json.dumps(plain, ensure_ascii=False, indent=2)))
    else:
        context.tell(bank_diff_view.as_text(found) if form == "text" else bank_diff_view.as_markdown(found))
    raise typer.Exit(0 if found.fits else 1)


def _tell_why(problem: Any) -> None:  # noqa: ANN401 - an Unreadable; imported when called
    from tsukuba_pia.cli.findings import say_findings  # noqa: PLC0415 - only when called

    source = problem.side.source
    say_findings(problem.diagnostics, {source.file: source})


def release(
    banks: Annotated[list[str], argument("release_banks", metavar="BANK...")],
    lang: Lang = None,
) -> None:
    """Write a published version into the record of released versions."""
    from tsukuba_pia.work.bank_diff import file_of_version  # noqa: PLC0415 - only when called
    from tsukuba_pia.work.check_one import Demand  # noqa: PLC0415
    from tsukuba_pia.work.checking import check_files, diagnostics_of  # noqa: PLC0415
    from tsukuba_pia.work.released import release as write  # noqa: PLC0415

    del lang
    for asked in banks:
        file = file_of_version(asked, Path())
        done = write(file, (*diagnostics_of(check_files([file], Demand(context.today()))), *_of_scenarios(file)))
        key = "written" if done.new else "there"
        context.say(context.words("bank_release", key, name=done.name, record=done.record))


def _of_scenarios(file: Path) -> tuple[Any, ...]:
    """What the scenarios of a bank say of its newest version; other files have none."""
    from tsukuba_pia.load.catalog import NOT_BANKS, Catalog, rank  # noqa: PLC0415 - only when called
    from tsukuba_pia.resources import workspace_of  # noqa: PLC0415
    from tsukuba_pia.work.bank_tests.running import run_tests  # noqa: PLC0415

    room = file.absolute().parent
    newest = max(room.glob("*.yaml"), key=lambda one: rank(one.stem))
    if room.name in NOT_BANKS or newest.name != file.name or not (room / "tests").is_dir():
        return ()
    return tuple(run_tests(file, Catalog(workspace_of(room)), with_strength=False).diagnostics)
