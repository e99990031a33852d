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


def test_nobody_in_the_data_is_nobody() -> None:
    """Not one."""
    for name in ("people_largest", "people_total", "handlers"):
        assert truth({"data": name, "at_least": 1}, data=[]) is Truth.FALSE
        assert truth({"data": name, "at_least": 0}, data=[]) is Truth.TRUE


def test_all_words_of_the_vocabulary_are_words_of_it() -> None:
    """What is not among them is not there."""
    everything = [item(categories=["health", "address"])]
    assert truth({"data": "categories", "includes": "face"}, data=everything) is Truth.FALSE


def test_without_a_vocabulary_words_are_taken_as_they_are() -> None:
    """A scenario may be tried before there is one."""
    head = {"assessment": "a", "format": 1, "language": "ja", "title": "t", "banks": {}, "data_complete": "yes"}
    facts = facts_of(assessment_of(head | {"data": [item(categories=["anything"])]}), None)
    assert Judge({}, facts)(from_plain({"data": "categories", "includes": "health"})) is Truth.FALSE


def test_a_total_that_is_the_largest_file() -> None:
    """It is exact: all files are about the same people."""
    assert truth({"data": "people_total", "at_least": 100}, data=[item(people=50)], people_total=50) is Truth.FALSE


def test_an_actor_of_no_known_kind_may_be_of_any() -> None:
    """Its flow may go to the police."""
    said = {"actors": [{"id": "shop", "name": "n", "kind": "buisness"}], "flows": [{"from": "resident", "to": "shop"}]}
    assert truth({"data": "recipients", "includes": "police"}, **said) is Truth.UNKNOWN


def test_a_recipient_that_only_sounds_like_a_kind_is_no_actor() -> None:
    """Who it is was not said."""
    said: dict[str, Any] = {"actors": [], "flows": [{"from": "resident", "to": "police"}]}
    assert truth({"data": "recipients", "includes": "business"}, **said) is Truth.UNKNOWN


@pytest.mark.parametrize("actor", [{"kind": "buisness"}, {"kind": "business", "regime": "pubic"}])
def test_a_regime_of_no_known_name_may_be_any(actor: dict[str, str]) -> None:
    """Neither the actor's own nor that of its kind."""
    said = {"actors": [{"id": "shop", "name": "n", **actor}]}
    assert truth({"data": "regimes", "includes": "public"}, **said) is Truth.UNKNOWN
