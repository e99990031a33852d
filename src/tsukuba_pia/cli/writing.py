"""Writes what pia makes, never over a file that pia did not make."""

import os
from collections.abc import Iterator
from pathlib import Path

from tsukuba_pia import files
from tsukuba_pia.labels import labels
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.problems import Problem

PEOPLES = (".yaml", ".yml", ".toml")  # nothing that is made is one of these: where one lies, a person wrote it
OURS = (b"tsukuba-pia", b'"pia_report"', b'"$schema"')  # everything that is made names its maker or its kind


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
    """Whether it names its maker; a PDF does so in what is packed in it."""
    from tsukuba_pia.export._readings import unpacked  # noqa: PLC0415 - only where a file is replaced

    marks = (*OURS, *_made_with())
    return any(mark in part for part in unpacked(content) for mark in marks)


def _made_with() -> Iterator[bytes]:
    """What every page of a report says of its maker, in each language."""
    for language in LANGUAGES:
        yield labels(language)["report"]["method"]["tool"].partition("{")[0].encode()


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
