"""An assessment file → its value, its source and which of its evidence is missing."""

import os
from dataclasses import dataclass
from pathlib import Path

from tsukuba_pia.files import sha256
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.resources import WORKSPACE_FILE
from tsukuba_pia.yaml_source import Source, parse, read

FILE = "assessment.yaml"
WEB = ("https://", "http://")
BLANKS = b" \t\r\n\f\v\0\xef\xbb\xbf\xe3\x80"  # also a byte order mark and the full-width blank of UTF-8
SOME = 4096  # bytes; nearly always the first of them say something


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
    source = given if isinstance(given, Source) else read(path) if given is None else parse(given, str(path))
    assessment = read_shape(Assessment, source)
    missing = missing_evidence(assessment, path.parent) if assessment else frozenset()
    return LoadedAssessment(path, source, assessment, missing)


def missing_evidence(assessment: Assessment, folder: Path) -> frozenset[str]:
    """The evidence that is listed as a file and does not lie there, says nothing, or leads out of the folder."""
    return frozenset(item for item in _listed(assessment) if not _exists(item, folder))


def evidence_digests(assessment: Assessment, folder: Path) -> dict[str, str | None]:
    """Each file that is listed as evidence with the SHA-256 of its bytes; None where `missing_evidence` has it.

    Raises:
        OSError: a file that lies there cannot be read.

    """
    files = sorted(item for item in _listed(assessment) if not item.startswith(WEB))
    return {item: sha256(folder / item) if _exists(item, folder) else None for item in files}


def _listed(assessment: Assessment) -> set[str]:
    return {item for answer in assessment.answers.values() for item in answer.evidence}


def _exists(item: str, folder: Path) -> bool:
    """A web address is taken as it stands: the toolkit opens no network."""
    if item.startswith(WEB):
        return bool(item.partition("://")[2].strip("/ "))
    root = os.path.realpath(folder)
    place = os.path.realpath(folder / item)
    return place.startswith(root + os.sep) and os.path.isfile(place) and _says_something(place)  # noqa: PTH113


def _says_something(file: str) -> bool:
    """Whether a file holds more than blanks; one that cannot be read may."""
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - asked for each piece of evidence
            return any(part.strip(BLANKS) for part in iter(lambda: stream.read(SOME), b""))
    except OSError:
        return True


def load_profile(workspace: Path | None) -> tuple[Profile | None, Source | None]:
    """The city's profile, where there is a workspace."""
    if workspace is None:
        return None, None
    source = read(workspace / WORKSPACE_FILE)
    return read_shape(Profile, source), source
