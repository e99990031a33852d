"""A review meeting without a terminal: what reaches the minutes and the assessment, and what a crash leaves."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.golden import ROOT
from tests.work.desk import ASSESSMENT, DAY, opened, workspace
from tsukuba_pia import files
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.load.minutes import load_minutes
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.minutes import (
    Act,
    Changed,
    Decision,
    Minutes,
    Opinion,
    Postponed,
    Raised,
    Reply,
    Resolution,
)
from tsukuba_pia.problems import Problem
from tsukuba_pia.work import meeting as module
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files, diagnostics_of
from tsukuba_pia.work.meeting import Meeting, Topic
from tsukuba_pia.work.meeting_start import begin, unfinished
from tsukuba_pia.work.minutes import text_of
from tsukuba_pia.yaml_source import parse, read

CITY = """\
city: 架空市
organs: [{id: mayor, name: 市長, posts: {owner: 担当課長, mayor: 市長}}]
panels:
  - {id: talk, name: PIA懇話会, legal_form: advisory_meeting, established_by: PIA懇話会設置要綱}
  - {id: body, name: 個人情報保護審議会, legal_form: statutory_body, established_by: 架空市附属機関条例}
"""
TEAM = """\
organ: mayor
team:
  - {role: author, name: 高橋 直, post: 主任}
  - {role: reviewer, name: 伊藤 文, post: 個人情報保護担当}
  - {role: independent, name: 佐藤 学, organisation: 架空大学}
  - {role: independent, organisation: 端末の会社, conflict: 端末を納める予定があります。}
  - {role: independent, name: 木村 光, organisation: 弁護士会}
opinions:
  - {by: 市民, says: 顔は要らないと思います。}
consultations:
  - {id: c1, who: 住民, said: 画面が見えにくい。}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment with a team, an opinion and a comment, in a city with two panels."""
    place = workspace(tmp_path, ASSESSMENT.replace("# people's", f"{TEAM}# people's") + "  k_sold: yes\n")
    (tmp_path / "city.yaml").write_text(CITY, encoding="utf-8")
    return place


def held(file: Path, panel: str | None = None) -> Meeting:
    """A meeting of all."""
    return begin(opened(file), [1, 2, 3, 4, 5], 2, panel)


def topic(meeting: Meeting, kind: str) -> Topic:
    """The first item of a kind."""
    return next(one for one in meeting.topics if one.item.kind == kind)


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    """The codes of findings."""
    return [one.code for one in found]


def data(file: Path) -> Any:  # noqa: ANN401 - plain data
    """What stands in the assessment."""
    return read(file).data


def checked(meeting_file: Path, day: str = DAY) -> list[str]:
    """What `pia check` says of minutes."""
    return codes(diagnostics_of(check_files([meeting_file], Demand(day))))


def test_begins_with_the_agenda_frozen(file: Path) -> None:
    """Minutes lie there at once, with who is there, what is talked about and what it was about."""
    meeting = held(file, "talk")
    meeting.leave()
    (loaded,) = load_minutes(file.parent)
    assert loaded.minutes == meeting.minutes
    assert loaded.file.name == f"{DAY}.yaml"
    assert [one.key for one in meeting.topics] == [
        "crossed:k_red_sale", "risk:k_leak", "unknown:k_masking", "unknown:k_level", "unknown:k_people",
        "comment:c1", "comment:opinion-1",
    ]  # fmt: skip
    assert meeting.chair is not None
    assert meeting.chair.name == "伊藤 文"
    assert checked(meeting.file) == []
    assert "PIA懇話会" in meeting.page.read_text(encoding="utf-8")


def test_what_was_said_survives_its_file(file: Path) -> None:
    """Minutes read back as they were, whatever was said."""
    meeting = held(file)
    said = "一行目\n二行目: # これは文字 `x` <b> {a} [y]\n"
    assert meeting.record(topic(meeting, "risk"), Opinion(2, said)).kind == "saved"
    meeting.leave()
    again = read_shape(Minutes, parse(text_of(meeting.minutes).encode(), "x.yaml"))
    assert again == meeting.minutes
    assert "<b>" not in meeting.page.read_text(encoding="utf-8")


@pytest.mark.parametrize(("kind", "act", "path", "stands"), [
    ("crossed", Opinion(3, "売るのは論外です。", dissent=True), ("opinions", 1),
     {"by": "佐藤 学", "on": DAY, "says": "売るのは論外です。", "dissent": True}),
    ("crossed", Changed("k_sold", Answer("no")), ("answers", "k_sold"), "no"),
    ("unknown", Changed("k_masking", Answer("planned", owner="担当課", due="2027-03-01")), ("answers", "k_masking"),
     {"answer": "planned", "owner": "担当課", "due": "2027-03-01"}),
    ("comment", Reply("文字を大きくします。", "指摘のとおりです。"), ("consultations", 0),
     {"id": "c1", "who": "住民", "said": "画面が見えにくい。", "done": "文字を大きくします。",
      "because": "指摘のとおりです。"}),
])  # fmt: skip
def test_an_act_reaches_the_assessment(
    file: Path, kind: str, act: Act, path: tuple[str | int, ...], stands: object
) -> None:
    """And nothing else in it changes."""
    before = file.read_text(encoding="utf-8").splitlines()
    meeting = held(file)
    assert meeting.record(topic(meeting, kind), act).kind == "saved"
    meeting.leave()
    here = data(file)
    for step in path:
        here = here[step]
    assert here == stands
    after = file.read_text(encoding="utf-8").splitlines()
    assert len([line for line in before if line not in after]) <= 1
    assert checked(meeting.file) == []


def test_an_opinion_is_answered(file: Path) -> None:
    """The item is settled then, and stays listed."""
    meeting = held(file)
    item = next(one for one in meeting.topics if one.key == "comment:opinion-1")
    assert meeting.record(item, Reply("顔は使いません。")).kind == "saved"
    meeting.leave()
    assert data(file)["opinions"][0]["answered"] == "顔は使いません。"
    settled = next(one for one in meeting.topics if one.key == item.key)
    assert (settled.state, settled.settled) == ("decided", True)


def test_a_level_is_raised_once_only_upwards(file: Path) -> None:
    """With what it was when it was raised; what is not higher is refused by the assessment's own rule."""
    meeting = held(file)
    meeting.record(topic(meeting, "crossed"), Changed("k_sold", Answer("no")))
    meeting.record(topic(meeting, "risk"), Changed("k_level", Answer("counts")))
    meeting.record(topic(meeting, "risk"), Changed("k_people", Answer(5)))
    assert meeting.result.risks["k_leak"].current.worst == "low"
    assert meeting.record(topic(meeting, "risk"), Raised("k_leak", "high", "近くに学校があります。", 2)).kind == "saved"
    meeting.leave()
    assert data(file)["overrides"]["k_leak"] == {
        "level": "high", "computed": "low", "because": "近くに学校があります。", "by": "伊藤 文",
        "post": "個人情報保護担当", "on": DAY,
    }  # fmt: skip
    assert meeting.result.risks["k_leak"].current.worst == "high"


