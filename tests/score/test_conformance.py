"""The cases of the contract: who is asked, every level with its best and worst case, red lines, decisions."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cases import assessment_of, questionnaire_of
from tsukuba_pia.model.result import IndexResult, ScoreResult
from tsukuba_pia.score.engine import score

FOLDER = Path(__file__).parents[3] / "shared" / "conformance"
CASES = sorted(FOLDER.glob("*.json"))
AGREED = sorted((Path(__file__).parent / "agreed").glob("*.json"))  # where the contract left something to us


def told(result: ScoreResult) -> dict[str, Any]:
    """A result in the words of the cases."""
    moments = ("inherent", "current", "target")
    return {
        "asked": {name: one.asked.value for name, one in result.standings.items()},
        "risks": {
            name: {key: list(getattr(risk, key)) for key in moments}
            for name, risk in result.risks.items()
            if risk.counts
        },
        "level": {key: list(getattr(result, key)) for key in moments},
        "red_lines": {name: line.state for name, line in result.red_lines.items()},
        "decisions": {name: list(one.outcome) for name, one in result.decisions.items()},
        "indices": {name: index(one) for name, one in result.indices.items()},
    }


def index(one: IndexResult) -> dict[str, Any]:
    """An index in the words of the cases, which have whole points."""
    points = {key: int(value) for key, value in one.points._asdict().items()}
    return points if one.band is None else points | {"band": one.band}


@pytest.mark.skipif(not CASES, reason="the conformance cases are not beside this checkout")
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_gives_what_the_contract_says(path: Path) -> None:
    """Each case, as it stands in the contract's folder."""
    case = json.loads(path.read_text(encoding="utf-8"))
    result = score(questionnaire_of(case["bank"]), assessment_of(case["assessment"]), case["as_of"])
    assert told(result) == {"indices": {}} | case["expect"]


@pytest.mark.parametrize("path", AGREED, ids=lambda path: path.stem)
def test_case_gives_what_was_agreed(path: Path) -> None:
    """Cases of ours, in the same form: docs/decisions/ says why."""
    test_case_gives_what_the_contract_says(path)
