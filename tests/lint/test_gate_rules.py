"""Rules about people, comments and sign-offs, as what they guard against would be tried."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.lint.frame import found_in
from tests.lint.marked import check
from tests.lint.pages import Example
from tests.work.signed import DAY, DONE, PLANNED, TEXT, at, edit, room, signed, wish
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.model.sign_off import Expedited, Waiver
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.signing import in_the_way, propose

APPROVAL: Stage = "approval"
RUNS = TEXT.replace(PLANNED, DONE)
PLAIN = {"how": "", "until": "", "needed": ""}  # what PIA546 adds where there is no more to say
HURRY = Expedited("災害対策本部", "水害", "2027-03-15")


def codes(file: Path, day: str = DAY) -> list[str]:
    """At the stage that the state gives, but for the order (PIA0) and what a published page has to tell (PIA6)."""
    return [one.code for one in at(file, day).diagnostics if "PIA1" < one.code < "PIA6"]


def told(file: Path, code: str, day: str = DAY) -> list[tuple[str, dict[str, str]]]:
    """Levels and arguments of one code."""
    found = (one for one in at(file, day).diagnostics if one.code == code)
    return [(one.level, {name: value for name, value in one.args.items() if "@" not in name}) for one in found]


def ways(file: Path, outcome: str, day: str = DAY, **more: Any) -> list[str]:  # noqa: ANN401 - a wish's fields
    """What stands in the way of a sign-off."""
    opened = open_assessment(file, day)
    return sorted(one.code for one in in_the_way(opened, propose(opened, wish(outcome, **more))))


@pytest.mark.parametrize("reviewer", ["髙橋 直", "高橋直様", "情報政策課長 高橋 直", "高橋直(情報政策課長)", "ﾀｶﾊｼ ﾅｵ"])
def test_one_person_in_two_spellings(reviewer: str) -> None:
    """Old and new forms, honorifics, posts, remarks, kana."""
    author = "たかはし なお" if reviewer.startswith("ﾀ") else "高橋 直"
    narrow = "; PIA019 at ﾀ" if reviewer.startswith("ﾀ") else ""
    check(
        f"team: [{{role: author, name: {author}}}, {{role: reviewer, name: {reviewer}}}]"
        f"  # PIA510 at {{role: reviewer{narrow}",
        kind="assessment",
        stage=APPROVAL,
    )


def test_who_accepts_the_risk_has_not_reviewed_it() -> None:
    """The one who decides may."""
    team = "team: [{role: author, name: 高橋 直}, {role: reviewer, name: 伊藤 文},"
    team += " {role: approver, name: 山田 一}, {role: risk_acceptor, name: %s}]"
    check(f"{team % '伊藤文'}  # PIA510 at {{role: risk_acceptor", kind="assessment", stage=APPROVAL)
    check(team % "山田一", kind="assessment", stage=APPROVAL)


@pytest.mark.parametrize(
    ("team", "stage", "found"),
    [
        ("[]", "review", ["author", "reviewer"]),
        ("[]", "draft", []),
        ("[{role: author, name: 高橋 直}]", "review", ["reviewer"]),
        ("[{role: reviewer, name: 伊藤 文}]", "comment", ["author"]),
        ("[{role: author, name: 高橋 直}, {role: reviewer, post: 総務課長}]", "approval", ["reviewer"]),
        ("[{role: author, name: 高橋 直}, {role: reviewer, name: ' '}]", "approval", ["reviewer"]),
        ("[{role: author, name: 高橋 直}, {role: reviewer, name: 未定}]", "approval", ["reviewer"]),
    ],
)
def test_author_and_reviewer_are_named_from_the_review_on(team: str, stage: Stage, found: list[str]) -> None:
    """A post alone is nobody; who signs is named by the sign-off."""
    example = Example("assessment", f"team: {team}\n")
    told = [one.args["nobody"] for one in found_in(example, stage) if one.code == "PIA510"]
    assert told == [f"@role_{role}" for role in found]


@pytest.mark.parametrize(
    ("author", "reviewer", "same"),
    [
        ("post: 交通課 主査", "post: 交通課 主査", True),
        ("post: {ja: 交通課 主査, en: Staff of Transport}", "post: {ja: 総務課 主査, en: Staff of Affairs}", False),
        ("post: 交通課 主査", "post: 交通課主査", True),
        ("post: 交通課 主査", "post: 交通課 係長", False),
        ("post: 主査, organisation: 交通課", "post: 主査, organisation: 総務課", False),
        ("post: 主査, organisation: 交通課", "post: 主査, organisation: 交通課", True),
        ("post: 主査", "organisation: 総務課", False),
    ],
)
def test_a_reviewer_in_the_author_s_post(author: str, reviewer: str, same: bool) -> None:
    """Two names at one desk."""
    mark = "  # PIA510 at {role: reviewer" if same else ""
    check(
        f"team: [{{role: author, name: 高橋 直, {author}}}, {{role: reviewer, name: 伊藤 文, {reviewer}}}]{mark}",
        kind="assessment",
        stage="review",
    )


def test_who_is_independent_has_no_other_part() -> None:
    """Neither wrote it nor reviewed it nor decides."""
    check(
        "team: [{role: author, name: 高橋 直}, {role: reviewer, name: 伊藤 文}, {role: independent, name: 髙橋直}]"
        "  # PIA510 at {role: independent",
        kind="assessment",
        stage="review",
    )


@pytest.mark.parametrize(
    ("member", "found"),
    [
        ("post: 弁護士", False),
        ("post: 部長, organisation: 架空運行", True),
        ("post: 架空運行 部長", True),
        ("name: 渡辺 努, organisation: {ja: 架空運行の研究所, en: Institute}", True),
        ("post: 店主, organisation: 参加する店", True),
        ("post: 議員, organisation: 市議会", False),
        ("post: 主査, organisation: 市", False),
    ],
)
def test_who_is_independent_belongs_to_no_firm_that_takes_part(member: str, found: bool) -> None:
    """By organisation or post; the city and its assembly are no firms (PIA568)."""
    text = f"""
