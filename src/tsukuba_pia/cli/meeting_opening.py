"""How a meeting begins: which body, who is here, who has a conflict of interest; or where the last one stopped."""

from typing import Any

from tsukuba_pia.cli import context
from tsukuba_pia.cli.asking import tell_findings
from tsukuba_pia.cli.context import in_line
from tsukuba_pia.cli.meeting_view import called
from tsukuba_pia.cli.prompts import Entry, choose, choose_several, show
from tsukuba_pia.labels import labels
from tsukuba_pia.model.text import printable
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.meeting import Meeting
from tsukuba_pia.work.meeting_start import begin, unfinished
from tsukuba_pia.work.minutes import panels_of
from tsukuba_pia.work.opening import Opened

NO_PANEL, NO_CHAIR = "", 0


def opened_meeting(opened: Opened) -> Meeting:
    """The meeting that was not ended, taken up again; else a new one.

    Raises:
        Problem: another process holds it, or nobody is in the team.

    """
    meeting = unfinished(opened)
    if meeting is not None:
        show(_w("resumed", day=meeting.file.stem, path=meeting.file))
        tell_findings(meeting.findings)
    else:
        show(_w("title", title=in_line(opened.assessment.title if opened.assessment else "")), style="bold")
        panel = _panel(opened)
        present = _present(opened)
        meeting = begin(opened, present, _chair(opened, present), panel or None)
        show(_w("begun", path=meeting.file), style="dim")
    _tell(meeting)
    return meeting


def _panel(opened: Opened) -> str:
    panels = panels_of(opened)
    if not panels:
        return NO_PANEL
    entries = [
        Entry(one.id, _w("panel_named", name=in_line(one.name), form=_minutes("forms", one.legal_form)))
        for one in panels
    ]
    chosen: str = choose(_w("prompt_panel"), [*entries, Entry(NO_PANEL, _w("no_panel"))], ())
    return chosen


def _present(opened: Opened) -> tuple[int, ...]:
    team = opened.assessment.team if opened.assessment else ()
    if not team:
        raise Problem("no_team", path=opened.path)
    names = [_member(opened, number) for number in range(1, len(team) + 1)]
    entries = [Entry(str(number), name) for number, name in enumerate(names, 1)]
    return tuple(map(int, choose_several(_w("prompt_present"), entries, [one.value for one in entries])))


def _chair(opened: Opened, present: tuple[int, ...]) -> int | None:
    entries = [Entry(number, _member(opened, number)) for number in present]
    chosen = choose(_w("prompt_chair"), entries, [Entry(NO_CHAIR, _w("no_chair"), "n")]) if entries else NO_CHAIR
    return int(chosen) or None


def _member(opened: Opened, number: int) -> str:
    """A member of the team with the part that they have in it."""
    assert opened.assessment is not None  # noqa: S101 - usable
    one = opened.assessment.team[number - 1]
    word = in_line(one.post) or in_line(one.organisation) or printable(one.name or one.role)
    role = labels(context.language())["meeting"]["roles"].get(one.role, one.role)
    return _w("member", number=number, word=word, role=printable(role))


def _tell(meeting: Meeting) -> None:
    """The body in words, who is here, and who has to declare what."""
    if meeting.panel is not None:
        show(_w("panel", name=in_line(meeting.panel.name)))
        show(_minutes("form_notes", meeting.panel.legal_form))
    else:
        show(_minutes("no_panel"))
    show(_w("present"))
    for one in meeting.present:
        who = called(one, meeting.present)
        show(_w("chairs", who=who) if one.chair else who, first="  ", rest="    ")
    conflicts = [one for one in meeting.present if one.conflict]
    show(context.words("review", "conflicts" if conflicts else "no_conflicts"))
    for one in conflicts:
        show(_w("conflict", who=called(one, meeting.present), why=in_line(one.conflict)), first="  ", rest="    ")


def _minutes(*keys: str) -> str:
    """Words of the minutes: a meeting speaks of its form as they do."""
    found: Any = labels(context.language())["minutes"]
    for key in keys:
        found = found[key]
    return str(found)


def _w(key: str, **values: object) -> str:
    return context.words("meeting", key, **values)
