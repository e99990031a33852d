"""One type for everything that is wrong anywhere; the words live with the rule and are chosen when shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

Level = Literal["note", "warning", "error"]
Path = tuple[str | int, ...]

LEVELS: tuple[Level, ...] = ("note", "warning", "error")


class Position(NamedTuple):
    """A place in a text: line and column from 1, columns in code points."""

    line: int
    column: int


START = Position(1, 1)


class Finding(NamedTuple):
    """What a rule found: where in the data, and the words' arguments. The engine turns it into a Diagnostic."""

    path: Path
    args: Mapping[str, str] = {}
    key: bool = False  # point at the key rather than at its value
    at: Position | None = None  # a place that no path leads to, such as a comment
    level: Level | None = None  # where it weighs otherwise than its rule
    file: str | None = None  # where `at` is in another file than the one that is looked at


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something wrong in a file: where, which code, and what the message speaks of."""

    file: str
    line: int
    column: int
    code: str
    args: Mapping[str, str] = field(default_factory=dict)
    level: Level = "error"
    stops: bool = field(default=False, compare=False)  # because of it rules could not be asked

    @property
    def order(self) -> tuple[str, int, int, str, list[tuple[str, str]]]:
        """Where it stands in a list: by file, line, column, code, arguments."""
        return (self.file, self.line, self.column, self.code, sorted(self.args.items()))


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by place, each told once."""
    seen: dict[tuple[object, ...], Diagnostic] = {}
    for one in diagnostics:
        seen.setdefault((*one.order[:4], tuple(one.order[4])), one)
    return tuple(sorted(seen.values(), key=lambda one: one.order))


def stopping(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same, each error marked: because of these a file could not be held to its rules."""
    return [replace(one, stops=True) if one.level == "error" else one for one in diagnostics]


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them forbids the use of what was read."""
    return any(one.level == "error" for one in diagnostics)


class Fault(Exception):
    """Something cannot be made because of what stands in a person's file; `cli` tells the finding."""

    def __init__(self, found: Diagnostic) -> None:
        """Take what is wrong."""
        super().__init__(found)
        self.found = found
