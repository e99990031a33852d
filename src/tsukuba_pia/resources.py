"""Finds the data that comes with the toolkit (wheel or checkout) and the folder that a person works in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).resolve().parent
WORKSPACE_FILE = "city.yaml"
TEMPLATES = "templates"
OWN_ENDS = (".j2", ".css", ".toml", ".svg", ".png")
MOST_OWN = 2000  # files and folders that are looked at
LARGEST_OWN = 512 * 1024  # bytes of one file of a city's own face


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
        self._asked: dict[str, Path | None] = {}

    def of(self, start: str | Path) -> Path | None:
        """The nearest folder upward that holds a city's profile."""
        name = str(start)
        if name not in self._asked:
            self._asked[name] = self._of(os.path.abspath(name))  # noqa: PTH100 - a link's own place, not where it leads
        return self._asked[name]

    def _of(self, folder: str) -> Path | None:
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

    def around(self, workspace: Path | None) -> tuple[Path, ...]:
        """The workspaces that a workspace lies within, the nearest first."""
        found: list[Path] = []
        while workspace is not None and workspace.parent != workspace:
            workspace = self.of(workspace.parent)
            found += [workspace] if workspace is not None else []
        return tuple(found)


def here() -> Path:
    """The workspace that commands on banks work in; where no folder has a city's profile, the current one."""
    return workspace_of(Path()) or Path()


class Own(NamedTuple):
    """A city's own face: its folder of templates, the files in it, and a stamp that changes with any of them."""

    folder: Path
    names: tuple[str, ...]  # within the folder, with `/` between; those that lead out of it are not among them
    stamp: tuple[tuple[int, int], ...]

    def read(self, name: str) -> bytes | None:
        """What is in one of its files; None where there is no such file, or it is too large to be one."""
        if name not in self.names:
            return None
        with (self.folder / name).open("rb") as stream:
            raw = stream.read(LARGEST_OWN + 1)
        return raw if len(raw) <= LARGEST_OWN else None


_own: ContextVar[Own | None] = ContextVar("own", default=None)


def own() -> Own | None:
    """The face of the city for which documents are made now, where it has one of its own."""
    return _own.get()


def own_of(workspace: Path | None) -> Own | None:
    """The face that a workspace has of its own."""
    folder = workspace / TEMPLATES if workspace else None
    if workspace is None or folder is None or not folder.is_dir():
        return None
    root = folder.resolve()
    if root == shipped(TEMPLATES).resolve() or not root.is_relative_to(workspace.resolve()):
        return None
    files_in = (one for one in islice(folder.rglob("*"), MOST_OWN) if one.suffix in OWN_ENDS)
    found = sorted(one for one in files_in if one.is_file() and one.resolve().is_relative_to(root))
    files = {one.relative_to(folder).as_posix(): one.stat() for one in found}
    stamp = tuple((status.st_size, status.st_mtime_ns) for status in files.values())
    return Own(folder, tuple(files), stamp) if files else None


@contextmanager
def with_own(face: Own | None) -> Iterator[None]:
    """Documents are made with this face, or with the shipped one."""
    before = _own.set(face)
    try:
        yield
    finally:
        _own.reset(before)
