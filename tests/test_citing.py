"""How law is cited in both languages."""

import pytest

from tsukuba_pia.citing import article


@pytest.mark.parametrize(("number", "ja", "en"), [
    ("61", "第61条", "art. 61"),
    ("66(2)", "第66条第2項", "art. 66(2)"),
    ("69(2)(iv)", "第69条第2項第4号", "art. 69(2)(iv)"),
    ("28-2", "第28条の2", "art. 28-2"),
    ("138-4(3)", "第138条の4第3項", "art. 138-4(3)"),
    ("chapter 4", "chapter 4", "chapter 4"),
])  # fmt: skip
def test_article(number: str, ja: str, en: str) -> None:
    """Branches, paragraphs and items, each as its readers write it."""
    assert article(number, "ja") == ja
    assert article(number, "en") == en
