"""Conditions: a closed set of shapes over answers and over the facts of the data inventory. Data, never code."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.kinds import Number

Value = str | Number
Subject = Literal["question", "data"]
Joint = Literal["all", "any", "at_least"]

QUESTION_OPERATORS = ("is", "is_not", "includes", "includes_none", "at_least", "at_most", "above", "below")
FACT_OPERATORS = ("includes", "includes_none", "includes_other_than", "at_least", "at_most", "above", "below")
ORDER_OPERATORS = ("at_least", "at_most", "above", "below")

SET_FACTS = ("categories", "groups", "identifiers", "captures", "countries", "recipients", "regimes")
NUMBER_FACTS = ("people_largest", "people_total", "handlers")


@dataclass(frozen=True)
class Atom:
    """One comparison: of a question's answer, or of a fact of the inventory, with values."""

    subject: Subject
    name: str
    operator: str
    values: tuple[Value, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """The values as the inventory has them."""
        return frozenset(map(str, self.values))


@dataclass(frozen=True)
class Joined:
    """At least `needed` of several conditions: `all` needs each, `any` needs one."""

    word: Joint
    needed: int
    of: tuple["Condition", ...]


Condition = Atom | Joined


def from_plain(data: dict[str, Any]) -> Condition:
    """The condition that well-shaped plain data says (the shape was checked when the file was read)."""
    for word in ("all", "any"):
        if word in data:
            parts = tuple(from_plain(part) for part in data[word])
            return Joined(word, len(parts) if word == "all" else 1, parts)
    if "of" in data:
        parts = tuple(from_plain(part) for part in data["of"])
        return Joined("at_least", int(data["at_least"]), parts)
    subject: Subject = "question" if "question" in data else "data"
    operator = next(key for key in data if key != subject)
    value = data[operator]
    values = tuple(value) if isinstance(value, list) else (value,)
    return Atom(subject, str(data[subject]), operator, values)


def atoms(condition: Condition | None, path: Path = ()) -> Iterator[tuple[Atom, Path]]:
    """Each comparison of a condition, in order, with its path from the condition's own place."""
    if isinstance(condition, Atom):
        yield condition, path
    elif condition is not None:
        word = "of" if condition.word == "at_least" else condition.word
        for number, part in enumerate(condition.of):
            yield from atoms(part, (*path, word, number))


def questions_in(condition: Condition | None) -> tuple[str, ...]:
    """The ids of the questions that a condition reads, each once, in order."""
    return tuple(dict.fromkeys(atom.name for atom, _ in atoms(condition) if atom.subject == "question"))
