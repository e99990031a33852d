"""Holds a city's own face to what every page must have, by trying it with a small made-up assessment."""

import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from tsukuba_pia.diagnostics import Diagnostic, Fault, in_order
from tsukuba_pia.export import html, markdown
from tsukuba_pia.export.exporter import Exporter
from tsukuba_pia.export.own_faults import lost
from tsukuba_pia.export.own_hidden import hidden
from tsukuba_pia.export.own_logo import logo_faults, logo_name
from tsukuba_pia.labels import ROOM, labels, misfits, own_languages, shape
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.model.text import LANGUAGES, unmarked
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import KINDS
from tsukuba_pia.resources import TEMPLATES, Own, shipped, with_own
from tsukuba_pia.work.colours import weak
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.site_sources import told_of

PROBE, DAY = "probe.yaml", "2026-11-28"  # the day changes nothing that is looked at
IDLE, LOST, BRINGS, CONTRAST, LABEL = "PIA030", "PIA031", "PIA032", "PIA033", "PIA034"
FORMATS = {"html/": html.EXPORTER, "markdown/": markdown.EXPORTER}
STYLES = ("html/report.css", "html/own.css")  # in the order in which a page has them
_LANDMARKS = ("main", "nav", "section", "h1", "h2", "h3")
_LINE = re.compile(r"line (\d+)")
_HEADING = re.compile(r"(?m)^#{1,3} .+$")


def check_own(face: Own | None) -> tuple[Diagnostic, ...]:
    """What is wrong with a city's own face; nothing where it has none."""
    if face is None:
        return ()
    found = [*_logo(face), *_labels(face), *_colours(face), *_hidden(face), *_idle(face)]
    with with_own(face):
        found += _tried(face)
    return in_order(found)


@lru_cache(8)
def errors_of(face: Own | None) -> tuple[Diagnostic, ...]:
    """What keeps documents from being made with a face; looked for once for the same files."""
    return tuple(one for one in check_own(face) if one.level == "error")


def words_of(face: Own) -> Own:
    """The same without anything but its words: the shipped look in the city's words."""
    return face._replace(names=tuple(one for one in face.names if one.startswith(f"{ROOM}/")))


def in_force(face: Own) -> tuple[str, ...]:
    """Which of a city's files take the place of a shipped one, or add to it."""
    own = {logo_name(face), *(f"{ROOM}/{one}.toml" for one in own_languages(face))}
    return tuple(one for one in face.names if one in own or _over_shipped(one))


def _over_shipped(name: str) -> bool:
    return name.startswith(tuple(FORMATS)) and (shipped(TEMPLATES) / name).is_file()


def _idle(face: Own) -> Iterator[Diagnostic]:
    """Files that change nothing: they take no shipped file's place, and no template of the city's names them."""
    said = "\n".join((face.read(one) or b"").decode("utf-8", "replace") for one in face.names if one.endswith(".j2"))
    for name in sorted({*face.names} - {*in_force(face)}):
        if name not in said:
            yield _found(face, name, IDLE, what="@own_idle", name="")


def _logo(face: Own) -> Iterator[Diagnostic]:
    for what, about in logo_faults(face):
        yield _found(face, logo_name(face), BRINGS, what=what, name=about)


def _found(face: Own, file: str, code: str, line: int = 1, **args: str) -> Diagnostic:
    place = os.path.relpath(face.folder / file)
    return Diagnostic(place, line, 1, code, args, "warning" if code == CONTRAST else "error")


def _labels(face: Own) -> Iterator[Diagnostic]:
    for language in own_languages(face):
        name = f"{ROOM}/{language}.toml"
        raw = face.read(name)
        try:
            words = tomllib.loads((raw or b"").decode("utf-8"))
        except ValueError as error:
            line = _LINE.search(str(error))
            yield _found(face, name, LABEL, int(line[1]) if line else 1, what="@own_toml", name="")
            continue
        if raw is None:
            yield _found(face, name, LABEL, what="@own_large", name="")
        lines = (raw or b"").decode("utf-8").split("\n")
        for key, why in misfits(shape(), words):
            yield _found(face, name, LABEL, _line(lines, key), what=f"@own_label_{why}", name=key)


def _line(lines: list[str], key: str) -> int:
    """Where a key of a table stands."""
    table, _, last = key.rpartition(".")
    here = ""
    for number, line in enumerate(lines, 1):
        text = line.strip()
        here = text.strip("[] ") if text.startswith("[") else here
        if here == table and re.match(rf"[\"']?{re.escape(last)}[\"']?\s*=", text):
            return number
        if here == key:
            return number
    return 1


