"""Benefit beside risk: what each group gains and what it bears, never netted."""

from collections.abc import Iterator
from dataclasses import replace

from tsukuba_pia.model.assessment import Benefit
from tsukuba_pia.model.result import EVERYONE, GroupResult, RiskResult, Truth
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.model import Level, Named
from tsukuba_pia.report.parts import Burden, GroupView
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.risks import in_order


def groups_of(reader: Reader) -> tuple[GroupView, ...]:
    """The groups that gain something or are hit harder, the worst off first; then everyone else.

    People whom a benefit names in words only come after the groups: they bear what everyone does.
    """
    gains = _gains(reader)
    views = [_view(reader, name, gains.pop(name, ())) for name in _affected(reader)]
    views += [_view(reader, name, said) for name, said in gains.items()]
    told = [one for one in views if one.gains or one.heavier]
    told.sort(key=lambda one: (not one.group.id, -one.worst.rank))
    everyone = _view(reader, EVERYONE, ())
    if not told:
        return (everyone,)
    if not everyone.worst.rank:  # they gain nothing and bear nothing
        return tuple(told)
    others = Named(EVERYONE, reader.own(reader.words["everyone_else"]))
    return (*told, replace(everyone, group=others))


def _affected(reader: Reader) -> Iterator[str]:
    """The groups of the vocabulary that were not taken out."""
    risks = in_order(reader)
    if risks:
        yield from (one.group for one in risks[0].groups if one.group != EVERYONE)


def _gains(reader: Reader) -> dict[str | Said, tuple[Said, ...]]:
    """What is gained, by the group's id, or by the words for people who are no group of the vocabulary."""
    found: dict[str | Said, tuple[Said, ...]] = {}
    for one in reader.assessment.service.benefits if reader.assessment.service else ():
        who = _who(reader, one)
        found[who] = (*found.get(who, ()), reader.say(one.what))
    return found


def _who(reader: Reader, one: Benefit) -> str | Said:
    for name in (one.group, one.for_):
        if isinstance(name, str) and reader.questionnaire.vocabulary.find("groups", name):
            return name
    return reader.say(one.for_)


def _view(reader: Reader, who: str | Said, gains: tuple[Said, ...]) -> GroupView:
    group = Named("", who) if isinstance(who, Said) else reader.group(who)
    bears = sorted(_bears(reader, group.id or EVERYONE), key=lambda one: -one.level.rank)
    worst = bears[0].level if bears else reader.level("none")
    return GroupView(group, gains, tuple(bears), worst, sum(one.heavier for one in bears))


def _bears(reader: Reader, group: str) -> Iterator[Burden]:
    for number, risk in enumerate(in_order(reader), 1):
        found = {one.group: one for one in risk.groups}
        common = found[EVERYONE]
        own, usual = (_level(reader, risk, one) for one in (found.get(group, common), common))
        title = reader.say(reader.questionnaire.risks[risk.id].risk.title)
        yield Burden(number, risk.id, title, own, heavier=own.rank > usual.rank)


def _level(reader: Reader, risk: RiskResult, group: GroupResult) -> Level:
    """As it is for the group; a level that a person raised holds for all."""
    level = reader.level(group.current.level.worst)
    raised = reader.assessment.overrides.get(risk.id)
    if raised is None or risk.id in reader.result.lapsed_overrides:
        return level
    by_hand = reader.level(raised.level)
    return by_hand if risk.applies is Truth.FALSE or by_hand.rank > level.rank else level
