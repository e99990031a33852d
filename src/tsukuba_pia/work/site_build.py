"""Makes the pages of one assessment and gathers them; what is withheld is looked for in all of them first."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from tsukuba_pia.export import site_addresses as places
from tsukuba_pia.export.json import compact
from tsukuba_pia.export.site_linked import Terms, assessment
from tsukuba_pia.export.site_pages import Chapter, assessment_page, page_of, sheet_of, sheet_page
from tsukuba_pia.labels import labels
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.vocabulary import Vocabulary
from tsukuba_pia.model.withheld_sections import CONSULTATIONS, TEAM
from tsukuba_pia.report.build import of_kind
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.records import ChangeGroup
from tsukuba_pia.report.register import Entry, Facts, Register, Version, entry_of
from tsukuba_pia.report.register_changes import changes_of, logged
from tsukuba_pia.report.service import is_told_easily
from tsukuba_pia.resources import Own, with_own
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.own_losses import has_templates, hold, words_of
from tsukuba_pia.work.shelf import Shelf
from tsukuba_pia.work.site_folder import Made, put
from tsukuba_pia.work.site_leaking import Hidden, Leaked, told_in
from tsukuba_pia.work.site_sources import Public, Refusal, Told, public_of
from tsukuba_pia.work.site_withheld import MadeWith, Read, Withheld, made_with, read_withheld

Pages = dict[str, bytes]
ROWS = "rows"  # beside the files: what the lists say


@dataclass(frozen=True)
class Order:
    """What all pages of a run share. `registers`: one for each language, without entries."""

    as_of: str
    drafts: bool
    registers: tuple[Register, ...]
    building: Path
    face: Own | None = None  # the city's own

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, Any]]:
        """The labels of each language."""
        return words_in(tuple(one.language for one in self.registers))


class Outcome(NamedTuple):
    """What came out of one assessment: its rows by language and its files, or why there are none."""

    name: str
    rows: dict[str, Any]
    files: dict[str, Made]
    refused: Refusal | None = None
    leaking: tuple[str, ...] = ()  # fields that are withheld and could be read
    kept: str = ""
    unshown: tuple[int, ...] = ()  # versions without a page: what is withheld today could be read there
    hidden: Hidden | None = None  # of a text that may not be published: what its kept pages may not say
    made_with: MadeWith = MadeWith()
    today: Read | None = None  # what its file withholds, as far as it can be read


class Builder:
    """Makes one assessment after the other; what they share is read once."""

    def __init__(self, order: Order) -> None:
        """Take what all pages share."""
        self.order = order
        self.shelf = Shelf()

    def __reduce__(self) -> tuple[type["Builder"], tuple[Order]]:
        """Another process reads for itself."""
        return Builder, (self.order,)

    def __call__(self, file: Path) -> Outcome:
        """Make the pages of an assessment."""
        with with_own(self.order.face):
            opened = open_assessment(file, self.order.as_of, rules=False, shelf=self.shelf)
            return self._outcome(opened)._replace(today=read_withheld(opened.source))

    def _outcome(self, opened: Opened) -> Outcome:
        public = public_of(opened, drafts=self.order.drafts)
        if isinstance(public, Refusal):
            hidden = self._hidden(opened)
            return Outcome(hidden.today.number, {}, {}, public, hidden=hidden)
        name = public.now.assessment.assessment  # of what its page says: today's text may have another one
        made, leaked = self._read_again(public)
        self._hold(made, public)
        while unshown := {one.version for one in leaked} - {0}:  # a snapshot is not reworded
            fewer = public.without({min(unshown)})  # the first: later ones tell what changed since
            if fewer.versions == public.versions:
                break
            public = fewer
            made, leaked = self._read_again(public)
        if leaked:
            return Outcome(
                name, {}, {}, leaking=tuple(sorted({one.field for one in leaked})), hidden=self._hidden(opened)
            )
        files = {path: put(self.order.building, path, content) for path, content in made.pages.items()}
        without = tuple(one.number for one in public.unshown)
        told = made.assessments[0].withheld
        known = made_with(opened.assessment, public.now.assessment, told) if opened.assessment else MadeWith()
        return Outcome(name, made.rows, files, kept=public.kept, unshown=without, made_with=known)

    def _hidden(self, opened: Opened) -> Hidden:
        """What is withheld today of an assessment that keeps the pages that it has."""
        today, public = read_withheld(opened.source), public_of(opened, drafts=True)
        if isinstance(public, Refusal):
            return Hidden(today, today.secrets)
        made = self._made(public.with_other_secrets()).written.values() if public.today else ()
        return Hidden(today, public.today, b"\n".join(made))

    def _hold(self, made: "_Made", public: Public) -> None:
        """Hold the pages of a city's own face to what they are with the shipped one. Raises Fault."""
        if (face := self.order.face) is None or not has_templates(face):
            return
        with with_own(words_of(face)):
            whole = self._made(public)
        for path, page in made.pages.items():
            if path.endswith(".html"):
                hold(face, "html/site_assessment.html.j2", page.decode(), whole.pages[path].decode())

    def _read_again(self, public: Public) -> tuple["_Made", tuple[Leaked, ...]]:
        """The pages of an assessment, and what of it could be read in them that is withheld."""
        made = self._made(public)
        if not any(one.secrets for one in (public.now, *(told for _, told in public.versions))) and not public.today:
            return made, ()
        other = self._made(public.with_other_secrets(), made)
        return made, told_in(public, made.written, other.written)

    def _made(self, public: Public, like: "_Made | None" = None) -> "_Made":
        """The rows and the files of all languages. `like`: what was made of the same with other secrets."""
        made = tuple(_Assessment(public, register, self.order.words) for register in self.order.registers)
        if like is not None and all(map(_Assessment.says_the_same, made, like.assessments)):
            return like
        rows = {one.entry.language: json.loads(json.dumps(asdict(one.listed))) for one in made}
        return _Made(made, rows, {path: page for one in made for path, page in one.pages().items()})


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made of one assessment."""

    assessments: tuple["_Assessment", ...]  # in each language
    rows: dict[str, Any]
    pages: Pages

    @property
    def written(self) -> Pages:
        """Everything that is published of it."""
        return {ROWS: json.dumps(self.rows, ensure_ascii=False).encode(), **self.pages}


class _Assessment:
    """One assessment in one language."""

    def __init__(self, public: Public, register: Register, words: Mapping[str, Mapping[str, Any]]) -> None:
        self.public, self.register, self.words = public, register, words
        self.own = words[register.language]
        language = register.language
        self.reports = [told.report(language) for _, told in public.versions]
        same = bool(public.versions) and public.versions[-1][1] is public.now
        self.now = self.reports[-1] if same else public.now.report(language)
        self.entry = replace(entry_of(self.now, self._facts(), self.own["report"]), kept=public.kept)
        self.easy = self._in_easy_japanese() if self.entry.easy and language == places.JAPANESE else None
        self._told: dict[int | None, tuple[ChangeGroup, ...]] = {}

    def says_the_same(self, other: "_Assessment") -> bool:
        """Whether its pages are those of another one, for they are made of the same."""
        own, others = ((one.entry, one.now, one.reports, one.easy) for one in (self, other))
        return own == others

    @property
    def _compared(self) -> bool:
        """Whether there is a page of what was decided on last."""
        shown, unshown = ([one.number for one in some] for some in (self.entry.versions, self.public.unshown))
        return bool(shown) and max(shown) > max(unshown, default=0)

    @property
    def listed(self) -> Entry:
        """Its entry, as the lists have it."""
        log = self.told.changes
        return replace(self.entry, altered=log.on if log and log.parts else None)

    @property
    def withheld(self) -> Withheld:
        """Of what its newest page says that it is withheld."""
        questions = [one.id for principle in self.now.principles for one in principle.answers if one.withheld]
        asked = self.public.now.questionnaire.questions
        of_the_file = ((TEAM, self.now.members), (CONSULTATIONS, self.now.consultations))
        sections = {asked[name].section.id for name in questions}
        return Withheld(questions, {*sections, *(name for name, shown in of_the_file if shown)})

    def _facts(self) -> Facts:
        public = self.public
        told = zip(public.versions, self.reports, strict=True)
        return Facts(
            state=public.state,
            sectors=_sectors(public.now.questionnaire),
            supersedes=public.now.assessment.supersedes,
            unshown=tuple((one.number, one.outcome, one.on) for one in public.unshown),
            published_on=public.published_on,
            easy=places.has_easy(self.register.languages) and is_told_easily(public.now.assessment),
            versions=tuple(
                (one.number, one.outcome, one.on, report.citizen.levels.current.worst) for (one, _), report in told
            ),
        )

    def pages(self) -> Pages:
        """All files, by their paths."""
        found = dict(self._page(self.told, self.public.now))
        for report in (self.told, self.easy):
            if report is not None:
                page = sheet_page(of_kind(report, "citizen"), self.entry, self.register, self.words)
                found[sheet_of(self.entry.id, self.register, easy=report is self.easy)] = page.encode()
        for version, (_, told), report in zip(self.entry.versions, self.public.versions, self.reports, strict=True):
            found |= dict(self._page(report, told, version))
        return found

    def _in_easy_japanese(self) -> Report:
        """Today's text; where it is not the one that was decided on last, with what changed since."""
        last = self.public.versions[-1][1] if self.public.versions else self.public.now
        earlier = None if last is self.public.now else last.report(places.EASY)
        return self.public.now.report(places.EASY, earlier=earlier)

    @cached_property
    def told(self) -> Report:
        """Today's text; where it is not the one that was decided on last, with what changed since."""
        if not self._compared or self.now is self.reports[-1]:
            return self.now
        last = self.reports[-1]
        return replace(self.now, changes=logged(last, self.now, self.own, self._changes(last, self.now, None)))

    def _page(self, report: Report, told: Told, version: Version | None = None) -> Iterator[tuple[str, bytes]]:
        terms = terms_of(told.questionnaire.vocabulary)
        number = version.number if version else None
        page = assessment_page(
            report,
            self.entry,
            self.register,
            self.words,
            history=tuple(self._history(version)),
            linked=assessment(report, self.entry, self.register, terms, number),
            version=version,
        )
        yield page_of(self.entry.id, self.register, version), page.encode()
        room = places.room(self.register.language, self.register.languages)
        if (before := self._before(report)) is not None:
            groups = self._changes(before, report, number)
            report = replace(report, changes=logged(before, report, self.own, groups))
        yield room + places.home(self.entry.id, number) + places.REPORT, compact(report)

    def _before(self, report: Report) -> Report | None:
        """What was decided on before a text."""
        place = next((place for place, one in enumerate(self.reports) if one is report), len(self.reports))
        return self.reports[place - 1] if place else None

    def _changes(self, before: Report, after: Report, number: int | None) -> tuple[ChangeGroup, ...]:
        """What changed up to a version, or up to today's text; worked out once for all pages that say it."""
        if number not in self._told:
            self._told[number] = changes_of(before, after, self.own)
        return self._told[number]

    def _history(self, last: Version | None) -> Iterator[Chapter]:
        """The newest first, up to a version."""
        versions = self.entry.versions
        if last is None and versions and self.now is not self.reports[-1]:
            yield Chapter(None, self._changes(self.reports[-1], self.now, None))
        shown = [place for place, one in enumerate(versions) if last is None or one.number <= last.number]
        for place in reversed(shown):
            before, number = self.reports[place - 1] if place else None, versions[place].number
            yield Chapter(versions[place], self._changes(before, self.reports[place], number) if before else None)


def words_in(languages: tuple[str, ...]) -> Mapping[str, Mapping[str, Any]]:
    """The labels of the languages of a register, and of the sheets in easy Japanese that stand beside its pages."""
    easy = (places.EASY,) if places.has_easy(languages) else ()
    return {one: labels(one) for one in (*languages, *easy)}


def _sectors(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The banks that build on another one."""
    return tuple(bank.bank for bank in questionnaire.banks if bank.extends)


def terms_of(vocabulary: Vocabulary) -> Terms:
    """The words that DPV has a term for."""
    lists = ((one.name, getattr(vocabulary, one.name)) for one in fields(vocabulary))
    return {
        (name, term.id): term.dpv for name, terms in lists if isinstance(terms, tuple) for term in terms
        if not isinstance(term, str) and term.dpv
    }  # fmt: skip
