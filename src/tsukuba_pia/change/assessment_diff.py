"""Two assessments → what changed, which levels, red lines and decisions moved, and the causes of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tsukuba_pia.change.assessment_content import assessment_tree
from tsukuba_pia.change.causes import Causes, causes_of, goal_of, goal_of_all
from tsukuba_pia.change.compare import Change, compare
from tsukuba_pia.change.diff import Diff
from tsukuba_pia.change.points import Points, bands_of
from tsukuba_pia.change.replay import Replay
from tsukuba_pia.change.sides import MOMENTS, Side, Target, values_of
from tsukuba_pia.change.tree import Node, tree
from tsukuba_pia.model.result import ScoreResult

EVIDENCE = "evidence"
WHOLE = Target("assessment", "")


@dataclass(frozen=True, slots=True)
class Moved:
    """What came out otherwise. `moment`: of levels. Before and now are worst cases; None where it is not there."""

    target: Target
    moment: str
    before: str | None
    now: str | None
    causes: Causes


@dataclass(frozen=True)
class AssessmentDiff:
    """What changed between two assessments."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
    banks: tuple[Diff, ...]  # of those that both use, where they say something else
    results: tuple[ScoreResult, ScoreResult]
    replay: Replay

    @cached_property
    def moved(self) -> tuple[Moved, ...]:
        """The levels of the whole first, then risks, red lines, decisions and indices in the new banks' order."""
        return (*_moved(self.replay, *self.results), *_moved_bands(self.replay, *self.results))


def assessment_diff(
    old: Side,
    new: Side,
    evidence: tuple[Mapping[str, str | None], Mapping[str, str | None]] = ({}, {}),
    banks: tuple[Diff, ...] = (),
) -> AssessmentDiff:
    """Compare two assessments.

    Args:
        old: the one before.
        new: the one now.
        evidence: the digests of both sides' evidence (`load.assessment.evidence_digests`).
        banks: what changed in the banks that both use (`change.diff.diff`).

    """
    trees = [_with_evidence(side, files) for side, files in zip((old, new), evidence, strict=True)]
    changes = tuple(one for one in compare(*trees) if one.what != "reordered")
    return AssessmentDiff(old, new, changes, banks, (old.score(), new.score()), Replay(old, new))


def _with_evidence(side: Side, files: Mapping[str, str | None]) -> Node:
    """What an assessment says, with its evidence as a part of its own."""
    root = assessment_tree(side.given.assessment)
    there = {name: digest for name, digest in files.items() if digest is not None}
    if not there:
        return root
    parts = {**(root.parts or {}), EVIDENCE: tree(there)}
    return Node(root.path, {**root.plain, EVIDENCE: there}, parts)


def _moved(replay: Replay, old: ScoreResult, new: ScoreResult) -> Iterator[Moved]:
    possible = replay.possible()
    levels = replay.new.questionnaire.level_ids
    for moment in MOMENTS:
        before, now = getattr(old, moment).worst, getattr(new, moment).worst
        if before != now:
            goal = goal_of_all(replay, moment, now, levels) if possible else None
            yield Moved(WHOLE, moment, before, now, causes_of(goal))
    for target in replay.targets:
        for place, (one, other) in enumerate(zip(values_of(old, target), values_of(new, target), strict=True)):
            if one != other:
                goal = goal_of(replay, target, place, other) if possible else None
                moment = MOMENTS[place] if target.kind == "risk" else ""
                yield Moved(target, moment, one, other, causes_of(goal))


def _moved_bands(replay: Replay, old: ScoreResult, new: ScoreResult) -> Iterator[Moved]:
    before, now = bands_of(old), bands_of(new)
    moved = [target for target in dict.fromkeys((*now, *before)) if before.get(target) != now.get(target)]
    points = Points(replay) if moved else None
    for target in moved:
        goal = points.goal(target, now.get(target)) if points is not None and replay.possible() else None
        yield Moved(target, "", before.get(target), now.get(target), causes_of(goal))
