"""A review meeting: its agenda frozen, each act in the minutes and in the assessment as it happens.

The minutes are the log: an act is written there first, with what it changes and what stood there before. If the program
is stopped before the assessment is saved, the next start carries on what is missing; where somebody else has changed
the same place meanwhile, theirs stays and it is told. It knows no terminal.
"""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tsukuba_pia.change.carried import carried
from tsukuba_pia.diagnostics import START, Diagnostic
from tsukuba_pia.files import Changed as FileChanged
from tsukuba_pia.files import save
from tsukuba_pia.lint.engine import check_minutes
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.minutes import Act, Attendant, Edit, Entry, Minutes, Recorded, State, Task, kind_of
from tsukuba_pia.model.profile import BODIES, Panel
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.agenda import OPINION
from tsukuba_pia.work.interview import REFUSED, TRIES, Outcome
from tsukuba_pia.work.meeting_edits import edited, edits_of
from tsukuba_pia.work.meeting_items import entries_of
from tsukuba_pia.work.meeting_objections import objections
from tsukuba_pia.work.minutes import context_of, lone_surrogate, plain_of, save_minutes, save_page, text_of
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.yaml_source import contents, parse

if TYPE_CHECKING:
    from filelock import FileLock

    from tsukuba_pia.model.result import ScoreResult

REPLIED = ("comment", "dissent")
NOT_CARRIED = "PIA534"
SAID_HERE = ("comment", "dissent", "override")  # what a meeting itself brings up is talked about next time


@dataclass(frozen=True, slots=True)
class Topic:
    """An item as the meeting sees it now."""

    number: int
    item: Entry
    settled: bool  # it is not on the agenda any more
    changed: bool = False  # its facts are not what they were when it came onto the agenda

    @property
    def key(self) -> str:
        """A name that stays."""
        return self.item.key

    @property
    def state(self) -> State:
        """How far the meeting is with it."""
        return self.item.state

    @property
    def acts(self) -> tuple[Act, ...]:
        """What was recorded on it."""
        return self.item.acts

    @property
    def added(self) -> bool:
        """Whether it came up during the meeting."""
        return self.item.added


@dataclass(frozen=True, slots=True)
class Summary:
    """What came out of a meeting."""

    decided: tuple[Topic, ...]
    heard: tuple[Topic, ...]
    postponed: tuple[Topic, ...]
    open: tuple[Topic, ...]
    tasks: tuple[Task, ...]


