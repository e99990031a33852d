"""`pia review` as a panel at a terminal meets it: a whole meeting, leaving and going on, and what gets in its way."""

import signal
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, run
from tests.work.desk import ASSESSMENT, workspace

CITY = """\
city: つくば市
panels:
  - {id: kondan, name: {ja: PIA懇話会, en: PIA meeting}, legal_form: advisory_meeting, established_by: 要綱}
  - {id: shingi, name: {ja: 保護審議会, en: Council}, legal_form: statutory_body, established_by: 条例}
"""
MORE = """\
  k_level: per_person
  k_people: unknown
  k_masking: {answer: absent}  # to be talked about
  k_sold: yes
team:
  - {role: author, name: 高橋 直, post: {ja: 主任, en: Staff}}
  - {role: reviewer, name: 伊藤 文, post: {ja: 個人情報保護担当, en: Privacy officer}}
  - {role: independent, name: 山田 花, post: {ja: 弁護士, en: Lawyer}}
  - {role: independent, post: {ja: 大学教授, en: Professor}, conflict: {ja: 事業者の顧問, en: Adviser of the vendor}}
opinions:
  - {by: 委員A, post: 公募委員, says: 反対です。, dissent: true}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment with a red line that is crossed, a high risk, an open question and a dissent."""
    made = workspace(tmp_path, ASSESSMENT + MORE)
    (tmp_path / "city.yaml").write_text(CITY, encoding="utf-8")
    return made


def text_of(file: Path) -> str:
    """A file as it is now."""
    return file.read_text(encoding="utf-8")


def minutes_of(file: Path) -> str:
    """The minutes that programs read, as they are now."""
    return text_of(next((file.parent / "minutes").glob("*.yaml")))


def begun(file: Path, panel: str = "1", language: str = "en") -> Terminal:
    """A meeting at its first item: everybody is here, the first of the team chairs."""
    room = Terminal("review", file, PIA_LANG=language)
    room.see("3) ")
    room.press(panel)
    room.see("4. ")
    room.press("")
    room.see("n) ")
    room.press("2")
    return room


def dialog(room: Terminal, *lines: tuple[str, ...]) -> None:
    """Lines of a dialog: what is typed, then what is seen."""
    for typed, *seen in lines:
        room.press(typed)
        room.see(*seen)


MENU = "q) "


def test_a_meeting_in_japanese(file: Path) -> None:
    """An advisory meeting, to its end: what is entered is in both files at once, and the summary names it all."""
    room = begun(file, language="ja")
    room.see("会議としての議決や意見はありません", "利益相反", "大学教授: 事業者の顧問")
    room.at_menu("議題 1/4", "売ってはなりません", "当てはまります", "加わらない人: 大学教授", "採決はありません")
    before = text_of(file)
    dialog(
        room,
        ("w", "何を変えてみますか", "売りますか", "b) "),
        ("w", "質問=回答"),
        ("k_sild＝no", "k_sold", "b) "),
        ("w", "質問=回答"),
        ("k_sold＝no", "当てはまらなくなります", "書き込んでいません", "b) "),
        ("b", MENU),
    )
    assert text_of(file) == before
    dialog(
        room,
        ("o", "どなたの意見", "弁護士", "b) "),
        ("3", "意見"),
        ("売るのはやめるべきです。", "少数意見"),
        ("2", "保存しました", MENU),
    )
    assert "売るのはやめるべきです。" in text_of(file)
    assert "売るのはやめるべきです。" in minutes_of(file)
    dialog(
        room,
        ("d", "決めたこと"),
        ("売らないことにする", "理由"),
        ("市民の信頼のため", "どの職", "b) "),
        ("1", "氏名"),
        ("佐藤", "保存しました", MENU),
    )
    assert "売らないことにする" in minutes_of(file)
    dialog(
        room,
        ("c", "どの回答", "b) "),
        ("1", "b) "),
        ("2", "補足"),
        ("", "保存しました", "当てはまりません", "回答の変更", MENU),
    )
    assert "k_sold: no" in text_of(file)
    dialog(
        room,
        ("s", "議題 2/4", "漏れる", "現在: 高い", "個人ごとです", MENU),
        ("p", "どの対策", "顔を消します", "b) "),
        ("1", "責任者"),
        ("消防課", "いつまで"),
        ("2027年3月32日", "日付ではありません", "いつまで"),
        ("2027年3月31日", "補足"),
        ("", "保存しました", MENU),
    )
    assert "due: 2027-03-31" in text_of(file)
    assert "# to be talked about" in text_of(file)
    dialog(
        room,
        ("t", "何をしますか"),
        ("顔を消す方法を調べる", "誰が"),
        ("消防課", "いつまで"),
        ("2027-02-28", "保存しました", MENU),
        ("s", "議題 3/4", "何人ですか", "分からない", MENU),
        ("l", "次に回す理由"),
        ("数字がそろっていない", "議題 4/4", "反対です。", "この意見に答える", MENU),
        ("a", "対応"),
        ("説明会を開きます。", "保存しました", MENU),
    )
    assert "answered: 説明会を開きます。" in text_of(file)
    dialog(
        room,
        ("s", "議題はここまで", MENU),
        ("e", "会議を閉じました", "決まったもの", "売ってはなりません", "次の会議に回したもの", "何人ですか"),
    )
    room.see("顔を消す方法を調べる", "消防課、2027-02-28", "議事録", "pia plan", "pia approve")
    assert room.end() == 0
    page = next((file.parent / "minutes").glob("*.md"))
    assert "売らないことにする" in text_of(page)


