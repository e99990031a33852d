"""Whose word counts about a service that runs without leave: that of the post that decides at its level."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from tests.lint.test_gate_rules import OVER, told, ways
from tests.work.city import commit, git
from tests.work.signed import DAY, DONE, PLANNED, TEXT, at, edit, room, signed, wish
from tsukuba_pia.change.approval import deciding_post, may_decide
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.work.against_git import revision
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files, diagnostics_of
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.signing import in_the_way, propose

if TYPE_CHECKING:
    from tsukuba_pia.model.questionnaire import Questionnaire

HIGH = TEXT.replace(PLANNED, "k_masking: absent")  # which only the mayor accepts
STARTED = HIGH.replace("2027-04-01}", "2027-01-10}")
METHOD = {"low": "owner", "medium": "department_head", "high": "deputy_mayor", "very_high": "nobody"}
CITY = dict.fromkeys(("owner", "section_head", "department_head", "deputy_mayor", "mayor"))


def levels(file: Path, day: str = DAY) -> list[str]:
    """How grave it is that it runs without leave."""
    return [level for level, _ in told(file, "PIA546", day)]


@pytest.mark.parametrize(
    ("level", "chain", "post"),
    [
        ("none", CITY, "owner"),
        ("medium", CITY, "department_head"),
        ("very_high", CITY, "deputy_mayor"),
        ("of_another_method", CITY, "deputy_mayor"),
        ("high", {"owner": None, "section_head": None}, "section_head"),
        ("medium", {"owner": None, "mayor": None}, "mayor"),
    ],
)
def test_from_which_post_on(level: str, chain: Mapping[str, None], post: str) -> None:
    """Where nobody may accept it, or the chain ends below, there still is one who decides."""
    asked = cast("Questionnaire", SimpleNamespace(method=SimpleNamespace(acceptance=METHOD)))
    assert deciding_post(level, asked, chain) == post
    assert [one for one in chain if may_decide(one, level, asked, chain)] == list(chain)[list(chain).index(post) :]
    assert not may_decide("assembly", level, asked, chain)


def test_a_method_in_which_nobody_accepts_anything() -> None:
    """The highest of the chain."""
    asked = cast("Questionnaire", SimpleNamespace(method=SimpleNamespace(acceptance=dict.fromkeys(METHOD, "nobody"))))
    assert deciding_post("low", asked, CITY) == "mayor"


def test_the_lowest_post_gives_no_time_to_catch_up(tmp_path: Path) -> None:
    """It is not signed; where it was all the same, it says so, and the post that decides can still say its word."""
    file = room(tmp_path, STARTED)
    assert ways(file, "changes_required", post="owner") == ["PIA513"]
    assert ways(file, "changes_required", post="mayor") == []
    signed(file, "changes_required", post="owner")
    ((level, args),) = told(file, "PIA546")
    assert (level, args["needed"], args["way"], args["until"]) == ("error", "mayor", "@start_stop", "")
    (found,) = (one for one in at(file).diagnostics if one.code == "PIA546")
    assert hint_of(found, "en").endswith("does not decide here: it takes “mayor (mayor)” or a higher one.")
    assert hint_of(found, "ja").endswith("「市長(mayor)」以上の職が決裁します。")
    signed(file, "changes_required", day="2027-03-01", post="mayor")
    ((level, args),) = told(file, "PIA546", "2027-03-01")
    assert (level, args["needed"], args["until"]) == ("warning", "", "2027-07-14")  # counted from the first word


def test_the_level_of_today_counts(tmp_path: Path) -> None:
    """What was told as low when it was signed, and is high, is for who decides at that level."""
    file = room(tmp_path, STARTED.replace("k_masking: absent", DONE))
    signed(file, "changes_required", post="owner")
    assert levels(file) == ["warning"]
    edit(file, DONE, "k_masking: absent")
    assert levels(file) == ["error"]


def test_sending_back_what_has_not_started_is_for_any_post(tmp_path: Path) -> None:
    """So is a refusal."""
    file = room(tmp_path, HIGH)
    assert [ways(file, one, post="owner") for one in ("changes_required", "refused")] == [[], []]
    signed(file, "changes_required", post="owner")
    assert ways(file, "changes_required", "2027-04-02", post="owner") == []  # no first word, and gives nothing
    assert levels(file, "2027-04-02") == ["error"]


def test_a_refusal_by_the_lowest_post(tmp_path: Path) -> None:
    """Of what runs: it stays an error; also where it was signed the day before."""
    file = room(tmp_path, STARTED)
    assert (ways(file, "refused", post="owner"), ways(file, "refused")) == (["PIA513"], [])
    signed(file, "refused", post="owner")
    assert levels(file) == ["error"]
    signed(file, "refused", day="2027-01-16")
    assert levels(file, "2027-01-16") == ["note"]
    early = room(tmp_path / "early", HIGH)
    signed(early, "refused", post="owner")
    assert (levels(early), levels(early, "2027-04-01")) == ([], ["error"])


def test_a_refusal_holds_at_the_level_of_its_day(tmp_path: Path) -> None:
    """It is not undone by evidence that lapses later."""
    file = room(tmp_path, STARTED.replace("k_masking: absent", DONE))
    signed(file, "refused", post="owner")
    (file.parent / "evidence" / "mask.md").unlink()
    assert levels(file) == ["note"]


def test_who_takes_down_what_ran(tmp_path: Path) -> None:
    """At its end, too."""
    day = "2027-06-02"
    file = room(tmp_path, HIGH.replace("dates: {", OVER))
    assert (ways(file, "refused", day, post="owner"), ways(file, "refused", day)) == (["PIA513"], [])
    signed(file, "refused", day=day, post="owner")
    ((level, args),) = told(file, "PIA546", day)
    assert (level, args["needed"]) == ("error", "mayor")
    signed(file, "refused", day="2027-06-03")
    assert levels(file, "2027-06-03") == ["warning"]


def test_what_stands_in_the_way_is_told(tmp_path: Path) -> None:
    """In words for what it is: no acceptance."""
    opened = open_assessment(room(tmp_path, STARTED), DAY)
    (one,) = in_the_way(opened, propose(opened, wish("refused", post="owner")))
    assert message_of(one, "en") == "“owner of the service (owner)” may not decide at the level “High” in this organ."
    assert "のリスクを判断できる職ではありません" in message_of(one, "ja")
    assert hint_of(one, "en").startswith(
        "If it has not started, take `dates.starts_on` out: then another post may sign"
    )


def test_a_plan_that_never_began_is_refused_by_any_post(tmp_path: Path) -> None:
    """The hint says how; where it is over, or for an approval, there is no such way."""
    file = room(tmp_path, STARTED)
    opened = open_assessment(file, DAY)
    (no,) = in_the_way(opened, propose(opened, wish("refused", post="owner")))
    assert "始まっていないなら `dates.starts_on` を消してください。" in hint_of(no, "ja")
    yes = in_the_way(opened, propose(opened, wish("approved", post="owner")))
    assert [one.args["way"] for one in yes if one.code == "PIA513"] == [""]
    edit(file, "dates: {starts_on: 2027-01-10}\n", "")
    assert ways(file, "refused", post="owner") == []
    over = room(tmp_path / "over", HIGH.replace("dates: {", OVER))
    opened = open_assessment(over, "2027-06-02")
    (one,) = in_the_way(opened, propose(opened, wish("refused", post="owner")))
    assert one.args["way"] == ""


def committed(folder: Path, text: str, day: str, patch: pytest.MonkeyPatch) -> Path:
    """An assessment, committed as `v1` on a day."""
    file = room(folder, text)
    git(folder, "init", "-q")
    for one in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        patch.setenv(one, f"{day}T09:00:00+0900")
    commit(folder, "v1")
    return file


def merged(folder: Path, day: str, patch: pytest.MonkeyPatch) -> None:
    """What a request brought, committed on a day, is what the next one is held to."""
    for one in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        patch.setenv(one, f"{day}T09:00:00+0900")
    commit(folder, "v2")
    git(folder, "tag", "-f", "v1")


def beside(file: Path, day: str = "2027-04-02") -> list[tuple[str, str]]:
    """How grave it is beside `v1`, and how it may be mended."""
    demand = Demand(day, since=revision(file.parent, "v1"))
    found = (one for one in diagnostics_of(check_files([file], demand)) if one.code == "PIA546")
    return [(one.level, one.args["how"]) for one in found]


def test_a_new_service_does_not_catch_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its text was merged before its first day. Alone nobody can tell; beside the revision it is an error."""
    file = committed(tmp_path, HIGH, "2027-03-01", monkeypatch)
    signed(file, "changes_required", day="2027-04-02")
    assert levels(file, "2027-04-02") == ["warning"]
    assert beside(file) == [("error", "@start_was_there")]
    edit(file, "starts_on: 2027-04-01", "starts_on: 2020-04-01")  # said only now
    assert beside(file) == [("error", "@start_was_there")]
    commit(tmp_path, "v2")
    git(tmp_path, "tag", "-f", "v1")
    assert beside(file) == [("warning", "")]


