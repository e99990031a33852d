"""Did you mean: the known id that a misspelt one is nearest to; quick also where one id is misspelt everywhere."""

from collections.abc import Iterable
from functools import lru_cache

from tsukuba_pia.load.shape import nearest

SLIP = 3  # letters that a slip of the hand adds or leaves out


def meant(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or nothing."""
    return _meant(word, tuple(known))


@lru_cache(maxsize=1024)
def _meant(word: str, known: tuple[str, ...]) -> str:
    """First among words of about its length, which is where comparing takes its time."""
    alike = [one for one in known if abs(len(one) - len(word)) <= SLIP]
    return nearest(word, alike) or nearest(word, known)
