"""Words that say nothing are known as such; an answer that is short is none of them."""

import pytest

from tsukuba_pia.model.hollow import (
    is_filler,
    is_hollow,
    is_left_open,
    is_mere_done,
    is_nobody,
    is_placeholder,
    repeats,
    tells_nothing_of_itself,
)
from tsukuba_pia.model.lasting import is_endless, never_begins


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "あ",
        "ああああ",
        "-",
        "…",
        "なし",
        "特になし。",
        "特に なし",
        "未定です",
        "確認中",
        "検討中とする",
        "T.B.D.",
        "ｎ／ａ",
        "TODO",
        "xxx",
        "必要に応じて",
        "To be determined",
        "as needed",
        "Ｎｏｎｅ.",
        "１１１",
        "(未記入)",
        "同上",
        "(案)作成中",
        "【案】",
        "概要",
        "概要版(案)",
        "現在作成しています。",
        "ただいま調整中です",
        "Coming soon!",
        "後日添付",
        "これから記入します。",
    ],
)
def test_hollow(text: str) -> None:
    """Whatever its width, blanks, case, punctuation and politeness."""
    assert is_hollow(text)


@pytest.mark.parametrize(
    "text",
    [
        "30日",
        "市民",
        "なし(意見はメールで送れます)",
        "未定の部分は2027年3月に決める",
        "OD表",
        "None of the data leaves",
        "カ月",
        "案内を作成しています",
        "現在の住所",
        "確認します。担当は総務課です",
        "概要を3つの言語で示す",
    ],
)
def test_not_hollow(text: str) -> None:
    """What says something, however short."""
    assert not is_hollow(text)


@pytest.mark.parametrize(
    ("summary", "empty"),
    [
        ("See the Japanese page.", True),
        ("Please refer to the Japanese version of this summary.", True),
        ("For details see the website.", True),
        ("Available in Japanese only.", True),
        ("Robot.", True),
        ("A delivery robot drives.", True),
        ("Gehweglieferroboterdatenschutzfolgenabschätzung", True),
        ("Gehweglieferroboter bringen Einkäufe.", False),
        ("Robotti kuljettaa ostoksia jalkakäytävällä.", False),
        ("ロボット。", True),
        ("หุ่น", True),
        ("日本語のページをご覧ください。", True),
        ("詳しくは、市のホームページをご覧ください。", True),
        ("A robot brings your shopping.", False),
        ("See how many bicycles stand at the station before you go there.", False),
        ("Only bicycles are counted. For details see the website.", False),
        ("Đếm xe đạp, không ghi hình ai cả.", False),
        ("人数を数えます。", False),
        ("นับจำนวนคนเท่านั้น", False),
        ("a b c d e f", True),
        ("robot robot robot bike robot", True),
        ("ホームページを見た人の数を数えます。", False),
        ("市のサイトで健診の結果を見られるようにします。くわしくはページをご覧ください。", False),
    ],
)
def test_a_summary_that_tells_nothing(summary: str, *, empty: bool) -> None:
    """It points elsewhere, or is less than a sentence."""
    assert tells_nothing_of_itself(summary) is empty


def test_a_character_may_be_a_word_or_a_name() -> None:
    """Of a thing one that is written so, of a person any letter; but no word that only fills the place."""
    for word in ("紙", "車", "死", "길"):
        assert is_hollow(word)
        assert not is_filler(word)
    assert is_filler("A")
    assert is_filler("紙紙紙")
    assert is_filler("無")
    assert is_filler("あ")
    assert is_filler("ーーー")
    assert not is_placeholder("林")
    assert not is_nobody("B")
    assert is_placeholder("未定")
    assert is_placeholder("-")


def test_none_may_be_an_answer() -> None:
    """Where it is asked whether there is something; that it is not known yet never is."""
    for word in ("なし", "ありません。", "特になしです", "None.", "ＮＯ"):
        assert is_filler(word)
        assert not is_left_open(word)
    for word in ("未定", "TBD", "-", "", "分からない"):
        assert is_left_open(word)
    assert not is_left_open("窓口")


@pytest.mark.parametrize(("name", "nobody"), [("市", True), ("担当課", True), ("The City", True), ("未定", True)])
def test_nobody(name: str, nobody: bool) -> None:
    """A word for all names nobody."""
    assert is_nobody(name) is nobody
    assert not is_nobody(f"{name} 総合交通課")


