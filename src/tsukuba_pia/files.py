"""Saves a person's file: whole or not at all, never over what another wrote meanwhile, never through a link.

Order (libraries.md §3.3): lock, compare with what was read, write a temporary file beside it, sync, compare again,
rename, sync the folder. The lock and the temporary file have fixed names, so what a killed process leaves is found;
others leave nothing.
"""

import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from tsukuba_pia.problems import Problem

LOCK_SECONDS = 10.0
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_KINDS = {
    "full": (errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
    "permission": (errno.EACCES, errno.EPERM, errno.EROFS),
    "link": (errno.ELOOP,),
    "folder": (errno.EISDIR,),
    "missing": (errno.ENOENT, errno.ENOTDIR),
}


class SaveError(Problem):
    """A file could not be saved; what lay there before is whole."""

    words = "save_failed"
    page = "PIA902"  # what explains it: `pia explain PIA902`

    def __init__(self, path: Path, reason: str = "", kind: str = "other") -> None:
        """Remember which file, why, and which kind of reason that is."""
        super().__init__(self.words, file=str(path), reason=reason)
        self.path, self.reason, self.kind = path, reason, kind


class Changed(SaveError):
    """Another program changed the file since it was read."""

    words = "changed"
    page = "PIA903"


class Locked(SaveError):
    """Another process is writing the file."""

    words = "locked"
    page = "PIA904"


class SaveFailed(SaveError):
    """The system refused: disk full, no permission, a link or a folder in its place."""


def save(path: Path, content: bytes, expected: bytes | None) -> None:
    """Put `content` at `path`, where `expected` must still lie (None: nothing may lie there).

    Raises Changed, Locked or SaveFailed; then the original is whole and nothing of ours is left beside it.
    """
    from filelock import Timeout  # noqa: PLC0415 - only who saves pays for it

    try:
        path.parent.stat()  # or the lock would make the folder
        with alone(path.with_name(f".{path.name}.lock")):
            _compare(path, expected)
            _replace(path, content, expected)
    except Timeout:
        raise Locked(path) from None
    except OSError as error:
        raise SaveFailed(path, error.strerror or "", _kind(error)) from error


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
    """While no other process is in here with the same lock; its file is gone afterwards. Raises filelock's Timeout."""
    from filelock import FileLock  # noqa: PLC0415 - only who saves pays for it

    while True:
        with FileLock(lock, timeout=LOCK_SECONDS) as held:
            handle = getattr(getattr(held, "_context", None), "lock_file_fd", None)
            if handle is not None and not _lies_there(handle, lock):
                continue  # who held it before took its file away: others have a new one
            try:
                yield
            finally:
                if handle is not None and os.name == "posix":  # elsewhere the library takes it away
                    lock.unlink(missing_ok=True)
            return


def _lies_there(handle: int, path: Path) -> bool:
    """Whether an open file is the one that a name leads to."""
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    except OSError:
        return False


def sha256(file: Path) -> str:
    """The digest of a file's bytes."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _kind(error: OSError) -> str:
    return next((kind for kind, numbers in _KINDS.items() if error.errno in numbers), "other")


def _compare(path: Path, expected: bytes | None) -> os.stat_result | None:
    """Nothing there, or a regular file that holds what is expected; its status."""
    try:
        handle = os.open(path, _READ)
    except FileNotFoundError:
        if expected is not None:
            raise Changed(path) from None
        return None
    with os.fdopen(handle, "rb") as stream:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(
                errno.EISDIR if stat.S_ISDIR(status.st_mode) else errno.EINVAL, "not a regular file", str(path)
            )
        if expected is None or stream.read(len(expected) + 1) != expected:
            raise Changed(path)
    return status


def _replace(path: Path, content: bytes, expected: bytes | None) -> None:
    temporary = path.with_name(f".pia-{path.name}")
    with contextlib.suppress(FileNotFoundError):
        temporary.unlink()  # a killed process left it: we hold the lock
    handle = os.open(temporary, _MAKE, 0o666 if expected is None else 0o600)
    try:
        with os.fdopen(handle, "wb", buffering=0) as stream:
            _write_all(handle, content)
            status = _compare(path, expected)
            if status is not None:
                _take_over(handle, status)
            os.fsync(stream.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - atomic
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def _write_all(handle: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _take_over(handle: int, status: os.stat_result) -> None:
    """Mode and owner of the file that is replaced; another's file may stay theirs only where the system allows it."""
    mine = os.fstat(handle)
    if (mine.st_uid, mine.st_gid) != (status.st_uid, status.st_gid):
        with contextlib.suppress(PermissionError):
            os.fchown(handle, status.st_uid, status.st_gid)
    os.fchmod(handle, stat.S_IMODE(status.st_mode))


def sync_folder(folder: Path) -> None:
    """Make the renaming last. Some file systems do not know this; the file is whole in any case."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
