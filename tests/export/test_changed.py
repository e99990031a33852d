"""Whoever opens any page of a text that changed since it was decided on reads so at its head."""

import pytest

from tests.report.robot import on_record, plain_assessment, report_of, sign_off
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


@pytest.mark.parametrize("language", ["ja", "en", "vi", "ja-x-easy"])
@pytest.mark.parametrize("form", ["html", "md"])
def test_a_sign_says_so_where_it_says_something_else(form: str, language: str) -> None:
    """In each of its languages; the day of the decision stands on no sign that says what was decided on."""
    signed = on_record(sign_off())
    other = plain_assessment()
    other["service"]["contact"]["phone"] = "999-999-9999"
    then = report_of(signed=signed, language=language)
    for plain, says in ((plain_assessment(), False), (other, True)):
        report = of_kind(report_of(plain, signed=signed, language=language, earlier=then), "notice")
        page = exporters()[form].export(report, labels(language))
        marks = page.count('<p class="warning">') if form == "html" else page.count("\n> ")
        assert marks == (2 if says else 0)
