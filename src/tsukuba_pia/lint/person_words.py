"""Finds names of people in texts, by how they are addressed: an honest guess, made to miss rather than to cry wolf.

A family name that is common, alone or with a given name, or two kanji or more that look like a name, followed by 様,
さん or 氏; with 先生, 殿, 君, くん, ちゃん or さま only a common one. Names in kana are found where they are common, or
of several parts (マリア・サントス). Mr, Ms, Mrs or Dr with a name; -san, -sama. A person whose post stands right before
the name is in office, and no private person. Behind 担当 and the like, a common name needs no honorific.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from tsukuba_pia.lint.name_lists import (
    ABROAD,
    FAMILY,
    FAMILY_ENDS,
    GIVEN_ENDS,
    LONG_GIVEN_ENDS,
    NO_FAMILY,
    NO_GIVEN,
    NO_SURNAME,
    READINGS,
    SURE_GIVEN_ENDS,
)

Span = tuple[int, int]
Look = Callable[[str], Iterable[tuple[Span, str]]]  # what is found in a text: where, and a word for what it is

# With what makes another word of them: 様式, 氏名, 君子.
_HONORIFICS = {"様": "式々子相態", "さん": "", "氏": "名族子神"}
_LESS_SURE = {"先生": "", "殿": "堂下", "君": "臨主子津江代枝恵", "くん": "", "ちゃん": "と", "さま": "ざ"}
_KING = "王様"  # 王さん is a name
_RARE = {"さん": 1, "くん": 1, "ちゃん": 1}  # the place of the rarest letter within a word, where it is not the first
_BEFORE = re.compile(
    "(?:(?P<kanji>[一-龥々]{1,20}(?:[ \u3000][一-龥々]{1,3})?)"
    "|(?P<katakana>[ァ-ヴー]+(?:[・ \u3000][ァ-ヴー]+)*)|(?P<hiragana>[ぁ-ん]+))[ \u3000]?\\Z"
)
_GAP = re.compile("[ \u3000]")
_PARTICLES = frozenset("はがのとにをでもやへ")  # a name in hiragana begins after one
_LONGEST = 24  # characters before an honorific that are looked at
_TITLES = ("Mr", "Ms", "Dr")
_TITLED = re.compile(r"(?:M(?:rs|r|s)|Dr)\.? ([A-Z][a-z]+)")
_LATIN_HONORIFICS = ("-san", "-sama")
_LATIN_NAME = re.compile(r"\b[A-Z][a-z]{2,}$")
_POST = (
    "市長|町長|村長|区長|知事|大臣|部長|課長|室長|局長|所長|係長|次長|主任|主査|主事|教育長|委員長|会長|議長|議員|教授"
)
_POSTS = re.compile(_POST)
_POST_BEFORE = re.compile(f"(?:{_POST})[の \u3000]?\\Z")
_CHARGE = ("担当", "連絡先", "合せ先", "合わせ先")
_IN_CHARGE = re.compile(
    "(?:者|職員)?(?:[ \u3000]?[:：][ \u3000]?|[ \u3000])([一-龥々]{2,20}(?:[ \u3000][一-龥々]{1,20}){0,2})"
)
_GIVEN_BEHIND = re.compile("[ \u3000]([一-龥々]{1,3})(?![一-龥々])")
_SHORT, _LONG = 2, 3  # kanji, of a family name and of a given name
_KANA_GIVEN = range(2, 5)  # characters of a given name in hiragana


def people(text: str) -> Iterator[Span]:
    """Where a name with its honorific begins and ends. Looking for each word by itself is what takes least time."""
    yield from _addressed(text, _HONORIFICS, known=False)
    yield from _addressed(text, _LESS_SURE, known=True)
    for title in _TITLES:
        for place in places(text, title):
            found = _TITLED.match(text, place)
            if found is not None and found[1] not in NO_SURNAME and not text[max(0, place - 1) : place].isalnum():
                yield found.span()
    for honorific in _LATIN_HONORIFICS:
        for place in places(text, honorific):
            name = _LATIN_NAME.search(text, max(0, place - _LONGEST), place)
            if name is not None:
                yield name.start(), place + len(honorific)


def in_charge(text: str) -> Iterator[Span]:
    """Where a common name stands behind a word for who is in charge: 担当:高橋, 連絡先 総務課 高橋 一郎."""
    for word in _CHARGE:
        for place in places(text, word):
            found = _IN_CHARGE.match(text, place + len(word))
            if found is not None and not _POSTS.search(found[1]):
                yield from ((found.start(1) + start, found.start(1) + end) for start, end in _name_among(found[1]))


def _name_among(words: str) -> Iterator[Span]:
    """The first common name, of two letters or more; a unit may stand before it, a given name behind."""
    for part in re.finditer("[一-龥々]+", words):
        start = _in_run(part[0], known=True) if len(part[0]) >= _SHORT else None
        if start is not None:
            given = _GIVEN_BEHIND.match(words, part.end())
            named = given is not None and part[0][start:] in FAMILY and _is_given(given[1])
            yield part.start() + start, given.end() if given is not None and named else part.end()
            return


def _addressed(text: str, honorifics: Mapping[str, str], *, known: bool) -> Iterator[Span]:
    for honorific, others in honorifics.items():
        for place in places(text, honorific):
            end = place + len(honorific)
            another = (end < len(text) and text[end] in others) or text[max(0, place - 1) : end] == _KING
            if not another and (start := _name_before(text, place, known=known)) is not None:
                yield start, end


def saying(find: Callable[[str], Iterator[Span]], what: str = "") -> Look:
    """A look that says the same word of all that is found."""
    return lambda text: ((span, what) for span in find(text))


def places(text: str, word: str) -> Iterator[int]:
    """Each place of a word. One letter alone is found many times as fast as two, so its rarest is looked for."""
    rare = _RARE.get(word, 0)
    place = text.find(word[rare])
    while place >= 0:
        if place >= rare and text.startswith(word, place - rare):
            yield place - rare
        place = text.find(word[rare], place + 1)


def _name_before(text: str, place: int, *, known: bool) -> int | None:
    """Where the name begins that stands before a place; None where none does. `known`: only a common name counts."""
    before = text[max(0, place - _LONGEST) : place]
    found = _BEFORE.search(before)
    if found is None:
        return None
    if found["kanji"]:
        inside = _in_kanji(found["kanji"], known=known)
    elif found["katakana"]:
        inside = _in_katakana(found["katakana"], known=known)
    else:
        inside = _in_hiragana(found["hiragana"], before[: found.start()])
    if inside is None or _POST_BEFORE.search(before, 0, found.start() + inside) is not None:
        return None
    return place - len(before) + found.start() + inside


def _in_kanji(words: str, *, known: bool) -> int | None:
    """Where in kanji, perhaps with a blank, a name begins that goes on to their end."""
    if _POSTS.search(words):
        return None
    *first, last = _GAP.split(words)
    if first and (first[0] in FAMILY or (_like_family(first[0]) and not known)) and _is_given(last):
        return 0
    inside = _in_run(last, known=known)
    return inside if inside is None else len(words) - len(last) + inside


def _in_run(run: str, *, known: bool) -> int | None:
    if run in FAMILY:
        return 0
    for start in range(len(run) - 1):
        for size in (_SHORT, _LONG):
            family, rest = run[start : start + size], run[start + size :]
            village = start > 0 and family[-1:] == "村"  # 青木村, not 木村
            if family in FAMILY and not village and (not rest or _is_given(rest)):
                return start
    return 0 if not known and _like_a_name(run) else None


def _like_a_name(run: str) -> bool:
    """Whether it looks like a family name, or one with a given name, that is not common."""
    if _like_family(run[:_SHORT]) and (len(run) == _SHORT or _is_given(run[_SHORT:])):
        return True
    return len(run) in (_LONG, _SHORT * 2) and run[-1] in SURE_GIVEN_ENDS and run[-_SHORT:] not in NO_GIVEN


def _like_family(word: str) -> bool:
    return len(word) == _SHORT and word[-1] in FAMILY_ENDS and word not in NO_FAMILY


def _is_given(word: str) -> bool:
    """Whether it may be a given name: 郎 and 子 end one, 店 and 県 do not."""
    ends = LONG_GIVEN_ENDS if len(word) == _LONG else GIVEN_ENDS
    return len(word) <= _LONG and word[-1] in ends and word[-_SHORT:] not in NO_GIVEN


def _in_hiragana(run: str, before: str) -> int | None:
    """Where a name begins that ends in hiragana: after nothing or a particle, or with a common family name in kanji."""
    starts = (start for start in range(len(run)) if run[start:] in READINGS)
    start = next((start for start in starts if start == 0 or run[start - 1] in _PARTICLES), None)
    if start is None and len(run) in _KANA_GIVEN and run[0] not in _PARTICLES:
        family = before[:-1] if _GAP.match(before[-1:]) else before
        known = next((name for name in (family[-_LONG:], family[-_SHORT:]) if name in FAMILY), None)
        return None if known is None else len(family) - len(known) - len(before)
    return start


def _in_katakana(run: str, *, known: bool) -> int | None:
    parts = re.split("[・ \u3000]", run)
    common = any(part in ABROAD or _hiragana(part) in READINGS for part in parts)
    return 0 if common or ("・" in run and not known) else None


def _hiragana(word: str) -> str:
    return "".join(chr(ord(one) - 0x60) if "ァ" <= one <= "ヴ" else one for one in word)
