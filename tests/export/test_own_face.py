"""A city's own face: its files take the place of the shipped ones, and can neither break a page nor open it."""

import json
import os
import re
import signal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from tests.export.documents import Page
from tests.export.own import PART, face_of
from tests.golden import ROOT
from tests.report.robot import report_of
from tsukuba_pia.diagnostics import Diagnostic, Fault
from tsukuba_pia.export import _own
from tsukuba_pia.export._page import marked
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.export.own_logo import logo
from tsukuba_pia.labels import labels, misfits, missing, own_words, shape
from tsukuba_pia.model.text import borrowed, unmarked
from tsukuba_pia.resources import Own, own_of, with_own
from tsukuba_pia.work.colours import weak
from tsukuba_pia.work.own_face import check_own, in_force
from tsukuba_pia.work.own_losses import hold

HIDDEN = '<div {}>{{% include "shipped/html/_risks.html.j2" %}}</div>'
TERMS = (  # all that the shipped part says, laid out otherwise
    "<p>{{ w.glossary.lead }}</p>"
    "<p>{{ w.parts.glossary }}: {{ w.glossary.folded | fill(n=report.glossary | length) }}</p>"
    "<ul>{% for one in report.glossary %}"
    '<li class="mine"><b>{{ one.term }}</b> {{ one.meaning }}'
    '{% if report.language == "en" %} ({{ w.glossary.other }} {{ one.other }}){% endif %}</li>{% endfor %}</ul>'
)
UNDER = '{% extends "shipped/html/report.html.j2" %}'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'


def page(face: Own, form: str = "html", language: str = "ja") -> str:
    """The small case with that face."""
    with with_own(face):
        return exporters()[form].export(report_of(language=language), labels(language))


def fault(face: Own) -> Diagnostic:
    """What is wrong with it."""
    with pytest.raises(Fault) as caught:
        page(face)
    return caught.value.found


def found(face: Own) -> list[tuple[str, str]]:
    """Codes and what they speak of."""
    return [
        (one.code, one.args.get("part") or one.args.get("name") or one.args.get("text", "")) for one in check_own(face)
    ]


# -------------------------------------------------------------------------------------------------- what works


def test_without_one_nothing_differs(tmp_path: Path) -> None:
    """A workspace without templates, and one whose templates are the shipped ones."""
    assert own_of(tmp_path) is None
    assert own_of(ROOT) is None
    text = (ROOT / "templates" / PART).read_text(encoding="utf-8")
    plain = exporters()["html"].export(report_of(), labels("ja"))
    assert page(face_of(tmp_path, {PART: text})) == plain


def test_files_take_the_place_of_the_shipped_ones(tmp_path: Path) -> None:
    """A part, a block of the page, colours, a word and the logo; nothing else changes."""
    files = {
        PART: '<section><h2 id="glossary">{{ w.parts.glossary }}</h2>' + TERMS + "</section>\n",
        "html/report.html.j2": '{% extends "shipped/html/report.html.j2" %}{% block foot %}<p>見本市</p>{% endblock %}',
        "html/own.css": ":root { --accent: #00573f; }\n",
        "labels/ja.toml": '[report]\nkind = "見本市の評価"\n',
        "logo.svg": SVG.format('<rect width="9" height="9"/>'),
    }
    face = face_of(tmp_path, files)
    text = page(face)
    assert '<h2 id="glossary">' in text
    assert '<li class="mine">' in text
    assert "<p>見本市</p>" in text
    assert "--accent: #00573f" in text
    assert "見本市の評価</title>" in text
    assert '<img src="data:image/svg+xml;base64,' in text
    assert in_force(face) == tuple(sorted(files))
    assert check_own(face) == ()
    assert "見本市の評価" not in exporters()["html"].export(report_of(), labels("ja"))


def test_an_override_still_escapes(tmp_path: Path) -> None:
    """Whatever it prints."""
    text = page(face_of(tmp_path, {PART: '<h2 id="glossary">{{ "<b>x</b>" }}{{ "<i>" ~ report.id }}</h2>'}))
    assert "&lt;b&gt;x&lt;/b&gt;&lt;i&gt;" in text


# ----------------------------------------------------------------------------------------- what does not work


