"""The sheet in easy Japanese stands in the register where an assessment is told in it, held as the others are."""

import json
import shutil
from pathlib import Path

import pytest

from tests.work.signed import approved_room, copied, edit, signed
from tests.work.test_commenting import put_it
from tests.work.test_site import EN, PAGE, PUBLIC, another, built, hide, notice, text, tree

pytestmark = pytest.mark.usefixtures("own_cache")
EASY, SHEET = "assessments/t-1/easy.html", "assessments/t-1/citizen.html"
PLAIN = "purpose: 駅で道を案内するため"
TOLD = "purpose: {ja: 駅で道を案内するため, ja-x-easy: 駅(えき)で道(みち)を教(おし)えます。}"
LINK = '<a href="{}" lang="ja-x-easy" hreflang="ja-x-easy">やさしい日本語</a>'


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with an approved assessment that is told in easy Japanese, too; to be copied."""
    return approved_room(tmp_path_factory.mktemp("easy") / "city", PUBLIC.replace(PLAIN, TOLD))


@pytest.fixture
def city(approved: Path, tmp_path: Path) -> Path:
    """A copy of it; its assessment's file."""
    return copied(approved, tmp_path)


def links(out: Path, name: str) -> list[str]:
    """What the bar above a page leads to."""
    bar = text(out, name).partition('<nav class="site-bar"')[2].partition("</nav>")[0]
    return [one.partition('"')[0] for one in bar.split('href="')[1:]]


def test_it_stands_beside_the_others(city: Path, tmp_path: Path) -> None:
    """In easy words, with readings, linked from today's pages and sheets in each language, and back."""
    out = tmp_path / "out"
    built(city, out)
    page = text(out, EASY)
    assert '<html lang="ja-x-easy">' in page
    assert "<ruby>駅<rp>(</rp><rt>えき</rt><rp>)</rp></ruby>" in page
    assert LINK.format("easy.html") in text(out, PAGE)
    assert LINK.format("easy.html") in text(out, SHEET)
    for name in (EN, f"en/{SHEET}"):
        assert LINK.format(f"../../../{EASY}") in text(out, name)
    assert links(out, EASY) == ["../../index.html", "index.html", "citizen.html", f"../../en/{SHEET}"]
    assert links(out, SHEET) == ["../../index.html", "index.html", f"../../en/{SHEET}", "easy.html"]
    assert "easy.html" not in text(out, "assessments/t-1/versions/1/index.html")
    for register, sheet, easy in (("index.html", SHEET, EASY), ("en/index.html", SHEET, f"../{EASY}")):
        card = text(out, register).partition('<p class="forms">')[2].partition("</p>")[0]
        assert f'href="{sheet}"' in card
        assert f'href="{easy}" lang="ja-x-easy"' in card
    assert links(out, PAGE)[1] == "citizen.html"
    assert 'href="index.html"' in text(out, SHEET).partition('id="contact"')[2]
    for name in tree(out):
        if name.endswith(".html"):
            assert all((out / name).parent.joinpath(one.partition("#")[0]).exists() for one in links(out, name)), name


def test_lists_name_it(city: Path, tmp_path: Path) -> None:
    """At the head of the register in easy words, in its data, and as a form of its own in the catalogue."""
    another(city, "t-2", TOLD, PLAIN)
    out = tmp_path / "out"
    built(city, out, drafts=True)
    for name in ("index.html", "en/index.html"):
        assert '<span lang="ja-x-easy">やさしい<ruby>日本語' in text(out, name)
    sheets = {one["id"]: one["sheets"] for one in json.loads(text(out, "register.json"))["assessments"]}
    assert sheets["t-1"] == {"ja": SHEET, "en": f"en/{SHEET}", "ja-x-easy": EASY}
    assert list(sheets["t-2"]) == ["ja", "en"]
    for number, count in (("t-1", 3), ("t-2", 2)):
        forms = next(
            one["dcat:distribution"]
            for one in json.loads(text(out, "catalog.jsonld"))["dcat:dataset"]
            if one.get("dct:identifier") == number
        )
        told = [(one["dct:title"], one["dct:language"]["@id"][-3:]) for one in forms if "dct:title" in one]
        assert len(told) == count
        easy = {"@value": "市民向けの1枚(やさしい日本語)", "@language": "ja"}
        assert ((easy, "JPN") in told) == (number == "t-1")


def test_only_where_something_is_told_in_it(city: Path, tmp_path: Path) -> None:
    """Neither for an assessment that is not, nor in a register without Japanese, nor where all pages are in it."""
    another(city, "t-2", TOLD, PLAIN)
    built(city, tmp_path / "out", drafts=True)
    assert [one for one in tree(tmp_path / "out") if one.endswith("easy.html")] == [EASY]
    assert 'lang="ja-x-easy"' not in text(tmp_path / "out", "assessments/t-2/index.html")
    built(city, tmp_path / "english", languages=("en",))
    assert not any("easy.html" in one or b"easy.html" in raw for one, raw in tree(tmp_path / "english").items())
    built(city, tmp_path / "all", languages=("ja", "ja-x-easy"))
    assert not any(one.endswith("easy.html") for one in tree(tmp_path / "all"))


def test_it_goes_with_what_was_told_in_it(city: Path, tmp_path: Path) -> None:
    """And nothing leads to it any more; what has not changed is not made again."""
    out, page = tmp_path / "out", "assessments/t-2/index.html"
    draft = another(city, "t-2")
    built(city, out, drafts=True)
    before = tree(out)
    assert "easy.html" in text(out, page)
    assert built(city, out, drafts=True).made == []
    assert tree(out) == before
    edit(draft, TOLD, PLAIN)
    built(city, out, drafts=True)
    assert [one for one in tree(out) if one.endswith("easy.html")] == [EASY]
    assert "easy.html" not in text(out, page)


def test_what_is_said_above_a_page_is_said_above_it(city: Path, tmp_path: Path) -> None:
    """In its own words: until when one may comment, what takes its place, that its source is gone."""
    out = tmp_path / "out"
    built(city, out)
    assert notice(out, EASY) == ""
    later = another(city, "t-2", "organ: mayor", "supersedes: t-1\norgan: mayor")
    signed(later, "refused", "2027-02-25")
    put_it(another(city, "t-3"), "2027-02-25", last="2027-03-05", shorter="急ぐため")
    built(city, out)
    assert '<a href="../t-2/index.html">' in notice(out, EASY)
    assert "みなさんの<ruby>意見" in notice(out, "assessments/t-3/easy.html")
    shutil.rmtree(city.parent)
    built(later, out)
    assert "もとの<ruby>書類" in notice(out, EASY)
    assert "easy.html" in "".join(links(out, PAGE))


def test_nothing_that_is_withheld_stands_in_it(city: Path, tmp_path: Path) -> None:
    """Two that differ in nothing else are published alike; what only its own words say is looked for in them."""
    hide(city, "一つの秘密の言葉")
    built(city, tmp_path / "one")
    edit(city, "一つの秘密の言葉", "まったく別の長い長い秘密")
    built(city, tmp_path / "two")
    assert EASY in tree(tmp_path / "one")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    draft = another(city, "t-2")
    edit(draft, "道(みち)を教(おし)えます。", "まったく別の長い長い秘密を教えます。")
    done = built(city, tmp_path / "three", drafts=True)
    assert [fields for _, fields in done.leaking] == [("answers.k_masking.note",)]
    assert not any("長い長い秘密".encode() in raw for raw in tree(tmp_path / "three").values())
