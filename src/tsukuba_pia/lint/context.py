"""What rules look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.lint.traces import Trace
from tsukuba_pia.load.evidence import Evidence
from tsukuba_pia.load.other_banks import OtherBank
from tsukuba_pia.model.assessment import Answer, Assessment
from tsukuba_pia.model.bank import Bank, Method, Question, Risk
from tsukuba_pia.model.comment_window import Window
from tsukuba_pia.model.condition import Atom, Condition, atoms
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import Asked, ScoreResult, Standing
from tsukuba_pia.model.sign_off import SignOff, SignOffs
from tsukuba_pia.model.text import Text
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.score.conditions import Judge
from tsukuba_pia.score.engine import score
from tsukuba_pia.yaml_source import Source

_new = tuple.__new__  # what a NamedTuple does, without the call: each answer is one

Use = Literal["ask", "risk", "red_line", "decision", "required"]  # what a condition decides


@dataclass(frozen=True)
class BankContext:
    """One bank with those that it builds on; every path is one of this bank's file."""

    bank: Bank
    source: Source
    banks: tuple[Bank, ...]  # what it may refer to, core first, itself last
    vocabulary: Vocabulary
    references: References
    as_of: str = ""  # without a day nothing comes due
    beside: Mapping[str, tuple[str, frozenset[str]]] = field(default_factory=dict)  # other banks: prefix and questions

    @property
    def base(self) -> tuple[Bank, ...]:
        """The banks that this one builds on."""
        return self.banks[:-1]

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """All questions that this bank may refer to, in the order of asking; the first of an id counts."""
        found: dict[str, Question] = {}
        for bank in self.banks:
            for question in bank.questions:
                found.setdefault(question.id, question)
        return found

    @cached_property
    def risks(self) -> Mapping[str, Risk]:
        """All risks that this bank may refer to."""
        return {risk.id: risk for bank in reversed(self.banks) for risk in bank.risks}

    @cached_property
    def method(self) -> Method | None:
        """The method that holds here."""
        return next((bank.method for bank in self.banks if bank.method is not None), None)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each question in the order of asking."""
        return {name: number for number, name in enumerate(self.questions)}

    @cached_property
    def questions_here(self) -> tuple[tuple[Path, Question], ...]:
        """This bank's questions with their paths."""
        return tuple(
            (("sections", section_number, "questions", number), question)
            for section_number, section in enumerate(self.bank.sections)
            for number, question in enumerate(section.questions)
        )

    @cached_property
    def conditions(self) -> tuple[tuple[Use, Path, Condition], ...]:
        """This bank's conditions with their paths and what they decide."""
        return tuple(_conditions(self.bank))

    @cached_property
    def atoms(self) -> tuple[tuple[Use, Path, Atom], ...]:
        """The single comparisons of this bank's conditions, with their own paths."""
        return tuple(
            (use, (*path, *inside), atom) for use, path, whole in self.conditions for atom, inside in atoms(whole)
        )

    def question_of(self, atom: Atom) -> Question | None:
        """The question that a comparison reads, where it reads one that is there."""
        return self.questions.get(atom.name) if atom.subject == "question" else None

    def terms(self, name: str) -> tuple[str, ...]:
        """The ids of one of the vocabulary's lists, with the banks' own terms."""
        own = (term.id for bank in self.banks for term in (bank.vocabulary or {}).get(name, ()))
        shared = (term.id for term in getattr(self.vocabulary, name))
        return (*shared, *own)

    def labelled(self, name: str) -> Mapping[str, Text]:
        """The same ids with what they are called."""
        own = (term for bank in self.banks for term in (bank.vocabulary or {}).get(name, ()))
        return {term.id: term.label for term in (*getattr(self.vocabulary, name), *own)}

    @cached_property
    def reference_ids(self) -> tuple[str, ...]:
        """The ids of the references, with the banks' own."""
        return (*self.references.by_id, *(item.id for bank in self.banks for item in bank.references))


def _conditions(bank: Bank) -> list[tuple[Use, Path, Condition]]:  # noqa: C901 - one loop per place
    found: list[tuple[Use, Path, Condition | None]] = [("required", ("required_when",), bank.required_when)]
    for number, section in enumerate(bank.sections):
        path: Path = ("sections", number)
        found.append(("ask", (*path, "ask_when"), section.ask_when))
        for order, question in enumerate(section.questions):
            found.append(("ask", (*path, "questions", order, "ask_when"), question.ask_when))
    for number, risk in enumerate(bank.risks):
        found.append(("risk", ("risks", number, "applies_when"), risk.applies_when))
        for axis, ladder in (("severity", risk.severity), ("likelihood", risk.likelihood)):
            for order, row in enumerate(ladder.rows):
                found.append(("risk", ("risks", number, axis, "rows", order, "when"), row.when))
    for number, line in enumerate(bank.red_lines):
        found.append(("red_line", ("red_lines", number, "crossed_when"), line.crossed_when))
    for number, decision in enumerate(bank.decisions):
        found.append(("decision", ("decisions", number, "applies_when"), decision.applies_when))
        for order, outcome in enumerate(decision.rows):
            found.append(("decision", ("decisions", number, "rows", order, "when"), outcome.when))
    for number, more in enumerate(bank.tightens):
        for axis, rows in (("severity", more.severity), ("likelihood", more.likelihood)):
            for order, row in enumerate(rows):
                found.append(("risk", ("tightens", number, axis, order, "when"), row.when))
    return [(use, path, condition) for use, path, condition in found if condition is not None]


