"""The two sides of a comparison as they are scored, what is compared, and what of it a thing reads."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from tsukuba_pia.change.slots import Given
from tsukuba_pia.model.condition import Condition
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.score.engine import score

MOMENTS = ("inherent", "current", "target")
Kind = Literal["assessment", "risk", "red_line", "decision", "index"]
Values = tuple[str | None, ...]  # of a risk by moment, else one; None where it is not there


class Side(NamedTuple):
    """All that scoring is given."""

    questionnaire: Questionnaire
    given: Given

    def score(self) -> ScoreResult:
        """Its score."""
        given = self.given
        return score(self.questionnaire, given.assessment, given.as_of, given.missing)


class Target(NamedTuple):
    """Something that scoring works out."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Reads:
    """What a target may read, on either side."""

    questions: tuple[str, ...]  # in an order in which they can be asked
    conditions: tuple[Condition, ...]
    facts: frozenset[str]
    safeguards: frozenset[str]
    groups: frozenset[str]  # that a row names


def values_of(result: ScoreResult, target: Target) -> Values:
    """What a target came to: always its worst case, which is what is shown, gated and published."""
    if target.kind == "risk":
        risk = result.risks.get(target.id)
        return tuple(getattr(risk, moment).worst if risk else None for moment in MOMENTS)
    if target.kind == "red_line":
        line = result.red_lines.get(target.id)
        return (line.state if line else None,)
    decision = result.decisions.get(target.id)
    return (decision.outcome.worst if decision else None,)
