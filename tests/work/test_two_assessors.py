"""Two people's answers to one assessment side by side."""

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.terminal import run
from tests.work.desk import ASSESSMENT, DAY, workspace
from tsukuba_pia.change.assessment_diff import Moved
from tsukuba_pia.change.sides import MOMENTS, values_of
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.opening import open_assessment
from tsukuba_pia.work.two_assessors import Kind, Pair, TwoAssessors, two_assessors

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
    assert [one.question for one in two.first] == ["k_sold", "k_level"]
    assert next(one for one in two.pairs if one.question == "k_level").moves == ("", "k_leak")


ANSWERS = {
    "k_personal": ["yes", "no"], "k_kinds": ["[face]", "[name, face]", "[]", "unknown"],
    "k_level": ["counts", "per_person", "unknown"], "k_people": ["5", "500", "unknown"],
    "k_masking": ["absent", "{answer: planned, owner: o, due: 2027-03-01}"], "k_sold": ["yes", "no", "unknown"],
}  # fmt: skip
SHEETS = st.fixed_dictionaries({name: st.sampled_from(["", *values]) for name, values in ANSWERS.items()}).map(
    lambda sheet: "".join(f"  {name}: {value}\n" for name, value in sheet.items() if value) or "  k_sold: no\n"
)


def _swapped(one: Pair) -> Pair:
    """As it is from the other's side."""
    kinds: dict[Kind, Kind] = {"only_first": "only_second", "only_second": "only_first"}
    return replace(one, kind=kinds.get(one.kind, one.kind))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=SHEETS, second=SHEETS)
def test_swapping_swaps_and_nobody_differs_from_oneself(city: Path, first: str, second: str) -> None:
    """Who is called 1 matters to no figure; each cause really differs."""
    two, back = compared(city, first, second), compared(city, second, first)
    assert two.pairs == tuple(map(_swapped, back.pairs))
    assert {(one.target, one.moment, one.before, one.now, two.steps(one)) for one in two.moved} == {
        (one.target, one.moment, one.now, one.before, back.steps(one)) for one in back.moved
    }
    assert all(one.kind != "same" for one in two.pairs if one.moves)
    assert {(one.target, one.moment): (one.causes, two.causes_back(one), two.is_gap(one)) for one in two.moved} == {
        (one.target, one.moment): (back.causes_back(one), one.causes, back.is_gap(one)) for one in back.moved
    }
    assert {one.question for one in two.first} == {one.question for one in back.first}
    alone = compared(city, first, first)
    assert (alone.moved, {one.kind for one in alone.pairs} - {"same", "neither"}) == ((), set())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=SHEETS, second=SHEETS)
def test_causes_lead_to_the_other_and_nothing_smaller_does(city: Path, first: str, second: str) -> None:
    """Found by answering: a copy of one file with the named answers of the other comes out like the other."""
    two = compared(city, first, second)
    sheets = [dict(line.strip().split(": ", 1) for line in sheet.splitlines()) for sheet in (first, second)]
    for moved in two.moved:
        for own, causes in ((0, moved.causes), (1, two.causes_back(moved))):
            wanted = (moved.now, moved.before)[own]
            every = [name for name in {**sheets[0], **sheets[1]} if sheets[0].get(name) != sheets[1].get(name)]
            for names in (tuple(key[1] for key in one) for one in causes.sets):
                assert came_out(city, sheets[own], sheets[1 - own], names, moved) == wanted
            for smaller in combinations(every, len(causes.sets[0]) - 1):
                assert came_out(city, sheets[own], sheets[1 - own], smaller, moved) != wanted


def came_out(
    city: Path, own: dict[str, str], other: dict[str, str], names: tuple[str, ...], moved: Moved
) -> str | None:
    """What it comes to where one gives the other's answers to these questions."""
    mixed = {name: (other if name in names else own).get(name) for name in {**own, **other}}
    answers = "".join(f"  {name}: {value}\n" for name, value in mixed.items() if value) or "  {}\n"
    result = open_assessment(put(city, "mixed", answers), DAY).score()
    if moved.target.kind == "assessment":
        return str(getattr(result, moved.moment).worst)
    return values_of(result, moved.target)[MOMENTS.index(moved.moment) if moved.moment else 0]


