"""The page for residents: the few things that someone who decides for themselves needs to know."""

import sys
from collections.abc import Iterable, Sequence

from tsukuba_pia.model.bank import IN_PLACE
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.decisions import no_assessment
from tsukuba_pia.report.measures import brief
from tsukuba_pia.report.method import acceptable, accepted_by
from tsukuba_pia.report.model import Answer, Measure, RedLine, Risk
from tsukuba_pia.report.parts import Citizen
from tsukuba_pia.report.reader import WITHHELD, Reader
from tsukuba_pia.report.records import SignedView, Task
from tsukuba_pia.report.risks import brief as brief_risk
from tsukuba_pia.report.risks import moments

SHOWN = 4  # risks told on the page; the rest stands in the register of risks
DOING, PLANNED, OPEN = 3, 4, 4  # how many of each one sheet holds; the rest is counted
APPROVER = "approver"


def citizen_of(  # noqa: PLR0913 - the parts that it draws together
    reader: Reader,
    risks: Sequence[Risk],
    measures: Sequence[Measure],
    red_lines: Sequence[RedLine],
    *,
    opens: Sequence[Answer],
    signed: Sequence[SignedView],
) -> Citizen:
    """What the page says beyond the parts that it shares with the report."""
    publication, dates = reader.assessment.publication, reader.assessment.dates
    states = [line.state for line in red_lines if line.waived is None]
    now, later = reader.result.current.worst, reader.result.target.worst
    blocked = "crossed" in states or not acceptable(reader, later)
    needless = no_assessment(reader)
    doing = _weightiest(one for one in measures if one.state in IN_PLACE and one.proven)
    planned = _planned(measures, signed[-1] if signed else None)
    untold = any(one.state == WITHHELD for one in measures)
    holds, staying = _holding(risks)
    told_first = blocked or needless is not None or (dates is not None and dates.ended is not None)
    return Citizen(
        summary=reader.maybe(publication.summaries if publication else None),
        conclusion=reader.maybe(reader.assessment.conclusion) if told_first else None,
        result=needless,
        decides=_decides(reader),
        levels=moments(reader),
        falls=reader.result.current.worst != later,
        holds=holds,
        staying=staying,
        accepted_by=accepted_by(reader, now) if acceptable(reader, now) else None,
        nobody_accepts=not acceptable(reader, now),
        unanswered=bool(opens) and not acceptable(reader, later) and acceptable(reader, reader.result.target.best),
        blocked=blocked,
        risks=tuple(brief_risk(risk) for risk in risks[:SHOWN]),
        more_risks=max(0, len(risks) - SHOWN),
        doing=tuple(brief(one) for one in doing[:DOING]),
        more_doing=max(0, len(doing) - DOING),
        planned=tuple(planned[:PLANNED]),
        more_planned=max(0, len(planned) - PLANNED),
        untold=untold,
        open=tuple(opens[:OPEN]),
        more_open=max(0, len(opens) - OPEN),
        red_crossed=states.count("crossed"),
        red_unknown=states.count("unknown"),
    )


def _holding(risks: Sequence[Risk]) -> tuple[Said | None, int]:
    """The risk that keeps the level up when all that is planned is done, and how many do."""
    worst = max(risks, key=lambda one: one.levels.target.worst.rank, default=None)
    if worst is None:
        return None, 0
    return worst.title, sum(one.levels.target.worst == worst.levels.target.worst for one in risks)


def _planned(measures: Sequence[Measure], last: SignedView | None) -> list[Task]:
    """What the last decision asks for and is not done yet, then the rest of what is planned."""
    asked = last.conditions if last else ()
    questions = {one.question for one in asked}
    known = {one.id for one in measures}
    own = [Task(one.what, one.due, condition=True) for one in asked if one.what and one.question not in known]
    planned = _weightiest(one for one in measures if one.state == "planned")
    told = [Task(one.text, one.due, condition=one.id in questions) for one in planned]
    return sorted((*own, *told), key=lambda one: not one.condition)


def _weightiest(measures: Iterable[Measure]) -> list[Measure]:
    """Those against the worst risks first."""
    return sorted(measures, key=lambda one: min(one.risks, default=sys.maxsize))


def _decides(reader: Reader) -> Said | None:
    """The post of the team's approver; none where the public may not know."""
    for member in reader.assessment.team:
        if member.role == APPROVER and not (reader.public and member.withheld):
            return reader.maybe(member.post)
    return None
