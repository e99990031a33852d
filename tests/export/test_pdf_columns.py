"""Columns of equal height: found with less work than the library takes alone, and the same byte by byte."""

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tsukuba_pia.export._pdf_columns import sooner

weasyprint = pytest.importorskip("weasyprint", reason="PDF needs the extra [pdf]", exc_type=ImportError)
block = pytest.importorskip("weasyprint.layout.block", exc_type=ImportError)

# As the residents' sheet on paper: items that are not torn, with words in boxes among their lines.
STYLE = """@page { size: 74mm 52mm; margin: 5mm; @bottom-right { content: counter(page) " / " counter(pages); } }
body { font-size: 8pt; line-height: 1.4; } p { margin: 0 0 0.25em; } ol { columns: 2; column-gap: 5mm; }
li { margin-bottom: 2pt; } li.whole { break-inside: avoid; } b { display: inline-block; padding: 0 0.4em; }"""
TEXT = st.text("あb 。", min_size=1, max_size=30)
ITEM = st.tuples(st.sampled_from(["whole", "whole", "whole", "torn"]), TEXT, st.lists(TEXT, max_size=2))
Item = tuple[str, str, Sequence[str]]


def pdf(items: Sequence[Item], before: str = "") -> bytes:
    """A list in two columns on paper."""
    listed = "".join(
        f'<li class="{kind}"><p>{text}</p><p>{"".join(f"<b><b>{one}</b></b> " for one in boxed)}</p></li>'
        for kind, text, boxed in items
    )
    page = (
        f'<!DOCTYPE html><html lang="ja"><title>x</title><style>{STYLE}</style><p>{before}</p><ol>{listed}</ol><p>x</p>'
    )
    made: bytes = weasyprint.HTML(string=page).write_pdf(pdf_identifier=b"x", uncompressed_pdf=True)
    return made


@given(st.lists(ITEM, max_size=4), st.text("あb ", max_size=60))
@settings(max_examples=8)
@example([("whole", "あ" * 30, ["b" * 9] * 2)], "")  # one that is higher than half of itself
@example([("whole", "あ", []), ("whole", "あ" * 120, []), ("whole", "b", [])], "")  # one that fits no column at first
@example([("whole", "あ" * 300, [])] * 2, "")  # nor any page
def test_a_page_is_the_same(items: list[Item], before: str) -> None:
    """With it and without it."""
    alone = pdf(items, before)
    with sooner(weasyprint):
        assert pdf(items, before) == alone


def test_it_takes_less_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the library has changed, and this is of no use any more."""
    items = [("whole", "あ" * 30, ["いう"] * 3)]
    laid: list[Any] = []
    lay = block.block_container_layout

    def counted(*asked: Any, **more: Any) -> Any:  # noqa: ANN401 - the library's own
        laid.append(asked[1])
        return lay(*asked, **more)

    monkeypatch.setattr(block, "block_container_layout", counted)
    taken = []
    for around in (nullcontext(), sooner(weasyprint)):
        laid.clear()
        with around:
            pdf(items)
        taken.append(len(laid))
    assert taken[1] < taken[0] / 2


def test_the_library_is_left_as_it_was() -> None:
    """Also where something goes wrong in between."""
    before = block.block_box_layout
    with pytest.raises(KeyError), sooner(weasyprint):
        raise KeyError
    assert block.block_box_layout is before


def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its inner ways may be others: then it takes its time."""
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    lay = weasyprint.layout.block.block_box_layout
    with sooner(weasyprint):
        assert weasyprint.layout.block.block_box_layout is lay