team:
  - {{role: author, name: 高橋 直}}
  - {{role: reviewer, name: 伊藤 文, organisation: 架空運行}}
  - {{role: independent, {member}, constituency: legal}}
actors:
  - {{id: city, name: 市, kind: city_organ}}
  - {{id: assembly, name: 市議会, kind: assembly}}
  - {{id: operator, name: 架空運行(受託者), kind: contractor_of_city}}
  - {{id: shops, name: 参加する店, kind: business}}
"""
    codes = [one.code for one in found_in(Example("assessment", text), "review")]
    assert codes == (["PIA568"] if found else [])


def test_residents_and_an_expert_are_heard_before_anything_is_built(tmp_path: Path) -> None:
    """In the team or in a consultation; of a full assessment only."""
    file = room(tmp_path)
    edit(file, "constituency: resident", "constituency: municipal")
    edit(file, "constituency: legal", "constituency: municipal")
    edit(file, "role: author, name: 高橋 直", "role: author, name: 高橋 直, constituency: resident")
    assert ways(file, "approved_with_conditions") == ["PIA536"]
    assert "PIA536" not in ways(file, "expedited", expedited=HURRY)
    signed(file)
    assert told(file, "PIA536") == [("warning", {"missing": "legal"}), ("error", {"missing": "resident"})]
    edit(file, PLANNED, DONE)
    signed(file, "approved")
    assert told(file, "PIA536") == [("warning", {"missing": "legal"}), ("error", {"missing": "resident"})]
    edit(file, "constituency: academic", "constituency: municipal")
    edit(file, "constituency: privacy_policy", "constituency: municipal")
    nobody = ("error", {"missing": "legal, academic, privacy_policy"})
    assert told(file, "PIA536") == [nobody, ("error", {"missing": "resident"})]
    edit(file, "data: []", "consultations: [{id: c0, who: 町内会, constituency: resident}]\ndata: []")
    assert ("error", {"missing": "resident"}) in told(file, "PIA536")
    edit(file, "consultations: [{id: c0, who: 町内会, constituency: resident}]\n", "")
    heard = "said: 心配です, done: 直しました, because: もっともです"
    edit(file, "data: []", f"consultations: [{{id: c1, who: 町内会, constituency: resident, {heard}}}]\ndata: []")
    assert told(file, "PIA536") == [nobody]
    edit(file, "k_kinds: [face]", "k_kinds: [name]")
    assert told(file, "PIA536") == []


def test_a_dissent_without_an_answer() -> None:
    """A blank and a sign are none; who agrees needs none."""
    check(
        """
