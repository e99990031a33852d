"""My Numbers in texts that no rule reads: evidence, comments and notes beside an assessment, others of a city."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from tsukuba_pia.diagnostics import Diagnostic, Level
from tsukuba_pia.lint.my_number import forms_in, masked, may_also_be, my_numbers
from tsukuba_pia.load.assessment import FILE as ASSESSMENT
from tsukuba_pia.load.evidence import Evidence
from tsukuba_pia.load.sign_offs import FILE as SIGN_OFF
from tsukuba_pia.resources import Workspaces

CODE = "PIA624"
NONE = Evidence()
MOST_FILES = 2_000  # in an assessment's folder; one with more is somebody's whole disk
MOST_BYTES = 1 << 20  # of one file: a list of people shows in its first part
OF_TOOLS = frozenset((".git", ".venv", "node_modules", "__pycache__", ".pia"))
MANY = 1 << 16  # bytes that most files have not: a buffer for more takes longer than the reading
HEAD = 4096  # bytes in which a file that is no text shows it
WIDE = (b"\xff\xfe", b"\xfe\xff")  # how a text in UTF-16 begins; without that, it is known by its zeros
IN_NAME = "@number_in_name"
ENCODINGS = ("utf-8-sig", "cp932", "latin-1")  # the last one reads everything, and digits are the same in all


def numbers_beside(folder: Path, read: frozenset[Path], evidence: Evidence = NONE) -> Iterator[Diagnostic]:
    """What is found below an assessment's folder; those in `read` have rules that look.

    Short files that were read as its `evidence` are not read again.
    """
    top = str(folder) if folder.parts else ""
    short = {os.path.join(top, item): one.whole for item, one in evidence.files.items()}  # noqa: PTH118 - many
    return numbers_in(((place, str(folder)) for place in _files(top, read)), short)


def numbers_elsewhere(files: Iterable[Path], workspaces: Workspaces) -> Iterator[Diagnostic]:
    """What is found in files beside no assessment, as far as they lie in a city's workspace."""
    found = ((str(file), workspaces.of(file.parent)) for file in files)
    return numbers_in((place, str(city)) for place, city in found if city is not None)


def numbers_in(
    places: Iterable[tuple[str, str]], contents: Mapping[str, bytes | None] = MappingProxyType({})
) -> Iterator[Diagnostic]:
    """One finding for each file with such numbers, at the first of them. With each stands the folder that is ours."""
    there = list(places)
    in_a_name = forms_in("\n".join(place for place, _ in there))
    for place, folder in there:
        shown, named = _in_name(place, folder) if in_a_name else (place, [])
        raw = contents.get(place)
        text = _text(_content(place) if raw is None else raw)
        found = [(start, may_also_be(text, start, end)) for start, end in my_numbers(text)] if text else []
        if named or found:
            yield _finding(shown, text, named, found)


def _in_name(place: str, folder: str) -> tuple[str, list[tuple[int, str]]]:
    """A file's place with stars, and what else each may be, in its name and those of its folders, below ours."""
    parts = Path(place).parts
    ours = len(Path(os.path.relpath(place, folder)).parts)
    names = parts[-ours:]
    found = [(0, may_also_be(name, start, end)) for name in names for start, end in my_numbers(name)]
    return str(Path(*parts[:-ours], *map(masked, names))) if found else place, found


def _finding(place: str, text: str, named: list[tuple[int, str]], found: list[tuple[int, str]]) -> Diagnostic:
    """The first that can be nothing else, or the first; what is in the name is told where the file begins."""
    start, also = next((one for one in (*named, *found) if not one[1]), (*named, *found)[0])
    level: Level = "warning" if also else "error"
    count = len(named) + len(found)
    args = {"also": also, "n": str(count) if count > 1 else "", "name": IN_NAME if named else ""}
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Diagnostic(place, line, column, CODE, args, level)


def _files(top: str, read: frozenset[Path]) -> list[str]:
    """Below a folder (nothing: the current one), but for copies beside a sign-off, of tools, and other assessments."""
    found: list[str] = []
    known = set(map(str, read))
    rooms = [top]
    while rooms and len(found) <= MOST_FILES:
        room = rooms.pop()
        try:
            entries = list(os.scandir(room or os.curdir))
        except OSError:  # said where it matters
            continue
        if room != top and any(one.name in {ASSESSMENT, SIGN_OFF} for one in entries):
            continue
        for entry in entries:
            place = os.path.join(room, entry.name)  # noqa: PTH118 - for each piece of evidence
            if entry.is_dir(follow_symlinks=False):
                rooms += [place] if entry.name not in OF_TOOLS else []
            elif entry.is_file(follow_symlinks=False) and place not in known:
                found.append(place)
    return sorted(found)


def _content(place: str) -> bytes:
    """What a file holds; nothing of what cannot be read."""
    try:
        with open(place, "rb", buffering=0) as stream:  # noqa: PTH123
            raw = stream.read(MANY)
            return raw + stream.read(MOST_BYTES - MANY) if len(raw) == MANY else raw
    except OSError:  # said where it matters
        return b""


def _text(raw: bytes) -> str:
    """What a text says; nothing of what is none."""
    if raw.startswith(WIDE):
        return raw.decode("utf-16", errors="replace")
    if b"\0" in raw[:HEAD]:
        return _wide(raw)
    for encoding in ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _wide(raw: bytes) -> str:
    """A text in UTF-16 that does not say so: all zeros are halves of the same side. Else nothing, for it is no text."""
    upper, lower = 0 in raw[:HEAD:2], 0 in raw[1:HEAD:2]
    if upper and lower:
        return ""
    return raw.decode("utf-16-be" if upper else "utf-16-le", errors="replace")
