"""A stamp of a file with all that a check of it rests on: equal stamps, equal findings.

Contents count. A file is not read again while it is the same one (by its inode) and neither its content nor anything
else about it was changed since: whoever sets the time of writing back cannot set back the time of that change. One
that changed just before it was read is read again, because the clocks of file systems tick slowly.
"""

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tsukuba_pia.change.released import FILE as RECORD
from tsukuba_pia.load.assessment import FILE as ASSESSMENT
from tsukuba_pia.resources import WORKSPACE_FILE, Workspaces, shipped

BANKS = "questionnaires"
MOST_FILES = 500  # in an assessment's folder; one with more is somebody's whole disk, and nothing is remembered of it
LARGE = 1 << 20  # bytes; of such a file it is enough that it is the same one and unchanged
TICK = 100_000_000  # nanoseconds


class Seen(NamedTuple):
    """A file whose content was read: which it was and since when unchanged (times in nanoseconds), and the digest."""

    size: int
    written: int
    changed: int  # also by renaming, or by who may read it
    inode: int
    digest: str


class Stamper:
    """Stamps files; remembers which it has seen."""

    def __init__(self, seen: dict[str, Seen], started: int) -> None:
        """Take what was seen before, and when this run began (nanoseconds)."""
        self.seen = seen
        self.fresh: dict[str, Seen] = {}
        self._started = started
        self.workspaces = Workspaces()
        self._worlds: dict[tuple[Path | None, Path | None], str] = {}

    def stamp(self, file: Path) -> str | None:
        """The stamp of an assessment or of a bank in its folder; None for what is not remembered."""
        folder, name = os.path.split(file)
        banks = None if name == ASSESSMENT else _folder_of_banks(file)
        if name != ASSESSMENT and banks is None:
            return None
        own = [] if banks else _below(folder or os.curdir, MOST_FILES)
        if len(own) > MOST_FILES:
            return None
        return _digest(self._world(folder, banks), self._contents(own))

    def taken(self) -> dict[str, Seen]:
        """What was seen since this was asked last."""
        fresh, self.fresh = self.fresh, {}
        return fresh

    def _world(self, folder: str, banks: Path | None) -> str:
        """The toolkit's banks, the city's own and its profile, and those beside a bank."""
        workspace = self.workspaces.of(folder)
        key = (workspace, banks)
        if key not in self._worlds:
            rooms = [shipped(BANKS), *([workspace / BANKS] if workspace else []), *([banks] if banks else [])]
            files = [one for room in dict.fromkeys(rooms) for one in _below(str(room), None)]
            around = self.workspaces.around(workspace)
            files += [one for room in around for one in _below(str(room / BANKS), None)]
            city = [str(room / WORKSPACE_FILE) for room in (*([workspace] if workspace else []), *around)]
            self._worlds[key] = _digest(str(workspace), self._contents([*files, *city]))
        return self._worlds[key]

    def _contents(self, files: Iterable[str]) -> list[str]:
        return [f"{file}\0{self._content(file)}" for file in files]

    def _content(self, file: str) -> str:
        try:
            status = os.stat(file)  # noqa: PTH116 - asked a lot
            now = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
            known = self.seen.get(file)
            if known is not None and known[:-1] == now:
                return known[-1]
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGE:
                return f"{status.st_mode} {now}"
            with open(file, "rb") as stream:  # noqa: PTH123
                digest = hashlib.sha256(stream.read()).hexdigest()
        except OSError as error:
            return f"unreadable {error.errno}"
        if max(status.st_mtime_ns, status.st_ctime_ns) < self._started - TICK:
            self.seen[file] = self.fresh[file] = Seen(*now, digest)
        return digest


def _folder_of_banks(file: Path) -> Path | None:
    """The folder `questionnaires` above a bank, its scenarios or the record of releases."""
    if file.name == RECORD:
        return file.parent
    return next((one for one in file.parents[1:3] if one.name == BANKS), None) if file.suffix == ".yaml" else None


def _below(folder: str, most: int | None) -> list[str]:
    """All files below a folder, also links; once there are more than `most`, no more are sought."""
    found: list[str] = []
    rooms = [folder]
    while rooms and (most is None or len(found) <= most):
        try:
            with os.scandir(rooms.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        rooms.append(entry.path)
                    else:
                        found.append(entry.path)
        except OSError:
            found.append(folder)  # one that cannot be read is seen as it is
    return sorted(found)


def _digest(first: str, parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join((first, *parts)).encode("utf-8", "surrogateescape")).hexdigest()
