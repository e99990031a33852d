"""Lays out what lay at a revision of git in an empty folder: an assessment with the banks and evidence of then."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tsukuba_pia.change.released import ROOM
from tsukuba_pia.load.assessment import FILE, load_assessment_file
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.resources import WORKSPACE_FILE
from tsukuba_pia.work.against_git import Revision, blob, files_below


def lay(at: Revision, path: Path, scratch: Path) -> Path | None:
    """The file of the assessment that lay at `path` (its file or its folder), now below `scratch`; None for none."""
    file = next((one for one in (path, path / FILE) if blob(at, one) is not None), None)
    if file is None:
        return None
    folder = file.absolute().parent
    home = next((one for one in (folder, *folder.parents) if blob(at, one / WORKSPACE_FILE) is not None), None)
    base = home or folder
    place = scratch / folder.relative_to(base) / file.name
    _copy(at, file, place)
    if home is not None:
        _copy(at, home / WORKSPACE_FILE, scratch / WORKSPACE_FILE)
        for bank in _own_banks(at, home):
            _copy(at, bank, scratch / bank.relative_to(home))
    for item in _evidence(at, place, folder):
        _copy(at, folder / item, place.parent / item)
    return place


def _own_banks(at: Revision, home: Path) -> Iterator[Path]:
    """The city's own: what has the name of a shipped one would be taken for it."""
    shipped = {file.name for file in Catalog().files}
    for file in files_below(at, home / ROOM):
        if file.suffix == ".yaml" and file.parent.name not in shipped:
            yield file


def _evidence(at: Revision, place: Path, folder: Path) -> Iterator[PurePosixPath]:
    """The files that it lists as evidence and that lay in its folder; what leads out of it is none."""
    assessment = load_assessment_file(place).assessment
    listed = (
        {PurePosixPath(item) for answer in assessment.answers.values() for item in answer.evidence}
        if assessment
        else ()
    )
    there = {file.relative_to(folder).as_posix() for file in files_below(at, folder)} if listed else set()
    return (item for item in listed if item.as_posix() in there)


def _copy(at: Revision, file: Path, place: Path) -> None:
    content = blob(at, file)
    if content is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
