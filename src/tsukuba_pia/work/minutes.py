"""Minutes as files: the record itself in YAML, and the page that a person reads, made from it."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

from tsukuba_pia.change.approval import chain_of
from tsukuba_pia.files import save
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.minutes_context import MinutesContext
from tsukuba_pia.load.minutes import ROOM
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.minutes import Attendant, Changed, Entry, Minutes, Record
from tsukuba_pia.model.profile import Panel
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import Text
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.yaml_edit import plain
from tsukuba_pia.yaml_fragment import mapping_lines
from tsukuba_pia.yaml_source import Source

HEAD = "# Written by pia review as it happened. Internal: it may name what is withheld.\n"


def text_of(minutes: Minutes) -> str:
    """Minutes as their file holds them."""
    return HEAD + "".join(f"{line}\n" for line in mapping_lines(plain_of(minutes), 2))


def plain_of(value: Any) -> Any:  # noqa: ANN401 - a value of the models → plain data
    """A value as plain data without what holds by itself."""
    if isinstance(value, Answer):
        return plain(value)
    if is_dataclass(value):
        said = ((one, getattr(value, one.name)) for one in fields(value))
        return {one.name: plain_of(part) for one, part in said if one.default is MISSING or part != one.default}
    if isinstance(value, Mapping):
        return {key: plain_of(one) for key, one in value.items()}
    return [plain_of(one) for one in value] if isinstance(value, list | tuple) else value


def lone_surrogate(plain: Any) -> str:  # noqa: ANN401 - plain data
    """Half a character, as a terminal gives it for bytes that are no text; no file can hold it. Nothing if none."""
    if isinstance(plain, Mapping):
        return next((found for one in plain.values() if (found := lone_surrogate(one))), "")
    if isinstance(plain, list | tuple):
        return next((found for one in plain if (found := lone_surrogate(one))), "")
    return next((one for one in plain if "\ud800" <= one <= "\udfff"), "") if isinstance(plain, str) else ""


def save_minutes(file: Path, minutes: Minutes, before: bytes | None) -> bytes:
    """Put minutes where `before` lies, and give what lies there now. Raises SaveError."""
    file.parent.mkdir(exist_ok=True)
    content = text_of(minutes).encode()
    save(file, content, before)
    return content


def save_page(file: Path, minutes: Minutes, opened: Opened) -> None:
    """Make the page anew from the minutes. Raises SaveError."""
    from tsukuba_pia.export.minutes_markdown import EXPORTER, MinutesPage  # noqa: PLC0415 - the template engine is heavy

    assert opened.assessment is not None  # noqa: S101 - usable
    assert opened.questionnaire is not None  # noqa: S101
    levels = {one.id: one.label for one in opened.questionnaire.method.levels}
    posts = chain_of(opened.assessment, opened.profile)
    changed = [act.question for item in minutes.items for act in item.acts if isinstance(act, Changed)]
    known = opened.questionnaire.questions
    asked = {name: known[name].question for name in changed if name in known}  # a bank may have lost one since
    texts = {name: question.text for name, question in asked.items()}
    page = MinutesPage(minutes, levels, posts, texts, dict(_values(asked, opened.questionnaire)))
    content = EXPORTER.export(page, labels(minutes.language)).encode()
    there = file.read_bytes() if file.exists() else None
    if there != content:
        save(file, content, there)


def _values(asked: Mapping[str, Question], questionnaire: Questionnaire) -> Iterator[tuple[tuple[str, str], Text]]:
    """What the answers to questions are called: labels of options, words for states."""
    for name, question in asked.items():
        yield from (((name, option.id), option.label) for option in question.options)
        terms = {"yes_no": "yes_no", "safeguard": "safeguard_states"}.get(question.type)
        if terms:
            yield from (((name, one.id), one.label) for one in getattr(questionnaire.vocabulary, terms))


def room_of(opened: Opened) -> Path:
    """The folder in which the minutes of an assessment lie."""
    return opened.path.parent / ROOM


def context_of(
    held: Minutes | Record, source: Source, opened: Opened, items: tuple[Entry | None, ...]
) -> MinutesContext:
    """What the rules about meetings look at. Only where `usable`."""
    assert opened.assessment is not None  # noqa: S101 - the caller asked `usable`
    assert opened.questionnaire is not None  # noqa: S101
    if isinstance(held, Minutes):
        panel, present = held.panel, {one.number: one for one in held.present}
    else:
        panel = next((one for one in panels_of(opened) if one.id == held.panel), None)
        present = {one.number: one for one in attendants(opened, held.present, held.chair)}
    return MinutesContext(
        source, held, opened.assessment, opened.questionnaire, opened.score(), opened.as_of, panel, present, items,
        opened.profile, opened.source.data if isinstance(held, Minutes) else None,
    )  # fmt: skip


def panels_of(opened: Opened) -> tuple[Panel, ...]:
    """The panels that the city's profile names."""
    return opened.profile.panels if opened.profile is not None else ()


def attendants(opened: Opened, present: tuple[int, ...], chair: int | None) -> tuple[Attendant, ...]:
    """Those of the team who are there, by their numbers (from 1); what is no number of the team is left out."""
    assert opened.assessment is not None  # noqa: S101 - usable
    team = opened.assessment.team
    there = ((number, team[number - 1]) for number in dict.fromkeys(present) if 1 <= number <= len(team))
    return tuple(
        Attendant(
            number, one.role, one.name, one.post, one.organisation, one.constituency, one.conflict, number == chair
        )
        for number, one in there
    )
