"""Benefit beside risk: per group what it gains and what it bears."""

from tests.report.robot import plain_assessment, report_of
from tsukuba_pia.report.parts import GroupView


def views(plain: dict[str, object] | None = None) -> dict[str, GroupView]:
    """The groups of a report by their names."""
    return {one.group.label.words: one for one in report_of(plain).groups}


def test_everyone_else_comes_last_and_gains_stand_by_the_group() -> None:
    """A benefit that names a group by its id is the group's."""
    groups = report_of().groups
    assert [one.group.id for one in groups] == ["children", "everyone"]
    assert [said.words for said in groups[0].gains] == ["早く届きます。"]


def test_a_group_that_is_hit_harder_says_so() -> None:
    """Training would make it likely for children; nobody knows yet, so it counts."""
    changed = plain_assessment()
    changed["answers"]["s_depots"] = "one"
    missing = frozenset({"evidence/mask.md", "CANARY-EVIDENCE.md"})
    report = report_of(changed, audience="internal", missing=missing)
    children, everyone = report.groups
    assert [one.heavier for one in children.bears] == [True]
    assert children.worst.rank > everyone.worst.rank
    assert children.worst == report.risks[0].levels.current.worst
    assert report.risks[0].worst_group.id == "children"
    public = report_of(changed, missing=missing)
    assert (public.risks[0].worst_group.id, public.risks[0].groups) == ("withheld", ()), "a safeguard is withheld"
    assert {(one.worst, one.heavier) for one in public.groups} == {(children.worst, 0)}


def test_people_in_words_bear_what_everyone_does() -> None:
    """Two benefits of the same people stand together; a group is told before them."""
    changed = plain_assessment()
    changed["service"]["benefits"] = [
        {"for": "地域の店", "what": "注文が増えます。"},
        {"for": "地域の店", "what": "配達が要りません。"},
        {"for": "子ども連れ", "group": "children", "what": "待ちません。"},
    ]
    groups = report_of(changed).groups
    assert [(one.group.id, one.group.label.words) for one in groups] == [
        ("children", "子ども"), ("", "地域の店"), ("everyone", "そのほかのすべての人"),
    ]  # fmt: skip
    assert len(groups[1].gains) == 2
    assert groups[1].bears == groups[2].bears


def test_a_gain_never_lowers_what_is_borne() -> None:
    """Never netted: the same burdens with and without the benefit."""
    changed = plain_assessment()
    changed["service"]["benefits"] = []
    assert views(changed).get("子ども") is None
    assert views()["そのほかのすべての人"].bears == views(changed)["すべての人"].bears


def test_a_level_raised_by_hand_holds_for_every_group() -> None:
    """An override raises the risk, so each group bears at least that."""
    changed = plain_assessment()
    changed["answers"]["s_depots"] = "one"
    computed = report_of(changed).risks[0].levels.current.worst.id
    changed["overrides"] = {
        "s_leak": {"level": "high", "computed": computed, "because": "x", "by": "y", "post": "z", "on": "2026-11-20"}
    }
    assert {one.worst.id for one in report_of(changed).groups} == {"high"}


def test_a_risk_that_does_not_apply_is_borne_by_nobody() -> None:
    """Numbers are those of the list of risks."""
    report = report_of()
    assert {(burden.number, burden.id) for one in report.groups for burden in one.bears} == {
        (risk.number, risk.id) for risk in report.risks
    }
