"""Additive indices wherever they are told: terminal, JSON, Python; and what is wrong with one at its line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import run
from tests.golden import ROOT
from tests.work.desk import DAY
from tsukuba_pia.api import Unusable, load_bank, score
from tsukuba_pia.lint.words import message_of

BANK = """\
bank: aia
version: "0.1"
status: draft
prefix: a
languages: [ja, en]
title: {ja: 自動化された判断, en: Automated decisions}
uses: {vocabulary: "1.0", references: "1.0"}
method:
  severity: [{id: low, label: {ja: 小, en: Low}}]
  likelihood: [{id: low, label: {ja: 低, en: Low}}]
  levels: [{id: low, label: {ja: 低い, en: Low}}]
  matrix: {low: [low]}
  safeguards: {implemented_lowers_at_most: 1, verified_lowers_at_most: 2, likelihood_steps: 2, severity_steps: 1}
  acceptance: {low: owner}
sections:
  - id: a_impact
    title: {ja: 影響, en: Impact}
    questions:
      - id: a_rights
        type: choice
        text: {ja: 権利に関わりますか。, en: "Are rights concerned?"}
        options: [{id: none, label: {ja: いいえ, en: No}}, {id: much, label: {ja: 大いに, en: Much}, points: 40}]
      - id: a_people
        type: choices
        text: {ja: 誰が関わりますか。, en: "Who is concerned?"}
        options:
          - {id: children, label: {ja: こども, en: Children}, points: 7.5}
          - {id: ill, label: {ja: 病気の人, en: Ill people}, points: 12.5}
  - id: a_design
    title: {ja: 備え, en: Mitigation}
    questions:
      - id: a_appeal
        type: choice
        text: {ja: 不服を申し立てられますか。, en: "Can people appeal?"}
        options: [{id: no_way, label: {ja: いいえ, en: No}}, {id: way, label: {ja: はい, en: Yes}, points: 10}]
indices:
  - id: a_raw
    title: {ja: 影響の点数, en: Raw impact}
    points_of: [a_impact]
  - id: a_mitigation
    title: {ja: 備えの点数, en: Mitigation}
    points_of: [a_design]
  - id: a_current
    title: {ja: 影響の区分, en: Impact level}
    from: a_raw
    times: {factor: "0.85", when: {index: a_mitigation, at_least_share: "0.8"}, round: half_up}
    bands:
      - {id: a_one, label: {ja: レベル1, en: Level I}, up_to_share: "0.5", obligations: [{ja: 記録します。, en: Keep a record.}]}
      - {id: a_two, label: {ja: レベル2, en: Level II}, obligations: [{ja: 外部に見てもらいます。, en: Outside review.}]}
