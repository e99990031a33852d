"""The folder that a register lies in: ours by its record, written beside and moved into place, never emptied.

The record `pia-site.json` is public like the rest: it holds what the pages say, and no digest of a source. What is
written is gathered in a folder of its own first; while it is, the old register is whole. Then pages are moved into
place, lists last. A run that is killed meanwhile leaves pages of which each is whole, and the next run ends the work.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tsukuba_pia.files import Changed, Locked, SaveFailed, alone, save, sync_folder
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.site_withheld import MadeWith

RECORD = "pia-site.json"
BUILDING = ".pia-building"
LOCK = ".pia-site.lock"
HIDDEN = ("desktop.ini", "Thumbs.db")  # what systems leave in every folder
VERSION = 1


class Made(NamedTuple):
    """A file of the register: its size and its digest."""

    size: int
    digest: str


Lies = tuple[int, int, int, int]  # a file's size, when it was written and changed (nanoseconds), its inode


@dataclass(slots=True)
class Kept:
    """What the record holds of one assessment: its rows by language, its files, and what was said above its pages.

    No word and no digest of anything that is withheld: only where something is, as the pages say.
    """

    rows: dict[str, Any]
    files: dict[str, Made]
    said: dict[str, str] = field(default_factory=dict)  # by page
    made_with: MadeWith = field(default_factory=MadeWith)
    goes_on: str = ""  # the number that its file has by now

    @property
    def digest(self) -> str:
        """Of all this: whoever remembers it knows whether the record still speaks of the same."""
        return _digest(json.dumps(self.plain(), sort_keys=True).encode())

    def plain(self) -> dict[str, Any]:
        """As the record has it."""
        files = {name: list(one) for name, one in self.files.items()}
        withheld, people, others = self.made_with
        known = {"withheld": list(withheld), "people": list(people), "others": others, "goes_on": self.goes_on}
        return {"rows": self.rows, "files": files, "said": self.said, **known}


@dataclass(slots=True)
class Record:
    """All that lies in the folder and is ours."""

    draft: bool = False
    assessments: dict[str, Kept] = field(default_factory=dict)
    files: dict[str, Made] = field(default_factory=dict)  # lists, feeds, data
    moving: list[str] = field(default_factory=list)  # what a run that was killed had begun to move or to take away

    @property
    def paths(self) -> set[str]:
        """All files that are ours."""
        own = (name for one in self.assessments.values() for name in one.files)
        return {*own, *self.files, *self.moving}


class Folder:
    """An output folder while a register is built into it."""

    def __init__(self, place: Path) -> None:
        """Take it where it is empty, not there, or ours.

        Raises:
            Problem: something of other people lies in it, or its record cannot be read.

        """
        self.place = place
        self._raw: bytes | None = None
        self.record = Record()
        if place.is_dir():
            self._read()
        elif os.path.lexists(place):
            raise Problem("site_not_ours", path=place)
        self.lies: dict[str, Lies] = {}  # files whose content is known to be ours

    def _read(self) -> None:
        record = self.place / RECORD
        if record.is_file():
            self._raw = record.read_bytes()
            self.record = _record(self._raw, record)
            return
        ours = (BUILDING, LOCK, f".{RECORD}.lock")
        if any(one.name not in (*HIDDEN, *ours) for one in self.place.iterdir()):
            raise Problem("site_not_ours", path=self.place)

    @property
    def building(self) -> Path:
        """Where files are gathered."""
        return self.place / BUILDING

    @contextmanager
    def begun(self) -> Iterator[None]:
        """While this run alone writes here; what it gathered and did not move is taken away at the end."""
        from filelock import Timeout  # noqa: PLC0415 - only who writes pays for it

        try:
            self.place.mkdir(parents=True, exist_ok=True)
            with alone(self.place / LOCK):
                record = self.place / RECORD
                if (record.read_bytes() if record.is_file() else None) != self._raw:
                    raise Changed(self.place / RECORD)
                shutil.rmtree(self.building, ignore_errors=True)  # a killed run left it: we hold the lock
                self.building.mkdir()
                try:
                    yield
                finally:
                    shutil.rmtree(self.building, ignore_errors=True)
        except Timeout:
            raise Locked(self.place) from None
        except OSError as error:
            raise SaveFailed(Path(str(error.filename or self.place)), error.strerror or "") from error

    def whole(self, files: Mapping[str, Made]) -> bool:
        """Whether files lie there as they were written. One that nobody touched since is not read again."""
        root = str(self.place)
        for name, made in files.items():
            try:
                place = f"{root}/{name}"
                now = _lies(place)
                if now[0] != made.size or (self.lies.get(name) != now and _digest_of(place) != made.digest):
                    return False
            except OSError:
                return False
            self.lies[name] = now
        return True

    def has(self, name: str) -> bool:
        """Whether a file was gathered now or lies there."""
        return self._newest(name).is_file()

    def text(self, name: str) -> str:
        """A page, as gathered now or as it lies there."""
        return self._newest(name).read_text(encoding="utf-8")

    def tells(self, names: Iterable[str], word: str) -> bool:
        """Whether a word stands in one of these files."""
        return any(word.encode() in self._newest(name).read_bytes() for name in names if self.has(name))

    def _newest(self, name: str) -> Path:
        gathered = self.building / name
        return gathered if gathered.is_file() else self.place / name

    def raw(self, name: str) -> bytes:
        """A file as it lies there; nothing where it does not."""
        place = self.place / name
        return place.read_bytes() if place.is_file() else b""

    def put(self, name: str, content: str | bytes, known: Mapping[str, Made]) -> Made:
        """Gather a file, unless the same lies there already."""
        raw = content.encode() if isinstance(content, str) else content
        made = Made(len(raw), _digest(raw))
        if known.get(name) != made or not self.whole({name: made}):
            put(self.building, name, raw)
        return made

    def move(self, record: Record, lists: Iterable[str]) -> int:
        """Move what was gathered into place, `lists` last, and say so in the record; how many files there were.

        Raises:
            Problem: where one of them would go, something lies that is not ours.

        """
        last = list(lists)
        names = sorted(_below(self.building), key=lambda name: (name in last, name))
        ours = self.record.paths
        root = self.place.resolve()
        for name in names:
            target = self.place / name
            foreign = os.path.lexists(target) and name not in ours
            if foreign or not target.parent.resolve().is_relative_to(root):
                raise Problem("not_ours", path=target)
        if hasattr(os, "sync"):
            os.sync()  # the contents before the names
        gone = sorted(ours - record.paths)
        if names or gone:
            record.moving = [*names, *gone]
            self._save(record)
        for name in names:
            (self.place / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(self.building / name, self.place / name)  # noqa: PTH105 - atomic
            self.lies[name] = _lies(str(self.place / name))
        self._take_off(gone)
        record.moving = []
        self._save(record)
        sync_folder(self.place)
        return len(names)

    def _take_off(self, names: Iterable[str]) -> None:
        """Of an assessment that was made again: what it has no more. What is kept stands in the record."""
        root = self.place.resolve()
        for name in names:
            target = self.place / name
            if target.parent.resolve().is_relative_to(root):
                target.unlink(missing_ok=True)

    def _save(self, record: Record) -> None:
        raw = _plain(record)
        if raw != self._raw:
            save(self.place / RECORD, raw, self._raw)
            self._raw = raw


def put(building: Path, name: str, content: bytes) -> Made:
    """Write a file among those that are gathered."""
    place = building / name
    try:
        place.write_bytes(content)
    except FileNotFoundError:  # the first of its folder
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return Made(len(content), _digest(content))


def _below(folder: Path) -> list[str]:
    found = []
    for room, _, files in os.walk(folder):
        found += [Path(room, file).relative_to(folder).as_posix() for file in files]
    return found


def _lies(place: str) -> Lies:
    status = os.stat(place)  # noqa: PTH116 - asked a lot
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _digest_of(place: str) -> str:
    with open(place, "rb", buffering=0) as stream:  # noqa: PTH123 - asked a lot
        return _digest(stream.read())


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _plain(record: Record) -> bytes:
    plain = {
        "pia_site": VERSION,
        "draft": record.draft,
        "assessments": {name: record.assessments[name].plain() for name in sorted(record.assessments)},
        "files": {name: list(record.files[name]) for name in sorted(record.files)},
        "moving": record.moving,
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _record(raw: bytes, place: Path) -> Record:
    """A record that cannot be read is no reason to begin anew: published pages would be forgotten."""
    try:
        plain = json.loads(raw)
        if plain["pia_site"] != VERSION:
            raise Problem("site_record", path=place)
        assessments = {
            name: Kept(
                one["rows"],
                {file: Made(*made) for file, made in one["files"].items()},
                one["said"],
                MadeWith(tuple(one.get("withheld", ())), tuple(one.get("people", ())), one.get("others", 0)),  # of old
                one.get("goes_on", ""),  # nobody said
            )
            for name, one in plain["assessments"].items()
        }
        files = {name: Made(*made) for name, made in plain["files"].items()}
        return Record(plain["draft"], assessments, files, plain["moving"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Problem("site_record", path=place) from None
