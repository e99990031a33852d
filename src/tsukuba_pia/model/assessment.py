"""What an assessment file holds (formats.md §4). A trailing underscore of a field is not part of its key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from tsukuba_pia.model.kinds import Country, Date, Folder, Id, Language, Name, Number, Version
from tsukuba_pia.model.text import Text

AnswerValue = str | int | Decimal | tuple[str, ...] | None
Unknown = Literal["unknown"]
YesNo = Literal["yes", "no"]
PartOfAnswer = Literal["note", "evidence"]
WITHHOLDS: Mapping[PartOfAnswer, tuple[str, ...]] = {
    "note": ("note",),
    "evidence": ("evidence", "method"),
}  # the fields


def as_typed(value: AnswerValue) -> str:
    """An answer as a person types it; of several options none is `[]`."""
    return ", ".join(value) or "[]" if isinstance(value, tuple) else str(value)


@dataclass(frozen=True)
class Withheld:
    """Why something is not shown to the public; its presence is the switch."""

    reason: Name
    exemption: str | None = None
    approved_by: str | None = None
    until: Date | None = None
    of: tuple[PartOfAnswer, ...] = ()  # of an answer: only these, and the answer itself is shown


@dataclass(frozen=True)
class Answer:
    """An answer in its long form; the short form `id: value` means the same."""

    answer: AnswerValue = None
    note: Text | None = None
    by: str | None = None
    confirmed_by: str | None = None
    asking: str | None = None  # of an `unknown`: who is asked, and by when
    by_when: Date | None = None
    agreed_by: str | None = None  # of a `not_applicable`
    owner: str | None = None
    due: Date | None = None
    evidence: tuple[str, ...] = ()
    evidence_until: Date | None = None
    verified_by: str | None = None
    verified_on: Date | None = None
    method: Text | None = None
    withheld: Withheld | None = None

    @property
    def hidden(self) -> bool:
        """Whether the public may not see the answer itself; what is withheld stays so past its date."""
        return self.withheld is not None and not self.withheld.of


@dataclass(frozen=True)
class Benefit:
    """Who gains what."""

    for_: Text
    what: Text
    group: Id | None = None


@dataclass(frozen=True)
class Alternative:
    """A less intrusive way that was looked at."""

    what: Text
    why_not: Text


@dataclass(frozen=True)
class Scope:
    """What the assessment covers, and what it does not."""

    in_: Text | None = None
    out: Text | None = None


@dataclass(frozen=True)
class Contact:
    """Where residents ask."""

    unit: Text
    phone: str | None = None
    email: str | None = None
    address: Text | None = None
    hours: Text | None = None
    url: str | None = None


@dataclass(frozen=True)
class Service:
    """The service that is assessed."""

    owner: Text | None = None
    unit: Text | None = None
    purpose: Text | None = None
    problem: Text | None = None
    why_now: Text | None = None
    benefits: tuple[Benefit, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    scope: Scope | None = None
    contact: Contact | None = None


@dataclass(frozen=True)
class Ended:
    """When and why a service ended."""

    on: Date
    why: Text


@dataclass(frozen=True)
class Dates:
    """The dates that gates look at."""

    tender: Date | None = None
    contract: Date | None = None
    starts_on: Date | None = None
    ended: Ended | None = None


@dataclass(frozen=True)
class Member:
    """Someone who takes part in the assessment."""

    role: Name
    name: str | None = None
    post: Text | None = None
    organisation: Text | None = None
    constituency: Id | None = None
    interest: Text | None = None
    conflict: Text | None = None
    withheld: Withheld | None = None


@dataclass(frozen=True)
class Actor:
    """Who handles the data, and under which law."""

    id: Id
    name: Text
    kind: Id
    organ: Text | None = None
    contract: Text | None = None
    regime: Id | None = None
    refs: tuple[Name, ...] = ()


@dataclass(frozen=True)
class Location:
    """Where data is kept."""

    country: Country | None = None
    provider: Text | None = None


@dataclass(frozen=True)
class LifeStage:
    """One stage of a data item's life: who, where, on what basis, how protected."""

    who: Text | None = None
    what: Text | None = None
    where: Text | None = None
    basis: tuple[Name, ...] = ()
    protection: Text | None = None
    trigger: Text | None = None  # retain: what starts the clock
    length: Text | None = None
    erase: Text | None = None
    none: Text | None = None  # this stage does not happen, and why


@dataclass(frozen=True)
class Lifecycle:
    """The whole life of a data item."""

    collect: LifeStage | None = None
    use: LifeStage | None = None
    share: LifeStage | None = None
    store: LifeStage | None = None
    retain: LifeStage | None = None
    delete: LifeStage | None = None


