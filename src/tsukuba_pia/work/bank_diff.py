"""Finds the two sides of `pia bank diff`: files, versions of the catalog, or what lay there at a revision of git."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tsukuba_pia.change.diff import Diff, diff
from tsukuba_pia.change.document import Document
from tsukuba_pia.change.released import ROOM
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.load.catalog import Catalog, rank
from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import shipped, workspace_of
from tsukuba_pia.work.against import BaseScales
from tsukuba_pia.work.against_git import Revision, blob, files_below, revision
from tsukuba_pia.work.released import document_of
from tsukuba_pia.yaml_source import Source, parse, read

_VERSION = re.compile(r"(?P<name>[a-z][a-z0-9_-]*)(?:@(?P<version>[0-9.]+))?\Z")


class Side(NamedTuple):
    """One side: what it is called, the file it is or was, and what it holds."""

    name: str
    file: Path
    source: Source


class Unreadable(Problem):
    """A side cannot be compared; `diagnostics` say why."""

    def __init__(self, side: Side, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Remember which side, and what is wrong with it."""
        super().__init__("side_unreadable", name=side.name, count=len(diagnostics))
        self.side, self.diagnostics = side, diagnostics


def bank_diff(old: str, new: str, here: Path) -> Diff:
    """What changed from one side to the other.

    Raises:
        Problem: a side is not there, cannot be read, or is no version of the same file.

    """
    catalog = Catalog(workspace_of(here) or here)
    later = _found(new, here, catalog)
    earlier = _found(old, here, catalog) or _at_a_revision(old, later)
    later = later or _at_a_revision(new, earlier)
    if earlier is None or later is None:
        raise _no_side(old if earlier is None else new, catalog)
    before, after = _document(earlier), _document(later)
    if before.kind != after.kind or before.name != after.name:
        raise Problem("two_files", old=f"{before.kind} {before.name}", new=f"{after.kind} {after.name}")
    return diff(before, after, BaseScales(after, later.file))


def _document(side: Side) -> Document:
    document = document_of(side.source)
    if document is None:
        found = side.source.diagnostics or [side.source.diagnostic("PIA017", ())]
        raise Unreadable(side, tuple(found))
    return document


def _found(given: str, here: Path, catalog: Catalog) -> Side | None:
    """A file, what lay at a revision (`REV:path`, `REV:bank`), or a version of the catalog."""
    path = here / given
    if path.is_file():
        return Side(given, path, read(path, given))
    name, mark, place = given.partition(":")
    if mark and place:
        return _of_revision(name, place, here)
    return _of_catalog(given, here, catalog)


def _of_catalog(given: str, here: Path, catalog: Catalog) -> Side | None:
    asked = _VERSION.match(given)
    versions = catalog.versions(asked["name"]) if asked is not None else []
    if asked is None or not versions:
        return None
    file = catalog.find(asked["name"], asked["version"]) if asked["version"] else catalog.newest(asked["name"])
    if file is None:
        known = ", ".join(one.version for one in versions)
        raise Problem("no_version", bank=asked["name"], version=asked["version"], known=known)
    return Side(f"{file.name}@{file.version}", file.path, read(file.path, _shown(file.path, here)))


def _shown(path: Path, here: Path) -> str:
    """A path as a person who stands here would write it."""
    place = here.absolute()
    return str(path.relative_to(place) if path.is_relative_to(place) else path)


def _of_revision(name: str, place: str, here: Path) -> Side:
    """What lay at a place of a revision: a path, or a bank by its name."""
    at = revision(here, name)
    path = here / place
    raw = blob(at, path)
    if raw is None and (file := _bank_at(at, place, here)) is not None:
        path, raw = file, blob(at, file)
    if raw is None:
        raise Problem("not_at_revision", path=place, name=name)
    return _parsed(f"{name}:{place}", path, raw)


def _bank_at(at: Revision, given: str, here: Path) -> Path | None:
    """The file of `core@1.0`, or of the newest version of `core`, at a revision."""
    asked = _VERSION.match(given)
    if asked is None:
        return None
    files = [file for room in _rooms(at, here) for file in files_below(at, room / asked["name"])]
    versions = {file.stem: file for file in files if file.suffix == ".yaml" and rank(file.stem) != (-1,)}
    if asked["version"]:
        return versions.get(asked["version"])
    return versions[max(versions, key=rank)] if versions else None


def _rooms(at: Revision, here: Path) -> Iterator[Path]:
    """The folders of banks that a person who stands here may mean."""
    workspace = workspace_of(here)
    for folder in (workspace, at.top, shipped(ROOM).parent):
        if folder is not None:
            yield folder / ROOM


def _at_a_revision(given: str, other: Side | None) -> Side | None:
    """Only a revision was given: the other side's file, as it was then."""
    if other is None:
        return None
    try:
        at = revision(other.file.parent, given)
    except Problem as problem:
        if problem.code in ("no_revision", "no_repository", "no_git"):
            return None
        raise
    raw = blob(at, other.file)
    if raw is None:
        raise Problem("not_at_revision", path=other.name, name=given)
    return _parsed(f"{given}:{other.name}", other.file, raw)


def _parsed(name: str, file: Path, raw: bytes) -> Side:
    return Side(name, file, parse(raw, name))


def _no_side(given: str, catalog: Catalog) -> Problem:
    return Problem("no_side", found=given, known=", ".join(sorted({file.name for file in catalog.files})))


def file_of_version(given: str, here: Path) -> Path:
    """The file of a version, by its path, by `name@version`, or by its name (then the newest).

    Raises:
        Problem: there is none.

    """
    catalog = Catalog(workspace_of(here) or here)
    path = here / given
    found = Side(given, path, Source(given)) if path.is_file() else _of_catalog(given, here, catalog)
    if found is None:
        raise _no_side(given, catalog)
    return Path(_shown(found.file, here))
