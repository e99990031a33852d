"""`pia bank diff` for people: by node, the heaviest change first, with what stood there and what stands there."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from tsukuba_pia.change.compare import EACH, Change
from tsukuba_pia.change.diff import Diff
from tsukuba_pia.change.tree import Node
from tsukuba_pia.change.weight import WEIGHTS, Weighed
from tsukuba_pia.cli import context
from tsukuba_pia.fold import fold
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.change_words import REASONS
from tsukuba_pia.lint.my_number import masked
from tsukuba_pia.model.text import printable, words

WIDEST = 120
SAYS_WHAT_IT_IS = ("text", "title", "label", "law")  # what a node is known by, the first that it has
_MARKDOWN = str.maketrans({one: f"\\{one}" for one in "\\`*_{}[]<>#|!~&"})


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words."""

    weight: str
    field: str
    what: str
    why: str
    lines: str  # where, in both files
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Block:
    """The changes of one node."""

    heading: str
    title: str
    changes: tuple[Told, ...]


def blocks(diff: Diff) -> tuple[Block, ...]:
    """What changed, by node: those with the heaviest change first, else in the order of the new file."""
    grouped = groupby(diff.changes, key=lambda one: _node_of(one.change))
    merged: dict[tuple[str, ...], list[Weighed]] = {}
    for node, group in grouped:
        merged.setdefault(node, []).extend(group)
    ordered = sorted(merged.items(), key=lambda one: -max(WEIGHTS.index(change.weight) for change in one[1]))
    return tuple(_block(node, group, diff) for node, group in ordered)


def _node_of(change: Change) -> tuple[str, ...]:
    """A question, a risk, …; the head of the file for what belongs to none."""
    if change.kind[1:2] == (EACH,):
        return change.key[:2]
    return (change.key[0],) if change.key[0] == "method" else ()


def _block(node: tuple[str, ...], group: list[Weighed], diff: Diff) -> Block:
    kinds: Mapping[str, str] = labels(context.language())["bank_diff"]
    kind = kinds.get(f"kind_{node[0]}", node[0]) if node else kinds["kind_head"]
    heading = " ".join((kind, *node[1:]))
    ordered = sorted(group, key=lambda one: -WEIGHTS.index(one.weight))
    return Block(heading, _title(node, diff), tuple(_told(one, len(node), diff) for one in ordered))


def _title(node: tuple[str, ...], diff: Diff) -> str:
    if len(node) < 2:  # noqa: PLR2004 - a list and an entry
        return ""
    before = next((one.change.old for one in diff.changes if one.change.key == node), None)
    return title_of(diff.tree.get(*node) or before)


def title_of(node: Node | None) -> str:
    """What a node is known by, in the reader's language."""
    if node is None or not isinstance(node.plain, dict):
        return ""
    found = next((node.plain[key] for key in SAYS_WHAT_IT_IS if key in node.plain), "")
    return words(found, context.language())


def _told(one: Weighed, depth: int, diff: Diff) -> Told:
    change, language = one.change, context.language()
    whole = len(change.key) == depth and change.what in ("added", "removed")  # the heading says what it is
    return Told(
        weight=context.words("bank_diff", one.weight),
        field=".".join(change.key[depth:]),
        what=context.words("bank_diff", change.what),
        why=REASONS[one.reason][language],
        lines=_lines(change, diff),
        old=spelled(change.old) if change.what != "added" and not whole else "",
        new=spelled(change.new) if change.what != "removed" and not whole else "",
    )


def line_of(node: Node | None, diff: Diff, *, new: bool) -> int | None:
    """The line of a node in its file."""
    source = diff.new.source if new else diff.old.source
    return source.position(node.path).line if node is not None else None


def _lines(change: Change, diff: Diff) -> str:
    old, new = line_of(change.old, diff, new=False), line_of(change.new, diff, new=True)
    if old is None or new is None:
        only = "line_new" if old is None else "line_old"
        return context.words("bank_diff", only, line=new or old) if new or old else ""
    return context.words("bank_diff", "lines", old=old, new=new)


def spelled(node: Node | None) -> str:
    """A value in one line, much as a bank spells it; of what has a name, its name."""
    if node is None:
        return ""
    return masked(title_of(node) or flow(node.plain))


