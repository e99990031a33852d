"""A part of a city's page says all that the shipped one says there, as openly; it may say more, and look different."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.export.documents import exported
from tests.export.own import face_of
from tests.report.robot import report_of
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.export.own_said import unsaid, unsaid_markdown
from tsukuba_pia.labels import labels
from tsukuba_pia.resources import with_own
from tsukuba_pia.work.own_face import check_own
from tsukuba_pia.work.own_losses import check_made, hold

RISKS = "html/_risks.html.j2"
WHOLE = '{% include "shipped/html/_risks.html.j2" %}'
PAGE = "<!DOCTYPE html><html><head><style>{style}</style></head><body><main>{main}</main></body></html>"
SHIPPED = '<h2 id="a">Risks</h2><p>Nobody is told.</p><p>Kept 3 days, then erased</p><h2 id="b">Rest</h2><p>Ask us</p>'


def told(main: str, style: str = "") -> dict[str, str]:
    """What is missing on a page, by its heading."""
    return unsaid(PAGE.format(style=style, main=main), PAGE.format(style=style, main=SHIPPED))


@pytest.mark.parametrize(
    "main",
    [SHIPPED,
     '<h2 id="b">Rest</h2>Ask <b>us</b><h2 id="a">Risks</h2><p>Nobody\n is told</p><p>Kept 3 days<br>then erased</p>',
     f"<div>{SHIPPED}<p>And more, of our own.</p></div>",
     f"<details open><summary>x</summary>{SHIPPED}</details>",
     f'<div class="group">{SHIPPED}</div>'],
)  # fmt: skip
def test_laid_out_otherwise(main: str) -> None:
    """Moved, marked, parted, added to."""
    assert told(main) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [("<p>Nobody is told.</p>", ""), ("Nobody is told", "All are told"),
     ("<p>Nobody is told.</p>", "<details><summary>x</summary>Nobody is told</details>"),
     ("<p>Nobody is told.</p>", '<div class="group"><p>Nobody is told.</p></div>'),
     ("<p>Nobody is told.</p>", '<p class="unseen">Nobody is told.</p>'),
     ("<p>Nobody is told.</p>", '<p aria-hidden="true">Nobody is told.</p>'),
     ("<p>Nobody is told.</p>", "<svg><text>Nobody is told.</text></svg>"),
     ("<p>Nobody is told.</p>", "<table><thead><tr><td>Nobody is told.</td></tr></thead></table>"),
     ("Nobody is told", "<s>Nobody is told</s>"), ("Nobody is told", "Nobody <del>is</del> told")],
)  # fmt: skip
def test_what_a_reader_does_not_see(old: str, new: str) -> None:
    """Left out, said otherwise, folded away, in a class that the shipped style hides somewhere, crossed out."""
    style = "@media print { .x .group:not(:has(.entry)), p { color: red } .group:not(:has(.y, .z)) { display: none; } }"
    style += " .unseen { clip-path: inset(50%); }"
    assert told(SHIPPED.replace(old, new), style) == {"a": "Risks: Nobody is told.…"}


def test_what_is_folded_when_shipped_may_stay_so() -> None:
    """And what leads through the page may go."""
    shipped = PAGE.format(
        style="", main='<details><summary>x y</summary><p>folded</p></details><p class="back">to the contents</p>'
    )
    assert unsaid(shipped.replace("to the contents", ""), shipped) == {}
    assert unsaid(shipped.replace("<details>", "<details open>"), shipped) == {}
    assert unsaid(shipped.replace("x y", "x"), shipped) == {"x y": "x y"}
    assert unsaid(shipped.replace("folded", ""), shipped) == {"folded": "folded"}


def lost(face: Path, text: str, name: str = RISKS) -> list[Diagnostic]:
    """PIA031 of a workspace with one template."""
    return [one for one in check_own(face_of(face, {name: text})) if one.code == "PIA031"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (RISKS, '<section><h2 id="risks">{{ w.parts.risks }}</h2></section>', "リスクの評価: "),
        (RISKS, f"<details><summary>x</summary>{WHOLE}</details>", "リスクの評価"),
        ("html/_contents.html.j2", "", "くわしい報告書の目次"),
        ("markdown/_risks.md.j2", "## {{ w.parts.risks }}\n", "リスクの評価: "),
    ],
)
def test_an_emptied_part_is_told(tmp_path: Path, name: str, text: str, words: str) -> None:
    """PIA031, with the first words that are missing; also on a real page, where the probe has all."""
    (told_,) = lost(tmp_path / "a", text, name)
    assert words in told_.args["part"]
    assert Path(told_.file).name == Path(name).name
    room = name.partition("/")[0]
    shipped = f'{{% include "shipped/{name}" %}}'
    face = face_of(tmp_path / "b", {name: f'{{% if report.id == "probe" %}}{shipped}{{% else %}}{text}{{% endif %}}'})
    exporter = exporters()["md" if room == "markdown" else "html"]
    with with_own(face):
        page = exporter.export(report_of(), labels("ja"))
    assert [one.code for one in check_made(report_of(), exporter, face, page)] == ["PIA031"]


@pytest.mark.parametrize("name", [RISKS, "html/_head.html.j2"])
def test_in_the_place_of_the_logo_nothing_is_read(tmp_path: Path, name: str) -> None:
    """A city may hide its logo, so no part of the page may pass for one."""
    wrapped = f'<div class="logo">{{% include "shipped/{name}" %}}</div>'
    assert [Path(one.file).name for one in lost(tmp_path, wrapped, name)] == [Path(name).name]


def test_a_part_that_says_more_is_none_the_worse(tmp_path: Path) -> None:
    """Around it, before it, and with words of the city's own in its labels."""
    files = {
        RISKS: f'<div style="padding: 1rem"><p>見本市</p>{WHOLE}</div>',
        "labels/ja.toml": '[report.parts]\nrisks = "心配"\n',
    }
    assert check_own(face_of(tmp_path, files)) == ()


