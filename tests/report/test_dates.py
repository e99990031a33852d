"""Dates in words."""

import pytest

from tsukuba_pia.labels import labels
from tsukuba_pia.report.dates import day, landmark


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2027-04-01", "令和9年4月1日"),
        ("2019-05-01", "令和元年5月1日"),
        ("2019-04-30", "平成31年4月30日"),
        ("1989-01-07", "昭和64年1月7日"),
        ("1926-12-25", "昭和元年12月25日"),
        ("1868-01-01", "1868年1月1日"),
    ],
)
def test_japanese_dates_have_their_era(iso: str, shown: str) -> None:
    """The first year of an era is 元年."""
    assert day(iso, labels("ja")["report"]["dates"]).shown == shown


def test_dates_to_measure_by_have_both_years() -> None:
    """The year of the era, and beside it that of the calendar; English has one."""
    assert landmark("2027-04-01", labels("ja")["report"]["dates"]).shown == "令和9年4月1日(2027年)"
    assert landmark("1868-01-01", labels("ja")["report"]["dates"]).shown == "1868年1月1日"
    assert landmark("2027-04-01", labels("en")["report"]["dates"]).shown == "1 April 2027"


def test_english_dates() -> None:
    """Day, month, year; the machine's form is kept."""
    one = day("2027-04-01", labels("en")["report"]["dates"])
    assert (one.iso, one.shown) == ("2027-04-01", "1 April 2027")
