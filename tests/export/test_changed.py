"""Whoever opens any page of a text that changed since it was decided on reads so at its head."""

import pytest

from tests.report.test_signed import changed
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.labels import labels
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.kinds import Kind

SINCE = "か所変わっています。変わったところは、まだ決定されていません。"


@pytest.mark.parametrize("kind", ["full", "citizen", "council"])
@pytest.mark.parametrize("form", ["html", "md"])
def test_a_changed_text_says_so(form: str, kind: Kind) -> None:
    """And one that did not change does not."""
    same, other = (
        exporters()[form].export(of_kind(report, kind), labels("ja")).replace("\\", "")
        for report in (changed(), changed(s_people=5000))
    )
    assert SINCE not in same
    assert SINCE in other
