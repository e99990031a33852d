"""One risk, for each affected group: inherent, current and target, each at best and at worst (formats.md §2.5)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import IRREVERSIBLE_AT_LEAST, Method
from tsukuba_pia.model.questionnaire import Questionnaire, RiskRule
from tsukuba_pia.model.questionnaire import Steps as LadderSteps
from tsukuba_pia.model.result import (
    EVERYONE,
    NONE,
    Axis,
    Contribution,
    GroupResult,
    Interval,
    Pair,
    RiskResult,
    Standing,
    Truth,
)
from tsukuba_pia.score.asked import NO_ANSWER, named
from tsukuba_pia.score.conditions import Judge
from tsukuba_pia.score.ladder import Climb, Judged, climb, judged, rests_on
from tsukuba_pia.score.safeguards import (
    Case,
    Counted,
    Moment,
    Steps,
    Strength,
    failed,
    failed_on,
    marginal,
    steps_down,
    strength,
)

NO_STEPS = Steps(0, 0)


LAST_DAY = "9999-12-31"


class Scales(NamedTuple):
    """The method's ids in order."""

    severity: tuple[str, ...]
    likelihood: tuple[str, ...]
    levels: tuple[str, ...]

    def rank(self, level: str) -> int:
        """The place of a level; `none` stands below all."""
        return -1 if level == NONE else self.levels.index(level)


def scales_of(method: Method) -> Scales:
    """The scales of a method."""
    ids = (tuple(one.id for one in grades) for grades in (method.severity, method.likelihood, method.levels))
    return Scales(*ids)


class Ladders(NamedTuple):
    """The rows of a risk that hold or may hold."""

    severity: tuple[Judged, ...]
    likelihood: tuple[Judged, ...]


class Heights(NamedTuple):
    """Where both ladders end for one group."""

    severity: Climb
    likelihood: Climb


class Lowered(NamedTuple):
    """The steps that safeguards lower by, each in the best and in the worst case."""

    current: tuple[Steps, Steps]
    target: tuple[Steps, Steps]


