"""The scenarios of one bank, each scored once, so that a change of the bank is tried on what it touches only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tsukuba_pia.diagnostics import Diagnostic, Path
from tsukuba_pia.load.bank import Loaded
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult, Truth
from tsukuba_pia.score.conditions import Judge
from tsukuba_pia.score.engine import score
from tsukuba_pia.score.risks import RiskScorer
from tsukuba_pia.work.bank_tests.cases import DAY, Case, Told
from tsukuba_pia.work.bank_tests.expecting import Mismatch, mismatches


@dataclass(frozen=True)
class Scored:
    """A case with its score, and with what a part of it is scored again by."""

    case: Case
    questionnaire: Questionnaire

    @cached_property
    def result(self) -> ScoreResult:
        """The score under the bank as it is."""
        return score(self.questionnaire, self.case.assessment, DAY, self.case.missing_evidence)

    @cached_property
    def judge(self) -> Judge:
        """Judges conditions over these answers."""
        return Judge(self.result.standings, self.result.facts)

    @cached_property
    def scorer(self) -> RiskScorer:
        """Scores a risk over these answers."""
        return RiskScorer(self.questionnaire, self.case.assessment, self.result.standings, self.judge)


@dataclass(frozen=True)
class Bench:
    """One bank with those that it stands on, and its scored scenarios."""

    bank: Bank
    loaded: Loaded
    questionnaire: Questionnaire
    scored: Sequence[Scored]

    def failures(self) -> Iterator[Diagnostic]:
        """Each expectation that is not met."""
        for one in self.scored:
            told = one.case.told
            for path, expected, found in (*mismatches(told.scenario.expect, one.result), *self._required(one)):
                args = {"scenario": one.case.name, "what": _what(told, path), "expected": expected, "found": found}
                yield told.at("expect", *path, code="PIA244", **args)

    def _required(self, one: Scored) -> Iterator[Mismatch]:
        wanted = one.case.told.scenario.expect.required
        if wanted is not None and self.bank.required_when is not None:
            found = "yes" if one.judge(self.bank.required_when) is Truth.TRUE else "no"
            if found != wanted:
                yield Mismatch(("required",), wanted, found)


def _what(told: Told, path: Path) -> str:
    """What was expected to come out otherwise: a risk and its step, or the question that is asked or not."""
    *_, part, last = ("", *path)
    if part in ("asked", "not_asked"):
        return f"{part} {getattr(told.scenario.expect, str(part))[int(last)]}"
    return ".".join(map(str, path[1:] or path))


def bench_of(name: str, loaded: Loaded, cases: Sequence[Case]) -> Bench:
    """The bench of the bank `name` among the loaded banks."""
    assert loaded.questionnaire is not None  # noqa: S101 - the caller has banks that could be read
    bank = next(one for one in loaded.banks if one.bank == name)
    return Bench(bank, loaded, loaded.questionnaire, tuple(Scored(case, loaded.questionnaire) for case in cases))
