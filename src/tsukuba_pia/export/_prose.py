"""People's own Markdown as harmless HTML: no markup of theirs, no pictures, links to the web and to mail only."""

import re
from collections.abc import Sequence
from functools import cache as once
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Headings would break into the page's own outline; tables and rules into its layout.
NOT_THEIRS = ("image", "heading", "lheading", "hr", "table", "html_block", "html_inline", "code", "reference")
# What is longer, or opens more brackets, is shown as plain paragraphs, so that no text takes long to read.
LONGEST = 5_000
MOST_BRACKETS = 100
# One line in which nothing can be Markdown, nor has to be escaped: it stands in its paragraph as it is.
_PLAIN = re.compile(
    r"(?![\s0-9=-])[A-Za-z0-9 ,.;:()/%?='\u00a1-\u1fff\u2010-\u2027\u3001-\ud7ff\uff01-\uff9f-]+(?<!\s)\Z"
)
SCHEMES = ("https://", "http://", "mailto:")
RELATION = "noopener noreferrer nofollow"


def prose(words: str) -> Markup:
    """A text of one or more paragraphs."""
    if _PLAIN.match(words):
        return Markup(f"<p>{words}</p>\n")  # noqa: S704 - without a sign of HTML
    if len(words) > LONGEST or words.count("[") > MOST_BRACKETS:
        return Markup("").join(Markup("<p>{}</p>\n").format(part) for part in words.split("\n\n") if part.strip())
    return Markup(_reader().render(words))  # noqa: S704 - rendered with all markup of theirs off


def link_allowed(address: str) -> bool:
    """Whether a link may lead there."""
    return address.strip().lower().startswith(SCHEMES)


def linked(address: str, shown: str | None = None) -> Markup:
    """A link, where its address may be one; else its words."""
    if not link_allowed(address):
        return escape(shown or address)
    return Markup('<a href="{}" rel="{}">{}</a>').format(address, RELATION, shown or address)


@once
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - heavy, and only pages need it

    reader = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    reader.disable(list(NOT_THEIRS))
    reader.validateLink = link_allowed  # type: ignore[method-assign,assignment]  # the library's own way
    reader.add_render_rule("link_open", _open_link)
    return reader


def _open_link(self: Any, tokens: Sequence["Token"], number: int, options: Any, env: Any) -> str:  # noqa: ANN401 - the library's own signature
    tokens[number].attrSet("rel", RELATION)
    return str(self.renderToken(tokens, number, options, env))
