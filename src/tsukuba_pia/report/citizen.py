"""The page for residents: the few things that someone who decides for themselves needs to know."""

from collections.abc import Sequence

from tsukuba_pia.report.measures import IN_PLACE, brief
from tsukuba_pia.report.method import accepted_by
from tsukuba_pia.report.model import Measure, RedLine, Risk, RiskBrief
from tsukuba_pia.report.parts import Citizen
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.risks import moments

SHOWN = 5  # risks told on the page; the rest stands in the register of risks


def citizen_of(
    reader: Reader, risks: Sequence[Risk], measures: Sequence[Measure], red_lines: Sequence[RedLine]
) -> Citizen:
    """What the page says beyond the parts that it shares with the report."""
    publication = reader.assessment.publication
    summaries = publication.summaries if publication else None
    states = [line.state for line in red_lines]
    return Citizen(
        summary=reader.maybe(summaries),
        levels=moments(reader),
        accepted_by=accepted_by(reader, reader.result.current.worst),
        risks=tuple(_brief(risk) for risk in risks[:SHOWN]),
        more_risks=max(0, len(risks) - SHOWN),
        doing=tuple(brief(one) for one in measures if one.state in IN_PLACE and one.proven),
        planned=tuple(brief(one) for one in measures if one.state == "planned"),
        red_crossed=states.count("crossed"),
        red_unknown=states.count("unknown"),
    )


def _brief(risk: Risk) -> RiskBrief:
    return RiskBrief(risk.number, risk.id, risk.title, risk.scenario, risk.levels, risk.worst_group)
