"""`pia verify`: tells what differs from what was signed, question by question."""

import json
from collections.abc import Iterator
from typing import Any

from tsukuba_pia.change.compare import Change
from tsukuba_pia.change.tree import Node
from tsukuba_pia.cli import context
from tsukuba_pia.cli.asking import shown_value
from tsukuba_pia.cli.diff_words import ANSWER, ANSWERS
from tsukuba_pia.cli.folding import tell_folded
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.my_number import masked
from tsukuba_pia.lint.words import WORDS, message_of
from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.result import NONE
from tsukuba_pia.model.text import escaped, say
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.verifying import Differs, Verified, verify

LONGEST = 60


def run(file: str, as_of: str, *, rescore: bool, as_json: bool) -> int:
    """Tell; 1 where something differs."""
    opened = usable(file, as_of)
    found = verify(opened, rescore=rescore)
    if as_json:
        context.tell(escaped(json.dumps(_plain(opened, found), ensure_ascii=False, indent=2)))
    else:
        tell_folded(_lines(opened, found))
    return 0 if found.same else 1


def _plain(opened: Opened, found: Verified) -> dict[str, Any]:
    """One document, versioned."""
    return {
        "pia_verify": 1,
        "as_of": opened.as_of,
        "sign_off": found.last.folder,
        "same": found.same,
        "problems": [{"folder": one, "problem": two.lstrip("@"), "name": three} for one, two, three in found.problems],
        "changes": [{"at": one.spelled, "what": one.what, "was": _value(one.old), "now": _value(one.new)}
                    for one in found.changes],
        "evidence": [{"file": one.name, "what": one.what} for one in found.evidence],
        "banks": [{"file": one.name, "what": one.what} for one in found.banks],
        "due": [{"code": one.code, "line": one.line, **_spoken(one)} for one in found.due],
        "unsealed": list(found.unsealed),
        "levels": None if found.levels is None else [
            {"level": one.name, "signed": one.was, "now": one.what} for one in found.levels
        ],
    }  # fmt: skip


def _spoken(found: Diagnostic) -> dict[str, str]:
    """What a finding speaks of, by ids: the words for them are for people."""
    return {name: value for name, value in found.args.items() if "@" not in name}


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
            was, now = (level_named(opened, level) for level in (one.was, one.what))
            yield "  " + words("verify", "level", level=_moment(one.name), was=was, now=now)
    for folder in found.unsealed:
        yield words("verify", "unsealed", folder=folder)
    if found.only_due:
        yield words("verify", "only_due", n=len(found.due))
    else:
        yield words("verify", "same" if found.same else "differs")


def level_named(opened: Opened, level: str) -> str:
    """A level's word; what no method of today has stays as it is."""
    assert opened.questionnaire is not None  # noqa: S101 - it is usable
    named = {one.id: one.label for one in opened.questionnaire.method.levels}
    if level == NONE:
        return context.words("score", "none")
    return say(named[level], context.language()).words if level in named else level


def _moment(name: str) -> str:
    """What a sign-off's level is of; or the file that could not be scored."""
    named: dict[str, str] = labels(context.language())["verify"]
    return named.get(f"level_{name}", name)


def _files(key: str, found: tuple[Differs, ...]) -> Iterator[str]:
    if found:
        yield context.words("verify", key)
        yield from (f"  {one.name}: {context.words('verify', f'what_{one.what}')}" for one in found)


def _change(opened: Opened, change: Change) -> str:
    """Where, and what it was and is; of an answer with its question and in words."""
    assert opened.questionnaire is not None  # noqa: S101 - it is usable
    part, name, *fields = *change.key, ""
    asked = opened.questionnaire.questions.get(name) if part == ANSWERS else None
    if asked is None:
        return f"{change.spelled}: {_short(change.old)} → {_short(change.new)}"
    field = fields[0] or ANSWER
    called = "" if field == ANSWER else f" {labels(context.language())['diff'].get(f'field_{field}', field)}"
    was, now = (_answer(asked.question, one) if field == ANSWER else _short(one) for one in (change.old, change.new))
    return f"{say(asked.question.text, context.language()).words} ({name}){called}: {was} → {now}"


def _answer(question: Question, node: Node | None) -> str:
    """An answer by the words of its options."""
    plain = node.plain if node is not None else None
    value = plain.get(ANSWER) if isinstance(plain, dict) else plain
    value = tuple(value) if isinstance(value, list) else value
    if value is None:
        return "-"
    return _cut(shown_value(question, value, context.language()))


def _short(node: Node | None) -> str:
    if node is None:
        return "-"
    said = node.plain if isinstance(node.plain, str) else json.dumps(node.plain, ensure_ascii=False)
    return _cut(said)


def _cut(said: str) -> str:
    """In one line, the first words of a long text; never a My Number."""
    said = masked(" ".join(said.split()))
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