def test_a_gap_is_no_disagreement(city: Path) -> None:
    """It is marked, and only where nothing else is behind it."""
    base = SAME + "  k_masking: absent\n"
    two = compared(city, base + "  k_level: counts\n  k_people: 5\n", base + "  k_level: counts\n  k_people: unknown\n")
    assert {two.is_gap(one) for one in two.moved} == {True}
    files = [str(one.opened.path) for one in (two.compared.old, two.compared.new)]
    told = run("score", *files).stdout
    assert "only one of them knows" in " ".join(told.split())
    assert "ito: not known" in told or "ito: unknown" in told
    both = compared(
        city, base + "  k_level: counts\n  k_people: 5\n", base + "  k_level: per_person\n  k_people: unknown\n"
    )
    assert {both.is_gap(one) for one in both.moved} == {False}


def test_either_way_has_its_own_causes(city: Path) -> None:
    """One answer is enough to make it worse, both are needed to make it better: both are told."""
    base = SAME + "  k_masking: absent\n"
    two = compared(city, base + "  k_level: counts\n  k_people: 5\n", base + "  k_level: per_person\n  k_people: 500\n")
    (leak,) = (one for one in two.moved if one.target.id == "k_leak" and one.moment == "current")
    assert [len(one) for one in leak.causes.sets] == [1, 1]
    assert [len(one) for one in two.causes_back(leak).sets] == [2]
    files = [str(one.opened.path) for one in (two.compared.old, two.compared.new)]
    told = " ".join(run("score", *files).stdout.split())
    assert "From sato to ito: because of" in told
    assert "From ito to sato: because of these 2 together" in told
    assert two.risks_now == (0, 1)


def test_what_stands_behind_an_answer(city: Path) -> None:
    """Notes and evidence with what differs; details of the same answer field by field."""
    first = SAME + "  k_people: 5\n  k_masking: {answer: implemented, evidence: [gone.md], note: in the device}\n"
    second = SAME + "  k_people: 5\n  k_masking: {answer: planned, owner: 業者, due: 2027-03-01}\n  k_level: counts\n"
    files = [put(city, "sato", first), put(city, "ito", second)]
    told = " ".join(run("score", *files).stdout.split())
    assert "sato: Implemented; evidence: gone.md; without valid evidence; note: in the device ito: Planned" in told
    files = [put(city, "sato", second), put(city, "ito", second.replace("業者", "担当課"))]
    told = " ".join(run("score", *files).stdout.split())
    assert "owner: sato: 業者 | ito: 担当課" in told


def test_names_that_tell_nobody_apart_are_numbers(city: Path) -> None:
    """Two folders of one name, and names that would leave no room for what is told."""
    file = put(city, "sato", SAME)
    other = city / "ito" / "sato" / "assessment.yaml"
    other.parent.mkdir(parents=True)
    other.write_bytes(file.read_bytes())
    two = two_assessors(str(file), str(other), city, DAY, city / "scratch")
    assert (two.names, two.moved) == (("1", "2"), ())
    assert (
        put(city, "ito", SAME).parent.name
        == two_assessors(str(file), str(city / "assessments" / "ito"), city, DAY, city / "scratch").names[1]
    )


def test_a_copy_without_answers_is_a_file_to_work_on(city: Path) -> None:
    """What the guide tells the second person to begin with; long lists are cut, JSON has all."""
    full = SAME + "".join(f"  {name}: {value}\n" for name, value in {
        "k_level": "counts", "k_people": "5", "k_since": "2027-04-01", "k_purpose": "案内", "k_masking": "absent",
    }.items())  # fmt: skip
    files = [put(city, "sato", full), put(city, "ito", "  {}\n")]
    whole = json.loads(run("score", *files, "--json").stdout)
    assert (whole["counts"]["only_first"], whole["counts"]["differently"]) == (8, 0)
    assert all(one["gap"] for one in whole["moved"])
    assert run("answer", files[1], "--set", "k_personal=yes").returncode == 0
    assert json.loads(run("score", *files, "--json").stdout)["counts"]["same"] == 1


def test_in_words_and_as_json(city: Path) -> None:
    """What the panel reads, in both languages, and what programs read: the same figures."""
    first = SAME + "  k_level: counts\n  k_people: 5\n  k_masking: absent\n"
    files = [put(city, "sato", first), put(city, "ito", first.replace("counts", "per_person"))]
    told = run("score", *files).stdout
    assert "Now: sato: Low | ito: High  (1 apart)" in told
    assert "because of At which level? (k_level): sato: Counts | ito: Per person" in " ".join(told.split())
    assert "Both answered 6: 5 the same, 1 differently." in told
    japanese = run("score", *files, "--lang", "ja").stdout
    assert "現在: sato: 低い | ito: 高い  (1段階の差)" in japanese
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
    ["--to", "low"], ["--verified"],
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
