"""What a check finds in the settings themselves: errors, patterns that fit nothing, assessments that they take away."""

import os
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.walking import IGNORED_FOLDERS, MOST_OTHERS, Walk
from tsukuba_pia.diagnostics import Diagnostic, Level, in_order
from tsukuba_pia.lint.settings import Settings, fitting, plain_pattern
from tsukuba_pia.load.assessment import FILE as ASSESSMENT
from tsukuba_pia.reporters.reporter import InFile, by_file, one_line
from tsukuba_pia.yaml_source import Source

NAMED = 3  # of the assessments that were passed over
UNFIT = "PIA036"
WILD = frozenset("*?[")


def of_settings(settings: Settings, missed: Sequence[str], walk: Walk) -> Iterator[InFile]:
    """What is wrong with the settings, told in their file."""
    source = settings.source
    if source is not None:
        shut = _shut_out(settings, source, [Path(one) for one in missed])
        found = in_order([*source.diagnostics, *shut, *_unfit(settings, source, walk)])
        yield from by_file(found, {source.file: source}) if found else ()


def _shut_out(settings: Settings, source: Source, missed: Sequence[Path]) -> Iterator[Diagnostic]:
    """For each pattern of `exclude`: the assessments that a walk would find without it."""
    missed = [one for one in missed if one.name == ASSESSMENT and IGNORED_FOLDERS.isdisjoint(one.parts)]
    for number, pattern in enumerate(settings.check.exclude):
        files = [one for one in missed if settings.excluding(one) == number]
        if files:
            names = [*(one_line(str(one)) for one in files[:NAMED]), *("…" for _ in files[NAMED : NAMED + 1])]
            args = {"pattern": pattern, "n": str(len(files)), "names": context.words("check", "comma").join(names)}
            place = source.position(("check", "exclude", number))
            yield Diagnostic(source.file, *place, "PIA563", args)


def _unfit(settings: Settings, source: Source, walk: Walk) -> Iterator[Diagnostic]:
    """Each pattern that no file fits, where all that could fit was met; of a whole disk not all is."""
    patterns = [one for one in settings.patterns() if _whole(one[1], settings.folder, walk.folders)]
    if not patterns or len(walk.others) >= MOST_OTHERS or not settings.wants(UNFIT, Path(source.file)):
        return
    names = [settings.name(one) for one in chain(walk.files, walk.passed, walk.others, walk.excluded)]
    for path, pattern in patterns:
        if not any(map(fitting(pattern), names)):
            level: Level = "note" if "exclude" in path else "warning"  # what is not there here may be there elsewhere
            yield Diagnostic(source.file, *source.position(path), UNFIT, {"pattern": pattern}, level)


def _whole(pattern: str, folder: Path, folders: Sequence[Path]) -> bool:
    """Whether a walk through folders meets every file that could fit a pattern."""
    fixed = takewhile(WILD.isdisjoint, plain_pattern(pattern).split("/"))
    room = Path(os.path.abspath(folder.joinpath(*fixed)))  # noqa: PTH100 - a link's own place counts
    walked = {Path(os.path.abspath(one)) for one in folders}  # noqa: PTH100
    return not walked.isdisjoint((room, *room.parents)) or bool(walked and not os.path.lexists(room))
