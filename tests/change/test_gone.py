"""Ids that are gone, and what migrations say of them."""

import pytest

from tests.change.library import LIBRARY, changed, document
from tsukuba_pia.change.gone import undeclared

HEAD = 'version: "1.0"'
DAYS = next(f"{line}\n" for line in LIBRARY.split("\n") if "id: lib_days" in line)
COUNTS = "          - {id: counts, label: {ja: 件数だけ, en: Counts only}}\n"


def gone(migrations: str, *pairs: tuple[str, str]) -> list[str]:
    """What disappeared without a word in version 2.0."""
    head = (HEAD, 'version: "2.0"' + (f"\nmigrations:\n  {migrations}" if migrations else ""))
    new = document(changed(head, *pairs))
    return [f"{one.kind} {one.question}.{one.id}".replace(" .", " ") for one in undeclared(document(LIBRARY), new)]


def test_nothing_is_gone() -> None:
    """Wording and additions take no id away."""
    assert gone("", ("Library", "Libraries")) == []


@pytest.mark.parametrize("migrations", [
    "removed: {lib_days: 要らない}", "renamed: {lib_days: lib_loans}", "split: {lib_days: {into: [lib_loans]}}",
    "merged: {lib_loans: {from: [lib_days]}}",
])  # fmt: skip
def test_a_question_that_is_spoken_of(migrations: str) -> None:
    """Removed, renamed, split or merged."""
    assert gone("", (DAYS, "")) == ["question lib_days"]
    assert gone(migrations, (DAYS, "")) == []


def test_an_option_that_is_spoken_of() -> None:
    """By its own move, or because the question is asked again."""
    assert gone("", (COUNTS, "")) == ["option lib_loans.counts"]
    assert gone("options: {lib_loans: {counts: none}}", (COUNTS, "")) == []
    assert gone("options: {lib_loans: {counts: unknown}}", (COUNTS, "")) == []
    assert gone("options: {lib_loans: {other: none}}", (COUNTS, "")) == ["option lib_loans.counts"]
    assert gone("ask_again: {lib_loans: 区分を改めた}", (COUNTS, "")) == []


def test_options_of_a_renamed_question_are_found_under_its_new_name() -> None:
    """A new name alone takes no option along that is not there."""
    pairs = (("id: lib_loans", "id: lib_kept"), (COUNTS, ""))
    assert gone("renamed: {lib_loans: lib_kept}", *pairs) == ["option lib_loans.counts"]


def test_whatever_an_assessment_can_name() -> None:
    """Sections, risks, red lines and decisions too."""
    names = ("lib_more", "lib_exposed", "lib_red_sale", "lib_route")
    found = gone("", *((f"id: {name}", f"id: {name}_other") for name in names))
    assert found == ["section lib_more", "risk lib_exposed", "red_line lib_red_sale", "decision lib_route"]
