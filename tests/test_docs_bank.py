"""The documents' bank for a seventh sector: one file and its scenarios, and no line of Python."""

import shutil
from pathlib import Path

import pytest

from tests.golden import ROOT
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.model.result import Asked
from tsukuba_pia.work.bank_tests.running import run_tests
from tsukuba_pia.work.check_one import Demand
from tsukuba_pia.work.checking import check_files, diagnostics_of
from tsukuba_pia.work.opening import open_assessment

NAME = "school-lunch"
ASSESSMENT = """\
assessment: lunch
format: 1
language: ja
title: 給食のアレルギー情報
banks: {core: "1.0", school-lunch: "1.0"}
answers:
  core_personal_data: yes
  lun_list_seen: classroom
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A workspace that has the bank."""
    (tmp_path / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    shutil.copytree(ROOT / "docs" / NAME / "questionnaires", tmp_path / "questionnaires")
    return tmp_path


def test_it_checks_clean_and_its_scenarios_hold_it(city: Path) -> None:
    """Every rule, and 100 % of reach and strength."""
    bank = city / "questionnaires" / NAME / "1.0.yaml"
    files = [bank, *bank.parent.glob("tests/*.yaml")]
    assert not diagnostics_of(check_files(files, Demand("2027-04-01")))
    tested = run_tests(bank, Catalog(city))
    assert not tested.diagnostics
    assert tested.changes == tested.noticed > 0


def test_an_assessment_uses_it_at_once(city: Path) -> None:
    """It asks, scores and draws its red line like a shipped one."""
    file = city / "assessments" / "lunch" / "assessment.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(ASSESSMENT, encoding="utf-8")
    result = open_assessment(file, "2027-04-01").score()
    assert result.standings["lun_kitchen"].asked is Asked.ASKED
    assert result.red_lines["lun_red_list_on_the_wall"].state == "crossed"
    assert result.risks["lun_singled_out"].worst_group == "children"
