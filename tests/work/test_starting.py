"""A new assessment's file: commented, readable, and what was known before stands in it."""

import re
from pathlib import Path

import pytest

from tests.golden import ROOT
from tests.work.desk import DAY, opened, workspace
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.starting import PARTS, Start, choose_banks, name_for, new_assessment
from tsukuba_pia.work.threshold import scope_of, threshold_of, threshold_questions
from tsukuba_pia.yaml_source import parse


@pytest.mark.parametrize(
    ("title", "sectors", "name"),
    [
        ("Sidewalk robot", [], "sidewalk-robot"),
        ("2027: The Robot!", [], "the-robot"),
        ("歩道の配送ロボット", ["transport"], "transport-2027-01-15"),
        ("歩道ロボットX", [], "pia-2027-01-15"),
        ("x" * 99, [], "x" * 60),
        ("../../etc", [], "etc"),
    ],
)
def test_name(title: str, sectors: list[str], name: str) -> None:
    """A folder's name: Latin words of the title, else sector and day."""
    assert name_for(title, sectors, DAY) == name


@pytest.mark.parametrize("language", ["ja", "en", "fr"])
def test_file_can_be_read(tmp_path: Path, language: str) -> None:
    """It is sound from the first moment, and every top-level part is explained in it."""
    file = workspace(tmp_path)
    questionnaire = opened(file).questionnaire
    assert questionnaire is not None
    start = Start("t-2", "名前: #1", language, {"kiosk": "0.1"})
    text = new_assessment(questionnaire, start, tuple(questionnaire.questions))
    found = open_assessment(file.parent.parent / "t-2" / "assessment.yaml", DAY, raw=text.encode())
    assert [one for one in found.diagnostics if one.level == "error"] == []
    assert found.assessment is not None
    assert found.assessment.title == "名前: #1"
    assert list(found.source.data["answers"]) == list(questionnaire.questions)
    assert text.startswith("# yaml-language-server: $schema=.pia/assessment.schema.json\n")
    rare = {
        "supersedes",
        "related",
        "people_total",
        "overrides",
        "own_risks",
        "own_safeguards",
        "incidents",
        "complaints",
    }
    for part in set(PARTS) - rare:
        assert f"\n#{part}:" in text


def test_every_example_in_it_is_sound(tmp_path: Path) -> None:
    """A person who takes the marks away from all examples gets a file of the right shape."""
    file = workspace(tmp_path)
    questionnaire = opened(file).questionnaire
    assert questionnaire is not None
    for language in ("ja", "en"):
        text = new_assessment(questionnaire, Start("t-2", "x", language, {"kiosk": "0.1"}), ())
        lines = [line[1:] if line[:1] == "#" and line[1:2] != " " else line for line in text.splitlines()]
        examples = [line[1:] if line.startswith("#  ") else line for line in lines]
        found = open_assessment(file, DAY, raw="\n".join([*examples, ""]).encode())
        assert [one for one in found.diagnostics if one.code.startswith(("PIA0", "PIA1"))] == []
        assert found.assessment is not None
        assert found.assessment.service is not None


@pytest.mark.parametrize("language", ["ja", "en"])
def test_its_examples_use_words_that_there_are(language: str) -> None:
    """Of the vocabulary and the references that come with pia; nobody who takes a mark away is told off."""
    file = ROOT / "examples" / "sidewalk-robot" / "assessment.yaml"
    questionnaire = opened(file).questionnaire
    assert questionnaire is not None
    text = new_assessment(questionnaire, Start("t-2", "x", language, {"core": "1.0"}), ())
    raw = re.sub(r"(?m)^#(?=[a-z_]+:|  )", "", text).encode()
    found = open_assessment(file, DAY, raw=raw)
    assert "consequence" in str(found.source.data["provision"])
    assert {one.code for one in found.diagnostics if one.level == "error"} == set()


def test_what_is_known_stands_in_it(tmp_path: Path) -> None:
    """Answers and parts that were given; the others stay examples."""
    questionnaire = opened(workspace(tmp_path)).questionnaire
    assert questionnaire is not None
    parts = {"service": {"unit": "課", "purpose": "a\nb"}, "related": ["t-1"], "data_complete": "yes"}
    answers = {"k_kinds": ["name", "face"], "k_personal": "yes", "k_sold": {"answer": "unknown", "asking": "x"}}
    start = Start("t-2", {"ja": "端末", "en": "Kiosk"}, "ja", {"kiosk": "0.1"}, parts, answers)
    source = parse(new_assessment(questionnaire, start, ("k_level",)).encode(), "")
    assert source.data["answers"] == {"k_personal": "yes", **answers, "k_level": None}
    assert list(source.data["answers"]) == ["k_personal", "k_kinds", "k_level", "k_sold"]
    assert {name: source.data[name] for name in parts} == parts
    assert "\n#data:" in source.text
    assert "\n#service:" not in source.text


def test_banks(tmp_path: Path) -> None:
    """Core and the sectors, each in its newest version that is not withdrawn."""
    bank = workspace(tmp_path).parents[2] / "questionnaires" / "kiosk" / "0.1.yaml"
    later = bank.with_name("0.10.yaml")
    later.write_text(bank.read_text("utf-8").replace('"0.1"', '"0.10"').replace("draft", "withdrawn"), encoding="utf-8")
    chosen = choose_banks(["kiosk", "kiosk"], Catalog(tmp_path))
    assert chosen == {"kiosk": "0.1"}  # it brings a method of its own
    assert list(choose_banks([], Catalog(tmp_path))) == ["core"]
    with pytest.raises(Problem):
        choose_banks(["kiosque"], Catalog(tmp_path))


@pytest.mark.parametrize(
    ("answers", "outcome", "scope"),
    [
        ("  k_personal: no\n", "none", ["k_personal", "k_kinds"]),
        ("  k_personal: yes\n  k_kinds: [name]\n", "brief", ["k_personal", "k_kinds", "k_level", "k_sold"]),
        ("  k_personal: yes\n  k_kinds: [face]\n", "full", None),
        ("  k_personal: unknown\n", "full", None),
        ("  k_personal: no\n  k_people: 5\n", "none", ["k_personal", "k_kinds", "k_people"]),
    ],
)
def test_threshold(tmp_path: Path, answers: str, outcome: str, scope: list[str] | None) -> None:
    """What must be known for it, what it says, and what is asked then; the heaviest outcome counts."""
    head = 'assessment: t\nformat: 1\nlanguage: ja\ntitle: t\nbanks: {kiosk: "0.1"}\nanswers:\n'
    found = opened(workspace(tmp_path, head + answers))
    assert found.questionnaire is not None
    assert threshold_questions(found.questionnaire) == ("k_personal", "k_kinds")
    result = found.score()
    decision = threshold_of(result)
    assert decision is not None
    assert decision.outcome.worst == outcome
    expected = tuple(scope if scope is not None else found.questionnaire.questions)
    assert scope_of(found.questionnaire, result, found.assessment) == expected
