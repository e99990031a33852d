"""A baseline: the findings of the day on which a city begins to check, so that only new ones are told from then on.

It knows findings by their fingerprints, which stay when lines move, and holds no text of a file. Gates are never in it,
nor what keeps them from being asked.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from pathlib import Path
from typing import NamedTuple

from tsukuba_pia.files import save
from tsukuba_pia.lint.rule import STAGES
from tsukuba_pia.lint.silencing import binds
from tsukuba_pia.problems import Problem
from tsukuba_pia.reporters.reporter import InFile, fingerprints
from tsukuba_pia.work.check_one import Demand, bound
from tsukuba_pia.yaml_source import contents

VERSION = 1
MOST = 200_000_000  # bytes; a million findings take half of that


class Held(NamedTuple):
    """What a baseline holds: fingerprints with code and file, and up to which stage an assessment was checked then."""

    findings: Mapping[str, object]
    stages: Mapping[str, object]


def read_baseline(file: Path) -> Held:
    """What a baseline holds.

    Raises:
        Problem: it is not there, is none, or is one of another version.
        OSError: it cannot be read.

    """
    try:
        whole = json.loads(contents(file, MOST))
    except FileNotFoundError:
        raise Problem("no_baseline", path=file) from None
    except (ValueError, RecursionError):  # also a path that there cannot be
        raise Problem("not_a_baseline", path=file) from None
    version = whole.get("pia_baseline") if isinstance(whole, dict) else None
    if isinstance(version, int) and version != VERSION:
        raise Problem("other_baseline", path=file, found=version, known=VERSION)
    if version != VERSION or not isinstance(whole.get("findings"), dict):
        raise Problem("not_a_baseline", path=file)
    stages = whole.get("stages")
    return Held(whole["findings"], stages if isinstance(stages, dict) else {})


def write_baseline(file: Path, found: Iterable[InFile]) -> int:
    """Write all findings that can be silenced, over a baseline that lies there. Returns their number.

    Raises:
        Problem: something else lies there, or it cannot be saved.

    """
    there = contents(file, MOST) if os.path.lexists(file) else None
    if there is not None:
        read_baseline(file)
    name = partial(name_from, file.parent)
    entries: dict[str, str] = {}
    stages: dict[str, str] = {}
    for one in found:
        stages |= {name(one.file): one.stage} if one.stage else {}
        for shown, fingerprint in zip(one.findings, fingerprints(one, name), strict=True):
            if not binds(shown.diagnostic):
                entries[fingerprint] = f"{shown.diagnostic.code} {name(shown.diagnostic.file)}"
    whole = {
        "pia_baseline": VERSION,
        "findings": dict(sorted(entries.items(), key=lambda one: (one[1], one[0]))),
        "stages": dict(sorted(stages.items())),
    }
    save(file, f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode(), there)
    return len(entries)


def name_from(folder: Path, file: str) -> str:
    """What a file is called from the folder of a baseline: the same, wherever somebody stands."""
    return os.path.relpath(file, folder).replace(os.sep, "/")


class Baseline:
    """What is known, and what of it a run has met."""

    def __init__(self, file: Path) -> None:
        """Take the file; it is read when it is needed, and `read_baseline` says what it raises."""
        self.file = file
        self._met: set[str] = set()
        self._looked: dict[str, str | None] = {}  # at which files, and up to which stage
        self._stopped: set[str] = set()  # folders in which rules were not asked

    @cached_property
    def _known(self) -> Held:
        return read_baseline(self.file)

    def new_ones(self, found: Iterable[InFile]) -> Iterator[InFile]:
        """The same files with what it does not know."""
        known = self._known.findings
        name = partial(name_from, self.file.parent)
        for one in found:
            marks = list(fingerprints(one, name))
            self._met.update(marks)
            self._looked.setdefault(name(one.file), one.stage)
            self._stopped |= {os.path.dirname(name(one.file))} if one.stopped else set()  # noqa: PTH120
            marked = zip(one.findings, marks, strict=True)
            kept = [shown for shown, mark in marked if mark not in known or binds(shown.diagnostic)]
            yield one._replace(findings=kept, silenced=one.silenced + len(one.findings) - len(kept))

    def unmet(self, demand: Demand, folders: Iterable[Path]) -> int:
        """How many entries nothing fitted, of those that a run over files and whole folders looked for."""
        walked = {Path(os.path.abspath(one)) for one in folders}  # noqa: PTH100 - a link's own place counts
        asked = cache(partial(self._asked, demand, walked))
        return sum(asked(str(said)) for mark, said in self._known.findings.items() if mark not in self._met)

    def _asked(self, demand: Demand, walked: set[Path], said: str) -> bool:
        """Whether a code was looked for in a file; in one that is gone, if its folder was."""
        code, _, name = said.partition(" ")
        file = Path(os.path.abspath(self.file.parent / name))  # noqa: PTH100
        if name not in self._looked and (os.path.lexists(file) or walked.isdisjoint(file.parents)):
            return False
        stopped = any(not room or name.startswith(f"{room}/") for room in self._stopped)
        stage, then = self._looked.get(name), self._known.stages.get(name)
        earlier = stage in STAGES and then in STAGES and STAGES.index(stage) < STAGES.index(then)
        asked = bound(code, stage=stage, compared=demand.since is not None) and not earlier
        return asked and not stopped and demand.settings.wants(code, file)
