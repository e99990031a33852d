"""Trying in a meeting: other answers and safeguards, weighed before everybody's eyes. Nothing is written."""

from collections.abc import Iterator

from tsukuba_pia.cli import context
from tsukuba_pia.cli.advising import what_if_lines
from tsukuba_pia.cli.asking import shown_value, typed_value, value_entries
from tsukuba_pia.cli.prompts import Entry, choose, paged, show, write
from tsukuba_pia.model import minutes
from tsukuba_pia.model.assessment import AnswerValue
from tsukuba_pia.model.bank import UNKNOWN, Question
from tsukuba_pia.model.result import Asked
from tsukuba_pia.model.text import printable, words
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.what_if import what_if

BACK, TYPE = "back", "type"
MOST = 8  # questions of a menu; the others can be typed


def rests_on(opened: Opened, item: minutes.Entry) -> tuple[str, ...]:
    """The questions whose answers an item rests on, with the safeguards of a risk, in the order of importance."""
    questionnaire = opened.questionnaire
    assert questionnaire is not None  # noqa: S101 - usable
    rule = questionnaire.risks.get(item.id)
    safeguards = [use.question for use, _ in rule.safeguards] if rule else []
    standings = opened.score().standings
    names = [*item.questions, *(name for name in (item.id,) if name in questionnaire.questions), *safeguards]
    return tuple(name for name in dict.fromkeys(names) if standings[name].asked is not Asked.NOT)


def try_answers(opened: Opened, item: minutes.Entry) -> None:
    """Try other answers, one after the other and together, until the person goes back."""
    tried: dict[str, str] = {}
    while True:
        chosen = _which(opened, rests_on(opened, item)[:MOST], tried)
        if chosen == BACK:
            return
        wish = write(_w("ask_wish")) if chosen == TYPE else _answer(opened, question_of(opened, chosen))
        wish = wish.replace("＝", "=", 1)  # as a Japanese keyboard types it
        if not wish:
            continue
        if wish in ("?", "？"):
            paged(_known(opened, rests_on(opened, item)))
            continue
        name = wish.partition("=")[0].strip()
        _show(opened, tried, {**tried, name: wish})


def _w(key: str, **values: object) -> str:
    return context.words("meeting", key, **values)


def question_of(opened: Opened, name: str) -> Question:
    """A question by its id."""
    assert opened.questionnaire is not None  # noqa: S101 - usable
    return opened.questionnaire.questions[name].question


def _show(opened: Opened, tried: dict[str, str], wishes: dict[str, str]) -> None:
    """What these answers would move; where one of them cannot be tried, why, and it is not kept."""
    try:
        found = what_if(opened, wishes.values())
    except Problem as problem:
        show(context.why(problem), first="! ", rest="  ")
        return
    tried.update(wishes)
    paged(what_if_lines(opened, found))


def _which(opened: Opened, names: tuple[str, ...], tried: dict[str, str]) -> str:
    entries = [Entry(name, _asked(opened, name, tried.get(name))) for name in names]
    actions = [Entry(TYPE, _w("do_type"), "w"), Entry(BACK, _w("do_back"), "b")]
    found: str = choose(_w("prompt_try_more" if tried else "prompt_try"), entries, actions)
    return found


def _asked(opened: Opened, name: str, tried: str | None) -> str:
    """A question with its answer, or with the one that is tried."""
    question = question_of(opened, name)
    text = words(question.text, context.language())
    if tried is not None:
        return _w("tried", question=text, answer=tried.partition("=")[2].strip())
    return f"{text} {answer_now(opened, name)}"


def answer_now(opened: Opened, name: str) -> str:
    """The answer of a question as the score takes it, in words."""
    standing = opened.score().standings[name]
    return _w(f"answer_{standing.state.value}", answer=worded(question_of(opened, name), standing.value))


def worded(question: Question, value: AnswerValue) -> str:
    """An answer in words, as it is told and not as it is offered."""
    if question.type == "safeguard" and value == "planned":
        return _w("state_planned")
    return printable(shown_value(question, value, context.language()))


def _answer(opened: Opened, question: Question) -> str:
    """A wish for a question that was chosen from the menu."""
    entries = value_entries(question)
    text = words(question.text, context.language())
    if entries:
        unknown = Entry(("value", UNKNOWN), context.words("answer", "do_unknown"), "u")
        value = choose(text, entries, [unknown])[1]
    else:
        show(text)
        value = typed_value(question, opened.score().standings[question.id].value)
    if isinstance(value, tuple):
        return f"{question.id}=[{','.join(value)}]"
    return "" if value is None else f"{question.id}={value}"


def _known(opened: Opened, names: tuple[str, ...]) -> Iterator[str]:
    """What can be typed."""
    yield _w("wish_form")
    for name in names:
        question = question_of(opened, name)
        yield f"- {name}: {words(question.text, context.language())}"
        yield from (f"    {name}={one}  {worded(question, one)}" for one in question.answers)
        if not question.answers:
            yield f"    {_w(f'type_{question.type}')}"
