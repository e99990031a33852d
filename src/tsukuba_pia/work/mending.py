"""`pia check --fix`: mends what leaves no doubt, and holds every mend to what it promised.

A mend may change nothing but its own place: the text is read again, and the data must be what was meant, with every
comment. Then it is checked again: a mend whose finding stays, or that brings another finding, is not made. So mending
twice changes nothing, and what is left is left for a person.
"""

from bisect import bisect, insort
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tsukuba_pia.change.released import folder_of, name_of
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.mendable import mend_of
from tsukuba_pia.lint.mends import Edit, Mend, changed_text
from tsukuba_pia.lint.told_once import hidden_by
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.released import record_of
from tsukuba_pia.yaml_promise import changed
from tsukuba_pia.yaml_source import Source, parse

ROUNDS = 200  # a file that cannot be read tells one thing at a time
TRIES = 400  # checks of one file; what is then not mended is left
HANDS_OFF = ("approvals", "comments", "minutes")  # rooms beside an assessment that hold what people said and signed
RELEASED = ("published", "withdrawn")
ASSESSMENT = "assessment.yaml"
IDLE = "PIA022"

Check = Callable[[bytes], Sequence[Diagnostic]]


class Mended(NamedTuple):
    """A file after mending: what it held and holds, which findings were mended, which mends were not made."""

    file: Path
    before: bytes
    after: bytes
    done: tuple[Diagnostic, ...] = ()
    left: tuple[Diagnostic, ...] = ()
    counting: tuple[Diagnostic, ...] = ()  # of those done: answers that counted for nothing and count now


class _Try(NamedTuple):
    """A finding with its mend."""

    found: Diagnostic
    mend: Mend


def hands_off(file: Path, source: Source) -> str:
    """Why a file is not mended, whatever is found in it: `signed`, `link` or `released`; nothing where it may be."""
    place = file.absolute()
    for parent, room in pairwise(reversed(place.parents)):
        if room.name in HANDS_OFF and (parent / ASSESSMENT).exists():
            return "signed"
    if file.is_symlink():
        return "link"
    folder = folder_of(file)
    listed = folder is not None and record_of(folder).digest(name_of(file)) is not None
    says = source.data.get("status") if folder is not None and isinstance(source.data, dict) else None
    return "released" if listed or says in RELEASED else ""


def mended(file: Path, raw: bytes, check: Check) -> Mended:
    """A file with all mended that can be.

    Args:
        file: what it is called; nothing is written.
        raw: what stands in it.
        check: all findings in this file, if this stood in it.

    """
    mender = _Mender(file, raw, check)
    for _ in range(ROUNDS):
        if not mender.round():
            break
    return Mended(file, raw, mender.raw, tuple(mender.done), tuple(mender.left), tuple(mender.counting))


class _Mender:
    """Mends one file, round by round: mends that touch the same place wait for the next."""

    def __init__(self, file: Path, raw: bytes, check: Check) -> None:
        """Check it as it is."""
        self.file, self.raw, self.check = file, raw, check
        self.found = check(raw)
        self.tries = TRIES
        self.done: list[Diagnostic] = []
        self.left: list[Diagnostic] = []
        self.counting: list[Diagnostic] = []

    def round(self) -> bool:
        """Whether something could be mended."""
        source = parse(self.raw, str(self.file))
        wanted = [_Try(one, mend) for one in self.found if (mend := mend_of(source, one)) is not None]
        made: list[_Try] = []
        best = self._grown(source, _apart(wanted), made, None)
        held = {id(one) for one in made}
        self.left = [one.found for one in wanted if id(one) not in held]
        if best is None:
            return False
        self.raw, self.found = best
        self.done += [one.found for one in made]
        self.counting += [one.found for one in made if one.mend.counts]
        return True

    def _grown(self, source: Source, more: list[_Try], made: list[_Try], best: "_After | None") -> "_After | None":
        """Make as many mends as keep their promise together; halves are tried where all at once do not."""
        if not more or self.tries <= 0:
            return best
        after = self._after(source, [*made, *more])
        if after is not None:
            made += more
            return after
        if len(more) == 1:
            return best
        half = len(more) // 2
        best = self._grown(source, more[:half], made, best)
        return self._grown(source, more[half:], made, best)

    def _after(self, source: Source, tries: Sequence[_Try]) -> "_After | None":
        """The file with these mends and what is then found in it; nothing where a promise is broken."""
        text = _text_with(source, [one.mend for one in tries])
        if text is None:
            return None
        self.tries -= 1
        raw = text.encode("utf-8", "surrogatepass")
        found = self.check(raw)
        return (raw, found) if source.data is None or not _brings(self.found, found, tries) else None


_After = tuple[bytes, Sequence[Diagnostic]]


def _apart(wanted: Sequence[_Try]) -> list[_Try]:
    """The mends that do not touch each other; of two that do, the first."""
    chosen: list[_Try] = []
    taken: list[Edit] = []  # in order
    for one in wanted:
        if not any(_touches(edit, taken) for edit in one.mend.edits):
            chosen.append(one)
            for edit in one.mend.edits:
                insort(taken, edit)
    return chosen


def _touches(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether a stretch meets one of others that are apart: only its neighbours can."""
    place = bisect(taken, edit)
    return any(one.start <= edit.end and edit.start <= one.end for one in taken[max(0, place - 1) : place + 1])


def _text_with(source: Source, mends: Sequence[Mend]) -> str | None:
    """The text with these mends, where it then says what was meant and nothing else has changed."""
    edits = [edit for mend in mends for edit in mend.edits]
    if source.data is None:
        return _readable_further(source, edits)
    data = source.data
    try:
        for mend in mends:
            data = data if mend.becomes is None else mend.becomes(data)
        return changed(source, edits, (), data, [comment for mend in mends for comment in mend.lost])
    except (Problem, LookupError, TypeError):
        return None  # it does not say what was meant, or one mend took another's place away


def _readable_further(source: Source, edits: Sequence[Edit]) -> str | None:
    """The text of a file that could not be read, where it then can be, or at least down to a later place."""
    try:
        text = changed_text(source.raw.decode("utf-8"), edits)
    except UnicodeDecodeError:
        return None
    after = parse(text.encode(), source.file)
    return text if after.data is not None or _stop(after) > _stop(source) else None


def _stop(source: Source) -> tuple[int, int]:
    return max((one.line, one.column) for one in source.diagnostics)


def _brings(before: Sequence[Diagnostic], after: Sequence[Diagnostic], tries: Sequence[_Try]) -> bool:
    """Whether something is found that was not, or a mended finding is still there.

    Where the shape was wrong, rules about the meaning were not asked before, nor whether comments silence something:
    what is said of that now is nothing new.
    """
    shapeless = any(one.code.startswith("PIA1") and one.level == "error" for one in before)
    gone = Counter(one.found.code for one in tries if not one.mend.stays)
    brought = Counter(code for one in tries for code in one.mend.brings)
    was = Counter(one.code for one in before)
    is_now = Counter(one.code for one in after if not shapeless or (one.code < "PIA2" and one.code != IDLE))
    unseen = hidden_by(gone)
    return any(number > was[code] - gone[code] + brought[code] for code, number in is_now.items() if code not in unseen)
