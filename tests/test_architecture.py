"""The house keeps its shape: who imports whom, what code may know of the banks, what a file may speak of."""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.golden import ROOT

SOURCES = sorted((ROOT / "src").rglob("*.py"))
LONGEST = 400

# Patterns that do not find themselves: this file is looked at too.
REGISTRIES = re.compile(r"(?i)pypi[.]org|python(?:)hosted|npm(?:)js|registry[.]npm|deb[.]debian|yarnpkg[.]com")
HOMES = re.compile(r"(?<![\w.:/-])/(?:home|root|Users|opt)/\w")
OUTSIDE = re.compile(r"\.\./(?:\.\./)*shared/(?P<room>\w+)")
# Tests may read the public data and the contract's cases that lie beside a checkout.
BESIDE = ("data", "conformance")


@cache
def committed() -> tuple[Path, ...]:
    """All files that git knows or would take, but for what is no text."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout.split("\0")
    files = (ROOT / name for name in names if name)
    return tuple(file for file in files if file.is_file() and b"\0" not in file.read_bytes()[:8000])


def lines_with(pattern: re.Pattern[str], files: tuple[Path, ...] | list[Path]) -> list[str]:
    """`file:line: text` of all lines in which a pattern is found."""
    return [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_imports_keep_to_the_floors() -> None:
    """The contracts of .importlinter."""
    script = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([script, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT / "src")))
def test_no_file_of_code_is_too_long_to_read(file: Path) -> None:
    """A file of more lines is two rooms."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_code_knows_no_question_of_any_bank() -> None:
    """What code has to find is marked by a role in the bank."""
    banks = [file.read_text(encoding="utf-8") for file in ROOT.glob("questionnaires/*/*.yaml")]
    prefixes = {found for text in banks for found in re.findall(r"^prefix: *(\w+)", text, re.MULTILINE)}
    prefixed = re.compile(rf"\b(?:{'|'.join(sorted(prefixes))})_\w+")
    known = {found for text in banks for found in prefixed.findall(text)}
    assert known
    assert lines_with(re.compile(rf"\b(?:{'|'.join(sorted(known))})\b"), SOURCES) == []


def test_no_file_names_where_packages_come_from() -> None:
    """Each machine has its own place to get packages from; a lock file names versions and digests."""
    assert lines_with(REGISTRIES, committed()) == []


def test_no_file_names_a_place_outside_the_project() -> None:
    """Nobody else has that place."""
    own = re.compile(rf"{re.escape(os.fspath(ROOT))}(?!\w)|{HOMES.pattern}")
    assert lines_with(own, committed()) == []


def test_only_tests_look_beside_the_checkout() -> None:
    """And only at public data and at the contract's cases."""
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file in committed()
        for match in OUTSIDE.finditer(file.read_text(encoding="utf-8", errors="replace"))
        if not (file.is_relative_to(ROOT / "tests") and match["room"] in BESIDE)
    ]
    assert found == []
