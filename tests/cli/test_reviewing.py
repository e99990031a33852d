"""`pia review` as a person types it."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.desk import ASSESSMENT, workspace
from tests.work.test_agenda import MORE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment with things to talk about."""
    return workspace(tmp_path, ASSESSMENT + MORE)


def test_the_agenda_in_words(file: Path) -> None:
    """Conflicts first; nothing is written."""
    before = file.read_bytes()
    told = run("review", file, "--agenda").stdout
    assert told.index("事業者の顧問") < told.index("Red lines that are crossed") < told.index("Overdue")
    assert "  2. Leak (k_leak)\n     Now: High / Before: High" in told
    assert "当てはまる実施できない条件\n  1. 売ってはなりません。" in run("review", file, "--lang", "ja").stdout
    assert file.read_bytes() == before


def test_json(file: Path) -> None:
    """One document, versioned."""
    told = json.loads(run("review", file, "--agenda", "--json").stdout)
    assert (told["pia_agenda"], told["assessment"], told["as_of"]) == (1, "t-1", "2027-01-15")
    assert [one["number"] for one in told["items"]] == list(range(1, 8))
    assert told["items"][1]["levels"]["current"] == "high"
