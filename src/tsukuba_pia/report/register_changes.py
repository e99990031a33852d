"""What changed from one public report of an assessment to the next, in words.

Both sides are public reports, so nothing that is withheld can be told of; an answer that is withheld on either side is
not compared at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from tsukuba_pia.model.text import Said
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Answer, Measure, Risk, Span
from tsukuba_pia.report.records import Change, ChangeGroup, ChangeLog, LoggedChanges

T = TypeVar("T")
WITHHELD = "withheld"


def changes_of(old: Report, new: Report, words: Mapping[str, Any]) -> tuple[ChangeGroup, ...]:
    """What changed, the weightiest parts first. `words`: the labels."""
    teller = _Teller(old, new, words)
    parts = {
        "levels": teller.levels(),
        "decisions": teller.decisions(),
        "service": teller.service(),
        "data": teller.data(),
        "measures": teller.measures(),
        "answers": teller.answers(),
        "people": teller.people(),
    }
    found = {name: tuple(changes) for name, changes in parts.items()}
    return tuple(ChangeGroup(name, changes) for name, changes in found.items() if changes)


def logged(
    old: Report, new: Report, words: Mapping[str, Any], groups: tuple[ChangeGroup, ...] | None = None
) -> ChangeLog | None:
    """What changed since the decision that `old` is the text of, with the name of each part.

    `groups`: the changes, where they are known.
    """
    if not old.signed:
        return None
    groups = changes_of(old, new, words) if groups is None else groups
    last, named = old.signed[-1], words["register"]["changed"]
    parts = (LoggedChanges(Said(named[one.part], new.language), one.changes) for one in groups)
    return ChangeLog(last.number, last.outcome.label, last.on, tuple(parts))


class _Teller:
    """Compares two reports part by part."""

    def __init__(self, old: Report, new: Report, words: Mapping[str, Any]) -> None:
        self.old, self.new = old, new
        self.words, self.states = words["register"], words["report"]["states"]
        self.fields: Mapping[str, str] = self.words["fields"]
        self.asked = {one.id: one for report in (old, new) for part in report.principles for one in part.answers}
        self.moved = frozenset(self._moved_answers())

    def own(self, text: str) -> Said:
        return Said(text, self.new.language)

    # ---------------------------------------------------------------------------------------------------------- levels

    def levels(self) -> Iterator[Change]:
        for name in ("inherent", "current", "target"):
            before, after = (getattr(one.citizen.levels, name) for one in (self.old, self.new))
            yield from _moved(self.own(self.fields[f"whole_{name}"]), _span(before), _span(after))
        for before, after in _pairs(self.old.risks, self.new.risks):
            yield from self._risk(before, after)

    def _risk(self, old: Risk | None, new: Risk | None) -> Iterator[Change]:
        told = new or old
        assert told is not None  # noqa: S101 - a pair has a side
        before, after = ((_span(one.levels.current) if one else ()) for one in (old, new))
        rests = {one.question for risk in (old, new) if risk for step in risk.steps for one in step.rests_on}
        because = tuple(self.asked[name].text for name in self.asked if name in self.moved & rests)
        for one in _moved(told.title, before, after):
            yield Change(one.subject, one.before, one.after, because)
        if old and new and old.levels.current == new.levels.current:
            subject = Said(self.fields["later"].format(title=told.title.words), told.title.language)
            yield from _moved(subject, _span(old.levels.target), _span(new.levels.target))

    # ------------------------------------------------------------------------------------------------------- decisions

    def decisions(self) -> Iterator[Change]:
        for before, after in _pairs(self.old.decisions, self.new.decisions):
            told = after or before
            sides = [(one.outcome.label,) if one and one.applies != "no" else () for one in (before, after)]
            yield from _moved(told.title, *sides)  # type: ignore[union-attr]
        states = self.words["red_states"]
        for line, other in _pairs(self.old.red_lines, self.new.red_lines):
            told_line = other or line
            sides = [(self.own(states[one.state]),) if one else () for one in (line, other)]
            yield from _moved(told_line.text, *sides)  # type: ignore[union-attr]

    # ------------------------------------------------------------------------------------------------ service and data

    def service(self) -> Iterator[Change]:
        words, sides = self.fields, (self.old.service, self.new.service)
        for name in ("purpose", "unit", "scope_in", "scope_out"):
            yield from _moved(self.own(words[name]), *(_one(getattr(one, name)) for one in sides))
        for name in ("starts_on", "ended"):
            days = (getattr(one, name) for one in sides)
            yield from _moved(self.own(words[name]), *((self.own(one.shown),) if one else () for one in days))
        gains = (tuple(one.what for one in side.benefits) for side in sides)
        yield from _moved(self.own(words["benefits"]), *gains)

    def data(self) -> Iterator[Change]:
        words = self.fields
        for before, after in _pairs(self.old.data or (), self.new.data or ()):
            if before is None or after is None:
                told = before or after
                assert told is not None  # noqa: S101 - a pair has a side
                yield Change(told.name, _one(before.name if before else None), _one(after.name if after else None))
                continue
            for name in ("categories", "groups", "kept", "shared", "people", "country", "provider"):
                subject = self.own(f"{after.name.words}: {words[name]}")
                yield from _moved(subject, *(self._told(getattr(one, name)) for one in (before, after)))
        flows = (tuple(self._flow(one) for one in side.flows or ()) for side in (self.old, self.new))
        yield from _listed(self.own(words["flows"]), *flows)
        actors = (tuple(one.name for one in side.actors) for side in (self.old, self.new))
        yield from _listed(self.own(words["actors"]), *actors)

    def _flow(self, flow: Any) -> Said:  # noqa: ANN401 - a flow of a report
        return Said(f"{flow.source.words} → {flow.target.words}", flow.source.language)

    def _told(self, value: Any) -> tuple[Said, ...]:  # noqa: ANN401 - a field of a data item
        if value is None or isinstance(value, Said):
            return _one(value)
        return (self.own(value),) if isinstance(value, str) else tuple(one.label for one in value)

    # -------------------------------------------------------------------------------------------- measures and answers

    def measures(self) -> Iterator[Change]:
        for before, after in _pairs(self.old.measures, self.new.measures):
            if not _hidden(before, after):
                told = after or before
                yield from _moved(told.text, *(_state(one) for one in (before, after)))  # type: ignore[union-attr]

    def answers(self) -> Iterator[Change]:
        measures = {one.id for side in (self.old, self.new) for one in side.measures}
        for before, after in self._answers():
            told = after or before
            assert told is not None  # noqa: S101 - a pair has a side
            if told.id in self.moved and told.id not in measures:
                yield Change(told.text, *(self._value(one) for one in (before, after)))

    def _answers(self) -> Iterable[tuple[Answer | None, Answer | None]]:
        sides = (tuple(one for part in side.principles for one in part.answers) for side in (self.old, self.new))
        return _pairs(*sides)

    def _moved_answers(self) -> Iterator[str]:
        for before, after in self._answers():
            if not _hidden(before, after) and _said(before) != _said(after):
                yield (after or before).id  # type: ignore[union-attr]

    def _value(self, answer: Answer | None) -> tuple[Said, ...]:
        if answer is None:
            return (self.own(self.words["not_asked"]),)
        return answer.value or (self.own(self.states[answer.state]),)

    # ---------------------------------------------------------------------------------------------------------- people

    def people(self) -> Iterator[Change]:
        declining = [
            tuple(Said(f"{one.item.words}: {one.consequence.label.words}", one.item.language) for one in side.provision)
            for side in (self.old, self.new)
        ]
        yield from _listed(self.own(self.fields["declining"]), *declining)
        choices = (tuple(one.what for one in side.choices) for side in (self.old, self.new))
        yield from _listed(self.own(self.fields["choices"]), *choices)


def _pairs(old: Iterable[T], new: Iterable[T]) -> list[tuple[T | None, T | None]]:
    """What both have by its id, in the new one's order; then what only the old one has."""
    before: dict[str, T] = {one.id: one for one in old}  # type: ignore[attr-defined]
    after: dict[str, T] = {one.id: one for one in new}  # type: ignore[attr-defined]
    gone = [(one, None) for name, one in before.items() if name not in after]
    return [*((before.get(name), one) for name, one in after.items()), *gone]


