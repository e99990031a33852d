"""Minutes that the world has moved past: people, words, banks, and what somebody wrote into them by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.work.desk import BANK, DAY, opened
from tests.work.test_meeting import checked, codes, data, held, topic
from tests.work.test_meeting import file as _file
from tests.work.test_meeting_attacks import change, recorded, said
from tests.work.test_meeting_attacks import stopped as _stopped
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.minutes import Act, Changed, Opinion, Raised, Reply
from tsukuba_pia.work.meeting import Meeting
from tsukuba_pia.work.meeting_start import unfinished
from tsukuba_pia.work.opening import open_assessment

file, stopped = _file, _stopped
ONE = "  - {by: 市民, says: 顔は要らないと思います。}\n"
SOLD = '      - {id: k_sold, type: yes_no, text: {ja: 売りますか。, en: "Is it sold?"}}\n'


def opinions(meeting: Meeting) -> list[str]:
    """The keys of items on opinions."""
    return [one.key for one in meeting.topics if "opinion-" in one.key]


def without_the_question(file: Path) -> None:
    """The bank's next draft asks it no more."""
    text = BANK.replace(SOLD, "").replace("{question: k_sold, is: yes}", "{question: k_personal, is: no}")
    (file.parents[2] / "questionnaires" / "kiosk" / "0.1.yaml").write_text(text, encoding="utf-8")


def test_a_level_is_raised_a_second_time(file: Path) -> None:
    """From the raised one; it answers what is computed, and so it stands."""
    bank = file.parents[2] / "questionnaires" / "kiosk" / "0.1.yaml"
    change(bank, "{ja: 高い, en: High}}]", "{ja: 高い, en: High}}, {id: top, label: {ja: 最も高い, en: Top}}]")
    change(bank, "high: mayor}", "high: mayor, top: mayor}")
    change(file, "k_sold: yes", "k_sold: no\n  k_level: counts\n  k_people: 5")
    meeting = held(file)
    for level in ("high", "top"):
        assert meeting.record(meeting.topics[0], Raised("k_leak", level, "怖い。", 3)).findings == ()
        assert meeting.result.risks["k_leak"].current.worst == level
    meeting.leave()
    assert data(file)["overrides"]["k_leak"]["computed"] == "low"


def test_many_say_the_same(file: Path) -> None:
    """Each gets the answer that was given to them, also where all call themselves the same."""
    change(file, ONE, f"{ONE}  - {{by: 議員, says: 顔は要らないと思います。}}\n{ONE}")
    meeting = held(file)
    for number, key in enumerate(opinions(meeting), 1):
        item = next(one for one in meeting.topics if one.key == key)
        assert meeting.record(item, Reply(f"答え{number}")).kind == "saved"
    meeting.leave()
    assert [one["answered"] for one in data(file)["opinions"]] == ["答え1", "答え2", "答え3"]
    assert checked(meeting.file) == []


def test_many_say_the_same_and_the_machine_stops(file: Path, stopped: Callable[[Meeting, str, Act], None]) -> None:
    """What is carried on goes to the one that was answered."""
    change(file, ONE, ONE + ONE)
    stopped(held(file), "comment:opinion-2", Reply("二人目へ"))
    meeting = unfinished(opened(file))
    assert meeting is not None
    meeting.leave()
    assert [one.get("answered") for one in data(file)["opinions"]] == [None, "二人目へ"]
    assert checked(meeting.file) == []


def test_another_who_said_the_same_is_not_answered(file: Path) -> None:
    """Where opinions moved, who said it counts."""
    change(file, ONE, "  - {by: 市民, says: 賛成。}\n  - {by: 議員, post: 議員, says: 賛成。}\n")
    meeting = held(file)
    item = next(one for one in meeting.topics if one.key == "comment:opinion-2")
    change(file, "opinions:\n", "opinions:\n  - {by: 町会, says: 反対。}\n")
    assert meeting.refresh()
    assert meeting.record(item, Reply("議員へ")).kind == "saved"
    meeting.leave()
    assert [one.get("answered") for one in data(file)["opinions"]] == [None, None, "議員へ"]


def test_opinions_that_moved_are_the_same_items(file: Path) -> None:
    """One that somebody took away is settled, and not the one that has its number now."""
    change(file, ONE, "  - {by: 市民, says: 賛成。}\n  - {by: 議員, says: 反対。}\n")
    meeting = held(file)
    change(file, "  - {by: 市民, says: 賛成。}\n", "")
    assert meeting.refresh()
    assert [one.settled for one in meeting.topics if "opinion-" in one.key] == [True, False]
    meeting.leave()


def test_two_comments_with_one_id(file: Path) -> None:
    """The one that was talked about is answered."""
    comment = "  - {id: c1, who: 住民, said: 画面が見えにくい。}\n"
    change(file, comment, f"{comment}  - {{id: c1, who: 町会, said: 音が大きい。}}\n")
    meeting = held(file)
    second = [one for one in meeting.topics if one.key == "comment:c1"][1]
    assert meeting.record(second, Reply("小さくします。", "指摘のとおりです。")).kind == "saved"
    meeting.leave()
    assert [one.get("done") for one in data(file)["consultations"]] == [None, "小さくします。"]