opinions:
  - {by: 弁護士, says: 広すぎます。, dissent: true, answered: —}  # PIA537 at {by: 弁護士
  - {by: 大学教員, says: 広すぎます。, dissent: true, answered: 狭めました。}
  - {by: 市民, says: よいと思います。}
""",
        kind="assessment",
        stage=APPROVAL,
    )


def test_one_answer_to_many_opinions() -> None:
    """To the same words the same answer may be given, and to two of them."""
    check(
        """
opinions:
  - {by: 甲, says: 賛成, answered: 検討します。}  # PIA538 at 検討
  - {by: 乙, says: 反対, answered: 検討 します}
  - {by: 丙, says: 保留, answered: 「検討します」3}
  - {by: 丁, says: 高い。, answered: 直しました。}
  - {by: 戊, says: 遠い。, answered: 直しました。}
  - {by: 己, says: 不便, answered: もう一つ。}
  - {by: 庚, says: 不便。, answered: もう一つ。}
  - {by: 辛, says: 不便！, answered: もう一つ。}
""",
        kind="assessment",
        stage="comment",
    )


@pytest.mark.parametrize(
    ("first", "last", "mark"),
    [
        ("2026-12-15", "2027-01-13", "  # PIA539 at 2027"),
        ("2026-12-15", "2027-01-18", "  # PIA539 at 2027"),
        ("2026-12-15", "2027-01-19", ""),
        ("2026-11-29", "2026-12-28", ""),
        ("2027-01-04", "2027-02-02", ""),
        ("2027-01-03", "2027-02-01", "  # PIA539 at 2027"),
        ("2027-04-15", "2027-05-14", "  # PIA539 at 2027"),
        ("2027-04-15", "2027-05-21", ""),
        ("2027-04-15", "2027-05-10", "  # PIA525 at 2027"),
        ("2027-01-01", "2029-01-01", ""),
    ],
)
def test_a_window_over_holidays(first: str, last: str, mark: str) -> None:
    """As many days longer as it has holidays; one that is too short anyway is told as such."""
    window = f"  - {{id: w1, who: 市民, from: {first}, to: {last}, digest: abc}}{mark}\n"
    check(f"consultations:\n{window}", kind="assessment", stage="review")
    reason = window.replace("digest", "shorter: 条例の期限があります。, digest").partition("  #")[0].rstrip()
    check(f"consultations:\n{reason}\n", kind="assessment", stage="review")
    check(f"consultations:\n{window.replace(', digest: abc', '').partition('  #')[0]}\n", kind="assessment")


def test_planned_past_its_day(tmp_path: Path) -> None:
    """A warning while it is written, an error once it runs; a condition of the approval is told as that."""
    late = "  c_masking: {answer: planned, owner: 都市計画課, due: %s}%s\n"
    check(f"answers:\n{late % ('2027-03-31', '  # PIA540 at 2027-03-31')}", kind="assessment")
    check(f"answers:\n{late % ('2027-04-01', '')}", kind="assessment")
    file = room(tmp_path)
    signed(file)
    assert codes(file, "2027-03-02") == ["PIA517"]
    signed(file, "approved")
    assert told(file, "PIA540", "2027-03-01") == []
    assert [level for level, _ in told(file, "PIA540", "2027-03-02")] == ["error"]


def test_small_edits_that_add_up(tmp_path: Path) -> None:
    """What nobody accepted is an error, also while the work goes on; a refusal or a new sign-off settles it."""
    file = room(
        tmp_path, TEXT.replace("k_level: per_person", "k_level: counts").replace("k_people: 500", "k_people: 90")
    )
    edit(file, PLANNED, "k_masking: absent")
    signed(file)
    edit(file, "k_people: 90", "k_people: 95")
    assert codes(file) == ["PIA516"]
    edit(file, "k_people: 95", "k_people: 100")
    worse = {"was": "low", "now": "high", "moment": "@level_target", "on": "2027-01-15"}
    assert told(file, "PIA541") == [("error", worse)]
    signed(file, "changes_required")
    assert told(file, "PIA541") == [("error", worse)]
    assert "PIA541" not in ways(file, "approved_with_conditions")
    signed(file, "refused")
    assert told(file, "PIA541") == []


def test_evidence_that_is_gone_raises_what_runs(tmp_path: Path) -> None:
    """Not only edits do."""
    file = room(tmp_path, RUNS)
    signed(file, "approved")
    assert codes(file) == []
    (file.parent / "evidence" / "mask.md").unlink()
    assert [level for level, _ in told(file, "PIA541")] == ["error"]


@pytest.mark.parametrize("now", ["k_masking: absent", "k_masking:", "k_masking: unknown"])
def test_a_condition_taken_back(tmp_path: Path, now: str) -> None:
    """Done, or needed no more, is fine."""
    file = room(tmp_path)
    signed(file)
    edit(file, PLANNED, now)
    assert told(file, "PIA542") == [("error", {"question": "k_masking", "on": "2027-01-15"})]
    edit(file, now, DONE)
    assert told(file, "PIA542") == []
    edit(file, DONE, now)
    edit(file, "k_personal: yes", "k_personal: no")
    assert told(file, "PIA542") == []


def test_a_waiver_prolonged_by_whoever_granted_it(tmp_path: Path) -> None:
    """The same days again are no more; another's signature is another pair of eyes."""
    file = room(tmp_path, RUNS.replace("k_sold: no", "k_sold: yes"))
    waiver = Waiver("k_red_sale", "ordinance", "条例第1号", "2027-02-01")
    longer = replace(waiver, until="2027-06-01")
    signed(file, "approved", waivers=(waiver,))
    signed(file, "approved", waivers=(waiver,))
    assert told(file, "PIA543") == []
    signed(file, "approved", name="別の 人", waivers=(longer,))
    assert told(file, "PIA543") == []
    signed(file, "approved", name="山田一 様", waivers=(replace(longer, until="2027-07-01"),))
    said = {"red_line": "k_red_sale", "name": "山田一 様", "was": "2027-02-01", "until": "2027-07-01"}
    assert told(file, "PIA543") == [("warning", said)]


