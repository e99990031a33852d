"""A Markdown document that templates of a city's own took part in, read again: no markup of HTML, and no pictures.

Readers of Markdown differ more than browsers do. So it is read twice: as CommonMark has it, and letter by letter, where
nothing but a backslash before a sign makes it plain.
"""

import re
from collections.abc import Iterator
from functools import cache as once
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from tsukuba_pia.export._own_page import may_lead
from tsukuba_pia.export.plain_html import Element, Piece, Words

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SIGNS = re.compile(r"\\.|(?P<picture>!\[)|(?P<tag><[A-Za-z/!?][^\s>]{0,20})", re.DOTALL)
_LEADS = re.compile(r"\](?:\(|:)\s*<?\s*([^\s)>]*)")


def brought_in(text: str) -> Iterator[tuple[str, str]]:
    """What it would fetch or run where it is shown: the word of a finding, its name."""
    for one in _SIGNS.finditer(text):
        if one["picture"] or one["tag"]:
            yield "@own_element", one[0]
    for one in _LEADS.finditer(text):
        if not may_lead(unescape(one[1])):
            yield "@own_address", one[1]
    yield from _as_commonmark(text)


def _as_commonmark(text: str) -> Iterator[tuple[str, str]]:
    """Addresses are those that a reader follows: `&colon;` is a colon there."""
    defined: dict[str, Any] = {}
    blocks = _reader().parse(text, defined)
    for token in (one for block in blocks for one in (block, *(block.children or ()))):
        if token.type in {"html_block", "html_inline", "image"}:
            yield "@own_element", token.content[:20] or "!["
        elif not may_lead(address := str(token.attrGet("href") or "")):
            yield "@own_address", address
    for one in defined.get("references", {}).values():  # which nothing here may use, but other readers join texts
        if not may_lead(one["href"]):
            yield "@own_address", one["href"]


@once
def _reader(*more: str) -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - heavy

    class Reader(MarkdownIt):
        """Takes every address, as it is: what is refused is said here."""

        def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the reader's own name
            return True

        def normalizeLink(self, url: str) -> str:  # noqa: N802 - likewise
            return url

    return Reader("commonmark", {"html": True}).enable(list(more))


# ------------------------------------------------------------------------------------------------------- what it says


def as_pieces(text: str) -> Iterator[Piece]:
    """The document as a page would have it. Headings are known by their words; below the last line is its foot."""
    found = _reader("table", "strikethrough").parse(text)
    foot = max((at for at, one in enumerate(found) if one.type == "hr"), default=-1)
    within: tuple[Element, ...] = ()
    for at, one in enumerate(found):
        if at == foot:
            yield Element("footer", {}, ())
        elif one.nesting < 0:
            within = within[:-1]
        elif one.nesting:
            within = (*within, Element(one.tag, {"id": found[at + 1].content} if one.tag[0] == "h" else {}, within))
            yield within[-1]
        else:
            yield from _inline(one.children or [one], within)


def _inline(tokens: "list[Token]", within: tuple[Element, ...]) -> Iterator[Piece]:
    for one in tokens:
        if one.nesting < 0:
            within = within[:-1]
        elif one.nesting or one.tag:
            address = {"href": str(one.attrGet("href"))} if one.tag == "a" else {}
            way = {"class": "skip"} if address.get("href", "").startswith("#") else {}  # leads through the document
            element = Element(one.tag, address | way, within)
            yield element
            within = (*within, element) if one.nesting else within
            if one.content:
                yield Words(escape(one.content), (*within, element))
        elif one.content:
            yield Words(escape(one.content), within)
