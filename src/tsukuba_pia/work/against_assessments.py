"""What an assessment said at a revision of git, also where its folder was called otherwise there."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from tsukuba_pia.lint.context import Then
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.load.sign_offs import FILE, ROOM
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.work.against_git import Revision, blob, blobs_below, first_day, renamed_since
from tsukuba_pia.yaml_source import Source, parse

ASSESSMENT = "assessment.yaml"


def then_of(file: Path, source: Source, since: Revision) -> Then | None:
    """What it said then; None where it was not there, or nobody could read it."""
    place = file
    raw = blob(since, file)
    if raw is None:
        name = source.data.get("assessment") if isinstance(source.data, dict) else None
        place = _moved(since).get(file.absolute().resolve()) or _named(since).get(str(name), file)
        raw = blob(since, place) if place != file else None
    old = parse(raw, f"{since.name}:{place.as_posix()}") if raw is not None else None
    assessment = read_shape(Assessment, old) if old is not None and isinstance(old.data, dict) else None
    if assessment is None:
        return None
    room = place.parent / ROOM
    signed = {one.relative_to(room).parts[0] for one in blobs_below(since, room) if one.name == FILE}
    return Then(assessment, len(signed), since.name, partial(first_day, since, place, _line(assessment.assessment)))


def _line(name: str) -> str:
    """What the line that names an assessment looks like, as an extended regular expression."""
    plain = "".join(one if one.isalnum() or one in "-_" else f"[{one}]" for one in name if one not in "[]^\\")
    return f"^assessment:[[:space:]]*[\"']?{plain}[\"']?[[:space:]]*(#.*)?$"


@cache
def _moved(since: Revision) -> Mapping[Path, Path]:
    """Assessments that git takes for moved: where each lies, and where it lay."""
    return renamed_since(since, ASSESSMENT)


@cache
def _named(since: Revision) -> Mapping[str, Path]:
    """The assessments that are gone from where they lay, by the name that each had."""
    return dict(_gone(since))


def _gone(since: Revision) -> Iterator[tuple[str, Path]]:
    for place in blobs_below(since, since.top):
        if place.name == ASSESSMENT and place.parent.parent.name != ROOM and not place.exists():
            data = parse(blob(since, place) or b"", str(place)).data
            if isinstance(data, dict) and isinstance(data.get("assessment"), str):
                yield data["assessment"], place
