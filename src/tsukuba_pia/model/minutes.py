"""What was said and decided in a review meeting: `minutes/<date>.yaml`, beside the assessment."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.kinds import Date, Id, Language, Name
from tsukuba_pia.model.profile import Panel
from tsukuba_pia.model.text import Text

State = Literal["open", "heard", "decided", "postponed"]


@dataclass(frozen=True)
class Attendant:
    """Someone of the assessment's team who is there; `number` counts the team from 1."""

    number: int
    role: Name
    name: str | None = None
    post: Text | None = None
    organisation: Text | None = None
    constituency: Id | None = None
    conflict: Text | None = None
    chair: bool = False


@dataclass(frozen=True)
class Opinion:
    """What one member says; dissent where it is against what the others hold."""

    member: int
    says: Text
    dissent: bool = False


@dataclass(frozen=True)
class Resolution:
    """What a body that an ordinance has set up says as a body, and who voted how."""

    says: Text
    in_favour: tuple[int, ...]
    against: tuple[int, ...] = ()
    abstained: tuple[int, ...] = ()


@dataclass(frozen=True)
class Decision:
    """What the city's post decides. `post` is the method's word for it."""

    what: Text
    because: Text
    post: Name
    name: str


@dataclass(frozen=True)
class Task:
    """Who takes what by when; `done` is written into the minutes by whoever has done it."""

    what: Text
    who: str
    by_when: Date
    done: Date | None = None


@dataclass(frozen=True)
class Changed:
    """Another answer; also a safeguard that is planned now."""

    question: Id
    answer: Answer


@dataclass(frozen=True)
class Raised:
    """A risk that a member puts higher than the score does."""

    risk: Id
    level: Id
    because: Text
    member: int


@dataclass(frozen=True)
class Reply:
    """The answer to the opinion or the comment that the item is about; to a comment with its reason."""

    done: Text
    because: Text | None = None


@dataclass(frozen=True)
class Postponed:
    """Left for another meeting, and why."""

    because: Text


Act = Opinion | Resolution | Decision | Task | Changed | Raised | Reply | Postponed


@dataclass(frozen=True)
class Edit:
    """What an act does to the assessment: one more item of the list at `path`, or another value there.

    A step of `path` that is a mapping names an item of a list by what it says.

    `before`: what stood there; of one more item, how many alike there were.
    """

    path: tuple[Any, ...]
    after: Any
    before: Any = None
    append: bool = False


@dataclass(frozen=True)
class Recorded:
    """One act, under the key of its kind. `pending`: perhaps not in the assessment yet."""

    opinion: Opinion | None = None
    resolution: Resolution | None = None
    decision: Decision | None = None
    task: Task | None = None
    changed: Changed | None = None
    raised: Raised | None = None
    reply: Reply | None = None
    postponed: Postponed | None = None
    on: Date | None = None  # where it was said on a later day than the meeting began
    edits: tuple[Edit, ...] = ()
    pending: bool = False

    @property
    def acts(self) -> tuple[Act, ...]:
        """The act; more or fewer than one is an error of who wrote the file."""
        found = (getattr(self, name) for name in KINDS)
        return tuple(one for one in found if one is not None)


KINDS = tuple(one.name for one in fields(Recorded) if one.name not in ("on", "edits", "pending"))


def kind_of(act: Act) -> str:
    """The key under which an act is recorded."""
    return type(act).__name__.lower()


@dataclass(frozen=True)
class Entry:
    """An item of the agenda as it was when the meeting began, and what was recorded on it."""

    kind: Name
    what: Text
    id: str = ""
    who: Text = ""
    due: str = ""
    levels: tuple[str, ...] = ()  # of a risk: before, now, when all is done
    reasons: tuple[Text, ...] = ()
    questions: tuple[str, ...] = ()
    place: str = ""
    added: bool = False  # it came up during the meeting
    recorded: tuple[Recorded, ...] = ()

    @property
    def key(self) -> str:
        """A name that stays."""
        return f"{self.kind}:{self.id}" if self.id else f"{self.kind}:{self.what}"

    @property
    def acts(self) -> tuple[Act, ...]:
        """What was recorded, in its order."""
        return tuple(act for one in self.recorded for act in one.acts)

    @property
    def state(self) -> State:
        """How far the meeting is with it."""
        acts = self.acts
        if not acts:
            return "open"
        if isinstance(acts[-1], Postponed):
            return "postponed"
        settling = (Resolution, Decision, Changed, Raised, Reply)
        return "decided" if any(isinstance(one, settling) for one in acts) else "heard"


@dataclass(frozen=True)
class Minutes:
    """The minutes of one meeting on one assessment."""

    minutes: Name  # the assessment's name
    format: Literal[1]
    on: Date
    language: Language
    title: Text
    tool: str
    content: str  # digest of the assessment's content when the meeting began
    banks: Mapping[str, str]
    levels: Mapping[str, str]  # inherent, current, target when it began
    present: tuple[Attendant, ...]
    number: int = 1  # which meeting of that day
    panel: Panel | None = None
    items: tuple[Entry, ...] = ()
    ended: bool = False

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Who takes what by when."""
        return tuple(act for item in self.items for act in item.acts if isinstance(act, Task))

    def attendant(self, number: int) -> Attendant | None:
        """Who is there under a number."""
        return next((one for one in self.present if one.number == number), None)


@dataclass(frozen=True)
class RecordedItem:
    """What was decided on an item, as somebody wrote it down: the item by its id, or as `kind:id`."""

    item: str
    recorded: tuple[Recorded, ...]


@dataclass(frozen=True)
class Record:
    """A meeting written down elsewhere, for `pia review --record`."""

    record: Name  # the assessment's name
    format: Literal[1]
    on: Date  # the day of the meeting
    present: tuple[int, ...]
    items: tuple[RecordedItem, ...]
    chair: int | None = None
    panel: Name | None = None
