"""Many items over several processes."""

import os
import signal
import subprocess
import sys
from functools import partial
from multiprocessing import active_children

import pytest

from tsukuba_pia.work.workers import FEW, mapped

MANY = list(range(100))
BUSY = """
import os, time
from tsukuba_pia.work.workers import mapped
def slow(number):
    if number:
        os.write(1, b"busy\\n")
        time.sleep(600)
list(mapped(range(100), slow, 2))
"""


def square(number: int) -> int:
    """Some work."""
    return number * number


def pid(_: int) -> int:
    """Where it is done."""
    return os.getpid()


def dies_elsewhere(home: int, number: int) -> int:
    """Work that kills every process but one."""
    if os.getpid() != home and number == 50:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fails(number: int) -> int:
    """Work that cannot be done."""
    if number == 50:
        raise ValueError(number)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_in_order(jobs: int) -> None:
    """Whatever the number of processes."""
    assert list(mapped(MANY, square, jobs)) == [one * one for one in MANY]
    assert list(mapped([], square, jobs)) == []
    assert list(mapped([3], square, jobs)) == [9]


def test_where() -> None:
    """A few here, many elsewhere; the first always here."""
    assert set(mapped(MANY[:FEW], pid, 2)) == {os.getpid()}
    assert set(mapped(MANY, pid, 1)) == {os.getpid()}
    found = list(mapped(MANY, pid, 2))
    assert found[0] == os.getpid()
    assert os.getpid() not in found[1:]


def test_killed() -> None:
    """Where a process is killed, what it had not done is done here."""
    assert list(mapped(MANY, partial(dies_elsewhere, os.getpid()), 2)) == MANY


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGKILL])
def test_whoever_began_them_is_killed(kind: signal.Signals) -> None:
    """They end too, whatever they are doing: nobody holds the output open any more."""
    begun = subprocess.Popen([sys.executable, "-c", BUSY], stdout=subprocess.PIPE, text=True)
    assert begun.stdout is not None
    assert [begun.stdout.readline() for _ in range(2)] == ["busy\n"] * 2
    begun.send_signal(kind)
    begun.communicate(timeout=20)
    assert begun.returncode == -kind


def test_what_goes_wrong_is_raised_here() -> None:
    """As if it had been done here."""
    with pytest.raises(ValueError, match="50"):
        list(mapped(MANY, fails, 2))


def test_nobody_listens_any_more() -> None:
    """Whoever stops asking leaves no process behind."""
    before = set(active_children())
    found = mapped(MANY, square, 2)
    assert next(found) == 0
    assert next(found) == 1
    assert set(active_children()) > before
    found.close()  # type: ignore[attr-defined]  # a generator
    assert set(active_children()) == before
