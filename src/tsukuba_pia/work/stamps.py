"""A stamp of a file with all that a check of it rests on: equal stamps, equal findings.

Contents count. A file is not read again while it is the same one (by its inode) and neither its content nor anything
else about it was changed since: whoever sets the time of writing back cannot set back the time of that change. Nor is
a folder listed again in which nothing came or went. What changed just before it was looked at is looked at again,
because the clocks of file systems tick slowly.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tsukuba_pia.change.released import FILE as RECORD
from tsukuba_pia.load.assessment import FILE as ASSESSMENT
from tsukuba_pia.resources import WORKSPACE_FILE, Workspaces, shipped

BANKS = "questionnaires"
MOST_FILES = 500  # in an assessment's folder; one with more is somebody's whole disk, and nothing is remembered of it
LARGE = 1 << 20  # bytes; of such a file it is enough that it is the same one and unchanged
TICK = 100_000_000  # nanoseconds


class SeenFile(NamedTuple):
    """A file whose content was read: which it was and since when unchanged (times in nanoseconds), and the digest."""

    size: int
    written: int
    changed: int  # also by renaming, or by who may read it
    inode: int
    digest: str


class SeenFolder(NamedTuple):
    """A folder that was listed: which it was, since when nothing came or went (nanoseconds), and what is in it."""

    written: int
    changed: int
    inode: int
    folders: Sequence[str]
    files: Sequence[str]  # also links, wherever they lead


class Seen(NamedTuple):
    """Files and folders that were seen, by their paths."""

    files: dict[str, SeenFile]
    folders: dict[str, SeenFolder]

    def add(self, other: "Seen") -> None:
        """Take in what was seen elsewhere."""
        self.files.update(other.files)
        self.folders.update(other.folders)

    def plain(self) -> tuple[dict[str, Any], ...]:
        """The same, as the cache can keep it."""
        return tuple({path: tuple(one) for path, one in kind.items()} for kind in self)


class Stamper:
    """Stamps files; remembers what it has seen."""

    def __init__(self, seen: Seen, started: int) -> None:
        """Take what was seen before, and when this run began (nanoseconds)."""
        self.seen = seen
        self._fresh = Seen({}, {})
        self._settled = started - TICK  # what changed later may change again within the same tick
        self.workspaces = Workspaces()
        self._worlds: dict[tuple[Path | None, Path | None], str] = {}

    def stamp(self, file: Path) -> str | None:
        """The stamp of an assessment or of a bank in its folder; None for what is not remembered."""
        folder, name = os.path.split(file)
        banks = None if name == ASSESSMENT else _folder_of_banks(file)
        if name != ASSESSMENT and banks is None:
            return None
        own = [] if banks else self._below(folder or os.curdir, MOST_FILES)
        if len(own) > MOST_FILES:
            return None
        return _digest(self._world(folder, banks), self._contents(own))

    def taken(self) -> Seen:
        """What was seen since this was asked last."""
        fresh, self._fresh = self._fresh, Seen({}, {})
        return fresh

    def _world(self, folder: str, banks: Path | None) -> str:
        """The toolkit's banks, the city's own and its profile, and those beside a bank."""
        workspace = self.workspaces.of(folder)
        key = (workspace, banks)
        if key not in self._worlds:
            rooms = [shipped(BANKS), *([workspace / BANKS] if workspace else []), *([banks] if banks else [])]
            files = [one for room in dict.fromkeys(rooms) for one in self._below(str(room), None)]
            around = self.workspaces.around(workspace)
            files += [one for room in around for one in self._below(str(room / BANKS), None)]
            city = [str(room / WORKSPACE_FILE) for room in (*([workspace] if workspace else []), *around)]
            self._worlds[key] = _digest(str(workspace), self._contents([*files, *city]))
        return self._worlds[key]

    def _contents(self, files: Iterable[str]) -> list[str]:
        return [f"{file}\0{self._content(file)}" for file in files]

    def _content(self, file: str) -> str:
        try:
            status = os.stat(file)  # noqa: PTH116 - asked a lot
            now = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
            known = self.seen.files.get(file)
            if known is not None and known[:-1] == now:
                return known[-1]
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGE:
                return f"{status.st_mode} {now}"
            with open(file, "rb") as stream:  # noqa: PTH123
                digest = hashlib.sha256(stream.read()).hexdigest()
        except OSError as error:
            return f"unreadable {error.errno}"
        if max(status.st_mtime_ns, status.st_ctime_ns) < self._settled:
            self.seen.files[file] = self._fresh.files[file] = SeenFile(*now, digest)
        return digest

    def _below(self, folder: str, most: int | None) -> list[str]:
        """All files below a folder, also links; once there are more than `most`, no more are sought."""
        found: list[str] = []
        rooms = [folder]
        while rooms and (most is None or len(found) <= most):
            inner, files = self._listing(rooms.pop())
            rooms += inner
            found += files
        return found

    def _listing(self, folder: str) -> tuple[Sequence[str], Sequence[str]]:
        """The folders and the files in a folder, in order; one that cannot be read is seen as a file."""
        try:
            status = os.stat(folder)  # noqa: PTH116 - asked a lot
            now = (status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
            known = self.seen.folders.get(folder)
            if known is not None and known[:3] == now:
                return known[3:]
            with os.scandir(folder) as entries:
                kinds = sorted((one.path, one.is_dir(follow_symlinks=False)) for one in entries)
        except OSError:
            return (), (folder,)
        inner = tuple(path for path, is_folder in kinds if is_folder)
        files = tuple(path for path, is_folder in kinds if not is_folder)
        if max(now[:2]) < self._settled:
            self.seen.folders[folder] = self._fresh.folders[folder] = SeenFolder(*now, inner, files)
        return inner, files


def _folder_of_banks(file: Path) -> Path | None:
    """The folder `questionnaires` above a bank, its scenarios or the record of releases."""
    if file.name == RECORD:
        return file.parent
    return next((one for one in file.parents[1:3] if one.name == BANKS), None) if file.suffix == ".yaml" else None


def _digest(first: str, parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join((first, *parts)).encode("utf-8", "surrogateescape")).hexdigest()
