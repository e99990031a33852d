"""A comment window: what residents were asked about, and when they have to be asked again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.work import asked, signed
from tsukuba_pia.change.comment_window import (
    days_of,
    last_day,
    must_reopen,
    newest,
    put_to_comment,
    shown_of,
    window_digest,
)
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Answer, Assessment, Consultation, Location, Withheld
from tsukuba_pia.model.comment_window import PutToComment, Recipient, Window
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.score.engine import score
from tsukuba_pia.work.snapshot import plain_of
from tsukuba_pia.yaml_fragment import mapping_lines
from tsukuba_pia.yaml_source import parse

Edit = Callable[[Assessment], Assessment]
MASK = "k_masking"
DONE = Answer("implemented", owner="都市計画課", evidence=("evidence/mask.md",))
VERIFIED = replace(DONE, answer="verified", verified_by="伊藤 文", verified_on="2027-01-10", method="試験")


@cache
def given_() -> tuple[Assessment, Questionnaire]:
    """The assessment and its bank."""
    opened = signed.at(asked.room(Path(mkdtemp())))
    assert opened.assessment is not None
    assert opened.questionnaire is not None
    return opened.assessment, opened.questionnaire


def answered(question: str, answer: Answer) -> Edit:
    """Another answer."""
    return lambda one: replace(one, answers={**one.answers, question: answer})


def put(one: Assessment) -> PutToComment:
    """What residents are asked about."""
    _, questionnaire = given_()
    return put_to_comment(one, questionnaire, score(questionnaire, one, asked.DAY), "w1")


def again(record: PutToComment, now: Assessment, missing: frozenset[str] = frozenset()) -> list[tuple[str, ...]]:
    """The reasons, without what is empty."""
    _, questionnaire = given_()
    found = must_reopen(record, now, questionnaire, score(questionnaire, now, asked.DAY, missing))
    return [tuple(part for part in (one.kind, one.moment, one.name, one.was, one.now) if part) for one in found]


def flows(to: str, purpose: str) -> Edit:
    """One more flow: to whom, what for."""

    def edit(one: Assessment) -> Assessment:
        actor = next((each.id for each in one.actors or () if each.id.startswith(to)), to)
        first = (given_()[0].flows or ())[0]
        return replace(one, flows=(*(one.flows or ()), replace(first, to=actor, purpose=purpose)))

    return edit


def located(*countries: str) -> Edit:
    """Data kept elsewhere, too."""

    def edit(one: Assessment) -> Assessment:
        item = (given_()[0].data or ())[0]
        assert item.location is not None
        more = (
            replace(item, id=f"d_{name.lower()}", location=replace(item.location, country=name)) for name in countries
        )
        return replace(one, data=(*(one.data or ()), *more))

    return edit


def renamed(actor: str, **more: Any) -> Edit:  # noqa: ANN401 - an actor's fields
    """An actor that is told otherwise."""

    def edit(one: Assessment) -> Assessment:
        actors = tuple(replace(each, **more) if each.id == actor else each for each in one.actors or ())
        new = more.get("id", actor)
        led = tuple(replace(each, to=new if each.to == actor else each.to) for each in one.flows or ())
        return replace(one, actors=actors, flows=led)

    return edit


def purposed(purpose: Any) -> Edit:  # noqa: ANN401 - a text
    """The service's purpose in these words."""

    def edit(one: Assessment) -> Assessment:
        assert one.service is not None
        return replace(one, service=replace(one.service, purpose=purpose))

    return edit


def heard(**more: Any) -> Edit:  # noqa: ANN401 - a consultation's fields
    """A comment, as it is answered."""
    return lambda one: replace(one, consultations=(Consultation("w1", "市民", **more),))


