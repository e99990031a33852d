"""What the register says above its pages, and in the place of some, is held to what it says without a city's face."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.export.own import face_of
from tests.golden import ROOT
from tests.work.signed import edit, signed
from tests.work.test_commenting import put_it
from tests.work.test_site import PAGE, another, approved, built, city, notice, text
from tsukuba_pia.diagnostics import Fault
from tsukuba_pia.resources import with_own

__all__ = ["approved", "city"]  # fixtures
pytestmark = pytest.mark.usefixtures("own_cache")
NOTICE, WITHDRAWN, INDEX = "html/_site_notice.html.j2", "html/site_withdrawn.html.j2", "html/site_index.html.j2"
SHIPPED = f'{{% include "shipped/{NOTICE}" %}}'
NOTED = "制御室の鍵は受付にある"


def told(city: Path, out: Path, name: str, template: str) -> tuple[str, str]:
    """The register with a template of the city's: code and file of what is wrong with it; nothing where it is made."""
    try:
        with with_own(face_of(out.parent / "face", {name: template})):
            built(city, out)
    except Fault as fault:
        return fault.found.code, Path(fault.found.file).name
    return "", ""


def gone(city: Path, out: Path) -> Path:
    """An assessment that was published and whose file is no longer there; one that still is."""
    other = another(city, "t-2")
    signed(other, "refused", "2027-02-25")
    built(city, out)
    shutil.rmtree(city.parent)
    return other


def asked(city: Path, out: Path) -> Path:
    """One on which residents are asked."""
    put_it(another(city, "t-2"), "2027-02-25", last="2027-03-05", shorter="急ぐため")
    built(city, out, "2027-02-20")
    return city


def replaced(city: Path, out: Path) -> Path:
    """One that another one replaces."""
    built(city, out)
    signed(another(city, "t-2", "organ: mayor", "supersedes: t-1\norgan: mayor"), "refused", "2027-02-25")
    return city


CASES = (gone, asked, replaced)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(
    "template",
    ["<p>nothing</p>", "", f'<div class="unseen">{SHIPPED}</div>', f"<details><summary>x</summary>{SHIPPED}</details>",
     f"<s>{SHIPPED}</s>", f'<div class="back">{SHIPPED}</div>'],
)  # fmt: skip
def test_what_is_said_above_a_page_is_not_lost(
    city: Path, tmp_path: Path, template: str, case: Callable[[Path, Path], Path]
) -> None:
    """PIA031: that its source is gone, that residents are asked, that there is a newer one; nor is it folded away."""
    file = case(city, tmp_path / "out")
    before = {one: one.read_bytes() for one in (tmp_path / "out").rglob("*.html")}
    assert told(file, tmp_path / "out", NOTICE, template) == ("PIA031", Path(NOTICE).name)
    assert {one: one.read_bytes() for one in before} == before


@pytest.mark.parametrize("case", CASES)
def test_it_may_look_different_and_say_more(city: Path, tmp_path: Path, case: Callable[[Path, Path], Path]) -> None:
    """An honest face."""
    file = case(city, tmp_path / "out")
    own = f'<div style="padding: 1rem"><p>見本市</p>{SHIPPED}</div>'
    assert told(file, tmp_path / "out", NOTICE, own) == ("", "")
    pages = ("assessments/t-2/index.html", PAGE)
    assert any("見本市" in notice(tmp_path / "out", one) for one in pages)


def test_the_page_in_the_place_of_another_says_why(city: Path, tmp_path: Path) -> None:
    """PIA031: it stands for what was taken down, because that is withheld today. The shipped one takes its place."""
    out = tmp_path / "out"
    file = another(city, "t-2", "k_purpose: 案内", f"k_purpose: {{answer: 案内, note: {NOTED}}}")
    put_it(file, "2027-02-25", last="2027-03-05", shorter="急ぐため")
    built(city, out)
    edit(file, f"note: {NOTED}", f"note: {NOTED}, withheld: {{reason: securty, approved_by: 誰か, of: [note]}}")
    page = (ROOT / "templates" / WITHDRAWN).read_text(encoding="utf-8")
    silent = page.replace("{{ r.withdrawn }}", "x")
    folded = page.replace('<p class="warning">', "<details><summary>x</summary><p>").replace(
        "{{ r.withdrawn }}</p>", "{{ r.withdrawn }}</p></details>"
    )
    for template in (silent, folded):
        assert template != page
        with with_own(face_of(tmp_path / "face", {WITHDRAWN: template})):
            found = built(city, out).faults
        assert [(one.code, Path(one.file).name) for one in found] == [("PIA031", Path(WITHDRAWN).name)]
        assert "掲載を取りやめています" in text(out, "assessments/t-2/index.html")
    own = page.replace("{{ r.withdrawn }}</p>", "{{ r.withdrawn }}</p><p>見本市</p>")
    assert told(city, out, WITHDRAWN, own) == ("", "")
    assert "見本市" in text(out, "assessments/t-2/index.html")


@pytest.mark.parametrize("name", ["views", "filters", "shown", "contents", "back"])
def test_the_list_does_not_pass_for_what_leads_to_it(city: Path, tmp_path: Path, name: str) -> None:
    """PIA031: the shipped style leaves such parts out on paper."""
    page = (ROOT / "templates" / INDEX).read_text(encoding="utf-8")
    wrapped = page.replace('<main id="main">', f'<main id="main"><div class="{name}">').replace(
        "</main>", "</div></main>"
    )
    assert wrapped != page
    assert told(city, tmp_path / "out", INDEX, wrapped) == ("PIA031", Path(INDEX).name)
