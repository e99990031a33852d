"""`pia review --agenda`: what a meeting has to talk about, with the facts of each item."""

import json
import shutil
from collections.abc import Iterator
from typing import Any

from tsukuba_pia.cli import context
from tsukuba_pia.cli.context import in_line
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.fold import fold
from tsukuba_pia.model.assessment import Member
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import escaped, printable
from tsukuba_pia.work.agenda import Agenda, Item, agenda_of

WIDEST = 100


def run(file: str, as_of: str, *, as_json: bool) -> None:
    """Print the agenda of an assessment's review."""
    opened = usable(file, as_of)
    assert opened.assessment is not None  # noqa: S101 - `usable`
    assert opened.questionnaire is not None  # noqa: S101
    agenda = agenda_of(opened)
    if as_json:
        whole = {"pia_agenda": 1, "assessment": opened.assessment.assessment, "as_of": opened.as_of, **_plain(agenda)}
        context.tell(escaped(json.dumps(whole, ensure_ascii=False, indent=2)))
        return
    columns = min(WIDEST, shutil.get_terminal_size().columns)
    head = (_w("head", title=in_line(opened.assessment.title), day=opened.as_of), "")
    for text, lead in (head, *_lines(agenda, opened.questionnaire)):
        for line in fold(text, columns, lead, f"{lead}  "):
            context.tell(line)


def _w(key: str, **values: object) -> str:
    return context.words("review", key, **values)


def _lines(agenda: Agenda, questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """Lines with what stands before them."""
    yield "", ""
    yield (_w("conflicts") if agenda.conflicts else _w("no_conflicts")), ""
    for member in agenda.conflicts:
        yield f"{_called(member)}: {in_line(member.conflict)}", "  "
    last = ""
    for number, item in enumerate(agenda.items, 1):
        if item.kind != last:
            yield "", ""
            yield _w(f"kind_{item.kind}"), ""
        last = item.kind
        yield f"{number}. {in_line(item.what)}" + (f" ({item.id})" if item.id else ""), "  "
        yield from ((one, "     ") for one in _facts(item, questionnaire))
    if not agenda.items:
        yield "", ""
        yield _w("nothing"), ""


def _called(member: Member) -> str:
    """A member by post; the name only where there is no other word."""
    return in_line(member.post) or in_line(member.organisation) or printable(member.name or member.role)


def _facts(item: Item, questionnaire: Questionnaire) -> Iterator[str]:
    if item.levels:
        labels = {one.id: in_line(one.label) for one in questionnaire.method.levels}
        before, now, then = (labels.get(one, _w("none")) for one in item.levels)
        yield _w("levels", now=now, before=before, then=then)
    if item.who:
        yield _w("who", who=in_line(item.who))
    if item.due:
        yield _w("due", day=item.due)
    yield from (f"- {in_line(one)}" for one in item.reasons)
    if item.questions:
        yield _w("questions", questions=", ".join(item.questions))
    if item.place:
        yield item.place


def _plain(agenda: Agenda) -> dict[str, Any]:
    """What programs read, in the reader's language."""
    return {
        "conflicts": [{"role": one.role, "post": in_line(one.post), "conflict": in_line(one.conflict)}
                      for one in agenda.conflicts],
        "items": [{
            "number": number, "kind": one.kind, "id": one.id, "what": in_line(one.what), "who": in_line(one.who),
            "due": one.due or None, "reasons": [in_line(reason) for reason in one.reasons],
            "levels": dict(zip(("inherent", "current", "target"), one.levels, strict=True)) if one.levels else None,
            "questions": list(one.questions),
        } for number, one in enumerate(agenda.items, 1)],
    }  # fmt: skip
