"""The Markdown document: readable as it is, and its structure is ours whatever people write."""

from itertools import pairwise

import pytest

from tests.export.documents import blocks, exported, filled, payloads
from tests.report.robot import CANARY, VARIANTS, report_of, variant
from tsukuba_pia.export._plain import escaped
from tsukuba_pia.report.model import Audience

TRICKS = [
    "# heading", "heading\n===", "heading\n---", "- item", "+ item", "* item", "1. item", "1) item", "> quote",
    "    code", "```\ncode", "~~~\ncode", "***", "| a | b |\n| - | - |", "a | b", "a \\| b", "\\", "<b>x</b>",
    "<!-- x", "&lt;b&gt;", "[x](https://e.example)", "![x](x.png)", "<https://e.example>", "[x]: y\n\n[x]",
    "https://e.example www.e.example", "**x**", "_x_", "`x`", "~~x~~", "[^1]\n\n[^1]: x", ": x", "= x", "$x$",
    "a  \nb", "x\u2028# y", "　# x", "\t# x",
]  # fmt: skip


@pytest.mark.parametrize("trick", TRICKS)
def test_no_text_changes_the_structure(trick: str) -> None:
    """The same blocks as with harmless words in all fields."""
    paragraphs = len([one for one in trick.split("\n\n") if one.strip()])
    harmless = "\n\n".join(["harmless"] * paragraphs)
    assert _tree(trick) == _tree(harmless)


@pytest.mark.parametrize("name", VARIANTS[1:])
@pytest.mark.parametrize("trick", TRICKS[::4])
def test_nor_where_a_plan_came_to_another_end(trick: str, name: str) -> None:
    """Its reason and its conclusion stand first there."""
    assert _tree(trick.replace("\n\n", "\n"), name) == _tree("harmless", name)


def _tree(text: str, name: str = "usual") -> list[str]:
    """Without the escapes that a reader shows as plain characters."""
    return [one for one in blocks(exported("md", report_of(filled(text, name=name)))) if one != "  text_special"]


def test_hostile_texts_stay_texts() -> None:
    """Hundreds of payloads: no markup, no link, no picture, no heading of theirs."""
    expected = _tree("harmless")
    for line in payloads()[::25]:
        assert _tree(line.strip()) == expected, line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a_b*c", "a\\_b\\*c"),
        ("- x", "\\- x"),
        ("12. x", "12\\. x"),
        ("2027-04-01", "2027-04-01"),
        ("https://e.example", "https\\://e.example"),
        ("www.e.example", "www\\.e.example"),
        ("10:30", "10:30"),
        ("a\n\nb", "a b"),
    ],
)
def test_escapes_only_what_means_something(text: str, shown: str) -> None:
    """So that it stays readable as it is."""
    assert escaped(text) == shown


def test_paragraphs_of_people_stay_paragraphs() -> None:
    """A text of several paragraphs is not pressed into one line."""
    assert "一つ目\n\n二つ目" in exported("md", report_of(filled("一つ目\n\n二つ目")))


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_withheld_words_are_in_the_internal_document_only(audience: Audience) -> None:
    """Whatever the format."""
    text = exported("md", report_of(audience=audience))
    assert (CANARY in text.replace("\\", "")) == (audience == "internal")


@pytest.mark.parametrize("name", VARIANTS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_document_is_tidy(language: str, name: str) -> None:
    """One title, no blank at a line's end, no two empty lines, no level left out."""
    text = exported("md", report_of(variant(name), language=language))
    assert text.startswith("# ")
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert [line for line in text.split("\n") if line != line.rstrip()] == []
    levels = [int(one.split(" h")[1]) for one in blocks(text) if one.startswith("heading_open")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
