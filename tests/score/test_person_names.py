"""When two names are one person's."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tsukuba_pia.score.asked import named, same_name, same_person
from tsukuba_pia.score.person_names import holder, person

ONE = [
    ("髙橋 直", "高橋直"),
    ("髙橋\u3000直 様", "高橋 直さん"),
    ("ﾀﾅｶ ﾐﾉﾙ", "たなか・みのる"),
    ("佐々木", "佐佐木氏"),
    ("山﨑", "山崎先生"),
    ("渡邊 惠", "渡辺恵"),
    ("葛\U000e0100城", "葛城"),
    ("Mr. John  SMITH", "John Smith"),
    ("契約課長", "契約課長\u200b"),
    ("佐藤 明 (移動サービス課)", "佐藤 明"),
    ("佐藤明（移動サービス課長）", "佐藤 明"),
    ("佐藤明(移動サービス課長)", "佐藤 明【総務課】"),
    ("佐藤 明様(移動サービス課)", "佐藤明"),
    ("佐藤 明(総務課)様", "佐藤明"),
    ("中村 剛士(さとう たけし", "中村剛士"),
    ("Sato Akira", "AKIRA SATO"),
    ("Sato, Akira", "Akira SATO (Mobility Services Division)"),
    ("SatoAkira", "Akira Sato"),
    ("Anna Maria Schmidt", "SCHMIDT Maria Anna"),
]
TWO = [
    ("契約課長", "契約部長"),
    ("斎藤", "斉藤"),
    ("大野", "小野"),
    ("オーノ", "オノ"),
    ("高橋 直", "高橋"),
    ("佐藤 明", "佐藤 明子"),
    ("佐藤 明(総務課)", "佐藤 明子(総務課)"),
    ("課長(総務課)", "課長(企画課)"),
    ("契約課長(代理)", "契約課長"),
    ("情報政策課長(代理)", "情報政策課長(兼務)"),
    ("移動サービス課(点検係)", "移動サービス課(運用係)"),
    ("市民代表(公募)", "市民代表(団体)"),
    ("事業者(A社)", "事業者(B社)"),
    ("ベンダー(A社)", "ベンダー(B社)"),
    ("Head of Mobility (acting)", "Head of Mobility"),
    ("vendor (Robo)", "vendor"),
    ("Planning Division (A)", "Planning Division (B)"),
    ("A. Sato", "Akira Sato"),
    ("Akira Sato", "Akiko Sato"),
    ("(総務課)", "(企画課)"),
    ("", ""),
    ("・", "、"),
    (None, None),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_of_one_person(one: str, other: str) -> None:
    """Each way round."""
    assert same_person(one, other)
    assert same_person(other, one)
    assert same_name(one, other)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_people_or_nobody(one: str | None, other: str | None) -> None:
    """What may well be two people is never taken for one."""
    assert not same_person(one, other)
    assert not same_person(other, one)


@pytest.mark.parametrize(
    "written", ["総務課長 山田 一", "山田一課長", "山田 一 主任", "山田 一 課長補佐 様", "弁護士 山田一"]
)
def test_a_name_with_a_post(written: str) -> None:
    """In a team, where names are, a post beside one makes no other person of it."""
    assert same_name(written, "山田 一")
    assert not same_name(written, "山田 二")


@pytest.mark.parametrize("nothing", [None, "", " ", "\u3000", "\u200b", "-", "—", "・"])
def test_nobody_is_named(nothing: str | None) -> None:
    """A sign is no name and no reason."""
    assert not named(nothing)


@example("1課長様")
@example("1課 長")
@example("タサン")
@example("佐 藤 明(課)")
@given(st.text("髙高橋々ﾀタた様さんｻサン課長氏山 \u3000・AＡa1()（）", max_size=12))
def test_folding_twice_changes_nothing(name: str) -> None:
    """So that what is equal once is equal for good."""
    assert person(person(name)) == person(name)
    assert holder(holder(name)) == holder(name)
