"""What a person types, and what becomes of the old answer."""

from decimal import Decimal

import pytest

from tsukuba_pia.model.assessment import Answer, AnswerValue
from tsukuba_pia.model.bank import Question, QuestionType
from tsukuba_pia.work.answers import answered, details_of, said, with_detail


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        ("choice", " counts ", "counts"),
        ("choice", "ｃｏｕｎｔｓ", "counts"),
        ("choices", "a,b", ("a", "b")),
        ("choices", "[a、 b]", ("a", "b")),
        ("choices", "[]", ()),
        ("yes_no", "ｙｅｓ", "yes"),
        ("number", "１，２００", 1200),
        ("number", "0.50", Decimal("0.50")),
        ("number", "-3", -3),
        ("number", "many", "many"),
        ("number", "9" * 400, "9" * 400),
        ("date", "２０２７－０４－０１", "2027-04-01"),
        ("text", " 案内のため ", "案内のため"),
        ("text", "unknown", "unknown"),
        ("number", "unknown", "unknown"),
        ("choices", "not_applicable", "not_applicable"),
        ("text", "  ", None),
    ],
)
def test_typed(kind: QuestionType, typed: str, meant: AnswerValue) -> None:
    """Full-width digits are digits; a word that is no number stays, and the rules refuse it."""
    assert said(Question("q", kind, "?"), typed) == meant


def test_old_words_go_with_the_old_answer() -> None:
    """Confirmation and agreement were of the old value; notes and evidence are people's own."""
    old = Answer("unknown", note="n", asking="a", by_when="2027-01-01", evidence=("e",), confirmed_by="c", by="vendor")
    assert answered(old, "yes") == Answer("yes", note="n", evidence=("e",))
    assert answered(old, "unknown") == old
    assert answered(Answer("not_applicable", note="why", agreed_by="x"), "no", "me") == Answer(
        "no", note="why", by="me"
    )


def test_details() -> None:
    """Lists, dates, and taking one away."""
    assert with_detail(Answer(), "evidence", "a.md、 b.md").evidence == ("a.md", "b.md")
    assert with_detail(Answer(owner="x"), "owner", " ") == Answer()
    with pytest.raises(KeyError):
        with_detail(Answer(), "withheld", "x")
    safeguard = Question("q", "safeguard", "?")
    assert details_of(safeguard, Answer("planned")) == ("owner", "due")
    assert details_of(safeguard, Answer("absent")) == ()


def test_controls_are_not_kept() -> None:
    """No file may hold them, and no terminal should get them."""
    assert said(Question("q", "text", "?"), "\x1b]52;c;eA==\x07x\u202e\u200by") == "\ufffd]52;c;eA==\ufffdxy"
    assert with_detail(Answer(), "note", "a\x00b").note == "a\ufffdb"
