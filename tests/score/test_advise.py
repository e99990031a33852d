"""Advice on safeguards: against brute force over random banks, and its laws."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tests.score.random_banks import METHOD, cases
from tsukuba_pia.model.result import NONE, ScoreResult
from tsukuba_pia.score.advise import Advice, Adviser, acceptable_level, with_safeguards
from tsukuba_pia.score.engine import score

Plain = dict[str, Any]
ORDER = (NONE, *METHOD["levels"])
DAY = "2027-01-01"
MISSING = frozenset({"evidence-0"})


def adviser_of(case: tuple[Plain, Plain], *, verified: bool = False) -> Adviser:
    """An adviser on plain data."""
    return Adviser(questionnaire_of(case[0]), assessment_of(case[1]), DAY, MISSING, verified=verified)


def applied(adviser: Adviser, names: tuple[str, ...]) -> ScoreResult:
    """The whole score with these safeguards in place."""
    changed = with_safeguards(adviser.assessment, set(names), adviser.day, MISSING, verified=adviser.verified)
    return score(adviser.questionnaire, changed, DAY, MISSING)


def enough(result: ScoreResult, level: str) -> bool:
    """Whether every risk is at a level or below."""
    return all(ORDER.index(risk.current.worst) <= ORDER.index(level) for risk in result.risks.values())


def by_brute_force(adviser: Adviser, level: str) -> list[tuple[str, ...]]:
    """All smallest sets, each scored as a whole."""
    for size in range(len(adviser.candidates) + 1):
        found = [some for some in combinations(adviser.candidates, size) if enough(applied(adviser, some), level)]
        if found:
            return found
    return []


def held_to_brute_force(adviser: Adviser, level: str) -> Advice:
    """The advice, after it was compared."""
    advice, every = adviser.advise(level), by_brute_force(adviser, level)
    planned = {some: -sum(adviser.now.standings[one].value == "planned" for one in some) for some in every}
    assert advice.alternatives == tuple(sorted(every, key=lambda some: planned[some])[:3])
    return advice


@settings(max_examples=30)
@given(cases())
def test_advice_is_what_brute_force_finds(case: tuple[Plain, Plain]) -> None:
    """At every level, counted as implemented and as verified: the same sets in the same order, or none."""
    for verified in (False, True):
        adviser = adviser_of(case, verified=verified)
        for level in METHOD["levels"]:
            held_to_brute_force(adviser, level)


@settings(max_examples=30)
@given(cases())
def test_an_override_that_lapses_or_comes_back_is_counted(case: tuple[Plain, Plain]) -> None:
    """A raised level stands while the computed one is the one that it answers: not monotone, exact all the same."""
    risk = case[0]["risks"][0]["id"]
    for computed in METHOD["levels"][:3]:
        override = {"level": "high", "computed": computed, "because": "b", "by": "Abe", "post": "p", "on": DAY}
        adviser = adviser_of((case[0], case[1] | {"overrides": {risk: override}}))
        held_to_brute_force(adviser, "medium")


@settings(max_examples=30)
@given(cases())
def test_where_nothing_helps_the_risk_that_stays_is_named(case: tuple[Plain, Plain]) -> None:
    """Even with all candidates in place it is above the level, as the whole score says too."""
    adviser = adviser_of(case)
    advice = adviser.advise("low")
    assume(advice.stuck)
    whole = applied(adviser, advice.candidates)
    assert not advice.alternatives
    assert all(whole.risks[one.id] == one and one.current.worst != "low" for one in advice.stuck)


@settings(max_examples=30)
@given(cases(), st.sampled_from(["2026-12-31", DAY]))
def test_what_failed_counts_again_once_verified_anew(case: tuple[Plain, Plain], on: str) -> None:
    """After incidents in every risk: what brute force finds, and no safeguard that is no candidate would help."""
    risks = [one["id"] for one in case[0]["risks"]]
    adviser = adviser_of((case[0], case[1] | {"incidents": [{"on": on, "what": "w", "touches": risks}]}), verified=True)
    held_to_brute_force(adviser, "low")
    for name in {one for one, standing in adviser.now.standings.items() if standing.asked.value == "asked"}:
        kind = adviser.questionnaire.questions[name].question.type
        agreed = adviser.now.standings[name].state.value == "not_applicable"
        if kind == "safeguard" and not agreed and name not in adviser.candidates:
            assert applied(adviser, (name,)).risks == adviser.now.risks


@pytest.mark.parametrize(("on", "again"), [("2026-12-20", DAY), (DAY, "2027-01-02")])
def test_a_verified_safeguard_that_failed_is_a_candidate(on: str, again: str) -> None:
    """Verified before the incident: verifying it anew is what helps, on a day after it at the earliest."""
    kept = {"owner": "Abe", "evidence": ["e"], "verified_by": "Ito", "verified_on": "2026-12-01", "method": "test"}
    low: Plain = {"base": "limited"}
    risk: Plain = {"id": "x_r", "title": "t", "severity": low, "likelihood": {"base": "maximum"}}
    risk["safeguards"] = [{"question": "x_g", "lowers": {"likelihood": 2}}]
    guard: Plain = {"id": "x_g", "type": "safeguard", "kind": "prevent", "text": "t"}
    head: Plain = {"bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja"], "title": "t"}
    head |= {"method": METHOD, "sections": [{"id": "x_s", "title": "t", "questions": [guard]}], "risks": [risk]}
    case: Plain = {"assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"}}
    case |= {"answers": {"x_g": {"answer": "verified", **kept}}}
    assert adviser_of((head, case), verified=True).candidates == ()
    case |= {"incidents": [{"on": on, "what": "w", "touches": ["x_r"]}]}
    adviser = adviser_of((head, case), verified=True)
    assert (adviser.now.current.worst, adviser.day) == ("high", again)
    assert adviser.advise("medium").alternatives == (("x_g",),)
    assert adviser_of((head, case)).advise("medium").stuck


def test_what_is_planned_already_comes_first() -> None:
    """Of sets of the same size."""
    risk: Plain = {"id": "x_r", "title": "t", "severity": {"base": "limited"}, "likelihood": {"base": "maximum"}}
    names = ("x_f", "x_g", "x_h")
    risk["safeguards"] = [{"question": one, "lowers": {"likelihood": 1}} for one in names]
    guards = [{"id": one, "type": "safeguard", "kind": "prevent", "text": "t"} for one in names]
    head: Plain = {"bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja"], "title": "t"}
    head |= {"method": METHOD, "sections": [{"id": "x_s", "title": "t", "questions": guards}], "risks": [risk]}
    case: Plain = {"assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"}}
    case |= {"answers": {"x_f": "absent", "x_g": "planned", "x_h": "absent"}}
    assert adviser_of((head, case)).advise("medium").alternatives == (("x_g",), ("x_f",), ("x_h",))


def test_the_level_that_a_post_may_accept() -> None:
    """Up to the first level that needs a higher post."""
    bank: Plain = {"bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja"], "title": "t"}
    questionnaire = questionnaire_of(bank | {"method": METHOD})
    assert acceptable_level(questionnaire, "department_head") == "medium"
    assert acceptable_level(questionnaire, "mayor") == "high"
    strict = bank | {"method": METHOD | {"acceptance": dict.fromkeys(METHOD["levels"], "mayor")}}
    assert acceptable_level(questionnaire_of(strict), "department_head") is None