# What lowers nothing and adds nothing to what residents were told.
HARMLESS: Sequence[Edit] = (
    lambda one: replace(one, title="別の題", conclusion="必要だから"),
    lambda one: replace(one, flows=None),
    lambda one: replace(one, data=None),
    lambda one: replace(one, flows=tuple(reversed(one.flows or ()))),
    heard(said="心配です", done="直しました", because="もっともなので"),
    answered("k_purpose", Answer("別の言葉", note="補足")),
    answered("k_people", Answer(3)),
    answered("k_level", Answer("counts", note="件数だけにした")),
    answered(MASK, DONE),
    answered(MASK, replace(DONE, note="写真を撮り直した", evidence=("evidence/mask.md", "evidence/more.md"))),
    answered(MASK, VERIFIED),
    renamed("maker", id="maker_two"),
    renamed("maker", name={"ja": "甲 社", "en": "Ko Inc."}),
    purposed({"ja": "駅前の混雑を　伝える", "en": "To tell how crowded the station is"}),
    purposed(None),
    flows("maker", "端末の保守"),
    located("JP"),
)  # fmt: skip
# The five changes of formats.md §6, each with the reason it gives.
WORSE: Sequence[tuple[Edit, set[str]]] = (
    (lambda one: replace(one, overrides={"k_leak": _raised()}), {"level"}),
    (flows("clinic", "端末の保守"), {"recipient"}),
    (flows("resident", "端末の保守"), {"recipient"}),
    (flows("maker", "広告"), {"purpose"}),
    (purposed("混雑と天気を伝える"), {"purpose"}),
    (located("US"), {"country"}),
    (answered(MASK, Answer("absent")), {"safeguard", "level"}),
    (answered(MASK, Answer("planned", owner="都市計画課")), {"safeguard", "level"}),
    (answered(MASK, Answer("unknown")), {"safeguard", "level"}),
)  # fmt: skip


def _raised() -> Any:  # noqa: ANN401 - an override
    from tsukuba_pia.model.assessment import Override  # noqa: PLC0415 - only here

    return Override("high", "high", "苦情", "伊藤 文", "課長", "2027-01-10")


def test_what_is_put_to_comment() -> None:
    """Levels, recipients with their kind, purposes, countries, safeguards that count."""
    one, _ = given_()
    record = put(one)
    assert plain_of(record) == {
        "comment_window": "w1",
        "format": 1,
        "assessment": "t-1",
        "on": "2027-01-15",
        "risks": {"k_leak": {"inherent": "high", "current": "high", "target": "low"}},
        "recipients": [{"names": {"ja": "甲社"}, "kind": "contractor_of_city"}],
        "purposes": [{"ja": "端末の保守"}, {"ja": "駅前の混雑を伝える"}],
        "countries": ["JP"],
        "safeguards": {MASK: "planned"},
    }


def test_it_comes_back_from_its_file() -> None:
    """With the same digest."""
    record = replace(put(given_()[0]), withheld={"k_more": "implemented"}, document="つ第1号")
    text = "".join(f"{line}\n" for line in mapping_lines(plain_of(record), 2))
    assert read_shape(PutToComment, parse(text.encode(), "w1.yaml")) == record


def test_withheld_safeguards_are_held_but_not_shown() -> None:
    """The digest, which may be published, says nothing of them; losing one reopens all the same."""
    one, _ = given_()
    hidden = answered(MASK, replace(DONE, withheld=Withheld("security")))(one)
    record = put(hidden)
    assert (record.safeguards, record.withheld) == ({}, {MASK: "implemented"})
    assert shown_of(record).withheld == {}
    other = put(answered(MASK, replace(VERIFIED, withheld=Withheld("security")))(one))
    same_levels = replace(other, risks=record.risks)
    assert window_digest(same_levels) == window_digest(record)
    lost = again(record, answered(MASK, Answer("planned", owner="課", due="2027-03-01"))(one))
    assert ("safeguard", MASK, "implemented", "planned") in lost


@given(st.lists(st.sampled_from(HARMLESS), max_size=6))
def test_what_is_not_worse_never_reopens(edits: list[Edit]) -> None:
    """Whatever is done, in whatever order."""
    one, _ = given_()
    now = one
    for edit in edits:
        now = edit(now)
    assert again(put(one), now) == []


