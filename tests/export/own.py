"""A workspace with templates of its own."""

from collections.abc import Mapping
from pathlib import Path

from tsukuba_pia.resources import Own, own_of

PART = "html/_glossary.html.j2"


def face_of(folder: Path, files: Mapping[str, str]) -> Own:
    """The face of a workspace with these templates."""
    for name, text in files.items():
        file = folder / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    face = own_of(folder)
    assert face is not None
    return face
