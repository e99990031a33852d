"""What an act of a meeting does to the assessment's text."""

from collections.abc import Iterator
from typing import Any

from tsukuba_pia.change.carried import carried, count_of
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.minutes import (
    Act,
    Attendant,
    Changed,
    Edit,
    Entry,
    Minutes,
    Opinion,
    Raised,
    Reply,
    Resolution,
    Task,
)
from tsukuba_pia.model.text import words
from tsukuba_pia.work.agenda import OPINION
from tsukuba_pia.work.captions import caption
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.yaml_edit import ANSWERS, append_item, as_data, plain, set_answer, set_value
from tsukuba_pia.yaml_source import Source, parse


def edits_of(act: Act, item: Entry, minutes: Minutes, opened: Opened) -> tuple[Edit, ...]:
    """The changes that an act makes to an assessment; none where only the minutes hold it."""
    return tuple(_edits(act, item, minutes, opened))


def _edits(act: Act, item: Entry, minutes: Minutes, opened: Opened) -> Iterator[Edit]:
    match act:
        case Opinion():
            yield _append("opinions", _opinion(act, minutes), opened)
        case Resolution():
            by = words(minutes.panel.name, minutes.language) if minutes.panel else ""
            yield _append("opinions", {"by": by, "on": minutes.on, "says": as_data(act.says)}, opened)
        case Task():
            request = {"request": act.what, "to": act.who, "asked_on": minutes.on, "due": act.by_when, "state": "open"}
            yield _append("cooperation", request, opened)
        case Changed():
            yield _set((ANSWERS, act.question), plain(act.answer), opened)
        case Raised():
            yield _set(("overrides", act.risk), _override(act, minutes, opened), opened)
        case Reply():
            yield from _reply(act, item, opened)
        case _:
            return


def _opinion(act: Opinion, minutes: Minutes) -> dict[str, Any]:
    who = minutes.attendant(act.member)
    assert who is not None  # noqa: S101 - the rules said that the member is there
    said = {"by": called(who, minutes.language), "post": who.post, "on": minutes.on, "says": act.says}
    whole = said | ({"dissent": True} if act.dissent else {})
    return {key: as_data(value) for key, value in whole.items() if value is not None}


def called(who: Attendant, language: str) -> str:
    """What somebody is called: by name, else by organisation or post, else by role."""
    return who.name or words(who.organisation, language) or words(who.post, language) or who.role


def _override(act: Raised, minutes: Minutes, opened: Opened) -> dict[str, Any]:
    who = minutes.attendant(act.member)
    assert who is not None  # noqa: S101 - as above
    name = called(who, minutes.language)
    return {
        "level": act.level,
        "computed": opened.score().risks[act.risk].current.worst,
        "because": as_data(act.because),
        "by": name,
        "post": as_data(who.post) if who.post else name,
        "on": minutes.on,
    }


def _reply(act: Reply, item: Entry, opened: Opened) -> Iterator[Edit]:
    if item.id.startswith(OPINION):
        yield _set(("opinions", int(item.id.removeprefix(OPINION)) - 1, "answered"), as_data(act.done), opened)
        return
    assert opened.assessment is not None  # noqa: S101 - usable
    for number, one in enumerate(opened.assessment.consultations):
        if one.id == item.id:
            yield _set(("consultations", number, "done"), as_data(act.done), opened)
            if act.because is not None:
                yield _set(("consultations", number, "because"), as_data(act.because), opened)


def _append(part: str, item: dict[str, Any], opened: Opened) -> Edit:
    """One more item. How many alike there are already is remembered: somebody may say the same on two items."""
    return Edit((part,), item, count_of(opened.source.data.get(part), item) or None, append=True)


def _set(path: tuple[Any, ...], after: object, opened: Opened) -> Edit:
    here: Any = opened.source.data
    for step in path:
        here = here.get(step) if isinstance(here, dict) else here and here[step]
    return Edit(path, after, here)


def edited(source: Source, edits: tuple[Edit, ...], opened: Opened) -> str:
    """The text with these changes; what stands there already is left as it is.

    Raises:
        Problem: a place cannot be edited.

    """
    for edit in edits:
        if carried(edit, source.data) != "done":
            source = parse(_edited(source, edit, opened).encode(), source.file)
    return source.text


def _edited(source: Source, edit: Edit, opened: Opened) -> str:
    questionnaire, assessment = opened.questionnaire, opened.assessment
    assert questionnaire is not None  # noqa: S101 - usable
    assert assessment is not None  # noqa: S101
    if edit.append:
        return append_item(source, edit.path, edit.after)
    if edit.path[0] != ANSWERS:
        return set_value(source, edit.path, edit.after)
    name = edit.path[1]
    order = list(questionnaire.questions)
    lines = caption(questionnaire, name, assessment.language)
    return set_answer(source, name, build(Answer, edit.after), order[: order.index(name)], lines)
