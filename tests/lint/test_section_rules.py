"""What residents have to be told does not vanish with its section, and is there when it is approved."""

from pathlib import Path

import pytest

from tests.lint.test_gate_rules import told, ways
from tests.work.city import commit, git
from tests.work.signed import DONE, PLANNED, TEXT, at, edit, room, signed, wish
from tests.work.test_against_assessments import found
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.signing import in_the_way, propose, said_otherwise

ACTORS = "actors: [{id: city, name: 市, kind: city_organ}, {id: counting, name: 受託者, kind: contractor_of_city}]\n"
FLOWS = "flows: [{from: city, to: counting, items: [], purpose: 集計}]\n"
CHOICES = "choices: [{what: 顔を写さない道, default: 選べる}]\n"
HELD = "data: [{id: faces, name: 顔, categories: [face], people: 500}]\n"
RISKS = "own_risks: [{id: own_r1, title: 迷子の取り違え, base: {severity: moderate, likelihood: possible}}]\n"
FULL = TEXT.replace(PLANNED, DONE).replace("choices: []\n", CHOICES)
FULL = FULL.replace("data: []\n", f"{ACTORS}{FLOWS}{HELD}{RISKS}")


def repository(folder: Path) -> Path:
    """An assessment that tells it all, committed as `v1`."""
    file = room(folder, FULL)
    git(folder, "init", "-q")
    commit(folder, "v1")
    return file


def levels(file: Path, stage: Stage = "approval") -> list[tuple[str, str]]:
    """What is gone since `v1`."""
    return [(one.level, one.args["what"]) for one in found(file, "PIA574", stage)]


@pytest.mark.parametrize(
    ("what", "text"),
    [("flows", FLOWS), ("choices", CHOICES), ("actors", ACTORS), ("data", HELD), ("own_risks", RISKS)],
)
def test_a_section_that_vanished(tmp_path: Path, what: str, text: str) -> None:
    """Without a word an error where it is to be approved; where the file says that there is none, a warning."""
    file = repository(tmp_path)
    assert levels(file) == []
    edit(file, text, "")
    assert levels(file, "draft") == [("warning", what)]
    assert levels(file) == [("error", what)]
    edit(file, "data_complete: yes\n", f"data_complete: yes\n{what}:\n")  # nothing is said by that
    assert levels(file) == [("error", what)]
    edit(file, f"{what}:\n", f"{what}: []\n")
    assert levels(file) == [("warning", what)]


def test_how_it_is_told(tmp_path: Path) -> None:
    """With the way out."""
    file = repository(tmp_path)
    edit(file, FLOWS, "")
    (one,) = found(file, "PIA574")
    assert message_of(one, "en") == "What stood under `flows` at the revision “v1” is gone."
    assert message_of(one, "ja") == "比べるリビジョン(v1)ではあった `flows` の内容が、なくなっています。"
    assert hint_of(one, "en").endswith("say so by a section without entries ([ ]).")


def test_one_entry_less_is_no_section_less(tmp_path: Path) -> None:
    """A flow may end; a section that was empty already may go."""
    file = repository(tmp_path)
    edit(file, "purpose: 集計}]", "purpose: 集計}, {from: counting, to: city}]")
    commit(tmp_path, "v2")
    git(tmp_path, "tag", "-f", "v1")
    edit(file, ", {from: counting, to: city}]", "]")
    assert levels(file) == []


def test_gone_since_it_was_signed(tmp_path: Path) -> None:
    """Also where nobody compares with a revision. An approval takes a word; with it, it is signed as it stands."""
    file = room(tmp_path, FULL)
    signed(file, "approved")
    edit(file, CHOICES, "")
    assert [(level, args["when"]) for level, args in told(file, "PIA574")] == [("error", "@then_signed")]
    assert "PIA574" in ways(file, "approved")
    edit(file, "data_complete: yes\n", "data_complete: yes\nchoices: []\n")
    assert [level for level, _ in told(file, "PIA574")] == ["warning"]
    opened = at(file)
    sign_off = propose(opened, wish("approved"))
    assert "PIA574" not in {one.code for one in in_the_way(opened, sign_off)}
    assert [(one.code, one.level) for one in said_otherwise(opened, sign_off)] == [("PIA574", "warning")]
    signed(file, "approved")
    assert told(file, "PIA574") == []


PROVISION = "provision: [{item: 顔, nature: voluntary, consequence: none}]\n"


@pytest.mark.parametrize("said", ["", "provision: []\n"])
def test_what_follows_is_put_back(tmp_path: Path, said: str) -> None:
    """As long as there is data the hint names no way that PIA555 forbids."""
    file = room(tmp_path, FULL.replace("choices: ", f"{PROVISION}choices: "))
    signed(file, "approved")
    edit(file, PROVISION, said)
    codes = {one.code: hint_of(one, "en") for one in open_assessment(file, "2027-01-15", stage="approval").diagnostics}
    assert "PIA555" in codes
    assert codes["PIA574"].startswith("Put it back: as long as there is data")
    edit(file, HELD, "data: []\n")
    assert "PIA555" not in {one.code for one in at(file).diagnostics}
    ways_out = {args["what"]: args["way"] for _, args in told(file, "PIA574")}
    assert ways_out["provision"] == ("@section_none" if said else "@section_unsaid")


BOTH = (
    "provision: [{item: 顔, nature: voluntary, consequence: none}, {item: 声, nature: voluntary, consequence: none}]\n"
)


