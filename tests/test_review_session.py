"""docs/review-meeting.md keeps up: its session is held again, and what it shows is what the commands say today."""

import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.golden import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")]


def load() -> ModuleType:
    """The script that holds the session; tools/ is no package."""
    spec = importlib.util.spec_from_file_location("review_session", ROOT / "tools" / "review_session.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


review_session = load()


@pytest.mark.parametrize("language", review_session.LANGUAGES)
def test_the_page_shows_what_the_commands_say(language: str, tmp_path: Path) -> None:
    """Block by block; `make review-session` writes them anew. The recording shows the same as the page."""
    session = review_session.played(language, tmp_path)
    page = review_session.PAGES[language]
    text = page.read_text(encoding="utf-8")
    assert review_session.woven(text, session.shown) == text
    assert everything(page.with_suffix(".cast")) == everything_shown(session.recording.events)


def everything(cast: Path) -> list[str]:
    """What a viewer of a recording has seen at its end."""
    events = [json.loads(line) for line in cast.read_text(encoding="utf-8").splitlines()[1:]]
    return everything_shown([(moment, text) for moment, _, text in events])


def everything_shown(events: list[tuple[float, str]]) -> list[str]:
    """All lines that went by."""
    lines: list[str] = review_session.screen_lines("".join(text for _, text in events))
    return lines


def test_both_pages_show_the_same_steps() -> None:
    """A block in one language is a block in the other, and no block is written by hand."""
    steps = {}
    for language, page in review_session.PAGES.items():
        text = page.read_text(encoding="utf-8")
        steps[language] = [found[2] for found in review_session.BLOCK.finditer(text)]
        assert len(steps[language]) == text.count("```console")
    assert steps["ja"] == steps["en"]


LINES = ["$ pia x", "one", "two", "three", "two", "end"]


@pytest.mark.parametrize(
    ("cuts", "kept"),
    [
        ([], LINES),
        ([("pia x", "2")], ["$ pia x", "one", "…"]),
        ([("two", "1"), ("two", "2")], ["…", "two", "…", "two", "end"]),
        ([("pia x", "6")], LINES),
        ([("pia x", "2"), ("two", "4")], LINES),
    ],
)
def test_what_is_left_out_is_marked(cuts: list[tuple[str, str]], kept: list[str]) -> None:
    """Before, between and after, and only there."""
    assert review_session.part(LINES, cuts) == kept


def test_a_line_that_is_gone_is_told() -> None:
    """A page cannot keep showing what is not said any more."""
    with pytest.raises(SystemExit, match="three"):
        review_session.part(LINES, [("end", "1"), ("three", "1")])


def test_menus_that_went_away_are_not_shown() -> None:
    """A terminal's memory: what was erased is gone, what scrolled by is kept, wide characters take two cells."""
    menu = "question\r\n  a) 一つ目\r\n\x1b[2A\x1b[J? question 一つ目\r\n"
    many = "".join(f"{number}\r\n" for number in range(100))
    assert review_session.screen_lines(menu + many) == ["? question 一つ目", *map(str, range(100))]
