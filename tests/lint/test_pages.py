"""Every rule's page: both languages, an example that gives what it marks, words that have all they speak of."""

import re

import pytest

from tests.lint.frame import found_in
from tests.lint.pages import Example, Mark, Page, pages
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.engine import codes
from tsukuba_pia.lint.pages import flowing, page_of
from tsukuba_pia.lint.words import WORDS, hint_of, message_of

PAGES = pages()
CHECKED = [page for page in PAGES if page.rule.check is not None]

# What a text in a page cannot show, or what no file shows: their tests stand beside the code that tells them.
WITHOUT_EXAMPLE = {
    "PIA001": "a file that is not there",
    "PIA002": "bytes that are no UTF-8",
    "PIA003": "a byte order mark",
    "PIA007": "fifty levels",
    "PIA008": "five megabytes",
    "PIA013": "a character that nobody can see",
    "PIA030": "a city's own templates",
    "PIA031": "a city's own templates",
    "PIA032": "a city's own templates",
    "PIA033": "a city's own templates",
    "PIA034": "a city's own templates",
    "PIA217": "two folders",
    "PIA218": "banks that stand on each other",
    "PIA219": "a bank that is not there",
    "PIA235": "a bank of which the frame knows no question",
    "PIA240": "a bank and its scenarios",
    "PIA241": "a bank and its scenarios",
    "PIA242": "a bank and its scenarios",
    "PIA243": "a bank and its scenarios",
    "PIA244": "a bank and its scenarios",
    "PIA245": "a bank and its scenarios",
    "PIA246": "a bank and its scenarios",
    "PIA320": "a bank and the words that a list of crosswalks points to",
    "PIA331": "a bank all of whose texts are told",
    "PIA305": "what a version was when it was published",
    "PIA306": "what a text was before",
    "PIA307": "what a version had before",
    "PIA308": "what a version had before",
    "PIA309": "the record of released versions",
    "PIA313": "the record of released versions",
    "PIA314": "the record of released versions",
    "PIA315": "what the record was before",
    "PIA316": "what lay there before",
    "PIA318": "what a version had before",
    "PIA418": "banks that bring no method",
    "PIA430": "banks that stand on another version",
    "PIA431": "two banks with one id",
    "PIA432": "two banks with a method",
    "PIA443": "what was signed",
    "PIA036": "the files that a walk finds",
    "PIA563": "the files that a walk passes over",
    "PIA449": "a bank that states a maximum",
    "PIA511": "what was signed",
    "PIA512": "what was signed",
    "PIA561": "what was signed, as git has it",
    "PIA515": "what is signed",
    "PIA516": "what was signed",
    "PIA520": "what is signed",
    "PIA524": "what was put to comment",
    "PIA526": "what is signed",
    "PIA534": "what a crash leaves",
    "PIA535": "a meeting of an earlier day",
    "PIA543": "what was signed twice",
    "PIA550": "several assessments",
    "PIA551": "several assessments",
    "PIA552": "several assessments",
    "PIA553": "several assessments",
    "PIA554": "several assessments",
    "PIA566": "banks that do not stand on core",
    "PIA567": "two cities",
    "PIA616": "what was made",
    "PIA624": "what lies beside",
    "PIA901": "a bug",
    "PIA902": "a full disk",
    "PIA903": "two people at once",
    "PIA904": "two processes at once",
    "PIA905": "a bug in a rule",
    "PIA906": "a bug",
}
_NAME = re.compile(r"\{(\w+)\}")
_UNFILLED = re.compile(r"\{\w+\}|(?<!\w)@\w|  |\(\)")
_JAPANESE = re.compile("[\u3041-\u3096]")


def ids(page: Page) -> str:
    """A page's name among the tests."""
    return page.name


def cases() -> list[tuple[Page, Example]]:
    """Each example with its page."""
    return [(page, example) for page in PAGES for example in page.examples]


