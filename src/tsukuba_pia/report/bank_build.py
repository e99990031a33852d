"""Pure: (questionnaire, bank) → BankDocument, in one language. No file, no clock."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tsukuba_pia.labels import labels
from tsukuba_pia.model.bank import (
    IRREVERSIBLE_AT_LEAST,
    Bank,
    Decision,
    Grade,
    Ladder,
    Method,
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
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import Said
from tsukuba_pia.report import law
from tsukuba_pia.report.bank_model import (
    BankBand,
    BankCounts,
    BankDecision,
    BankDocument,
    BankFactor,
    BankGrade,
    BankIndex,
    BankLadder,
    BankMethod,
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
    Standing,
    Target,
)
from tsukuba_pia.report.bank_teller import BankTeller
from tsukuba_pia.report.bank_uses import Index, cited_from
from tsukuba_pia.report.model import Cell, LawClass, MapRow, Named
from tsukuba_pia.report.teller import clean, figure
from tsukuba_pia.version import VERSION as TOOL


def build_bank_document(questionnaire: Questionnaire, bank: Bank, language: str) -> BankDocument:
    """All that a template may say of a bank, which is one of those that the questionnaire was laid together from."""
    teller = teller_of(questionnaire, bank, language)
    index = Index(teller)
    sections = tuple(_section(teller, index, number, one) for number, one in enumerate(bank.sections, 1))
    risks = tuple(risk_of(teller, number, one) for number, one in enumerate(bank.risks, 1))
    red_lines = tuple(_red_line(teller, one) for one in bank.red_lines)
    decisions = tuple(_decision(teller, one) for one in bank.decisions)
    tightens = tuple(tightening for one in bank.tightens for tightening in _tightening(teller, one))
    laws = law.laws_of(teller)
    terms = tuple(_own_terms(teller))
    indices = tuple(_index(teller, one) for one in bank.indices)
    return BankDocument(
        language=language,
        id=bank.bank,
        version=bank.version,
        title=teller.worded(bank.title),
        status=bank.status,
        prefix=bank.prefix,
        languages=tuple(teller.own(teller.words["bank_document"]["languages"].get(one, one)) for one in bank.languages),
        reviewed_by=None if bank.reviewed_by == "none" else clean(bank.reviewed_by),
        stands_on=_standing(teller),
        vocabulary=questionnaire.vocabulary.version,
        references=questionnaire.references.version,
        required_when=teller.perhaps_told(bank.required_when),
        counts=_counts(bank, laws),
        method=_method(teller, bank.method) if bank.method else None,
        sections=sections,
        risks=risks,
        red_lines=red_lines,
        decisions=decisions,
        indices=indices,
        tightens=tightens,
        own_terms=terms,
        laws=laws,
        cited_from=cited_from(teller),
        unknown_references=law.unknown_references(teller),
        parts=tuple(_parts(bank, terms)),
        example=next((one.id for one in bank.risks), None),
        tool=TOOL,
    )


def teller_of(questionnaire: Questionnaire, bank: Bank, language: str) -> BankTeller:
    """Whoever says the parts of a bank in a language."""
    found = labels(language)
    words: Mapping[str, Any] = {**found["report"], "bank_document": found["bank_document"]}
    return BankTeller(questionnaire, bank, language, words)


def _parts(bank: Bank, terms: tuple[OwnTerms, ...]) -> Iterator[str]:
    there = {
        "method": bank.method,
        "sections": bank.sections,
        "risks": bank.risks,
        "red_lines": bank.red_lines,
        "decisions": bank.decisions,
        "indices": bank.indices,
        "tightens": bank.tightens,
        "own_terms": terms,
        "laws": True,
    }
    return (name for name, found in there.items() if found)


def _standing(teller: BankTeller) -> Standing | None:
    if teller.bank.extends is None:
        return None
    name, _, version = teller.bank.extends.partition("@")
    base = next((one for one in teller.questionnaire.banks if one.bank == name), None)
    return Standing(name, base.version if base else version, teller.say(base.title if base else name), version)


def _counts(bank: Bank, laws: tuple[LawClass, ...]) -> BankCounts:
    always = [
        question
        for section in bank.sections
        for question in section.questions
        if section.ask_when is None and question.ask_when is None
    ]
    references = [one for group in laws for one in group.references]
    return BankCounts(
        questions=len(bank.questions),
        always=len(always),
        safeguards=sum(one.type == "safeguard" for one in bank.questions),
        required=sum(one.required for one in bank.questions),
        risks=len(bank.risks),
        red_lines=len(bank.red_lines),
        decisions=len(bank.decisions),
        references=len(references),
        unchecked=sum(not one.checked for one in references),
    )


# -------------------------------------------------------------------------------------------------------------- method


def _method(teller: BankTeller, method: Method) -> BankMethod:
    return BankMethod(
        severity=tuple(_grade(teller, one, "severity") for one in method.severity),
        likelihood=tuple(_grade(teller, one, "likelihood") for one in method.likelihood),
        levels=tuple(_grade(teller, one, "level", method.acceptance.get(one.id)) for one in method.levels),
        matrix=tuple(_matrix(teller, method)),
        implemented=method.safeguards.implemented_lowers_at_most,
        verified=method.safeguards.verified_lowers_at_most,
        likelihood_steps=method.safeguards.likelihood_steps,
        severity_steps=method.safeguards.severity_steps,
    )


def _grade(teller: BankTeller, one: Grade, axis: str, post: str | None = None) -> BankGrade:
    return BankGrade(
        one.id,
        teller.worded(one.label),
        teller.level(one.id, axis),
        teller.worded(one.meaning) if one.meaning else None,
        teller.maybe(one.example),
        teller.term("posts", post) if post else None,
    )


def _matrix(teller: BankTeller, method: Method) -> Iterator[MapRow]:
    """The heaviest severity stands on top, as on a risk map."""
    for grade in reversed(method.severity):
        columns = zip(method.likelihood, method.matrix[grade.id], strict=True)
        cells = (Cell(teller.level(one.id, "likelihood"), teller.level(level), ()) for one, level in columns)
        yield MapRow(teller.level(grade.id, "severity"), tuple(cells))


# ----------------------------------------------------------------------------------------------------------- questions


def _section(teller: BankTeller, index: Index, number: int, section: Section) -> BankSection:
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


def _red_line(teller: BankTeller, line: RedLine) -> BankRedLine:
    return BankRedLine(
        line.id,
        teller.worded(line.text),
        teller.told(line.crossed_when),
        teller.term("red_line_authorities", line.waivable_by),
        teller.citing(line.refs),
    )


def _decision(teller: BankTeller, decision: Decision) -> BankDecision:
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


def _tightening(teller: BankTeller, more: Tightening) -> Iterator[BankTightening]:
    if more.question:
        yield BankTightening(teller.question(more.question), bool(more.required), ())
    if more.risk:
        ladders = tuple(_added(teller, more, teller.bank.bank))
        yield BankTightening(teller.risk(more.risk), required=False, ladders=ladders)


def _own_terms(teller: BankTeller) -> Iterator[OwnTerms]:
    for name, terms in (teller.bank.vocabulary or {}).items():
        yield OwnTerms(name, tuple(Named(one.id, teller.say(one.label), teller.maybe(one.meaning)) for one in terms))


def _index(teller: BankTeller, index: PointsIndex) -> BankIndex:
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
