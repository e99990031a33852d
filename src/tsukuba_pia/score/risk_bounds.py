"""The levels that one risk can still have while answers are to come; the same rules as `risks.py`, on bounds."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tsukuba_pia.model.assessment import Answer, Assessment
from tsukuba_pia.model.bank import IRREVERSIBLE_AT_LEAST, SafeguardUse
from tsukuba_pia.model.questionnaire import Questionnaire, RiskRule, Steps
from tsukuba_pia.model.result import EVERYONE, ScoreResult, Standing
from tsukuba_pia.score.asked import NO_ANSWER, named
from tsukuba_pia.score.risks import Scales, scales_of
from tsukuba_pia.score.safeguards import Case, Counted, Moment, Strength, failed, failed_on, steps_down, strength
from tsukuba_pia.score.truths import FALSE, TRUE, UNKNOWN, Compiler, Live, Truths, read_by, truths

NO_LEVEL = -1
NOTHING = Strength(0, 0)
MOMENTS: tuple[Moment, ...] = ("current", "target")
CASES: tuple[Case, ...] = ("best", "worst")
_TRUE, _NOT_FALSE = frozenset({TRUE}), frozenset({TRUE, UNKNOWN, TRUE | UNKNOWN})
Height = tuple[int, int]  # places, or steps, on the scales of severity and likelihood


class Bounds(NamedTuple):
    """Ranks of levels, lowest and highest; -1 where the risk does not apply."""

    low: int
    high: int


class Levels(NamedTuple):
    """A risk now, and when all is done."""

    current: Bounds
    target: Bounds


Answers = Callable[[str], Iterator[tuple[Standing, Answer]]]


@dataclass(slots=True)
class Shared:
    """What all risks share."""

    questionnaire: Questionnaire
    assessment: Assessment
    result: ScoreResult
    compiler: Compiler
    answers: Answers
    scales: Scales = field(init=False)
    groups: dict[str, Truths] = field(init=False)

    def __post_init__(self) -> None:
        """Work out the scales, and which groups count."""
        self.scales = scales_of(self.questionnaire.method)
        taken_out = {one.group for one in self.assessment.groups_excluded if named(one.agreed_by)}
        self.groups = {EVERYONE: TRUE}
        for group in self.questionnaire.vocabulary.groups:
            out = group.id in taken_out
            stays = (self.compiler(group.stays_when) if group.stays_when else FALSE) if out else TRUE
            if stays != FALSE:
                self.groups[group.id] = stays


class Row(NamedTuple):
    """A row of a ladder that holds or may."""

    place: int
    group: str
    when: Truths


class Guard(NamedTuple):
    """A safeguard: what it counts as it stands, and for each possible answer."""

    counted: Counted
    live: Live | None
    by_answer: tuple[tuple[Strength, Strength], ...]  # current and target
    unknown: Strength


class RiskBounds:
    """One risk; `levels` as things stand."""

    def __init__(self, name: str, shared: Shared) -> None:
        """Compile its conditions."""
        rule = shared.questionnaire.risks[name]
        self.shared, self.rule, self.name = shared, rule, name
        self.method = shared.questionnaire.method
        compiler = shared.compiler
        self.applies = compiler(rule.risk.applies_when)
        self.severity = self._rows(rule.severity, shared.scales.severity)
        self.likelihood = self._rows(rule.likelihood, shared.scales.likelihood)
        self.guards = tuple(self._guard(use) for use, _ in rule.safeguards)
        named_here = {row.group for row in (*self.severity, *self.likelihood)}
        self.groups = {
            group: stays for group, stays in shared.groups.items() if group == EVERYONE or group in named_here
        }  # fmt: skip
        rows = (row.when for row in (*self.severity, *self.likelihood))
        self.checks = (self.applies, *rows, *self.groups.values())
        self.reads = frozenset(one.question.name for check in self.checks for one in read_by(check))
        self.live_guards = tuple(guard for guard in self.guards if guard.live is not None)
        self.reads |= {guard.counted.question for guard in self.live_guards}
        self.touched = bool(self.reads) and self.applies != FALSE
        self.base = self._base(rule)
        self.downs: dict[Hashable, Mapping[tuple[Moment, Case], Height]] = {}
        self.table = [
            [shared.scales.rank(level) for level in self.method.matrix[severity]] for severity in shared.scales.severity
        ]  # fmt: skip
        override = shared.assessment.overrides.get(name)
        known = override is not None and override.level in shared.scales.levels
        self.raised = shared.scales.rank(override.level) if known and override is not None else NO_LEVEL
        self.answers_level = override.computed if known and override is not None else None

    def _base(self, rule: RiskRule) -> tuple[int, int]:
        scales = self.shared.scales
        severity = scales.severity.index(rule.severity.base)
        if rule.risk.irreversible:
            severity = max(severity, scales.severity.index(IRREVERSIBLE_AT_LEAST))
        return severity, scales.likelihood.index(rule.likelihood.base)

    def _rows(self, steps: Steps, scale: tuple[str, ...]) -> tuple[Row, ...]:
        rows = (
            Row(scale.index(row.value), row.group or EVERYONE, self.shared.compiler(row.when)) for row in steps.rows
        )
        return tuple(row for row in rows if row.when != FALSE)

    def _guard(self, use: SafeguardUse) -> Guard:
        shared = self.shared
        since = failed_on(shared.assessment, self.name, shared.result.as_of)
        rules = self.method.safeguards

        def strengths(standing: Standing, answer: Answer) -> tuple[Strength, Strength]:
            if failed(standing, answer, since):
                return NOTHING, NOTHING
            return strength(standing, answer, rules, "current"), strength(standing, answer, rules, "target")

        answer = shared.assessment.answers.get(use.question, NO_ANSWER)
        now = strengths(shared.result.standings[use.question], answer)
        kind = shared.questionnaire.questions[use.question].question.kind or "prevent"
        counted = Counted(use.question, kind, use.lowers, *now, self.rule.place)
        live = shared.compiler.live.get(use.question)
        if live is None:
            return Guard(counted, None, (), NOTHING)
        unknown = Strength(best=rules.verified_lowers_at_most, worst=0)
        return Guard(counted, live, tuple(strengths(*one) for one in shared.answers(use.question)), unknown)

    def levels(self, *, completing: bool) -> Levels:
        """As things stand: best and worst case, or (completing) the bounds of the worst case."""
        return self._overridden(*self.computed(completing=completing), completing=completing)

    def computed(self, *, completing: bool) -> Levels:
        """The same before anybody raised it."""
        applies = truths(self.applies)
        sure = _NOT_FALSE if completing else _TRUE
        low, high = self._heights(sure)
        down = self._down(completing=completing)
        found = []
        for moment in MOMENTS:
            best = self._level(low, down[moment, "best"]) if applies in sure else NO_LEVEL
            worst = self._level(high, down[moment, "worst"]) if applies != FALSE else NO_LEVEL
            found.append(Bounds(best, worst))
        return Levels(*found)

    def _heights(self, sure: frozenset[int]) -> tuple[set[Height], set[Height]]:
        """Where both ladders end, for everyone and for each group: of what surely holds, and of what may."""
        low, high = [{EVERYONE: base} for base in self.base], [{EVERYONE: base} for base in self.base]
        for axis, rows in enumerate((self.severity, self.likelihood)):
            for row in rows:
                truth = truths(row.when)
                for ends, holds in ((low, truth in sure), (high, truth != FALSE)):
                    if holds and ends[axis].get(row.group, NO_LEVEL) < row.place:
                        ends[axis][row.group] = row.place
        stays = {group: truths(one) for group, one in self.groups.items()}
        return (
            {_height(low, group) for group, truth in stays.items() if truth in sure},
            {_height(high, group) for group, truth in stays.items() if truth != FALSE},
        )

    def _down(self, *, completing: bool) -> Mapping[tuple[Moment, Case], Height]:
        """The steps down on both axes; remembered, for safeguards seldom are what changes."""
        key = (completing, *((guard.live.asked, guard.live.remaining) for guard in self.live_guards if guard.live))
        if key not in self.downs:
            counted = [_as_things_stand(guard, completing=completing) for guard in self.guards]
            self.downs[key] = {
                (moment, case): self._steps(counted, moment, case) for moment in MOMENTS for case in CASES
            }  # fmt: skip
        return self.downs[key]

    def _steps(self, counted: Iterable[Counted], moment: Moment, case: Case) -> Height:
        down = steps_down(counted, self.method.safeguards, moment, case)
        return (0 if self.rule.risk.irreversible else down.severity), down.likelihood

    def _level(self, heights: Iterable[Height], down: Height) -> int:
        """That of the worst group."""
        return max(self.table[max(0, bad - down[0])][max(0, often - down[1])] for bad, often in heights)

    def _overridden(self, current: Bounds, target: Bounds, *, completing: bool) -> Levels:
        """A raised level stands while the computed worst case is the one that it answers."""
        if self.answers_level is None:
            return Levels(current, target)
        try:
            answered = self.shared.scales.rank(self.answers_level)
        except ValueError:
            return Levels(current, target)
        low, high = current if completing else (current.high, current.high)
        if not low <= answered <= high:
            return Levels(current, target)
        certain = low == high

        def raised(bounds: Bounds) -> Bounds:
            return Bounds(max(bounds.low, self.raised) if certain else bounds.low, max(bounds.high, self.raised))

        return Levels(raised(current), raised(target))


def _height(ends: list[dict[str, int]], group: str) -> Height:
    """A group's rows add to those of everyone."""
    severity, likelihood = (max(axis[EVERYONE], axis.get(group, NO_LEVEL)) for axis in ends)
    return severity, likelihood


def _as_things_stand(guard: Guard, *, completing: bool) -> Counted:
    """The most and the least that a safeguard can count; completing, both of the worst case."""
    live = guard.live
    if live is None:
        counted = guard.counted
        if not completing:
            return counted
        current, target = counted.current.worst, counted.target.worst
        return counted._replace(current=Strength(current, current), target=Strength(target, target))
    now = list(_strengths(guard, live, completing=completing))
    pairs = [Strength(max(one[at].best for one in now), min(one[at].worst for one in now)) for at in (0, 1)]
    return guard.counted._replace(current=pairs[0], target=pairs[1])


def _strengths(guard: Guard, live: Live, *, completing: bool) -> Iterator[tuple[Strength, Strength]]:
    """Of each way in which it can still come out."""
    if live.asked & FALSE:
        yield NOTHING, NOTHING
    if live.asked & UNKNOWN or (live.asked & TRUE and not live.remaining):
        yield (NOTHING, NOTHING) if completing else (guard.unknown, guard.unknown)
    if live.asked & TRUE:
        for number, (current, target) in enumerate(guard.by_answer):
            if live.remaining >> number & 1:
                worst = Strength(current.worst, current.worst), Strength(target.worst, target.worst)
                yield worst if completing else (current, target)
