"""A question bank as one self-contained page, with an anchor for each id; no script, no request."""

from tsukuba_pia.export._bank_words import bank_words
from tsukuba_pia.export.exporter import Exporter, Labels
from tsukuba_pia.report.bank_model import BankDocument


def export(bank: BankDocument, labels: Labels) -> str:
    """The page."""
    from tsukuba_pia.export._page import page  # noqa: PLC0415 - the template engine is heavy

    return page("html/bank.html.j2", bank.language, bank=bank, w=bank_words(labels))


EXPORTER = Exporter("html", ".html", export, BankDocument)