def flow(plain: Any) -> str:  # noqa: ANN401 - plain data
    """Plain data as YAML writes it in one line."""
    if isinstance(plain, Mapping):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in plain.items()) + "}"
    if isinstance(plain, list):
        parts = [flow(one) for one in plain]
        return parts[0] if len(parts) == 1 and not parts[0].startswith("{") else f"[{', '.join(parts)}]"
    return str(plain).lower() if isinstance(plain, bool) else str(plain).strip()


def verdict(diff: Diff) -> Iterator[str]:
    """What it comes to, and whether the version says so."""
    counts = {weight: sum(one.weight == weight for one in diff.changes) for weight in WEIGHTS}
    if not diff.changes:
        yield context.words("bank_diff", "nothing")
        return
    parts = [context.words("bank_diff", f"count_{weight}", n=n) for weight, n in reversed(counts.items()) if n]
    yield context.words("bank_diff", f"is_{diff.weight}", counts=context.words("check", "comma").join(parts))
    if diff.said is None:
        yield context.words("bank_diff", "no_promise" if diff.old.released else "no_promise_draft")
    elif not diff.fits:
        yield context.words("bank_diff", f"says_{diff.said}", old=diff.old.version, new=diff.new.version)


def head(diff: Diff) -> str:
    """Which two files."""
    old, new = diff.old, diff.new
    files = {"old_file": old.source.file, "new_file": new.source.file}
    return context.words("bank_diff", "head", name=new.called, old=old.version, new=new.version, **files)


def as_text(diff: Diff) -> str:
    """For a terminal."""
    return "\n".join(printable(line) for line in _text(diff))


def _text(diff: Diff) -> Iterator[str]:
    columns = min(WIDEST, shutil.get_terminal_size().columns)
    yield from fold(head(diff), columns)
    for line in verdict(diff):
        yield from fold(line, columns)
    for block in blocks(diff):
        yield ""
        yield from fold(f"{block.heading}  {block.title}".rstrip(), columns, "", "  ")
        for one in block.changes:
            yield from fold(_said(one), columns, "  ", "    ")
            for mark, value in (("-", one.old), ("+", one.new)):
                if value:
                    yield from fold(value.replace("\n", " "), columns, f"      {mark} ", "        ")


def _said(one: Told) -> str:
    """A change in one line."""
    key = "change" if one.field else "change_whole"
    values = {"weight": one.weight, "what": one.what, "field": one.field, "why": one.why, "lines": one.lines}
    return context.words("bank_diff", key, **values).rstrip()


def as_markdown(diff: Diff) -> str:
    """For a pull request."""
    lines = [f"## {escape(head(diff))}", "", *(escape(line) for line in verdict(diff))]
    for block in blocks(diff):
        lines += ["", f"### {escape(f'{block.heading}  {block.title}'.rstrip())}", ""]
        for one in block.changes:
            lines.append(f"- {escape(_said(one))}")
            lines += [f"    - {mark} {escape(value)}" for mark, value in (("−", one.old), ("+", one.new)) if value]
    return printable("\n".join(lines))


def escape(text: str) -> str:
    """A text that Markdown shows as it is."""
    return " ".join(text.split()).translate(_MARKDOWN)


def as_plain(diff: Diff) -> dict[str, Any]:
    """For programs."""
    sides = {
        name: {"version": side.version, "status": side.value.status, "file": side.source.file, "digest": side.digest}
        for name, side in (("old", diff.old), ("new", diff.new))
    }
    changes = [_plain(one, diff) for one in diff.changes]
    whole = {"kind": diff.new.kind, "name": diff.new.name, **sides, "weight": diff.weight}
    return {"pia_bank_diff": 1, **whole, "version_says": diff.said, "fits": diff.fits, "changes": changes}


def _plain(one: Weighed, diff: Diff) -> dict[str, Any]:
    change = one.change
    return {
        "key": list(change.key),
        "kind": change.pattern,
        "language": change.language or None,
        "what": change.what,
        "weight": one.weight,
        "reason": one.reason,
        "why": REASONS[one.reason][context.language()],
        "old": change.old.plain if change.old is not None else None,
        "new": change.new.plain if change.new is not None else None,
        "old_line": line_of(change.old, diff, new=False),
        "new_line": line_of(change.new, diff, new=True),
    }
