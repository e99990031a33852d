"""CSV that a spreadsheet shows as text: nothing in it is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from tsukuba_pia.model.text import printable

FORMULA = tuple("=+-@＝＋－＠")  # the wide ones count in Japanese spreadsheets
BOM = "\ufeff"


def table(rows: Iterable[Sequence[str]], *, bom: bool = False) -> str:
    """Rows as RFC 4180 has them; `bom` for spreadsheets that otherwise take UTF-8 for something else."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([[cell(one) for one in row] for row in rows])
    return (BOM if bom else "") + out.getvalue()


def cell(text: str) -> str:
    """One line without tabs; an apostrophe stands before what would begin a formula."""
    flat = printable(" ".join(text.split()))
    return f"'{flat}" if flat.startswith(FORMULA) else flat
