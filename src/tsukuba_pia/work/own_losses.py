"""What a city's pages have lost of the shipped ones: which parts, by the headings people know, and by which file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape

from tsukuba_pia.diagnostics import Diagnostic, Fault
from tsukuba_pia.export.exporter import Exporter
from tsukuba_pia.export.own_faults import FETCHING, ROOMS, blamed, found, lost, without
from tsukuba_pia.export.own_logo import KINDS
from tsukuba_pia.export.own_said import unsaid, unsaid_markdown
from tsukuba_pia.export.own_style import Declaration, NotReadError, declarations, refused
from tsukuba_pia.export.plain_html import Element, End, Words, parsed
from tsukuba_pia.labels import ROOM, labels
from tsukuba_pia.model.text import LANGUAGES, unmarked
from tsukuba_pia.report.document import Report
from tsukuba_pia.resources import Own, with_own

DRAFT, MARK = "draft", "watermark"  # stand for the words that say so, and the large ones across the page
_HEADINGS = ("h1", "h2", "h3")
_LANDMARKS = ("main", "nav", "section", *_HEADINGS)
_UNSEEN = frozenset({"unseen", "skip", "watermark", "logo"})  # classes whose elements are not read
_SILENT = frozenset({"style", "script", "title", "desc"})
_TEMPLATED = (".html", ".pdf", ".md")  # ends of the formats that are made by templates
_SHOWN = 40  # characters of what a style sets
_HEADING = re.compile(r"(?m)^#{1,3} .+$")
Parts = dict[str, str]  # how each is known, and its name
Losses = dict[str, Parts]  # by the city's file, those that it loses


def words_of(face: Own) -> Own:
    """The same without anything but its words and logo: the shipped look in the city's words."""
    return face._replace(names=tuple(one for one in face.names if one.startswith(f"{ROOM}/") or one in KINDS))


def has_templates(face: Own) -> bool:
    """Whether anything of a city's could make a page lose something; its words and its logo cannot."""
    return any(one.startswith(ROOMS) for one in face.names)


def hold(face: Own, file: str, page: str, whole: str) -> None:
    """Hold a city's page of the register to the shipped one. Raises Fault, told of this file of the city's."""
    if more := beyond(page, whole):
        raise Fault(styled(face, more))
    here, there = _read(page), _read(whole)
    emptied = unsaid(page, whole)
    parts = [name for key, name in there.names.items() if key not in here.names or key in emptied]
    parts += [words for key, words in emptied.items() if key not in there.names]  # above all headings
    parts += [one for one in there.marks if one not in here.marks]
    parts += [one for one in there.warned if one not in "".join(here.words)]
    if parts:
        raise Fault(lost(face, file, parts))


def beyond(page: str, whole: str) -> Declaration | None:
    """What the style of a city's page sets that may not be set, and a shipped page does not."""
    try:
        return next(refused(declarations(_read(page).style), declarations(_read(whole).style)), None)
    except NotReadError as error:
        return Declaration((), "", str(error), "", 1)


def styled(face: Own, one: Declaration) -> Diagnostic:
    """What a style sets that may not be set, told of the file that has it."""
    mine = (name for name in face.names if name.startswith(ROOMS))
    files = [name for name in mine if one.name in (face.read(name) or b"").decode("utf-8", "replace")]
    said = f"{one.name}: {one.value}" if one.value else one.name
    return found(face, blamed(face, files), "@own_property", said[:_SHOWN], code=FETCHING)


def check_style(report: Report, exporter: Exporter[Report], face: Own, whole: str) -> tuple[Diagnostic, ...]:
    """What the style of one page sets that may not be set. `whole`: the page with the shipped look."""
    more = beyond(made(report, exporter, face), whole)
    return (styled(face, more),) if more else ()


def check_made(report: Report, exporter: Exporter[Report], face: Own, page: str) -> tuple[Diagnostic, ...]:
    """What a page that was made with the city's face has lost of what it is with the shipped one."""
    if exporter.suffix not in _TEMPLATED or not has_templates(face):
        return ()
    whole = made(report, exporter, words_of(face))
    html = exporter.suffix != ".md"
    if html and (more := beyond(page, whole)):
        return (styled(face, more),)
    if not _lost(report, page, whole, html=html):
        return ()
    mine = tuple(one for one in face.names if one.startswith(ROOMS[0] if html else ROOMS[1]))
    return tuple(told_once(face, {report.language: losses(report, exporter, face, mine, whole)}))


def losses(report: Report, exporter: Exporter[Report], face: Own, mine: tuple[str, ...], whole: str) -> Losses:
    """What a page has lost of the one with the shipped look (`whole`), by the file that loses it.

    `mine`: the city's templates of that format.
    """
    gone = _lost(report, made(report, exporter, face), whole, html=exporter.suffix != ".md")
    told: Losses = {}
    for file in mine if gone else ():
        still = _still_lost(report, exporter, without(face, file), whole)
        back = {key: name for key, name in gone.items() if still is not None and key not in still}
        gone = {key: name for key, name in gone.items() if key not in back}
        told |= {file: back} if back else {}
    if gone and mine:  # several lose the same: the page itself is to be looked at first
        told.setdefault(blamed(face, mine), {}).update(gone)
    return told


