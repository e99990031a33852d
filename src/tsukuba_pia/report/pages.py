"""What the short pages say beyond the report: who receives data, the council's summary, the sign."""

from dataclasses import dataclass
from typing import Literal

from tsukuba_pia.model.text import Said
from tsukuba_pia.report.model import Answer, Measure, Named, RedLine, RiskBrief
from tsukuba_pia.report.parts import Opinion
from tsukuba_pia.report.records import SignedView

Asks = Literal[
    "nothing",
    "ended",
    "decided",
    "crossed",
    "unanswered",
    "unacceptable",
    "unsettled",
    "conditions",
    "approval",
    "running_conditions",
    "running",
]


@dataclass(frozen=True, slots=True)
class Receiving:
    """A question about who receives data or looks at it, with what was chosen and what was not."""

    id: str
    text: Said
    state: str
    chosen: tuple[Said, ...]
    others: tuple[Said, ...]  # of a list: the options that were not chosen
    none: bool  # what was chosen says that none of a list holds, or nothing was chosen
    recipients: bool = False  # the options are those who may receive it, not what is done with it


@dataclass(frozen=True, slots=True)
class Receivers:
    """Who gets data and who does not."""

    asked: tuple[Receiving, ...]
    complete: bool  # the inventory is, and says of each item with whom it is shared: nobody else receives it
    unchosen: tuple[Said, ...]  # whom residents ask about (the police, …), if no answer says whether they do


@dataclass(frozen=True, slots=True)
class CouncilRisk:
    """One of the worst risks, with the measures against it."""

    risk: RiskBrief
    measures: tuple[Measure, ...]  # in place, with evidence; then planned
    missing: tuple[Measure, ...]  # not done, or not known or shown to be
    more: int


@dataclass(frozen=True, slots=True)
class Council:
    """What a council has to know before it lets something pass."""

    asks: Asks
    red_lines: tuple[RedLine, ...]  # those that are crossed or not settled
    red_clear: int
    risks: tuple[CouncilRisk, ...]
    more_risks: int
    conditions: tuple[Measure, ...]  # what is planned, the first due first
    more_conditions: int
    open: tuple[Answer, ...]
    more_open: int
    accepts_now: Named | None  # None: nobody may
    accepts_later: Named | None
    overruled: tuple[Opinion, ...]  # dissent
    other_opinions: int
    decided: SignedView | None  # the last decision on record, with the first of its conditions
    more_asked: int  # conditions
    more_decided: int


@dataclass(frozen=True, slots=True)
class NoticeFact:
    """Of a kind of information: where it comes from, how long it is kept, who gets it."""

    id: str
    label: Said
    said: Said


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """A kind of information that is collected, with all that the sign says of it."""

    name: Said
    facts: tuple[NoticeFact, ...]


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A line of the sign: what it is about, and what is said."""

    id: str
    label: Said
    texts: tuple[Said, ...]
    items: tuple[NoticeItem, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeFace:
    """The sign in one language."""

    language: str
    city: Said | None
    heading: Said
    title: Said
    lines: tuple[NoticeLine, ...]
    more: Said | None  # where to read on
    call: Said
    ask: Said  # whom to call, or that this is not known yet
    running: Said | None = None  # that it ran before it was assessed
    changed: Said | None = None  # that it says something else than what was decided on, where it does


@dataclass(frozen=True, slots=True)
class Notice:
    """The sign for the place of collection: two languages, one address, one telephone number."""

    faces: tuple[NoticeFace, ...]
    url: str | None
    address: str | None  # the same to type by hand
    phone: str | None
