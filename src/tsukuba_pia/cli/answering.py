"""`pia answer`: the interview at a terminal, or answers by flags."""

from collections.abc import Sequence
from dataclasses import dataclass

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.opening import usable
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.load.shape import nearest
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.result import Asked
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.answers import DETAILS, answered, said, with_detail
from tsukuba_pia.work.interview import Interview

FOUND, USAGE = 1, 2


@dataclass(frozen=True, slots=True)
class Said:
    """What the flags say."""

    answers: Sequence[str] = ()
    notes: Sequence[str] = ()
    evidence: Sequence[str] = ()
    by: str | None = None


def run(file: str, given: Said, *, section: str | None, open_only: bool) -> int:
    """Answer by flags where there are any; else sit down at the interview."""
    opened = usable(file, context.today())
    interview = Interview(opened, section=section, open_only=open_only)
    if section is not None:
        _check_section(interview, section)
    if given.answers or given.notes or given.evidence:
        return _by_flags(interview, given)
    if not context.interactive():
        raise Problem("needs_terminal", command="answer")
    return _at_terminal(interview, file, given.by)


def _fail(key: str, **values: object) -> typer.Exit:
    context.say(f"pia: {context.words('answer', key, **values)}")
    return typer.Exit(USAGE)


def _meant(word: str, known: Sequence[str]) -> str:
    close = nearest(word, list(known))
    return context.words("refusal", "meant", meant=close) if close else ""


def _check_section(interview: Interview, section: str) -> None:
    known = [one.id for _, one in interview.questionnaire.sections]
    if section not in known:
        raise _fail("no_section", given=section, known=", ".join(known))


def _at_terminal(interview: Interview, file: str, by: str | None) -> int:
    from tsukuba_pia.cli.sitting import Sitting  # noqa: PLC0415 - only for a person

    if interview.at is None:
        context.say(context.words("answer", "nothing_asked"))
        return 0
    try:
        finished = Sitting(interview, by).run()
    except EOFError:  # the terminal was closed, or Ctrl-D
        finished = False
    progress = interview.progress
    if not finished:
        context.say(context.words("answer", "stopped", path=file))
        return 0
    context.say(context.words("answer", "finished", answered=progress.answered, total=progress.total))
    key = "then_open" if progress.answered < progress.total else "then_score"
    context.say(context.words("answer", key, path=file))
    return 0


def _by_flags(interview: Interview, given: Said) -> int:
    """Each answer is saved by itself; the first that does not fit ends it."""
    for name, answer in _changes(interview, given).items():
        outcome = interview.record(name, answer)
        if outcome.kind != "saved":
            theirs = str(outcome.theirs.answer)
            key = outcome.kind
            context.say(context.words("answer", key, question=name, theirs=theirs, file=interview.path))
            _tell(outcome.findings)
            return FOUND if key == "refused" else USAGE
        context.say(context.words("answer", "saved", question=name))
        if interview.result.standings[name].asked is Asked.NOT:
            context.say(context.words("answer", "not_asked_now", question=name))
        _tell(outcome.findings)
    return 0


def _tell(findings: Sequence[Diagnostic]) -> None:
    from tsukuba_pia.lint.words import hint_of, message_of  # noqa: PLC0415

    language = context.language()
    for one in findings:
        context.say(
            f"{one.file}:{one.line}:{one.column}: {one.code} {message_of(one, language)} {hint_of(one, language)}"
        )


def _changes(interview: Interview, given: Said) -> dict[str, Answer]:
    """What each question's answer becomes, in the order of the flags."""
    changes: dict[str, Answer] = {}
    for one in given.answers:
        key, equals, text = one.partition("=")
        if not equals:
            raise _fail("not_set", given=one)
        name, _, detail = key.strip().partition(".")
        _change(interview, changes, name, detail, text, given.by)
    for detail, several in (("note", given.notes), ("evidence", given.evidence)):
        for one in several:
            name, text = _whose(interview, list(changes), one)
            _change(interview, changes, name, detail, text, given.by)
    return changes


def _whose(interview: Interview, changed: list[str], given: str) -> tuple[str, str]:
    """`question=text`, or the text alone where only one question can be meant."""
    name, equals, text = given.partition("=")
    if equals and name.strip() in interview.questionnaire.questions:
        return name.strip(), text
    if len(changed) != 1:
        raise _fail("which", given=given)
    return changed[0], given


def _change(  # noqa: PLR0913, PLR0917 - one flag, taken apart
    interview: Interview, changes: dict[str, Answer], name: str, detail: str, text: str, by: str | None
) -> None:
    known = interview.questionnaire.questions
    if name not in known:
        raise _fail("no_question", question=name, meant=_meant(name, tuple(known)))
    old = changes.get(name) or interview.answer(name)
    if not detail:
        changes[name] = answered(old, said(known[name].question, text), by)
    elif detail in DETAILS:
        changes[name] = with_detail(old, detail, text)
    else:
        raise _fail("no_detail", detail=detail, known=", ".join(DETAILS))
