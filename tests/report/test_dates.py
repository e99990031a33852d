"""Dates in words."""

import pytest

from tsukuba_pia.labels import labels
from tsukuba_pia.report.dates import day, year


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2027-04-01", "令和9年(2027年)4月1日"),
        ("2019-05-01", "令和元年(2019年)5月1日"),
        ("2019-04-30", "平成31年(2019年)4月30日"),
        ("1989-01-07", "昭和64年(1989年)1月7日"),
        ("1926-12-25", "昭和元年(1926年)12月25日"),
        ("1868-01-01", "1868年1月1日"),
    ],
)
def test_japanese_dates_have_their_era(iso: str, shown: str) -> None:
    """The first year of an era is 元年; beside it stands the year of the calendar, before the eras that one alone."""
    assert day(iso, labels("ja")["report"]["dates"]).shown == shown


def test_english_dates() -> None:
    """Day, month, year; the machine's form is kept."""
    one = day("2027-04-01", labels("en")["report"]["dates"])
    assert (one.iso, one.shown) == ("2027-04-01", "1 April 2027")


def test_years_have_their_era() -> None:
    """That of their last day: most of 2019 was 令和."""
    shown = {year(iso, labels("ja")["report"]["dates"]) for iso in ("2019-02-01", "2019-11-01")}
    assert shown == {"令和元年(2019年)"}
    assert year("2027-04-01", labels("en")["report"]["dates"]) == "2027"
    assert year("2027-04-01", labels("ja-x-easy")["report"]["dates"]) == "2027年"
