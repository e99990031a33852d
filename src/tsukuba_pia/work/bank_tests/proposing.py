"""Looks for scenarios that would reach a place or notice a change: those there are, with one or two answers changed.

A proposal says what the bank gives today. Whether that is right is for the person to judge who puts it in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import combinations, islice, product
from typing import Any

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.assessment import Answer, DataItem, Location
from tsukuba_pia.model.bank import NOT_APPLICABLE, Question, Risk
from tsukuba_pia.model.condition import NUMBER_FACTS, Atom, atoms, questions_in
from tsukuba_pia.model.result import Asked, Interval, RiskResult, ScoreResult, Truth
from tsukuba_pia.work.bank_tests.bench import Bench, Scored
from tsukuba_pia.work.bank_tests.cases import Case, in_full
from tsukuba_pia.work.bank_tests.mutants import Mutant, condition_at
from tsukuba_pia.work.bank_tests.reach import Goal
from tsukuba_pia.work.bank_tests.strength import changed_result, composed

MOST_TRIES = 1_500  # per place; one that needs more is told without a proposal
MOST_TOGETHER = 3  # answers that are changed at once
DATA = "data"  # the inventory, among the answers that are changed

Changes = Mapping[str, Any]


@dataclass(slots=True)
class Proposal:
    """A scenario to put in: based on another, with these changes and what comes of them."""

    name: str
    based_on: str
    changes: Changes
    scored: Scored
    expect: dict[str, Any] = field(default_factory=dict)


def propose(bench: Bench, missed: Iterable[Goal], survivors: Iterable[Mutant]) -> Iterator[Proposal]:
    """One proposal for what one can be found for; a proposal that serves for several is told once."""
    made: dict[str, Proposal] = {}
    for goal in missed:
        if not any(goal.reached_by(one.scored) for one in made.values()):
            for base, changes, scored in _tries(bench, _relevant(bench, goal.path)):
                if goal.reached_by(scored):
                    _keep(made, base, changes, scored, _named(bench, goal.path))
                    break
    for mutant in survivors:
        tries = [(one.based_on, one.changes, one.scored) for one in made.values()]
        for base, changes, scored in (*tries, *_tries(bench, _relevant(bench, mutant.path))):
            expect = noticing(bench, mutant, scored)
            if expect:
                kept = _keep(made, base, changes, scored, _named(bench, mutant.path))
                _merge(kept.expect, expect)
                break
    yield from made.values()


def _keep(made: dict[str, Proposal], base: str, changes: Changes, scored: Scored, name: str) -> Proposal:
    key = f"{base} {sorted((one, str(value)) for one, value in changes.items())}"
    names = {one.name for one in made.values()}
    number = next(one for one in range(1, 10_000) if f"{name}_{one}" not in names)
    return made.setdefault(key, Proposal(f"{name}_{number}", base, changes, scored))


def _merge(into: dict[str, Any], more: Mapping[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, Mapping):
            _merge(into.setdefault(key, {}), value)
        elif isinstance(value, list):
            into[key] = list(dict.fromkeys([*into.get(key, []), *value]))
        else:
            into[key] = value


def noticing(bench: Bench, mutant: Mutant, scored: Scored) -> dict[str, Any]:
    """What a scenario has to expect so that it breaks under the change; nothing where it cannot."""
    if not mutant.path or mutant.path[0] == "required_when":
        now = scored.judge(bench.bank.required_when) is Truth.TRUE
        then = scored.judge(mutant.bank.required_when) is Truth.TRUE if mutant.bank.required_when else False
        return {"required": "yes" if now else "no"} if now != then else {}
    other = changed_result(bench, mutant, composed(bench, mutant), scored)
    return _differences(scored.result, other) if other is not None else {}


def _differences(now: ScoreResult, then: ScoreResult) -> dict[str, Any]:
    """What comes out otherwise, as a scenario expects it."""
    made: dict[str, Any] = {}
    for name, risk in now.risks.items():
        step = _step(risk, then.risks[name])
        if step:
            made.setdefault("risks", {})[name] = step
    for name, line in now.red_lines.items():
        if line.state != then.red_lines[name].state:
            made.setdefault("red_lines", {})[name] = line.state
    for name, decision in now.decisions.items():
        other = then.decisions[name]
        if (decision.applies, decision.outcome) != (other.applies, other.outcome):
            outcome = NOT_APPLICABLE if decision.applies is Truth.FALSE else _between(decision.outcome)
            made.setdefault("decisions", {})[name] = outcome
    for name, standing in now.standings.items():
        part = {Asked.ASKED: "asked", Asked.NOT: "not_asked"}.get(standing.asked)
        if part and standing.asked is not then.standings[name].asked:
            made.setdefault(part, []).append(name)
    return made


def _step(now: RiskResult, then: RiskResult) -> dict[str, Any]:
    """The first of a risk's steps that comes out otherwise, or its worst group; nothing where all is as it was."""
    for axis in ("severity", "likelihood"):
        steps: Interval = getattr(now.worst.inherent, axis)
        if steps != getattr(then.worst.inherent, axis):
            return {axis: _between(steps)}
    for moment in ("inherent", "current", "target"):
        level: Interval = getattr(now, moment)
        if level != getattr(then, moment):
            return {moment: _between(level)}
    return {"group": now.worst_group} if now.worst_group != then.worst_group else {}


