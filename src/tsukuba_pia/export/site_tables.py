"""The register as rows for a spreadsheet, and as one JSON document, versioned."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tsukuba_pia.export import site_addresses as places
from tsukuba_pia.export.json import plain
from tsukuba_pia.report.register import VERSION, Entry, Register

Labels = Mapping[str, Any]
LEVELS = ("inherent", "current", "target")
DAYS = ("since", "changed", "starts_on", "ended")


def rows(registers: Sequence[Register], labels: Mapping[str, Labels]) -> Iterator[list[str]]:
    """A head of names that never change, then one row for each assessment; words stand once for each language."""
    languages = [one.language for one in registers]
    spoken = ("title", "state", "outcome", "level_now", "level_when_done", "sectors", "unit", "page")
    words = [f"{name}_{language}" for name in spoken for language in languages]
    stays = ["id", "state", "outcome", "level_now", "level_when_done"]
    yield [*stays, *DAYS, "comments_from", "comments_to", "versions", *words]
    for several in _beside(registers):
        first = several[0]
        days = [getattr(first, name) for name in DAYS]
        window = [first.window.start.iso, first.window.end.iso] if first.window else ["", ""]
        levels = [getattr(first.levels, name).id for name in LEVELS[1:]]
        told = [_spoken(one, registers[number], labels) for number, one in enumerate(several)]
        beside = [side[place] for place in range(len(spoken)) for side in told]
        told_days = [one.iso if one else "" for one in days]
        yield [
            first.id,
            first.state,
            first.outcome,
            *levels,
            *told_days,
            *window,
            str(len(first.versions) + len(first.unshown)),
            *beside,
        ]


def document(registers: Sequence[Register]) -> str:
    """`{"pia_register": 1, …}`; a text is one string for each language that has it."""
    first = registers[0]
    whole = {
        "pia_register": VERSION,
        "as_of": first.as_of.iso,
        "languages": list(first.languages),
        "city": _texts([one.imprint.city for one in registers]),
        "address": first.imprint.address or None,
        "licence": first.imprint.licence,
        "assessments": [_plain(several, registers) for several in _beside(registers)],
        "tool": first.tool,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _plain(several: Sequence[Entry], registers: Sequence[Register]) -> dict[str, Any]:
    first = several[0]
    pages = {one.language: _address(places.home(first.id) + places.INDEX, one) for one in registers}
    return {
        "id": first.id,
        "title": _texts([one.title for one in several]),
        "summary": _texts([one.summary for one in several]),
        "state": first.state,
        "outcome": first.outcome or None,
        "draft": first.draft,
        "kept": first.kept or None,
        "sectors": [one.id for one in first.sectors],
        "levels": {name: getattr(first.levels, name).id for name in LEVELS},
        "no_assessment_needed": first.needless is not None,
        "unit": _texts([one.unit for one in several]),
        "organ": _texts([one.organ for one in several]),
        **{name: day.iso if (day := getattr(first, name)) else None for name in DAYS},
        "comments": plain_window(first),
        "supersedes": first.supersedes,
        "versions": _versions(first, registers),
        "pages": pages,
        "sheets": _sheets(first, registers),
    }


def _sheets(entry: Entry, registers: Sequence[Register]) -> dict[str, str]:
    """The sheets for residents, by the language of each; the one in easy Japanese lies among the Japanese pages."""
    rooms = {one.language: one for one in registers}
    found = {name: _address(places.home(entry.id) + places.SHEET, one) for name, one in rooms.items()}
    if entry.easy and places.JAPANESE in rooms:
        found[places.EASY] = _address(places.home(entry.id) + places.EASY_SHEET, rooms[places.JAPANESE])
    return found


def plain_window(entry: Entry) -> dict[str, Any] | None:
    """A comment window as plain data."""
    one = entry.window
    return {"from": one.start.iso, "to": one.end.iso, "open": one.open} if one else None


def _versions(entry: Entry, registers: Sequence[Register]) -> list[dict[str, Any]]:
    """Every version, the first one first; one that says what has been withheld since has neither page nor level."""
    shown = [_version(entry, number, registers) for number in range(len(entry.versions))]
    hidden = [
        {"number": int(one.key), "outcome": one.outcome, "on": one.on.iso, "level": None, "pages": None}
        for one in entry.events
        if one.kind == "version" and int(one.key) in entry.unshown
    ]
    return sorted([*shown, *hidden], key=lambda one: one["number"])


def _version(entry: Entry, number: int, registers: Sequence[Register]) -> dict[str, Any]:
    one = entry.versions[number]
    path = places.home(entry.id, one.number) + places.INDEX
    pages = {register.language: _address(path, register) for register in registers}
    return {"number": one.number, "outcome": one.outcome, "on": one.on.iso, "level": one.level.id, "pages": pages}


def _texts(said: Sequence[Any]) -> dict[str, str] | None:
    """Texts of several readers, by the language that each stands in."""
    found = {one["lang"]: one["text"] for one in map(plain, said) if one is not None}
    return found or None


def _spoken(entry: Entry, register: Register, labels: Mapping[str, Labels]) -> list[str]:
    words = labels[register.language]["register"]
    now, later = entry.levels.current.label.words, entry.levels.target.label.words
    if entry.needless is not None:
        now = later = words["no_level"]
    sectors = labels[register.language]["report"]["between"].join(one.label.words for one in entry.sectors)
    page = _address(places.home(entry.id) + places.INDEX, register)
    unit = entry.unit.words if entry.unit else ""
    outcome = words["outcomes"].get(entry.outcome, "")
    return [
        entry.title.words,
        labels[register.language]["report"]["states"][entry.state],
        outcome,
        now,
        later,
        sectors,
        unit,
        page,
    ]


def _address(name: str, register: Register) -> str:
    path = places.room(register.language, register.languages) + name
    return places.permanent(path, register.imprint.address)


def _beside(registers: Sequence[Register]) -> Iterator[tuple[Entry, ...]]:
    """Each assessment's entries in all languages."""
    by_language = [{one.id: one for one in register.entries} for register in registers]
    for entry in registers[0].entries:
        yield tuple(entries[entry.id] for entries in by_language)
