"""One ladder for severity, likelihood and decisions: the highest row that holds wins, all that hold are told."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tsukuba_pia.model.condition import atoms
from tsukuba_pia.model.questionnaire import Step, Steps
from tsukuba_pia.model.result import AnswerState, Standing, Truth
from tsukuba_pia.score.conditions import Judge


class Judged(NamedTuple):
    """A row with its truth."""

    step: Step
    truth: Truth


class Climb(NamedTuple):
    """Where a ladder ends in the best and in the worst case, as places in the scale."""

    best: int
    worst: int


def judged(steps: Steps, judge: Judge) -> tuple[Judged, ...]:
    """The rows that hold or may hold."""
    found = (Judged(step, judge(step.when)) for step in steps.rows)
    return tuple(one for one in found if one.truth is not Truth.FALSE)


def climb(base: int, rows: Sequence[Judged], scale: Sequence[str]) -> Climb:
    """Unknown rows hold in the worst case and do not in the best."""
    certain = [scale.index(row.step.value) for row in rows if row.truth is Truth.TRUE]
    possible = [scale.index(row.step.value) for row in rows]
    return Climb(max([base, *certain]), max([base, *possible]))


def rests_on(step: Step, standings: Mapping[str, Standing]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The questions and the facts that a row's condition reads; questions that are not asked say nothing."""
    questions: dict[str, None] = {}
    facts: dict[str, None] = {}
    for atom, _ in atoms(step.when):
        if atom.subject == "data":
            facts[atom.name] = None
        elif standings[atom.name].state is not AnswerState.NOT_ASKED:
            questions[atom.name] = None
    return tuple(questions), tuple(facts)
