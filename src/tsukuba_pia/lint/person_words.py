"""Finds names of people in texts, by how they are addressed: an honest guess, made to miss rather than to cry wolf.

A family name that is common, or a word of two to five kanji that does not end like a word for a role, a group or an
organisation, followed by 様, さん or 氏; a foreign name of several parts; Mr, Ms, Mrs or Dr with a name; -san, -sama.
A person whose post stands right before the name is in office, and no private person.
"""

import re
from collections.abc import Callable, Iterable, Iterator

Span = tuple[int, int]
Look = Callable[[str], Iterable[tuple[Span, str]]]  # what is found in a text: where, and a word for what it is

_HONORIFICS = {"様": "式々子相態", "さん": "", "氏": "名族子神"}  # with what makes another word of them: 様式, 氏名
_BEFORE = re.compile(
    "(?:(?P<kanji>[一-龥々]{2,20}|[一-龥々]{1,3}[ \u3000][一-龥々]{1,3})"
    "|(?P<kana>[ァ-ヴー]+(?:・[ァ-ヴー]+)+))[ \u3000]?\\Z"
)
_LONGEST_NAME, _LONGEST_KNOWN = 5, 7  # kanji; the second where it begins with a common family name
_LONGEST = 24  # characters before an honorific that are looked at
_TITLES = ("Mr", "Ms", "Dr")
_TITLED = re.compile(r"(?:M(?:rs|r|s)|Dr)\.? [A-Z][a-z]+")
_LATIN_HONORIFICS = ("-san", "-sama")
_LATIN_NAME = re.compile(r"\b[A-Z][a-z]{2,}$")
_POST = (
    "市長|町長|村長|区長|知事|大臣|部長|課長|室長|局長|所長|係長|次長|主任|主査|主事|教育長|委員長|会長|議長|議員|教授"
)
_POSTS = re.compile(_POST)
_POST_BEFORE = re.compile(f"(?:{_POST})[の \u3000]?\\Z")
# How words for roles, groups, organisations and states of things end; none of them is addressed by name.
_ROLE_ENDS = frozenset(
    "者員民主族親母父兄姉妹弟嫁孫医師生長屋士官婦供客側方位体司手役人家社店局省庁課部係室所会党院校園市県町村区国等皆"
    "仕同多異模有王神奥各全文当那労業学関場合構行先郎査種型用名数量別毎件券席団班隊組"
)
_NO_NAMES = frozenset(
    ["息子", "弟子", "親子", "双子", "迷子", "女子", "男子", "王子", "障子", "調子", "様子", "電子", "量子"]
)
_COMMON = """
佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上
木村 斎藤 斉藤 齋藤 清水 山崎 阿部 池田 橋本 山下 石川 中島 前田 藤田 後藤 小川 岡田 長谷川
村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村
竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山
今井 高田 藤本 河野 小島 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小山 木下 岩崎 野口
菊地 菊池 野村 新井 佐野 渡部 杉本 大西 古川 桜井 市川 小松 島田 水野 山内 高野 吉川 松尾
五十嵐 北村 西田 飯田 望月 川口 服部 西川 本田 久保田 東 川崎 永井 中田 大久保 松岡 飯塚 須藤
土屋 片山 大谷 萩原 田口 小池 秋山 馬場 浅野 古田 緒方 林 森 原 岡 辻 堀 菅 関 星
"""
_FAMILY_NAMES = frozenset(_COMMON.split())


def people(text: str) -> Iterator[Span]:
    """Where a name with its honorific begins and ends. Looking for each word by itself is what takes least time."""
    for honorific, others in _HONORIFICS.items():
        for place in places(text, honorific):
            end = place + len(honorific)
            another = end < len(text) and text[end] in others
            if not another and (start := _name_before(text, place)) is not None:
                yield start, end
    for title in _TITLES:
        for place in places(text, title):
            found = _TITLED.match(text, place)
            if found is not None and not text[max(0, place - 1) : place].isalnum():
                yield found.span()
    for honorific in _LATIN_HONORIFICS:
        for place in places(text, honorific):
            name = _LATIN_NAME.search(text, max(0, place - _LONGEST), place)
            if name is not None:
                yield name.start(), place + len(honorific)


def saying(find: Callable[[str], Iterator[Span]], what: str = "") -> Look:
    """A look that says the same word of all that is found."""
    return lambda text: ((span, what) for span in find(text))


def places(text: str, word: str) -> Iterator[int]:
    """Each place of a word."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))


def _name_before(text: str, place: int) -> int | None:
    """Where the name begins that stands before a place; None where none does."""
    before = text[max(0, place - _LONGEST) : place]
    found = _BEFORE.search(before)
    if found is None:  # of one kanji, a name only where it is known as one
        return place - 1 if before[-1:] in _FAMILY_NAMES else None
    in_office = _POST_BEFORE.search(before, 0, found.start()) is not None
    if not in_office and (found["kana"] or _like_a_name(found["kanji"])):
        return place - len(before) + found.start()
    return None


def _like_a_name(words: str) -> bool:
    family = re.split("[ \u3000]", words)[0]
    if family in _FAMILY_NAMES:  # by itself, or set apart from the given name
        return True
    known = words[:2] in _FAMILY_NAMES or words[:3] in _FAMILY_NAMES
    short = len(words) <= (_LONGEST_KNOWN if known else _LONGEST_NAME)
    other = words in _NO_NAMES or words[-1] in _ROLE_ENDS or _POSTS.search(words) is not None
    return short and not other
