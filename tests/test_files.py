"""Saving: whole or not at all (libraries.md R1-R4)."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.nobody import as_nobody, open_to_all
from tsukuba_pia import files
from tsukuba_pia.files import Changed, Locked, SaveFailed, save

OLD, NEW = b"answers:\n  q: yes\n", b"answers:\n  q: no\n"
BIG = 200_000


def left_over(folder: Path) -> list[str]:
    """What lies there beside files of a person."""
    return [name for name in os.listdir(folder) if name.startswith(".pia-")]  # noqa: PTH208


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with the old content."""
    path = tmp_path / "assessment.yaml"
    path.write_bytes(OLD)
    return path


def test_new_file(tmp_path: Path) -> None:
    """Nothing lay there."""
    save(tmp_path / "a.yaml", NEW, None)
    assert (tmp_path / "a.yaml").read_bytes() == NEW
    assert left_over(tmp_path) == []


def test_replaces_and_keeps_the_mode(file: Path) -> None:
    """The mode stays what the person set."""
    file.chmod(0o640)
    save(file, NEW, OLD)
    assert file.read_bytes() == NEW
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("expected", [None, b"", b"other", OLD + b"x", OLD[:-1]])
def test_never_over_anothers_work(file: Path, expected: bytes | None) -> None:
    """What lies there is not what was read: refused."""
    with pytest.raises(Changed):
        save(file, NEW, expected)
    assert file.read_bytes() == OLD


def test_file_that_went_away(tmp_path: Path) -> None:
    """It was there when it was read: its going is a change too."""
    with pytest.raises(Changed):
        save(tmp_path / "gone.yaml", NEW, OLD)
    assert not (tmp_path / "gone.yaml").exists()


def test_changed_while_writing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor saves between the first look and the renaming."""
    write = os.write

    def meanwhile(handle: int, data: bytes) -> int:
        file.write_bytes(b"theirs")
        return write(handle, data)

    monkeypatch.setattr(os, "write", meanwhile)
    with pytest.raises(Changed):
        save(file, NEW, OLD)
    assert file.read_bytes() == b"theirs"
    assert left_over(file.parent) == []


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("call", ["write", "fsync", "open", "replace", "fchmod", "fstat"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_nth_call_fails(file: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, error: int) -> None:
    """Whichever call fails: the old content is whole and a reason is told, or the new one is there."""
    real, count = getattr(os, call), 0

    def failing(*args: object, **named: object) -> object:
        nonlocal count
        count += 1
        if count == number:
            raise OSError(error, os.strerror(error))
        return real(*args, **named)

    monkeypatch.setattr(os, call, failing)
    try:
        save(file, NEW, OLD)
    except SaveFailed as why:
        told, wanted = why.reason, OLD
    else:
        told, wanted = os.strerror(error), NEW
    monkeypatch.undo()
    assert told == os.strerror(error)
    assert file.read_bytes() == wanted
    assert left_over(file.parent) == []


def test_short_writes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may take less than it is given."""
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data[:3])))
    save(file, NEW, OLD)
    assert file.read_bytes() == NEW


