"""A score as guests may see it (formats.md §7): levels stay true, what rests on a withheld answer has no words.

The same measure as in a public report: titles and levels of risks, red lines, outcomes and raised levels are never
withheld; reasons, answers and open questions are, where their answer is. That something rests on a withheld answer is
told wherever a row of the banks could, not where one does: that would tell which option was chosen.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tsukuba_pia.model.assessment import Answer, Assessment
from tsukuba_pia.model.condition import questions_in
from tsukuba_pia.model.questionnaire import DecisionRule, Questionnaire, RiskRule, Steps
from tsukuba_pia.model.result import (
    EVERYONE,
    UNTOLD,
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

AXES = ("severity", "likelihood")


def is_withheld(answer: Answer) -> bool:
    """Whether an answer itself is withheld."""
    return answer.hidden


def hidden_answers(questionnaire: Questionnaire, assessment: Assessment) -> frozenset[str]:
    """The questions whose answers are withheld, alone or with their section."""
    answers = spread(questionnaire, assessment).answers
    return frozenset(name for name, answer in answers.items() if is_withheld(answer))


def steps_told(
    rule: RiskRule, steps: Iterable[Contribution], hidden: AbstractSet[str]
) -> tuple[tuple[Contribution, ...], bool]:
    """The steps of a risk that may be told, and whether there can be others: these are told once, without words.

    Where others can move the same axis, none of its rows is told, and not from where to where a safeguard moves it
    (`before` and `after` are empty); where one is withheld, not by how much each of the rest lowers: of one kind the
    strongest counts. A row that is for the group hit hardest tells which that is: where this is not told, such rows
    are not, nor what the others move on the same axis.
    """
    guarded, untold = _guarded(rule, hidden), group_untold(rule, hidden)
    moved = [axis for axis in AXES if _could_rest(getattr(rule, axis), hidden)]
    veiled = [axis for axis in AXES if axis in moved or (untold and _for_a_group(getattr(rule, axis)))]
    silent = {("row", axis) for axis in moved} | ({("safeguard", axis) for axis in AXES} if guarded else set())
    kept = (
        _without_effect(one, veiled=one.axis in veiled, untold=untold)
        for one in steps
        if hidden.isdisjoint(one.questions)
        and (one.cause, one.axis) not in silent
        and not (untold and one.cause == "row" and one.group != EVERYONE)
    )
    return tuple(kept), guarded or bool(veiled)


def _without_effect(one: Contribution, *, veiled: bool, untold: bool) -> Contribution:
    if veiled and one.cause in {"row", "safeguard"}:
        one = replace(one, before="", after="")
    return replace(one, group=EVERYONE) if untold else one


def group_untold(rule: RiskRule, hidden: AbstractSet[str]) -> bool:
    """Whether a hidden answer can have a say in which group a risk hits hardest: some row is for one group alone."""
    ladders = (rule.severity, rule.likelihood)
    reads = _guarded(rule, hidden) or any(_could_rest(one, hidden) for one in ladders)
    return reads and any(_for_a_group(one) for one in ladders)


def as_told(rule: RiskRule, one: RiskResult, hidden: AbstractSet[str]) -> RiskResult:
    """A risk without the group that it hits hardest, where that could tell a hidden answer: all have its level then."""
    if not group_untold(rule, hidden):
        return one
    groups = tuple(replace(one.worst, group=each.group) for each in one.groups)
    return replace(one, groups=groups, worst_group=UNTOLD)


def _guarded(rule: RiskRule, hidden: AbstractSet[str]) -> bool:
    return any(use.question in hidden for use, _ in rule.safeguards)


def _for_a_group(ladder: Steps) -> bool:
    return any(row.group for row in ladder.rows)


def reasons_told(
    rule: DecisionRule, found: DecisionResult, hidden: AbstractSet[str]
) -> tuple[tuple[Reason, ...], bool]:
    """The reasons of a decision that may be told, and whether there can be others."""
    kept = tuple(one for one in found.reasons if hidden.isdisjoint(one.questions))
    return kept, found.applies is not Truth.FALSE and _could_rest(rule.steps, hidden)


def _could_rest(ladder: Steps, hidden: AbstractSet[str]) -> bool:
    return bool(hidden) and any(not hidden.isdisjoint(questions_in(row.when)) for row in ladder.rows)


def redacted(questionnaire: Questionnaire, result: ScoreResult, hidden: AbstractSet[str], instead: Text) -> ScoreResult:
    """The score without what rests on hidden answers; `instead` stands once in its place."""
    risks, decisions = questionnaire.risks, questionnaire.decisions
    return replace(
        result,
        standings={name: _standing(one, hidden) for name, one in result.standings.items()},
        risks={name: _risk(risks[name], one, hidden, instead) for name, one in result.risks.items()},
        red_lines={name: replace(one, questions=seen(one.questions, hidden)) for name, one in result.red_lines.items()},
        decisions={name: _decision(decisions[name], one, hidden, instead) for name, one in result.decisions.items()},
        indices=redacted_indices(questionnaire, result.indices, hidden),
    )


def seen(questions: Iterable[str], hidden: AbstractSet[str]) -> tuple[str, ...]:
    """The questions that may be named."""
    return tuple(name for name in questions if name not in hidden)


def _standing(one: Standing, hidden: AbstractSet[str]) -> Standing:
    return one._replace(state=AnswerState.ANSWERED, value=None, evidence=False) if one.question in hidden else one


def _risk(rule: RiskRule, one: RiskResult, hidden: AbstractSet[str], instead: Text) -> RiskResult:
    told = tuple(_contributions(rule, one.contributions, hidden, instead))
    return replace(as_told(rule, one, hidden), contributions=told)


def _contributions(
    rule: RiskRule, all_: Iterable[Contribution], hidden: AbstractSet[str], instead: Text
) -> Iterator[Contribution]:
    """Those that may be seen; for all others one that says that there can be some, on no axis more than on another."""
    kept, others = steps_told(rule, all_, hidden)
    yield from kept
    if others:
        yield Contribution("level", "withheld", "", "", None, instead)


def _decision(rule: DecisionRule, one: DecisionResult, hidden: AbstractSet[str], instead: Text) -> DecisionResult:
    kept, others = reasons_told(rule, one, hidden)
    if not others:
        return one
    return replace(one, reasons=(*kept, Reason(one.outcome.worst, Truth.TRUE, instead, (), (), (), rule.place)))


def redacted_indices(
    questionnaire: Questionnaire, indices: Mapping[str, IndexResult], hidden: AbstractSet[str]
) -> dict[str, IndexResult]:
    """Bands stay; points that count hidden answers would tell which option was chosen."""
    summed = indices_on(questionnaire, hidden)
    return {
        name: replace(one, sections={}, over=False, withheld=True) if name in summed else one
        for name, one in indices.items()
    }
