"""What the rules about assessments promise together: they never break, and they have words."""

import copy
import random
from dataclasses import replace
from typing import Any

import pytest

from tests.lint.fill import Plain
from tests.lint.frame import AS_OF, PROFILE, fixed, fixed_source, references, vocabulary
from tests.lint.test_bank_promise import places
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.engine import check_assessment
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.load.compose import compose
from tsukuba_pia.load.other_banks import OtherBank
from tsukuba_pia.load.shape import build, read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.yaml_source import Source, parse

ROUNDS = 150
ODD: tuple[Any, ...] = (
    "unknown", "not_applicable", "verified", "planned", "children", "none", "high", "2027-02-30", "no", "map",
    "x" * 300, "", 0, -1, 10**29, [], ["map"], ["map", "map"], {}, None, True,
)  # fmt: skip
MORE: Plain = {
    "overrides": {"c_leak": {"level": "high", "computed": "low", "because": "x", "by": "y", "post": "z", "on": AS_OF}},
    "groups_excluded": [{"group": "bystanders", "why": "x", "agreed_by": "y"}],
    "actors": [{"id": "operator", "name": "x", "kind": "business", "refs": ["appi-61"]}],
    "flows": [{"from": "resident", "to": "operator", "items": ["trips"], "basis": ["appi-61"]}],
    "team": [{"role": "author", "withheld": {"reason": "security", "approved_by": "x", "until": "2027-01-01"}}],
    "service": {"benefits": [{"for": "x", "what": "y", "group": "children"}]},
}


def broken(chance: random.Random, plain: Plain) -> Plain:
    """The assessment with one to four changes: taken out, given twice, or another thing put in its place."""
    data = copy.deepcopy(plain)
    for _ in range(chance.randint(1, 4)):
        spots = places(data)
        holder, step = chance.choice(spots)
        other_holder, other_step = chance.choice(spots)
        match chance.randint(0, 3):
            case 0:
                del holder[step]
            case 1 if isinstance(holder, list):
                holder.insert(step, copy.deepcopy(holder[step]))
            case 2:
                holder[step] = copy.deepcopy(chance.choice(ODD))
            case _:
                holder[step] = copy.deepcopy(other_holder[other_step])
    return data


def context_of(source: Source, assessment: Assessment, stage: Stage) -> AssessmentContext:
    """What the rules look at; one bank was not chosen."""
    core, mobility = fixed(Bank, "core"), fixed(Bank, "mobility")
    questionnaire = compose([core], vocabulary(), references())
    other = OtherBank(mobility.bank, mobility.version, mobility.required_when, frozenset())
    return AssessmentContext(assessment, source, questionnaire, AS_OF, frozenset(), PROFILE, stage, (other,))


@pytest.mark.parametrize("seed", range(8))
def test_whatever_has_the_right_shape_can_be_checked(seed: int) -> None:
    """However the sound assessment is broken, at every stage; each finding has words, and a place."""
    chance = random.Random(seed)  # noqa: S311 - the same assessments in every run
    shapes = []
    for _ in range(ROUNDS):
        source = Source("x.yaml", data=broken(chance, fixed_source("assessment").data | MORE))
        assessment = read_shape(Assessment, source)
        shapes.append(assessment is not None)
        if assessment is None:
            continue
        for one in check_assessment(context_of(source, assessment, chance.choice(STAGES))):
            for language in ("ja", "en"):
                assert message_of(one, language)
                assert hint_of(one, language)
            assert all(isinstance(value, str) for value in one.args.values())
    assert True in shapes
    assert False in shapes


def test_many_answers_have_no_finding() -> None:
    """All rules together over what is long and sound; how quick they are is told by the benchmarks."""
    assert check_assessment(large(150)) == ()


def large(answers: int) -> AssessmentContext:
    """An assessment of many answers, long and short, without a finding."""
    core = fixed_source("core").data
    questions = [one for section in core["sections"] for one in section["questions"]]
    kinds = {one["id"]: one for one in questions if one["id"] not in ("c_personal", "c_reason")}
    given = fixed_source("assessment").data["answers"]
    many, lines = [], []
    for number in range(answers):
        name = list(kinds)[number % len(kinds)]
        many.append(kinds[name] | {"id": f"x_{number}"})
        long = (
            given[name] if isinstance(given[name], dict) else {"answer": given[name], "note": "担当課に確認しました。"}
        )
        long = long | {"evidence": f"[evidence/{number}.md]"} if "evidence" in long else long
        inside = "".join(f"\n    {key}: {value}" for key, value in long.items())
        lines.append(f"  x_{number}:{inside}")
    bank = core | {"sections": [*core["sections"], {"id": "x_many", "title": "t", "questions": many}]}
    head = parse((fixed_source("assessment").text + "\n".join(lines) + "\n").encode(), "x.yaml")
    assessment = read_shape(Assessment, head)
    assert assessment is not None, head.diagnostics
    questionnaire = compose([build(Bank, bank)], vocabulary(), references())
    return replace(context_of(head, assessment, "approval"), questionnaire=questionnaire)
