"""What people read at a terminal of each example: decisions of every sector, each safeguard once, no empty map."""

from io import StringIO

import pytest

from tests.cli.terminal import run
from tests.golden import ROOT
from tests.worked import EXAMPLES, opened
from tsukuba_pia.cli.score_view import Room, ScoreView
from tsukuba_pia.cli.shown import shown as for_room
from tsukuba_pia.model.result import Truth
from tsukuba_pia.work.opening import Opened


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.name)
def example(request: pytest.FixtureRequest) -> Opened:
    """An example, opened as of its day."""
    return opened(request.param)


def shown(one: Opened, language: str) -> str:
    """`pia score` in a very wide room, so that no line is folded."""
    room = Room(file=StringIO(), width=2000, highlight=False, markup=False, emoji=False, no_color=True)
    ScoreView(for_room(one), room, language).overview()
    assert isinstance(room.file, StringIO)
    return room.file.getvalue()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_decision_that_applies_is_told(example: Opened, language: str) -> None:
    """Its title, outcome and meaning in the bank's words, and its reasons; the others are left out."""
    assert example.questionnaire is not None
    text = shown(example, language)
    for found in example.score().decisions.values():
        rule = example.questionnaire.decisions[found.id].decision
        outcome = next(one for one in rule.outcomes if one.id == found.outcome.worst)
        assert isinstance(rule.title, dict)
        assert isinstance(outcome.label, dict)
        told = f"{rule.title[language]}: {outcome.label[language]}\n"
        assert (told in text) == (found.applies is not Truth.FALSE)
        if found.applies is not Truth.FALSE:
            for said in (outcome.meaning, *(reason.because for reason in found.reasons)):
                assert said is None or (isinstance(said, dict) and said[language] in text)


def test_each_safeguard_is_one_line_of_a_risk(example: Opened) -> None:
    """Also where it lowers both likelihood and severity."""
    for block in shown(example, "en").split("   Now: ")[1:]:
        lines = [line for line in block.partition("\n\n")[0].splitlines() if line.startswith("     - ")]
        assert len({line.removesuffix(" (planned)") for line in lines}) == len(lines)


def test_a_map_is_shown_where_there_are_risks(example: Opened) -> None:
    """An empty one tells nothing."""
    text = shown(example, "en")
    assert ("Risk map" in text) == ("No risk applies." not in text)


def test_status_of_what_ended() -> None:
    """When and why, before anything that is still open."""
    done = run("status", ROOT / "examples" / "mobile-polling-list")
    assert done.returncode == 0
    assert done.stdout.index("Ended on 2026-11-20: ") < done.stdout.index("Assessment needed")


def test_status_of_a_crossed_red_line() -> None:
    """It rests on answers that are there; it does not wait for them."""
    done = run("status", ROOT / "examples" / "internet-vote-first")
    assert "by the answers to: " in done.stdout