def told_once(face: Own, gone: Mapping[str, Losses]) -> Iterator[Diagnostic]:
    """One finding for each file that loses something. `gone`: by the language of the pages; the first counts most."""
    told: set[str] = set()
    for language, losing in gone.items():
        for file, parts in losing.items():
            if file not in told:
                english = gone.get("en", {}).get(file, parts) if language not in LANGUAGES[1:] else parts
                yield lost(face, file, _once(parts), _once(english))
            told.add(file)


def _once(parts: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(parts.values()))


def _still_lost(report: Report, exporter: Exporter[Report], less: Own, whole: str) -> Parts | None:
    """What the page loses with less of the city's files; None where it cannot be made with them."""
    try:
        return _lost(report, made(report, exporter, less), whole, html=exporter.suffix != ".md")
    except Fault:
        return None


def made(report: Report, exporter: Exporter[Report], face: Own) -> str:
    """The page with a city's face."""
    with with_own(face):
        return exporter.export(report, labels(report.language))


def _lost(report: Report, page: str, whole: str, *, html: bool) -> Parts:
    """The parts of the shipped page that another lacks, or in which it says less, or less openly: then what first."""
    here, there = _parts(report, page, html=html), _parts(report, whole, html=html)
    less = (unsaid if html else unsaid_markdown)(page, whole)
    gone = {key: name for key, name in there.items() if key in less or key not in here}
    return {key: _said(name, less.get(key, "")) if key in here else name for key, name in gone.items()}


def _said(name: str, words: str) -> str:
    """A part whose heading stands, with words that are missing below it."""
    return f"{name}: {words[:_SHOWN]}…" if words and words not in name else name


def _parts(report: Report, page: str, *, html: bool) -> dict[str, str]:
    """The parts of a page, or the headings of a document, with their names; and the words that it is a draft."""
    draft = labels(report.language)["report"]["draft"]
    said = {name: unmarked(draft[name]) for name in ("notice", "decided", "mark")}
    if not html:
        headings = [one.lstrip("# ") for one in _HEADING.findall(page)]
        known, text = dict(zip(headings, headings, strict=True)), page.replace("\\", "")
    else:
        read = _read(page)
        known, text = read.names, "".join(read.words)
        known = known | ({MARK: said["mark"]} if said["mark"] in read.marks else {})
    notice = next((said[name] for name in ("notice", "decided") if said[name] in text), "")
    return known | ({DRAFT: notice} if notice else {})


@lru_cache(16)  # a page of each kind, and the shipped one: each is looked at several times; nobody changes what is read
def _read(page: str) -> "_Landmarks":
    reader = _Landmarks()
    for one in parsed(page):
        if isinstance(one, Element):
            reader.begin(one)
        elif isinstance(one, Words):
            reader.say(one)
        else:
            reader.end(one)
    return reader


def _unseen(elements: Iterable[Element]) -> bool:
    return any(
        one.attributes.get("aria-hidden") == "true" or not _UNSEEN.isdisjoint(one.attributes.get("class", "").split())
        for one in elements
    )


class _Landmarks:
    """The ids of what a page is made of that can be seen, each with the words of its heading; and what it says."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.words: list[str] = []
        self.marks: list[str] = []  # across the page
        self.style = ""
        self.warned: list[str] = []  # in the boxes that warn
        self._open: list[str] = []  # without a heading as yet
        self._said: list[str] | None = None

    def begin(self, one: Element) -> None:
        name = one.attributes.get("id")
        if [other.name for other in one.within] == ["html", "body"] and "watermark" in one.attributes.get("class", ""):
            self.marks.append(one.attributes.get("data-mark", ""))
        if one.name in _LANDMARKS and name and not _unseen((*one.within, one)):
            self.names.setdefault(name, name)
            self._open.append(name)
        if one.name in _HEADINGS:
            self._said = []

    def say(self, one: Words) -> None:
        if one.within and one.within[-1].name == "style":
            self.style += one.text
        if self._said is not None:
            self._said.append(unescape(one.text))
        if not _unseen(one.within) and _SILENT.isdisjoint(other.name for other in one.within[-1:]):
            self.words.append(unescape(one.text))
            if one.text.strip() and any("warning" in other.attributes.get("class", "").split() for other in one.within):
                self.warned.append(unescape(one.text))

    def end(self, one: End) -> None:
        if one.name in _HEADINGS and self._said is not None:
            words = " ".join("".join(self._said).split())
            self.names.update((name, words) for name in self._open if words)
            self._open, self._said = [], None
