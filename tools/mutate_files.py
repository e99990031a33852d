"""Changes sound files in one place, again and again, and says which changes `pia check` does not find.

Those of a small town: every node of two banks, scenarios, a profile, an assessment, its comment window, minutes and
sign-offs, a vocabulary and references: left out, twice, renamed, of another kind, empty, in another place, negated.
What nothing finds and what reads otherwise has to stand in tests/lint/survivors.txt with the reason why it may.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
Job = tuple[int, int, tuple[str, ...], int, int]  # which part of how many, kinds, how many of each, seed


def tried(job: Job) -> list[Any]:
    """Try one part of the changes, in a town of its own."""
    from tests.lint.mutants.town import found_town  # noqa: PLC0415 - once the tests can be found
    from tests.lint.mutants.trying import Bench, sample  # noqa: PLC0415

    part, parts, kinds, each, seed = job
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = str(Path(folder) / "cache")
        town = found_town(Path(folder) / "town")
        bench = Bench(town)
        return [bench.tried(mutant) for mutant in sample(kinds, town, each, seed)[part::parts]]


def table(found: Sequence[Any], kinds: Sequence[str]) -> None:
    """How many changes of each kind of file were found, and what became of the others."""
    print(f"{'':16}{'changes':>8}{'found':>8}{'the same':>10}{'told':>8}{'unseen':>8}")
    for kind in kinds:
        mine = [one for one in found if one.mutant.kind == kind]
        fates = Counter(one.fate for one in mine)
        print(f"{kind:16}{len(mine):8}{fates[None]:8}{fates['the same']:10}{fates['told']:8}{fates['unseen']:8}")
    codes = Counter(code for one in found for code in one.codes)
    print(f"found by {len(codes)} codes:", ", ".join(f"{code} {count}" for code, count in codes.most_common()))


def main() -> int:
    """Try all, compare with the list."""
    sys.path.insert(0, str(ROOT))
    from tests.lint.mutants.listed import EACH, LIST, SEED, differences, failed, lines, reasons  # noqa: PLC0415
    from tests.lint.mutants.town import PLACES  # noqa: PLC0415

    parser = argparse.ArgumentParser(prog="make mutation-files", description=__doc__)
    parser.add_argument("kinds", nargs="*", help=f"of files: {', '.join(PLACES)}; all unless named")
    parser.add_argument("--each", type=int, default=EACH, help="how many changes of each place by each operator")
    parser.add_argument("--seed", type=int, default=SEED, help="by which chance they are chosen")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    kinds, begun = tuple(chosen.kinds or PLACES), time.monotonic()
    jobs = [(part, chosen.jobs, kinds, chosen.each, chosen.seed) for part in range(chosen.jobs)]
    with multiprocessing.Pool(chosen.jobs) as pool:
        found = [one for part in pool.imap_unordered(tried, jobs) for one in part]
    table(found, kinds)
    known = reasons(LIST.read_text(encoding="utf-8"))
    unexplained, stale = differences(found, known)
    as_listed = (chosen.each, chosen.seed) == (EACH, SEED)
    broken = failed(found)
    for line in lines(broken):
        print(f"A RULE FAILED  {line}")
    for line in lines(unexplained):
        print(f"LIVES WITHOUT A REASON  {line}")
    for line in lines(stale if as_listed else ()):
        print(f"LISTED, BUT FOUND NOW  {line}")
    took = (time.monotonic() - begun) / 60
    print(f"{len(found)} changes, {chosen.each} of each place by each operator, seed {chosen.seed};", end=" ")
    print(f"{len(unexplained)} live without a reason in {LIST.name}; {took:.1f} min with {chosen.jobs} processes")
    return 1 if broken or unexplained or (stale and as_listed) else 0


if __name__ == "__main__":
    sys.exit(main())
