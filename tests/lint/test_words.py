"""Words of diagnostics: arguments, words among arguments, and clauses that drop out."""

import pytest

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.words import WORDS, fill, hint_of, message_of


def test_clauses_drop_out_with_what_they_name() -> None:
    """A clause stands only where all that it names is there."""
    template = {"en": "No “{name}”[ (line {line})][, {a} and {b}]."}
    assert fill(template, {"name": "x", "line": "3", "a": "1", "b": "2"}, "en") == "No “x” (line 3), 1 and 2."
    assert fill(template, {"name": "x", "line": "", "a": "1"}, "en") == "No “x”."


def test_words_among_arguments_are_said_in_the_language() -> None:
    """An argument that begins with @ is looked up; what a person wrote is not."""
    template = {"ja": "{kind}", "en": "{kind}"}
    assert fill(template, {"kind": "@kind_date"}, "en") == "a date"
    assert fill(template, {"kind": "@kind_date"}, "ja") == "日付の質問"
    assert fill(template, {"kind": "@nobody"}, "en") == "@nobody"


def test_braces_and_brackets_of_a_file_stay_as_they_are() -> None:
    """What a file says is never taken for a template."""
    one = Diagnostic("x.yaml", 1, 1, "PIA203", {"question": "{meant} [a]", "meant": "[{question}]"})
    assert message_of(one, "en") == "This condition reads the question “{meant} [a]”, which does not exist."
    assert hint_of(one, "en") == "Did you mean “[{question}]”? Check the question's id."


@pytest.mark.parametrize("word", WORDS)
def test_every_word_has_both_languages(word: str) -> None:
    """And begins as words do."""
    assert word.startswith("@")
    assert set(WORDS[word]) == {"ja", "en"}
    assert all(WORDS[word].values())
