"""Two people's answers to one assessment side by side."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.terminal import run
from tests.work.desk import ASSESSMENT, DAY, workspace
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.two_assessors import TwoAssessors, two_assessors

TEAM = "team: [{role: author, name: NAME}]\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A workspace."""
    workspace(tmp_path)
    return tmp_path


def put(city: Path, name: str, answers: str, head: str = ASSESSMENT.partition("# people")[0]) -> Path:
    """Somebody's copy of the assessment with these answers."""
    file = city / "assessments" / name / "assessment.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{head}{TEAM.replace('NAME', name)}answers:\n{answers}", encoding="utf-8")
    return file


def compared(city: Path, first: str, second: str) -> TwoAssessors:
    """Both sides of two people's answers."""
    files = [put(city, name, answers) for name, answers in (("sato", first), ("ito", second))]
    return two_assessors(str(files[0]), str(files[1]), city, DAY, city / "scratch")


SAME = "  k_personal: yes\n  k_kinds: [name]\n  k_sold: no\n"


def test_who_knows_what(city: Path) -> None:
    """A gap of knowledge is no disagreement; other details of the same answer are told apart."""
    planned = "  k_masking: {answer: planned, owner: 担当課, due: 2027-03-01}\n"
    two = compared(
        city,
        SAME + planned + "  k_level: counts\n  k_people: 5\n",
        SAME
        + planned.replace("担当課", "業者")
        + "  k_level: per_person\n  k_people: unknown\n  k_since: 2027-04-01\n",
    )
    assert {one.question: one.kind for one in two.pairs} == {
        "k_personal": "same", "k_kinds": "same", "k_level": "differently", "k_people": "only_first",
        "k_since": "only_second", "k_purpose": "neither", "k_masking": "details", "k_sold": "same",
    }  # fmt: skip


def test_asked_of_one_only(city: Path) -> None:
    """Where another answer decides that a question is asked, nobody disagrees on it."""
    two = compared(city, "  k_personal: no\n", SAME)
    assert {one.question for one in two.pairs if one.kind == "asked_of_one"} >= {"k_kinds", "k_level"}


def test_red_lines_then_the_widest(city: Path) -> None:
    """With how many steps they are apart, and what to talk about first."""
    first = SAME + "  k_level: counts\n  k_people: 5\n  k_masking: absent\n"
    two = compared(city, first, first.replace("k_sold: no", "k_sold: yes").replace("counts", "per_person"))
    assert [one.target.id for one in two.moved if one.moment in ("", "current")] == ["", "k_red_sale", "k_leak"]
    assert {two.steps(one) for one in two.moved} == {1}
    assert [one.question for one in two.first] == ["k_level", "k_sold"]
    assert next(one for one in two.pairs if one.question == "k_level").moves == ("", "k_leak")


ANSWERS = {
    "k_personal": ["yes", "no"], "k_kinds": ["[face]", "[name, face]", "[]", "unknown"],
    "k_level": ["counts", "per_person", "unknown"], "k_people": ["5", "500", "unknown"],
    "k_masking": ["absent", "{answer: planned, owner: o, due: 2027-03-01}"], "k_sold": ["yes", "no", "unknown"],
}  # fmt: skip
SHEETS = st.fixed_dictionaries({name: st.sampled_from(["", *values]) for name, values in ANSWERS.items()}).map(
    lambda sheet: "".join(f"  {name}: {value}\n" for name, value in sheet.items() if value) or "  k_sold: no\n"
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=SHEETS, second=SHEETS)
def test_swapping_swaps_and_nobody_differs_from_oneself(city: Path, first: str, second: str) -> None:
    """Who is called 1 matters to no figure; each cause really differs."""
    two, back = compared(city, first, second), compared(city, second, first)
    swapped = {"only_first": "only_second", "only_second": "only_first"}
    assert [(one.question, swapped.get(one.kind, one.kind)) for one in two.pairs] == [
        (one.question, one.kind) for one in back.pairs
    ]
    assert {(one.target, one.moment, one.before, one.now, two.steps(one)) for one in two.moved} == {
        (one.target, one.moment, one.now, one.before, back.steps(one)) for one in back.moved
    }
    assert all(one.kind != "same" for one in two.pairs if one.moves)
    alone = compared(city, first, first)
    assert (alone.moved, {one.kind for one in alone.pairs} - {"same", "neither"}) == ((), set())


