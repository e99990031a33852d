"""What a city's pages have lost of the shipped ones: which parts, by the headings people know, and by which file."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser

from tsukuba_pia.diagnostics import Diagnostic, Fault
from tsukuba_pia.export.exporter import Exporter
from tsukuba_pia.export.own_faults import blamed, lost, without
from tsukuba_pia.labels import ROOM, labels
from tsukuba_pia.model.text import LANGUAGES, unmarked
from tsukuba_pia.report.document import Report
from tsukuba_pia.resources import Own, with_own

DRAFT = "draft"  # stands for the words that say so
_HEADINGS = ("h1", "h2", "h3")
_LANDMARKS = ("main", "nav", "section", *_HEADINGS)
_HEADING = re.compile(r"(?m)^#{1,3} .+$")
Losses = dict[str, dict[str, str]]  # by the city's file, the parts that it loses: how each is known, and its name


def words_of(face: Own) -> Own:
    """The same without anything but its words: the shipped look in the city's words."""
    return face._replace(names=tuple(one for one in face.names if one.startswith(f"{ROOM}/")))


def names_in(page: str) -> dict[str, str]:
    """The parts of a page with an address, each with its heading; the address where there is none."""
    reader = _Landmarks()
    reader.feed(page)
    return reader.names


def lost_from(page: str, whole: str) -> list[str]:
    """The names of a shipped page's parts that a city's page has not."""
    here = names_in(page)
    return [name for key, name in names_in(whole).items() if key not in here]


def losses(report: Report, exporter: Exporter[Report], face: Own, mine: tuple[str, ...]) -> Losses:
    """What a page has lost, by the file that loses it. `mine`: the city's templates of that format."""
    whole = _parts(report, exporter, words_of(face))
    here = _parts(report, exporter, face)
    gone = {key: name for key, name in whole.items() if key not in here}
    found: Losses = {}
    for file in mine if gone else ():
        without_it = _parts_without(report, exporter, face, file)
        back = {key: name for key, name in gone.items() if key in without_it}
        gone = {key: name for key, name in gone.items() if key not in back}
        found |= {file: back} if back else {}
    if gone and mine:  # several lose the same: the page itself is to be looked at first
        found.setdefault(blamed(face, mine), {}).update(gone)
    return found


def told_once(face: Own, gone: Mapping[str, Losses]) -> Iterator[Diagnostic]:
    """One finding for each file that loses something. `gone`: by the language of the pages; the first counts most."""
    told: set[str] = set()
    for language, found in gone.items():
        for file, parts in found.items():
            if file not in told:
                english = gone.get("en", {}).get(file, parts) if language not in LANGUAGES[1:] else parts
                yield lost(face, file, _once(parts), _once(english))
            told.add(file)


def _once(parts: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(parts.values()))


def _parts_without(report: Report, exporter: Exporter[Report], face: Own, file: str) -> dict[str, str]:
    """What the page has where the city had not this file; nothing where it cannot be made then."""
    try:
        return _parts(report, exporter, without(face, file))
    except Fault:
        return {}


def _parts(report: Report, exporter: Exporter[Report], face: Own) -> dict[str, str]:
    """The parts of a page, or the headings of a document, with their names; and the words that it is a draft."""
    with with_own(face):
        words = labels(report.language)
        page = exporter.export(report, words)
    notice = unmarked(words["report"]["draft"]["notice"])
    if exporter.name == "html":
        found, text = names_in(page), unescape(page)
    else:
        headings = [one.lstrip("# ") for one in _HEADING.findall(page)]
        found, text = dict(zip(headings, headings, strict=True)), page.replace("\\", "")
    return found | ({DRAFT: notice} if notice and notice in text else {})


class _Landmarks(HTMLParser):
    """The ids of what a page is made of, each with the words of its heading."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, str] = {}
        self._open: list[str] = []  # without a heading as yet
        self._said: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("id")
        if tag in _LANDMARKS and name:
            self.names.setdefault(name, name)
            self._open.append(name)
        if tag in _HEADINGS:
            self._said = []

    def handle_data(self, data: str) -> None:
        if self._said is not None:
            self._said.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS and self._said is not None:
            words = " ".join("".join(self._said).split())
            self.names.update((one, words) for one in self._open if words)
            self._open, self._said = [], None
