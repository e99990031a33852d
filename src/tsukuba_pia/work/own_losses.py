"""What a city's pages have lost of the shipped ones: which parts, by the headings people know, and by which file."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from tsukuba_pia.diagnostics import Diagnostic, Fault
from tsukuba_pia.export.exporter import Exporter
from tsukuba_pia.export.own_faults import FETCHING, ROOMS, blamed, found, lost, without
from tsukuba_pia.export.own_logo import KINDS
from tsukuba_pia.export.own_said import style_of, unsaid, unsaid_markdown
from tsukuba_pia.export.own_style import Declaration, NotReadError, declarations, refused
from tsukuba_pia.labels import ROOM, labels
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.report.document import Report
from tsukuba_pia.resources import Own, with_own
from tsukuba_pia.work.colours import unseen

_TEMPLATED = (".html", ".pdf", ".md")  # ends of the formats that are made by templates
_SHOWN = 40  # characters of what a style sets
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
    if parts := unsaid(page, whole):
        raise Fault(lost(face, file, [*parts.values()]))


def beyond(page: str, whole: str) -> Declaration | None:
    """What the style of a city's page sets that may not be set, or hides, and a shipped page does not."""
    return _beyond(style_of(page), style_of(whole))


@lru_cache(32)  # pages of one kind have one style
def _beyond(style: str, shipped: str) -> Declaration | None:
    try:
        more = next(refused(declarations(style), declarations(shipped)), None)
    except NotReadError as error:
        return Declaration((), "", str(error), "", 1)
    return more or next((Declaration((), "", one.text, one.behind, one.line) for one in unseen(shipped, style)), None)


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
    if not _lost(page, whole, html=html):
        return ()
    mine = tuple(one for one in face.names if one.startswith(ROOMS[0] if html else ROOMS[1]))
    return tuple(told_once(face, {report.language: losses(report, exporter, face, mine, whole)}))


def losses(report: Report, exporter: Exporter[Report], face: Own, mine: tuple[str, ...], whole: str) -> Losses:
    """What a page has lost of the one with the shipped look (`whole`), by the file that loses it.

    `mine`: the city's templates of that format.
    """
    gone = _lost(made(report, exporter, face), whole, html=exporter.suffix != ".md")
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
        return _lost(made(report, exporter, less), whole, html=exporter.suffix != ".md")
    except Fault:
        return None


def made(report: Report, exporter: Exporter[Report], face: Own) -> str:
    """The page with a city's face."""
    with with_own(face):
        return exporter.export(report, labels(report.language))


def _lost(page: str, whole: str, *, html: bool) -> Parts:
    """The parts of the shipped page in which another says less, or less openly: each with what is missing first."""
    return (unsaid if html else unsaid_markdown)(page, whole)