@pytest.mark.parametrize(("act", "code"), [
    (Opinion(4, "良い端末です。"), "PIA531"),
    (Opinion(9, "誰ですか。"), "PIA531"),
    (Decision("売らない", "当然です。", "deputy_mayor", "山本"), "PIA532"),
    (Decision("売る", "もうかります。", "mayor", "高橋　直"), "PIA532"),
    (Decision("売る", "もうかります。", "mayor", " "), "PIA532"),
    (Changed("k_nothing", Answer("no")), "PIA533"),
    (Raised("k_nothing", "high", "怖い。", 2), "PIA533"),
    (Raised("k_leak", "extreme", "怖い。", 2), "PIA533"),
    (Reply("分かりました。"), "PIA533"),
    (Resolution("売らない。", (3, 5)), "PIA530"),
    (Changed("k_sold", Answer("perhaps")), "PIA402"),
    (Changed("k_people", Answer(5000)), "PIA404"),
    (Changed("k_sold", Answer("no", note="123456789018")), "PIA601"),
])  # fmt: skip
def test_what_may_not_be_recorded_is_refused_and_written_nowhere(file: Path, act: Act, code: str) -> None:
    """With the rule that says why."""
    meeting = held(file, "talk")
    before, minutes = file.read_bytes(), meeting.file.read_bytes()
    outcome = meeting.record(topic(meeting, "crossed"), act)
    meeting.leave()
    assert (outcome.kind, codes(outcome.findings)[:1]) == ("refused", [code])
    assert (file.read_bytes(), meeting.file.read_bytes()) == (before, minutes)


