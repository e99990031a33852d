"""A page as PDF/UA-1 (ISO 14289-1): tagged, with its fonts, the same bytes whenever and wherever it is made."""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import shipped

_MISSING = ".notdef"  # how the library's log begins where no font has a character
_UNMARKED = ("steps", "red-lines")  # lists whose items have no mark: report.css
_RUBY = ("ruby", "rp", "rt")
_IN_LINKS = frozenset(["a", "span", "strong", "em", "time", "code"])
_BLOCKS = frozenset(["p", "ul", "ol", "dl", "div", "table", "section", "h2", "h3", "h4", "h5", "figure", "details"])


_SIGN = (18, 17, 16, 15, 14, 13, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5)  # points of a sign's letters, the largest first


def pdf(html: str, day: str, *, sign: bool = False) -> bytes:
    """The page as a PDF.

    Args:
        html: a whole page that asks for nothing outside itself.
        day: when it was made, as its metadata tells (ISO 8601).
        sign: it is one sheet that is read from afar: its letters are as large as the sheet lets them be.

    Raises:
        Problem: the library for PDF or what it builds on is not installed, or no font has a character of the page.

    """
    library = _library()
    with _lacking() as lacking:
        options = {"pdf_variant": "pdf/ua-1", "pdf_identifier": hashlib.sha256(html.encode()).digest()[:16]}
        laid = _fitting(library, html, day, options) if sign else _laid(library, html, day, options)
        made: bytes = laid.write_pdf(**options)
    if lacking:
        raise Problem("pdf_no_font", characters=" ".join(sorted(lacking)[:10]))
    return made


def _laid(library: Any, html: str, day: str, options: dict[str, Any], size: float | None = None) -> Any:  # noqa: ANN401 - without types of its own
    """The page on its sheets; a sign with letters of that size."""
    only_itself = library.urls.URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    document = library.HTML(string=html, url_fetcher=only_itself, base_url="about:blank")
    _prepare(document.etree_element, day, f"body.kind-notice {{ font-size: {size}pt; }}" if size else "")
    return document.render(**options)


def _fitting(library: Any, html: str, day: str, options: dict[str, Any]) -> Any:  # noqa: ANN401 - without types of its own
    """A sign with the largest letters with which it takes one sheet; the smallest where none would do."""
    low, high, best = 0, len(_SIGN) - 1, None
    while low <= high:
        middle = (low + high) // 2
        laid = _laid(library, html, day, options, _SIGN[middle])
        if len(laid.pages) == 1:
            best, high = laid, middle - 1
        else:
            low = middle + 1
    return best or _laid(library, html, day, options, _SIGN[-1])


def _library() -> Any:  # noqa: ANN401 - without types of its own
    try:
        import weasyprint  # noqa: PLC0415 - an extra, and heavy
    except ModuleNotFoundError:
        raise Problem("pdf_no_extra") from None
    except OSError:  # Pango is a library of the system
        raise Problem("pdf_no_pango") from None
    return weasyprint


@contextmanager
def _lacking() -> Iterator[set[str]]:
    """Gathers the characters that no font has: a box in their place is never published."""
    found: set[str] = set()

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if str(record.msg).startswith(_MISSING):
                found.add(str(record.args[0] if isinstance(record.args, tuple) and record.args else record.msg))

    logger, listener = logging.getLogger("weasyprint"), Listener()
    before = logger.propagate, logger.handlers
    logger.propagate, logger.handlers = False, [listener]
    try:
        yield found
    finally:
        logger.propagate, logger.handlers = before


def _prepare(root: Any, day: str, style: str = "") -> None:  # noqa: ANN401 - an element of the library's own tree
    """What a PDF's tags need: blocks of a list's item in a body, pairs of terms in their list themselves."""
    from xml.etree.ElementTree import Element, SubElement  # noqa: PLC0415 - builds; parses nothing

    head = root.find("head")
    SubElement(head, "style").text = (shipped("templates") / "html" / "print.css").read_text(encoding="utf-8") + style
    for part in [one for one in root.iter() if one.tag in _RUBY]:
        part.tag = "span"  # the library sets no small letters above others: a reading stands behind, in brackets
    for link in root.iter("a"):
        _in_one_piece(link)
    for name, told in (("dcterms.created", day), ("dcterms.modified", day), ("generator", "tsukuba-pia")):
        SubElement(head, "meta", {"name": name, "content": told})
    for details in root.iter("details"):
        details.set("open", "")  # paper cannot be unfolded
    for listed in list(root.iter("dl")):
        pairs = [part for group in listed for part in (group if group.tag == "div" else [group])]
        listed[:] = pairs
    marked = (each for each in list(root.iter()) if each.tag in ("ul", "ol") and each.get("class") not in _UNMARKED)
    for item in [item for each in marked for item in each]:
        if any(child.tag in _BLOCKS for child in item):
            body = Element("li", {"class": "body"})  # an item in an item is its body (LBody)
            body.text, item.text = item.text, None
            body[:] = list(item)
            item[:] = [body]


def _in_one_piece(link: Any) -> None:  # noqa: ANN401 - an element of the library's own tree
    """A link as text alone: the library makes one more link of each part in a link, and no tag holds it."""
    if len(link) == 0 or any(part.tag not in _IN_LINKS for part in link.iter()):
        return
    shown = [part for part in link if "unseen" not in part.get("class", "").split()]
    around = "".join((link.text or "", *(part.tail or "" for part in link)))
    if len(shown) == 1 and not around.strip() and (language := shown[0].get("lang")):
        link.set("lang", language)
    inside = ("".join(part.itertext()) if part in shown else "" for part in link)
    tails = (part.tail or "" for part in link)
    link.text = (link.text or "") + "".join(map("".join, zip(inside, tails, strict=True)))
    link[:] = []
