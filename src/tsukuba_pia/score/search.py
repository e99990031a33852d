"""Could it still become acceptable, could it still fail?

Decided over all completions of the open questions, or said to be undecided; never read off an interval, which is sound
but not always tight. A completion answers every open question that is asked, each safeguard with what it needs to count
(a date, an owner, evidence, another person's check). What is answered already stays: that is what `--advise` weighs.
Facts of the data inventory that are not known stay unknown, and count as their worst.

Depth first: whatever the bounds decide is cut off, and where they do not, the possible answers of one question are
parted by one comparison that the result reads.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.sign_off import NOBODY
from tsukuba_pia.score.risk_bounds import NO_LEVEL, Bounds, Levels
from tsukuba_pia.score.safeguards import Moment
from tsukuba_pia.score.truths import FALSE, TRUE
from tsukuba_pia.score.worlds import Item, Restored, World

STEPS = 400  # restrictions that may be tried for one question

Could = Literal["yes", "no", "not_decided", "withheld"]  # the last for guests: not told


class Verdict(NamedTuple):
    """Whether some completion does it; `witness` is one, and with `deciding` alone the other answers do not matter."""

    could: Could
    witness: Mapping[str, Answer] = {}
    deciding: tuple[str, ...] = ()
    steps: int = 0


class CouldBe(NamedTuple):
    """What can still come of an assessment: may run, may be built, fails."""

    acceptable: Verdict
    built: Verdict
    fail: Verdict


class OutOfSteps(Exception):
    """More restrictions would have to be tried than were allowed."""


@dataclass(slots=True)
class Budget:
    """Counts restrictions."""

    left: int
    used: int = 0

    def step(self) -> None:
        """One more, if there is one."""
        if self.used >= self.left:
            raise OutOfSteps
        self.used += 1


@dataclass(frozen=True, slots=True)
class Goal:
    """Risks at a level that somebody may accept and red lines clear; or, `failing`, one risk or line that is not."""

    moment: Moment
    fine: frozenset[int]  # ranks of levels
    failing: bool = False

    def risk(self, levels: Levels) -> bool | None:
        """Whether a risk surely is as wanted, surely is not, or may be either."""
        bounds: Bounds = getattr(levels, self.moment)
        good = [rank in self.fine for rank in range(bounds.low, bounds.high + 1)]
        if all(good):
            return not self.failing
        return None if any(good) else self.failing

    def line(self, crossed: int) -> bool | None:
        """The same of a red line; one that stays unknown is neither clear nor crossed."""
        if self.failing:
            return True if crossed == TRUE else None if crossed & TRUE else False
        return True if crossed == FALSE else None if crossed & FALSE else False


class Search:
    """Looks for one completion that meets a goal, in a world whose questions are to be answered."""

    def __init__(self, world: World, goal: Goal, budget: Budget) -> None:
        """Take the world as it stands; `undo` gives it back so."""
        self.world, self.goal, self.budget = world, goal, budget
        self.trail: list[Restored] = []

    @property
    def decided(self) -> frozenset[str]:
        """The questions whose answers were decided on."""
        return frozenset(one.question.name for one in self.trail)

    def undo(self) -> None:
        """Take back all that was decided."""
        while self.trail:
            self.world.restore(self.trail.pop())

    def status(self, item: Item) -> bool | None:
        """Whether an item is as wanted."""
        if item.kind == "risk":
            return self.goal.risk(self.world.levels[item.name])
        return self.goal.line(self.world.crossed[item.name])

    def meets(self, items: tuple[Item, ...]) -> bool:
        """Whether all items can be as wanted at once; the world is left as it was found to be so."""
        waiting = []
        for item in items:
            status = self.status(item)
            if status is False:
                return False
            if status is None:
                waiting.append(item)
        if not waiting:
            return True
        name, parts = next(self._partings(waiting))
        return self._try(tuple(waiting), name, parts)

    def meets_with(self, names: Iterable[str], items: tuple[Item, ...]) -> bool:
        """Whether they can where these questions are to be answered too."""
        try:
            for name in names:
                self.budget.step()
                self.trail.append(self.world.restrict(name, self.world.live[name].every))
            return self.meets(items)
        finally:
            self.undo()

    def _try(self, waiting: tuple[Item, ...], name: str, parts: tuple[int, ...]) -> bool:
        """Each part in turn, the one that leaves least to do first."""
        ranked: list[tuple[int, int, int]] = []
        for part in parts:
            self.budget.step()
            changed = self.world.restrict(name, part)
            statuses = [self.status(item) for item in waiting]
            if False not in statuses:
                ranked.append((statuses.count(None), len(ranked), part))
            self.world.restore(changed)
        for _, _, part in sorted(ranked):
            self.trail.append(self.world.restrict(name, part))
            if self.meets(waiting):
                return True
            self.world.restore(self.trail.pop())
        return False

    def _partings(self, waiting: Iterable[Item]) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Questions whose possible answers an undecided item tells apart: by a comparison, or safeguards by answer."""
        for item in waiting:
            for compared in (one for some in self.world.comparisons[item].values() for one in some):
                live = compared.question
                parts = (live.remaining & ~compared.holds, live.remaining & compared.holds)
                if live.open and all(parts) and live.asked & TRUE:
                    yield live.name, parts
            for guard in self.world.risks[item.name].live_guards if item.kind == "risk" else ():
                live = self.world.live[guard.counted.question]
                highest = 1 << live.remaining.bit_length() >> 1
                if live.open and live.remaining not in (0, highest) and live.asked & TRUE:
                    yield live.name, (highest, live.remaining ^ highest)

    def answers(self, names: Iterable[str]) -> dict[str, Answer]:
        """A completion of these within what is left: every question that is asked, or may stay so, has an answer."""
        found: dict[str, Answer] = {}
        for name in names:
            live = self.world.live[name]
            if live.remaining and live.asked != FALSE:
                number = (live.remaining & -live.remaining).bit_length() - 1
                self.trail.append(self.world.answer(name, 1 << number))
                found[name] = self.world.answered(name, number)[1]
        return found


