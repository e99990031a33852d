"""The shipped vocabulary: easy names for what residents see, and terms that W3C DPV really has."""

import csv
import re
from functools import cache

import pytest

from tests.golden import ROOT
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.vocabulary import Term, Vocabulary
from tsukuba_pia.yaml_source import read

DPV = ROOT.parent / "shared" / "data" / "dpv"
FILES = sorted((ROOT / "questionnaires" / "vocabulary").glob("*.yaml"))
EASY = "ja-x-easy"
SEEN_BY_RESIDENTS = ("harms", "groups", "constituencies", "categories", "provision_natures", "consequences")
_NESTED = re.compile(r"\([^()]*\(")


@cache
def terms() -> tuple[tuple[str, Term], ...]:
    """Every term of every version, with the name of its list."""
    found = []
    for file in FILES:
        source = read(file)
        vocabulary = read_shape(Vocabulary, source)
        assert vocabulary is not None, source.diagnostics
        found += [(name, term) for name in source.data for term in getattr(vocabulary, name) if isinstance(term, Term)]
    return tuple(found)


@cache
def iris() -> frozenset[str]:
    """The IRIs of DPV's lists, for tests that are skipped where the shared data is not there."""
    if not DPV.is_dir():
        pytest.skip(f"{DPV} is not there")
    found: set[str] = set()
    for name in ("dpv", "pd", "risk"):
        with (DPV / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            found |= {row["iri"] for row in csv.DictReader(lines)}
    return frozenset(found)


def test_every_mapped_term_is_one_of_dpv() -> None:
    """No IRI that leads nowhere."""
    mapped = [(name, term.id, term.dpv) for name, term in terms() if term.dpv is not None]
    assert len(mapped) > 50
    assert [one for one in mapped if one[2] not in iris()] == []


def test_what_residents_see_has_an_easy_name() -> None:
    """Short, without brackets inside brackets, and not the plain Japanese name with another key."""
    for name, term in terms():
        if name not in SEEN_BY_RESIDENTS:
            continue
        assert isinstance(term.label, dict)
        easy = term.label.get(EASY, "")
        assert easy, (name, term.id)
        assert not _NESTED.search(easy), easy
        assert len(re.sub(r"\([^()]*\)", "", easy)) <= 32, easy


def test_every_term_has_both_languages_and_an_id_of_its_own() -> None:
    """In each list."""
    seen: set[tuple[str, str]] = set()
    for name, term in terms():
        assert (name, term.id) not in seen
        seen.add((name, term.id))
        for text in (term.label, term.meaning):
            assert text is None or (isinstance(text, dict) and text.get("ja") and text.get("en")), (name, term.id)


def test_the_rules_of_each_kind_of_actor_are_there() -> None:
    """Regimes that actor kinds name exist, and those of the Act on personal information say what they cover."""
    regimes = {term.id: term for name, term in terms() if name == "regimes"}
    for name, term in terms():
        if name == "actor_kinds":
            assert term.regimes
            assert set(term.regimes) <= set(regimes)
    assert regimes["appi_chapter_4"].covers == ("private",)
    assert regimes["appi_chapter_5"].covers == ("public",)
