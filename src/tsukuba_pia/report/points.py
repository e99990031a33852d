"""Additive indices in a report: points, what was taken off, the band and what it obliges to."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tsukuba_pia.model.bank import Band
from tsukuba_pia.model.result import Points
from tsukuba_pia.report.decisions import APPLIES
from tsukuba_pia.report.indices import Deduction, ToldIndex, plain, share, told_indices
from tsukuba_pia.report.parts import Index, IndexBand, IndexDeduction, IndexPoints
from tsukuba_pia.report.reader import Reader
from tsukuba_pia.report.redaction import redacted_indices


def indices_of(reader: Reader) -> tuple[Index, ...]:
    """All indices in bank order; the public is told no points that count a withheld answer."""
    return tuple(_indices(reader))


def _indices(reader: Reader) -> Iterator[Index]:
    hidden = {name for name in reader.assessment.answers if reader.hidden(name)}
    seen = redacted_indices(reader.questionnaire, reader.result.indices, hidden)
    for one in told_indices(reader.questionnaire, replace(reader.result, indices=seen)):
        yield Index(
            id=one.id,
            title=reader.say(one.title),
            points=None if one.withheld else _points(one.points),
            deduction=_deduction(reader, one.deduction),
            band=None if one.band is None else _band(reader, one.band),
            perhaps=_perhaps(reader, one),
        )


def _points(points: Points) -> IndexPoints:
    return IndexPoints(
        so_far=plain(points.so_far),
        share=plain(share(points.so_far, points.maximum)),
        lowest=plain(points.lowest),
        highest=plain(points.highest),
        maximum=plain(points.maximum),
        settled=points.lowest == points.highest == points.so_far,
    )


def _deduction(reader: Reader, one: Deduction | None) -> IndexDeduction | None:
    if one is None or one.off is None:
        return None
    points = one.when_points
    return IndexDeduction(
        applies=APPLIES[one.holds],
        off=plain(one.off),
        of=reader.say(one.from_title),
        when=reader.maybe(one.when_title),
        have=plain(share(points.so_far, points.maximum)) if points else "",
        maximum=plain(points.maximum) if points else "",
        needed=plain(one.when_share or Decimal(0)),
    )


def _perhaps(reader: Reader, one: ToldIndex) -> tuple[IndexBand, ...]:
    return tuple(_band(reader, band) for band in one.bands if band is not one.band)


def _band(reader: Reader, band: Band) -> IndexBand:
    return IndexBand(band.id, reader.say(band.label), tuple(reader.say(text) for text in band.obligations))
