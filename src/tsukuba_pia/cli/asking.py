"""Asking a person for an answer: its value, and the details that it needs. The interview and the meeting ask alike."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

from tsukuba_pia.cli import context
from tsukuba_pia.cli.prompts import Entry, choose_several, show, write
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.model.assessment import Answer, AnswerValue
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, Question
from tsukuba_pia.model.text import Text, say, words
from tsukuba_pia.work.answers import details_of, said, with_detail

DAYS = ("by_when", "due", "evidence_until", "verified_on")
_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?\Z")


def tell_findings(findings: tuple[Diagnostic, ...]) -> None:
    """What is to be said of an answer, in the reader's language."""
    for one in findings:
        text = f"{one.code} {message_of(one, context.language())} {hint_of(one, context.language())}"
        show(text, first="! ", rest="  ")


def shown_value(question: Question, value: Any, language: str) -> str:  # noqa: ANN401 - an answer's value
    """An answer in words."""
    said_of: dict[str, str] = labels(language)["answer"]
    if value in (UNKNOWN, NOT_APPLICABLE):
        return said_of[f"state_{value}"]
    if isinstance(value, tuple):
        comma: str = labels(language)["check"]["comma"]
        nothing: str = labels(language)["report"]["nothing_chosen"]
        return comma.join(shown_value(question, one, language) for one in value) or nothing
    option = next((one for one in question.options if one.id == value), None)
    if option is not None:
        return words(option.label, language)
    if question.type in ("yes_no", "safeguard") and value in question.answers:
        return said_of[str(value)]
    return "" if value is None else str(value)


def value_entries(question: Question) -> list[Entry]:
    """A menu of the answers of which one is chosen; empty where one is typed or several are marked."""
    choices = question.answers if question.type != "choices" else ()
    return [Entry(("value", one), shown_value(question, one, context.language())) for one in choices]


def typed_value(question: Question, now: AnswerValue) -> AnswerValue:
    """A number, a date, a text, or several options; None where nothing was typed."""
    language = context.language()
    if question.type == "choices":
        entries = [Entry(one.id, words(one.label, language)) for one in question.options]
        chosen = now if isinstance(now, tuple) else ()
        return choose_several(context.words("answer", "prompt_choices"), entries, chosen)
    unit = words(question.unit, language)
    message = context.words("answer", f"prompt_{question.type}", unit=f" ({unit})" if unit else "")
    default = str(now) if isinstance(now, str | int | Decimal) and now not in (UNKNOWN, NOT_APPLICABLE) else ""
    typed = write(message, default)
    return said(question, typed) if typed else None


def ask_details(question: Question, answer: Answer, own: str) -> Answer:
    """The answer with what a safeguard in this state needs to count; `own` is the assessment's language."""
    for detail in details_of(question, answer):
        answer = ask_detail(answer, detail, own)
    return answer


def ask_detail(answer: Answer, detail: str, own: str) -> Answer:
    """The answer with one of its details as the person wants it."""
    now: Text | tuple[str, ...] | None = getattr(answer, detail)
    default = ", ".join(now) if isinstance(now, tuple) else say(now, context.language(), own).words
    message = context.words("answer", f"ask_{detail}")
    typed = write_day(message, default) if detail in DAYS else write(message, default)
    return answer if typed == default else with_detail(answer, detail, typed)


def write_day(message: str, default: str = "", *, needed: bool = False) -> str:
    """A day, ISO 8601; asked again until it is one, or until nothing is typed where none is needed."""
    while True:
        typed = write(message, default)
        day = _day(typed)
        if day or (not typed and not needed):
            return day
        show(context.words("refusal", "no_day", found=typed), first="! ", rest="  ")


def _day(typed: str) -> str:
    """`2027/4/1` and `2027年4月1日` mean one day only; nothing where a text is no day."""
    parts = _DAY.match(unicodedata.normalize("NFKC", typed).strip().replace("−", "-"))
    try:
        return date(*map(int, parts.groups())).isoformat() if parts else ""
    except ValueError:
        return ""
