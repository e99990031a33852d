"""`pia score --watch` at a terminal: drawn at each save, whatever an editor does to the file."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, run
from tests.work.asked import room
from tests.work.desk import ASSESSMENT, DAY, workspace
from tests.work.test_commenting import put_it
from tsukuba_pia.fold import width
from tsukuba_pia.work.opening import state_now
from tsukuba_pia.work.watching import again, begin, state_of

SAFE = ASSESSMENT + "  k_level: counts\n  k_people: 5\n  k_masking: absent\n  k_sold: no\n"
RISKY = SAFE.replace("counts", "per_person")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment at a low level."""
    return workspace(tmp_path, SAFE)


def watching(file: Path, *more: str) -> Terminal:
    """Somebody watches it."""
    return Terminal("score", file, "--watch", "--as-of", DAY, *more, NO_COLOR="1")


def by_rename(file: Path, text: str) -> None:
    """As many editors save."""
    other = file.with_name("other")
    other.write_text(text, encoding="utf-8")
    other.replace(file)


def in_two_steps(file: Path, text: str) -> None:
    """Emptied first, then written: for a moment half a file lies there."""
    file.write_text("", encoding="utf-8")
    time.sleep(0.1)
    file.write_text(text, encoding="utf-8")


def in_two_steps_fast(file: Path, text: str) -> None:
    """The same, as fast as it goes."""
    file.write_text("", encoding="utf-8")
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("save", [lambda file, text: file.write_text(text, encoding="utf-8"), by_rename, in_two_steps])
def test_it_draws_at_each_save_and_says_what_moved(file: Path, save: object) -> None:
    """And ends quietly with Ctrl-C, the screen as it was."""
    assert callable(save)
    screen = watching(file)
    screen.see("\x1b[?1049h", "Now: [#-] Low")
    save(file, RISKY)
    screen.see("* The whole: Now Low -> High", "Now: [##] High")
    save(file, SAFE)
    screen.see("* The whole: Now High -> Low", "Now: [#-] Low")
    screen.interrupt()
    screen.see("\x1b[?1049l")
    assert screen.end() == 0


def test_a_broken_file_keeps_the_last_good_picture(file: Path) -> None:
    """With what is wrong above it: place, words and the way out; then it goes on."""
    screen = watching(file)
    screen.see("Now: [#-] Low")
    file.write_text(SAFE + "  k_kinds: [\n", encoding="utf-8")
    screen.see("! ", "assessment.yaml:", "PIA", "-> ", "cannot be scored as it is now", "Now: [#-] Low")
    file.write_text(RISKY, encoding="utf-8")
    screen.see("Now: [##] High")
    file.unlink()
    screen.see("PIA001", "Now: [##] High")
    file.write_text(SAFE, encoding="utf-8")
    screen.see("Now: [#-] Low")
    screen.interrupt()
    assert screen.end() == 0


def test_a_file_that_cannot_be_scored_yet(file: Path) -> None:
    """Is waited for."""
    file.write_text("assessment: [\n", encoding="utf-8")
    screen = watching(file)
    screen.see("cannot be scored yet")
    file.write_text(SAFE, encoding="utf-8")
    screen.see("Now: [#-] Low")
    screen.interrupt()
    assert screen.end() == 0


def test_what_it_rests_on_is_watched_too(file: Path) -> None:
    """Evidence that appears, and a bank that somebody edits."""
    text = SAFE.replace("k_masking: absent", "k_masking: {answer: implemented, owner: 課, evidence: [evidence/a.md]}")
    file.write_text(text.replace("counts", "per_person"), encoding="utf-8")
    screen = watching(file)
    screen.see("Now: [##] High")
    (file.parent / "evidence").mkdir()
    (file.parent / "evidence" / "a.md").write_text("x", encoding="utf-8")
    screen.see("Now: [#-] Low")
    bank = next(file.parents[2].glob("questionnaires/*/*.yaml"))
    bank.write_text(bank.read_text("utf-8").replace("significant: [low, high]", "significant: [high, high]"), "utf-8")
    screen.see("Now: [##] High")
    screen.interrupt()
    assert screen.end() == 0


