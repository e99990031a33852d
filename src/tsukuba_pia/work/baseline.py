"""A baseline: the findings of the day on which a city begins to check, so that only new ones are told from then on.

It knows findings by their fingerprints, which stay when lines move, and holds no text of a file. Gates are never in it.
"""

import json
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from tsukuba_pia.files import save
from tsukuba_pia.lint.silencing import UNSILENCED
from tsukuba_pia.problems import Problem
from tsukuba_pia.reporters.reporter import InFile, fingerprints

VERSION = 1


def read_baseline(file: Path) -> frozenset[str]:
    """The fingerprints that a baseline holds.

    Raises:
        Problem: it is not there, is none, or is one of another version.

    """
    try:
        whole = json.loads(file.read_bytes())
    except OSError:
        raise Problem("no_baseline", path=file) from None
    except ValueError:
        raise Problem("not_a_baseline", path=file) from None
    if not isinstance(whole, dict) or "pia_baseline" not in whole:
        raise Problem("not_a_baseline", path=file)
    if whole["pia_baseline"] != VERSION or not isinstance(whole.get("findings"), dict):
        raise Problem("other_baseline", path=file, found=str(whole["pia_baseline"]), known=VERSION)
    return frozenset(whole["findings"])


def write_baseline(file: Path, found: Iterable[InFile]) -> int:
    """Write all findings that are no gates, over a baseline that lies there. Returns their number.

    Raises:
        Problem: something else lies there, or it cannot be saved.

    """
    there = file.read_bytes() if file.exists() else None
    if there is not None:
        read_baseline(file)
    name = partial(name_from, file.parent)
    entries = {
        fingerprint: f"{shown.diagnostic.code} {name(shown.diagnostic.file)}"
        for one in found
        for shown, fingerprint in zip(one.findings, fingerprints(one, name), strict=True)
        if not shown.diagnostic.code.startswith(UNSILENCED)
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
        kept = [shown for shown, mark in marked if mark not in known or shown.diagnostic.code.startswith(UNSILENCED)]
        yield one._replace(findings=kept, silenced=one.silenced + len(one.findings) - len(kept))