def test_expedited_again_and_again(tmp_path: Path) -> None:
    """All together 90 days; an ordinary approval in between begins anew."""
    file = room(tmp_path, RUNS)
    signed(file, "expedited", expedited=HURRY)
    again = replace(HURRY, until="2027-04-15")
    assert "PIA544" not in ways(file, "expedited", expedited=again)
    assert "PIA544" in ways(file, "expedited", expedited=replace(again, until="2027-04-16"))
    signed(file, "changes_required")
    signed(file, "expedited", day="2027-03-01", expedited=replace(again, until="2027-05-01"))
    said = {"times": "2", "first": "2027-01-15", "until": "2027-05-01", "days": "106"}
    assert told(file, "PIA544", "2027-03-01") == [("error", said)]
    signed(file, "approved", day="2027-03-01")
    assert told(file, "PIA544", "2027-03-01") == []
    assert "PIA544" not in ways(file, "expedited", "2027-03-02", expedited=again)


NONE_NEEDED = TEXT.replace("k_personal: yes", "k_personal: no").partition("  k_kinds")[0]
PUBLISHED = NONE_NEEDED.replace("data: []", "publication: {published_on: 2027-01-10}\ndata: []")


def test_no_assessment_needed(tmp_path: Path) -> None:
    """By two people, published before it starts, looked at within a year."""
    file = room(tmp_path / "a", PUBLISHED)
    assert codes(file, "2028-01-10") == []
    assert told(file, "PIA545", "2028-01-11") == [("warning", {"problem": "@none_needed_old"})]
    edit(file, "name: 伊藤 文", "name: 高橋直 様")
    assert told(file, "PIA545") == [("error", {"problem": "@none_needed_alone"})]
    edit(file, "dates: {", "dates: {ended: {on: 2027-01-15, why: 終了}, ")
    assert told(file, "PIA545") == []
    untold = room(tmp_path / "b", NONE_NEEDED)
    assert told(untold, "PIA545", "2027-03-31") == []
    assert told(untold, "PIA545", "2027-04-01") == [("error", {"problem": "@none_needed_untold"})]