def test_a_page_of_the_register_is_held_too(tmp_path: Path) -> None:
    """Its list of assessments is not folded away."""
    face = face_of(tmp_path, {"html/site_index.html.j2": "x"})
    whole = PAGE.format(style="", main='<h1 id="x">Register</h1><p>Cameras in the park</p>')
    hold(face, "html/site_index.html.j2", whole, whole)
    with pytest.raises(Exception, match="PIA031"):
        hold(face, "html/site_index.html.j2", whole.replace("<p>Cameras in the park</p>", ""), whole)


# --------------------------------------------------------------------------------------- a real page, changed by hand

NOTICE = "This is a draft. It may change, and nobody has approved it for publication."
_HEAD = re.compile(r'(?s)<header class="page">.*?</header>')
_RISKS = re.compile(
    r'(?s)<section class="part"[^>]*aria-labelledby="risks">.*?(?=<section class="part"[^>]*"measures")'
)
_BESIDE = re.compile(r"(<td data-label=[^>]*>)([^<])")


@cache
def drafted(form: str) -> str:
    """The small assessment as a draft, with the shipped look."""
    return exported(form, replace(report_of(language="en"), draft=True))


def laid(pattern: str | re.Pattern[str], frame: str) -> str:
    """The page with something around what the pattern finds first (`@`)."""
    whole = drafted("html")
    found = re.search(pattern, whole)
    assert found is not None
    return whole[: found.start()] + frame.replace("@", found[0]) + whole[found.end() :]


def risks(old: str, new: str, *, more: str = "", times: int = 0) -> str:
    """The page with other words in the part about risks."""
    found = _RISKS.search(drafted("html"))
    assert found is not None
    assert old in found[0]
    return drafted("html").replace(found[0], found[0].replace(old, new, times or -1) + more)


@pytest.mark.parametrize(
    "frame",
    ["<ruby>Approved.<rp>@</rp></ruby>", '<svg width="1" height="1"><defs><text>@</text></defs></svg>', "<s>@</s>",
     '<svg viewBox="0 0 1 1"><text x="90" fill="none">@</text></svg>', "<del>@</del> Approved.",
     "<sub><small>@</small></sub>",
     '<span class="back">@</span>', '<span class="contents">@</span>', '<span class="unseen">@</span>',
     '<span class="views shown picture leaf">@</span>', '<span lang="xx">@</span>', '<span dir="rtl">@</span>',
     '<abbr title="@">A</abbr>', '<a href="#x" aria-label="Approved">@</a>', '<span aria-hidden="true">@</span>',
     '<span style="color: #ffffff; background: #111111">@</span>', "<ol reversed><li>@</li></ol>",
     "<details><summary>Approved</summary>@</details>", "<details><summary></summary><summary>@</summary></details>",
     '<details open name="x"><summary>Approved</summary>@</details>',
     "<table><tr><td>@</td></tr></table>"],
)  # fmt: skip
def test_the_notice_of_a_draft_is_read_first_and_as_it_is(frame: str) -> None:
    """In the head of the page, which no reader can be kept from: by eyes or ears, on a screen or on paper."""
    assert NOTICE in unsaid(laid(re.escape(NOTICE), frame), drafted("html"))


