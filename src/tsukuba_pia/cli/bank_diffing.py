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
    from tsukuba_pia.reporters.reporter import Findings  # noqa: PLC0415 - only when called
    from tsukuba_pia.reporters.text import report  # noqa: PLC0415

    source = problem.side.source
    found = Findings(problem.diagnostics, [source.file], {source.file: source}, context.language())
    context.say(report(found))


def release(
    banks: Annotated[list[str], argument("release_banks", metavar="BANK...")],
    lang: Lang = None,
) -> None:
    """Write a published version into the record of released versions."""
    from tsukuba_pia.work.bank_diff import file_of_version  # noqa: PLC0415 - only when called
    from tsukuba_pia.work.checking import check_files  # noqa: PLC0415
    from tsukuba_pia.work.released import release as write  # noqa: PLC0415

    del lang
    for asked in banks:
        file = file_of_version(asked, Path())
        done = write(file, tuple(check_files([file], context.today()).diagnostics))
        key = "written" if done.new else "there"
        context.say(context.words("bank_release", key, name=done.name, record=done.record))
