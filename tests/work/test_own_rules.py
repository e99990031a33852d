"""Nobody assesses by rules of their own: banks without core (PIA566), a city within the city (PIA567)."""

from pathlib import Path

import pytest

from tests.golden import ROOT
from tests.work.signed import at, edit, room
from tsukuba_pia.lint.rules import pia566_without_core
from tsukuba_pia.lint.words import hint_of
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files, diagnostics_of
from tsukuba_pia.work.opening import open_assessment

CITY = """\
city: 架空市
comment_window_days: 30
group_languages: {older_people: [ja-x-easy]}
disclosure_exemptions: {"7-4": 犯罪の予防}
organs:
  - {id: mayor, name: 市長, posts: {owner: 課長, mayor: {ja: 市長, en: Mayor}}}
panels:
  - {id: council, name: 審議会, legal_form: statutory_body, established_by: 条例}
method: {acceptance: {low: mayor}, implemented_lowers_at_most: 0}
"""
DAY = "2027-01-15"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment of a city that asks for more than the method does."""
    found = room(tmp_path)
    (tmp_path / "city.yaml").write_text(CITY, encoding="utf-8")
    return found


def within(folder: Path, text: str) -> Path:
    """A profile in a folder, which finds the bank there, too."""
    bank = folder / "questionnaires" / "kiosk" / "0.1.yaml"
    bank.parent.mkdir(parents=True)
    city = next(one for one in folder.parents if (one / "questionnaires").is_dir())
    bank.write_bytes((city / "questionnaires" / "kiosk" / "0.1.yaml").read_bytes())
    (folder / "city.yaml").write_text(text, encoding="utf-8")
    return folder / "city.yaml"


def laxer(file: Path, text: str) -> list[str]:
    """What a profile in the assessment's own folder loosens."""
    own = within(file.parent, text)
    found = [one for one in at(file).diagnostics if one.code == "PIA567"]
    assert all((one.file, one.line, one.level) == (str(own), 1, "error") for one in found)
    assert all(one.args["wider"] == "../../city.yaml" for one in found)
    return [key for one in found for key in one.args["what"].split(", ")]


def test_a_city_in_the_folder_names_all_that_it_loosens(file: Path) -> None:
    """One finding, at the nearer profile."""
    assert laxer(file, "city: 私の市\ncomment_window_days: 1\n") == [
        "comment_window_days", "group_languages.older_people", "disclosure_exemptions", "organs",
        "method.acceptance.low", "method.implemented_lowers_at_most",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", []),
        ("days: 30", "days: 60", []),
        ("days: 30", "days: 29", ["comment_window_days"]),
        ("[ja-x-easy]", "[ja-x-easy, vi]", []),
        ("[ja-x-easy]", "[vi]", ["group_languages.older_people"]),
        ('{"7-4": 犯罪の予防}', '{"7-4": 犯罪の予防, "9-9": 全部}', ["disclosure_exemptions.9-9"]),
        ("{owner: 課長, ", "{", []),
        ("owner: 課長", "owner: 主査", ["organs.mayor.posts.owner"]),
        ("owner: 課長", "owner: 課長, deputy_mayor: 副市長", ["organs.mayor.posts.deputy_mayor"]),
        ("en: Mayor", "en: Mayor, vi: Thị trưởng", []),
        ("{ja: 市長, en: Mayor}", "市長", ["organs.mayor.posts.mayor"]),
        (", posts: {owner: 課長, mayor: {ja: 市長, en: Mayor}}", "", ["organs.mayor"]),
        ("id: mayor", "id: mine", ["organs.mine"]),
        ("id: council", "id: mine", ["panels.mine"]),
        ("implemented_lowers_at_most: 0", "likelihood_steps: 1", ["method.implemented_lowers_at_most"]),
        ("{low: mayor}", "{low: nobody}", []),
        ("{low: mayor}", "{low: owner}", ["method.acceptance.low"]),
    ],
)
def test_only_what_is_laxer_is_told(file: Path, old: str, new: str, found: list[str]) -> None:
    """A profile that asks for as much, or for more, may lie there."""
    assert old in CITY
    assert laxer(file, CITY.replace(old, new, 1)) == found


