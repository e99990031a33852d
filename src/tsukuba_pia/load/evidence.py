"""The evidence that an assessment lists, as it lies in its folder: what is missing, what is a copy."""

import os
import re
import stat
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tsukuba_pia import files
from tsukuba_pia.model.assessment import Assessment

WEB = ("https://", "http://")
SPACES = b" \t\r\n\f\v\0"
BLANKS = SPACES + b"\xef\xbb\xbf\xe3\x80"  # also a byte order mark and the full-width blank of UTF-8
SOME = 4096  # bytes; nearly always the first of them say something
LARGE = 1 << 20  # bytes; of such a file the first part is enough to know it again
SMALL = 100  # bytes; a file that only says that it is still to be written has no more
_KEYS = re.compile(rb"^(?:assessment|sign_off)[ \t]*:[ \t]*[\"']?([a-z0-9_-]+)", re.MULTILINE)
_WHOLE = re.compile(rb"^(?:language|outcome)[ \t]*:", re.MULTILINE)  # a note that only names it has neither


class Held(NamedTuple):
    """A listed file that says something."""

    place: str  # where it truly lies
    size: int  # bytes
    own: bool  # it is the assessment, what was signed of it, or a sign-off of it, by its own words
    whole: bytes | None = None  # all that a short file holds

    @property
    def said(self) -> bytes | None:
        """All that a short file holds, without blanks."""
        return None if self.whole is None else self.whole.translate(None, SPACES)


@dataclass(frozen=True)
class Evidence:
    """What lies there of all that is listed. Long files are compared only when somebody asks."""

    missing: frozenset[str] = frozenset()
    files: Mapping[str, Held] = field(default_factory=dict)

    @cached_property
    def alike(self) -> Mapping[str, str]:
        """Each listed file that is another's copy, or the same by another name, with the first of them by name."""
        common = Counter(one.size for one in self.files.values() if one.whole is None)
        first: dict[bytes | tuple[int, bytes | str], str] = {}
        found = {}
        for item, one in sorted(self.files.items()):
            if one.whole is not None or common[one.size] > 1:
                known = first.setdefault(one.said or (one.size, _digest(one.place)), item)
                if known != item:
                    found[item] = known
        return found


def evidence_of(assessment: Assessment, folder: Path) -> Evidence:
    """Look for what an assessment in a folder lists.

    Missing is a file that does not lie there, says nothing, or leads out of the folder. A web address is taken as it
    stands: the toolkit opens no network.
    """
    there = _Folder(folder, assessment.assessment)
    listed = [(item, there.held(item)) for item in _listed(assessment)]
    held = {item: one for item, one in listed if one is not None}
    missing = (item for item, one in listed if one is None and not _is_address(item))
    return Evidence(frozenset(missing), held)


def evidence_digests(assessment: Assessment, folder: Path) -> dict[str, str | None]:
    """Each file that is listed as evidence with the SHA-256 of its bytes; None where it is missing.

    Raises:
        OSError: a file that lies there cannot be read.

    """
    held = evidence_of(assessment, folder).files
    listed = sorted(item for item in _listed(assessment) if not item.startswith(WEB))
    return {item: files.sha256(Path(held[item].place)) if item in held else None for item in listed}


def _listed(assessment: Assessment) -> set[str]:
    return {item for answer in assessment.answers.values() for item in answer.evidence}


def _is_address(item: str) -> bool:
    return item.startswith(WEB) and bool(item.partition("://")[2].strip("/ "))


class _Folder:
    """An assessment's folder, asked for many files: where its own folders truly lie is looked up once."""

    def __init__(self, folder: Path, name: str) -> None:
        self._root = os.path.realpath(folder)
        self._rooms: dict[str, str] = {}
        self._name = name.encode()

    def held(self, item: str) -> Held | None:
        """A file, where it lies there and says something."""
        if item.startswith(WEB):
            return None
        room, name = os.path.split(os.path.join(self._root, item))  # noqa: PTH118 - asked a lot
        if room not in self._rooms:
            self._rooms[room] = os.path.realpath(room)
        place = os.path.join(self._rooms[room], name)  # noqa: PTH118
        if name in ("", os.curdir, os.pardir):
            place = os.path.realpath(place)
        try:
            status = os.lstat(place)
            if stat.S_ISLNK(status.st_mode):
                place = os.path.realpath(place)
                status = os.stat(place)  # noqa: PTH116
        except (OSError, ValueError):  # ValueError: a name that no file can have
            return None
        inside = place.startswith(self._root + os.sep) and stat.S_ISREG(status.st_mode)
        return _read(place, status.st_size, self._name) if inside else None


def _read(place: str, size: int, name: bytes) -> Held | None:
    """What a file holds, where it is more than blanks; a large one does, and one that cannot be read may."""
    if size == 0:
        return None
    try:
        with open(place, "rb", buffering=0) as stream:  # noqa: PTH123 - a buffer takes longer than the reading
            head = stream.read(SOME)
            says = head.strip(BLANKS) or size > LARGE or stream.read().strip(BLANKS)
    except OSError:
        return Held(place, size, own=False)
    if not says or (size <= SMALL and _to_be_written(head)):
        return None
    return Held(place, size, _is_own(head, name), head if len(head) == size < SOME else None)


def _to_be_written(content: bytes) -> bool:
    """Whether a text says only that there will be one (TODO, 未定, a dot). Beside other lines headings do not count."""
    from tsukuba_pia.model.hollow import is_placeholder  # noqa: PLC0415 - small files are few

    try:
        lines = [line for line in content.decode().splitlines() if line.strip()]
    except UnicodeDecodeError:
        return False
    return all(is_placeholder(line) for line in [one for one in lines if not one.startswith("#")] or lines)


def _is_own(head: bytes, name: bytes) -> bool:
    if name not in head:
        return False
    return _WHOLE.search(head) is not None and name in _KEYS.findall(head)


def _digest(place: str) -> bytes | str:
    """Of the first part of a file; of one that cannot be read its place."""
    try:
        with open(place, "rb") as stream:  # noqa: PTH123
            return sha256(stream.read(LARGE)).digest()
    except OSError:
        return place
