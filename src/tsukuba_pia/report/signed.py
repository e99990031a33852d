"""The decisions on record: what was decided by whom, on which conditions, and which red line was set aside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import TypeVar

from tsukuba_pia.change.approval import waives
from tsukuba_pia.model.bank import IN_PLACE
from tsukuba_pia.model.result import NONE
from tsukuba_pia.model.sign_off import Condition, Expedited, Signatory, SignOff, SignOffs, Waiver
from tsukuba_pia.model.text import Said, Text
from tsukuba_pia.report.method import organ_of
from tsukuba_pia.report.model import Level, Measure, Named
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.records import ConditionView, ExpeditedView, SignedView, WaiverView
from tsukuba_pia.report.teller import clean

BACK = "changes_required"  # before anything was decided, a step on the way; later it takes an approval back
HURRIED = "expedited"  # sets no red line aside
MaybeSaid = TypeVar("MaybeSaid", Said, Said | None)
TELLS = {"approved": ("published", "monitoring")}  # states that tell an outcome without its own word


def signed_of(reader: Reader, signed: SignOffs, measures: Sequence[Measure]) -> tuple[SignedView, ...]:
    """Each decision that can be relied on, the first one first."""
    by_question = {one.id: one for one in measures}
    holding = waived_by(reader, signed)
    told = dropwhile(lambda one: reader.public and one.outcome == BACK, signed.sound)
    return tuple(_signed(reader, one, by_question, holding if one is signed.last else {}) for one in told)


def waived_by(reader: Reader, signed: SignOffs) -> Mapping[str, str]:
    """The red lines that are set aside on the report's day, with the day until which they are."""
    last = signed.last
    if last is None or last.outcome == HURRIED:
        return {}
    held = (one for one in last.waivers if waives(one, reader.questionnaire, reader.result.as_of))
    return {one.red_line: one.until for one in held}


def free_texts(one: SignOff) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Whatever a person wrote in a decision and the public may read, by its place."""
    found: list[tuple[tuple[str | int, ...], Text | None]] = [
        (("because",), one.because),
        (("document",), one.document),
        (("called",), one.signed.called),
    ]
    for number, condition in enumerate(one.conditions):
        found += [(("conditions", number, name), getattr(condition, name)) for name in ("what", "owner")]
    for number, waiver in enumerate(one.waivers):
        found += [(("waivers", number, name), getattr(waiver, name)) for name in ("because", "document")]
    if one.expedited is not None:
        found += [(("expedited", name), getattr(one.expedited, name)) for name in ("authority", "event")]
    yield from ((place, text) for place, text in found if text is not None)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the texts of one decision; in place of what the public may not read, that it is withheld."""

    reader: Reader
    number: int

    def __call__(self, said: MaybeSaid, *place: str | int) -> MaybeSaid:
        why = self.reader.unsaid.get((self.number, *place)) if self.reader.public else None
        return said if why is None or said is None else self.reader.instead(why)


def untold(state: str, signed: Sequence[SignedView]) -> Named | None:
    """The last outcome, where the state does not say it: of what has ended, was suspended, or goes on provisionally."""
    if not signed:
        return None
    outcome = signed[-1].outcome
    return None if tells(state, outcome.id) else outcome


def tells(state: str, outcome: str) -> bool:
    """Whether a state says by itself what was decided last."""
    return outcome == state or state in TELLS.get(outcome, ())


