"""What follows where somebody declines: people are told of it beforehand, and of another way (PIA576, PIA577)."""

import pytest

from tests.golden import ROOT
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.work.opening import open_assessment

ROBOT = "sidewalk-robot"
REFUSED = "internet-vote-first"
DAY = "2026-12-01"
ABOUT = ("PIA555", "PIA558", "PIA576", "PIA577", "PIA619", "PIA470")
NOTICE, WAY = "PIA576", "PIA577"


def found(entry: str, stage: Stage = "approval", example: str = ROBOT) -> list[Diagnostic]:
    """What an example is told of its provision, where its entries are replaced by this one."""
    file = ROOT / "examples" / example / "assessment.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("\nprovision:\n") + 1
    end = next(place for place in range(start + 1, len(text)) if text[place - 1] == "\n" and text[place] not in " #\n")
    text = f"{text[:start]}provision:\n  - {{item: 住所, {entry}}}\n{text[end:]}"
    line = text[:start].count("\n") + 2
    told = open_assessment(file, DAY, raw=text.encode(), stage=stage).diagnostics
    return [one for one in told if one.code in ABOUT and one.line == line]


def codes(entry: str, stage: Stage = "approval") -> list[str]:
    """The codes alone."""
    return [one.code for one in found(entry, stage)]


LOST = "nature: needed_for_service, consequence: service_unavailable, reason: 届け先が要ります。"
LESS = LOST.replace("service_unavailable", "reduced_service")
PUNISHED = "nature: statutory_duty, consequence: administrative_fine, basis: [local-autonomy-14]"
NEEDED = "nature: needed_for_service, consequence: none"
FREE = "nature: voluntary, consequence: none"
DUTY = "nature: statutory_duty, consequence: none, basis: [local-autonomy-14]"
OTHER, TOLD = "alternative: 公民館での受取り", "notice: 注文の画面でお知らせします。"


@pytest.mark.parametrize("kind", [LOST, LESS, PUNISHED, NEEDED])
def test_what_costs_something(kind: str) -> None:
    """It is told when and how people learn of it, and what they can do instead."""
    assert codes(f"{kind}, {OTHER}, {TOLD}") == []
    assert codes(f"{kind}, {OTHER}") == [NOTICE]
    assert codes(f"{kind}, {TOLD}") == [WAY]
    assert codes(kind) == [NOTICE, WAY]
    assert codes(f'{kind}, alternative: " ", notice: ""') == [NOTICE, WAY]
    assert codes(f"{kind}, alternative: , notice: null") == [NOTICE, WAY]


@pytest.mark.parametrize("kind", [FREE, DUTY])
def test_what_costs_nothing(kind: str) -> None:
    """Who declines has nothing to learn of and needs no other way."""
    assert codes(kind) == []


@pytest.mark.parametrize("stage", STAGES)
def test_stages(stage: Stage) -> None:
    """Nothing in a draft, a warning while it is looked at, an error from approval on."""
    level = "error" if STAGES.index(stage) >= STAGES.index("approval") else "warning"
    told = [(one.code, one.level) for one in found(LOST, stage)]
    assert told == ([] if stage == "draft" else [(NOTICE, level), (WAY, level)])


@pytest.mark.parametrize("stage", ["review", "approval", "publication"])
def test_what_was_refused(stage: Stage) -> None:
    """Nobody will be asked for anything."""
    told = [(one.code, one.level) for one in found(LOST, stage, REFUSED)]
    assert told == [(NOTICE, "warning"), (WAY, "warning")]


@pytest.mark.parametrize(
    "none", ["なし", "ありません。", "None.", "{ja: なし, en: None}", "なし(意見はメールで送れます)"]
)
def test_there_is_no_other_way(none: str) -> None:
    """It is an answer, and its reason is asked for."""
    assert codes(f"{LOST}, alternative: {none}, {TOLD}") == []
    without = LOST.replace(", reason: 届け先が要ります。", "")
    assert codes(f"{without}, alternative: {none}, {TOLD}") == ["PIA558"]


@pytest.mark.parametrize("kind", [LOST, LESS, PUNISHED, NEEDED])
@pytest.mark.parametrize("left_open", ["検討中", "未定です", "TBD", "-", "{ja: 公民館, en: Pending}"])
def test_another_way_is_left_open(kind: str, left_open: str) -> None:
    """Neither is there one, nor none; told once, where it stands."""
    (one,) = found(f"{kind}, alternative: {left_open}, {TOLD}")
    assert (one.code, one.level) == (WAY, "error")


def test_a_gap_is_told_once() -> None:
    """What one language lacks, and a notice that says nothing, other rules tell."""
    assert codes(f"{LOST}, alternative: {{ja: 公民館, en: TODO}}, {TOLD}") == ["PIA470"]
    assert codes(f"{LOST}, alternative: TODO, {TOLD}") == [WAY]
    assert codes(f"{LOST}, {OTHER}, notice: 未定") == ["PIA619"]
    assert codes(f"{NEEDED}, alternative: なし, {TOLD}") == ["PIA558"]


def test_words() -> None:
    """Where, what and how to mend it, in both languages."""
    notice, way = found(LOST)
    assert notice.column == way.column
    assert (
        message_of(notice, "en")
        == "Declining costs something, and nothing says when and how people are told (`notice`)."
    )
    assert message_of(notice, "ja").startswith("提供を断ると失うものがあるのに、いつ、どのように知らせるか(`notice`)が")
    assert hint_of(notice, "en") == "Say in `notice` how people are told before they are asked to give it."
    assert hint_of(notice, "ja") == "提供を求める前に本人に知らせる方法を、`notice` に書いてください。"
    assert message_of(way, "en").endswith("nothing says what people can do instead (`alternative`).")
    assert message_of(way, "ja").endswith("代わりにどうすればよいか(`alternative`)が書かれていません。")
    assert "「なし」と書き、理由を `reason` に" in hint_of(way, "ja")
    assert "write “none” there, and why in `reason`" in hint_of(way, "en")
