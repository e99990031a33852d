"""An assessment with some answers still to come: what each level can be, worked out again only where it is touched.

Two readings of the same figures. While questions are left open, levels are the best and the worst case, as scoring
has them. While questions are to be answered, they are the lowest and the highest worst case that any answers give.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from tsukuba_pia.model.assessment import Answer, AnswerValue, Assessment
from tsukuba_pia.model.bank import NOT_APPLICABLE
from tsukuba_pia.model.condition import Atom, Condition, Joined, atoms
from tsukuba_pia.model.questionnaire import AskedQuestion, Questionnaire
from tsukuba_pia.model.result import NONE, AnswerState, Asked, ScoreResult, Standing
from tsukuba_pia.score.asked import NO_ANSWER
from tsukuba_pia.score.completed import completed, day_of_proof
from tsukuba_pia.score.conditions import Judge
from tsukuba_pia.score.possible import possible
from tsukuba_pia.score.risk_bounds import NO_LEVEL, Levels, RiskBounds, Shared
from tsukuba_pia.score.truths import Compared, Compiler, Live, Truths, read_by, truths

_ASKED = {Asked.ASKED: 4, Asked.PERHAPS: 2, Asked.NOT: 1}


Kind = Literal["question", "risk", "line", "decision"]


class Item(NamedTuple):
    """Something that hangs on open questions."""

    kind: Kind
    name: str


class Restored(NamedTuple):
    """What a restriction changed, to be taken back."""

    question: Live
    remaining: int
    asked: tuple[tuple[Live, int], ...]
    levels: tuple[tuple[str, Levels], ...] = ()
    lines: tuple[tuple[str, int], ...] = ()


class World:
    """One assessment; begins with every open question left open."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        assessment: Assessment,
        result: ScoreResult,
        missing_evidence: AbstractSet[str] = frozenset(),
    ) -> None:
        """Take the same as `score` does, and what it found."""
        self.questionnaire, self.assessment, self.result = questionnaire, assessment, result
        self.missing = missing_evidence
        self.day = day_of_proof(assessment, result.as_of, frozenset(questionnaire.risks))
        self.judge = Judge(result.standings, result.facts)
        self.live = dict(self._live())
        self.open = tuple(name for name, one in self.live.items() if one.open)
        compiler = self.compiler = Compiler(self.judge, self.live)
        self.asks = {name: compiler(_both(questionnaire.questions[name])) for name in self.live}
        shared = Shared(questionnaire, assessment, result, compiler, self.answers)
        self.risks = {name: one for name in questionnaire.risks if (one := RiskBounds(name, shared)).touched}
        lines = {name: compiler(rule.red_line.crossed_when) for name, rule in questionnaire.red_lines.items()}
        self.lines = {name: one for name, one in lines.items() if not isinstance(one, int)}
        self.settled_lines = {name: one for name, one in lines.items() if isinstance(one, int)}
        self.completing = False
        self._index()
        self.levels = {name: risk.levels(completing=False) for name, risk in self.risks.items()}
        self.crossed = {name: truths(one) for name, one in self.lines.items()}

    def _live(self) -> Iterator[tuple[str, Live]]:
        """Questions that are open, and those that are perhaps asked: nothing else can come out differently."""
        standings = {
            name: one for name, one in self.result.standings.items() if one.open or one.asked is Asked.PERHAPS
        }  # fmt: skip
        read: dict[str, list[Atom]] = {name: [] for name in standings}
        for atom in _comparisons(self.questionnaire) if standings else ():
            if atom.subject == "question" and atom.name in read:
                read[atom.name].append(atom)
        for name, one in standings.items():
            can_be = possible(self.questionnaire.questions[name].question, tuple(dict.fromkeys(read[name])))
            values = can_be.values if one.open else (_said(one),)
            yield name, Live(name, one.open, values, can_be.whole, _ASKED[one.asked], 0 if one.open else 1)

    def answers(self, name: str) -> Iterator[tuple[Standing, Answer]]:
        """Each possible answer of a live question, with all that it needs to count."""
        live, old = self.live[name], self.assessment.answers.get(name, NO_ANSWER)
        if live.open:
            yield from (self.answered(name, number) for number in range(len(live.values)))
        else:
            standing = self.result.standings[name]
            yield Standing(name, Asked.ASKED, standing.state, standing.value, standing.evidence), old

    def answered(self, name: str, number: int) -> tuple[Standing, Answer]:
        """One possible answer of an open question."""
        value, old = self.live[name].values[number], self.assessment.answers.get(name, NO_ANSWER)
        state = AnswerState.NOT_APPLICABLE if value == NOT_APPLICABLE else AnswerState.ANSWERED
        answer = completed(self.questionnaire.questions[name].question, old, value, self.day, self.missing)
        return Standing(name, Asked.ASKED, state, answer.answer, evidence=True), answer

    def _index(self) -> None:
        """Which live questions each thing hangs on, directly or because they are asked or not."""
        self.above: dict[str, frozenset[str]] = {}
        for name, one in self.asks.items():
            direct = _names(read_by(one))
            self.above[name] = direct.union(*(self.above[other] for other in direct))
        self._hanging: dict[tuple[Kind, str], list[str]] = {}
        self.comparisons: dict[Item, dict[str, tuple[Compared, ...]]] = {}
        for name, one in self.asks.items():
            self.register(Item("question", name), (one,))
        for name, risk in self.risks.items():
            self.register(Item("risk", name), risk.checks, risk.reads)
        for name, one in self.lines.items():
            self.register(Item("line", name), (one,))
        self.below = {name: self.hanging("question", name) for name in self.live}
        self.touched_risks = {name: self.hanging("risk", name) for name in self.live}
        self.touched_lines = {name: self.hanging("line", name) for name in self.live}

    def register(self, item: Item, checks: Iterable[Truths], also: AbstractSet[str] = frozenset()) -> None:
        """Remember the live questions that an item hangs on, each with the comparisons that it is read by."""
        own = tuple(one for check in checks for one in read_by(check))
        direct = _names(own) | also
        cone = direct.union(*(self.above[one] for one in direct))
        through = (one for name in self.live if name in cone for one in read_by(self.asks[name]))
        found: dict[str, list[Compared]] = {name: [] for name in self.live if name in cone}
        for one in (*through, *own):
            found[one.question.name].append(one)
        self.comparisons[item] = {name: tuple(some) for name, some in found.items()}
        for name in found:
            self._hanging.setdefault((item.kind, name), []).append(item.name)

    def hanging(self, kind: Kind, name: str) -> tuple[str, ...]:
        """What of a kind hangs on a question."""
        return tuple(self._hanging.get((kind, name), ()))

    def rank(self, level: str) -> int:
        """The place of a level; `none` stands below all."""
        return NO_LEVEL if level == NONE else self.questionnaire.level_ids.index(level)

    def complete(self, names: Iterable[str]) -> None:
        """From now on these are to be answered, and levels are the bounds of the worst case."""
        self.completing = True
        for name in names:
            self.live[name].remaining = self.live[name].every
        for name in self.live:
            self.live[name].asked = truths(self.asks[name])
        self.levels = {name: risk.levels(completing=True) for name, risk in self.risks.items()}
        self.crossed = {name: truths(one) for name, one in self.lines.items()}

    def reset(self) -> None:
        """Leave every open question open again."""
        self.completing = False
        for name, one in self.live.items():
            one.remaining, one.asked = (0 if one.open else 1), _ASKED[self.result.standings[name].asked]
        self.levels = {name: risk.levels(completing=False) for name, risk in self.risks.items()}
        self.crossed = {name: truths(one) for name, one in self.lines.items()}

    def answer(self, name: str, remaining: int) -> Restored:
        """Allow a question only these answers, and see what is asked; levels are left as they were."""
        live = self.live[name]
        before, live.remaining = live.remaining, remaining
        asked = []
        for one in self.below[name]:
            other = self.live[one]
            now = truths(self.asks[one])
            if now != other.asked:
                asked.append((other, other.asked))
                other.asked = now
        return Restored(live, before, tuple(asked))

    def restrict(self, name: str, remaining: int) -> Restored:
        """Allow a question only these answers, and work out again what it touches."""
        levels = tuple((one, self.levels[one]) for one in self.touched_risks[name])
        lines = tuple((one, self.crossed[one]) for one in self.touched_lines[name])
        changed = self.answer(name, remaining)
        for one, _ in levels:
            self.levels[one] = self.risks[one].levels(completing=self.completing)
        for one, _ in lines:
            self.crossed[one] = truths(self.lines[one])
        return changed._replace(levels=levels, lines=lines)

    def restore(self, changed: Restored) -> None:
        """Take a restriction back; the last one first."""
        changed.question.remaining = changed.remaining
        for one, asked in changed.asked:
            one.asked = asked
        self.levels.update(changed.levels)
        self.crossed.update(changed.lines)


