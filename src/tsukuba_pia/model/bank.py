"""What a question bank file holds (formats.md §2). A trailing underscore of a field is not part of its key."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tsukuba_pia.model.condition import Condition
from tsukuba_pia.model.kinds import Extends, Id, Language, Name, Number, Share, Status, Version
from tsukuba_pia.model.migrations import Migrations
from tsukuba_pia.model.text import Text
from tsukuba_pia.model.vocabulary import Reference, Term

QuestionType = Literal["choice", "choices", "yes_no", "number", "text", "date", "safeguard"]
SafeguardKind = Literal["prevent", "detect", "recover", "data_absent"]
Authority = Literal["nobody", "ordinance", "mayor_with_report_to_assembly"]

SAFEGUARD_STATES = ("absent", "planned", "implemented", "verified")
IN_PLACE = ("implemented", "verified")
YES_NO = ("yes", "no")
UNKNOWN, NOT_APPLICABLE = "unknown", "not_applicable"
RESERVED = (UNKNOWN, NOT_APPLICABLE, "null", "true", "false")
IRREVERSIBLE_AT_LEAST = "significant"


@dataclass(frozen=True)
class Option:
    """One answer of a choice."""

    id: Id
    label: Text
    exclusive: bool = False  # of `choices`: stands alone
    points: Number = 0  # for additive indices; never part of risk


@dataclass(frozen=True)
class Question:
    """A question, or a safeguard, which is a question whose answer says how far the measure is."""

    id: Id
    type: QuestionType
    text: Text
    why: Text | None = None
    help: Text | None = None
    evidence: Text | None = None
    stage: Id | None = None
    principle: Name | None = None
    threats: tuple[Name, ...] = ()
    refs: tuple[Name, ...] = ()
    required: bool = False
    brief: bool = False
    may_not_apply: bool = False
    informs: bool = False
    specialises: Id | None = None
    ask_when: Condition | None = None
    options: tuple[Option, ...] = ()
    unit: Text | None = None
    min: Number | None = None
    max: Number | None = None
    kind: SafeguardKind | None = None

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """The ids that can be answered; empty for numbers, dates and texts."""
        if self.type == "yes_no":
            return YES_NO
        if self.type == "safeguard":
            return SAFEGUARD_STATES
        return tuple(option.id for option in self.options) if self.type in ("choice", "choices") else ()


@dataclass(frozen=True)
class Section:
    """Questions that are asked together."""

    id: Id
    title: Text
    questions: tuple[Question, ...] = ()
    ask_when: Condition | None = None


@dataclass(frozen=True)
class Row:
    """A rung of a ladder: this level at least, when this holds."""

    level: Id
    when: Condition
    because: Text
    for_: Id | None = None  # only this affected group
    refs: tuple[Name, ...] = ()


@dataclass(frozen=True)
class Ladder:
    """A level to start from and the rows that raise it; the highest row that holds wins."""

    base: Id
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Lowers:
    """By how many steps a safeguard lowers a risk at most."""

    likelihood: int = 0
    severity: int = 0


@dataclass(frozen=True)
class SafeguardUse:
    """A safeguard that lowers this risk."""

    question: Id
    lowers: Lowers


@dataclass(frozen=True)
class Risk:
    """A feared event, how bad and how likely it is, and what lowers it."""

    id: Id
    title: Text
    severity: Ladder
    likelihood: Ladder
    scenario: Text | None = None
    event: Name | None = None
    threats: tuple[Name, ...] = ()
    harms: tuple[Name, ...] = ()
    irreversible: bool = False
    applies_when: Condition | None = None
    safeguards: tuple[SafeguardUse, ...] = ()
    refs: tuple[Name, ...] = ()


@dataclass(frozen=True)
class RedLine:
    """What may not be, whatever the scores."""

    id: Id
    text: Text
    crossed_when: Condition
    refs: tuple[Name, ...] = ()
    waivable_by: Authority = "nobody"


@dataclass(frozen=True)
class Outcome:
    """One result of a decision."""

    id: Id
    label: Text
    meaning: Text | None = None


@dataclass(frozen=True)
class OutcomeRow:
    """A rung of a decision: this outcome at least, when this holds."""

    outcome: Id
    when: Condition
    because: Text
    refs: tuple[Name, ...] = ()


@dataclass(frozen=True)
class Decision:
    """A ladder of outcomes from lightest to heaviest; `role` says what the tool does with it."""

    id: Id
    outcomes: tuple[Outcome, ...]
    base: Id
    title: Text | None = None
    role: Id | None = None
    rows: tuple[OutcomeRow, ...] = ()
    applies_when: Condition | None = None


@dataclass(frozen=True)
class Reaches:
    """Holds where another index reaches a share of its maximum."""

    index: Id
    at_least_share: Share


@dataclass(frozen=True)
class Times:
    """A factor that an index is multiplied by, where its condition holds."""

    factor: Share
    when: Reaches | None = None
    round: Literal["half_up"] | None = None  # to whole points


@dataclass(frozen=True)
class Band:
    """A stretch of an index up to a share of its maximum, the share included; the last one is open."""

    id: Id
    label: Text
    up_to_share: Share | None = None
    obligations: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Index:
    """Points added up over sections, or another index changed. Never part of risk."""

    id: Id
    title: Text | None = None
    points_of: tuple[Id, ...] = ()  # sections
    maximum: Number | None = None  # else the most that all questions can give, asked or not
    from_: Id | None = None
    times: Times | None = None
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True)
class Grade:
    """A level of a scale, in words that a panel can agree on."""

    id: Id
    label: Text
    meaning: Text | None = None
    example: Text | None = None


@dataclass(frozen=True)
class SafeguardRules:
    """By how much safeguards may lower a risk."""

    implemented_lowers_at_most: int
    verified_lowers_at_most: int
    likelihood_steps: int
    severity_steps: int


@dataclass(frozen=True)
class Method:
    """Scales, matrix and who accepts what."""

    severity: tuple[Grade, ...]
    likelihood: tuple[Grade, ...]
    levels: tuple[Grade, ...]
    matrix: Mapping[str, tuple[str, ...]]
    safeguards: SafeguardRules
    acceptance: Mapping[str, str]


@dataclass(frozen=True)
class Tightening:
    """What a sector bank adds to core: rows of a risk, or that a question is required. Loosening has no syntax."""

    risk: Id | None = None
    question: Id | None = None
    severity: tuple[Row, ...] = ()
    likelihood: tuple[Row, ...] = ()
    required: bool | None = None


@dataclass(frozen=True)
class Uses:
    """The versions of vocabulary and references that a bank is written with."""

    vocabulary: Version
    references: Version


@dataclass(frozen=True)
class Bank:
    """One version of one question bank."""

    bank: Name
    version: Version
    status: Status
    prefix: Id
    languages: tuple[Language, ...]
    title: Text
    reviewed_by: str = "none"
    extends: Extends | None = None
    uses: Uses | None = None
    required_when: Condition | None = None
    method: Method | None = None
    sections: tuple[Section, ...] = ()
    risks: tuple[Risk, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    decisions: tuple[Decision, ...] = ()
    indices: tuple[Index, ...] = ()
    tightens: tuple[Tightening, ...] = ()
    vocabulary: Mapping[str, tuple[Term, ...]] | None = None  # terms of its own, by list
    references: tuple[Reference, ...] = ()  # law of its own
    migrations: Migrations | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in order."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def ids(self) -> tuple[str, ...]:
        """What migrations may speak of: sections, questions, risks, red lines and decisions."""
        parts = (self.sections, self.questions, self.risks, self.red_lines, self.decisions)
        return tuple(one.id for part in parts for one in part)