def _signed(reader: Reader, one: SignOff, measures: Mapping[str, Measure], holding: Mapping[str, str]) -> SignedView:
    words, tell = reader.words["signed"], _Teller(reader, one.number)
    who = one.signed
    return SignedView(
        number=one.number,
        outcome=Named(one.outcome, reader.own(words["outcomes"][one.outcome])),
        on=reader.on(one.on),
        post=_post(tell, who),
        name=None if reader.public else clean(who.name),
        kind=_kind(reader, one),
        document=tell(reader.say(one.document), "document"),
        entered_by=None if reader.public else reader.maybe(one.on_behalf_of),
        because=tell(reader.say(one.because), "because"),
        level=_level(reader, one.levels.get("current")),
        accepted=_level(reader, one.accepted),
        conditions=_conditions(tell, one.conditions, measures),
        waivers=tuple(
            _waiver(tell, number, waiver, holds=waiver.red_line in holding) for number, waiver in enumerate(one.waivers)
        ),
        expedited=_expedited(tell, one.expedited) if one.expedited else None,
    )


def _post(tell: _Teller, who: Signatory) -> Said:
    """As it is called, where that stands in the reader's language or is withheld; else by the vocabulary."""
    called = tell(tell.reader.maybe(who.called), "called")
    return called if called and tell.reader.reads(called) else tell.reader.term("posts", who.post).label


def _kind(reader: Reader, one: SignOff) -> Said:
    """How it was decided; where the one who signed is not the organ that decides, by whose authority."""
    words, organ = reader.words["signed"], organ_of(reader)
    if organ is None or one.signed.post == reader.assessment.organ or one.kind not in words["kinds_of"]:
        return reader.own(words["kinds"][one.kind])
    return reader.own(words["kinds_of"][one.kind].format(organ=organ.words))


def _level(reader: Reader, level: str | None) -> Level | None:
    """A level in words; None where today's method does not know it."""
    known = level is not None and level in {NONE, *reader.questionnaire.level_ids}
    return reader.level(level) if known and level else None


def _conditions(
    tell: _Teller, conditions: Sequence[Condition], measures: Mapping[str, Measure]
) -> tuple[ConditionView, ...]:
    """Those that may be told, in their order; then, of each other one, that there is one."""
    numbered = enumerate(conditions)
    told = [(number, one) for number, one in numbered if one.question is None or not tell.reader.hidden(one.question)]
    hidden = len(conditions) - len(told)
    nothing = ConditionView(None, None, None, None, overdue=False)
    return (*(_condition(tell, number, one, measures) for number, one in told), *[nothing] * hidden)


def _condition(tell: _Teller, number: int, one: Condition, measures: Mapping[str, Measure]) -> ConditionView:
    reader, measure = tell.reader, measures.get(one.question or "")
    known = one.question in reader.questionnaire.questions
    what = tell(reader.maybe(one.what), "conditions", number, "what")
    what = what or (reader.text(one.question) if one.question and known else None)
    done = measure is not None and measure.state in IN_PLACE and measure.proven
    return ConditionView(
        what=what or reader.own(clean(one.question or reader.words["not_told"])),
        owner=tell(reader.party(one.owner), "conditions", number, "owner"),
        due=reader.on(one.due),
        now=measure.state_label if measure else None,
        overdue=measure is not None and not done and one.due < reader.result.as_of,
        question=measure.id if measure else None,
    )


def _waiver(tell: _Teller, number: int, one: Waiver, *, holds: bool) -> WaiverView:
    reader = tell.reader
    line = reader.questionnaire.red_lines.get(one.red_line)
    text = reader.say(line.red_line.text) if line else reader.own(clean(one.red_line))
    return WaiverView(
        red_line=Named(one.red_line, text),
        authority=reader.own(reader.words["signed"]["authorities"][one.authority]),
        document=tell(reader.say(one.document), "waivers", number, "document"),
        until=reader.on(one.until),
        holds=holds,
        because=tell(reader.maybe(one.because), "waivers", number, "because"),
    )


def _expedited(tell: _Teller, one: Expedited) -> ExpeditedView:
    reader = tell.reader
    authority = reader.party(one.authority) or reader.own(reader.words["not_told"])
    return ExpeditedView(
        authority=tell(authority, "expedited", "authority"),
        event=tell(reader.say(one.event), "expedited", "event"),
        until=reader.on(one.until),
        lapsed=one.until < reader.result.as_of,
    )
