"""The pages of a register: as sound as those of a report, on a phone and at a desk, by keyboard, with every notice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.harness import PageReport, View, complaints
from tests.browser.markup import faults
from tests.work.signed import DONE, PLANNED, edit, room, signed
from tests.work.test_commenting import put_it
from tests.work.test_site import PUBLIC, another, built
from tests.work.test_site_easy import PLAIN, TOLD

pytestmark = pytest.mark.browser
Open = Callable[..., list[PageReport]]
# Shared between the languages, as in test_pages.py: the keyboard in both, for it is there that texts are in the way.
VIEWS: dict[str, tuple[View, ...]] = {
    "": (
        View(width=320, keys=True),
        View(width=320, scheme="dark", forced=True),
        View(width=1280),
        View(width=794, paper=True),
    ),
    "en": (
        View(width=320, spaced=True, keys=True),
        View(width=1280, scheme="dark"),
        View(width=1280, contrast=True),
    ),
}
PAGES = (
    "index.html",
    "sectors.html",
    "assessments/t-1/index.html",  # replaced by a later one
    "assessments/t-1/versions/1/index.html",
    "assessments/t-2/index.html",  # open for comments
    "assessments/t-3/index.html",  # gone
    "assessments/t-1/citizen.html",
)
EASY = tuple(f"assessments/{one}/easy.html" for one in ("t-1", "t-2", "t-3"))  # in one folder only


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a page of each kind."""
    place = tmp_path_factory.mktemp("register")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(place / "cache"))
        file = room(place / "city", PUBLIC.replace(PLAIN, TOLD))
        signed(file, post="owner")
        edit(file, PLANNED, DONE)
        signed(file, "approved", "2027-02-20", post="owner")
        put_it(another(file, "t-2"), "2027-02-25", last="2027-03-05", shorter="急ぐため")
        gone = another(file, "t-3")
        signed(gone, "refused", "2027-02-25")
        later = another(file, "t-4", "organ: mayor", "supersedes: t-1\norgan: mayor")
        signed(later, "refused", "2027-02-26")
        built(file, place / "out", address="https://pia.example.jp")
        gone.unlink()
        built(file, place / "out", address="https://pia.example.jp")
    return place / "out"


def pages(out: Path, room: str) -> list[Path]:
    """Each kind in one language; the sheets in easy Japanese beside the Japanese ones."""
    return [out / room / name for name in PAGES] + [out / name for name in EASY if not room]


@pytest.mark.parametrize("room", VIEWS)
def test_nothing_is_wrong_with_any_page(browser_report: Open, out: Path, room: str) -> None:
    """Console, network, width, names, accessibility, keyboard."""
    reports = browser_report(pages(out, room), views=VIEWS[room])
    assert len(reports) == len(VIEWS[room]) * len(pages(out, room))
    assert [line for one in reports for line in complaints(one)] == []


def test_other_readers_of_html_find_no_fault(out: Path) -> None:
    """The W3C's checker and html-validate, errors and warnings alike."""
    assert faults([page for room in VIEWS for page in pages(out, room)]) == []
