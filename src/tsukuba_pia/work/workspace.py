"""Makes a folder ready for assessments: git, editor, CI, the city's profile. What lies there is never touched."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from tsukuba_pia.files import save
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import shipped
from tsukuba_pia.version import VERSION

DOT = "dot-"  # our own git and editor must not take the templates for their settings
SCHEMAS = (".pia", "*.schema.json")


class Placed(NamedTuple):
    """A file of the workspace: made now, there already as we would make it, or a person's own."""

    path: Path
    state: Literal["made", "same", "kept"]


def init_workspace(folder: Path, language: str, *, dry: bool = False) -> tuple[Placed, ...]:
    """Place every file that is not there yet; `dry` only says what would be done."""
    return tuple(_place(folder, path, content, dry=dry) for path, content in workspace_files(language))


def workspace_files(language: str) -> Iterator[tuple[Path, bytes]]:
    """The files of a workspace by their places in it, in the language of the person who makes it."""
    templates = shipped("templates") / "workspace"
    spoken = language if language in LANGUAGES else "en"
    marks = {b"@VERSION@": VERSION.encode(), b"@LANGUAGE@": spoken.encode()}
    for room in (templates / "common", templates / spoken):
        for file in sorted(one for one in room.rglob("*") if one.is_file()):
            parts = (f".{part[len(DOT) :]}" if part.startswith(DOT) else part for part in file.relative_to(room).parts)
            content = file.read_bytes()
            for mark, word in marks.items():
                content = content.replace(mark, word)
            yield Path(*parts), content
    for file in sorted(shipped("schemas").glob(SCHEMAS[1])):
        yield Path(SCHEMAS[0], file.name), file.read_bytes()


def _place(folder: Path, path: Path, content: bytes, *, dry: bool) -> Placed:
    place = folder / path
    if not place.parent.resolve().is_relative_to(folder.resolve()):
        raise Problem("not_ours", path=place)
    if place.is_symlink() or place.exists():
        there = place.read_bytes() if place.is_file() else None
        if there == content:
            return Placed(path, "same")
        if there is None or path.parts[0] != SCHEMAS[0]:  # schemas are the tool's own, and it may be a newer one
            return Placed(path, "kept")
        if not dry:
            save(place, content, there)
        return Placed(path, "made")
    if not dry:
        place.parent.mkdir(parents=True, exist_ok=True)
        save(place, content, None)
    return Placed(path, "made")
