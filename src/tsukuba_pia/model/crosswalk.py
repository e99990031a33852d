"""What a list of crosswalks holds: where the clauses of another text are met in our banks and assessments."""

from dataclasses import dataclass

from tsukuba_pia.model.kinds import Extends, Id, Language, Name, Status, Version
from tsukuba_pia.model.text import Text


@dataclass(frozen=True)
class CrosswalkItem:
    """A clause or an item of the other text, and where it is met here."""

    item: str
    title: Text
    checked: bool  # the clause itself was read and held against what is named here
    stages: tuple[Id, ...] = ()
    principles: tuple[Name, ...] = ()
    questions: tuple[Id, ...] = ()
    decisions: tuple[Id, ...] = ()  # by their roles
    parts: tuple[str, ...] = ()  # keys of an assessment, such as `service.scope`
    elsewhere: Text | None = None  # where it is met, if in none of these
    checked_how: Text | None = None


@dataclass(frozen=True)
class Crosswalk:
    """One other text, with its items."""

    id: Name
    ref: Name
    title: Text
    known_from: Text  # how far the other text was seen; holds for each item that says nothing of its own
    items: tuple[CrosswalkItem, ...] = ()
    note: Text | None = None


@dataclass(frozen=True)
class Crosswalks:
    """The list of crosswalks, versioned like a bank; its questions are those of the bank that it stands on."""

    crosswalks: Name
    version: Version
    status: Status
    languages: tuple[Language, ...]
    extends: Extends
    texts: tuple[Crosswalk, ...] = ()
