"""What the city wrote down beside the banks, and what happened since the start: told as it was said, never counted."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tsukuba_pia.model.bank import SAFEGUARD_STATES
from tsukuba_pia.model.text import Said, Text
from tsukuba_pia.report.model import Named
from tsukuba_pia.report.parts import Incident
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.records import Complaint, OwnPart
from tsukuba_pia.report.teller import clean
from tsukuba_pia.score.asked import is_day
from tsukuba_pia.score.safeguards import touched


def own_risks_of(reader: Reader) -> tuple[OwnPart, ...]:
    """Risks that the banks did not foresee."""
    return tuple(_own(reader, one, _level(reader, one.get("level"))) for one in reader.assessment.own_risks)


def own_safeguards_of(reader: Reader) -> tuple[OwnPart, ...]:
    """Safeguards that the banks did not foresee."""
    return tuple(_own(reader, one, _state(reader, one.get("answer"))) for one in reader.assessment.own_safeguards)


def _own(reader: Reader, one: Mapping[str, Any], level: Said | None) -> OwnPart:
    name = clean(str(one.get("id", "")))
    owner, due = _text(one.get("owner")), one.get("due")
    return OwnPart(
        id=name,
        title=reader.maybe(_text(one.get("title")) or _text(one.get("text")))
        or reader.own(name or reader.words["not_told"]),
        scenario=reader.maybe(_text(one.get("scenario"))),
        level=level,
        owner=reader.party(owner),
        due=reader.on(due) if isinstance(due, str) and is_day(due) else None,
    )


def _level(reader: Reader, said: object) -> Said | None:
    """A level as it was said: the method's word where it has one."""
    if isinstance(said, str) and said in reader.questionnaire.level_ids:
        return reader.level(said).label
    return reader.maybe(_text(said))


def _state(reader: Reader, said: object) -> Said | None:
    return reader.term("safeguard_states", str(said)).label if said in SAFEGUARD_STATES else reader.maybe(_text(said))


def incidents_of(reader: Reader) -> tuple[Incident, ...]:
    """What happened after the start."""
    return tuple(
        Incident(reader.on(one.on), reader.say(one.what), reader.maybe(one.done), _risks(reader, one.touches))
        for one in reader.assessment.incidents
    )


def complaints_of(reader: Reader) -> tuple[Complaint, ...]:
    """What somebody complained of."""
    return tuple(_complaints(reader))


def _complaints(reader: Reader) -> Iterator[Complaint]:
    for one in reader.assessment.complaints:
        on = one.get("on")
        yield Complaint(
            on=reader.on(on) if isinstance(on, str) and is_day(on) else None,
            what=reader.maybe(_text(one.get("what"))) or reader.own(reader.words["not_told"]),
            done=reader.maybe(_text(one.get("done"))),
            touches=_risks(reader, touched(one)),
        )


def _risks(reader: Reader, touches: Iterable[str]) -> tuple[Named, ...]:
    """The risks that something touches, by their titles; one that no bank has goes by its own title, or its id."""
    own = {str(one.get("id", "")): _text(one.get("title")) for one in reader.assessment.own_risks}
    found = []
    for name in touches:
        rule = reader.questionnaire.risks.get(name)
        title = reader.say(rule.risk.title) if rule else reader.maybe(own.get(name))
        found.append(Named(clean(name), title or reader.own(clean(name))))
    return tuple(found)


def _text(value: object) -> Text | None:
    """A text, or one in several languages; anything else that somebody wrote is none."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {str(language): text for language, text in value.items() if isinstance(text, str)} or None
    return None
