"""What an id of the banks stands for, told before the id: people know the question, programs know its id."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.fold import width
from tsukuba_pia.lint.my_number import masked
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import LANGUAGES, Text, words

SPEAKING = ("question", "other", "risk", "red_line", "gate", "name", "meant")  # arguments that may be such an id
WIDEST = 60  # columns of a text that a message repeats
MARK = "@@"  # `question@@ja`: what the argument `question` stands for, in Japanese


def with_titles(found: Iterable[Diagnostic], questionnaire: Questionnaire) -> Iterator[Diagnostic]:
    """Findings, each with the texts of the questions, risks, red lines and decisions that it speaks of."""
    for one in found:
        titles = dict(_titles(one.args, questionnaire))
        yield replace(one, args={**one.args, **titles}) if titles else one


def _titles(args: Mapping[str, str], questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for name in SPEAKING:
        text = _text_of(args.get(name, ""), questionnaire)
        if text is not None:
            yield from ((f"{name}{MARK}{one}", shortened(words(text, one))) for one in LANGUAGES)


def _text_of(name: str, questionnaire: Questionnaire) -> Text | None:
    if name in questionnaire.questions:
        return questionnaire.questions[name].question.text
    if name in questionnaire.risks:
        return questionnaire.risks[name].risk.title
    if name in questionnaire.red_lines:
        return questionnaire.red_lines[name].red_line.text
    return questionnaire.decisions[name].decision.title if name in questionnaire.decisions else None


def shortened(text: str, widest: int = WIDEST) -> str:
    """A text on one line, without its full stop, cut where it is longer than a number of columns.

    A My Number in it is masked first: a part of one would not be known as one any more.
    """
    line = masked(" ".join(text.split()).rstrip("。."))
    if width(line) <= widest:
        return line
    cut = next(line[:end] for end in range(widest, 0, -1) if width(line[:end]) < widest)
    torn = cut[-1].isascii() and line[len(cut)].isascii()
    return f"{(cut.rpartition(' ')[0] or cut if torn else cut).rstrip()}…"
