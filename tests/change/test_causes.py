"""Causes: each set is replayed by other means, and all smaller sets are tried, over random banks and assessments."""

import copy
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tests.change.test_laws import edits
from tests.score.random_banks import answers_to, banks, cases, inventories
from tsukuba_pia.change.assessment_diff import assessment_diff
from tsukuba_pia.change.causes import LOOKS, Causes, Goal, causes_of
from tsukuba_pia.change.compare import Key
from tsukuba_pia.change.sides import MOMENTS, Side, values_of
from tsukuba_pia.change.slots import Given
from tsukuba_pia.model.result import ScoreResult

Plain = dict[str, Any]
DAY = "2027-01-01"
MOST = 6  # changes, so that all smaller sets can be tried
SLOW = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def side(bank: Plain, assessment: Plain, missing: frozenset[str] = frozenset()) -> Side:
    """A side of plain data."""
    return Side(questionnaire_of(bank), Given(assessment_of(assessment), DAY, missing))


def mixed(old: Plain, new: Plain, chosen: tuple[Key, ...]) -> Plain:
    """Plain data with some of the changes, put together without the code that is tested."""
    found = copy.deepcopy(old)
    for part, *name in chosen:
        if part in ("answers", "overrides"):
            found[part].pop(name[0], None)
            found[part] |= {key: one for key, one in new[part].items() if key == name[0]}
        elif part == "evidence":
            continue
        elif part == "data" and name:
            items = {one["id"]: one for one in found.get("data", [])}
            items.pop(name[0], None)
            items |= {one["id"]: one for one in new.get("data", []) if one["id"] == name[0]}
            found["data"] = list(items.values())
        elif part == "groups_excluded":
            raise AssertionError(part)
        else:
            found.pop(part, None)
            found |= {part: new[part]} if part in new else {}
    changed = [key for key in all_keys(old, new) if key[0] == "data"]
    if "data" in found and not found["data"] and changed and all(key in chosen for key in changed):
        found.pop("data")
        found |= {"data": new["data"]} if "data" in new else {}
    return found


def all_keys(old: Plain, new: Plain) -> list[Key]:
    """All changes that scoring may read, by plain comparison."""
    said, before = new["answers"], old["answers"]
    found: list[Key] = [("answers", name) for name in said | before if said.get(name) != before.get(name)]
    raised, were = new["overrides"], old["overrides"]
    found += [("overrides", name) for name in raised | were if raised.get(name) != were.get(name)]
    one, other = ({item["id"]: item for item in plain.get("data", [])} for plain in (old, new))
    found += [("data", name) for name in dict.fromkeys([*other, *one]) if one.get(name) != other.get(name)]
    if not one and not other and ("data" in old) != ("data" in new):
        found.append(("data",))
    if old.get("data_complete") != new.get("data_complete"):
        found.append(("data_complete",))
    return found


def worst(result: ScoreResult) -> Iterator[tuple[tuple[str, str, str], str | None]]:
    """Everything that can move."""
    for moment in MOMENTS:
        yield ("assessment", "", moment), getattr(result, moment).worst
    for risk in result.risks.values():
        for moment in MOMENTS:
            yield ("risk", risk.id, moment), getattr(risk, moment).worst
    for line in result.red_lines.values():
        yield ("red_line", line.id, ""), line.state
    for decision in result.decisions.values():
        yield ("decision", decision.id, ""), decision.outcome.worst


LEVELS = ("low", "medium", "high", "very_high")
OVERRIDES = st.dictionaries(
    st.just("x_r0"),
    st.builds(
        lambda level, computed: {
            "level": level,
            "computed": computed,
            "because": "b",
            "by": "p",
            "post": "q",
            "on": DAY,
        },
        st.sampled_from(LEVELS),
        st.sampled_from(LEVELS),
    ),
)


def lists(assessment: Plain) -> bool:
    """Whether any answer lists the one piece of evidence that there is."""
    return any("e" in one.get("evidence", []) for one in assessment["answers"].values() if isinstance(one, dict))


