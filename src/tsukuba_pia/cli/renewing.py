"""`pia new --from OLD`: the next assessment beside the one before, never over a file."""

import re
import shutil
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.files import save
from tsukuba_pia.fold import fold
from tsukuba_pia.load.assessment import FILE
from tsukuba_pia.model.text import printable, words
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.renewing import Renewed, ToDo, next_name, renew

WIDEST = 100
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,80}\Z")


def run(old: str, name: str, title: str, folder: str | None, *, dry: bool) -> int:
    """Make the next assessment after `old`."""
    opened = usable(old, context.today())
    assert opened.assessment is not None  # noqa: S101 - it is usable
    called = name or next_name(opened.assessment.assessment, context.today())
    if not _NAME.match(called) or called == opened.assessment.assessment:
        raise Problem("renewed_name", name=called)
    place = (Path(folder) if folder else opened.path.parent.parent) / called
    if place.exists():
        raise Problem("renewed_exists", path=place)
    done = renew(opened, place, called, printable(title))
    if not dry:
        _write(done, opened)
    _tell(done, opened, dry=dry)
    return 0


def _write(done: Renewed, opened: Opened) -> None:
    """The evidence first: an assessment that lists it finds it."""
    done.place.mkdir(parents=True)
    for item in done.evidence:
        copy = done.place / item
        copy.parent.mkdir(parents=True, exist_ok=True)
        save(copy, (opened.path.parent / item).read_bytes(), None)
    save(done.place / FILE, done.text.encode("utf-8", "surrogatepass"), None)
    _schema(open_assessment(done.place / FILE, opened.as_of, rules=False))


def _schema(opened: Opened) -> None:
    """The schema that the editor looks for, made for exactly these banks; the tool's own, so git ignores it."""
    import json  # noqa: PLC0415

    from tsukuba_pia.exchange.json_schema import assessment_schema  # noqa: PLC0415 - heavy

    if opened.questionnaire is None or opened.assessment is None:
        return
    room = opened.path.parent / ".pia"
    room.mkdir(exist_ok=True)
    text = json.dumps(assessment_schema(opened.questionnaire, opened.assessment.language), ensure_ascii=False, indent=2)
    (room / "assessment.schema.json").write_text(f"{text}\n", encoding="utf-8")


def _tell(done: Renewed, opened: Opened, *, dry: bool) -> None:
    assert opened.assessment is not None  # noqa: S101 - it is usable
    columns = min(WIDEST, shutil.get_terminal_size().columns)
    lines = [context.words("new_from", "would" if dry else "made", path=done.place, old=opened.assessment.assessment)]
    if done.evidence:
        lines.append(context.words("new_from", "copied", count=len(done.evidence)))
    lines.append(context.words("new_from", "to_do"))
    for number, one in enumerate(done.to_do, 1):
        lines.append(f"{number:3}. {_said(one, opened)}")
    lines.append(context.words("new_from", "then", path=done.place))
    for line in lines:
        for folded in fold(printable(line), columns, "", "     " if line[:3].strip().isdigit() else "  "):
            context.tell(folded)


def _said(one: ToDo, opened: Opened) -> str:
    args = dict(one.args)
    if "question" in args and opened.questionnaire is not None:
        asked = opened.questionnaire.questions.get(args["question"])
        if asked is not None:
            text = " ".join(words(asked.question.text, context.language()).split())
            args["question"] = f"{text} ({args['question']})"
    if one.key == "title" and opened.assessment is not None:
        args["title"] = context.in_line(opened.assessment.title)
    if "state" in args:
        args["state"] = context.words("score", f"state_{args['state']}")
    if "parts" in args:
        named = [context.words("diff", f"part_{part}") for part in args["parts"].split()]
        args["parts"] = context.words("check", "comma").join(named)
    return context.words("new_from", one.key, **args)
