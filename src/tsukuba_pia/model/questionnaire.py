"""Several banks laid together: what one assessment is asked and judged by."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.bank import Bank, Decision, Method, Question, RedLine, Risk, SafeguardUse, Section
from tsukuba_pia.model.condition import Atom, Condition, Joined
from tsukuba_pia.model.text import Text
from tsukuba_pia.model.vocabulary import References, Vocabulary

OF_ITEMS = (
    "captures",
    "groups",
    "categories",
    "identifiers",
)  # lists of the vocabulary that a data item names words of


@dataclass(frozen=True)
class Place:
    """Where in which bank something stands."""

    bank: str
    path: Path


@dataclass(frozen=True)
class Step:
    """A row of a ladder in its composed order: `value` at least, when this holds, for this group or for everyone."""

    value: str
    when: Condition
    because: Text
    group: str | None
    refs: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Steps:
    """A ladder after composition: core's rows first, then what sectors add."""

    base: str
    rows: tuple[Step, ...]
    place: Place


@dataclass(frozen=True)
class RiskRule:
    """A risk after composition."""

    risk: Risk
    severity: Steps
    likelihood: Steps
    safeguards: tuple[tuple[SafeguardUse, Place], ...]
    place: Place


@dataclass(frozen=True)
class AskedQuestion:
    """A question after composition: its section's condition beside its own, tightened where a sector says so."""

    question: Question
    section: Section
    required: bool
    place: Place


@dataclass(frozen=True)
class RedLineRule:
    """A red line after composition."""

    red_line: RedLine
    place: Place


@dataclass(frozen=True)
class DecisionRule:
    """A decision after composition."""

    decision: Decision
    steps: Steps
    place: Place


class SameThing(NamedTuple):
    """An answer and a fact of the inventory that the banks read as one: a row holds by either. `times`: in how many."""

    answer: Atom
    fact: Atom
    times: int


@dataclass(frozen=True, eq=False)  # the same is who is the same: what is worked out of it can be kept
class Questionnaire:
    """One core bank and any number of sectors, with their vocabulary and references."""

    banks: tuple[Bank, ...]
    method: Method
    questions: Mapping[str, AskedQuestion]
    risks: Mapping[str, RiskRule]
    red_lines: Mapping[str, RedLineRule]
    decisions: Mapping[str, DecisionRule]
    vocabulary: Vocabulary
    references: References
    modified_method: bool = False
    files: Mapping[str, str] = None  # type: ignore[assignment]  # bank → its file, for places in reports

    @cached_property
    def level_ids(self) -> tuple[str, ...]:
        """Levels from the lowest, without `none`."""
        return tuple(level.id for level in self.method.levels)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each question in the order of asking."""
        return {name: place for place, name in enumerate(self.questions)}

    @cached_property
    def sections(self) -> tuple[tuple[Bank, Section], ...]:
        """All sections with their bank, in order."""
        return tuple((bank, section) for bank in self.banks for section in bank.sections)

    @cached_property
    def same_things(self) -> tuple[SameThing, ...]:
        """What an assessment says twice, by the rows of risks, red lines and decisions: `any: [an answer, a fact]`."""
        ladders = [ladder for rule in self.risks.values() for ladder in (rule.severity, rule.likelihood)]
        ladders += [rule.steps for rule in self.decisions.values()]
        conditions = [row.when for ladder in ladders for row in ladder.rows]
        conditions += [rule.red_line.crossed_when for rule in self.red_lines.values()]
        pairs = Counter(pair for condition in conditions for pair in _answer_or_fact(condition))
        return tuple(SameThing(*pair, times) for pair, times in pairs.items())

    @cached_property
    def same_lists(self) -> Mapping[str, str]:
        """The questions whose options are all words of a list that the inventory speaks in too, and which list."""
        lists = {name: {term.id for term in getattr(self.vocabulary, name)} for name in OF_ITEMS}
        found: dict[str, str] = {}
        for name, asked in self.questions.items():
            options = {option.id for option in asked.question.options}
            if asked.question.type == "choices" and options:
                found.update((name, one) for one, words in lists.items() if options <= words)
        return found

    @cached_property
    def signs_of_data(self) -> tuple[Atom, ...]:
        """The answers by which banks see that there is data: they ask more where `any:` of one and of a fact holds."""
        conditions = [section.ask_when for _, section in self.sections]
        conditions += [asked.question.ask_when for asked in self.questions.values()]
        found: dict[Atom, None] = {}
        for condition in conditions:
            if isinstance(condition, Joined) and condition.word == "any":
                parts = [part for part in condition.of if isinstance(part, Atom)]
                if any(part.subject == "data" for part in parts):
                    found |= dict.fromkeys(part for part in parts if part.subject == "question")
        return tuple(found)

    def role(self, role: str) -> DecisionRule | None:
        """The decision that plays a role."""
        return next((rule for rule in self.decisions.values() if rule.decision.role == role), None)


def _answer_or_fact(condition: Condition) -> Iterator[tuple[Atom, Atom]]:
    """Each `any` of one answer and one fact in a condition."""
    if isinstance(condition, Atom):
        return
    first, *others = condition.of
    if condition.word == "any" and isinstance(first, Atom) and len(others) == 1 and isinstance(others[0], Atom):
        subjects = {atom.subject: atom for atom in (first, others[0])}
        if len(subjects) == len(condition.of):
            yield subjects["question"], subjects["data"]
    for part in condition.of:
        yield from _answer_or_fact(part)