def test_one_entry_less_of_what_declining_means(tmp_path: Path) -> None:
    """A warning that names it, since it was signed and beside a revision; not where data went, or other words came."""
    file = repository(tmp_path)
    edit(file, "choices: ", f"{BOTH}choices: ")
    commit(tmp_path, "v2")
    git(tmp_path, "tag", "-f", "v1")
    edit(file, BOTH, BOTH.replace("声", "話す声"))
    assert found(file, "PIA578", "approval") == []
    edit(file, BOTH.replace("声", "話す声"), PROVISION)
    (one,) = found(file, "PIA578", "approval")
    assert (one.level, one.args["items"]) == ("warning", "声")
    assert message_of(one, "en").endswith("though not as much data went: 声.")
    edit(file, "item: 顔", "item: 顔と声")  # put together
    assert found(file, "PIA578", "approval") == []
    edit(file, "item: 顔と声", "item: 顔")
    edit(file, HELD, "data: []\n")
    assert found(file, "PIA578", "approval") == []
    again = room(tmp_path / "signed", FULL.replace("choices: ", f"{BOTH}choices: "))
    signed(again, "approved")
    edit(again, BOTH, PROVISION)
    assert [level for level, _ in told(again, "PIA578")] == ["warning"]
    assert [one.code for one in said_otherwise(at(again), propose(at(again), wish("approved")))] == ["PIA578"]
    signed(again, "changes_required")
    assert [level for level, _ in told(again, "PIA578")] == ["warning"]  # it was decided on with the entry
    edit(again, PROVISION, PROVISION.replace("]", ", {item: 顔, nature: voluntary, consequence: none}]"))
    assert [level for level, _ in told(again, "PIA578")] == ["warning"]  # the same twice is one
    edit(again, "item: 顔,", "item: {en: Face, ja: 顔},")
    assert [args["items"] for _, args in told(again, "PIA578")] == ["声"]
    assert [args["when"] for _, args in told(again, "PIA578")] == ["@then_decided"]
    empty = room(tmp_path / "empty", FULL.replace("choices: ", f"{BOTH}choices: "))
    signed(empty, "approved")
    edit(empty, BOTH, "provision: []\n")
    assert told(empty, "PIA578") == []  # PIA574's


def gone(file: Path) -> list[tuple[str, str]]:
    """What is told of entries that are not there any more, and since when."""
    return [(args["when"], args["items"]) for _, args in told(file, "PIA578")]


def entries(*items: str) -> str:
    """What follows if somebody declines to give each of these."""
    each = (f"{{item: {item}, nature: voluntary, consequence: none}}" for item in items)
    return f"provision: [{', '.join(each)}]\n"


@pytest.mark.parametrize(
    ("before", "now", "items"),
    [
        (("氏名", "氏名のふりがな"), ("氏名のふりがな",), "氏名"),  # that was there all along
        (("顔", "声"), ("顔と声",), None),
        (("顔", "声"), ("顔", "掲示板の位置"), None),  # one in place of another
        (("顔", "声", "住所", "電話"), ("顔",), "声, 住所, 電話"),
        (("顔", "あああああああああ123456789018です"), ("顔",), "あああああああああ***********…"),  # no part of it
    ],
)
def test_what_is_gone(tmp_path: Path, before: tuple[str, ...], now: tuple[str, ...], items: str | None) -> None:
    """By its words; a number that identifies a person is shown in no part."""
    file = room(tmp_path, FULL.replace("choices: ", f"{entries(*before)}choices: "))
    signed(file, "changes_required")
    edit(file, entries(*before), entries(*now))
    assert gone(file) == ([("@then_signed", items)] if items else [])


def test_each_is_told_since_when_it_was_there(tmp_path: Path) -> None:
    """One that the last sign-off had, and one that only the last decision knew of."""
    file = room(tmp_path, FULL.replace("choices: ", f"{entries('顔', '声', '住所')}choices: "))
    signed(file, "approved")
    edit(file, entries("顔", "声", "住所"), entries("顔", "住所"))
    signed(file, "changes_required")
    edit(file, entries("顔", "住所"), entries("顔"))
    assert gone(file) == [("@then_signed", "住所"), ("@then_decided", "声")]


def untold(file: Path, stage: Stage = "approval") -> list[tuple[str, str]]:
    """What residents are not told."""
    opened = open_assessment(file, "2027-01-15", stage=stage)
    return [(one.level, one.args["what"]) for one in opened.diagnostics if one.code == "PIA575"]


def test_what_residents_are_told_when_it_is_approved(tmp_path: Path) -> None:
    """Where data goes is an error as soon as several take part, what they can choose a warning."""
    file = room(tmp_path, FULL)
    assert untold(file) == []
    edit(file, CHOICES, "")
    edit(file, FLOWS, "")
    assert untold(file, "review") == []
    assert untold(file) == [("warning", "choices"), ("error", "flows")]
    assert "PIA575" in ways(file, "approved")
    assert ways(file, "refused") == []
    edit(file, ", {id: counting, name: 受託者, kind: contractor_of_city}", "")
    assert untold(file) == [("warning", "choices")]


def test_without_data_nothing_flows(tmp_path: Path) -> None:
    """Nor where the file says that nothing does."""
    file = room(tmp_path, FULL.replace(HELD, "data: []\n").replace(FLOWS, ""))
    assert untold(file) == []
    held = room(tmp_path / "held", FULL.replace(FLOWS, "flows: []\n"))
    assert untold(held) == []
