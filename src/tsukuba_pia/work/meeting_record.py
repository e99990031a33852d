"""A meeting that was written down elsewhere: all of it is looked at first, then each act is recorded as in the room."""

from collections.abc import Iterator
from dataclasses import dataclass

from tsukuba_pia.diagnostics import Diagnostic, has_errors, in_order
from tsukuba_pia.lint.engine import check_minutes
from tsukuba_pia.load.minutes import load_minutes
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.minutes import Act, Entry, Minutes, Record, kind_of
from tsukuba_pia.model.text import words
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.meeting import Meeting, Topic, brought_by, refuses
from tsukuba_pia.work.meeting_edits import edited, edits_of
from tsukuba_pia.work.meeting_items import entries_of
from tsukuba_pia.work.meeting_objections import objections
from tsukuba_pia.work.meeting_start import begin, unfinished
from tsukuba_pia.work.minutes import attendants, context_of, panels_of
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.yaml_fragment import inline
from tsukuba_pia.yaml_source import Source


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a record: what is wrong with it, or the meeting and how many acts were new."""

    findings: tuple[Diagnostic, ...] = ()
    meeting: Meeting | None = None
    new: int = 0


def record_meeting(opened: Opened, source: Source) -> Done:
    """Record a whole meeting from a file. Nothing is written where anything in it is wrong; twice is as once.

    Raises:
        Problem: nobody is present, another process holds a meeting.
        SaveError: it could not be saved; the same call goes on where it stopped.

    """
    record = read_shape(Record, source)
    if record is None:
        return Done(in_order(source.diagnostics))
    held = _held(opened, record)
    items = tuple(_item(one.item, held.items if held else entries_of(opened)) for one in record.items)
    found = check_minutes(context_of(record, source, opened, items))
    if not has_errors(found):
        found = in_order([*found, *_refused(opened, record, items, source)])
    if has_errors(found):
        return Done(found)
    if held is not None and held.ended and not list(_new(record, held.items)):
        return Done(found)
    meeting = _meeting(opened, record)
    try:
        return _recorded(meeting, record, found)
    finally:
        meeting.leave()


def _meeting(opened: Opened, record: Record) -> Meeting:
    """A new meeting, or the one that stopped in the middle of this very record."""
    meeting = unfinished(opened)
    if meeting is None:
        return begin(opened, record.present, record.chair, record.panel)
    minutes = meeting.minutes
    known = all(_item(one.item, minutes.items) is not None for one in record.items)
    if minutes.on != opened.as_of or not _same_people(minutes, record) or not known:
        meeting.leave()
        raise Problem("meeting_unfinished", on=minutes.on, path=meeting.file)
    return meeting


def _same_people(minutes: Minutes, record: Record) -> bool:
    panel = minutes.panel.id if minutes.panel is not None else None
    return {one.number for one in minutes.present} == set(record.present) and panel == (record.panel or None)


def _recorded(meeting: Meeting, record: Record, found: tuple[Diagnostic, ...]) -> Done:
    count = 0
    for name, act in list(_new(record, meeting.minutes.items)):
        topic = _topic(meeting, name)
        outcome = meeting.record(topic, act) if topic is not None else None
        if outcome is None or outcome.kind != "saved":
            return Done((*found, *(outcome.findings if outcome else ())), meeting, count)
        count += 1
    meeting.close()
    return Done(found, meeting, count)


def _held(opened: Opened, record: Record) -> Minutes | None:
    """The minutes of this day that hold what is recorded already, of a meeting of the same people."""
    same = [
        one.minutes for one in load_minutes(opened.path.parent)
        if one.minutes is not None and one.minutes.on == opened.as_of
        and _same_people(one.minutes, record)
    ]  # fmt: skip
    return same[-1] if same else None


def _new(record: Record, items: tuple[Entry, ...]) -> Iterator[tuple[str, Act]]:
    """The acts that the minutes do not hold yet."""
    for one in record.items:
        item = _item(one.item, items)
        known = list(item.acts) if item is not None else []
        for recorded in one.recorded:
            for act in recorded.acts:
                if act in known:
                    known.remove(act)
                else:
                    yield one.item, act


def _item(name: str, items: tuple[Entry, ...]) -> Entry | None:
    """The item of a name: `kind:id`, or the id where only one item has it."""
    fits = [one for one in items if name == one.key] or [one for one in items if one.id and name == one.id]
    return fits[0] if len(fits) == 1 else None


def _topic(meeting: Meeting, name: str) -> Topic | None:
    item = _item(name, meeting.minutes.items)
    return next((one for one in meeting.topics if one.item == item), None) if item is not None else None


def _refused(opened: Opened, record: Record, items: tuple[Entry | None, ...], source: Source) -> Iterator[Diagnostic]:
    """What no answer may be, at its place in the record; each act is tried on what those before it leave."""
    assert opened.assessment is not None  # noqa: S101 - usable
    held = _trial(opened, record)
    now = opened
    for number, (one, item) in enumerate(zip(record.items, items, strict=True)):
        for place, recorded in enumerate(one.recorded):
            for act in recorded.acts if item is not None else ():
                edits = edits_of(act, item, held, now) if item is not None else ()
                try:
                    text = edited(now.source, edits, now)
                except Problem:
                    continue
                later = open_assessment(opened.path, opened.as_of, raw=text.encode())
                wrong = [found for found in brought_by(later, now) if refuses(found, later)]
                path = ("items", number, "recorded", place, kind_of(act))
                yield from objections(act, path, source, now)
                at = source.position(path[:-1])
                yield from (Diagnostic(source.file, *at, found.code, found.args, found.level) for found in wrong)
                now = later if not wrong else now


def _trial(opened: Opened, record: Record) -> Minutes:
    """Minutes that are never written, so that changes can be worked out."""
    assessment = opened.assessment
    assert assessment is not None  # noqa: S101 - usable
    panel = next((one for one in panels_of(opened) if one.id == record.panel), None)
    there = attendants(opened, record.present, record.chair)
    return Minutes(
        assessment.assessment, 1, opened.as_of, assessment.language, assessment.title, "", "", {}, {}, there, 1, panel
    )


def form_of(opened: Opened) -> Iterator[str]:
    """A record to be filled in: who could be present, every item of the agenda, each kind of act as an example."""
    assessment = opened.assessment
    assert assessment is not None  # noqa: S101 - usable
    language = assessment.language
    yield f"record: {inline(assessment.assessment)}"
    yield "format: 1"
    yield f"on: {opened.as_of}"
    names = ", ".join(inline(one.id) for one in panels_of(opened))
    yield f"panel: null{f'  # {names}' if names else ''}"
    for number, one in enumerate(assessment.team, 1):
        name = one.name or words(one.organisation, language) or words(one.post, language) or one.role
        yield f"# {number}: {_one_line(name)}"
    yield f"present: [{', '.join(str(number) for number in range(1, len(assessment.team) + 1))}]"
    yield "chair: null"
    yield "items:"
    for item in entries_of(opened):
        yield f"  # {_one_line(words(item.what, language))}"
        yield f"  - item: {inline(item.key)}"
        yield "    recorded: []"
    yield "# - opinion: {member: 1, says: …, dissent: false}"
    yield "# - resolution: {says: …, in_favour: [1], against: [], abstained: []}"
    yield "# - decision: {what: …, because: …, post: …, name: …}"
    yield "# - task: {what: …, who: …, by_when: 2027-01-31}"
    yield "# - changed: {question: …, answer: {answer: planned, owner: …, due: 2027-01-31}}"
    yield "# - raised: {risk: …, level: …, because: …, member: 1}"
    yield "# - reply: {done: …, because: …}"
    yield "# - postponed: {because: …}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
