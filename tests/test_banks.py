"""Our seven banks as a whole: tested to the last row, nothing asked twice, easy words complete, people spared."""

from difflib import SequenceMatcher
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import settings

from tests.golden import ROOT
from tsukuba_pia.lint.rules.pia331_easy_japanese_incomplete import for_residents
from tsukuba_pia.load.bank import load_bank_file
from tsukuba_pia.load.catalog import NOT_BANKS, Catalog
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.result import Asked
from tsukuba_pia.model.text import words
from tsukuba_pia.work.bank_tests.running import run_tests
from tsukuba_pia.work.opening import check_bank_file, open_assessment

NAMES = ("core", "digital-twin", "government", "healthcare", "open-hub", "safety", "transport")
EXAMPLES = sorted((ROOT / "examples").glob("*/assessment.yaml"))
FEWEST_RISKS = FEWEST_SCENARIOS = 10
MOST_QUESTIONS = 70  # asked of a service of one sector: fewer than these
ALIKE = 0.9


def newest(name: str) -> Path:
    """The newest version of a shipped bank."""
    file = Catalog().newest(name)
    assert file is not None
    return file.path


@cache
def bank(name: str) -> Bank:
    """A shipped bank."""
    return load_bank_file(newest(name), Catalog()).banks[-1]


def test_the_seven() -> None:
    """Core and one per sector."""
    assert sorted({file.name for file in Catalog().files} - set(NOT_BANKS)) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_checks_clean_with_every_rule_on(name: str) -> None:
    """Warnings and notes included."""
    found, _ = check_bank_file(newest(name))
    assert not found


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_scenarios_reach_all_and_would_notice_each_change(name: str) -> None:
    """100 % of both, by at least ten scenarios that tell their story in words; `make test-long` changes every bank."""
    changed = name == "core" or settings.get_current_profile_name() == "long"
    tested = run_tests(newest(name), Catalog(), with_strength=changed)
    assert not tested.diagnostics, tested.diagnostics[:5]
    assert tested.complete
    assert not tested.missed
    assert not tested.survivors
    assert (tested.changes > 0) is changed
    assert tested.bench is not None
    stories = [one for one in tested.bench.scored if one.case.told.scenario.what is not None]
    assert len(stories) >= FEWEST_SCENARIOS


@pytest.mark.parametrize("name", NAMES)
def test_risks_red_lines_and_a_reviewer_if_there_was_one(name: str) -> None:
    """Enough to be worth the sector's while; nobody is said to have reviewed what nobody has."""
    one = bank(name)
    assert len(one.risks) >= FEWEST_RISKS
    assert one.red_lines
    assert one.reviewed_by == "none"
    assert one.required_when is not None or one.extends is None


@pytest.mark.parametrize("name", NAMES)
def test_easy_japanese_is_complete(name: str) -> None:
    """Whatever residents read."""
    missing = [
        path for path, text in for_residents(bank(name)) if not isinstance(text, dict) or "ja-x-easy" not in text
    ]
    assert not missing


def alike(one: str, two: str) -> bool:
    """Whether two texts say nearly the same."""
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


@pytest.mark.parametrize(("one", "two"), list(combinations(NAMES, 2)))
def test_nothing_is_asked_and_no_risk_counted_twice(one: str, two: str) -> None:
    """Across all banks, in either language; a question that sharpens another says so."""
    for first in bank(one).questions:
        for second in bank(two).questions:
            if second.specialises == first.id or first.specialises == second.id:
                continue
            same = [lang for lang in ("ja", "en") if alike(words(first.text, lang), words(second.text, lang))]
            assert not same, (first.id, second.id)
    titles = {words(risk.title, lang) for risk in bank(one).risks for lang in ("ja", "en")}
    assert not titles & {words(risk.title, lang) for risk in bank(two).risks for lang in ("ja", "en")}


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.parent.name)
def test_people_are_spared_what_does_not_concern_them(file: Path) -> None:
    """A service of one sector is asked fewer than 70 questions."""
    opened = open_assessment(file, "2027-04-01")
    assert opened.usable
    assert opened.assessment is not None
    sectors = len(opened.assessment.banks) - 1
    asked = [one for one in opened.score().standings.values() if one.asked is not Asked.NOT]
    assert len(asked) < MOST_QUESTIONS or sectors > 1, len(asked)
