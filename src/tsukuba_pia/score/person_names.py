"""What two spellings of a person's name differ by: width, blanks, case, honorifics, kana, old and new kanji, posts.

Also a remark in brackets, and the order of a name in Latin letters. A name is folded to be compared, never to be shown.
髙橋 in one role and 高橋様 in another is one person.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import normalize

from tsukuba_pia.late import late

# Old and new forms, and variants that registers of residents and keyboards tell apart; no two different characters.
_FORMS = (
    "髙高 﨑崎 嵜崎 㟢崎 濵浜 濱浜 邊辺 邉辺 齋斎 齊斉 澤沢 廣広 國国 櫻桜 學学 惠恵 眞真 龍竜 瀧滝 榮栄 豐豊 德徳 "
    "壽寿 藏蔵 將将 彌弥 薗園 嶋島 嶌島 嶽岳 桒桑 𠮷吉 冨富 峯峰 舘館 圓円 條条 關関 實実 萬万 禮礼 與与 傳伝 佛仏 "
    "勳勲 應応 戶戸 曾曽 槇槙 檜桧 瑤瑶 靜静 顯顕 鷗鴎 黃黄 黑黒 來来 兒児 巖巌 彥彦 恆恒 晉晋 曉暁 淺浅 淨浄 瀨瀬 "
    "稻稲 穗穂 總総 聰聡 莊荘 藝芸 螢蛍 讓譲 賴頼 遙遥 鄕郷 靑青 鹽塩 麥麦 亞亜 堯尭 寬寛 敎教 栁柳 橫横 步歩 淸清 "
    "增増 尙尚 當当 圖図 團団 澁渋 渕淵 渊淵 籔薮 藪薮 飜翻 經経 緖緒 縣県 龜亀 齡齢 ヶケ ヵカ"
)
_KANJI = {ord(pair[0]): pair[1] for pair in _FORMS.split()}
_KANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}  # タナカ is たなか
_NOTHING = dict.fromkeys(
    (*map(ord, "・=゠.,、-‐'"), 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)), None
) | dict.fromkeys(range(0xE0100, 0xE01F0))  # what stands between the parts of a name, what nobody sees
_TABLE: dict[int, int | str | None] = {**_KANJI, **_NOTHING}
_SAME_LETTER: dict[int, int | str] = {**_KANJI, **_KANA}
_MARKS = late("[\u0300-\u036f]+")  # ō is o; か and が are two
_REPEATED = late("(.)(々+)")
_POLITE = ("さん", "さま", "くん", "様", "氏", "殿", "君", "先生")
_TITLES = frozenset({"mr", "mrs", "ms", "mx", "dr", "prof", "sir"})
_POSTS = (
    "委員長", "事務局長", "課長補佐", "副市長", "副部長", "副課長", "教育長", "消防長", "准教授", "専門員", "弁護士",
    "市長", "部長", "課長", "局長", "次長", "室長", "係長", "班長", "所長", "館長", "園長", "校長", "会長", "主査",
    "主任", "主事", "主幹", "主席", "参事", "理事", "委員", "教授", "職員",
)  # fmt: skip

_KANJI_LETTER = "々\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BEFORE_A_NAME = "課係部局室班所館園校当者員長士師授表査任事幹席役名姓元故及並"  # what a name may follow without a sign
_BEHIND_A_NAME = "|".join(
    (*_POLITE, *_POSTS, "担当", "[他外等両及並兼宛著記印作案]", f"[{_KANJI_LETTER}]{{0,4}}[師士]")
)


_REMARK = late(
    r"(?<=\S)(?:\s*[(\[〔【〈][^()\[\]〔〕【】〈〉]{0,100}(?:[)\]〕】〉]|\Z))+(?=[さんまくサンマク様氏殿君先生\s]*\Z)"
)
_LATIN = late("[A-Za-z\u00c0-\u024f’]+")
_OF_A_POST = """
of the and for to a city mayor office officer head chief deputy manager director division department section unit team
group desk bureau council board committee vendor contractor supplier company ltd inc corp member members secretary
assistant staff lead owner service services counter centre center resident residents user users
"""
_NO_NAMES = frozenset(_OF_A_POST.split())
# Ends of what is no name: units, bodies, roles.
_UNIT = late(
    "(?:[課部局室係班所館園校会社署院市町村区県府庁者員長監役側先団組係]|センター|チーム|グループ|大学|機構|財団|法人|組合"
    "|代表|市民|住民|担当|顧問|監査|本人|個人|窓口|家族|[護理書計術養育祉築]士)\\Z"
)
_JAPANESE = late(f"[{_KANJI_LETTER}ぁ-ゖァ-ヺー]{{2,10}}")
_WHOLE = late(f"[{_KANJI_LETTER}]{{3,5}}")  # 佐藤明, without a blank


@lru_cache(maxsize=4096)
def folded(text: str | None) -> str:
    """A text without what two ways of typing it differ by: width, blanks, case."""
    return "".join(normalize("NFKC", text or "").split()).casefold()


def one_spelling(text: str) -> str:
    """A text in which old and new kanji, both kana, and letters with and without marks are the same (NFKC before)."""
    plain = _MARKS.sub("", normalize("NFD", text.translate(_SAME_LETTER)))
    return normalize("NFC", plain)


def as_a_word(words: Sequence[str]) -> str | None:
    """How a name is told from a piece of a longer word, as a pattern; `None` where no rule does.

    Ann is not in annual; six letters seldom meet by chance, so Tanaka is in htanaka@. 中央 is in no longer run of
    kanji, but for one that ends or goes on as beside a name: 課, 様.
    Between its words there may be a blank or none; its letters may stand apart.

    Args:
        words: of the name, in one spelling.

    """
    whole = "".join(words)
    parted = f"(?:{' ?'.join(words)}|{' '.join(whole)})"
    if re.fullmatch("[a-z]{1,5}", whole):
        return f"(?<![a-z]){parted}(?![a-z])"
    if re.fullmatch(f"[{_KANJI_LETTER}]{{2}}", whole):
        before, behind = (
            f"(?:(?<![{_KANJI_LETTER}])|(?<=[{_BEFORE_A_NAME}]))",
            f"(?:(?![{_KANJI_LETTER}])|(?={_BEHIND_A_NAME}))",
        )
        return before + parted + behind
    return None


@lru_cache(maxsize=4096)
def person(name: str | None) -> str:
    """A name, or a post, without what two spellings of it differ by."""
    return _person(_words(name))


@lru_cache(maxsize=1024)
def holder(name: str | None) -> str:
    """A name without the post that is written before or after it. A post alone is left as it is."""
    return _holder(_words(name))


@lru_cache(maxsize=4096)
def person_in_any_order(name: str | None) -> frozenset[str]:
    """The same for each order of a name in Latin letters: Sato Akira, SATO AKIRA and Akira Sato are one."""
    return frozenset(map(_person, _orders(_words(name))))


@lru_cache(maxsize=1024)
def holder_in_any_order(name: str | None) -> frozenset[str]:
    """The same without a post."""
    return frozenset(map(_holder, _orders(_words(name))))


def _person(words: Sequence[str]) -> str:
    return _without("".join(words).translate(_KANA), _POLITE)


def _holder(words: Sequence[str]) -> str:
    named = [word for word in words if not _is_post(word)]
    return _person([_without("".join(named or words).translate(_KANA), (*_POLITE, *_POSTS))])


def _words(name: str | None) -> list[str]:
    """The words of a name, in one form."""
    said = _without_remark(normalize("NFKC", name or "").translate(_TABLE))
    plain = _REPEATED.sub(lambda found: found[1] * (1 + len(found[2])), said)
    words = plain.casefold().split()
    return [word for word in words if word not in _TITLES] or words


def _orders(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """A name's words as they are; in Latin letters each of them first, too, and in the order of the alphabet."""
    yield words
    if len(words) > 1 and all(map(_LATIN.fullmatch, words)):
        yield from ([*words[place:], *words[:place]] for place in range(1, len(words)))
        yield sorted(words)


def _without_remark(said: str) -> str:
    """Without what stands in brackets behind a name: a post, a unit, how it is read. A post or a unit keeps it."""
    bare = _REMARK.sub("", said)
    return bare if bare != said and _is_a_name(bare.split()) else said


def _is_a_name(words: Sequence[str]) -> bool:
    """Whether they are a person's name for certain: in Japanese by its length, in Latin letters two words or more."""
    if all(map(_LATIN.fullmatch, words)):
        return len(words) > 1 and _NO_NAMES.isdisjoint(map(str.casefold, words))
    named = [one for one in words if not _is_post(one)]
    if not named or _UNIT.search(_without(named[-1], _POLITE)):
        return False
    whole = "".join(named)
    form = _JAPANESE if len(named) > 1 else _WHOLE
    return (len(named) > 1 or len(words) == 1) and form.fullmatch(whole) is not None


def _is_post(word: str) -> bool:
    return _without(word, _POLITE).endswith(_POSTS)


def _without(name: str, endings: tuple[str, ...]) -> str:
    """Without what is added behind it, as long as something is left."""
    for ending in endings:
        if name.endswith(ending) and len(name) > len(ending):
            return _without(name.removesuffix(ending), endings)
    return name
