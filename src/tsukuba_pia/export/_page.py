"""How texts become HTML: escaped once, marked with their language, people's own Markdown made harmless."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from jinja2 import Environment
from markupsafe import Markup, escape

from tsukuba_pia.diagnostics import Fault
from tsukuba_pia.export._jinja import FACES, engine, fillable, made
from tsukuba_pia.export._own import PRINTED, UnshownError
from tsukuba_pia.export._own_page import brought_in
from tsukuba_pia.export._prose import linked, prose
from tsukuba_pia.export._qr import qr
from tsukuba_pia.export._ruby import EASY, bare, ruby
from tsukuba_pia.export.own_faults import FETCHING, bringer, found
from tsukuba_pia.export.own_logo import logo
from tsukuba_pia.export.pictures.globals import GLOBALS
from tsukuba_pia.labels import plain
from tsukuba_pia.model.text import BORROWED, LANGUAGES, Said, unmarked
from tsukuba_pia.report.model import Day
from tsukuba_pia.resources import Own, own

PART = "html/_"  # how the names of templates begin that make no whole page
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\Z")
# Tags, and elements that hold no elements; what is between them is text.
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_TAGS = re.compile(r"(<(?:title|style|script)\b.*?</(?:title|style|script)>|<svg\b.*?</svg>|<[^>]*>)", re.DOTALL)
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{2,20}\Z")


def page(template: str, language: str, **seen: object) -> str:
    """A document as a page of one language; the template sees what it is given.

    Raises:
        Fault: a template of the city's own does not work, or brings in what no page may.

    """
    face = own()

    def again(other: Own | None) -> str:
        text = made(_engine(language, other), template, seen, other)
        text = _TITLE.sub(bare, text, count=1) if language.endswith(EASY) else text
        return marked(text) if plain(language) not in LANGUAGES else text

    text = again(face)
    search = partial(brought_in, whole=not template.startswith(PART))
    if face is not None and (wrong := next(search(text), None)):
        raise Fault(found(face, bringer(face, wrong, again, search), *wrong, code=FETCHING))
    return text


@lru_cache(FACES)
def _engine(language: str, face: Own | None) -> Environment:
    speaker = Speaker(language)
    filters: dict[str, Callable[..., Markup]] = {
        "prose": speaker.prose,
        "fill": speaker.fill,
        "listed": speaker.listed,
        "mail": mail,
        "phone": phone,
        "web": web,
        "qr": qr,
    }
    environment = engine(f"html {language}", speaker.shown, filters, face)
    environment.globals.update(GLOBALS, logo=logo(face) if face else "")
    return environment


def marked(page: str) -> str:
    """A page with its borrowed labels marked as what they are; where no mark can stand, they are plain text."""
    parts = _TAGS.split(page)
    return "".join(unmarked(one) if place % 2 else BORROWED.sub(_mark, one) for place, one in enumerate(parts))


def _mark(found: re.Match[str]) -> str:
    return "</span>" if found[1] is None else f'<span lang="{found[1]}">'


class Speaker:
    """Says texts into a page of one language: another language is marked where it begins."""

    def __init__(self, language: str) -> None:
        """Take the language of the page."""
        self.language = language
        self.easy = language.endswith(EASY)

    def shown(self, value: object) -> Markup:
        """What a template prints: texts marked with their language, dates for machines too."""
        kind = value.__class__  # asked thousands of times for a page
        if not self.easy:  # most of what is printed: what macros made, labels, and texts of the page's language
            if kind is Markup:
                return value  # type: ignore[return-value]
            if kind is str:
                return _known(value)
            if kind is Said and value.language == self.language:  # type: ignore[attr-defined]
                return _known(value.words)  # type: ignore[attr-defined]
        if isinstance(value, Said):
            return self._marked(self._read(escaped(value.words), value.language), value, "span")
        if isinstance(value, Day):
            return Markup('<time datetime="{}">{}</time>').format(value.iso, value.shown)
        return self._read(escaped(value), self.language)

    def prose(self, said: Said) -> Markup:
        """A text of people, with the Markdown that does no harm."""
        return self._marked(self._read(prose(said.words), said.language), said, "div")

    @staticmethod
    def _read(body: Markup, language: str) -> Markup:
        return ruby(body) if language.endswith(EASY) else body

    def _marked(self, body: Markup, said: Said, element: str) -> Markup:
        if said.language == self.language or not said.words:
            return body
        return Markup('<{0} lang="{1}">{2}</{0}>').format(element, said.language, body)

    def fill(self, pattern: str, **values: object) -> Markup:
        """A label with its `{…}` filled in."""
        said = {name: self.shown(value) for name, value in values.items()}
        if BORROWED.match(pattern):
            said = {name: self._inside(shown, values[name]) for name, shown in said.items()}
        told = str(self._read(escaped(fillable(pattern)), self.language))
        return Markup(told.format(**said))  # noqa: S704 - each part is escaped, and a pattern only names them

    def _inside(self, shown: Markup, value: object) -> Markup:
        """What fills a borrowed label is in the page's language again."""
        own_language = isinstance(value, Said) and value.language == self.language
        return Markup('<span lang="{}">{}</span>').format(self.language, shown) if own_language else shown

    def listed(self, values: Iterable[object], comma: str) -> Markup:
        """Several texts in one line."""
        return escape(comma).join(self.shown(value) for value in values)


def escaped(value: object) -> Markup:
    """A value as text of a page; labels and texts of banks stand in page after page, and are escaped once."""
    if value.__class__ is str:
        return _known(value)
    if not isinstance(value, PRINTED):
        raise UnshownError(value)
    return escape(value)


_known = lru_cache(1 << 13)(escape)  # of nothing but `str`: what is marked as escaped is equal to what is not


def mail(address: str) -> Markup:
    """A mail address as a link, where it is one."""
    return linked(f"mailto:{address}", address) if _MAIL.match(address) else escape(address)


def phone(number: str) -> Markup:
    """A telephone number as a link, where it is one: a phone dials it."""
    if not _PHONE.match(number):
        return escape(number)
    return Markup('<a href="tel:{}">{}</a>').format(re.sub(r"[^0-9+]", "", number), number)


def web(address: str) -> Markup:
    """A web address as a link, where it is one."""
    return linked(address) if address.lower().startswith(("https://", "http://")) else escape(address)
