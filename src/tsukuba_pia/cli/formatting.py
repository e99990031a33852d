"""`pia fmt`: banks and assessments in their canonical layout; all are worked out before the first is written."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tsukuba_pia.cli import checking, context
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.cli.two_texts import difference
from tsukuba_pia.cli.walking import files_in
from tsukuba_pia.files import save
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.settings import settings_near
from tsukuba_pia.load.inside import read_inside
from tsukuba_pia.model.text import printable
from tsukuba_pia.problems import Problem
from tsukuba_pia.reporters.reporter import counted
from tsukuba_pia.yaml_format import formatted
from tsukuba_pia.yaml_source import Source, parse


class Laid(NamedTuple):
    """A file with its canonical text; none where it cannot be laid out."""

    source: Source
    text: str | None


def run(paths: Sequence[str], *, check: bool, show: bool, stdin_filename: str | None) -> int:
    """Lay files out; with `check` or `show` nothing is written, and 1 says that something would be."""
    if checking.STDIN in paths:
        return _through(stdin_filename)
    settings = settings_near(Path())
    files = dict.fromkeys(file for path in paths or ["."] for file in files_in(Path(path), settings))
    laid = [_laid(read_inside(file)) for file in files if file.suffix == ".yaml" or file.is_dir()]
    if not laid:
        context.say(context.words("check", "nothing", paths=", ".join(paths) or "."))
        return 2
    left = _tell_left(laid)
    moved = [one for one in laid if one.text is not None and one.text.encode() != one.source.raw]
    for one in moved:
        _one(one, check=check, show=show)
    key = "would" if check or show else "done"
    context.say(counted(key, len(laid), labels(context.language())["fmt"], moved=len(moved)))
    return int(left or bool(moved and (check or show)))


def _through(name: str | None) -> int:
    """What an editor pipes in, laid out; as it came where it cannot be."""
    raw = context.given()
    one = _laid(parse(raw, name or checking.STDIN))
    sys.stdout.buffer.write(raw if one.text is None else one.text.encode())
    return int(_tell_left([one]))


def _laid(source: Source) -> Laid:
    if source.diagnostics or source.data is None:
        return Laid(source, None)
    try:
        return Laid(source, formatted(source))
    except Problem:
        return Laid(source, None)


def _tell_left(laid: Sequence[Laid]) -> bool:
    """Say which files were left alone, and why."""
    left = [one for one in laid if one.text is None]
    for one in left:
        if one.source.diagnostics:
            say_findings(one.source.diagnostics, {one.source.file: one.source})
        else:
            context.say(context.words("fmt", "left", path=one.source.file))
    return bool(left)


def _one(one: Laid, *, check: bool, show: bool) -> None:
    assert one.text is not None  # noqa: S101 - the caller looked
    if show:
        for line in difference(one.source.file, one.source.text, one.text):
            context.tell(printable(line))
    elif check:
        context.tell(printable(one.source.file))
    else:
        save(Path(one.source.file), one.text.encode(), one.source.raw)
