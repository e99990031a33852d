"""What is told of a city's own templates where a page is made."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from tsukuba_pia.diagnostics import Diagnostic, Fault
from tsukuba_pia.resources import Own

CODE, LOST, FETCHING = "PIA030", "PIA031", "PIA032"
ROOMS = ("html/", "markdown/")
Wrong = tuple[str, str]  # the word of a finding, its name
NAMED = 3  # parts that one finding names; how many more there are is told


def found(  # noqa: PLR0913 - what a finding tells
    face: Own, name: str, what: str, about: str = "", *, line: int = 1, code: str = CODE
) -> Diagnostic:
    """A finding in one of the city's files."""
    way = {"way": "@own_way", "meant": ""} if code == CODE else {}
    return Diagnostic(os.path.relpath(face.folder / name), line, 1, code, {"what": what, "name": about, **way})


def lost(face: Own, name: str, parts: Sequence[str], english: Sequence[str] = ()) -> Diagnostic:
    """Parts that a page has lost; told of the file that should have them, where the city has that one.

    Args:
        face: the city's files.
        name: the file.
        parts: how they are known, the same for all readers where `english` is empty.
        english: how a reader of English knows them.

    """
    place = name if name in face.names else blamed(face)
    english = english or parts
    more = str(len(parts) - NAMED) if len(parts) > NAMED else ""
    args = {"part": "、".join(parts[:NAMED]), "part@en": ", ".join(english[:NAMED]), "more": more, "hidden": ""}
    return Diagnostic(os.path.relpath(face.folder / place), 1, 1, LOST, args)


def bringer(face: Own, wrong: Wrong, again: Callable[[Own], str], search: Callable[[str], Iterator[Wrong]]) -> str:
    """The city's file without which a document had not what is wrong with it."""
    for name in (one for one in face.names if one.startswith(ROOMS)):
        with suppress(Fault):
            if wrong not in search(again(without(face, name))):
                return name
    return blamed(face)


def without(face: Own, name: str) -> Own:
    """The same face, had it not this file."""
    return face._replace(names=tuple(one for one in face.names if one != name))


def blamed(face: Own, names: Sequence[str] = ()) -> str:
    """The file that a page's fault is told of, where nobody can say which it was: a page before parts and styles."""
    mine = list(names) or [one for one in face.names if one.startswith(ROOMS[0])] or list(face.names)
    return min(mine, key=lambda one: (not one.endswith(".j2"), "/_" in one))
