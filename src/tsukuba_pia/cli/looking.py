"""Looks at an assessment and all that it rests on, many times a second, and reads it again when somebody has saved.

Files are looked at, not waited for: that works on every system and on network drives, whatever an editor does when it
saves. Half a file is no save: it is read when nobody has written between two looks.
"""

import time
from collections.abc import Callable
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.watching import again, begin, state_of
from tsukuba_pia.yaml_source import contents

PAUSE = 0.03  # seconds between two looks: a save is seen within two of them
CALM = 1.0  # seconds that are waited at most for files that somebody keeps writing
YOUNG = 2.5  # seconds in which a second save may leave the same date of the file, on some drives

Look = tuple[object, ...]


class Looking:
    """One assessment. `opened` is what could be used last, or what is there while nothing could."""

    def __init__(self, place: Path, as_of: str | None, more: Callable[[], object] = bool) -> None:
        """Read it for the first time; without `as_of` the day is the clock's, also past midnight.

        `more`: how something stands on which it rests as well.
        """
        self.place, self._as_of, self._more = place, as_of, more
        self.opened: Opened = begin(place, self._day())
        self._looked: Look = ()  # how the files stood just before they were read
        self._settled: Look = ()  # how they stand now, since nobody is writing
        self._read, self._young = b"", 0.0  # what stood in the assessment then; until when that is looked at, too
        self._note(self.opened)

    def _day(self) -> str:
        return context.day(self._as_of) if self._as_of else context.today()

    def _look(self) -> Look:
        return (*state_of(self.opened), self._day(), self._more())

    def saved(self) -> bool:
        """Whether somebody has saved any of it since it was read, and is done with it."""
        look = self._look()
        if look == self._looked and not self._slipped():
            return False
        self._settled = self._calm(look)
        return True

    def read(self) -> Opened:
        """Read what is there. Raises Problem or OSError where that cannot be; what is saved from now on is seen."""
        try:
            opened = again(self.opened, self._day())
        finally:
            self._looked = self._settled
        self._note(opened)
        return opened

    def _note(self, opened: Opened) -> None:
        """What was good last says which files are looked at."""
        self._read, self._young = opened.source.raw, time.monotonic() + YOUNG
        if opened.usable or not self.opened.usable:
            self.opened = opened

    def _slipped(self) -> bool:
        """Whether the file says something else, though its date, its length and its place are the same."""
        if time.monotonic() > self._young:
            return False
        try:
            return contents(self.place) != self._read
        except OSError:
            return False

    def _calm(self, look: Look) -> Look:
        end = time.monotonic() + CALM
        while time.monotonic() < end:
            time.sleep(PAUSE)
            if (now := self._look()) == look:
                break
            look = now
        return look
