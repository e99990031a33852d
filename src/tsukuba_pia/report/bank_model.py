"""What a template may say of a question bank: the bank as a document for the panel that approves it."""

from dataclasses import dataclass

from tsukuba_pia.model.text import Said
from tsukuba_pia.report.model import Law, LawClass, Level, MapRow, Named


@dataclass(frozen=True, slots=True)
class Worded:
    """A text that residents read too: as it stands, and in easy Japanese where there is one."""

    said: Said
    easy: Said | None


@dataclass(frozen=True, slots=True)
class Target:
    """Something that another part tells of; `here` where that part stands in this document."""

    id: str
    label: Said
    here: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A condition in words: one comparison, or several that are joined. `form` names the words for it."""

    form: str
    needed: int = 0  # joined: how many of the parts have to hold
    parts: tuple["Told", ...] = ()
    about: Target | None = None  # the question, or the fact of the inventory, that is compared
    values: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Citing:
    """A reference where it is cited: what gives it weight, and whether its text was checked."""

    law: Law
    weight: str  # law guidance city_policy proposal; empty where the list of references lacks it
    status: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Use:
    """A part that reads a question: as a whole (`applies`), and in these rows."""

    target: Target
    applies: bool = False
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Lowering:
    """A risk that a safeguard lowers, or a safeguard of a risk, with its steps at most."""

    target: Target
    likelihood: int
    severity: int
    kind: Named | None = None


@dataclass(frozen=True, slots=True)
class Uses:
    """What comes of an answer."""

    sections: tuple[Use, ...]
    questions: tuple[Use, ...]
    risks: tuple[Use, ...]
    added: tuple[Use, ...]  # rows that this bank adds to risks of the one it stands on
    red_lines: tuple[Use, ...]
    decisions: tuple[Use, ...]
    lowers: tuple[Lowering, ...]

    @property
    def read(self) -> bool:
        """Whether any condition reads it."""
        return any((self.sections, self.questions, self.risks, self.added, self.red_lines, self.decisions))


@dataclass(frozen=True, slots=True)
class BankOption:
    """One answer that can be chosen."""

    id: str
    label: Worded
    exclusive: bool
    points: str | None


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question or a safeguard."""

    id: str
    type: str
    text: Worded
    why: Said | None
    help: Said | None
    evidence: Said | None
    kind: Named | None
    stage: Named | None
    principle: Named | None
    threats: tuple[Named, ...]
    required: bool
    brief: bool
    may_not_apply: bool
    informs: bool
    specialises: Target | None
    ask_when: Told | None
    options: tuple[BankOption, ...]
    unit: Said | None
    minimum: str | None
    maximum: str | None
    uses: Uses
    refs: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class BankSection:
    """Questions that are asked together."""

    number: int
    id: str
    title: Worded
    ask_when: Told | None
    questions: tuple[BankQuestion, ...]


@dataclass(frozen=True, slots=True)
class LadderRow:
    """A rung: this level or outcome at least, when this holds. Numbers run through all ladders of one part."""

    number: int
    to: Said
    group: Said | None
    when: Told
    because: Said
    refs: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class BankLadder:
    """Severity or likelihood: where it starts, and what raises it."""

    axis: str
    base: Said | None  # none where rows are added to a ladder of another bank
    rows: tuple[LadderRow, ...]
    added_by: str  # the bank that adds them; empty where they stand with the risk


@dataclass(frozen=True, slots=True)
class BankRisk:
    """A risk, when it applies, how bad and how likely it is, and what lowers it."""

    number: int
    id: str
    title: Worded
    scenario: Worded | None
    event: Named | None
    threats: tuple[Named, ...]
    harms: tuple[Named, ...]
    irreversible: Said | None  # the impact that it has at least
    applies_when: Told | None
    ladders: tuple[BankLadder, ...]
    safeguards: tuple[Lowering, ...]
    refs: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class BankRedLine:
    """What may not be, whatever the scores."""

    id: str
    text: Worded
    crossed_when: Told
    waivable_by: Named
    refs: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class BankOutcome:
    """One result of a decision."""

    id: str
    label: Worded
    meaning: Said | None


@dataclass(frozen=True, slots=True)
class BankDecision:
    """A ladder of outcomes from the lightest to the heaviest."""

    id: str
    title: Worded
    role: str | None
    applies_when: Told | None
    outcomes: tuple[BankOutcome, ...]
    base: Said
    rows: tuple[LadderRow, ...]


@dataclass(frozen=True, slots=True)
class BankBand:
    """A share of an index's maximum, and what it is called."""

    id: str
    label: Said
    up_to: str | None
    obligations: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class BankFactor:
    """What an index is multiplied by, and from which share of which index on."""

    factor: str
    index: str | None
    share: str | None
    rounded: bool


@dataclass(frozen=True, slots=True)
class BankIndex:
    """Points that are added up."""

    id: str
    title: Said | None
    points_of: tuple[Target, ...]
    maximum: str | None  # where it is not that of all questions
    source: str | None  # the index that it is made from
    times: BankFactor | None
    bands: tuple[BankBand, ...]


@dataclass(frozen=True, slots=True)
class BankTightening:
    """What this bank adds to the one it stands on: rows of a risk, or that a question must be answered."""

    target: Target
    required: bool
    ladders: tuple[BankLadder, ...]


@dataclass(frozen=True, slots=True)
class OwnTerms:
    """Words that the bank brings of its own."""

    list: str
    terms: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The bank that this one stands on, in the version that was read."""

    id: str
    version: str
    title: Said
    from_version: str  # this or a later one


@dataclass(frozen=True, slots=True)
class BankCounts:
    """How much there is."""

    questions: int
    always: int  # asked whatever the other answers are
    safeguards: int
    required: int
    risks: int
    red_lines: int
    decisions: int
    references: int
    unchecked: int


@dataclass(frozen=True, slots=True)
class BankGrade:
    """A rung of a scale in words that a panel can agree on."""

    id: str
    label: Worded
    level: Level
    meaning: Worded | None
    example: Said | None
    accepted_by: Named | None  # levels: the post that may accept it


@dataclass(frozen=True, slots=True)
class BankMethod:
    """The scales, the matrix, and by how much safeguards count."""

    severity: tuple[BankGrade, ...]
    likelihood: tuple[BankGrade, ...]
    levels: tuple[BankGrade, ...]
    matrix: tuple[MapRow, ...]
    implemented: int
    verified: int
    likelihood_steps: int
    severity_steps: int


@dataclass(frozen=True, slots=True)
class BankDocument:
    """One version of a bank in one language."""

    language: str
    id: str
    version: str
    title: Worded
    status: str
    prefix: str
    languages: tuple[Said, ...]
    reviewed_by: str | None
    stands_on: Standing | None
    vocabulary: str
    references: str
    required_when: Told | None
    counts: BankCounts
    method: BankMethod | None
    sections: tuple[BankSection, ...]
    risks: tuple[BankRisk, ...]
    red_lines: tuple[BankRedLine, ...]
    decisions: tuple[BankDecision, ...]
    indices: tuple[BankIndex, ...]
    tightens: tuple[BankTightening, ...]
    own_terms: tuple[OwnTerms, ...]
    laws: tuple[LawClass, ...]
    cited_from: dict[str, tuple[Target, ...]]
    unknown_references: tuple[str, ...]
    parts: tuple[str, ...]  # the parts that there are, in order
    example: str | None  # an id, to explain ids by
    tool: str
