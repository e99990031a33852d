"""What an assessment tells of the service: in order of time, in full, in the languages it promises."""

from pathlib import Path

import pytest

from tests.lint.frame import found_in
from tests.lint.pages import Example
from tests.work import signed
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.work.signing import in_the_way, propose

PUBLISHED = "publication: {languages: [%s]}\n"
EACH = frozenset(("owner", "unit", "problem", "scope"))
STAGES: tuple[Stage, Stage] = ("approval", "review")
ALL = "owner: 部長, unit: 課, problem: 駅が分からない, scope: {in: 駅前}"


def told(text: str, code: str, stage: Stage) -> list[tuple[str, int]]:
    """Level and line of each finding of a code."""
    found = found_in(Example("assessment", text), stage)
    return [(one.level, one.line) for one in found if one.code == code]


@pytest.mark.parametrize(
    "text",
    [
        "opinions: [{by: 鈴木 恵, says: 目的が広い, on: 2028-06-01}]\n",
        "cooperation: [{request: 写し, to: 事業者, asked_on: 2028-06-01}]\n",
        "incidents: [{on: 2028-06-01, what: 映像が漏れた}]\n",
        "complaints: [{id: k1, on: 2028-06-01, said: 顔が写る}]\n",
        "overrides: {c_leak: {level: high, computed: low, because: 人が多い, by: 鈴木, post: 課長, on: 2028-06-01}}\n",
    ],
)
def test_what_was_said_on_a_day_to_come(text: str) -> None:
    """It has not been said: a warning first, an error where it is decided upon. Today is no day to come."""
    assert told(text, "PIA486", "draft") == [("warning", 1)]
    assert told(text, "PIA486", "approval") == [("error", 1)]
    assert told(text.replace("2028-06-01", "2026-06-01"), "PIA486", "approval") == []


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ("tender: 2026-05-01, contract: 2026-08-01, starts_on: 2027-07-01", 0),
        ("tender: 2027-08-01, starts_on: 2027-07-01", 1),
        ("tender: 2026-09-01, contract: 2026-08-01, starts_on: 2027-07-01", 1),
        ("contract: 2027-08-01, starts_on: 2027-07-01", 1),
        ("tender: 2028-05-01, contract: 2027-08-01, starts_on: 2027-07-01", 2),
        ("contract: 2027-07-01, starts_on: 2027-07-01", 0),
        ("starts_on: 2027-07-01", 0),
    ],
)
def test_steps_follow_each_other(dates: str, found: int) -> None:
    """Those that there are; two on one day are fine."""
    assert told(f"dates: {{{dates}}}\n", "PIA487", "draft") == [("warning", 1)] * found


@pytest.mark.parametrize(
    "missing", ["", "owner: 部長, ", "unit: 課, ", "problem: 駅が分からない, ", ", scope: {in: 駅前}"]
)
def test_a_service_in_full(missing: str) -> None:
    """From approval on, one finding."""
    example = Example("assessment", f"service: {{{ALL.replace(missing, '')}}}\n", EACH)
    approval, review = ([one.code for one in found_in(example, stage)] for stage in STAGES)
    assert ("PIA488" in approval) is bool(missing)
    assert "PIA488" not in review


@pytest.mark.parametrize(
    ("title", "languages", "found"),
    [
        ("{ja: 案内, en: Guide}", "ja, en", 0),
        ("{ja: 案内, en: Guide}", "ja, ja-x-easy", 0),
        ("{ja: 案内}", "ja, en", 1),
        ("案内", "ja", 0),
        ("案内", "en", 1),
        ("{ja: 案内, en: Guide}", "ja, vi", 1),
    ],
)
def test_promised_languages(title: str, languages: str, found: int) -> None:
    """The title in each of them, once it is published; easy Japanese may stand on the Japanese one."""
    example = Example("assessment", f"title: {title}\n{PUBLISHED % languages}", frozenset({"service"}))
    stages: tuple[tuple[Stage, int], ...] = (("publication", found), ("launch", 0))
    for stage, expected in stages:
        lines = [(one.level, one.line) for one in found_in(example, stage) if one.code == "PIA489"]
        assert lines == [("warning", 1)] * expected


def test_which_text_lacks_a_language() -> None:
    """The title and the purpose are told apart."""
    text = f"title: 案内\nservice: {{purpose: 駅前の混雑を減らす}}\n{PUBLISHED % 'ja, en'}"
    found = [one for one in found_in(Example("assessment", text), "publication") if one.code == "PIA489"]
    en, ja = ([message_of(one, language) for one in found] for language in ("en", "ja"))
    assert [one.partition(" is not told")[0] for one in en] == ["The title", "The purpose (service.purpose)"]
    assert [one.partition("が、")[0] for one in ja] == ["題名(title)", "目的(service.purpose)"]


def test_letters_of_another_language() -> None:
    """The texts that a page begins with: a warning, an error once it is published."""
    text = "title: {ja: 案内, en: 駅前の自転車の数を知るための案内とお知らせ}\n"
    assert told(text, "PIA485", "draft") == [("warning", 1)]
    assert told(text, "PIA485", "publication") == [("error", 1)]
    assert told("service: {purpose: To know how many bicycles stand before each station.}\n", "PIA485", "draft")
    assert told("conclusion: Fewer people wait, and no footage is kept by anybody.\n", "PIA485", "draft")


