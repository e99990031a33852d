"""How far an assessment is on its way (formats.md §4): derived from the files' contents and the day, never typed."""

from collections.abc import Sequence
from typing import Any, Literal

from tsukuba_pia.change.approval import AUTHOR, REVIEWER, blocking, names_of
from tsukuba_pia.change.comment_window import holds, newest
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.comment_window import Window
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.model.sign_off import RUNNING, SignOff, SignOffs
from tsukuba_pia.score.asked import same_name

State = Literal[
    "draft", "review", "comment", "approved_with_conditions", "approved", "published", "monitoring", "ended",
    "refused", "no_pia", "suspended",
]  # fmt: skip
TELLING: tuple[State, ...] = ("refused", "no_pia", "ended")  # what is only told, and neither built nor run
NO_ASSESSMENT = "none"


def state_of(  # noqa: PLR0913 - each is read from another place
    assessment: Assessment,
    questionnaire: Questionnaire,
    result: ScoreResult,
    signed: SignOffs,
    *,
    complete: bool,
    windows: Sequence[Window] = (),
) -> State:
    """The state on the score's day.

    Args:
        assessment: what its file says.
        questionnaire: the composed banks.
        result: the score.
        signed: its sign-offs; where one does not fit, none of them gives leave to do anything.
        complete: whether no required question is open.
        windows: its comment windows.

    """
    day = result.as_of
    signed = signed.until(day)
    if _over(assessment, day):
        return "ended"
    last, launched = signed.last, _launched(assessment, signed, day)
    if last is not None and _may_run(last, day):
        return _running(assessment, questionnaire, result, last, launched=launched)
    if launched:
        return "suspended"
    if _refused(signed):
        return "refused"
    if last is not None and last.outcome == "approved_with_conditions":
        return "approved_with_conditions"
    early = _early(assessment, result, complete=complete)
    return early or ("comment" if _open_for_comments(assessment, questionnaire, result, windows) else "review")


def _running(
    assessment: Assessment, questionnaire: Questionnaire, result: ScoreResult, last: SignOff, *, launched: bool
) -> State:
    if not launched:
        told = published(assessment, result.as_of, since=last.on)
        return "published" if told else "approved"
    stopped = blocking(last, result, questionnaire) or any(one.state == "refused" for one in assessment.cooperation)
    return "suspended" if stopped else "monitoring"


def _early(assessment: Assessment, result: ScoreResult, *, complete: bool) -> State | None:
    """Nothing was approved: no assessment is needed, or it is still being written."""
    if _needs_none(result) and second_person(assessment) and published(assessment, result.as_of):
        return "no_pia"
    return None if complete and names_of(assessment, REVIEWER) else "draft"


def _open_for_comments(
    assessment: Assessment, questionnaire: Questionnaire, result: ScoreResult, windows: Sequence[Window]
) -> bool:
    """Whether residents are being asked about what it says today; an older text's window is not open for this one."""
    window = newest(windows)
    if window is None:
        return _announced(assessment, result.as_of)
    first, last = window.consultation.from_ or "", window.consultation.to or ""
    return first <= result.as_of <= last and holds(window, assessment, questionnaire, result)


def published(assessment: Assessment, as_of: str, since: str = "") -> bool:
    """Whether it has been published by that day; what was published before `since` was something else."""
    on = assessment.publication.published_on if assessment.publication else None
    return on is not None and since <= on <= as_of


def second_person(assessment: Assessment) -> bool:
    """Whether somebody other than its author has looked at it."""
    authors, reviewers = names_of(assessment, AUTHOR), names_of(assessment, REVIEWER)
    return bool(authors) and any(not any(same_name(one, other) for other in authors) for one in reviewers)


def _over(assessment: Assessment, day: str) -> bool:
    ended = assessment.dates.ended if assessment.dates else None
    return ended is not None and ended.on <= day


def _refused(signed: SignOffs) -> bool:
    """A refusal gives leave to nothing, so it counts also where an earlier sign-off does not fit."""
    newest = signed.all[-1] if signed.all else None
    refused = newest is not None and newest.sign_off is not None and newest.sign_off.outcome == "refused"
    return refused and all(problem == "@sign_off_chain" for problem, _ in newest.problems) if newest else False


def _may_run(sign_off: SignOff, day: str) -> bool:
    return sign_off.outcome == "approved" or (sign_off.expedited is not None and sign_off.expedited.until >= day)


def _launched(assessment: Assessment, signed: SignOffs, day: str) -> bool:
    """Whether it was given leave to run, and its first day has come."""
    starts = assessment.dates.starts_on if assessment.dates else None
    given = any(one.sign_off is not None and one.sign_off.outcome in RUNNING for one in signed.all)
    return given and starts is not None and starts <= day


def _needs_none(result: ScoreResult) -> bool:
    found = next((one for one in result.decisions.values() if one.role == "threshold"), None)
    return found is not None and found.outcome.worst == NO_ASSESSMENT


def _announced(assessment: Assessment, day: str) -> bool:
    """Whether the window that is announced is open; nothing tells what it is about."""
    window: Any = assessment.publication.window if assessment.publication else None
    first, last = (window.get("from"), window.get("to")) if window else (None, None)
    return isinstance(first, str) and isinstance(last, str) and first <= day <= last
