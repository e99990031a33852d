"""A slice of `make mutation-files`: the town is sound, and changes of its files are found, or may live for a reason."""

from pathlib import Path

import pytest

from tests.lint.mutants.listed import EACH, LIST, SEED, SOMEWHERE, differences, failed, lines, reasons
from tests.lint.mutants.operators import Mutant, mutants, pattern
from tests.lint.mutants.town import PLACES, Town, found_town
from tests.lint.mutants.trying import Bench, Tried, sample
from tests.lint.mutants.writing import text_of
from tsukuba_pia.yaml_source import parse, read

STEP = 97  # every so manieth change: some hundred

# What is found in the town as it is: its banks are of its own, and smaller than real ones.
KNOWN = {
    "bank": {"PIA309", "PIA235"}, "sector bank": {"PIA309", "PIA235"}, "assessment": {"PIA433"},
}  # fmt: skip


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """The town."""
    return found_town(tmp_path_factory.mktemp("mutants") / "town")


@pytest.fixture(scope="module")
def bench(town: Town) -> Bench:
    """Where changes of it are tried."""
    return Bench(town)


def test_the_town_is_sound(bench: Bench) -> None:
    """Else nobody could tell what a change does."""
    for kind, found in bench.before.items():
        beside = {"scenarios": "bank"}.get(kind, kind if kind in KNOWN else "assessment")
        assert {code for code, _ in found} <= KNOWN[beside] | {"PIA433"}, (kind, found)


def test_files_are_written_as_they_are_read(town: Town) -> None:
    """A change changes one place and no other."""
    for kind in PLACES:
        data = read(town.file(kind)).data
        assert parse(text_of(data), "x.yaml").data == data


def test_a_slice_of_the_changes(town: Town, bench: Bench) -> None:
    """Each is found, reads the same, or stands on the list; and what stands there lives."""
    tried = [bench.tried(one) for one in sample(PLACES, town, EACH, SEED)[::STEP]]
    unexplained, stale = differences(tried, reasons(LIST.read_text(encoding="utf-8")))
    assert failed(tried) == []
    assert list(lines(unexplained)) == []
    assert list(lines(stale)) == []
    assert len([one for one in tried if one.codes]) > len(tried) / 2


def test_what_is_listed_could_be_made(town: Town) -> None:
    """A place or an operator that is no longer there leaves the list."""
    keys = {(one.place, one.operator) for kind in PLACES for one in mutants(kind, read(town.file(kind)).data)}
    assert sorted(set(reasons(LIST.read_text(encoding="utf-8"))) - keys) == []


def test_places() -> None:
    """Numbers of entries and names that people chose are left out."""
    assert pattern("bank", ("sections", 0, "questions", 2, "id")) == "bank sections[].questions[].id"
    assert pattern("assessment", ("answers", "c_level", "note", "ja")) == "assessment answers.*.note.ja"


def test_a_list_can_be_wrong_in_two_ways() -> None:
    """What lives without a reason, and a reason for what is found."""
    text = "# told\n== because\nbank title: drop, empty\nbank status: drop\n"
    assert reasons(text)["bank title", "empty"] == "because"
    assert list(lines(reasons(text))) == ["bank status: drop", "bank title: drop, empty"]
    assert Path(LIST).is_file()


def test_what_is_found_in_one_entry_may_live_in_another() -> None:
    """Only a reason that speaks of every entry is refuted by one that is found."""
    found = Tried(Mutant("bank", ("title",), "drop", {}), ("PIA102",))
    key = ("bank title", "drop")
    assert differences([found], {key: "because"}) == ([], [key])
    assert differences([found], {key: f"{SOMEWHERE}because"}) == ([], [])
