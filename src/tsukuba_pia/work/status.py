"""What `pia status` tells: how far an assessment is, what is open, what blocks, what next. A value, not words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tsukuba_pia.change.state import State
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import Asked, DecisionResult, Interval, ScoreResult
from tsukuba_pia.model.text import Text
from tsukuba_pia.work.opening import Opened, state_now
from tsukuba_pia.work.threshold import NO_ASSESSMENT, scope_of, threshold_of

NEXT_STEPS = 5


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """How far one section is."""

    section: str
    title: Text
    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class Blocked:
    """A red line that is crossed or not decided, with the questions that it waits for."""

    red_line: str
    text: Text
    state: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next: the words' key and what fills them."""

    key: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Status:
    """Where an assessment stands on a day."""

    assessment: str
    title: Text
    as_of: str
    threshold: DecisionResult | None
    counts: Mapping[str, int]  # by what the answers of asked questions count as
    sections: tuple[SectionProgress, ...]
    open_required: tuple[str, ...]
    open_questions: tuple[str, ...]
    blocked: tuple[Blocked, ...]
    errors: int
    warnings: int
    current: Interval
    target: Interval
    parts_missing: tuple[str, ...]
    next_steps: tuple[NextStep, ...]
    state: State = "draft"


def status_of(opened: Opened, path: str) -> Status:
    """The status of a `usable` assessment; `path` is how the person names it."""
    questionnaire, assessment = opened.questionnaire, opened.assessment
    assert questionnaire is not None  # noqa: S101 - it is usable
    assert assessment is not None  # noqa: S101
    result = opened.score()
    scope = scope_of(questionnaire, result, assessment)
    asked = [name for name in scope if result.standings[name].asked is not Asked.NOT]
    waiting = tuple(name for name in asked if result.standings[name].open)
    needed = tuple(name for name in waiting if questionnaire.questions[name].required)
    blocked = tuple(_blocked(questionnaire, result))
    errors = [one for one in opened.diagnostics if one.level == "error"]
    threshold = threshold_of(result)
    missing = tuple(name for name in ("service", "data", "provision") if not getattr(assessment, name))
    if threshold and threshold.outcome.worst == NO_ASSESSMENT:
        missing = ()
    return Status(
        assessment=assessment.assessment,
        title=assessment.title,
        as_of=opened.as_of,
        threshold=threshold,
        counts=dict(Counter(result.standings[name].state.value for name in asked)),
        sections=tuple(_sections(questionnaire, result, asked)),
        open_required=needed,
        open_questions=waiting,
        blocked=blocked,
        errors=len(errors),
        warnings=sum(one.level == "warning" for one in opened.diagnostics),
        current=result.current,
        target=result.target,
        parts_missing=missing,
        next_steps=tuple(_next(path, len(errors), blocked, Waiting(needed, waiting, missing)))[:NEXT_STEPS],
        state=state_now(opened, result),
    )


def _sections(questionnaire: Questionnaire, result: ScoreResult, asked: list[str]) -> Iterator[SectionProgress]:
    for _, section in questionnaire.sections:
        names = [question.id for question in section.questions if question.id in asked]
        if names:
            done = sum(not result.standings[name].open for name in names)
            yield SectionProgress(section.id, section.title, done, len(names))


def _blocked(questionnaire: Questionnaire, result: ScoreResult) -> Iterator[Blocked]:
    """Crossed ones first."""
    for state in ("crossed", "unknown"):
        for name, line in result.red_lines.items():
            if line.state == state:
                waits = tuple(one for one in line.questions if state == "crossed" or result.standings[one].open)
                yield Blocked(name, questionnaire.red_lines[name].red_line.text, state, waits)


class Waiting(NamedTuple):
    """What is still to be written: required questions, all questions, parts of the file."""

    needed: tuple[str, ...]
    questions: tuple[str, ...]
    parts: tuple[str, ...]


def _next(path: str, errors: int, blocked: tuple[Blocked, ...], waiting: Waiting) -> Iterator[NextStep]:
    """What helps most, first."""
    if errors:
        yield NextStep("next_errors", {"path": path, "count": str(errors)})
    for one in blocked:
        if one.state == "crossed":
            yield NextStep("next_crossed", {"red_line": one.red_line})
    if waiting.needed:
        yield NextStep("next_required", {"path": path, "count": str(len(waiting.needed))})
    elif waiting.questions:
        yield NextStep("next_open", {"path": path, "count": str(len(waiting.questions))})
    for part in waiting.parts:
        yield NextStep("next_part", {"path": path, "part": part})
    if any(one.state == "unknown" for one in blocked) and not waiting.needed:
        yield NextStep("next_undecided", {"path": path})
    yield NextStep("next_score" if waiting.questions else "next_render", {"path": path})
