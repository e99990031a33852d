"""The service, who stands behind it, what residents gain and can choose, and what happens to those who decline."""

from collections.abc import Mapping

from tsukuba_pia.model.assessment import Assessment, Dates
from tsukuba_pia.model.assessment import Contact as GivenContact
from tsukuba_pia.model.assessment import Service as Given
from tsukuba_pia.model.sign_off import SignOffs
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.parts import (
    Actor,
    Alternative,
    Benefit,
    Choice,
    Contact,
    Exclusion,
    Provision,
    Publication,
    Service,
    Window,
)
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.running import running_of
from tsukuba_pia.report.teller import clean

EASY = "ja-x-easy"


def is_told_easily(assessment: Assessment) -> bool:
    """Whether its title or its purpose, which are never withheld, is told in easy Japanese."""
    purpose = assessment.service.purpose if assessment.service else None
    return any(isinstance(one, Mapping) and EASY in one for one in (assessment.title, purpose))


def service_of(reader: Reader, signed: SignOffs) -> Service:
    """What is assessed, and when it starts."""
    given = reader.assessment.service or Given()
    dates = reader.assessment.dates or Dates()
    scope = given.scope
    return Service(
        owner=reader.party(given.owner),
        unit=reader.maybe(given.unit),
        purpose=reader.maybe(given.purpose),
        problem=reader.maybe(given.problem),
        why_now=reader.maybe(given.why_now),
        scope_in=reader.maybe(scope.in_) if scope else None,
        scope_out=reader.maybe(scope.out) if scope else None,
        benefits=tuple(Benefit(_whose(reader, one.for_), reader.say(one.what)) for one in given.benefits),
        alternatives=tuple(Alternative(reader.say(one.what), reader.say(one.why_not)) for one in given.alternatives),
        contact=_contact(reader, given.contact),
        tender=reader.day(dates.tender),
        contract=reader.day(dates.contract),
        starts_on=reader.day(dates.starts_on),
        running=running_of(reader, signed),
        start_is_past=dates.starts_on is not None and dates.starts_on < reader.result.as_of,
        ended=reader.day(dates.ended.on) if dates.ended else None,
        ended_why=reader.maybe(dates.ended.why) if dates.ended else None,
    )


def _whose(reader: Reader, who: object) -> Said:
    """Benefits name a group in words, or by its id."""
    if isinstance(who, str) and reader.questionnaire.vocabulary.find("groups", who):
        return reader.group(who).label
    return reader.say(who)  # type: ignore[arg-type]  # a Text, as the model says


def _contact(reader: Reader, given: GivenContact | None) -> Contact | None:
    if given is None:
        return _city_contact(reader)
    return Contact(
        unit=reader.say(given.unit),
        phone=_plain(given.phone),
        email=_plain(given.email),
        address=reader.maybe(given.address),
        hours=reader.maybe(given.hours),
        url=_plain(given.url),
    )


def _city_contact(reader: Reader) -> Contact | None:
    """The city's own contact, where the service names none."""
    unit = reader.maybe(reader.profile.contact) if reader.profile else None
    return Contact(unit, None, None, None, None, None) if unit else None


def _plain(text: str | None) -> str | None:
    return clean(text).strip() or None if text else None


def actors_of(reader: Reader) -> tuple[Actor, ...]:
    """Who handles data; where an actor names no law, the one that its kind falls under, if there is only one."""
    found = []
    for one in reader.assessment.actors or ():
        kind = reader.questionnaire.vocabulary.find("actor_kinds", one.kind)
        only = kind.regimes[0] if kind and len(kind.regimes) == 1 else None
        regime = one.regime or only
        found.append(
            Actor(
                id=one.id,
                name=reader.say(one.name),
                kind=reader.term("actor_kinds", one.kind).label,
                regime=reader.term("regimes", regime).label if regime else None,
                contract=reader.maybe(one.contract),
                refs=reader.laws(one.refs),
            )
        )
    return tuple(found)


def provision_of(reader: Reader) -> tuple[Provision, ...] | None:
    """What happens to a person who does not give something; None where nothing is said of it."""
    given = reader.assessment.provision
    return (
        None
        if given is None
        else tuple(
            Provision(
                item=reader.say(one.item),
                nature=reader.term("provision_natures", one.nature).label,
                consequence=reader.term("consequences", one.consequence),
                reason=reader.maybe(one.reason),
                alternative=reader.maybe(one.alternative),
                notice=reader.maybe(one.notice),
                basis=reader.laws(one.basis),
            )
            for one in given
        )
    )


def choices_of(reader: Reader) -> tuple[Choice, ...] | None:
    """What residents can choose; None where nothing is said of it."""
    given = reader.assessment.choices
    return (
        None
        if given is None
        else tuple(
            Choice(reader.say(one.what), reader.maybe(one.default), reader.maybe(one.how), reader.maybe(one.effect))
            for one in given
        )
    )


def exclusions_of(reader: Reader) -> tuple[Exclusion, ...]:
    """The groups that are said not to be affected."""
    return tuple(
        Exclusion(reader.group(one.group), reader.say(one.why), agreed=one.agreed_by is not None)
        for one in reader.assessment.groups_excluded
    )


def publication_of(reader: Reader, window: tuple[str, str] | None) -> Publication:
    """Where it is published, and when it is looked at again. `window`: from when and until when residents are asked."""
    told, review = reader.assessment.publication, reader.assessment.review
    return Publication(
        url=_plain(told.url) if told else None,
        published_on=reader.day(told.published_on) if told else None,
        review_due=reader.day(review.due) if review else None,
        triggers=tuple(reader.say(one) for one in review.triggers) if review else (),
        comments=window_of(reader, *window) if window else None,
    )


def window_of(reader: Reader, first: str, last: str) -> Window:
    """A comment window, both days included."""
    return Window(reader.on(first), reader.on(last), open=first <= reader.result.as_of <= last)