def test_started_without_leave(tmp_path: Path) -> None:
    """Not approved, not published, published too late; what is about to be signed mends the first."""
    file = room(tmp_path, RUNS)
    day = "2027-04-01"
    assert codes(file, "2027-03-31") == []
    started = PLAIN | {"on": day, "way": "@start_stop", "how": "@start_how"}
    assert told(file, "PIA546", day) == [("error", started | {"problem": "@started_without_approval"})]
    assert ways(file, "approved", day) == []
    edit(file, "data: []", "supersedes: t-0\ndata: []")
    assert told(file, "PIA546", day) == [("warning", started | {"problem": "@started_without_approval"})]
    signed(file, "expedited", day=day, expedited=replace(HURRY, until="2027-06-01"))
    assert told(file, "PIA546", day) == [("warning", started | {"problem": "@started_unpublished"})]
    shutil.rmtree(file.parent / "approvals")
    signed(file, "approved")
    assert told(file, "PIA546", day) == [("error", started | {"problem": "@started_unpublished"})]
    edit(file, "data: []", "publication: {published_on: 2027-04-02}\ndata: []")
    late = PLAIN | {"on": day, "way": "@start_told", "problem": "@started_before_published"}
    assert told(file, "PIA546", "2027-04-02") == [("warning", late)]
    signed(file, "approved", day="2027-04-02")
    assert told(file, "PIA546", "2027-04-02") == []
    edit(file, "published_on: 2027-04-02", "published_on: 2027-04-01")
    signed(file, "refused", day="2027-04-03")
    assert told(file, "PIA546", "2027-04-03") == []


def test_what_ran_before_there_were_assessments(tmp_path: Path) -> None:
    """The post's first word, that it is to be caught up with, holds for half a year."""
    file = room(tmp_path, RUNS.replace("2027-04-01}", "2020-04-01}"))
    assert [level for level, _ in told(file, "PIA546")] == ["error"]
    signed(file, "changes_required", post="owner")
    pending = PLAIN | {"on": "2020-04-01", "way": "@start_catch_up", "problem": "@started_without_approval"}
    assert told(file, "PIA546") == [("warning", pending | {"until": "2027-07-14"})]
    assert [level for level, _ in told(file, "PIA546", "2027-07-14")] == ["warning"]
    signed(file, "changes_required", day="2027-07-10", post="owner")
    assert [level for level, _ in told(file, "PIA546", "2027-07-15")] == ["error"]
    edit(file, "k_sold: no", "k_sold: yes")
    assert [level for level, _ in told(file, "PIA546")] == ["error"]


def test_sent_back_before_it_started_is_no_time_to_catch_up(tmp_path: Path) -> None:
    """Nor is a word behind another one."""
    file = room(tmp_path, RUNS)
    signed(file, "changes_required", post="owner")
    signed(file, "changes_required", day="2027-04-02", post="owner")
    assert [level for level, _ in told(file, "PIA546", "2027-04-02")] == ["error"]


