"""Days as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tsukuba_pia.load.typed_day import is_open, typed_day


@pytest.mark.parametrize(
    "text",
    [
        "令和9年7月1日", "令和９年７月１日", "令和 9 年 7 月 1 日", "令和9年7月1日(木)",
        "令和9年7月1日（木）", "R9.7.1", "Ｒ９．７．１", "r09-07-01",
        "2027年7月1日", "2027/7/1", "2027/07/01", "2027-7-1", "2027.7.1", "２０２７－０７－０１", "2027ー07ー01",
    ],
)  # fmt: skip
def test_sure(text: str) -> None:
    """Whatever the width, the era, the separator."""
    assert typed_day(text) == "2027-07-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [("令和元年5月1日", "2019-05-01"), ("平成31年4月30日", "2019-04-30"), ("H1.1.8", "1989-01-08")],
)
def test_the_ends_of_eras(text: str, day: str) -> None:
    """The last day of one, the first of the next."""
    assert typed_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "令和元年4月30日", "平成31年5月1日", "平成40年1月1日",
        "昭和64年1月7日", "令和0年1月1日", "2027年2月30日", "2027/13/1", "1/7/2027", "7/1/27",
        "2027年7月", "2027-7/1", "20270701", "9.7.1", "来月", "", "2027年7月1日ごろ", "0000/1/1",
    ],
)  # fmt: skip
def test_not_sure(text: str) -> None:
    """No day, a day that there was not, or one of two."""
    assert not typed_day(text)


@given(st.dates())
def test_what_it_makes_is_the_day(day: date) -> None:
    """However it is written, and once more from there."""
    for text in (f"{day.year:04}年{day.month}月{day.day}日", f"{day.year:04}/{day.month}/{day.day}", day.isoformat()):
        assert typed_day(text) == day.isoformat()


@given(st.text())
def test_anything_can_stand_there(text: str) -> None:
    """And what comes out has the form."""
    found = typed_day(text)
    assert not found or date.fromisoformat(found).isoformat() == found


@pytest.mark.parametrize("text", ["未定", "来月", "検討中です", "TBD", "soon", "?", "？"])
def test_not_settled(text: str) -> None:
    """Not a day in another spelling."""
    assert is_open(text)


@pytest.mark.parametrize("text", ["2027/7/1", "7/1", "令和9年", "tomato", "", "7月中 未定"])
def test_settled_or_something_else(text: str) -> None:
    """A digit may be a day."""
    assert not is_open(text)
