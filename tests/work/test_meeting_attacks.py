"""What a meeting is exposed to: other people's edits in between, acts that nobody may record, days that pass."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.work.desk import DAY, opened
from tests.work.test_meeting import checked, codes, data, held, topic
from tests.work.test_meeting import file as _file
from tsukuba_pia import files
from tsukuba_pia.change.approval import decided_digest
from tsukuba_pia.load.evidence import evidence_digests
from tsukuba_pia.load.minutes import load_minutes
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.minutes import Act, Changed, Decision, Opinion, Postponed, Raised, Reply, Resolution, Task
from tsukuba_pia.problems import Problem
from tsukuba_pia.work import meeting as module
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files, diagnostics_of
from tsukuba_pia.work.meeting import Meeting
from tsukuba_pia.work.meeting_record import Done, record_meeting
from tsukuba_pia.work.meeting_start import begin, unfinished
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.plan import plan_of
from tsukuba_pia.yaml_source import parse

file = _file
LATER = "2027-01-20"
NUMBER = "123456789018"  # a My Number by its check digit; a made-up one
NOT_ASKED_OF_RESIDENTS = "  - {by: 議員, says: 反対です。}\n"


def change(file: Path, old: str, new: str) -> None:
    """Somebody edits the file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def resumed(file: Path, day: str = DAY) -> Meeting:
    """The meeting that was left, gone on with and left again."""
    meeting = unfinished(open_assessment(file, day))
    assert meeting is not None
    meeting.leave()
    return meeting


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Callable[[Meeting, str, Act], None]:
    """Records an act of which the assessment is not saved any more, as when the machine stops."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    def record(meeting: Meeting, key: str, act: Act) -> None:
        item = next(one for one in meeting.topics if one.key == key)
        with monkeypatch.context() as patched:
            patched.setattr(module, "save", stop)
            with pytest.raises(KeyboardInterrupt):
                meeting.record(item, act)
        meeting.leave()

    return record


def test_what_a_person_mends_afterwards_stays(file: Path) -> None:
    """Minutes that are done with an act do not do it again."""
    meeting = held(file)
    meeting.record(topic(meeting, "crossed"), Changed("k_sold", Answer("no")))
    meeting.record(topic(meeting, "risk"), Opinion(2, "心配デス。"))
    meeting.leave()
    assert "pending" not in meeting.file.read_text(encoding="utf-8")
    change(file, "k_sold: no", "k_sold: yes")
    change(file, "心配デス。", "心配です。")
    resumed(file)
    assert data(file)["answers"]["k_sold"] == "yes"
    assert [one["says"] for one in data(file)["opinions"][1:]] == ["心配です。"]


def test_a_reply_finds_what_it_answers(file: Path, stopped: Callable[[Meeting, str, Act], None]) -> None:
    """By who said what, not by its place: also when it is carried on after somebody put another before it."""
    meeting = held(file)
    change(file, "opinions:\n", f"opinions:\n{NOT_ASKED_OF_RESIDENTS}")
    assert meeting.refresh()
    item = next(one for one in meeting.topics if one.key == "comment:opinion-1")
    assert meeting.record(item, Reply("顔は使いません。")).kind == "saved"
    stopped(meeting, "comment:c1", Reply("大きくします。", "指摘のとおりです。"))
    change(file, "consultations:\n", "consultations:\n  - {id: c0, who: 商店街, said: うるさい。}\n")
    resumed(file)
    assert [one.get("answered") for one in data(file)["opinions"]] == [None, "顔は使いません。"]
    assert [one.get("done") for one in data(file)["consultations"]] == [None, "大きくします。"]


def test_a_reply_to_what_is_gone(file: Path, stopped: Callable[[Meeting, str, Act], None]) -> None:
    """Is told; the meeting can be gone on with, and ended."""
    stopped(held(file), "comment:opinion-1", Reply("顔は使いません。"))
    change(file, "opinions:\n  - {by: 市民, says: 顔は要らないと思います。}\n", "")
    meeting = unfinished(opened(file))
    assert meeting is not None
    assert codes(meeting.findings) == ["PIA534"]
    item = next(one for one in meeting.topics if one.key == "comment:opinion-1")
    assert meeting.record(item, Reply("もう一度。")).kind == "overtaken"
    meeting.close()


def test_another_value_is_told_until_somebody_decides(file: Path, stopped: Callable[[Meeting, str, Act], None]) -> None:
    """With both values, also by a later check; it is over when the file says what the meeting said."""
    stopped(held(file), "crossed:k_red_sale", Changed("k_sold", Answer("no")))
    change(file, "k_sold: yes", "k_sold: unknown")
    meeting = resumed(file)
    (finding,) = meeting.findings
    assert (finding.args["meant"], finding.args["found"]) == ("no", "unknown")
    assert "PIA534" in checked(meeting.file)
    change(file, "k_sold: unknown", "k_sold: no")
    assert checked(meeting.file) == []


def test_a_full_disk_and_another_s_edit(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be saved is carried on upon what stands there now."""
    meeting = held(file)

    def full(path: Path, *_: object) -> None:
        raise files.SaveFailed(path, "No space left on device", "full")

    with monkeypatch.context() as patched:
        patched.setattr(module, "save", full)
        with pytest.raises(files.SaveFailed):
            meeting.record(topic(meeting, "crossed"), Changed("k_sold", Answer("no")))
    change(file, "title: 案内端末", "title: 案内端末(駅)")
    assert meeting.record(topic(meeting, "risk"), Opinion(2, "心配です。")).kind == "saved"
    meeting.leave()
    assert (data(file)["title"], data(file)["answers"]["k_sold"]) == ("案内端末(駅)", "no")


