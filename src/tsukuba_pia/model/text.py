"""Texts that people read: a plain string, or one string per language."""

import re
from collections.abc import Mapping
from typing import NamedTuple

Text = str | Mapping[str, str]

LANGUAGES = ("ja", "en")
# Around the words of a label that is borrowed from another language: characters that no text may hold.
_FROM, _SAID, _TO = "\ufdd0", "\ufdd1", "\ufdd2"
LOAN = re.compile(f"{_FROM}[^{_TO}]*{_TO}")
BORROWED = re.compile(f"{_FROM}([A-Za-z0-9-]*){_SAID}|{_TO}")


class Said(NamedTuple):
    """A text in the language it was found in, so that a page can mark a language that is not its own."""

    words: str
    language: str


def say(text: Text | None, language: str, own: str = "ja") -> Said:
    """The text in `language`, else in the first language that has it; `own` is what a plain string is written in."""
    if text is None:
        return Said("", language)
    if isinstance(text, str):
        return Said(text, own)
    if language in text:
        return Said(text[language], language)
    for other in understood(language):
        if other in text:
            return Said(text[other], other)
    found = next(iter(text), language)
    return Said(text.get(found, ""), found)


def understood(language: str) -> tuple[str, ...]:
    """In which languages a reader is told what there is not in their own: Japanese in Japanese, others in English."""
    return LANGUAGES if language.partition("-")[0] == LANGUAGES[0] else LANGUAGES[::-1]


def borrowed(label: str, language: str) -> str:
    """A label of another language, marked so that a page can say which."""
    return f"{_FROM}{language}{_SAID}{label}{_TO}" if any(one.isalpha() for one in label) else label


def unmarked(text: str) -> str:
    """A text without the marks of what is borrowed, for documents that cannot say it."""
    return BORROWED.sub("", text) if _FROM in text else text


def words(text: Text | None, language: str) -> str:
    """The words alone, where their language does not matter."""
    return say(text, language).words


# Controls that move a cursor or start an escape, and characters that reorder or hide text.
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_INVISIBLE = (
    0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2060, 0x2070),
    0xFEFF, *range(0xFDD0, 0xFDF0), *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080),
)  # fmt: skip
_UNPRINTABLE: dict[int, str | None] = {**dict.fromkeys(_CONTROLS, "\ufffd"), **dict.fromkeys(_INVISIBLE)}
_UNPRINTABLE.pop(0x0A)
_UNPRINTABLE.pop(0x09)


def printable(text: str) -> str:
    """The text without what a terminal or a page would take for more than text."""
    return text if text.isprintable() else text.translate(_UNPRINTABLE)  # nearly every line is


def escaped(document: str) -> str:
    """A JSON document that says the same without a raw character that `printable` would take out."""
    for one in sorted(one for one in set(document) if ord(one) in _UNPRINTABLE):  # documents are long, most have none
        document = document.replace(one, _escape(one))
    return document


def _escape(character: str) -> str:
    raw = character.encode("utf-16-be")
    return "".join(f"\\u{raw[place : place + 2].hex()}" for place in range(0, len(raw), 2))
