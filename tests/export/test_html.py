"""The page: self-contained, well-formed for everybody, and harmless whatever people write into it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.documents import HOSTILE, Page, exported, filled, payloads
from tests.report.robot import CANARY, VARIANTS, plain_assessment, report_of, variant
from tsukuba_pia.export._prose import LONGEST, MOST_BRACKETS, _reader, prose
from tsukuba_pia.report.model import Audience

KNOWN = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "main", "footer", "nav", "section", "article",
    "h1", "h2", "h3", "h4", "p", "div", "span", "strong", "em", "code", "pre", "br", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "time", "address", "blockquote", "s", "details", "summary",
    "figure", "figcaption", "ruby", "rt", "rp", "svg", "desc", "text", "path", "rect", "circle", "polygon",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "rel", "scope", "colspan", "role",
    "tabindex", "datetime", "data-label", "aria-labelledby", "aria-hidden", "start",
    "aria-describedby", "xmlns", "viewbox", "x", "y", "width", "height", "rx", "cx", "cy", "r", "d", "points", "fill",
    "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor",
}  # fmt: skip
LANGUAGES = ["ja", "en"]


@pytest.fixture(params=[(language, name) for language in LANGUAGES for name in VARIANTS], ids="-".join)
def page(request: pytest.FixtureRequest) -> Page:
    """The public page in each language, whatever came of the plan."""
    language, name = request.param
    return Page(exported("html", report_of(variant(name), language=language)))


def test_the_page_is_self_contained(page: Page) -> None:
    """No script, no link to a file, no picture; a policy that forbids them."""
    assert {tag for tag, _ in page.elements} <= KNOWN
    policy = next(one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")


def test_one_heading_one_main_and_no_level_left_out(page: Page) -> None:
    """What a screen reader walks by."""
    assert len(page.all("h1")) == len(page.all("main")) == 1
    levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_links_lead_somewhere(page: Page) -> None:
    """Within the page; outside only to the web, mail and telephone."""
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    inner = [one["href"][1:] for one in page.all("a") if one["href"].startswith("#")]
    assert set(inner) <= set(ids)
    labels = [name for _, one in page.elements for name in one.get("aria-labelledby", "").split()]
    assert set(labels) <= set(ids)
    assert page.all("a")[0]["href"] == "#main"


def test_tables_say_what_they_hold(page: Page) -> None:
    """A caption for each, a scope for each head; what may scroll can be reached by key."""
    assert len(page.all("table")) == len(page.all("caption"))
    assert all("scope" in one for one in page.all("th"))
    assert all(one.get("tabindex") == "0" for _, one in page.elements if one.get("role") == "region")


def words_of(name: str) -> str:
    """What is read on a page."""
    return "".join(Page(exported("html", report_of(variant(name)))).words)


def test_what_ended_does_not_look_like_a_start() -> None:
    """The end, its day and its reason stand first; nothing is said to begin."""
    text = words_of("ended")
    assert text.index("令和8年(2026年)11月20日に終わっています") < text.index("対策をしても残るリスク")
    assert "理由: 委員会が実施しないと議決" in text
    assert "開始予定" not in text


def test_what_may_not_start_says_so() -> None:
    """In its head, with the conclusion; and which assessment it takes the place of."""
    text = words_of("crossed")
    assert text.count("このままでは始められません") == 3
    assert text.index("まだ決めていません。") < text.index("どんなサービスですか")
    assert "small-robot-first" in text
    assert "other-robot" in text
    assert "開始予定" not in text


def test_where_no_assessment_is_needed_the_reason_stands() -> None:
    """No list that is said to be missing; who decides, and when it is looked at again."""
    text = words_of("needless")
    for said in ("評価をしない理由", "不要", "部長", "令和9年(2027年)12月31日", "地区の追加"):
        assert said in text
    assert "人に関する情報は扱いません。" in text
    for not_said in ("まだありません", "まだ示されていません"):
        assert not_said not in text


def test_another_language_is_marked() -> None:
    """What is not translated carries its `lang`; what is, does not."""
    text = exported("html", report_of(language="en"))
    assert '<html lang="en">' in text
    assert '<span lang="ja">主査</span>' not in text
    assert '<div lang="ja"><p>店が遠くなりました。</p>' in text
    whole, _, glossary = exported("html").partition('id="glossary"')
    assert [one for one in Page(whole).all("span") if "lang" in one] == []
    assert "threshold analysis" not in glossary  # who reads Japanese needs no English for it


def test_levels_have_a_word_beside_colour() -> None:
    """As squares and as a word."""
    level = '<span class="level level-2"><span class="bars" aria-hidden="true">■■□</span>中くらい</span>'
    assert level in exported("html")


def test_markdown_of_people_is_rendered_and_tamed() -> None:
    """Emphasis stays; a heading of theirs does not break into the outline."""
    text = exported("html")
    assert "<strong>家まで</strong>" in text
    assert "# 見出しではない" in text
    assert '<a href="mailto:mobility@city.example.jp" rel="noopener noreferrer nofollow">' in text
    assert '<a href="tel:000-000-0000">' not in text
    assert '<a href="tel:0000000000">' in text


@pytest.mark.parametrize(
    "markdown",
    ["![x](https://e.example/x.png)", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
     "[x](data:text/html,x)", "[x]: https://e.example\n\n[x]", "[x](//e.example)", "[x](/etc/passwd)",
     "<https://e.example/\x00>"],
)  # fmt: skip
def test_prose_links_only_to_the_web(markdown: str) -> None:
    """No picture, no markup of theirs, no other scheme, no relative path."""
    found = Page(str(prose(markdown)))
    assert {tag for tag, _ in found.elements} <= {"p", "a"}
    assert all(one["href"].startswith("https://") for one in found.all("a"))


def test_links_carry_their_relation() -> None:
    """Nobody learns from where a reader came."""
    assert 'rel="noopener noreferrer nofollow"' in str(prose("[x](https://e.example)"))


def test_long_texts_are_shown_plain() -> None:
    """Reading Markdown of 100,000 characters could take minutes; showing it takes none."""
    for text in ("*" * (LONGEST + 1), "[" * (MOST_BRACKETS + 1)):
        assert prose(text) == f"<p>{text}</p>\n"


@given(st.text(st.sampled_from("A1a ,.;:()/%?='-_*+#>&\"<~`[\\\n\t\u3000\u00a0\u0085ー、。(漢é1😀"), max_size=12))
def test_plain_prose_is_what_a_reader_of_markdown_makes_of_it(text: str) -> None:
    """A text without a sign of Markdown is not read as it, for that takes long; the page is the same."""
    assert prose(text) == _reader().render(text)


@pytest.mark.parametrize(
    "text", ["- a", "1. a", "1) a", "=", "> a", "a  ", " a", "+ a", "a&amp;b", "`a`", "a\n===", "\x00"]
)
def test_prose_that_looks_plain_is_read(text: str) -> None:
    """What begins a list, ends in blanks, or stands over several lines."""
    assert prose(text) == _reader().render(text)


def test_hostile_texts_stay_texts() -> None:
    """Hundreds of payloads in every field: no new element, no handler, no address that does something."""
    for start in range(0, len(lines := payloads()), 40):
        page = Page(exported("html", report_of(filled("\n\n".join(lines[start : start + 40])))))
        assert {tag for tag, _ in page.elements} <= KNOWN
        assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
        for link in page.all("a"):
            assert link["href"].startswith(("#", "https://", "http://", "mailto:", "tel:"))


def test_hostile_prose_stays_prose() -> None:
    """Each payload on its own, as the Markdown that it may be."""
    for line in payloads():
        page = Page(str(prose(line)))
        assert {tag for tag, _ in page.elements} <= KNOWN
        assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
        assert all(one["href"].startswith(("https://", "http://", "mailto:")) for one in page.all("a"))


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "{% raw %}", "{# x #}", "{report}", "{0}", "%s", "${7*7}"])
def test_templates_are_not_for_people(text: str) -> None:
    """What looks like a template is a text."""
    words = "".join(Page(exported("html", report_of(filled(text)))).words)
    assert text in words
    assert "49" not in words


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_withheld_words_are_in_the_internal_page_only(audience: Audience) -> None:
    """Plain, escaped or in an attribute."""
    text = exported("html", report_of(audience=audience))
    assert (CANARY in text) == (audience == "internal")


def test_never_claims_more_than_it_is() -> None:
    """No word of approval by anybody."""
    japanese, english = exported("html"), exported("html", report_of(language="en"))
    assert "評価の方法は、つくば市の制度を参考にしています(つくば市が定めたものではありません)" in japanese
    assert [word for word in ("認定", "準拠", "公式") if word in japanese] == []
    assert [word for word in ("official", "certified", "compliant") if word in english.lower()] == []


def test_same_input_same_bytes() -> None:
    """No clock, no random, no order of a set."""
    assert exported("html") == exported("html", report_of(plain_assessment()))


@pytest.mark.skipif(not HOSTILE.parent.joinpath("schemas").is_dir(), reason=f"no design tokens beside {HOSTILE}")
def test_colours_are_those_of_the_design_tokens() -> None:
    """Every colour of the style is a value of the Digital Agency's tokens, and says so."""
    tokens = HOSTILE.parent.joinpath("schemas", "digital-agency-design-tokens.json").read_text("utf-8").lower()
    style = Path(__file__).parents[2].joinpath("templates", "html", "report.css").read_text("utf-8")
    assert "digital-go-jp/design-tokens" in style
    assert [colour for colour in re.findall(r"#[0-9a-f]{6}", style.lower()) if colour not in tokens] == []