def could_be(world: World, steps: int = STEPS) -> CouldBe:
    """What can still come of the open questions, each within a number of steps.

    Acceptable: somebody may accept the worst current level, and no red line is crossed or unknown. Built: the same of
    the target. Failing: nobody may accept the worst current level, or a red line is crossed.
    """
    fine = acceptable_ranks(world.questionnaire)
    if fine is None:
        return CouldBe(*(Verdict("not_decided"),) * 3)
    now, later = Goal("current", fine), Goal("target", fine)
    world.complete(world.open)
    found = CouldBe(
        _become(world, now, steps), _become(world, later, steps), _fail(world, replace(now, failing=True), steps)
    )
    world.reset()
    return found


def acceptable_ranks(questionnaire: Questionnaire) -> frozenset[int] | None:
    """The levels that somebody may accept; None where they are not the lowest: risks cannot be judged one by one."""
    acceptance = questionnaire.method.acceptance
    ranks = [rank for rank, one in enumerate(questionnaire.level_ids) if acceptance.get(one, NOBODY) != NOBODY]
    return frozenset((NO_LEVEL, *ranks)) if ranks == list(range(len(ranks))) else None


def _become(world: World, goal: Goal, steps: int) -> Verdict:
    if not _settled_fine(world, goal):
        return Verdict("no")
    items = _items(world)
    for item in items if len(items) > 1 else ():  # one that cannot be met alone is the cheapest proof
        alone = _ask(world, goal, (item,), steps, witness=False)
        if alone.could == "no":
            return alone
    return _ask(world, goal, items, steps)


def _fail(world: World, goal: Goal, steps: int) -> Verdict:
    """One risk or red line is enough, so each is looked at alone."""
    if _settled_failing(world, goal):
        return _ask(world, goal, (), steps)
    found = Verdict("no")
    for item in _items(world):
        alone = _ask(world, goal, (item,), steps - found.steps)
        if alone.could == "yes":
            return alone
        found = Verdict("no" if found.could == alone.could == "no" else "not_decided", steps=found.steps + alone.steps)
    return found


def _items(world: World) -> tuple[Item, ...]:
    return (*(Item("line", name) for name in world.lines), *(Item("risk", name) for name in world.risks))


def _settled(world: World, goal: Goal) -> Iterator[bool | None]:
    """How those stand that no open question bears on."""
    rank = world.rank
    for name, risk in world.result.risks.items():
        if name not in world.risks:
            yield goal.risk(Levels(*(Bounds(*(rank(one.worst),) * 2) for one in (risk.current, risk.target))))
    for crossed in world.settled_lines.values():
        yield goal.line(crossed)


def _settled_fine(world: World, goal: Goal) -> bool:
    return all(one is True for one in _settled(world, goal))


def _settled_failing(world: World, goal: Goal) -> bool:
    return any(one is True for one in _settled(world, goal))


def _ask(world: World, goal: Goal, items: tuple[Item, ...], steps: int, *, witness: bool = True) -> Verdict:
    """Search once; `no` only where no possible answer was left out."""
    search = Search(world, goal, Budget(steps))
    try:
        if search.meets(items):
            decided = search.decided
            deciding = tuple(name for name in world.open if name in decided)
            answers = search.answers(world.open) if witness else {}
            return Verdict("yes", answers, deciding, search.budget.used)
        whole = all(one.whole for one in world.live.values())
        return Verdict("no" if whole else "not_decided", steps=search.budget.used)
    except OutOfSteps:
        return Verdict("not_decided", steps=search.budget.used)
    finally:
        search.undo()
