"""What a meeting sees: the facts of an item, with the answers that they rest on, and what would help."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from tsukuba_pia.change.approval import chain_of
from tsukuba_pia.cli import context
from tsukuba_pia.cli.advising import POST, advice_lines, level_of, move
from tsukuba_pia.cli.context import in_line
from tsukuba_pia.cli.meeting_trying import answer_now, question_of, rests_on, worded
from tsukuba_pia.labels import labels
from tsukuba_pia.model.assessment import Answer, AnswerValue
from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.minutes import Act, Attendant, Changed, Decision, Entry, Opinion, Raised, kind_of
from tsukuba_pia.model.result import Asked, RiskResult
from tsukuba_pia.model.sign_off import NOBODY
from tsukuba_pia.model.text import printable, words
from tsukuba_pia.score.advise import Adviser, acceptable_level
from tsukuba_pia.score.asked import NO_ANSWER
from tsukuba_pia.work.meeting import Topic
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.what_if import WhatIf, what_if

MOST = 12  # questions whose answers are shown with an item; `pia score --risk` shows all


def facts(opened: Opened, item: Entry) -> Iterator[str]:
    """What is known of an item: levels, who, by when, why, and the answers that it rests on, as they are now."""
    yield from _levels(opened, item)
    if item.who:
        yield _w("who", who=in_line(item.who))
    if item.due:
        yield _w("due", day=item.due)
    yield from (f"- {in_line(one)}" for one in item.reasons)
    if names := _questions(opened, item):
        yield _w("answers")
        for name in names[:MOST]:
            if name != item.id:
                yield f"  {in_line(question_of(opened, name).text)} ({name})"
            yield f"    {answer_now(opened, name)}{_said_by(opened, name)}"
        if more := names[MOST:]:
            yield _w("more_questions", questions=", ".join(more))
    if item.place:
        yield _w("place", place=item.place)


def _levels(opened: Opened, item: Entry) -> Iterator[str]:
    """The levels of a risk and who may accept the one that it has; the state of a red line."""
    result = opened.score()
    risk, line = result.risks.get(item.id), result.red_lines.get(item.id)
    if line is not None:
        yield _w(f"line_{line.state}")
    if risk is None or not item.levels:
        return
    now, before, then = (level_of(opened, one.worst) for one in (risk.current, risk.inherent, risk.target))
    yield _w("levels", now=now, before=before, then=then)
    if risk.current.worst != item.levels[1]:
        yield _w("at_the_start", level=level_of(opened, item.levels[1]))
    yield from _acceptance(opened, risk.current.worst)


def _acceptance(opened: Opened, level: str) -> Iterator[str]:
    assert opened.questionnaire is not None  # noqa: S101 - usable
    post = opened.questionnaire.method.acceptance.get(level)
    if post == NOBODY:
        yield _w("nobody_accepts")
    elif post is not None:
        key = "accepts" if post in chain(opened)[:-1] else "accepts_alone"
        yield _w(key, post=post_name(opened, post, context.language()))


def chain(opened: Opened) -> tuple[str, ...]:
    """The posts of the organ that decides, from the lowest."""
    assert opened.assessment is not None  # noqa: S101 - usable
    return tuple(chain_of(opened.assessment, opened.profile))


def post_name(opened: Opened, post: str, language: str) -> str:
    """What the city calls a post of the method; else the method's own word."""
    assert opened.assessment is not None  # noqa: S101 - usable
    name = chain_of(opened.assessment, opened.profile).get(post)
    return printable(words(name, language) or labels(language)["posts"].get(post, post))


def called(member: Attendant, among: Sequence[Attendant] = ()) -> str:
    """A member by post; with the name or the number where two have the same post."""
    word = _post(member)
    if sum(_post(one) == word for one in among) > 1:
        return _w("one_of", post=word, name=printable(member.name or str(member.number)))
    return word


def _post(member: Attendant) -> str:
    return in_line(member.post) or in_line(member.organisation) or printable(member.name or member.role)


def recorded(opened: Opened, topic: Topic, everybody: Sequence[Attendant]) -> Iterator[str]:
    """What was entered on an item so far."""
    names = {one.number: called(one, everybody) for one in everybody}
    for act in topic.acts:
        yield f"* {in_line(_act(opened, act, names))}"


def _act(opened: Opened, act: Act, names: Mapping[int, str]) -> str:
    kind = kind_of(act)
    values = {field.name: _part(getattr(act, field.name), names) for field in fields(act)}
    if isinstance(act, Opinion) and act.dissent:
        kind = "dissent"
    if isinstance(act, Changed):
        question = question_of(opened, act.question)
        values |= {"question": in_line(question.text), "answer": worded(question, act.answer.answer)}
    if isinstance(act, Raised):
        values["level"] = level_of(opened, act.level)
    if isinstance(act, Decision):
        values["by"] = f"{post_name(opened, act.post, context.language())} {printable(act.name)}"
    why = _w("did_because", because=values["because"]) if values.get("because", "-") != "-" else ""
    return f"{_w(f'did_{kind}', **values)} {why}".rstrip()


def _part(value: object, names: Mapping[int, str]) -> object:
    if isinstance(value, tuple):
        return context.words("check", "comma").join(names.get(one, str(one)) for one in value) or "-"
    if isinstance(value, int) and not isinstance(value, bool):
        return names.get(value, str(value))
    return words(value, context.language()) if isinstance(value, Mapping) else value or "-"