def test_big_and_for_guests(file: Path) -> None:
    """The same screen, few things on it; in Japanese too."""
    screen = watching(file, "--big", "--redacted", "--lang", "ja")
    screen.see("(来場者向け) 案内端末", "低　い", "[####")
    by_rename(file, RISKY)
    screen.see("高　い", f"[{'#' * 78}]")
    screen.interrupt()
    assert screen.end() == 0


def test_a_smaller_window(file: Path) -> None:
    """Drawn anew, and what does not fit is counted."""
    screen = watching(file)
    screen.see("Now: [#-] Low")
    screen.child.setwinsize(10, 60)
    screen.see("more lines (space")
    screen.interrupt()
    assert screen.end() == 0


@pytest.mark.parametrize("title", ['"\\e[2J端末"', '"\\u202e端末"', "'[bold red]端末[/] <b>'"])
def test_hostile_text_moves_no_cursor(file: Path, title: str) -> None:
    """What a file says is text, whether it can be scored or not."""
    file.write_text(SAFE.replace("title: 案内端末", f"title: {title}"), encoding="utf-8")
    screen = watching(file)
    screen.see("\x1b[H")
    time.sleep(0.3)
    screen.interrupt()
    assert screen.end() == 0
    drawn = str(screen.child.before)
    assert "\x1b[2J" not in drawn
    assert "\u202e" not in drawn
    assert "bold" not in title or "[bold red]端末[/] <b>" in drawn


def test_without_a_terminal(file: Path) -> None:
    """It says what to do instead."""
    done = run("score", file, "--watch")
    assert (done.returncode, "needs a terminal" in done.stderr) == (2, True)


def test_a_comment_window_is_seen(tmp_path: Path) -> None:
    """It changes the state, and lies in a file of its own."""
    file = room(tmp_path)
    before = begin(file, DAY)
    seen = state_of(before)
    put_it(file)
    assert state_of(before) != seen
    now = again(before, DAY)
    assert now.windows == begin(file, DAY).windows
    assert state_now(now, now.score()) == "comment"


def test_opening_again_is_as_opening(file: Path) -> None:
    """What is taken from before makes no difference, whatever changed."""
    before = begin(file, DAY)
    for text in (RISKY, SAFE, SAFE.replace("k_sold: no", "k_sold: perhaps"), "broken: [", SAFE):
        file.write_text(text, encoding="utf-8")
        os.utime(file)
        now, fresh = again(before, DAY), begin(file, DAY)
        assert now.diagnostics == fresh.diagnostics
        assert now.usable == fresh.usable
        if now.usable:
            assert now.score() == fresh.score()
            before = now
    assert state_of(before) == state_of(begin(file, DAY))


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 12), (120, 50), (20, 5)])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_big_fits_the_screen(file: Path, columns: int, rows: int, language: str) -> None:
    """Whatever the projector: no line is longer, no row is lost, the level comes first."""
    told = run("score", file, "--big", "--lang", language, COLUMNS=str(columns), LINES=str(rows)).stdout
    lines = told.rstrip("\n").split("\n")
    assert len(lines) < rows
    assert all(width(one) <= columns for one in lines)
    assert "[##" in told
    joined = "".join(told.split())
    assert ("現在低い" if language == "ja" else "NowLow") in joined.replace(":", "").replace("　", "")


@pytest.mark.parametrize("columns", [40, 80])
def test_big_of_one_risk(file: Path, columns: int) -> None:
    """Its own levels and what moves it."""
    file.write_text(RISKY, encoding="utf-8")
    told = run("score", file, "--big", "--risk", "k_leak", COLUMNS=str(columns), LINES="24").stdout
    assert told.startswith("Leak\n")
    assert "H i g h" in told
    assert "+ It is per person." in told


