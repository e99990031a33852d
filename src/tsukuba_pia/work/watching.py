"""Watches an assessment with all that its score rests on, and scores it again without reading what has not changed."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tsukuba_pia.load.assessment import load_assessment_file
from tsukuba_pia.load.comment_windows import ROOM as COMMENTS
from tsukuba_pia.load.comment_windows import load_windows
from tsukuba_pia.load.evidence import WEB
from tsukuba_pia.load.sign_offs import ROOM as APPROVALS
from tsukuba_pia.load.sign_offs import load_sign_offs
from tsukuba_pia.resources import WORKSPACE_FILE
from tsukuba_pia.work.opening import Opened, open_assessment, ruled

BANKS = "questionnaires"
State = tuple[tuple[str, int, int, int], ...]


def state_of(opened: Opened) -> State:
    """When each file was written last, how long and which it is; files that are not there are told apart."""
    return _states([*_own(opened), *_shared(opened)])


def _states(files: Iterable[Path]) -> State:
    found = []
    for file in files:
        try:
            one = os.stat(file)  # noqa: PTH116 - asked many times a second
            found.append((str(file), one.st_mtime_ns, one.st_size, one.st_ino))
        except OSError:
            found.append((str(file), 0, 0, 0))
    return tuple(found)


def _own(opened: Opened) -> Iterator[Path]:
    """The assessment, the evidence that it lists, and where sign-offs and comment windows lie."""
    folder = opened.path.parent
    yield opened.path
    yield folder / APPROVALS
    yield folder / COMMENTS
    assessment = opened.assessment
    listed = {item for answer in assessment.answers.values() for item in answer.evidence} if assessment else set()
    yield from (folder / item for item in sorted(listed) if not item.startswith(WEB))


def _shared(opened: Opened) -> Iterator[Path]:
    """The city's profile and its banks, and the banks that are used."""
    workspace = opened.catalog.workspace
    if workspace is not None:
        yield workspace / WORKSPACE_FILE
        yield from sorted((workspace / BANKS).glob("*/*.yaml"))
    yield from opened.banks.files.values()


def again(before: Opened, as_of: str) -> Opened:
    """Open it again; banks and profile are taken from before where none of their files has changed."""
    known = before.assessment
    if known is not None and before.usable and before.shared == _states(_shared(before)):
        loaded = load_assessment_file(before.path)
        if loaded.assessment is not None and loaded.assessment.banks == known.banks:
            sources = before.sources | {str(before.path): loaded.source}
            signed = load_sign_offs(before.path.parent)
            windows = load_windows(loaded.assessment, before.path.parent)
            now = replace(before, loaded=loaded, as_of=as_of, sources=sources, signed=signed, windows=windows)
            return ruled(now)
    opened = open_assessment(before.path, as_of)
    opened.shared = _states(_shared(opened))
    return opened


def begin(path: Path, as_of: str) -> Opened:
    """Open it for the first time."""
    opened = open_assessment(path, as_of)
    opened.shared = _states(_shared(opened))
    return opened
