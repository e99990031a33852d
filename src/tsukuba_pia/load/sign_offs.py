"""Reads `approvals/`: each sign-off with what of its folder does not fit. It never repairs anything."""

import hashlib
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from tsukuba_pia.files import sha256
from tsukuba_pia.load.inside import mode_of
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.sign_off import APPROVING, Signed, SignOff, SignOffs
from tsukuba_pia.yaml_source import read

ROOM = "approvals"
FILE = "sign-off.yaml"
ATTRIBUTES = ".gitattributes"  # keeps git from changing line ends of copies
SEAL = "seal"
_BUILDING = "approved_with_conditions"
_FOLDER = re.compile(r"(?P<number>[0-9]{3,})-(?P<on>[0-9]{4}-[0-9]{2}-[0-9]{2})-(?P<outcome>[a-z_]+)\Z")


def load_sign_offs(folder: Path) -> SignOffs:
    """The sign-offs of the assessment in a folder."""
    room = folder / ROOM
    if not stat.S_ISDIR(mode_of(room)):
        return SignOffs()
    found = sorted(one.name for one in room.iterdir() if not one.name.startswith("."))
    signed: list[Signed] = []
    for number, name in enumerate(found, 1):
        signed.append(_signed(room / name, number, signed[-1] if signed else None))
    return SignOffs(tuple(signed))


def sealed(text: str) -> str:
    """The text of a sign-off's file with its seal as the last line: the SHA-256 of all the lines before it."""
    return f"{text}{SEAL}: {hashlib.sha256(text.encode()).hexdigest()}\n"


def files_below(folder: Path) -> tuple[str, ...]:
    """The files of a snapshot but for the sign-off itself, as they are named in it."""
    files = (one.relative_to(folder).as_posix() for one in folder.rglob("*") if not one.is_dir() or one.is_symlink())
    return tuple(sorted(one for one in files if one not in (FILE, ATTRIBUTES)))


def _signed(folder: Path, number: int, previous: Signed | None) -> Signed:
    file = folder / FILE
    if folder.is_symlink() or not file.is_file():
        return Signed(folder.name, "", None, (("@sign_off_unreadable", FILE),))
    source = read(file)
    sign_off = read_shape(SignOff, source)
    if sign_off is None:
        return Signed(folder.name, sha256(file), None, (("@sign_off_unreadable", FILE),))
    parts = (
        _chain(folder.name, sign_off, number, previous),
        _seal(source.text, sign_off, previous),
        _outcome(sign_off),
        _copies(folder, sign_off),
    )
    return Signed(folder.name, sha256(file), sign_off, tuple(problem for part in parts for problem in part))


def _chain(name: str, sign_off: SignOff, number: int, previous: Signed | None) -> Iterator[tuple[str, str]]:
    said = _FOLDER.match(name)
    named = said and (int(said["number"]), said["on"], said["outcome"])
    if named != (sign_off.number, sign_off.on, sign_off.outcome):
        yield "@sign_off_name", name
    if sign_off.number != number or sign_off.digests.previous != (previous.digest if previous else None):
        yield "@sign_off_chain", name


def _seal(text: str, sign_off: SignOff, previous: Signed | None) -> Iterator[tuple[str, str]]:
    """Whether it still says what was sealed. Records of old have no seal, but none of them follows a sealed one."""
    if sign_off.seal is None:
        if previous is not None and previous.sign_off is not None and previous.sign_off.seal is not None:
            yield "@sign_off_unsealed", FILE
    elif text != sealed("".join(text.splitlines(keepends=True)[:-1])):
        yield "@sign_off_rewritten", FILE


def _outcome(sign_off: SignOff) -> Iterator[tuple[str, str]]:
    """What does not go with the outcome: `pia approve` never writes it so."""
    approves, built = sign_off.outcome in APPROVING, sign_off.outcome == _BUILDING
    accepted = sign_off.levels.get("target" if built else "current") if approves else None
    if sign_off.accepted != accepted:
        yield "@sign_off_misfit", "accepted"
    if not built and any(one.question is not None or not approves for one in sign_off.conditions):
        yield "@sign_off_misfit", "conditions"
    if sign_off.waivers and not approves:
        yield "@sign_off_misfit", "waivers"
    if (sign_off.expedited is None) is (sign_off.outcome == "expedited"):
        yield "@sign_off_misfit", "expedited"


def _copies(folder: Path, sign_off: SignOff) -> Iterator[tuple[str, str]]:
    copies = sign_off.digests.copies
    there = files_below(folder)
    for name in there:
        if name not in copies:
            yield "@sign_off_foreign", name
    for name, digest in copies.items():
        if name not in there:
            yield "@sign_off_copy_gone", name
        elif (folder / name).is_symlink() or sha256(folder / name) != digest:
            yield "@sign_off_copy_changed", name
