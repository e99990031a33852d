"""How a law is cited: `66(2)` is 第66条第2項 in Japanese and art. 66(2) in English."""

import re

from tsukuba_pia.labels import labels
from tsukuba_pia.model.text import words
from tsukuba_pia.model.vocabulary import Reference

_ARTICLE = re.compile(r"(?P<article>\d+)(?:-(?P<branch>\d+))?(?:\((?P<paragraph>\d+)\))?(?:\((?P<item>[ivx]+)\))?\Z")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def article(number: str, language: str) -> str:
    """An article's number as a reader of the language writes it; what is no number stands as it is."""
    found = _ARTICLE.match(number)
    if found is None:
        return number
    patterns = labels(language)["law"]
    parts = (
        patterns[name].format(n=part, number=_ROMAN.get(part, part)) for name, part in found.groupdict().items() if part
    )
    return "".join(parts)


def cited(reference: Reference, language: str) -> str:
    """The law and its article, and in brackets what it is about."""
    law, title = words(reference.law, language), words(reference.title, language)
    patterns = labels(language)["law"]
    if reference.article is None:
        return str(patterns["whole"].format(law=law, title=title))
    return str(patterns["cited"].format(law=law, article=article(reference.article, language), title=title))
