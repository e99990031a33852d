"""What data there is, its whole life, where it goes, and what it is joined with."""

from collections.abc import Iterator

from tsukuba_pia.model.assessment import DataItem as Given
from tsukuba_pia.model.assessment import LifeStage as GivenStage
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.model import Named
from tsukuba_pia.report.parts import DataItem, Flow, LifeStage, Linkage
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.teller import clean, figure

STAGES = ("collect", "use", "share", "store", "retain", "delete")
FACTS = ("who", "what", "where", "trigger", "length", "erase", "protection")


def data_of(reader: Reader) -> tuple[DataItem, ...] | None:
    """The inventory; None where there is none yet, which is not the same as an empty one."""
    items = reader.assessment.data
    return None if items is None else tuple(_item(reader, item) for item in items)


def _item(reader: Reader, item: Given) -> DataItem:
    location = item.location
    terms = (reader.questionnaire.vocabulary.find("categories", name) for name in item.categories or ())
    return DataItem(
        id=item.id,
        name=reader.say(item.name),
        categories=_terms(reader, "categories", item.categories),
        sensitive=any(term is not None and term.sensitive for term in terms),
        people=_count(item.people, reader),
        groups=_terms(reader, "groups", item.groups),
        source=reader.maybe(item.source),
        captures=_terms(reader, "captures", item.captures),
        identifiers=_terms(reader, "identifiers", item.identifiers),
        country=_country(reader, location.country) if location and location.country else None,
        provider=reader.maybe(location.provider) if location else None,
        register_entry=reader.maybe(item.register_entry),
        handlers=_count(item.handlers, reader),
        kept=_told(reader, item, "retain", ("length", "trigger")),
        shared=_told(reader, item, "share", ("who", "what")),
        life=tuple(_life(reader, item)),
    )


def _terms(reader: Reader, terms: str, names: tuple[str, ...] | None) -> tuple[Named, ...] | None:
    return None if names is None else reader.terms(terms, names)


def _count(number: object, reader: Reader) -> str | None:
    """A number of people; what is said to be unknown, or not said, is not known."""
    return None if number is None or number == "unknown" else figure(number, reader.words)


def _country(reader: Reader, code: str) -> str:
    name: str | None = reader.words["countries"].get(code)
    return f"{name} ({code})" if name else clean(code)


def _stage(item: Given, name: str) -> GivenStage | None:
    stage: GivenStage | None = getattr(item.lifecycle, name) if item.lifecycle else None
    return stage


def _told(reader: Reader, item: Given, stage: str, facts: tuple[str, str]) -> Said | None:
    """A fact of a stage with the other that it is half the truth without; or why the stage does not happen."""
    found = _stage(item, stage)
    if found is None:
        return None
    first, second = (reader.maybe(getattr(found, fact)) for fact in facts)
    if first and second and first.language == second.language:
        pattern: str = reader.words["life"]["in_a_word"][stage]
        first = Said(pattern.format_map({facts[0]: first.words, facts[1]: second.words}), first.language)
    return reader.maybe(found.none) or first


def _life(reader: Reader, item: Given) -> Iterator[LifeStage]:
    for name in STAGES:
        label = reader.term("stages", name).label
        stage = _stage(item, name)
        if stage is None:
            yield LifeStage(name, label, happens=None, none=None, facts=(), basis=())
            continue
        told = ((fact, reader.maybe(getattr(stage, fact))) for fact in FACTS)
        none = reader.maybe(stage.none)
        yield LifeStage(
            name,
            label,
            happens=none is None,
            none=none,
            facts=tuple((fact, said) for fact, said in told if said is not None),
            basis=reader.laws(stage.basis),
        )


def flows_of(reader: Reader) -> tuple[Flow, ...] | None:
    """Who hands which data to whom."""
    flows = reader.assessment.flows
    if flows is None:
        return None
    names = {item.id: reader.say(item.name) for item in reader.assessment.data or ()}
    return tuple(
        Flow(
            source=_end(reader, flow.from_),
            target=_end(reader, flow.to),
            items=tuple(names.get(item, reader.own(clean(item))) for item in flow.items),
            purpose=reader.maybe(flow.purpose),
            crosses=reader.maybe(flow.crosses),
            basis=reader.laws(flow.basis),
        )
        for flow in flows
    )


def _end(reader: Reader, name: str) -> Said:
    """An actor, or one of those whom everybody knows (residents), or as it is written."""
    for actor in reader.assessment.actors or ():
        if actor.id == name:
            return reader.say(actor.name)
    known: str | None = reader.words["ends"].get(name)
    return reader.own(known) if known else reader.term("constituencies", name).label


def linkage_of(reader: Reader) -> tuple[Linkage, ...]:
    """What data is joined with."""
    return tuple(
        Linkage(
            other=reader.say(one.other),
            key=clean(one.key),
            direction=one.direction,
            delay=reader.maybe(one.delay),
            platform=one.platform,
            basis=reader.laws(one.basis),
        )
        for one in reader.assessment.linkage
    )