@pytest.mark.slow
@SLOW
@given(cases(), st.data())
def test_each_smallest_set_moves_it_and_no_smaller_one_does(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """Everything changes at random; mixtures are put together as plain data and scored as a whole."""
    bank, old = case
    old["overrides"] = data.draw(OVERRIDES)
    new = {key: one for key, one in old.items() if key not in ("data", "data_complete")}
    new |= {"answers": data.draw(answers_to(bank)), **data.draw(inventories()), "overrides": data.draw(OVERRIDES)}
    new = mixed(old, new, tuple(all_keys(old, new)[-MOST:]))
    gone = tuple(data.draw(st.sampled_from([frozenset(), frozenset({"e"})])) for _ in range(2))
    both = lists(old) and lists(new)
    every = all_keys(old, new) + ([("evidence", "e")] if both and gone[0] != gone[1] else [])

    def missing(chosen: tuple[Key, ...]) -> frozenset[str]:
        return gone[("evidence", "e") in chosen] if both else gone[0 if lists(old) else 1]

    found = assessment_diff(side(bank, old, gone[0]), side(bank, new, gone[1]))
    scores = {
        chosen: dict(worst(side(bank, mixed(old, new, chosen), missing(chosen)).score()))
        for size in range(len(every) + 1)
        for chosen in combinations(every, size)
    }
    before, now = scores[()], scores[tuple(every)]
    told = {(one.target.kind, one.target.id, one.moment): one for one in found.moved}
    assert told.keys() == {key for key in now if now[key] != before[key]}
    for key, moved in told.items():
        doing = {frozenset(chosen) for chosen, levels in scores.items() if levels[key] == now[key]}
        size = min(map(len, doing))
        smallest = {one for one in doing if len(one) == size}
        sets = {frozenset(one) for one in moved.causes.sets}
        assert moved.causes.decided
        assert sets <= smallest
        assert moved.causes.more == (len(smallest) > len(sets))
        assert len(sets) == min(3, len(smallest))


@pytest.mark.slow
@SLOW
@given(cases(), st.data())
def test_all_changes_together_are_the_other_side(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """Also where the banks differ: by an edit, or altogether."""
    bank, old = case
    other = data.draw(st.one_of(st.just(bank), edits(bank), banks()))
    new = old | {"answers": data.draw(answers_to(other)), **data.draw(inventories())}
    new["groups_excluded"] = data.draw(st.sampled_from([[], old["groups_excluded"]]))
    missing = data.draw(st.sampled_from([frozenset(), frozenset({"e"})]))
    found = assessment_diff(side(bank, old), side(other, new, missing))
    replay = found.replay
    assert replay.possible() or other is not bank
    for target in replay.targets if replay.possible() else ():
        before, now = (values_of(result, target) for result in found.results)
        assert replay.values(target, frozenset()) == before
        assert replay.values(target, frozenset(replay.units(target))) == now


@pytest.mark.slow
@SLOW
@given(cases(), st.data())
def test_what_an_edit_of_the_bank_did_is_told_by_its_places(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """The same answers under another bank: every cause is a place of the bank."""
    bank, assessment = case
    other = data.draw(edits(bank))
    found = assessment_diff(side(bank, assessment), side(other, assessment))
    assert found.changes == ()
    for moved in found.moved:
        assert moved.causes.decided
        assert all(key[0] == "bank" for one in moved.causes.sets for key in one)


@SLOW
@given(cases())
def test_with_itself_nothing_moves(case: tuple[Plain, Plain]) -> None:
    """And nothing changed, whatever the order of answers."""
    bank, assessment = case
    turned = assessment | {"answers": dict(reversed(assessment["answers"].items()))}
    found = assessment_diff(side(bank, assessment), side(bank, turned))
    assert (found.changes, found.moved, dict(found.replay.slots.units)) == ((), (), {})


def needs(*sets: set[int], of: int) -> Goal:
    """A goal that is reached where all of one of these sets is chosen."""
    units = tuple((str(number),) for number in range(of))
    wanted = [frozenset((str(number),) for number in one) for one in sets]
    return Goal(units, lambda chosen: any(one <= chosen for one in wanted), lambda _chosen: frozenset(units))


def test_three_alternatives_at_most() -> None:
    """The first in the order of changes; it is said that there are more."""
    found = causes_of(needs({0, 1}, {2, 3}, {4, 5}, {6, 7}, {8, 9, 1}, of=12))
    assert [[int(key[0]) for key in one] for one in found.sets] == [[0, 1], [2, 3], [4, 5]]
    assert found.more
    assert not causes_of(needs({3}, {1, 2}, of=4)).more


def test_too_many_sets_are_not_decided() -> None:
    """It is said how far all were tried, and which changes are enough together."""
    found = causes_of(needs(set(range(10, 20)), of=40))
    assert not found.decided
    assert found.none_up_to == next(size for size in range(9) if sets_up_to(size + 1, 40) > LOOKS)
    assert [int(key[0]) for key in found.enough] == list(range(10, 20))


def sets_up_to(size: int, of: int) -> int:
    """How many sets there are."""
    return sum(1 for one in range(1, size + 1) for _ in combinations(range(of), one))


def test_what_cannot_be_replayed_has_no_causes() -> None:
    """Nothing is claimed."""
    assert causes_of(None) == Causes()
    assert causes_of(Goal((("a",),), lambda _chosen: False, lambda _chosen: frozenset())) == Causes()
