"""The treatment plan: what is still to be done, by whom, by when, and what it will lower."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal
from unicodedata import normalize

from tsukuba_pia.change.approval import met
from tsukuba_pia.load.minutes import load_minutes
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import AnswerState, Asked, RiskResult, ScoreResult
from tsukuba_pia.model.text import Text, words
from tsukuba_pia.score.asked import NO_ANSWER
from tsukuba_pia.score.engine import score
from tsukuba_pia.work.opening import Opened

Kind = Literal["safeguard", "condition", "request", "unknown", "meeting"]
PROOF = "plan"  # stands for the evidence that a measure will have once it is done


@dataclass(frozen=True, slots=True)
class Lowered:
    """A risk that one measure lowers by itself, in the worst case of now: ids of the method's scales."""

    risk: str
    title: Text
    level: tuple[str, str]
    severity: tuple[str, str]
    likelihood: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do."""

    uid: str  # the same as long as it is the same task, whatever its owner, day and place in the file
    assessment: str
    title: Text  # of the assessment
    kind: Kind
    id: str  # of its question; empty where there is none
    what: Text
    owner: Text
    due: str  # ISO 8601; empty where no day is set
    overdue: bool
    place: str
    lowers: tuple[Lowered, ...] = ()


def plan_of(opened: Opened) -> tuple[Task, ...]:
    """All that is still to be done in one assessment. Only where `usable`."""
    tasks = [*_conditions(opened)]
    taken = {task.id for task in tasks}
    tasks += [
        task
        for task in (*_answers(opened), *_requests(opened), *_meetings(opened))
        if not task.id or task.id not in taken
    ]
    return in_order(tasks)


def in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Overdue first, then by day; what has no day comes last."""
    return tuple(sorted(tasks, key=lambda one: (not one.overdue, one.due or "9999", one.assessment, one.kind, one.id)))


def owned_by(tasks: Iterable[Task], owner: str) -> tuple[Task, ...]:
    """Those whose owner's name holds these words, in any language, whatever their blanks, width and case."""
    asked = _plain(owner)
    return tuple(one for one in tasks if any(asked in _plain(said) for said in _said(one.owner)))


def _said(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text.values())


def _plain(name: str) -> str:
    return "".join(normalize("NFKC", name).split()).casefold()


def _parts(opened: Opened) -> tuple[Assessment, Questionnaire]:
    assert opened.assessment is not None  # noqa: S101 - the caller asked `usable`
    assert opened.questionnaire is not None  # noqa: S101
    return opened.assessment, opened.questionnaire


def _task(  # noqa: PLR0913 - what makes a task
    opened: Opened,
    kind: Kind,
    key: str,
    where: tuple[str | int, ...],
    *,
    what: Text,
    owner: Text,
    due: str | None,
    question: str = "",
    lowers: tuple[Lowered, ...] = (),
) -> Task:
    """A task with its stable name and its place; an owner that is an actor by that actor's name."""
    assessment, _ = _parts(opened)
    digest = hashlib.sha256(f"{assessment.assessment}\0{kind}\0{key}".encode()).hexdigest()[:32]
    actors = {one.id: one.name for one in assessment.actors or ()}
    line = opened.source.position(where).line
    return Task(
        f"{digest}@tsukuba-pia",
        assessment.assessment,
        assessment.title,
        kind,
        question,
        what,
        actors.get(owner, owner) if isinstance(owner, str) else owner,
        due or "",
        due is not None and due < opened.as_of,
        f"{opened.path.parent.name}/{opened.path.name}:{line}",
        lowers,
    )


