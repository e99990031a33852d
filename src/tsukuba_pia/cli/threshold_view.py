"""Says whether an assessment is needed, and every reason."""

from tsukuba_pia.citing import cited
from tsukuba_pia.cli import context
from tsukuba_pia.model.bank import Decision
from tsukuba_pia.model.result import Reason, ScoreResult, Truth
from tsukuba_pia.model.text import printable, words
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.threshold import NO_ASSESSMENT, threshold_of


def tell_threshold(opened: Opened, result: ScoreResult) -> None:
    """To stdout: the outcome, what it might be at best, and the reasons, the heaviest first."""
    found = threshold_of(result)
    if found is None or opened.questionnaire is None:
        return
    decision = opened.questionnaire.decisions[found.id].decision
    context.tell(context.words("new", "result", outcome=outcome_label(decision, found.outcome.worst)))
    if found.outcome.best != found.outcome.worst:
        context.tell(context.words("new", "result_range", best=outcome_label(decision, found.outcome.best)))
    weights = [one.id for one in decision.outcomes]
    for reason in sorted(found.reasons, key=lambda one: (-weights.index(one.outcome), one.truth is not Truth.TRUE)):
        _tell_reason(reason, opened)
    if not found.reasons:
        context.tell(context.words("new", "no_reason"))
    if found.outcome.worst == NO_ASSESSMENT:
        context.tell(context.words("new", "recorded"))


def outcome_label(decision: Decision, outcome: str) -> str:
    """An outcome in the reader's words."""
    found = next(one for one in decision.outcomes if one.id == outcome)
    return printable(words(found.label, context.language()))


def _tell_reason(reason: Reason, opened: Opened) -> None:
    assert opened.questionnaire is not None  # noqa: S101 - told only of a usable one
    language = context.language()
    key = "reason" if reason.truth is Truth.TRUE else "reason_perhaps"
    context.tell(printable(context.words("new", key, because=words(reason.because, language))))
    known = opened.questionnaire.references.by_id
    titles = [cited(known[one], language) for one in reason.refs if one in known]
    if titles:
        context.tell(printable(context.words("new", "reason_refs", refs="; ".join(titles))))
