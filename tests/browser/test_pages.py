"""The pages that residents read: no error, no request, nothing cut off, nothing that shuts people out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.harness import WIDTHS, PageReport, complaints
from tests.worked import EXAMPLES, WHOLE, opened, rendered

pytestmark = pytest.mark.browser
Open = Callable[..., list[PageReport]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page for residents of every example, in Japanese and English by turns."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for number, example in enumerate(EXAMPLES):
        found[example.name] = folder / f"{example.name}.html"
        language = ("ja", "en")[number % 2]
        found[example.name].write_text(rendered(opened(example), "html", "public", language), encoding="utf-8")
    return found


def test_nothing_is_wrong_with_any_page(browser_report: Open, pages: dict[str, Path]) -> None:
    """Console, network, width and accessibility, on a phone."""
    reports = browser_report(list(pages.values()), widths=WIDTHS[:1])
    assert [Path(one["file"]) for one in reports] == list(pages.values())
    assert [line for one in reports for line in complaints(one)] == []


@pytest.mark.parametrize(("scheme", "widths"), [("light", WIDTHS), ("dark", WIDTHS[1:])])
def test_nothing_is_wrong_with_a_page_in_any_way_it_is_read(
    browser_report: Open, scheme: str, widths: tuple[int, ...]
) -> None:
    """One example in both languages and for colleagues: at each width, and by night."""
    whole = sorted(next(one for one in EXAMPLES if one.name == WHOLE).glob("expected/*.html"))
    assert whole, "no rendered page"
    reports = browser_report(whole, widths=widths, scheme=scheme)
    assert {(Path(one["file"]), one["width"]) for one in reports} == {(one, width) for one in whole for width in widths}
    assert [line for one in reports for line in complaints(one)] == []
