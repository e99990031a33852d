"""A report as Markdown that reads well on GitHub and in a terminal; answers cannot change its structure."""

from tsukuba_pia.export.exporter import Exporter, Labels
from tsukuba_pia.report.document import Report

TEMPLATES = {"full": "report", "citizen": "citizen", "council": "council", "notice": "notice"}


def export(report: Report, labels: Labels) -> str:
    """The document."""
    from tsukuba_pia.export._plain import document  # noqa: PLC0415 - the template engine is heavy

    return document(f"markdown/{TEMPLATES[report.kind]}.md.j2", report=report, w=labels["report"])


EXPORTER = Exporter("md", ".md", export, Report)
