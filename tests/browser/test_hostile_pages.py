"""What people write into an assessment does nothing in a browser, even one that knows no policy."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.browser.harness import PageReport, View, complaints
from tests.export.documents import exported, filled, payloads
from tests.report.robot import report_of
from tsukuba_pia.report.kinds import KINDS

pytestmark = pytest.mark.browser
POLICY = 'http-equiv="Content-Security-Policy"'
IN_ONE = 120  # texts of one page


def test_no_text_of_people_acts(browser_report: Callable[..., list[PageReport]], tmp_path: Path) -> None:
    """Lines that have broken pages before, in every field; the policy is taken away, which would hide a fault."""
    lines = payloads()
    pages: list[Path] = []
    for first in range(0, len(lines), IN_ONE):
        page = tmp_path / f"hostile-{first}.html"
        kind = KINDS[len(pages) % len(KINDS)]
        told = replace(report_of(filled("\n\n".join(lines[first : first + IN_ONE]))), kind=kind)
        text = exported("html", told)
        assert text.count(POLICY) == 1
        page.write_text(text.replace(POLICY, 'name="no-policy"'), encoding="utf-8")
        pages.append(page)
    reports = browser_report(pages, views=[View(width=390, bare=True)])
    assert len(reports) == len(pages) > 3
    assert [line for one in reports for line in complaints(one)] == []
