"""Holds versioned files to what they were: the version before, the record of released versions, a revision of git."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tsukuba_pia.change.diff import own_scales
from tsukuba_pia.change.document import RELEASED, Document
from tsukuba_pia.change.released import FILE, ROOM, folder_of, name_of, read_record
from tsukuba_pia.change.weight import Scales
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.change_context import ChangeContext
from tsukuba_pia.lint.engine import check_change
from tsukuba_pia.lint.silencing import PAST
from tsukuba_pia.load.assessment import FILE as ASSESSMENT
from tsukuba_pia.load.catalog import Catalog, rank
from tsukuba_pia.load.inside import read_inside
from tsukuba_pia.load.sign_offs import ROOM as APPROVALS
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.work.against_git import Revision, blob, blobs_below, files_below, same_blob, whole
from tsukuba_pia.work.released import VERSIONED, diagnostic, document_of, record_of
from tsukuba_pia.yaml_source import Source, parse, read


def hold(file: Path, source: Source, since: Revision | None = None) -> tuple[Diagnostic, ...]:
    """What became of one file. A draft that has no older version promises nothing, and is not looked at."""
    if not any(isinstance(source.data, dict) and kind in source.data for kind in VERSIONED):
        return ()
    folder = folder_of(file)
    recorded = record_of(folder).digest(name_of(file)) if folder is not None else None
    before = _before(file)
    promises = recorded is not None or before is not None or source.data.get("status") in RELEASED
    if not promises and since is None:
        return ()
    now = document_of(source)
    if now is None:
        return ()
    scales = BaseScales(now, file)
    found = list(check_change(ChangeContext(now, before, "", folder is not None, recorded, scales)))
    if since is not None:
        found += _held_to(now, file, since, scales)
    return tuple(found)


def _before(file: Path) -> Document | None:
    """The newest older version in the same folder that was released; one that cannot be read is told where it lies."""
    older = sorted(_older(file, file.absolute().parent.glob("*.yaml")), key=lambda one: rank(one.stem), reverse=True)
    for other in older:
        document = document_of(read(other))
        if document is not None and document.released:
            return document
    return None


def _older(file: Path, others: Iterable[Path]) -> list[Path]:
    mine = rank(file.stem)
    return [one for one in others if (-1,) < rank(one.stem) < mine]


@dataclass(frozen=True, slots=True)
class BaseScales:
    """The scales of the bank that a bank extends; looked for only when they are needed."""

    now: Document
    file: Path

    def __call__(self) -> Scales:
        """Look for them."""
        extends = getattr(self.now.value, "extends", None)
        base = Catalog(workspace_of(self.file.parent)).fitting(extends) if extends else None
        document = document_of(read(base.path)) if base is not None else None
        return own_scales(document) if document is not None else {}


def _held_to(now: Document, file: Path, since: Revision, scales: BaseScales) -> Iterator[Diagnostic]:
    raw = blob(since, file)
    place = file
    if raw is None:
        older = _older(file, (one for one in files_below(since, file.parent) if one.suffix == ".yaml"))
        gone = [one for one in older if not one.exists()]  # what is still there was looked at already
        place = max(gone, key=lambda one: rank(one.stem), default=file)
        raw = blob(since, place) if gone else None
    if raw is None or raw == now.source.raw:
        return
    old = parse(raw, f"{since.name}:{place.as_posix()}")
    before = document_of(old)
    if before is None or (before.kind, before.name) != (now.kind, now.name):
        line = old.diagnostics[0].line if old.diagnostics else 1
        yield now.source.diagnostic("PIA316", (), "warning", since=since.name, line=str(line))
        return
    yield from check_change(ChangeContext(now, before, since.name, known_scales=scales))


def hold_folder(folder: Path, since: Revision) -> Iterator[Diagnostic]:
    """What became of the record of a folder of banks, and of the versions that were published at a revision."""
    record = folder / FILE
    old = read_record((blob(since, record) or b"").decode("utf-8", "replace"))
    now = record_of(folder)
    for name, line in old.lines.items():
        if now.digest(name) != line.digest:
            what = "@record_gone" if now.digest(name) is None else "@record_other"
            number = now.lines[name].number if name in now.lines else 1
            yield diagnostic("PIA315", record, number, file=name, since=since.name, what=what)
    for file in files_below(since, folder):
        if file.suffix == ".yaml" and file.parent.parent == folder and not file.exists():
            before = document_of(parse(blob(since, file) or b"", str(file)))
            if (before is not None and before.released) or name_of(file) in old.lines:
                yield diagnostic("PIA314", file, file=name_of(file), since=since.name)


def unchecked_versions(folder: Path, since: Revision, checked: Collection[Path]) -> Iterator[Diagnostic]:
    """What became of released versions that lay below a folder, where no file among the checked ones speaks for them.

    A whole folder of banks went away with its record, unless it was only moved; or a walk passes over a file.

    Args:
        folder: the folder.
        since: the revision.
        checked: the files that are checked, by their whole paths.

    """
    blobs = blobs_below(since, folder)
    then = {one: name for one, name in blobs.items() if _room(one) is not None and not _is_copy(one, blobs)}
    for room in dict.fromkeys(_room(one) for one in then):
        if room is not None and not any(_room(one) == whole(room) for one in checked):
            moved = {name_of(one) for one in checked if _is_moved(one, room, then, since)}
            yield from (one for one in hold_folder(room, since) if one.args["file"] not in moved)
    for file, name in then.items():
        passed_over = file.is_file() and whole(file) not in checked and file.name != FILE
        if passed_over and not same_blob(file, name):
            yield from (one for one in hold(file, read_inside(file), since) if one.code in PAST)


def _is_copy(file: Path, there: Collection[Path]) -> bool:
    """Whether it is a copy that a sign-off keeps: those are held to their own digests."""
    rooms = (one for one in file.parents if one.name == APPROVALS)
    return any(one.parent / ASSESSMENT in there for one in rooms)


def _room(file: Path) -> Path | None:
    """The folder of banks in which a version or a record lies."""
    if file.name == FILE and file.parent.name == ROOM:
        return file.parent
    return file.parent.parent if file.suffix == ".yaml" and file.parent.parent.name == ROOM else None


def _is_moved(file: Path, room: Path, then: Mapping[Path, str], since: Revision) -> bool:
    """Whether a version lay in a folder of banks at a revision, and only its place, with its record, is another."""
    name, here = name_of(file), _room(file)
    before = then.get(room / name)
    if here is None or before is None or not same_blob(file, before):
        return False
    recorded = read_record((blob(since, room / FILE) or b"").decode("utf-8", "replace")).digest(name)
    return record_of(here).digest(name) == recorded