class Meeting:
    """One meeting on one assessment. Whoever has it holds its lock, until `leave` or `close`."""

    def __init__(self, opened: Opened, minutes: Minutes, file: Path, raw: bytes | None, lock: "FileLock") -> None:
        """Take minutes that lie in a file, or are about to."""
        self._take(opened)
        self.minutes = minutes
        self.file = file
        self.findings: tuple[Diagnostic, ...] = ()
        self._raw = raw
        self._lock = lock

    @property
    def page(self) -> Path:
        """Where the minutes lie for people."""
        return self.file.with_suffix(".md")

    @property
    def panel(self) -> Panel | None:
        """Which panel meets."""
        return self.minutes.panel

    @property
    def present(self) -> tuple[Attendant, ...]:
        """Who is there."""
        return self.minutes.present

    @property
    def chair(self) -> Attendant | None:
        """Who leads the meeting."""
        return next((one for one in self.present if one.chair), None)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The items in their order."""
        now = {_lasting(item): item for item in self._now}
        return tuple(
            Topic(number, item, _lasting(item) not in now, _moved(item, now.get(_lasting(item), item)))
            for number, item in enumerate(self.minutes.items, 1)
        )

    def member(self, number: int) -> Attendant | None:
        """Who is there under a number."""
        return self.minutes.attendant(number)

    def barred(self, topic: Topic) -> tuple[Attendant, ...]:
        """Those who are there and have declared a conflict of interest: they take no part in opinions and votes."""
        del topic
        return tuple(one for one in self.present if one.conflict)

    def members(self, topic: Topic) -> tuple[Attendant, ...]:
        """Those who are there and take part."""
        barred = self.barred(topic)
        return tuple(one for one in self.present if one not in barred)

    def forbids(self, kind: str, topic: Topic) -> str:
        """Why a kind of act cannot be recorded here (a key of the labels' section [meeting]), or nothing."""
        if kind == "resolution" and self.panel is None:
            return "forbids_no_panel"
        if kind == "resolution" and self.panel is not None and self.panel.legal_form not in BODIES:
            return "forbids_advisory"
        return "forbids_nothing_to_reply" if kind == "reply" and topic.item.kind not in REPLIED else ""

    def record(self, topic: Topic, act: Act) -> Outcome:
        """Put an act into the minutes and into the assessment, each saved at once.

        Raises:
            Problem: the meeting was left already.
            SaveError: it could not be saved. What the minutes hold is carried on by the next act or the next start.

        """
        if lone := lone_surrogate(plain_of(act)):
            found = Diagnostic(str(self.file), *START, "PIA013", {"character": f"U+{ord(lone):04X}"})
            return Outcome("refused", (found,))
        if not self._lock.is_locked:
            raise Problem("meeting_left", path=self.file)
        self.carry()
        for _ in range(TRIES):
            outcome = self._record(topic, act)
            if outcome is not None:
                return outcome
        raise FileChanged(self.opened.path)

    def _record(self, topic: Topic, act: Act) -> Outcome | None:
        if wrong := self._wrong(topic, act):
            return Outcome("refused", wrong)
        edits = edits_of(act, topic.item, self.minutes, self.opened)
        if any(carried(one, self.opened.source.data) == "other" for one in edits):
            return Outcome("overtaken")
        candidate = self._candidate(edits)
        brought = brought_by(candidate, self.opened)
        if wrong := tuple(one for one in brought if refuses(one, candidate)):
            return Outcome("refused", wrong)
        before = self.minutes
        self._save(_with(before, topic.number, self._recorded(act, edits)))
        if edits:
            try:
                save(self.opened.path, candidate.source.raw, self.opened.source.raw)
            except FileChanged:
                self._save(before)  # not said after all: it is worked out again on what stands there now
                return self._overtaken(edits)
        self._take(candidate)
        self._save(self._with_new_topics(self._settled()))
        save_page(self.page, self.minutes, self.opened)
        return Outcome("saved", brought)

    def _recorded(self, act: Act, edits: tuple[Edit, ...] = ()) -> Recorded:
        day = self.opened.as_of if self.opened.as_of != self.minutes.on else None
        return Recorded(**{kind_of(act): act}, on=day, edits=edits, pending=bool(edits))  # type: ignore[arg-type]  # by its kind

    def _wrong(self, topic: Topic, act: Act) -> tuple[Diagnostic, ...]:
        """What the rules about meetings say against an act."""
        minutes = _with(self.minutes, topic.number, self._recorded(act))
        source = parse(text_of(minutes).encode(), str(self.file))
        if read_shape(Minutes, source) is None:
            return tuple(source.diagnostics)
        path = ("items", topic.number - 1, "recorded", len(topic.acts), kind_of(act))
        brought = more_than(self._checked(minutes), self._checked(self.minutes))
        found = [*brought, *objections(act, path, source, self.opened)]
        return tuple(one for one in found if one.level == "error" and one.code != NOT_CARRIED)

    def _checked(self, minutes: Minutes) -> tuple[Diagnostic, ...]:
        """What the rules say of minutes as their file holds them."""
        source = parse(text_of(minutes).encode(), str(self.file))
        return tuple(check_minutes(context_of(minutes, source, self.opened, minutes.items)))

    def _candidate(self, edits: tuple[Edit, ...]) -> Opened:
        return candidate_of(self.opened, edits)

    def _overtaken(self, edits: tuple[Edit, ...]) -> Outcome | None:
        """Another wrote the assessment: None where the places of these changes are as they were."""
        theirs = open_assessment(self.opened.path, self.opened.as_of)
        if not theirs.usable:
            return Outcome("unreadable", tuple(one for one in theirs.diagnostics if one.level == "error"))
        self._take(theirs)
        return None if all(carried(one, theirs.source.data) != "other" for one in edits) else Outcome("overtaken")

    def carry(self) -> None:
        """Put into the assessment what the minutes hold and it lacks. What others put there stays: `findings`."""
        if not any(one.pending for item in self.minutes.items for one in item.recorded):
            return
        self.refresh()
        now = self.opened
        for edit in (
            one for item in self.minutes.items for said in item.recorded if said.pending for one in said.edits
        ):
            now = with_edit(now, edit)
        if now is not self.opened:
            save(self.opened.path, now.source.raw, self.opened.source.raw)
            self._take(now)
        self._save(self._settled())
        self.findings = tuple(one for one in self._checked(self.minutes) if one.code == NOT_CARRIED)

    def _settled(self) -> Minutes:
        """The minutes where what stands in the assessment is pending no more."""
        data = self.opened.source.data
        items = tuple(
            replace(item, recorded=tuple(
                replace(one, pending=one.pending and any(carried(edit, data) != "done" for edit in one.edits))
                for one in item.recorded
            ))
            for item in self.minutes.items
        )  # fmt: skip
        return replace(self.minutes, items=items)

    def refresh(self) -> bool:
        """Take in what others wrote into the assessment; False, and all as before, where it cannot be read now."""
        with suppress(OSError):
            if contents(self.opened.path) == self.opened.source.raw:
                return True
        theirs = open_assessment(self.opened.path, self.opened.as_of)
        if theirs.usable:
            self._take(theirs)
        return theirs.usable

    def close(self) -> None:
        """End the meeting."""
        self.carry()
        self._save(replace(self.minutes, ended=True))
        save_page(self.page, self.minutes, self.opened)
        self.leave()

    def leave(self) -> None:
        """Leave it as it is, to go on another time."""
        self._lock.release()

    def summary(self) -> Summary:
        """What came out of it so far."""

        def those(state: State) -> tuple[Topic, ...]:
            return tuple(one for one in self.topics if one.state == state)

        return Summary(those("decided"), those("heard"), those("postponed"), those("open"), self.minutes.tasks)

    def _save(self, minutes: Minutes) -> None:
        self._raw = save_minutes(self.file, minutes, self._raw)
        self.minutes = minutes

    def _take(self, opened: Opened) -> None:
        self.opened = opened
        self.result: ScoreResult = opened.score()
        self._now = entries_of(opened)  # worked out once: a meeting asks for it at every key

    def keep(self) -> None:
        """Put the minutes and their page where they belong."""
        self._save(self.minutes)
        save_page(self.page, self.minutes, self.opened)

    def bring_up(self) -> None:
        """Put what has come up since onto the agenda."""
        more = self._with_new_topics(self.minutes)
        if more != self.minutes:
            self._save(more)

    def _with_new_topics(self, minutes: Minutes) -> Minutes:
        known = {item.key for item in minutes.items}
        new = [one for one in self._now if one.key not in known and one.kind not in SAID_HERE]
        return replace(minutes, items=(*minutes.items, *(replace(one, added=True) for one in new)))


def candidate_of(opened: Opened, edits: tuple[Edit, ...]) -> Opened:
    """The assessment as it would be with these changes. Raises Problem where a place cannot be edited."""
    text = edited(opened.source, edits, opened)
    return open_assessment(opened.path, opened.as_of, raw=text.encode())


def with_edit(opened: Opened, edit: Edit) -> Opened:
    """The assessment with a change that it still lacks; as it was where the change is impossible by now.

    Minutes lie open to everybody, and banks move on: what nobody could record today is not carried on either.
    """
    if carried(edit, opened.source.data) != "open":
        return opened
    try:
        candidate = candidate_of(opened, (edit,))
    except Problem:
        return opened
    refused = any(refuses(one, candidate) for one in brought_by(candidate, opened))
    return opened if refused or not candidate.usable else candidate


def _lasting(item: Entry) -> tuple[str, ...]:
    """By what an item is known again: an opinion by its words, for its number is only the place that it has now."""
    return (item.kind, str(item.who), str(item.what)) if item.id.startswith(OPINION) else (item.key,)


def _moved(then: Entry, now: Entry) -> bool:
    return (then.levels, then.reasons, then.due) != (now.levels, now.reasons, now.due)


def _with(minutes: Minutes, number: int, recorded: Recorded) -> Minutes:
    items = list(minutes.items)
    item = items[number - 1]
    items[number - 1] = replace(item, recorded=(*item.recorded, recorded))
    return replace(minutes, items=tuple(items))


def brought_by(candidate: Opened, before: Opened) -> tuple[Diagnostic, ...]:
    """What is found in the assessment only since it was changed."""
    return more_than(candidate.diagnostics, before.diagnostics)


def more_than(found: Iterable[Diagnostic], before: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is found that was not before, wherever it stands now; of several alike, those that are more."""
    known = Counter((one.code, *sorted(one.args.items())) for one in before)
    brought = []
    for one in found:
        key = (one.code, *sorted(one.args.items()))
        known[key] -= 1
        brought += [one] if known[key] < 0 else []
    return tuple(brought)


def refuses(one: Diagnostic, candidate: Opened) -> bool:
    """Whether a change is not made because of what it brings: no answer may be so, or nothing can be scored."""
    return one.level == "error" and (not candidate.usable or one.code.startswith(REFUSED))
