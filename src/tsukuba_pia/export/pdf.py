"""A report as PDF for printing and for archives (PDF/UA-1): the page that the HTML format gives, on paper."""

from tsukuba_pia.export import html
from tsukuba_pia.export.exporter import Exporter
from tsukuba_pia.report.document import Report


def press(page: str, report: Report) -> bytes:
    """The page on paper."""
    from tsukuba_pia.export._pdf import pdf  # noqa: PLC0415 - the library is heavy, and an extra

    return pdf(page, report.as_of.iso, report.kind)


EXPORTER = Exporter("pdf", ".pdf", html.export, Report, press)
