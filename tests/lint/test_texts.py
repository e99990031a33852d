"""Every text of a bank and of an assessment is found, and nothing else is taken for one."""

from tests.lint.frame import fixed_source
from tsukuba_pia.lint.texts import texts
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import Bank


def test_texts_of_a_bank() -> None:
    """Labels, rows, own terms; no ids, conditions, or settings."""
    plain = {
        "title": "T",
        "sections": [{"id": "a", "title": {"ja": "題"}, "questions": [{"id": "b", "text": "Q", "unit": "km"}]}],
        "risks": [{"severity": {"base": "low", "rows": [{"when": {"question": "b", "is": "no"}, "because": "B"}]}}],
        "method": {"levels": [{"id": "low", "label": "L"}], "matrix": {"lo": ["hi"]}},
        "vocabulary": {"harms": [{"id": "h", "label": "H"}]},
        "references": [{"id": "r", "law": "R"}],
    }
    assert list(texts(Bank, plain)) == [
        (("title",), "T"),
        (("sections", 0, "title"), {"ja": "題"}),
        (("sections", 0, "questions", 0, "text"), "Q"),
        (("sections", 0, "questions", 0, "unit"), "km"),
        (("risks", 0, "severity", "rows", 0, "because"), "B"),
        (("method", "levels", 0, "label"), "L"),
        (("vocabulary", "harms", 0, "label"), "H"),
        (("references", 0, "law"), "R"),
    ]


def test_texts_of_an_assessment() -> None:
    """Notes of answers and names of data items among them."""
    plain = {"answers": {"a": "yes", "b": {"answer": "no", "note": "N"}}, "data": [{"id": "d", "name": "D"}]}
    found = dict(texts(Assessment, plain))
    assert found[("data", 0, "name")] == "D"
    assert found[("answers", "b", "note")] == "N"


def test_odd_shapes_are_passed_over() -> None:
    """The shape gate has told of them."""
    assert list(texts(Bank, {"sections": 3, "risks": [None, {"title": 5}], "vocabulary": ["x"]})) == []
    assert list(texts(Bank, None)) == []
    assert len(list(texts(Bank, fixed_source("core").data))) > 60