GROUPS = "groups_excluded:\n  - {group: children, why: 使いません。, agreed_by: %s}%s\n"


def test_a_group_that_an_answer_names(tmp_path: Path) -> None:
    """An option called as a group is names it; from approval on it is no longer only a hint."""
    file = room(tmp_path, TEXT.replace("data: []", GROUPS % ("鈴木 恵", "") + "data: []"))
    edit(tmp_path / "questionnaires" / "kiosk" / "0.1.yaml", "{id: name, label", "{id: children, label")
    assert codes(file) == []
    edit(file, "k_kinds: [face]", "k_kinds: [children, face]")
    assert [level for level, _ in told(file, "PIA420")] == ["warning"]
    assert ways(file, "approved_with_conditions") == ["PIA420"]


def test_a_group_taken_out_by_the_author_alone() -> None:
    """In whatever spelling, and a blank is nobody."""
    team = "team: [{role: author, name: 高橋 直}, {role: reviewer, name: 伊藤 文}]\n"
    check(f"{team}{GROUPS % ('髙橋 直様', '  # PIA421 at children')}", kind="assessment", stage=APPROVAL)
    check(f"{team}{GROUPS % ('「 」', '  # PIA421 at children')}", kind="assessment")
    check(f"{team}{GROUPS % ('鈴木 恵', '')}", kind="assessment", stage=APPROVAL)


def test_a_bank_that_may_be_needed() -> None:
    """What nobody has told yet is asked for before the approval."""
    banks = 'banks: {core: "1.0"}%s\n'
    check(f"{banks % '  # PIA419 at {core'}data_complete: no\n", kind="assessment", stage=APPROVAL)
    check(f"{banks % ''}data_complete: no\n", kind="assessment", stage="review")


def test_a_trial_that_does_not_end(tmp_path: Path) -> None:
    """Put off once it may be; a second time, or for good, it is another service."""
    file = room(tmp_path, TEXT.replace("dates: {", "dates: {ended: {on: 2027-06-30, why: 試行の終わり}, "))
    signed(file)
    assert told(file, "PIA547") == []
    edit(file, "on: 2027-06-30", "on: 2027-09-30")
    assert told(file, "PIA547") == []
    signed(file)
    edit(file, "on: 2027-09-30", "on: 2027-12-31")
    late = {"problem": "@end_put_off", "was": "2027-06-30", "now": "2027-12-31"}
    assert told(file, "PIA547") == [("warning", late)]
    edit(file, "on: 2027-12-31", "on: 2027-08-31")
    assert told(file, "PIA547") == []
    edit(file, "ended: {on: 2027-08-31, why: 試行の終わり}, ", "")
    assert told(file, "PIA547") == [("warning", late | {"problem": "@end_taken_out", "now": ""})]


def test_an_end_that_was_never_promised(tmp_path: Path) -> None:
    """A service that is to end now, or later than that, promised nobody anything before."""
    file = room(tmp_path)
    signed(file)
    edit(file, "dates: {", "dates: {ended: {on: 2027-06-30, why: 終了}, ")
    assert told(file, "PIA547") == []


def undecided(file: Path, stage: Stage, day: str = DAY) -> list[str]:
    """Which decision a stage misses, by the words of the rule."""
    found = open_assessment(file, day, stage=stage).diagnostics
    return [f"{one.level} {one.args['problem']}" for one in found if one.code == "PIA560"]


