"""One slip is told once, and nothing else goes."""

import pytest

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.told_once import HIDES, told_once


def one(code: str, line: int = 3, file: str = "a.yaml", **args: str) -> Diagnostic:
    """A finding somewhere."""
    return Diagnostic(file, line, 5, code, args)


@pytest.mark.parametrize("code", ["PIA402", "PIA403", "PIA404", "PIA406"])
def test_an_answer_that_is_none_is_not_told_to_be_open_too(code: str) -> None:
    """At the same place only."""
    wrong = one(code)
    here, elsewhere, other = (
        one("PIA426", question="q_a"),
        one("PIA426", 4, question="q_b"),
        one("PIA426", file="b.yaml", question="q_a"),
    )
    assert told_once([wrong, here, elsewhere, other]) == [wrong, elsewhere, other]


def test_nor_the_question_that_was_meant() -> None:
    """By whatever question the misspelt id probably means, wherever that is told."""
    misspelt, guessless = one("PIA401", question="q_aa", meant="q_a"), one("PIA401", 9, question="x", meant="")
    meant, other = one("PIA426", 1, question="q_a"), one("PIA426", 1, question="q_b")
    assert told_once([misspelt, guessless, meant, other]) == [misspelt, guessless, other]


@pytest.mark.parametrize(("sure", "told"), [("2027-07-01", ["PIA105"]), ("", ["PIA105", "PIA019"])])
def test_full_width_letters_are_told_where_nothing_else_mends_them(sure: str, told: list[str]) -> None:
    """A word of another form may be wide as well."""
    found = [one("PIA105", sure=sure), one("PIA019")]
    assert [each.code for each in told_once(found)] == told


def test_what_is_hidden_hides_behind_an_error() -> None:
    """A gate is never among it, and something is always left."""
    assert not any(code.startswith(("PIA5", "PIA6")) for hidden in HIDES.values() for code in hidden)
    assert not set(HIDES) & {code for hidden in HIDES.values() for code in hidden}


def test_conditions_that_name_what_is_not_there_make_others_seem_wrong() -> None:
    """What they seem is told when they are mended; in other files at once."""
    wrong, seems, elsewhere = one("PIA204"), one("PIA231", 90), one("PIA231", 90, "b.yaml")
    assert told_once([wrong, seems, elsewhere]) == [wrong, elsewhere]
    assert told_once([seems]) == [seems]


def test_a_released_version_that_changed_is_told_once_at_a_place() -> None:
    """Whether by its record, by git, or both."""
    record, git, elsewhere = one("PIA305", since=""), one("PIA305", since="main"), one("PIA305", 9, since="main")
    assert told_once([record, git, elsewhere]) == [record, elsewhere]
    assert told_once([git]) == [git]
