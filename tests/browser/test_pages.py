"""The pages that residents read: no error, no request, nothing cut off, nothing that shuts people out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.harness import WIDTHS, PageReport, complaints
from tests.golden import ROOT

pytestmark = pytest.mark.browser
EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="module")
def rendered_pages() -> list[Path]:
    """The rendered pages of all examples."""
    if not any(EXAMPLES.glob("*/assessment.yaml")):
        pytest.skip("there are no examples yet")
    pages = sorted(EXAMPLES.glob("*/expected/*.html"))
    assert pages, "no example has a rendered page"
    return pages


@pytest.fixture(scope="module", params=["light", "dark"])
def reports(
    request: pytest.FixtureRequest,
    browser_report: Callable[..., list[PageReport]],
    rendered_pages: list[Path],
) -> list[PageReport]:
    """All pages, opened in one browser."""
    return browser_report(rendered_pages, scheme=request.param)


def test_each_page_is_opened_at_each_width(reports: list[PageReport], rendered_pages: list[Path]) -> None:
    """No page is left out."""
    opened = {(Path(one["file"]), one["width"]) for one in reports}
    assert opened == {(page, width) for page in rendered_pages for width in WIDTHS}


def test_nothing_is_wrong_with_any_page(reports: list[PageReport]) -> None:
    """Console, network, width and accessibility."""
    assert [line for one in reports for line in complaints(one)] == []
