"""The register as pages: self-contained, without a script that is needed, without a request."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from markupsafe import Markup

from tsukuba_pia.diagnostics import Fault
from tsukuba_pia.export import site_addresses as places
from tsukuba_pia.export.own_faults import lost
from tsukuba_pia.export.site_linked import Node, script
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Day
from tsukuba_pia.report.parts import Contact
from tsukuba_pia.report.records import ChangeGroup
from tsukuba_pia.report.register import Entry, Register, Version, View, sectors_of, views_of
from tsukuba_pia.resources import own

Words = Mapping[str, Mapping[str, Any]]  # the labels of each language
Choices = tuple[tuple[str, Said], ...]
LICENCES = {
    "https://creativecommons.org/licenses/by/4.0/": "CC BY 4.0",
    "https://creativecommons.org/publicdomain/zero/1.0/": "CC0 1.0",
}
FILES = {"feed": places.FEED, "table": places.TABLE, "data": places.DATA, "catalogue": places.CATALOGUE}
_NOTICE = re.compile(r"(<!--register-->)(.*?)(<!--/register-->)", re.DOTALL)
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_NAME = re.compile(r"[a-z][a-z0-9_-]*\Z")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One version in the history of an assessment; without `version` the newest text, where it is none of them."""

    version: Version | None
    changes: tuple[ChangeGroup, ...] | None  # none: it is the first


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said above an assessment's page that is not the last word, or on which residents are asked."""

    identifier: str
    kept: str = ""  # gone revised decided sent_back withdrawn
    successor: tuple[str, Said] | None = None  # its number and its title
    comment_until: Day | None = None
    contact: Contact | None = None
    version: Version | None = None  # of an older version's page


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page's links lead, from where it lies."""

    path: str
    register: Register

    def to(self, name: str, language: str | None = None) -> str:
        """A file in the folder of a language, else of the page's own."""
        own = language or self.register.language
        return places.relative(places.room(own, self.register.languages) + name, self.path)

    def root(self, name: str) -> str:
        """A file that all languages share."""
        return places.relative(name, self.path)

    def entry(self, identifier: str, version: int | None = None) -> str:
        """An assessment's page."""
        return self.to(places.home(identifier, version) + places.INDEX)

    @property
    def own_name(self) -> str:
        """This page within the folder of its language."""
        return self.path.removeprefix(places.room(self.register.language, self.register.languages))

    @property
    def others(self) -> tuple[tuple[str, str], ...]:
        """The same page in the other languages."""
        return self.tongues(self.register.language)

    def tongues(self, language: str, entry: Entry | None = None) -> tuple[tuple[str, str], ...]:
        """The same page in other languages than its own; with the sheet in easy Japanese, where the entry has one."""
        name = re.sub(rf"(?<=/){re.escape(places.EASY_SHEET)}\Z", places.SHEET, self.own_name)
        found = [(one, self.to(name, one)) for one in self.register.languages if one != language]
        if entry is not None and entry.easy and language != places.EASY:
            found.append((places.EASY, self.to(places.home(entry.id) + places.EASY_SHEET, places.JAPANESE)))
        return tuple(found)

    def sheets(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        """An assessment's sheets for residents: the one in the page's own language first, the easy one behind it."""
        own, name = self.register.language, places.home(entry.id) + places.SHEET
        found = [(own, self.to(name))]
        if entry.easy and own != places.EASY:
            found.append((places.EASY, self.to(places.home(entry.id) + places.EASY_SHEET, places.JAPANESE)))
        return *found, *((one, self.to(name, one)) for one in self.register.languages if one != own)

    @property
    def permanent(self) -> str:
        """This page's address in the world; empty where that is not known."""
        address = self.register.imprint.address
        return places.permanent(self.path, address) if address else ""


def assessment_page(  # noqa: PLR0913 - what stands on it
    report: Report,
    entry: Entry,
    register: Register,
    words: Words,
    *,
    history: tuple[Chapter, ...],
    linked: Node,
    version: Version | None = None,
) -> str:
    """The page of an assessment or of one of its versions. `register`: may lack its entries."""
    path = page_of(entry.id, register, version)
    data = script(linked)
    seen = {"entry": entry, "history": history, "version": version, "linked": Markup(data)}  # noqa: S704
    digest = b64encode(sha256(data.encode()).digest()).decode()
    made = _page("site_assessment", path, register, words, report=report, linked_digest=digest, **seen)
    return _marked("site_assessment", made)


def sheet_page(report: Report, entry: Entry, register: Register, words: Words) -> str:
    """The sheet of an assessment for residents. `report`: of that kind; in easy Japanese it is the easy sheet."""
    path = sheet_of(entry.id, register, easy=report.language == places.EASY)
    return _marked("site_sheet", _page("site_sheet", path, register, words, report=report, entry=entry))


def _marked(template: str, made: str) -> str:
    """A page with the place where something may be said above it. Raises Fault where the city's template lost it."""
    if (face := own()) is not None and not _NOTICE.search(made):
        raise Fault(lost(face, f"html/{template}.html.j2", ["<!--register-->"]))
    return made


def sheet_of(identifier: str, register: Register, *, easy: bool = False) -> str:
    """Where the sheet for residents lies, or the one in easy Japanese."""
    name = places.EASY_SHEET if easy else places.SHEET
    return places.room(register.language, register.languages) + places.home(identifier) + name


def page_of(identifier: str, register: Register, version: Version | None = None) -> str:
    """Where an assessment's page lies."""
    folder = places.home(identifier, version.number if version else None)
    return places.room(register.language, register.languages) + folder + places.INDEX


def index_pages(register: Register, words: Words) -> dict[str, str]:
    """The pages that list the register, by their paths."""
    own = words[register.language]["register"]
    views = views_of(register, words[register.language])
    room = places.room(register.language, register.languages)
    sectors = {one.id: [name for name, _ in sectors_of(one, own)] for one in register.entries}
    states = {one.id: [name for name in (one.state, one.untold) if name] for one in register.entries}
    seen = {
        "views": views,
        "sectors": sectors,
        "states": states,
        "filters": tuple(_filters(views, own)),
        "rules": tuple(_rules(views, list(sectors.values()), list(states.values()))),
        "linked": "",
        "easy_note": _easy_note(register, words),
    }
    paths = {view.id: room + places.VIEW_PAGES[view.id] for view in views}
    return {paths[view.id]: _page("site_index", paths[view.id], register, words, view=view, **seen) for view in views}


def _easy_note(register: Register, words: Words) -> Said | None:
    """That some services are told in easy Japanese, told in it: who looks for that finds no way through the rest."""
    told = words.get(places.EASY) if any(one.easy for one in register.entries) else None
    return Said(told["register"]["easy_note"], places.EASY) if told else None


def withdrawn_page(identifier: str, path: str, register: Register, words: Words) -> str:
    """What stands in the place of an assessment's page that said what is withheld today."""
    return _page("site_withdrawn", path, register, words, identifier=identifier)


def noticed(page: str, notice: Notice, path: str, register: Register, words: Words) -> str:
    """An assessment's page with what is to be said above it."""
    said = _page("_site_notice", path, register, words, notice=notice).strip()
    return _NOTICE.sub(lambda found: found[1] + said + found[3], page, count=1)


def said_above(page: str) -> str:
    """What is said above an assessment's page, as a page of its own in the same style."""
    said = "".join(found[2] for found in _NOTICE.finditer(page))
    return f"<html><head>{''.join(_STYLE.findall(page))}</head><body><main>{said}</main></body></html>"


def _page(template: str, path: str, register: Register, words: Words, **seen: object) -> str:
    from tsukuba_pia.export._page import page  # noqa: PLC0415 - the template engine is heavy

    is_easy = path.endswith(f"/{places.EASY_SHEET}") and places.has_easy(register.languages)
    language = places.EASY if is_easy else register.language
    own, links, version = words[language], Links(path, register), seen.get("version")
    entry = seen.get("entry") if version is None else None  # the sheets are those of today's text
    tongues = links.tongues(language, entry if isinstance(entry, Entry) else None)
    licence = LICENCES.get(register.imprint.licence, register.imprint.licence)
    names = {language: labels["register"]["own_name"] for language, labels in words.items()}
    shared = {"links": links, "register": register, "licence": licence, "files": FILES, "names": names}
    said = {"w": own["report"], "r": own["register"], "views_at": places.VIEW_PAGES}
    return page(f"html/{template}.html.j2", language, spoken=language, tongues=tongues, **said, **shared, **seen)


def _filters(views: Sequence[View], own: Mapping[str, Any]) -> Iterator[tuple[str, str, Choices]]:
    """What the list can be narrowed down by, where there is a choice."""
    for view in views:
        told = (group for group in view.groups if (view.id, group.id) != ("level", "none"))  # its state says it
        choices = tuple((group.id, group.label) for group in told if _NAME.match(group.id))
        if view.id != "date" and len(choices) > 1:
            yield view.id, own[view.id], choices


def _rules(
    views: Sequence[View], sectors: Sequence[Sequence[str]], states: Sequence[Sequence[str]]
) -> Iterator[Markup]:
    """The filters, as rules of style: no script is needed. What is ticked is shown, and the rest of its kind is not.

    What was refused before it ended is found by either.
    """
    levels = [[group.id] for view in views if view.id == "level" for group in view.groups]
    for name, kinds in (("state", states), ("level", levels), ("sector", sectors)):
        for names in sorted({tuple(one) for one in kinds}):
            yield from _rule(name, names, f'[data-{name}="{" ".join(names)}"]')


def _rule(name: str, choices: Sequence[str], entries: str) -> Iterator[Markup]:
    """Hide entries while something of a kind is ticked, but nothing that they are."""
    if all(_NAME.match(one) for one in choices):
        none = "".join(f":not(:has(#{name}-{one}:checked))" for one in choices)
        yield Markup(f".register:has(.by-{name}:checked){none} {entries} {{ display: none; }}")  # noqa: S704
