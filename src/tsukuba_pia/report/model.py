"""What a template may say: every value worked out, every text with its language. Nothing is computed after this."""

from dataclasses import dataclass
from typing import Literal

from tsukuba_pia.model.text import Said

Audience = Literal["internal", "public"]
VERSION = 1


@dataclass(frozen=True, slots=True)
class Day:
    """A date, and how the reader's language says it (in Japanese with its era)."""

    iso: str
    shown: str


@dataclass(frozen=True, slots=True)
class Level:
    """A level or a rung of a scale, as a word and as its place: `rank` of `of`; 0 where nothing applies."""

    id: str
    rank: int
    of: int
    label: Said


@dataclass(frozen=True, slots=True)
class Span:
    """A level in the worst case, which is the one that counts, and in the best."""

    worst: Level
    best: Level
    certain: bool


@dataclass(frozen=True, slots=True)
class Moments:
    """A level before all safeguards, now, and once all that is planned is done."""

    inherent: Span
    current: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has a name, and the id that it is known by."""

    id: str
    label: Said
    meaning: Said | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """Where a reference leads: its short title, or its id where the list of references lacks it."""

    id: str
    label: Said
    known: bool
    status: str = "in_force"  # enacted_not_in_force repealed draft: told wherever it is cited


@dataclass(frozen=True, slots=True)
class Reference:
    """A row of the legal annex."""

    id: str
    law: Said
    article: str
    title: Said
    status: str
    effective_from: Day | None
    checked: bool
    checked_how: Said | None
    checked_on: Day | None
    note: Said | None
    source: str | None


@dataclass(frozen=True, slots=True)
class LawClass:
    """The references of one weight: law, guidance, city policy, proposal."""

    id: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Another question that one speaks of, and whether it stands in this report."""

    id: str
    text: Said
    shown: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with what was answered, or why nothing is shown."""

    id: str
    text: Said
    type: str
    state: str  # answered open unknown unconfirmed not_agreed not_applicable withheld
    perhaps: bool  # whether it is asked at all is not known yet
    value: tuple[Said, ...]
    note: Said | None
    asking: Said | None
    by_when: Day | None
    withheld: Said | None  # the reason
    evidence: tuple[str, ...]  # file names, for colleagues
    evidence_count: int
    stage: Said | None
    required: bool
    refs: tuple[Law, ...]
    place: str | None
    sharpens: Pointer | None  # the common question that this one asks more closely for its field


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the principles with the questions that ask about it."""

    id: str
    label: Said
    meaning: Said | None
    answers: tuple[Answer, ...]
    open: int


@dataclass(frozen=True, slots=True)
class Basis:
    """An answer that something rests on: the question, what is answered there, and where."""

    question: str
    text: Said
    state: str
    value: tuple[Said, ...]
    place: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that moves a risk, in words."""

    axis: str  # severity likelihood level
    cause: str  # base irreversible row safeguard override withheld
    moves: bool | None  # it sets or lowers the level; else it holds, but another weighs as much; None: not told
    before: Level | None
    after: Level | None
    certain: bool
    because: Said | None
    group: Said | None
    rests_on: tuple[Basis, ...]
    facts: tuple[str, ...]
    state: str  # of a safeguard
    lowers_now: int
    lowers_later: int
    refs: tuple[Law, ...]
    place: str | None


@dataclass(frozen=True, slots=True)
class GroupLevel:
    """A risk as it is for one affected group."""

    group: Named
    current: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Axes:
    """Severity and likelihood at one moment, for the group that is hit hardest: in the worst case, and in the best."""

    severity: Level
    likelihood: Level
    level: Level
    best_severity: Level
    best_likelihood: Level


@dataclass(frozen=True, slots=True)
class Measure:
    """A safeguard: how far it is, who does it by when, and which risks it lowers."""

    id: str
    text: Said
    kind: Said
    state: str  # absent planned implemented verified; or open unknown unconfirmed not_agreed not_applicable withheld
    state_label: Said
    owner: Said | None
    due: Day | None
    proven: bool  # valid evidence lies there
    evidence: tuple[str, ...]
    evidence_count: int
    evidence_until: Day | None
    verified_by: Said | None
    verified_on: Day | None
    method: Said | None
    note: Said | None
    withheld: Said | None
    risks: tuple[int, ...]
    place: str | None


@dataclass(frozen=True, slots=True)
class MeasureBrief:
    """A safeguard in a word, where another part tells the rest."""

    id: str
    text: Said
    state: str
    state_label: Said
    counts: bool  # not so where it is said to be in place without valid evidence
    due: Day | None


@dataclass(frozen=True, slots=True)
class RiskBrief:
    """A risk in a word, where another part tells the rest."""

    number: int
    id: str
    title: Said
    scenario: Said | None
    levels: Moments
    worst_group: Named
    severity: Level  # now, for the group that is hit hardest
    likelihood: Level
    sure: bool  # nothing that is still unknown can make it lighter now, or make it not apply


@dataclass(frozen=True, slots=True)
class Override:
    """An assessor's judgement that a risk is higher than what was worked out."""

    level: Level
    because: Said
    post: Said
    by: str | None
    on: Day
    lapsed: bool


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk before, now and later, with everything that moves it."""

    number: int
    id: str
    title: Said
    scenario: Said | None
    perhaps: bool
    irreversible: bool
    levels: Moments
    worst_group: Named
    inherent: Axes
    current: Axes
    target: Axes
    groups: tuple[GroupLevel, ...]  # those that stand above everyone
    steps: tuple[Step, ...]
    measures: tuple[MeasureBrief, ...]
    harms: tuple[Named, ...]
    override: Override | None
    refs: tuple[Law, ...]
    place: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of the risk map: its level and the numbers of the risks that stand there."""

    likelihood: Level
    level: Level
    risks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row of the risk map."""

    severity: Level
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RiskMap:
    """The matrix at one moment; the heaviest severity stands on top."""

    moment: str
    rows: tuple[MapRow, ...]


@dataclass(frozen=True, slots=True)
class RedLine:
    """What may not be, and whether it is."""

    id: str
    text: Said
    state: str  # clear crossed unknown
    waivable_by: Said
    waived: Day | None  # set aside until then
    waits_for: tuple[Basis, ...]
    refs: tuple[Law, ...]
    place: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A row of a decision that holds or may hold."""

    outcome: Said
    decides: bool  # its outcome is the one that is reported
    certain: bool
    because: Said | None
    withheld: bool
    rests_on: tuple[Basis, ...]
    refs: tuple[Law, ...]
    place: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What was worked out from a ladder of outcomes, with every reason."""

    id: str
    role: str
    title: Said
    applies: str  # yes perhaps no
    outcome: Named
    lightest: Named | None  # where what is still unknown may lead to less
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """That a service runs, was not assessed before it began, and what the city has said of that."""

    told: Said
    leave: bool  # it was approved since
