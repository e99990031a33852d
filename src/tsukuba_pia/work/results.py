"""Remembers what was found in files, and finds it again while nothing that it rests on has changed."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tsukuba_pia import cache
from tsukuba_pia.diagnostics import Diagnostic, Position
from tsukuba_pia.lint.failing import FAILED
from tsukuba_pia.reporters.reporter import Change, InFile, Shown
from tsukuba_pia.resources import Workspaces
from tsukuba_pia.work.check_one import Demand, Outcome
from tsukuba_pia.work.stamps import Seen, Stamper

UNSURE = (*FAILED, "PIA001")  # what may be otherwise the next time although no file has changed
MOST_SETS = 8  # of files that are looked at together: all of them, those of a commit, those of a folder
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - this toolkit's own code


class Stamped(NamedTuple):
    """What came out of a file, its stamp from before it was read, and what was seen for that."""

    outcome: Outcome
    stamp: str | None
    seen: Seen


class Stamping:
    """Checks a file and stamps it."""

    def __init__(self, call: Callable[[Path], Outcome], stamper: Stamper) -> None:
        """Take what checks and what stamps."""
        self.call = call
        self.stamper = stamper

    def __call__(self, file: Path) -> Stamped:
        """Stamp it first: what changes while it is checked has another stamp then."""
        stamp = self.stamper.stamp(file)
        return Stamped(self.call(file), stamp, self.stamper.taken())


class Results:
    """What was found, for one folder that checks are started in and one set of demands."""

    def __init__(self, demand: Demand, started: int) -> None:
        """Read what is remembered. `started`: when this run began (nanoseconds)."""
        self._key = cache.digest(b"results 2", str(Path.cwd()).encode("utf-8", "surrogateescape"), _said(demand))
        self._rests_on = f"{demand.as_of} {_code()}"
        rests_on, files, folders, found = cache.load(self._key) or ("", {}, {}, {})
        self._found: dict[str, Any] = found if rests_on == self._rests_on else {}
        self._stamper = Stamper(Seen(files, folders), started)
        self._stamps: dict[str, str] = {}  # of this run: of files of which what is remembered holds
        self._changed = False

    @property
    def workspaces(self) -> Workspaces:
        """The workspaces that were looked up for this."""
        return self._stamper.workspaces

    def find(self, file: Path) -> Outcome | None:
        """What was found in a file, where that still holds."""
        kept = self._found.get(str(file))
        if kept is None or kept[0] != self._stamper.stamp(file):
            return None
        self._stamps[str(file)] = kept[0]
        return _outcome(kept[1])

    def stamping(self, call: Callable[[Path], Outcome]) -> Stamping:
        """A check that also stamps."""
        return Stamping(call, self._stamper)

    def keeping(self, files: Sequence[Path], stamped: Iterator[Stamped]) -> Iterator[Outcome]:
        """The outcomes, each kept."""
        for file, (outcome, stamp, seen) in zip(files, stamped, strict=True):
            self._stamper.seen.add(seen)
            if stamp is not None and not any(one.diagnostic.code in UNSURE for one in outcome.found.findings):
                self._found[str(file)] = (stamp, _plain(outcome))
                self._stamps[str(file)] = stamp
                self._changed = True
            yield outcome

    def save(self) -> None:
        """Remember all this."""
        if self._changed:
            cache.store(self._key, (self._rests_on, *self._stamper.seen.plain(), self._found))

    def together(
        self, files: Sequence[Path], whole: Iterable[Path], look: Callable[[], Iterator[InFile]]
    ) -> Iterator[InFile]:
        """What was found in several together, where each of them is as it was; else what `look` finds now.

        Args:
            files: the assessments among all that was checked.
            whole: folders of which all that they hold is among the files.
            look: looks at them together.

        """
        stamps = [self._stamps.get(str(file), "") for file in files]
        names = "\0".join((*sorted(map(str, whole)), "", *map(str, files)))
        which = cache.digest(names.encode("utf-8", "surrogateescape"))
        state = cache.digest("\0".join((self._rests_on, *stamps)).encode())
        key = cache.digest(self._key.encode(), b"together")
        known = cache.load(key) or {}
        if all(stamps) and which in known and known[which][0] == state:
            yield from map(_in_file, known[which][1])
            return
        fresh = list(look())
        if all(stamps):
            known.pop(which, None)
            last = list(known.items())[1 - MOST_SETS :]
            cache.store(key, {**dict(last), which: (state, [_plain_file(one) for one in fresh])})
        yield from fresh


def _said(demand: Demand) -> bytes:
    check = demand.settings.check
    return repr((demand.stage, check.select, check.ignore, check.files, str(demand.settings.folder))).encode()


def _code() -> str:
    """What of this toolkit is installed: another version may find something else."""
    found = []
    for folder, _, files in os.walk(PACKAGE):
        for file in files:
            if file.endswith((".py", ".so")):
                status = os.stat(os.path.join(folder, file))  # noqa: PTH116, PTH118 - asked on every run
                found.append(f"{file} {status.st_size} {status.st_mtime_ns}")
    return cache.digest("\n".join(sorted(found)).encode())


def _plain(outcome: Outcome) -> tuple[Any, ...]:
    return _plain_file(outcome.found), outcome.traits


def _plain_file(found: InFile) -> tuple[Any, ...]:
    shown = [
        (
            one.file,
            one.line,
            one.column,
            one.code,
            dict(one.args),
            one.level,
            one.stops,
            line,
            [(*a, *b, new) for a, b, new in fix],
        )
        for one, line, fix in found.findings
    ]
    return found.file, shown, found.silenced, found.again, found.stopped, found.stage


def _outcome(plain: tuple[Any, ...]) -> Outcome:
    return Outcome(_in_file(plain[0]), plain[1])


def _in_file(plain: tuple[Any, ...]) -> InFile:
    file, findings, *rest = plain
    shown = tuple(Shown(Diagnostic(*one[:7]), one[7], tuple(map(_change, one[8]))) for one in findings)
    return InFile(file, shown, *rest)


def _change(plain: Sequence[Any]) -> Change:
    return Change(Position(*plain[:2]), Position(*plain[2:4]), plain[4])
