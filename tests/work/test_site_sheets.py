"""The register under attack: two runs at once, numbers that no folder can have, drafts, sheets that were sent on."""

import json
import shutil
from pathlib import Path

import pytest

from tests.work.signed import edit, signed
from tests.work.test_commenting import put_it
from tests.work.test_site import EN, PAGE, another, approved, built, city, listed, notice, text, tree
from tsukuba_pia.files import Changed
from tsukuba_pia.work.site_folder import Folder

__all__ = ("approved", "city")
pytestmark = pytest.mark.usefixtures("own_cache")
NOTED = "秘密の手順は地下倉庫の三番目の棚にあります"
SHEET = "assessments/t-1/citizen.html"


def test_two_runs_into_a_new_folder(city: Path, tmp_path: Path) -> None:
    """The second one is told that something came in between, not that the files are other people's."""
    out = tmp_path / "out"
    late = Folder(out)
    built(city, out)
    before = tree(out)
    with pytest.raises(Changed), late.begun():
        pass
    assert tree(out) == before


@pytest.mark.parametrize("name", ["a" * 300, "a" * 65, "con", "lpt1"])
def test_a_number_that_no_folder_can_have_stops_nobody_else(city: Path, tmp_path: Path, name: str) -> None:
    """It is told as what it is, and the others are published."""
    file = another(city, "t-2")
    edit(file, "assessment: t-2", f"assessment: {name}")
    done = built(city, tmp_path / "out")
    assert done.made == ["t-1"]
    assert [refused.why for _, refused in done.refused] == ["unusable"]


def test_drafts_are_marked_for_programs_too(city: Path, tmp_path: Path) -> None:
    """In the catalogue, and for search engines; what was decided on is not."""
    another(city, "t-2")
    out = tmp_path / "out"
    built(city, out, drafts=True)
    found = {one.get("dct:identifier"): one for one in json.loads(text(out, "catalog.jsonld"))["dcat:dataset"]}
    assert [one["@value"] for one in found["t-2"]["dct:title"]] == ["案: 案内端末", "Draft: 案内端末"]
    assert all("DEVELOP" in one["adms:status"]["@id"] for one in found["t-2"]["dcat:distribution"])
    assert "案: " not in json.dumps(found["t-1"], ensure_ascii=False)
    assert "adms:status" not in json.dumps(found["t-1"])
    closed = '<meta name="robots" content="noindex">'
    for page in ("index.html", "en/states.html", "assessments/t-2/index.html", "en/assessments/t-2/citizen.html"):
        assert closed in text(out, page)
    for page in (PAGE, EN, SHEET):
        assert closed not in text(out, page)
    built(city, tmp_path / "public")
    assert not any(closed.encode() in raw for raw in tree(tmp_path / "public").values())


def test_what_is_said_above_a_page_is_said_above_its_sheet(city: Path, tmp_path: Path) -> None:
    """Who is sent the sheet alone reads whether it is today's."""
    out = tmp_path / "out"
    built(city, out)
    plain = text(out, SHEET)
    assert notice(out, SHEET) == ""
    file = another(city, "t-2", "organ: mayor", "supersedes: t-1\norgan: mayor")
    signed(file, "refused", "2027-02-25")
    built(city, out)
    assert '<a href="../t-2/index.html">' in notice(out, SHEET)
    edit(city, "駅で道を案内するため", "書きかけの目的")
    edit(city, "  contact: {unit: 都市計画課, phone: 029-000-0000}\n", "")
    assert built(city, out).decided == ["t-1"]
    assert "A newer text is being prepared" in notice(out, f"en/{SHEET}")
    shutil.rmtree(city.parent)
    built(file, out)
    assert "no longer in the city's files" in notice(out, f"en/{SHEET}")
    assert plain.count("<!--register-->") == 1


def test_a_kept_page_says_nothing_that_is_withheld_today(city: Path, tmp_path: Path) -> None:
    """What may not be published any more stays, but for what is withheld in it: its address says that."""
    out = tmp_path / "out"
    file = another(city, "t-2", "k_purpose: 案内", f"k_purpose: {{answer: 案内, note: {NOTED}}}")
    put_it(file, "2027-02-25", last="2027-03-05", shorter="急ぐため")
    built(city, out)
    assert [one for one, raw in tree(out).items() if NOTED.encode() in raw]
    pages = {one for one in tree(out) if one.endswith(".html")}
    edit(file, f"note: {NOTED}", f"note: {NOTED}, withheld: {{reason: securty, approved_by: 誰か, of: [note]}}")
    for fields in ({"t-2": ("answers.k_purpose.note",)}, {}):  # it stays so
        done = built(city, out)
        assert (done.kept, done.withdrawn) == ({"t-2": "withdrawn"}, fields)
        assert not [one for one, raw in tree(out).items() if NOTED.encode() in raw]
        assert {one for one in tree(out) if one.endswith(".html")} == pages
        assert "withholds something that it said" in text(out, "en/assessments/t-2/index.html")
        assert "withholds something that it said" in text(out, "en/index.html")
    assert done.unchanged == ["t-1"]
    away = shutil.move(file.parent, tmp_path / "away")
    assert built(city, out).kept == {"t-2": "withdrawn"}
    shutil.move(away, file.parent)
    edit(file, ", withheld: {reason: securty, approved_by: 誰か, of: [note]}", "")
    edit(file, NOTED, "地図を見せる")
    assert built(city, out).made == ["t-2"]
    assert "withdrawn" not in json.dumps(listed(out))


def test_what_stays_for_another_reason_stays_whole(city: Path, tmp_path: Path) -> None:
    """Words that today's page says too are no secret of a kept one."""
    out = tmp_path / "out"
    file = another(city, "t-2", "k_purpose: 案内", f"k_purpose: {{answer: 案内, note: {NOTED}}}")
    put_it(file, "2027-02-25", last="2027-03-05", shorter="急ぐため")
    built(city, out)
    before = tree(out)
    edit(file, "k_since: 2027-04-01", "k_since: 2027-04-01\n  k_nothing: no")
    done = built(city, out)
    assert (done.kept, done.withdrawn) == ({"t-2": "revised"}, {})
    assert {one for one, raw in tree(out).items() if NOTED.encode() in raw} == {
        one for one, raw in before.items() if NOTED.encode() in raw
    }
