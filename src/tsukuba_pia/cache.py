"""Keeps what was compiled (banks, labels, templates) by content, in a folder of the user's own.

A broken, foreign or older entry is made again. Once all together are large, those that were read longest ago go.

Entries are `marshal` of plain data, never of objects, or a program that a shipped template became. Marshal must not
read what others wrote, and no program of theirs may run, so the folder and each entry belong to this user alone, and
an entry names the digest of what it was made from.
"""

import contextlib
import hashlib
import marshal
import os
import stat
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from tsukuba_pia.version import VERSION

MOST = 200_000_000  # bytes of all entries together: some ten times what the shipped banks and templates take
_FORM = f"pia-cache 1 {VERSION} {sys.implementation.cache_tag}".encode()


def digest(*parts: bytes) -> str:
    """A digest over several contents and their borders."""
    whole = hashlib.sha256(_FORM)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


def folder() -> Path | None:
    """The user's cache folder, or None where there is none that is safe."""
    home = os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    base = next((one for one in (os.environ.get("XDG_CACHE_HOME", ""), home) if os.path.isabs(one)), None)  # noqa: PTH117
    if base is None:  # nobody's home: never a folder named `~` where somebody happens to stand
        return None
    place = Path(base) / "tsukuba-pia"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return place if _mine(place.lstat()) else None
    except OSError:
        return None


def _mine(status: os.stat_result) -> bool:
    own = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return own and not stat.S_ISLNK(status.st_mode) and not status.st_mode & 0o022


def load(key: str) -> Any:  # noqa: ANN401 - plain data
    """The entry of a digest, or None."""
    place = folder()
    if place is None:
        return None
    try:
        with open(place / f"{key}.bin", "rb") as stream:  # noqa: PTH123 - one call less
            if not _mine(os.fstat(stream.fileno())):
                return None
            raw = stream.read()
        head = _FORM + key.encode() + hashlib.sha256(raw[len(_FORM) + 96 :]).digest()
        if not raw.startswith(head):
            return None
        has_decimals, data = marshal.loads(raw[len(head) :])  # noqa: S302 - see above
        return _thaw(data) if has_decimals else data
    except (OSError, ValueError, EOFError, TypeError):
        return None


def store(key: str, data: object) -> None:
    """Keep an entry. What cannot be kept is made again next time."""
    place = folder()
    if place is None:
        return
    import tempfile  # noqa: PLC0415 - only where something is new

    frozen = _freeze(data)
    body = marshal.dumps((frozen != data, frozen))
    whole = _FORM + key.encode() + hashlib.sha256(body).digest() + body
    with contextlib.suppress(OSError):
        handle, temporary = tempfile.mkstemp(dir=place, prefix=".pia-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(whole)
            os.replace(temporary, place / f"{key}.bin")  # noqa: PTH105 - atomic, so two processes never tear it
        except OSError:
            os.unlink(temporary)  # noqa: PTH108
        if key.startswith("0"):  # one key in sixteen: looking takes longer than keeping
            _tidy(place)


def _tidy(place: Path) -> None:
    """Once there is more than `MOST`, take away what was read or written longest ago, down to half of it."""
    with os.scandir(place) as entries:
        found = [(status := one.stat(follow_symlinks=False), one.path) for one in entries]
    left = sum(status.st_size for status, _ in found)
    if left <= MOST:
        return
    for status, path in sorted(found, key=lambda one: max(one[0].st_atime_ns, one[0].st_mtime_ns)):
        if left <= MOST // 2:
            return
        with contextlib.suppress(OSError):  # another process took it
            os.unlink(path)  # noqa: PTH108
            left -= status.st_size


def _freeze(data: Any) -> Any:  # noqa: ANN401 - plain data
    """Decimals as bytes, which YAML data never holds: marshal knows no decimals."""
    if isinstance(data, dict):
        return {key: _freeze(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_freeze(value) for value in data]
    return str(data).encode() if isinstance(data, Decimal) else data


def _thaw(data: Any) -> Any:  # noqa: ANN401 - plain data
    """Undo `_freeze`."""
    if isinstance(data, dict):
        return {key: _thaw(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_thaw(value) for value in data]
    return Decimal(data.decode()) if isinstance(data, bytes) else data
