"""What the sign-offs of an assessment tell one after the other."""

from datetime import date

from tsukuba_pia.change.state import published
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.threshold import NO_ASSESSMENT, outcome_of
from tsukuba_pia.model.sign_off import APPROVING, RUNNING, SignOff
from tsukuba_pia.score.asked import is_day


def signed_so_far(context: AssessmentContext) -> tuple[SignOff, ...]:
    """The sign-offs that can be relied on, the first one first; what is about to be signed is the last."""
    proposed = () if context.proposed is None else (context.proposed,)
    return (*context.sign_offs.sound, *proposed)


def last_approval(context: AssessmentContext) -> SignOff | None:
    """The approval that what is built or run rests on. None while something is about to be signed, or was refused."""
    if context.proposed is not None or not context.sign_offs.fits:
        return None
    for one in reversed(context.sign_offs.sound):
        if one.outcome in APPROVING or one.outcome == "refused":
            return one if one.outcome in APPROVING else None
    return None


def approvals_to_run(context: AssessmentContext) -> int:
    """How often it was given leave to run."""
    return sum(one.outcome in RUNNING for one in context.sign_offs.sound)


def decided(sign_off: SignOff) -> bool:
    """Whether it decides: one that asks for changes leaves that for later."""
    return sign_off.outcome != "changes_required"


def published_undecided(context: AssessmentContext) -> bool:
    """Whether it has been published although nobody ever decided on it, and somebody had to."""
    told = published(context.assessment, context.as_of)
    if not told or context.proposed is not None or not context.sign_offs.fits:
        return False
    return outcome_of(context.result) != NO_ASSESSMENT and not any(decided(one) for one in context.sign_offs.sound)


def days_between(first: str, last: str) -> int | None:
    """How many days lie between two days; None where one of them is none."""
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return None


def started(context: AssessmentContext) -> bool:
    """Whether the first day of the service has come, and it has not ended."""
    starts = context.assessment.dates.starts_on if context.assessment.dates else None
    return starts is not None and is_day(starts) and starts <= context.as_of and not over(context)


def ran(context: AssessmentContext) -> bool:
    """Whether the first day of the service has come, and it had not ended before; also where it has ended since."""
    dates = context.assessment.dates
    starts = dates.starts_on if dates else None
    if dates is None or starts is None or not is_day(starts) or starts > context.as_of:
        return False
    return dates.ended is None or not over(context) or starts <= dates.ended.on


def over(context: AssessmentContext) -> bool:
    """Whether the service has ended."""
    ended = context.assessment.dates.ended if context.assessment.dates else None
    return ended is not None and ended.on <= context.as_of
