"""Rules about comment windows, triggers of a review, and what is published when."""

import re
from pathlib import Path

import pytest

from tests.work.asked import DAY, TEXT, put, room
from tests.work.signed import DONE, PLANNED, at, edit, signed, wish
from tsukuba_pia.lint.titles import MARK
from tsukuba_pia.load.comment_windows import record_of
from tsukuba_pia.model.sign_off import Expedited, Waiver
from tsukuba_pia.work.opening import open_assessment, state_now
from tsukuba_pia.work.publishing import hindrances
from tsukuba_pia.work.signing import in_the_way, propose

OVER = "2027-02-14"
ANSWERED = "said: 心配です, done: 直しました, because: もっともです"
RUNS = TEXT.replace(PLANNED, DONE)


def found(file: Path, day: str = DAY) -> list[str]:
    """Codes at the stage that the state gives, but for their order (PIA0) and what a public page has to tell (PIA6)."""
    return [one.code for one in at(file, day).diagnostics if "PIA1" < one.code < "PIA6"]


def told(file: Path, code: str, day: str = DAY) -> list[tuple[int, str]]:
    """Lines and words of one code."""
    return [
        (one.line, " ".join(part for name, part in one.args.items() if part and MARK not in name))
        for one in at(file, day).diagnostics
        if one.code == code
    ]


def state(file: Path, day: str = DAY) -> str:
    """Today's."""
    opened = at(file, day)
    return state_now(opened, opened.score())


def ways(file: Path, outcome: str, day: str, **more: object) -> list[str]:
    """What stands in the way of a sign-off."""
    opened = open_assessment(file, day)
    return sorted(one.code for one in in_the_way(opened, propose(opened, wish(outcome, **more))))


def test_a_window_from_its_opening_to_the_approval(tmp_path: Path) -> None:
    """Open, closed, answered, approved."""
    file = room(tmp_path)
    assert state(file) == "review"
    put(file)
    assert (state(file), found(file)) == ("comment", [])
    assert (state(file, "2027-02-13"), state(file, OVER)) == ("comment", "review")
    built = "approved_with_conditions"
    assert ways(file, built, "2027-02-13") == ["PIA526"]
    assert ways(file, built, OVER) == ["PIA527"]
    edit(file, "  - {id: w1, ", f"  - {{id: w1, {ANSWERED}, ")
    assert ways(file, built, OVER) == []
    assert ways(file, built, "2027-02-13") == ["PIA526"]
    assert ways(file, "refused", DAY) == []


def test_comments_and_their_answers(tmp_path: Path) -> None:
    """Without an answer nothing is approved; an answer without a reason is told; a talk without a digest has no end."""
    heard = "consultations:\n  - {id: c1, who: 市民, said: 心配です}\n  - {id: c2, who: 市民, to: 2027-01-01}\n"
    file = room(tmp_path, TEXT.replace("conclusion:", f"{heard}conclusion:", 1))
    built = "approved_with_conditions"
    assert ways(file, built, DAY) == ["PIA527"]
    edit(file, "said: 心配です", "said: 心配です, done: 直しました")
    assert ways(file, built, DAY) == []
    signed(file)
    assert [(one.code, one.level) for one in at(file).diagnostics] == [("PIA527", "warning")]
    edit(file, "done: 直しました", "done: ' ', because: もっともです")
    assert ways(file, "approved", DAY) != []
    edit(file, "done: ' '", "done: 直しました")
    assert found(file) == []


