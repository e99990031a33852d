"""A score for a room with guests: what is withheld appears nowhere, everything else stays true."""

import json
from collections import defaultdict
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tests.cli.terminal import run
from tests.score.completing import every_answer
from tests.score.random_banks import cases
from tests.work.desk import ASSESSMENT, DAY, opened, workspace
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.result import UNTOLD, ScoreResult
from tsukuba_pia.report.redacted_unknowns import redacted_unknowns
from tsukuba_pia.report.redaction import hidden_answers, redacted
from tsukuba_pia.score.engine import score

Plain = dict[str, Any]
WITHHELD = "withheld: {reason: security, exemption: x, approved_by: 市長, until: 2028-03-31}"
CANARY = "カナリアCANARY"
SEEN_NOWHERE = (
    CANARY, "k_masking", "k_sold", "k_level", "per_person", "assessment.yaml", "It is per person", "個人ごとです",
)  # fmt: skip
SECRETS = f"""\
  k_level: {{answer: per_person, note: {CANARY}, {WITHHELD}}}
  k_sold: {{answer: unknown, asking: {CANARY}, {WITHHELD}}}
  k_masking: {{answer: implemented, owner: {CANARY}, evidence: [evidence/{CANARY}.md], {WITHHELD}}}
  k_purpose: {{answer: "{CANARY}", {WITHHELD}}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment in which a choice, an open question, a safeguard and a text are withheld."""
    place = workspace(tmp_path, ASSESSMENT + SECRETS)
    evidence = place.parent / "evidence" / f"{CANARY}.md"
    evidence.parent.mkdir()
    evidence.write_text("x", encoding="utf-8")
    return place


def test_levels_stay_and_reasons_go(file: Path) -> None:
    """Nothing names a withheld question, and the levels are what they are."""
    one = opened(file)
    assert one.assessment is not None
    assert one.questionnaire is not None
    whole, hidden = one.score(), hidden_answers(one.questionnaire, one.assessment)
    seen = redacted(one.questionnaire, whole, hidden, "非公開")
    assert hidden == {"k_level", "k_sold", "k_masking", "k_purpose"}
    assert (seen.current, seen.target, seen.inherent) == (whole.current, whole.target, whole.inherent)
    assert [one.state for one in seen.red_lines.values()] == ["unknown"]
    named = [name for risk in seen.risks.values() for step in risk.contributions for name in step.questions]
    named += [name for line in seen.red_lines.values() for name in line.questions]
    named += [name for decision in seen.decisions.values() for reason in decision.reasons for name in reason.questions]
    assert not hidden & set(named)
    assert not hidden & set(seen.open_questions)
    assert [step.because for step in seen.risks["k_leak"].contributions if step.cause == "withheld"] == ["非公開"]
    unknowns = redacted_unknowns(one.questionnaire, one.unknowns(whole), hidden)
    assert not hidden & {one.question for one in unknowns.ranked}
    assert not any(hidden & set(verdict.witness) for verdict in unknowns.could)


@pytest.mark.parametrize("more", [
    [], ["--json"], ["--risk", "k_leak"], ["--risk", "k_leak", "--json"], ["--big"], ["--unknowns"],
    ["--unknowns", "--json"],
])  # fmt: skip
@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_view_lets_it_through(file: Path, more: list[str], language: str) -> None:
    """Neither the words of the answers, nor which options they are, nor where they stand."""
    told = run("score", file, *more, "--redacted", "--as-of", DAY, "--lang", language)
    assert told.returncode == 0, told.stderr
    for secret in (
        CANARY,
        "k_masking",
        "k_sold",
        "k_level",
        "per_person",
        "assessment.yaml",
        "It is per person",
        "個人ごとです",
    ):
        assert secret not in told.stdout, secret
    assert "k_sold" in run("score", file, "--as-of", DAY).stdout


