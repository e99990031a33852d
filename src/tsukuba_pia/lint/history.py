"""What the sign-offs of an assessment tell one after the other."""

from datetime import date

from tsukuba_pia.change.approval import chain_of, may_decide
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


def decisions(context: AssessmentContext) -> list[int]:
    """The places of the sign-offs that decided on it, among those whose words can be relied on (`context.earlier`)."""
    sound = context.sign_offs.sound[: len(context.earlier)]
    return [place for place, one in enumerate(sound) if decided(one)]


def last_decision(context: AssessmentContext) -> int:
    """The place of the last that decided; where none has, of the last one; below zero without any."""
    return max(decisions(context), default=len(context.earlier) - 1)


def level_settled(sign_off: SignOff, context: AssessmentContext) -> str:
    """The level at which a sign-off without leave decides: a refusal at that of its day, all else at that of today."""
    now = context.result.current.worst
    return sign_off.levels.get("current", now) if sign_off.outcome == "refused" else now


def of_who_decides(sign_off: SignOff, context: AssessmentContext) -> bool:
    """Whether it was signed by a post that decides at that level."""
    chain = chain_of(context.assessment, context.profile)
    return may_decide(sign_off.signed.post, level_settled(sign_off, context), context.questionnaire, chain)


def settles_a_run(sign_off: SignOff, context: AssessmentContext) -> bool:
    """Whether a sign-off without leave says of a service that runs, or ran, without leave what is to become of it.

    That it is to be assessed yet, where that is the first word since its first day; that it is refused; that it was not
    to run, where it is over.
    """
    dates = context.assessment.dates
    ended = dates.ended if dates else None
    if dates is None or dates.starts_on is None or sign_off.outcome in APPROVING or approvals_to_run(context):
        return False
    if not ran(context) or sign_off.on < dates.starts_on or outcome_of(context.result) == NO_ASSESSMENT:
        return False
    if ended is not None and over(context):
        return sign_off.outcome == "refused" and sign_off.on >= ended.on
    return sign_off.outcome == "refused" or signed_so_far(context)[0] == sign_off


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
