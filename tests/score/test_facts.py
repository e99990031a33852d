"""Facts: what is said wrongly about the data never counts as less."""

from typing import Any

import pytest

from tests.cases import assessment_of, labelled
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.condition import from_plain
from tsukuba_pia.model.result import Truth
from tsukuba_pia.model.vocabulary import Vocabulary
from tsukuba_pia.score.conditions import Judge
from tsukuba_pia.score.facts import facts_of

VOCABULARY = build(Vocabulary, {
    "vocabulary": "v", "version": "1.0", "status": "draft", "languages": ["ja"],
    "categories": labelled(["health", "address"]), "constituencies": labelled(["resident"]),
    "actor_kinds": labelled(["business", "police"]), "regimes": labelled(["public"]),
})  # fmt: skip


def truth(condition: dict[str, Any], **said: Any) -> Truth:  # noqa: ANN401 - whatever an assessment says
    """Whether a condition holds where the data is said to be complete."""
    head = {"assessment": "a", "format": 1, "language": "ja", "title": "t", "banks": {}, "data_complete": "yes"}
    return Judge({}, facts_of(assessment_of(head | said), VOCABULARY))(from_plain(condition))


def item(**said: Any) -> dict[str, Any]:  # noqa: ANN401
    """A data item."""
    return {"id": "d", "name": "n"} | said


@pytest.mark.parametrize(("categories", "expected"), [
    (["address"], Truth.FALSE), ([], Truth.FALSE), (["helth"], Truth.UNKNOWN), (["health", "x"], Truth.TRUE),
])  # fmt: skip
def test_a_word_that_is_no_category_may_be_any(categories: list[str], expected: Truth) -> None:
    """A misspelt category does not say that there is no health data."""
    assert truth({"data": "categories", "includes": "health"}, data=[item(categories=categories)]) is expected


@pytest.mark.parametrize(("people", "stated", "expected"), [
    ([50, 60], None, Truth.TRUE), ([50, 60], 70, Truth.FALSE),
    ([500], 5, Truth.TRUE), ([500, -450], None, Truth.TRUE), ([50, -10], None, Truth.UNKNOWN),
    ([50], -1, Truth.FALSE), (["unknown"], 5, Truth.FALSE),
])  # fmt: skip
def test_a_total_is_never_less_than_its_parts(people: list[Any], stated: int | None, expected: Truth) -> None:
    """A total below one file, and fewer than nobody, are slips of the pen."""
    items = [item(id=f"d{number}", people=count) for number, count in enumerate(people)]
    more = {} if stated is None else {"people_total": stated}
    assert truth({"data": "people_total", "at_least": 100}, data=items, **more) is expected


@pytest.mark.parametrize(
    ("to", "expected"), [("shop", Truth.FALSE), ("resident", Truth.FALSE), ("shpo", Truth.UNKNOWN)]
)
def test_a_recipient_of_no_known_kind_may_be_of_any(to: str, expected: Truth) -> None:
    """Only actors and residents are known."""
    actors = [{"id": "shop", "name": "n", "kind": "business"}]
    flows = [{"from": "resident", "to": to}]
    assert truth({"data": "recipients", "includes": "police"}, actors=actors, flows=flows) is expected
