"""A Markdown document that templates of a city's own took part in, read again: no markup of HTML, and no pictures.

Readers of Markdown differ more than browsers do. So it is read twice: as CommonMark has it, and letter by letter, where
nothing but a backslash before a sign makes it plain.
"""

import re
from collections.abc import Iterator
from functools import cache as once
from typing import TYPE_CHECKING

from tsukuba_pia.export._own_page import ADDRESSES, SCHEME

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_SIGNS = re.compile(r"\\.|(?P<picture>!\[)|(?P<tag><[A-Za-z/!?][^\s>]{0,20})", re.DOTALL)
_LEADS = re.compile(r"\](?:\(|:)\s*<?\s*([^\s)>]*)")


def brought_in(text: str) -> Iterator[tuple[str, str]]:
    """What it would fetch or run where it is shown: the word of a finding, its name."""
    for one in _SIGNS.finditer(text):
        if one["picture"] or one["tag"]:
            yield "@own_element", one[0]
    for one in _LEADS.finditer(text):
        if SCHEME.match(one[1]) and not one[1].lower().startswith(ADDRESSES):
            yield "@own_address", one[1]
    for block in _reader().parse(text):
        for token in (block, *(block.children or ())):
            if token.type in {"html_block", "html_inline", "image"}:
                yield "@own_element", token.content[:20] or "!["


@once
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - heavy

    return MarkdownIt("commonmark", {"html": True})