def test_how_much_is_withheld_is_said(file: Path) -> None:
    """A count, in words and for programs."""
    assert "4 answers are withheld" in run("score", file, "--redacted", "--as-of", DAY).stdout
    assert json.loads(run("score", file, "--redacted", "--json", "--as-of", DAY).stdout)["withheld_answers"] == 4


@pytest.mark.parametrize("more", [["--what-if", "k_sold=no"], ["--advise"]])
def test_what_would_show_it_is_refused(file: Path, more: list[str]) -> None:
    """By name, and nothing is shown."""
    done = run("score", file, "--redacted", *more, "--as-of", DAY)
    assert (done.returncode, done.stdout) == (2, "")


def test_two_choices_that_come_out_alike_look_alike(file: Path) -> None:
    """Whoever compares two showings learns nothing of a withheld text."""
    before = run("score", file, "--redacted", "--as-of", DAY).stdout
    file.write_text(file.read_text(encoding="utf-8").replace(f'"{CANARY}"', '"other"'), encoding="utf-8")
    assert run("score", file, "--redacted", "--as-of", DAY).stdout == before


def figures(result: ScoreResult) -> str:
    """What is always told: levels and what they are read off, outcomes, red lines, what is asked."""
    risks = [
        (one.id, one.applies, one.inherent, one.current, one.target, replace(one.worst, group=""))
        for one in result.risks.values()
    ]
    decisions = [(one.id, one.applies, one.outcome) for one in result.decisions.values()]
    lines = [(one.id, one.state) for one in result.red_lines.values()]
    return repr((risks, decisions, lines, result.standings, result.indices))