def _meetings(opened: Opened) -> Iterator[Task]:
    """What was given to somebody in a meeting and is not said to be done."""
    for file, source, minutes in load_minutes(opened.path.parent):
        for number, item in enumerate(minutes.items if minutes is not None else ()):
            for place, one in enumerate(item.recorded):
                if one.task is not None and one.task.done is None:
                    key = f"{file.name}\0{item.key}\0{place}"
                    line = source.position(("items", number, "recorded", place)).line
                    what, who, day = one.task.what, one.task.who, one.task.by_when
                    task = _task(opened, "meeting", key, (), what=what, owner=who, due=day)
                    yield replace(task, place=f"{file.parent.name}/{file.name}:{line}")


def _answers(opened: Opened) -> Iterator[Task]:
    """Planned safeguards, and what is said to be unknown."""
    assessment, questionnaire = _parts(opened)
    now = opened.score()
    for name, standing in now.standings.items():
        if standing.asked is Asked.NOT or name not in assessment.answers:
            continue
        given, question = assessment.answers[name], questionnaire.questions[name].question
        where = ("answers", name)
        if question.type == "safeguard" and standing.state is AnswerState.ANSWERED and standing.value == "planned":
            yield _task(
                opened, "safeguard", name, where, question=name, what=question.text, owner=given.owner or "",
                due=given.due, lowers=lowered(opened, now, name),
            )  # fmt: skip
        elif standing.state is AnswerState.UNKNOWN and given.answer == "unknown":
            yield _task(
                opened,
                "unknown",
                name,
                where,
                question=name,
                what=question.text,
                owner=given.asking or "",
                due=given.by_when,
            )


def _requests(opened: Opened) -> Iterator[Task]:
    """What was asked of others for the assessment and is not answered."""
    assessment, _ = _parts(opened)
    seen: dict[str, int] = {}
    for number, one in enumerate(assessment.cooperation):
        key = f"{words(one.request, 'ja')}\0{words(one.to, 'ja')}"
        seen[key] = seen.get(key, 0) + 1
        if one.state != "answered":
            name = f"{key}\0{seen[key]}"
            yield _task(opened, "request", name, ("cooperation", number), what=one.request, owner=one.to, due=one.due)


def _conditions(opened: Opened) -> Iterator[Task]:
    """On what the last sign-off depends, but for safeguards that are there by now."""
    _, questionnaire = _parts(opened)
    last = opened.signed.last
    if last is None:
        return
    now = opened.score()
    for number, one in enumerate(last.conditions):
        name = one.question or ""
        if met(one, now):
            continue
        asked = questionnaire.questions.get(name)
        what = one.what or (asked.question.text if asked else name)
        counts = asked is not None and asked.question.type == "safeguard"
        yield _task(
            opened, "condition", name or f"{last.number}\0{number}", ("answers", name) if name else (), question=name,
            what=what, owner=one.owner, due=one.due, lowers=lowered(opened, now, name) if counts else (),
        )  # fmt: skip


def lowered(opened: Opened, now: ScoreResult, question: str) -> tuple[Lowered, ...]:
    """What changes with this one measure counted as implemented and proven, and nothing else done."""
    assessment, questionnaire = _parts(opened)
    done = replace(
        assessment.answers.get(question, NO_ANSWER),
        answer="implemented",
        by=None,
        evidence=(PROOF,),
        evidence_until=None,
    )
    missing = opened.loaded.missing_evidence - {PROOF}
    then = score(
        questionnaire, replace(assessment, answers={**assessment.answers, question: done}), opened.as_of, missing
    )
    found = (_lowered(questionnaire, was, then.risks[name]) for name, was in now.risks.items())
    return tuple(one for one in found if one is not None)


def _lowered(questionnaire: Questionnaire, was: RiskResult, then: RiskResult) -> Lowered | None:
    before, after = was.worst.current, then.worst.current
    moved = Lowered(
        was.id,
        questionnaire.risks[was.id].risk.title,
        (was.current.worst, then.current.worst),
        (before.severity.worst, after.severity.worst),
        (before.likelihood.worst, after.likelihood.worst),
    )
    return moved if any(one != two for one, two in (moved.level, moved.severity, moved.likelihood)) else None
