"""What a privacy officer does next, by how far an assessment is: the words' keys, and what fills them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tsukuba_pia.change.approval import REVIEWER, names_of
from tsukuba_pia.change.comment_window import holds, newest
from tsukuba_pia.change.state import State, published, second_person
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.model.sign_off import SignOffs
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.threshold import NO_ASSESSMENT, threshold_of

NEXT_STEPS = 5


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next: the words' key and what fills them."""

    key: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is still to be written or settled."""

    needed: tuple[str, ...]  # required questions
    questions: tuple[str, ...]  # all questions
    parts: tuple[str, ...]  # of the file
    crossed: tuple[str, ...]  # red lines
    undecided: tuple[str, ...]
    errors: int


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where an assessment is, as its next steps need it. `path`: how the person names it."""

    opened: Opened
    assessment: Assessment
    result: ScoreResult
    path: str
    waiting: Waiting

    @property
    def day(self) -> str:
        """The day that is looked at."""
        return self.opened.as_of

    @property
    def signed(self) -> SignOffs:
        """Its sign-offs."""
        return self.opened.signed

    def step(self, key: str, **args: object) -> NextStep:
        """One step that names the path."""
        return NextStep(key, {"path": self.path, **{name: str(value) for name, value in args.items()}})


def next_steps(here: Standpoint, state: State) -> tuple[NextStep, ...]:
    """At most five, what helps most first."""
    steps = [here.step("next_errors", count=here.waiting.errors)] if here.waiting.errors else []
    return (*steps, *STEPS[state](here))[:NEXT_STEPS]


def _unwritten(here: Standpoint) -> Iterator[NextStep]:
    """What has to be settled or written before anybody decides."""
    waiting = here.waiting
    yield from (NextStep("next_crossed", {"red_line": one}) for one in waiting.crossed)
    if waiting.needed:
        yield here.step("next_required", count=len(waiting.needed))
    elif waiting.questions:
        yield here.step("next_open", count=len(waiting.questions))
    yield from (here.step("next_part", part=one) for one in waiting.parts)
    if waiting.undecided and not waiting.needed:
        yield here.step("next_undecided")


def _draft(here: Standpoint) -> Iterator[NextStep]:
    yield from _unwritten(here)
    if not here.waiting.needed and not names_of(here.assessment, REVIEWER):
        yield NextStep("next_reviewer")
    if here.waiting.questions:
        yield here.step("next_score")
    else:
        yield here.step("next_publish" if _needs_none(here.result) else "next_render")


def _review(here: Standpoint) -> Iterator[NextStep]:
    if _needs_none(here.result):
        yield from _unwritten(here)
        if not second_person(here.assessment):
            yield NextStep("next_reviewer")
        if not published(here.assessment, here.day):
            yield here.step("next_publish")
        return
    last = here.signed.last
    if not here.signed.fits:
        yield here.step("next_sign_offs")
    elif last is not None and last.outcome == "changes_required":
        yield NextStep("next_changes", {"day": last.on})
    yield from _unwritten(here)
    yield here.step("next_meeting")
    if not _was_heard(here):
        yield here.step("next_comment")
    yield here.step("next_decide")


def _needs_none(result: ScoreResult) -> bool:
    threshold = threshold_of(result)
    return threshold is not None and threshold.outcome.worst == NO_ASSESSMENT


def _was_heard(here: Standpoint) -> bool:
    """Whether residents have been asked about what it says today."""
    window, questionnaire = newest(here.opened.windows), here.opened.questionnaire
    assert questionnaire is not None  # noqa: S101 - it is usable
    if window is None:
        return False
    over = (window.consultation.to or here.day) < here.day
    return over and holds(window, here.assessment, questionnaire, here.result)


def _comment(here: Standpoint) -> Iterator[NextStep]:
    yield here.step("next_comments")
    yield from _unwritten(here)
    yield here.step("next_meeting")


def _built(here: Standpoint) -> Iterator[NextStep]:
    last = here.signed.last
    conditions = last.conditions if last is not None else ()
    if conditions:
        due = min(one.due for one in conditions)
        yield here.step("next_conditions", count=len(conditions), day=due)
    yield here.step("next_run")


def _approved(here: Standpoint) -> Iterator[NextStep]:
    yield here.step("next_publish")
    yield here.step("next_verify")


def _published(here: Standpoint) -> Iterator[NextStep]:
    if here.assessment.dates is None or here.assessment.dates.starts_on is None:
        yield NextStep("next_first_day")
    yield here.step("next_verify")


def _monitoring(here: Standpoint) -> Iterator[NextStep]:
    last = here.signed.last
    if last is not None and not published(here.assessment, here.day, since=last.on):
        yield here.step("next_publish")
    if last is not None and last.expedited is not None:
        yield here.step("next_expedited", day=last.expedited.until)
    due = here.assessment.review.due if here.assessment.review else None
    yield here.step("next_look_again", day=due) if due else NextStep("next_review_day")
    yield here.step("next_plan")


def _suspended(here: Standpoint) -> Iterator[NextStep]:
    """What runs without leave, and what took it away."""
    yield NextStep("next_stop")
    if not here.signed.fits:
        yield here.step("next_sign_offs")
    yield from (NextStep("next_crossed", {"red_line": one}) for one in here.waiting.crossed)
    if here.waiting.undecided:
        yield here.step("next_undecided")
    if any(one.state == "refused" for one in here.assessment.cooperation):
        yield NextStep("next_cooperation")
    yield here.step("next_decide")


def _refused(here: Standpoint) -> Iterator[NextStep]:
    newest_one = here.signed.all[-1].sign_off
    if newest_one is not None and not published(here.assessment, here.day, since=newest_one.on):
        yield here.step("next_publish_refusal")
    yield here.step("next_try_again")


def _no_pia(here: Standpoint) -> Iterator[NextStep]:
    yield here.step("next_if_it_changes")


def _ended(here: Standpoint) -> Iterator[NextStep]:
    ended = here.assessment.dates.ended if here.assessment.dates else None
    if ended is not None and not published(here.assessment, here.day, since=ended.on):
        yield here.step("next_publish_end")
        return
    yield NextStep("next_nothing")


STEPS: Mapping[State, Callable[[Standpoint], Iterator[NextStep]]] = {
    "draft": _draft,
    "review": _review,
    "comment": _comment,
    "approved_with_conditions": _built,
    "approved": _approved,
    "published": _published,
    "monitoring": _monitoring,
    "ended": _ended,
    "refused": _refused,
    "no_pia": _no_pia,
    "suspended": _suspended,
}
