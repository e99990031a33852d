"""Risks before, now and later, with everything that moves them, and the map they stand on."""

from collections.abc import Iterator, Mapping, Sequence

from tsukuba_pia.model.result import EVERYONE, Contribution, GroupResult, Pair, RiskResult, Truth
from tsukuba_pia.report.model import (
    Axes,
    Cell,
    GroupLevel,
    MapRow,
    MeasureBrief,
    Moments,
    Named,
    Override,
    Risk,
    RiskBrief,
    RiskMap,
    Step,
)
from tsukuba_pia.report.reader import WITHHELD, Reader
from tsukuba_pia.report.redaction import steps_told

MOMENTS = ("inherent", "current", "target")


def in_order(reader: Reader) -> tuple[RiskResult, ...]:
    """The risks that apply or may, the worst first: their place is their number everywhere in the report."""
    return reader.ranked


def numbers_by_safeguard(reader: Reader) -> Mapping[str, tuple[int, ...]]:
    """Which risks a safeguard lowers, by their numbers."""
    found: dict[str, tuple[int, ...]] = {}
    for number, risk in enumerate(in_order(reader), 1):
        for name in dict.fromkeys(use.question for use, _ in reader.questionnaire.risks[risk.id].safeguards):
            found[name] = (*found.get(name, ()), number)
    return found


def risks_of(reader: Reader, measures: Sequence[MeasureBrief]) -> tuple[Risk, ...]:
    """All risks that apply or may."""
    by_id = {measure.id: measure for measure in measures}
    return tuple(_risk(reader, risk, number, by_id) for number, risk in enumerate(in_order(reader), 1))


def not_applying(reader: Reader) -> tuple[Named, ...]:
    """The risks that do not apply, by name."""
    found = (risk.id for risk in reader.result.risks.values() if not risk.counts)
    return tuple(Named(name, reader.say(reader.questionnaire.risks[name].risk.title)) for name in found)


def maps_of(reader: Reader) -> tuple[RiskMap, ...]:
    """The matrix before, now and later."""
    return tuple(RiskMap(moment, tuple(_rows(reader, moment))) for moment in MOMENTS)


def moments(reader: Reader, result: RiskResult | None = None) -> Moments:
    """The three levels of a risk, or of the whole assessment."""
    one = result or reader.result
    return Moments(reader.span(one.inherent), reader.span(one.current), reader.span(one.target))


def brief(risk: Risk) -> RiskBrief:
    """A risk in a word."""
    return RiskBrief(
        risk.number,
        risk.id,
        risk.title,
        risk.scenario,
        risk.levels,
        risk.worst_group,
        risk.current.severity,
        risk.current.likelihood,
        sure=not risk.perhaps and risk.levels.current.certain and _settled(risk.current),
    )


def _settled(now: Axes) -> bool:
    return now.severity == now.best_severity and now.likelihood == now.best_likelihood


def _risk(reader: Reader, result: RiskResult, number: int, measures: Mapping[str, MeasureBrief]) -> Risk:
    rule = reader.questionnaire.risks[result.id]
    uses = dict.fromkeys(use.question for use, _ in rule.safeguards)
    return Risk(
        number=number,
        id=result.id,
        title=reader.say(rule.risk.title),
        scenario=reader.maybe(rule.risk.scenario),
        perhaps=result.applies is Truth.UNKNOWN,
        irreversible=rule.risk.irreversible,
        levels=moments(reader, result),
        worst_group=reader.group(result.worst_group),
        inherent=_axes(reader, result.worst.inherent),
        current=_axes(reader, result.worst.current),
        target=_axes(reader, result.worst.target),
        groups=tuple(_above_everyone(reader, result)),
        steps=tuple(_steps(reader, result)),
        measures=tuple(measures[name] for name in uses if name in measures),
        harms=reader.terms("harms", rule.risk.harms),
        override=_override(reader, result.id),
        refs=reader.laws(rule.risk.refs),
        place=reader.row_place(rule.place),
    )