@pytest.mark.parametrize(
    ("text", "what", "about"),
    [
        ("\n{{ nothing }}", "@own_undefined", "nothing"),
        ("\n{{ w.draft.notice.upper }}", "@own_unshown", "builtin_function_or_method"),
        ("\n{{ report.service }}", "@own_unshown", "Service"),
        ("\n{{ report.risks }}", "@own_unshown", "tuple"),
        ("\n{{ w.draft }}", "@own_unshown", "dict"),
        ("\n{{ report.nothing }}", "@own_undefined", "nothing"),
        ("\n{{ w.citizen.nothing }}", "@own_undefined", "nothing"),
        ("\n{% if %}", "@own_syntax", ""),
        ('\n{{ "<b>" | safe }}', "@own_syntax", "No filter named 'safe'."),
        ('\n{{ "x" | format }}', "@own_syntax", "No filter named 'format'."),
        ('\n{% autoescape false %}{{ "<b>" }}{% endautoescape %}', "@own_syntax", "{% autoescape %}"),
        ('\n{{ "".__class__ }}', "@own_syntax", ""),
        ("\n{{ report.__class__.__init__.__globals__ }}", "@own_syntax", ""),
        ('\n{{ "{0.__class__}".format(report) }}', "@own_syntax", ""),
        ('\n{{ "{a.__class__}" | fill(a=report.id) }}', "@own_failed", "ValueError"),
        ("\n{{ w.update({}) }}", "@own_syntax", ""),
        ('\n{{ "%99999999d" % 1 }}', "@own_syntax", "%"),
        ('\n{{ "x" * 999999999 }}', "@own_long", ""),
        ("\n{{ 9 ** 999999 }}", "@own_long", ""),
        ('\n{% include "html/../../../city.yaml" %}', "@own_absent", "html/../../../city.yaml"),
        ('\n{% include "city.yaml" %}', "@own_absent", "city.yaml"),
        (f'\n{{% include "{PART}" %}}', "@own_long", ""),
    ],
)
def test_a_template_that_does_not_work_is_one_finding(tmp_path: Path, text: str, what: str, about: str) -> None:
    """PIA030: the file, the line, and what it is about."""
    told = fault(face_of(tmp_path, {PART: text}))
    assert (told.code, told.line, told.args["what"]) == ("PIA030", 2, what)
    assert about in told.args["name"]
    assert told.file.endswith(str(Path("templates", PART)))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such timer")
