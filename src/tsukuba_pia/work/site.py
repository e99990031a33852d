"""`pia site`: a register of all assessments of a city, built into a folder of its own."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tsukuba_pia import cache
from tsukuba_pia.export import site_addresses as places
from tsukuba_pia.export.site_feed import feed
from tsukuba_pia.export.site_linked import catalogue
from tsukuba_pia.export.site_pages import Notice, index_pages, noticed, page_of, said_above, sheet_of
from tsukuba_pia.export.site_tables import document, rows
from tsukuba_pia.load.evidence import WEB
from tsukuba_pia.model.profile import Imprint as Own
from tsukuba_pia.model.profile import Profile
from tsukuba_pia.model.text import LANGUAGES, Said, Text, say
from tsukuba_pia.problems import Problem
from tsukuba_pia.report.dates import day
from tsukuba_pia.report.register import VERSION, Entry, Imprint, Register, in_order
from tsukuba_pia.report.teller import clean
from tsukuba_pia.resources import own, with_own
from tsukuba_pia.version import VERSION as TOOL
from tsukuba_pia.work.own_losses import hold, words_of
from tsukuba_pia.work.site_build import Builder, Order, Outcome, words_in
from tsukuba_pia.work.site_folder import Folder, Kept, Record
from tsukuba_pia.work.site_memory import Memory
from tsukuba_pia.work.site_sources import Refusal
from tsukuba_pia.work.site_staying import Around, Stayed, Staying, Today, held, seen_today
from tsukuba_pia.work.spreadsheet import table
from tsukuba_pia.work.workers import mapped

CC_BY = "https://creativecommons.org/licenses/by/4.0/"
_NO_ADDRESS = re.compile(r"""[\s"'<>\\^`{|}\x00-\x20\x7f-\x9f]""")  # what no address holds as it is
Words = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Demand:
    """What is asked for. `address`: where the register will lie; `started`: when the run began (nanoseconds)."""

    out: Path
    as_of: str
    started: int
    profile: Profile | None = None
    drafts: bool = False
    address: str | None = None
    jobs: int = 1
    languages: tuple[str, ...] = LANGUAGES
    elsewhere: Callable[[], Iterable[Path]] = tuple  # assessments of the city that are not asked for


@dataclass(slots=True)
class Built(Stayed):
    """What came of it."""

    made: list[str] = field(default_factory=list)  # assessments whose pages were made
    unchanged: list[str] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)  # those that show what was decided on, not today's text
    unshown: dict[str, tuple[int, ...]] = field(default_factory=dict)  # versions that have no page
    refused: list[tuple[Path, Refusal]] = field(default_factory=list)
    leaking: list[tuple[Path, tuple[str, ...]]] = field(default_factory=list)
    files: int = 0  # that were written


def build_site(files: Sequence[Path], demand: Demand, told: Callable[[], None] = lambda: None) -> Built:
    """Build the register of these assessments; `told` is called after each of them.

    Raises:
        Problem: the folder is not ours, two assessments have one number, or a file cannot be written.

    """
    folder = Folder(demand.out)
    if folder.record.assessments and folder.record.draft != demand.drafts:
        raise Problem("site_drafts" if folder.record.draft else "site_no_drafts", path=demand.out)
    site = _Site(folder, demand)
    with folder.begun():
        return site.build(files, told)


