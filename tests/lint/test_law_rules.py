"""Cases of the rules about law: who cites what, whether it is in force, and when somebody should look again."""

import pytest

from tests.lint.frame import found_in
from tests.lint.marked import check
from tests.lint.pages import Example
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.vocabulary import Reference

ACTORS = """
actors:
  - {id: city, name: 担当課, kind: city_organ, regime: appi_chapter_5}
  - {id: maker, name: 機器の会社, kind: business}
  - {id: helper, name: 委託先, kind: contractor_of_city, refs: [appi-61, appi-27]}
"""


def reference(**keys: object) -> Reference:
    """A reference as a list holds it."""
    plain = {"id": "r", "law": "法", "title": "条", "kind": "statute", "regime": "any", "class": "law"}
    return build(Reference, {**plain, "status": "in_force", "checked": True, **keys})


# ------------------------------------------------------------------------------------------------- the wrong chapter


def test_who_may_cite_which_chapter() -> None:
    """A city organ chapter 5, a business chapter 4, a contractor both, the assembly neither."""
    check(
        """
actors:
  - {id: city, name: 担当課, kind: city_organ, refs: [appi-61, appi-27, camera-guide]}  # PIA310 at appi-27
  - {id: maker, name: 会社, kind: business, refs: [appi-61, appi-27]}  # PIA310 at appi-61
  - {id: helper, name: 委託先, kind: contractor_of_city, refs: [appi-61, appi-27]}
  - {id: council, name: 市議会, kind: assembly, refs: [appi-61, appi-27]}  # PIA310 at appi-61; PIA310 at appi-27
""",
        kind="assessment",
    )


def test_a_regime_that_does_not_go_with_the_kind() -> None:
    """At the regime."""
    check(
        """
actors:
  - {id: city, name: 担当課, kind: city_organ, regime: appi_chapter_4}  # PIA310 at appi_chapter_4
  - {id: helper, name: 委託先, kind: contractor_of_city, regime: appi_chapter_4}
""",
        kind="assessment",
    )


def test_of_a_flow_the_giver_counts_for_a_duty_of_givers() -> None:
    """Other provisions may be those of either end, as are all where the giver is no actor."""
    check(
        f"""{ACTORS}
flows:
  - {{from: city, to: maker, items: [trips], basis: [appi-27]}}  # PIA310 at appi-27
  - {{from: maker, to: city, items: [trips], basis: [appi-27, appi-61]}}
  - {{from: resident, to: maker, items: [trips], basis: [appi-61]}}  # PIA310 at appi-61
  - {{from: resident, to: city, items: [trips], basis: [appi-27, appi-61]}}  # PIA310 at appi-27
  - {{from: resident, to: someone, items: [trips], basis: [appi-61, appi-27]}}
""",
        kind="assessment",
    )


def test_elsewhere_any_actor_will_do() -> None:
    """Bases of data, linkage and provision are not tied to one actor."""
    check(
        """
actors:
  - {id: city, name: 担当課, kind: city_organ}
data:
  - id: trips
    name: 利用の記録
    categories: [location]
    lifecycle: {use: {basis: [appi-61]}, share: {basis: [appi-27]}}  # PIA310 at appi-27
""",
        kind="assessment",
    )
    check("data: [{id: trips, name: 記録, lifecycle: {share: {basis: [appi-27]}}}]\n", kind="assessment")


def test_a_kind_that_is_not_there_is_told_once() -> None:
    """An unknown kind may be under anything."""
    check(
        "actors: [{id: city, name: 課, kind: cty_organ, refs: [appi-27]}]  # PIA415 at cty_organ\n", kind="assessment"
    )


# -------------------------------------------------------------------------------------------------- not in force


