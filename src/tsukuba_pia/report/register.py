"""The register of a city's assessments: all that its pages may say, worked out from public reports alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tsukuba_pia.model.text import Said
from tsukuba_pia.report.dates import day, year
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Day, Level, Named
from tsukuba_pia.report.parts import Contact, Window
from tsukuba_pia.report.signed import BACK, tells

VERSION = 1
STATES = (  # as the list that is ordered by them has them
    "comment", "review", "approved_with_conditions", "approved", "published", "monitoring",
    "suspended", "refused", "no_pia", "ended", BACK, "draft",
)  # fmt: skip
VIEWS = ("date", "state", "level", "sector")
NO_SECTOR = "none"  # only the common questions


@dataclass(frozen=True, slots=True)
class Version:
    """What was decided on, and when: one sign-off that is public."""

    number: int
    outcome: str  # approved_with_conditions approved refused expedited
    on: Day
    level: Level


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a reader of the feed wants to hear of."""

    kind: str  # comment version published no_pia incident ended
    on: Day
    key: str  # what of its kind: its address never changes
    outcome: str = ""  # of a version; of an end, what had been decided last


@dataclass(frozen=True, slots=True)
class Levels:
    """The level in the worst case: without safeguards, now, and once all that is planned is done."""

    inherent: Level
    current: Level
    target: Level


@dataclass(frozen=True, slots=True)
class Entry:
    """One assessment, as the register lists it in one language."""

    id: str
    title: Said
    language: str
    state: str  # a key of the labels' [report.states], one of STATES
    draft: bool
    summary: Said | None
    sectors: tuple[Named, ...]
    levels: Levels
    needless: Named | None  # the outcome by which no assessment is needed
    organ: Said | None
    unit: Said | None
    contact: Contact | None
    window: Window | None
    starts_on: Day | None
    ended: Day | None
    since: Day | None  # since when it is public
    changed: Day | None  # when something happened to it last
    supersedes: str | None
    versions: tuple[Version, ...]  # the first one first
    events: tuple[Event, ...]  # the earliest first
    kept: str = ""  # gone: its source is not there any more; revised: what is there now may not be published
    unshown: tuple[int, ...] = ()  # versions without a page: what is withheld today could be read there
    outcome: str = ""  # what was decided last; empty where nothing was
    easy: bool = False  # there is a sheet in easy Japanese
    running: Said | None = None  # that it ran before it was assessed, and what the city has said of that
    altered: Day | None = None  # when that was, where its page says something else than what was decided on

    @property
    def untold(self) -> str:
        """The same, where the state does not say it: of what has ended, was suspended, or goes on in a hurry."""
        return "" if tells(self.state, self.outcome) else self.outcome


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that have something in common."""

    id: str
    label: Said
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole register, in one order."""

    id: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who publishes the register, and on which terms."""

    city: Said | None
    contact: Said | None
    about: Said | None
    address: str  # ends in a slash; empty where none is known
    licence: str
    accessibility: str | None


@dataclass(frozen=True, slots=True)
class Register:
    """All entries in one language."""

    pia_register: int
    language: str
    languages: tuple[str, ...]  # of the site; the first one's pages lie at its root
    as_of: Day
    imprint: Imprint
    entries: tuple[Entry, ...]  # what happened last first
    tool: str

    @property
    def open(self) -> tuple[Entry, ...]:
        """Those on which residents may comment now, the one that closes first in front."""
        waiting = [one for one in self.entries if one.window is not None and one.window.open and not one.kept]
        return tuple(sorted(waiting, key=lambda one: one.window.end.iso if one.window else ""))


@dataclass(frozen=True, slots=True)
class Facts:
    """What an entry says beyond its report."""

    state: str
    sectors: tuple[str, ...]
    supersedes: str | None = None
    published_on: str | None = None
    versions: tuple[tuple[int, str, str, Level], ...] = ()  # number, outcome, day, level
    unshown: tuple[tuple[int, str, str], ...] = ()  # number, outcome, day of versions without a page
    easy: bool = False  # it is told in easy Japanese, too


def entry_of(report: Report, facts: Facts, words: Mapping[str, Any]) -> Entry:
    """An assessment's entry. `words`: the labels' section [report]."""
    told = {one.id: one.title for one in report.banks if one.title}

    def on(iso: str) -> Day:
        return day(iso, words["dates"])

    versions = tuple(Version(number, outcome, on(iso), level) for number, outcome, iso, level in facts.versions)
    events = _events(report, facts, versions, on)
    levels = report.citizen.levels
    return Entry(
        id=report.id,
        title=report.title,
        language=report.language,
        state=report.state if report.state in ("refused", BACK) else facts.state,  # these say more
        draft=report.draft,
        summary=report.citizen.summary or report.service.purpose,
        sectors=tuple(Named(name, told[name]) for name in facts.sectors if name in told),
        levels=Levels(levels.inherent.worst, levels.current.worst, levels.target.worst),
        needless=report.citizen.result,
        organ=report.organ,
        unit=report.service.unit,
        contact=report.service.contact,
        window=report.publication.comments,
        starts_on=None if report.state == "refused" else report.service.starts_on,
        ended=report.service.ended if report.state == "ended" else None,
        since=events[0].on if events else None,
        changed=events[-1].on if events else None,
        supersedes=facts.supersedes,
        versions=versions,
        events=events,
        unshown=tuple(number for number, *_ in facts.unshown),
        outcome=_outcome(report),
        easy=facts.easy,
        running=report.service.running.told if report.service.running and not report.citizen.dropped else None,
    )


def _outcome(report: Report) -> str:
    """What was decided last, by the decisions on record that the public is told of."""
    return report.signed[-1].outcome.id if report.signed else ""


def _events(report: Report, facts: Facts, versions: Sequence[Version], on: Callable[[str], Day]) -> tuple[Event, ...]:
    """What happened by the report's day."""
    found = [Event("version", one.on, str(one.number), one.outcome) for one in versions]
    found += [Event("version", on(iso), str(number), outcome) for number, outcome, iso in facts.unshown]
    if (window := report.publication.comments) is not None:
        found.append(Event("comment", window.start, window.start.iso))
    if facts.published_on is not None:
        kind = "no_pia" if facts.state == "no_pia" else "published"
        found.append(Event(kind, on(facts.published_on), facts.published_on))
    found += [Event("incident", one.on, str(number)) for number, one in enumerate(report.incidents, 1)]
    found += [Event("back", one.on, str(one.number)) for one in report.signed if one.outcome.id == BACK]
    if report.state == "ended" and report.service.ended is not None:
        found.append(Event("ended", report.service.ended, "ended", _outcome(report)))
    past = [one for one in found if one.on.iso <= report.as_of.iso]
    return tuple(sorted(past, key=lambda one: (one.on.iso, one.kind, one.key)))


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """What happened last first; of one day by their numbers."""
    return tuple(sorted(sorted(entries, key=lambda one: one.id), key=_changed, reverse=True))


