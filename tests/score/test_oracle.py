"""The engine against the oracle: the same semantics in SQL, over random cases. `make oracle` takes 10,000 of them."""

import copy
import json
from functools import cache
from typing import Any

import pytest

from tests.score.oracle.making import Maker
from tests.score.oracle.shares import MINIMUM, Shares
from tests.score.oracle.telling import Batch, Oracle, compared, differences, scored, told
from tests.score.test_conformance import AGREED, CASES

FEW = 300


@cache
def few() -> Batch:
    """The first cases."""
    return compared(0, FEW)


def test_no_difference_between_the_tables_and_the_engine() -> None:
    """Asked, facts, levels per group, red lines, decisions, indices: all the same."""
    assert few().differences == {}
    assert few().cases == FEW


def test_every_construct_has_its_share() -> None:
    """Of a few cases a quarter of the minimum; `make oracle` holds the whole. No construct is without a minimum."""
    shares = Shares()
    shares.add(few().cases, few().constructs)
    assert shares.too_rare(part=0.25) == []
    assert set(shares.found) <= {name for names in MINIMUM.values() for name in names}


def test_the_tables_give_what_the_contract_says() -> None:
    """The cases of the contract and our own by both sides, so that the oracle is held to them as well."""
    cases = dict(enumerate(json.loads(path.read_text(encoding="utf-8")) for path in (*CASES, *AGREED)))
    expected = Oracle(cases).told()
    assert {number: differences(expected[number], told(scored(case))) for number, case in cases.items()} == {
        number: [] for number in cases
    }


def test_a_case_is_the_same_each_time() -> None:
    """A number names it."""
    assert Maker(7).case() == Maker(7).case() != Maker(8).case()


def changed(case: dict[str, Any], kind: str) -> dict[str, Any]:
    """A case in which one thing is otherwise."""
    other = copy.deepcopy(case)
    match kind:
        case "answers":
            other["assessment"]["answers"] = {}
        case "matrix":
            method = other["bank"]["method"]
            method["matrix"] = {name: [method["levels"][0]] * len(row) for name, row in method["matrix"].items()}
        case "day":
            other["as_of"] = "2029-01-01"
        case "inventory":
            other["assessment"] = other["assessment"] | {"data_complete": "no"}
        case "groups":
            other["assessment"]["groups_excluded"] = []
    return other


@pytest.mark.parametrize("kind", ["answers", "matrix", "day", "inventory", "groups"])
def test_a_difference_would_be_seen(kind: str) -> None:
    """Where one side is given something else, the comparison says so in some case."""
    cases = {number: Maker(number).case() for number in range(40)}
    expected = Oracle({number: changed(case, kind) for number, case in cases.items()}).told()
    assert any(differences(expected[number], told(scored(case))) for number, case in cases.items())
