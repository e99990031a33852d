"""What residents, members and others said is not put otherwise by who writes the assessment."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.work.city import commit, git
from tests.work.signed import DAY, DONE, PLANNED, TEXT, at, edit, room, signed, wish
from tests.work.test_against_assessments import found
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.said import losses
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.signing import in_the_way, propose, said_otherwise

Plain = dict[str, object]
CODE = "PIA559"
DISSENT = "{by: 木村 光, says: 目的が広すぎます。, dissent: true, answered: 狭めました。}"
HEARD = "{id: c1, who: 利用者の会, said: 心配です。, done: 説明しました。}"
SAID = f"""\
opinions: [{DISSENT}]
consultations: [{HEARD}]
data: []
"""
WORDS = TEXT.replace(PLANNED, DONE).replace("data: []\n", SAID)


def holding(**said: object) -> Assessment:
    """An assessment of little more than this."""
    plain = {"assessment": "t", "format": 1, "language": "ja", "title": "題", "banks": {}, "answers": {}}
    one: Assessment = build(Assessment, plain | said)
    return one


def became(key: str, old: list[Plain], new: list[Plain]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What was lost between two lists of one kind."""
    lost = losses(holding(**{key: old}), holding(**{key: new}))
    return [(one.what, one.became, one.keys) for one in lost]


def levels(found_here: list[Diagnostic]) -> list[str]:
    """How grave they are."""
    return [one.level for one in found_here if one.code == CODE]


def repository(folder: Path, *outcomes: str) -> Path:
    """An assessment, signed like that, committed as `v1`."""
    file = room(folder, WORDS)
    for one in outcomes:
        signed(file, one)
    git(folder, "init", "-q")
    commit(folder, "v1")
    return file


BY, WHO, DAY_ = {"by": "木村"}, {"id": "c1", "who": "会"}, {"on": "2027-05-01"}
BOTH = {"ja": "反対", "en": "I object"}
WORRIED = WHO | {"said": "心配です。"}


@pytest.mark.parametrize(
    ("key", "old", "new", "lost"),
    [
        ("opinions", BY | {"says": "反対です。"}, BY | {"says": "賛成です。"}, ("says",)),
        ("opinions", BY | {"says": "反対です。"}, {"by": "佐藤", "says": "反対です。"}, ("by",)),
        ("opinions", BY | {"says": "反対です。"}, {"by": "佐藤", "says": "賛成です。"}, ("by", "says")),
        ("opinions", BY | {"says": "反対です。"}, BY | {"says": "反対 です", "answered": "直す"}, ()),
        ("opinions", BY | {"says": "反対"}, BY | {"says": BOTH}, ()),
        ("opinions", BY | {"says": {"ja": "反対", "en": "TODO"}}, BY | {"says": "反対"}, ()),
        ("opinions", BY | {"says": BOTH}, BY | {"says": "反対"}, ("says",)),
        ("consultations", WHO, WORRIED, ()),
        ("consultations", WHO | {"said": "記入中"}, WORRIED, ()),
        ("consultations", WORRIED, WHO | {"said": "なし"}, ("said",)),
        ("consultations", WORRIED, WHO, ("said",)),
        ("consultations", WORRIED, WORRIED | {"id": "c2"}, ()),
        ("consultations", WORRIED, WORRIED | {"who": "市民"}, ("who",)),
        ("incidents", DAY_ | {"what": "漏れた"}, DAY_ | {"what": "遅れた"}, ("what",)),
        ("incidents", {"on": "2022-02-02", "what": "漏れた"}, {"on": "2022-02-20", "what": "漏れた"}, ("on",)),
        ("cooperation", {"request": "仕様書", "to": "甲"}, {"request": "名簿", "to": "甲"}, ("request",)),
        ("complaints", DAY_ | {"what": "音が出る"}, DAY_ | {"what": "光が出る"}, ("what",)),
        ("complaints", DAY_, DAY_ | {"what": "光が出る"}, ()),
    ],
)
def test_other_words(key: str, old: Plain, new: Plain, lost: tuple[str, ...]) -> None:
    """Of each text that others said; what grows out of nothing, answers, languages and blanks are none of it."""
    assert became(key, [old], [new]) == ([(key, "other", lost)] if lost else [])


