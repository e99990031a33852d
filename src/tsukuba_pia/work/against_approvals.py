"""Holds sign-offs to what they were at a revision of git: what was signed stays, new ones are added behind it.

A folder by itself can tell whether it fits its own digests (PIA511). It cannot tell that the last sign-off is gone, or
that somebody has written another one in its place: no later one is bound to it yet.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.load.inside import read_inside
from tsukuba_pia.load.sign_offs import ATTRIBUTES, FILE, ROOM
from tsukuba_pia.work.against_git import Revision, blob, blobs_below, same_blob, whole
from tsukuba_pia.yaml_source import Source, parse

ASSESSMENT = "assessment.yaml"
CODE = "PIA561"


def hold_approvals(file: Path, source: Source, since: Revision) -> Iterator[Diagnostic]:
    """What became of the sign-offs of an assessment that were there at a revision."""
    room = file.parent / ROOM
    then = {one: name for one, name in blobs_below(since, room).items() if one.name != ATTRIBUTES}
    for folder, places in groupby(then, key=lambda one: one.relative_to(room).parts[0]):
        known = {place: then[place] for place in places}
        found = _held(room / folder, known, since) if (room / folder).exists() else [("@approval_gone", "", "")]
        for what, name, keys in found:
            said = {"what": what, "name": name, "keys": keys, "folder": f"{ROOM}/{folder}", "since": since.name}
            yield Diagnostic(source.file, *source.position(("assessment",)), CODE, said, "error")


def _held(folder: Path, then: Mapping[Path, str], since: Revision) -> Iterator[tuple[str, str, str]]:
    """What became of the files of one sign-off: in words, which, and which keys of it."""
    for place, blob_name in then.items():
        name = place.relative_to(folder).as_posix()
        if not place.is_file():
            yield "@approval_file_gone", name, ""
        elif not same_blob(place, blob_name):
            keys = _changed_keys(blob(since, place) or b"", place) if name == FILE else ""
            yield "@approval_rewritten", name, keys


def unchecked_approvals(folder: Path, since: Revision, checked: Collection[Path]) -> Iterator[Diagnostic]:
    """What became of sign-offs below a folder that no assessment among the checked ones speaks for.

    Their assessment went away with them, unless it was only moved; or a walk passes over it.

    Args:
        folder: the folder.
        since: the revision.
        checked: the files that are checked, by their whole paths.

    """
    then = blobs_below(since, folder)
    signed: dict[Path, list[str]] = {}
    for place, name in then.items():
        home = place.parents[2] / ASSESSMENT if place.name == FILE and place.parts[-3:-2] == (ROOM,) else place
        if home != place and home in then and whole(home) not in checked:
            signed.setdefault(home, []).append(name)
    homes = [one.parent for one in checked if one.name == ASSESSMENT] if signed else []
    kept = [one for home in homes for one in home.glob(f"{ROOM}/*/{FILE}")]
    for home, names in signed.items():
        if home.is_file():
            yield from hold_approvals(home, read_inside(home), since)
        elif not all(any(same_blob(one, name) for one in kept) for name in names):
            args = {"folder": ROOM, "since": since.name, "name": "", "keys": "", "what": "@approval_home_gone"}
            yield Diagnostic(str(home), 1, 1, CODE, args, "error")


def _changed_keys(before: bytes, place: Path) -> str:
    """Which of a sign-off's keys say something else now; nothing where that cannot be told."""
    then, now = (_plain(raw) for raw in (before, place.read_bytes()))
    return ", ".join(f"`{key}`" for key in {**then, **now} if then.get(key) != now.get(key))


def _plain(raw: bytes) -> Mapping[str, Any]:
    data = parse(raw, "").data
    return data if isinstance(data, dict) else {}
