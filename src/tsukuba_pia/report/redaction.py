"""A score as guests may see it (formats.md §7): levels stay true, what rests on a withheld answer has no words.

The same measure as in a public report: titles and levels of risks, red lines, outcomes and raised levels are never
withheld; reasons, answers and open questions are, where their answer is.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.result import (
    AnswerState,
    Contribution,
    DecisionResult,
    Reason,
    RiskResult,
    ScoreResult,
    Standing,
    Truth,
)
from tsukuba_pia.model.text import Text
from tsukuba_pia.score.search import Verdict
from tsukuba_pia.score.unknowns import Unknowns


def hidden_answers(assessment: Assessment) -> frozenset[str]:
    """The questions whose answers are withheld; that it is said is the switch."""
    return frozenset(name for name, answer in assessment.answers.items() if answer.withheld is not None)


def redacted(result: ScoreResult, hidden: AbstractSet[str], told: Text) -> ScoreResult:
    """The score without what rests on hidden answers; `told` stands once in its place."""
    return replace(
        result,
        standings={name: _standing(one, hidden) for name, one in result.standings.items()},
        risks={name: _risk(one, hidden, told) for name, one in result.risks.items()},
        red_lines={
            name: replace(one, questions=_seen(one.questions, hidden)) for name, one in result.red_lines.items()
        },
        decisions={name: _decision(one, hidden, told) for name, one in result.decisions.items()},
    )


def redacted_unknowns(found: Unknowns, hidden: AbstractSet[str]) -> Unknowns:
    """What is not known without hidden questions: that one of them is open is withheld, too."""
    ranked = tuple(replace(one, opens=_seen(one.opens, hidden)) for one in found.ranked if one.question not in hidden)
    pairs = None if found.pairs is None else tuple(one for one in found.pairs if not hidden & set(one))
    could = found.could._replace(**{name: _verdict(one, hidden) for name, one in found.could._asdict().items()})
    return Unknowns(ranked, pairs, could)


def _verdict(one: Verdict, hidden: AbstractSet[str]) -> Verdict:
    witness = {name: answer for name, answer in one.witness.items() if name not in hidden}
    return one._replace(witness=witness, deciding=_seen(one.deciding, hidden))


def _seen(questions: Iterable[str], hidden: AbstractSet[str]) -> tuple[str, ...]:
    return tuple(name for name in questions if name not in hidden)


def _standing(one: Standing, hidden: AbstractSet[str]) -> Standing:
    return replace(one, state=AnswerState.ANSWERED, value=None, evidence=False) if one.question in hidden else one


def _risk(one: RiskResult, hidden: AbstractSet[str], told: Text) -> RiskResult:
    return replace(one, contributions=tuple(_contributions(one.contributions, hidden, told)))


def _contributions(all_: Iterable[Contribution], hidden: AbstractSet[str], told: Text) -> Iterator[Contribution]:
    """Those that may be seen; for all others one that says that there are some, on no axis more than on another."""
    withheld = False
    for one in all_:
        if hidden & set(one.questions):
            withheld = True
        else:
            yield one
    if withheld:
        yield Contribution("level", "withheld", "", "", None, told)


def _decision(one: DecisionResult, hidden: AbstractSet[str], told: Text) -> DecisionResult:
    kept = tuple(reason for reason in one.reasons if not hidden & set(reason.questions))
    if len(kept) == len(one.reasons):
        return one
    instead = Reason(one.outcome.worst, Truth.TRUE, told, (), (), (), one.reasons[0].place)
    return replace(one, reasons=(*kept, instead))
