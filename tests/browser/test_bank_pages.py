"""A bank as the page that a panel reads: as sound as the pages for residents."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.harness import WIDTHS, PageReport, complaints
from tests.report.library import shipped_document, shown

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("name", "languages", "scheme"),
    [("transport", ("ja", "en"), "light"), ("core", ("ja",), "dark")],  # core holds the method
)
def test_nothing_is_wrong_with_a_bank_page(
    name: str,
    languages: tuple[str, ...],
    scheme: str,
    browser_report: Callable[..., list[PageReport]],
    tmp_path: Path,
) -> None:
    """Console, network, width and accessibility, on a phone and at a desk."""
    pages = [tmp_path / f"{name}.{language}.html" for language in languages]
    for page, language in zip(pages, languages, strict=True):
        page.write_text(shown(shipped_document(name, language), "html"), encoding="utf-8")
    reports = browser_report(pages, scheme=scheme)
    assert len(reports) == len(pages) * len(WIDTHS)
    assert [line for one in reports for line in complaints(one)] == []
