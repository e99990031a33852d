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
    return Workspaces().of(start)


class Workspaces:
    """The workspaces of many folders, each looked up once."""

    def __init__(self) -> None:
        """None is known yet."""
        self._known: dict[str, Path | None] = {}

    def of(self, start: Path) -> Path | None:
        """The nearest folder upward that holds a city's profile."""
        folder = os.path.abspath(start)  # noqa: PTH100 - a link's own place counts, not where it leads
        passed: list[str] = []
        while folder not in self._known:
            passed.append(folder)
            above = os.path.dirname(folder)  # noqa: PTH120 - asked a lot
            if os.path.isfile(os.path.join(folder, WORKSPACE_FILE)):  # noqa: PTH113, PTH118
                self._known[folder] = Path(folder)
            elif above == folder:
                self._known[folder] = None
            else:
                folder = above
        self._known.update(dict.fromkeys(passed, self._known[folder]))
        return self._known[folder]


def here() -> Path:
    """The workspace that commands on banks work in; where no folder has a city's profile, the current one."""
    return workspace_of(Path()) or Path()
