"""The parts of a bank's document: questions, risks, red lines, decisions, and what a sector adds."""

from collections.abc import Iterable, Iterator

from tsukuba_pia.model.bank import (
    IRREVERSIBLE_AT_LEAST,
    Decision,
    Ladder,
    OutcomeRow,
    Question,
    RedLine,
    Risk,
    Row,
    Section,
    Tightening,
    Times,
)
from tsukuba_pia.model.bank import Index as PointsIndex
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.bank_model import (
    BankBand,
    BankDecision,
    BankFactor,
    BankIndex,
    BankLadder,
    BankOption,
    BankOutcome,
    BankQuestion,
    BankRedLine,
    BankRisk,
    BankSection,
    BankTightening,
    LadderRow,
    Lowering,
    OwnTerms,
    Target,
)
from tsukuba_pia.report.bank_teller import BankTeller
from tsukuba_pia.report.bank_uses import Index
from tsukuba_pia.report.model import Named
from tsukuba_pia.report.teller import figure


def section_of(teller: BankTeller, index: Index, number: int, section: Section) -> BankSection:
    """A section with its questions."""
    return BankSection(
        number,
        section.id,
        teller.worded(section.title),
        teller.perhaps_told(section.ask_when),
        tuple(question_of(teller, index, one) for one in section.questions),
    )


def question_of(teller: BankTeller, index: Index, question: Question) -> BankQuestion:
    """A question with all that hangs on it."""
    return BankQuestion(
        id=question.id,
        type=question.type,
        text=teller.worded(question.text),
        why=teller.maybe(question.why),
        help=teller.maybe(question.help),
        evidence=teller.maybe(question.evidence),
        kind=teller.term("safeguard_kinds", question.kind) if question.kind else None,
        stage=teller.term("stages", question.stage) if question.stage else None,
        principle=teller.term("principles", question.principle) if question.principle else None,
        threats=teller.terms("threats", question.threats),
        required=teller.questionnaire.questions[question.id].required,
        brief=question.brief,
        may_not_apply=question.may_not_apply,
        informs=question.informs,
        specialises=teller.question(question.specialises) if question.specialises else None,
        ask_when=teller.perhaps_told(question.ask_when),
        options=tuple(
            BankOption(one.id, teller.worded(one.label), one.exclusive, figure(one.points) if one.points else None)
            for one in question.options
        ),
        unit=teller.maybe(question.unit),
        minimum=None if question.min is None else figure(question.min),
        maximum=None if question.max is None else figure(question.max),
        uses=index.of(question.id),
        refs=teller.citing(question.refs),
    )


# ------------------------------------------------------------------------------------------------- risks and the rest


def risk_of(teller: BankTeller, number: int, risk: Risk) -> BankRisk:
    """A risk with its ladders, and with what the other banks add to them."""
    added = ((one, bank.bank) for bank in teller.questionnaire.banks for one in bank.tightens if one.risk == risk.id)
    axes = (("severity", risk.severity), ("likelihood", risk.likelihood))
    return BankRisk(
        number=number,
        id=risk.id,
        title=teller.worded(risk.title),
        scenario=teller.worded(risk.scenario) if risk.scenario else None,
        event=teller.term("events", risk.event) if risk.event else None,
        threats=teller.terms("threats", risk.threats),
        harms=teller.terms("harms", risk.harms),
        irreversible=_at_least(teller, risk),
        applies_when=teller.perhaps_told(risk.applies_when),
        ladders=(*_ladders(teller, axes), *(row for more, bank in added for row in _added(teller, more, bank))),
        safeguards=tuple(
            Lowering(
                teller.question(use.question), use.lowers.likelihood, use.lowers.severity, _kind(teller, use.question)
            )
            for use in risk.safeguards
        ),
        refs=teller.citing(risk.refs),
    )


def _at_least(teller: BankTeller, risk: Risk) -> Said | None:
    """What cannot be undone has this impact at least, also where it starts lower."""
    known = [grade.id for grade in teller.questionnaire.method.severity]
    least = IRREVERSIBLE_AT_LEAST if IRREVERSIBLE_AT_LEAST in known else risk.severity.base
    return teller.level(least, "severity").label if risk.irreversible else None