"""  # noqa: E501
HEAD = 'assessment: t-1\nformat: 1\nlanguage: ja\ntitle: 判定\nbanks: {aia: "0.1"}\nanswers:\n'


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A city with the bank."""
    file = tmp_path / "questionnaires" / "aia" / "0.1.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(BANK, encoding="utf-8")
    (tmp_path / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    return file


@pytest.fixture
def assessment(bank: Path, tmp_path: Path) -> Path:
    """An assessment in which one question is open."""
    del bank
    file = tmp_path / "assessments" / "t-1" / "assessment.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(f"{HEAD}  a_rights: much\n  a_appeal: way\n", encoding="utf-8")
    return file


def figures(file: Path) -> dict[str, Any]:
    """The indices of `pia score --json` by id."""
    return {one["id"]: one for one in json.loads(run("score", file, "--json", "--as-of", DAY).stdout)["indices"]}


def test_in_json(assessment: Path) -> None:
    """Decimals as texts; what is open stays a range; the deduction and every band that may come of it."""
    found = figures(assessment)
    assert found["a_raw"]["so_far"] == found["a_raw"]["lowest"] == "40"
    assert (found["a_raw"]["highest"], found["a_raw"]["maximum"]) == ("60", "60")
    assert [one["id"] for one in found["a_raw"]["sections"]] == ["a_impact"]
    when = {"index": "a_mitigation", "at_least_share": "0.8"}
    assert found["a_current"]["deduction"] == {"factor": "0.85", "from": "a_raw", "when": when, "holds": "yes"}
    assert (found["a_current"]["so_far"], found["a_current"]["highest"]) == ("34", "51")
    assert found["a_current"]["band"] == {"id": "a_two", "label": "Level II", "obligations": ["Outside review."]}
    assert [one["id"] for one in found["a_current"]["possible_bands"]] == ["a_two"]


def test_in_the_terminal(assessment: Path) -> None:
    """Points, share, sections, why something was taken off, the band and what it obliges to; in both languages."""
    told = run("score", assessment, "--as-of", DAY).stdout
    folded = " ".join(told.split())
    assert "Index: Raw impact 40 of 60 points so far (66.6 %); between 40 and 60" in folded
    assert "- Impact: 40 of 60 points" in folded
    told = "15 % is taken off “Raw impact”, because “Mitigation” reached 100 % of its 10 points (80 % are needed)."
    assert told in folded
    assert "Band: Level II - Outside review." in folded
    japanese = "".join(run("score", assessment, "--as-of", DAY, "--lang", "ja").stdout.split())
    assert "が最大10点の100%で、必要な80%に達しているので、「影響の点数」から15%を差し引きます。" in japanese
    assert "区分:レベル2-外部に見てもらいます。" in japanese


def test_for_guests(assessment: Path) -> None:
    """Points that count a withheld answer would tell which option it is: the band alone is told."""
    withheld = "{answer: much, withheld: {reason: security, exemption: x, approved_by: 市長, until: 2028-03-31}}"
    text = assessment.read_text(encoding="utf-8").replace("a_rights: much", f"a_rights: {withheld}")
    assessment.write_text(text, encoding="utf-8")
    seen = json.loads(run("score", assessment, "--json", "--redacted", "--as-of", DAY).stdout)["indices"]
    found = {one["id"]: one for one in seen}
    for name in ("a_raw", "a_current"):
        assert (found[name]["so_far"], found[name]["sections"], found[name]["deduction"]) == (None, [], None)
    assert found["a_mitigation"]["so_far"] == "10"
    assert found["a_current"]["band"]["label"] == "Level II"
    told = " ".join(run("score", assessment, "--redacted", "--as-of", DAY).stdout.split())
    assert "Index: Raw impact Its points are not shown: they count withheld answers too." in told
    assert "Band: Level II - Outside review." in told
    assert "40" not in told


@pytest.mark.parametrize(("answers", "holds", "so_far", "bands"), [
    ("  a_rights: none\n  a_people: [children]\n  a_appeal: no_way\n", "no", "8", ["a_one"]),
    ("  a_rights: none\n  a_people: [children]\n  a_appeal: way\n", "yes", "6", ["a_one"]),
    ("  a_rights: much\n  a_people: []\n", "perhaps", "40", ["a_two"]),
    ("  a_appeal: way\n", "yes", "0", ["a_one", "a_two"]),
])  # fmt: skip
def test_a_deduction_holds_fails_or_is_open(
    assessment: Path, answers: str, holds: str, so_far: str, bands: list[str]
) -> None:
    """By the share of another index; half points are rounded up."""
    assessment.write_text(HEAD + answers, encoding="utf-8")
    found = figures(assessment)["a_current"]
    assert (found["deduction"]["holds"], found["so_far"]) == (holds, so_far)
    assert [one["id"] for one in found["possible_bands"]] == bands


WHEN = 'when: {index: a_mitigation, at_least_share: "0.8"}, '


@pytest.mark.parametrize(("factor", "when", "appeal", "told"), [
    ("0.85", WHEN, "no_way", "Nothing is taken off “Raw impact”: “Mitigation” has 0 % of its 10 points, and 80 % are"),
    ("0.85", WHEN, "unknown", "Perhaps 15 % is taken off “Raw impact”: “Mitigation” has 0 % of its 10 points so far"),
    ("0.85", "", "way", "15 % is taken off “Raw impact”."),
    ("1.5", "", "way", "1.5 times “Raw impact”."),
    ("1.5", WHEN, "way", "1.5 times “Raw impact”, because “Mitigation” reached 100 % of its 10 points"),
    ("1.5", WHEN, "no_way", "The same as “Raw impact”: “Mitigation” has 0 % of its 10 points, and 80 % are needed for"),
    ("1.5", WHEN, "unknown", "Perhaps 1.5 times “Raw impact”: “Mitigation” has 0 % of its 10 points so far"),
])  # fmt: skip
def test_a_factor_in_words(  # noqa: PLR0913, PLR0917 - a table
    bank: Path, assessment: Path, factor: str, when: str, appeal: str, told: str
) -> None:
    """What is taken off or added, and what it waits for."""
    text = BANK.replace('factor: "0.85", ' + WHEN, f'factor: "{factor}", {when}')
    assert text != BANK or (factor, when) == ("0.85", WHEN)
    bank.write_text(text, encoding="utf-8")
    assessment.write_text(f"{HEAD}  a_rights: much\n  a_people: []\n  a_appeal: {appeal}\n", encoding="utf-8")
    assert told in " ".join(run("score", assessment, "--as-of", DAY).stdout.split())


FORKED = """\
sections:
  - id: a_impact
    title: {ja: 影響, en: Impact}
    questions:
      - {id: a_phase, type: choice, text: {ja: 段階は。, en: "Phase?"}, options: [
          {id: design, label: {ja: 設計, en: Design}}, {id: build, label: {ja: 構築, en: Build}}]}
      - {id: a_face, type: yes_no, text: {ja: 顔を使いますか。, en: "Faces?"}}
  - id: a_faces
    title: {ja: 顔, en: Faces}
    ask_when: {question: a_face, is: yes}
    questions:
      - {id: a_where, type: choice, text: {ja: どこで。, en: "Where?"}, options: [
          {id: lab, label: {ja: 室内, en: Lab}, points: 1}, {id: street, label: {ja: 街路, en: Street}, points: 4}]}
  - id: a_designing
    title: {ja: 設計, en: Design}
    ask_when: {question: a_phase, is: design}
    questions:
      - {id: a_d, type: choice, text: {ja: 備え。, en: "Ready?"}, options: [
          {id: some, label: {ja: 一部, en: Some}, points: 7}, {id: full, label: {ja: 全部, en: Full}, points: 8}]}
  - id: a_building
    title: {ja: 構築, en: Build}
    ask_when: {question: a_phase, is: build}
    questions:
      - {id: a_b, type: choice, text: {ja: 備え。, en: "Ready?"}, options: [
          {id: some, label: {ja: 一部, en: Some}, points: 7}, {id: full, label: {ja: 全部, en: Full}, points: 10}]}
indices:
  - {id: a_raw, title: {ja: 影響, en: Impact}, points_of: [a_impact, a_faces]}
  - {id: a_static, title: {ja: 全部, en: All}, points_of: [a_designing, a_building]}
  - {id: a_mitigation, title: {ja: 備え, en: Mitigation}, points_of: [a_designing, a_building], maximum: 10}
  - id: a_current
    title: {ja: 区分, en: Level}
    from: a_raw
    times: {factor: "0.85", when: {index: a_mitigation, at_least_share: "0.8"}, round: half_up}
    bands:
      - {id: a_one, label: {ja: レベル1, en: Level I}, up_to_share: "0.25"}
      - {id: a_two, label: {ja: レベル2, en: Level II}, up_to_share: "0.75", obligations: [{ja: 公開, en: Show it.}]}
      - {id: a_top, label: {ja: レベル3, en: Level III}}
"""


@pytest.mark.parametrize(("answers", "raw", "static", "design", "current", "band"), [
    # a section that is not asked gives nothing, and its points stay in the maximum
    ({"a_phase": "design", "a_face": "no", "a_d": "some"}, "0/4", "7/18", "7/10", "0/4", "a_one"),
    # a quarter belongs to the first band
    ({"a_phase": "design", "a_face": "yes", "a_where": "lab", "a_d": "some"}, "1/4", "7/18", "7/10", "1/4", "a_one"),
    # eight of ten is enough: 0.85 of four is rounded down to three, which belongs to the second band
    ({"a_phase": "design", "a_face": "yes", "a_where": "street", "a_d": "full"}, "4/4", "8/18", "8/10", "3/4", "a_two"),
    # the other phase: seven of ten is not
    ({"a_phase": "build", "a_face": "yes", "a_where": "street", "a_b": "some"}, "4/4", "7/18", "7/10", "4/4", "a_top"),
    # what was answered in the phase that is not asked any more does not count
    ({"a_phase": "build", "a_face": "no", "a_d": "full", "a_b": "full"}, "0/4", "10/18", "10/10", "0/4", "a_one"),
])  # fmt: skip
def test_forked_phases_and_conditional_sections(  # noqa: PLR0913, PLR0917 - a table
    bank: Path,
    assessment: Path,
    answers: dict[str, str],
    raw: str,
    static: str,
    design: str,
    current: str,
    band: str,
) -> None:
    """From Python and in JSON alike; maxima count all questions, asked or not, unless the bank states another."""
    bank.write_text(BANK[: BANK.index("sections:")] + FORKED, encoding="utf-8")
    assessment.write_text(HEAD + "".join(f"  {name}: {value}\n" for name, value in answers.items()), encoding="utf-8")
    expected = {"a_raw": raw, "a_static": static, "a_mitigation": design, "a_current": current}
    found = figures(assessment)
    assert {name: f"{one['so_far']}/{one['maximum']}" for name, one in found.items()} == expected
    result = score(bank, answers, DAY).indices
    assert {name: f"{one.points.so_far:f}/{one.points.maximum:f}" for name, one in result.items()} == expected
    assert (result["a_current"].band, found["a_current"]["band"]["id"]) == (band, band)
    assert found["a_current"]["band"]["obligations"] == (["Show it."] if band == "a_two" else [])


def test_from_python_for_a_bank_alone(bank: Path) -> None:
    """By its path or loaded; answers as they stand in a file."""
    answers = {"a_rights": "much", "a_people": ["children", "ill"], "a_appeal": "unknown"}
    result = score(bank, answers, DAY)
    assert str(result.indices["a_raw"].points.so_far) == "60.0"
    assert result.indices["a_current"].highest_band == "a_two"
    assert score(load_bank(bank), answers, DAY) == result


@pytest.mark.parametrize(("answers", "code"), [
    ({"a_nothing": "much"}, "PIA401"), ({"a_rights": "some"}, "PIA402"), ({"a_people": "children"}, "PIA403"),
    ({"a_rights": {"answer": "much", "who": "me"}}, "PIA101"),
])  # fmt: skip
def test_an_answer_that_is_none(bank: Path, answers: dict[str, object], code: str) -> None:
    """Raised with its finding, as for a file."""
    with pytest.raises(Unusable) as caught:
        score(bank, answers, DAY)
    assert [one.code for one in caught.value.diagnostics] == [code]


def test_more_points_than_the_bank_states(bank: Path, assessment: Path) -> None:
    """An error at the answers, from draft on; also from Python."""
    text = BANK.replace("    points_of: [a_impact]", "    points_of: [a_impact]\n    maximum: 30")
    bank.write_text(text, encoding="utf-8")
    told = run("check", assessment, "--output-format", "concise").stdout
    assert f"{assessment}:6:1: error PIA449" in told
    assert "more than the maximum that the bank states: 40 of 30" in " ".join(run("score", assessment).stdout.split())
    assert figures(assessment)["a_raw"]["over"] is True
    with pytest.raises(Unusable) as caught:
        score(bank, {"a_rights": "much"}, DAY)
    assert "30" in message_of(caught.value.diagnostics[0], "en")


@pytest.mark.parametrize(("old", "new", "at", "code"), [
    ("points: 40", "points: -40", "points: -40", "PIA251"),
    ("from: a_raw", "from: a_current", "from: a_current", "PIA250"),
    ("index: a_mitigation", "index: a_nothing", "times:", "PIA250"),
    ('up_to_share: "0.5", ', "", "id: a_one", "PIA251"),
])  # fmt: skip
def test_what_is_wrong_with_an_index(bank: Path, old: str, new: str, at: str, code: str) -> None:
    """At its line, by `pia check` of the bank."""
    assert old in BANK
    text = BANK.replace(old, new)
    bank.write_text(text, encoding="utf-8")
    line = text[: text.index(at)].count("\n") + 1
    told = run("check", bank, "--output-format", "concise").stdout.splitlines()
    assert any(one.startswith(f"{bank}:{line}:") and f"error {code}" in one for one in told), told


def test_a_bank_without_any_says_nothing(tmp_path: Path) -> None:
    """An empty list for programs, no word for people."""
    from tests.work.desk import workspace  # noqa: PLC0415

    file = workspace(tmp_path)
    assert figures(file) == {}
    assert "Index" not in run("score", file, "--as-of", DAY).stdout


KEPT_BACK = "{answer: none, withheld: {reason: security, exemption: x, approved_by: 市長, until: 2028-03-31}}"


@pytest.mark.parametrize("form", ["md", "html"])
def test_in_reports(assessment: Path, form: str) -> None:
    """Points, what was taken off, the band and its obligations; nothing where a bank has none."""
    told = rendered(assessment, form)
    assert "40 of 60 points so far (66.6 %); between 40 and 60, depending on what is still unknown." in told
    assert "15 % is taken off “Raw impact”, because “Mitigation” reached 100 % of its 10 points" in told
    assert "Level II" in told
    assert "Outside review." in told
    assert "Keep a record." not in told
    assert "Indices" not in rendered(ROOT / "examples" / "sidewalk-robot", form)


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_the_public_reads_no_points_of_a_withheld_answer(bank: Path, assessment: Path, form: str) -> None:
    """Points would tell which option was chosen: two choices in one band read alike."""
    bank.write_text(BANK.replace('up_to_share: "0.5"', 'up_to_share: "0.9"'), encoding="utf-8")
    public, internal = set(), set()
    for chosen in ("none", "much"):
        kept_back = KEPT_BACK.replace("none", chosen)
        text = f"{HEAD}  a_rights: {kept_back}\n  a_people: []\n  a_appeal: no_way\n"
        assessment.write_text(text, encoding="utf-8")
        public.add(rendered(assessment, form))
        internal.add(rendered(assessment, form, "internal"))
    assert (len(public), len(internal)) == (1, 2)
    assert "Keep a record" in public.pop()


def rendered(place: Path, form: str, audience: str = "public") -> str:
    """A report, with its lines laid together."""
    done = run("render", place, "--format", form, "--audience", audience, "--as-of", DAY, "--draft", "-o", "-")
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.replace("\\", "").split())
