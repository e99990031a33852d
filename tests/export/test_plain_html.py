"""Pages that are written plainly: shipped ones are, and what we read in one is what a browser makes of it."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element as Node

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.documents import exported
from tests.report.robot import report_of
from tsukuba_pia.export._own_page import brought_in
from tsukuba_pia.export.own_style import declarations, refused
from tsukuba_pia.export.plain_html import Element, NotPlainError, Words, pieces
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.kinds import KINDS

NAMES = (
    "p",
    "b",
    "div",
    "section",
    "svg",
    "g",
    "desc",
    "title",
    "style",
    "script",
    "table",
    "tr",
    "td",
    "a",
    "rp",
    "ruby",
    "br",
)
MARKS = ("", ' class="i"', " LANG='i'", " class=x onclick", ' title="<b>"', "/", " class=a class=b")
SOUP = (
    "<!--", "-->", "--!>", "<!-->", "<![CDATA[", "]]>", "<?x", "<!DOCTYPE html>", "</", "<", ">", '"', "'", "=", "&lt;",
    " ", "\n", "/", '<p title="</title>">', "<p a=1 a=2>", "<img src=x onerror=y>",
    "<!--register--><!--/register-->", "</svg>", "</p>",
)  # fmt: skip


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> str:
    """Markup that is mostly well formed, with anything in between."""
    made = ""
    for _ in range(draw(st.integers(0, 3))):
        name, evil = draw(st.sampled_from(NAMES)), draw(st.integers(0, 19))
        inner = draw(trees(depth=depth - 1)) if depth and name not in ("title", "rp", "style") else "x"
        mark = draw(st.sampled_from(MARKS if evil < 2 else MARKS[:3]))
        end = "" if name == "br" or evil == 0 else f"</{name}>"
        made += f"<{name}{mark}>{'' if name == 'br' else inner}{end}"
        made += draw(st.sampled_from(SOUP)) if evil == 1 else "x"
    return made


def bare(name: object) -> str:
    """A name without its namespace."""
    return str(name).rpartition("}")[2].lower()


def seen(nodes: Iterable[Node]) -> set[tuple[str, tuple[tuple[str, str], ...]]]:
    """The elements that a browser makes with what is set on them, but for bare ones that it adds to what is written."""
    found = {(bare(one.tag), tuple(sorted((bare(name), text) for name, text in one.attrib.items()))) for one in nodes}
    return found - {(name, ()) for name in ("html", "head", "body", "tbody", "tr", "colgroup", "p")}


@given(trees())
def test_a_browser_makes_nothing_else_of_it(markup: str) -> None:
    """No element that we have not read, whatever is written: held to the parser of HTML as the standard has it."""
    html = pytest.importorskip("tinyhtml5")
    try:
        read = list(pieces(markup))
    except NotPlainError:
        return
    if any(brought_in(markup, whole=False)):
        return
    tree = html.parse(f"<!DOCTYPE html><html><head></head><body>{markup}</body></html>")
    ours = {(one.name, tuple(sorted(one.attributes.items()))) for one in read if isinstance(one, Element)}
    assert seen(tree.iter()) <= ours
    said = "".join(one.text for one in read if isinstance(one, Words))
    assert "<" not in said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["ja", "en", "vi", "ja-x-easy"])
def test_shipped_pages_are_plain(kind: str, language: str) -> None:
    """What is asked of a city is what the shipped pages are."""
    page = exported("html", of_kind(report_of(language=language), kind))  # type: ignore[arg-type]
    assert list(brought_in(page)) == []
    words = (one for one in pieces(page) if isinstance(one, Words) and one.within)
    style = "".join(one.text for one in words if one.within[-1].name == "style")
    known = declarations(style)
    assert len(known) > 100
    assert list(refused(known, known)) == []
