"""Writes what pia makes, never over a file that pia did not make."""

import os
import re
from pathlib import Path

from tsukuba_pia import files
from tsukuba_pia.problems import Problem

PEOPLES = (".yaml", ".yml", ".toml")  # nothing that is made is one of these: where one lies, a person wrote it
# Where each kind of file that is made names its maker; what a person writes may speak of pia anywhere.
PAGE = b'<meta name="generator" content="tsukuba-pia '
HEAD = 2_000  # bytes of a page
PRESSED = b"<xmp:CreatorTool>tsukuba-pia"  # in the metadata of a PDF
METADATA = b"<?xpacket begin="
LAST = re.compile(rb"tsukuba-pia [0-9][0-9A-Za-z.+-]*")  # the whole last line of Markdown and of plain text
FIRST = re.compile(rb"<!-- tsukuba-pia -->|.*,uid \(tsukuba-pia\)")  # the whole first line of a plan
CALENDAR = (b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:-//tsukuba-pia//pia plan//EN")
REPORT = frozenset({"pia_report", "kind", "id", "language", "audience", "tool"})


def write(place: Path, made: str | bytes, *, force: bool = False) -> None:
    """Put a text, or the bytes of a file, at a place.

    Raises:
        Problem: something lies there that pia did not make, or it cannot be saved.

    """
    content = made.encode("utf-8", "backslashreplace") if isinstance(made, str) else made  # names may be no UTF-8
    if place.exists() and not place.is_file() and not place.is_dir():
        _pour(place, content)
        return
    there = place.read_bytes() if place.exists() else None
    if there == content:
        return
    if there is not None and not force and not _is_ours(there):
        raise Problem("not_ours", path=place)
    place.parent.mkdir(parents=True, exist_ok=True)
    files.save(place, content, expected=there)


def _is_ours(content: bytes) -> bool:
    """Whether it names its maker in the very place where what is made does so."""
    start = content[:20].lower()
    if start.startswith(b"<!doctype html"):
        return PAGE in content[:HEAD]
    if start.startswith(b"%pdf"):
        return _pressed(content)
    if start.startswith(b"{"):
        return _has_our_keys(content)
    lines = content.rstrip().splitlines() or [b""]
    if FIRST.fullmatch(lines[0]) or tuple(lines[:3]) == CALENDAR:
        return True
    return lines[-2:-1] == [b""] and LAST.fullmatch(lines[-1]) is not None


def _pressed(content: bytes) -> bool:
    """Whether the metadata of a PDF say so; what is printed on it does not count."""
    from tsukuba_pia.export._readings import unpacked  # noqa: PLC0415 - only where a file is replaced

    return any(PRESSED in part for part in unpacked(content) if part.startswith(METADATA))


def _has_our_keys(content: bytes) -> bool:
    """Whether it is a report as data, or a schema that says who made it."""
    import json  # noqa: PLC0415 - only where a file is replaced

    try:
        made = json.loads(content)
    except (ValueError, RecursionError):
        return False
    if made.get("$comment") == "tsukuba-pia":
        return "$schema" in made
    return made.keys() >= REPORT and type(made["pia_report"]) is int


def spare(place: Path) -> None:
    """Raise a Problem where a file lies that a person wrote, as far as its name tells."""
    if place.suffix in PEOPLES and os.path.lexists(place):
        raise Problem("not_ours", path=place)


def _pour(place: Path, content: bytes) -> None:
    """Into a device or a pipe, where nothing lies; waiting for somebody to read from it would perhaps never end."""
    handle = os.open(place, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(handle, True)
    with os.fdopen(handle, "wb", buffering=0) as stream:
        rest = memoryview(content)
        while rest:
            rest = rest[stream.write(rest) or 0 :]
