"""The register of a thousand assessments: the examples over and over, each time under another number and title."""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

import workspace  # type: ignore[import-not-found]  # beside this script

BIN = Path(sys.executable).parent
MANY = 1000


class City:
    """A workspace of so many assessments, and how long their register takes, over all processors."""

    def __init__(self, number: int = MANY) -> None:
        """Write them into a folder that goes when this does."""
        self._folder = tempfile.TemporaryDirectory()
        self.room, self.out = Path(self._folder.name, "city"), Path(self._folder.name, "out")
        self.room.mkdir()
        (self.room / "city.yaml").write_text("city: {ja: 例の市, en: Example City}\n", encoding="utf-8")
        examples = sorted(one.parent for one in (workspace.ROOT / "examples").glob("*/assessment.yaml"))
        for place in range(number):
            self._write(examples[place % len(examples)], place)

    def _write(self, example: Path, number: int) -> None:
        home = self.room / f"{example.name}-{number:04}"
        shutil.copytree(example, home, ignore=shutil.ignore_patterns("expected", "city.yaml", "approvals"))
        file = home / "assessment.yaml"
        text = re.sub(r"(?m)^(assessment: \S+)$", rf"\g<1>-{number:04}", file.read_text(encoding="utf-8"), count=1)
        file.write_text(re.sub(r"(?m)^(title: \{ja: )", rf"\g<1>{number}号 ", text, count=1), encoding="utf-8")

    def build(self) -> float:
        """Milliseconds of one `pia site`."""
        command = [BIN / "pia", "site", self.room, "--output", self.out, "--draft", "--as-of", workspace.DAY]
        begin = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        took = (time.perf_counter() - begin) * 1000
        if done.returncode:
            raise FileNotFoundError(f"pia site ended with {done.returncode}")
        return took


@cache
def city() -> City:
    """One for all rows."""
    return City()


def first(_: object) -> tuple[float, float]:
    """All pages of all assessments, in both languages."""
    return city().build(), 0.0


def again(_: object) -> tuple[float, float]:
    """Where nothing has changed since; the best of three."""
    return min(city().build() for _ in range(3)), 0.0
