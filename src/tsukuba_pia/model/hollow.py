"""Words that stand where something has to be said, and say nothing. This is the one place where they are listed."""

import re
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from tsukuba_pia.late import late
from tsukuba_pia.model.pointing import speaks_of_itself_alone
from tsukuba_pia.model.text import Text

# Only as the whole text, without blanks and punctuation: “なし” beside a reason is an answer.
THERE_IS_NONE: Final = """
なし 無し 特になし 特に無し とくになし 無 ない 無い ありません 特にありません 該当なし 該当無し none nothing nil no
"""
NOTHING: Final = """
該当しない 対象外 問題なし 異常なし 未定 未記入 未入力 未回答 未確認 未作成 不明 不詳 分からない わからない
確認中 検討中 調整中 調査中 協議中 作成中 準備中 記入中 要確認 要検討 後日 後日記入 後日記載 後で書く あとで書く 後で
あとで 追って 追記予定 記載予定 記入予定 別途 別途記載 別途定める 同上 上記のとおり 上記の通り 上記と同じ 同じ
以下同じ 省略 以下略 略 仮 仮置き ダミー テスト サンプル 見本 例 ここに入力 ここに記入 適宜 適切に 適切に対応
概要 概要版 要旨 要約 説明文 後日添付 添付予定 後日提出 追って添付
適切に対応する 適切に実施 適切に管理 必要に応じて 必要に応じて対応 必要に応じて対応する はい いいえ todo tbd
tbc tba fixme xxx na null yes ok unknown unclear undecided pending later dummy test sample
example tobedetermined tobedecided tobeconfirmed tobedone towrite underreview inprogress seeabove sameasabove
asabove ditto asneeded asnecessary asrequired asappropriate whereappropriate notapplicable notavailable
notdecided notknown notyetdecided notyetknown noidea nocomment whatever placeholder loremipsum asdf qwerty
難しい 難しいため 難しいから 困難 困難なため 実現困難 実現が困難 できない できないため 出来ない 不可能 無理 現実的でない
現実的ではない 適さない difficult toodifficult itisdifficult hard toohard impossible impractical notpossible notfeasible
infeasible unrealistic notsuitable
summary comingsoon tobeadded underconstruction beingprepared inpreparation draft
"""

NOBODY: Final = """
市 町 村 区 県 本市 当市 市役所 役所 町役場 市の職員 当課 本課 担当 担当者 担当課 担当部署 担当職員 関係者
関係課 関係部署 各課 各担当 職員 全員 みんな 皆 誰か だれか 誰でも 本人以外 somebody someone anybody anyone
everybody everyone all staff us we city thecity cityhall personincharge thepersonincharge responsibleperson
relevantstaff theteam
"""
UNNAMED: Final = """
市名 市の名前 自治体名 市区町村名 何々市 某市 甲市 xx市 xxx市 abc市 市 本市 当市 yourcity cityname nameofcity
nameofthecity thecity mycity acity city xxcity
"""
_NONE: Final = frozenset(THERE_IS_NONE.split())
_FILLERS: Final = _NONE.union(NOTHING.split())
_ALL: Final = frozenset(NOBODY.split())
_UNNAMED: Final = frozenset(UNNAMED.split())
_BLANKS: Final = frozenset("○〇◯●◎△▲□■◇◆☆★＿_?？…")  # what stands where a name is to be filled in
_LOOSE: Final = late("(?:案|仮|ただ今|ただいま|現在|目下)+")  # before what says nothing: (案)作成中
_AT_WORK: Final = late(
    "(?:作成|準備|検討|確認|調整|調査|協議|記入|記載|翻訳|執筆)を?して(?:いる|います|おります)|(?:これから|後日)(?:作成|記入|記載|添付|提出)(?:する|します|予定)"
)
_POLITE: Final = late("(?:案|です|でした|とする|とします|である|であります)$")
# That it was done, and not how: a method says more.
_DONE: Final = late(
    "(?:(?:この|当該)?(?:対策|内容|動作|実施|状況|実際|きちんと|適切)[のをにが]?)*(?:確認|検証|点検|検査|チェック|確かめ)"
    "(?:済み?|ずみ|完了|実施(?:済み?)?|(?:を?実施|を?行っ|でき|し)?(?:た|ました)|をし(?:た|ました)|ている|ています|する)?"
    "|(?:it|we|i|was|is|has|have|been|properly|duly)*(?:checked|verified|confirmed|reviewed|inspected|looked)(?:it|this|ok|okay)?"
    "|(?:the)?(?:check|verification|confirmation|review|inspection)(?:was|is)?(?:done|completed|made|ok)?"
)
_AGAIN: Final = late(r"(.{2,20}?)\1{2,}")  # テストテストテスト
# That a comment was heard, and not what became of it: such a word, and nothing beside it but courtesy.
_TAKEN: Final = late(
    "参考|検討|考慮|留意|承り|承る|承知|受け止め|聞き置|拝聴|ありがとう|noted|consider|reference|thank"
)
_COURTESY: Final = late(
    "参考|検討|考慮|留意|承り|承る|承知|受け止め|聞き置|拝聴|ありがとうございま(?:す|した)|ございま(?:す|した)"
    "|(?:ご|御)?(?:意見|指摘|提案|要望)|貴重な|いただいた|頂いた|お寄せ|今後|将来|次回|以後|課題|真摯に?|十分に?|慎重に?|しっかり"
    "|引き?続き|施策|業務|運営|取り?組み?|につきまして|について|として|さ?せて|いただき|頂き|いたし|致し|まいり|参り|おき|おり|と思い|と考え"
    "|する|ます|まし|たい|です|[をはにとのがでもてしたお]"
)
_THANKS: Final = """
thank thanks you very much for your the a an valuable kind comment comments opinion opinions view views feedback input
we have has been noted note take taken will shall consider considered considering consideration into account it this
that them in future reference under being be is are as of with and to carefully further
"""
_COURTEOUS: Final = frozenset(_THANKS.split())
_FEWEST_WORDS: Final = 5  # of a summary in a language that puts blanks between its words
_LETTERS_OF_A_WORD: Final = 2  # of the average one
_COMPOUNDS: Final = 3  # words that are enough where they are long: German and Finnish make one of several
_LETTERS_OF_COMPOUNDS: Final = 30
_FEWEST_LETTERS: Final = 6  # of one in a language without blanks
_UNBROKEN: Final = late("[ぁ-ヺ一-鿿ก-๛က-႟]")  # letters of languages that do not
_WORD: Final = late("[一-鿿가-힣]")  # characters that are words by themselves
_SHORTEST: Final = 2  # different letters: one is no word, however often it stands
_WORDY: Final = 30  # different characters: no words that say nothing have so many, with all punctuation around them
_LONGEST_THANKS: Final = 120  # letters
_OF_ITS_OWN: Final = 4  # letters that a text has beside a title: fewer are “について”, “の概要”


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """A text without what is no letter or digit, in one width and case."""
    return "".join(character for character in normalize("NFKC", text).casefold() if character.isalnum())


