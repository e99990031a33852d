"""Many assessments at once: the toolkit beside its peers, each peer in an environment of its own, as pipx sets it up.

`check-jsonschema` holds each file to the JSON Schema of exactly its questions, `yamllint` to its style.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import workspace  # type: ignore[import-not-found]  # beside this script

BIN = Path(sys.executable).parent
PEERS = workspace.ROOT / ".peers" / "bin"
STARTER = """
import os, sys
nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
started = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
print(os.wait4(started, 0)[2].ru_maxrss, file=sys.stderr)
"""
QUIET = "{extends: default, rules: {line-length: disable, document-start: disable, comments: disable, braces: disable}}"
Times = tuple[float, float]


class Crowd:
    """A workspace of many assessments; how long each tool takes for so many of them."""

    def __init__(self, folder: Path) -> None:
        """Write a thousand."""
        self.folder = folder
        first, self.schema = workspace.make(folder)
        self.files: list[Path] = workspace.many(first, 1000)
        self._known: dict[tuple[str, int], float] = {}

    def check(self, number: int) -> float:
        """`pia check` with nothing remembered of these files, in milliseconds."""
        return self._run(BIN / "pia", "check", "--no-cache", *self._some(number))

    def again(self, number: int) -> float:
        """`pia check` where nothing has changed since; the best of five."""
        self._run(BIN / "pia", "check", *self._some(number))
        return min(self._run(BIN / "pia", "check", *self._some(number)) for _ in range(5))

    def beside(self, peer: str, number: int) -> float:
        """A peer on the same files, once."""
        options = {"check-jsonschema": ["--schemafile", str(self.schema)], "yamllint": ["-d", QUIET]}
        if (peer, number) not in self._known:
            self._known[peer, number] = self._run(PEERS / peer, *options[peer], *self._some(number))
        return self._known[peer, number]

    def megabytes(self, number: int) -> float:
        """The most memory that one process of `pia check` takes."""
        command = [str(one) for one in (BIN / "pia", "check", "--no-cache", *self._some(number))]
        # From a small process: what is started counts from where the one was that started it.
        starting = [sys.executable, "-S", "-c", STARTER, *command]
        done = subprocess.run(starting, cwd=self.folder, capture_output=True, text=True, check=True)
        return float(done.stderr) / 1024

    def _some(self, number: int) -> list[Path]:
        return self.files[:number]

    def _run(self, *command: str | Path) -> float:
        begin = time.perf_counter()
        done = subprocess.run(
            [str(part) for part in command], cwd=self.folder, stdout=subprocess.DEVNULL, check=False,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        took = (time.perf_counter() - begin) * 1000
        if done.returncode not in (0, 1):  # a finding is no failure
            raise FileNotFoundError(f"{command[0]} ended with {done.returncode}")
        return took


def peers_are_there() -> bool:
    """Whether both peers have been installed by `make bench`."""
    return all(shutil.which(PEERS / one) for one in ("check-jsonschema", "yamllint"))


def versus(peer: str, number: int) -> Callable[[Crowd], Times]:
    """`pia check` and a peer on the same files: before the peer and after it, as a machine's speed goes up and down."""

    def both(crowd: Crowd) -> Times:
        before, theirs = crowd.check(number), crowd.beside(peer, number)
        return (before + crowd.check(number)) / 2, theirs

    return both


def remembered(crowd: Crowd) -> Times:
    """What each of a thousand files adds to a run over them where nothing has changed."""
    return ((crowd.again(1000) - crowd.again(1)) / 999, 0.0)


def memory(crowd: Crowd) -> Times:
    """A thousand files and a hundred."""
    return crowd.megabytes(1000), crowd.megabytes(100)