@pytest.mark.parametrize(
    "frame",
    ["<details><summary>Approved</summary>@</details>", '<div class="contents">@</div>',
     '<table class="stack"><thead><tr><th>@</th></tr></thead></table>'],
)  # fmt: skip
def test_the_head_is_not_put_away(frame: str) -> None:
    """All of it: the title, the state, what has changed."""
    told = unsaid(laid(_HEAD, frame), drafted("html"))
    assert {NOTICE, "Privacy impact assessment", "A small robot"} <= told.keys()


@pytest.mark.parametrize(
    "page",
    [risks("High", "Low"), risks("High", "Low", times=1), risks("High", "Low", more="<p>High</p>" * 40),
     risks("High", "Not high"), risks("High", "Not High"), risks("High", "<ruby>Low<rp>High</rp></ruby>"),
     _BESIDE.sub(r'\1<span class="nil"></span>\2', drafted("html")),
     re.sub(r"(<svg[^>]*>.*?)(</svg>)", r'\1<rect width="999" height="999" fill="#ffffff"/>\2', drafted("html")),
     re.sub(r'href="https?://[^"]*"', 'href="https://e.example/"', drafted("html")),
     re.sub("<title>.*?</title>", "<title>Approved</title>", drafted("html")),
     re.sub('<div class="watermark".*?</div>', "", drafted("html")),
     laid(re.escape(NOTICE), "<b>&#8238;</b>@"), laid(re.escape(NOTICE), "<b>\u2067</b>@"),
     re.sub(' data-label="[^"]*"', ' data-label="x"', drafted("html")),
     drafted("html").replace('<html lang="en">', '<html lang="xx">')],
)  # fmt: skip
def test_nothing_that_is_said_is_said_otherwise(page: str) -> None:
    """A level as often as shipped and where it stands; links, drawings, names of columns and of the page itself."""
    assert page != drafted("html")
    assert unsaid(page, drafted("html"))


@pytest.mark.parametrize(
    "page",
    [laid(_HEAD, "<aside><h2>City</h2><p>Read this first.</p></aside><div>@</div><p><a href='#risks'>Risks</a></p>"),
     laid(_RISKS, '<article class="mine" style="padding: 1rem"><header><h2>Ours</h2></header>@<p>More</p></article>'),
     laid(_RISKS, '<svg viewBox="0 0 9 9"><path d="M0 0"/></svg><table><tr><td>1</td></tr></table>@'),
     laid(_RISKS, "").replace("</main>", f"{_RISKS.findall(drafted('html'))[0]}</main>"),
     laid('<footer class="page">', "@<p>Sample City, <a href='https://city.example'>Office</a></p>"),
     laid("nobody has", "<b>nobody</b> <em>has</em>"), drafted("html").replace("<details ", "<details open ")],
)  # fmt: skip
def test_a_real_page_laid_out_otherwise(page: str) -> None:
    """Words of the city's own, wrappers, a drawing, a table, another order; what is folded may be open."""
    assert page != drafted("html")
    assert unsaid(page, drafted("html")) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [("\n## Safeguards", "\n~~~\n\n## Safeguards"), ("High", "~~High~~ Low"), ("This is a", "~~This is a~~"),
     ("High", "Low"), ("High", "`High`"), ("High", "[High](https://e.example/)"), ("\n## Risks", "\n~~~\n## Risks"),
     ("\n| ", "\n\n| ")],
)  # fmt: skip
def test_markdown_is_read_by_blocks(old: str, new: str) -> None:
    """A block of code that is not closed swallows what follows; what is crossed out, or code, is not said."""
    whole = drafted("md")
    assert old in whole
    assert unsaid_markdown(whole.replace(old, new), whole)
    more = whole.replace("\n## Safeguards", "\nAnd **more**: [x](https://e.example).\n\n---\n\nOurs\n\n## Safeguards")
    assert unsaid_markdown(more, whole) == {}
