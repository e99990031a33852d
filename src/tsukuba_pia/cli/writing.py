"""Writes what pia makes, never over a file that pia did not make."""

import os
import re
from pathlib import Path

from tsukuba_pia import files
from tsukuba_pia.problems import Problem

PEOPLES = (".yaml", ".yml", ".toml")  # nothing that is made is one of these: where one lies, a person wrote it
PAGES = (b"<!doctype html", b"%pdf")  # nobody takes notes in one of these
CALENDAR = b"PRODID:-//tsukuba-pia//pia plan//EN"
MAKER = re.compile(rb"\bpia \d+\\?\.\d")


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
    """Whether it names its maker where what is made does so: a text that a person wrote may speak of pia as well."""
    from tsukuba_pia.export._readings import unpacked  # noqa: PLC0415 - only where a file is replaced

    start = content[:20].lower()
    if start.startswith(PAGES):
        return any(MAKER.search(part) or b"tsukuba-pia" in part for part in unpacked(content))
    if start.startswith(b"{"):
        return _has_our_key(content)
    lines = content.strip().splitlines() or [b""]
    if lines[0].endswith(b"(tsukuba-pia)") or lines[2:3] == [CALENDAR]:
        return True
    return any(MAKER.search(line) for line in lines[-3:])  # a draft's last words follow


def _has_our_key(content: bytes) -> bool:
    """Whether it is a report's JSON, or a schema that says who made it."""
    import json  # noqa: PLC0415 - only where a file is replaced

    try:
        made = json.loads(content)
    except ValueError:
        return False
    return "pia_report" in made or made.get("$comment") == "tsukuba-pia"


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
