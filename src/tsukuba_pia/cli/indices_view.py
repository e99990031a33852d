"""Additive indices in words: points, shares, bands and what they oblige to."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from tsukuba_pia.model.bank import Band
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import Points, ScoreResult, Truth
from tsukuba_pia.model.text import Text
from tsukuba_pia.report.indices import Deduction, ToldIndex, plain, share, told_indices

Say = Callable[[Text | None], str]
ZERO = Decimal(0)
ENDS = {Truth.TRUE: "holds", Truth.FALSE: "fails", Truth.UNKNOWN: "open"}  # of a label's name
Line = tuple[int, str]  # how far it is indented, and its words


def index_lines(
    questionnaire: Questionnaire, result: ScoreResult, say: Say, words: Mapping[str, Any]
) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Each index: its heading, and the lines under it. `words` is the labels' section [indices]."""
    for one in told_indices(questionnaire, result):
        yield words["head"].format(title=say(one.title)), tuple(_lines(one, say, words))


def _lines(one: ToldIndex, say: Say, words: Mapping[str, Any]) -> Iterator[Line]:
    yield 2, words["withheld"] if one.withheld else _points(one.points, words)
    if one.over:
        yield 2, words["over"].format(points=plain(one.points.so_far), maximum=plain(one.points.maximum))
    for _, title, points in one.sections:
        yield 4, "- " + words["section"].format(title=say(title), points=_points(points, words))
    if one.deduction is not None:
        yield 2, _deducted(one.deduction, say, words)
    yield from _bands(one, say, words)


def _points(points: Points, words: Mapping[str, Any]) -> str:
    args = {
        "so_far": plain(points.so_far),
        "maximum": plain(points.maximum),
        "share": plain(share(points.so_far, points.maximum)),
        "lowest": plain(points.lowest),
        "highest": plain(points.highest),
    }
    told: str = words["points" if points.lowest == points.highest == points.so_far else "points_open"].format(**args)
    return told


def _deducted(one: Deduction, say: Say, words: Mapping[str, Any]) -> str:
    kind = "times" if one.off is None else "off"
    args = {"factor": plain(one.factor), "off": plain(one.off or ZERO), "of": say(one.from_title)}
    if one.when_points is None or one.when_share is None:
        told: str = words[kind].format(**args)
        return told
    have, maximum = share(one.when_points.so_far, one.when_points.maximum), one.when_points.maximum
    args |= {"when": say(one.when_title), "needed": plain(one.when_share), "have": plain(have), "max": plain(maximum)}
    said: str = words[f"{kind}_{ENDS[one.holds]}"].format(**args)
    return said


def _bands(one: ToldIndex, say: Say, words: Mapping[str, Any]) -> Iterator[Line]:
    if one.band is None:
        return
    yield 2, words["band"].format(band=say(one.band.label))
    yield from _obligations(one.band, say)
    for band in one.bands:
        if band is not one.band:
            yield 2, words["band_possible"].format(band=say(band.label))
            yield from _obligations(band, say)


def _obligations(band: Band, say: Say) -> Iterator[Line]:
    yield from ((4, f"- {say(one)}") for one in band.obligations)
