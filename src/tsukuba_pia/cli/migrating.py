"""`pia migrate` for people: file by file what would happen, then, with `--write`, that it did."""

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tsukuba_pia.change.migrate import Move, Plan
from tsukuba_pia.cli import context
from tsukuba_pia.cli.diff_words import masked_data
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.files import save
from tsukuba_pia.fold import fold
from tsukuba_pia.lint.my_number import masked
from tsukuba_pia.model.text import escaped, printable, words
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.migrating import Migrated, Unfit, migrate

WIDEST = 100
LOOK = ("unmapped", "ask_again", "removed", "gone", "taken", "risk_removed", "by_hand")  # a person has to look at it
_TO = re.compile(r"(?P<name>[a-z][a-z0-9_-]*)@(?P<version>[0-9]+\.[0-9]+)\Z")


def run(files: Sequence[str], to: Sequence[str], *, write: bool, as_json: bool) -> int:
    """Migrate files: all are worked out before the first is written."""
    wanted = dict(_wanted(to))
    try:
        done = [(name, migrate(Path(name), wanted, context.today())) for name in dict.fromkeys(files)]
    except Unfit as problem:
        _tell_why(problem)
        raise
    for _, one in done:
        if write and one.changed:
            save(one.path, one.text.encode("utf-8", "surrogatepass"), one.before)
    if as_json:
        plain = {"pia_migrate": 1, "written": write, "files": [_plain(name, one) for name, one in done]}
        context.tell(escaped(json.dumps(plain, ensure_ascii=False, indent=2)))
        return 0
    columns = min(WIDEST, shutil.get_terminal_size().columns)
    for name, one in done:
        for depth, text in _lines(name, one, write=write):
            for line in fold(printable(text), columns, "  " * depth, "  " * depth + "  "):
                context.tell(line)
    return 0


def _wanted(to: Sequence[str]) -> Iterator[tuple[str, str]]:
    for one in to:
        found = _TO.match(one)
        if found is None:
            raise Problem("no_bank_version", found=one)
        yield found["name"], found["version"]


def _lines(name: str, done: Migrated, *, write: bool) -> Iterator[tuple[int, str]]:
    if not done.changed:
        yield 0, context.words("migrate", "nothing", path=name)
        return
    yield 0, context.words("migrate", "written" if write else "would", path=name)
    for plan in done.plans:
        for move in plan.moves:
            yield (1 if move.kind == "version" else 2), _said(move)
    looks = sum(move.kind in LOOK or _lost(move) for plan in done.plans for move in plan.moves)
    if looks:
        yield 1, context.words("migrate", "look", n=looks)
    yield 1, context.words("migrate", "then" if write else "dry", path=name)


def _lost(move: Move) -> bool:
    """Whether an answer that was split or merged is to be given anew."""
    return move.kind in ("split", "merged") and "unknown" in move.after and move.before != "unknown"


def _said(move: Move) -> str:
    new = context.words("check", "comma").join(move.new)
    pairs = zip(move.new, move.after, strict=False)
    after = context.words("check", "comma").join(
        f"{name}: {value}" if len(move.new) > 1 else value for name, value in pairs
    )
    if move.kind == "version":
        after = move.after[0]
    why = words(move.why, context.language())
    text = context.words("migrate", move.kind, old=move.old, new=new, before=masked(move.before), after=masked(after))
    return f"{text} {why}".rstrip()


def _plain(name: str, done: Migrated) -> dict[str, Any]:
    return {"file": name, "changed": done.changed, "steps": [_plain_plan(plan) for plan in done.plans]}


def _plain_plan(plan: Plan) -> dict[str, Any]:
    moves = [masked_data(asdict(move)) | {"look": move.kind in LOOK or _lost(move)} for move in plan.moves]
    return {"bank": plan.bank, "version": plan.version, "moves": moves}


def _tell_why(problem: Unfit) -> None:
    say_findings(problem.diagnostics, problem.sources)
