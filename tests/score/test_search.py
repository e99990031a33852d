"""Could it still become acceptable, could it still fail: against every completion, and the laws of a verdict."""

import copy
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tests.score.completing import DAY, answered, every_answer, is_acceptable, is_failed, results
from tests.score.random_banks import METHOD, cases
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.score.engine import score
from tsukuba_pia.score.search import CouldBe, could_be
from tsukuba_pia.score.worlds import World

Plain = dict[str, Any]
MANY = 100_000
NOBODY_FROM = st.sampled_from(["medium", "high", "very_high"])


def could(questionnaire: Questionnaire, assessment: Assessment, steps: int = MANY) -> CouldBe:
    """The verdicts."""
    return could_be(World(questionnaire, assessment, score(questionnaire, assessment, DAY)), steps)


def stricter(bank: Plain, level: str) -> Plain:
    """The bank, with nobody who accepts this level or a higher one."""
    posts = dict.fromkeys(METHOD["levels"][: METHOD["levels"].index(level)], "mayor")
    return bank | {"method": METHOD | {"acceptance": dict.fromkeys(METHOD["levels"], "nobody") | posts}}


def happened(case: tuple[Plain, Plain], risk: str, on: str) -> tuple[Plain, Plain]:
    """The case after an incident."""
    return case[0], case[1] | {"incidents": [{"on": on, "what": "w", "touches": [risk]}]}


def raised(case: tuple[Plain, Plain], risk: str, computed: str) -> tuple[Plain, Plain]:
    """The case with a level that a person raised."""
    override = {"level": "very_high", "computed": computed, "because": "b", "by": "Abe", "post": "p", "on": DAY}
    return case[0], case[1] | {"overrides": {risk: override}}


def holds(name: str, questionnaire: Questionnaire, result: ScoreResult) -> bool:
    """Whether a result is what a verdict speaks of."""
    if name == "fail":
        return is_failed(questionnaire, result)
    return is_acceptable(questionnaire, result, "current" if name == "acceptable" else "target")


def held_to_enumeration(case: tuple[Plain, Plain]) -> CouldBe | None:
    """The verdicts, after they were compared with every completion, and their witnesses tried."""
    questionnaire, assessment = questionnaire_of(case[0]), assessment_of(case[1])
    every = results(questionnaire, assessment)
    if every is None:
        return None
    known = list(every)
    found = could(questionnaire, assessment)
    for name in ("acceptable", "built", "fail"):
        verdict = getattr(found, name)
        assert verdict.could == ("yes" if any(holds(name, questionnaire, one) for one in known) else "no"), name
        if verdict.could == "yes":
            after = score(questionnaire, answered(assessment, verdict.witness), DAY)
            assert holds(name, questionnaire, after), name
            assert set(verdict.deciding) <= set(verdict.witness)
            assert not any(after.standings[one].asked.value == "asked" for one in after.open_questions)
    return found


@settings(max_examples=60)
@given(cases(), NOBODY_FROM)
def test_verdicts_are_those_of_every_completion(case: tuple[Plain, Plain], level: str) -> None:
    """Whatever the interval says; a witness gives what it is a witness of, and leaves nothing open."""
    held_to_enumeration((stricter(case[0], level), case[1]))


@settings(max_examples=30)
@given(cases(), NOBODY_FROM, st.sampled_from(METHOD["levels"]), st.sampled_from(["2026-12-01", DAY]))
def test_raised_levels_and_incidents_are_counted(case: tuple[Plain, Plain], level: str, computed: str, on: str) -> None:
    """An override comes and goes with the level that it answers; what failed counts once verified after that day."""
    strict = (stricter(case[0], level), case[1])
    risks = [one["id"] for one in case[0]["risks"]]
    held_to_enumeration(happened(raised(strict, risks[0], computed), risks[-1], on))


@settings(max_examples=30)
@given(cases(), NOBODY_FROM, st.data())
def test_an_answer_never_reopens_a_verdict(case: tuple[Plain, Plain], level: str, data: st.DataObject) -> None:
    """`no` stays `no`; `yes` may become `no`."""
    questionnaire, assessment = questionnaire_of(stricter(case[0], level)), assessment_of(case[1])
    opens = score(questionnaire, assessment, DAY).open_questions
    assume(opens)
    name = data.draw(st.sampled_from(opens))
    answer = data.draw(st.sampled_from(every_answer(questionnaire.questions[name].question)))
    before, after = could(questionnaire, assessment), could(questionnaire, answered(assessment, {name: answer}))
    for then, now in zip(before, after, strict=True):
        assert {then.could, now.could} <= {"yes", "no"}
        assert (then.could, now.could) != ("no", "yes")


