"""Article numbers as the reader's language says them: `69(2)(ix)` is 第69条第2項第9号."""

import re
from collections.abc import Mapping

_NUMBER = re.compile(r"(\d+)(?:-(\d+))?((?:\(\w+\))*)\Z")
_PART = re.compile(r"\((\w+)\)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
PARTS = ("paragraph", "item")


def article(written: str | None, words: Mapping[str, str]) -> str:
    """An article number in words (labels `report.articles`); what is no number stands as it is written."""
    found = _NUMBER.match(written or "")
    if found is None:
        return written or ""
    number, branch, parts = found.groups()
    shown = words["article"].format(n=number) + (words["branch"].format(n=branch) if branch else "")
    for kind, part in zip(PARTS, _PART.findall(parts), strict=False):
        shown += words[kind].format(n=part, figure=_figure(part))
    return shown


def _figure(part: str) -> str:
    """Items are numbered in Roman figures in English, in others in Japanese."""
    values = [_ROMAN.get(letter) for letter in part.lower()]
    if None in values:
        return part
    numbers = [value or 0 for value in values]
    return str(sum(-one if one < max(numbers[at:]) else one for at, one in enumerate(numbers)))
