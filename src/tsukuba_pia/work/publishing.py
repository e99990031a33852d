"""Whether an assessment may be published as it stands."""

from dataclasses import replace

from tsukuba_pia.change.state import State
from tsukuba_pia.diagnostics import Diagnostic, in_order
from tsukuba_pia.lint.engine import check_assessment, check_file
from tsukuba_pia.lint.rule import STAGES, Stage
from tsukuba_pia.model.bank import UNKNOWN
from tsukuba_pia.work.opening import Opened, context_of, state_now

UNDECIDED: tuple[State, ...] = ("draft", "review", "comment")  # no approval is on record
OPEN = "PIA426"  # a required question that counts as unknown
WORSE = "PIA524"  # worse than what residents were asked about
NOBODY = "PIA560"  # nobody has decided on it


def hindrances(opened: Opened, least: Stage = "publication") -> tuple[Diagnostic, ...]:
    """The errors that bind it at publication, or at an earlier stage that is told in public. Only where `usable`.

    It may have been opened without its rules: they are asked here then, once. What is said to be unknown is published
    as unknown: residents shall read it. A red line that hangs on it is an error of its own. That nobody has decided is
    said by `undecided`.
    """
    context = opened.context or context_of(opened)
    last = max(context.stage, least, key=STAGES.index)
    found = [*opened.diagnostics, *(check_file(opened.source) if opened.context is None else ())]
    if opened.context is None or last != opened.stage:
        found += check_assessment(replace(context, stage=last))
    wrong = (one for one in in_order(found) if _binds(one) and not _told_as_unknown(one, opened))
    return tuple(one for one in wrong if one.code != NOBODY or not undecided(opened))


def undecided(opened: Opened) -> bool:
    """Whether nobody has decided on it yet; that it is over decides nothing. Only where `usable`."""
    result, assessment = opened.score(), opened.assessment
    if state_now(opened, result) != "ended" or assessment is None or assessment.dates is None:
        return state_now(opened, result) in UNDECIDED
    going_on = replace(assessment, dates=replace(assessment.dates, ended=None))
    return state_now(replace(opened, loaded=replace(opened.loaded, assessment=going_on)), result) in UNDECIDED


def _binds(one: Diagnostic) -> bool:
    """Work may go on after an approval on conditions; what has become worse by it is not told as what was approved."""
    return one.level == "error" or one.code == WORSE


def _told_as_unknown(one: Diagnostic, opened: Opened) -> bool:
    answers = opened.assessment.answers if opened.assessment else {}
    return one.code == OPEN and one.args["question"] in answers and answers[one.args["question"]].answer == UNKNOWN
