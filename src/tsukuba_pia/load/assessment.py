"""An assessment file → its value, its source and what lies there of its evidence."""

from dataclasses import dataclass
from pathlib import Path

from tsukuba_pia.load.evidence import Evidence, evidence_of
from tsukuba_pia.load.inside import read_inside
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.resources import WORKSPACE_FILE
from tsukuba_pia.yaml_source import Source, parse

FILE = "assessment.yaml"


@dataclass(frozen=True, slots=True)
class LoadedAssessment:
    """An assessment as its file has it; `assessment` is None where the source's diagnostics say why."""

    path: Path
    source: Source
    assessment: Assessment | None
    evidence: Evidence

    @property
    def missing_evidence(self) -> frozenset[str]:
        """What is listed as evidence and is not there."""
        return self.evidence.missing


def file_of(path: Path) -> Path:
    """The file that a path means: an assessment's folder stands for the file in it."""
    return path / FILE if path.is_dir() else path


def load_assessment_file(path: Path, given: bytes | Source | None = None) -> LoadedAssessment:
    """Read an assessment, or take what stands in it, or what was read of it."""
    source = given if isinstance(given, Source) else read_inside(path) if given is None else parse(given, str(path))
    assessment = read_shape(Assessment, source)
    evidence = evidence_of(assessment, path.parent) if assessment else Evidence()
    return LoadedAssessment(path, source, assessment, evidence)


def load_profile(workspace: Path | None) -> tuple[Profile | None, Source | None]:
    """The city's profile, where there is a workspace."""
    if workspace is None:
        return None, None
    source = read_inside(workspace / WORKSPACE_FILE)
    return read_shape(Profile, source), source