@pytest.mark.parametrize(("kind", "act", "code"), [
    ("risk", Raised("k_leak", "low", "怖くない。", 2), "PIA533"), ("crossed", Resolution("売らない。", ()), "PIA533"),
    ("crossed", Resolution("売らない。", (1, 3)), "PIA531"), ("crossed", Resolution("売らない。", (2,)), "PIA531"),
    ("crossed", Decision(" ", "よい。", "mayor", "山本"), "PIA533"), ("crossed", Postponed("　"), "PIA533"),
    ("crossed", Task("聞く", "", "2027-02-01"), "PIA533"), ("crossed", Task("聞く", "課", "2020-01-01"), "PIA533"),
    ("crossed", Decision("買う", "よい。", "mayor", "社長 太郎"), "PIA532"),
    *[("crossed", one, "PIA601") for one in (
        Decision(f"a {NUMBER}", "b", "mayor", "山本"), Decision("a", "b", "mayor", NUMBER), Opinion(2, NUMBER),
        Task(NUMBER, "課", "2027-02-01"), Postponed(NUMBER),
    )],
    ("crossed", Opinion(2, "a\udce3"), "PIA013"),
])  # fmt: skip
def test_nobody_records_that(file: Path, kind: str, act: Act, code: str) -> None:
    """It is written nowhere."""
    change(file, "organisation: 端末の会社,", "organisation: 端末の会社, name: 社長 太郎,")
    meeting = held(file, "body")
    before = (file.read_bytes(), meeting.file.read_bytes())
    outcome = meeting.record(topic(meeting, kind), act)
    meeting.leave()
    assert (outcome.kind, codes(outcome.findings)[:1]) == ("refused", [code])
    assert (file.read_bytes(), meeting.file.read_bytes()) == before
    assert NUMBER not in meeting.page.read_text(encoding="utf-8")


def test_the_author_raises_nothing(file: Path) -> None:
    """Nobody judges their own work; another member may."""
    change(file, "k_sold: yes", "k_sold: no\n  k_level: counts\n  k_people: 5")
    meeting = held(file)
    item = meeting.topics[0]
    assert codes(meeting.record(item, Raised("k_leak", "high", "怖い。", 1)).findings) == ["PIA531"]
    assert meeting.record(item, Raised("k_leak", "high", "怖い。", 3)).kind == "saved"
    meeting.leave()


def test_a_second_my_number_beside_one(file: Path) -> None:
    """One that is there already lets no other through."""
    change(file, "顔は要らないと思います。", f"顔は要らない {NUMBER}")
    meeting = held(file)
    assert meeting.record(topic(meeting, "risk"), Opinion(2, f"あ {NUMBER}")).kind == "refused"
    meeting.leave()


def test_a_my_number_written_into_minutes_by_hand(file: Path) -> None:
    """Found like everywhere."""
    meeting = held(file)
    meeting.leave()
    change(meeting.file, "title: 案内端末", f"title: 案内 {NUMBER}")
    assert "PIA601" in checked(meeting.file)


def test_a_change_keeps_what_stood_beside(file: Path) -> None:
    """Withholding, notes and evidence stay; what others said of the old answer goes."""
    long = (
        "{answer: planned, owner: 課, due: 2027-03-01, note: 大事, confirmed_by: 係,"
        " withheld: {reason: security, exemption: x, approved_by: 市長, until: 2028-01-01}}"
    )
    change(file, "k_sold: yes", f"k_sold: yes\n  k_masking: {long}")
    meeting = held(file)
    assert meeting.record(topic(meeting, "crossed"), Changed("k_masking", Answer("absent"))).kind == "saved"
    meeting.leave()
    after = data(file)["answers"]["k_masking"]
    assert (after["answer"], after["note"], after["withheld"]["reason"]) == ("absent", "大事", "security")
    assert "confirmed_by" not in after
    page = meeting.page.read_text(encoding="utf-8")
    assert "前: 予定している / 課 / 2027-03-01 / 公開しない" in page
    assert "後: 実施していない / 課 / 2027-03-01 / 公開しない" in page


