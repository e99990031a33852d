"""The words of the glossary that occur in a report (`templates/glossary.toml`)."""

import re
from collections.abc import Iterable, Mapping
from functools import cache as once
from functools import lru_cache
from typing import Any

from tsukuba_pia.labels import plain
from tsukuba_pia.model.text import LANGUAGES, Said
from tsukuba_pia.report.records import GlossaryTerm
from tsukuba_pia.resources import shipped

FILE = "glossary.toml"
BETWEEN = "\n"  # takes the place of a word that was found: no other goes over it
LETTERS = re.compile(r"[a-z]")


def glossary_of(texts: Iterable[Said], language: str) -> tuple[GlossaryTerm, ...]:
    """The words that occur in the texts, in the order of the file; a word within a longer one does not count."""
    own = plain(language) if plain(language) in LANGUAGES else LANGUAGES[-1]
    other = next(one for one in LANGUAGES if one != own)
    found = frozenset[str]().union(*(_names_in(one.words, own) for one in texts))
    return tuple(
        GlossaryTerm(name, Said(one[own], own), Said(one[other], other), Said(one[f"{own}_means"], own))
        for name, one in _terms().items()
        if name in found
    )


@lru_cache(1 << 14)  # most texts are those of banks: other reports say them, too
def _names_in(text: str, language: str) -> frozenset[str]:
    """The words that occur in one text."""
    left, found = text.casefold(), set()
    for word, pattern, name in _spellings(language):
        if word not in left:  # much faster than the pattern, and most words do not occur
            continue
        left, before = pattern.sub(BETWEEN, left) if pattern else left.replace(word, BETWEEN), left
        found |= {name} if left != before else set()
    return frozenset(found)


@once
def _spellings(language: str) -> tuple[tuple[str, re.Pattern[str] | None, str], ...]:
    """Each way of writing a word and how it is found, the longest first."""
    written = [
        (word.casefold(), name)
        for name, one in _terms().items()
        for word in (one[language], *one.get(f"{language}_also", ()))
    ]
    return tuple((word, _pattern(word), name) for word, name in sorted(written, key=lambda one: -len(one[0])))


def _pattern(word: str) -> re.Pattern[str] | None:
    """A word of letters stands alone; Japanese has no gaps, and is found as it is."""
    whole = re.escape(word)  # it stands first in the pattern: a search for letters is much faster
    return re.compile(rf"{whole}(?<![a-z]{whole})(?![a-z])") if LETTERS.match(word) else None


@once
def _terms() -> Mapping[str, Mapping[str, Any]]:
    import tomllib  # noqa: PLC0415 - slow, and only reports need it

    return tomllib.loads((shipped("templates") / FILE).read_text(encoding="utf-8"))
