"""A question bank for a terminal of 80 columns."""

from tsukuba_pia.export._bank_words import bank_words
from tsukuba_pia.export.exporter import Exporter, Labels
from tsukuba_pia.report.bank_model import BankDocument, BankQuestion, BankRisk


def export(bank: BankDocument, labels: Labels) -> str:
    """The lines."""
    from tsukuba_pia.export._screen import screen  # noqa: PLC0415 - the template engine is heavy

    return screen("text/bank.txt.j2", bank=bank, w=bank_words(labels))


def question_text(question: BankQuestion, labels: Labels) -> str:
    """One question, as it stands in the document."""
    from tsukuba_pia.export._screen import screen  # noqa: PLC0415 - the template engine is heavy

    return screen("text/_bank_question.txt.j2", one=question, w=bank_words(labels))


def risk_text(risk: BankRisk, labels: Labels) -> str:
    """One risk, as it stands in the document."""
    from tsukuba_pia.export._screen import screen  # noqa: PLC0415 - the template engine is heavy

    return screen("text/_bank_risk.txt.j2", one=risk, w=bank_words(labels))


EXPORTER = Exporter("text", ".txt", export, BankDocument)
