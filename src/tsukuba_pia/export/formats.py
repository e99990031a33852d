"""Finds the formats that there are: each module of this room that defines `EXPORTER`."""

from tsukuba_pia import export
from tsukuba_pia.discovery import modules_in
from tsukuba_pia.export.exporter import D, Exporter
from tsukuba_pia.report.document import Report


def exporters() -> dict[str, Exporter[Report]]:
    """All formats of a report by name, in the order of their names."""
    return exporters_of(Report)


def exporters_of(document: type[D]) -> dict[str, Exporter[D]]:
    """All formats of one kind of document by name, in the order of their names."""
    found = filter(None, (getattr(module, "EXPORTER", None) for module in modules_in(export)))
    return {one.name: one for one in sorted(found, key=lambda one: one.name) if one.document is document}
