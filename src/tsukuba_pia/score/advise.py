"""The smallest sets of safeguards that bring every risk to a level, or the risks that none brings there: exact."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import AnswerState, Asked, RiskResult, ScoreResult, Standing
from tsukuba_pia.model.sign_off import NOBODY, POSTS
from tsukuba_pia.score.asked import NO_ANSWER
from tsukuba_pia.score.completed import day_of_proof, in_place
from tsukuba_pia.score.engine import score
from tsukuba_pia.score.risks import scales_of
from tsukuba_pia.score.safeguards import failed, failed_on, strength

AT_MOST = 3

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Advice:
    """What would bring every risk to `level`; no alternatives where nothing does, and `stuck` says which risks stay."""

    level: str
    verified: bool
    candidates: tuple[str, ...]  # safeguards that could still come into place, in bank order
    above: tuple[str, ...]  # the risks that are above the level now
    alternatives: tuple[tuple[str, ...], ...]
    stuck: tuple[RiskResult, ...]  # as they are with every candidate in place

    @property
    def possible(self) -> bool:
        """Whether any set does it; the empty one where nothing is needed."""
        return not self.stuck


def with_safeguards(
    assessment: Assessment, names: AbstractSet[str], day: str, missing: AbstractSet[str], *, verified: bool = False
) -> Assessment:
    """The assessment with these safeguards in place."""
    answers = dict(assessment.answers)
    for name in names:
        answers[name] = in_place(answers.get(name, NO_ANSWER), day, missing, verified=verified)
    return replace(assessment, answers=answers)


class Adviser:
    """Searches one assessment. Conditions of risks and of asking read no safeguard, so each risk is weighed alone."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        assessment: Assessment,
        as_of: str,
        missing_evidence: AbstractSet[str] = frozenset(),
        *,
        verified: bool = False,
    ) -> None:
        """Take the same as `score` does; `verified` counts each as verified instead of implemented."""
        self.questionnaire = questionnaire
        self.assessment = assessment
        self.as_of = as_of
        self.missing = missing_evidence
        self.verified = verified
        self.day = day_of_proof(assessment, as_of, frozenset(questionnaire.risks))
        self.scales = scales_of(questionnaire.method)
        self.levels: dict[tuple[str, Names], RiskResult] = {}

    def scored(self, names: AbstractSet[str] = frozenset()) -> ScoreResult:
        """The score of everything with these safeguards in place."""
        changed = with_safeguards(self.assessment, names, self.day, self.missing, verified=self.verified)
        return score(self.questionnaire, changed, self.as_of, self.missing)

    def _rescored(self, risk: str, names: Names) -> RiskResult:
        """One risk alone: no question and no other risk moves when a safeguard comes into place."""
        changed = with_safeguards(self.assessment, names, self.day, self.missing, verified=self.verified)
        alone = replace(
            self.questionnaire, banks=(), red_lines={}, decisions={}, risks={risk: self.questionnaire.risks[risk]}
        )
        return score(alone, changed, self.as_of, self.missing).risks[risk]

    @cached_property
    def now(self) -> ScoreResult:
        """The score as it is."""
        return self.scored()

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        """Safeguards that are asked, not agreed to be out of place, and would count for more than they do."""
        used = {use.question for rule in self.questionnaire.risks.values() for use, _ in rule.safeguards}
        return tuple(name for name, one in self.now.standings.items() if name in used and self._could_do_more(one))

    def _could_do_more(self, standing: Standing) -> bool:
        if standing.asked is not Asked.ASKED or standing.state is AnswerState.NOT_APPLICABLE:
            return False
        rules = self.questionnaire.method.safeguards
        most = rules.verified_lowers_at_most if self.verified else rules.implemented_lowers_at_most
        answer = self.assessment.answers.get(standing.question, NO_ANSWER)
        return strength(standing, answer, rules, "current").worst < most or self._failed(standing)

    def _failed(self, standing: Standing) -> bool:
        """Whether it failed in an incident of a risk that it lowers: then only verifying it again helps."""
        answer = self.assessment.answers.get(standing.question, NO_ANSWER)
        return self.verified and any(
            failed(standing, answer, failed_on(self.assessment, name, self.as_of))
            for name, rule in self.questionnaire.risks.items()
            if any(use.question == standing.question for use, _ in rule.safeguards)
        )

    @cached_property
    def relevant(self) -> Mapping[str, tuple[str, ...]]:
        """For each risk the candidates that lower it."""
        used = {
            name: {use.question for use, _ in rule.safeguards} for name, rule in self.questionnaire.risks.items()
        }  # fmt: skip
        return {risk: tuple(name for name in self.candidates if name in some) for risk, some in used.items()}

    def risk(self, risk: str, names: Names) -> RiskResult:
        """A risk with those of these safeguards that lower it in place."""
        key = (risk, names.intersection(self.relevant[risk]))
        if key not in self.levels:
            self.levels[key] = self._rescored(risk, key[1]) if key[1] else self.now.risks[risk]
        return self.levels[key]

    def holds(self, risk: str, names: Names, level: str) -> bool:
        """Whether a risk is at this level or below with these safeguards."""
        return self.scales.rank(self.risk(risk, names).current.worst) <= self.scales.rank(level)

    def ways(self, risk: str, level: str) -> tuple[Names, ...]:
        """The smallest sets that are enough for one risk; where a person raised it, all small ones that are.

        No more safeguards than the method counts steps ever matter at once: any larger set lowers by as much as one
        that it contains.
        """
        rules = self.questionnaire.method.safeguards
        names, found = self.relevant[risk], list[Names]()
        for size in range(min(len(names), rules.likelihood_steps + rules.severity_steps) + 1):
            for some in map(frozenset, combinations(names, size)):
                needless = risk not in self.assessment.overrides and any(one <= some for one in found)
                if not needless and self.holds(risk, some, level):
                    found.append(some)
        return tuple(found)

    def advise(self, level: str) -> Advice:
        """The smallest sets, by what is already planned and then by the bank's order; or which risks stay above."""
        above = tuple(name for name in self.now.risks if not self.holds(name, frozenset(), level))
        ways = {name: self.ways(name, level) for name in self.questionnaire.risks}
        everything = frozenset(self.candidates)
        stuck = tuple(self.risk(name, everything) for name, some in ways.items() if not some)
        sets = () if stuck else self._smallest(ways, level)
        return Advice(level, self.verified, self.candidates, above, sets, stuck)

    def _smallest(self, ways: Mapping[str, Sequence[Names]], level: str) -> tuple[tuple[str, ...], ...]:
        for size in range(len(self.candidates) + 1):
            found = {some for some in self._within(size, ways, level) if len(some) == size}
            if found:
                ordered = sorted((self._in_order(some) for some in found), key=self._preference)
                return tuple(ordered[:AT_MOST])
        return ()

    def _within(self, size: int, ways: Mapping[str, Sequence[Names]], level: str) -> Iterator[Names]:
        """Sets of at most this size that are enough: a risk that is still above the level must go one of its ways."""
        waiting, seen = [Names()], {Names()}
        while waiting:
            chosen = waiting.pop()
            unmet = [name for name in ways if not self.holds(name, chosen, level)]
            if not unmet:
                yield chosen
                continue
            narrowest = min(unmet, key=lambda name: len(ways[name]))
            further = {chosen | way for way in ways[narrowest]} - seen
            nearer = [some for some in further if len(some) <= size]
            seen.update(nearer)
            waiting.extend(nearer)

    def _in_order(self, names: Names) -> tuple[str, ...]:
        return tuple(name for name in self.candidates if name in names)

    def _preference(self, names: tuple[str, ...]) -> tuple[int, list[int]]:
        planned = sum(self.now.standings[name].value == "planned" for name in names)
        return -planned, [self.candidates.index(name) for name in names]


def acceptable_level(questionnaire: Questionnaire, post: str) -> str | None:
    """The highest level that, with every level below it, needs no more than this post; None where there is none."""
    order = (*POSTS, NOBODY)
    found = None
    for level in questionnaire.level_ids:
        needed = questionnaire.method.acceptance.get(level, NOBODY)
        if needed not in order or order.index(needed) > order.index(post):
            break
        found = level
    return found
