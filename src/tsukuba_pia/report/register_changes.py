"""What changed from one public report of an assessment to the next, in words.

Both sides are public reports, so nothing that is withheld can be told of; an answer that is withheld on either side is
not compared at all. Not compared is what is put down after a decision: incidents, complaints, reviews, and where and
when it is published.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, TypeVar

from tsukuba_pia.model.text import Said
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Answer, Measure, Risk, Span
from tsukuba_pia.report.parts import DataItem
from tsukuba_pia.report.records import Change, ChangeGroup, ChangeLog, LoggedChanges
from tsukuba_pia.report.wording import words_in

T = TypeVar("T")
WITHHELD = "withheld"
# What is compared as it is written: by the key of its name in the labels' [register.fields], where it stands.
TEXTS = {
    "title": "title",
    "summary": "citizen.summary",
    "conclusion": "conclusion",
    "organ": "organ",
    "owner": "service.owner",
    "contact": "service.contact",
    "problem": "service.problem",
    "why_now": "service.why_now",
    "alternatives": "service.alternatives",
    "tender": "service.tender",
    "contract": "service.contract",
    "ended_why": "service.ended_why",
    "excluded": "groups_excluded",
    "own_risks": "own_risks",
    "own_safeguards": "own_safeguards",
    "supersedes": "supersedes",
    "related": "related",
}


def changes_of(old: Report, new: Report, words: Mapping[str, Any]) -> tuple[ChangeGroup, ...]:
    """What changed, the weightiest parts first. `words`: the labels."""
    teller = _Teller(old, new, words)
    parts = {
        "levels": teller.levels(),
        "decisions": teller.decisions(),
        "texts": teller.texts(),
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
        self.words, self.page = words["register"], words["report"]
        self.states: Mapping[str, str] = self.page["states"]
        self.fields: Mapping[str, str] = self.words["fields"]
        self.asked = {one.id: one for report in (old, new) for part in report.principles for one in part.answers}
        self.moved = frozenset(self._moved_answers())

    def own(self, text: str) -> Said:
        return Said(text, self.new.language)

    def told(self, value: object) -> tuple[Said, ...]:
        return tuple(words_in(value, self.new.language))

    def otherwise(self, subject: Said, before: object, after: object) -> Iterator[Change]:
        """Of two lists of records the texts that came and that went; where none did, the records that say otherwise.

        In which order the records stand says nothing.
        """
        if before == after:  # almost always
            return
        old, new = ([self.told(one) for one in _records(side)] for side in (before, after))
        gone, come = (_flat(Counter(one) - Counter(other)) for one, other in ((old, new), (new, old)))
        if gone or come:
            yield from [*_listed(subject, gone, come)] or [Change(subject, gone, come)]

    def unquoted(self, subject: Said, before: object, after: object) -> Iterator[Change]:
        """The same without what was said before: what people said, or noted, may have been taken out for a reason."""
        for one in self.otherwise(subject, before, after):
            yield Change(subject, one.before and (self.own(self.words["not_repeated"]),), one.after)

    # ----------------------------------------------------------------------------------------------------------- texts

    def texts(self) -> Iterator[Change]:
        for name, place in TEXTS.items():
            yield from self.otherwise(self.own(self.fields[name]), *map(attrgetter(place), (self.old, self.new)))
        if address := self.old.publication.url:  # one that was decided on; often it comes later
            yield from self.otherwise(self.own(self.fields["url"]), address, self.new.publication.url)
        then, now = (self._voices(side) for side in (self.old, self.new))
        for name, before in then.items():
            yield from self.unquoted(self.own(self.fields[name]), before, now[name])

    def _voices(self, side: Report) -> dict[str, tuple[object, ...]]:
        """What people said, with what a page says of it in words of its own."""
        words = self.page["people"]
        return {
            "team": self._team(side),
            "heard": side.consultations,
            "opinions": tuple((one, self.own(words["dissent"]) if one.dissent else None) for one in side.opinions),
            "requests": tuple((one, self.own(words["request_states"][one.state])) for one in side.requests),
            "overrides": tuple((one.title, one.override) for one in side.risks if one.override),
        }

    def _team(self, side: Report) -> tuple[object, ...]:
        """Whoever is not withheld, and how many are; where these are not as many as then, nobody knows who is who."""
        then, now = (sum(one.withheld is not None for one in both.members) for both in (self.old, self.new))
        hidden = self.own(f"{self.states[WITHHELD]}: {then if side is self.old else now}")
        return (hidden, *(one for one in side.members if one.withheld is None and then == now))

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
        yield from self.otherwise(self.own(words["benefits"]), *(one.benefits for one in sides))

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
            subject = self.own(f"{after.name.words}: {words['details']}")
            yield from self.otherwise(subject, *([self._details(one)] for one in (before, after)))
        life = self.page["life"]
        whole = (self.own(life["complete" if one.data_complete else "incomplete"]) for one in (self.old, self.new))
        yield from self.otherwise(self.own(words["whole"]), *whole)
        for name, of in (("flows", self._flows), ("actors", attrgetter("actors")), ("linkage", self._linkage)):
            yield from self.otherwise(self.own(words[name]), *map(of, (self.old, self.new)))

    def _details(self, item: DataItem) -> tuple[object, ...]:
        """What else is told of a data item."""
        handlers = self.own(item.handlers) if item.handlers else None
        return (item.name, item.source, item.captures, item.identifiers, item.register_entry, handlers, item.life)

    @staticmethod
    def _flows(side: Report) -> tuple[object, ...]:
        ways = ((one, f"{one.source.words} → {one.target.words}") for one in side.flows or ())
        return tuple(
            (Said(way, one.source.language), one.items, one.purpose, one.crosses, one.basis) for one, way in ways
        )

    def _linkage(self, side: Report) -> tuple[object, ...]:
        ways = self.page["life"]["directions"]
        return tuple(
            (
                one.other,
                self.own(one.key),
                self.own(ways[one.direction]) if one.direction else None,
                one.delay,
                self.own(self.page[one.platform]) if one.platform else None,
                one.basis,
            )
            for one in side.linkage
        )

    def _told(self, value: Any) -> tuple[Said, ...]:  # noqa: ANN401 - a field of a data item
        if value is None or isinstance(value, Said):
            return _one(value)
        return (self.own(value),) if isinstance(value, str) else tuple(one.label for one in value)

    # -------------------------------------------------------------------------------------------- measures and answers

    def measures(self) -> Iterator[Change]:
        for before, after in _pairs(self.old.measures, self.new.measures):
            if not _hidden(before, after):
                told = after or before
                yield from self.otherwise(told.text, *(_how_far(one) for one in (before, after)))  # type: ignore[union-attr]

    def answers(self) -> Iterator[Change]:
        measures = {one.id for side in (self.old, self.new) for one in side.measures}
        for before, after in self._answers():
            told = after or before
            assert told is not None  # noqa: S101 - a pair has a side
            if told.id in self.moved and told.id not in measures:
                yield Change(told.text, *(self._value(one) for one in (before, after)))
            if before and after and not _hidden(before, after) and _beside(before) != _beside(after):
                subject = Said(self.fields["beside"].format(title=told.text.words), told.text.language)
                yield from self.unquoted(subject, _beside(before), _beside(after))

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
        for name, of in (("declining", _declining), ("choices", lambda side: side.choices or ())):
            yield from self.otherwise(self.own(self.fields[name]), *map(of, (self.old, self.new)))


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


def _how_far(measure: Measure | None) -> tuple[object, ...]:
    """How far a safeguard is, by whom and by when."""
    if measure is None:
        return ()
    proof = (measure.evidence_until, measure.verified_by, measure.verified_on, measure.method)
    return ((measure.state_label, measure.owner, measure.due, *proof),)


def _beside(answer: Answer) -> tuple[object, ...]:
    """What stands beside an answer: one record."""
    return ((answer.note, answer.asking, answer.by_when),)


def _declining(side: Report) -> tuple[object, ...]:
    """What happens to those who decline, item by item."""
    said = ((one, f"{one.item.words}: {one.consequence.label.words}") for one in side.provision or ())
    return tuple(
        (Said(what, one.item.language), one.nature, one.reason, one.alternative, one.notice, one.basis)
        for one, what in said
    )


def _records(value: object) -> tuple[object, ...]:
    """The entries of a list; what is no list is the only one."""
    if isinstance(value, list | tuple) and not isinstance(value, Said):
        return tuple(value)
    return () if value is None else (value,)


def _flat(records: Counter[tuple[Said, ...]]) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(said for one in records.elements() for said in one))


def _hidden(*sides: Answer | Measure | None) -> bool:
    return any(one is not None and one.state == WITHHELD for one in sides)


def _said(answer: Answer | None) -> tuple[str, tuple[str, ...]]:
    return ("", ()) if answer is None else (answer.state, _words(answer.value))
