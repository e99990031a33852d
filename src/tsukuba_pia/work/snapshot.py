"""Writes a snapshot: whole or not at all. It is built beside the others and takes its name at the end."""

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from tsukuba_pia.files import LOCK_SECONDS, Changed, Locked, SaveFailed, sha256, sync_folder
from tsukuba_pia.load.assessment import FILE as ASSESSMENT
from tsukuba_pia.load.evidence import evidence_digests
from tsukuba_pia.load.sign_offs import ATTRIBUTES, FILE, ROOM, load_sign_offs, sealed
from tsukuba_pia.model.sign_off import SignOff, SignOffs
from tsukuba_pia.resources import WORKSPACE_FILE
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.yaml_fragment import mapping_lines

BUILDING = ".pia-building"
LOCK = ".approvals.lock"
HEAD = "# Written by pia approve. A record: a change of it is found.\n"


def copies_of(opened: Opened) -> dict[str, bytes]:
    """What a snapshot keeps: the assessment, its banks with what they rest on, the city's profile.

    These are the bytes that were scored. Nothing is read again: somebody may be editing a bank just now.
    """
    found = {ASSESSMENT: opened.source.raw}
    for file in opened.banks.files.values():
        found[f"questionnaires/{file.parent.name}/{file.name}"] = opened.banks.taken[file]
    if opened.catalog.workspace is not None:
        found[WORKSPACE_FILE] = opened.sources[str(opened.catalog.workspace / WORKSPACE_FILE)].raw
    return found


def write_snapshot(opened: Opened, sign_off: SignOff, known: SignOffs) -> Path:
    """Write the next snapshot of an assessment.

    Args:
        opened: what was signed.
        sign_off: what was decided; its number, its copies and what it follows are filled in here.
        known: the sign-offs that the person saw.

    Raises:
        SaveError: the file or the sign-offs changed meanwhile, or the system refused. Nothing is left then.

    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only who signs pays for it

    folder = opened.path.parent
    try:
        with FileLock(folder / LOCK, timeout=LOCK_SECONDS):
            if load_sign_offs(folder) != known:
                raise Changed(folder / ROOM)
            return _write(opened, sign_off, known)
    except Timeout:
        raise Locked(folder / ROOM) from None
    except OSError as error:
        raise SaveFailed(folder / ROOM, error.strerror or "") from error


def _write(opened: Opened, sign_off: SignOff, known: SignOffs) -> Path:
    room = opened.path.parent / ROOM
    new = not room.exists()
    room.mkdir(exist_ok=True)
    building = room / BUILDING
    if building.exists():
        shutil.rmtree(building)  # a killed process left it: we hold the lock
    try:
        building.mkdir()
        for name, content in copies_of(opened).items():
            _put(building / name, content)
        whole = _completed(sign_off, known, building)
        _put(building / ATTRIBUTES, b"* -text\n")
        _put(building / FILE, text_of(whole).encode())
        _sync_all(building)
        place = room / f"{whole.number:03}-{whole.on}-{whole.outcome}"
        _unchanged(opened, sign_off)
        os.rename(building, place)  # noqa: PTH104 - atomic
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        if new:
            with contextlib.suppress(OSError):
                room.rmdir()
        raise
    sync_folder(room)
    sync_folder(room.parent)
    return place


def _unchanged(opened: Opened, sign_off: SignOff) -> None:
    """Evidence is not copied, so it must still be what was signed, and have been there when it was scored."""
    if opened.path.read_bytes() != opened.source.raw:
        raise Changed(opened.path)
    assert opened.assessment is not None  # noqa: S101 - it is usable
    for name, digest in evidence_digests(opened.assessment, opened.path.parent).items():
        missing = name in opened.loaded.missing_evidence
        if digest != sign_off.digests.evidence.get(name) or missing != (digest is None):
            raise Changed(opened.path.parent / name)


def _completed(sign_off: SignOff, known: SignOffs, building: Path) -> SignOff:
    names = sorted(one.relative_to(building).as_posix() for one in building.rglob("*") if one.is_file())
    copies = {name: sha256(building / name) for name in names}
    previous = known.all[-1].digest if known.all else None
    return replace(
        sign_off,
        number=len(known.all) + 1,
        digests=replace(sign_off.digests, previous=previous, copies=copies),
    )


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_all(building: Path) -> None:
    """Every folder of a snapshot, the innermost first."""
    for folder in sorted((one for one in building.rglob("*") if one.is_dir()), reverse=True):
        sync_folder(folder)
    sync_folder(building)


def text_of(sign_off: SignOff) -> str:
    """The sign-off as its file holds it, sealed."""
    return sealed(HEAD + "".join(f"{line}\n" for line in mapping_lines(plain_of(replace(sign_off, seal=None)), 2)))


def plain_of(value: Any) -> Any:  # noqa: ANN401 - a value of the model → plain data
    """A record as its file holds it: what says nothing is left out."""
    if is_dataclass(value):
        return dict(_given(value))
    if isinstance(value, Mapping):
        return {key: plain_of(one) for key, one in value.items()}
    return [plain_of(one) for one in value] if isinstance(value, tuple) else value


def _given(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """What says something."""
    for one in fields(value):
        said = getattr(value, one.name)
        if said is not None and said not in ((), {}):
            yield one.name, plain_of(said)