A: Plain = {"by": "木村", "says": "反対", "dissent": True}
B: Plain = {"by": "佐藤", "says": "賛成"}


def test_which_is_which() -> None:
    """The same words first, then who; an entry before it or another order is no change."""
    assert became("opinions", [A, B], [B, A]) == []
    assert became("opinions", [A, B], [{"by": "鈴木", "says": "よい"}, B, A]) == []
    assert became("opinions", [A, B], [B, {**A, "says": "慎重に"}]) == [("opinions", "other", ("says",))]
    assert became("opinions", [A, B], [B]) == [("dissents", "gone", ()), ("opinions", "gone", ())]
    assert became("opinions", [A, B], [B, {**A, "dissent": False}]) == [("dissents", "gone", ())]
    twice = [A, {**A, "dissent": False}]
    assert became("opinions", twice, twice[::-1]) == []


ENTRY = st.fixed_dictionaries({
    "by": st.sampled_from(["木村", "佐藤", "未定"]),
    "says": st.sampled_from(["反対", "賛成", "記入中", ""]),
    "dissent": st.booleans(),
})  # fmt: skip
ENTRIES = st.lists(ENTRY, max_size=5)


@given(ENTRIES, ENTRIES, st.randoms())
def test_adding_and_moving_loses_nothing(old: list[Plain], more: list[Plain], chance: object) -> None:
    """Whatever is there already; and what is lost is never more than there was."""
    new = old + more
    getattr(chance, "shuffle")(new)  # noqa: B009 - hypothesis's own random numbers
    assert became("opinions", old, new) == []
    lost = became("opinions", old, more)
    assert sum(what == "opinions" for what, _, _ in lost) <= len(old)
    assert sum(one == ("opinions", "gone", ()) for one in lost) == max(len(old) - len(more), 0)


def test_many_of_them_take_no_time() -> None:
    """All alike, all otherwise."""
    number = 20_000
    old: list[Plain] = [{"by": "木村", "says": f"反対{one}"} for one in range(number)]
    new: list[Plain] = [{"by": "木村", "says": f"賛成{one}"} for one in range(number)]
    assert len(became("opinions", old, new)) == number


def test_a_resident_made_to_praise_it(tmp_path: Path) -> None:
    """Beside the revision: a warning that shows it to who reviews, as long as nobody has signed."""
    file = repository(tmp_path)
    edit(file, "said: 心配です。", "said: とてもよいと思います。")
    (one,) = found(file, CODE)
    assert (one.level, one.line) == (
        "warning",
        file.read_text(encoding="utf-8").split("consultations")[0].count("\n") + 1,
    )
    assert message_of(one, "en") == "A comment (c1) was there at the revision “v1”, and says something else now."
    assert message_of(one, "ja") == "比べるリビジョン(v1)ではあった市民などの意見が書き換えられています(c1)。"
    assert hint_of(one, "en").startswith("If only a slip was mended, say so to who reviews it;")


def test_after_a_sign_off_it_is_an_error(tmp_path: Path) -> None:
    """Until somebody decides with the words as they are now; then who reviews is told."""
    file = repository(tmp_path, "approved")
    edit(file, "says: 目的が広すぎます。", "says: 目的が広過ぎます。")
    assert levels(list(at(file).diagnostics)) == ["error"]
    (one,) = found(file, CODE)
    assert (one.level, one.args["when"]) == ("error", "@then_signed")
    assert "`pia approve`" in hint_of(one, "ja")
    signed(file, "changes_required", day="2027-01-16")
    assert levels(list(at(file, "2027-01-16").diagnostics)) == ["error"]  # that decides nothing
    opened = open_assessment(file, "2027-01-17")
    sign_off = propose(opened, wish("approved"))
    assert CODE not in {found_.code for found_ in in_the_way(opened, sign_off)}
    assert levels(list(said_otherwise(opened, sign_off))) == ["warning"]  # who signs sees it
    signed(file, "approved", day="2027-01-17")
    assert levels(list(at(file, "2027-01-17").diagnostics)) == []


