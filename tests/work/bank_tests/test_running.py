"""`pia bank test` on a bank to begin with: sound as it is, and every slip told at its line."""

from pathlib import Path

import pytest

from tests.work.bank_tests.desk import TITLES, Desk
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.bank_starting import start_bank
from tsukuba_pia.work.bank_tests.cases import check_scenarios
from tsukuba_pia.work.opening import check_bank_file
from tsukuba_pia.yaml_source import read


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A fresh bank."""
    return Desk(tmp_path)


def test_a_new_bank_is_sound(desk: Desk) -> None:
    """It passes the rules, and its scenarios reach all of it and would notice each change."""
    found, _ = check_bank_file(desk.bank)
    assert not found
    tested = desk.run()
    assert not tested.diagnostics
    assert tested.complete
    assert not tested.missed
    assert tested.changes == tested.noticed > 0


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("answers: {lun_detail: counts}", "answers: {lun_detial: counts}", "PIA240", "answers: {lun_detial: counts}"),
        ("answers: {lun_detail: counts}", "answers: {lun_detail: few}", "PIA241", "answers: {lun_detail: few}"),
        ("answers: {lun_months: 13}", "answers: {lun_months: -1}", "PIA241", "answers: {lun_months: -1}"),
        ("not_asked: [lun_months]", "not_asked: [lun_moths]", "PIA240", "not_asked: [lun_moths]"),
        ("risks: {lun_found_out: none}", "risks: {lun_lost: none}", "PIA240", "risks: {lun_lost: none}"),
        ("risks: {lun_found_out: none}", "risks: {lun_found_out: tiny}", "PIA241", "risks: {lun_found_out: tiny}"),
        ("risks: {lun_found_out: none}", "risks: {lun_found_out: low}", "PIA244", "risks: {lun_found_out: low}"),
        ("{lun_found_out: {likelihood: significant}}", "{lun_found_out: {likelihood: high}}", "PIA241",
         "expect: {risks: {lun_found_out: {likelihood: high}}}"),
        ("based_on: used_elsewhere\n    answers: {lun_task: understood}", "based_on: used_elsewere\n    answers: {}",
         "PIA240", "based_on: used_elsewere"),
        ("- name: used_elsewhere\n", "- name: numbers_only\n", "PIA243", "- name: numbers_only"),
        ("- name: numbers_used_elsewhere\n    based_on: used_elsewhere",
         "- name: numbers_used_elsewhere\n    based_on: numbers_used_elsewhere", "PIA242",
         "based_on: numbers_used_elsewhere"),
    ],
)  # fmt: skip
def test_a_slip_in_a_scenario_is_told(desk: Desk, old: str, new: str, code: str, line: str) -> None:
    """At its line; nothing is tested by halves."""
    desk.spoil(desk.scenarios, old, new)
    tested = desk.run()
    assert (code, line) in desk.found(tested)
    assert not tested.complete
    assert not tested.changes


def test_all_slips_are_told_at_once(desk: Desk) -> None:
    """A person mends them in one go."""
    desk.spoil(desk.scenarios, "answers: {lun_detail: counts}", "answers: {lun_detial: counts, lun_task: unclear}")
    assert sorted(code for code, _ in desk.found(desk.run())) == ["PIA240", "PIA241"]


def test_the_name_that_was_meant(desk: Desk) -> None:
    """The nearest one that the bank has."""
    desk.spoil(desk.scenarios, "answers: {lun_detail: counts}", "answers: {lun_detial: counts}")
    assert [one.args["meant"] for one in desk.run().diagnostics] == ["lun_detail"]


def test_what_no_scenario_reaches(desk: Desk) -> None:
    """Told at the row, option and red line."""
    desk.keep("per_person_in_order", "numbers_only")
    missed = {(code, line) for code, line in desk.found(desk.run()) if code == "PIA245"}
    assert ("PIA245", "- id: understood") in missed
    assert ("PIA245", "- id: lun_red_other_use") in missed
    assert ("PIA245", "- level: significant") in missed


def test_what_no_scenario_notices(desk: Desk) -> None:
    """Without the scenario that rests on a bound, the bound may move."""
    desk.spoil(desk.scenarios, "answers: {lun_months: 13}", "answers: {lun_months: 14}")
    desk.spoil(desk.scenarios, "lun_erased: verified, lun_months: 13", "lun_erased: verified, lun_months: 14")
    found = desk.found(desk.run())
    assert found == [("PIA246", "when: {question: lun_months, above: 12}")]


def test_a_broken_bank_is_not_half_tested(desk: Desk) -> None:
    """Its own errors come first."""
    desk.spoil(desk.bank, "ask_when: {question: lun_detail, is: per_person}", "ask_when: {question: lun_x, is: a}")
    tested = desk.run()
    assert [one.code for one in tested.diagnostics] == ["PIA203"]
    assert not tested.scenarios
    assert not tested.complete


def test_a_scenario_file_is_checked_like_any_other(desk: Desk) -> None:
    """By `pia check`: unknown keys and names, without scoring."""
    desk.spoil(desk.scenarios, "answers: {lun_detail: counts}", "answers: {lun_detial: counts}")
    assert [one.code for one in check_scenarios(read(desk.scenarios), Catalog(desk.folder))] == ["PIA240"]
    desk.spoil(desk.scenarios, "answers: {lun_detial: counts}", "anwers: {}")
    assert [one.code for one in check_scenarios(read(desk.scenarios), Catalog(desk.folder))] == ["PIA101"]


@pytest.mark.parametrize(
    ("name", "prefix", "code"),
    [
        ("lunch", None, "bank_there"),
        ("core", None, "bank_there"),
        ("Lunch!", None, "bank_name_form"),
        ("vocabulary", None, "bank_name_form"),
        ("123", None, "bank_name_form"),
        ("dinner", "core", "bank_prefix_taken"),
        ("dinner", "9x", "bank_prefix_form"),
    ],
)
def test_a_bank_that_cannot_be_started(desk: Desk, name: str, prefix: str | None, code: str) -> None:
    """A taken name or prefix, or one that no id could have; nothing is written."""
    before = sorted(desk.folder.rglob("*"))
    with pytest.raises(Problem) as problem:
        start_bank(name, prefix, TITLES, Catalog(desk.folder), desk.folder)
    assert problem.value.code == code
    assert sorted(desk.folder.rglob("*")) == before


def test_titles_are_texts_whatever_is_typed(tmp_path: Path) -> None:
    """Quotes, colons and line ends stay inside."""
    titles = {"ja": '"給食": #1\n- x', "en": "Lunch \\ 'n' dinner: {a}"}
    bank, _ = start_bank("lunch", None, titles, Catalog(tmp_path), tmp_path)
    assert read(bank).data["title"] == {"ja": '"給食": #1 - x', "en": titles["en"]}