def told(diagnostics: tuple[Diagnostic, ...]) -> list[Mark]:
    """What was found, as marks."""
    return [Mark(one.line, one.code) for one in diagnostics]


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_page_has_both_languages(page: Page) -> None:
    """English first, Japanese after the line; the same way out in both."""
    assert page.rule.code.lower() == page.name.partition("_")[0]
    assert page.english.strip()
    assert _JAPANESE.search(page.japanese)
    if page.examples:
        assert "Use instead:" in page.english
        assert "代わりに" in page.japanese
    for words in (page.rule.message, page.rule.hint):
        assert set(words) == {"ja", "en"}
        assert _JAPANESE.search(words["ja"]) or not re.sub(r"\{\w+\}|[^\w]", "", words["ja"])


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_page_has_an_example_or_a_reason_for_none(page: Page) -> None:
    """What a text can show is shown."""
    assert bool(page.examples) != (page.rule.code in WITHOUT_EXAMPLE)
    shown = [
        re.findall(r"^```.*?^```$", page_of(page.rule.code, one), re.DOTALL | re.MULTILINE) for one in ("en", "ja")
    ]
    assert shown[0] == shown[1]
    for example in page.examples:
        assert page.rule.code in [mark.code for mark in example.marks]


@pytest.mark.parametrize(("page", "example"), cases(), ids=lambda one: one.name if isinstance(one, Page) else "")
def test_example_gives_exactly_what_it_marks(page: Page, example: Example) -> None:
    """The marked codes on the marked lines, and nothing else; without `at` they stand where the line begins."""
    found = found_in(example, page.rule.since)
    assert told(found) == [Mark(mark.line, mark.code) for mark in example.marks], found
    lines = example.text.splitlines()
    for mark, one in zip(example.marks, found, strict=True):
        line = lines[one.line - 1]
        assert line[one.column - 1 :].startswith(mark.at or line.lstrip("- ")), (mark, line[one.column - 1 :])
    assert all(one.level == page.rule.level for one in found if one.code == page.rule.code)


@pytest.mark.parametrize(("page", "example"), cases(), ids=lambda one: one.name if isinstance(one, Page) else "")
@pytest.mark.parametrize("language", ["ja", "en"])
def test_words_have_what_they_speak_of(page: Page, example: Example, language: str) -> None:
    """Each placeholder is an argument that the rule gives, and each word that is looked up is there."""
    for one in found_in(example, page.rule.since):
        for value in one.args.values():
            assert isinstance(value, str)
            assert not value.startswith("@") or value in WORDS
        if one.code == page.rule.code:
            needed = {name for words in (page.rule.message, page.rule.hint) for name in _NAME.findall(words[language])}
            assert needed <= set(one.args), (needed, one.args)
        for words in (message_of(one, language), hint_of(one, language)):
            assert words.strip()
            assert not _UNFILLED.search(words), words


def test_no_code_twice() -> None:
    """One file, one rule, one code."""
    codes = [page.rule.code for page in PAGES]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("code", sorted(codes()))
def test_a_page_flows_without_losing_a_letter(code: str, language: str) -> None:
    """Only ends of lines change, none within an example; and no blank comes between two letters of Japanese."""
    page = page_of(code, language)
    flowed = flowing(page)
    assert "".join(flowed.split()) == "".join(page.split())
    blank = re.compile("[ぁ-んァ-ヶ一-龥。、] [ぁ-んァ-ヶ一-龥]")
    assert len(blank.findall(flowed)) == len(blank.findall(page))
    examples = "\n".join(re.findall("```.*?```", page, re.DOTALL))
    assert set(examples.splitlines()) <= set(flowed.splitlines())


def test_paragraphs_are_one_line() -> None:
    """Japanese without a blank, Latin words with one; lists and what is indented stay."""
    page = (
        "指摘があるか\nどうか。\n次の\n`a` を\n書く\n\ntwo\nlines,\nnow\n\n* one\n* two\n\n    as: is\n    it: stands"
    )
    assert (
        flowing(page)
        == "指摘があるかどうか。次の `a` を書く\n\ntwo lines, now\n\n* one\n* two\n\n    as: is\n    it: stands"
    )