def test_a_body_resolves_and_a_meeting_does_not(file: Path) -> None:
    """By its form in law; whoever has a conflict does not vote; the assessment holds it as the body's opinion."""
    meeting = held(file, "body")
    item = topic(meeting, "crossed")
    assert (meeting.forbids("resolution", item), meeting.forbids("opinion", item)) == ("", "")
    assert [one.number for one in meeting.members(item)] == [1, 2, 3, 5]
    assert codes(meeting.record(item, Resolution("売らない。", (3, 4))).findings) == ["PIA531"]
    assert codes(meeting.record(item, Resolution("売らない。", (3,), (3,))).findings) == ["PIA531"]
    assert meeting.record(item, Resolution("売らない。", (3,), (5,))).kind == "saved"
    meeting.close()
    assert data(file)["opinions"][1] == {"by": "個人情報保護審議会", "on": DAY, "says": "売らない。"}
    talk = held(file, "talk")
    assert talk.forbids("resolution", item) == "forbids_advisory"
    talk.close()
    none = held(file)
    assert none.forbids("resolution", item) == "forbids_no_panel"
    none.leave()
    assert [one.file.name for one in load_minutes(file.parent)] == [f"{DAY}.yaml", f"{DAY}-2.yaml", f"{DAY}-3.yaml"]


def test_what_comes_up_is_added(file: Path) -> None:
    """An answer that opens another matter; what the meeting itself says is talked about next time."""
    place = file.read_text(encoding="utf-8").replace("k_sold: yes", "k_sold: no")
    file.write_text(place, encoding="utf-8")
    meeting = held(file)
    meeting.record(topic(meeting, "risk"), Opinion(2, "心配です。", dissent=True))
    meeting.record(topic(meeting, "risk"), Changed("k_sold", Answer("yes")))
    meeting.leave()
    new = [one for one in meeting.topics if one.added]
    assert [one.key for one in new] == ["crossed:k_red_sale"]
    assert new[0].number == len(meeting.topics)


def test_the_same_words_on_two_items(file: Path) -> None:
    """Are two opinions."""
    meeting = held(file)
    for kind in ("risk", "crossed"):
        assert meeting.record(topic(meeting, kind), Opinion(2, "反対です。")).kind == "saved"
    meeting.leave()
    assert [one["says"] for one in data(file)["opinions"]].count("反対です。") == 2
    assert checked(meeting.file) == []


def test_goes_on_where_it_stopped(file: Path) -> None:
    """Another day, too; an ended one is not gone on with, and a meeting left behind is told."""
    meeting = held(file)
    meeting.record(topic(meeting, "risk"), Postponed("時間切れです。"))
    meeting.leave()
    assert checked(meeting.file, "2027-01-16") == ["PIA535"]
    again = unfinished(opened(file))
    assert again is not None
    assert topic(again, "risk").state == "postponed"
    again.close()
    assert unfinished(opened(file)) is None
    assert checked(meeting.file, "2027-01-16") == []


def test_another_edits_the_assessment_meanwhile(file: Path) -> None:
    """What they changed elsewhere stays; the same place is theirs, and the minutes do not say otherwise."""
    meeting = held(file)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: 案内端末", "title: 案内端末(駅)"), encoding="utf-8")
    assert meeting.record(topic(meeting, "crossed"), Changed("k_sold", Answer("no"))).kind == "saved"
    assert (data(file)["title"], data(file)["answers"]["k_sold"]) == ("案内端末(駅)", "no")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("k_sold: no", "k_sold: unknown"), encoding="utf-8")
    assert meeting.record(topic(meeting, "crossed"), Changed("k_sold", Answer("yes"))).kind == "overtaken"
    meeting.leave()
    assert data(file)["answers"]["k_sold"] == "unknown"
    (loaded,) = load_minutes(file.parent)
    assert loaded.minutes is not None
    assert loaded.minutes.items[0].acts == (Changed("k_sold", Answer("no")),)
    assert checked(meeting.file) == []


def test_two_meetings_at_once(file: Path) -> None:
    """The second is told; when the first has left, it may."""
    first = held(file)
    with pytest.raises(Problem) as caught:
        begin(opened(file), [1])
    assert caught.value.code == "meeting_elsewhere"
    with pytest.raises(Problem) as caught:
        unfinished(opened(file))
    assert caught.value.code == "meeting_elsewhere"
    first.leave()
    again = unfinished(opened(file))
    assert again is not None
    again.leave()


@pytest.mark.parametrize(("present", "chair", "panel", "code"), [
    ([], None, None, "nobody_present"), ([1, 9], None, None, "nobody_present"), ([1], 2, None, "nobody_present"),
    ([1], None, "council", "no_panel"),
])  # fmt: skip
def test_who_and_what_meets(file: Path, present: list[int], chair: int | None, panel: str | None, code: str) -> None:
    """Members by their numbers, a panel by its id; nothing is written otherwise."""
    with pytest.raises(Problem) as caught:
        begin(opened(file), present, chair, panel)
    assert caught.value.code == code
    assert not load_minutes(file.parent)


