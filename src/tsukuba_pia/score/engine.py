"""Pure: (questionnaire, assessment, day) → ScoreResult. No file, no clock."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.condition import atoms
from tsukuba_pia.model.questionnaire import DecisionRule, Questionnaire, RedLineRule
from tsukuba_pia.model.result import (
    Contribution,
    DecisionResult,
    IndexResult,
    Interval,
    Lazily,
    Reason,
    RedLineResult,
    RedLineState,
    RiskResult,
    ScoreResult,
    Standing,
    Truth,
)
from tsukuba_pia.score.asked import standings_of
from tsukuba_pia.score.conditions import Judge
from tsukuba_pia.score.facts import facts_of
from tsukuba_pia.score.indices import scored_indices
from tsukuba_pia.score.ladder import climb, judged, rests_on
from tsukuba_pia.score.risks import RiskScorer, Scales

_CROSSED: dict[Truth, RedLineState] = {Truth.TRUE: "crossed", Truth.UNKNOWN: "unknown", Truth.FALSE: "clear"}


def score(
    questionnaire: Questionnaire, assessment: Assessment, as_of: str, missing_evidence: AbstractSet[str] = frozenset()
) -> ScoreResult:
    """Score an assessment on a day.

    Args:
        questionnaire: the composed banks; sound, as loading has checked.
        assessment: the answers and the inventory.
        as_of: the day (ISO 8601) on which evidence counts as lapsed or not.
        missing_evidence: the listed evidence files that do not exist.

    Returns:
        Every level as an interval from the best to the worst case; what is unknown counts as its worst.

    """
    facts = facts_of(assessment, questionnaire.vocabulary)
    standings = standings_of(questionnaire.questions, assessment, facts, as_of, missing_evidence)
    judge = Judge(standings, facts)

    @cache
    def scorer() -> RiskScorer:
        return RiskScorer(questionnaire, assessment, standings, judge, as_of)

    def risk(name: str) -> RiskResult:
        return _overridden(scorer().score(questionnaire.risks[name]), assessment, scorer().scales)

    return ScoreResult(
        as_of,
        facts,
        standings,
        Lazily(questionnaire.risks, risk),
        Lazily(questionnaire.red_lines, lambda name: red_line(questionnaire.red_lines[name], judge)),
        Lazily(questionnaire.decisions, lambda name: decided(questionnaire.decisions[name], judge)),
        questionnaire.level_ids,
        {name: one.computed for name, one in assessment.overrides.items()},
        _indices(questionnaire, standings),
    )


def _indices(questionnaire: Questionnaire, standings: Mapping[str, Standing]) -> dict[str, IndexResult]:
    """Those of all banks; points count nowhere else."""
    sections = [section for _, section in questionnaire.sections]
    return scored_indices((index for bank in questionnaire.banks for index in bank.indices), sections, standings)


def _overridden(risk: RiskResult, assessment: Assessment, scales: Scales) -> RiskResult:
    """A raised level stands while the computed one is the one that it answers; it never lowers."""
    override = assessment.overrides.get(risk.id)
    if override is None or override.computed != risk.current.worst or override.level not in scales.levels:
        return risk

    def raised(interval: Interval) -> Interval:
        return Interval(*(max(level, override.level, key=scales.rank) for level in interval))

    step = Contribution(
        "level", "override", risk.current.worst, raised(risk.current).worst, None, override.because, risk.worst_group
    )
    return replace(
        risk,
        inherent=raised(risk.inherent),
        current=raised(risk.current),
        target=raised(risk.target),
        contributions=(*risk.contributions, step),
    )


def red_line(rule: RedLineRule, judge: Judge) -> RedLineResult:
    """Whether a red line is crossed, clear, or not known."""
    found = [atom for atom, _ in atoms(rule.red_line.crossed_when)]
    questions = tuple(dict.fromkeys(atom.name for atom in found if atom.subject == "question"))
    facts = tuple(dict.fromkeys(atom.name for atom in found if atom.subject == "data"))
    return RedLineResult(rule.red_line.id, _CROSSED[judge(rule.red_line.crossed_when)], questions, facts, rule.place)


def decided(rule: DecisionRule, judge: Judge) -> DecisionResult:
    """What a decision comes to: the heaviest row that holds, and all that hold."""
    decision = rule.decision
    scale = [outcome.id for outcome in decision.outcomes]
    applies = judge(decision.applies_when)
    rows = judged(rule.steps, judge)
    height = climb(scale.index(decision.base), rows, scale)
    outcome = Interval(scale[height.best], scale[height.worst])
    if applies is Truth.FALSE:
        rows, outcome = (), Interval(decision.base, decision.base)
    elif applies is Truth.UNKNOWN:
        outcome = Interval(decision.base, outcome.worst)
    reasons = tuple(
        Reason(
            row.step.value,
            row.truth,
            row.step.because,
            *rests_on(row.step, judge.standings),
            row.step.refs,
            row.step.place,
        )
        for row in rows
    )
    return DecisionResult(decision.id, decision.role, applies, outcome, reasons)
