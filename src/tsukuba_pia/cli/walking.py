"""Walks through folders for the files that pia knows, and tells which assessments it passes over."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tsukuba_pia.change.released import FILE as RECORD
from tsukuba_pia.lint.settings import Settings
from tsukuba_pia.load.assessment import FILE as ASSESSMENT
from tsukuba_pia.load.minutes import ROOM as MINUTES
from tsukuba_pia.load.sign_offs import ROOM as APPROVALS
from tsukuba_pia.resources import WORKSPACE_FILE

GIT = ".git"  # nothing in it is a file of the city's
IGNORED_FOLDERS = {GIT, ".venv", "node_modules", "__pycache__", ".pia"}
BANKS = "questionnaires"
NEARLY = {ASSESSMENT, "assessment.yml", f"{ASSESSMENT}.txt"}  # what an assessment's file is called by mistake
MOST_BEHIND = 200  # folders behind a link that are looked into: it may lead to a whole disk
MOST_OTHERS = 2_000  # files that are none of ours: with more it is somebody's whole disk
MOST_IGNORED = 50  # folders of what is ignored: packages of others have thousands
TEXTS = (".yaml", ".yml", ".json")
HEAD = 4096  # bytes in which an assessment says what it is
KEYS = tuple(
    re.compile(rb"(?:^|[{,])[ \t]*[\"']?%s[\"']?[ \t]*:" % key, re.MULTILINE)
    for key in (b"assessment", b"format", b"banks")
)


class Walk(NamedTuple):
    """What walks met: the folders that they went through, and files by what `files_in` takes them for."""

    folders: list[Path]
    files: list[Path]
    passed: list[Path]
    others: list[Path]
    excluded: list[Path]


def walk_through(paths: Iterable[Path], settings: Settings) -> Walk:
    """All that `files_in` has of several files and folders."""
    walk = Walk([], [], [], [], [])
    for path in paths:
        walk.folders.extend([path] if os.path.isdir(path) else [])  # noqa: PTH112 - as `files_in` asks
        walk.files.extend(files_in(path, settings, walk.passed, walk.others, walk.excluded))
    return walk


def files_in(
    path: Path,
    settings: Settings | None = None,
    passed: list[Path] | None = None,
    others: list[Path] | None = None,
    excluded: list[Path] | None = None,
) -> Iterator[Path]:
    """A file stands for itself (also one that is not there: reading it says so); a folder for what pia knows in it.

    What settings exclude is passed over in folders; links to folders are, and the copies beside a signed assessment.

    Args:
        path: a file or a folder.
        settings: what they exclude.
        passed: takes the assessments that are passed over (by settings, for their names, behind links).
        others: takes files that are none of ours and lie beside no assessment, up to `MOST_OTHERS`.
        excluded: takes the files that settings exclude.

    """
    if not os.path.isdir(path):  # noqa: PTH112 - also where its name is too long, or its folder closed
        yield path
        return
    passed = [] if passed is None else passed
    others = [] if others is None else others
    out = partial(_excluded, settings=settings, excluded=[] if excluded is None else excluded)
    waiting = [(path, False)]
    while waiting:  # no recursion: folders may lie a thousand deep
        here, beside = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda one: one.name)
        except OSError:
            yield here  # reading it says why it cannot be read
            continue
        fits = _kinds_in(here)
        for file in (one.name for one in entries):
            if fits(file) and not out(here / file):
                yield here / file
            elif file.casefold() in NEARLY or _is_one(here / file):
                passed.append(here / file)
        beside = beside or any(one.name == ASSESSMENT for one in entries)
        if not beside:
            others += islice(_others(here, entries, fits, out), max(0, MOST_OTHERS - len(others)))
        waiting += [(folder, beside) for folder in reversed(_folders(here, entries))]
        passed += [one for entry in entries for one in _passed_over(here, entry)]


def _excluded(file: Path, settings: Settings | None, excluded: list[Path]) -> bool:
    """Whether settings exclude a file, which is then kept."""
    out = settings is not None and settings.excluded(file)
    excluded += [file] if out else []
    return out


def _others(
    here: Path, entries: Sequence[os.DirEntry[str]], fits: Callable[[str], bool], out: Callable[[Path], bool]
) -> Iterator[Path]:
    """A folder's files that are none of ours."""
    found = (here / one.name for one in entries if not fits(one.name) and one.is_file(follow_symlinks=False))
    return (file for file in found if not out(file))


def _folders(here: Path, entries: Sequence[os.DirEntry[str]]) -> list[Path]:
    """The folders to go on with. What lies in `approvals` beside an assessment is held to the digests of its day."""
    signed = APPROVALS if any(one.name == ASSESSMENT for one in entries) else ""
    found = (one.name for one in entries if one.is_dir(follow_symlinks=False))
    return [here / name for name in found if name not in IGNORED_FOLDERS and name != signed]


def _kinds_in(folder: Path) -> Callable[[str], bool]:
    """Which of a folder's files are ours, by where they lie: minutes, the record of releases, banks and scenarios."""
    minutes = folder.name == MINUTES and (folder.parent / ASSESSMENT).is_file()
    banks = BANKS in (folder.parent.name, folder.parent.parent.name if folder.name == "tests" else "")
    record = RECORD if folder.name == BANKS else ""
    every = minutes or banks
    return lambda file: file in (ASSESSMENT, WORKSPACE_FILE, record) or (every and file.endswith(".yaml"))


def _is_one(file: Path) -> bool:
    """Whether a file with a name of its own is an assessment by its first keys."""
    if file.suffix not in TEXTS:
        return False
    try:
        with file.open("rb") as stream:
            head = stream.read(HEAD)
    except OSError:
        return False
    return all(key.search(head) for key in KEYS)


def _passed_over(here: Path, entry: os.DirEntry[str]) -> Iterator[Path]:
    """The assessments behind a link, or in a folder that belongs to a tool."""
    if entry.is_symlink():
        yield from _behind(here / entry.name, MOST_BEHIND)
    elif entry.name in IGNORED_FOLDERS and entry.name != GIT:
        yield from _behind(here / entry.name, MOST_IGNORED)


def _behind(folder: Path, most: int) -> Iterator[Path]:
    """The assessments in a folder that is not walked through, as far as it is looked into."""
    waiting = [folder]
    for _ in range(most):
        if not waiting:
            return
        here = waiting.pop(0)
        try:
            entries = sorted(os.scandir(here), key=lambda one: one.name)
        except OSError:  # also a link to a file, or to nothing
            continue
        yield from (here / one.name for one in entries if one.name == ASSESSMENT)
        waiting += _folders(here, entries)


def not_checked(passed: list[Path], files: list[Path]) -> list[str]:
    """The assessments that were passed over, without those that are checked by another name."""
    if not passed:
        return []
    checked = {os.path.realpath(file) for file in files}
    places = {os.path.realpath(one): str(one) for one in sorted(passed, reverse=True)}
    return sorted(name for place, name in places.items() if place not in checked)