@pytest.mark.parametrize(
    "text",
    [
        "期限なし",
        "期限は定めない",
        "無期限",
        "永久保存",
        "当面の間",
        "必要な期間",
        "利用目的の達成に必要な期間",
        "業務上必要と認められる間",
        "必要がなくなるまで",
        "不要になるまで",
        "必要に応じて",
        "一定期間",
        "必要最小限の期間",
        "できるだけ短い期間",
        "期限を設けない",
        "保存年限の定めなし",
        "必要性がなくなるまで",
        "not longer than necessary",
        "the shortest possible time",
        "適切な期間",
        "常用",
        "常時保存",
        "文書管理規程による",
        "市の文書管理規程に基づく",
        "規則に定める期間",
        "according to the records regulation",
        "As set out in the rules",
        "forever",
        "As long as needed",
        "Indefinitely",
        "until no longer needed",
        "as long as the service runs",
        "別に定める期間",
        "関係法令の定めるところによる",
        "サービスを続ける間",
        "サービス提供中",
        "while the service lasts",
        "as required by law",
        "5年ごとに更新",
        "5年(更新可)",
        "1年、以後更新",
        "90日(延長することがある)",
        "90日以上",
        "at least 30 days",
        "90日(延長あり、上限なし)",
        "999年",
        "100 years",
        "36,500日",
        "百年",
        "a reasonable period",
        "担当課が定めるまで",
        "市長が別に定めるまで",
        "別途通知するまで",
        "until the unit decides",
        "Until the city decides otherwise.",
        "until further notice",
    ],
)
def test_endless(text: str) -> None:
    """What nobody can check."""
    assert is_endless(text)


@pytest.mark.parametrize(
    "text",
    [
        "30日",
        "検査に必要な期間(最長30日)",
        "三年",
        "永年(文書管理規程 別表第1)",
        "常用(文書管理規程 別表第1)",
        "文書管理規程による5年",
        "文書管理規程 別表第2のとおり",
        "条例による廃止の日まで",
        "当選した人の任期まで",
        "契約の終了まで",
        "抽選の結果が決まるまで",
        "本人が決めるまで",
        "until the resident decides otherwise",
        "担当課が定めるまで(最長1年)",
        "until the city decides on the application",
        "until the unit decides, at most 90 days",
        "退会の日まで",
        "Three years",
        "One year; what is on the ledger stays for ever",
        "until the journey ends",
        "the term of those elected",
        "30年",
        "150年(戸籍法施行規則 第5条)",
        "2045年3月まで",
        "until March 2045",
        "最後の更新から1年",
        "5年(更新しない)",
        "名簿を更新するまで(毎年4月)",
        "次の更新まで",
        "30日以上は持たない",
        "平成31年度の分は5年",
        "昭和64年までの分は廃棄済み、ほかは10年",
        "最低1年、最長3年",
        "72時間以内",
        "at least one year, at most 3 years",
    ],
)
def test_ends(text: str) -> None:
    """A number, an event, a rule that anybody can look up."""
    assert not is_endless(text)


@pytest.mark.parametrize(
    ("trigger", "never"),
    [
        ("サービスがすべて終了した時", True),
        ("事業の終了後", True),
        ("the end of the service", True),
        ("サービスの利用の終了", False),
        ("相談の終了", False),
        ("登録をやめた日", False),
        ("End of emergency mode", False),
    ],
)
def test_counted_from_the_end_of_all(trigger: str, never: bool) -> None:
    """Nobody knows when that is; the end of a person's use is a day."""
    assert never_begins(trigger) is never


@pytest.mark.parametrize(
    "method",
    [
        "確認した", "確認しました。", "確認済み", "検証済", "チェック", "点検を行った", "対策の実施を確認した",
        "Checked.",
        "It was verified", "we have checked it", "Review done", "なし",
    ],
)  # fmt: skip
def test_mere_done(method: str) -> None:
    """That it was checked, in whatever form, is no way of checking."""
    assert is_mere_done(method)


@pytest.mark.parametrize(
    "method",
    [
        "試験",
        "目視",
        "目視で確認した",
        "映像を見て確認した",
        "記録と照合した",
        "Two people looked at 30 clips",
        "Penetration test",
        "実施" * 5000 + "目視",
    ],
)
def test_a_way_of_checking(method: str) -> None:
    """How, however shortly."""
    assert not is_mere_done(method)


def test_repeats_the_title() -> None:
    """Alone, or with hardly a word beside it, in any of its languages."""
    title = {"ja": "歩道を走る配送ロボット", "en": "Delivery robot"}
    assert repeats("歩道を走る配送ロボット。", title)
    assert repeats("歩道を走る配送ロボットについて", title)
    assert repeats("Delivery Robot", title)
    assert not repeats("歩道を走る配送ロボットが、品物を家まで届けます。", title)
    assert not repeats("品物を届けます。", "題")
    assert not repeats("品物を届けます。", "")
