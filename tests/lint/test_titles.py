"""What findings about an assessment call questions, risks and red lines: their texts, the id behind."""

import pytest

from tests.lint.frame import found_in
from tests.lint.pages import Example
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.fold import width
from tsukuba_pia.lint.titles import WIDEST, shortened
from tsukuba_pia.lint.words import hint_of, message_of


def said(text: str, code: str, language: str, stage: str = "draft") -> tuple[str, str]:
    """Message and hint of the one finding of a code."""
    (one,) = (one for one in found_in(Example("assessment", text), stage) if one.code == code)  # type: ignore[arg-type]
    return message_of(one, language), hint_of(one, language)


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("ja", "実施できない条件に当てはまっています:「広告には使いません」(c_no_advertising)"),
        ("en", "A red line is crossed: “It is not used for advertising” (c_no_advertising)."),
    ],
)
def test_a_red_line_is_told_by_its_text(language: str, message: str) -> None:
    """PIA501, in the reader's language."""
    assert said("answers: {c_uses: [advertising]}\n", "PIA501", language, "approval")[0] == message


def test_a_question_is_told_by_its_text_also_in_a_hint() -> None:
    """PIA401: what was probably meant is a question of the bank; what stands there is none and stays as it is."""
    message, hint = said("answers: {c_levle: counts}\n", "PIA401", "en")
    assert "“c_levle”" in message
    assert "(c_level)" in hint


def test_what_is_no_id_of_the_banks_has_no_title() -> None:
    """In quotes and without."""
    one = Diagnostic("x", 1, 1, "PIA402", {"option": "a", "question": "c_x", "known": "b", "meant": ""})
    assert message_of(one, "en") == "“a” is no option of “c_x”."


def test_a_title_is_text_and_nothing_else() -> None:
    """Braces and brackets in a bank's text are not filled in once more."""
    args = {"question": "x_a", "question@@en": "{question} [{option}] why", "option": "o", "known": "k", "meant": ""}
    assert message_of(Diagnostic("x", 1, 1, "PIA402", args), "en") == (
        "“o” is no option of “{question} [{option}] why” (x_a)."
    )


@pytest.mark.parametrize("text", ["あ" * 29 + "。", "x" * 59 + ".", "人の顔を、どこまで読み取りますか。", ""])
def test_short_texts_are_whole(text: str) -> None:
    """But for their full stop."""
    assert shortened(text) == text.rstrip("。.")


@pytest.mark.parametrize("text", ["あ" * 31, "x" * 61, "a " * 40, "あx" * 30])
def test_long_texts_are_cut(text: str) -> None:
    """And say so, at the width of a line of a message."""
    cut = shortened(text)
    assert cut.endswith("…")
    assert WIDEST - 3 <= width(cut) <= WIDEST


def test_no_word_is_torn() -> None:
    """A cut comes before it."""
    assert shortened("one two " + "x" * 8, 14) == "one two…"
    assert shortened("一つの word です", 10) == "一つの…"


@pytest.mark.parametrize("text", ["あ" * 31, "一つ、" * 20])
def test_a_cut_text_begins_as_the_text(text: str) -> None:
    """Nothing else is changed."""
    cut = shortened(text)
    assert text.startswith(cut[:-1])
