"""Reads `minutes/`: what was said and decided in the meetings on an assessment."""

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tsukuba_pia.load.inside import mode_of, read_inside
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.yaml_source import Source

if TYPE_CHECKING:  # who only asks where they lie does without them
    from tsukuba_pia.model.minutes import Minutes

ROOM = "minutes"
_FILE = re.compile(r"(?P<on>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:-(?P<number>[0-9]+))?\.yaml\Z")


class LoadedMinutes(NamedTuple):
    """Minutes as their file has them; None where the source's diagnostics say why."""

    file: Path
    source: Source
    minutes: "Minutes | None"


def load_minutes(folder: Path) -> tuple[LoadedMinutes, ...]:
    """All minutes of the assessment in a folder, the first meeting first."""
    return tuple(_loaded(file) for file in minutes_files(folder))


def minutes_files(folder: Path) -> list[Path]:
    """Their files: `<date>.yaml`, and `<date>-2.yaml` for a second meeting of a day."""
    room = folder / ROOM
    found = [one for one in room.iterdir() if _FILE.match(one.name)] if stat.S_ISDIR(mode_of(room)) else []
    return sorted(found, key=_order)


def _order(file: Path) -> tuple[str, int]:
    named = _FILE.match(file.name)
    assert named is not None  # noqa: S101 - only such files are asked
    return named["on"], int(named["number"] or 1)


def next_number(folder: Path, on: str) -> int:
    """The number of the next meeting of a day; a number that was once given is not given again while a later one is."""
    return max((number for day, number in map(_order, minutes_files(folder)) if day == on), default=0) + 1


def name_of(on: str, number: int) -> str:
    """What the file of a meeting is called."""
    return f"{on}.yaml" if number == 1 else f"{on}-{number}.yaml"


def _loaded(file: Path) -> LoadedMinutes:
    from tsukuba_pia.model.minutes import Minutes  # noqa: PLC0415 - see above

    source = read_inside(file, file.parent.parent)
    return LoadedMinutes(file, source, read_shape(Minutes, source))
