"""What `pia explain` says of a code, a risk or a question."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tsukuba_pia.citing import cited
from tsukuba_pia.cli import context
from tsukuba_pia.diagnostics import has_errors
from tsukuba_pia.discovery import names_in
from tsukuba_pia.lint import rules
from tsukuba_pia.load.bank import load_banks
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.shape import nearest
from tsukuba_pia.model.bank import Question, Risk
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import Text, printable, words
from tsukuba_pia.problems import Problem
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
        lines = _risk(questionnaire.risks[topic].risk, questionnaire)
    elif questionnaire and topic in questionnaire.questions:
        lines = _question(questionnaire.questions[topic].question, questionnaire)
    else:
        close = nearest(topic, known)
        meant = context.words("refusal", "meant", meant=close) if close else ""
        raise Problem("nothing_to_explain", topic=topic, meant=meant)
    context.tell(printable("\n".join(lines)))


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


def _say(text: Text | None) -> str:
    return words(text, context.language())


def _labelled(key: str, text: Text | None) -> Iterator[str]:
    if text:
        yield f"{context.words('explain', key)}: {_say(text)}"


def _refs(ids: tuple[str, ...], questionnaire: Questionnaire) -> Iterator[str]:
    for name in ids:
        reference = questionnaire.references.by_id.get(name)
        if reference is not None:
            checked = "" if reference.checked else f" {context.words('explain', 'unchecked')}"
            yield f"  {name}: {cited(reference, context.language())}{checked}"


def _question(question: Question, questionnaire: Questionnaire) -> Iterator[str]:
    yield f"{question.id}  ({context.words('explain', 'type_' + question.type)})"
    yield _say(question.text)
    yield ""
    for key in ("why", "help", "evidence"):
        yield from _labelled(key, getattr(question, key))
    if question.options:
        yield f"{context.words('explain', 'options')}:"
        yield from (f"  {option.id}: {_say(option.label)}" for option in question.options)
    using = [
        name
        for name, rule in questionnaire.risks.items()
        if any(use.question == question.id for use, _ in rule.safeguards)
    ]
    if using:
        yield f"{context.words('explain', 'lowers')}: {', '.join(using)}"
    yield from _refs(question.refs, questionnaire)


def _risk(risk: Risk, questionnaire: Questionnaire) -> Iterator[str]:
    yield f"{risk.id}  {_say(risk.title)}"
    yield from _labelled("scenario", risk.scenario)
    method = questionnaire.method
    rule = questionnaire.risks[risk.id]
    for axis, steps in (("severity", rule.severity), ("likelihood", rule.likelihood)):
        labels = {grade.id: _say(grade.label) for grade in getattr(method, axis)}
        yield f"{context.words('score', axis)}: {labels[steps.base]}"
        for step in steps.rows:
            group = questionnaire.vocabulary.find("groups", step.group) if step.group else None
            who = f" [{_say(group.label)}]" if group else ""
            yield f"  + {labels[step.value]}{who}: {_say(step.because)}"
    yield f"{context.words('explain', 'safeguards')}:"
    for use, _ in rule.safeguards:
        yield f"  - {use.question}: {_say(questionnaire.questions[use.question].question.text)}"
    yield from _refs(risk.refs, questionnaire)
