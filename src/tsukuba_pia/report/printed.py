"""Which parts of a report a page of each kind prints."""

from collections.abc import Iterator

from tsukuba_pia.report.document import Report
from tsukuba_pia.report.kinds import Kind


def shown(report: Report, kind: Kind) -> Iterator[object]:
    """The parts of a report that a page of this kind prints. The sign is in two languages on purpose."""
    if kind == "full":
        yield tuple(getattr(report, name) for name in report.__dataclass_fields__ if name not in ("council", "notice"))
    if kind == "citizen":
        yield from _sheet(report)
    if kind == "council":
        yield (report.title, report.city, report.citizen.summary or report.service.purpose, report.conclusion)
        yield (report.council, report.provision, _beside(report))
        yield tuple((one.who, one.said, one.done) for one in report.consultations)


def _sheet(report: Report) -> Iterator[object]:
    service = report.service
    yield (report.title, report.city, report.citizen, _beside(report), report.receivers, report.choices)
    yield (service.purpose, service.problem, service.why_now, service.ended_why, service.contact)
    yield tuple((one.item, one.consequence, one.alternative) for one in report.provision)
    for item in report.data or ():
        yield (item.name, tuple(one.label for one in item.categories or ()), item.source, item.kept, item.shared)


def _beside(report: Report) -> tuple[object, ...]:
    return tuple((one.group.label, one.gains, one.worst) for one in report.groups)