def _both(asked: AskedQuestion) -> Condition:
    parts = tuple(one for one in (asked.section.ask_when, asked.question.ask_when) if one is not None)
    return Joined("all", len(parts), parts)


def _said(standing: Standing) -> AnswerValue:
    return NOT_APPLICABLE if standing.state is AnswerState.NOT_APPLICABLE else standing.value


def _names(read: Iterable[Compared]) -> frozenset[str]:
    return frozenset(one.question.name for one in read)


def _comparisons(questionnaire: Questionnaire) -> Iterator[Atom]:
    """Every comparison that may say something about a level, a red line, a decision or a question's being asked."""
    for condition in _conditions(questionnaire):
        for atom, _ in atoms(condition):
            yield atom


def _conditions(questionnaire: Questionnaire) -> Iterator[Condition | None]:
    for _, section in questionnaire.sections:
        yield section.ask_when
    for asked in questionnaire.questions.values():
        yield asked.question.ask_when
    for risk in questionnaire.risks.values():
        yield risk.risk.applies_when
        yield from (row.when for steps in (risk.severity, risk.likelihood) for row in steps.rows)
    for line in questionnaire.red_lines.values():
        yield line.red_line.crossed_when
    for decision in questionnaire.decisions.values():
        yield decision.decision.applies_when
        yield from (row.when for row in decision.steps.rows)
    for group in questionnaire.vocabulary.groups:
        yield group.stays_when