@pytest.mark.parametrize(
    ("done", "because", "found"),
    [
        ("直しました", "今後の参考とさせていただきます", [("PIA527", "warning")]),
        ("直しました", "ご意見を踏まえ、文言を分かりやすくしました", []),
        ("検討します", "そのとおりだと考えるため", []),
        ("ご意見として承ります。", "貴重なご意見ありがとうございます。", [("PIA527", "error")]),
        ("Noted.", "We will take it into consideration in the future.", [("PIA527", "error")]),
        ("検討いたします", "", [("PIA527", "error")]),
    ],
)
def test_an_answer_that_only_says_that_it_was_heard(
    tmp_path: Path, done: str, because: str, found: list[tuple[str, str]]
) -> None:
    """Neither an answer nor a reason."""
    heard = f"consultations:\n  - {{id: c1, who: 市民, said: 心配です, done: {done}, because: '{because}'}}\n"
    file = room(tmp_path, TEXT.replace("service:", f"{heard}service:", 1))
    opened = open_assessment(file, DAY, stage="approval")
    assert [(one.code, one.level) for one in opened.diagnostics if one.code in ("PIA527", "PIA619")] == found


def test_a_dissent_that_was_heard(tmp_path: Path) -> None:
    """Is not explained by that."""
    said = "opinions: [{by: 弁護士, says: 広すぎます。, dissent: true, answered: 今後の参考にします。}]\n"
    file = room(tmp_path, TEXT.replace("service:", f"{said}service:", 1))
    assert ways(file, "approved_with_conditions", DAY) == ["PIA537"]
    edit(file, "今後の参考にします。", "参考にし、目的を3つから1つに減らしました。")
    assert ways(file, "approved_with_conditions", DAY) == []


@pytest.mark.parametrize(
    ("state", "due", "escalation", "found"),
    [
        ("refused", "2027-12-01", "副市長から", [("PIA569", "error")]),
        ("answered", "2027-01-01", "", []),
        ("open", "2027-01-01", "", [("PIA569", "warning")]),
        ("late", "2027-01-01", "検討中", [("PIA569", "warning")]),
        ("late", "2027-01-01", "副市長が契約第9条により求めた", []),
        ("open", "2027-12-01", "", []),
    ],
)
def test_cooperation(tmp_path: Path, state: str, due: str, escalation: str, found: list[tuple[str, str]]) -> None:
    """Refused, nothing is approved; late, somebody takes it up."""
    asked = f"cooperation: [{{request: 図面, to: 事業者, state: {state}, due: {due}, escalation: '{escalation}'}}]\n"
    file = room(tmp_path, TEXT.replace("service:", f"{asked}service:", 1))
    opened = open_assessment(file, DAY, stage="approval")
    assert [(one.code, one.level) for one in opened.diagnostics if one.code == "PIA569"] == found


def test_what_got_worse_is_put_to_comment_again(tmp_path: Path) -> None:
    """With each reason, where it stands; the window is not open for what now stands there."""
    file = room(tmp_path)
    put(file, said=ANSWERED)
    edit(file, "purpose: 端末の保守", "purpose: 広告")
    edit(file, PLANNED, "k_masking: absent")
    lines = file.read_text(encoding="utf-8").splitlines()
    window = next(number for number, line in enumerate(lines, 1) if "{id: w1" in line)
    mask = next(number for number, line in enumerate(lines, 1) if "k_masking" in line)
    assert told(file, "PIA524") == [
        (window, "w1 @reopen_level_target k_leak low high"),
        (window, "w1 @reopen_purpose 広告"),
        (mask, "w1 @reopen_safeguard k_masking planned none"),
    ]
    assert state(file) == "review"
    assert "PIA524" in ways(file, "approved", OVER)
    hurry = Expedited("災害対策本部", "水害", "2027-02-01")
    assert ways(file, "expedited", DAY, expedited=hurry) == []
    edit(file, "purpose: 広告", "purpose: 端末の保守")
    edit(file, "k_masking: absent", PLANNED)
    assert (state(file), found(file)) == ("comment", [])


