"""`make site`: what a mayor is shown of the examples."""

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.golden import ROOT

pytestmark = pytest.mark.slow
STATES = {"comment": 1, "approved_with_conditions": 1, "refused": 2, "no_pia": 1}


def test_every_example_stands_in_the_register_as_what_it_is(tmp_path: Path) -> None:
    """One that residents are asked about, one approved, two refused, one that needs none; the others are drafts."""
    subprocess.run([sys.executable, ROOT / "tools" / "example_register.py", tmp_path], check=True, capture_output=True)
    with (tmp_path / "site" / "register.csv").open(encoding="utf-8-sig", newline="") as stream:
        states = Counter(row["state"] for row in csv.DictReader(stream))
    examples = len(list((ROOT / "examples").glob("*/assessment.yaml")))
    assert states == {**STATES, "draft": examples - sum(STATES.values())}
