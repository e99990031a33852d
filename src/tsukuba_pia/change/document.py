"""A versioned file as it is compared: a bank, a vocabulary, references; what it says, where, and under which ids."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from tsukuba_pia.change.canonical import digest
from tsukuba_pia.change.renaming import renamed
from tsukuba_pia.change.tree import Node, tree
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.migrations import Migrations
from tsukuba_pia.yaml_source import Source

RELEASED = ("published", "withdrawn")
SECTION = "section"  # the part of a lifted question that says where it is asked


@dataclass(frozen=True)
class Document:
    """A file that passed the shape gate. `kind` is the key that names it: bank, vocabulary, references."""

    kind: str
    value: Any
    source: Source

    @property
    def name(self) -> str:
        """What it is called."""
        return str(getattr(self.value, self.kind))

    @property
    def called(self) -> str:
        """What people call it: a bank by its name, the one vocabulary as that."""
        return self.name if self.kind == "bank" else self.kind

    @property
    def version(self) -> str:
        """Its version."""
        return str(self.value.version)

    @property
    def released(self) -> bool:
        """Whether it says that it was published."""
        return self.value.status in RELEASED

    @cached_property
    def digest(self) -> str:
        """The digest of what it says."""
        return digest(self.value)

    @cached_property
    def tree(self) -> Node:
        """What it says."""
        return tree(self.value)

    @cached_property
    def lifted(self) -> Node | None:
        """What a bank says with its questions beside its sections, so that one may move; None where ids are unclear."""
        return _lifted(self.tree) if isinstance(self.value, Bank) else None

    @property
    def migrations(self) -> Migrations | None:
        """What it says of the ids of the version before."""
        return self.value.migrations if isinstance(self.value, Bank) else None

    def under(self, migrations: Migrations | None) -> "Document":
        """The same under the names of the next version."""
        if migrations is None or not isinstance(self.value, Bank):
            return self
        return replace(self, value=build(Bank, renamed(self.source.data, migrations)))


def _lifted(bank: Node) -> Node | None:
    """The bank with its questions as a part of its own, each with its section; a section keeps their order."""
    sections = bank.get("sections")
    if bank.parts is None or sections is None:
        return bank
    questions: dict[str, Node] = {}
    bare: dict[str, Node] = {}
    for name, section in (sections.parts or {}).items():
        inner = section.get("questions")
        asked = inner.parts if inner is not None else {}
        if asked is None or questions.keys() & asked.keys():
            return None
        questions |= {one: _with_section(question, name) for one, question in asked.items()}
        bare[name] = _without(section, "questions", tuple(asked))
    lifted = Node(sections.path, _plain(questions), questions, entries=True)
    kept = replace(sections, plain=_plain(bare), parts=bare)
    parts = {**bank.parts, "sections": kept, "questions": lifted}
    return replace(bank, plain=_plain(parts), parts=parts) if sections.parts is not None else None


def _plain(parts: Mapping[str, Node]) -> dict[str, Any]:
    return {name: part.plain for name, part in parts.items()}


def _with_section(question: Node, section: str) -> Node:
    parts = {SECTION: Node(question.path, section), **(question.parts or {})}
    return replace(question, plain={SECTION: section, **question.plain}, parts=parts)


def _without(node: Node, key: str, order: tuple[str, ...]) -> Node:
    parts = {name: part for name, part in (node.parts or {}).items() if name != key}
    return replace(node, plain=_plain(parts), parts=parts, order=order)
