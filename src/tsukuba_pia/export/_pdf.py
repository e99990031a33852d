"""A page as PDF/UA-1 (ISO 14289-1): tagged, with its fonts, the same bytes whenever and wherever it is made."""

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

from tsukuba_pia.export._pdf_columns import sooner
from tsukuba_pia.export._pdf_tree import faces, prepare, read_once, set_apart
from tsukuba_pia.problems import Problem
from tsukuba_pia.report.kinds import Kind

_MISSING = ".notdef"  # how the library's log begins where no font has a character
_SHEETS = 2  # of what is made of a part of the report: one leaf
_EASY = (11, 10, 9)  # points of letters that are read without effort, the largest first
_HANDED = (*_EASY, 8.5, 8, 7.5)
_AFAR = (22, 21, 20, 19, 18, 17, 16, 15.5, 15, 14.5, 14)  # of a sign that is read from a metre
_NEARER = (13.5, 13, 12.5, 12, 11.5, 11, 10, 9)  # of one that says too much for that
Lay = Callable[..., Any]  # the page on its sheets, with letters of a size, perhaps each language apart


def pdf(html: str, day: str, kind: Kind = "full") -> bytes:
    """The page as a PDF. What is handed out or put up has the largest letters with which it takes its sheets.

    Args:
        html: a whole page that asks for nothing outside itself.
        day: when it was made, as its metadata tells (ISO 8601).
        kind: what it is made for.

    Raises:
        Problem: the library for PDF or what it builds on is not installed, or no font has a character of the page.

    """
    library = weasyprint()
    with _lacking() as lacking:
        options = {"pdf_variant": "pdf/ua-1", "pdf_identifier": hashlib.sha256(html.encode()).digest()[:16]}
        lay = cache(partial(_laid, library, html, day, kind, options))
        laid = _sign(lay, _document(library, html).etree_element) if kind == "notice" else _handed(lay, kind)
        made: bytes = laid.write_pdf(**options)
    if lacking:
        raise Problem("pdf_no_font", characters=" ".join(sorted(lacking)[:10]))
    return made


def _document(library: Any, html: str) -> Any:  # noqa: ANN401 - without types of its own
    only_itself = library.urls.URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    return library.HTML(string=html, url_fetcher=only_itself, base_url="about:blank")


def _laid(  # noqa: PLR0913, PLR0917 - the last two are what is tried
    library: Any,  # noqa: ANN401 - without types of its own
    html: str,
    day: str,
    kind: Kind,
    options: dict[str, Any],
    size: float | None = None,
    *,
    apart: bool = False,
) -> Any:  # noqa: ANN401
    """The page on its sheets."""
    document = _document(library, html)
    if apart:
        set_apart(document.etree_element)
    if kind not in {"full", "notice"}:
        read_once(document.etree_element)
    prepare(document.etree_element, day, f"body.kind-{kind} {{ font-size: {size}pt; }}" if size else "")
    with sooner(library):
        return document.render(**options)


def _handed(lay: Lay, kind: Kind) -> Any:  # noqa: ANN401
    """A report as it is; a part of it on one page, else on one leaf; what fits on none is easy to read at least."""
    if kind == "full":
        return lay()
    usual = len(_EASY) - 1  # it is most often a leaf of the smallest of these
    return _fitting(lay, _EASY, 1, usual) or _fitting(lay, _HANDED, _SHEETS, usual) or lay(_EASY[1])


def _sign(lay: Lay, root: Any) -> Any:  # noqa: ANN401
    """All languages on one sheet where they can be read from afar there, else a sheet for each."""
    languages = len(faces(root))
    return (
        _fitting(lay, _AFAR, 1, len(_AFAR) - 1)
        or _fitting(partial(lay, apart=True), (*_AFAR, *_NEARER), languages)
        or lay(_NEARER[-1], apart=True)
    )


def _fitting(lay: Lay, sizes: Sequence[float], sheets: int, first: int | None = None) -> Any:  # noqa: ANN401
    """With the largest letters with which it takes no more sheets; None where even the smallest take more.

    `first`: which of the sizes to try first, where one is the usual: each try takes seconds.
    """
    low, high, best = 0, len(sizes) - 1, None
    tried = high // 2 if first is None else first
    while low <= high:
        laid = lay(sizes[tried])
        if len(laid.pages) <= sheets:
            best, high = laid, tried - 1
        else:
            low = tried + 1
        tried = (low + high + 1) // 2
    return best


def weasyprint() -> Any:  # noqa: ANN401 - without types of its own
    """WeasyPrint, which lays PDFs out. Raises Problem where it, or what it needs of the system, is not there."""
    try:
        import weasyprint as found  # noqa: PLC0415 - an extra, and heavy
    except ModuleNotFoundError:
        raise Problem("pdf_no_extra") from None
    except OSError:  # Pango is a library of the system
        raise Problem("pdf_no_pango") from None
    return found


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
