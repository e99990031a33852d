"""A screen of its own at a terminal, given back as it was however the program ends; and the keys typed at it."""

import os
import re
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

with suppress(ImportError):  # Windows: no keys, and a screen all the same
    import termios

# Another buffer, no cursor, and no wrapping: what is wider than the terminal reckons is cut, never a second line.
OPEN, CLOSE = "\x1b[?1049h\x1b[?25l\x1b[?7l", "\x1b[?7h\x1b[?25h\x1b[?1049l"
_KEY = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|.")  # an arrow is several characters
ENDING = ("SIGTERM", "SIGHUP")


@contextmanager
def own_screen(gone_on: Callable[[], None]) -> Iterator[None]:
    """Take the screen; `gone_on` is called when somebody stopped the program (Ctrl-Z) and lets it go on."""
    keys = _Keys()

    def take() -> None:
        keys.silence()
        put(OPEN)

    def leave() -> None:
        put(CLOSE)
        keys.give_back()

    def stopped(number: int, frame: FrameType | None) -> None:
        del number, frame
        leave()
        os.kill(os.getpid(), signal.SIGSTOP)
        take()
        gone_on()

    before = {one: signal.signal(one, _end) for name in ENDING if (one := getattr(signal, name, None))}
    if stop := getattr(signal, "SIGTSTP", None):
        before[stop] = signal.signal(stop, stopped)
    try:
        take()
        yield
    finally:
        with suppress(OSError):  # a terminal that is gone takes nothing back
            leave()
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    del frame
    raise SystemExit(128 + number)


def put(text: str) -> None:
    """Write at once: also while something else is being written."""
    raw = text.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
    while raw:
        raw = raw[os.write(sys.stdout.fileno(), raw) :]


def pressed(seconds: float) -> Sequence[str]:
    """The keys typed, waiting so long for them at most; none where nobody can type."""
    if _typed_at():
        ready, _, _ = select.select([sys.stdin], [], [], seconds)
        if not ready:
            return ()
        if typed := os.read(sys.stdin.fileno(), 64):
            return _KEY.findall(typed.decode("ascii", "ignore"))
    time.sleep(seconds)
    return ()


def _typed_at() -> bool:
    return "termios" in sys.modules and sys.stdin.isatty()


class _Keys:
    """The terminal's way with keys: each at once and unseen, Ctrl-C and Ctrl-Z as ever."""

    def __init__(self) -> None:
        self.before = termios.tcgetattr(sys.stdin.fileno()) if _typed_at() else None

    def silence(self) -> None:
        if self.before is not None:
            quiet = [*self.before]
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, quiet)

    def give_back(self) -> None:
        if self.before is not None:
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSAFLUSH, self.before)