@pytest.mark.parametrize("fails", [1, 2, 3])
def test_a_full_disk(file: Path, fails: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file cannot be saved: what the minutes hold reaches the assessment, nothing is there twice."""
    meeting = held(file)
    count = 0
    save = files.save

    def full(path: Path, content: bytes, expected: bytes | None) -> None:
        nonlocal count
        count += 1
        if count == fails:
            raise files.SaveFailed(path, "No space left on device", "full")
        save(path, content, expected)

    with monkeypatch.context() as patched:
        for place in ("tsukuba_pia.work.meeting.save", "tsukuba_pia.work.minutes.save"):
            patched.setattr(place, full)
        with pytest.raises(files.SaveFailed):
            meeting.record(topic(meeting, "crossed"), Changed("k_sold", Answer("no")))
    meeting.leave()
    said = [one.acts for one in load_minutes(file.parent)[0].minutes.items if one.acts]  # type: ignore[union-attr]
    assert len(said) == (0 if fails == 1 else 1)
    again = unfinished(opened(file))
    assert again is not None
    if not said:
        again.record(topic(again, "crossed"), Changed("k_sold", Answer("no")))
    again.close()
    assert data(file)["answers"]["k_sold"] == "no"
    assert len([act for one in again.topics for act in one.acts]) == 1
    assert checked(again.file) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.work.desk import opened
from tests.work.test_meeting import held, topic
from tsukuba_pia import files
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.minutes import Changed, Opinion
from tsukuba_pia.work import meeting, minutes

place, at, after = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "after"
room = held(place)
count, save = 0, files.save

def killed(path, content, expected):
    global count
    count += 1
    if count == at and not after:
        os.kill(os.getpid(), signal.SIGKILL)
    save(path, content, expected)
    if count == at:
        os.kill(os.getpid(), signal.SIGKILL)

meeting.save = minutes.save = killed
room.record(topic(room, "risk"), Opinion(2, "心配です。"))
room.record(topic(room, "crossed"), Changed("k_sold", Answer("no")))
room.close()
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", ["before", "after"])
@pytest.mark.parametrize("at", range(1, 9))
def test_killed_at_any_save(file: Path, at: int, after: str) -> None:
    """What was in the minutes is in the assessment after the next start, once; what was not can be said again."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(file), str(at), after], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    room = unfinished(opened(file))
    if room is None:  # killed behind the end
        assert at >= 7
        room = None
    else:
        for kind, act in (("risk", Opinion(2, "心配です。")), ("crossed", Changed("k_sold", Answer("no")))):
            if act not in topic(room, kind).acts:
                assert room.record(topic(room, kind), act).kind == "saved"
        room.close()
    assert data(file)["answers"]["k_sold"] == "no"
    assert [one["says"] for one in data(file)["opinions"]] == ["顔は要らないと思います。", "心配です。"]
    (loaded,) = load_minutes(file.parent)
    assert loaded.minutes is not None
    assert [act for one in loaded.minutes.items for act in one.acts] == [
        Changed("k_sold", Answer("no")), Opinion(2, "心配です。"),
    ]  # fmt: skip
    assert checked(loaded.file) == []


def test_what_another_wrote_in_between_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped before the assessment was saved, and somebody has answered otherwise: theirs holds, and it is told."""
    meeting = held(file)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "save", stopped)
    with pytest.raises(KeyboardInterrupt):
        meeting.record(topic(meeting, "crossed"), Changed("k_sold", Answer("no")))
    meeting.leave()
    monkeypatch.undo()
    assert checked(meeting.file) == ["PIA534"]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("k_sold: yes", "k_sold: unknown"), encoding="utf-8")
    again = unfinished(opened(file))
    assert again is not None
    assert codes(again.findings) == ["PIA534"]
    again.leave()
    assert data(file)["answers"]["k_sold"] == "unknown"


def test_minutes_that_cannot_be_read(file: Path) -> None:
    """Told, and left alone."""
    held(file).leave()
    place = load_minutes(file.parent)[0].file
    place.write_text(place.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
    assert checked(place) == ["PIA101"]
    with pytest.raises(Problem) as caught:
        unfinished(opened(file))
    assert caught.value.code == "minutes_unreadable"


def test_minutes_change_no_sign_off(file: Path) -> None:
    """They lie beside the assessment: its content is what it was."""
    from tsukuba_pia.change.assessment_content import assessment_digest  # noqa: PLC0415
    from tsukuba_pia.load.evidence import evidence_digests  # noqa: PLC0415

    def digest() -> str:
        assessment = opened(file).assessment
        assert assessment is not None
        return assessment_digest(assessment, evidence_digests(assessment, file.parent), DAY)

    before = digest()
    held(file).close()
    assert digest() == before
    assert os.listdir(file.parent / "minutes")  # noqa: PTH208
