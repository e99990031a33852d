"""Golden files: what a report looked like when a person last read it, compared byte by byte."""

from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("examples/*/expected/**/*", "tests/golden/**/*")
SHOWN = 60  # lines of a difference


@dataclass(frozen=True)
class Golden:
    """Compares texts with files, and remembers which files were looked at."""

    used: set[str]
    update: bool

    def __call__(self, place: str | Path, actual: str) -> None:
        """Hold `actual` to the file at `place`; a difference stays beside it."""
        file = ROOT / place
        self.used.add(str(file.relative_to(ROOT)))
        beside = file.with_name(f"{file.name}.actual")
        expected = file.read_bytes().decode() if file.is_file() else None
        if self.update or expected == actual:
            beside.unlink(missing_ok=True)
            if expected != actual:
                _write(file, actual)
            return
        _write(beside, actual)
        pytest.fail(_words(file.relative_to(ROOT), expected, actual), pytrace=False)


def whole_suite(config: pytest.Config) -> bool:
    """Whether nothing was left out by name, mark, place or an earlier failure."""
    chosen = (config.option.keyword, config.option.markexpr, config.getoption("lf", default=False))
    return not any(chosen) and config.args == config.getini("testpaths")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def _words(name: Path, expected: str | None, actual: str) -> str:
    if expected is None:
        return f"{name} is not there; what came out is beside its place. Read it, then: make golden"
    lines = list(unified_diff(expected.splitlines(), actual.splitlines(), "expected", "actual", lineterm=""))
    if not lines:
        lines = ["(they differ in line ends only)"]
    more = [f"… {len(lines) - SHOWN} more lines"] if len(lines) > SHOWN else []
    head = f"{name} differs; what came out is in {name.name}.actual beside it. Meant so? make golden"
    return "\n".join([head, *lines[:SHOWN], *more])