class RiskScorer:
    """Works out the risks of one assessment."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        assessment: Assessment,
        standings: Mapping[str, Standing],
        judge: Judge,
        as_of: str = LAST_DAY,
    ) -> None:
        """Take what all risks share."""
        self.questionnaire = questionnaire
        self.method = questionnaire.method
        self.scales = scales_of(self.method)
        self.assessment = assessment
        self.standings = standings
        self.judge = judge
        self.as_of = as_of
        self.groups = groups_affected(questionnaire, assessment, judge)

    def score(self, rule: RiskRule) -> RiskResult:
        """One risk: that of its worst group."""
        applies = self.judge(rule.risk.applies_when)
        ladders = Ladders(judged(rule.severity, self.judge), judged(rule.likelihood, self.judge))
        counted = tuple(self._counted(rule))
        down = self._lowered_by(rule, counted)
        groups = tuple(self._groups(rule, ladders, down))
        worst = max(
            groups, key=lambda one: [self.scales.rank(pair.level.worst) for pair in (one.current, one.inherent)]
        )
        return RiskResult(
            rule.risk.id,
            applies,
            self._over_groups(groups, "inherent", applies),
            self._over_groups(groups, "current", applies),
            self._over_groups(groups, "target", applies),
            worst.group,
            groups,
            tuple(self._contributions(rule, ladders, counted, worst.group)),
        )

    def _counted(self, rule: RiskRule) -> Iterator[Counted]:
        since = failed_on(self.assessment, rule.risk.id, self.as_of)
        for use, place in rule.safeguards:
            standing = self.standings[use.question]
            answer = self.assessment.answers.get(use.question, NO_ANSWER)
            kind = self.questionnaire.questions[use.question].question.kind or "prevent"
            now = strength(standing, answer, self.method.safeguards, "current")
            later = strength(standing, answer, self.method.safeguards, "target")
            if failed(standing, answer, since):
                now = later = Strength(0, 0)
            yield Counted(use.question, kind, use.lowers, now, later, place)

    def _groups(self, rule: RiskRule, ladders: Ladders, down: Lowered) -> Iterator[GroupResult]:
        """Everyone, then each group; one that no row names is as everyone is."""
        named = {row.step.group for rows in ladders for row in rows}
        everyone = self._group(EVERYONE, rule, ladders, down)
        for group in self.groups:
            yield self._group(group, rule, ladders, down) if group in named else replace(everyone, group=group)

    def _group(self, group: str, rule: RiskRule, ladders: Ladders, down: Lowered) -> GroupResult:
        heights = self._heights(group, rule, ladders)
        return GroupResult(
            group,
            self._pair(heights, NO_STEPS, NO_STEPS),
            self._pair(heights, *down.current),
            self._pair(heights, *down.target),
        )

    def _heights(self, group: str, rule: RiskRule, ladders: Ladders) -> Heights:
        def own(rows: tuple[Judged, ...]) -> list[Judged]:
            return [row for row in rows if row.step.group in (None, group)]

        base = self.scales.severity.index(rule.severity.base)
        if rule.risk.irreversible:
            base = max(base, self.scales.severity.index(IRREVERSIBLE_AT_LEAST))
        return Heights(
            climb(base, own(ladders.severity), self.scales.severity),
            climb(self.scales.likelihood.index(rule.likelihood.base), own(ladders.likelihood), self.scales.likelihood),
        )

    def _lowered_by(self, rule: RiskRule, counted: tuple[Counted, ...]) -> Lowered:
        """The steps down, which are the same for every group; what cannot be undone keeps its severity."""

        def steps(moment: Moment, case: Case) -> Steps:
            down = steps_down(counted, self.method.safeguards, moment, case)
            return Steps(0, down.likelihood) if rule.risk.irreversible else down

        return Lowered(
            (steps("current", "best"), steps("current", "worst")), (steps("target", "best"), steps("target", "worst"))
        )

    def _pair(self, heights: Heights, best: Steps, worst: Steps) -> Pair:
        severity = (max(0, heights.severity.best - best.severity), max(0, heights.severity.worst - worst.severity))
        likelihood = (
            max(0, heights.likelihood.best - best.likelihood),
            max(0, heights.likelihood.worst - worst.likelihood),
        )
        cases = zip(severity, likelihood, strict=True)
        return Pair(
            Interval(*(self.scales.severity[one] for one in severity)),
            Interval(*(self.scales.likelihood[one] for one in likelihood)),
            Interval(*(self.level(bad, often) for bad, often in cases)),
        )

    def level(self, severity: int, likelihood: int) -> str:
        """The matrix."""
        return self.method.matrix[self.scales.severity[severity]][likelihood]

    def _over_groups(self, groups: tuple[GroupResult, ...], moment: str, applies: Truth) -> Interval:
        """The worst group's level; a group that may be out of it counts in the worst case only."""
        if applies is Truth.FALSE:
            return Interval(NONE, NONE)
        levels = [(getattr(one, moment).level, self.groups[one.group]) for one in groups]
        best = max((level.best for level, truth in levels if truth is Truth.TRUE), key=self.scales.rank)
        worst = max((level.worst for level, _ in levels), key=self.scales.rank)
        return Interval(best if applies is Truth.TRUE else NONE, worst)

    def _contributions(
        self, rule: RiskRule, ladders: Ladders, counted: tuple[Counted, ...], group: str
    ) -> Iterator[Contribution]:
        yield from self._climbed("severity", rule.severity, ladders.severity, rule, group)
        yield from self._climbed("likelihood", rule.likelihood, ladders.likelihood, rule, group)
        yield from self._lowered(rule, counted, self._heights(group, rule, ladders), group)

    def _climbed(
        self, axis: Axis, steps: LadderSteps, rows: tuple[Judged, ...], rule: RiskRule, group: str
    ) -> Iterator[Contribution]:
        scale: tuple[str, ...] = getattr(self.scales, axis)
        at = scale.index(steps.base)
        yield Contribution(axis, "base", steps.base, steps.base, steps.place, group=group)
        if axis == "severity" and rule.risk.irreversible and at < scale.index(IRREVERSIBLE_AT_LEAST):
            before, at = at, scale.index(IRREVERSIBLE_AT_LEAST)
            yield Contribution(axis, "irreversible", scale[before], scale[at], rule.place, group=group)
        for row in rows:
            if row.step.group not in (None, group):
                continue
            before, at = at, max(at, scale.index(row.step.value))
            questions, facts = rests_on(row.step, self.standings)
            yield Contribution(
                axis, "row", scale[before], scale[at], row.step.place, row.step.because,
                row.step.group or EVERYONE, row.truth, questions, facts, row.step.refs,
            )  # fmt: skip

    def _lowered(
        self, rule: RiskRule, counted: tuple[Counted, ...], heights: Heights, group: str
    ) -> Iterator[Contribution]:
        rules = self.method.safeguards
        now, later = marginal(counted, rules, "current"), marginal(counted, rules, "target")
        at = {"severity": heights.severity.worst, "likelihood": heights.likelihood.worst}
        for one, current, target in zip(counted, now, later, strict=True):
            for axis in ("severity", "likelihood"):
                if axis == "severity" and (rule.risk.irreversible or not one.lowers.severity):
                    continue
                scale: tuple[str, ...] = getattr(self.scales, axis)
                before = at[axis]
                at[axis] = max(0, before - getattr(current, axis))
                steps = {"current": getattr(current, axis), "target": getattr(target, axis)}
                yield Contribution(
                    axis, "safeguard", scale[before], scale[at[axis]], one.place, group=group,
                    questions=(one.question,), counted=steps,
                )  # fmt: skip


def groups_affected(questionnaire: Questionnaire, assessment: Assessment, judge: Judge) -> dict[str, Truth]:
    """Everyone, and each group presumed affected; whether it surely counts, or only in the worst case.

    Taking a group out needs another's agreement; some stay while certain facts hold (the vocabulary says which).
    """
    taken_out = {one.group for one in assessment.groups_excluded if named(one.agreed_by)}
    affected = {EVERYONE: Truth.TRUE}
    for group in questionnaire.vocabulary.groups:
        stays = Truth.TRUE
        if group.id in taken_out:
            stays = judge(group.stays_when) if group.stays_when else Truth.FALSE
        if stays is not Truth.FALSE:
            affected[group.id] = stays
    return affected
