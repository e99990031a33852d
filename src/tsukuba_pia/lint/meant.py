"""Did you mean: the known id that a misspelt one is nearest to; quick also where one id is misspelt everywhere."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from tsukuba_pia.load.shape import nearest

SLIP = 3  # letters that a slip of the hand adds or leaves out
SHORT = 5  # letters of a word below which one letter more may be another word
MOST = 300  # words for which one rule asks in one file: to compare thousands would take minutes and help nobody
CLOSE = 0.6  # of the part behind the prefix, as for whole words
LONG = 8  # letters of a word from which two slips in it still leave no doubt
_JOINTS = re.compile(r"[-_\s]+")
_DIGITS = re.compile(r"[0-9]+")
_asked: set[str] = set()  # by the rule that is being asked


def begin() -> None:
    """Another rule, or the same about another file: what it is told must not depend on what was asked before."""
    _asked.clear()


def _too_many(word: str) -> bool:
    if word not in _asked and len(_asked) < MOST:
        _asked.add(word)
    return word not in _asked


def meant(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or nothing."""
    return "" if _too_many(word) else _meant(word, tuple(known))


def told(word: str, known: Iterable[str]) -> dict[str, str]:
    """What a finding tells of a word that is not known: `meant` in its hint, and `sure` for `--fix`."""
    words = tuple(known)
    certain = sure(word, words)
    return {"meant": certain or meant(word, words), "sure": certain}


def sure(word: str, known: Iterable[str]) -> str:
    """The one known word that this one is beyond doubt, or nothing: the same in another writing, or with a slip."""
    words = tuple(known)
    return "" if _too_many(word) else same_word(word, words) or _slip(word, words)


def same_word(word: str, known: Iterable[str]) -> str:
    """The one known word that reads the same: capitals, full width, hyphens aside. Nothing where there are two."""
    alike = {one for one in known if _bare(one) == _bare(word)}
    return alike.pop() if len(alike) == 1 else ""


@lru_cache(maxsize=1024)
def _meant(word: str, known: tuple[str, ...]) -> str:
    """First among words of about its length, which is where comparing takes its time."""
    alike = [one for one in known if abs(len(one) - len(word)) <= SLIP]
    found = nearest(word, alike) or nearest(word, known)
    return found if _alike_behind_the_prefix(word, found) else ""


def _alike_behind_the_prefix(word: str, found: str) -> bool:
    """Whether two ids of one bank are alike in their own part too: the prefix alone makes all of them alike."""
    here, there = word.partition("_"), found.partition("_")
    if here[:2] != there[:2] or not here[1]:
        return True
    return SequenceMatcher(None, here[2], there[2]).ratio() >= CLOSE


@lru_cache(maxsize=1024)
def _slip(word: str, known: tuple[str, ...]) -> str:
    """A word one or two slips away, where every other is at least two more away."""
    near = sorted((slips(word, one), one) for one in dict.fromkeys(known) if abs(len(one) - len(word)) <= SLIP)
    if not near or (len(near) > 1 and near[1][0] < near[0][0] + 2):
        return ""
    return near[0][1] if _is_slip(word, near[0][1], near[0][0]) else ""


def _is_slip(word: str, other: str, count: int) -> bool:
    """No number is guessed at, and no beginning: `unlocked` is not `locked`. Short words are too near each other."""
    if _DIGITS.findall(word) != _DIGITS.findall(other):
        return False
    here, there = _JOINTS.split(word), _JOINTS.split(other)
    pairs = [(one, two) for one, two in zip(here, there, strict=False) if one != two]
    return len(here) == len(there) and all(
        one[:1] == two[:1] and _is_long_enough(one, two, other) and count <= 1 + (len(two) >= LONG)
        for one, two in pairs
    )


def _is_long_enough(part: str, meant: str, whole: str) -> bool:
    """Whether a part can hardly be another word: long, or the same letters within a longer word."""
    return len(meant) >= SHORT or (sorted(part) == sorted(meant) and len(whole) >= LONG)


def _bare(word: str) -> str:
    return _JOINTS.sub("_", unicodedata.normalize("NFKC", word).strip().casefold())


def slips(one: str, other: str) -> int:
    """How many letters are too many, left out, others, or have changed places with their neighbour."""
    before: list[int] = []
    line = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        earlier, before, line = before, line, [row]
        for column, wanted in enumerate(other, 1):
            best = min(before[column] + 1, line[column - 1] + 1, before[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                best = min(best, earlier[column - 2] + 1)
            line.append(best)
    return line[-1]
