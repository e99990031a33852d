"""`pia score --watch`: the score on a screen while somebody edits the file; drawn again at each save.

While the file cannot be read, the last good picture stays, with what is wrong above it. What has moved since the save
before is told in words. Ctrl-C ends it.
"""

import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from tsukuba_pia.cli import context
from tsukuba_pia.cli.big_view import big_lines
from tsukuba_pia.cli.score_view import Room, ScoreView
from tsukuba_pia.cli.shown import Shown, shown
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.fold import fold
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.load.assessment import file_of
from tsukuba_pia.model.result import NONE
from tsukuba_pia.model.text import printable
from tsukuba_pia.model.text import words as in_words
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.watching import again, begin, state_of

PAUSE = 0.05  # seconds between two looks: a save is seen within them
OPEN, CLOSE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"  # a screen of its own, without a cursor
HOME, REST_OF_LINE, REST_OF_SCREEN = "\x1b[H", "\x1b[K", "\x1b[J"
MOVES = 4  # lines of what moved
FINDINGS = 2  # findings that are shown while the file cannot be read


@dataclass
class Picture:
    """What the screen shows: the last score that could be worked out, and what is wrong since."""

    room: Shown
    moved: Sequence[str] = ()
    wrong: Sequence[Diagnostic] = ()
    since: str = ""  # when the last good picture was drawn


def run(file: str, *, risk: str | None, guests: bool, big: bool, as_of: str | None) -> int:
    """Watch until Ctrl-C."""
    if not sys.stdout.isatty():
        raise Problem("watch_without_terminal")
    place = file_of(Path(file))
    if not place.exists():
        raise Problem("no_file", path=file)
    watch = Watch(place, risk=risk, guests=guests, big=big, as_of=as_of)
    sys.stdout.write(OPEN)
    try:
        watch.until_interrupted()
    except KeyboardInterrupt:
        return 0
    finally:
        sys.stdout.write(CLOSE)
        sys.stdout.flush()
    return 0