def test_a_task_is_in_the_plan_and_voids_no_approval(file: Path) -> None:
    """It stays in the minutes until somebody writes there that it is done."""

    def digest() -> str:
        assessment = opened(file).assessment
        assert assessment is not None
        return decided_digest(assessment, evidence_digests(assessment, file.parent), DAY)

    before = digest()
    meeting = held(file)
    meeting.record(topic(meeting, "risk"), Task("業者に聞く", "担当課", "2027-02-01"))
    meeting.close()
    assert digest() == before
    (task,) = [one for one in plan_of(opened(file)) if one.kind == "meeting"]
    assert (task.what, task.owner, task.due) == ("業者に聞く", "担当課", "2027-02-01")
    line = int(task.place.rpartition(":")[2])
    assert "task" in meeting.file.read_text(encoding="utf-8").splitlines()[line - 1]
    change(meeting.file, "by_when: 2027-02-01", "by_when: 2027-02-01\n          done: 2027-01-30")
    assert not [one for one in plan_of(opened(file)) if one.kind == "meeting"]


def test_a_meeting_that_goes_on_another_day(file: Path) -> None:
    """What is said then is said then; what has come up since is on the agenda, what has moved is marked."""
    change(file, "k_sold: yes", "k_sold: no")
    held(file).leave()
    change(file, "k_sold: no", "k_sold: yes\n  k_level: counts\n  k_people: 5\n  k_masking: absent")
    meeting = unfinished(open_assessment(file, LATER))
    assert meeting is not None
    assert "crossed:k_red_sale" in [one.key for one in meeting.topics if one.added]
    meeting.record(topic(meeting, "crossed"), Opinion(2, "後日です。"))
    meeting.leave()
    assert data(file)["opinions"][1]["on"] == LATER
    assert [one.on for item in meeting.minutes.items for one in item.recorded] == [LATER]


def test_facts_that_moved_are_marked(file: Path) -> None:
    """The item stays as it was when the meeting began."""
    held(file).leave()
    change(file, "k_sold: yes", "k_sold: yes\n  k_level: per_person\n  k_people: 5")
    item = topic(resumed(file), "risk")
    assert item.changed


RECORD = "record: t-1\nformat: 1\non: {on}\npresent: [{present}]\nitems:\n{items}\n"
SAID = "  - {{item: {item}, recorded: [{{opinion: {{member: {member}, says: {says}}}}}]}}"


def recorded(file: Path, items: str, present: str = "1, 2, 3", on: str = DAY, **more: str) -> Done:
    """What becomes of a record."""
    head = "".join(f"{key}: {value}\n" for key, value in more.items())
    text = head + RECORD.format(on=on, present=present, items=items)
    return record_meeting(open_assessment(file, on), parse(text.encode(), "record.yaml"))


def said(item: str, member: int, says: str) -> str:
    """An opinion on an item, as somebody wrote it down."""
    return SAID.format(item=item, member=member, says=says)


def test_a_record_does_not_go_into_another_s_meeting(file: Path) -> None:
    """Refused, and nothing is written; of the same people on the same day it goes on."""
    begin(opened(file), [1, 2]).leave()
    before = file.read_bytes()
    with pytest.raises(Problem) as caught:
        recorded(file, said("k_leak", 2, "あ"))
    assert caught.value.code == "meeting_unfinished"
    assert file.read_bytes() == before
    assert recorded(file, said("k_leak", 2, "あ"), present="2, 1").new == 1
    assert len(load_minutes(file.parent)) == 1


def test_a_record_has_its_own_day(file: Path) -> None:
    """Called again later it adds nothing; a corrected one is another meeting."""
    for _ in range(2):
        recorded(file, said("k_leak", 2, "あ"))
    assert len(data(file)["opinions"]) == 2
    recorded(file, said("k_leak", 2, "い"))
    assert len(load_minutes(file.parent)) == 2


@pytest.mark.parametrize(("present", "more"), [("1, 9", {}), ("1, 2", {"panel": "nope"}), ("1, 2", {"chair": "3"})])
def test_who_a_record_names(file: Path, present: str, more: dict[str, str]) -> None:
    """Told at its line, with everything else."""
    done = recorded(file, said("k_leak", 1, "あ"), present, **more)
    assert "PIA533" in codes(done.findings)
    assert not load_minutes(file.parent)


def test_minutes_are_checked_with_their_assessment(file: Path) -> None:
    """Also where only the assessment is named."""
    meeting = held(file)
    meeting.close()
    change(meeting.file, "minutes: t-1", "minutes: t-9")
    assert "PIA533" in codes(diagnostics_of(check_files([file], Demand(DAY))))


def test_places_in_the_way(file: Path) -> None:
    """A file where the folder should be; a meeting's file that somebody took away; one that was left."""
    room = file.parent / "minutes"
    room.write_text("x", encoding="utf-8")
    with pytest.raises(Problem) as caught:
        held(file)
    assert caught.value.code == "no_room_for_minutes"
    room.unlink()
    held(file).close()
    second = held(file)
    second.close()
    (room / f"{DAY}.yaml").unlink()
    third = held(file)
    third.leave()
    assert third.file.name == f"{DAY}-3.yaml"
    with pytest.raises(Problem) as caught:
        third.record(topic(third, "risk"), Opinion(2, "後で。"))
    assert caught.value.code == "meeting_left"
