"""What is told of a city's own templates where a page is made."""

import os

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.resources import Own

CODE, LOST, FETCHING = "PIA030", "PIA031", "PIA032"
ROOMS = ("html/", "markdown/")


def found(  # noqa: PLR0913 - what a finding tells
    face: Own, name: str, what: str, about: str = "", *, line: int = 1, code: str = CODE
) -> Diagnostic:
    """A finding in one of the city's files."""
    return Diagnostic(os.path.relpath(face.folder / name), line, 1, code, {"what": what, "name": about})


def lost(face: Own, name: str, part: str) -> Diagnostic:
    """A part that a page has lost; told of the file that should have it, where the city has that one."""
    place = name if name in face.names else blamed(face)
    return Diagnostic(os.path.relpath(face.folder / place), 1, 1, LOST, {"part": part, "hidden": ""})


def blamed(face: Own) -> str:
    """The file that a page's fault is told of, where nobody can say which it was."""
    own = [one for one in face.names if one.startswith(ROOMS[0])]
    return own[0] if own else face.names[0]