def views_of(register: Register, words: Mapping[str, Any]) -> tuple[View, ...]:
    """The register by date (but for what is open for comments), state, level and sector. `words`: the labels."""
    language, states = register.language, words["report"]["states"]
    dates, words = words["report"]["dates"], words["register"]
    above = {one.id for one in register.open}  # stand above the list by date, once
    by: Mapping[str, Callable[[Entry], Iterable[tuple[str, Said]]]] = {
        "date": lambda one: [] if one.id in above else [_year(one, words, dates, language)],
        "state": lambda one: [(one.state, Said(states[one.state], language))],
        "level": lambda one: [_level(one, words, language)],
        "sector": lambda one: sectors_of(one, words),
    }
    ranks: Mapping[str, Callable[[Group], Any]] = {
        "date": lambda group: (group.id != "", group.id),  # reversed below
        "state": lambda group: STATES.index(group.id),
        "level": lambda group: -max(one.levels.current.rank for one in group.entries),
        "sector": lambda group: (group.id == NO_SECTOR, group.id),
    }
    return tuple(_view(register, name, by[name], ranks[name]) for name in VIEWS)


def sectors_of(entry: Entry, words: Mapping[str, Any]) -> list[tuple[str, Said]]:
    """The sectors of an entry with their names; where it has none, that."""
    none = (NO_SECTOR, Said(words["no_sector"], entry.language))
    return [(one.id, one.label) for one in entry.sectors] or [none]


def _view(
    register: Register, name: str, keys: Callable[[Entry], Iterable[tuple[str, Said]]], rank: Callable[[Group], Any]
) -> View:
    found: dict[str, tuple[Said, list[Entry]]] = {}
    for entry in register.entries:
        for key, label in keys(entry):
            found.setdefault(key, (label, []))[1].append(entry)
    groups = [Group(key, label, tuple(entries)) for key, (label, entries) in found.items()]
    return View(name, tuple(sorted(groups, key=rank, reverse=name == "date")))


def _changed(entry: Entry) -> str:
    return entry.changed.iso if entry.changed else ""


def _year(entry: Entry, words: Mapping[str, Any], dates: Mapping[str, Any], language: str) -> tuple[str, Said]:
    if entry.changed is None:
        return "", Said(words["undated"], language)
    iso = entry.changed.iso
    return iso[:4], Said(words["year"].format(year=year(iso, dates)), language)


def _level(entry: Entry, words: Mapping[str, Any], language: str) -> tuple[str, Said]:
    if entry.needless is not None:
        return "none", Said(words["no_level"], language)
    return entry.levels.current.id, entry.levels.current.label
