"""Facts worked out from the data inventory, the actors and the flows (formats.md §2.1)."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from tsukuba_pia.model.assessment import Assessment, DataItem
from tsukuba_pia.model.facts import Facts, NumberFact, SetFact
from tsukuba_pia.model.kinds import Number
from tsukuba_pia.model.vocabulary import Vocabulary

NotStated = None


def facts_of(assessment: Assessment, vocabulary: Vocabulary | None) -> Facts:
    """Work the facts out."""
    said_complete = assessment.data_complete == "yes"
    items = assessment.data

    def over_items(values: Callable[[DataItem], Iterable[str] | None], terms: str = "") -> SetFact:
        stated = [values(item) for item in items or ()]
        found = frozenset(word for words in stated if words is not NotStated for word in words)
        complete = said_complete and items is not None and NotStated not in stated
        return SetFact(found, complete and _are_terms(found, vocabulary, terms))

    sets = {
        "categories": over_items(lambda item: item.categories, "categories"),
        "groups": over_items(lambda item: item.groups, "groups"),
        "identifiers": over_items(lambda item: item.identifiers, "identifiers"),
        "captures": over_items(lambda item: item.captures, "captures"),
        "countries": over_items(_countries),
        "recipients": _recipients(assessment, said_complete, vocabulary),
        "regimes": _regimes(assessment, said_complete, vocabulary),
    }
    people = [item.people for item in items or ()]
    handlers = [item.handlers for item in items or ()]
    known = said_complete and items is not None
    largest = NumberFact(max(_numbers(people), default=Decimal(0)), known and _all_known(people))
    total = _stated_total(assessment.people_total, largest) or _total(people, known)
    return Facts(sets, {"people_total": total, "people_largest": largest, "handlers": _total(handlers, known)})


def _are_terms(found: frozenset[str], vocabulary: Vocabulary | None, terms: str) -> bool:
    """Whether the vocabulary has all words; one that it does not have may be meant for any that it has."""
    known = {term.id for term in getattr(vocabulary, terms)} if vocabulary and terms else set()
    return not known or found <= known


def _stated_total(stated: Number | None, largest: NumberFact) -> NumberFact | None:
    """The number of people that is stated, where it can be: never fewer than one of the files holds."""
    if stated is None or not _all_known([stated]):
        return None
    total = Decimal(str(stated))
    return NumberFact(max(total, largest.at_least), exact=total >= largest.at_least)


def _countries(item: DataItem) -> tuple[str, ...] | None:
    country = item.location.country if item.location else None
    return None if country is None else (country,)


def _recipients(assessment: Assessment, said_complete: bool, vocabulary: Vocabulary | None) -> SetFact:  # noqa: FBT001
    """Kinds of the actors that flows go to; a recipient that is no actor stands for itself, its kind is not known."""
    kinds = {actor.id: actor.kind for actor in assessment.actors or ()}
    people = {term.id for term in vocabulary.constituencies} if vocabulary else set()
    to = frozenset(flow.to for flow in assessment.flows or ())
    found = frozenset(kinds.get(one, one) for one in to)
    known = to <= people | set(kinds) and _are_terms(found - people, vocabulary, "actor_kinds")
    return SetFact(found, said_complete and assessment.flows is not None and known)


def _regimes(assessment: Assessment, said_complete: bool, vocabulary: Vocabulary | None) -> SetFact:  # noqa: FBT001
    """The law that each actor says it is under, else the one its kind falls under."""
    found: set[str] = set()
    complete = said_complete and assessment.actors is not None
    for actor in assessment.actors or ():
        term = vocabulary.find("actor_kinds", actor.kind) if vocabulary else None
        if actor.regime is not None:
            found.add(actor.regime)
        elif term is not None and len(term.regimes) == 1:
            found.update(term.regimes)
        else:
            complete = False
    return SetFact(frozenset(found), complete and _are_terms(frozenset(found), vocabulary, "regimes"))


def _numbers(stated: Sequence[object]) -> list[Decimal]:
    return [Decimal(str(one)) for one in stated if _is_count(one)]


def _all_known(stated: Sequence[object]) -> bool:
    return all(_is_count(one) for one in stated)


def _is_count(one: object) -> bool:
    """A number of people; less than none is no number of people."""
    return isinstance(one, int | Decimal) and one >= 0


def _total(stated: Sequence[object], known: bool) -> NumberFact:  # noqa: FBT001 - one fact, one flag
    return NumberFact(sum(_numbers(stated), Decimal(0)), known and _all_known(stated))
