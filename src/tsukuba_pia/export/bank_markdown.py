"""A question bank as Markdown that reads well on GitHub, with an anchor for each id."""

from tsukuba_pia.export._bank_words import bank_words
from tsukuba_pia.export.exporter import Exporter, Labels
from tsukuba_pia.report.bank_model import BankDocument


def export(bank: BankDocument, labels: Labels) -> str:
    """The document."""
    from tsukuba_pia.export._plain import document  # noqa: PLC0415 - the template engine is heavy

    return document("markdown/bank.md.j2", bank=bank, w=bank_words(labels))


EXPORTER = Exporter("md", ".md", export, BankDocument)
