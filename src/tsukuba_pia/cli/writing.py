"""Writes what pia makes, never over a file that pia did not make."""

from pathlib import Path

from tsukuba_pia import files
from tsukuba_pia.problems import Problem

OURS = (b"tsukuba-pia", b'"pia_report"', b'"$schema"')  # everything that is made names its maker or its kind


def write(place: Path, made: str | bytes, *, force: bool = False) -> None:
    """Put a text, or the bytes of a file, at a place.

    Raises:
        Problem: something lies there that pia did not make, or it cannot be saved.

    """
    content = made.encode("utf-8") if isinstance(made, str) else made
    there = place.read_bytes() if place.exists() else None
    if there == content:
        return
    if there is not None and not force and not any(mark in there for mark in OURS):
        raise Problem("not_ours", path=place)
    place.parent.mkdir(parents=True, exist_ok=True)
    files.save(place, content, expected=there)
