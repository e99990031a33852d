"""Finds what leads to a person in texts: telephones, e-mail, homes, numbers of cards and papers, points on a map.

Each pattern is made to miss rather than to cry wolf: a telephone number needs its parts set apart (a mobile one does
not), a home needs its house number, a number of a paper needs the paper's name beside it, a card its check digit.
Left alone are addresses in English, which the Japanese text gives too, and those of the Internet: four numbers with
dots are more often a section of a standard.
"""

import re
from collections.abc import Iterator, Mapping

from tsukuba_pia.lint.person_words import Look, Span, saying

_D = "[0-9０-９]"
_H = "[-‐‑–—−－ー]"  # what people type between groups of digits
_SHORT = "[-－−]"  # the same, in numbers so short that a long vowel (ー) could stand for it
_N = "[0-9０-９〇一二三四五六七八九十百]"

_BREAK = f"(?:{_H}|[.．・]|[ ()（）]{{1,2}})"
_PHONE = re.compile(
    f"[+＋0０](?:(?:(?<=[+＋])(?:81|８１){_BREAK}?|(?<=[0０])){_D}{{1,4}}{_BREAK}{_D}{{1,4}}{_BREAK}{_D}{{4}}"
    f"|(?<=[0０])[789７８９][0０]{_D}{{8}})(?!{_D})(?!{_H}{_D})"
)
_INSIDE = re.compile(f"[0-9０-９A-Za-z./_]|{_H}")  # before what would be the end of something longer
_NOBODYS = ("0120", "0570", "0800", "0990")  # numbers of organisations
_AT = r"(?:[@＠☆★]| ?\[ ?(?:at|AT|@) ?\] ?| ?[(（](?:at|AT|アット(?:マーク)?)[)）] ?)"
_DOT = r"(?:\.| ?[\[(](?:dot|DOT)[\])] ?)"
_LOCAL = "[A-Za-z0-9._%+-]{1,64}"
_DOMAIN = f"(?:[A-Za-z0-9-]{{1,63}}{_DOT}){{1,9}}[A-Za-z]{{2,24}}"
_LOCAL = "[A-Za-z0-9._%+-]{1,64}"
_DOMAIN = f"(?:[A-Za-z0-9-]{{1,63}}{_DOT}){{1,9}}[A-Za-z]{{2,24}}"
_MAIL = re.compile(f"(?P<local>{_LOCAL}){_AT}(?P<domain>{_DOMAIN})(?![A-Za-z0-9])")
_DESK_WORDS = """
info contact support office privacy help helpdesk desk soumu kouhou kocho soudan madoguchi admin webmaster inquiry
noreply press service customer security
"""
_DESKS = frozenset(_DESK_WORDS.split())

_NO_TOWN = "".join(f"(?<!{word})" for word in ("様式", "条例", "規則", "要綱", "別紙", "資料"))  # 様式1-2-3
_KANJI = "[一-龥々ヶケァ-ヴー]"
_THREE = f"{_D}{{1,2}}{_SHORT}{_D}{{1,3}}{_SHORT}{_D}{{1,3}}(?!{_D})"
_LIVES = (  # words of somebody's home, right behind
    "(?:番地?|号)?(?:[にへ] ?(?:お住|住|在住|居住)|在住|居住|の?(?:自宅|お宅|宅|家[にでのをは、。]|住民|住人)"
    "|の[一-龥々]{1,4}(?:宅|さん|様|氏))"
)
_HOMES = (
    re.compile(f"{_N}{{1,3}}丁目 ?{_N}{{1,4}}(?:番|号|{_SHORT}{_D})"),
    re.compile(f"{_N}{{1,5}}番地|{_D}{{1,5}}番{_D}{{1,5}}号"),
    re.compile(f"〒 ?{_D}{{3}}{_H}?{_D}{{4}}"),
    re.compile(f"(?:[市区町村郡]{_KANJI}{{1,10}}{_NO_TOWN}|(?<={_KANJI})町){_THREE}"),
    re.compile(f"(?<={_KANJI}){_NO_TOWN}{_THREE}(?={_LIVES})"),  # 松代3-4-5に住む
)

# Before or behind an address: a place where the city, and not somebody, lives.
_FACILITY = (
    "(?:役所|役場|庁舎|支所|出張所|公民館|図書館|会館|体育館|博物館|美術館|児童館|集会所|センター|ホール|プラザ|学校|大学|高校"
    "|幼稚園|保育[所園]|病院|診療所|保健所|消防署|警察署|交番|郵便局|公園|停留所|駅)"
)
_POSTAL = "(?:〒 ?[-－0-9０-９]{7,8} ?)?"
_AT_FACILITY = re.compile(
    f"{_FACILITY}(?:の(?:所在地|住所))?[は:：、 　(（]{{1,3}}{_POSTAL}[一-龥々ヶケァ-ヴー]{{0,12}}\\Z"
)
_IS_FACILITY = re.compile(
    f"(?:(?![宅方様氏住隣にがはをでともやへ])[-－一-龥々ヶケァ-ヴーぁ-ん0-9０-９〇(（ 　]){{0,30}}?{_FACILITY}"
)
_NEAR = 40  # characters

