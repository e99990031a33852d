"""Numbers in the words of options."""

from decimal import Decimal

import pytest

from tsukuba_pia.lint.ranges import Range, overlap, range_in


@pytest.mark.parametrize(
    ("label", "low", "high"),
    [
        ("100人以下", None, 100),
        ("101人以上1,000人未満", 101, 1000),
        ("1万人以上10万人未満", 10_000, 100_000),
        ("10万人以上", 100_000, None),
        ("7日を超える", 7, None),
        ("100 or fewer", None, 100),
        ("101 to 999", 101, 999),
        ("10,000 people or more", 10_000, None),
        ("fewer than 5", None, 5),
        ("more than 2.5 hours", Decimal("2.5"), None),
        ("up to 30 days", None, 30),
    ],
)
def test_a_label_that_names_a_range(label: str, low: int | None, high: int | None) -> None:
    """In both languages."""
    found = range_in(label)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("label", ["保存しない", "Not kept", "72時間で消える", "Level 2"])
def test_a_label_that_names_none(label: str) -> None:
    """A number alone is no range."""
    assert range_in(label) is None


@pytest.mark.parametrize(
    ("one", "two", "shared"),
    [
        ("100人以下", "100人以上", True),
        ("100人以下", "101人以上", False),
        ("100人未満", "100人以上", False),
        ("100人を超える", "100人以下", False),
        ("1 to 10", "10 to 20", True),
        ("10 or fewer", "5 or fewer", True),
    ],
)
def test_overlap(one: str, two: str, shared: bool) -> None:
    """A bound belongs to the range that names it."""
    first, second = range_in(one), range_in(two)
    assert isinstance(first, Range)
    assert isinstance(second, Range)
    assert overlap(first, second) is shared
    assert overlap(second, first) is shared
