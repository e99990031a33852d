"""Which ids of an older version are gone, and whether its next version says what becomes of them (formats.md §8)."""

from collections.abc import Iterator
from typing import NamedTuple

from tsukuba_pia.change.document import Document
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.migrations import Migrations


class Gone(NamedTuple):
    """An id that is not there any more. `question` is the question of an option."""

    kind: str  # question, option, risk, red_line, decision, section
    id: str
    question: str = ""


def undeclared(old: Document, new: Document) -> Iterator[Gone]:
    """What disappeared without a word in the new version's migrations."""
    if not isinstance(old.value, Bank) or not isinstance(new.value, Bank):
        return
    migrations = new.migrations or Migrations()
    said = migrations.declared()
    moved = {*said, *migrations.ask_again} - migrations.renamed.keys()  # with all their options
    for one in gone(old.value, new.value, migrations):
        option = one.id in migrations.options.get(one.question, {}) or one.question in moved
        if not (option if one.question else one.id in said):
            yield one


def gone(old: Bank, new: Bank, migrations: Migrations) -> Iterator[Gone]:
    """All ids that the old bank has and the new one does not; options only of questions that are still there."""
    for kind, part in PARTS.items():
        there = {one.id for one in getattr(new, part)}
        yield from (Gone(kind, one.id) for one in getattr(old, part) if one.id not in there)
    now = {question.id: {option.id for option in question.options} for question in new.questions}
    for question in old.questions:
        left = now.get(migrations.now(question.id))
        if left is not None:
            yield from (Gone("option", one.id, question.id) for one in question.options if one.id not in left)


PARTS = {
    "section": "sections",
    "question": "questions",
    "risk": "risks",
    "red_line": "red_lines",
    "decision": "decisions",
}
