"""Who took part, who was heard, what they said: dissent is never left out."""

from tsukuba_pia.model.assessment import Member as GivenMember
from tsukuba_pia.model.assessment import Opinion as GivenOpinion
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.parts import Consultation, Member, Opinion, Request
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.teller import clean


def members_of(reader: Reader) -> tuple[Member, ...]:
    """The team. The public reads roles and posts; names stay with colleagues."""
    return tuple(_member(reader, one) for one in reader.assessment.team)


def _member(reader: Reader, one: GivenMember) -> Member:
    role = reader.term("roles", one.role).label
    reason = reader.reason(one.withheld)
    if reader.public and reason is not None:
        return Member(role, None, None, None, None, None, None, reason)
    constituency = reader.term("constituencies", one.constituency).label if one.constituency else None
    return Member(
        role=role,
        post=reader.maybe(one.post),
        name=clean(one.name) if one.name and not reader.public else None,
        organisation=reader.maybe(one.organisation),
        constituency=constituency,
        interest=reader.maybe(one.interest),
        conflict=reader.maybe(one.conflict),
        withheld=reason,
    )


def consultations_of(reader: Reader) -> tuple[Consultation, ...]:
    """Who was heard."""
    return tuple(
        Consultation(
            id=one.id,
            who=reader.say(one.who),
            constituency=reader.term("constituencies", one.constituency).label if one.constituency else None,
            how=reader.maybe(one.how),
            start=reader.day(one.from_),
            end=reader.day(one.to),
            shorter=reader.maybe(one.shorter),
            said=reader.maybe(one.said),
            done=reader.maybe(one.done),
            because=reader.maybe(one.because),
        )
        for one in reader.assessment.consultations
    )


def opinions_of(reader: Reader) -> tuple[Opinion, ...]:
    """Opinions; the public reads the post of who holds one, and the name only where there is no post."""
    return tuple(
        Opinion(
            by=_by(reader, one),
            post=reader.maybe(one.post),
            on=reader.day(one.on),
            says=reader.say(one.says),
            dissent=one.dissent,
            answered=reader.maybe(one.answered),
        )
        for one in reader.assessment.opinions
    )


def _by(reader: Reader, opinion: GivenOpinion) -> Said:
    post = reader.maybe(opinion.post)
    if reader.public and post is not None:
        return post
    return reader.party(opinion.by, private=True) or reader.own(reader.words["someone"])


def requests_of(reader: Reader) -> tuple[Request, ...]:
    """What departments and vendors were asked, and whether they answered."""
    return tuple(
        Request(
            request=reader.say(one.request),
            to=reader.party(one.to, private=True) or reader.own(reader.words["someone"]),
            asked_on=reader.day(one.asked_on),
            due=reader.day(one.due),
            state=one.state or "open",
            escalation=reader.maybe(one.escalation),
            ground=reader.maybe(one.ground),
        )
        for one in reader.assessment.cooperation
    )
