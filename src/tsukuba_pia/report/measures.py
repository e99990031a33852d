"""Safeguards: how far each is, who does it by when, what proves it, and which risks it lowers."""

from collections.abc import Iterator, Mapping, Sequence

from tsukuba_pia.model.bank import IN_PLACE
from tsukuba_pia.model.result import AnswerState, Asked
from tsukuba_pia.report.model import Measure, MeasureBrief
from tsukuba_pia.report.parts import MeasureCounts
from tsukuba_pia.report.reader import WITHHELD, Reader
from tsukuba_pia.report.risks import numbers_by_safeguard
from tsukuba_pia.score.safeguards import is_verified


def measures_of(reader: Reader) -> tuple[Measure, ...]:
    """All safeguards that are asked for, or may be."""
    numbers = numbers_by_safeguard(reader)
    return tuple(_measure(reader, name, numbers) for name in _asked(reader))


def _asked(reader: Reader) -> Iterator[str]:
    for name, standing in reader.result.standings.items():
        is_safeguard = reader.questionnaire.questions[name].question.type == "safeguard"
        if is_safeguard and standing.asked is not Asked.NOT:
            yield name


def state_of(reader: Reader, question: str) -> str:
    """How far a safeguard is; what is not known of it, where it counts as unknown.

    What is said to be verified, but not by another person on a date, is shown as implemented, as it counts.
    """
    standing = reader.result.standings[question]
    if reader.hidden(question):
        return WITHHELD
    if standing.state is not AnswerState.ANSWERED:
        return str(standing.state.value)
    if standing.value == "verified" and not is_verified(standing, reader.given(question)):
        return "implemented"
    return str(standing.value)


def _measure(reader: Reader, name: str, numbers: Mapping[str, tuple[int, ...]]) -> Measure:
    asked = reader.questionnaire.questions[name]
    hidden = reader.hidden(name)
    given = reader.seen(name)
    state = state_of(reader, name)
    label = reader.words["states"].get(state)
    return Measure(
        id=name,
        text=reader.text(name),
        kind=reader.term("safeguard_kinds", asked.question.kind or "prevent").label,
        state=state,
        state_label=reader.own(label) if label else reader.term("safeguard_states", state).label,
        owner=reader.party(given.owner),
        due=reader.day(given.due) if state == "planned" else None,
        proven=not hidden and reader.result.standings[name].evidence,
        evidence=() if reader.public else given.evidence,
        evidence_count=len(given.evidence),
        evidence_until=reader.day(given.evidence_until),
        verified_by=reader.party(given.verified_by),
        verified_on=reader.day(given.verified_on),
        method=reader.maybe(given.method),
        note=reader.maybe(given.note),
        withheld=reader.reason(reader.given(name).withheld),
        risks=numbers.get(name, ()),
        place=reader.answer_place(name),
    )


def overdue_of(reader: Reader, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """What was planned for a day that has passed."""
    now = reader.result.as_of
    return tuple(one for one in measures if one.due is not None and one.due.iso < now)


def counts_of(measures: Sequence[Measure]) -> MeasureCounts:
    """How many stand where."""

    def count(*states: str) -> int:
        return sum(measure.state in states for measure in measures)

    unproven = sum(measure.state in IN_PLACE and not measure.proven for measure in measures)
    proven = {state: sum(one.state == state and one.proven for one in measures) for state in IN_PLACE}
    known = ("planned", "absent", WITHHELD, "not_applicable")
    counted = {state: count(state) for state in known}
    return MeasureCounts(
        verified=proven["verified"],
        implemented=proven["implemented"],
        unproven=unproven,
        planned=counted["planned"],
        absent=counted["absent"],
        unknown=len(measures) - sum(proven.values()) - unproven - sum(counted.values()),
        withheld=counted[WITHHELD],
    )


def brief(measure: Measure) -> MeasureBrief:
    """A safeguard in a word."""
    counts = measure.proven or measure.state not in IN_PLACE
    return MeasureBrief(measure.id, measure.text, measure.state, measure.state_label, counts, measure.due)
