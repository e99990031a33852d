"""What becomes of an answer when a person says something: pure, from the old answer to the new one."""

import re
import unicodedata
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from tsukuba_pia.model.assessment import Answer, AnswerValue
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, Question
from tsukuba_pia.model.text import printable

_NUMBER = re.compile(r"[-+]?[0-9]{1,30}(\.[0-9]{1,30})?\Z")
LISTS = ("evidence",)
DETAILS = tuple(one.name for one in fields(Answer) if one.name not in ("answer", "withheld"))
_ON_PAPER = {
    "planned": ("owner", "due"),
    "implemented": ("owner", "evidence"),
    "verified": ("owner", "evidence", "verified_by", "verified_on", "method"),
}


def details_of(question: Question, answer: Answer) -> tuple[str, ...]:
    """What a safeguard in this state needs to count."""
    return _ON_PAPER.get(str(answer.answer), ()) if question.type == "safeguard" else ()


def said(question: Question, text: str) -> AnswerValue:
    """What a person typed as an answer to this question. Whether it fits, the rules of `pia check` say."""
    word = printable(text).strip()
    if word in ("", UNKNOWN, NOT_APPLICABLE):
        return word or None
    if question.type == "choices":
        inner = word.removeprefix("[").removesuffix("]")
        return tuple(one for part in re.split(r"[,、，]", inner) if (one := _half_width(part)))
    if question.type == "number":
        return _number(word)
    return word if question.type == "text" else _half_width(word)


def _half_width(text: str) -> str:
    """Full-width letters, digits and hyphens as half-width ones: ids and dates have no others."""
    return unicodedata.normalize("NFKC", text).strip().replace("−", "-")


def _number(word: str) -> AnswerValue:
    plain = _half_width(word).replace(",", "")
    if not _NUMBER.match(plain):
        return word
    return Decimal(plain) if "." in plain else int(plain)


def answered(old: Answer, value: AnswerValue, by: str | None = None) -> Answer:
    """Another value. What others said of the old one (agreed, confirmed, verified) goes; notes and evidence stay."""
    if value == old.answer:
        return replace(old, by=by) if by else old
    gone: dict[str, Any] = dict.fromkeys(("confirmed_by", "agreed_by", "verified_by", "verified_on", "method"))
    if value != UNKNOWN:
        gone |= {"asking": None, "by_when": None}
    return replace(old, answer=value, by=by, **gone)


def with_detail(old: Answer, name: str, text: str) -> Answer:
    """One of the details; an empty text takes it away. Raises KeyError where there is no such detail."""
    if name not in DETAILS:
        raise KeyError(name)
    text = printable(text)
    if name in LISTS:
        items = tuple(one.strip() for one in re.split(r"[,、\n]", text) if one.strip())
        return replace(old, evidence=items)
    dates = ("by_when", "due", "evidence_until", "verified_on")
    value = _half_width(text) if name in dates else text.strip()
    changes: dict[str, Any] = {name: value or None}
    return replace(old, **changes)
