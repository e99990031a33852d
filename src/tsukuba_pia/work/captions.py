"""What stands above an answer in the file: the question in the assessment's language, and what can be answered."""

from collections.abc import Mapping
from typing import Any

from tsukuba_pia.labels import labels
from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import LANGUAGES, Text, printable, words


def caption(questionnaire: Questionnaire, name: str, language: str) -> tuple[str, ...]:
    """The lines above an answer, without `#: `; the first question of a section carries its title."""
    asked = questionnaire.questions[name]
    said = labels(language if language in LANGUAGES else "en")["new"]
    first = asked.section.questions[0].id == name
    heading = [f"== {one_line(asked.section.title, language)} =="] if first else []
    return (*heading, one_line(asked.question.text, language), *_choices(asked.question, said, language))


def one_line(text: Text | None, language: str) -> str:
    """A text without its line breaks, for a line of comment."""
    return " ".join(printable(words(text, language)).split())


def _choices(question: Question, said: Mapping[str, Any], language: str) -> list[str]:
    if question.options:
        rows = [f"  {option.id}: {one_line(option.label, language)}" for option in question.options]
        return [*rows, f"  ({said['several']})"] if question.type == "choices" else rows
    if question.answers:
        return [f"  ({' | '.join(question.answers)})"]
    if question.type == "number":
        bounds = [str(one) for one in (question.min, question.max) if one is not None]
        unit = one_line(question.unit, language)
        return [f"  ({' '.join(part for part in (said['number'], unit, '–'.join(bounds)) if part)})"]
    return [f"  ({said['date']})"] if question.type == "date" else []
