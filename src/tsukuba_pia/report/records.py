"""The parts of a report that tell what was decided, what happened since, what changed, and what its words mean."""

from dataclasses import dataclass

from tsukuba_pia.model.text import Said
from tsukuba_pia.report.model import Day, Level, Named


@dataclass(frozen=True, slots=True)
class ConditionView:
    """What an approval asks for, by whom and by when; where it rests on a withheld answer, only that it is there."""

    what: Said | None  # None: withheld
    owner: Said | None
    due: Day | None
    now: Said | None  # how far the safeguard is today
    overdue: bool
    question: str | None = None  # the safeguard's; None where the condition stands in words only, or is withheld


@dataclass(frozen=True, slots=True)
class Task:
    """Something that is still to be done."""

    text: Said
    due: Day | None
    condition: bool  # the last decision asks for it


@dataclass(frozen=True, slots=True)
class WaiverView:
    """A red line that was set aside for a time: on whose authority, by which document, why."""

    red_line: Named
    authority: Said
    document: Said
    until: Day
    holds: bool  # on the report's day
    because: Said | None


@dataclass(frozen=True, slots=True)
class ExpeditedView:
    """On whose authority and for which event an approval was hurried, and until when it holds."""

    authority: Said
    event: Said
    until: Day
    lapsed: bool


@dataclass(frozen=True, slots=True)
class SignedView:
    """A decision on record: what, who, when, by which document, what was accepted and why."""

    number: int
    outcome: Named
    on: Day
    post: Said
    name: str | None  # for colleagues
    kind: Said
    document: Said
    entered_by: Said | None  # for colleagues: the document by which someone else entered it
    because: Said
    level: Level | None  # in the worst case, as it was that day
    accepted: Level | None
    conditions: tuple[ConditionView, ...]
    waivers: tuple[WaiverView, ...]
    expedited: ExpeditedView | None


@dataclass(frozen=True, slots=True)
class OwnPart:
    """A risk or a safeguard that the banks did not foresee, as it was written down; no level counts it."""

    id: str
    title: Said
    scenario: Said | None
    level: Said | None  # as said; of a safeguard, how far it is
    owner: Said | None
    due: Day | None


@dataclass(frozen=True, slots=True)
class Complaint:
    """What somebody complained of, without who it was."""

    on: Day | None
    what: Said
    done: Said | None
    touches: tuple[Named, ...]  # risks


@dataclass(frozen=True, slots=True)
class MeetingDecision:
    """What the city's post decided in a meeting."""

    what: Said
    because: Said
    post: Said
    name: Said


@dataclass(frozen=True, slots=True)
class MeetingTask:
    """Who took what on until when; `done`: when it was."""

    what: Said
    who: Said
    by_when: Day
    done: Day | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting on the assessment, by its minutes; colleagues alone are told of it."""

    on: Day
    panel: Said | None
    present: int  # people
    items: int  # of the agenda
    opinions: int
    dissent: int  # of the opinions
    decisions: tuple[MeetingDecision, ...]
    tasks: tuple[MeetingTask, ...]
    ended: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise. `before` is empty where it is new, `after` where it is gone."""

    subject: Said
    before: tuple[Said, ...]
    after: tuple[Said, ...]
    because: tuple[Said, ...] = ()  # questions whose answers changed, and on which it rests


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one part; `part` is a key of the labels' [register.changed]."""

    part: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class LoggedChanges:
    """The changes of one part, with its name."""

    label: Said
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ChangeLog:
    """What changed since the last decision, part by part; nothing where there are none."""

    number: int
    outcome: Said
    on: Day
    parts: tuple[LoggedChanges, ...]


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word that occurs in the report, in the other language too, and what it means."""

    id: str
    term: Said
    other: Said
    meaning: Said
