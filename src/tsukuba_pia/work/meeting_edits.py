"""What an act of a meeting does to the assessment's text."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from tsukuba_pia.change.carried import carried, count_of, nth_of, place_of, value_at
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
)
from tsukuba_pia.model.text import Text, words
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.agenda import OPINION
from tsukuba_pia.work.answers import answered
from tsukuba_pia.work.captions import caption
from tsukuba_pia.work.meeting_items import kept_text
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.yaml_edit import ANSWERS, append_item, as_data, plain, set_answer, set_value
from tsukuba_pia.yaml_source import Source, parse


def edits_of(act: Act, item: Entry, minutes: Minutes, opened: Opened) -> tuple[Edit, ...]:
    """The changes that an act makes to an assessment; none where only the minutes hold it."""
    return tuple(_edits(act, item, minutes, opened))


def _edits(act: Act, item: Entry, minutes: Minutes, opened: Opened) -> Iterator[Edit]:
    match act:
        case Opinion():
            yield _append("opinions", _opinion(act, minutes, opened), opened)
        case Resolution():
            by = words(minutes.panel.name, minutes.language) if minutes.panel else ""
            yield _append("opinions", {"by": by, "on": opened.as_of, "says": as_data(act.says)}, opened)
        case Changed():
            yield _set((ANSWERS, act.question), plain(_merged(act, opened)), opened)
        case Raised():
            yield _set(("overrides", act.risk), _override(act, minutes, opened), opened)
        case Reply():
            yield from _reply(act, item, opened)
        case _:
            return


def _opinion(act: Opinion, minutes: Minutes, opened: Opened) -> dict[str, Any]:
    who = minutes.attendant(act.member)
    assert who is not None  # noqa: S101 - the rules said that the member is there
    said = {"by": called(who, minutes.language), "post": who.post, "on": opened.as_of, "says": act.says}
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
        "computed": opened.score().risks[act.risk].computed,
        "because": as_data(act.because),
        "by": name,
        "post": as_data(who.post) if who.post else name,
        "on": opened.as_of,
    }


def _merged(act: Changed, opened: Opened) -> Answer:
    """Another value, and what else was said of it; what stood there before (notes, evidence, withholding) stays."""
    assert opened.assessment is not None  # noqa: S101 - usable
    old = opened.assessment.answers.get(act.question)
    if old is None:
        return act.answer
    said = {one.name: getattr(act.answer, one.name) for one in fields(Answer) if one.name != "answer"}
    more: dict[str, Any] = {name: value for name, value in said.items() if value not in (None, ())}
    return replace(answered(old, act.answer.answer), **more)


def _reply(act: Reply, item: Entry, opened: Opened) -> Iterator[Edit]:
    """At the opinion or the comment itself, wherever it stands now."""
    if item.id.startswith(OPINION):
        yield _set(("opinions", _opinion_of(item, opened), "answered"), as_data(act.done), opened)
        return
    comment = _comment_of(item, opened)
    yield _set(("consultations", comment, "done"), as_data(act.done), opened)
    if act.because is not None:
        yield _set(("consultations", comment, "because"), as_data(act.because), opened)


def _comment_of(item: Entry, opened: Opened) -> dict[str, Any]:
    """A comment by its id; where several have the same one, by what it says, too."""
    alike = [one for one in _items("consultations", opened) if one.get("id") == item.id]
    said = [one["said"] for one in alike if kept_text(one.get("said", "")) == item.what]
    return {"id": item.id} | ({"said": said[0]} if len(alike) > 1 and said else {})


def _opinion_of(item: Entry, opened: Opened) -> dict[str, Any]:
    """An opinion by who said it and what. Of several alike the one at its old place, else the first without an answer.

    Words that somebody else said are not the ones that are answered: many say no more than that they agree.
    """
    opinions = _items("opinions", opened)
    said = [number for number, one in enumerate(opinions) if kept_text(one.get("says", "")) == item.what]
    alike = [number for number in said if _who(opinions[number]) == item.who]
    if not alike:
        return {"by": as_data(item.who), "says": as_data(item.what)}  # it is gone: nothing answers to it
    place = int(item.id.removeprefix(OPINION)) - 1
    waiting = [number for number in alike if not opinions[number].get("answered")]
    chosen = place if place in alike else (waiting or alike)[0]
    named = {key: opinions[chosen][key] for key in ("by", "on", "says") if key in opinions[chosen]}
    return named | nth_of(opinions, named, chosen)


def _who(opinion: dict[str, Any]) -> Text:
    """As the agenda calls whoever said it."""
    return kept_text(opinion.get("post") or opinion.get("by") or "")


def _items(part: str, opened: Opened) -> list[Any]:
    """A list of the assessment in which every item has a place; what is no mapping says nothing."""
    there = opened.source.data.get(part) if isinstance(opened.source.data, dict) else None
    return [one if isinstance(one, dict) else {} for one in there or ()]


def _append(part: str, item: dict[str, Any], opened: Opened) -> Edit:
    """One more item. How many alike there are already is remembered: somebody may say the same on two items."""
    return Edit((part,), item, count_of(opened.source.data.get(part), item) or None, append=True)


def _set(path: tuple[Any, ...], after: object, opened: Opened) -> Edit:
    edit = Edit(path, after)
    return replace(edit, before=value_at(edit, opened.source.data))


def edited(source: Source, edits: tuple[Edit, ...], opened: Opened) -> str:
    """The text with these changes; what stands there already, or has become something else, is left as it is.

    Raises:
        Problem: a place cannot be edited.

    """
    for edit in edits:
        if carried(edit, source.data) == "open":
            source = parse(_edited(source, edit, opened).encode(), source.file)
    return source.text


def _edited(source: Source, edit: Edit, opened: Opened) -> str:
    questionnaire, assessment = opened.questionnaire, opened.assessment
    assert questionnaire is not None  # noqa: S101 - usable
    assert assessment is not None  # noqa: S101
    path = place_of(edit.path, source.data)
    unknown = path is not None and path[0] == ANSWERS and (len(path) == 1 or path[1] not in questionnaire.questions)
    if path is None or unknown:
        raise Problem("cannot_edit", file=source.file, what=".".join(map(str, edit.path)))
    if edit.append:
        return append_item(source, path, edit.after)
    if path[0] != ANSWERS:
        return set_value(source, path, edit.after)
    name = str(path[1])
    order = list(questionnaire.questions)
    lines = caption(questionnaire, name, assessment.language)
    try:
        answer = build(Answer, edit.after)
    except ValueError:  # somebody wrote it into the minutes by hand
        raise Problem("cannot_edit", file=source.file, what=f"{ANSWERS}.{name}") from None
    return set_answer(source, name, answer, order[: order.index(name)], lines)
