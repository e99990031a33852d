"""Finds the data that comes with the toolkit (wheel or checkout) and the folder that a person works in."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
WORKSPACE_FILE = "city.yaml"


def shipped(room: str) -> Path:
    """The folder `questionnaires`, `templates` or `schemas` that comes with the toolkit."""
    inside = _PACKAGE / "_data" / room
    return inside if inside.is_dir() else _PACKAGE.parent.parent / room


def workspace_of(start: Path) -> Path | None:
    """The nearest folder upward that holds a city's profile."""
    here = Path(os.path.abspath(start))  # noqa: PTH100 - a link's own place counts, not where it leads
    for folder in (here, *here.parents):
        if (folder / WORKSPACE_FILE).is_file():
            return folder
    return None


def here() -> Path:
    """The workspace that commands on banks work in; where no folder has a city's profile, the current one."""
    return workspace_of(Path()) or Path()
