"""What a person signed (formats.md §6): `approvals/<NNN>-<date>-<outcome>/sign-off.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tsukuba_pia.model.bank import Authority
from tsukuba_pia.model.kinds import Date, Id, Name
from tsukuba_pia.model.text import Text

SignOffOutcome = Literal["approved_with_conditions", "approved", "changes_required", "refused", "expedited"]
DecisionKind = Literal["single", "collegial", "delegated"]
OUTCOMES: tuple[SignOffOutcome, ...] = (
    "approved_with_conditions", "approved", "changes_required", "refused", "expedited",
)  # fmt: skip
KINDS: tuple[DecisionKind, ...] = ("single", "collegial", "delegated")
APPROVING = ("approved_with_conditions", "approved", "expedited")
RUNNING = ("approved", "expedited")
POSTS = ("owner", "section_head", "department_head", "deputy_mayor", "mayor")  # from the lowest
NOBODY = "nobody"
EXPEDITED_DAYS = 90


@dataclass(frozen=True)
class Condition:
    """What has to be done, by whom and by when. `question`: of a planned safeguard."""

    owner: str
    due: Date
    question: Id | None = None
    what: Text | None = None


@dataclass(frozen=True)
class Waiver:
    """A red line that someone with the authority to do so has set aside for a time."""

    red_line: Id
    authority: Authority
    document: str
    until: Date
    because: Text | None = None


@dataclass(frozen=True)
class Expedited:
    """On whose authority and for which event an approval was expedited, and until when it holds."""

    authority: str
    event: Text
    until: Date


@dataclass(frozen=True)
class Digests:
    """What the sign-off is bound to: SHA-256 in hexadecimal digits."""

    content: str  # the assessment's canonical content with its evidence
    decided: str  # the same without what is added in operation: incidents, complaints, comments, opinions, the end
    previous: str | None = None  # of the previous sign-off's file
    copies: Mapping[str, str] = field(default_factory=dict)  # of each file in this folder
    evidence: Mapping[str, str | None] = field(default_factory=dict)  # none: the file was missing


@dataclass(frozen=True)
class Signatory:
    """Who signed. `post` is the method's word for it, `called` the city's."""

    name: str
    post: Name
    called: Text | None = None


@dataclass(frozen=True)
class SignOff:
    """One decision of a named person on one assessment."""

    sign_off: Name  # the assessment's name
    format: Literal[1]
    number: int
    outcome: SignOffOutcome
    on: Date
    signed: Signatory
    kind: DecisionKind
    document: str
    because: Text
    levels: Mapping[str, str]  # inherent, current, target: the worst case
    digests: Digests
    tool: str
    accepted: Id | None = None  # the level that was accepted
    conditions: tuple[Condition, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    expedited: Expedited | None = None
    on_behalf_of: str | None = None  # the document by which someone else entered it
    seal: str | None = None  # the SHA-256 of the lines above it in its file; none in records of old


@dataclass(frozen=True)
class Signed:
    """A sign-off as it lies there. `problems`: what of its folder does not fit (words of the rules)."""

    folder: str
    digest: str
    sign_off: SignOff | None
    problems: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SignOffs:
    """All sign-offs of an assessment, the first one first."""

    all: tuple[Signed, ...] = ()

    @property
    def sound(self) -> tuple[SignOff, ...]:
        """Those that can be relied on: none from the first on that does not fit."""
        found = []
        for one in self.all:
            if one.sign_off is None or one.problems:
                break
            found.append(one.sign_off)
        return tuple(found)

    @property
    def last(self) -> SignOff | None:
        """What holds now; nothing where any of them does not fit."""
        sound = self.sound
        return sound[-1] if sound and len(sound) == len(self.all) else None

    def until(self, day: str) -> "SignOffs":
        """Those that had been given by that day: one that is dated ahead says nothing yet."""
        return SignOffs(tuple(one for one in self.all if one.sign_off is None or one.sign_off.on <= day))

    @property
    def fits(self) -> bool:
        """Whether all of them can be relied on."""
        return len(self.sound) == len(self.all)
