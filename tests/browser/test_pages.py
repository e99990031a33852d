"""The pages that residents read: no error, no request, nothing cut off, nothing that shuts people out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tests.browser.harness import PageReport, View, complaints
from tests.browser.markup import faults
from tests.export.documents import exported
from tests.report.robot import on_record, report_of, sign_off, variant
from tests.worked import EXAMPLES, WHOLE, opened, rendered
from tsukuba_pia.labels import labels
from tsukuba_pia.model.sign_off import Expedited
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import KINDS, Kind
from tsukuba_pia.report.pages import Notice
from tsukuba_pia.work.reporting import Reporting

pytestmark = pytest.mark.browser
Open = Callable[..., list[PageReport]]

# Widths and themes, shared between the languages; the first view asks everything, the others what depends on it. The
# keyboard walks one of them: it takes a second for each fifty links, which are the same in both.
VIEWS: dict[str, tuple[View, ...]] = {
    "ja": (
        View(width=320, keys=True),
        View(width=320, forced=True),
        View(width=390, scheme="dark", contrast=True),
        View(width=1280),
        View(width=1280, forced=True, scheme="dark"),
        View(width=794, paper=True),
    ),
    "en": (
        View(width=390),
        View(width=320, scheme="dark", spaced=True),
        View(width=390, forced=True),
        View(width=1280, scheme="dark"),
        View(width=1280, contrast=True),
        View(width=794, paper=True),
    ),
}
SMALL = "small-robot"
DECIDED: tuple[tuple[Kind, str], ...] = (("full", "ja"), ("council", "ja"), ("full", "en"), ("citizen", "en"))
PHONE: dict[str, View] = {"ja": View(width=320), "en": View(width=390, scheme="dark")}
Pages = dict[tuple[str, Kind, str], Path]


def wanted(name: str, number: int) -> Iterator[tuple[Kind, str]]:
    """Of one example each kind in both languages; of the others the whole report and another kind, by turns."""
    if name == WHOLE:
        yield from product(KINDS, ("ja", "en"))
    else:
        yield "full", ("ja", "en")[number % 2]
        yield KINDS[1 + number % (len(KINDS) - 1)], ("en", "ja")[number % 2]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Pages of every example."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for number, example in enumerate(EXAMPLES):
        one = opened(example)
        for kind, language in wanted(example.name, number):
            page = found[example.name, kind, language] = folder / f"{example.name}.{kind}.{language}.html"
            page.write_text(rendered(one, "html", "public", language, kind), encoding="utf-8")
    for kind, language in DECIDED:
        page = found[SMALL, kind, language] = folder / f"{SMALL}.{kind}.{language}.html"
        page.write_text(exported("html", decided(kind, language)), encoding="utf-8")
    return found


def decided(kind: Kind, language: str) -> Report:
    """A small report with all that a decision may hold, of which each example has less."""
    signed = on_record(sign_off(), sign_off("expedited", 2, expedited=Expedited("市長", "大雨", "2026-11-20")))
    earlier = report_of(variant("needless"), signed=signed, language=language)
    report = report_of(signed=signed, earlier=earlier, state="suspended", language=language)
    return of_kind(report, kind)


@pytest.mark.parametrize("language", PHONE)
def test_nothing_is_wrong_with_any_page(browser_report: Open, pages: Pages, language: str) -> None:
    """Console, network, width, names and accessibility: of every example, on a phone, by day and by night."""
    shown = [page for (name, _, spoken), page in pages.items() if name != WHOLE and spoken == language]
    reports = browser_report(shown, views=[PHONE[language]])
    assert {Path(one["file"]) for one in reports} == set(shown)
    assert [line for one in reports for line in complaints(one)] == []


@pytest.mark.parametrize("language", VIEWS)
def test_nothing_is_wrong_with_a_page_in_any_way_it_is_read(browser_report: Open, pages: Pages, language: str) -> None:
    """One example, each kind of page: at each width, in each theme, by keyboard, spaced out, on paper."""
    shown = [page for (name, _, spoken), page in pages.items() if name == WHOLE and spoken == language]
    reports = browser_report(shown, views=VIEWS[language])
    assert len(reports) == len(VIEWS[language]) * len(KINDS)
    assert [line for one in reports for line in complaints(one)] == []


def test_what_colleagues_read_is_as_sound(browser_report: Open) -> None:
    """The page that holds everything, with places and evidence, which are long."""
    page = next(one for one in EXAMPLES if one.name == WHOLE) / "expected" / "internal.ja.html"
    reports = browser_report([page], views=(View(width=320), View(width=1280, scheme="dark")))
    assert [line for one in reports for line in complaints(one)] == []


@pytest.mark.parametrize("language", ["ja", "vi"])
def test_a_sign_fits_a_screen(browser_report: Open, tmp_path: Path, language: str) -> None:
    """A screen at a desk is not scrolled: each example in two languages, a draft, with code, address and telephone."""
    for example in EXAMPLES:
        report = of_kind(Reporting(opened(example), language, "public", draft=True)(opened(example)), "notice")
        page = tmp_path / f"{example.name}.html"
        page.write_text(exported("html", replace(report, notice=leading(report))), encoding="utf-8")
    reports = browser_report(sorted(tmp_path.iterdir()), views=(View(width=1280, height=720, bare=True),))
    assert len(reports) == len(EXAMPLES)
    assert {Path(one["file"]).stem: one["below"] for one in reports if one["below"] > 0} == {}


def leading(report: Report) -> Notice:
    """The sign as a city puts it up: with its name and with where it leads."""
    assert report.notice
    address = f"pia.city.example.jp/assessments/{report.id}"
    faces = tuple(
        replace(one, city=one.heading, more=Said(labels(one.language)["report"]["notice"]["more"], one.language))
        for one in report.notice.faces
    )
    return replace(report.notice, faces=faces, url=f"https://{address}/", address=address, phone="000-000-0000")


def test_other_readers_of_html_find_no_fault(pages: Pages) -> None:
    """The W3C's checker and html-validate, errors and warnings alike."""
    assert faults(list(pages.values())) == []
