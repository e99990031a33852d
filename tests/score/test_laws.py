"""The laws of formats.md §2.5, over random banks and assessments."""

import copy
from itertools import pairwise
from random import Random
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tests.score.random_banks import METHOD, cases, value_of
from tsukuba_pia.model.result import NONE, Interval, RiskResult, ScoreResult
from tsukuba_pia.score.engine import score

Plain = dict[str, Any]
ORDER = (NONE, *METHOD["levels"])
DAY = "2027-01-01"


def scored(bank: Plain, assessment: Plain) -> ScoreResult:
    """Score plain data."""
    return score(questionnaire_of(bank), assessment_of(assessment), DAY)


def rank(level: str) -> int:
    """The place of a level."""
    return ORDER.index(level)


def intervals(result: ScoreResult) -> dict[str, Interval]:
    """Every interval of a result by name."""
    found = {f"all.{moment}": getattr(result, moment) for moment in ("inherent", "current", "target")}
    for name, risk in result.risks.items():
        found |= {f"{name}.{moment}": getattr(risk, moment) for moment in ("inherent", "current", "target")}
    return found


@given(cases())
def test_best_never_exceeds_worst_and_safeguards_never_raise(case: tuple[Plain, Plain]) -> None:
    """Best ≤ worst; residual ≤ inherent; target ≤ current."""
    result = scored(*case)
    judged: list[ScoreResult | RiskResult] = [result, *result.risks.values()]
    for one in judged:
        for interval in (one.inherent, one.current, one.target):
            assert rank(interval.best) <= rank(interval.worst)
        for end in ("best", "worst"):
            assert rank(getattr(one.current, end)) <= rank(getattr(one.inherent, end))
            assert rank(getattr(one.target, end)) <= rank(getattr(one.current, end))


def questions_of(bank: Plain) -> list[Plain]:
    """All questions of a plain bank."""
    return [one for section in bank["sections"] for one in section["questions"]]


@given(cases(), st.data())
def test_answering_a_question_never_widens_an_interval(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """What is answered instead of left open lies within what was possible before."""
    bank, assessment = case
    before = scored(bank, assessment)
    open_ones = [one for one in questions_of(bank) if one["id"] in before.open_questions]
    assume(open_ones)
    question = data.draw(st.sampled_from(open_ones))
    answered = copy.deepcopy(assessment)
    full = {
        "owner": "Abe",
        "due": "2027-06-01",
        "evidence": ["e"],
        "verified_by": "Ito",
        "verified_on": DAY,
        "method": "m",
    }
    answered["answers"][question["id"]] = {"answer": data.draw(value_of(question)), **full}
    after = scored(bank, answered)
    for name, interval in intervals(before).items():
        now = intervals(after)[name]
        assert rank(interval.best) <= rank(now.best), name
        assert rank(now.worst) <= rank(interval.worst), name
    for name, decision in before.decisions.items():
        scale = ["none", "brief", "full"]
        now = after.decisions[name].outcome
        assert scale.index(decision.outcome.best) <= scale.index(now.best)
        assert scale.index(now.worst) <= scale.index(decision.outcome.worst)
    for name, line in before.red_lines.items():
        assert line.state in ("unknown", after.red_lines[name].state)


@given(cases(), st.data())
def test_a_row_that_becomes_true_never_lowers_a_level(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """Replace a row's condition by one that always holds: nothing falls."""
    bank, assessment = case
    rows = [
        (risk, axis, n)
        for risk in bank["risks"]
        for axis in ("severity", "likelihood")
        for n in range(len(risk[axis]["rows"]))
    ]
    assume(rows)
    risk, axis, number = data.draw(st.sampled_from(rows))
    before = scored(bank, assessment)
    raised = copy.deepcopy(bank)
    target = next(one for one in raised["risks"] if one["id"] == risk["id"])
    target[axis]["rows"][number]["when"] = {"data": "people_total", "at_least": 0}
    after = scored(raised, assessment)
    for name, interval in intervals(before).items():
        assert rank(interval.best) <= rank(intervals(after)[name].best)
        assert rank(interval.worst) <= rank(intervals(after)[name].worst)


@given(cases(), st.data())
def test_a_safeguard_that_comes_into_place_never_raises_a_level(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """From `absent` to `verified` with everything that it needs."""
    bank, assessment = case
    safeguards = [one["id"] for one in questions_of(bank) if one["type"] == "safeguard"]
    assume(safeguards)
    name = data.draw(st.sampled_from(safeguards))
    full = {"owner": "Abe", "evidence": ["e"], "verified_by": "Ito", "verified_on": "2026-12-01", "method": "m"}
    without = assessment | {"answers": assessment["answers"] | {name: "absent"}}
    with_it = assessment | {"answers": assessment["answers"] | {name: {"answer": "verified", **full}}}
    before, after = scored(bank, without), scored(bank, with_it)
    for key, interval in intervals(before).items():
        assert rank(intervals(after)[key].best) <= rank(interval.best)
        assert rank(intervals(after)[key].worst) <= rank(interval.worst)


@given(cases(), st.randoms())
def test_order_of_answers_does_not_matter(case: tuple[Plain, Plain], random: Random) -> None:
    """Answers and inventory items in another order give the same result."""
    bank, assessment = case
    answers = list(assessment["answers"].items())
    items = list(assessment.get("data", []))
    random.shuffle(answers)
    random.shuffle(items)
    shuffled = assessment | {"answers": dict(answers)} | ({"data": items} if "data" in assessment else {})
    assert scored(bank, shuffled) == scored(bank, assessment)


@given(cases())
def test_every_change_of_a_level_is_told_by_a_contribution(case: tuple[Plain, Plain]) -> None:
    """The steps of each axis join on to each other and end where the worst group's current level stands."""
    result = scored(*case)
    for risk in result.risks.values():
        for axis in ("severity", "likelihood"):
            steps = [one for one in risk.contributions if one.axis == axis]
            for first, second in pairwise(steps):
                assert second.before == first.after
            assert steps[-1].after == getattr(risk.worst.current, axis).worst
