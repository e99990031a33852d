"""What stays in the register although nothing is made of it now, and what of that is taken down.

A source may be gone, lie beside the folder that was asked for, or may not be published as it is. What is withheld today
is sought in the pages that were published before: what their own file withholds, in whichever way they said it; and
where no file is known to be their own, what any file withholds, for a file may bear another number by now.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

from tsukuba_pia.diagnostics import Diagnostic, Fault
from tsukuba_pia.export import site_addresses as places
from tsukuba_pia.export.site_pages import withdrawn_page
from tsukuba_pia.load.assessment import FILE
from tsukuba_pia.load.inside import read_inside
from tsukuba_pia.load.sign_offs import ROOM
from tsukuba_pia.report.register import Register
from tsukuba_pia.report.teller import clean
from tsukuba_pia.report.withholding import Secret
from tsukuba_pia.resources import own, with_own
from tsukuba_pia.work.own_losses import has_templates, hold, words_of
from tsukuba_pia.work.site_folder import Folder, Kept, Record
from tsukuba_pia.work.site_leaking import Hidden
from tsukuba_pia.work.site_memory import Memory
from tsukuba_pia.work.site_withheld import MadeWith, Read, number_in, read_withheld

GONE, REVISED, WITHDRAWN, ELSEWHERE = "gone", "revised", "withdrawn", "elsewhere"
INSTEAD = "html/site_withdrawn.html.j2"
Words = Mapping[str, Mapping[str, Any]]


class Today(NamedTuple):
    """A file of today: what of it kept pages may not say."""

    file: Path
    hidden: Hidden

    @property
    def number(self) -> str:
        """The number of the assessment, as far as it can be read."""
        return self.hidden.today.number


def seen_today(file: Path, read: Read | None = None) -> Today:
    """A file, read as far as its YAML goes."""
    read = read or read_withheld(read_inside(file))
    return Today(file, Hidden(read, read.secrets))


@dataclass(slots=True)
class Stayed:
    """What came of those whose pages stay."""

    kept: dict[str, str] = field(default_factory=dict)  # why: gone, revised, withdrawn, elsewhere
    withdrawn: dict[str, tuple[str, ...]] = field(default_factory=dict)  # withheld fields that they may say
    unread: list[Path] = field(default_factory=list)  # what is withheld there now, nobody can say
    altered: list[str] = field(default_factory=list)  # their files are not as they were written
    faults: list[Diagnostic] = field(default_factory=list)  # of the city's page in the place of another


@dataclass(frozen=True)
class Around:
    """What those that stay are looked at with.

    Args:
        folder: where the register lies.
        record: what stands in it now.
        frames: the register in each language, without entries.
        fresh: the files that were looked at now.
        unpublished: those of them that may not be published, by the number that they had.
        unchanged: the files that are as they were.
        elsewhere: files of the city that were not asked for.

    """

    folder: Folder
    record: Record
    memory: Memory
    frames: Sequence[Register]
    words: Words
    fresh: Sequence[Today]
    unpublished: Mapping[str, Sequence[Today]]
    unchanged: Sequence[Path]
    elsewhere: Callable[[], Iterable[Path]]


class Staying:
    """Keeps what was published once."""

    def __init__(self, around: Around, stayed: Stayed) -> None:
        """Nothing is kept yet. `stayed`: takes what comes of it."""
        self.around, self.stayed = around, stayed
        self.folder, self.memory, self.record = around.folder, around.memory, around.record

    def __call__(self) -> None:
        """Keep all that is not made now."""
        for name, before in self.folder.record.assessments.items():
            if name not in self.record.assessments:
                self._stay(name, before)

    def _stay(self, name: str, before: Kept) -> None:
        todays = list(self.around.unpublished.get(name, ()))
        renumbered = [one for one in self.around.fresh if one not in todays and self._is_by(name, before, one)]
        elsewhere = [] if todays or renumbered else self._elsewhere.get(name, [])
        why = REVISED if todays else ELSEWHERE if elsewhere else GONE
        known = [*todays, *renumbered, *elsewhere]
        self.stayed.unread += [one.file for one in known if not one.hidden.today.whole]
        others = [self._others(name, before, known)] if why == GONE else []
        public = (one.number for one in renumbered if one.number in self.record.assessments)
        goes_on = next(public, before.goes_on)
        kept = replace(before, files=dict(before.files), said=dict(before.said), goes_on=goes_on)
        self._look(name, kept)
        self._keep(name, kept, why, [*(one.hidden for one in known), *others])
        if why == GONE and name in self.record.assessments:
            self.memory.sought(name, self.record.assessments[name])

    def _is_by(self, name: str, before: Kept, today: Today) -> bool:
        """Whether a file is that of a published assessment, by another number."""
        if name in self._numbers[today.file]:
            return True
        if today.number in self.folder.record.assessments:
            return today.number == before.goes_on
        titles = {row["title"][0] for row in before.rows.values() if row.get("title")}
        return any(clean(one).strip() in titles for one in today.hidden.today.titles)

    @cached_property
    def _numbers(self) -> dict[Path, set[str]]:
        """The numbers that each file had: when it was built last, and when something was decided on."""
        files = [one.file for one in self.around.fresh]
        return {file: {self.memory.number_of(file), *_numbers_of(file.parent / ROOM)} for file in files}

    @cached_property
    def _elsewhere(self) -> dict[str, list[Today]]:
        """By their numbers, the files of the city that nobody asked for."""
        here = {file.resolve() for file in (*(one.file for one in self.around.fresh), *self.around.unchanged)}
        found: dict[str, list[Today]] = {}
        remembered = self.memory.not_asked()
        for file in dict.fromkeys((*remembered, *self.around.elsewhere())):
            if file.resolve() in here:
                continue
            for name in {remembered.get(file, ""), _number_in(file)}.intersection(self.folder.record.assessments):
                found.setdefault(name, []).append(seen_today(file))
        return found

    @cached_property
    def _unchanged(self) -> list[Today]:
        return [seen_today(file) for file in self.around.unchanged]

    def _others(self, name: str, before: Kept, known: Sequence[Today]) -> Hidden:
        """What all other files withhold: whole texts are sought, by the file's number."""
        unchanged = () if self.memory.has_sought(name, before) else self._unchanged
        secrets = [
            Secret((one.number, *secret.place), secret.text, secret.nowhere)
            for one in (*self.around.fresh, *unchanged)
            if one not in known
            for secret in one.hidden.today.secrets
            if secret.nowhere
        ]
        return Hidden(Read(name, (), (), (), False, (), whole=True), tuple(secrets))  # noqa: FBT003

    def _look(self, name: str, kept: Kept) -> None:
        """Tell where a page is not as it was written; what a killed run did not end is said again."""
        for path, made in kept.files.items():
            if self.folder.whole({path: made}):
                continue
            if path in self.folder.record.moving:
                kept.said[path] = ""
            elif name not in self.stayed.altered:
                self.stayed.altered.append(name)

    def _keep(self, name: str, kept: Kept, why: str, hidden: Sequence[Hidden]) -> None:
        """Keep what was published; but what is withheld today nobody shall find there any more."""
        if fields := dict.fromkeys(field for one in hidden for field in self._withdraw(name, kept, one)):
            self.stayed.withdrawn[name] = tuple(fields)
            rows = _rows(kept)
            if any(one.fields_in(rows) for one in hidden):
                return  # nor in the lists
            why = WITHDRAWN
        if any(row.get("kept") == WITHDRAWN for row in kept.rows.values()):
            why = WITHDRAWN
        kept.rows = {language: {**row, "kept": _said(row, why)} for language, row in kept.rows.items()}
        self.record.assessments[name] = kept
        self.stayed.kept[name] = why

    def _withdraw(self, name: str, kept: Kept, hidden: Hidden) -> tuple[str, ...]:
        """Take down the files that say what is withheld today, or may; which fields these are."""
        since = hidden.today.since(kept.made_with, partial(self.folder.tells, kept.files))
        found = dict.fromkeys(hidden.fields_in(_rows(kept)))
        if not since and not hidden.fields_in(self._all_of(kept)):  # as a rule
            return tuple(found)
        for path, made in list(kept.files.items()):
            fields = (*since, *hidden.fields_in(self.folder.raw(path)))
            if not fields:
                continue
            del kept.files[path]
            if path.endswith(".html"):
                kept.files[path] = self.folder.put(path, self._instead(name, path), {path: made})
            if kept.files.get(path) != made:  # else it was taken down before
                kept.said.pop(path, None)
                found |= dict.fromkeys(fields)
        if since:  # nothing is left of it, and who was shown is told by no digest either
            kept.made_with = MadeWith()
        return tuple(found)

    def _all_of(self, kept: Kept) -> bytes:
        """All files of an assessment in one, as text."""
        return "\n".join(self.folder.raw(path).decode(errors="replace") for path in kept.files).encode()

    def _instead(self, name: str, path: str) -> str:
        """What stands in the place of a page; where the city's says less, the shipped one: the old one may not stay."""
        make = partial(withdrawn_page, name, path, self._frame_of(path), self.around.words)
        try:
            return held(INSTEAD, make)
        except Fault as fault:
            if (face := own()) is None:
                raise
            if fault.found.file not in {one.file for one in self.stayed.faults}:  # once, not in each language
                self.stayed.faults.append(fault.found)
            with with_own(words_of(face)):
                return make()

    def _frame_of(self, path: str) -> Register:
        """The register of the language of a page."""
        frames = self.around.frames
        rooms = {places.room(one.language, one.languages): one for one in frames}
        return next((one for room, one in rooms.items() if room and path.startswith(room)), frames[0])


def held(file: str, make: Callable[[], str], part: Callable[[str], str] = str) -> str:
    """A page, of which a part is held to what it is with the shipped look.

    Raises Fault, told of this file, where the city's says less.
    """
    page = make()
    if (face := own()) is not None and has_templates(face):
        with with_own(words_of(face)):
            whole = make()
        hold(face, file, part(page), part(whole))
    return page


def _said(row: Mapping[str, Any], why: str) -> str:
    """What is said of a row. What lies elsewhere goes on as it was."""
    before = str(row.get("kept") or "")
    return why if why != ELSEWHERE else "" if before == GONE else before


def _rows(kept: Kept) -> bytes:
    return json.dumps(kept.rows, ensure_ascii=False).encode()


def _number_in(file: Path) -> str:
    try:
        return number_in(file.read_bytes().decode(errors="replace"))
    except OSError:
        return ""


def _numbers_of(decisions: Path) -> Iterator[str]:
    """The numbers under which something was decided on."""
    for file in decisions.glob(f"*/{FILE}"):
        yield _number_in(file)