def test_in_words_and_as_json(city: Path) -> None:
    """What the panel reads, in both languages, and what programs read: the same figures."""
    first = SAME + "  k_level: counts\n  k_people: 5\n  k_masking: absent\n"
    files = [put(city, "sato", first), put(city, "ito", first.replace("counts", "per_person"))]
    told = run("score", *files).stdout
    assert "Now: 1 Low | 2 High  (1 apart)" in told
    assert "because of At which level? (k_level): Counts → Per person" in " ".join(told.split())
    assert "Both answered 6: 5 the same, 1 differently." in told
    japanese = run("score", *files, "--lang", "ja").stdout
    assert "現在: 1 低い | 2 高い  (1段階の差)" in japanese
    assert all(
        sum(2 if ord(one) > 0x2E80 else 1 for one in line) <= 80 for line in japanese.splitlines() if "/" not in line
    )
    whole = json.loads(run("score", *files, "--json").stdout)
    assert (whole["counts"]["same"], whole["counts"]["differently"], whole["first"]) == (5, 1, ["k_level"])
    assert [one["authors"] for one in whole["sides"]] == [["sato"], ["ito"]]
    assert {(one["first"], one["second"], one["steps"]) for one in whole["moved"]} == {("low", "high", 1)}


def test_only_one_assessment_by_the_same_banks(city: Path) -> None:
    """Else there is another command for it, which is named."""
    one = put(city, "sato", SAME)
    other = put(city, "ito", SAME, ASSESSMENT.partition("# people")[0].replace("t-1", "t-2"))
    with pytest.raises(Problem) as caught:
        two_assessors(str(one), str(other), city, DAY, city / "scratch")
    assert caught.value.code == "not_one_assessment"
    bank = city / "questionnaires/kiosk/0.1.yaml"
    bank.with_name("0.2.yaml").write_text(bank.read_text("utf-8").replace('"0.1"', '"0.2"'), encoding="utf-8")
    other = put(city, "ito", SAME, ASSESSMENT.partition("# people")[0].replace('"0.1"', '"0.2"'))
    with pytest.raises(Problem) as caught:
        two_assessors(str(one), str(other), city, DAY, city / "scratch")
    assert caught.value.code == "not_the_same_banks"
    assert "pia migrate" in run("score", one, other).stderr


def test_both_files_broken_are_told_at_once(city: Path) -> None:
    """Each with its line."""
    files = [put(city, "sato", SAME + "nonsense: 1\n"), put(city, "ito", "  k_sold: [\n")]
    done = run("score", *files)
    assert done.returncode == 2
    assert all(f"{file}:" in done.stderr for file in files)


@pytest.mark.parametrize("option", [
    ["--risk", "k_leak"], ["--advise"], ["--what-if", "k_sold=no"], ["--fail-on", "low"], ["--unknowns"],
])  # fmt: skip
def test_what_looks_at_one_is_refused(city: Path, option: list[str]) -> None:
    """Named, rather than left out silently."""
    done = run("score", put(city, "sato", SAME), put(city, "ito", SAME), *option)
    assert (done.returncode, option[0] in done.stderr) == (2, True)


def test_hostile_answers_stay_text(city: Path) -> None:
    """What a file says reaches the screen without its escapes."""
    files = [put(city, name, f'{SAME}  k_purpose: "\\e[31m{name}\\u202e"\n') for name in ("sato", "ito")]
    told = run("score", *files).stdout
    assert "\x1b" not in told
    assert "\u202e" not in told
