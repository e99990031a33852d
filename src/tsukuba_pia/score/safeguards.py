"""By how many steps safeguards lower a risk: now and when all that is planned is done, in the best and worst case."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from tsukuba_pia.model.assessment import Answer, Assessment
from tsukuba_pia.model.bank import IN_PLACE, Lowers, SafeguardKind, SafeguardRules
from tsukuba_pia.model.questionnaire import Place
from tsukuba_pia.model.result import COUNTS_AS_UNKNOWN, AnswerState, Asked, Standing
from tsukuba_pia.score.asked import named, same_person

Moment = Literal["current", "target"]
Case = Literal["best", "worst"]


class Strength(NamedTuple):
    """The most steps that a safeguard may lower anything by, in the best and in the worst case."""

    best: int
    worst: int


class Counted(NamedTuple):
    """A safeguard of one risk with its strength now and later."""

    question: str
    kind: SafeguardKind
    lowers: Lowers
    current: Strength
    target: Strength
    place: Place


class Steps(NamedTuple):
    """Steps down on both axes."""

    severity: int
    likelihood: int


def strength(standing: Standing, answer: Answer, rules: SafeguardRules, moment: Moment) -> Strength:
    """How far a safeguard may count: `verified` by more than `implemented`, in the worst case only with evidence."""
    if standing.asked is Asked.PERHAPS or standing.state in COUNTS_AS_UNKNOWN:
        return Strength(best=rules.verified_lowers_at_most, worst=0)
    if standing.state is not AnswerState.ANSWERED:
        return Strength(0, 0)
    if standing.value == "planned":
        promised = moment == "target" and named(answer.owner) and answer.due is not None
        return Strength(*(rules.implemented_lowers_at_most if promised else 0,) * 2)
    if standing.value not in IN_PLACE:
        return Strength(0, 0)
    steps = rules.verified_lowers_at_most if is_verified(standing, answer) else rules.implemented_lowers_at_most
    return Strength(best=steps, worst=steps if standing.evidence else 0)


def is_verified(standing: Standing, answer: Answer) -> bool:
    """Verified by another person than its owner, on a date, by a method; else it counts as implemented."""
    checked = named(answer.verified_by) and answer.verified_on is not None and answer.method
    return standing.value == "verified" and bool(checked) and not same_person(answer.verified_by, answer.owner)


def failed_on(assessment: Assessment, risk: str, as_of: str) -> str | None:
    """The day of the last incident or complaint that touched a risk; None where none has by that day."""
    incidents = [(one.on, one.touches) for one in assessment.incidents]
    complaints = [(one.get("on"), touched(one)) for one in assessment.complaints]
    days = [str(on) for on, touches in (*incidents, *complaints) if on is not None and risk in touches]
    return max((day for day in days if day <= as_of), default=None)


def touched(complaint: Mapping[str, Any]) -> tuple[str, ...]:
    """The risks that a complaint touches: one or several; nothing holds them to a shape, so anything else is none."""
    said = complaint.get("touches")
    return (said,) if isinstance(said, str) else tuple(map(str, said)) if isinstance(said, list | tuple) else ()


def failed(standing: Standing, answer: Answer, since: str | None) -> bool:
    """Whether a safeguard that was in place has failed, and nobody has verified it again since.

    One that is perhaps not asked counts as unknown, here as everywhere.
    """
    answered = standing.asked is Asked.ASKED and standing.state is AnswerState.ANSWERED
    if since is None or not answered or standing.value not in IN_PLACE:
        return False
    return not (is_verified(standing, answer) and str(answer.verified_on) > since)


def steps_down(counted: Iterable[Counted], rules: SafeguardRules, moment: Moment, case: Case) -> Steps:
    """Of one kind the strongest counts; kinds add up; never more than the method's steps."""
    severity = 0
    by_kind: dict[str, int] = {}
    for one in counted:
        allowed = getattr(getattr(one, moment), case)
        by_kind[one.kind] = max(by_kind.get(one.kind, 0), min(one.lowers.likelihood, allowed))
        if one.kind == "data_absent":
            severity = max(severity, min(one.lowers.severity, allowed))
    return Steps(min(severity, rules.severity_steps), min(sum(by_kind.values()), rules.likelihood_steps))


def marginal(counted: Sequence[Counted], rules: SafeguardRules, moment: Moment) -> tuple[Steps, ...]:
    """What each safeguard adds to those before it, in bank order, in the worst case: what a reader is shown."""
    before = Steps(0, 0)
    added = []
    for number in range(len(counted)):
        now = steps_down(counted[: number + 1], rules, moment, "worst")
        added.append(Steps(now.severity - before.severity, now.likelihood - before.likelihood))
        before = now
    return tuple(added)