def test_disk_full(file: Path) -> None:
    """A limit of the system that strikes in the middle of the file."""
    code = (
        "import resource, sys; from pathlib import Path; from tsukuba_pia.files import *;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); path = Path(sys.argv[1])\n"
        "try: save(path, b'x' * 100000, path.read_bytes())\n"
        "except SaveFailed as why: print(why.kind)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "full"
    assert file.read_bytes() == OLD
    assert left_over(file.parent) == []


def test_read_only_folder() -> None:
    """A folder that may not be written; root may write anywhere, so root tries it as nobody."""
    with open_to_all() as folder:
        file = folder / "assessment.yaml"
        save(file, OLD, None)
        folder.chmod(0o555)
        with as_nobody(), pytest.raises(SaveFailed) as why:
            save(file, NEW, OLD)
        assert why.value.kind == "permission"
        assert file.read_bytes() == OLD


def test_never_through_a_link(file: Path, tmp_path: Path) -> None:
    """A link in its place is refused, wherever it leads."""
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    for expected in (OLD, None):
        with pytest.raises(SaveFailed) as why:
            save(link, NEW, expected)
        assert why.value.kind == "link"
    assert link.is_symlink()
    assert file.read_bytes() == OLD


def test_temporary_place_is_a_link(file: Path, tmp_path: Path) -> None:
    """A planted link where the temporary file goes is removed, not followed."""
    other = tmp_path / "other"
    other.write_bytes(b"other")
    (tmp_path / f".pia-{file.name}").symlink_to(other)
    save(file, NEW, OLD)
    assert other.read_bytes() == b"other"
    assert file.read_bytes() == NEW


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_not_a_file(tmp_path: Path, kind: str) -> None:
    """A folder or a pipe in its place is refused, and nothing hangs."""
    path = tmp_path / "thing"
    path.mkdir() if kind == "folder" else os.mkfifo(path)
    with pytest.raises(SaveFailed):
        save(path, NEW, OLD)


def test_no_such_folder(tmp_path: Path) -> None:
    """The folder is gone."""
    with pytest.raises(SaveFailed) as why:
        save(tmp_path / "no" / "a.yaml", NEW, None)
    assert why.value.kind == "missing"


def test_left_over_of_a_killed_process_is_cleaned(file: Path) -> None:
    """The next save cleans up."""
    (file.parent / f".pia-{file.name}").write_bytes(b"half")
    save(file, NEW, OLD)
    assert left_over(file.parent) == []


def test_locked(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process holds the lock for longer than we wait."""
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.2)
    code = (
        "import sys, time; from filelock import FileLock; lock = FileLock(sys.argv[1]); lock.acquire();"
        "print('held', flush=True); time.sleep(60)"
    )
    lock = str(file.parent / f".{file.name}.lock")
    with subprocess.Popen([sys.executable, "-c", code, lock], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(Locked):
            save(file, NEW, OLD)
        holder.kill()
    save(file, NEW, OLD)  # the lock of a dead process holds nobody up
    assert file.read_bytes() == NEW


SAVER = """
import sys
from pathlib import Path
from tsukuba_pia.files import save
path = Path(sys.argv[1])
print("ready", flush=True)
letter = 0
while True:
    letter = (letter + 1) %% 26
    save(path, bytes([97 + letter]) * %d, path.read_bytes())
"""


def test_killed_while_saving(tmp_path: Path) -> None:
    """Fifty kills at random moments: the file is always whole."""
    file = tmp_path / "assessment.yaml"
    file.write_bytes(b"a" * BIG)
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    for _ in range(50):
        with subprocess.Popen([sys.executable, "-c", SAVER % BIG, str(file)], stdout=subprocess.PIPE) as saver:
            assert saver.stdout is not None
            saver.stdout.readline()
            time.sleep(chance.uniform(0.001, 0.03))
            saver.send_signal(signal.SIGKILL)
        content = file.read_bytes()
        assert len(content) == BIG
        assert len(set(content)) == 1
    save(file, NEW, file.read_bytes())
    assert left_over(tmp_path) == []


ADDER = """
import sys
from pathlib import Path
from tsukuba_pia.files import save, Changed
path, name = Path(sys.argv[1]), sys.argv[2]
for number in range(20):
    while True:
        old = path.read_bytes()
        try:
            save(path, old + f"{name}{number}\\n".encode(), old)
        except Changed:
            continue
        break
"""


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    """Each save of both is kept, or was refused and repeated."""
    file = tmp_path / "list"
    file.write_bytes(b"")
    writers = [subprocess.Popen([sys.executable, "-c", ADDER, str(file), name]) for name in "ab"]
    assert [one.wait(60) for one in writers] == [0, 0]
    lines = file.read_text().split()
    assert sorted(lines) == sorted(f"{name}{number}" for name in "ab" for number in range(20))
