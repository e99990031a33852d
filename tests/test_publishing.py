"""docs/publishing.md is walked as it is written, in both languages: each command says what the page shows."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.golden import ROOT

PAGES = {"en": ROOT / "docs" / "publishing.md", "ja": ROOT / "docs" / "publishing.ja.md"}
EXAMPLE = "bus-od-data"
STEP = re.compile(
    r"^<!-- (?:on (?P<day>[\d-]+)(?:, ends with (?P<code>\d))?|written below `(?P<place>[^`]+)`"
    r"|written in `(?P<file>[^`]+)`) -->\n"
    r"```(?:console|yaml)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
pytestmark = pytest.mark.slow


class Command(NamedTuple):
    """A line that is typed, what is shown below it, and how the last of a box ends."""

    words: list[str]
    shown: list[str]
    code: int


def commands(text: str, last_code: int) -> Iterator[Command]:
    """The commands of a box."""
    boxes = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    for number, box in enumerate(boxes, 1):
        typed, *shown = box.splitlines()
        yield Command(shlex.split(typed), shown, last_code if number == len(boxes) else 0)


def say(words: list[str], workspace: Path, language: str, day: str) -> subprocess.CompletedProcess[str]:
    """What a command says there on a day, to a person: in CI nothing may be put to comment."""
    kept = {name: value for name, value in os.environ.items() if name not in {"CI", "GITHUB_ACTIONS"}}
    surroundings = {**kept, "PIA_TODAY": day, "PIA_LANG": language, "COLUMNS": "80"}
    program = Path(sys.executable).with_name("pia")
    return subprocess.run(
        [program, *words], cwd=workspace, env=surroundings, capture_output=True, encoding="utf-8", check=False
    )


def follow(one: Command, workspace: Path, language: str, day: str) -> None:
    """The lines shown are those said, one after the other; `…` stands for any number of them."""
    assert one.words[0] == "pia"
    done = say(one.words[1:], workspace, language, day)
    lines = (done.stdout + done.stderr).splitlines()
    said = [line for line in lines if "PIA_TODAY" not in line]  # a reader's own day is not set
    assert done.returncode == one.code, said
    at = 0
    for line, before in zip(one.shown, ["", *one.shown], strict=False):
        if line in ("", "…"):
            continue
        assert line in said[at:], (line, said[at:])
        place = said.index(line, at)
        assert place == at or before in ("", "…"), (said[at:place], "is not shown")
        at = place + 1
    assert at == len(said) or one.shown[-1:] in (["…"], [""]), (said[at:], "is not shown")


def written(file: Path, text: str) -> None:
    """Each key of a box in the place of what the file says of it, also where that is commented out."""
    said = file.read_text(encoding="utf-8")
    for key in re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]:
        there = re.compile(rf"^#?{key.partition(':')[0]}:.*\n(?:#?  .*\n)*", re.MULTILINE)
        assert there.search(said), key
        said = there.sub(key.replace("\\", r"\\"), said, count=1)
    file.write_text(said, encoding="utf-8")


@pytest.mark.parametrize("language", PAGES)
def test_the_way_is_as_it_is_told(language: str, tmp_path: Path) -> None:
    """From the draft to the next version, in a workspace of its own."""
    assert say(["init", "."], tmp_path, language, "2026-12-01").returncode == 0
    source, target = ROOT / "examples" / EXAMPLE, tmp_path / "assessments" / EXAMPLE
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("expected"))
    file = target / "assessment.yaml"
    steps = list(STEP.finditer(PAGES[language].read_text(encoding="utf-8")))
    assert len(steps) > 6
    for step in steps:
        if step["file"]:
            written(tmp_path / step["file"], step["text"])
            continue
        if step["place"]:
            head, found, rest = file.read_text(encoding="utf-8").partition(f"- {step['place']}\n")
            window, blank, after = rest.partition("\n\n")
            file.write_text(f"{head}{found}{window}\n{step['text'].rstrip()}{blank}{after}", encoding="utf-8")
            continue
        for one in commands(step["text"], int(step["code"] or 0)):
            follow(one, tmp_path, language, step["day"])


def test_both_pages_take_the_same_steps() -> None:
    """Each box of one language stands in the other; no box is without its day."""
    taken = {}
    for language, page in PAGES.items():
        text = page.read_text(encoding="utf-8")
        steps = list(STEP.finditer(text))
        assert len(steps) == text.count("```console") + text.count("```yaml")
        taken[language] = [
            (step["day"], step["code"], [one.words[:3] for one in commands(step["text"], 0)]) for step in steps
        ]
    assert taken["ja"] == taken["en"]
