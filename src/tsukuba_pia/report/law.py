"""The legal annex: everything that the report cites, by its weight, and whether its text was checked."""

from tsukuba_pia.citing import article
from tsukuba_pia.model.vocabulary import Reference as Given
from tsukuba_pia.report.model import LawClass, Reference
from tsukuba_pia.report.reader import Reader, clean

CLASSES = ("law", "guidance", "city_policy", "proposal")


def laws_of(reader: Reader) -> tuple[LawClass, ...]:
    """The references that the other parts cite (build this part last), in the order of the list."""
    cited = [one for one in reader.questionnaire.references.items if one.id in reader.cited]
    classes = ((name, tuple(_reference(reader, one) for one in cited if one.class_ == name)) for name in CLASSES)
    return tuple(LawClass(name, references) for name, references in classes if references)


def unknown_references(reader: Reader) -> tuple[str, ...]:
    """What is cited and stands in no list: told, so that nobody takes it for checked."""
    known = reader.questionnaire.references.by_id
    return tuple(clean(name) for name in reader.cited if name not in known)


def _reference(reader: Reader, one: Given) -> Reference:
    return Reference(
        id=one.id,
        law=reader.say(one.law),
        article=article(one.article or "", reader.language),
        title=reader.say(one.title),
        status=one.status,
        effective_from=reader.day(one.effective_from),
        checked=one.checked,
        checked_how=reader.maybe(one.checked_how),
        checked_on=reader.day(one.checked_on),
        note=reader.maybe(one.note),
        source=one.source,
    )
