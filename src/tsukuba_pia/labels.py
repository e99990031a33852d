"""Words of reports and of the command line, by language: `templates/labels/<lang>.toml` and `cli.<lang>.toml`.

A city may lay words of its own over those of the documents, and add a language by one file. What a language lacks is
borrowed from another one, and marked.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache as once
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

from tsukuba_pia import cache
from tsukuba_pia.model.text import LANGUAGES, borrowed, printable, understood
from tsukuba_pia.resources import TEMPLATES, Own, own, shipped

VARIANT = "-x-"  # ja-x-easy is Japanese: what it has no words for is said as Japanese says it
CLI = "cli."
ROOM = "labels"
END = ".toml"
KEPT = 64  # languages and faces of cities
GAP = "unit_gap"  # between a number and its unit: the one word that may be empty
_DRAFT = "report.draft."
_RUNGS = ("report.terms.level.", "report.terms.severity.", "report.terms.likelihood.", "report.terms.safeguard_states.")
_BOUND = frozenset({
    "report.states.draft", "report.states.comment", "report.states.review", "register.draft", "register.draft_note",
})  # fmt: skip
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
Words = Mapping[str, Any]


def languages() -> tuple[str, ...]:
    """The languages that a document can be in; the command line itself may speak fewer."""
    face = own()
    return tuple(sorted({*_shipped(), *(own_languages(face) if face else ())}))


@once
def _shipped() -> tuple[str, ...]:
    return tuple(sorted(one.stem for one in _folder().glob(f"*{END}") if not one.name.startswith(CLI)))


def own_languages(face: Own) -> tuple[str, ...]:
    """The languages for which a city has words of its own."""
    inside = (name.partition("/")[2] for name in face.names if name.startswith(f"{ROOM}/") and name.endswith(END))
    return tuple(name.removesuffix(END) for name in inside if "/" not in name and not name.startswith(CLI))


def plain(language: str) -> str:
    """The language that one is a variant of, else itself."""
    return language.partition(VARIANT)[0]


def labels(language: str) -> Words:
    """All sections of a language's label files; parsed once for the same contents."""
    return _labels(language, own())


def otherwise(words: Words, terms: str, name: str) -> str | None:
    """How `words` (section [report]) say a rung of a scale or a word of a fixed list, where not as the banks do."""
    said: str | None = words.get("terms", {}).get(terms, {}).get(name)
    return said


@lru_cache(KEPT)
def _labels(language: str, face: Own | None) -> Words:
    own_way = plain(language) in LANGUAGES
    lender = understood(language)[0]
    return _said(language, face) if own_way else _lent(_labels(lender, face), _said(language, face), lender)


@lru_cache(KEPT)
def _said(language: str, face: Own | None) -> Words:
    """What the files of a language say, and what the city says otherwise."""
    spoken = dict.fromkeys((plain(language), language))
    raw = [*_files(plain(language)), *_files(plain(language), CLI), *(_files(language) if len(spoken) > 1 else ())]
    added = [(face.read(f"{ROOM}/{name}{END}") or b"") if face else b"" for name in spoken]
    key = cache.digest(b"labels 2", *raw, *((b"own", *added) if any(added) else ()))
    kept: Words | None = cache.load(key)
    if isinstance(kept, dict):
        return kept
    sections: dict[str, Any] = {}
    for one in raw:
        sections = _over(sections, _parsed(one))
    for name, one in ((name, one) for name, one in zip(spoken, added, strict=True) if one):
        mine = own_words(one)
        sections = _over(sections, dict(_fitting(shape(), mine, {key for key, _ in bound(mine, name)})))
    cache.store(key, sections)
    return sections


def _folder() -> Path:
    return shipped(TEMPLATES) / ROOM


def _files(language: str, before: str = "") -> list[bytes]:
    file = _folder() / f"{before}{language}{END}"
    return [file.read_bytes()] if file.is_file() else []


def _parsed(raw: bytes) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - slow, and only new words need it

    return tomllib.loads(raw.decode("utf-8"))


def _over(below: Words, above: Words) -> dict[str, Any]:
    """What stands above, and below it what it does not say."""
    both = {key: _over(below[key], above[key]) for key in above if isinstance(below.get(key), dict)}
    return {**below, **above, **both}


# -------------------------------------------------------------------------------------------- what a language lacks


def missing(language: str) -> tuple[str, ...]:
    """The words of reports that a language borrows from another one, by their keys."""
    if plain(language) in LANGUAGES:
        return ()
    said = dict(leaves(_said(language, own()).get("report", {})))
    lender = labels(understood(language)[0])["report"]
    return tuple(key for key, words in leaves(lender) if key not in said and any(map(str.isalpha, str(words))))


