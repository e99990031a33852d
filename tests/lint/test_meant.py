"""Did you mean."""

import pytest

from tsukuba_pia.lint.meant import meant, same_word, slips, sure

KNOWN = ("core_leak", "core_level", "core_location_precision")


def test_slips_are_recognised() -> None:
    """Letters changed, left out, or a prefix forgotten."""
    assert meant("core_leek", KNOWN) == "core_leak"
    assert meant("core_lvel", KNOWN) == "core_level"
    assert meant("location_precision", KNOWN) == "core_location_precision"


def test_nothing_is_better_than_nonsense() -> None:
    """Where nothing is near, nothing is said."""
    assert meant("weather", KNOWN) == ""
    assert meant("weather", ()) == ""
    assert meant("core_nope_7", ("core_not_kept", "core_location")) == ""  # the bank's prefix alone is no likeness


IDS = ("core_leak", "core_level", "core_history", "core_personal_data", "trn_unlocked", "opt_in", "opt_out", "appi-61")


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("core_levle", "core_level"),
        ("core_lvel", "core_level"),
        ("core_histroy", "core_history"),
        ("core_hisory", "core_history"),
        ("core_personal_dtaa", "core_personal_data"),
        ("Core-Level", "core_level"),
        ("ｃｏｒｅ＿ｌｅｖｅｌ", "core_level"),
        ("appi_61", "appi-61"),
    ],
)
def test_beyond_doubt(word: str, known: str) -> None:
    """The same in another writing, or one slip in a word that is long enough."""
    assert sure(word, IDS) == known


@pytest.mark.parametrize(
    "word",
    [
        "core_leek",  # short: it could be another word
        "trn_locked",  # the opposite
        "opt_on",  # two are near
        "appi-6l",  # a number is never guessed at
        "appi-16",
        "core_level_2",
        "level",
        "weather",
        "",
    ],
)
def test_doubt(word: str) -> None:
    """A person has to say."""
    assert sure(word, IDS) == ""


def test_two_that_read_the_same_leave_a_doubt() -> None:
    """Known words may differ in what is put aside."""
    assert same_word("A-B", ("a_b", "a-b")) == ""
    assert sure("per_tripp", ("per_trips", "per_tripe")) == ""


def test_slips_are_counted() -> None:
    """Too many, left out, another one, changed places."""
    pairs = [("ab", "ab"), ("abc", "ab"), ("a", "ab"), ("ax", "ab"), ("ba", "ab"), ("", "ab"), ("abcd", "badc")]
    assert [slips(one, other) for one, other in pairs] == [0, 1, 1, 1, 1, 2, 2]
