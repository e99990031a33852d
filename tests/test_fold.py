"""Folding text at terminal columns."""

from hypothesis import given
from hypothesis import strategies as st

from tsukuba_pia.fold import NOT_FIRST, fold, width

TEXTS = st.text(st.sampled_from("あ漢字、。(「」abc Z12 x"), max_size=60)


def test_japanese_folds_between_characters_but_not_before_a_full_stop() -> None:
    """Kinsoku: 。 hangs with the character before it."""
    assert list(fold("歩道を走ります。", 14)) == ["歩道を走りま", "す。"]


def test_latin_folds_at_blanks_and_hangs() -> None:
    """A first and another lead."""
    assert list(fold("one two three", 9, "- ", "  ")) == ["- one two", "  three"]


@given(TEXTS, st.integers(8, 40))
def test_nothing_is_lost_and_lines_fit(text: str, columns: int) -> None:
    """Only blanks at a fold go; a line is too long only where nothing in it may be torn."""
    lines = list(fold(text, columns))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines[1:]:
        assert not line or line[0] not in NOT_FIRST
    assert all(width(line) <= columns or len(list(fold(line, 1))) == 1 for line in lines) or columns < width(
        max(text.split() or [""], key=width)
    )
