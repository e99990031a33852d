"""`released.sha256`: a line for each published version, `<digest>  <folder>/<version>.yaml`, over its content."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FILE = "released.sha256"
ROOM = "questionnaires"  # the folder whose versions a record speaks of
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<name>[a-z][a-z0-9_-]*/(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.yaml)\Z")


def folder_of(file: Path) -> Path | None:
    """The folder of banks in which a version lies: its record speaks of it."""
    folder = file.absolute().parent.parent
    return file.parent.parent if folder.name == ROOM else None


def name_of(file: Path) -> str:
    """What the record calls a file."""
    return f"{file.absolute().parent.name}/{file.name}"


class Line(NamedTuple):
    """A line that says which content a version was published with."""

    number: int
    name: str
    digest: str


class Slip(NamedTuple):
    """A line that says nothing: of another form, or of a version that an earlier line speaks of."""

    number: int
    first: int = 0  # the earlier line


class Record(NamedTuple):
    """What the file says."""

    lines: dict[str, Line]
    slips: tuple[Slip, ...] = ()

    def digest(self, name: str) -> str | None:
        """The digest of a version, where it is listed."""
        return self.lines[name].digest if name in self.lines else None


def read_record(text: str) -> Record:
    """The lines of a record; blank lines and lines that begin with `#` are for people."""
    lines: dict[str, Line] = {}
    slips: list[Slip] = []
    for number, line in _told(text):
        found = _LINE.match(line)
        if found is None:
            slips.append(Slip(number))
        elif found["name"] in lines:
            slips.append(Slip(number, lines[found["name"]].number))
        else:
            lines[found["name"]] = Line(number, found["name"], found["digest"])
    return Record(lines, tuple(slips))


def _told(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.removesuffix("\r")
        if bare.strip() and not bare.startswith("#"):
            yield number, bare


def line_of(digest: str, name: str) -> str:
    """A line of the record."""
    return f"{digest}  {name}\n"