def _between(interval: Interval) -> str | list[str]:
    """One level, or the best and the worst."""
    return interval.worst if interval.best == interval.worst else list(interval)


def _tries(bench: Bench, values: Mapping[str, list[Any]]) -> Iterator[tuple[str, Changes, Scored]]:
    """Scenarios with one, two, … changes, the fewest first, within a limit."""
    return islice(_all_tries(bench, values), MOST_TRIES)


def _all_tries(bench: Bench, values: Mapping[str, list[Any]]) -> Iterator[tuple[str, Changes, Scored]]:
    for together in range(1, MOST_TOGETHER + 1):
        for names in combinations(values, together):
            for chosen in product(*(values[name] for name in names)):
                changes = dict(zip(names, chosen, strict=True))
                for one in bench.scored:
                    yield one.case.name, changes, _changed(bench, one.case, changes)


def _changed(bench: Bench, case: Case, changes: Changes) -> Scored:
    questions = bench.questionnaire.questions
    answers = {
        name: in_full(Answer(answer=value), questions[name].question) for name, value in changes.items() if name != DATA
    }
    assessment = replace(case.assessment, answers={**case.assessment.answers, **answers})
    if DATA in changes:
        assessment = replace(assessment, data=changes[DATA], data_complete="yes")
    return Scored(replace(case, assessment=assessment), bench.questionnaire)


def _relevant(bench: Bench, path: Path) -> dict[str, list[Any]]:
    """What may be changed to make a difference at a place: the questions that are read there, with their values."""
    names: dict[str, None] = {}
    data: list[Any] = []
    for condition in filter(None, (condition_at(bench.bank, path), *_conditions_of(bench, path))):
        names |= dict.fromkeys(questions_in(condition))
        data += [one for atom, _ in atoms(condition) if atom.subject == "data" for one in _inventories(atom)]
    if path[:1] == ("risks",):
        risk = bench.bank.risks[int(path[1])]
        names |= dict.fromkeys(use.question for use in risk.safeguards)
    values = {name: _values(bench, bench.questionnaire.questions[name].question) for name in names}
    return values | ({DATA: [(), *data]} if data else {})


def _conditions_of(bench: Bench, path: Path) -> Iterator[Any]:
    """The conditions that belong to a place, the nearest first."""
    owner: Any = bench.bank
    for step in path:
        owner = owner[step] if isinstance(step, int) else getattr(owner, step, getattr(owner, f"{step}_", None))
        if owner is None or isinstance(owner, str):
            break
        yield from (getattr(owner, name, None) for name in ("when", "ask_when", "applies_when", "crossed_when"))
        if isinstance(owner, Risk) and "rows" not in path:  # its base, its safeguards, or what it is
            yield from (row.when for row in (*owner.severity.rows, *owner.likelihood.rows))


def _values(bench: Bench, question: Question) -> list[Any]:
    if question.type == "choices":
        return [(), *((one,) for one in question.answers)]
    if question.type == "number":
        bounds = {bound for atom in _comparisons(bench, question.id) for bound in _around(atom)}
        return sorted(one for one in bounds if question.min is None or one >= question.min)
    if question.type == "safeguard":
        return ["absent", "implemented", "verified"]
    return list(question.answers)


def _comparisons(bench: Bench, question: str) -> Iterator[Atom]:
    for rule in bench.questionnaire.risks.values():
        for step in (*rule.severity.rows, *rule.likelihood.rows):
            yield from (atom for atom, _ in atoms(step.when) if atom.name == question)
    for decision in bench.questionnaire.decisions.values():
        for step in decision.steps.rows:
            yield from (atom for atom, _ in atoms(step.when) if atom.name == question)
    for line in bench.questionnaire.red_lines.values():
        yield from (atom for atom, _ in atoms(line.red_line.crossed_when) if atom.name == question)
    for asked in bench.questionnaire.questions.values():
        yield from (atom for atom, _ in atoms(asked.question.ask_when) if atom.name == question)


def _around(atom: Atom) -> Iterator[Any]:
    for value in atom.values:
        if not isinstance(value, str):
            yield from (value - 1, value, value + 1)


def _inventories(atom: Atom) -> Iterator[tuple[DataItem, ...]]:
    """Inventories of one item about which the comparison holds for one value, or just fails."""
    base = DataItem("item", "item", categories=(), people=0, groups=(), captures=(), identifiers=(),
                    location=Location("JP"))  # fmt: skip
    for value in atom.values:
        if atom.name in NUMBER_FACTS and not isinstance(value, str):
            yield from ((replace(base, people=value + more),) for more in (-1, 0, 1))
        elif atom.name == "countries":
            yield (replace(base, location=Location("US")),)
        elif any(field.name == atom.name for field in fields(DataItem)):
            yield (replace(base, **{atom.name: (str(value),)}),)  # type: ignore[arg-type]  # one of its lists


def _named(bench: Bench, path: Path) -> str:
    """A name to begin with: of the risk, question, red line or decision at the place."""
    owner: Any = bench.bank
    name = "scenario"
    for step in path:
        owner = owner[step] if isinstance(step, int) else getattr(owner, step, None)
        if owner is None:
            break
        name = getattr(owner, "id", name) or name
    return name
