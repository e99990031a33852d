"""What comes of an answer: which questions, risks, red lines and decisions of a bank read it, and in which rows."""

from collections.abc import Iterable, Iterator, Sequence

from tsukuba_pia.model.bank import Bank, OutcomeRow, Row
from tsukuba_pia.model.condition import Condition, questions_in
from tsukuba_pia.report.bank_model import Lowering, Target, Use, Uses
from tsukuba_pia.report.bank_teller import BankTeller

KINDS = ("sections", "questions", "risks", "added", "red_lines", "decisions")
Reading = tuple[str, Target, int]  # kind, who reads, which row; row 0 is the part as a whole


def rows_of(*ladders: Sequence[Row] | Sequence[OutcomeRow]) -> Iterator[tuple[int, Row | OutcomeRow]]:
    """Rows with their numbers, which run through all ladders of one part."""
    return enumerate((row for ladder in ladders for row in ladder), 1)


class Index:
    """Who reads what in the banks that are laid together, worked out once."""

    def __init__(self, teller: BankTeller) -> None:
        """Go through the banks."""
        self._teller = teller
        self._readings: dict[str, list[Reading]] = {}
        self._lowers: dict[str, list[Lowering]] = {}
        for bank in teller.questionnaire.banks:
            for reading, condition in _conditions(teller, bank):
                for name in questions_in(condition):
                    self._readings.setdefault(name, []).append(reading)
        for rule in teller.questionnaire.risks.values():
            for use, _ in rule.safeguards:
                lowering = Lowering(teller.risk(rule.risk.id), use.lowers.likelihood, use.lowers.severity)
                self._lowers.setdefault(use.question, []).append(lowering)

    def of(self, question: str) -> Uses:
        """What comes of the answer to a question."""
        by_kind = {kind: tuple(_uses(self._readings.get(question, ()), kind)) for kind in KINDS}
        return Uses(**by_kind, lowers=tuple(self._lowers.get(question, ())))


def _uses(readings: Iterable[Reading], kind: str) -> Iterator[Use]:
    rows: dict[Target, list[int]] = {}
    for found, target, row in readings:
        if found == kind:
            rows.setdefault(target, []).append(row)
    for target, numbers in rows.items():
        yield Use(target, 0 in numbers, tuple(one for one in numbers if one))


def _conditions(teller: BankTeller, bank: Bank) -> Iterator[tuple[Reading, Condition | None]]:
    """Every condition of a bank, with who reads it."""
    here = bank is teller.bank
    for section in bank.sections:
        yield ("sections", Target(section.id, teller.quoted(section.title), here=here), 0), section.ask_when
        for question in section.questions:
            yield ("questions", teller.question(question.id), 0), question.ask_when
    for risk in bank.risks:
        yield from _part(
            "risks", teller.risk(risk.id), risk.applies_when, rows_of(risk.severity.rows, risk.likelihood.rows)
        )
    for more in bank.tightens:
        if more.risk:
            yield from _part("added", teller.risk(more.risk), None, rows_of(more.severity, more.likelihood))
    for line in bank.red_lines:
        yield ("red_lines", Target(line.id, teller.quoted(line.text), here=here), 0), line.crossed_when
    for decision in bank.decisions:
        target = Target(decision.id, teller.quoted(decision.title or decision.id), here=here)
        yield from _part("decisions", target, decision.applies_when, rows_of(decision.rows))


def _part(
    kind: str, target: Target, applies: Condition | None, rows: Iterable[tuple[int, Row | OutcomeRow]]
) -> Iterator[tuple[Reading, Condition | None]]:
    yield (kind, target, 0), applies
    for number, row in rows:
        yield (kind, target, number), row.when


def cited_from(teller: BankTeller) -> dict[str, tuple[Target, ...]]:
    """Where each reference is cited, by the ids of questions, risks, red lines and decisions."""
    found: dict[str, dict[str, None]] = {}
    for owner, refs in _citations(teller.bank):
        for name in refs:
            found.setdefault(name, {}).setdefault(owner)
    elsewhere = {more.risk for more in teller.bank.tightens}
    return {
        name: tuple(Target(owner, teller.own(owner), owner not in elsewhere) for owner in owners)
        for name, owners in found.items()
    }


def _citations(bank: Bank) -> Iterator[tuple[str, Iterable[str]]]:
    for question in bank.questions:
        yield question.id, question.refs
    for risk in bank.risks:
        yield risk.id, risk.refs
        yield from ((risk.id, row.refs) for ladder in (risk.severity, risk.likelihood) for row in ladder.rows)
    for line in bank.red_lines:
        yield line.id, line.refs
    for decision in bank.decisions:
        yield from ((decision.id, row.refs) for row in decision.rows)
    for more in bank.tightens:
        yield from ((more.risk or "", row.refs) for row in (*more.severity, *more.likelihood))