def test_what_runs_or_is_published_was_decided_on(tmp_path: Path) -> None:
    """From launch on nothing is sound without a decision, and each stage asks for the one that it needs."""
    file = room(tmp_path)
    late: tuple[Stage, ...] = ("launch", "publication", "follow-up")
    for stage in ("draft", "review", "comment", "approval"):
        assert undecided(file, stage) == []
    for stage in late:
        assert undecided(file, stage) == ["error @decided_by_nobody"]
    assert ways(file, "refused") == []
    signed(file, "changes_required")
    assert [undecided(file, stage) for stage in late] == [["error @decided_changes"]] * 3
    signed(file)
    lacking = ["error @decided_approved_with_conditions"]
    assert [undecided(file, stage) for stage in late] == [lacking, [], lacking]
    signed(file, "approved")
    assert [undecided(file, stage) for stage in late] == [[], [], []]
    signed(file, "refused")
    assert [undecided(file, stage) for stage in late] == [["error @decided_refused"], [], ["error @decided_refused"]]
    signed(file, "expedited", expedited=HURRY)
    assert [undecided(file, stage) for stage in late] == [[], [], []]
    signed(file, "changes_required")
    assert undecided(file, "launch") == ["error @decided_changes"]


OVER = "dates: {ended: {on: 2027-06-01, why: 終了}, "


def test_an_end_does_not_undo_that_it_ran_without_leave(tmp_path: Path) -> None:
    """Two words, typed once it has run, take nothing away: until somebody takes it down, it is an error."""
    file = room(tmp_path, RUNS.replace("dates: {", OVER))
    day = "2027-06-02"
    started = PLAIN | {"on": "2027-04-01", "problem": "@started_without_approval", "way": "@start_over"}
    assert at(file, day).context is not None
    assert told(file, "PIA546", day) == [("error", started)]
    for stage in STAGES:
        assert "PIA546" in {one.code for one in open_assessment(file, day, stage=stage).diagnostics}
    signed(file, "changes_required", day=day)
    assert told(file, "PIA546", day) == [("error", started)]
    signed(file, "refused", day="2027-05-31")
    assert told(file, "PIA546", day) == [("error", started)]
    signed(file, "refused", day=day)
    assert told(file, "PIA546", day) == [("warning", started | {"way": "@start_taken_down"})]


def test_an_end_before_the_first_day_starts_nothing(tmp_path: Path) -> None:
    """It was given up."""
    file = room(tmp_path, RUNS.replace("dates: {", "dates: {ended: {on: 2027-03-31, why: 中止}, "))
    assert told(file, "PIA546", "2027-06-02") == []


def test_an_end_does_not_undo_what_was_approved(tmp_path: Path) -> None:
    """Nor that it was never published, nor that it says something else now."""
    file = room(tmp_path, RUNS)
    signed(file, "approved")
    edit(file, "dates: {", OVER)
    day = "2027-06-02"
    started = PLAIN | {"on": "2027-04-01", "problem": "@started_unpublished", "way": "@start_publish"}
    assert told(file, "PIA546", day) == [("error", started)]
    assert told(file, "PIA516", day) == []
    edit(file, "k_people: 500", "k_people: 50")
    assert [level for level, _ in told(file, "PIA516", day)] == ["error"]
    edit(file, "data: []", "publication: {published_on: 2027-03-01}\ndata: []")
    assert told(file, "PIA546", day) == []


def test_an_end_does_not_undo_that_nobody_looked(tmp_path: Path) -> None:
    """Where it was said that no assessment is needed."""
    file = room(tmp_path, PUBLISHED.replace("name: 伊藤 文", "name: 高橋直 様").replace("dates: {", OVER))
    assert told(file, "PIA545", "2028-06-02") == [("error", {"problem": "@none_needed_alone"})]
    edit(file, "name: 高橋直 様", "name: 伊藤 文")
    assert told(file, "PIA545", "2028-06-02") == []


def test_approved_after_the_end(tmp_path: Path) -> None:
    """By an end that was typed, or by a sign-off; a refusal then only takes down what became of it."""
    file = room(tmp_path, RUNS.replace("dates: {", "dates: {ended: {on: 2027-01-14, why: 終了}, "))
    assert "PIA564" not in ways(file, "refused")
    assert "PIA564" in ways(file, "approved")
    signed(file, "refused")
    assert told(file, "PIA564") == []
    signed(file, "approved")
    assert told(file, "PIA564") == [("error", {"ended": "2027-01-14", "on": DAY})]
    edit(file, "on: 2027-01-14", f"on: {DAY}")
    assert told(file, "PIA564") == []
    signed(file, "approved", day="2027-02-01")
    assert told(file, "PIA564", "2027-02-01") == []


