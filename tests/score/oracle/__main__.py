"""`make oracle`: 10,000 random cases, in a pool of its own; prints the share of each construct."""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from tests.score.oracle.shares import Shares
from tests.score.oracle.telling import compared

BATCH = 250


def main() -> int:
    """Compare, and say what was compared."""
    parser = argparse.ArgumentParser(prog="make oracle", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    begun, shares, wrong = time.monotonic(), Shares(), 0
    end = chosen.first + chosen.cases
    with ProcessPoolExecutor(chosen.jobs) as pool:
        starts = range(chosen.first, end, BATCH)
        for batch in pool.map(compared, starts, [min(one + BATCH, end) for one in starts]):
            shares.add(batch.cases, batch.constructs)
            for number, lines in batch.differences.items():
                wrong += 1
                sys.stdout.write(f"case {number}:\n  " + "\n  ".join(lines) + "\n")
    rare = shares.too_rare()
    sys.stdout.write("\n".join(shares.lines()) + "\n")
    sys.stdout.write("".join(f"too rare: {one}\n" for one in rare))
    took = time.monotonic() - begun
    sys.stdout.write(
        f"{shares.cases} cases, {wrong} with a difference, {len(rare)} constructs too rare, {took:.0f} s\n"
    )
    return 1 if wrong or rare else 0


if __name__ == "__main__":
    sys.exit(main())