_CARD = re.compile(
    r"(?<![0-9.-])(?:[2-6][0-9]{3}(?P<gap>[- ]?)[0-9]{4}(?P=gap)[0-9]{4}(?P=gap)[0-9]{4}"
    r"|3[47][0-9]{2}(?P<two>[- ]?)[0-9]{6}(?P=two)[0-9]{5})(?![0-9.-])"
)
_ISSUED = re.compile("4|5[1-5]|2[2-7]|35|62|3[47]")  # how the numbers of payment cards begin
_PAPER = re.compile(
    "(?:免許証?|旅券|パスポート|在留カード|特別永住者証明書|被保険者証?|保険証|住民票コード|年金|口座|(?:普通|当座)(?:預金)?"
    "|[Pp]assport|[Dd]river'?s licen[cs]e|[Rr]esidence card|[Bb]ank account)"
    "(?:の?(?:番号|記号)| numbers?| no\\.?)?(?:[はが:：、= 　第]|is ){0,3}"
    "(?P<number>[A-Z]{0,2}[0-9]{7,14}[A-Z]{0,2}|[0-9]{4}[- －−ー][0-9]{6})(?![0-9,円])"
)
_RESIDENCE = re.compile("(?<![A-Za-z0-9])[A-Z]{2}[0-9]{8}[A-Z]{2}(?![A-Za-z0-9])")
_A_DAY = re.compile(r"(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]\Z")
_PLATE = re.compile(
    f"[一-龥ぁ-んァ-ヴ]{{2,4}}[ 　]?{_D}{{2,3}}[ 　]?"
    "[あいうえきくけこさすせそたちつてなぬねひふほまみむめやゆよらりるろれわ]"
    f"[ 　]?{_D}{{1,2}}{_SHORT}{_D}{{2}}(?!{_D})(?!{_SHORT})"
)

_NORTH = r"(?:2[0-9]|3[0-9]|4[0-5])\.[0-9]{4,}"
_EAST = r"1(?:2[2-9]|3[0-9]|4[0-9]|5[0-4])\.[0-9]{4,}"
_APART = r"[°度]?[NE]?[、,，/／; ]{1,3}(?:東経|北緯|[NE])? ?"
_POINT = re.compile(f"(?<![0-9.])(?:{_NORTH}{_APART}{_EAST}|{_EAST}{_APART}{_NORTH})")  # to eleven metres, in Japan


def phones(text: str) -> Iterator[Span]:
    """Telephone numbers of Japan, but for those that only organisations have."""
    for found in _PHONE.finditer(text):
        inside = found.start() > 0 and _INSIDE.match(text, found.start() - 1)
        digits = "".join(str(int(one)) for one in found[0] if one.isdecimal())
        digits = digits if found[0][0] in "0０" else "0" + digits[2:].removeprefix("0")
        mobile = digits[1:3] in ("50", "60", "70", "80", "90")
        if not inside and len(digits) == (11 if mobile else 10) and _is_somebodys(digits):
            yield found.span()


def _is_somebodys(digits: str) -> bool:
    return digits[1] != "0" and not digits.startswith(_NOBODYS)


def mails(text: str) -> Iterator[Span]:
    """Addresses of e-mail, but for those of a desk and of examples."""
    for found in _MAIL.finditer(text):
        desk = any(part in _DESKS for part in re.split(r"[._%+]", found["local"].lower()))
        if not desk and "example" not in re.split("[^a-z0-9-]+", found["domain"].lower()):
            yield found.span()


def homes(text: str) -> Iterator[Span]:
    """Postal addresses to the house, and postal codes; each once. Those of a town hall, a school, a park are none."""
    end = 0
    for start, after in sorted(found.span() for pattern in _HOMES for found in pattern.finditer(text)):
        if start >= end:
            end = after
            before = text[max(0, start - _NEAR) : start]
            if not _AT_FACILITY.search(before) and not _IS_FACILITY.match(text, after, after + _NEAR):
                yield start, after


def papers(text: str) -> Iterator[tuple[Span, str]]:
    """Numbers of payment cards, of papers, of accounts and of cars, with a word for what they are."""
    for found in _CARD.finditer(text):
        digits = re.sub("[- ]", "", found[0])
        if _ISSUED.match(digits) and luhn(digits):
            yield found.span(), "@paper_card"
    labelled = [one.span("number") for one in _PAPER.finditer(text) if not _A_DAY.match(one["number"])]
    yield from ((span, "@paper_number") for span in labelled)
    bare = (one.span() for one in _RESIDENCE.finditer(text))
    yield from ((span, "@paper_number") for span in bare if span not in labelled)
    yield from ((one.span(), "@paper_plate") for one in _PLATE.finditer(text))


def points(text: str) -> Iterator[Span]:
    """Points on the map of Japan, so close that they show a house."""
    return (found.span() for found in _POINT.finditer(text))


def luhn(digits: str) -> bool:
    """Whether the last digit follows from the others (ISO/IEC 7812-1, annex B)."""
    doubled = (int(one) * (1 + place % 2) for place, one in enumerate(reversed(digits)))
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0  # noqa: PLR2004 - one digit


LOOKS: Mapping[str, Look] = {
    "phone": saying(phones),
    "mail": saying(mails),
    "home": saying(homes),
    "paper": papers,
    "point": saying(points),
}
