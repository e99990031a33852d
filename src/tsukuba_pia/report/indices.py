"""Additive indices as a report tells them: points, shares, bands and what they oblige to, what was taken off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal

from tsukuba_pia.model.bank import Band, Index
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import IndexResult, Points, ScoreResult, Truth
from tsukuba_pia.model.text import Text
from tsukuba_pia.score.indices import changes

TENTHS = Decimal("0.1")
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Deduction:
    """A factor: whether it holds, which index it looks at, and how far that is."""

    factor: Decimal
    holds: Truth
    from_id: str
    from_title: Text
    when_id: str | None = None
    when_title: Text | None = None
    when_share: Decimal | None = None  # per cent that is needed
    when_points: Points | None = None

    @property
    def off(self) -> Decimal | None:
        """Per cent that are taken off; None where the factor adds."""
        return (1 - self.factor) * HUNDRED if self.factor <= 1 else None


@dataclass(frozen=True, slots=True)
class ToldIndex:
    """One index with its words. `bands`: what it may still be, from the lowest; the one of so far is among them."""

    id: str
    title: Text
    points: Points
    sections: tuple[tuple[str, Text, Points], ...]
    band: Band | None
    bands: tuple[Band, ...]
    deduction: Deduction | None
    over: bool
    withheld: bool  # for guests: only the bands are told


def told_indices(questionnaire: Questionnaire, result: ScoreResult) -> Iterator[ToldIndex]:
    """All indices in bank order."""
    known = {index.id: index for bank in questionnaire.banks for index in bank.indices}
    titles = {section.id: section.title for bank in questionnaire.banks for section in bank.sections}
    for name, one in result.indices.items():
        index = known[name]
        sections = tuple((section, titles[section], points) for section, points in one.sections.items())
        yield ToldIndex(
            name,
            index.title or name,
            one.points,
            sections,
            next((band for band in index.bands if band.id == one.band), None),
            _between(index, one),
            None if one.withheld else _deduction(index, known, result.indices),
            one.over,
            one.withheld,
        )


def share(points: Decimal, maximum: Decimal) -> Decimal:
    """Per cent with one figure behind the point, never rounded up; of nothing, nothing."""
    return (points * HUNDRED / maximum).quantize(TENTHS, ROUND_FLOOR) if maximum else Decimal(0)


def plain(number: Decimal) -> str:
    """A number without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _between(index: Index, one: IndexResult) -> tuple[Band, ...]:
    order = [band.id for band in index.bands]
    if one.lowest_band is None or one.highest_band is None:
        return ()
    return index.bands[order.index(one.lowest_band) : order.index(one.highest_band) + 1]


def _deduction(index: Index, known: Mapping[str, Index], found: Mapping[str, IndexResult]) -> Deduction | None:
    times = index.times
    if times is None or index.from_ is None:
        return None
    factor, source = Decimal(str(times.factor)), known[index.from_]
    made = Deduction(factor, Truth.TRUE, source.id, source.title or source.id)
    if times.when is None:
        return made
    when = known[times.when.index]
    needed = Decimal(str(times.when.at_least_share)) * HUNDRED
    return replace(
        made,
        holds=changes(times, found),
        when_id=when.id,
        when_title=when.title or when.id,
        when_share=needed,
        when_points=found[when.id].points,
    )