def test_a_template_that_does_not_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it prints anything or not."""
    monkeypatch.setattr(_own, "SECONDS", 2)
    loops = "{% set r = range(99999) %}{% for a in r %}{% for b in r %}{% endfor %}{% endfor %}"
    assert fault(face_of(tmp_path, {PART: loops})).args["what"] == "@own_long"


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not tell its memory")
def test_a_template_that_grows_is_stopped(tmp_path: Path) -> None:
    """A text that doubles with each step."""
    grows = '{% set x = namespace(v="aaaaaaaaaa") %}{% for i in range(90) %}{% set x.v = x.v ~ x.v %}{% endfor %}'
    assert fault(face_of(tmp_path, {PART: grows})).args["what"] == "@own_long"


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"x" * (600 * 1024)])
def test_a_file_that_is_no_text_is_told(tmp_path: Path, raw: bytes) -> None:
    """PIA030: no UTF-8, or far too large."""
    face = face_of(tmp_path, {PART: ""})
    (face.folder / PART).write_bytes(raw)
    assert fault(own_of(tmp_path) or face).code == "PIA030"


def test_a_link_leads_to_no_other_folder(tmp_path: Path) -> None:
    """A template that is a link to a file elsewhere is none."""
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    face = face_of(tmp_path / "city", {"html/own.css": "a { color: red; }"})
    (face.folder / PART).symlink_to(secret)
    again = own_of(tmp_path / "city")
    assert again is not None
    assert PART not in again.names
    assert "SECRET" not in page(again)


def test_a_folder_that_is_a_link_elsewhere_is_no_face(tmp_path: Path) -> None:
    """Nothing outside of the workspace is walked through."""
    face_of(tmp_path / "other", {PART: "x"})
    (tmp_path / "city").mkdir()
    (tmp_path / "city" / "templates").symlink_to(tmp_path / "other" / "templates")
    assert own_of(tmp_path / "city") is None


def test_a_file_that_changes_nothing_is_told(tmp_path: Path) -> None:
    """PIA030: a name with a slip of the hand; one that another template uses is fine."""
    files = {
        PART: '{% include "html/_mine.html.j2" %}',
        "html/_mine.html.j2": f'<h2 id="glossary">{{{{ w.parts.glossary }}}}</h2>{TERMS}',
    }
    assert check_own(face_of(tmp_path, files)) == ()
    told = check_own(face_of(tmp_path, {"html/_glosary.html.j2": "x", "report.css": "x", "labels/cli.ja.toml": ""}))
    assert [(one.code, one.args["what"]) for one in told] == [("PIA030", "@own_idle")] * 3
    assert {one.args["meant"] for one in told} >= {"html/_glossary.html.j2"}


# ------------------------------------------------------------------------------------ nothing comes in from outside


@pytest.mark.parametrize(
    "markup",
    ['<img src="https://e.example/x.png">', "<script>alert(1)</script>", '<p onclick="x()">x</p>', "<iframe></iframe>",
     '<link rel="stylesheet" href="https://e.example/x.css">', '<a href="java&#10;script:alert(1)">x</a>',
     '<div style="background: u\\72l(https://e.example)">x</div>', '<base href="https://e.example/">',
     '<meta http-equiv="refresh" content="0">', '<svg><use href="https://e.example/#x"></use></svg>',
     '<img src="data:image/png;base64,AA" srcset="https://e.example/x 2x">', '<form action="https://e.example"></form>',
     '<a href="/x" ping="https://e.example">x</a>', "<video></video>", "<p hidden>x</p>",
     '<p style="display:none">x</p>', "<style>@import 'https://e.example';</style>"],
)  # fmt: skip
def test_a_template_brings_nothing_in(tmp_path: Path, markup: str) -> None:
    """PIA032, whichever way it tries."""
    assert fault(face_of(tmp_path, {PART: markup})).code == "PIA032"


@pytest.mark.parametrize(
    "style",
    ['@import "x";', "a { background: url(https://e.example/x); }", "a { background: \\75 rl(//e.example/x); }",
     "a { background: image-set('https://e.example/x' 1x); }", "@font-face { src: url(x.woff2); }",
     "</style><script>alert(1)</script>"],
)  # fmt: skip
def test_a_style_brings_nothing_in(tmp_path: Path, style: str) -> None:
    """PIA032; a picture that the style holds itself does not count."""
    assert fault(face_of(tmp_path, {"html/own.css": style})).code == "PIA032"
    assert page(face_of(tmp_path, {"html/own.css": "a { background: url(data:image/png;base64,AA==); }"}))


@pytest.mark.parametrize(
    "markup",
    ["<!--><script>alert(1)</script>-->", '<!--> <meta http-equiv="refresh" content="0;url=https://e.example/"> -->',
     "<!---><img src=x onerror=alert(1)>-->", "<!-- --!> <script>alert(1)</script> -->", "<!-- -- > <b>x</b> -->",
     "<!-- harmless -->", "<![CDATA[ <p> ]]>", "<?php x ?>", "<!DOCTYPE html>", "</3>", "<p", "<p>x", "</p>",
     '<title><a title="</title><script>alert(1)</script>">x</a></title>', "<p a='1' A='2'>x</p>", '<p/ id="x">x</p>',
     '<p title="a"id="b">x</p>', "<p>\x1b$B</p>", "<p>\x00</p>", "<div/>", "<b><i>x</b></i>", "<body>x</body>",
     "<svg><style>a{}</style></svg>", '<svg><desc><section id="x">x</section></desc></svg>', "<svg><p>x</p></svg>",
     "<rp><b>x</b></rp>", "<!--register--><p>x</p><!--/register-->", "<!--register--><!--/register-->" * 2,
     "<script type='application/ld+json'>{}</script>", "<noscript>x</noscript>", "<textarea></textarea>",
     '<svg><rect filter="url(https://e.example/x#f)"/></svg>', '<svg><rect fill="url(https://e.example/x#f)"/></svg>',
     '<svg><rect stroke="u\\72l(//e.example)"/></svg>',
     '<a href="https://e.example" attributionsrc="https://e.example">x</a>',
     '<p style="position: fixed; left: -99999px">x</p>', '<p style="display&#58;none">x</p>',
     '<link rel="canonical" href="x">',
     '<meta name="referrer" content="unsafe-url">', '<input type="image" src="https://e.example/x">',
     '<p contenteditable="true">x</p>', '<p inert="">x</p>', '<input type="checkbox" checked>'],
)  # fmt: skip
def test_nothing_that_a_browser_could_read_otherwise(tmp_path: Path, markup: str) -> None:
    """PIA032: what is looked for is what a browser sees, so there is no comment, no open end, nothing twice."""
    assert fault(face_of(tmp_path, {PART: f'<h2 id="glossary">x</h2>{markup}'})).code == "PIA032"


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '<img src="https://e.example/x">', "![x](https://e.example/x)", "![x][y]",
     "<!-- x -->", "[x](javascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](javascript\\:alert(1))",
     "[x](&#106;avascript&#58;alert(1) 'y')", "[x](<java&#10;script:alert(1)>)", "[x]\n\n[x]:\n javascript&colon;1",
     "[unused]: &#x6a;avascript:1", "[x]( <data:text/html,x>)", "[x]: vbscript:x", "`\\`<b>`", "</p>",
     "`\\`![](//e.example)", "\\\\<b>", "a <?php x ?>", "<https://e.example/>", "~~~\n\\\n~~~\n<b onclick=1>",
     "    x\n\n<svg/onload=1>"],
)  # fmt: skip
def test_a_markdown_template_brings_nothing_in(tmp_path: Path, text: str) -> None:
    """PIA032: no markup of HTML, no picture, whichever reader shows it."""
    face = face_of(tmp_path, {"markdown/_aaa.md.j2": "x", "markdown/_glossary.md.j2": f"## x\n\n{text}\n"})
    with pytest.raises(Fault) as caught:
        page(face, "md")
    assert (caught.value.found.code, Path(caught.value.found.file).name) == ("PIA032", "_glossary.md.j2")


def test_a_markdown_template_may_link(tmp_path: Path) -> None:
    """And write as people write."""
    text = "## x\n\n[x](https://e.example/?a=1) a < b, `code`, **x** \\<b>\n"
    assert text in page(face_of(tmp_path, {"markdown/_glossary.md.j2": text}), "md")


def test_a_language_of_a_citys_own_says_draft_so_that_all_see_it(tmp_path: Path) -> None:
    """PIA034: nobody here can read it."""
    for words, wrong in (('mark = "BURADOR"', [("PIA034", "report.draft.mark")]), ('mark = "BURADOR (draft)"', [])):
        face = face_of(tmp_path / str(len(wrong)), {"labels/tl.toml": f"[report.draft]\n{words}\n"})
        assert found(face) == wrong


def test_what_is_written_plainly_may_stand(tmp_path: Path) -> None:
    """Forms of cities: quotes left out, links, a picture, a table, small capitals in tags."""
    markup = (
        "<P CLASS=lead lang='en'>A &amp; B<br>c<br/></P><table><tr><td colspan=2>x</td></tr></table>"
        '<a href="https://e.example/?a=1&b=2" target="_blank" rel="noopener">x</a>'
        '<img src="data:image/png;base64,AA" alt="">'
        '<svg viewBox="0 0 9 9" role="img" aria-label="x"><g fill="#00573f"><path d="M0 0"/></g></svg>'
        '<p style="color: #ffffff; background: #00573f; padding: 1rem">x</p>'
        "<details open><summary>x</summary></details>"
    )
    assert markup in page(face_of(tmp_path, {PART: markup}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<meta http-equiv="Content-Security-Policy".*\n', ""),
        ("default-src 'none'", "default-src *"),
        ("style-src 'unsafe-inline'", "style-src *"),
        ("; form-action 'none'", ""),
        ("default-src 'none';", "default-src 'none'; script-src * 'unsafe-inline'; connect-src *;"),
        ("default-src 'none';", "default-src 'none'; script-src 'sha256-AAAA';"),
        ('(<meta charset="utf-8">\n)(<meta http.*\n)', r"\2\1"),
        ("utf-8", "iso-2022-jp"),
        ('<meta charset="utf-8">\n', ""),
        ("<!DOCTYPE html>", ""),
        ("<head>", "<head><title>x</title>"),
        ("<head>", "<p>x</p><head>"),
        ("<head>", "x<head>"),
        ('<meta charset="utf-8">', '<meta charset="utf-8">x'),
        ('<meta charset="utf-8">', '<meta charset="utf-8">\u3000'),
        ('<meta charset="utf-8">', '<meta charset="utf-8">&#32;'),
        ("<head>", "<head>\u00a0"),
        ("</body>", "</body><body></body>"),
        ("<html[^>]*>", ""),
        ("</head>", '<meta http-equiv="refresh" content="0"></head>'),
        ("</head>", '<base href="https://e.example/"></head>'),
    ],
)
def test_a_page_begins_as_the_shipped_one(tmp_path: Path, old: str, new: str) -> None:
    """PIA032: its letters are read as what they are, and the policy stands before all that it binds, word for word."""
    shipped = (ROOT / "templates" / "html" / "report.html.j2").read_text(encoding="utf-8")
    changed = re.sub(old, new, shipped)
    assert changed != shipped
    assert fault(face_of(tmp_path, {"html/report.html.j2": changed})).code == "PIA032"


def test_the_block_of_the_policy_widens_nothing(tmp_path: Path) -> None:
    """PIA032: a directive before the shipped ones would hold in their place."""
    block = "{% block policy %}img-src *; style-src * 'unsafe-inline'; {% endblock %}"
    text = f'{{% extends "shipped/html/report.html.j2" %}}{block}'
    assert fault(face_of(tmp_path, {"html/report.html.j2": text})).args["what"] == "@own_policy"


@pytest.mark.parametrize(
    "drawing",
    ["<script>1</script>", "<foreignObject/>", '<rect onload="x()"/>', '<image href="https://e.example/x"/>',
     "<style>@import 'x';</style>", '<rect fill="url(https://e.example/#x)"/>', "<rect>",
     '<rect style="fill: url(#a); stroke: url(//e.example)"/>', "<?xml-stylesheet href='https://e.example'?>"],
)  # fmt: skip
def test_a_logo_holds_a_drawing_and_nothing_else(tmp_path: Path, drawing: str) -> None:
    """PIA032, and the page goes without it; as does one that is no picture, or brings entities."""
    face = face_of(tmp_path, {"logo.svg": SVG.format(drawing)})
    assert [code for code, _ in found(face)] == ["PIA032"] * len(found(face)) != []
    assert logo(face) == ""
    for name, text in (("logo.svg", f'<!DOCTYPE svg [<!ENTITY x "y">]>{SVG}'), ("logo.png", "no picture")):
        assert [code for code, _ in found(face_of(tmp_path / name, {name: text}))] == ["PIA032"]


# ---------------------------------------------------------------------------------------- what every page must have


@pytest.mark.parametrize(
    ("name", "text", "lost"),
    [
        ("html/_risks.html.j2", "<p>gone</p>", "リスクの評価"),
        ("html/_publication.html.j2", "", "公表と、非公開にした事項"),
        ("html/_citizen.html.j2", '<section><h2 id="citizen">x</h2></section>', "市民のみなさまへ"),
        ("html/_head.html.j2", '<header class="page"><h1>{{ report.title }}</h1></header>', "これは作成中の案です"),
        ("html/_risks.html.j2", HIDDEN.format('class="unseen"'), "リスクの評価"),
        ("html/_risks.html.j2", HIDDEN.format('aria-hidden="true"'), "リスクの評価"),
        (
            "html/report.html.j2",
            UNDER + '{% block head %}<div class="unseen">{{ super() }}</div>{% endblock %}',
            "これは作成中の案です",
        ),
        ("html/council.html.j2", '{% extends "html/report.html.j2" %}{% block main %}{% endblock %}', "判断"),
        ("markdown/_risks.md.j2", "gone", "リスクの評価"),
    ],
)
def test_a_lost_part_is_told(tmp_path: Path, name: str, text: str, lost: str) -> None:
    """PIA031, once, of the file that lost it, by the heading that people know."""
    (told,) = [one for one in check_own(face_of(tmp_path, {name: text})) if one.code == "PIA031"]
    assert lost in told.args["part"]
    assert told.file == os.path.relpath(tmp_path / "templates" / name)


def test_one_block_is_one_finding_at_the_right_file(tmp_path: Path) -> None:
    """Whatever else the city has; a few parts are named, the others are counted, and a style is not blamed."""
    files = {
        "html/own.css": ":root { --accent: #00573f; }\n",
        "html/council.html.j2": '{% extends "shipped/html/council.html.j2" %}',
        PART: f'<h2 id="glossary">{{{{ w.parts.glossary }}}}</h2>{TERMS}',
        "html/report.html.j2": '{% extends "shipped/html/report.html.j2" %}{% block main %}hi{% endblock %}',
    }
    (told,) = check_own(face_of(tmp_path, files))
    assert (told.code, Path(told.file).name) == ("PIA031", "report.html.j2")
    assert told.args["part"].count("、") == 2
    assert not re.search(r"[a-z]", told.args["part"])
    assert int(told.args["more"]) > 40
    assert "For residents" in told.args["part@en"]


def test_a_style_that_opens_a_comment_is_told(tmp_path: Path) -> None:
    """A style can lose parts as well."""
    face = face_of(tmp_path, {PART: '<h2 id="glossary">x</h2>', "html/own.css": "</style><!--"})
    assert {Path(one.file).name for one in check_own(face)} == {"own.css"}


def test_what_is_brought_in_is_told_of_the_file_that_does(tmp_path: Path) -> None:
    """PIA032: not of the first by name."""
    style = "a { background: url(https://e.example/x); }"
    told = fault(face_of(tmp_path, {"html/_aaa.html.j2": "x", PART: "<p>x</p>", "html/own.css": style}))
    assert (told.code, Path(told.file).name) == ("PIA032", "own.css")


def test_a_key_with_a_slip_of_the_hand_is_asked_about(tmp_path: Path) -> None:
    """PIA034 names the nearest key of the table."""
    (told,) = check_own(face_of(tmp_path, {"labels/ja.toml": '[report]\nkindd = "x"\n'}))
    assert told.args["meant"] == "report.kind"


@pytest.mark.parametrize(
    ("style", "lost"),
    [
        (".watermark { display: none }", [".watermark"]),
        (".watermark { di\\73play: none }", [".watermark"]),
        (".logo ~ main { display: none }", [".logo ~ main"]),
        (
            ":root { --text: #fefefe; }",
            ["--text / --accent-soft", "--text / --page", "--text / --soft", "--text / --warn"],
        ),
        (":root { --focus: var(--page); --focus-edge: #fefefe; }", ["--focus / --page", "--focus-edge / --page"]),
        ("@media screen {\n#risks, .part > p { visibility: hidden; } }", ["#risks, .part > p"]),
        (".warning { font-size: 0; }", [".warning"]),
        (".mine { background: #4d4d4d; color: #ffffff; }", ["--link / #4d4d4d", "--quiet / #4d4d4d"]),
        ("@media print { main { background: #1d3fd0; color: #ffffff; } }", ["--link / #1d3fd0", "--quiet / #1d3fd0"]),
        ("h2, th, header.page, .mine h3 { background: #4d4d4d; color: #ffffff; }", []),
        (".watermark::before { content: none; }", [".watermark::before"]),
        ("p { opacity: 0.9; font-size: 0.9rem; } @media print { .logo { display: none; } }", []),
        ("/* p { display: none } */", []),
    ],
)
def test_what_a_style_hides_is_lost(tmp_path: Path, style: str, lost: list[str]) -> None:
    """PIA031; a copy of a shipped style may hide what that hides."""
    shipped = (ROOT / "templates" / "html" / "report.css").read_text(encoding="utf-8")
    for name, text in (("html/own.css", style), ("html/report.css", f"{shipped}\n{style}")):
        told = check_own(face_of(tmp_path / name, {name: text}))
        assert [one.args["part"] for one in told if one.code == "PIA031"] == lost


@pytest.mark.parametrize(
    "style",
    ["left: -99999px", "clip-path: inset(100%)", "transform: scale(0)", "filter: opacity(0)", "opacity: .001",
     "block-size: 0", "color: #fff", "color: #fff; background: #fefefe", "color: var(--page)", "color: #0000",
     "color: rgb(0 0 0 / 0)", "color: var(--accent)", "color: Canvas", "font-size: 1px",
     "font-size: 0.1em", "letter-spacing: -1em",
     "text-indent: -999px", "margin-left: -999px", "padding: 9999px", "line-height: 0", "position: fixed",
     "outline: 999px solid #ffffff", "background: url(data:image/png;base64,AA)", "max-width: 1px", "--text: #ffffff",
     "animation: x 1s", "all: unset", "writing-mode: vertical-rl", "-webkit-text-fill-color: transparent",
     "zoom: 0.001", "content: ''", "font: 0/0 a", "height: auto; overflow: clip", "--x: 0",
     "color: var(--text)", "color: inherit", "background: var(--page)", "color: var(--text); background: #ffffff",
     "color: #000 !important; background: #fff", "color: inherit; background: var(--page)", "outline: none",
     "outline-width: 0", "outline: 4px solid var(--page)", "text-decoration: line-through",
     "text-decoration-line: underline line-through", "padding: 96px", "margin: 0 4rem", "padding-left: 40px",
     "font-size: 64px", "size: A4", "font-family: Wingdings, sans-serif", "font-family: 'Adobe Blank'"],
)  # fmt: skip
def test_a_style_sets_colours_fonts_spacing_and_borders(tmp_path: Path, style: str) -> None:
    """PIA032, whichever way it hides: there are more than anybody lists; also where a template makes the style."""
    rule = f"#risks {{ {style} }}"
    told = [one for one in check_own(face_of(tmp_path, {"html/own.css": f"\n{rule}"})) if one.level == "error"]
    assert ("PIA032", 2) in {(one.code, one.line) for one in told}
    with pytest.raises(Fault):
        hold(face_of(tmp_path, {"html/own.css": rule}), "html/own.css", f"<style>{rule}</style>", "<style></style>")


@pytest.mark.parametrize("selector", ["*", ".part > *", ":is(*)", ":not(#x)", "[class]", "p, *", "*|*"])
def test_a_rule_of_all_there_is_spaces_nothing(tmp_path: Path, selector: str) -> None:
    """PIA032: what stands within each other adds up, and on a narrow screen nothing is left; a font may be set."""
    for style, wrong in (("padding: 1rem", True), ("font-size: 3rem", True), ("font-family: serif", False)):
        told = check_own(face_of(tmp_path, {"html/own.css": f"{selector} {{ {style}; }}"}))
        assert ({one.code for one in told} == {"PIA032"}) == wrong


@pytest.mark.parametrize("role", ["img", "presentation", "none", "note img", "math", "button", "IMG"])
def test_a_role_takes_no_words_from_those_who_listen(tmp_path: Path, role: str) -> None:
    """PIA032: what has one name for all that stands in it is read as that name alone; a drawing may be a picture."""
    text = f'<div role="{role}" aria-label="All is well">{{% include "shipped/html/_risks.html.j2" %}}</div>'
    told = fault(face_of(tmp_path, {"html/_risks.html.j2": text}))
    assert (told.code, told.args["name"]) == ("PIA032", f'<div role="{role}">')
    assert page(face_of(tmp_path, {"html/_risks.html.j2": text.replace(role, "region", 1)}))


@pytest.mark.parametrize(
    "style",
    ["h1 { font-family: 'BIZ UDGothic', sans-serif; font-size: 2rem; letter-spacing: 0.02em; }",
     "header.page { background: #00573f; color: #ffffff; padding: 1rem; border-bottom: 4px solid var(--accent); }",
     ".card { border: 2px dashed #123456; border-radius: 0; margin: 0 0 1rem; } @page { size: A4; margin: 20mm; }",
     ".logo img { max-height: 5rem; width: auto; } @media print { .logo { display: none; } }",
     "@media(prefers-color-scheme:dark) { html { --link: #7fd6b8; } } /* a comment } */ p { text-align: left; }",
     ".warning { color: var(--text); background: var(--accent-soft); } h2, .card { padding: 2rem 1rem; gap: 1rem; }",
     ":root { font-size: 18px; --focus-edge: #00573f; } a { text-decoration: underline dotted #00573f; }",
     ":is(h1, h2) { margin: 3rem 0 1rem; } @media print { @page { size: A3 landscape; margin: 25mm 20mm; } }"],
)  # fmt: skip
def test_what_a_city_wants_of_a_style(tmp_path: Path, style: str) -> None:
    """Its colours, its letters, its spacing."""
    assert check_own(face_of(tmp_path, {"html/own.css": style})) == ()


def test_a_style_that_a_template_makes_is_read_on_the_page(tmp_path: Path) -> None:
    """PIA032: what cannot be read in the file is read where it stands in the end."""
    for name, text in (
        ("html/own.css", '#risks { {{ "posi" ~ "tion" }}: fixed; }'),
        (
            "html/report.html.j2",
            '{% extends "shipped/html/report.html.j2" %}{% block style %}#risks { left: 9px }{% endblock %}',
        ),
    ):
        (told,) = check_own(face_of(tmp_path / name, {name: text}))
        assert (told.code, told.args["what"], Path(told.file).name) == ("PIA032", "@own_property", Path(name).name)


LAID, PALE = "{ background: #00573f; color: #ffffff; }", "{ background: #e9f5f0; color: #00291e; }"


@pytest.mark.parametrize(
    ("style", "texts"),
    [
        (":root { --link: #00aa44; }", {"--link"}),
        (":root { --link: #00573f; }", {"--link"}),  # dark on dark
        (":root { --text: rgb(119, 119, 119); }", {"--text"}),
        (":root { --link: #00573f; } @media (prefers-color-scheme: dark) { :root { --link: #7fd6b8; } }", set()),
        (":root { --link: rebeccapurple; }", set()),  # not worked out
        (":root { --focus-edge: #909090; }", {"--focus-edge"}),
        (":root { --focus: #666666; }", {"--focus"}),  # the frame in the dark
        (":root { --focus: #ffd43d; --focus-edge: #00573f; }", set()),
        ("@media print { :root { --text: #eeeeee; } }", set()),
        (f".card {LAID}", {"--link"}),  # what stands in it has its own; by day nothing is seen of it
        (".mine { background: #1a1a1a; color: #ffffff; }", {"--quiet", "--link"}),
        (".mine { background: #1a1a1a; color: #ffffff; } .other :is(.quiet, a) " + LAID, {"--quiet", "--link"}),
        (f".card {LAID} .card :is(.quiet, a) {LAID}", set()),
        (f"@media (prefers-color-scheme: dark) {{ main {LAID} }}", {"--link"}),
        (f"header.page, footer.page, .site-bar {LAID} h2 {LAID}", set()),  # they hand their colour down, or hold none
        (f".card {PALE}", {"--link"}),  # in the dark, where the quiet texts are lost
        (f".card {PALE} @media (prefers-color-scheme: dark) {{ .card {LAID} .card a {LAID} }}", set()),
    ],
)
def test_colours_that_are_too_close_are_told(tmp_path: Path, style: str, texts: set[str]) -> None:
    """PIA033, by day and in the dark, on the line that sets them."""
    told = [one for one in check_own(face_of(tmp_path, {"html/own.css": f"\n{style}\n"})) if one.code == "PIA033"]
    assert {one.args["text"] for one in told} == texts
    assert {(one.line, one.level) for one in told} <= {(2, "warning")}


def test_the_shipped_colours_are_far_enough_apart() -> None:
    """Also where a city sets each of them once more."""
    shipped = (ROOT / "templates" / "html" / "report.css").read_text(encoding="utf-8")
    assert list(weak("", shipped)) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[report]\nnope = "x"\n', "report.nope"),
        ('[report]\nkind = "{x}"\n', "report.kind"),
        ('[report]\nas_of = "{day.__class__}"\n', "report.as_of"),
        ('[report]\nas_of = "{day:>99999999}"\n', "report.as_of"),
        ('[report]\nas_of = "{day"\n', "report.as_of"),
        ("[report]\nkind = 1\n", "report.kind"),
        ('[report.draft]\nnotice = " "\n', "report.draft.notice"),
        ('[report.draft]\nnotice = "市長が承認しました。"\n', "report.draft.notice"),
        ('[report.draft]\nmark = "FINAL 案"\n', "report.draft.mark"),
        ('[report.draft]\nmark = "\u200b"\n', "report.draft.mark"),
        ('[report.states]\ndraft = "承認済み"\n', "report.states.draft"),
        ('[report]\nkind = "\u202eoof"\n', "report.kind"),
        ('[report]\nkind = "\u200b"\n', "report.kind"),
        ('[report]\nkind = "a\\u001b[2J"\n', "report.kind"),
        ('[report]\nparts = "x"\n', "report.parts"),
        ('[report.dates]\nmonths = ["x"]\n', "report.dates.months"),
        ("[report\n", ""),
    ],
)
def test_a_word_that_does_not_fit_is_told_and_not_used(tmp_path: Path, text: str, key: str) -> None:
    """PIA034, and the shipped word stays."""
    face = face_of(tmp_path, {"labels/ja.toml": text})
    assert found(face) == [("PIA034", key)]
    with with_own(face):
        mine = labels("ja")["report"]
    assert mine == labels("ja")["report"]


# ------------------------------------------------------------------------------------------------- another language


def test_what_a_language_lacks_is_borrowed_and_marked(tmp_path: Path) -> None:
    """In English, with its `lang`, in no attribute and no title; other formats have it plain."""
    face = face_of(tmp_path, {"labels/tl.toml": '[report]\nskip = "Laktawan"\n'})
    text = page(face, language="tl")
    assert '<html lang="tl">' in text
    assert ">Laktawan</a>" in text
    assert '<span lang="en">Contents of the full report</span>' in text
    assert "\ufdd0" not in text + page(face, "md", "tl") + page(face, "json", "tl")
    read = Page(text)
    assert not [value for _, one in read.elements for value in one.values() if "<span" in value]
    assert "<span" not in text.partition("<title>")[2].partition("</title>")[0]
    counted = re.search(r"Texts here that stand in another language: (\d+)", text)
    assert counted is not None
    assert int(counted[1]) > report_of(language="tl").untranslated
    with with_own(face):
        assert "skip" not in missing("tl")
        assert "contents" in missing("tl")
    assert missing("ja") == missing("ja-x-easy") == ()


@given(
    st.lists(
        st.tuples(
            st.text("ab<&é字 ", max_size=5), st.sampled_from(['<p title="{}">', "<p>{}</p>", "<title>{}</title>"])
        )
    )
)
def test_marks_change_no_word(parts: list[tuple[str, str]]) -> None:
    """Wherever borrowed words stand: no mark is left, tags are whole, and without the spans the page is as it was."""
    text = "".join(frame.format(escape(borrowed(words, "en"))) for words, frame in parts)
    made = marked(text)
    assert unmarked(made) == made
    assert re.sub(r'<span lang="en">|</span>', "", made) == unmarked(text)
    assert not re.search(r"<(?:p|title)[^>]*<", made)
    assert "<title><span" not in made


def test_vietnamese_is_whole() -> None:
    """The shipped third language: no word that fits nothing, next to none that it lacks, each date as it is written."""
    words = own_words((ROOT / "templates" / "labels" / "vi.toml").read_bytes())
    assert list(misfits(shape(), words)) == []
    assert len(missing("vi")) < len(list(words["report"])) / 10
    report = report_of(language="vi")
    assert report.as_of.shown == "ngày 24 tháng 11 năm 2026"
    text = exporters()["html"].export(report, labels("vi"))
    assert '<html lang="vi">' in text
    assert "Điều gì có thể xảy ra?" in text
    assert '<span lang="en">' in text


def test_texts_fall_back_to_english_first() -> None:
    """For a reader of neither; Japanese readers are not asked to read English first."""
    read = Page(exporters()["html"].export(report_of(language="vi"), labels("vi")))
    spoken = {one["lang"] for _, one in read.elements if "lang" in one}
    assert spoken >= {"vi", "en"}


def test_json_of_a_report_knows_no_marks(tmp_path: Path) -> None:
    """A program reads plain texts."""
    face = face_of(tmp_path, {"labels/tl.toml": '[report]\nskip = "Laktawan"\n'})
    assert json.loads(page(face, "json", "tl"))["as_of"]["shown"] == "24 November 2026"
