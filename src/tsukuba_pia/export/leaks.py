"""Looks in what was written for texts that are withheld, in whatever form: escaped, encoded, packed, split, reversed.

A text leaks where all of it, or a piece of `PIECE` letters, can be read, and could not be read if it were another one.
So a phrase that the public part says as well gives no alarm. Texts shorter than `PIECE` are sought as a whole, and in
files of text only: in packed bytes two or three letters meet by chance. A text without letters or digits, or of one,
is not sought. A short name that could be a piece of a word (Ann, 中央) is sought as a word. Ciphers are not broken:
what is written here is written by pia's own formats, not by an enemy.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tsukuba_pia.export._readings import both_words_of, letters, readings, unpacked, words_of
from tsukuba_pia.report.withholding import Secret
from tsukuba_pia.score.person_names import as_a_word

PIECE = 8  # letters and digits in a row that are no coincidence
STEP = 3  # a piece is looked for at each third letter: PIECE + STEP - 1 letters in a row are found for certain
LEAST = 2  # a single letter stands anywhere


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """A withheld text that can be read: where it stands in the assessment, never what it says."""

    place: tuple[str | int, ...]

    @property
    def field(self) -> str:
        """The place as people write it: `answers.lib_history.note`."""
        return ".".join(map(str, self.place))


def leaks(written: bytes, secrets: Iterable[Secret], innocent: bytes = b"") -> tuple[Leak, ...]:
    """The withheld texts that can be read in a file, each once, in the order of the assessment.

    Args:
        written: the file's bytes, or its name.
        secrets: what may not be read in it.
        innocent: the file as it is with other texts in their place.

    """
    sought = [_Sought(one) for one in secrets]
    if not sought:
        return ()
    is_text = _is_text(written)
    seen = tuple(dict.fromkeys(_all_readings(written)))
    public = seen if innocent == written else tuple(dict.fromkeys(_all_readings(innocent)))
    found = _pieces(seen, {piece for one in sought for piece in one.pieces}) if public is not seen else set()
    found = {piece for piece in found if not any(piece in one for one in public)}
    words = cache(lambda: tuple(dict.fromkeys(_all_readings(written, both_words_of))))  # seldom asked for
    sought = [one for one in sought if is_text or len(one.forms[0]) >= PIECE]
    leaking = (Leak(one.secret.place) for one in sought if one.stands(seen, words) or one.leaks(seen, public, found))
    return tuple(dict.fromkeys(leaking))  # a name is sought in several forms


def _all_readings(content: bytes, fold: Callable[[str], str] = letters) -> Iterator[str]:
    for part in unpacked(content):
        yield from readings(part, fold)


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not content.startswith(b"%PDF")


def _pieces(seen: Iterable[str], sought: set[str]) -> set[str]:
    return {
        piece
        for text in seen
        for start in range(0, len(text) - PIECE + 1, STEP)
        if (piece := text[start : start + PIECE]) in sought
    }


class _Sought:
    """A secret's letters, forwards and backwards, and their pieces."""

    def __init__(self, secret: Secret) -> None:
        self.secret = secret
        whole = letters(secret.text)
        self.forms = (whole, whole[::-1])
        self.pieces = {form[at : at + PIECE] for form in self.forms for at in range(len(form) - PIECE + 1)}

    def stands(self, seen: Iterable[str], words: Callable[[], Iterable[str]]) -> bool:
        """Whether it can be read although it may stand nowhere; a short name where it is a word, not a piece of one."""
        whole = self.forms[0]
        if not LEAST <= self.secret.nowhere <= len(whole) or not any(whole in text for text in seen):
            return False
        word = as_a_word(words_of(self.secret.text).split())
        return word is None or any(re.search(word, text) for text in words())

    def leaks(self, seen: Iterable[str], public: tuple[str, ...], found: set[str]) -> bool:
        """Whether all of it or a piece can be read, and could not were it another text."""
        if len(self.forms[0]) < LEAST:
            return False
        if not found.isdisjoint(self.pieces):
            return True
        return public is not seen and any(_new(form, seen, public) for form in self.forms)


def _new(form: str, seen: Iterable[str], public: Iterable[str]) -> bool:
    return any(form in text for text in seen) and not any(form in text for text in public)
