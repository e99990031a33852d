"""What `pia status` tells."""

from pathlib import Path

from tests.work.desk import ASSESSMENT, opened, workspace
from tsukuba_pia.work.status import status_of


def test_half_way(tmp_path: Path) -> None:
    """Counts, sections, what is required, what is not decided, what next."""
    status = status_of(opened(workspace(tmp_path)), "t-1")
    assert status.counts == {"answered": 2, "open": 6}
    assert [(one.section, one.answered, one.total) for one in status.sections] == [("k_first", 2, 2), ("k_use", 0, 6)]
    assert status.open_required == ("k_level",)
    assert [(one.red_line, one.state, one.questions) for one in status.blocked] == [
        ("k_red_sale", "unknown", ("k_sold",))
    ]
    assert [one.key for one in status.next_steps][:2] == ["next_required", "next_part"]
    assert status.threshold is not None
    assert status.threshold.outcome.worst == "full"


def test_red_line_crossed(tmp_path: Path) -> None:
    """It comes first."""
    status = status_of(opened(workspace(tmp_path, f"{ASSESSMENT}  k_level: counts\n  k_sold: yes\n")), "t-1")
    assert [one.state for one in status.blocked] == ["crossed"]
    assert status.next_steps[0].key == "next_crossed"
    assert status.next_steps[0].args == {"red_line": "k_red_sale"}


def test_no_assessment_needed(tmp_path: Path) -> None:
    """Then nothing more is asked for."""
    status = status_of(opened(workspace(tmp_path, ASSESSMENT.replace("k_personal: yes", "k_personal: no"))), "t-1")
    assert status.threshold is not None
    assert status.threshold.outcome.worst == "none"
    assert status.parts_missing == ()
    assert [one.key for one in status.next_steps] == ["next_render"]