@settings(max_examples=100)
@given(cases(), st.data())
def test_what_comes_out_alike_has_the_same_reasons(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """Nobody learns from reasons, or from their being there, which answers it is that give the figures they see."""
    questionnaire, assessment = questionnaire_of(case[0]), assessment_of(case[1])
    hidden = frozenset(data.draw(st.sets(st.sampled_from(sorted(questionnaire.questions)), min_size=1, max_size=2)))
    kept = {name: one for name, one in assessment.answers.items() if name not in hidden}
    possible = [[Answer(), *every_answer(questionnaire.questions[name].question)[:6]] for name in sorted(hidden)]
    told: dict[str, list[ScoreResult]] = defaultdict(list)
    for answers in product(*possible):
        other = replace(assessment, answers=kept | dict(zip(sorted(hidden), answers, strict=True)))
        seen = redacted(questionnaire, score(questionnaire, other, DAY), hidden, "-")
        told[figures(seen)].append(seen)
        named = {name for risk in seen.risks.values() for step in risk.contributions for name in step.questions}
        assert not hidden & named, "asked or not"
    for alike in told.values():
        assert all((one.risks, one.decisions) == (alike[0].risks, alike[0].decisions) for one in alike)


def test_only_what_could_rest_on_it_is_told_so(file: Path) -> None:
    """A risk that no withheld answer bears on keeps every reason, and from where to where each moves it."""
    one = opened(file)
    assert one.questionnaire is not None
    whole = one.score()
    seen = redacted(one.questionnaire, whole, {"k_purpose"}, "-")
    assert (dict(seen.risks), dict(seen.decisions)) == (dict(whole.risks), dict(whole.decisions))
    veiled = redacted(one.questionnaire, whole, {"k_people"}, "-").risks["k_leak"].contributions
    assert [(step.cause, step.after) for step in veiled if step.axis == "severity"] == [("base", "limited")]
    assert [step.after for step in veiled if step.axis == "likelihood"] == ["significant", "limited"]


def test_one_safeguard_that_is_as_strong_as_a_withheld_one() -> None:
    """Of two of a kind the strongest counts: what the one adds would tell whether the other is in place."""
    grades = {"severity": ["s1", "s2"], "likelihood": ["l1", "l2"], "levels": ["low", "high"]}
    rules = {"implemented_lowers_at_most": 1, "verified_lowers_at_most": 2, "likelihood_steps": 2, "severity_steps": 1}
    names = ("b_secret", "b_shown")
    bank: Plain = {
        "bank": "b", "version": "1.0", "status": "draft", "prefix": "b", "languages": ["ja"], "title": "b",
        "method": grades | {"matrix": {"s1": ["low", "low"], "s2": ["low", "high"]}, "safeguards": rules,
                            "acceptance": {"low": "owner", "high": "nobody"}},
        "sections": [{"id": "b_s", "title": "s", "questions": [
            {"id": name, "type": "safeguard", "kind": "prevent", "text": name} for name in names
        ]}],
        "risks": [{"id": "b_r", "title": "r", "severity": {"base": "s2"}, "likelihood": {"base": "l2"},
                   "safeguards": [{"question": name, "lowers": {"likelihood": 1}} for name in names]}],
    }  # fmt: skip
    done = {"answer": "implemented", "evidence": ["e"]}
    plain: Plain = {"assessment": "a", "format": 1, "language": "ja", "title": "t", "banks": {"b": "1.0"}}
    questionnaire, seen = questionnaire_of(bank), []
    for secret in (done, {"answer": "absent"}):
        assessment = assessment_of(plain | {"answers": {"b_secret": secret, "b_shown": done}})
        whole = score(questionnaire, assessment, DAY)
        assert (whole.inherent.worst, whole.current.worst) == ("high", "low")
        seen.append(redacted(questionnaire, whole, {"b_secret"}, "-").risks["b_r"])
    assert seen[0] == seen[1]
    assert [one.cause for one in seen[0].contributions] == ["base", "base", "withheld"]


def bank_with_groups() -> Plain:
    """A risk that a shown answer makes worse for children, and a secret one for everybody."""
    grades = {"severity": ["s1", "s2"], "likelihood": ["l1", "l2"], "levels": ["low", "high"]}
    rules = {"implemented_lowers_at_most": 1, "verified_lowers_at_most": 2, "likelihood_steps": 2, "severity_steps": 1}

    def rows(name: str) -> Plain:
        return {"level": "l2", "when": {"question": name, "is": "yes"}, "because": name}

    return {
        "bank": "b", "version": "1.0", "status": "draft", "prefix": "b", "languages": ["ja"], "title": "b",
        "groups": ["children"],
        "method": grades | {"matrix": {"s1": ["low", "low"], "s2": ["low", "high"]}, "safeguards": rules,
                            "acceptance": {"low": "owner", "high": "nobody"}},
        "sections": [{"id": "b_s", "title": "s", "questions": [
            {"id": name, "type": "yes_no", "text": name} for name in ("b_secret", "b_shown")
        ]}],
        "risks": [{"id": "b_r", "title": "r", "severity": {"base": "s2"}, "likelihood": {
            "base": "l1", "rows": [rows("b_shown") | {"for": "children"}, rows("b_secret")]}}],
    }  # fmt: skip


def test_the_group_that_is_hit_hardest_does_not_tell_it() -> None:
    """Children are hit harder only where the secret answer does not hit everybody: they are not named either way."""
    questionnaire, seen = questionnaire_of(bank_with_groups()), []
    plain: Plain = {"assessment": "a", "format": 1, "language": "ja", "title": "t", "banks": {"b": "1.0"}}
    for secret, hardest in (("yes", "everyone"), ("no", "children")):
        assessment = assessment_of(plain | {"answers": {"b_secret": secret, "b_shown": "yes"}})
        whole = score(questionnaire, assessment, DAY)
        assert (whole.current.worst, whole.risks["b_r"].worst_group) == ("high", hardest)
        seen.append(redacted(questionnaire, whole, {"b_secret"}, "-").risks["b_r"])
    assert seen[0] == seen[1]
    assert (seen[0].worst_group, seen[0].current.worst, seen[0].worst.current.level.worst) == (UNTOLD, "high", "high")
    assert [one.cause for one in seen[0].contributions] == ["base", "base", "withheld"]
