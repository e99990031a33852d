"""What `pia explain` says of a code, a risk or a question."""

from importlib import import_module
from pathlib import Path

from tsukuba_pia.cli import context
from tsukuba_pia.diagnostics import has_errors
from tsukuba_pia.discovery import names_in
from tsukuba_pia.export.bank_text import question_text, risk_text
from tsukuba_pia.labels import labels
from tsukuba_pia.lint import rules
from tsukuba_pia.load.bank import load_banks
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.shape import nearest
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.problems import Problem
from tsukuba_pia.report.bank_parts import question_of, risk_of
from tsukuba_pia.report.bank_teller import BankTeller, teller_of
from tsukuba_pia.report.bank_uses import Index
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.work.opening import sound_banks
from tsukuba_pia.yaml_source import Source


def run(topic: str) -> None:
    """Say what is known of a topic; what is not known is a Problem that names the nearest."""
    codes = {name.partition("_")[0].upper(): name for name in names_in(rules)}
    if topic.upper() in codes:
        context.tell(page_of(codes[topic.upper()]))
        return
    questionnaire = _all_banks()
    known = [
        *codes,
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


def page_of(module: str) -> str:
    """A rule's page in the reader's language: its docstring holds English first, then Japanese behind a line `---`."""
    loaded = import_module(f"{rules.__name__}.{module}")
    english, _, japanese = (loaded.__doc__ or "").partition("\n---\n")
    page = (japanese or english) if context.language() == "ja" else english
    return f"{loaded.RULE.code}\n\n{page.strip()}"


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
