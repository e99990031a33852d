"""`pia verify`: tells what differs from what was signed, question by question."""

import json
from collections.abc import Iterator
from typing import Any

from tsukuba_pia.change.compare import Change
from tsukuba_pia.change.tree import Node
from tsukuba_pia.cli import context
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.lint.words import WORDS, message_of
from tsukuba_pia.model.text import escaped, printable, say
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.verifying import Differs, Verified, verify

LONGEST = 60


def run(file: str, as_of: str, *, rescore: bool, as_json: bool) -> int:
    """Tell; 1 where something differs."""
    opened = usable(file, as_of)
    found = verify(opened, rescore=rescore)
    if as_json:
        context.tell(escaped(json.dumps(_plain(found), ensure_ascii=False, indent=2)))
    else:
        for line in _lines(opened, found):
            context.tell(printable(line))
    return 0 if found.same else 1


def _plain(found: Verified) -> dict[str, Any]:
    """One document, versioned."""
    return {
        "pia_verify": 1,
        "sign_off": found.last.folder,
        "same": found.same,
        "problems": [{"folder": one, "problem": two.lstrip("@"), "name": three} for one, two, three in found.problems],
        "changes": [{"at": one.spelled, "what": one.what, "was": _value(one.old), "now": _value(one.new)}
                    for one in found.changes],
        "evidence": [{"file": one.name, "what": one.what} for one in found.evidence],
        "banks": [{"file": one.name, "what": one.what} for one in found.banks],
        "due": [{"code": one.code, "line": one.line, **one.args} for one in found.due],
        "levels": None if found.levels is None else [
            {"level": one.name, "signed": one.was, "now": one.what} for one in found.levels
        ],
    }  # fmt: skip


def _value(node: Node | None) -> Any:  # noqa: ANN401 - plain data
    return None if node is None else node.plain


def _lines(opened: Opened, found: Verified) -> Iterator[str]:
    words, language = context.words, context.language()
    yield words("verify", "head", folder=found.last.folder)
    for folder, problem, name in found.problems:
        yield "  " + words("verify", "problem", folder=folder, problem=WORDS[problem][language], name=name)
    if found.changes:
        yield words("verify", "changes", count=len(found.changes))
        yield from (f"  {_change(opened, one)}" for one in found.changes)
    yield from _files("evidence", found.evidence)
    yield from _files("banks", found.banks)
    if found.due:
        yield words("verify", "due")
        yield from (f"  {one.code} {message_of(one, language)}" for one in found.due)
    if found.levels is not None:
        yield words("verify", "levels_differ" if found.levels else "levels_same")
        for one in found.levels:
            yield "  " + words("verify", "level", level=one.name, was=one.was, now=one.what)
    yield words("verify", "same" if found.same else "differs")


def _files(key: str, found: tuple[Differs, ...]) -> Iterator[str]:
    if found:
        yield context.words("verify", key)
        yield from (f"  {one.name}: {context.words('verify', f'what_{one.what}')}" for one in found)


def _change(opened: Opened, change: Change) -> str:
    """Where, and what it was and is; of an answer with its question."""
    assert opened.questionnaire is not None  # noqa: S101 - it is usable
    was, now = _short(change.old), _short(change.new)
    line = f"{change.spelled}: {was} → {now}"
    asked = opened.questionnaire.questions.get(change.key[1]) if change.key[0] == "answers" and change.key[1:] else None
    return line if asked is None else f"{line}  ({say(asked.question.text, context.language()).words})"


def _short(node: Node | None) -> str:
    if node is None:
        return "-"
    said = node.plain if isinstance(node.plain, str) else json.dumps(node.plain, ensure_ascii=False)
    said = " ".join(said.split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
