"""What `pia status` tells: how far an assessment is, what is open, what blocks, what next. A value, not words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tsukuba_pia.change.state import State
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import Asked, DecisionResult, Interval, ScoreResult
from tsukuba_pia.model.text import Text
from tsukuba_pia.work.next_steps import NextStep, Standpoint, Waiting, next_steps
from tsukuba_pia.work.opening import Opened, state_now
from tsukuba_pia.work.threshold import NO_ASSESSMENT, scope_of, threshold_of


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
    state: State


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
    crossed, undecided = (
        tuple(one.red_line for one in blocked if one.state == kind) for kind in ("crossed", "unknown")
    )
    open_now = Waiting(needed, waiting, missing, crossed, undecided, len(errors))
    state = state_now(opened, result)
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
        next_steps=next_steps(Standpoint(opened, assessment, result, path, open_now), state),
        state=state,
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
