"""Which parts of a report a page of each kind prints."""

from collections.abc import Iterator

from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import Kind

BESIDE = ("council", "notice", "glossary")  # other pages, and words that stand in two languages on purpose


def shown(report: Report, kind: Kind) -> Iterator[object]:
    """The parts of a report that a page of this kind prints; of a sign, its first language."""
    if kind == "full":
        yield tuple(getattr(report, name) for name in report.__dataclass_fields__ if name not in BESIDE)
    if kind == "citizen":
        yield from _sheet(report)
    if kind == "notice" and report.notice:
        face = report.notice.faces[0]
        yield (face.city, face.title, face.lines, face.ask)
    if kind == "council":
        yield (report.title, report.city, report.citizen.summary or report.service.purpose, report.conclusion)
        yield from _summary(report)
        yield tuple((one.who, one.said, one.done) for one in report.consultations)


def _summary(report: Report) -> Iterator[object]:
    council = report.council
    measures = [one for risk in council.risks for one in (*risk.measures, *risk.missing)]
    yield (council.red_lines, council.overruled, council.accepts_now, council.accepts_later, _beside(report))
    yield (council.decided, report.outcome)
    yield tuple((one.text, one.owner) for one in (*measures, *council.conditions))
    yield tuple(one.note for risk in council.risks for one in risk.missing if one.state == "absent")
    yield tuple((one.name, one.shared) for one in report.data or ())
    yield (tuple(one.risk for one in council.risks), tuple((one.text, one.asking) for one in council.open))
    yield tuple((one.item, one.consequence, one.nature, one.alternative) for one in report.provision or ())


def _sheet(report: Report) -> Iterator[object]:
    service = report.service
    page = report.citizen
    yield (report.title, report.city, _beside(report), report.receivers, report.choices)
    yield (page.summary, page.conclusion, page.result, page.decides, page.accepted_by, page.risks, page.levels)
    last = report.council.decided
    yield (report.outcome, (last.post, last.outcome.label) if last else None)
    yield (page.doing, page.planned, tuple((one.text, one.asking) for one in page.open))
    yield (service.purpose, service.problem, service.why_now, service.ended_why, service.contact)
    yield tuple((one.item, one.consequence, one.alternative) for one in report.provision or ())
    for item in report.data or ():
        yield (item.name, tuple(one.label for one in item.categories or ()), item.source, item.kept, item.shared)


def _beside(report: Report) -> tuple[object, ...]:
    heavier = [next((risk.title for risk in one.bears if risk.heavier), None) for one in report.groups]
    return (*((one.group.label, one.gains, one.worst) for one in report.groups), tuple(heavier))
