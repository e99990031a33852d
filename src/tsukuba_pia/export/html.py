"""A report as one self-contained page: no script, no request, Markdown of people made harmless."""

from tsukuba_pia.export.exporter import Exporter, Labels
from tsukuba_pia.report.document import Report

TEMPLATES = {"full": "report", "citizen": "citizen", "council": "council", "notice": "notice"}


def export(report: Report, labels: Labels) -> str:
    """The page."""
    from tsukuba_pia.export._page import page  # noqa: PLC0415 - the template engine is heavy

    return page(f"html/{TEMPLATES[report.kind]}.html.j2", report.language, report=report, w=labels["report"])


EXPORTER = Exporter("html", ".html", export, Report)
