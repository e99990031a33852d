"""`pia` from a process that has everything imported: each call is a process of its own, which need not import it.

Each is forked before anything ran: it has its own arguments, environment, folder and pipes, and ends as any process.
What is not tested this way is the start itself: `tests.cli.terminal.run` starts each command afresh the first time.
"""

import atexit
import gc
import importlib
import io
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector

LONGEST = 1 << 20  # bytes of one call
LIBRARIES = ("typer.rich_utils", "rich.console", "rich.table", "rich.text", "pydantic", "ruamel.yaml", "jinja2",
             "markdown_it", "concurrent.futures.process", "importlib.metadata")  # fmt: skip


class Warm:
    """The process that the others are forked from."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Start it; it ends with the one who started it."""
        self._here, there = socket.socketpair()
        self._command = [sys.executable, "-m", "tests.cli.warm", str(there.fileno())]
        # Pipes, as those of a call that take their places: Python looks once what its streams are.
        self._process = subprocess.Popen(
            self._command,
            env=environment,
            pass_fds=[there.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        there.close()
        atexit.register(self._end)

    def _end(self) -> None:
        self._here.close()
        self._process.communicate()

    def run(
        self, arguments: Sequence[str], environment: Mapping[str, str], cwd: Path | None
    ) -> subprocess.CompletedProcess[str]:
        """What one call answers and says, and its exit code."""
        call = json.dumps([list(arguments), dict(environment), str((cwd or Path()).absolute())]).encode()
        assert len(call) < LONGEST
        pipes = [os.pipe(), os.pipe()]
        socket.send_fds(self._here, [call], [writing for _, writing in pipes])
        for _, writing in pipes:
            os.close(writing)
        out, said = _read([reading for reading, _ in pipes])
        code = int(self._here.recv(16))
        return subprocess.CompletedProcess([*self._command, *arguments], code, out, said)


def _read(pipes: Sequence[int]) -> list[str]:
    """All that comes out of them, until nobody writes any more."""
    raw = {one: bytearray() for one in pipes}
    with DefaultSelector() as selector:
        for one in pipes:
            selector.register(one, EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                more = os.read(key.fd, 1 << 16)
                raw[key.fd] += more
                if not more:
                    selector.unregister(key.fd)
                    os.close(key.fd)
    return [io.TextIOWrapper(io.BytesIO(one), encoding="utf-8").read() for one in raw.values()]


def _import_all() -> None:
    import tsukuba_pia  # noqa: PLC0415 - only in the process that is forked

    for one in pkgutil.walk_packages(tsukuba_pia.__path__, "tsukuba_pia."):
        if not one.name.endswith("__main__"):
            importlib.import_module(one.name)
    for name in LIBRARIES:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()


def _serve(there: socket.socket) -> None:
    """Fork for each call; returns in the process that is to run it."""
    while True:
        call, streams, _, _ = socket.recv_fds(there, LONGEST, 2)
        if not call:
            raise SystemExit
        arguments, environment, cwd = json.loads(call)
        if child := os.fork():
            for one in streams:
                os.close(one)
            there.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())
            continue
        there.close()
        for number, one in enumerate(streams, 1):
            os.dup2(one, number)
            os.close(one)
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(cwd)
        sys.argv[1:] = arguments
        return


if __name__ == "__main__":
    from tests.pia import small_core

    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    small_core()
    _import_all()
    _serve(socket.socket(fileno=int(sys.argv[1])))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from tsukuba_pia.boot import main

    main()
