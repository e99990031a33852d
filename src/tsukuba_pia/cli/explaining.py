"""What `pia explain` says of a code, a risk or a question."""

from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.diagnostics import has_errors
from tsukuba_pia.export.bank_text import question_text, risk_text
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.engine import codes
from tsukuba_pia.lint.pages import page_of
from tsukuba_pia.load.bank import load_banks
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.shape import nearest
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.problems import Problem
from tsukuba_pia.report.bank_parts import question_of, risk_of
from tsukuba_pia.report.bank_teller import BankTeller, teller_of
from tsukuba_pia.report.bank_uses import Index
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.work.shelf import sound_banks
from tsukuba_pia.yaml_source import Source


def run(topic: str) -> None:
    """Say what is known of a topic; what is not known is a Problem that names the nearest."""
    if topic.upper() in codes():
        context.tell(f"{topic.upper()}\n\n{page_of(topic.upper(), context.language())}")
        return
    questionnaire = _all_banks()
    known = [
        *codes(),
        *(questionnaire.risks if questionnaire else ()),
        *(questionnaire.questions if questionnaire else ()),
    ]
    if questionnaire and topic in questionnaire.risks:
        text = _risk(topic, questionnaire)
    elif questionnaire and topic in questionnaire.questions:
        text = _question(topic, questionnaire)
    else:
        close = nearest(topic, known)
        meant = context.words("refusal", "meant", meant=close) if close else ""
        raise Problem("nothing_to_explain", topic=topic, meant=meant)
    context.tell(text.rstrip("\n"))


def _all_banks() -> Questionnaire | None:
    """The newest version of every bank, laid together; of those that come with pia where a city's own have errors."""
    catalogs = (Catalog(workspace_of(Path())), Catalog())
    return next((found for catalog in catalogs if (found := _laid_together(catalog))), None)


def _laid_together(catalog: Catalog) -> Questionnaire | None:
    newest = {name: file.version for name in catalog.banks if (file := catalog.newest(name))}
    loaded = sound_banks(load_banks(newest, catalog, Source("")))
    return None if has_errors(loaded.diagnostics) else loaded.questionnaire


def _question(name: str, questionnaire: Questionnaire) -> str:
    """As `pia bank show` has it."""
    rule = questionnaire.questions[name]
    teller = _teller(questionnaire, rule.place.bank)
    return question_text(question_of(teller, Index(teller), rule.question), labels(context.language()))


def _risk(name: str, questionnaire: Questionnaire) -> str:
    """As `pia bank show` has it, with what the other banks add."""
    rule = questionnaire.risks[name]
    return risk_text(risk_of(_teller(questionnaire, rule.place.bank), 0, rule.risk), labels(context.language()))


def _teller(questionnaire: Questionnaire, name: str) -> BankTeller:
    bank = next(one for one in questionnaire.banks if one.bank == name)
    return teller_of(questionnaire, bank, context.language())
