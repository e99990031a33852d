"""Reads only what lies where a person works: a link that leads elsewhere is not followed.

Else an assessment that is a link to somebody's private file would have its lines told as findings, where CI shows them.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from tsukuba_pia.diagnostics import START, Diagnostic
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.yaml_source import Source, read

LEADS_OUT = "@leads_out"  # the word that says so


def read_inside(file: Path, room: Path | None = None) -> Source:
    """Read a file of a folder (its own, if not said otherwise), unless a link leads out of it."""
    if leads_out(file, room):
        return Source(str(file), diagnostics=[Diagnostic(str(file), *START, "PIA001", {"reason": LEADS_OUT})])
    return read(file)


def mode_of(path: Path) -> int:
    """What lies there, as `os.stat` tells it; 0 where nothing does.

    Raises:
        OSError: it cannot be reached, which is not “nothing”: pathlib takes it for that from Python 3.14 on.

    """
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def leads_out(file: Path, room: Path | None = None) -> bool:
    """Whether a file of a folder truly lies elsewhere.

    Elsewhere is outside of that folder, of the workspace and of the git repository around it, and, where it lies in
    neither, of the current folder.
    """
    if (room is None or room == file.parent) and not os.path.islink(file):  # noqa: PTH114 - asked for each file
        return False
    place = os.path.realpath(file)
    return os.path.isfile(place) and not any(_lies_in(place, tree) for tree in _trees(room or file.parent))  # noqa: PTH113


def _trees(room: Path) -> Iterator[Path]:
    yield room
    whole = Path(os.path.abspath(room))  # noqa: PTH100 - a link's own place counts, not where it leads
    repository = next((one for one in (whole, *whole.parents) if os.path.lexists(one / ".git")), None)
    around = [one for one in (workspace_of(whole), repository) if one is not None]
    yield from around
    here = Path.cwd()
    if not around and whole.is_relative_to(here) and here != here.parent:
        yield here


def _lies_in(place: str, tree: Path) -> bool:
    return place.startswith(os.path.join(os.path.realpath(tree), ""))  # noqa: PTH118 - with its separator
