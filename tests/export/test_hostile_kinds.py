"""Whatever people write: every kind of page keeps the structure that it has with harmless words."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.export.documents import Page, blocks, exported, filled, payloads
from tests.export.test_markdown import TRICKS
from tests.report.robot import report_of
from tsukuba_pia.report.kinds import KINDS, Kind

PROSE = {"br", "em", "strong", "code", "p", "ul", "ol", "li", "blockquote", "pre", "hr"}
REST = [kind for kind in KINDS if kind != "full"]  # the whole report: test_markdown.py, test_html.py


def _page(form: str, kind: Kind, text: str) -> str:
    return exported(form, replace(report_of(filled(text, lines=False)), kind=kind))


def _tree(kind: Kind, text: str) -> list[str]:
    return [one for one in blocks(_page("md", kind, text)) if one != "  text_special"]


def _elements(kind: Kind, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(tag, tuple(sorted(attributes))) for tag, attributes in Page(_page("html", kind, text)).elements]


@pytest.mark.parametrize("kind", REST)
def test_markdown_keeps_its_blocks(kind: Kind) -> None:
    """No heading, list, link, picture or markup of theirs."""
    expected = _tree(kind, "harmless")
    for line in (*TRICKS, *payloads()[::40]):
        assert _tree(kind, line) == expected, line


@pytest.mark.parametrize("kind", REST)
def test_html_has_no_element_of_theirs(kind: Kind) -> None:
    """Nothing more than with harmless words, but for lines and emphasis; an address that is none is no link."""
    expected = Counter(_elements(kind, "harmless"))
    for line in payloads()[::25]:
        more = Counter(_elements(kind, line)) - expected
        assert {tag for tag, attributes in more if attributes or tag not in PROSE} == set(), line


@pytest.mark.parametrize("kind", REST)
@pytest.mark.parametrize("name", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "\u0001javascript:x"])
def test_no_address_does_something(kind: Kind, name: str) -> None:
    """Only those of the web, of mail, of telephones and of the page itself."""
    for one in Page(_page("html", kind, name)).all("a"):
        assert one["href"].startswith(("#", "https://", "http://", "mailto:", "tel:")), one