def test_after_an_approval(tmp_path: Path) -> None:
    """As it was approved it is settled; while the work goes on it is a warning; the next approval asks again."""
    file = room(tmp_path)
    put(file, said=ANSWERED)
    signed(file, day=OVER)
    assert found(file, OVER) == []
    edit(file, "purpose: 端末の保守", "purpose: 広告")
    assert [(one.code, one.level) for one in at(file, OVER).diagnostics] == [
        ("PIA516", "warning"),
        ("PIA524", "warning"),
    ]
    assert "PIA524" in [one.code for one in hindrances(at(file, OVER))]  # nobody approved that
    assert "PIA524" in ways(file, "approved", OVER)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("current: high", "current: low", "@window_changed"),
        ("comment_window: w1", "comment_window: w2", "@window_changed"),
        ("format: 1", "format: [", "@window_unreadable"),
        ("format: 1", "format: 2", "@window_unreadable"),
        ("", "", ""),
    ],
)
def test_a_record_that_was_changed(tmp_path: Path, old: str, new: str, problem: str) -> None:
    """An error at every stage; the window is then not open."""
    file = room(tmp_path)
    put(file)
    edit(record_of(file.parent, "w1"), old, new)
    assert [words for _, words in told(file, "PIA523")] == ([f"w1 {problem}"] if problem else [])
    assert state(file) == ("review" if problem else "comment")


def test_a_record_that_is_gone_or_another_s(tmp_path: Path) -> None:
    """A link is no record; a window has one name; nothing is put to comment after the fact."""
    file = room(tmp_path / "a")
    put(file)
    record = record_of(file.parent, "w1")
    record.rename(tmp_path / "w1.yaml")
    assert [words for _, words in told(file, "PIA523")] == ["w1 @window_gone"]
    record.symlink_to(tmp_path / "w1.yaml")
    assert [words for _, words in told(file, "PIA523")] == ["w1 @window_gone"]
    file = room(tmp_path / "b")
    put(file, comment_window="w2")
    assert [words for _, words in told(file, "PIA523")] == ["w1 @window_of_another"]
    file = room(tmp_path / "c")
    put(file, assessment="t-2")
    assert [words for _, words in told(file, "PIA523")] == ["w1 @window_of_another"]
    file = room(tmp_path / "d")
    put(file, on="2027-01-16")
    assert [words for _, words in told(file, "PIA523")] == ["w1 @window_backdated"]
    file = room(tmp_path / "f")
    put(file)
    edit(file, "from: 2027-01-15, ", "")
    assert [words for _, words in told(file, "PIA523")] == ["w1 @window_no_days"]
    assert state(file) == "review"
    file = room(tmp_path / "g")
    put(file, last=DAY, said="shorter: 一日で足りる")
    assert (state(file), found(file)) == ("comment", [])
    edit(file, f"to: {DAY}, ", "")
    assert [words for _, words in told(file, "PIA523")] == ["w1 @window_no_days"]
    file = room(tmp_path / "e")
    put(file, last="2027-01-14")
    assert [words for _, words in told(file, "PIA523")] == ["w1 @window_no_days"]


def test_a_digest_that_was_taken_out(tmp_path: Path) -> None:
    """The record still lies there: without it the window would be held to nothing."""
    file = room(tmp_path)
    put(file)
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r",? *digest: [^,}\n]+", "", text), encoding="utf-8")
    assert "digest" not in file.read_text(encoding="utf-8")
    assert [words for _, words in told(file, "PIA523")] == ["w1 @window_untied"]
    assert state(file) == "review"


def test_announced_and_bound_to_nothing(tmp_path: Path) -> None:
    """It counts as open, and is told; with a record it is that window."""
    announced = "publication: {window: {from: 2027-01-10, to: 2027-02-10}}\n"
    file = room(tmp_path, TEXT.replace("service:", f"{announced}service:"))
    assert (state(file), found(file)) == ("comment", ["PIA523"])
    assert "PIA526" in ways(file, "approved_with_conditions", "2027-02-10")
    assert "PIA526" not in ways(file, "approved_with_conditions", "2027-02-11")
    put(file)
    assert found(file) == []