class Watch:
    """One file on one screen."""

    def __init__(self, place: Path, *, risk: str | None, guests: bool, big: bool, as_of: str | None) -> None:
        """Take what is shown; without `as_of` the day is the clock's, also past midnight."""
        self.place, self.risk, self.guests, self.big, self.as_of = place, risk, guests, big, as_of
        self.words: Mapping[str, Any] = labels(context.language())["watch"]
        self.opened: Opened = begin(place, self._day())
        self.picture: Picture | None = None
        self.drawn: tuple[object, ...] = ()

    def _day(self) -> str:
        return context.day(self.as_of) if self.as_of else context.today()

    def until_interrupted(self) -> None:
        """Look, and draw where anything is not as it was drawn."""
        self.take(self.opened)
        while True:
            now = (state_of(self.opened), self._day(), shutil.get_terminal_size())
            if now != self.drawn:
                if self.drawn and now[:2] != self.drawn[:2]:
                    self.take(again(self.opened, self._day()))
                self.draw()
                self.drawn = (state_of(self.opened), self._day(), shutil.get_terminal_size())
                if self.drawn[0] != now[0]:
                    self.drawn = ()  # it was saved again while we drew
                    self.take(again(self.opened, self._day()))
            time.sleep(PAUSE)

    def take(self, opened: Opened) -> None:
        """A new state of the file: a new picture, or what keeps it from being one beside the old."""
        if not opened.usable:
            if self.picture is not None:  # what was opened last still says which files are looked at
                self.picture.wrong = _errors(opened)
            else:
                self.opened = opened
            return
        room = shown(opened, guests=self.guests)
        moved = tuple(_moved(self.picture.room, room)) if self.picture is not None else ()
        self.opened = opened
        self.picture = Picture(room, moved, since=time.strftime("%H:%M:%S"))

    def draw(self) -> None:
        """Put the picture on the screen: line by line over the old one, so that nothing flickers."""
        sys.stdout.write(self.screen(*shutil.get_terminal_size()))
        sys.stdout.flush()

    def screen(self, columns: int, rows: int) -> str:
        """What is written to a terminal of this size."""
        lines = list(self._lines(columns, rows))[: rows - 1]
        return HOME + "".join(f"{line}{REST_OF_LINE}\n" for line in lines) + REST_OF_SCREEN

    def _lines(self, columns: int, rows: int) -> Iterator[str]:
        head = [line for text in self._head() for line in fold(printable(text), columns, "", "  ")]
        yield from head
        if self.picture is None:
            return
        left = rows - 1 - len(head)
        body = self._body(columns, left)
        if len(body) <= left:
            yield from body
            return
        yield from body[: left - 1]
        yield printable(self.words["cut"].format(n=len(body) - left + 1, path=self.place))

    def _head(self) -> Iterator[str]:
        """What is wrong, what moved, or that it waits."""
        picture = self.picture
        wrong = (
            picture.wrong if picture is not None else [one for one in self.opened.diagnostics if one.level == "error"]
        )
        language = context.language()
        for one in wrong[:FINDINGS]:
            yield f"! {Path(one.file).name}:{one.line}:{one.column}: {one.code} {message_of(one, language)}"
            yield f"  -> {hint_of(one, language)}"
        if wrong:
            more = len(wrong) - FINDINGS
            key = "old" if picture is not None else "nothing_yet"
            yield self.words[key].format(since=picture.since if picture else "", n=max(0, more))
            return
        if picture is not None:
            yield self.words["as_of"].format(since=picture.since)
            yield from picture.moved[:MOVES]
            if len(picture.moved) > MOVES:
                yield self.words["more_moved"].format(n=len(picture.moved) - MOVES)

    def _body(self, columns: int, rows: int) -> list[str]:
        picture = self.picture
        assert picture is not None  # noqa: S101 - the caller looked
        if self.big:
            return list(big_lines(picture.room, columns, rows + 1))
        out = StringIO()
        console = Room(
            file=out, width=columns, highlight=False, markup=False, emoji=False, soft_wrap=False,
            no_color=not context.colour(), force_terminal=context.colour() or None,
        )  # fmt: skip
        view = ScoreView(picture.room, console, context.language())
        risk = picture.room.result.risks.get(self.risk) if self.risk else None
        view.one(risk) if risk is not None else view.overview()
        return out.getvalue().rstrip("\n").split("\n")


def _errors(opened: Opened) -> tuple[Diagnostic, ...]:
    return tuple(one for one in opened.diagnostics if one.level == "error")


def _moved(before: Shown, now: Shown) -> Iterator[str]:
    """What is otherwise than at the save before, in words: the whole, risks, red lines."""
    words: Mapping[str, Any] = labels(context.language())["watch"]
    questionnaire = now.opened.questionnaire
    assert questionnaire is not None  # noqa: S101 - usable
    language = context.language()
    labelled = {one.id: in_words(one.label, language) for one in questionnaire.method.levels}

    def level(name: str) -> str:
        return str(labels(language)["score"]["none"]) if name == NONE else labelled.get(name, name)

    def move(title: str, one: Any, other: Any) -> Iterator[str]:  # noqa: ANN401 - anything with levels
        for moment in ("current", "target"):
            old, new = getattr(one, moment).worst, getattr(other, moment).worst
            if old != new:
                at = labels(language)["score"][moment]
                yield words["moved"].format(title=title, moment=at, before=level(old), after=level(new))

    yield from move(words["whole"], before.result, now.result)
    for name, line in now.result.red_lines.items():
        old_line = before.result.red_lines.get(name)
        if old_line is not None and old_line.state != line.state:
            text = in_words(questionnaire.red_lines[name].red_line.text, language)
            yield words[f"line_{line.state}"].format(text=text)
    for name, risk in now.result.risks.items():
        if name in before.result.risks:
            yield from move(in_words(questionnaire.risks[name].risk.title, language), before.result.risks[name], risk)