@pytest.mark.parametrize("quoted", [False, True])
def test_a_new_service_in_a_folder_of_another_name_does_not_catch_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, quoted: bool
) -> None:
    """Also where the folder was moved first, and that was merged: git is asked for what its file says it is."""
    text = HIGH.replace("assessment: t-1\n", 'assessment: "t-1"  # ours\n') if quoted else HIGH
    file = committed(tmp_path, text, "2027-03-01", monkeypatch)
    file = Path(shutil.move(file.parent, file.parent.with_name("other"))) / "assessment.yaml"
    merged(tmp_path, "2027-04-02", monkeypatch)
    signed(file, "changes_required", day="2027-04-02")
    assert beside(file) == [("error", "@start_was_there")]


def test_a_copy_of_an_older_one_catches_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says another name, also one that only begins the same."""
    file = committed(tmp_path, HIGH.replace("assessment: t-1\n", "assessment: t-12\n"), "2027-03-01", monkeypatch)
    home = shutil.copytree(file.parent, file.parent.with_name("other"))
    copy = home / "assessment.yaml"
    edit(copy, "assessment: t-12\n", "assessment: t-1\n")
    merged(tmp_path, "2027-04-02", monkeypatch)
    signed(copy, "changes_required", day="2027-04-02")
    assert beside(copy) == [("warning", "")]


@pytest.mark.parametrize(("starts", "committed_on"), [("2027-04-01", "2027-04-01"), ("2020-04-01", "2027-03-01")])
def test_what_ran_before_its_file_was_there_catches_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, starts: str, committed_on: str
) -> None:
    """Also beside a revision that has it, signed or not."""
    file = committed(tmp_path, HIGH.replace("2027-04-01}", f"{starts}}}"), committed_on, monkeypatch)
    signed(file, "changes_required", day="2027-04-02")
    assert beside(file) == [("warning", "")]
    commit(tmp_path, "v2")
    git(tmp_path, "tag", "-f", "v1")
    assert beside(file) == [("warning", "")]


def test_withdrawing_an_approval_is_for_any_post(tmp_path: Path) -> None:
    """It has leave to run: a refusal takes that away, and gives nothing."""
    file = room(tmp_path, STARTED)
    signed(file, "approved")
    assert ways(file, "refused", "2027-01-16", post="owner") == []
