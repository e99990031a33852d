"""A baseline: the findings of the day on which a city begins to check, so that only new ones are told from then on.

It knows findings by their fingerprints, which stay when lines move, and holds no text of a file. Gates are never in it,
nor what keeps them from being asked.
"""

import json
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from tsukuba_pia.files import save
from tsukuba_pia.lint.silencing import binds
from tsukuba_pia.problems import Problem
from tsukuba_pia.reporters.reporter import InFile, fingerprints
from tsukuba_pia.yaml_source import contents

VERSION = 1
MOST = 200_000_000  # bytes; a million findings take half of that


def read_baseline(file: Path) -> frozenset[str]:
    """The fingerprints that a baseline holds.

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
    return frozenset(whole["findings"])


def write_baseline(file: Path, found: Iterable[InFile]) -> int:
    """Write all findings that can be silenced, over a baseline that lies there. Returns their number.

    Raises:
        Problem: something else lies there, or it cannot be saved.

    """
    there = contents(file, MOST) if os.path.lexists(file) else None
    if there is not None:
        read_baseline(file)
    name = partial(name_from, file.parent)
    entries = {
        fingerprint: f"{shown.diagnostic.code} {name(shown.diagnostic.file)}"
        for one in found
        for shown, fingerprint in zip(one.findings, fingerprints(one, name), strict=True)
        if not binds(shown.diagnostic)
    }
    whole = {"pia_baseline": VERSION, "findings": dict(sorted(entries.items(), key=lambda one: (one[1], one[0])))}
    save(file, f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode(), there)
    return len(entries)


def name_from(folder: Path, file: str) -> str:
    """What a file is called from the folder of a baseline: the same, wherever somebody stands."""
    return os.path.relpath(file, folder).replace(os.sep, "/")


def new_ones(found: Iterable[InFile], file: Path) -> Iterator[InFile]:
    """The same files with what a baseline does not know. Raises what `read_baseline` does."""
    known = read_baseline(file)
    name = partial(name_from, file.parent)
    for one in found:
        marked = zip(one.findings, fingerprints(one, name), strict=True)
        kept = [shown for shown, mark in marked if mark not in known or binds(shown.diagnostic)]
        yield one._replace(findings=kept, silenced=one.silenced + len(one.findings) - len(kept))