def test_refused_and_its_first_day_has_come(tmp_path: Path) -> None:
    """Whether it runs nobody can read there; where it is said to have run until an end, it has."""
    file = room(tmp_path, RUNS)
    signed(file, "refused")
    refused = PLAIN | {"on": "2027-04-01", "problem": "@started_refused", "way": "@start_refused"}
    assert (told(file, "PIA546", "2027-03-31"), told(file, "PIA546", "2027-04-01")) == ([], [("note", refused)])
    edit(file, "dates: {", OVER)
    assert [level for level, _ in told(file, "PIA546", "2027-06-02")] == ["error"]


def test_what_has_ended_is_not_asked_for_a_decision_but_does_not_start(tmp_path: Path) -> None:
    """A refusal that ended the matter starts nothing, however the branch is called that holds it."""
    file = room(tmp_path, TEXT.replace("dates: {", "dates: {ended: {on: 2027-01-14, why: やめる}, "))
    assert undecided(file, "follow-up") == []
    assert undecided(file, "launch") == ["error @decided_by_nobody"]
    signed(file, "refused")
    assert "PIA560" not in codes(file)
    assert undecided(file, "launch") == ["error @decided_refused"]


def test_what_needs_no_assessment_needs_no_decision(tmp_path: Path) -> None:
    """A second person has looked, and that is published; without that person it does not run either."""
    file = room(tmp_path, TEXT.replace("k_personal: yes", "k_personal: no"))
    assert undecided(file, "launch") == []
    assert "PIA545" not in {one.code for one in open_assessment(file, DAY, stage="launch").diagnostics}
    edit(file, "{role: reviewer, name: 伊藤 文}", "{role: reviewer, name: 高橋 直}")
    assert "PIA545" in {one.code for one in open_assessment(file, DAY, stage="launch").diagnostics}
    assert "PIA545" not in codes(file)
    edit(file, "{role: reviewer, name: 高橋 直}", "{role: reviewer, name: 伊藤 文}")
    edit(file, "data: []", "publication: {published_on: 2027-01-10}\ndata: []")
    assert [code for code in codes(file) if code in ("PIA529", "PIA560")] == []


def test_published_without_a_decision(tmp_path: Path) -> None:
    """Told whatever the stage; what residents can read is held to all that publication asks."""
    file = room(tmp_path)
    edit(file, "data: []", "publication: {published_on: 2027-01-12}\ndata: []")
    nobody = {"on": "2027-01-12", "problem": "@published_undecided", "signed": ""}
    assert told(file, "PIA529") == [("error", nobody)]
    assert at(file).stage == "publication"
    assert "PIA604" in {one.code for one in at(file).diagnostics}
    assert "PIA560" not in codes(file)  # said once
    assert at(file, "2027-01-11").stage == "review"
    assert ways(file, "approved_with_conditions") == []
    signed(file, "changes_required", "2027-01-10")
    assert told(file, "PIA529") == [("error", nobody)]
    signed(file, "approved_with_conditions", "2027-01-11")
    assert told(file, "PIA529") == []
    signed(file, "changes_required", "2027-01-13")
    assert told(file, "PIA529") == []  # what was decided before was published
    assert "PIA560" in codes(file)


def test_an_approval_dated_ahead(tmp_path: Path) -> None:
    """It gives no leave before its day, and a refusal gives none on any."""
    file = room(tmp_path)
    folder = signed(file, day="2027-01-20").name
    ahead = {"folder": f"approvals/{folder}", "on": "2027-01-20"}
    assert told(file, "PIA562", "2027-01-19") == [("error", ahead)]
    assert ways(file, "refused", "2027-01-19") == []
    assert told(file, "PIA562", "2027-01-20") == []
    signed(file, "refused", day="2027-02-20")
    assert told(file, "PIA562", "2027-01-20") == []
