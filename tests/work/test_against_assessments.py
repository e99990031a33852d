"""Assessments held to what they said at a revision of git, not only to what was signed."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.city import commit, git
from tests.work.signed import DAY, TEXT, edit, room, signed
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.rule import Stage
from tsukuba_pia.lint.settings import Settings, settings_near
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.work.against_git import revision
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files, diagnostics_of

UNKNOWN = "k_sold: {answer: unknown, asking: 業者, by_when: 2027-02-01}"
SAID = """\
opinions: [{by: 木村 光, says: 目的が広すぎます。, dissent: true, answered: 狭めました。}]
consultations: [{id: c1, who: 市民, said: 心配です。, done: 説明しました。}]
complaints: [{on: 2027-01-05, what: 音}]
data: []
"""


def repository(folder: Path, text: str) -> Path:
    """An assessment, committed as `v1`."""
    file = room(folder, text)
    git(folder, "init", "-q")
    commit(folder, "v1")
    return file


def found(file: Path, code: str, stage: Stage = "approval") -> list[Diagnostic]:
    """What is found of a code beside `v1`."""
    at = revision(file.parent, "v1")
    return [one for one in diagnostics_of(check_files([file], Demand(DAY, stage, since=at))) if one.code == code]


def test_a_red_line_cleared_before_the_first_sign_off(tmp_path: Path) -> None:
    """Two letters take an unknown away; a warning first, and an error where somebody is to decide."""
    file = repository(tmp_path, TEXT.replace("k_sold: no", UNKNOWN))
    assert found(file, "PIA442") == []
    edit(file, UNKNOWN, "k_sold: no")
    (one,) = found(file, "PIA565")
    assert one.level == "error"
    assert "was unknown at the revision “v1”;" in message_of(one, "en")
    assert "比べるリビジョン(v1)では「分からない」でした" in message_of(one, "ja")
    assert [one.level for one in found(file, "PIA442", "review")] == ["warning"]
    (file.parent / "evidence" / "contract.md").write_text("条文\n", encoding="utf-8")
    edit(file, "k_sold: no", "k_sold: {answer: no, evidence: [evidence/contract.md]}")
    assert found(file, "PIA442") == []


def test_no_setting_clears_a_red_line(tmp_path: Path) -> None:
    """Where somebody is to decide it is a gate: neither a setting nor a comment reaches it, and it is told once."""
    file = repository(tmp_path, TEXT.replace("k_sold: no", UNKNOWN))
    edit(file, UNKNOWN, "k_sold: no  # pia: ignore[PIA442] we asked")
    assert found(file, "PIA565", "review") == []
    (one,) = found(file, "PIA565")
    assert (one.level, one.args["red_line"]) == ("error", "k_red_sale")
    edit(file, "  # pia: ignore[PIA442] we asked", "")
    (tmp_path / "pia.toml").write_text('[check]\nignore = ["PIA4"]\n', encoding="utf-8")
    demand = Demand(DAY, "approval", settings_near(tmp_path), revision(file.parent, "v1"))
    told = [one.code for one in diagnostics_of(check_files([file], demand)) if one.code in {"PIA442", "PIA565"}]
    assert told == ["PIA565"]
    open_to_all = diagnostics_of(check_files([file], replace(demand, settings=Settings())))
    assert "PIA442" not in {one.code for one in open_to_all}
    (file.parent / "evidence" / "contract.md").write_text("条文\n", encoding="utf-8")
    edit(file, "k_sold: no", "k_sold: {answer: no, evidence: [evidence/contract.md]}")
    assert found(file, "PIA565") == []


@pytest.mark.parametrize("renamed", [False, True])
@pytest.mark.parametrize("committed", [False, True])
def test_a_folder_of_another_name_hides_nothing(tmp_path: Path, *, renamed: bool, committed: bool) -> None:
    """Nor another name of the assessment in it, as far as git sees that it is the same."""
    file = repository(tmp_path, TEXT.replace("k_sold: no", UNKNOWN))
    home = shutil.move(file.parent, file.parent.with_name("other"))
    file = Path(home) / "assessment.yaml"
    edit(file, UNKNOWN, "k_sold: no")
    if renamed:
        edit(file, "assessment: t-1", "assessment: t-2")
    if committed:
        commit(tmp_path, "v2")
    elif renamed:
        git(tmp_path, "add", "-A")
    assert [one.level for one in found(file, "PIA565")] == ["error"]


def test_another_assessment_is_not_held_to_it(tmp_path: Path) -> None:
    """One that is new, beside the first."""
    file = repository(tmp_path, TEXT.replace("k_sold: no", UNKNOWN))
    other = file.parent.with_name("other") / "assessment.yaml"
    shutil.copytree(file.parent, other.parent)
    edit(other, UNKNOWN, "k_sold: no")
    commit(tmp_path, "v2")
    assert found(other, "PIA565") == []


def test_what_cannot_be_read_there(tmp_path: Path) -> None:
    """Nothing is compared, and nothing breaks."""
    file = repository(tmp_path, "assessment: [\n")
    file.write_text(TEXT, encoding="utf-8")
    assert found(file, "PIA442") == []
    assert found(file, "PIA906") == []


def test_put_off_beside_a_revision(tmp_path: Path) -> None:
    """By the days in their order: a sign-off that is newer than the revision comes after it."""
    file = room(tmp_path)
    signed(file, "changes_required")
    edit(file, "due: 2027-03-01", "due: 2027-03-10")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "v1")
    assert found(file, "PIA443") == []
    edit(file, "due: 2027-03-10", "due: 2027-03-31")
    (one,) = found(file, "PIA443")
    assert (one.args["first"], one.args["due"], one.args["number"]) == ("2027-03-01", "2027-03-31", "2")
    edit(file, "due: 2027-03-31", "due: 2027-03-10")
    signed(file, "changes_required")
    assert found(file, "PIA443") == []


def test_what_residents_and_members_said(tmp_path: Path) -> None:
    """Whoever reviews sees that a name or a day was set right before anybody has signed; gone nothing may be."""
    file = repository(tmp_path, TEXT.replace("data: []\n", SAID))
    assert found(file, "PIA559") == []
    edit(file, "by: 木村 光", "by: 木村 光一")
    edit(file, "on: 2027-01-05", "on: 2027-01-06")
    assert [(one.level, one.args["what"]) for one in found(file, "PIA559")] == [
        ("warning", "@gone_opinions"),
        ("warning", "@gone_complaints"),
    ]
    edit(file, "by: 木村 光一", "by: 木村 光")
    edit(file, "on: 2027-01-06", "on: 2027-01-05")
    edit(file, "dissent: true, ", "")
    (one,) = found(file, "PIA559")
    assert message_of(one, "en") == "A dissent (木村 光) was there at the revision “v1”, and is gone."
    edit(file, "complaints: [{on: 2027-01-05, what: 音}]\n", "")
    assert [one.args["what"] for one in found(file, "PIA559")] == ["@gone_complaints", "@gone_dissents"]


def test_a_request_that_was_refused_stays(tmp_path: Path) -> None:
    """Taken out alone or with its section; answered it may be."""
    asked = "  - {request: 記録の見本, to: 運行事業者, state: refused}\n"
    other = "cooperation:\n  - {request: 契約書の写し, to: 契約課, state: answered}\n"
    file = repository(tmp_path, TEXT.replace("data: []\n", f"data: []\n{other}{asked}"))
    edit(file, "state: refused", "state: answered")
    assert found(file, "PIA559") == []
    edit(file, asked.replace("refused", "answered"), "")
    (one,) = found(file, "PIA559")
    assert message_of(one, "en") == "A request for help (運行事業者) was there at the revision “v1”, and is gone."
    edit(file, other, "")
    assert [one.args["whose"] for one in found(file, "PIA559")] == ["契約課", "運行事業者"]


def test_what_was_signed_counts_first(tmp_path: Path) -> None:
    """What is gone since both is told once."""
    file = room(tmp_path, TEXT.replace("data: []\n", SAID))
    signed(file, "changes_required")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "v1")
    edit(file, "complaints: [{on: 2027-01-05, what: 音}]\n", "")
    assert [one.args["when"] for one in found(file, "PIA559")] == ["@then_signed"]


def test_a_first_day_that_had_come_does_not_go_untold(tmp_path: Path) -> None:
    """Moved or taken out, it is told to who reviews; an approval to run, or a day that is still to come, is not."""
    file = repository(tmp_path, TEXT.replace("starts_on: 2027-04-01", "starts_on: 2026-12-01"))
    assert found(file, "PIA570") == []
    edit(file, "starts_on: 2026-12-01", "starts_on: 2027-06-01")
    (one,) = found(file, "PIA570")
    assert (one.level, one.args) == ("warning", {"on": "2026-12-01", "now": "2027-06-01"})
    edit(file, "starts_on: 2027-06-01", "ended: {on: 2027-01-01, why: 終わり}")
    assert [one.args["now"] for one in found(file, "PIA570")] == [""]
    edit(file, "ended: {on: 2027-01-01, why: 終わり}", "starts_on: 2026-11-30")
    assert found(file, "PIA570") == []
