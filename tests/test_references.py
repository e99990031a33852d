"""The shipped list of references: each entry says what it is, in both languages, and how far it was checked."""

from functools import cache

from tests.golden import ROOT
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.text import Text
from tsukuba_pia.model.vocabulary import Reference, References
from tsukuba_pia.yaml_source import read

FILES = sorted((ROOT / "questionnaires" / "references").glob("*.yaml"))


@cache
def references() -> tuple[Reference, ...]:
    """All entries of all versions."""
    found: list[Reference] = []
    for file in FILES:
        source = read(file)
        listed = read_shape(References, source)
        assert listed is not None, source.diagnostics
        assert len(listed.by_id) == len(listed.items)
        found += listed.items
    return tuple(found)


def in_both(text: Text | None) -> bool:
    """Whether a text is there in Japanese and in English."""
    return isinstance(text, dict) and bool(text.get("ja", "").strip()) and bool(text.get("en", "").strip())


def test_texts_are_in_both_languages() -> None:
    """Law, title, how it was checked, note."""
    for one in references():
        assert in_both(one.law), one.id
        assert in_both(one.title), one.id
        for text in (one.checked_how, one.note):
            assert text is None or in_both(text), one.id


def test_what_is_checked_says_how_and_when() -> None:
    """And what is not says what is unread."""
    for one in references():
        assert one.checked == (one.checked_how is not None) == (one.checked_on is not None), one.id
        assert one.checked or one.note is not None, one.id


def test_what_is_to_come_has_a_day_to_look_again() -> None:
    """Nothing that was passed is left alone until somebody happens to think of it."""
    for one in references():
        if one.status == "enacted_not_in_force":
            assert one.due_on is not None, one.id
            assert not one.in_force("2026-11-28"), one.id


def test_an_article_is_named_after_its_law() -> None:
    """The id ends with the article, so that a reader of a bank sees which it is."""
    for one in references():
        if one.article is not None:
            spelled = one.article.replace("(", "-").replace(")", "")
            assert one.id.endswith(f"-{spelled}"), one.id


def test_the_chapters_of_the_act_on_personal_information() -> None:
    """Chapter 4 binds businesses, chapter 5 public bodies; 58, 59 and 125 speak of both."""
    for one in references():
        number = one.id.removeprefix("appi-").partition("-")[0]
        if one.id.startswith("appi-") and number.isdigit() and one.article is not None:
            chapter_4, chapter_5 = 16 <= int(number) <= 59, 60 <= int(number) <= 129
            if chapter_4:
                assert one.regime in ("private", "any"), one.id
            if chapter_5:
                assert one.regime in ("public", "any"), one.id