@dataclass(frozen=True)
class DataItem:
    """One data set of the service."""

    id: Id
    name: Text
    categories: tuple[Name, ...] | None = None
    people: Number | Unknown | None = None
    groups: tuple[Id, ...] | None = None
    source: Text | None = None
    captures: tuple[Name, ...] | None = None
    identifiers: tuple[Name, ...] | None = None
    location: Location | None = None
    register_entry: Text | None = None
    handlers: Number | Unknown | None = None
    serious_incident_last_year: YesNo | Unknown | None = None
    lifecycle: Lifecycle | None = None


@dataclass(frozen=True)
class Flow:
    """Data going from one actor to another."""

    from_: str
    to: str
    items: tuple[Id, ...] = ()
    basis: tuple[Name, ...] = ()
    purpose: Text | None = None
    crosses: Text | None = None


@dataclass(frozen=True)
class Linkage:
    """A file of another service that data is joined with."""

    other: Text
    key: Name
    direction: Literal["in", "out", "both"] | None = None
    basis: tuple[Name, ...] = ()
    delay: Text | None = None
    platform: YesNo | None = None


@dataclass(frozen=True)
class GroupExclusion:
    """An affected group that is said not to be affected."""

    group: Id
    why: Text
    agreed_by: str | None = None


@dataclass(frozen=True)
class Override:
    """A level that an assessor raised. It never lowers."""

    level: Id
    computed: Id
    because: Text
    by: str
    post: Text
    on: Date


@dataclass(frozen=True)
class Provision:
    """What happens if a resident declines to give something."""

    item: Text
    nature: Id
    consequence: Id
    basis: tuple[Name, ...] = ()
    reason: Text | None = None
    alternative: Text | None = None
    notice: Text | None = None


@dataclass(frozen=True)
class Request:
    """Something asked of a department or a vendor for the assessment."""

    request: Text
    to: Text
    asked_on: Date | None = None
    due: Date | None = None
    state: Literal["open", "answered", "late", "refused"] | None = None
    escalation: Text | None = None
    ground: Text | None = None


@dataclass(frozen=True)
class Choice:
    """Something a resident can choose."""

    what: Text
    default: Text | None = None
    how: Text | None = None
    effect: Text | None = None


@dataclass(frozen=True)
class Consultation:
    """Who was heard, what they said, and what was done about it."""

    id: Name
    who: Text
    how: Text | None = None
    constituency: Id | None = None
    from_: Date | None = None
    to: Date | None = None
    digest: str | None = None
    shorter: Text | None = None  # why the window is shorter than the city's
    said: Text | None = None
    done: Text | None = None
    because: Text | None = None


@dataclass(frozen=True)
class Opinion:
    """An opinion, answered or not."""

    by: str
    says: Text
    post: Text | None = None
    on: Date | None = None
    dissent: bool = False
    answered: Text | None = None


@dataclass(frozen=True)
class Publication:
    """Where and when it is published."""

    window: Mapping[str, Any] | None = None
    url: str | None = None
    languages: tuple[Language, ...] = ()
    summaries: Mapping[str, str] | None = None
    published_on: Date | None = None


@dataclass(frozen=True)
class Incident:
    """Something that happened after launch."""

    on: Date
    what: Text
    touches: tuple[Id, ...] = ()
    done: Text | None = None


@dataclass(frozen=True)
class Review:
    """When to look again, and what would bring it forward."""

    due: Date | None = None
    triggers: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """One assessment of one service."""

    assessment: Folder
    format: Literal[1]
    language: Language
    title: Text
    banks: Mapping[str, Version]
    answers: Mapping[str, Answer] = field(default_factory=dict)
    organ: Name | None = None
    dates: Dates | None = None
    supersedes: Folder | None = None
    related: tuple[Name, ...] = ()
    service: Service | None = None
    team: tuple[Member, ...] = ()
    actors: tuple[Actor, ...] | None = None
    data: tuple[DataItem, ...] | None = None
    data_complete: YesNo | None = None
    people_total: Number | None = None
    flows: tuple[Flow, ...] | None = None
    linkage: tuple[Linkage, ...] = ()
    groups_excluded: tuple[GroupExclusion, ...] = ()
    overrides: Mapping[str, Override] = field(default_factory=dict)
    own_risks: tuple[Mapping[str, Any], ...] = ()
    own_safeguards: tuple[Mapping[str, Any], ...] = ()
    provision: tuple[Provision, ...] | None = None
    cooperation: tuple[Request, ...] = ()
    choices: tuple[Choice, ...] | None = None
    consultations: tuple[Consultation, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    conclusion: Text | None = None
    publication: Publication | None = None
    incidents: tuple[Incident, ...] = ()
    complaints: tuple[Mapping[str, Any], ...] = ()
    review: Review | None = None
    withheld: Mapping[Name, Withheld] = field(default_factory=dict)  # whole sections: of a bank, or the team's
