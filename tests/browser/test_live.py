"""`pia render --watch` in a real browser: the page follows the file, and stays where somebody reads."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.harness import HERE, chromium
from tests.browser.markup import faults
from tests.cli.terminal import environment, heed_interrupts
from tests.golden import ROOT
from tsukuba_pia.export.live import page_around
from tsukuba_pia.model.text import LANGUAGES

pytestmark = pytest.mark.browser
ROBOT = (ROOT / "examples" / "sidewalk-robot" / "assessment.yaml").read_text(encoding="utf-8")
TITLE = "  en: Sidewalk delivery robot (north district)\n"
ABOVE = "Ordered by telephone or app, goods"  # stands above the risks
LOADED = 'document.querySelectorAll("iframe").length === 1 && document.querySelector("iframe.now")'
PLACE = "risks"


@contextmanager
def watching(file: Path, *more: str) -> Iterator["subprocess.Popen[str]"]:
    """Somebody watches it; the address of its page is the first line of what it says."""
    command = [sys.executable, "-m", "tsukuba_pia", "render", str(file), "--watch", "--as-of", "2026-12-01", *more]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), encoding="utf-8",
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - no threads here
    ) as running:  # fmt: skip
        try:
            yield running
        finally:
            running.kill()


def seen(
    running: "subprocess.Popen[str]", file: Path, steps: list[dict[str, Any]], picture: str = ""
) -> dict[str, Any]:
    """What somebody at a browser saw."""
    assert running.stdout is not None
    address = running.stdout.readline().strip()
    job: dict[str, Any] = {"browser": chromium(), "address": address, "watching": running.pid, "place": PLACE}
    job |= {"file": str(file), "steps": steps, "screenshot": picture}
    command = ["node", str(HERE / "live.mjs")]
    done = subprocess.run(
        command, input=json.dumps(job), capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found | {"address": address}


def titled(title: str, text: str = ROBOT) -> str:
    """The robot, called otherwise."""
    assert TITLE in text
    return text.replace(TITLE, f"  en: {json.dumps(title)}\n", 1)


def has_title(part: str) -> str:
    """The new page is there."""
    return f'{LOADED} && document.querySelector("iframe.now").contentDocument.title.includes({json.dumps(part)})'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The robot's, to be written in."""
    return shutil.copytree(ROOT / "examples" / "sidewalk-robot", tmp_path / "robot") / "assessment.yaml"


def test_the_page_follows_the_file(file: Path) -> None:
    """It stays where it was read, also where more stands above; broken, the last good one stays with what is wrong."""
    longer = titled("Another robot", ROBOT.replace(ABOVE, "And more. " * 300 + ABOVE, 1))
    wrong = titled("Never seen") + '\n"<img src=x onerror=alert(1)>": "<b>x</b>"\n'
    hostile = titled("</title><script>alert(2)</script><img src=x onerror=alert(3)>")
    with watching(file) as running:
        found = seen(running, file, [
            {"do": "look", "until": LOADED},
            {"do": "scroll"},
            {"do": "write", "text": longer, "until": has_title("Another robot")},
            {"do": "write", "text": wrong, "until": 'document.querySelector("#wrong li")'},
            {"do": "axe"},
            {"do": "look", "width": 320},
            {"do": "write", "text": hostile, "until": has_title("<script>")},
        ], os.environ.get("LIVE_PICTURE", ""))  # fmt: skip
    first, read, after, broken, axe, phone, last = found["steps"]
    assert first["frames"] == 1
    assert any("PIA501" in one for one in first["before"])
    assert read["scrolled"] > 1000
    assert abs(after["top"] - read["top"]) <= 1  # parts of a pixel
    assert after["open"] == read["open"]
    assert (read["lived"], after["lived"]) == ("the same", "")
    assert "PIA1" in broken["wrong"][0]
    assert "<img src=x onerror=alert(1)>" in broken["wrong"][0]
    assert broken["title"] == after["title"]
    assert (axe["violations"], axe["passes"] > 5) == ([], True)
    assert phone["wide"] <= 0
    assert last["wrong"] == []
    assert "<script>" in last["title"]
    assert (found["dialogs"], found["console"]) == ([], [])
    assert [one for one in found["requests"] if not one.startswith((found["address"], "data:"))] == []
    assert sum("/page?" in one for one in found["requests"]) == 3


def test_the_end_is_told(file: Path) -> None:
    """A page that nobody makes anew says so, and is still there."""
    with watching(file, "--lang", "ja") as running:
        found = seen(running, file, [
            {"do": "look", "until": LOADED},
            {"do": "end", "until": '!document.getElementById("ended").hidden'},
        ])  # fmt: skip
        assert running.wait(10) == 0
        assert running.stderr is not None
        assert "終わりました。ファイルは書き出していません。" in running.stderr.read()
    assert [(one["ended"], one["frames"]) for one in found["steps"]] == [(False, 1), (True, 1)]
    assert not (file.parent / "reports").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_around_is_sound(language: str, tmp_path: Path) -> None:
    """As HTML, whatever the folder is called."""
    place = tmp_path / "around.html"
    place.write_text(page_around(language, "</title><script>alert(1)</script> & co", "abc"), encoding="utf-8")
    assert faults([place]) == []
    assert place.read_text(encoding="utf-8").count("<script") == 1