class Answered(NamedTuple):
    """An answer in an assessment, with its question where there is one; `path` leads to its value."""

    id: str
    path: Path
    answer: Answer
    question: Question | None

    def at(self, key: str) -> Path:
        """The path of another key of its long form; of the answer where that key is not there."""
        return ("answers", self.id, key)


class Counted(NamedTuple):
    """An answer to a question that is, or may be, asked."""

    id: str
    path: Path
    answer: Answer
    question: Question
    standing: Standing

    def at(self, key: str) -> Path:
        """The path of another key of its long form; of the answer where that key is not there."""
        return ("answers", self.id, key)


class Wider(NamedTuple):
    """A city's profile farther up than the one that counts, and the banks that may be required from there."""

    name: str  # its file, as seen from the one that counts
    profile: Profile
    banks: tuple[OtherBank, ...]


class Then(NamedTuple):
    """An assessment as it was at a revision, and how many sign-offs it had there."""

    assessment: Assessment
    signed: int
    revision: str  # as the command names it: a branch, a tag
    first_day: Callable[[], str] = str  # of the first commit up to there with its file; nothing where none is known


@dataclass(frozen=True)
class AssessmentContext:
    """One assessment with the banks it is answered against."""

    assessment: Assessment
    source: Source
    questionnaire: Questionnaire
    as_of: str
    missing_evidence: frozenset[str] = frozenset()
    profile: Profile | None = None
    stage: Stage = "draft"
    other_banks: tuple[OtherBank, ...] = ()  # banks that it did not choose
    scored: ScoreResult | None = None  # its score, where it is known already
    sign_offs: SignOffs = field(default_factory=SignOffs)
    earlier: tuple[Assessment, ...] = ()  # what it said at each of them that can be relied on
    then: Then | None = None  # what it said at the revision that it is held to
    proposed: SignOff | None = None  # what a person is about to sign
    changed: bool = False  # it says something else than what was signed last
    windows: tuple[Window, ...] = ()  # its comment windows that are bound to a digest
    evidence: Evidence = field(default_factory=Evidence)  # what lies there of what it lists
    newer_banks: Mapping[str, str] = field(default_factory=dict)  # of those it uses: the newest version published since
    city: Source | None = None  # the city's profile as it was read
    wider: tuple[Wider, ...] = ()  # profiles that lie around it, the nearest first
    telling: bool = False  # it is neither to be built nor to be run: refused, ended, no assessment needed

    @property
    def sign_off(self) -> SignOff | None:
        """What is about to be signed, else what was signed last."""
        return self.proposed or self.sign_offs.last

    @property
    def history(self) -> tuple[Assessment, ...]:
        """What it said before, the first time first: at each sign-off, and at the revision that it is held to."""
        if self.then is None:
            return self.earlier
        return (*self.earlier[: self.then.signed], self.then.assessment, *self.earlier[self.then.signed :])

    @cached_property
    def result(self) -> ScoreResult:
        """The score, worked out once for all rules."""
        return self.scored or score(self.questionnaire, self.assessment, self.as_of, self.missing_evidence)

    @cached_property
    def judge(self) -> Judge:
        """Says of a condition whether it holds."""
        return Judge(self.result.standings, self.result.facts)

    @cached_property
    def answered(self) -> tuple[Answered, ...]:
        """Every answer of the file, in its order, also those to questions that are not there."""
        plain = self.source.data["answers"] if self.assessment.answers else {}
        questions, found = self.questionnaire.questions, []
        for name, answer in self.assessment.answers.items():
            path: Path = ("answers", name, "answer") if type(plain[name]) is dict else ("answers", name)
            question = questions[name].question if name in questions else None
            found.append(_new(Answered, (name, path, answer, question)))
        return tuple(found)

    @cached_property
    def long_forms(self) -> tuple[Answered, ...]:
        """The answers in their long form; most say nothing beside their value."""
        return tuple(one for one in self.answered if one.path[-1] == "answer")

    @cached_property
    def counted(self) -> tuple[Counted, ...]:
        """The answers to questions that are, or may be, asked."""
        standings, never = self.result.standings, Asked.NOT
        there = ((one, standings[one.id]) for one in self.answered if one.question is not None)
        return tuple(_new(Counted, (*one, standing)) for one, standing in there if standing.asked is not never)

    @cached_property
    def counted_by_id(self) -> Mapping[str, Counted]:
        """The same, by their questions."""
        return {one.id: one for one in self.counted}

    @cached_property
    def traces(self) -> tuple[Trace, ...]:
        """What leads to a person in the texts that will be published, looked for once for all rules."""
        from tsukuba_pia.lint.personal import traces_in  # noqa: PLC0415 - a draft does without it

        return traces_in(self.source, self.assessment, self.profile)
