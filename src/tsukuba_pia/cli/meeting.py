"""`pia review` at a terminal: the meeting itself. What is entered is saved before the next thing is asked."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from tsukuba_pia.cli import context, meeting_asking
from tsukuba_pia.cli.asking import tell_findings
from tsukuba_pia.cli.context import in_line
from tsukuba_pia.cli.meeting_opening import opened_meeting
from tsukuba_pia.cli.meeting_trying import try_answers
from tsukuba_pia.cli.meeting_view import answer_of, called, facts, helping, recorded
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.cli.prompts import Entry, choose, paged, show
from tsukuba_pia.model.minutes import Act, Changed
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.agenda import OPINION
from tsukuba_pia.work.meeting import Meeting, Topic

LEAVE = "leave"
MOVING = ("changed", "raised")  # what moves levels: the facts are shown again
Dialog = Callable[[Meeting, Topic], Act | None]

# What can be entered: the key that leads to it, the kind of act (a body's form may forbid it), and who asks for it.
ENTERED: Mapping[str, tuple[str, str, Dialog]] = {
    "opinion": ("o", "opinion", meeting_asking.opinion),
    "reply": ("a", "reply", meeting_asking.reply),
    "resolution": ("v", "resolution", meeting_asking.resolution),
    "decision": ("d", "decision", meeting_asking.decision),
    "task": ("t", "task", meeting_asking.task),
    "change": ("c", "changed", meeting_asking.change),
    "plan": ("p", "changed", meeting_asking.plan),
    "raise": ("r", "raised", meeting_asking.raise_level),
    "postpone": ("l", "postponed", meeting_asking.postpone),
}
HEAD = 5  # lines of an item's heading
QUIET = ("reply",)  # where it cannot be entered, nobody would have looked for it


def run(file: str, as_of: str) -> int:
    """Hold the meeting until its end, or until the person leaves; then tell what came of it."""
    try:
        meeting = opened_meeting(usable(file, as_of, rules=True))
    except EOFError:  # the terminal was closed, or Ctrl-D, before it began
        return 0
    try:
        finished = Room(meeting).run()
        if finished:
            meeting.close()
    except EOFError:
        finished = False
    except KeyboardInterrupt:
        show(_w("resume", path=file))
        raise
    finally:
        meeting.leave()
    paged(_summary(meeting, file, finished=finished))
    return 0


class Room:
    """A panel, one terminal."""

    def __init__(self, meeting: Meeting) -> None:
        """Sit down at a meeting, at the first item that nothing was said on."""
        self.meeting = meeting
        self.entry: tuple[int, str] | None = None  # what was asked for last, and on which item
        waiting = (number for number, one in enumerate(meeting.topics) if one.state == "open")
        self.at = next(waiting, len(meeting.topics))
        self.actions: Mapping[str, Callable[[Topic], None]] = {
            "try": lambda topic: try_answers(self.meeting.opened, topic.item),
            "help": lambda topic: paged(helping(self.meeting.opened, topic.item)),
            "facts": self._show,
            "next": lambda _: self._go(1),
            "back": lambda _: self._go(-1),
        }

    def run(self) -> bool:
        """Take item after item; False where the person left before the end."""
        if 0 < self.at < len(self.meeting.topics):
            show(_w("resumed_at", number=self.meeting.topics[self.at].number))
        shown = None
        while True:
            if self.at >= len(self.meeting.topics):
                if self._ended():
                    return True
                shown = None
                continue
            topic = self.meeting.topics[self.at]
            if shown != self.at:
                self._show(topic)
            shown = self.at
            chosen = self._ask(topic)
            if chosen == LEAVE:
                return False
            if chosen in self.actions:
                self.actions[chosen](topic)
            else:
                self._enter(topic, chosen)

    def _ended(self) -> bool:
        """Whether the meeting is over; else back to its last item. What is not settled is said first."""
        topics = self.meeting.topics
        left = [one for one in topics if one.state == "open"]
        show("")
        if left:
            show(_still_open(left))
        back = [Entry("back", _w("do_back"), "b")] if topics else []
        message = _w("prompt_end") if topics else context.words("review", "nothing")
        chosen = choose(message, [], [Entry("end", _w("do_end"), "e"), *back, _leave()])
        if chosen == LEAVE:
            raise EOFError
        self.at = len(topics) - (chosen == "back")
        return bool(chosen == "end")

    def _go(self, step: int) -> None:
        self.at = max(0, self.at + step)

    def _show(self, topic: Topic) -> None:
        """The item with its facts, and what was entered on it."""
        item = topic.item
        readable = self.meeting.refresh()
        number = _w("item", number=topic.number, total=len(self.meeting.topics))
        show("")
        show(f"{number}  {context.words('review', f'kind_{item.kind}')}  {_name(item.id)}".rstrip(), style="dim")
        show(in_line(item.what), style="bold")
        if not readable:
            show(_w("stale", file=self.meeting.opened.path), first="! ", rest="  ")
        paged(self._facts(topic), HEAD)

    def _facts(self, topic: Topic) -> Iterator[str]:
        if topic.settled:
            yield _w("settled")
        yield from facts(self.meeting.opened, topic.item)
        for one in self.meeting.barred(topic):
            yield _w("barred", who=called(one, self.meeting.present), why=in_line(one.conflict))
        for name, (_, kind, _) in ENTERED.items():
            if name not in QUIET and (why := self.meeting.forbids(kind, topic)):
                yield _w(why)
        yield from recorded(self.meeting.opened, topic, self.meeting.present)

    def _ask(self, topic: Topic) -> str:
        last = topic.number == len(self.meeting.topics)
        actions = [
            Entry("try", _w("do_try"), "w"),
            Entry("help", _w("do_help"), "h"),
            *(
                Entry(name, _w(f"do_{name}"), key)
                for name, (key, kind, _) in ENTERED.items()
                if not self.meeting.forbids(kind, topic)
            ),
            Entry("facts", _w("do_facts"), "f"),
            Entry("next", _w("do_last" if last else "do_next"), "s"),
            Entry("back", _w("do_back"), "b"),
            _leave(),
        ]
        default = "next" if topic.state != "open" else None
        chosen: str = choose(_w("prompt_item"), [], actions, default)
        return chosen

    def _enter(self, topic: Topic, name: str) -> None:
        """Ask, save, and say what became of it."""
        _, kind, ask = ENTERED[name]
        if self.entry != (self.at, name):
            meeting_asking.forget()
        self.entry = (self.at, name)
        act = ask(self.meeting, topic)
        if act is None:
            return
        try:
            saved = self._record(topic, act)
        except Problem as problem:
            show(context.why(problem), first="! ", rest="  ")
            kept = act in self.meeting.topics[self.at].acts
            show(_w("kept_in_minutes" if kept else "not_recorded", path=self.meeting.file))
            if kept:
                meeting_asking.forget()
            return
        if saved:
            meeting_asking.forget()
        if saved and kind in MOVING:
            self._show(self.meeting.topics[self.at])
        elif saved and kind == "postponed":
            self._go(1)

    def _record(self, topic: Topic, act: Act) -> bool:
        if isinstance(act, Changed) and act.answer == answer_of(self.meeting.opened, act.question):
            show(_w("nothing_new"), style="dim")
            return False
        outcome = self.meeting.record(topic, act)
        if outcome.kind == "saved":
            show(_w("saved"), style="dim")
        else:
            show(_w(outcome.kind, file=self.meeting.opened.path), first="! ", rest="  ")
        tell_findings(outcome.findings)
        return outcome.kind == "saved"


def _name(name: str) -> str:
    """An item's id; an opinion's number says nothing to a person."""
    return "" if name.startswith(OPINION) else name


def _still_open(topics: Sequence[Topic]) -> str:
    return _w("still_open", n=len(topics), numbers=", ".join(str(one.number) for one in topics))


def _leave() -> Entry:
    return Entry(LEAVE, _w("do_leave"), "q")


def _w(key: str, **values: object) -> str:
    return context.words("meeting", key, **values)


def _summary(meeting: Meeting, file: str, *, finished: bool) -> Iterator[str]:
    """What came of it, where it is written, and what to do next."""
    summary = meeting.summary()
    yield ""
    yield _w("ended" if finished else "left")
    for state in ("decided", "heard", "postponed"):
        if topics := getattr(summary, state):
            yield _w(f"topics_{state}", n=len(topics))
            yield from (f"  {one.number}. {in_line(one.item.what)}" for one in topics)
    if summary.open:
        yield _still_open(summary.open)
    if summary.tasks:
        yield _w("tasks", n=len(summary.tasks))
        yield from (f"  - {_w('task', what=in_line(one.what), who=one.who, day=one.by_when)}" for one in summary.tasks)
    yield _w("minutes", page=meeting.page, file=meeting.file)
    if not finished:
        yield _w("resume", path=file)
        return
    yield _w("then_plan", path=file)
    yield _w("then_approve", path=file)
