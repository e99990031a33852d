"""Tables that a spreadsheet shows as text."""

import csv
import io

import pytest

from tsukuba_pia.work.spreadsheet import cell, table


@pytest.mark.parametrize(
    "text", ["=1+1", "+81", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "\t=1", " \r\n=1", "\u200b=1", "\ufeff=1"]
)
def test_nothing_begins_a_formula(text: str) -> None:
    """Nor behind a tab, a line break, or what cannot be seen."""
    assert cell(text).startswith("'")


def test_a_cell_is_one_line() -> None:
    """Tabs and line breaks would begin another cell where text is pasted."""
    assert cell("a\tb\r\nc  d") == "a b c d"


def test_a_table_reads_back() -> None:
    """Quotes, commas and Japanese; the mark only where it is asked for."""
    rows = [["名", 'a "b", c'], ["", "x"]]
    assert list(csv.reader(io.StringIO(table(rows), newline=""))) == rows
    assert table(rows, bom=True) == "\ufeff" + table(rows)
