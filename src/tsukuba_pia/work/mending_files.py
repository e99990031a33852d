"""Mends many files: those in which a check found something that can be mended, each held to the check again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.engine import rule_of
from tsukuba_pia.lint.mendable import mend_of
from tsukuba_pia.reporters.reporter import InFile
from tsukuba_pia.work.check_one import Checker, Demand
from tsukuba_pia.work.mending import Mended, hands_off, mended
from tsukuba_pia.work.shelf import Shelf
from tsukuba_pia.yaml_source import parse, read

Told = Callable[[Iterable[InFile]], Iterable[InFile]]


class Untouched(NamedTuple):
    """A file that is not mended although something in it could be; `why` is a word of `hands_off`."""

    file: Path
    why: str


def mend_files(found: Iterable[InFile], demand: Demand, told: Told = iter) -> Iterator[Mended | Untouched]:
    """Mend the files of a check, in its order; nothing is written.

    Args:
        found: what a check of them found.
        demand: what they are held to.
        told: what of all that is found is told; what is not told is not mended.

    """
    for one in found:
        file = Path(one.file)
        own = [shown.diagnostic for shown in one.findings if shown.diagnostic.file == one.file]
        if not any(rule_of(diagnostic.code).fix for diagnostic in own):
            continue
        source = parse(demand.given[file], str(file)) if file in demand.given else read(file)
        if not any(mend_of(source, diagnostic) for diagnostic in own):
            continue
        why = hands_off(file, source)
        yield Untouched(file, why) if why else mended(file, source.raw, _check(file, demand, told))


def _check(file: Path, demand: Demand, told: Told) -> Callable[[bytes], tuple[Diagnostic, ...]]:
    """What is told of one file, if something else stood in it; what it shares with others is read once."""
    shelf = Shelf()

    def check(raw: bytes) -> tuple[Diagnostic, ...]:
        checker = Checker(replace(demand, given={**demand.given, file: raw}))
        checker.shelf = shelf
        return tuple(
            shown.diagnostic
            for one in told([checker(file).found])
            for shown in one.findings
            if shown.diagnostic.file == str(file)
        )

    return check
