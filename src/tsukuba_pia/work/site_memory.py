"""Remembers from which sources the pages of a register were made, so that what has not changed is not made again.

It lies in a folder of the user's own and never beside the pages: a digest of a source would let a withheld choice be
guessed. A page is made again when anything that it rests on has changed, or a day has come that its files name.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tsukuba_pia import cache
from tsukuba_pia.resources import Workspaces, shipped
from tsukuba_pia.work.results import PACKAGE
from tsukuba_pia.work.site_folder import Folder, Kept, Record
from tsukuba_pia.work.stamps import BANKS, Seen, Stamper

TEMPLATES = "templates"
_DAY = re.compile(rb"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


class Memory:
    """What was made, of one output folder."""

    def __init__(self, folder: Folder, as_of: str, rests_on: str, started: int) -> None:
        """Read what is remembered. `rests_on`: what all pages share; `started`: when this run began (nanoseconds)."""
        self._key = cache.digest(b"site 3", str(folder.place.resolve()).encode("utf-8", "surrogateescape"))
        self._rests_on = f"{rests_on} {_toolkit()}"
        self._as_of = as_of
        nothing: tuple[Any, ...] = ("", {}, {}, {}, {}, {})
        before, files, folders, found, sought, lies = cache.load(self._key) or nothing
        self._before: dict[str, Any] = found
        self._sought: dict[str, str] = sought
        self._seeking: dict[str, Kept] = {}
        self._folder = folder
        folder.lies.update(lies)
        self._found: dict[str, Any] = found if before == self._rests_on else {}
        self._stamper = Stamper(Seen(files, folders), started)
        self._workspaces = Workspaces()
        self._days: dict[Path | None, frozenset[str]] = {}
        self._own: dict[Path, str] = {}
        self._stamps: dict[Path, str | None] = {}
        self._kept: dict[str, Any] = {}

    def find(self, file: Path) -> str | None:
        """The number of the assessment that a file holds, where its pages are as they would be made now."""
        stamp = self._stamps[file] = self._stamp(file)
        known = self._found.get(str(file))
        if known is None or stamp is None or known[0] != stamp or not self._same_day(known[1], known[2]):
            return None
        name: str = known[3]
        kept = self._folder.record.assessments.get(name)
        if kept is None or kept.digest != known[4] or not self._folder.whole(kept.files):
            return None
        self._kept[str(file)] = known
        return name

    def number_of(self, file: Path) -> str:
        """The number that a file's assessment had when its pages were made last; empty where that is not known."""
        known = self._before.get(str(file))
        return known[3] if known else ""

    def keep(self, file: Path, name: str, kept: Kept) -> None:
        """Remember what was made of a file, or that it is as it was but for what is said above its pages."""
        known = self._kept.get(str(file))
        made_on, days = (known[1], known[2]) if known else (self._as_of, sorted(self._days_of(file)))
        if (stamp := self._stamps.get(file)) is not None:
            self._kept[str(file)] = (stamp, made_on, list(days), name, kept.digest)

    def not_asked(self) -> dict[Path, str]:
        """The files that lie there still and that nobody asked for now, with the number that each of them had."""
        asked = {str(file) for file in self._stamps}
        return {Path(one): known[3] for one, known in self._before.items() if one not in asked and os.path.isfile(one)}  # noqa: PTH113

    def sought(self, name: str, kept: Kept) -> None:
        """Remember of pages that stay that what all of today's files withhold was sought in them."""
        self._seeking[name] = kept

    def has_sought(self, name: str, kept: Kept) -> bool:
        """Whether what those withhold that are as they were was sought in pages that stay."""
        return self._sought.get(name) == kept.digest

    def save(self, record: Record) -> None:
        """Remember all this, and nothing of files that are gone; of those that were not made now, their number."""
        others = {one: (None, *known[1:]) for one, known in self._before.items() if os.path.isfile(one)}  # noqa: PTH113
        sought = {name: kept.digest for name, kept in self._seeking.items()}
        paths = record.paths
        lies = {name: one for name, one in self._folder.lies.items() if name in paths}
        seen = self._stamper.seen.plain()
        cache.store(self._key, (self._rests_on, *seen, others | self._kept, sought, lies))

    def _stamp(self, file: Path) -> str | None:
        stamp = self._stamper.stamp(file)
        workspace = self._workspaces.of(file.parent)
        if workspace is None or stamp is None:
            return stamp
        if workspace not in self._own:
            self._own[workspace] = _folder_digest(workspace / TEMPLATES)
        return f"{stamp} {self._own[workspace]}"

    def _same_day(self, made_on: str, days: list[str]) -> bool:
        """Whether no day that the files name has come or passed since."""
        first, last = sorted((made_on, self._as_of))
        return first == last or not any(first <= day <= last for day in days)

    def _days_of(self, file: Path) -> set[str]:
        workspace = self._workspaces.of(file.parent)
        if workspace not in self._days:
            rooms = [shipped(BANKS), *([workspace / BANKS] if workspace else [])]
            shared = {day for room in rooms for one in room.rglob("*.yaml") for day in _days_in(one)}
            city = _days_in(workspace / "city.yaml") if workspace else ()
            self._days[workspace] = frozenset((*shared, *city))
        own = {day for one in file.parent.rglob("*.yaml") for day in _days_in(one)}
        return own | self._days[workspace]


def _days_in(file: Path) -> Iterator[str]:
    try:
        raw = file.read_bytes()
    except OSError:
        return
    yield from (one.decode() for one in set(_DAY.findall(raw)))


def _toolkit() -> str:
    """What of this toolkit is installed: another version makes other pages."""
    return cache.digest(_folder_digest(Path(PACKAGE)).encode(), _folder_digest(shipped(TEMPLATES)).encode())


def _folder_digest(folder: Path) -> str:
    found = []
    for room, _, files in os.walk(folder):
        for file in files:
            if not file.endswith(".pyc"):
                place = os.path.join(room, file)  # noqa: PTH118 - asked on every run
                status = os.stat(place)  # noqa: PTH116
                found.append(f"{place} {status.st_size} {status.st_mtime_ns}")
    return cache.digest("\n".join(sorted(found)).encode("utf-8", "surrogateescape"))
