"""What two other readers of HTML say of a page: the W3C's checker (vnu) and html-validate."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.browser.harness import HERE, PATIENCE

CHECKER = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # it runs for seconds: to compile it better costs more


def faults(pages: Sequence[Path]) -> list[str]:
    """All that either finds, each in one line; a skip where one is not there, or with PIA_REQUIRE_BROWSER a failure."""
    return [*_vnu(pages), *_html_validate(pages)]


def _vnu(pages: Sequence[Path]) -> list[str]:
    java = shutil.which("java")
    if java is None or not CHECKER.is_file():
        lacking = "no Java or no vnu: on Debian `sudo apt install default-jre-headless`, then `make setup`"
        (pytest.fail if os.environ.get("PIA_REQUIRE_BROWSER") else pytest.skip)(lacking)
    command = [java, *QUICK, "-Xss4m", "-jar", str(CHECKER), "--format", "gnu", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False)
    said = done.stderr.splitlines()
    assert done.returncode == 0 or said, "vnu did not run"
    return [line[:400] for line in said]


def _html_validate(pages: Sequence[Path]) -> list[str]:
    command = ["node", str(HERE / "markup.mjs")]
    asked = json.dumps([str(page) for page in pages])
    done = subprocess.run(
        command, input=asked, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False, cwd=HERE
    )
    assert done.returncode == 0, done.stderr
    return [line[:400] for line in done.stdout.splitlines()]
