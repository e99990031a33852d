"""An assessment file → its value, its source and which of its evidence is missing."""

import os
from dataclasses import dataclass
from pathlib import Path

from tsukuba_pia.files import sha256
from tsukuba_pia.load.inside import read_inside
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.resources import WORKSPACE_FILE
from tsukuba_pia.yaml_source import Source, parse

FILE = "assessment.yaml"
WEB = ("https://", "http://")
BLANKS = b" \t\r\n\f\v\0\xef\xbb\xbf\xe3\x80"  # also a byte order mark and the full-width blank of UTF-8
SOME = 4096  # bytes; nearly always the first of them say something
LARGE = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class LoadedAssessment:
    """An assessment as its file has it; `assessment` is None where the source's diagnostics say why."""

    path: Path
    source: Source
    assessment: Assessment | None
    missing_evidence: frozenset[str]


def file_of(path: Path) -> Path:
    """The file that a path means: an assessment's folder stands for the file in it."""
    return path / FILE if path.is_dir() else path


def load_assessment_file(path: Path, given: bytes | Source | None = None) -> LoadedAssessment:
    """Read an assessment, or take what stands in it, or what was read of it."""
    source = given if isinstance(given, Source) else read_inside(path) if given is None else parse(given, str(path))
    assessment = read_shape(Assessment, source)
    missing = missing_evidence(assessment, path.parent) if assessment else frozenset()
    return LoadedAssessment(path, source, assessment, missing)


def missing_evidence(assessment: Assessment, folder: Path) -> frozenset[str]:
    """The evidence that is listed as a file and does not lie there, says nothing, or leads out of the folder."""
    there = _Folder(folder)
    return frozenset(item for item in _listed(assessment) if not there.has(item))


def evidence_digests(assessment: Assessment, folder: Path) -> dict[str, str | None]:
    """Each file that is listed as evidence with the SHA-256 of its bytes; None where `missing_evidence` has it.

    Raises:
        OSError: a file that lies there cannot be read.

    """
    files = sorted(item for item in _listed(assessment) if not item.startswith(WEB))
    there = _Folder(folder)
    return {item: sha256(folder / item) if there.has(item) else None for item in files}


def _listed(assessment: Assessment) -> set[str]:
    return {item for answer in assessment.answers.values() for item in answer.evidence}


class _Folder:
    """An assessment's folder, asked for many files: where its own folders truly lie is looked up once."""

    def __init__(self, folder: Path) -> None:
        self._root = os.path.realpath(folder)
        self._rooms: dict[str, str] = {}

    def has(self, item: str) -> bool:
        """Whether a file lies there. A web address is taken as it stands: the toolkit opens no network."""
        if item.startswith(WEB):
            return bool(item.partition("://")[2].strip("/ "))
        room, name = os.path.split(os.path.join(self._root, item))  # noqa: PTH118 - asked a lot
        if room not in self._rooms:
            self._rooms[room] = os.path.realpath(room)
        place = os.path.join(self._rooms[room], name)  # noqa: PTH118
        if name in ("", os.curdir, os.pardir) or os.path.islink(place):  # noqa: PTH114
            place = os.path.realpath(place)
        return place.startswith(self._root + os.sep) and os.path.isfile(place) and _says_something(place)  # noqa: PTH113


def _says_something(file: str) -> bool:
    """Whether a file holds more than blanks; a large one does, and one that cannot be read may."""
    try:
        size = os.stat(file).st_size  # noqa: PTH116 - asked for each piece of evidence
        if not 0 < size <= LARGE:
            return size > 0
        with open(file, "rb") as stream:  # noqa: PTH123
            return bool(stream.read(SOME).strip(BLANKS) or stream.read().strip(BLANKS))
    except OSError:
        return True


def load_profile(workspace: Path | None) -> tuple[Profile | None, Source | None]:
    """The city's profile, where there is a workspace."""
    if workspace is None:
        return None, None
    source = read_inside(workspace / WORKSPACE_FILE)
    return read_shape(Profile, source), source
