"""The parts of a report that tell of the service, its data and its people (the rest of `model`)."""

from dataclasses import dataclass

from tsukuba_pia.model.text import Said
from tsukuba_pia.report.model import Answer, Day, Law, Level, MeasureBrief, Moments, Named, RiskBrief, Running
from tsukuba_pia.report.records import Task


@dataclass(frozen=True, slots=True)
class Benefit:
    """Who gains what."""

    who: Said
    what: Said


@dataclass(frozen=True, slots=True)
class Burden:
    """A risk as one group bears it now, in the worst case."""

    number: int
    id: str
    title: Said
    level: Level
    heavier: bool  # than for people at large


@dataclass(frozen=True, slots=True)
class GroupView:
    """What a group gains and what it bears, beside each other and never netted."""

    group: Named  # its id is empty where a benefit names people in words only: they bear what everyone does
    gains: tuple[Said, ...]
    bears: tuple[Burden, ...]  # every risk, the worst first
    worst: Level
    heavier: int  # how many of them are heavier than for people at large


@dataclass(frozen=True, slots=True)
class Alternative:
    """A less intrusive way that was looked at."""

    what: Said
    why_not: Said


@dataclass(frozen=True, slots=True)
class Contact:
    """Where residents ask."""

    unit: Said
    phone: str | None
    email: str | None
    address: Said | None
    hours: Said | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Service:
    """What is assessed."""

    owner: Said | None
    unit: Said | None
    purpose: Said | None
    problem: Said | None
    why_now: Said | None
    scope_in: Said | None
    scope_out: Said | None
    benefits: tuple[Benefit, ...]
    alternatives: tuple[Alternative, ...]
    contact: Contact | None
    tender: Day | None
    contract: Day | None
    starts_on: Day | None
    running: Running | None  # it ran before it was assessed, and the city has said so
    start_is_past: bool  # by now; whether it did start is not known here
    ended: Day | None
    ended_why: Said | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who handles data, as what, and under which law."""

    id: str
    name: Said
    kind: Said
    regime: Said | None
    contract: Said | None
    refs: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class LifeStage:
    """A stage in a data item's life; `facts` are its told sides (who, what, where …) in order."""

    id: str
    label: Said
    happens: bool | None  # None: nothing is said about this stage
    none: Said | None
    facts: tuple[tuple[str, Said], ...]
    basis: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class DataItem:
    """A data set with its life."""

    id: str
    name: Said
    categories: tuple[Named, ...] | None
    sensitive: bool
    people: str | None
    groups: tuple[Named, ...] | None
    source: Said | None
    captures: tuple[Named, ...] | None
    identifiers: tuple[Named, ...] | None
    country: str | None
    provider: Said | None
    register_entry: Said | None
    handlers: str | None
    kept: Said | None  # how long, in a word
    shared: Said | None  # with whom, in a word
    life: tuple[LifeStage, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Data that goes from one to another."""

    source: Said
    target: Said
    items: tuple[Said, ...]
    purpose: Said | None
    crosses: Said | None
    basis: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class Linkage:
    """A file of another service that data is joined with."""

    other: Said
    key: str
    direction: str | None
    delay: Said | None
    platform: str | None
    basis: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A group that is said not to be affected."""

    group: Named
    why: Said
    agreed: bool


@dataclass(frozen=True, slots=True)
class Provision:
    """What happens to a person who declines."""

    item: Said
    nature: Said
    consequence: Named
    reason: Said | None
    alternative: Said | None
    notice: Said | None
    basis: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a resident can choose."""

    what: Said
    default: Said | None
    how: Said | None
    effect: Said | None


@dataclass(frozen=True, slots=True)
class Member:
    """Someone who takes part."""

    role: Said
    post: Said | None
    name: str | None
    organisation: Said | None
    constituency: Said | None
    interest: Said | None
    conflict: Said | None
    withheld: Said | None


@dataclass(frozen=True, slots=True)
class Consultation:
    """Who was heard, what they said, and what came of it."""

    id: str
    who: Said
    constituency: Said | None
    how: Said | None
    start: Day | None
    end: Day | None
    shorter: Said | None  # why there was less time than the city gives
    said: Said | None
    done: Said | None
    because: Said | None


@dataclass(frozen=True, slots=True)
class Opinion:
    """An opinion and its answer; dissent is never left out."""

    by: Said
    post: Said | None
    on: Day | None
    says: Said
    dissent: bool
    answered: Said | None


@dataclass(frozen=True, slots=True)
class Request:
    """What departments or vendors were asked for the assessment."""

    request: Said
    to: Said
    asked_on: Day | None
    due: Day | None
    state: str
    escalation: Said | None
    ground: Said | None


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened after the start."""

    on: Day
    what: Said
    done: Said | None
    touches: tuple[Named, ...]  # risks


@dataclass(frozen=True, slots=True)
class Grade:
    """A rung of a scale in words that a panel can agree on."""

    level: Level
    meaning: Said | None
    example: Said | None
    accepted_by: Named | None = None  # levels: the post that may accept it


@dataclass(frozen=True, slots=True)
class Method:
    """How it was judged."""

    severity: tuple[Grade, ...]
    likelihood: tuple[Grade, ...]
    levels: tuple[Grade, ...]
    implemented: int
    verified: int
    likelihood_steps: int
    severity_steps: int


@dataclass(frozen=True, slots=True)
class BankVersion:
    """A bank, vocabulary or list of references in the version that was used."""

    id: str
    version: str
    title: Said | None
    status: str
    reviewed_by: str | None


@dataclass(frozen=True, slots=True)
class Withholding:
    """How much is not shown in the public report, and why."""

    answers: int
    people: int
    decisions: int  # texts of decisions on record that say something of it
    reasons: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """When residents may comment, or could."""

    start: Day
    end: Day
    open: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """Where and when it is told, and when residents were last asked about it."""

    url: str | None
    published_on: Day | None
    review_due: Day | None
    triggers: tuple[Said, ...]
    comments: Window | None


@dataclass(frozen=True, slots=True)
class MeasureCounts:
    """How many measures stand where; `verified` are in place too."""

    verified: int
    implemented: int
    unproven: int  # said to be in place, without valid evidence: counts as absent
    planned: int
    absent: int
    unknown: int
    withheld: int


@dataclass(frozen=True, slots=True)
class Citizen:
    """What the page for residents says beyond what the other parts say."""

    summary: Said | None
    conclusion: Said | None  # where it has to be read first: no assessment, no start, an end
    result: Named | None  # of a threshold analysis that asks for no assessment
    decides: Said | None  # the post that approves
    levels: Moments
    falls: bool  # all that is planned makes the level lower
    holds: Said | None  # the risk that is the worst when all that is planned is done
    staying: int  # how many are as bad as that then
    accepted_by: Named | None  # who may accept the level as it is now; None where nobody may
    nobody_accepts: bool  # the level as it is now
    unanswered: bool  # nobody may accept what remains at the end, but for the want of answers
    blocked: bool  # it may not start as planned: a red line is crossed, or nobody may accept what remains at the end
    risks: tuple[RiskBrief, ...]  # the worst
    more_risks: int
    doing: tuple[MeasureBrief, ...]  # in place, with evidence; those against the worst risks
    more_doing: int
    planned: tuple[Task, ...]  # the conditions of the last decision first
    more_planned: int
    untold: bool  # the state of a safeguard is withheld
    open: tuple[Answer, ...]
    more_open: int
    red_crossed: int
    red_unknown: int
    dropped: bool = False  # it was refused: what it says will not be done


@dataclass(frozen=True, slots=True)
class IndexBand:
    """A band of an index, and what it obliges to."""

    id: str
    label: Said
    obligations: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class IndexDeduction:
    """What is taken off the points of another index, as texts; `when` names the index that it depends on."""

    applies: str  # yes perhaps no
    off: str  # per cent
    of: Said
    when: Said | None
    have: str  # per cent of `maximum` points
    maximum: str
    needed: str  # per cent


@dataclass(frozen=True, slots=True)
class IndexPoints:
    """Points are decimals, so they are texts; `share` is in per cent."""

    so_far: str
    share: str
    lowest: str
    highest: str
    maximum: str
    settled: bool  # no open answer can change them


@dataclass(frozen=True, slots=True)
class Index:
    """Points that are added up; they are no part of any risk."""

    id: str
    title: Said
    points: IndexPoints | None  # None: they count answers that this reader may not see
    deduction: IndexDeduction | None
    band: IndexBand | None
    perhaps: tuple[IndexBand, ...]  # what it may become, depending on what is still unknown
