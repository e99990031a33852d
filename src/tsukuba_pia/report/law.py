"""The legal annex: everything that the report cites, by its weight, and whether its text was checked."""

from tsukuba_pia.citing import article
from tsukuba_pia.model.vocabulary import Reference as Given
from tsukuba_pia.report.model import LawClass, Reference
from tsukuba_pia.report.teller import Teller, clean

CLASSES = ("law", "guidance", "city_policy", "proposal")


def laws_of(teller: Teller) -> tuple[LawClass, ...]:
    """The references that the other parts cite (build this part last), in the order of the list."""
    cited = [one for one in teller.questionnaire.references.items if one.id in teller.cited]
    classes = ((name, tuple(_reference(teller, one) for one in cited if one.class_ == name)) for name in CLASSES)
    return tuple(LawClass(name, references) for name, references in classes if references)


def unknown_references(teller: Teller) -> tuple[str, ...]:
    """What is cited and stands in no list: told, so that nobody takes it for checked."""
    known = teller.questionnaire.references.by_id
    return tuple(clean(name) for name in teller.cited if name not in known)


def _reference(teller: Teller, one: Given) -> Reference:
    known = teller.known.references.get(one.id)
    if known is None:
        known = teller.known.references[one.id] = _told(teller, one)
    return known


def _told(teller: Teller, one: Given) -> Reference:
    return Reference(
        id=one.id,
        law=teller.say(one.law),
        article=article(one.article or "", teller.language),
        title=teller.say(one.title),
        status=one.status,
        effective_from=teller.day(one.effective_from),
        checked=one.checked,
        checked_how=teller.maybe(one.checked_how),
        checked_on=teller.day(one.checked_on),
        note=teller.maybe(one.note),
        source=one.source,
    )