@pytest.mark.parametrize(
    ("keys", "day", "holds"),
    [
        ({}, "2027-04-01", True),
        ({"effective_from": "2027-04-01"}, "2027-04-01", True),
        ({"effective_from": "2027-04-02"}, "2027-04-01", False),
        ({"status": "enacted_not_in_force"}, "2027-04-01", False),
        ({"status": "enacted_not_in_force", "effective_from": "2027-04-01"}, "2027-04-01", True),
        ({"status": "enacted_not_in_force", "effective_from": "2028-04-01"}, "2027-04-01", False),
        ({"status": "repealed"}, "2027-04-01", False),
        ({"status": "repealed", "repealed_on": "2027-04-02"}, "2027-04-01", True),
        ({"repealed_on": "2027-04-01"}, "2027-04-01", False),
        ({"status": "draft", "effective_from": "2020-01-01"}, "2027-04-01", False),
    ],
)
def test_in_force_on_a_day(keys: dict[str, object], day: str, *, holds: bool) -> None:
    """By status and dates; a date that is not known has not come."""
    assert reference(**keys).in_force(day) is holds


def test_words_for_each_way_not_to_be_in_force() -> None:
    """Repealed, and passed without a date; at every place where a basis can stand."""
    item = "{item: 記録, nature: voluntary, consequence: nothing, basis: [old-ordinance, appi-2026-faces]}"
    found = found_in(Example("assessment", f"provision: [{item}]\n"))
    assert [(one.code, message_of(one, "en")) for one in found] == [
        ("PIA311", "“old-ordinance” has been repealed and cannot be relied on on 2027-04-01."),
        ("PIA311", "“appi-2026-faces” has no date of entry into force and cannot be relied on on 2027-04-01."),
    ]


# --------------------------------------------------------------------------------------------------- a new look


@pytest.mark.parametrize(
    ("keys", "due"),
    [
        ({}, None),
        ({"checked_on": "2026-11-23"}, "2028-11-23"),
        ({"checked_on": "2026-11-23", "look_again_on": "2027-01-14"}, "2027-01-14"),
        ({"checked": False, "look_again_on": "2027-01-14"}, "2027-01-14"),
    ],
)
def test_when_a_reference_comes_due(keys: dict[str, object], due: str | None) -> None:
    """On the day it names, else two years after it was checked."""
    assert reference(**keys).due_on == due


def test_due_references_are_told_where_they_are_cited_first() -> None:
    """Once a bank; what was to come into force weighs more; the day itself counts."""
    law = "law: {ja: 法, en: Act}, title: {ja: 条, en: Art}, kind: statute, regime: any, class: law"
    text = f"""
references:
  - {{id: x-old, {law}, status: in_force, checked: true, checked_on: "2025-04-01"}}
  - {{id: x-new, {law}, status: enacted_not_in_force, effective_from: "2027-04-01", checked: false}}
  - {{id: x-next, {law}, status: in_force, checked: true, checked_on: "2025-04-02"}}
red_lines:
  - id: x_no_sale
    refs: [x-next, x-old]  # PIA312 at x-old
  - id: x_no_other
    refs: [x-old, x-new]  # PIA312 at x-new
    waivable_by: nobody
  - id: x_no_more
    refs: [old-ordinance]  # PIA312 at old-ordinance
"""
    check(text)
    assert [one.level for one in found_in(Example("bank", text))] == ["note", "warning", "warning"]


def test_a_list_that_says_more_of_a_reference_than_can_be() -> None:
    """Checked on no day it would never come due; what is still to come into force is not in force."""
    law = "law: {ja: 法, en: Act}, title: {ja: 条, en: Art}, kind: statute, regime: any, class: law, status: in_force"
    text = f"""
references:
  - {{id: x-undated, {law}, checked: true}}
  - {{id: x-again, {law}, checked: true, look_again_on: "2027-04-02"}}
  - {{id: x-unread, {law}, checked: false}}
  - {{id: x-ahead, {law}, checked: false, effective_from: "2027-04-02"}}
  - {{id: x-begun, {law}, checked: false, effective_from: "2027-04-01"}}
red_lines:
  - id: x_no_sale
    refs: [x-again, x-undated, x-unread]  # PIA312 at x-undated
  - id: x_no_other
    refs: [x-begun, x-ahead]  # PIA312 at x-ahead
    waivable_by: nobody
"""
    check(text)
    assert [(one.level, message_of(one, "en")) for one in found_in(Example("bank", text))] == [
        ("note", "The reference “x-undated” is said to have been checked, but not when."),
        ("warning", "The reference “x-ahead” is listed as in force, but comes into force on 2027-04-02."),
    ]
