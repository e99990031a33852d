"""A score as guests may see it (formats.md §7): levels stay true, what rests on a withheld answer has no words.

The same measure as in a public report: titles and levels of risks, red lines, outcomes and raised levels are never
withheld; reasons, answers and open questions are, where their answer is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Protocol, TypeVar

from tsukuba_pia.model.assessment import Answer, Assessment
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import (
    AnswerState,
    Contribution,
    DecisionResult,
    IndexResult,
    Reason,
    RiskResult,
    ScoreResult,
    Standing,
    Truth,
)
from tsukuba_pia.model.text import Text
from tsukuba_pia.model.withheld_sections import spread
from tsukuba_pia.report.bearing import indices_on


class Resting(Protocol):
    """What rests on answers."""

    @property
    def questions(self) -> tuple[str, ...]:
        """Whose answers."""


One = TypeVar("One", bound=Resting)


def is_withheld(answer: Answer) -> bool:
    """Whether an answer itself is withheld."""
    return answer.hidden


def hidden_answers(questionnaire: Questionnaire, assessment: Assessment) -> frozenset[str]:
    """The questions whose answers are withheld, alone or with their section."""
    answers = spread(questionnaire, assessment).answers
    return frozenset(name for name, answer in answers.items() if is_withheld(answer))


def told(all_: Iterable[One], hides: Callable[[tuple[str, ...]], bool]) -> tuple[tuple[One, ...], bool]:
    """Those that may be told, and whether there are others: these are told once, without words."""
    found = tuple(all_)
    kept = tuple(one for one in found if not hides(one.questions))
    return kept, len(kept) < len(found)


def redacted(questionnaire: Questionnaire, result: ScoreResult, hidden: AbstractSet[str], instead: Text) -> ScoreResult:
    """The score without what rests on hidden answers; `instead` stands once in its place."""
    return replace(
        result,
        standings={name: _standing(one, hidden) for name, one in result.standings.items()},
        risks={name: _risk(one, hidden, instead) for name, one in result.risks.items()},
        red_lines={name: replace(one, questions=seen(one.questions, hidden)) for name, one in result.red_lines.items()},
        decisions={name: _decision(one, hidden, instead) for name, one in result.decisions.items()},
        indices=redacted_indices(questionnaire, result.indices, hidden),
    )


def seen(questions: Iterable[str], hidden: AbstractSet[str]) -> tuple[str, ...]:
    """The questions that may be named."""
    return tuple(name for name in questions if name not in hidden)


def _standing(one: Standing, hidden: AbstractSet[str]) -> Standing:
    return one._replace(state=AnswerState.ANSWERED, value=None, evidence=False) if one.question in hidden else one


def _risk(one: RiskResult, hidden: AbstractSet[str], instead: Text) -> RiskResult:
    return replace(one, contributions=tuple(_contributions(one.contributions, hidden, instead)))


def _contributions(all_: Iterable[Contribution], hidden: AbstractSet[str], instead: Text) -> Iterator[Contribution]:
    """Those that may be seen; for all others one that says that there are some, on no axis more than on another."""
    kept, others = told(all_, lambda names: not hidden.isdisjoint(names))
    yield from kept
    if others:
        yield Contribution("level", "withheld", "", "", None, instead)


def _decision(one: DecisionResult, hidden: AbstractSet[str], instead: Text) -> DecisionResult:
    kept, others = told(one.reasons, lambda names: not hidden.isdisjoint(names))
    if not others:
        return one
    return replace(
        one, reasons=(*kept, Reason(one.outcome.worst, Truth.TRUE, instead, (), (), (), one.reasons[0].place))
    )


def redacted_indices(
    questionnaire: Questionnaire, indices: Mapping[str, IndexResult], hidden: AbstractSet[str]
) -> dict[str, IndexResult]:
    """Bands stay; points that count hidden answers would tell which option was chosen."""
    summed = indices_on(questionnaire, hidden)
    return {
        name: replace(one, sections={}, over=False, withheld=True) if name in summed else one
        for name, one in indices.items()
    }