@lru_cache(maxsize=4096)
def is_hollow(text: str) -> bool:
    """Whether a text says nothing: no word, a letter or a word again and again, or what only fills the place."""
    if "ipsum" in text and "lorem" in text.lower():  # a printer's filling
        return True
    if len(set(text)) > _WORDY:
        return False
    said = letters(text)
    return len(set(said)) < _SHORTEST or is_placeholder(text) or _AGAIN.fullmatch(said) is not None


@lru_cache(maxsize=4096)
def is_filler(text: str) -> bool:
    """The same where a word is enough, as for a thing or an event: one character may be that word (紙, 死, 길)."""
    return is_hollow(text) and (is_placeholder(text) or _WORD.fullmatch(letters(text)) is None)


def is_left_open(text: str) -> bool:
    """The same where “there is none” is an answer."""
    return is_filler(text) and _NONE.isdisjoint({letters(text), _POLITE.sub("", letters(text))})


@lru_cache(maxsize=4096)
def is_placeholder(name: str) -> bool:
    """The same where a name stands: 林 and 森 are names, 未定 is none."""
    said = letters(name)
    begun = _LOOSE.match(said)
    core = said[begun.end() :] if begun is not None else said
    return not core or not _FILLERS.isdisjoint({said, core, _POLITE.sub("", core)}) or bool(_AT_WORK.fullmatch(core))


@lru_cache(maxsize=4096)
def is_nobody(name: str) -> bool:
    """Whether a name is that of nobody who could be asked: it fills the place, or stands for all."""
    return is_placeholder(name) or letters(name) in _ALL


def is_unnamed(city: str) -> bool:
    """Whether a city's name is none: it stands there to be filled in."""
    return is_placeholder(city) or letters(city) in _UNNAMED or not _BLANKS.isdisjoint(city)


@lru_cache(maxsize=4096)
def is_mere_heard(answer: str) -> bool:
    """Whether an answer to a comment only says that it was heard, or nothing: “for future reference”."""
    said = letters(answer)
    if is_hollow(answer) or len(said) > _LONGEST_THANKS or _TAKEN.search(said) is None:
        return is_hollow(answer)
    if said.isascii():
        return _COURTEOUS.issuperset(re.findall("[a-z]+|[0-9]+", normalize("NFKC", answer).casefold()))
    return not _COURTESY.sub("", said)


@lru_cache(maxsize=4096)
def is_mere_done(method: str) -> bool:
    """Whether a way of checking only says that it was checked, or nothing."""
    return is_hollow(method) or _DONE.fullmatch(letters(method)) is not None


@lru_cache(maxsize=1024)
def tells_nothing_of_itself(summary: str) -> bool:
    """Whether a summary says nothing, or only where to look instead, or is less than a sentence (“Robot.”)."""
    if is_hollow(summary) or speaks_of_itself_alone(summary):
        return True
    said = len(letters(summary))
    if _UNBROKEN.search(summary) is not None:
        return said < _FEWEST_LETTERS
    each = summary.casefold().split()
    words = len(set(each))  # one that stands twice says nothing more
    if said < _LETTERS_OF_A_WORD * len(each):  # a b c d e
        return True
    return words < _FEWEST_WORDS and (words < _COMPOUNDS or said < _LETTERS_OF_COMPOUNDS)


def repeats(text: str, title: Text) -> bool:
    """Whether a text says a title again, and hardly more."""
    titles = (title,) if isinstance(title, str) else tuple(title.values())
    if len(text) > 2 * max(map(len, titles), default=0) + _WORDY:
        return False
    said = letters(text)
    named = [one for one in map(letters, titles) if one and one in said]
    return any(len(said) - len(one) <= _OF_ITS_OWN for one in named)