class _Site:
    """One run."""

    def __init__(self, folder: Folder, demand: Demand) -> None:
        self.folder, self.demand = folder, demand
        self.words: Words = words_in(demand.languages)
        self.frames = tuple(frame_of(demand, language, self.words[language]) for language in demand.languages)
        shared = repr([own(), *((one.imprint, one.languages, demand.drafts) for one in self.frames)])
        self.memory = Memory(folder, demand.as_of, cache.digest(shared.encode()), demand.started)
        self.record = Record(draft=demand.drafts)
        self.built = Built()
        self.sources: dict[str, Path] = {}
        self.fresh: list[Today] = []  # files that were looked at now
        self.unpublished: dict[str, list[Today]] = {}  # those that may not be published

    @cached_property
    def reader(self) -> Any:  # noqa: ANN401 - pydantic's adapter
        """Makes entries of rows."""
        from pydantic import TypeAdapter  # noqa: PLC0415 - heavy, and only the register needs it

        return TypeAdapter(Entry)

    def build(self, files: Sequence[Path], told: Callable[[], None]) -> Built:
        self._assessments(files, told)
        self._stay()
        registers = self._registers()
        self._notices(registers)
        lists = self._lists(registers)
        self.built.files = self.folder.move(self.record, lists)
        for name, file in self.sources.items():
            self.memory.keep(file, name, self.record.assessments[name])
        self.memory.save(self.record)
        return self.built

    def _assessments(self, files: Sequence[Path], told: Callable[[], None]) -> None:
        """Those that have not changed stay as they are; the others are made."""
        known = {file: name for file in files if (name := self.memory.find(file)) is not None}
        for file, name in known.items():
            self._take(name, file)
            self.record.assessments[name] = self.folder.record.assessments[name]
            self.built.unchanged.append(name)
            told()
        fresh = [file for file in files if file not in known]
        order = Order(self.demand.as_of, self.demand.drafts, self.frames, self.folder.building, own())
        for file, outcome in zip(fresh, mapped(fresh, Builder(order), self.demand.jobs), strict=True):
            self._outcome(file, outcome)
            told()

    def _take(self, name: str, file: Path) -> None:
        if name in self.sources:
            raise Problem("site_same_number", name=name, path=file, other=self.sources[name])
        self.sources[name] = file

    def _outcome(self, file: Path, outcome: Outcome) -> None:
        today = Today(file, outcome.hidden) if outcome.hidden else seen_today(file, outcome.today)
        self.fresh.append(today)
        if outcome.leaking:
            self.built.leaking.append((file, outcome.leaking))
        elif outcome.refused is not None:
            self.built.refused.append((file, outcome.refused))
        else:
            self._take(outcome.name, file)
            self.record.assessments[outcome.name] = Kept(outcome.rows, outcome.files, made_with=outcome.made_with)
            self.built.made.append(outcome.name)
            if outcome.unshown:
                self.built.unshown[outcome.name] = outcome.unshown
            if outcome.kept:
                self.built.decided.append(outcome.name)
            return
        numbers = (outcome.name, self.memory.number_of(file), file.parent.name)
        name = next((one for one in numbers if one in self.folder.record.assessments), outcome.name)
        if outcome.hidden is not None:
            self.unpublished.setdefault(name, []).append(today)

    def _stay(self) -> None:
        """What was published once stays, also when its source is gone."""
        for name, kept in self.record.assessments.items():
            tells = partial(self.folder.tells, kept.files)
            for file, hidden in self.unpublished.get(name, []):
                if hidden.today.number == name and hidden.today.since(kept.made_with, tells):  # which one is right?
                    raise Problem("site_same_number", name=name, path=file, other=self.sources[name])
        unchanged = [file for name, file in self.sources.items() if name in self.built.unchanged]
        around = Around(
            self.folder,
            self.record,
            self.memory,
            self.frames,
            self.words,
            self.fresh,
            self.unpublished,
            unchanged,
            self.demand.elsewhere,
        )
        Staying(around, self.built)()

    def _registers(self) -> tuple[Register, ...]:
        return tuple(replace(one, entries=in_order(self._entries(one.language))) for one in self.frames)

    def _entries(self, language: str) -> Iterator[Entry]:
        """In the first language that has it, where a page was made before there was this one."""
        for kept in self.record.assessments.values():
            row = kept.rows.get(language) or next(iter(kept.rows.values()))
            yield self.reader.validate_python(row)

    def _notices(self, registers: Iterable[Register]) -> None:
        """Say above each page what has to be said there."""
        for register in registers:
            successors = {one.supersedes: one for one in register.entries if one.supersedes and not one.draft}
            for entry in register.entries:
                for notice, path in _notices(entry, successors.get(entry.id), register):
                    self._say(entry.id, notice, path, register)

    def _say(self, name: str, notice: Notice, path: str, register: Register) -> None:
        kept = self.record.assessments[name]
        if path not in kept.files or not self.folder.has(path):  # somebody took it away
            return
        said = repr(replace(notice, contact=None))
        if kept.said.get(path) == said or (said == repr(Notice(name)) and path not in kept.said):
            return
        above = partial(noticed, self.folder.text(path), notice, path, register, self.words)
        page = held("html/_site_notice.html.j2", above, said_above)
        kept.files[path] = self.folder.put(path, page, {})
        kept.said[path] = said

    def _index(self, register: Register) -> dict[str, str]:
        """The pages that list it. Raises Fault where the city's own templates lose a part of them."""
        pages = index_pages(register, self.words)
        if (face := own()) is not None:
            with with_own(words_of(face)):
                whole = index_pages(register, self.words)
            for path, page in pages.items():
                hold(face, "html/site_index.html.j2", page, whole[path])
        return pages

    def _lists(self, registers: Sequence[Register]) -> list[str]:
        """Everything that tells of several assessments."""
        found: dict[str, str] = {}
        for register in registers:
            room = places.room(register.language, register.languages)
            found |= self._index(register)
            found[room + places.FEED] = feed(register, self.words[register.language])
        found[places.TABLE] = table(rows(registers, self.words), bom=True)
        found[places.DATA] = document(registers)
        found[places.CATALOGUE] = catalogue(registers, self.words)
        known = self.folder.record.files
        self.record.files = known | {name: self.folder.put(name, text, known) for name, text in found.items()}
        return list(found)