@pytest.mark.parametrize(
    ("benefits", "found"),
    [
        ("", 1),
        (", benefits: []", 1),
        (", benefits: [{for: 子ども連れの人, what: 空きがすぐに分かります。}]", 0),
        (", benefits: [{for: 市の職員, what: 集計の手間が減ります。}]", 0),
    ],
)
def test_a_benefit_to_weigh(benefits: str, found: int) -> None:
    """None is a warning from review on, an error from approval on; for whom it is others look at."""
    text = f"service: {{{ALL}{benefits}}}\n"
    example = Example("assessment", text, frozenset(("benefits",)))
    stages: list[tuple[Stage, list[str]]]
    stages = [("draft", []), ("review", ["warning"]), ("comment", ["warning"]), ("publication", ["error"])]
    for stage, levels in stages:
        told_of = [one.level for one in found_in(example, stage) if one.code == "PIA571"]
        assert told_of == levels * found


def test_a_service_of_which_nothing_is_told() -> None:
    """One finding for all that is missing with it: a warning from review on, an error from approval on."""
    example = Example("assessment", "title: 案内\n", frozenset(("service",)))
    stages: list[tuple[Stage, list[tuple[str, str]]]] = [
        ("draft", []),
        ("review", [("PIA573", "warning")]),
        ("comment", [("PIA573", "warning")]),
        ("approval", [("PIA573", "error")]),
        ("publication", [("PIA573", "error")]),
    ]
    for stage, levels in stages:
        of_it = ("PIA445", "PIA446", "PIA447", "PIA475", "PIA488", "PIA571", "PIA573")
        assert [(one.code, one.level) for one in found_in(example, stage) if one.code in of_it] == levels


def test_a_service_that_is_refused_and_of_which_nothing_is_told(tmp_path: Path) -> None:
    """Nothing is approved without it; what is only told may stay so, with a warning."""
    file = signed.room(tmp_path, signed.TEXT.replace(signed.SERVICE, ""))
    opened = signed.at(file)
    ways = in_the_way(opened, propose(opened, signed.wish()))
    assert [(one.code, one.level) for one in ways] == [("PIA573", "error")]
    signed.signed(file, "refused")
    assert [one.level for one in signed.at(file).diagnostics if one.code == "PIA573"] == ["warning"]


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ("“割引の対象です。", "“"),
        ('"“割引”の対象です。"', ""),
        ('“割引の対象です"', "“"),
        ("割引”の対象です。", "”"),
        ("„Rabatt“ für Kinder", ""),
        ("「割引の対象です。", "「"),
        ("割引」の対象です。", "」"),
        ("「割引』の対象です。", "「"),
        ("「「割引」の対象」です。", ""),
        ("＂割引の対象です。", "＂"),
        ('割引の"対象です。', ""),
        ("the city’s own", ""),
        ("幅24”の画面を置きます。", ""),
        ("幅24”と32”の画面を置きます。", ""),
        ("高さ5’10”の柵です。", ""),
        ("“幅24”の画面”を置きます。", ""),
        ("“24”を超えます。", ""),
        ("割引”と、幅24”と32”の画面です。", "”"),
        ("｢割引の対象です。", "｢"),
        ("割引｣の対象です。", "｣"),
        ("｢割引｣の対象です。", ""),
        ("｢割引」の対象です。", ""),
        ("﹁割引の対象です。", "﹁"),
        ("﹃割引﹄の対象です。", ""),
        ("〝割引〞の対象です。", ""),
        ("«割引の対象です。", ""),
        ("設定 » 割引の順に進みます。", ""),
        ("{ja: 割引, fr: Un « tarif réduit pour les enfants}", "«"),
        ("{ja: 割引, fr: Un « tarif réduit » pour les enfants}", ""),
        ("{ja: 割引, fr: Un tarif réduit » pour les enfants}", "»"),
        ("{ja: 割引, de: Ein »Rabatt« für Kinder}", ""),
    ],
)  # fmt: skip
def test_half_a_quotation(said: str, mark: str) -> None:
    """Marks of one kind go in pairs within a text; an apostrophe and a straight one are other rules'."""
    found = [one for one in found_in(Example("assessment", f"conclusion: {said}\n")) if one.code == "PIA492"]
    assert [(one.level, one.args["mark"]) for one in found] == ([("note", mark)] if mark else [])


@pytest.mark.parametrize(("opens", "closes"), ["「」", "『』", "“”", "｢｣", "﹁﹂"])
def test_two_halves_in_two_texts_are_no_pair(opens: str, closes: str) -> None:
    """Each text stands for itself, though the file has as many of one half as of the other."""
    lone = [("note", 1), ("note", 2)]
    assert told(f"title: {opens}案内\nconclusion: 案内{closes}は役立ちます。\n", "PIA492", "draft") == lone
    assert told(f"title: 案内{closes}\nconclusion: {opens}案内は役立ちます。\n", "PIA492", "draft") == lone
    assert not told(f"title: {opens}案内{closes}と{opens}案内{closes}\n", "PIA492", "draft")
    assert not told(f"title: {opens}案\n  内{closes}\n", "PIA492", "draft")  # a text of two lines