def _kind(teller: BankTeller, question: str) -> Named | None:
    asked = teller.questionnaire.questions.get(question)
    return teller.term("safeguard_kinds", asked.question.kind) if asked and asked.question.kind else None


def _ladders(teller: BankTeller, axes: Iterable[tuple[str, Ladder]], added_by: str = "") -> Iterator[BankLadder]:
    before = 0
    for axis, ladder in axes:
        base = teller.level(ladder.base, axis).label if ladder.base else None
        rows = (
            _row(teller, number, teller.level(row.level, axis).label, row)
            for number, row in enumerate(ladder.rows, before + 1)
        )
        yield BankLadder(axis, base, tuple(rows), added_by)
        before += len(ladder.rows)


def _added(teller: BankTeller, more: Tightening, bank: str) -> Iterator[BankLadder]:
    axes = (("severity", Ladder("", more.severity)), ("likelihood", Ladder("", more.likelihood)))
    return (one for one in _ladders(teller, axes, bank) if one.rows)


def _row(teller: BankTeller, number: int, to: Said, row: Row | OutcomeRow) -> LadderRow:
    group = row.for_ if isinstance(row, Row) else None
    return LadderRow(
        number,
        to,
        teller.group(group).label if group else None,
        teller.told(row.when),
        teller.say(row.because),
        teller.citing(row.refs),
    )


def red_line_of(teller: BankTeller, line: RedLine) -> BankRedLine:
    """A red line."""
    return BankRedLine(
        line.id,
        teller.worded(line.text),
        teller.told(line.crossed_when),
        teller.term("red_line_authorities", line.waivable_by),
        teller.citing(line.refs),
    )


def decision_of(teller: BankTeller, decision: Decision) -> BankDecision:
    """A decision with its outcomes and rows."""
    labels_of = {one.id: teller.say(one.label) for one in decision.outcomes}
    return BankDecision(
        id=decision.id,
        title=teller.worded(decision.title or decision.id),
        role=decision.role,
        applies_when=teller.perhaps_told(decision.applies_when),
        outcomes=tuple(
            BankOutcome(one.id, teller.worded(one.label), teller.maybe(one.meaning)) for one in decision.outcomes
        ),
        base=labels_of[decision.base],
        rows=tuple(_row(teller, number, labels_of[row.outcome], row) for number, row in enumerate(decision.rows, 1)),
    )


def tightenings_of(teller: BankTeller, more: Tightening) -> Iterator[BankTightening]:
    """What a sector adds to the bank that it stands on."""
    if more.question:
        yield BankTightening(teller.question(more.question), bool(more.required), ())
    if more.risk:
        ladders = tuple(_added(teller, more, teller.bank.bank))
        yield BankTightening(teller.risk(more.risk), required=False, ladders=ladders)


def own_terms_of(teller: BankTeller) -> Iterator[OwnTerms]:
    """The words that the bank adds to the vocabulary, by list."""
    for name, terms in (teller.bank.vocabulary or {}).items():
        yield OwnTerms(name, tuple(Named(one.id, teller.say(one.label), teller.maybe(one.meaning)) for one in terms))


def index_of(teller: BankTeller, index: PointsIndex) -> BankIndex:
    """An index of points."""
    titles = {one.id: one.title for one in teller.bank.sections}
    return BankIndex(
        id=index.id,
        title=teller.maybe(index.title),
        points_of=tuple(Target(one, teller.quoted(titles.get(one, one)), one in titles) for one in index.points_of),
        maximum=None if index.maximum is None else figure(index.maximum),
        source=index.from_,
        times=_factor(index.times) if index.times else None,
        bands=tuple(
            BankBand(
                one.id,
                teller.say(one.label),
                None if one.up_to_share is None else str(one.up_to_share),
                tuple(teller.say(text) for text in one.obligations),
            )
            for one in index.bands
        ),
    )


def _factor(times: Times) -> BankFactor:
    reaches = times.when
    return BankFactor(
        str(times.factor),
        reaches.index if reaches else None,
        str(reaches.at_least_share) if reaches else None,
        times.round is not None,
    )
