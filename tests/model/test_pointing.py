"""A text that speaks of itself alone is told apart from one that says what a service does, in each language."""

from pathlib import Path

import pytest

from tests.golden import ROOT
from tsukuba_pia.model.hollow import tells_nothing_of_itself
from tsukuba_pia.model.pointing import speaks_of_itself_alone
from tsukuba_pia.yaml_source import parse

EXAMPLES = sorted((ROOT / "examples").glob("*/assessment.yaml"))


@pytest.mark.parametrize(
    "text",
    [
        "別紙のとおりです。",
        "後日掲載いたします。",
        "本ページは現在準備中でございます。",
        "詳細は市役所の窓口までお問い合わせください。",
        "都市計画課へお問い合わせください。",
        "総合交通課の窓口で資料をご覧ください。",
        "本評価書の概要について述べる。",
        "評価書本文を参照してください。",
        "英語版は後日公開する予定です。",
        "このサービスの概要を簡単に説明します。",
        "市民のみなさまへの説明は別添の資料に記載しています。",
        "概要は https://www.city.example.jp/pia/ に掲載しています。",
        "くわしくは市役所(しやくしょ)に聞(き)いてください。",
        "やさしい日本語(にほんご)のページは準備中(じゅんびちゅう)です。",
        "準備ができ次第お知らせします。",
        "内容は今後検討して公表します。",
        "こちらをご覧ください。",
        "PIAの概要です。",
        "This is the summary of this service.",
        "English is not available at the moment.",
        "The English version follows later this year.",
        "See page 2 of the annex.",
        "Please ask at the town hall counter.",
        "Please see the attached PDF file.",
        "We will tell you more about it later.",
        "This document describes the privacy impact assessment of the project.",
        "The summary will be published on the website in 2027.",
        "英語版は現在翻訳し、作成しています。",
        "概要を英語に翻訳し、市のホームページで公開します。",
        "評価書の概要を外国語に翻訳して掲載します。",
        "英語に翻訳し、後日公開します。",
        "この文書を英語に翻訳して公開します。",
        "The English translation is on the website.",
        "A translated version will be published on the website.",
        "A translation of this page will follow.",
        "The translation of our summary will be published on the website.",
        "The documents will be translated later.",
        "Xem trang tiếng Nhật để biết chi tiết.",
        "Bản tiếng Việt sẽ được đăng sau.",
        "Đây là bản tóm tắt của dịch vụ này.",
    ],
)
def test_of_itself(text: str) -> None:
    """What it is, where to look, whom to ask, when it will be there."""
    assert speaks_of_itself_alone(text)


SOUND = [
    "駅前の自転車の数を数えて、空いている駐車場を案内します。",
    "市の窓口の待ち時間を、市のホームページで知らせます。",
    "バスの乗り降りの記録から、地区の間を移動する人の数を出します。",
    "ごみの日をメールでお知らせします。",
    "本を借りる予約をホームページで受けます。",
    "市役所の窓口の予約を電話とインターネットで受けます。",
    "小さいロボットが荷物を運びます。",
    "図書の予約を受けます。",
    "議会の資料を公開します。",
    "人数を数えます。",
    "窓口を予約できます。",
    "英語の翻訳を電話でします。",
    "問い合わせの窓口を増やします。",
    "市のホームページを外国語に翻訳するサービスです。",
    "市役所の文書を英語に翻訳し、公開します。",
    "今後、市のホームページをベトナム語に翻訳する予定です。",
    "市役所(しやくしょ)のページを、英語(えいご)やベトナム語(ご)に翻訳(ほんやく)します。",
    "図書館の予約のページです。",
    "市(し)の窓口(まどぐち)を電話(でんわ)で予約(よやく)できます。",
    "駅(えき)の前(まえ)の自転車(じてんしゃ)の数(かず)を数(かぞ)えます。",
    "図書館(としょかん)の本(ほん)を、インターネットで予約(よやく)できます。",
    "カメラで人(ひと)の数(かず)を数(かぞ)えます。顔(かお)は残(のこ)しません。",
    "ごみを出(だ)す日(ひ)をメールで知(し)らせます。",
    "赤(あか)ちゃんの健診(けんしん)の日(ひ)を、スマートフォンに送(おく)ります。",
    "バスがいつ来(く)るかを、スマートフォンで見(み)られます。",
    "小(ちい)さいロボットが、家(いえ)まで物(もの)をとどけます。",
    "カードの番号(ばんごう)や名前(なまえ)は、市(し)に来(き)ません。",
    "災害(さいがい)のとき、にげる道(みち)を見(み)せます。",
    "12の言葉(ことば)で、市役所(しやくしょ)に質問(しつもん)できます。",
    "The city counts bicycles at the station to show where there is space.",
    "Sensors measure the air in each school.",
    "We publish minutes of the council on the website.",
    "You can ask the city about its services in twelve languages.",
    "A robot brings your shopping.",
    "The city will publish translated versions of its website and documents in Vietnamese.",
    "This service provides translated versions of the website and documents of the city.",
    "The website and documents of the city are translated into English.",
    "We provide translations of the city’s pages and notices in Chinese.",
    "The city reads smart-card records to plan bus lines.",
    "Books are lent by machine at the city library.",
    "We count bicycles, nothing else.",
    "Parents receive the menu of school lunches by e-mail.",
    "This page tells you how long you wait at the town hall.",
    "Đếm xe đạp, không ghi hình ai cả.",
    "Thành phố đếm số người ở nhà ga.",
    "Rô-bốt nhỏ mang hàng đến tận nhà.",
    "Xem kết quả khám sức khỏe trên mạng.",
    "Camera chỉ đếm số xe đạp trước ga.",
    "Ứng dụng trả lời câu hỏi về thủ tục.",
    "Cảm biến đo không khí ở từng trường học.",
    "Thành phố dùng dữ liệu thẻ để sắp xếp tuyến xe buýt.",
    "Phụ huynh nhận thực đơn bữa trưa qua thư điện tử.",
    "Thư viện cho mượn sách bằng máy tự động.",
    "พนักงานนับจำนวนคนเท่านั้น",
]


@pytest.mark.parametrize("text", SOUND)
def test_of_a_service(text: str) -> None:
    """One sentence is enough, also one about a page, a desk or a document."""
    assert not speaks_of_itself_alone(text)
    assert not tells_nothing_of_itself(text)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.parent.name)
def test_no_example_speaks_of_itself(file: Path) -> None:
    """Not one sentence of what is published there."""
    data = parse(file.read_bytes(), "assessment.yaml").data
    for text in data["publication"]["summaries"].values():
        assert not [one for one in text.replace(". ", "。").split("。") if one and speaks_of_itself_alone(one)]