@given(st.sampled_from(WORSE), st.lists(st.sampled_from(HARMLESS), max_size=4))
def test_each_named_change_reopens(worse: tuple[Edit, set[str]], edits: list[Edit]) -> None:
    """Whatever else got better, and with no other reason than its own."""
    one, _ = given_()
    edit, kinds = worse
    now = one
    for harmless in edits:
        now = harmless(now)
    found = {kind for kind, *_ in again(put(one), edit(now))}
    assert found <= kinds
    assert found - {"level"} == kinds - {"level"}
    assert found or kinds == {"level"}  # a level that another change lowered further does not rise


@pytest.mark.parametrize(("edit", "kinds"), WORSE)
def test_back_as_it_was(edit: Edit, kinds: set[str]) -> None:
    """Of what was worse when it was put to comment, nothing is new."""
    one, _ = given_()
    assert {kind for kind, *_ in again(put(one), edit(one))} == kinds
    assert again(put(edit(one)), edit(one)) == []


def test_the_exact_list() -> None:
    """All reasons at once, in one order."""
    one, _ = given_()
    now = answered(MASK, Answer("absent"))(located("US")(flows("clinic", "広告")(one)))
    assert again(put(one), now) == [
        ("level", "target", "k_leak", "low", "high"),
        ("recipient", "乙医院"),
        ("purpose", "広告"),
        ("country", "US"),
        ("safeguard", MASK, "planned", "none"),
    ]


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (renamed("maker", name="丙社"), [("recipient", "丙社")]),
        (renamed("maker", kind="business"), [("recipient", "甲社")]),
        (renamed("maker", name={"en": "Ko Inc."}), [("recipient", "Ko Inc.")]),
    ],
)
def test_who_is_new(edit: Edit, found: list[tuple[str, ...]]) -> None:
    """A name that residents did not read, or of another kind; an id they never saw."""
    one, _ = given_()
    assert again(put(one), edit(one)) == found


def test_what_is_not_said() -> None:
    """No actors, no places, no purposes, blanks: nothing is put to comment of them, and nothing breaks."""
    one, _ = given_()
    bare = replace(purposed({"ja": "混雑", "en": " "})(flows("resident", " ")(one)), actors=None)
    record = put(bare)
    assert record.recipients == (Recipient({"ja": "maker"}), Recipient({"ja": "resident"}))
    assert record.purposes == ({"ja": "混雑"}, {"ja": "端末の保守"})
    item = (one.data or ())[0]
    unplaced = (replace(item, location=None), replace(item, location=Location(provider="乙社")))
    assert put(replace(one, data=unplaced, service=None)).countries == ()
    assert put(replace(one, service=None)).purposes == ({"ja": "端末の保守"},)
    silent = tuple(replace(each, purpose=None) for each in one.flows or ())
    assert put(replace(one, flows=silent)).purposes == ({"ja": "駅前の混雑を伝える"},)


@pytest.mark.parametrize("name", [" ", {"ja": " "}, {}])
def test_a_recipient_without_a_name(name: Any) -> None:  # noqa: ANN401 - a text
    """It is known by its word, and is not new the moment after; a flow to nobody is none."""
    one, _ = given_()
    nameless = renamed("maker", name=name)(one)
    assert put(nameless).recipients == (Recipient({"ja": "maker"}, "contractor_of_city"),)
    assert again(put(nameless), nameless) == []
    assert again(put(nameless), one) == [("recipient", "甲社")]
    assert again(put(one), flows("  ", "端末の保守")(one)) == []


def test_a_name_that_differs_in_one_language() -> None:
    """It has to be the same in every language that both have."""
    one, _ = given_()
    both = renamed("maker", name={"ja": "甲社", "en": "Ko Inc."})(one)
    assert again(put(both), renamed("maker", name={"ja": "甲社", "en": "Hei Inc."})(one)) == [("recipient", "甲社")]
    assert again(put(both), renamed("maker", name={"ja": "甲社", "en": "ko  inc."})(one)) == []


def test_evidence_that_went_away() -> None:
    """A safeguard without evidence counts as none; one that had none when it was shown is not lost."""
    one, _ = given_()
    done = answered(MASK, DONE)(one)
    gone = frozenset(DONE.evidence)
    assert ("safeguard", MASK, "implemented", "none") in again(put(done), done, gone)
    unproven = answered(MASK, Answer("implemented", owner="課"))(one)
    assert put(unproven).safeguards == {}
    assert again(put(unproven), done) == []


