"""An id meant by its label."""

import pytest

from tests.lint.frame import references
from tsukuba_pia.lint.by_label import Labels, by_citation, by_label, listing
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.vocabulary import Reference

LABELS = {
    "older_people": {"ja": "高齢者", "en": "Older people"},
    "children": {"ja": "子ども", "en": "Children"},
    "statute": {"ja": "法律に定めがある", "en": "A statute says so"},
    "ordinance": {"ja": "条例に定めがある", "en": "An ordinance says so"},
    "one": {"ja": "その他", "en": "Other"},
    "two": {"ja": "その他", "en": "Another"},
}


@pytest.mark.parametrize(
    ("word", "meant", "sure"),
    [
        ("高齢者", "older_people", "older_people"),
        ("older people", "older_people", "older_people"),
        ("ＯＬＤＥＲ　ＰＥＯＰＬＥ", "older_people", "older_people"),
        ("「子ども」", "children", "children"),
        ("条例", "ordinance", ""),
        ("法律", "statute", ""),
        ("その他", "", ""),
        ("定め", "", ""),
        ("律に定", "statute", ""),
        ("条", "", ""),
        ("", "", ""),
        ("、", "", ""),
        ("市長", "", ""),
    ],
)
def test_labels(word: str, meant: str, sure: str) -> None:
    """Beyond doubt where it is one label; else where one label holds it; not where two do."""
    found = by_label(word, LABELS)
    assert (found["meant"], found["sure"]) == (meant, sure)
    if meant:
        assert found["meant@@ja"] == LABELS[meant]["ja"]


def test_lists_name_labels_too() -> None:
    """In the reader's language; one that is too long not at all, nor where there is nothing to choose."""
    assert listing({"a": "x"}, {"sure": "a"}) == {"known": ""}
    two: Labels = {"a": {"ja": "あ", "en": "Ah"}, "b": "b"}
    assert listing(two, {"sure": ""}) == {"known": "a, b", "known@ja": "a(あ)、b", "known@en": "a (Ah), b"}
    assert listing({f"a{number}": "x" for number in range(16)}, {"sure": ""}) == {"known": ""}


LAWS = [
    {"id": "appi-66", "law": "個人情報の保護に関する法律", "article": "66"},
    {"id": "appi-66-2", "law": "個人情報の保護に関する法律", "article": "66(2)"},
    {"id": "guide-66", "law": "個人情報の保護に関する法律についてのガイドライン", "article": "66"},
    {"id": "tax-20-11", "law": "地方税法", "article": "20-11"},
]
REST = {"title": "題", "kind": "statute", "regime": "any", "class": "law", "status": "in_force", "checked": False}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("個人情報保護法第66条第2項", "appi-66-2"),
        ("個人情報保護法第６６条第３項", "appi-66"),
        ("個人情報保護法66条", "appi-66"),
        ("地方税法第20条の11", "tax-20-11"),
        ("地方税法第20条", ""),
        ("道路交通法", ""),
        ("第66条", ""),
        ("66", ""),
    ],
)
def test_articles(word: str, meant: str) -> None:
    """A law by its short name; of two the one whose own name is nearer."""
    found = by_citation(word, [build(Reference, {**REST, **one}) for one in LAWS])
    assert found["meant"] == meant
    assert "sure" not in found


def test_the_small_list_is_no_trap() -> None:
    """Whatever stands in it."""
    assert by_citation("個人情報保護法第9999条", references().items)["meant"] == ""
