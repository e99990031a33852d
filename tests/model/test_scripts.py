"""A text is not in the language that it says where its letters are not; where there is doubt nothing is said."""

import pytest

from tsukuba_pia.model.scripts import is_in_another_script, is_romaji

JA = "配送ロボットのカメラで道路の様子を見ますが、映像は72時間で消します。"
EN = "The robot's camera looks at the road; the pictures are erased after 72 hours."
VI = "Camera của rô-bốt nhìn đường đi; hình ảnh được xoá sau 72 giờ và không gửi cho ai."
ZH = "配送机器人的摄像头会查看道路情况影像在七十二小时后删除不会提供给任何人"
KO = "배송 로봇의 카메라가 도로를 보며 영상은 72시간 후에 삭제됩니다."
FR = "La caméra du robot regarde la rue ; les images sont effacées après 72 heures, même en été."
PT = "A câmera do robô olha a rua; as imagens são apagadas após 72 horas e não são entregues."
ALL = {"ja": JA, "en": EN, "vi": VI, "zh": ZH, "ko": KO, "fr": FR, "pt": PT}
ALIKE = {"en", "fr", "pt"}  # by their letters nobody can tell them apart


@pytest.mark.parametrize("language", [*ALL, "ja-x-easy"])
@pytest.mark.parametrize("written", ALL)
def test_letters_tell(language: str, written: str) -> None:
    """Each is known for none of the others, and itself passes."""
    spoken = language.removesuffix("-x-easy")
    same = spoken == written or {spoken, written} <= ALIKE
    assert is_in_another_script(ALL[written], language) is not same


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Super City の OpenHub(データ連携基盤)で MaaS の API を試します。", "ja"),
        ("The consent desk (同意の窓口) of Tsukuba City (つくば市) answers questions.", "en"),
        ("つくば市役所 市長公室", "en"),
        ("つくば市個人情報保護審査会答申", "ja"),
        ("MaaS", "ja"),
        ("詳しくは yamada.hanako@mail.test か https://city.example.jp/services/robots まで。", "ja"),
        ("", "en"),
        ("72", "vi"),
        (JA, "tlh"),
        (EN, "x"),
    ],
)
def test_doubt_says_nothing(text: str, language: str) -> None:
    """Names, terms, what is short, languages that nobody listed."""
    assert not is_in_another_script(text, language)


@pytest.mark.parametrize(
    "text", ["The robot looks at つくば市の道路を見ます。映像は72時間で消します。誰にも渡しません。", JA + EN[:20]]
)
def test_most_letters_count(text: str) -> None:
    """Some words of another language change nothing."""
    assert is_in_another_script(text, "en")
    assert not is_in_another_script(text, "ja")


@pytest.mark.parametrize(
    ("text", "romaji"),
    [
        ("Busu no kiroku wo tsukaimasu kado", True),
        ("Jitensha no kazu o kazoete, aite iru basho o oshiemasu.", True),
        ("Kekka wo shinryōjo ni okurimasu.", True),
        ("To me no one is to go on.", False),
        ("A robot brings your shopping to a home.", False),
        ("The Tsukuba no Kaze bus goes to the station.", False),
        ("", False),
    ],
)
def test_japanese_in_latin_letters(text: str, *, romaji: bool) -> None:
    """It is no English; other languages are made of such syllables themselves."""
    assert is_romaji(text, "en") is romaji
    assert not is_romaji(text, "id")