def test_shorter_than_the_city_promises(tmp_path: Path) -> None:
    """Unless it says why; the profile counts."""
    file = room(tmp_path)
    put(file, last="2027-02-12")
    assert [words for _, words in told(file, "PIA525")] == ["w1 29 30"]
    edit(file, "{id: w1, ", "{id: w1, shorter: 選挙の前に終えるため, ")
    assert found(file) == []
    edit(file, "shorter: 選挙の前に終えるため", "shorter: ' '")
    (tmp_path / "city.yaml").write_text("city: つくば市\ncomment_window_days: 29\n", encoding="utf-8")
    assert found(file) == []


def test_the_last_window_counts(tmp_path: Path) -> None:
    """What was worse than the first window is what the second one was about."""
    file = room(tmp_path)
    put(file)
    edit(file, "purpose: 端末の保守", "purpose: 広告")
    first = record_of(file.parent, "w1").read_bytes()
    text = file.read_text(encoding="utf-8")
    line = next(one for one in text.splitlines() if "{id: w1" in one)
    edit(file, f"consultations:\n{line}\n", "")
    put(file, first="2027-01-16", last="2027-02-14", comment_window="w2")
    record_of(file.parent, "w1").rename(record_of(file.parent, "w2"))
    edit(file, "{id: w1", "{id: w2")
    edit(file, "consultations:\n", f"consultations:\n{line}\n")
    record_of(file.parent, "w1").write_bytes(first)
    assert (state(file), state(file, "2027-01-16"), found(file, "2027-01-16")) == ("review", "comment", [])


def test_triggers_since_the_sign_off(tmp_path: Path) -> None:
    """What happened after it; not what it knew."""
    file = room(tmp_path, RUNS.replace("service:", "publication: {published_on: 2027-01-15}\nservice:", 1))
    signed(file, "approved")
    later = "2027-05-01"
    assert found(file, later) == []
    edit(file, "service:", "incidents: [{on: 2027-01-15, what: 誤送信}, {on: 2027-04-20, what: 漏えい}]\nservice:")
    edit(file, "service:", "complaints: [{on: 2027-04-21, what: 届かない}, {what: いつか}]\nservice:")
    assert [words for _, words in told(file, "PIA528", later)] == [
        "@trigger_incident 2027-04-20",
        "@trigger_complaint 2027-04-21",
    ]
    assert told(file, "PIA528") == []


def test_a_newer_bank(tmp_path: Path) -> None:
    """Published, not a draft."""
    file = room(tmp_path, RUNS)
    signed(file, "approved")
    bank = tmp_path / "questionnaires" / "kiosk" / "0.1.yaml"
    newer = bank.read_text(encoding="utf-8").replace('version: "0.1"', 'version: "0.2"')
    bank.with_name("0.2.yaml").write_text(newer, encoding="utf-8")
    draft = newer.replace('version: "0.2"', 'version: "0.3"').replace("status: published", "status: draft")
    bank.with_name("0.3.yaml").write_text(draft, encoding="utf-8")
    assert [words for _, words in told(file, "PIA528", "2027-05-01")] == ["@trigger_bank kiosk 0.2"]
    assert found(file) == []


LAW = """\
references:
  - id: k-new
    law: {ja: 新しい法律, en: New law}
    title: {ja: 名, en: Title}
    kind: statute
    regime: public
    class: law
    status: enacted_not_in_force
    effective_from: 2027-03-01
    checked: true
  - id: k-old
    law: {ja: 古い法律, en: Old law}
    title: {ja: 名, en: Title}
    kind: statute
    regime: public
    class: law
    status: repealed
    repealed_on: 2027-04-01
    checked: true
"""


