"""Keys that change places, words in lists, and entries that become comments: the edits of a migration."""

import pytest

from tsukuba_pia import yaml_edit
from tsukuba_pia.problems import Problem
from tsukuba_pia.yaml_source import parse

MOVED = """\
answers:
  #: old words
  a: yes  # Monday
  'b': {answer: [x, y], note: "t #1"}

  # about c
  c:
    answer: no
    # inside
    note: |
      several

      lines
overrides: {r: {level: high}}
touches: [r, s]
"""


def test_keys_change_places() -> None:
    """All at once, however they are quoted; everything else is as it was."""
    found = yaml_edit.rename_keys(parse(MOVED.encode(), "f"), ("answers",), {"a": "b", "b": "a", "c": "d"})
    assert found == MOVED.replace("  a: yes", "  B: yes").replace("  'b':", "  a:").replace("  c:", "  d:").replace(
        "B:", "b:"
    )
    assert yaml_edit.rename_keys(parse(MOVED.encode(), "f"), ("overrides",), {"r": "q"}) == MOVED.replace(
        "{r: {", "{q: {"
    )


def test_a_key_that_is_there_is_not_given_twice() -> None:
    """It would write over an answer."""
    with pytest.raises(Problem):
        yaml_edit.rename_keys(parse(MOVED.encode(), "f"), ("answers",), {"a": "c"})
    with pytest.raises(Problem):
        yaml_edit.rename_keys(parse(MOVED.encode(), "f"), ("answers",), {"z": "y"})


def test_words_in_lists() -> None:
    """Each at its place, in brackets too."""
    found = yaml_edit.replace_words(
        parse(MOVED.encode(), "f"), {("touches", 0): "q", ("answers", "b", "answer", 1): "z: z"}
    )
    assert found == MOVED.replace("[r, s]", "[q, s]").replace("[x, y]", '[x, "z: z"]')
    with pytest.raises(Problem):
        yaml_edit.replace_words(parse(MOVED.encode(), "f"), {("touches", 7): "q"})


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_entry_becomes_a_comment(newline: str) -> None:
    """With all its lines; the tool's words above it go, people's stay."""
    text = MOVED.replace("\n", newline)
    found = yaml_edit.retire(parse(text.encode(), "f"), ("answers", "c"), "asked no more")
    found = yaml_edit.retire(parse(found.encode(), "f"), ("answers", "a"), "gone")
    assert found.split(newline)[:14] == [
        "answers:",
        "  # gone",
        "  # a: yes  # Monday",
        "  'b': {answer: [x, y], note: \"t #1\"}",
        "",
        "  # about c",
        "  # asked no more",
        "  # c:",
        "  #   answer: no",
        "  #   # inside",
        "  #   note: |",
        "  #     several",
        "  #",
        "  #     lines",
    ]
    assert parse(found.encode(), "f").data["answers"] == {"b": {"answer": ["x", "y"], "note": "t #1"}}


def test_the_last_answer_may_become_a_comment_and_one_in_braces_may_not() -> None:
    """What cannot be done without touching more is not done."""
    found = yaml_edit.retire(parse(b"answers:\n  a: yes", "f"), ("answers", "a"), "gone")
    assert parse(found.encode(), "f").data == {"answers": None}
    with pytest.raises(Problem):
        yaml_edit.retire(parse(MOVED.encode(), "f"), ("overrides", "r"), "gone")


def test_the_tool_s_words_are_found_with_any_line_ends() -> None:
    """Two characters that end a line are one line's end."""
    text = "answers:\r\n  #: one\r\n  #: two\r\n  a: yes\r\n"
    found = yaml_edit.refresh_comments(parse(text.encode(), "f"), {"a": ("new",)})
    assert found == "answers:\r\n  #: new\r\n  a: yes\r\n"