def _axes(reader: Reader, pair: Pair) -> Axes:
    return Axes(
        reader.level(pair.severity.worst, "severity"),
        reader.level(pair.likelihood.worst, "likelihood"),
        reader.level(pair.level.worst),
        reader.level(pair.severity.best, "severity"),
        reader.level(pair.likelihood.best, "likelihood"),
    )


def _above_everyone(reader: Reader, result: RiskResult) -> Iterator[GroupLevel]:
    """The groups for whom the risk is higher than for people at large."""
    ranks = {level: rank for rank, level in enumerate(reader.questionnaire.level_ids)}
    everyone = next(one for one in result.groups if one.group == EVERYONE)

    def height(one: GroupResult) -> tuple[int, int]:
        return ranks[one.current.level.worst], ranks[one.target.level.worst]

    for one in result.groups:
        if any(own > common for own, common in zip(height(one), height(everyone), strict=True)):
            current, target = reader.span(one.current.level), reader.span(one.target.level)
            yield GroupLevel(reader.group(one.group), current, target)


def _steps(reader: Reader, result: RiskResult) -> Iterator[Step]:
    """Each thing that moves the risk. What can rest on a withheld answer is told once, without its words."""
    kept, others = steps_told(reader.questionnaire.risks[result.id], result.contributions, reader.all_hidden)
    for one in kept:
        if one.cause != "safeguard" or (one.counted and any(one.counted.values())):
            yield _step(reader, one)
    if others:
        yield Step(
            "", WITHHELD, moves=None, before=None, after=None, certain=True, because=None, group=None, rests_on=(),
            facts=(), state=WITHHELD, lowers_now=0, lowers_later=0, refs=(), place=None,
        )  # fmt: skip


def _step(reader: Reader, one: Contribution) -> Step:
    counted = one.counted or {}
    safeguard = one.questions[0] if one.cause == "safeguard" else None
    return Step(
        axis=one.axis,
        cause=one.cause,
        moves=(one.cause == "base" or one.before != one.after) if one.after else None,
        before=reader.level(one.before, one.axis) if one.before else None,
        after=reader.level(one.after, one.axis) if one.after else None,
        certain=one.truth is Truth.TRUE,
        because=reader.text(safeguard) if safeguard else reader.maybe(one.because),
        group=reader.group(one.group).label if one.group != EVERYONE and one.cause == "row" else None,
        rests_on=reader.rests_on(one.questions),
        facts=one.facts,
        state=str(reader.result.standings[safeguard].value) if safeguard else "",
        lowers_now=counted.get("current", 0),
        lowers_later=counted.get("target", 0),
        refs=reader.laws(one.refs),
        place=reader.row_place(one.place),
    )


def _override(reader: Reader, risk: str) -> Override | None:
    given = reader.assessment.overrides.get(risk)
    if given is None:
        return None
    by = None if reader.public else given.by
    lapsed = risk in reader.result.lapsed_overrides
    return Override(
        reader.level(given.level), reader.say(given.because), reader.say(given.post), by, reader.on(given.on), lapsed
    )


def _rows(reader: Reader, moment: str) -> Iterator[MapRow]:
    """The heaviest severity stands on top, the highest likelihood on the right."""
    method, standing = reader.questionnaire.method, _standing(reader, moment)
    for grade in reversed(method.severity):
        cells = (
            Cell(
                reader.level(likelihood.id, "likelihood"),
                reader.level(method.matrix[grade.id][column]),
                tuple(standing.get((grade.id, likelihood.id), ())),
            )
            for column, likelihood in enumerate(method.likelihood)
        )
        yield MapRow(reader.level(grade.id, "severity"), tuple(cells))


def _standing(reader: Reader, moment: str) -> Mapping[tuple[str, str], Sequence[int]]:
    """The numbers of the risks in each field."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, risk in enumerate(in_order(reader), 1):
        pair: Pair = getattr(risk.worst, moment)
        found.setdefault((pair.severity.worst, pair.likelihood.worst), []).append(number)
    return found
