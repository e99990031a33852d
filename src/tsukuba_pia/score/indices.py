"""Additive indices (formats.md §2.6): points of options summed over sections, as Canada's questionnaire counts them.

In decimals. `so_far` counts what is certainly asked and answered; `lowest` and `highest` are what it may still become.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from tsukuba_pia.model.bank import Band, Index, Question, Reaches, Section, Times
from tsukuba_pia.model.result import AnswerState, Asked, IndexResult, Points, Standing, Truth

ZERO = Decimal(0)
WHOLE = Decimal(1)


def scored_indices(
    indices: Iterable[Index], sections: Sequence[Section], standings: Mapping[str, Standing]
) -> dict[str, IndexResult]:
    """Every index, in order: one that is made from another only reads what stands before it."""
    by_id = {section.id: section for section in sections}
    found: dict[str, IndexResult] = {}
    for index in indices:
        if index.from_ is None:
            result = _summed(index, [by_id[name] for name in index.points_of], standings)
        else:
            result = _changed(index, found[index.from_], found)
        found[index.id] = result
    return found


def _summed(index: Index, sections: Sequence[Section], standings: Mapping[str, Standing]) -> IndexResult:
    parts = {section.id: _section(section, standings) for section in sections}
    so_far = sum((one.so_far for one in parts.values()), ZERO)
    highest = sum((one.highest for one in parts.values()), ZERO)
    static = sum((one.maximum for one in parts.values()), ZERO)
    maximum = static if index.maximum is None else Decimal(index.maximum)
    return _banded(index, Points(so_far, so_far, min(highest, maximum), maximum), parts, over=so_far > maximum)


def _section(section: Section, standings: Mapping[str, Standing]) -> Points:
    """The points of a section. A question that is only perhaps asked counts as not answered."""
    so_far = highest = maximum = ZERO
    for question in section.questions:
        most = most_points(question)
        standing = standings[question.id]
        maximum += most
        certain = standing.asked is Asked.ASKED
        if standing.asked is Asked.NOT or (certain and standing.state is AnswerState.NOT_APPLICABLE):
            continue
        if certain and standing.state is AnswerState.ANSWERED:
            points = points_of(question, standing)
            so_far += points
            highest += points
        else:
            highest += most
    return Points(so_far, so_far, highest, maximum)


def points_of(question: Question, standing: Standing) -> Decimal:
    """The points of an answer: of a choice those of its option, of several their sum."""
    chosen = standing.value if isinstance(standing.value, tuple) else (standing.value,)
    return sum((Decimal(option.points) for option in question.options if option.id in chosen), ZERO)


def most_points(question: Question) -> Decimal:
    """The most points that any answer gives."""
    points = [Decimal(option.points) for option in question.options]
    if question.type != "choices":
        return max(points, default=ZERO)
    together = sum((one for one, option in zip(points, question.options, strict=True) if not option.exclusive), ZERO)
    alone = (one for one, option in zip(points, question.options, strict=True) if option.exclusive)
    return max([together, *alone])


def _changed(index: Index, source: IndexResult, found: Mapping[str, IndexResult]) -> IndexResult:
    points = source.points
    if index.times is None:
        return _banded(index, points, {}, over=source.over)
    times, when = index.times, index.times.when
    now = when is None or _reaches(found[when.index].points.so_far, when, found)
    truth = changes(times, found)
    ways = [applied for applied in (True, False) if truth is not (Truth.FALSE if applied else Truth.TRUE)]
    made = Points(
        _times(points.so_far, times, applied=now),
        min(_times(points.lowest, times, applied=way) for way in ways),
        max(_times(points.highest, times, applied=way) for way in ways),
        points.maximum,
    )
    return _banded(index, made, {}, over=source.over)


def changes(times: Times, found: Mapping[str, IndexResult]) -> Truth:
    """Whether a factor holds, whatever is still open; `found` has the index that its condition reads."""
    if times.when is None:
        return Truth.TRUE
    points = found[times.when.index].points
    if _reaches(points.lowest, times.when, found):
        return Truth.TRUE
    return Truth.UNKNOWN if _reaches(points.highest, times.when, found) else Truth.FALSE


def _reaches(points: Decimal, when: Reaches, found: Mapping[str, IndexResult]) -> bool:
    """Whether points are at least the share; of a maximum of none, any points are all of it."""
    return points >= Decimal(str(when.at_least_share)) * found[when.index].points.maximum


def _times(points: Decimal, times: Times, *, applied: bool) -> Decimal:
    made = points * Decimal(str(times.factor)) if applied else points
    return made.quantize(WHOLE, ROUND_HALF_UP) if times.round == "half_up" else made


def _banded(index: Index, points: Points, sections: Mapping[str, Points], *, over: bool) -> IndexResult:
    so_far, lowest, highest = (_band(index.bands, value, points.maximum) for value in points[:3])
    return IndexResult(index.id, points, sections, so_far, lowest, highest, over=over)


def _band(bands: Sequence[Band], points: Decimal, maximum: Decimal) -> str | None:
    """The first band that reaches as far; upper bounds belong to their band."""
    return next((one.id for one in _reaching(bands, points, maximum)), bands[-1].id if bands else None)


def _reaching(bands: Sequence[Band], points: Decimal, maximum: Decimal) -> Iterator[Band]:
    for band in bands:
        if band.up_to_share is None or points <= Decimal(str(band.up_to_share)) * maximum:
            yield band
