"""Holds a city's own face to what every page must have, by trying it with a small made-up assessment."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from tsukuba_pia.diagnostics import Diagnostic, Fault, in_order
from tsukuba_pia.export import html, markdown
from tsukuba_pia.export.own_hidden import hidden, hides
from tsukuba_pia.export.own_logo import logo_faults, logo_name
from tsukuba_pia.export.own_style import NotReadError, declarations, refused
from tsukuba_pia.labels import ROOM, bound, misfits, own_languages, shape
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.shape import nearest
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import KINDS
from tsukuba_pia.resources import TEMPLATES, Own, shipped, with_own
from tsukuba_pia.work.colours import SEEN, weak
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.own_losses import Losses, check_style, losses, made, told_once, words_of
from tsukuba_pia.work.site_sources import told_of

PROBE, DAY = "probe.yaml", "2026-11-28"  # the day changes nothing that is looked at
IDLE, LOST, BRINGS, CONTRAST, LABEL = "PIA030", "PIA031", "PIA032", "PIA033", "PIA034"
FORMATS = {"html/": html.EXPORTER, "markdown/": markdown.EXPORTER}
NOTHING = Own(Path(), (), ())  # a face that changes nothing
STYLES = ("html/report.css", "html/own.css")  # in the order in which a page has them
SHOWN = 40  # characters of what a style sets
_LINE = re.compile(r"line (\d+)")


def check_own(face: Own | None) -> tuple[Diagnostic, ...]:
    """What is wrong with a city's own face; nothing where it has none."""
    if face is None:
        return ()
    found = [*_logo(face), *_labels(face), *_colours(face), *_hidden(face), *_idle(face)]
    with with_own(face):
        found += _tried(face)
        if not any(one.level == "error" for one in found):
            found += _styled(face)
    return in_order(found)


@lru_cache(8)
def errors_of(face: Own | None) -> tuple[Diagnostic, ...]:
    """What keeps documents from being made with a face; looked for once for the same files."""
    return tuple(one for one in check_own(face) if one.level == "error")


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
            meant = nearest(name, _known_names(face))
            yield _found(face, name, IDLE, what="@own_idle", name="", meant=meant, way="@own_way_idle")


def _known_names(face: Own) -> list[str]:
    """Names that a file of a city's may have."""
    root = shipped(TEMPLATES)
    shipped_ones = (one.relative_to(root).as_posix() for room in FORMATS for one in (root / room).iterdir())
    return [*shipped_ones, "logo.svg", "logo.png", *(f"{ROOM}/{one}.toml" for one in own_languages(face))]


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
            yield _found(face, name, LABEL, int(line[1]) if line else 1, what="@own_toml", name="", meant="")
            continue
        if raw is None:
            yield _found(face, name, LABEL, what="@own_large", name="", meant="")
        lines = (raw or b"").decode("utf-8").split("\n")
        for key, why in {**dict(bound(words, language)), **dict(misfits(shape(), words))}.items():
            yield _found(face, name, LABEL, _line(lines, key), what=f"@own_label_{why}", name=key, meant=_meant(key))


def _meant(key: str) -> str:
    """The key that is nearly spelt like this one, in the same table."""
    *tables, last = key.split(".")
    known: Any = shape()
    for table in tables:
        known = known.get(table) if isinstance(known, Mapping) else None
    close = nearest(last, list(known)) if isinstance(known, Mapping) and last not in known else ""
    return ".".join([*tables, close]) if close else ""


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
            if one.contrast < SEEN:
                yield _found(
                    face, name, LOST, one.line, part=f"{one.text} / {one.behind}", more="", hidden="@own_hidden"
                )
                continue
            told = {"text": one.text, "behind": one.behind, "contrast": f"{one.contrast:.1f}"}
            yield _found(face, name, CONTRAST, one.line, **told, dark="@own_dark" if one.dark else "")
        below += style


def _hidden(face: Own) -> Iterator[Diagnostic]:
    """What the city's styles hide, or set though it may not be set, and the shipped ones do not."""
    for name in (one for one in face.names if one.endswith(".css")):
        below = shipped(TEMPLATES) / name
        style = (face.read(name) or b"").decode("utf-8", "replace")
        known = below.read_text("utf-8") if below.is_file() else ""
        for part, line in hidden(style).items():
            if part not in hidden(known):
                yield _found(face, name, LOST, line, part=part, more="", hidden="@own_hidden")
        if name.startswith(tuple(FORMATS)):  # else no page has it
            yield from _beyond(face, name, style, known)


def _beyond(face: Own, name: str, style: str, known: str) -> Iterator[Diagnostic]:
    """What may not be set. What a template makes is seen on the page; here stands what can be read without it."""
    if "{%" in style or "{{" in style:
        return
    try:
        for one in refused(declarations(style), declarations(known)):
            said = f"{one.name}: {one.value}"
            if not hides(said):
                yield _found(face, name, BRINGS, one.line, what="@own_property", name=said[:SHOWN])
    except NotReadError as error:
        yield _found(face, name, BRINGS, what="@own_property", name=str(error)[:SHOWN])


# ----------------------------------------------------------------------------------------- what a page must have


def _tried(face: Own) -> Iterator[Diagnostic]:
    """What is lost or wrong where the probe is made into each page, in each language that the city has words for."""
    for room in FORMATS:
        mine = tuple(one for one in face.names if one.startswith(room))
        gone: dict[str, Losses] = {}
        for language in (LANGUAGES[0], *_spoken(face)) if mine else ():
            try:
                gone[language] = _gone(language, room, face, mine)
            except Fault as fault:
                yield fault.found
        if any(gone.values()):  # how an English reader knows the parts
            gone |= {one: _gone(one, room, face, mine) for one in LANGUAGES[1:]}
        yield from told_once(face, gone)


def _styled(face: Own) -> Iterator[Diagnostic]:
    """What the styles of pages set that may not be set, where a template makes it."""
    if any(one.startswith("html/") for one in face.names):
        probes = _probes(LANGUAGES[0], "html/", _words(face))
        told = (check_style(report, html.EXPORTER, face, whole) for report, whole in probes)
        yield from next(filter(None, told), ())


def _gone(language: str, room: str, face: Own, mine: tuple[str, ...]) -> Losses:
    """What all kinds of pages lose, by the city's file that loses it."""
    found: Losses = {}
    for report, whole in _probes(language, room, _words(face)):
        for file, parts in losses(report, FORMATS[room], face, mine, whole).items():
            found[file] = parts | found.get(file, {})
    return found


def _spoken(face: Own) -> list[str]:
    return [one for one in own_languages(face) if one not in LANGUAGES]


def _words(face: Own) -> Own:
    """What of a face stands in the pages with the shipped look; the same for all that have neither words nor a logo."""
    words = words_of(face)
    return words if words.names else NOTHING


@lru_cache(8)
def _probes(language: str, room: str, words: Own) -> tuple[tuple[Report, str], ...]:
    """The made-up assessment as each kind of page, each with what it looks like in a city's words.

    As a draft: what says that it is one must be there too.
    """
    return tuple((report, made(report, FORMATS[room], words)) for report in _reports(language, words))


@lru_cache(8)
def _reports(language: str, words: Own) -> tuple[Report, ...]:
    with with_own(words):
        opened = open_assessment(shipped(TEMPLATES) / PROBE, DAY, rules=False, catalog=Catalog(None))
        report = told_of(opened, "draft", draft=True).report(language)
        return tuple(of_kind(report, kind) for kind in KINDS)
