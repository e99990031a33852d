"""docs/ci.md and its Japanese twin: they tell the same, and what they show is so."""

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import environment, run
from tests.golden import ROOT
from tsukuba_pia.cli.checking import formats
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.words import hint_of, message_of

PAGES = {name: (ROOT / "docs" / f"ci{end}.md").read_text(encoding="utf-8") for name, end in (("en", ""), ("ja", ".ja"))}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"\s+#.*")
OTHERWISE = {"json", "console"}  # with words of the reader's language in them


def blocks(language: str) -> list[tuple[str, str]]:
    """What stands in boxes, by kind."""
    return BLOCK.findall(PAGES[language])


def commands(language: str) -> list[str]:
    """What the reader is to type, without remarks and quoted words."""
    lines = [line for kind, text in blocks(language) if kind == "console" for line in text.splitlines()]
    return [re.sub(r'"[^"]*"', '""', COMMENT.sub("", line)) for line in lines if line.startswith("$ ")]


def test_both_tell_the_same() -> None:
    """The same parts in the same order, the same commands, settings, codes, formats and fields."""
    ja, en = ([(len(mark), bool(words)) for mark, words in re.findall(r"^(#+) (.+)$", page, re.MULTILINE)]
              for page in (PAGES["ja"], PAGES["en"]))  # fmt: skip
    assert ja == en
    assert [kind for kind, _ in blocks("ja")] == [kind for kind, _ in blocks("en")]
    assert commands("ja") == commands("en")
    for pattern in (r"\bPIA\d{3}\b", r"PIA\dxx", r"(?<![\w-])--[a-z][a-z-]+", r"`[a-z_]+`", r"https?://[\w./-]+"):
        assert set(re.findall(pattern, PAGES["ja"])) == set(re.findall(pattern, PAGES["en"])), pattern
    for (kind, mine), (_, other) in zip(blocks("ja"), blocks("en"), strict=True):
        if kind not in OTHERWISE:
            assert COMMENT.sub("", mine) == COMMENT.sub("", other)


@pytest.mark.parametrize("language", PAGES)
def test_every_format_and_exit_code_is_told(language: str) -> None:
    """In the tables."""
    rows = re.findall(r"^\| (.+?) \|", PAGES[language], re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([a-z-]+)`", row)}
    assert set(formats()) <= named
    assert {"0", "1", "2", "3", "130"} <= set(rows)


@pytest.mark.parametrize("language", PAGES)
def test_the_findings_shown_are_as_they_are_told(language: str, tmp_path: Path) -> None:
    """Their fields, their words and the sum."""
    shown = json.loads(next(text for kind, text in blocks(language) if kind == "json"))
    folder = tmp_path / "assessments" / "robot"
    folder.mkdir(parents=True)
    (folder / "assessment.yaml").write_text("a: 1\n", encoding="utf-8")
    told = json.loads(run("check", folder, "--output-format", "json", "--lang", language).stdout)
    assert [key for key in told if key != "not_held"] == list(shown)
    assert list(told["summary"]) == list(shown["summary"])
    (one,) = shown["findings"]
    assert list(one) == list(told["findings"][0])[: len(one)]
    found = Diagnostic(one["file"], one["line"], one["column"], one["code"], {"evidence": "evidence/log.md"})
    assert (one["message"], one["hint"]) == (message_of(found, language), hint_of(found, language))


@pytest.mark.parametrize("language", PAGES)
def test_an_example_is_copied_as_it_is_told(language: str, tmp_path: Path) -> None:
    """Without its own city.yaml, which a city that begins need not agree with."""
    (line,) = re.findall(r"^\$ pia new .*", PAGES[language], re.MULTILINE)
    assert "city.yaml" in line
    for example in sorted((ROOT / "examples").glob("*/city.yaml")):
        room = tmp_path / example.parent.name
        run("init", room)
        (shutil.copytree(example.parent, room / "assessments" / "copied") / "city.yaml").unlink()
        found = json.loads(run("check", room, "--output-format", "json").stdout)["findings"]
        errors = {one["code"] for one in found if one["level"] == "error"}
        assert errors <= {"PIA623"}, "only the city's name is still to be written"


@pytest.mark.skipif(shutil.which("bash") is None, reason="the page is for a shell")
def test_the_first_commands_do_as_they_stand(tmp_path: Path) -> None:
    """From a repository that is not there to a branch that is pushed, with git as it comes."""
    pia, origin, home = tmp_path / "bin" / "pia", tmp_path / "origin.git", tmp_path / "home"
    for folder in (pia.parent, home):
        folder.mkdir()
    pia.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tsukuba_pia "$@"\n', encoding="utf-8")
    pia.chmod(0o755)
    lines = next(text for kind, text in blocks("en") if kind == "console").splitlines()[1:]  # the first installs
    typed = ["set -e", *(COMMENT.sub("", line.removeprefix("$ ")).replace("…", str(origin)) for line in lines)]
    around = environment(
        HOME=str(home), PATH=f"{pia.parent}:{os.environ['PATH']}", GIT_CONFIG_NOSYSTEM="1",
        GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@city.jp", GIT_COMMITTER_NAME="A", GIT_COMMITTER_EMAIL="a@city.jp",
    )  # fmt: skip
    subprocess.run(["git", "init", "-q", "--bare", str(origin)], env=around, check=True)  # noqa: S607
    done = subprocess.run(
        ["bash", "-c", "\n".join(typed)], cwd=tmp_path, env=around, capture_output=True, text=True, check=False,  # noqa: S607
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    told = subprocess.run(["git", "branch"], cwd=origin, env=around, capture_output=True, text=True, check=True).stdout  # noqa: S607
    assert set(told.split()) - {"*"} == {"main", "robot"}


def test_the_python_in_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """And prints what stands behind it."""
    monkeypatch.chdir(ROOT)
    text = "".join(text for kind, text in blocks("en") if kind == "python")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(text, "docs/ci.md", "exec"), {})  # noqa: S102 - our own page
    assert out.getvalue().splitlines() == re.findall(r"print\(.*\)  # (.*)", text)