def test_verified_by_nobody_else_is_no_more_than_implemented() -> None:
    """As in the score."""
    one, _ = given_()
    assert put(answered(MASK, replace(VERIFIED, verified_by="都市計画課"))(one)).safeguards == {MASK: "implemented"}
    assert put(answered(MASK, VERIFIED)(one)).safeguards == {MASK: "verified"}
    assert again(put(answered(MASK, VERIFIED)(one)), answered(MASK, DONE)(one)) == [
        ("safeguard", MASK, "verified", "implemented")
    ]


def test_what_counts_as_no_safeguard() -> None:
    """A word that only looks like one; what a vendor says alone; what is perhaps not asked; one that the bank lost."""
    one, _ = given_()
    promised = Answer("planned", owner="課", due="2027-03-01")
    assert put(answered("k_purpose", promised)(one)).safeguards == {MASK: "planned"}
    assert put(answered(MASK, replace(promised, by="vendor"))(one)).safeguards == {}
    assert put(answered(MASK, replace(promised, by="vendor", confirmed_by="伊藤 文"))(one)).safeguards == {
        MASK: "planned"
    }
    perhaps = answered("k_personal", Answer("unknown"))(one)
    assert put(perhaps).safeguards == {}
    assert ("safeguard", MASK, "planned", "none") in again(put(one), perhaps)
    for nobody in (
        replace(promised, owner=" "),
        replace(promised, due=None),
        replace(promised, answer="absent"),
        replace(DONE, answer="absent"),
        replace(DONE, evidence=()),
    ):
        assert put(answered(MASK, nobody)(one)).safeguards == {}
    before = replace(put(one), safeguards={MASK: "planned", "k_gone": "implemented"})
    assert again(before, one) == [("safeguard", "k_gone", "implemented", "none")]


def test_a_safeguard_that_is_not_asked_for_any_more_is_not_lost() -> None:
    """What it guarded against is gone."""
    one, _ = given_()
    none = answered("k_personal", Answer("no"))(one)
    assert [reason for reason in again(put(one), none) if reason[0] == "safeguard"] == []


def test_a_level_that_the_method_no_longer_has() -> None:
    """It cannot be held against today's: whatever is not none is higher."""
    one, _ = given_()
    record = put(one)
    odd = replace(record, risks={"k_leak": replace(record.risks["k_leak"], inherent="enormous")})
    assert again(odd, one) == [("level", "inherent", "k_leak", "enormous", "high")]
    assert again(replace(record, risks={}), one)[0] == ("level", "inherent", "k_leak", "none", "high")
    small = replace(record, risks={"k_leak": replace(record.risks["k_leak"], target="enormous")})
    assert again(small, one) == [("level", "target", "k_leak", "enormous", "low")]
    never = answered("k_personal", Answer("no"))(one)
    assert put(never).risks["k_leak"].target == "low"


def test_the_newest_window_counts() -> None:
    """By its first day; of two on one day the later one of the file."""
    first, second = (Window(n, Consultation(f"w{n}", "市民", from_=f"2027-01-0{9 - n}"), None) for n in (0, 1))
    assert newest(()) is None
    assert newest((first, second)) is first
    same = replace(second, consultation=first.consultation)
    assert newest((first, same)) is same
    endless = replace(second, consultation=Consultation("w1", "市民"))
    assert newest((first, endless)) is first
    assert newest((endless, first)) is first


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2027-01-15", "2027-02-13", 30),
        ("2027-01-15", "2027-01-15", 1),
        ("2027-01-15", "2027-01-14", 0),
        ("2027-02-30", "2027-03-14", None),
        (None, "2027-03-14", None),
        ("2027-01-15", None, None),
    ],
)
def test_days(first: str | None, last: str | None, days: int | None) -> None:
    """Both ends count."""
    assert days_of(Consultation("w1", "市民", from_=first, to=last)) == days
    if days and first:
        assert last_day(first, days) == last
