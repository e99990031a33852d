"""Evidence that lies there and shows nothing: copies, placeholders, the assessment by another name."""

import re
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.golden import ROOT
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.words import message_of
from tsukuba_pia.work.opening import open_assessment

AS_OF = "2026-11-28"
Write = Callable[[Path, int], str | bytes]


def found(folder: Path, write: Write | None, name: str = "n{}.md") -> list[Diagnostic]:
    """What the rules say of an example whose safeguards each list a file of their own, with what is written to it."""
    shutil.copytree(ROOT / "examples/sidewalk-robot", folder)
    file = folder / "assessment.yaml"
    numbers = count()

    def own(_: re.Match[str]) -> str:
        number = next(numbers)
        listed = f"evidence/{name.format(number)}"
        if write is not None:
            content = write(file, number)
            (folder / listed).write_bytes(content if isinstance(content, bytes) else content.encode())
        return f"evidence: [{listed}]"

    file.write_text(re.sub(r"evidence: \[[^]]*\]", own, file.read_text(encoding="utf-8")), encoding="utf-8")
    opened = open_assessment(file, AS_OF, stage="approval")
    return [one for one in opened.diagnostics if one.code in ("PIA410", "PIA411", "PIA436", "PIA437")]


def test_each_its_own(tmp_path: Path) -> None:
    """Nothing is said of files that each say something else."""
    assert found(tmp_path / "a", lambda _, number: f"試験の記録 {number}\n") == []


def test_copies_are_one(tmp_path: Path) -> None:
    """One document under many names."""
    told = found(tmp_path / "a", lambda *_: "契約書の写し\n")
    assert {one.code for one in told} == {"PIA436"}
    assert len(told) > 9
    number = len(told)
    assert message_of(told[0], "en") == (
        f"“evidence/n0.md” is all the evidence for {number} safeguards: the same file by {number} names."
    )


def test_one_name_is_said_as_before(tmp_path: Path) -> None:
    """Where nothing was copied, no word of copies."""
    told = found(tmp_path / "a", lambda *_: "契約書の写し\n", name="all.md")
    assert {one.code for one in told} == {"PIA436"}
    assert message_of(told[0], "ja") == f"{len(told)}個の対策の根拠が「evidence/all.md」だけです。"


@pytest.mark.parametrize("more", ["", "\n# 写し\n"])
def test_the_assessment_copied(more: str, tmp_path: Path) -> None:
    """Byte by byte, or with words of its own at the end."""
    told = found(tmp_path / "a", lambda file, number: file.read_text(encoding="utf-8") + more * number)
    assert "PIA437" in {one.code for one in told}
    assert {one.level for one in told if one.code == "PIA437"} == {"error"}


def test_a_placeholder_counts_as_missing(tmp_path: Path) -> None:
    """Told, and scored as if nothing lay there."""
    nothing = found(tmp_path / "a", None)
    later = found(tmp_path / "b", lambda *_: "TODO\n")
    assert [(one.code, one.line) for one in later] == [(one.code, one.line) for one in nothing]
    assert {one.code for one in later} == {"PIA410"}
    levels = [open_assessment(tmp_path / name, AS_OF).score().current for name in "ab"]
    assert levels[0] == levels[1]