def test_a_question_that_is_gone(file: Path) -> None:
    """What was changed stays in the minutes, new acts are taken, and the meeting can be ended."""
    meeting = held(file)
    assert meeting.record(topic(meeting, "crossed"), Changed("k_sold", Answer("no"))).kind == "saved"
    meeting.leave()
    without_the_question(file)
    change(file, "  k_sold: no\n", "")
    again = unfinished(opened(file))
    assert again is not None
    assert again.record(topic(again, "risk"), Opinion(2, "心配です。")).kind == "saved"
    again.close()
    assert "k_sold" in again.page.read_text(encoding="utf-8")


def test_a_change_that_is_impossible_by_now(file: Path, stopped: Callable[[Meeting, str, Act], None]) -> None:
    """Is told, the assessment stays, and what else is missing is carried on."""
    change(file, "  k_sold: yes\n", "")
    meeting = held(file)
    stopped(meeting, "risk:k_leak", Changed("k_sold", Answer("no")))
    without_the_question(file)
    before = file.read_bytes()
    again = unfinished(opened(file))
    assert again is not None
    again.leave()
    assert codes(again.findings) == ["PIA534"]
    assert file.read_bytes() == before


@pytest.mark.parametrize("edit", [
    "{path: [], after: 1}", "{path: [0], after: no}", "{path: [null], after: no}", "{path: [answers], after: no}",
    "{path: [answers, 3], after: no}", "{path: [answers, k_sold, x, y], after: no}", "{path: [{id: c1}], after: 1}",
    "{path: [answers, k_sold], after: {answer: no, foo: 1}, before: yes}", "{path: [format], after: 2, before: 1}",
    "{path: [answers, k_sold], after: [1], before: yes}", "{path: [answers, k_people], after: 99999}",
    "{path: [opinions], after: x, append: true}", "{path: [opinions], after: {by: x}, append: true}",
    "{path: [team], after: x, append: true}", "{path: [banks, kiosk], after: '9', before: '0.1'}",
    "{path: [consultations, -1, done], after: ok}", "{path: [consultations, {id: c1, nth: 2}, done], after: ok}",
    "{path: [consultations, {id: c1, nth: x}, done], after: ok}",
])  # fmt: skip
def test_what_somebody_wrote_into_minutes(file: Path, edit: str) -> None:
    """No change that the assessment cannot bear is carried on, and the meeting goes on all the same."""
    meeting = held(file)
    meeting.leave()
    head, tail = "  - kind: risk", meeting.file.read_text(encoding="utf-8")
    act = "    recorded:\n      - changed: {question: k_sold, answer: no}\n        pending: true\n"
    act += f"        edits: [{edit}]\n"
    meeting.file.write_text(tail.replace(head, f"{act}{head}", 1), encoding="utf-8")
    before = file.read_bytes()
    again = unfinished(opened(file))
    assert again is not None
    assert codes(again.findings) == ["PIA534"]
    assert file.read_bytes() == before
    assert again.record(topic(again, "risk"), Opinion(2, "心配です。")).kind == "saved"
    again.close()
    assert open_assessment(file, DAY).usable


def test_a_count_that_is_none(file: Path) -> None:
    """Of one more item of a list it counts how many alike there were; anything else is none."""
    meeting = held(file)
    meeting.leave()
    head, tail = "  - kind: risk", meeting.file.read_text(encoding="utf-8")
    edit = "{path: [opinions], after: {by: x, says: y}, append: true, before: abc}"
    act = f"    recorded:\n      - opinion: {{member: 2, says: y}}\n        pending: true\n        edits: [{edit}]\n"
    meeting.file.write_text(tail.replace(head, f"{act}{head}", 1), encoding="utf-8")
    again = unfinished(opened(file))
    assert again is not None
    again.leave()
    assert [one["by"] for one in data(file)["opinions"]] == ["市民", "x"]


@pytest.mark.parametrize(("act", "place"), [
    ("{opinion: {member: 1, says: x}, on: 2020-01-01}", ":8:45"),
    ("{opinion: {member: 1, says: x}, pending: true}", ":8:"),
    ("{opinion: {member: 1, says: x}, edits: [{path: [title], after: x}]}", ":8:"),
    ("task: {what: a, who: b, by_when: 2027-02-30}", ":8:42"),
    ("changed: {question: k_sold, answer: {note: x}}", ":8:"),
])  # fmt: skip
def test_a_record_says_what_it_cannot(file: Path, act: str, place: str) -> None:
    """What only minutes say of an act, a day that is none, an answer that is none: nothing is written."""
    before = file.read_bytes()
    done = recorded(file, f"  - item: k_leak\n    recorded:\n      - {act}")
    assert codes(done.findings) == ["PIA533"]
    assert f":{done.findings[0].line}:{done.findings[0].column}".startswith(place)
    assert file.read_bytes() == before


def test_a_record_of_a_day_that_is_none(file: Path) -> None:
    """At its line."""
    done = recorded(file, said("k_leak", 2, "あ"), on="2027-02-30")
    assert [(one.code, one.line) for one in done.findings] == [("PIA533", 3)]
