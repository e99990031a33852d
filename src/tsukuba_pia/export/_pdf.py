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
_BLOCKS = frozenset(["p", "ul", "ol", "dl", "div", "table", "section", "h2", "h3", "h4", "h5", "figure", "details"])


def pdf(html: str, day: str) -> bytes:
    """The page as a PDF.

    Args:
        html: a whole page that asks for nothing outside itself.
        day: when it was made, as its metadata tells (ISO 8601).

    Raises:
        Problem: the library for PDF or what it builds on is not installed, or no font has a character of the page.

    """
    library = _library()
    with _lacking() as lacking:
        only_itself = library.urls.URLFetcher(allowed_protocols=("data",), allow_redirects=False)
        document = library.HTML(string=html, url_fetcher=only_itself, base_url="about:blank")
        _prepare(document.etree_element, day)
        made: bytes = document.write_pdf(
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        )
    if lacking:
        raise Problem("pdf_no_font", characters=" ".join(sorted(lacking)[:10]))
    return made


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


def _prepare(root: Any, day: str) -> None:  # noqa: ANN401 - an element of the library's own tree
    """What a PDF's tags need: blocks of a list's item in a body, pairs of terms in their list themselves."""
    from xml.etree.ElementTree import Element, SubElement  # noqa: PLC0415 - builds; parses nothing

    head = root.find("head")
    SubElement(head, "style").text = (shipped("templates") / "html" / "print.css").read_text(encoding="utf-8")
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
