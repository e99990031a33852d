"""Whether a text speaks of nothing but itself: that there is a summary, where it is, when it will be there."""

from functools import lru_cache
from typing import Final
from unicodedata import normalize

from tsukuba_pia.late import late

# What a text says of itself, in Japanese: one of these has to stand in it. What is of a service is none of them.
_OF_ITSELF: Final = (
    "概要版?|要旨|要約|説明文?|別紙|別添|別表|添付|(?:ホーム|ウェブ)?ページ|サイト|詳細|詳しく|くわしく|くわしい|内容|準備|作成|掲載|掲示|公開|公表|更新"
    "|記載|記入|述べ|のべ|記し|記す|示し|示す|後日|近日|追って|参照|(?:[ごお御]覧|ごらん|(?:[ごお御]連絡|問い?合わ?せ|聞いて|きいて|尋ね|たずね))"
    "(?:くださ|下さ|いただ|頂)"
)
# What may stand beside them and adds nothing. An office is only where to ask, before に, へ and まで.
_BESIDE: Final = (
    "本文|ウェブ|インターネット|別途|付属|資料|書類|文書|評価書|報告書|リンク|リーフレット|ちらし|チラシ|パンフレット|窓口|問い?合わ?せ|連絡"
    "|(?:日本|英|外国|ベトナム|中国|韓国)語|翻訳|訳文|用意|知らせ|尋ね|次第|未定|検討|結果|こちら"
    "|プライバシー|影響評価|個人情報保護評価|評価|影響|pia|市役所|役所|役場|市民|みなさま|皆様|皆さん|サービス|事業|システム|取り?組み?|計画"
    "|[一-龥ァ-ヴー]{0,12}(?:課|係|室|局|部署|担当|担当者|センター)(?=に|へ|まで|の)|担当課?|現在|ただ?今|ただいま|目下|今後|今年|来年|年度|[0-9一二三四五六七八九十]+"
    "|電話|メール|直接|簡単|簡潔|手短|まもなく|間もなく|すぐ|以下|以上|上記|下記|次|各|版|中|予定|まで|から|より|にて|により|による|において|につきまして|について"
    "|に関する|に関して|のとおり|の通り|とおり|通り|ため|こと|もの|ところ|ほう|方|よう|など|または|および|及び|なお|まだ"
    "|いただ[きけくい]|頂[きけくい]|くださ[いる]|下さ[いる]|願い|ござ[いる]|いた[しすさ]|致[しす]|ま(?:す|せん?|した)|でし(?:た|ょう)|です|であ[るり]"
    "|ある|あり|ない|いる|おり|おる|なり|なる|なっ|する|した|して|され|でき|れ|て|た|し"
    "|見[てる]|み[てる]|読[みん]|よん?で|聞い|きい|ごらん|覧|確認|この|その|これ|ここ|本|当|市|町|村|県|年|月|日|後|別|やさしい|[ごお御](?=[一-龥])|[をはにのがでもへとやか]"
)
_ITSELF: Final = late(_OF_ITSELF)
_NOTHING_ELSE: Final = late(f"{_OF_ITSELF}|{_BESIDE}")
_READING: Final = late("[(（][ぁ-ゖー]{1,20}[)）]")  # of the word before it, in easy Japanese
_MORE: Final = 2  # letters: so many beside such words may be what a service is about

