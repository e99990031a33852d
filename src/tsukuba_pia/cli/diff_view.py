"""`pia diff` for people and for programs: what moved and why, then question by question what changed."""

import shutil
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from tsukuba_pia.change.assessment_content import assessment_digest
from tsukuba_pia.change.assessment_diff import Moved
from tsukuba_pia.change.causes import Causes
from tsukuba_pia.change.compare import EACH, Change, Key
from tsukuba_pia.change.tree import Node
from tsukuba_pia.cli import context
from tsukuba_pia.cli.bank_diff_view import escape
from tsukuba_pia.cli.diff_words import ANSWERS, DiffWords, masked_data
from tsukuba_pia.diagnostics import Path
from tsukuba_pia.fold import fold
from tsukuba_pia.model.text import printable
from tsukuba_pia.work.assessment_diff import Compared, Found

WIDEST = 100


class Line(NamedTuple):
    """A line of the report; depth 0 is a heading."""

    depth: int
    text: str


class DiffView:
    """Tells one comparison."""

    def __init__(self, compared: Compared) -> None:
        """Take what is told."""
        self.compared = compared
        self.diff = compared.diff
        self.words = DiffWords(compared.diff)
        self.read: set[Key] = set()  # causes that the reader has met

    def as_text(self) -> str:
        """For a terminal."""
        columns = min(WIDEST, shutil.get_terminal_size().columns)
        lines: list[str] = []
        for depth, text in self._lines():
            if depth == 0:
                lines += ["", *fold(text, columns)]
            else:
                lines += fold(text, columns, "  " * depth, "  " * depth + "  ")
        return printable("\n".join(lines).lstrip("\n"))

    def as_markdown(self) -> str:
        """For a pull request."""
        lines: list[str] = []
        for number, (depth, text) in enumerate(self._lines()):
            if depth == 0:
                lines += ["", f"{'###' if number else '##'} {escape(text)}", ""]
            else:
                lines.append(f"{'    ' * (depth - 1)}- {escape(text)}")
        return printable("\n".join(lines).lstrip("\n"))

    def _cause(self, key: Key) -> str:
        """A cause; the second time without the question's text."""
        brief = key in self.read
        self.read.add(key)
        return self.words.cause(key, brief=brief)

    def _lines(self) -> Iterator[Line]:
        say = self.words.say
        yield Line(0, say("head", old=self.compared.old.name, new=self.compared.new.name))
        if not self.diff.changes and not self.diff.banks and not self.diff.moved:
            yield Line(1, say("nothing"))
            return
        for one in self.diff.banks:
            heavy = {"weight": context.words("bank_diff", one.weight), "n": len(one.changes)}
            yield Line(1, say("bank", bank=one.new.name, old=one.old.version, new=one.new.version, **heavy))
        yield Line(0, say("moved"))
        yield from self._moved()
        if self.diff.changes:
            yield Line(0, say("changes", n=len(self.diff.changes)))
            yield from self._changed()

    def _moved(self) -> Iterator[Line]:
        if not self.diff.moved:
            yield Line(1, self.words.say("nothing_moved"))
        for _, group in groupby(self.diff.moved, key=lambda one: one.target):
            moments = list(group)
            yield Line(1, self.words.target(moments[0]))
            for _, same in groupby(moments, key=lambda one: one.causes):
                alike = list(same)
                for one in alike:
                    yield Line(2, self._level(one))
                yield from self.causes(alike[0].causes)

    def _level(self, moved: Moved) -> str:
        old, new = (self.words.level(moved, value) for value in (moved.before, moved.now))
        key = f"moment_{moved.moment}" if moved.moment else "moment_none"
        return self.words.say(key, old=old, new=new)

    def causes(self, causes: Causes) -> Iterator[Line]:
        """The smallest sets of changes that do it, or how far it was searched."""
        say = self.words.say
        if not causes.decided:
            if not causes.enough:
                yield Line(3, say("not_replayed"))
                return
            yield Line(3, say("not_decided", n=causes.none_up_to, enough=len(causes.enough)))
            yield from (Line(4, self._cause(key)) for key in causes.enough)
            return
        for number, one in enumerate(causes.sets):
            if len(one) == 1:
                yield Line(3, say("or_because" if number else "because", cause=self._cause(one[0])))
                continue
            yield Line(3, say("or_together" if number else "together", n=len(one)))
            yield from (Line(4, self._cause(key)) for key in one)
        if causes.more:
            yield Line(3, say("more"))

    def _changed(self) -> Iterator[Line]:
        for node, group in _by_node(self.diff.changes):
            yield Line(1, self._heading(node))
            here = {one.key for one in group}
            for one in group:
                if (
                    one.language
                    and one.language != self.words.language
                    and (*one.key[:-1], self.words.language) in here
                ):
                    continue  # told in the reader's language; JSON has all
                yield Line(2, self.words.changed(one, len(node)))

    def _heading(self, node: Key) -> str:
        part = self.words.part(node)
        if len(node) == 1:
            return part
        if node[0] == ANSWERS:
            return self.words.question(node[1])
        found = self._node(node)
        return f"{part}: {self.words.known_as(found, node[1])}".rstrip(": ")

    def _node(self, node: Key) -> Node | None:
        """An entry, on the side that has it."""
        for change in self.diff.changes:
            if change.key == node:
                return change.new or change.old
        for side in (self.diff.new, self.diff.old):
            part = side.given.tree.get(node[0])
            if part is not None and part.items is not None:
                number = int(node[1]) - 1
                return part.items[number] if number < len(part.items) else None
            if part is not None and (found := part.get(node[1])) is not None:
                return found
        return None

    def as_plain(self) -> dict[str, Any]:
        """For programs."""
        sides = {name: _side(one) for name, one in (("old", self.compared.old), ("new", self.compared.new))}
        banks = [
            {
                "bank": one.new.name,
                "old": one.old.version,
                "new": one.new.version,
                "weight": one.weight,
                "changes": len(one.changes),
            }
            for one in self.diff.banks
        ]
        moved = self.moved_as_plain()
        changes = [self._plain_change(one) for one in self.diff.changes]
        told: dict[str, Any] = masked_data({"banks": banks, "changes": changes}) | {"moved": moved}
        return {"pia_diff": 1, **sides, **told}

    def moved_as_plain(self) -> list[dict[str, Any]]:
        """What moved, each with its causes."""
        told: list[dict[str, Any]] = masked_data([self._plain_moved(one) for one in self.diff.moved])
        return told

    def _plain_moved(self, moved: Moved) -> dict[str, Any]:
        causes = moved.causes
        return {
            "kind": moved.target.kind,
            "id": moved.target.id or None,
            "moment": moved.moment or None,
            "before": moved.before,
            "now": moved.now,
            "decided": causes.decided,
            "causes": [[self._plain_cause(key) for key in one] for one in causes.sets],
            "more": causes.more,
            "none_up_to": causes.none_up_to,
            "enough": [self._plain_cause(key) for key in causes.enough],
        }

    def _plain_cause(self, key: Key) -> dict[str, Any]:
        unit = self.diff.replay.units_of_all[key]
        old, new = (node.plain if node is not None else None for node in (unit.old, unit.new))
        return {"key": list(key), "what": unit.what, "old": old, "new": new, "words": self.words.cause(key)}

    def _plain_change(self, change: Change) -> dict[str, Any]:
        placed = change.key[0] != "evidence"  # a file of its own
        old = self._old_path(change.old) if placed else None
        new = change.new.path if placed and change.new is not None else None
        lines = [_line(path, found) for path, found in ((old, self.compared.old), (new, self.compared.new))]
        return {
            "key": list(change.key),
            "kind": change.pattern,
            "language": change.language or None,
            "what": change.what,
            "old": change.old.plain if change.old is not None else None,
            "new": change.new.plain if change.new is not None else None,
            "old_line": lines[0],
            "new_line": lines[1],
        }

    def _old_path(self, node: Node | None) -> Path | None:
        """Where the old file has it: under the name of then."""
        return tuple(self.compared.was.get(str(step), step) for step in node.path) if node is not None else None


def _by_node(changes: Sequence[Change]) -> Iterator[tuple[Key, list[Change]]]:
    """By question, by entry of a list, else by part; answers last, for there are most of them."""
    nodes: dict[Key, list[Change]] = {}
    for one in changes:
        nodes.setdefault(one.key[:2] if one.kind[1:2] == (EACH,) else one.key[:1], []).append(one)
    yield from sorted(nodes.items(), key=lambda item: item[0][0] == ANSWERS)


def _line(path: Path | None, found: Found) -> int | None:
    return found.opened.source.position(path).line if path is not None else None


def _side(found: Found) -> dict[str, Any]:
    assessment = found.side.given.assessment
    banks = {bank.bank: bank.version for bank in found.side.questionnaire.banks}
    digest = assessment_digest(assessment, found.evidence, found.opened.as_of)
    named = {"file": found.name, "assessment": assessment.assessment}
    return named | {"as_of": found.opened.as_of, "banks": banks, "digest": digest}