def _notices(entry: Entry, successor: Entry | None, register: Register) -> Iterator[tuple[Notice, str]]:
    open_until = entry.window.end if entry.window and entry.window.open and not entry.kept else None
    newest = Notice(
        entry.id,
        kept=entry.kept,
        successor=(successor.id, successor.title) if successor else None,
        comment_until=open_until,
        contact=entry.contact if open_until else None,
    )
    yield newest, page_of(entry.id, register)
    yield newest, sheet_of(entry.id, register)
    if entry.easy and register.language == places.JAPANESE:
        yield newest, sheet_of(entry.id, register, easy=True)
    for version in entry.versions:
        yield Notice(entry.id, version=version), page_of(entry.id, register, version)


def frame_of(demand: Demand, language: str, words: Mapping[str, Any]) -> Register:
    """The register of one language, without its entries. Raises Problem for an address that is none of the web."""
    profile, own = demand.profile, demand.profile.register if demand.profile else None
    own = own or Own()
    address = demand.address or own.address or ""
    if address and not _is_address(address, folder=True):
        raise Problem("site_address", found=clean(address))
    for one in (own.licence, own.accessibility):
        if one and not _is_address(one):
            raise Problem("site_address", found=clean(one))
    imprint = Imprint(
        city=_said(profile.city if profile else None, language, profile),
        contact=_said(profile.contact if profile else None, language, profile),
        about=_said(own.about, language, profile),
        address=f"{address.rstrip('/')}/" if address else "",
        licence=own.licence or CC_BY,
        accessibility=own.accessibility,
    )
    today = day(demand.as_of, words["report"]["dates"])
    return Register(VERSION, language, demand.languages, today, imprint, (), TOOL)


def _is_address(text: str, *, folder: bool = False) -> bool:
    """Whether a text is an address of the web; of a `folder`, that more can be put behind it."""
    try:
        parts = urlsplit(text)
        host, more = parts.hostname, parts.username is not None or bool(parts.query or parts.fragment)
    except ValueError:
        return False
    return text.startswith(WEB) and bool(host) and not _NO_ADDRESS.search(text) and not (folder and more)


def _said(text: Text | None, language: str, profile: Profile | None) -> Said | None:
    if not text:
        return None
    words, spoken = say(text, language, profile.language if profile else language)
    return Said(clean(words).strip(), spoken)