def _lent(lender: Words, mine: Words, language: str) -> dict[str, Any]:
    """All words: one's own, and what one lacks with the mark of the language that it is borrowed from."""
    found: dict[str, Any] = dict(mine)
    for key, words in lender.items():
        if isinstance(words, Mapping):
            found[key] = _lent(words, mine.get(key, {}), language)
        elif key not in mine:
            found[key] = _marked(words, language)
    return found


def _marked(words: Any, language: str) -> Any:  # noqa: ANN401 - as it stands in the file
    if isinstance(words, list):
        return [_marked(one, language) for one in words]
    return borrowed(words, language) if isinstance(words, str) else words


def leaves(words: Words, above: str = "") -> Iterator[tuple[str, Any]]:
    """Every word with the path of its keys."""
    for key, one in words.items():
        if isinstance(one, Mapping):
            yield from leaves(one, f"{above}{key}.")
        else:
            yield f"{above}{key}", one


# ------------------------------------------------------------------------------------------------ a city's own words


def own_words(raw: bytes) -> Words:
    """What a city's own file says; nothing where it cannot be read (the check says so)."""
    try:
        return _parsed(raw)
    except ValueError:
        return {}


@once
def shape() -> Words:
    """What words of documents there are, and which `{…}` each may hold: what any shipped language uses."""
    found: dict[str, Any] = {}
    for language in _shipped():
        for one in _files(language):
            found = _together(found, _parsed(one))
    return found


def _together(one: Words, other: Words) -> dict[str, Any]:
    found = dict(one)
    for key, words in other.items():
        if isinstance(words, Mapping):
            found[key] = _together(found.get(key, {}), words)
        elif isinstance(words, str):
            found[key] = found.get(key, frozenset()) | (placeholders(words) or frozenset())
        else:
            found[key] = max(found.get(key, ()), tuple(words), key=len)
    return found


def placeholders(words: str) -> frozenset[str] | None:
    """The names in `{…}`; None where one is more than a name, or the text cannot be filled in."""
    try:
        parts = [part[1:] for part in Formatter().parse(words) if part[1] is not None]
    except ValueError:
        return None
    fits = all(name.isidentifier() and not form and turned is None for name, form, turned in parts if name is not None)
    return frozenset(str(name) for name, _, _ in parts) if fits else None


def misfits(known: Words, mine: Words, above: str = "") -> Iterator[tuple[str, str]]:
    """The keys of a city's words that cannot be used, each with why: `unknown`, `kind`, `empty`, `placeholders`."""
    for key, words in mine.items():
        if key not in known:
            yield f"{above}{key}", "unknown"
        elif isinstance(words, Mapping) and isinstance(known[key], Mapping):
            yield from misfits(known[key], words, f"{above}{key}.")
        elif why := _misfit(known[key], words, key):
            yield f"{above}{key}", why


def bound(mine: Words, language: str) -> Iterator[tuple[str, str]]:
    """The words that say what is a draft or not decided: `fixed` where we say them, `draft` where they say it not.

    Rungs of the scales and states of safeguards are fixed too: a high risk is called low by nobody.
    """
    spoken = language in _shipped()
    said = dict(leaves(_said(language, None))) if spoken else {}
    for key, words in leaves(mine):
        if key not in _BOUND and not key.startswith((_DRAFT, *_RUNGS)):
            continue
        if spoken and words != said.get(key):
            yield key, "fixed"
        elif not spoken and key.startswith(_DRAFT) and not any(one in str(words).upper() for one in ("DRAFT", "案")):
            yield key, "draft"


def _misfit(known: Any, words: Any, key: str) -> str:  # noqa: ANN401 - plain data
    if isinstance(known, tuple):
        return "" if isinstance(words, list) and _fits(known, words) else "kind"
    if isinstance(known, Mapping) or not isinstance(words, str):
        return "kind"
    if not printable(words).strip() and key != GAP:
        return "empty"
    if printable(words) != words:
        return "signs"
    named = placeholders(words)
    return "" if named is not None and named <= known else "placeholders"


def _fits(known: tuple[Any, ...], words: list[Any]) -> bool:
    """Names of months, as many as there are; or eras, each with the day on which it began."""
    if isinstance(known[0], str):
        return len(words) == len(known) and all(isinstance(one, str) for one in words)
    return all(isinstance(one, list) and len(one) == len(known[0]) and _DAY.match(str(one[-1])) for one in words)


def _fitting(known: Words, mine: Words, never: AbstractSet[str], above: str = "") -> Iterator[tuple[str, Any]]:
    """What of a city's words can be used. `never`: keys of those that cannot."""
    for key, words in mine.items():
        if key in known and isinstance(words, Mapping) and isinstance(known[key], Mapping):
            yield key, dict(_fitting(known[key], words, never, f"{above}{key}."))
        elif key in known and f"{above}{key}" not in never and not _misfit(known[key], words, key):
            yield key, words
