"""The bank cache: what is broken, foreign or older is made again, never trusted; two processes never tear it."""

import marshal
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tsukuba_pia import cache

KEY = cache.digest(b"a", b"b")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "tsukuba-pia"


def entry(folder: Path) -> Path:
    """The one entry of a cache folder."""
    return folder / f"{KEY}.bin"


def test_what_is_stored_comes_back() -> None:
    """Plain data with decimals, which marshal does not know."""
    data = {"core": {"points": Decimal("0.85"), "texts": ["あ", None, True, 3]}}
    cache.store(KEY, data)
    assert cache.load(KEY) == data


def test_digest_tells_borders_apart() -> None:
    """The same bytes cut otherwise are other contents."""
    assert cache.digest(b"ab", b"c") != cache.digest(b"a", b"bc")


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda raw: raw[:0],
    "cut": lambda raw: raw[:-1],
    "changed": lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]),
    "of another version": lambda raw: b"pia-cache 0" + raw[11:],
    "without our head": lambda raw: marshal.dumps((False, {"core": str(len(raw))})),
}


@pytest.mark.parametrize("harm", HARMS)
def test_broken_or_foreign_entry_is_not_trusted(harm: str, own_cache: Path) -> None:
    """Cut, changed, of another version, or without our head."""
    cache.store(KEY, {"core": "ours"})
    entry(own_cache).write_bytes(HARMS[harm](entry(own_cache).read_bytes()))
    assert cache.load(KEY) is None


def test_entry_under_another_name_is_not_trusted(own_cache: Path) -> None:
    """An entry says which contents it was made from."""
    cache.store(KEY, {"core": "ours"})
    other = cache.digest(b"other")
    entry(own_cache).rename(own_cache / f"{other}.bin")
    assert cache.load(other) is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="POSIX permissions")
def test_what_others_could_have_written_is_not_read(own_cache: Path) -> None:
    """A folder or an entry that others may write to is left alone."""
    cache.store(KEY, {"core": "ours"})
    entry(own_cache).chmod(0o666)
    assert cache.load(KEY) is None
    entry(own_cache).chmod(0o600)
    own_cache.chmod(0o777)
    assert cache.load(KEY) is None


def test_no_folder_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept, everything is made each time."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    cache.store(KEY, {"core": "ours"})
    assert cache.load(KEY) is None


@pytest.mark.parametrize("home", ["~", "relative"])
def test_no_home_leaves_no_folder_where_somebody_stands(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither an unknown user's `~` nor a relative path names a cache."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setattr(os.path, "expanduser", lambda _: home)
    cache.store(KEY, {"core": "ours"})
    assert cache.load(KEY) is None
    assert not list(tmp_path.iterdir())


def test_two_processes_never_tear_an_entry(tmp_path: Path) -> None:
    """Writers and readers at once: a reader sees a whole entry or none."""
    code = (
        "import sys; from tsukuba_pia import cache\n"
        "data = {'core': ['x' * 1000] * 500}\n"
        "for _ in range(60):\n"
        f"    cache.store({KEY!r}, data)\n"
        f"    assert cache.load({KEY!r}) in (None, data)\n"
    )
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(Path(cache.__file__).parents[1])}
    running = [subprocess.Popen([sys.executable, "-c", code], env=environment) for _ in range(4)]
    assert [one.wait(timeout=60) for one in running] == [0, 0, 0, 0]
    assert not list((tmp_path / "tsukuba-pia").glob(".pia-*"))


def test_it_does_not_grow_forever(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once there is too much, what was read longest ago goes, be it an entry or what a killed process left."""
    monkeypatch.setattr(cache, "MOST", 10_000)
    own_cache.mkdir(mode=0o700)
    for number in range(10):
        old = own_cache / (f".pia-{number}" if number % 2 else f"{number}.bin")
        old.write_bytes(bytes(1000))
        os.utime(old, ns=(number * 10**9, number * 10**9))
    keys = (cache.digest(str(number).encode()) for number in range(1000))
    first = next(key for key in keys if key.startswith("0"))
    cache.store(next(key for key in keys if not key.startswith("0")), "x" * 500)
    assert len(list(own_cache.iterdir())) == 11  # nobody looks each time
    cache.store(first, "x" * 500)
    left = sorted(one.name for one in own_cache.iterdir())
    assert f"{first}.bin" in left
    assert [one for one in left if len(one) < 10] == [".pia-7", ".pia-9", "8.bin"]
    assert cache.load(first) == "x" * 500
