"""What is still to be done, by whom, by when, and what it lowers."""

from dataclasses import replace
from pathlib import Path

from tests.work.desk import ASSESSMENT, opened, workspace
from tsukuba_pia.model.sign_off import Condition, Digests, Signatory, Signed, SignOff, SignOffs
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.plan import Task, in_order, owned_by, plan_of

MORE = """\
  k_level: per_person
  k_masking: {answer: planned, owner: city_unit, due: 2027-03-31}
  k_people: {answer: unknown, asking: 統計課, by_when: 2027-01-14}
  k_sold: no
actors:
  - {id: city_unit, name: {ja: 市民課, en: Citizens' Section}, kind: city_organ}
cooperation:
  - {request: {ja: 仕様書, en: Specification}, to: {ja: 事業者, en: Vendor}, due: 2027-01-15, state: open}
  - {request: 台帳, to: 総務課, state: answered}
  - {request: 図面, to: 総務課}
"""
PROVEN = "evidence: ['https://example.com/test'], "


def desk(folder: Path, more: str = MORE) -> Opened:
    """An assessment with things to do."""
    return opened(workspace(folder, ASSESSMENT + more))


def told(tasks: tuple[Task, ...]) -> list[tuple[str, str, str, bool]]:
    """What a test looks at."""
    return [(one.kind, one.id, one.due, one.overdue) for one in tasks]


def test_overdue_first_and_what_has_no_day_last(tmp_path: Path) -> None:
    """What is due today is not overdue; what is answered is not there."""
    assert told(plan_of(desk(tmp_path))) == [
        ("unknown", "k_people", "2027-01-14", True),
        ("request", "", "2027-01-15", False),
        ("safeguard", "k_masking", "2027-03-31", False),
        ("request", "", "", False),
    ]


def test_what_a_safeguard_lowers_by_itself(tmp_path: Path) -> None:
    """As if it were in place with its evidence: levels before and after; the owner by the actor's name."""
    (task,) = (one for one in plan_of(desk(tmp_path)) if one.kind == "safeguard")
    (leak,) = task.lowers
    assert (leak.risk, leak.level, leak.likelihood) == ("k_leak", ("high", "low"), ("significant", "limited"))
    assert leak.severity[0] == leak.severity[1]
    assert task.owner == {"ja": "市民課", "en": "Citizens' Section"}
    assert task.place == "t-1/assessment.yaml:13"


def test_identifiers_stay_when_owner_and_day_change(tmp_path: Path) -> None:
    """And no two tasks share one, also where the same is asked of the same unit twice."""
    twice = MORE + "  - {request: 図面, to: 総務課, due: 2027-02-01}\n"
    first = plan_of(desk(tmp_path / "a", twice))
    later = plan_of(desk(tmp_path / "b", twice.replace("2027-03-31", "2027-04-30").replace("city_unit, due", "x, due")))
    assert len({one.uid for one in first}) == len(first)
    assert {one.uid for one in first} == {one.uid for one in later}


def test_owners_by_part_of_their_name(tmp_path: Path) -> None:
    """In any language, whatever the width, case and blanks."""
    tasks = plan_of(desk(tmp_path))
    assert [one.id for one in owned_by(tasks, "CITIZENS'  sec")] == ["k_masking"]
    assert [one.id for one in owned_by(tasks, "市 民 課")] == ["k_masking"]
    assert in_order(reversed(tasks)) == tasks


def signed(found: Opened, *conditions: Condition) -> Opened:
    """The same, approved on conditions."""
    one = SignOff(
        "t-1", 1, 1, "approved_with_conditions", "2027-01-10", Signatory("A", "mayor"), "single", "1", "x", {},
        Digests("", ""), "pia", conditions=conditions,
    )  # fmt: skip
    return replace(found, signed=SignOffs((Signed("001", "", one),)))


def test_conditions_of_the_last_sign_off(tmp_path: Path) -> None:
    """One line where a condition is a planned safeguard, with the day that was signed; free ones, too."""
    found = desk(tmp_path)
    conditions = (
        Condition("市民課長", "2027-01-12", question="k_masking"),
        Condition("総務課", "2027-05-01", what="X"),
    )
    tasks = plan_of(signed(found, *conditions))
    assert [one for one in told(tasks) if one[0] in ("condition", "safeguard")] == [
        ("condition", "k_masking", "2027-01-12", True),
        ("condition", "", "2027-05-01", False),
    ]
    assert tasks[0].lowers
    assert tasks[0].lowers[0].risk == "k_leak"


def test_a_condition_that_is_met_is_gone(tmp_path: Path) -> None:
    """Once its safeguard is in place, with evidence; what only says so is still to be done, as `pia check` has it."""
    condition = Condition("市民課長", "2027-01-12", question="k_masking")
    for folder, evidence, wanted in (("a", "", True), ("b", "evidence: [gone.md], ", True), ("c", PROVEN, False)):
        found = desk(tmp_path / folder, MORE.replace("answer: planned, ", f"answer: implemented, {evidence}"))
        tasks = plan_of(signed(found, condition))
        assert [one.id for one in tasks if one.kind == "condition"] == (["k_masking"] if wanted else [])