def _colours(face: Own) -> Iterator[Diagnostic]:
    below = (shipped(TEMPLATES) / STYLES[0]).read_text("utf-8")
    for name in STYLES:
        style = (face.read(name) or b"").decode("utf-8", "replace")
        for one in weak(below, style):
            told = {"text": one.text, "behind": one.behind, "contrast": f"{one.contrast:.1f}"}
            yield _found(face, name, CONTRAST, one.line, **told, dark="@own_dark" if one.dark else "")
        below += style


def _hidden(face: Own) -> Iterator[Diagnostic]:
    """What the city's styles hide and the shipped ones do not; its own logo may be."""
    for name in (one for one in face.names if one.endswith(".css")):
        below = shipped(TEMPLATES) / name
        known = hidden(below.read_text("utf-8")) if below.is_file() else {}
        mine = hidden((face.read(name) or b"").decode("utf-8", "replace"))
        for part, line in mine.items():
            if part not in known and not part.startswith(".logo"):
                yield _found(face, name, LOST, line, part=part, hidden="@own_hidden")


# ----------------------------------------------------------------------------------------- what a page must have


def _tried(face: Own) -> Iterator[Diagnostic]:
    """What is lost or wrong where the probe is made into each page, in each language that the city has words for."""
    forms = [one for room, one in FORMATS.items() if any(name.startswith(room) for name in face.names)]
    spoken = [one for one in own_languages(face) if one not in LANGUAGES]
    told: set[tuple[str, str]] = set()
    for exporter in forms:
        for report in _probes([LANGUAGES[0], *spoken]):
            try:
                gone = _lost(report, exporter, face)
            except Fault as fault:
                yield fault.found
                continue
            fresh = [one for one in gone if (exporter.name, one) not in told]
            told |= {(exporter.name, one) for one in fresh}
            yield from (lost(face, _blamed(face, exporter, one), one) for one in fresh)


def _probes(languages: Iterable[str]) -> Iterator[Report]:
    """The made-up assessment as each kind of page, as a draft: what says that it is one must be there too."""
    opened = open_assessment(shipped(TEMPLATES) / PROBE, DAY, rules=False, catalog=Catalog(None))
    for language in languages:
        report = told_of(opened, "draft", draft=True).report(language)
        yield from (of_kind(report, kind) for kind in KINDS)


def lost_from(page: str, whole: str) -> list[str]:
    """The parts of a shipped page that a city's page has not."""
    return [name for name in _parts(whole, html.EXPORTER, "") if name not in _parts(page, html.EXPORTER, "")]


def _lost(report: Report, exporter: Exporter[Report], face: Own) -> list[str]:
    """The parts that the shipped page has and the city's has not; both in the city's words."""
    words = labels(report.language)
    notice = unmarked(words["report"]["draft"]["notice"])
    here = _parts(exporter.export(report, words), exporter, notice)
    with with_own(words_of(face)):
        theirs = _parts(exporter.export(report, words), exporter, notice)
    return [name for name in theirs if name not in here]


def _parts(page: str, exporter: Exporter[Report], notice: str) -> list[str]:
    """The ids of a page's parts, or the headings of a document; and the word that it is a draft."""
    if exporter.name == "html":
        reader = _Landmarks()
        reader.feed(page)
        names, text = reader.ids, unescape(page)
    else:
        names, text = [one.lstrip("# ") for one in _HEADING.findall(page)], page.replace("\\", "")
    return [*names, *(["draft"] if notice and notice in text else [])]


class _Landmarks(HTMLParser):
    """The ids of what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("id")
        if tag in _LANDMARKS and name:
            self.ids.append(name)


def _blamed(face: Own, exporter: Exporter[Report], part: str) -> str:
    """Of which of the city's files a loss is told: the one whose shipped text has the part, else the page's own."""
    room = next(one for one, form in FORMATS.items() if form is exporter)
    mine = [one for one in face.names if one.startswith(room) and _over_shipped(one)]
    marks = (f'id="{part}"', f"w.parts.{part}", "w.draft.notice" if part == "draft" else f'id="{part}"')
    for name in mine:
        text = (shipped(TEMPLATES) / name).read_text("utf-8")
        if any(mark in text for mark in marks):
            return name
    return next((one for one in mine if "/_" not in one), (mine or [face.names[0]])[0])
