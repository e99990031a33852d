"""Dates and article numbers in words."""

import pytest

from tsukuba_pia.labels import labels
from tsukuba_pia.report.articles import article
from tsukuba_pia.report.dates import day


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


def test_english_dates() -> None:
    """Day, month, year; the machine's form is kept."""
    one = day("2027-04-01", labels("en")["report"]["dates"])
    assert (one.iso, one.shown) == ("2027-04-01", "1 April 2027")


@pytest.mark.parametrize(
    ("written", "ja", "en"),
    [
        ("69", "第69条", "art. 69"),
        ("66(2)", "第66条第2項", "art. 66(2)"),
        ("28-2", "第28条の2", "art. 28-2"),
        ("69(2)(ix)", "第69条第2項第9号", "art. 69(2)(ix)"),
        ("129-2(1)(xiv)", "第129条の2第1項第14号", "art. 129-2(1)(xiv)"),
        ("附則", "附則", "附則"),
        (None, "", ""),
    ],
)
def test_articles(written: str | None, ja: str, en: str) -> None:
    """Paragraphs and items have names in Japanese; what is no number stands as it is."""
    assert article(written, labels("ja")["report"]["articles"]) == ja
    assert article(written, labels("en")["report"]["articles"]) == en
