"""Pure: (questionnaire, bank) → BankDocument, in one language. No file, no clock."""

from collections.abc import Iterator

from tsukuba_pia.model.bank import Bank, Grade, Method
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.report import law
from tsukuba_pia.report.bank_model import BankCounts, BankDocument, BankGrade, BankMethod, OwnTerms, Standing
from tsukuba_pia.report.bank_parts import (
    decision_of,
    index_of,
    own_terms_of,
    red_line_of,
    risk_of,
    section_of,
    tightenings_of,
)
from tsukuba_pia.report.bank_teller import BankTeller, teller_of
from tsukuba_pia.report.bank_uses import Index, cited_from
from tsukuba_pia.report.model import Cell, LawClass, MapRow
from tsukuba_pia.report.teller import clean
from tsukuba_pia.version import VERSION as TOOL


def build_bank_document(questionnaire: Questionnaire, bank: Bank, language: str) -> BankDocument:
    """All that a template may say of a bank, which is one of those that the questionnaire was laid together from."""
    teller = teller_of(questionnaire, bank, language)
    index = Index(teller)
    sections = tuple(section_of(teller, index, number, one) for number, one in enumerate(bank.sections, 1))
    risks = tuple(risk_of(teller, number, one) for number, one in enumerate(bank.risks, 1))
    red_lines = tuple(red_line_of(teller, one) for one in bank.red_lines)
    decisions = tuple(decision_of(teller, one) for one in bank.decisions)
    tightens = tuple(tightening for one in bank.tightens for tightening in tightenings_of(teller, one))
    laws = law.laws_of(teller)
    terms = tuple(own_terms_of(teller))
    indices = tuple(index_of(teller, one) for one in bank.indices)
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