# The same in languages with blanks between words. All words of a text have to be among these.
_ENGLISH: Final = """
a an the this that these it its there here of for from in into on at to by with about and or as but is are was be been
being will can may has have had not no yet only also we us our you your city cities town hall municipal municipality
office counter desk unit department staff service services project projects system assessment assessments privacy impact
pia summary summaries overview outline abstract description text document documents annex appendix attachment attached
report reports notice leaflet page pages number numbers website site web internet homepage link version versions
language languages english japanese vietnamese chinese korean translation translated translations edition detail details
information more further see look read refer reference consult visit check find found ask inquire inquiries contact call
telephone email please kindly follow follows following later soon shortly currently presently now moment time date year
month week today next coming spring summer autumn fall winter available unavailable prepared preparing preparation
progress under construction published publish publishing posted post provided provide provides added add written write
describe describes described describing explain explains explained show shows shown give gives given contain contains
contained below above separate separately elsewhere original full whole same other each all any if when where which
questions question file files pdf words plain easy tell told
"""
_VIETNAMESE: Final = """
xem trang bản tiếng nhật việt anh tóm tắt nội dung chi tiết đây là của các dịch vụ này đó vui lòng xin hãy hỏi liên hệ
tại quầy tòa toà thị chính văn phòng thành phố sẽ có được đăng tải công bố sau hiện đang chuẩn bị chưa cập nhật thông
tin thêm về và ở trên dưới tài liệu đính kèm đánh giá tác động quyền riêng tư báo cáo biết để trong mạng web website
giải thích mô tả dịch sớm nay
"""
_WORDS_OF_ITSELF: Final = frozenset((*_ENGLISH.split(), *_VIETNAMESE.split()))
_WORD: Final = late(r"[^\W_]+")
_NUMBER: Final = late("[0-9]+|[ivx]+")
# What translates something of the city's does not say when its own translation will be there.
_ITS_OWN: Final = (
    "概要|要旨|要約|説明文|別紙|別添|別表|添付|詳細|詳し|くわし|内容|評価書|準備|作成|後日|近日|追って|まもなく|間もなく|参照"
    "|(?:この|本)(?:ページ|サイト|文書|資料|文章)|本文|について|に関し|につき|[ごお御]覧|ごらん|問い?合わ?せ"
    r"|\bth(?:is|ese) (?:documents?|pages?|texts?|versions?|websites?|files?|reports?|leaflets?|notices?)\b"
    r"|\b(?:summar(?:y|ies)|overview|outline|abstract|description|assessments?|pia|annex|appendix|attach\w+|later|soon"
    r"|shortly|follow\w*|coming|prepar\w+|progress|construction|see|ask|contact|please|tóm tắt|đánh giá|sau|sớm)\b"
)
_SPEAKS_OF_ITS_OWN: Final = late(_ITS_OWN)
_THINGS: Final = "(?:websites?|web sites?|homepage|documents|pages|notices|leaflets|forms|letters|services|questions)"
_TRANSLATES: Final = late(
    r"を(?:[一-龥ァ-ヴーぁ-んa-z、・]{1,20}に)?翻訳(?:する|し)|に翻訳する(?:サービス|事業|システム|取り?組み?)"
    rf"|\btranslat(?:ed|ions?)\b[^.]{{0,200}}\bof (?:[a-z’']{{1,20}} ){{0,6}}{_THINGS}\b"
    rf"|\b{_THINGS}\b[^.]{{0,200}}\b(?:is|are|be) translated\b"
)
_PUBLISHES: Final = late(
    r"\0[」』”\")]?[をはがも][^。]{0,200}(?:公開|公表|掲載|掲示)|\bpublish(?:es)?\b[^.]{0,200}\0|\0[^.]{0,200}\b(?:published|posted)\b"
    r"|(?:công bố|đăng)[^.]{0,200}\0|\0[^.]{0,200}được (?:công bố|đăng)",
)
_JAPANESE: Final = late("[ぁ-ヺ一-鿿]")
_ADDRESS: Final = late(r"https?://[!-~]+")


@lru_cache(maxsize=1024)
def speaks_of_itself_alone(text: str) -> bool:
    """Whether it only says what it is, where to look or ask, or when it will be there."""
    plain = _ADDRESS.sub("", _READING.sub("", normalize("NFKC", text).casefold()))
    if _TRANSLATES.search(plain) is not None and _SPEAKS_OF_ITS_OWN.search(plain) is None:
        return False
    if _JAPANESE.search(plain) is None:
        words = _WORD.findall(plain)
        return all(word in _WORDS_OF_ITSELF or _NUMBER.fullmatch(word) is not None for word in words)
    said = "".join(_WORD.findall(plain))
    return _ITSELF.search(said) is not None and len(_NOTHING_ELSE.sub("", said)) < _MORE


def publishes(text: str, name: str) -> bool:
    """Whether it says that what a service is called is published: “river levels are published on the website”."""
    if not name or name not in text:
        return False
    plain = normalize("NFKC", text.replace(name, "\0")).casefold()
    return _PUBLISHES.search(plain) is not None and _SPEAKS_OF_ITS_OWN.search(plain) is None
