"""Same input, same bytes out: whatever the seed of hashes, the time zone, the locale and the folder."""

import hashlib
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.golden import ROOT
from tests.worked import EXAMPLES, figures, opened, rendered
from tsukuba_pia.report.kinds import KINDS

NAMES = ("sidewalk-robot", "internet-vote-first")  # a plan, and a refused one with its sign-off
ODD = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "7", "TZ": "Pacific/Chatham", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Niue", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1"},
)


@cache
def digests() -> dict[str, str]:
    """Of every page, document and figure of some examples."""
    found = {}
    for example in (one for one in EXAMPLES if one.name in NAMES):
        one = opened(example)
        found[f"{example.name} score"] = figures(one)
        for language in ("ja", "en"):
            found[f"{example.name} json {language}"] = rendered(one, "json", "public", language)
            for kind in KINDS:
                for form in ("html", "md"):
                    found[f"{example.name} {kind} {form} {language}"] = rendered(one, form, "public", language, kind)
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in found.items()}


@pytest.mark.parametrize("surroundings", ODD, ids=lambda one: one["TZ"])
def test_same_bytes_everywhere(surroundings: dict[str, str], tmp_path: Path) -> None:
    """Asked in a process of its own."""
    environment = {**os.environ, **surroundings, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.test_same_bytes"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    here = digests()
    assert len(here) == len(NAMES) * (1 + 2 * (1 + 2 * len(KINDS)))
    assert json.loads(done.stdout) == here


if __name__ == "__main__":
    sys.stdout.write(json.dumps(digests()))
