"""What people are told about their answers: what was meant, which way out; and My Numbers, which are never repeated."""

import pytest

from tests.lint.frame import found_in
from tests.lint.marked import check
from tests.lint.pages import Example
from tsukuba_pia.lint.words import hint_of, message_of


def words(text: str, language: str = "en") -> list[str]:
    """What a person is told about a fragment."""
    found = found_in(Example("assessment", text))
    return [f"{message_of(one, language)} {hint_of(one, language)}" for one in found]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("c_levle: counts", "Did you mean “At which level is it kept?” (c_level)?"),
        ("c_masking: done", "Options: absent, planned, implemented, verified."),
        ("c_personal: Yes", "Write “yes”."),
        ("c_personal: いいえ", "Write “no”."),
        ("c_uses: map", "Write “[map]”."),
        ("c_level: [counts]", "Write “counts”."),
        (
            "c_masking: {answer: verified, evidence: [a.md], verified_by: 鈴木}",
            "when (`verified_on`), how (`method`) is",
        ),
    ],
)
def test_the_way_out_is_told(answers: str, told: str) -> None:
    """In words that can be copied."""
    assert any(told in one for one in words(f"answers: {{{answers}}}\n"))


def test_my_numbers_anywhere_in_the_file() -> None:
    """In texts, as numbers, in comments, with wide digits and over line ends."""
    check(
        """
title: {ja: 番号 123456789018 の件, en: A case}  # PIA601 at 1234
people_total: 123456789018  # PIA601 at 1234
conclusion: 番号は １２３４ ５６７８ ９０１８ です  # PIA601 at １２３４
# ask 1234 5678 9018 again  # PIA601 at 1234
""",
        kind="assessment",
    )
    check("conclusion: |\n  番号は\n  1234 5678 9018 です  # PIA601 at 1234\n", kind="assessment")


def test_other_numbers_are_none() -> None:
    """Another check digit, a part of a longer number, a decimal."""
    check("conclusion: 123456789012 と 1123456789018 と 0.123456789018 です\n", kind="assessment")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_my_numbers_are_never_repeated(language: str) -> None:
    """Whichever rule speaks of the answer."""
    told = words("answers: {c_level: '123456789018', c_people: 123456789018, '1234-5678-9018': yes}\n", language)
    assert len(told) > 3
    assert not [one for one in told if "123456789018" in one or "1234-5678-9018" in one]
