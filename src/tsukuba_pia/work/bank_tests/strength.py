"""Whether a bank's scenarios would notice each small change of it: those that none notices are its survivors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tsukuba_pia.load.compose import compose
from tsukuba_pia.model.condition import Condition
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult, Truth
from tsukuba_pia.model.scenario import Expected
from tsukuba_pia.score.asked import standings_of
from tsukuba_pia.score.conditions import Judge
from tsukuba_pia.score.engine import decided, red_line, score
from tsukuba_pia.score.risks import RiskScorer
from tsukuba_pia.work.bank_tests.bench import Bench, Scored
from tsukuba_pia.work.bank_tests.cases import DAY
from tsukuba_pia.work.bank_tests.expecting import mismatches
from tsukuba_pia.work.bank_tests.mutants import Mutant, condition_at, mutants, scales_of


@dataclass(frozen=True, slots=True)
class Strength:
    """How many changes were tried, and which of them no scenario notices."""

    tried: int
    survivors: tuple[Mutant, ...]


def strength(bench: Bench) -> Strength:
    """Try every change."""
    made = list(all_mutants(bench))
    return Strength(len(made), tuple(one for one in made if not is_noticed(bench, one)))


def all_mutants(bench: Bench) -> Iterator[Mutant]:
    """Every change of the bank."""
    questions = {name: asked.question for name, asked in bench.questionnaire.questions.items()}
    return mutants(bench.bank, scales_of(bench.questionnaire.method, questions))


def is_noticed(bench: Bench, mutant: Mutant, scored: Iterable[Scored] | None = None) -> bool:
    """Whether one of the scenarios breaks: of the bench's, unless others are given."""
    changed = composed(bench, mutant)
    return any(_notices(bench, mutant, changed, one) for one in (bench.scored if scored is None else scored))


def composed(bench: Bench, mutant: Mutant) -> Questionnaire:
    """The banks laid together with the changed one."""
    banks = [mutant.bank if one is bench.bank else one for one in bench.loaded.banks]
    vocabulary, references = bench.loaded.vocabulary, bench.loaded.references
    assert vocabulary is not None  # noqa: S101 - the banks could be read
    assert references is not None  # noqa: S101
    return compose(banks, vocabulary, references)


def _notices(bench: Bench, mutant: Mutant, changed: Questionnaire, one: Scored) -> bool:
    """Whether this scenario breaks."""
    expect = one.case.told.scenario.expect
    if not mutant.path or mutant.path[0] == "required_when":
        return expect.required is not None and _required(mutant.bank.required_when, one) != (expect.required == "yes")
    if not _concerns(expect, mutant):
        return False
    other = changed_result(bench, mutant, changed, one, expect)
    return other is not None and any(mismatches(expect, other))


def _concerns(expect: Expected, mutant: Mutant) -> bool:
    """Whether the scenario says anything about the risk, red line or decision that is changed."""
    match mutant.path[0]:
        case "risks" | "tightens":
            return _risk(mutant) in expect.risks
        case "red_lines":
            return bool(expect.red_lines)
        case "decisions":
            return bool(expect.decisions)
    return True


def changed_result(
    bench: Bench, mutant: Mutant, changed: Questionnaire, one: Scored, wanted: Expected | None = None
) -> ScoreResult | None:
    """The score under the change, worked out again where it can touch what is wanted. None: all is as it was."""
    match mutant.path[0]:
        case "risks" | "tightens":
            name = _risk(mutant)
            return replace(one.result, risks={**one.result.risks, name: one.scorer.score(changed.risks[name])})
        case "red_lines":
            rule = changed.red_lines[mutant.bank.red_lines[int(mutant.path[1])].id]
            line = red_line(rule, one.judge)
            return replace(one.result, red_lines={**one.result.red_lines, line.id: line})
        case "decisions":
            decision = decided(changed.decisions[mutant.bank.decisions[int(mutant.path[1])].id], one.judge)
            return replace(one.result, decisions={**one.result.decisions, decision.id: decision})
        case "sections" if not _asks_otherwise(bench, mutant, one):
            return None
    if wanted is None:
        return score(changed, one.case.assessment, DAY, one.case.missing_evidence)
    return _scored_in_part(changed, one, wanted)


def _scored_in_part(changed: Questionnaire, one: Scored, wanted: Expected) -> ScoreResult:
    """The score of what is wanted; the rest is as it was."""
    assessment, missing = one.case.assessment, one.case.missing_evidence
    standings = standings_of(changed.questions, assessment, one.judge.facts, DAY, missing)
    judge = Judge(standings, one.judge.facts)
    scorer = RiskScorer(changed, assessment, standings, judge)
    risks = {name: scorer.score(changed.risks[name]) for name in wanted.risks}
    lines = {name: red_line(changed.red_lines[name], judge) for name in wanted.red_lines}
    decisions = {name: decided(changed.decisions[name], judge) for name in wanted.decisions}
    return replace(
        one.result,
        standings=standings,
        risks={**one.result.risks, **risks},
        red_lines={**one.result.red_lines, **lines},
        decisions={**one.result.decisions, **decisions},
    )


def _required(condition: Condition | None, one: Scored) -> bool:
    return condition is not None and one.judge(condition) is Truth.TRUE


def _risk(mutant: Mutant) -> str:
    number = int(mutant.path[1])
    return mutant.bank.risks[number].id if mutant.path[0] == "risks" else mutant.bank.tightens[number].risk or ""


def _asks_otherwise(bench: Bench, mutant: Mutant, one: Scored) -> bool:
    """Whether the changed condition comes out otherwise: if not, all is as it was."""
    inside = (*mutant.path, "ask_when") if mutant.detail == "ask_when" else mutant.path
    before, after = condition_at(bench.bank, inside), condition_at(mutant.bank, inside)
    return one.judge(before) is not one.judge(after)