def test_a_meeting_in_english_of_a_statutory_body(file: Path) -> None:
    """It votes; the member with a conflict does not, and is told apart."""
    room = begun(file, "2")
    room.at_menu(
        "body set up by ordinance", "Professor: Adviser of the vendor", "Item 1/4", "Takes no part", "Professor"
    )
    dialog(
        room,
        ("v", "opinion of the body"),
        ("Do not sell it.", "in favour", "Lawyer"),
        ("", "in favour", "Lawyer", "Saved", MENU),
    )
    assert "Do not sell it." in minutes_of(file)
    assert "in_favour: [3]" in minutes_of(file)
    dialog(
        room,
        ("r", "Which risk?", "b) "),
        ("1", "highest level already", MENU),
        ("h", "k_sold=no", MENU),
    )
    room.press("q")
    room.see("Everything so far is saved", "Go on with: pia review")
    assert room.end() == 0


@pytest.mark.parametrize("how", ["leave", "interrupt", "end of input", "kill", "hang up"])
def test_nothing_is_lost_but_the_line_being_typed(file: Path, how: str) -> None:
    """However it ends, what was saved is there, and the next call goes on behind it."""
    room = begun(file)
    room.at_menu("Item 1/4")
    room.press("l")
    room.see("next meeting?")
    room.press("no figures yet")
    room.at_menu("Item 2/4")
    saved = text_of(file)
    if how == "leave":
        room.press("q")
        assert room.end() == 0
    else:
        room.press("t")
        room.see("to be done?")
        room.child.send("half a li")
        if how == "interrupt":
            room.interrupt()
            assert room.end() == 130
        elif how == "kill":
            room.child.kill(signal.SIGKILL)
            room.child.wait()
        elif how == "hang up":
            room.child.close(force=False)
        else:
            room.child.send("\x15\x04")
            assert room.end() == 0
    assert text_of(file) == saved
    assert "no figures yet" in minutes_of(file)
    assert "half a li" not in minutes_of(file)
    again = Terminal("review", file)
    again.at_menu("The meeting of 2027-01-15 goes on", "stopped before item 2", "Item 2/4")
    again.press("b")
    again.at_menu("Item 1/4", "Left for the next meeting", "no figures yet")
    again.press("q")
    assert again.end() == 0


def test_two_at_once(file: Path) -> None:
    """The second is told, and disturbs nothing."""
    room = begun(file)
    room.at_menu("Item 1/4")
    second = Terminal("review", file)
    second.see("pia:")
    assert second.end() == 2
    room.press("l")
    room.see("next meeting?")
    room.press("later")
    room.at_menu("Item 2/4")
    room.press("q")
    assert room.end() == 0
    assert "later" in minutes_of(file)


def test_an_editor_in_between(file: Path) -> None:
    """What another wrote meanwhile stays; a file that cannot be read is not written over."""
    room = begun(file)
    room.at_menu("Item 1/4")
    file.write_text(text_of(file).replace("title: 案内端末", "title: 案内板  # renamed"), encoding="utf-8")
    dialog(room, ("o", "Whose opinion?", "b) "), ("3", "Opinion"), ("Stop it.", "dissent"), ("1", "Saved", MENU))
    assert "title: 案内板  # renamed" in text_of(file)
    assert "Stop it." in text_of(file)
    whole = text_of(file)
    file.write_text(whole + "  - [\n", encoding="utf-8")
    dialog(room, ("o", "Whose opinion?", "b) "), ("3", "Opinion"), ("Again.", "dissent"))
    dialog(room, ("1", "cannot be read now", MENU))
    assert text_of(file) == whole + "  - [\n"
    dialog(room, ("f", "This is what was read before", MENU))
    file.write_text(whole.replace("k_people: unknown", "k_people: 5"), encoding="utf-8")
    dialog(room, ("s", "Item 2/4", "How many people?", "-> 5", MENU))
    room.press("q")
    assert room.end() == 0