def test_signed_anew_it_is_told_to_who_reviews(tmp_path: Path) -> None:
    """Beside the revision from before; what is gone stays an error."""
    file = repository(tmp_path, "approved")
    edit(file, "says: 目的が広すぎます。", "says: 目的が広過ぎます。")
    signed(file, "approved")
    assert levels(found(file, CODE)) == ["warning"]
    edit(file, f"consultations: [{HEARD}]\n", "")
    signed(file, "approved")
    assert [(one.level, one.args["what"]) for one in found(file, CODE)] == [
        ("error", "@gone_consultations"),
        ("warning", "@gone_opinions"),
    ]


def test_what_was_added_after_the_sign_off(tmp_path: Path) -> None:
    """Who signed did not know of it: a slip in it is mended in the open. It does not go; what they knew stays."""
    file = room(tmp_path, WORDS)
    signed(file, "approved")
    edit(file, "data: []", "complaints: [{on: 2027-01-10, what: 顔が写っています。}]\ndata: []")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "v1")
    assert found(file, CODE) == []
    edit(file, "顔が写っています。", "便利です。")
    assert levels(list(at(file).diagnostics)) == []
    assert [(one.level, one.args["when"]) for one in found(file, CODE)] == [("warning", "@then_revision")]
    edit(file, "complaints: [{on: 2027-01-10, what: 便利です。}]\n", "")
    assert levels(found(file, CODE)) == ["error"]
    edit(file, "said: 心配です。", "said: よいです。")
    assert sorted((one.level, one.args["when"]) for one in found(file, CODE)) == [
        ("error", "@then_revision"),
        ("error", "@then_signed"),
    ]


@pytest.mark.parametrize("first", [(), ("approved",)])
def test_what_was_added_and_sent_back(tmp_path: Path, first: tuple[str, ...]) -> None:
    """Where nobody has decided yet the last word counts, and any new one settles it; else the decision, alone."""
    file = room(tmp_path, WORDS)
    for outcome in first:
        signed(file, outcome)
    edit(file, "data: []", "complaints: [{on: 2027-01-10, what: 顔が写っています。}]\ndata: []")
    signed(file, "changes_required", post="section_head")
    edit(file, "顔が写っています。", "便利です。")
    (one,) = (each for each in at(file).diagnostics if each.code == CODE)
    assert (one.level, one.args["way"]) == (("warning", "@said_slip") if first else ("error", "@said_anew"))
    signed(file, "changes_required", post="section_head")
    assert levels(list(at(file).diagnostics)) == []


def test_its_hint_leads_out(tmp_path: Path) -> None:
    """Where somebody decided, only a new decision does."""
    file = repository(tmp_path, "approved")
    edit(file, "said: 心配です。", "said: よいです。")
    (one,) = found(file, CODE)
    assert "have it approved or refused anew (`pia approve`)" in hint_of(one, "en")
    assert "改めて承認か不承認の決裁を受けてください" in hint_of(one, "ja")
    signed(file, "refused")
    assert levels(list(at(file).diagnostics)) == []
    assert levels(found(file, CODE)) == ["warning"]


def test_taken_away_and_sent_back(tmp_path: Path) -> None:
    """A word that decides nothing does not make it forgotten."""
    file = room(tmp_path, WORDS)
    signed(file, "approved")
    edit(file, f"opinions: [{DISSENT}]\n", "")
    signed(file, "changes_required", day=DAY)
    told = [one.args["what"] for one in at(file).diagnostics if one.code == CODE]
    assert sorted(told) == ["@gone_dissents", "@gone_opinions"]
