"""Who receives data, by the flows and by what the inventory says of sharing."""

import re
from collections.abc import Iterator

from tsukuba_pia.lint.benefits import names_the_city
from tsukuba_pia.lint.context import AssessmentContext, Counted
from tsukuba_pia.lint.suspicion import bare, versions
from tsukuba_pia.model.result import AnswerState, Asked

RECEIVING = ("share", "use-retention-disclosure-limitation")  # of a question who receives data: stage and principle
SEVERAL = 2
OF_THE_CITY = "city_organ"  # the vocabulary's kind of an actor that is the city itself
_THE_PERSON = re.compile(
    r"(?:利用者)?(?:ご?本人)(?:だけ|のみ)?|(?:only)?(?:the)?(?:person|user|applicant)(?:s|themselves|concerned|only)*"
)


def asks_who_receives(one: Counted) -> bool:
    """Whether a question that is surely answered asks, with a list to choose from, who receives data."""
    if not isinstance(one.standing.value, tuple):  # most are none
        return False
    sure = one.standing.asked is Asked.ASKED and one.standing.state is AnswerState.ANSWERED
    return sure and (one.question.stage, one.question.principle) == RECEIVING


def lists_actors(one: Counted, context: AssessmentContext) -> bool:
    """Whether its options are kinds of actors, two of them at least: then it asks of all who receive, not of some."""
    kinds = {term.id for term in context.questionnaire.vocabulary.actor_kinds}
    return len(kinds & {option.id for option in one.question.options}) >= SEVERAL


def people(context: AssessmentContext) -> frozenset[str]:
    """Words for those whom data is about: data that goes back to them goes to nobody else."""
    vocabulary = context.questionnaire.vocabulary
    return frozenset(term.id for term in (*vocabulary.constituencies, *vocabulary.groups))


def by_flows(context: AssessmentContext) -> dict[str, str]:
    """Whom data goes to by the flows, but for the city and the people, with their kinds; who is no actor has none."""
    kinds = {actor.id: actor.kind for actor in context.assessment.actors or ()}
    ends = dict.fromkeys(flow.to for flow in context.assessment.flows or ())
    known = people(context)
    told = {one: kinds.get(one, "") for one in ends if one not in known}
    return {one: kind for one, kind in told.items() if kind != OF_THE_CITY}


def by_sharing(context: AssessmentContext) -> Iterator[str]:
    """Whom the inventory says that data is shared with, but for the city and the people."""
    for item in context.assessment.data or ():
        share = item.lifecycle.share if item.lifecycle is not None else None
        said = versions(share.who) if share is not None and share.none is None else ()
        if said and not any(names_the_city(each, context) or _THE_PERSON.fullmatch(bare(each)) for each in said):
            yield said[0]
