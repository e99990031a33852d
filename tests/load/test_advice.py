"""Numbers with units, and what is said of them."""

import pytest

from tsukuba_pia.load.advice import advice, counted


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("７２時間", "72"), ("500人", "500"), ("1,200 件", "1200"), ("11万人", "110000"), ("0.5%", "0.5"),
        ("112000", "112000"),
        ("約500人", ""), ("11,2000", ""), ("五十人", ""), ("500-600人", ""), ("1.5万人", ""),
        ("", ""), ("人", ""), ("-5", ""),
    ],
)  # fmt: skip
def test_numbers_with_units(text: str, number: str) -> None:
    """Beyond doubt or nothing."""
    assert counted(text) == number


@pytest.mark.parametrize(
    ("expected", "data", "word"),
    [("@list", "a.md", "@write_list"), ("@list", {}, ""), ("@integer", "五十人", "@write_number"), ("@text", "x", "")],
)
def test_advice(expected: str, data: object, word: str) -> None:
    """Only to who wrote a text."""
    assert advice(expected, data) == word