def test_a_matrix_of_its_own(file: Path) -> None:
    """A row that the city made stricter."""
    edit(file.parents[2] / "city.yaml", "method: {", "method: {matrix: {limited: [low, high]}, ")
    assert laxer(file, CITY) == ["method.matrix.limited"]


def test_a_method_that_does_not_fit_the_banks(file: Path) -> None:
    """Nobody knows what it asks for: that is not held to be met."""
    edit(file.parents[2] / "city.yaml", "low: mayor", "lowest: mayor")
    assert laxer(file, CITY.replace("implemented_lowers_at_most: 0", "likelihood_steps: 1")) == ["method"]


def test_banks_of_the_city_are_not_hidden(file: Path) -> None:
    """A folder of its own would not find the city's bank that may be required."""
    bank = file.parents[2] / "questionnaires" / "vans" / "1.0.yaml"
    bank.parent.mkdir()
    text = """\
bank: vans
version: "1.0"
status: published
prefix: vans
languages: [ja]
title: 車
extends: kiosk@0.1
required_when: {question: k_personal, is: yes}
sections: []
"""
    bank.write_text(text, encoding="utf-8")
    assert laxer(file, CITY) == ["questionnaires/vans"]


def test_all_that_lie_around_count(file: Path) -> None:
    """Also one beyond one that is as lax; one that cannot be read is an error of its own."""
    within(file.parents[1], "city: 間\n")
    within(file.parent, "city: 内\n")
    found = [one for one in at(file).diagnostics if one.code == "PIA567"]
    assert [one.args["wider"] for one in found] == ["../../city.yaml"]
    (file.parents[2] / "city.yaml").write_text("city: [\n", encoding="utf-8")
    assert "PIA010" in [one.code for one in at(file).diagnostics if one.level == "error"]


def test_it_is_told_once_for_many_and_stands_in_the_way(file: Path) -> None:
    """Of a profile, not of each assessment below it."""
    other = file.parents[1] / "t-2" / "assessment.yaml"
    other.parent.mkdir()
    other.write_text(file.read_text(encoding="utf-8").replace("t-1", "t-2"), encoding="utf-8")
    within(file.parents[1], "city: 内\ncomment_window_days: 1\n")
    found = diagnostics_of(check_files([file, other], Demand(DAY)))
    assert [one.code for one in found].count("PIA567") == 1


@pytest.mark.parametrize(("stage", "level"), [("draft", "warning"), ("approval", "error"), ("publication", "error")])
def test_banks_without_core(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str, level: str) -> None:
    """A bank of the city's own that extends nothing opens no gate, at whatever stage, whatever its threshold says."""
    monkeypatch.setattr(pia566_without_core, "CORES", ("core",))
    file = room(tmp_path)
    for text in (
        file.read_text(encoding="utf-8"),
        file.read_text(encoding="utf-8").replace("k_personal: yes", "k_personal: no"),
    ):
        file.write_text(text, encoding="utf-8")
        opened = open_assessment(file, DAY, stage=stage)  # type: ignore[arg-type]
        (one,) = (one for one in opened.diagnostics if one.code == "PIA566")
        assert (one.level, one.line) == (level, 5)
        assert "extends" in str(hint_of(one, "en"))  # a bank that stands on core does not bring it along
        assert "extends" in str(hint_of(one, "ja"))


def test_core_under_a_shipped_name_is_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the examples choose."""
    monkeypatch.setattr(pia566_without_core, "CORES", ("core",))
    opened = open_assessment(ROOT / "examples" / "sidewalk-robot", DAY, stage="publication")
    assert "PIA566" not in [one.code for one in opened.diagnostics]
