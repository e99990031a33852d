"""What the threshold analysis comes to, for rules."""

from tsukuba_pia.change.state import NO_ASSESSMENT
from tsukuba_pia.model.result import ScoreResult

ROLE = "threshold"
FULL = "full"
__all__ = ["FULL", "NO_ASSESSMENT", "ROLE", "outcome_of"]


def outcome_of(result: ScoreResult) -> str:
    """Its heaviest outcome; where no bank has such an analysis, all is assessed."""
    found = next((one for one in result.decisions.values() if one.role == ROLE), None)
    return found.outcome.worst if found is not None else FULL
