"""What leads to a person in a text, as the rules about it tell it (`personal` finds it)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tsukuba_pia.diagnostics import Finding, Path, Position


class Trace(NamedTuple):
    """Something that leads to a person: which kind, where, and a word for what it is, if its kind does not say it."""

    kind: str
    path: Path
    at: Position | None
    what: str


def hints(traces: Iterable[Trace], kind: str) -> Iterator[Finding]:
    """The findings of one kind. None repeats what it found."""
    alike = (one for one in traces if one.kind == kind)
    return (Finding(one.path, {"what": one.what} if one.what else {}, at=one.at) for one in alike)