def test_big_names_the_first_questions(file: Path) -> None:
    """What is open, in the order in which to answer."""
    file.write_text(SAFE.replace("k_level: counts", "k_level: unknown"), encoding="utf-8")
    told = run("score", file, "--big", COLUMNS="80", LINES="24").stdout
    assert "answer these first: " in told
    assert told.index("answer these first") < told.index("At which level?")


@pytest.mark.parametrize("more", [
    ["--watch", "--json"], ["--watch", "--fail-on", "low"], ["--watch", "--advise"], ["--watch", "--unknowns"],
    ["--big", "--json"], ["--big", "--what-if", "k_sold=no"], ["--big", "--unknowns"],
])  # fmt: skip
def test_what_would_be_left_out_is_refused(file: Path, more: list[str]) -> None:
    """Rather than silently."""
    done = run("score", file, *more)
    assert (done.returncode, done.stdout, "does not go with" in done.stderr) == (2, "", True)


def test_a_risk_that_there_is_not(file: Path) -> None:
    """Is told before the screen is taken."""
    screen = watching(file, "--risk", "k_lek")
    screen.see("k_leak")
    assert screen.end() == 2
    assert "\x1b[?1049h" not in str(screen.child.before)


def test_pages_of_what_is_longer_than_the_screen(file: Path) -> None:
    """A key turns on, another back, and q ends."""
    screen = watching(file)
    screen.see("Now: [#-] Low")
    screen.child.setwinsize(12, 60)
    screen.see("more lines (space")
    screen.child.send(" " * 20)
    screen.see("The end (b: back")
    screen.child.send("b" * 20)
    screen.see("Now: [#-] Low")
    screen.child.send("q")
    screen.see("\x1b[?1049l")
    assert screen.end() == 0


def test_a_program_that_is_ended_gives_the_screen_back(file: Path) -> None:
    """Also when it is not the person who ends it."""
    screen = watching(file)
    screen.see("Now: [#-] Low")
    screen.child.kill(signal.SIGTERM)
    screen.see("\x1b[?25h\x1b[?1049l")
    assert screen.end() == 128 + signal.SIGTERM


def test_a_save_of_the_same_length_and_date(file: Path) -> None:
    """As on drives that know whole seconds only: what stands in it is looked at, too."""
    screen = watching(file)
    screen.see("Now: [#-] Low")
    before = file.stat()
    with file.open("r+", encoding="utf-8") as stream:  # in place: it is not another file either
        stream.write(SAFE.replace("k_people: 5\n", "k_people: 9\n").replace("k_sold: no\n", "k_sold: {}\n"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    screen.see("NOT DECIDED")
    screen.interrupt()
    assert screen.end() == 0


@pytest.mark.parametrize("seed", range(3))
def test_the_last_of_many_saves_is_drawn(file: Path, seed: int) -> None:
    """However they fall between two looks."""
    screen = watching(file)
    screen.see("Now: [#-] Low")
    dice = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(40):
        dice.choice((by_rename, in_two_steps_fast))(file, dice.choice((SAFE, RISKY, "x: [")))
        time.sleep(dice.random() / 50)
    by_rename(file, RISKY)
    screen.see("Now: [##] High")
    time.sleep(0.3)
    file.write_text(SAFE, encoding="utf-8")
    screen.see("Now High -> Low", "Now: [#-] Low")
    screen.interrupt()
    assert screen.end() == 0


def test_guests_read_no_word_of_a_broken_file(file: Path) -> None:
    """A message repeats what stands there; before guests it does not."""
    broken = SAFE.replace("k_people: 5", "k_people: 5\n  k_since: {answer: 2027-01-01, CANARY: CANARY}")
    screen = watching(file, "--redacted")
    screen.see("Now: [#-] Low")
    file.write_text(broken, encoding="utf-8")
    screen.see("! assessment.yaml:", "cannot be scored as it is now")
    screen.interrupt()
    assert screen.end() == 0
    assert "CANARY" in run("score", file).stderr
    told = run("score", file, "--redacted")
    assert told.returncode == 2
    assert "CANARY" not in told.stderr + told.stdout
