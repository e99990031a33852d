"""Causes of an index's band: each set is replayed by other means, and all smaller ones are tried."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tests.score.test_indices import METHOD, choice
from tsukuba_pia.change.assessment_diff import assessment_diff
from tsukuba_pia.change.sides import Side
from tsukuba_pia.change.slots import Given

Plain = dict[str, Any]
BANDS = [
    {"id": one, "label": one, "up_to_share": share} for one, share in (("i", "0.25"), ("ii", "0.5"), ("iii", "0.75"))
]
QUESTIONS = {
    "x_s": [choice("x_a", 0, 1, 3), choice("x_b", 0, 2, 4), choice("x_c", 1, 1, 2, several=True)],
    "x_t": [choice("x_d", 0, 5)],
}


def bank(points_of_a: int = 3) -> Plain:
    """Two sections, the second asked only after an answer in the first; a raw score and one that is lowered."""
    first = [choice("x_a", 0, 1, points_of_a), *QUESTIONS["x_s"][1:]]
    when = {"question": "x_a", "is": "c"}
    sections = [
        {"id": "x_s", "title": "s", "questions": first},
        {"id": "x_t", "title": "t", "questions": QUESTIONS["x_t"], "ask_when": when},
    ]
    bands = [*BANDS, {"id": "iv", "label": "iv"}]
    indices = [{"id": "x_raw", "points_of": ["x_s", "x_t"], "bands": bands}]
    head = {"bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja"], "title": "x"}
    return {**head, "method": METHOD, "sections": sections, "risks": [], "indices": indices}


def side(answers: Plain, plain: Plain | None = None) -> Side:
    """A side with these answers."""
    head = {"assessment": "a", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"}}
    return Side(questionnaire_of(plain or bank()), Given(assessment_of(head | {"answers": answers}), "2027-01-01"))


def band(answers: Plain) -> str | None:
    """The band, worked out as a whole."""
    return side(answers).score().indices["x_raw"].highest_band


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "x_a": st.sampled_from("abc"),
        "x_b": st.sampled_from("abc"),
        "x_c": st.lists(st.sampled_from("abc"), unique=True),
        "x_d": st.sampled_from("ab"),
    },
)


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(ANSWERS, ANSWERS)
def test_each_smallest_set_moves_the_band(old: Plain, new: Plain) -> None:
    """All mixtures of the answers, put together as plain data."""
    names = [name for name in dict.fromkeys([*new, *old]) if old.get(name) != new.get(name)]

    def mixed(chosen: tuple[str, ...]) -> Plain:
        kept = {name: one for name, one in old.items() if name not in chosen}
        return kept | {name: new[name] for name in chosen if name in new}

    found = [one for one in assessment_diff(side(old), side(new)).moved if one.target.kind == "index"]
    assert bool(found) == (band(old) != band(new))
    if found:
        every = [chosen for size in range(len(names) + 1) for chosen in combinations(names, size)]
        doing = [frozenset(one) for one in every if band(mixed(one)) == band(new)]
        smallest = {one for one in doing if len(one) == min(map(len, doing))}
        sets = {frozenset(key[1] for key in one) for one in found[0].causes.sets}
        assert sets <= smallest
        assert len(sets) == min(3, len(smallest))


def test_other_points_are_not_mixed() -> None:
    """Where the bank itself counts otherwise, no answer is named as the cause."""
    answers = {"x_a": "c", "x_b": "a", "x_c": ["a"], "x_d": "a"}
    found = assessment_diff(side(answers), side(answers, bank(30))).moved
    assert [(one.target.id, one.causes.decided) for one in found] == [("x_raw", False)]