def _questions(opened: Opened, item: Entry) -> tuple[str, ...]:
    """The questions that raised it; of a risk without its safeguards, which are shown apart."""
    named = (*item.questions, item.id)
    return tuple(name for name in rests_on(opened, item) if name in named)


def _said_by(opened: Opened, name: str) -> str:
    """Who says so and who is asked, where the file tells it."""
    answer = answer_of(opened, name)
    told = []
    if who := answer.confirmed_by or answer.by:
        told.append(_w("said_by", who=printable(who)))
    if answer.asking:
        told.append(_w("asking", who=printable(answer.asking), day=answer.by_when or "-"))
    if answer.note:
        told.append(_w("note", note=in_line(answer.note)))
    return "".join(f" {one}" for one in told)


def _w(key: str, **values: object) -> str:
    return context.words("meeting", key, **values)


def answer_of(opened: Opened, name: str) -> Answer:
    """An answer as it stands in the file."""
    assert opened.assessment is not None  # noqa: S101 - usable
    return opened.assessment.answers.get(name, NO_ANSWER)


def helping(opened: Opened, item: Entry) -> Iterator[str]:
    """What would bring it down: each safeguard of a risk by itself, or each answer that clears a red line by itself."""
    result = opened.score()
    if item.id in result.red_lines:
        yield from _clearing(opened, item)
        return
    if item.id in result.standings:
        yield from _moving(opened, item.id)
        return
    if item.id in result.risks:
        yield from _lowering(opened, result.risks[item.id])
    yield from _advice(opened)


def _lowering(opened: Opened, risk: RiskResult) -> Iterator[str]:
    assert opened.questionnaire is not None  # noqa: S101 - usable
    rule = opened.questionnaire.risks[risk.id]
    yield _w("safeguards", risk=in_line(rule.risk.title))
    asked = [use for use, _ in rule.safeguards if opened.score().standings[use.question].asked is not Asked.NOT]
    for use in asked:
        yield f"  {in_line(question_of(opened, use.question).text)} ({use.question})"
        yield f"    {answer_now(opened, use.question)}{_planned(opened, use.question)}"
        then = what_if(opened, [f"{use.question}=implemented"]).after.risks[risk.id]
        yield f"    {_w('alone', move=move(opened, risk.current, then.current))}"
    if not asked:
        yield f"  {_w('no_safeguards')}"
    yield ""


def _planned(opened: Opened, name: str) -> str:
    answer = answer_of(opened, name)
    if not answer.owner and not answer.due:
        return ""
    return " " + _w("planned", who=printable(answer.owner or "-"), day=answer.due or "-")


def _clearing(opened: Opened, item: Entry) -> Iterator[str]:
    """The answers that clear the red line when they change alone: they are tried, one by one."""
    yield _w("clearing")
    found = False
    for name in rests_on(opened, item):
        question = question_of(opened, name)
        for value in _others(question, opened.score().standings[name].value):
            wish = f"{name}={value if isinstance(value, str) else ','.join(value)}"
            if what_if(opened, [wish]).after.red_lines[item.id].state == "clear":
                found = True
                yield f"- {wish}"
                yield f"    {_w('becomes', question=in_line(question.text), answer=worded(question, value))}"
    if not found:
        yield f"  {_w('clears_nothing')}"


def _moving(opened: Opened, name: str) -> Iterator[str]:
    """What each answer to one question would move."""
    question = question_of(opened, name)
    yield _w("moving" if question.answers else "moving_typed")
    for value in question.answers:
        found = what_if(opened, [f"{name}={value}"])
        yield f"- {worded(question, value)} ({name}={value})"
        yield from (f"    {one}" for one in _moved(opened, found))


def _moved(opened: Opened, found: WhatIf) -> Iterator[str]:
    assert opened.questionnaire is not None  # noqa: S101 - usable
    whole = move(opened, found.before.current, found.after.current)
    yield f"{context.words('score', 'current')}: {whole}"
    for name in found.moved_risks:
        moved = move(opened, found.before.risks[name].current, found.after.risks[name].current)
        yield f"{in_line(opened.questionnaire.risks[name].risk.title)}: {moved}"
    for name in found.moved_red_lines:
        state = context.words("what_if", f"line_{found.after.red_lines[name].state}")
        yield f"{state} {in_line(opened.questionnaire.red_lines[name].red_line.text)}"


def _others(question: Question, now: AnswerValue) -> Iterator[str | tuple[str, ...]]:
    """Other answers that could be chosen; of several options together, one option less."""
    if question.type == "choices" and isinstance(now, tuple) and len(now) > 1:
        yield from (tuple(one for one in now if one != gone) for gone in now)
    else:
        yield from (one for one in question.answers if one != now)


def _advice(opened: Opened) -> Iterator[str]:
    assert opened.questionnaire is not None  # noqa: S101 - usable
    assert opened.assessment is not None  # noqa: S101
    level = acceptable_level(opened.questionnaire, POST)
    if level is None:
        return
    missing = opened.loaded.missing_evidence
    advice = Adviser(opened.questionnaire, opened.assessment, opened.as_of, missing).advise(level)
    yield from advice_lines(opened, advice)
