"""Whether a text can be in the language that it says: by its letters alone, and only where there is no doubt."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from tsukuba_pia.late import late

# How each language that residents of a Japanese city are told in is written; what is not listed is not judged.
_WRITTEN: Final = {
    "ja": ("kana", "han"), "zh": ("han",), "ko": ("hangul",), "vi": ("latin",), "th": ("thai",), "ne": ("indic",),
    "hi": ("indic",), "ru": ("cyrillic",), "uk": ("cyrillic",), "my": ("burmese",),
    **dict.fromkeys(("en", "fr", "de", "es", "it", "nl", "pt", "id", "ms", "tl", "fil", "uz", "tr", "pl"), ("latin",)),
}  # fmt: skip
_SCRIPTS: Final = {
    "kana": "[ぁ-ゖァ-ヺーｦ-ﾟ]", "han": "[々一-鿿㐀-䶿]", "hangul": "[가-힣]", "latin": "[A-Za-zÀ-ɏḀ-ỿ]",
    "thai": "[ก-๛]", "indic": "[ऀ-ॿ]", "cyrillic": "[А-я]", "burmese": "[က-႟]",
}  # fmt: skip
_EACH: Final = {name: late(letters) for name, letters in _SCRIPTS.items()}
_WEIGHS: Final = {"han": 3, "hangul": 3, "kana": 2}  # letters of an alphabet that say as much
_JAPANESE: Final = late("[ぁ-ゖァ-ヺー々一-鿿]")
_PART: Final = {"ja": 4}  # one letter in so many is its own: Japanese takes words of other languages as they are
_ADDRESSES: Final = late(r"https?://[!-~]+|[!-~]+@[!-~]+")
_VIETNAMESE: Final = late("[ăâđêôơưạ-ỹ]", re.IGNORECASE)
_ONLY_VIETNAMESE: Final = late("[ăđơưạ-ỹ]", re.IGNORECASE)  # French has â, ê and ô as well
# A word of Japanese in Latin letters, with the particles that no sentence does without.
_SYLLABLE: Final = "(?:[kgsztdnhbpmyrwjf]|sh|ch|ts|(?:[kgnhbpmr]|[cs]h)y)?[aiueoāīūēō]|n(?![aiueoy])|([kstpc])(?=\\1)"
_ROMAJI: Final = late(f"(?:{_SYLLABLE})+")
_PARTICLES: Final = frozenset(("no", "wo", "o", "wa", "ha", "ga", "ni", "de", "to", "mo", "he", "kara", "made"))
_FEWEST_PARTICLES: Final = 2
_NINE_OF_TEN: Final = 0.9
_SOME: Final = 30  # weighed letters: fewer may be a name
_WORD: Final = 6  # weighed letters of a short word
_NO_KANA: Final = 15  # Chinese characters in a row of which Japanese would have had kana between
_MARKED: Final = 0.05  # of the letters of a Vietnamese text there are many more that only Vietnamese has


@lru_cache(maxsize=1024)
def is_in_another_script(text: str, language: str) -> bool:
    """Whether the letters of a text are, for the most part, ones that its language (`ja-x-easy`: Japanese) lacks."""
    spoken = language.partition("-")[0].lower()
    own = _WRITTEN.get(spoken)
    if own is None or _is_plainly(text, spoken):
        return False
    weights = _weights(text)
    whole = sum(weights.values())
    if whole < _SOME:
        return False
    if sum(weights[one] for one in own) * _PART.get(spoken, 2) < whole:
        return True
    return _another_of_the_same(text, spoken, weights)


def _is_plainly(text: str, spoken: str) -> bool:
    """Whether one look is enough, as for nearly all texts: ASCII for English, mostly Japanese letters for Japanese."""
    if spoken == "ja":
        return 2 * len(_JAPANESE.findall(text)) >= len(text) and _EACH["kana"].search(text) is not None
    return text.isascii() and _WRITTEN[spoken] == ("latin",) and spoken != "vi"


def lacks_its_script(text: str, language: str) -> bool:
    """Whether a text of some words has not one letter of its language: as a summary, however short, it is none."""
    own = _WRITTEN.get(language.partition("-")[0].lower())
    weights = _weights(text)
    return own is not None and sum(weights.values()) >= _WORD and not any(weights[one] for one in own)


def is_romaji(text: str, language: str) -> bool:
    """Whether what stands for English is Japanese in Latin letters: nearly every word of it is made so."""
    words = re.findall("[a-zāīūēō]+", text.casefold()) if language.partition("-")[0].lower() == "en" else []
    made = [word for word in words if _ROMAJI.fullmatch(word) is not None]
    particles = sum(word in _PARTICLES for word in made)
    return particles >= _FEWEST_PARTICLES and len(made) >= _NINE_OF_TEN * len(words)


def _another_of_the_same(text: str, spoken: str, weights: Counter[str]) -> bool:
    """Chinese for Japanese and the reverse, English for Vietnamese and the reverse."""
    han, kana, latin = weights["han"] // _WEIGHS["han"], weights["kana"] // _WEIGHS["kana"], weights["latin"]
    if spoken == "ja":
        return kana == 0 and han > _NO_KANA
    if spoken == "zh":
        return kana > han // 4
    if spoken == "vi":
        return len(_VIETNAMESE.findall(normalize("NFC", text))) < _MARKED * latin
    return len(_ONLY_VIETNAMESE.findall(normalize("NFC", text))) > _MARKED * latin


def _weights(text: str) -> Counter[str]:
    plain = _ADDRESSES.sub("", normalize("NFKC", text))
    return Counter({name: len(letters.findall(plain)) * _WEIGHS.get(name, 1) for name, letters in _EACH.items()})
