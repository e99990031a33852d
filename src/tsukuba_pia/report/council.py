"""The summary for the council: what is asked of it, and what it has to know before it says yes."""

from collections.abc import Sequence
from dataclasses import replace

from tsukuba_pia.model.bank import IN_PLACE
from tsukuba_pia.report.decisions import no_assessment
from tsukuba_pia.report.method import acceptable, accepted_by
from tsukuba_pia.report.model import Answer, Measure, RedLine, Risk, Running
from tsukuba_pia.report.pages import Asks, Council, CouncilRisk
from tsukuba_pia.report.parts import Citizen, Opinion
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.records import SignedView
from tsukuba_pia.report.risks import brief

RISKS, MEASURES, MISSING, CONDITIONS, OPEN = 3, 3, 2, 6, 6  # how many of each two pages hold
OUTSIDE = ("not_applicable", "withheld")  # of such a measure nobody can say that it is missing
UNDECIDED = ("draft", "comment", "review", "changes_required")


def council_of(  # noqa: PLR0913 - the parts that it draws together
    reader: Reader,
    state: str,
    citizen: Citizen,
    *,
    running: Running | None,
    risks: Sequence[Risk],
    measures: Sequence[Measure],
    red_lines: Sequence[RedLine],
    opens: Sequence[Answer],
    opinions: Sequence[Opinion],
    signed: Sequence[SignedView],
) -> Council:
    """The summary."""
    now, later = reader.result.current.worst, reader.result.target.worst
    last = signed[-1] if signed else None
    planned = _planned(measures, last)
    blocking = {basis.question for line in red_lines for basis in line.waits_for}
    first = sorted(opens, key=lambda one: one.id not in blocking)
    dissent = tuple(one for one in opinions if one.dissent)
    return Council(
        asks=_of_running(running, _asks(reader, state, citizen, planned=bool(planned), decided=last is not None)),
        red_lines=tuple(line for line in red_lines if line.state != "clear"),
        red_clear=sum(line.state == "clear" for line in red_lines),
        risks=tuple(_risk(risk, measures) for risk in risks[:RISKS]),
        more_risks=max(0, len(risks) - RISKS),
        conditions=tuple(planned[:CONDITIONS]),
        more_conditions=max(0, len(planned) - CONDITIONS),
        open=tuple(first[:OPEN]),
        more_open=max(0, len(opens) - OPEN),
        accepts_now=accepted_by(reader, now) if acceptable(reader, now) else None,
        accepts_later=accepted_by(reader, later) if acceptable(reader, later) else None,
        overruled=dissent,
        other_opinions=len(opinions) - len(dissent),
        decided=replace(last, conditions=last.conditions[:CONDITIONS]) if last else None,
        more_asked=max(0, len(last.conditions) - CONDITIONS) if last else 0,
        more_decided=max(0, len(signed) - 1),
    )


def _planned(measures: Sequence[Measure], last: SignedView | None) -> list[Measure]:
    """What is planned, the first due first; what the last decision asks for is told once, as its condition."""
    asked_for = {one.what for one in last.conditions} if last else set()
    planned = [one for one in measures if one.state == "planned" and one.text not in asked_for]
    return sorted(planned, key=lambda one: one.due.iso if one.due else "~")


def _asks(reader: Reader, state: str, citizen: Citizen, *, planned: bool, decided: bool) -> Asks:
    """What can be decided as things stand. A red line that nobody has settled blocks as one that is crossed."""
    if no_assessment(reader) is not None and not decided and state != "ended":
        return "nothing"
    if state not in UNDECIDED:
        return "ended" if state == "ended" else "decided"
    if citizen.red_crossed:
        return "crossed"
    if citizen.blocked:
        return "unanswered" if citizen.unanswered else "unacceptable"
    if citizen.red_unknown:
        return "unsettled"
    return "conditions" if citizen.nobody_accepts or planned else "approval"


def _of_running(running: Running | None, asks: Asks) -> Asks:
    """Of what runs already nobody asks whether it may start."""
    if running is None or asks not in ("conditions", "approval"):
        return asks
    return "running_conditions" if asks == "conditions" else "running"


def _risk(risk: Risk, measures: Sequence[Measure]) -> CouncilRisk:
    against = [one for one in measures if risk.number in one.risks]
    done = [one for one in against if one.state in IN_PLACE and one.proven]
    planned = [one for one in against if one.state == "planned"]
    missing = [one for one in against if one not in done and one not in planned and one.state not in OUTSIDE]
    told, lacking = tuple((done + planned)[:MEASURES]), tuple(missing[:MISSING])
    return CouncilRisk(brief(risk), told, lacking, len(against) - len(told) - len(lacking))
