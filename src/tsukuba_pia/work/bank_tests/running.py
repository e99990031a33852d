"""Runs a bank's scenarios and tells what failed, what they do not reach and what they would not notice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tsukuba_pia.diagnostics import Diagnostic, has_errors, in_order
from tsukuba_pia.load.bank import load_bank_file
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.work.bank_tests.bench import Bench, bench_of
from tsukuba_pia.work.bank_tests.cases import read_cases
from tsukuba_pia.work.bank_tests.mutants import Mutant
from tsukuba_pia.work.bank_tests.reach import KINDS, Goal, goals, missed
from tsukuba_pia.work.bank_tests.strength import strength
from tsukuba_pia.work.shelf import sound_banks
from tsukuba_pia.yaml_source import Source


@dataclass(slots=True)
class Tested:
    """What testing one bank found out."""

    bank: str = ""
    version: str = ""
    scenarios: int = 0
    failed: int = 0
    goals: tuple[Goal, ...] = ()
    missed: tuple[Goal, ...] = ()  # that no scenario reaches
    changes: int = 0
    survivors: tuple[Mutant, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    bench: Bench | None = None

    @property
    def complete(self) -> bool:
        """Whether it could be tested to the end: all files could be read, and every scenario came out as expected."""
        return self.bench is not None and not self.failed

    @property
    def reach(self) -> dict[str, tuple[int, int]]:
        """Of each kind of goal, how many are reached and how many there are."""
        counted: dict[str, tuple[int, int]] = {}
        for kind in KINDS:
            there, missed = ([one for one in some if one.kind == kind] for some in (self.goals, self.missed))
            counted[kind] = (len(there) - len(missed), len(there))
        return counted

    @property
    def noticed(self) -> int:
        """How many changes a scenario notices."""
        return self.changes - len(self.survivors)


def run_tests(path: Path, catalog: Catalog, *, with_strength: bool = True) -> Tested:
    """Test one bank file. A bank with an error, or with scenarios that cannot be read, is not half tested."""
    loaded = sound_banks(load_bank_file(path, catalog))
    tested = Tested(diagnostics=list(loaded.diagnostics))
    tested.sources |= loaded.read_sources
    if has_errors(loaded.diagnostics) or loaded.questionnaire is None:
        return tested
    bank = loaded.banks[-1]
    tested.bank, tested.version = bank.bank, bank.version
    cases = read_cases(bank.bank, loaded)
    tested.scenarios = len(cases.cases)
    tested.diagnostics += cases.diagnostics
    tested.sources |= cases.sources | loaded.read_sources
    if has_errors(cases.diagnostics):
        return tested
    bench = tested.bench = bench_of(bank.bank, loaded, cases.cases)
    failures = tuple(bench.failures())
    tested.failed = len({one.args["scenario"] for one in failures})
    tested.goals = goals(bench.bank)
    tested.missed = missed(bench, tested.goals)
    tested.diagnostics += [*failures, *_missed(tested, bench)]
    if with_strength and not failures:  # a scenario that fails as it is notices every change
        found = strength(bench)
        tested.changes, tested.survivors = found.tried, found.survivors
        tested.diagnostics += _survivors(tested, bench)
    tested.sources |= loaded.read_sources
    tested.diagnostics = list(in_order(tested.diagnostics))
    return tested


def _missed(tested: Tested, bench: Bench) -> Iterator[Diagnostic]:
    source = bench.loaded.source(bench.bank.bank)
    for one in tested.missed:
        yield source.diagnostic("PIA245", one.path, what=f"@reach_{one.kind}", name=one.name)


def _survivors(tested: Tested, bench: Bench) -> Iterator[Diagnostic]:
    source = bench.loaded.source(bench.bank.bank)
    for one in tested.survivors:
        yield source.diagnostic("PIA246", one.path, change=f"@change_{one.change}", detail=one.detail)