@settings(max_examples=30)
@given(cases(), NOBODY_FROM, st.integers(0, 6))
def test_few_steps_decide_nothing_wrongly(case: tuple[Plain, Plain], level: str, steps: int) -> None:
    """With a small budget the verdict is the same, or said to be undecided; the budget is kept; same in, same out."""
    questionnaire, assessment = questionnaire_of(stricter(case[0], level)), assessment_of(case[1])
    whole, short = could(questionnaire, assessment), could(questionnaire, assessment, steps)
    for decided, one in zip(whole, short, strict=True):
        assert one.could in (decided.could, "not_decided")
        assert one.steps <= steps
        assert (one.could == "yes") or not one.witness
    assert could(questionnaire, assessment, steps) == short


def small(conditions: list[Plain], questions: list[Plain], **more: Any) -> Plain:  # noqa: ANN401 - parts of a bank
    """A bank with one risk that each of these conditions lifts to the highest level."""
    rows = [{"level": "maximum", "when": one, "because": "b"} for one in conditions]
    risk: Plain = {"id": "x_r", "title": "t", "severity": {"base": "limited", "rows": rows}}
    risk["likelihood"] = {"base": "maximum"}
    head: Plain = {"bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja"], "title": "t"}
    parts = [{"text": "t"} | one for one in questions]
    return (
        head | {"method": METHOD, "sections": [{"id": "x_s", "title": "t", "questions": parts}], "risks": [risk]} | more
    )


def case_of(**answers: Any) -> Assessment:  # noqa: ANN401 - answers
    """An assessment of it."""
    head = {"assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"}}
    return assessment_of(head | {"answers": answers})


A: Plain = {"id": "x_a", "type": "yes_no"}
B: Plain = {"id": "x_b", "type": "yes_no"}


def test_the_interval_would_say_perhaps_where_every_answer_fails() -> None:
    """Yes lifts it and no lifts it: the best case is high, and yet nothing is acceptable."""
    bank = small([{"question": "x_a", "is": "yes"}, {"question": "x_a", "is": "no"}], [A])
    result = score(questionnaire_of(bank), case_of(), DAY)
    assert (result.current.best, result.current.worst) == ("high", "very_high")
    found = could(questionnaire_of(bank), case_of())
    assert [one.could for one in found] == ["no", "no", "yes"]


def test_two_conditions_that_no_answer_meets_at_once() -> None:
    """The red line wants yes, the risk wants no: each alone could be met."""
    line = {"id": "x_l", "text": "t", "crossed_when": {"question": "x_a", "is": "no"}}
    bank = small([{"question": "x_a", "is": "yes"}], [A], red_lines=[line])
    assert could(questionnaire_of(bank), case_of()).acceptable.could == "no"
    spared = copy.deepcopy(bank)
    spared["risks"][0]["severity"]["rows"][0]["when"] = {"question": "x_b", "is": "yes"}
    spared["sections"][0]["questions"].append({"text": "t"} | B)
    found = could(questionnaire_of(spared), case_of()).acceptable
    assert {name: one.answer for name, one in found.witness.items()} == {"x_a": "yes", "x_b": "no"}


def test_what_is_answered_stays() -> None:
    """A safeguard that is absent is left so: bringing it into place is what `--advise` weighs."""
    guard = {"id": "x_g", "type": "safeguard", "kind": "prevent"}
    bank = small([{"data": "categories", "includes": "health"}], [guard])
    bank["risks"][0]["safeguards"] = [{"question": "x_g", "lowers": {"likelihood": 2}}]
    assert could(questionnaire_of(bank), case_of(x_g="absent")).acceptable.could == "no"
    found = could(questionnaire_of(bank), case_of()).acceptable
    assert found.could == "yes"
    assert [one.answer for one in found.witness.values()] == ["verified"]


def test_a_fact_that_is_not_known_stays_unknown() -> None:
    """A red line on it is never clear, and never crossed: neither verdict is `yes`."""
    line = {"id": "x_l", "text": "t", "crossed_when": {"data": "captures", "includes": "drone"}}
    bank = small([], [A], red_lines=[line])
    assert [one.could for one in could(questionnaire_of(bank), case_of())] == ["no", "no", "no"]


def test_where_a_low_level_is_accepted_by_nobody_it_is_not_decided() -> None:
    """Then one risk that falls could make the whole worse: not judged risk by risk, and not guessed."""
    odd = METHOD | {"acceptance": METHOD["acceptance"] | {"low": "nobody"}}
    assert {one.could for one in could(questionnaire_of(small([], [A], method=odd)), case_of())} == {"not_decided"}


@pytest.mark.parametrize("steps", [0, 1, 400])
def test_nothing_open_is_decided_without_a_step(steps: int) -> None:
    """The score says it all."""
    bank = small([{"question": "x_a", "is": "yes"}], [A])
    found = could(questionnaire_of(bank), case_of(x_a="yes"), steps)
    assert [(one.could, one.steps) for one in found] == [("no", 0), ("no", 0), ("yes", 0)]
    assert [one.could for one in could(questionnaire_of(bank), case_of(x_a="no"), steps)] == ["yes", "yes", "no"]
