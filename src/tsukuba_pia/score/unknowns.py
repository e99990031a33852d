"""What is not known, and by how much each answer can still move which levels, all else as it is (formats.md §2.5)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, NamedTuple, TypeVar

from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.questionnaire import DecisionRule, Questionnaire
from tsukuba_pia.model.result import NONE, Interval, RedLineState, ScoreResult
from tsukuba_pia.score.risk_bounds import MOMENTS, NO_LEVEL, Bounds, Levels
from tsukuba_pia.score.search import Budget, CouldBe, Goal, OutOfSteps, Search, could_be
from tsukuba_pia.score.truths import FALSE, TRUE, UNKNOWN, Truths, truths
from tsukuba_pia.score.worlds import Item, Kind, World

PAIR_STEPS = 300  # answers that may be tried in the search for two questions that only move the whole together
_STATE: Mapping[int, RedLineState] = {FALSE: "clear", UNKNOWN: "unknown", TRUE: "crossed"}

Figure = TypeVar("Figure")
Parts = list[tuple[int, Figure]]  # of the possible answers, as bits, with what each part gives
Alone = Literal["moves", "together", "nothing", "withheld"]


@dataclass(frozen=True, slots=True)
class Move:
    """A level now, and what one answer can make of it: the lowest worst case and the highest best case."""

    now: Interval
    lowest: str  # so far down the worst case comes with the most favourable answer
    highest: str  # so far up the best case comes with the least favourable one

    @property
    def moves(self) -> bool:
        """Whether any answer changes it."""
        return self.lowest != self.now.worst or self.highest != self.now.best


class Moves(NamedTuple):
    """Now, and when all is done."""

    current: Move
    target: Move

    @property
    def any(self) -> bool:
        """Whether either moves."""
        return self.current.moves or self.target.moves


@dataclass(frozen=True, slots=True)
class Unknown:
    """One open question. `alone`: `together` where something undecided hangs on it that it cannot move alone.

    For guests: `withheld` where what it bears on rests on withheld answers too, and is not told.
    """

    question: str
    whole: Moves
    risks: Mapping[str, Moves]  # those that it moves, in bank order
    red_lines: Mapping[str, tuple[RedLineState, ...]]  # those that it can settle, and how
    decisions: Mapping[str, Move]  # those whose range it narrows
    opens: tuple[str, ...]  # questions that are certainly asked after some answer, and only perhaps now
    alone: Alone
    proof: bool  # a safeguard: lowers what is now only with evidence
    exact: bool = True  # every possible answer was tried
    withheld: bool = False  # for guests: not all that it moves is told


class Unknowns(NamedTuple):
    """Every open question, those to be answered first in front, and what can still come of the whole.

    `pairs`: two questions that bring the worst level of the whole down together where none does alone; None where
    that was not decided.
    """

    ranked: tuple[Unknown, ...]
    pairs: tuple[tuple[str, str], ...] | None
    could: CouldBe

    @property
    def together(self) -> int:
        """How many move nothing alone, but perhaps together with others."""
        return sum(one.alone == "together" for one in self.ranked)


def unknowns(
    questionnaire: Questionnaire,
    assessment: Assessment,
    result: ScoreResult,
    missing_evidence: AbstractSet[str] = frozenset(),
) -> Unknowns:
    """Rank what is not known; takes the same as `score` does, and what it found.

    The order: most red lines that hang on it and that it can settle; by most steps the level of the whole; most risks,
    the highest of them first; then the banks' order.
    """
    world = World(questionnaire, assessment, result, missing_evidence)
    trial = Trial(world)
    found = [trial.unknown(name) for name in world.open]
    ranked = tuple(sorted(found, key=lambda one: urgency(one, world.rank)))  # stable: ties stay in bank order
    return Unknowns(ranked, trial.pairs(found), could_be(world))


def urgency(one: Unknown, rank: Callable[[str], int]) -> tuple[int, ...]:
    """What is to be answered first sorts first. `rank`: the place of a level, -1 for `none`."""
    whole = one.whole.current
    steps = rank(whole.now.worst) - rank(whole.lowest)
    rises = rank(whole.highest) - rank(whole.now.best)
    heights = [rank(moves.current.now.worst) for moves in one.risks.values()]
    return -len(one.red_lines), -steps, -rises, -len(one.risks), -max(heights, default=NO_LEVEL)


class Trial:
    """Tries every possible answer of one question after another."""

    def __init__(self, world: World) -> None:
        """Take a world in which everything is left open."""
        self.world, self.result = world, world.result
        self.scale = (*world.questionnaire.level_ids, NONE)  # the place of a rank; -1 is the last
        settled = (risk for name, risk in self.result.risks.items() if name not in world.risks)
        self.settled = [
            Levels(*(Bounds(*map(world.rank, one)) for one in (risk.current, risk.target))) for risk in settled
        ]  # fmt: skip
        self.computed = {name: risk.computed(completing=False) for name, risk in world.risks.items()}
        rules = world.questionnaire.decisions.items()
        self.ladders = {name: one for name, rule in rules if (one := Outcomes(rule, world)).live}
        for name, ladder in self.ladders.items():
            world.register(Item("decision", name), ladder.checks)

    def unknown(self, name: str) -> Unknown:
        """One question, over all its possible answers."""
        world = self.world
        levels = self._after("risk", name, lambda risk: world.risks[risk].levels(completing=False))
        crossed = self._after("line", name, lambda line: truths(world.lines[line]))
        outcomes = self._after("decision", name, lambda one: self.ladders[one].bounds())
        asked = self._after("question", name, lambda one: truths(world.asks[one]))
        risks = {one: self._moves(world.levels[one], [each for _, each in parts]) for one, parts in levels.items()}
        lines = {one: _settled(world.crossed[one], [each for _, each in parts]) for one, parts in crossed.items()}
        ranges = {one: self.ladders[one].move([each for _, each in parts]) for one, parts in outcomes.items()}
        opens = tuple(
            one for one, parts in asked.items() if world.live[one].asked == UNKNOWN and TRUE in dict(parts).values()
        )
        found = Unknown(
            name,
            self._whole(name, levels),
            {one: moves for one, moves in risks.items() if moves.any},
            {one: states for one, states in lines.items() if states},
            {one: move for one, move in ranges.items() if move.moves},
            opens,
            self._hang(name),
            world.questionnaire.questions[name].question.type == "safeguard",
            world.live[name].whole,
        )
        alone = found.risks or found.red_lines or found.decisions or found.opens
        return replace(found, alone="moves") if alone else found

    def _after(self, kind: Kind, name: str, figure: Callable[[str], Figure]) -> dict[str, Parts[Figure]]:
        """What each thing of a kind comes to, for each part of the answers that it tells apart."""
        world = self.world
        found: dict[str, Parts[Figure]] = {one: [] for one in world.hanging(kind, name)}
        for one, after in found.items():
            for part in self._parts(Item(kind, one), name):
                changed = world.answer(name, part & -part)
                after.append((part, figure(one)))
                world.restore(changed)
        return found

    def _parts(self, item: Item, name: str) -> list[int]:
        """The possible answers, apart where an item can tell them apart."""
        every = self.world.live[name].every
        if item.kind == "risk" and any(one.counted.question == name for one in self.world.risks[item.name].live_guards):
            return [1 << number for number in range(every.bit_length())]
        parts = [every] if every else []
        for holds in {one.holds for one in self.world.comparisons[item][name]}:
            parts = [part for whole in parts for part in (whole & ~holds, whole & holds) if part]
        return sorted(parts)

    def _moves(self, before: Levels, after: Sequence[Levels]) -> Moves:
        now, later = ([getattr(one, moment) for one in after] for moment in MOMENTS)
        return Moves(self._move(before.current, now), self._move(before.target, later))

    def _move(self, before: Bounds, after: Sequence[Bounds]) -> Move:
        lowest = min((one.high for one in after), default=before.high)
        highest = max((one.low for one in after), default=before.low)
        return self._told(before, lowest, highest)

    def _told(self, before: Bounds, lowest: int, highest: int) -> Move:
        scale = self.scale
        return Move(Interval(scale[before.low], scale[before.high]), scale[lowest], scale[highest])

    def _whole(self, name: str, after: Mapping[str, Parts[Levels]]) -> Moves:
        """The level of the whole: no answer brings it lower than the worst of all risks with that very answer."""
        levels = self.world.levels
        others = [*self.settled, *(one for risk, one in levels.items() if risk not in after)]
        moves = []
        for moment in MOMENTS:
            rest = [getattr(one, moment) for one in others]
            here = [getattr(levels[risk], moment) for risk in after]
            parts = [[(part, getattr(one, moment)) for part, one in some] for some in after.values()]
            before = Bounds(*(max((one[end] for one in (*rest, *here)), default=NO_LEVEL) for end in (0, 1)))
            least = max((one.high for one in rest), default=NO_LEVEL)
            lowest = _lowest(self.world.live[name].every, parts, least)
            lows = (one.low for some in parts for _, one in some)
            highest = max((*(one.low for one in rest), *lows), default=NO_LEVEL)
            moves.append(self._told(before, before.high if lowest is None else lowest, highest))
        return Moves(*moves)

    def _hang(self, name: str) -> Alone:
        """Whether anything that is not certain yet hangs on it."""
        world = self.world
        levels = [self.computed[one] for one in world.touched_risks[name]]  # a raise that may lapse hides what moves
        loose = any(bounds.low != bounds.high for one in levels for bounds in one)
        unknown = UNKNOWN in (
            *(world.crossed[one] for one in world.touched_lines[name]),
            *(world.live[one].asked for one in world.below[name] if one != name),
        )
        ranges = (self.ladders[one].before for one in world.hanging("decision", name))
        return "together" if loose or unknown or any(one.low != one.high for one in ranges) else "nothing"

    def pairs(self, found: Iterable[Unknown]) -> tuple[tuple[str, str], ...] | None:
        """Two questions that bring the worst level down together; none are needed where one does it alone."""
        world, top = self.world, self.world.rank(self.result.current.worst)
        highest = [name for name, one in world.levels.items() if one.current.high == top]
        settled = any(one.current.high == top for one in self.settled)
        if settled or not highest or any(one.whole.current.lowest != one.whole.current.now.worst for one in found):
            return ()
        cones = [frozenset(world.comparisons[Item("risk", name)]) for name in highest]
        raised = (name for name in world.levels if name in world.assessment.overrides)  # a raise may come back
        items = tuple(Item("risk", name) for name in dict.fromkeys((*highest, *raised)))
        names = [name for name in world.open if any(name in cone for cone in cones)]
        pairs = [pair for pair in combinations(names, 2) if all(cone.intersection(pair) for cone in cones)]
        world.complete(())
        try:
            search = Search(world, Goal("current", frozenset(range(NO_LEVEL, top))), Budget(PAIR_STEPS))
            return tuple(pair for pair in pairs if search.meets_with(pair, items))
        except OutOfSteps:
            return None
        finally:
            world.reset()


def _lowest(every: int, parts: Iterable[Parts[Bounds]], least: int) -> int | None:
    """The lowest worst case of all risks that one answer gives; None where there is no answer."""
    fine = list(parts)
    for rank in sorted({least, *(one.high for some in fine for _, one in some if one.high > least)}):
        left = every
        for some in fine:
            left &= sum(part for part, one in some if one.high <= rank)
        if left:
            return rank
    return None


def _settled(before: int, after: Iterable[int]) -> tuple[RedLineState, ...]:
    """How an answer can settle a red line that is not known now."""
    states = set(after) - {UNKNOWN} if before == UNKNOWN else set()
    return tuple(_STATE[one] for one in sorted(states))


class Outcomes:
    """A decision while answers are to come."""

    def __init__(self, rule: DecisionRule, world: World) -> None:
        """Compile its conditions."""
        self.scale = [one.id for one in rule.decision.outcomes]
        self.base = self.scale.index(rule.decision.base)
        self.applies = world.compiler(rule.decision.applies_when)
        rows = ((self.scale.index(row.value), world.compiler(row.when)) for row in rule.steps.rows)
        self.rows = tuple(row for row in rows if row[1] != FALSE)
        self.checks: tuple[Truths, ...] = (self.applies, *(when for _, when in self.rows))
        self.live = self.applies != FALSE and any(not isinstance(one, int) for one in self.checks)
        self.before = self.bounds()

    def bounds(self) -> Bounds:
        """The lightest and the heaviest outcome as things stand."""
        applies = truths(self.applies)
        found = [(place, truths(when)) for place, when in self.rows]
        low = max([self.base, *(place for place, truth in found if truth == TRUE)]) if applies == TRUE else self.base
        high = max([self.base, *(place for place, truth in found if truth != FALSE)]) if applies != FALSE else self.base
        return Bounds(low, high)

    def move(self, after: Sequence[Bounds]) -> Move:
        """The range now, and what an answer can narrow it to."""
        before, scale = self.before, self.scale
        lowest = min((one.high for one in after), default=before.high)
        highest = max((one.low for one in after), default=before.low)
        return Move(Interval(scale[before.low], scale[before.high]), scale[lowest], scale[highest])