def _moved(subject: Said, before: tuple[Said, ...], after: tuple[Said, ...]) -> Iterator[Change]:
    if _words(before) != _words(after):
        yield Change(subject, before, after)


def _listed(subject: Said, before: tuple[Said, ...], after: tuple[Said, ...]) -> Iterator[Change]:
    """Of two lists only what came and what went."""
    gone = tuple(dict.fromkeys(one for one in before if one.words not in _words(after)))
    come = tuple(dict.fromkeys(one for one in after if one.words not in _words(before)))
    if gone or come:
        yield Change(subject, gone, come)


def _words(said: Iterable[Said]) -> tuple[str, ...]:
    return tuple(one.words for one in said)


def _one(said: Said | None) -> tuple[Said, ...]:
    return (said,) if said is not None else ()


def _span(span: Span) -> tuple[Said, ...]:
    return (span.worst.label,)


def _state(measure: Measure | None) -> tuple[Said, ...]:
    return (measure.state_label,) if measure is not None else ()


def _hidden(*sides: Answer | Measure | None) -> bool:
    return any(one is not None and one.state == WITHHELD for one in sides)


def _said(answer: Answer | None) -> tuple[str, tuple[str, ...]]:
    return ("", ()) if answer is None else (answer.state, _words(answer.value))
