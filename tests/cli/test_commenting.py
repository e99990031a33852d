"""`pia comment` as a person types it."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, run
from tests.golden import ROOT
from tests.work.asked import room
from tests.work.signed import edit


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment that may be put to comment."""
    return room(tmp_path)


def records(file: Path) -> list[str]:
    """What was written."""
    place = file.parent / "comments"
    return sorted(one.name for one in place.glob("*.yaml")) if place.exists() else []


def test_on_behalf_of(file: Path) -> None:
    """Put to comment, changed for the worse, shown, put to comment again."""
    done = run("comment", file, "--on-behalf-of", "つ第3号")
    assert done.returncode == 0, done.stderr
    assert "Open for comments from 2027-01-15 to 2027-02-13 (30 days)" in done.stdout
    assert "Recipients:\n  甲社\nPurposes:\n" in done.stdout
    assert records(file) == ["w1.yaml"]
    assert "State: open for comments" in run("status", file).stdout
    assert run("check", file.parent).returncode == 0
    edit(file, "purpose: 端末の保守", "purpose: 広告")
    checked = run("check", file)
    assert checked.returncode == 1
    assert "PIA524 Worse than what was put to comment in “w1”: a new purpose, “広告”." in " ".join(
        checked.stdout.split()
    )
    shown = run("comment", file, "--dry-run", "--lang", "ja", CI="true")
    assert shown.returncode == 0
    assert "「w1」で意見を求めた内容より悪くなった点:\n  新しい目的「広告」\n" in shown.stdout
    assert records(file) == ["w1.yaml"]
    assert run("comment", file, "--on-behalf-of", "つ第4号").returncode == 0
    assert records(file) == ["w1.yaml", "w2.yaml"]


@pytest.mark.parametrize(
    ("more", "environment", "said"),
    [
        ((), {}, "takes a person"),
        (("--on-behalf-of", " "), {}, "needs the number"),
        (("--on-behalf-of", "1"), {"CI": "true"}, "Nothing is put to comment in CI"),
        (("--on-behalf-of", "1", "--from", "soon"), {}, "is no day"),
        (("--on-behalf-of", "1", "--to", "2027-01-20"), {}, "The city promises 30 days"),
        (("--on-behalf-of", "1", "--from", "2026-12-01"), {}, "cannot open on 2026-12-01"),
    ],
)
def test_nothing_is_put_to_comment(file: Path, more: tuple[str, ...], environment: dict[str, str], said: str) -> None:
    """Told in one line, exit 2, nothing written."""
    before = file.read_bytes()
    done = run("comment", file, *more, cwd=None, **environment)
    assert done.returncode == 2
    assert said in done.stderr
    assert (records(file), file.read_bytes()) == ([], before)


def test_what_stands_in_the_way(file: Path) -> None:
    """With codes; nothing is written."""
    edit(file, "k_level: per_person", "k_level:")
    done = run("comment", file, "--on-behalf-of", "1")
    assert (done.returncode, records(file)) == (1, [])
    assert "PIA426" in done.stderr


def test_a_person_types_the_name(file: Path) -> None:
    """Another word opens nothing."""
    for typed, code in (("yes", 1), ("t-1", 0)):
        person = Terminal("comment", file)
        person.see("type the assessment's name")
        person.child.send(f"{typed}\r")
        assert person.end() == code
    assert records(file) == ["w1.yaml"]


@pytest.mark.parametrize(("language", "told"), [
    ("ja", "国:\n  日本(JP)\n記録する内容: リスク13件の段階"),
    ("en", "Countries:\n  Japan (JP)\nRecorded: the levels of 13 risks that apply"),
])  # fmt: skip
def test_what_is_shown_is_said_as_elsewhere(language: str, told: str) -> None:
    """Countries by their names, and as many risks as the score shows."""
    place = ROOT / "examples" / "bus-od-data"
    shown = run("comment", place, "--dry-run", "--lang", language, PIA_TODAY="2026-11-28")
    assert told in shown.stdout
