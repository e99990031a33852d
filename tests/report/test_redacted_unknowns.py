"""What is not known, before guests: the same whatever a withheld answer is, as long as the levels come out alike."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tests.score.completing import DAY, every_answer
from tests.score.random_banks import cases
from tsukuba_pia.model.assessment import Answer, Assessment
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.report.redacted_unknowns import redacted_unknowns
from tsukuba_pia.report.redaction import redacted
from tsukuba_pia.score.engine import score
from tsukuba_pia.score.unknowns import Unknowns, unknowns

Plain = dict[str, Any]


def seen(questionnaire: Questionnaire, assessment: Assessment, hidden: str) -> tuple[ScoreResult, Unknowns]:
    """What guests see."""
    result = score(questionnaire, assessment, DAY)
    found = unknowns(questionnaire, assessment, result)
    return redacted(questionnaire, result, {hidden}, "-"), redacted_unknowns(questionnaire, found, {hidden})


@settings(max_examples=60)
@given(cases(), st.data())
def test_what_looks_alike_is_told_alike(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """Nobody learns which of the answers it is that give the score they see."""
    questionnaire, assessment = questionnaire_of(case[0]), assessment_of(case[1])
    hidden = data.draw(st.sampled_from(sorted(questionnaire.questions)))
    possible = [Answer(), Answer(answer="unknown"), *every_answer(questionnaire.questions[hidden].question)[:8]]
    told: dict[str, list[Unknowns]] = defaultdict(list)
    for one in possible:
        other = replace(assessment, answers={**assessment.answers, hidden: one})
        score_seen, found = seen(questionnaire, other, hidden)
        told[repr(score_seen)].append(found)
    for alike in told.values():
        assert all(one == alike[0] for one in alike)
        assert hidden not in {name for one in alike[0].ranked for name in (one.question, *one.opens)}


def test_what_only_visible_answers_bear_on_is_still_told() -> None:
    """Withholding takes away what it must, and no more."""
    bank: Plain = {
        "bank": "b", "version": "1.0", "status": "draft", "prefix": "b", "languages": ["ja"], "title": "b",
        "method": {
            "severity": ["s1", "s2"], "likelihood": ["l1", "l2"], "levels": ["low", "high"],
            "matrix": {"s1": ["low", "low"], "s2": ["low", "high"]}, "acceptance": {"low": "owner", "high": "nobody"},
            "safeguards": {"implemented_lowers_at_most": 1, "verified_lowers_at_most": 2, "likelihood_steps": 2,
                           "severity_steps": 1},
        },
        "sections": [{"id": "b_s", "title": "s", "questions": [
            {"id": name, "type": "yes_no", "text": name} for name in ("b_open", "b_other", "b_secret")
        ]}],
        "risks": [
            {"id": f"b_r{number}", "title": "r", "likelihood": {"base": "l2"}, "severity": {"base": "s1", "rows": [
                {"level": "s2", "when": when, "because": "b"}]}}
            for number, when in enumerate((
                {"question": "b_open", "is": "yes"},
                {"all": [{"question": "b_other", "is": "yes"}, {"question": "b_secret", "is": "yes"}]},
            ))
        ],
    }  # fmt: skip
    plain: Plain = {"assessment": "a", "format": 1, "language": "ja", "title": "t", "banks": {"b": "1.0"}}
    questionnaire = questionnaire_of(bank)
    assessment = assessment_of(plain | {"answers": {"b_secret": {"answer": "yes"}}})
    _, found = seen(questionnaire, assessment, "b_secret")
    by_name = {one.question: one for one in found.ranked}
    assert list(by_name) == ["b_open", "b_other"]
    assert (by_name["b_open"].alone, list(by_name["b_open"].risks)) == ("moves", ["b_r0"])
    assert (by_name["b_other"].alone, list(by_name["b_other"].risks)) == ("withheld", [])
    assert (by_name["b_open"].withheld, by_name["b_other"].withheld) == (False, True)
    assert (found.pairs, {one.could for one in found.could}) == (None, {"withheld"})