def test_law_that_moved(tmp_path: Path) -> None:
    """Since the sign-off, each once where it is cited first; what was known then is no news."""
    basis = "provision: [{item: 顔, nature: voluntary, consequence: none, basis: [k-new, k-old]}]"
    text = RUNS.replace("provision: [{item: 顔, nature: voluntary, consequence: none}]", basis)
    file = room(tmp_path, text.replace("purpose: 端末の保守", "purpose: 端末の保守, basis: [k-old]"))
    edit(tmp_path / "questionnaires" / "kiosk" / "0.1.yaml", "sections:\n", f"{LAW}sections:\n")
    signed(file, "approved")
    edit(file, "dates: {starts_on: 2027-04-01}", "dates: {starts_on: 2027-02-01}")
    assert told(file, "PIA528", "2027-02-28") == []
    assert [words for _, words in told(file, "PIA528", "2027-03-01")] == ["@trigger_begun k-new 2027-03-01"]
    found_ = told(file, "PIA528", "2027-04-01")
    assert [words for _, words in found_] == ["@trigger_ended k-old 2027-04-01", "@trigger_begun k-new 2027-03-01"]
    signed(file, "approved", day="2027-04-01")
    assert told(file, "PIA528", "2027-04-01") == []


def test_what_ends_soon(tmp_path: Path) -> None:
    """Thirty days before: the waiver, the evidence, the expedited approval; past its day another rule tells."""
    file = room(tmp_path / "a", RUNS.replace("mask.md]}", "mask.md], evidence_until: 2027-06-30}"))
    signed(file, "approved", waivers=(Waiver("k_red_sale", "ordinance", "条例", "2027-06-20"),))
    assert [words for _, words in told(file, "PIA528", "2027-05-20")] == []
    assert [words for _, words in told(file, "PIA528", "2027-05-21")] == ["@trigger_waiver k_red_sale 2027-06-20"]
    assert [words for _, words in told(file, "PIA528", "2027-05-31")] == [
        "@trigger_waiver k_red_sale 2027-06-20",
        "@trigger_evidence k_masking 2027-06-30",
    ]
    assert [words for _, words in told(file, "PIA528", "2027-07-01")] == []
    assert {"PIA424", "PIA512"} <= set(found(file, "2027-07-01"))
    file = room(tmp_path / "b", RUNS)
    signed(file, "expedited", expedited=Expedited("本部", "水害", "2027-04-10"))
    assert [words for _, words in told(file, "PIA528", "2027-04-10")] == ["@trigger_expedited 2027-04-10"]


def test_a_year_without_a_review(tmp_path: Path) -> None:
    """Where no day is set; where one is, it counts alone."""
    file = room(tmp_path, RUNS)
    signed(file, "approved")
    assert told(file, "PIA528", "2028-01-15") == []
    assert [words for _, words in told(file, "PIA528", "2028-01-16")] == ["@trigger_year 2027-01-15"]
    edit(file, "service:", "review: {due: 2029-01-01}\nservice:")
    assert told(file, "PIA528", "2028-01-16") == []


def test_published_before_what_it_publishes(tmp_path: Path) -> None:
    """It does not make it published; what is signed later is published later."""
    early = RUNS.replace("service:", "publication: {published_on: 2027-01-14}\nservice:", 1)
    file = room(tmp_path / "a", early)
    assert found(file) == ["PIA529"]
    signed(file, "approved")
    assert (state(file), found(file)) == ("approved", ["PIA529"])
    edit(file, "2027-01-14", "2027-01-15")
    assert (state(file), found(file)) == ("published", [])
    signed(file, "approved", day="2027-01-20")
    assert (state(file, "2027-01-20"), found(file, "2027-01-20")) == ("approved", ["PIA529"])
    assert ways(file, "approved", "2027-01-20") == []
    file = room(tmp_path / "b", early)
    signed(file, "refused")
    assert (state(file), found(file)) == ("refused", ["PIA529"])
    file = room(tmp_path / "c", early)
    signed(file, "changes_required")
    assert found(file) == ["PIA529"]


def test_published_in_the_future(tmp_path: Path) -> None:
    """Until that day it is not."""
    file = room(tmp_path, RUNS.replace("service:", "publication: {published_on: 2027-01-16}\nservice:", 1))
    signed(file, "approved")
    assert (state(file), found(file)) == ("approved", ["PIA529"])
    assert (state(file, "2027-01-16"), found(file, "2027-01-16")) == ("published", [])