def test_what_is_refused_need_not_be_typed_again(file: Path) -> None:
    """The author decides nothing; decision and reason are there again, but not for another entry."""
    room = begun(file)
    room.at_menu("Item 1/4")
    dialog(
        room,
        ("d", "decided"),
        ("Sell nothing.", "Why"),
        ("For trust.", "b) "),
        ("1", "Name"),
        ("高橋 直", "PIA532", MENU),
    )
    assert "Sell nothing." not in minutes_of(file)
    dialog(room, ("d", "Sell nothing."), ("", "For trust."), ("", "b) "), ("1", "高橋 直"))
    dialog(room, ("\x15佐藤", "Saved", MENU))
    assert "what: Sell nothing." in minutes_of(file)
    room.press("d")
    room.see("decided")
    room.press("")
    room.see("Nothing was recorded", MENU)
    room.press("q")
    assert room.end() == 0


def test_hostile_words_are_harmless(file: Path) -> None:
    """Markup is shown as it stands, what cannot be seen is left out."""
    hostile = text_of(file).replace("反対です。", '"[red]x[/red] \\u200b<b>no"')
    file.write_text(hostile, encoding="utf-8")
    room = begun(file)
    for _ in range(3):
        room.at_menu()
        room.press("s")
    room.at_menu("[red]x[/red] <b>no")
    room.press("q")
    assert room.end() == 0


def test_without_a_terminal_it_is_the_agenda(file: Path) -> None:
    """On pipes nothing is asked and nothing is written."""
    before = text_of(file)
    done = run("review", file)
    assert done.returncode == 0
    assert "Agenda for the review" in done.stdout
    assert text_of(file) == before
    assert not (file.parent / "minutes").exists()


def test_nobody_is_here(file: Path) -> None:
    """A meeting without members is none."""
    team = text_of(file)
    file.write_text(team[: team.index("team:")] + team[team.index("opinions:") :], encoding="utf-8")
    room = Terminal("review", file)
    room.see("3) ")
    room.press("3")
    room.see("pia:")
    assert room.end() == 2


def test_what_does_not_fit_the_screen_is_shown_page_by_page(file: Path) -> None:
    """Enter goes on; Ctrl-D leaves, and nothing is lost."""
    room = begun(file)
    room.at_menu("Item 1/4")
    room.child.setwinsize(17, 80)
    dialog(room, ("s", "Item 2/4", "Enter for more"), ("", MENU), ("f", "Item 2/4", "Enter for more"))
    room.child.sendeof()
    room.see("Everything so far is saved")
    assert room.end() == 0


def test_options_that_are_tried_together(file: Path) -> None:
    """Several options of one question, then another answer on top of it; a question that nobody asks."""
    room = begun(file)
    room.at_menu("Item 1/4")
    dialog(
        room,
        ("w", "b) "),
        ("w", "QUESTION=ANSWER"),
        ("k_kinds=[name]", "k_kinds = name", "b) "),
        ("1", "Is it sold?", "u) "),
        ("2", "What if k_kinds = name", "What if k_sold = no", "Red line cleared", "b) "),
        ("w", "QUESTION=ANSWER"),
        ("?", "k_sold=no", "b) "),
        ("w", "QUESTION=ANSWER"),
        ("k_sold", "! ", "b) "),
        ("b", MENU),
        ("c", "b) "),
        ("w", "Id of the question"),
        ("k_maskin", "k_masking", MENU),
        ("q", "Everything so far is saved"),
    )
    assert room.end() == 0


def test_what_does_not_apply_needs_a_reason(file: Path) -> None:
    """Any question can be answered; without a reason nothing is recorded."""
    room = begun(file)
    room.at_menu("Item 1/4")
    before = text_of(file)
    asked = (
        ("c", "b) "),
        ("w", "Id of the question"),
        ("k_purpose", "What for?", "b) "),
        ("x", "Why does it not apply?"),
    )
    dialog(room, *asked, ("", "needs a reason", MENU))
    assert text_of(file) == before
    dialog(room, *asked, ("no purpose", "Who agrees?"), ("Sato", "Saved", MENU))
    assert "agreed_by: Sato" in text_of(file)
    room.press("q")
    assert room.end() == 0


def test_nothing_to_talk_about(file: Path) -> None:
    """The meeting can be closed at once."""
    bank = file.parents[2] / "questionnaires" / "kiosk" / "0.1.yaml"
    risk = "  - id: k_leak\n"
    bank.write_text(text_of(bank).replace(risk, f"{risk}    applies_when: {{question: k_sold, is: yes}}\n"), "utf-8")
    text = text_of(file).replace("sold: yes", "sold: no")
    file.write_text(text[: text.index("opinions:")], encoding="utf-8")
    room = begun(file)
    room.at_menu("nothing that has to be talked about")
    dialog(room, ("e", "The meeting is closed"))
    assert room.end() == 0
