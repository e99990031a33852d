"""`pia` at a pseudo-terminal, and without one."""

import os
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

import pexpect

from tests.cli.warm import Warm

SCREEN = (40, 80)
AS_OF = "As of 2027-01-15: PIA_TODAY sets the day, not the clock.\n"  # what is said of the day below
ROOT = Path(__file__).parents[2]
GROUPS = ("bank", "config")  # their commands are two words
LATE = ("PIA_", "GIT_", "COLUMNS", "LINES")  # read by a command when it runs; the others may matter when Python starts
SOURCE = f"{ROOT}/src:{ROOT}"
PIA = ("-m", "tests.pia")  # with the tests' small core
_started: set[tuple[str, ...]] = set()


def environment(**more: str) -> dict[str, str]:
    """A clean environment: language, day, and a terminal that prompt_toolkit need not ask for its cursor."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    fixed = {
        "PIA_LANG": "en",
        "PIA_TODAY": "2027-01-15",
        "TERM": "xterm",
        "PROMPT_TOOLKIT_NO_CPR": "1",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": SOURCE,
    }
    return kept | fixed | more


def run(*arguments: str | Path, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """Run it on pipes, in a process of its own: each command once from nothing, then with all imported before."""
    words = [str(one) for one in arguments]
    name = (*words[:1], *(one for one in words[1:2] if words[0] in GROUPS))
    if name in _started and hasattr(os, "fork") and all(one.startswith(LATE) for one in more):
        return _warm().run(words, environment(**more), cwd)
    _started.add(name)
    command = [sys.executable, *PIA, *words]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment(**more), cwd=cwd, stdin=subprocess.DEVNULL, check=False
    )


@cache
def _warm() -> Warm:
    return Warm(environment())


def heed_interrupts() -> None:
    """Whoever runs the tests in the background has Ctrl-C ignored, and so would the child."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Terminal:
    """A person at 80 columns."""

    def __init__(self, *arguments: str | Path, cwd: Path | None = None, **more: str) -> None:
        """Start it."""
        self.child = pexpect.spawn(
            sys.executable,
            [*PIA, *map(str, arguments)],
            env=environment(**more),
            cwd=str(cwd) if cwd else None,
            dimensions=SCREEN,
            preexec_fn=heed_interrupts,
            encoding="utf-8",
            timeout=20,
        )

    def see(self, *texts: str) -> None:
        """Wait for texts, in order."""
        for text in texts:
            self.child.expect_exact(text)

    def at_menu(self, *texts: str) -> None:
        """Wait for texts, then for the end of a menu."""
        self.see(*texts, "q) ")

    def press(self, keys: str) -> None:
        """Press keys, then Enter."""
        self.child.send(keys)
        self.child.send("\r")

    def interrupt(self) -> None:
        """Ctrl-C."""
        self.child.sendintr()

    def end(self) -> int:
        """Wait for the end; the exit code."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        assert self.child.signalstatus is None
        return int(self.child.exitstatus or 0)
