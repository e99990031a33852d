"""`pia score --watch`: the score on a screen while somebody edits the file; drawn again at each save.

While the file cannot be read, the last good picture stays, with what is wrong above it. What has moved since the save
before is told in words. Ctrl-C or q ends it.
"""

import gc
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
from tsukuba_pia.cli.findings import wordless
from tsukuba_pia.cli.looking import PAUSE, Look, Looking
from tsukuba_pia.cli.score_view import Room, ScoreView
from tsukuba_pia.cli.scoring import chosen
from tsukuba_pia.cli.screen import own_screen, pressed, put
from tsukuba_pia.cli.shown import Shown, shown
from tsukuba_pia.fold import fold
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.load.assessment import file_of
from tsukuba_pia.model.result import NONE
from tsukuba_pia.model.text import printable
from tsukuba_pia.model.text import words as in_words
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.opening import Opened

HOME, REST_OF_LINE, REST_OF_SCREEN = "\x1b[H", "\x1b[K", "\x1b[J"
MOVES = 4  # lines of what moved
FINDINGS = 2  # findings that are shown while the file cannot be read
ON, BACK, LEAVE = (" ", "j", "\x1b[B", "\x1b[6~"), ("b", "k", "\x1b[A", "\x1b[5~"), ("q", "Q")


@dataclass(frozen=True)
class Picture:
    """The last score that could be worked out, what had moved with it, and since when it stands."""

    room: Shown
    moved: Sequence[str] = ()
    since: str = ""


def run(file: str, *, risk: str | None, guests: bool, big: bool, as_of: str | None) -> int:
    """Watch until somebody ends it."""
    if not sys.stdout.isatty():
        raise Problem("watch_without_terminal")
    place = file_of(Path(file))
    if not place.exists():
        raise Problem("no_file", path=file)
    watch = Watch(place, risk=risk, guests=guests, big=big, as_of=as_of)
    if risk is not None and watch.looking.opened.usable:
        chosen(watch.looking.opened.score(), risk)
    gc.collect()
    gc.freeze()  # banks stay
    gc.enable()  # unlike other commands, this one goes on for hours
    sys.stdout.flush()
    try:
        with own_screen(watch.forget_screen):
            watch.until_ended()
    except KeyboardInterrupt:
        return 0
    return 0


class Watch:
    """One file on one screen."""

    def __init__(self, place: Path, *, risk: str | None, guests: bool, big: bool, as_of: str | None) -> None:
        """Take what is shown; without `as_of` the day is the clock's, also past midnight."""
        self.place, self.risk, self.guests, self.big = place, risk, guests, big
        self.words: Mapping[str, Any] = labels(context.language())["watch"]
        self.looking = Looking(place, as_of)
        self.picture: Picture | None = None
        self.wrong: tuple[str, ...] = ()
        self.drawn: Look = ()
        self.top = 0  # the first line of the picture that is shown
        self.page, self.longest = 1, 0  # lines that it was shown with, and that there are
        self.take(self.looking.opened)

    def until_ended(self) -> None:
        """Look, read what has changed, draw where anything is not as it was drawn."""
        while True:
            if self.looking.saved():
                self.refresh()
            shows = (self.picture, self.wrong, self.top, shutil.get_terminal_size())
            if shows != self.drawn:
                put(self.screen(*shutil.get_terminal_size()))
                self.drawn = shows
            if any(self._turn(key) for key in pressed(PAUSE)):
                return

    def forget_screen(self) -> None:
        """Somebody else has drawn on it."""
        self.drawn = ()

    def _turn(self, key: str) -> bool:
        """Another page of what is longer than the screen; True where it is the end."""
        if key in ON and self.top + self.page < self.longest:
            self.top += self.page
        elif key in BACK:
            self.top = max(0, self.top - self.page)
        return key in LEAVE

    def refresh(self) -> None:
        """Read what is there."""
        try:
            self.take(self.looking.read())
        except Problem as problem:
            self.wrong = (f"! {context.why(problem)}",)
        except OSError as error:
            self.wrong = (f"! {error.strerror or error}: {error.filename or self.place}",)

    def take(self, opened: Opened) -> None:
        """A new state of the file: a new picture, or what keeps it from being one beside the old."""
        if not opened.usable:
            self.wrong = tuple(self._findings(opened))
            return
        room, before = shown(opened, guests=self.guests), self.picture
        self.wrong = ()
        if before is None or not _alike(before.room, room):
            moved = tuple(_moved(before.room, room)) if before is not None else ()
            self.picture = Picture(room, moved, since=_clock())

    def _findings(self, opened: Opened) -> Iterator[str]:
        """The first of them with their way out; guests read no words of the file."""
        language = context.language()
        wrong = [one for one in opened.diagnostics if one.level == "error"]
        for one in wrong[:FINDINGS]:
            told = wordless(one) if self.guests else one
            place = f"{Path(one.file).name}:{one.line}:{one.column}"
            yield f"! {place}: {one.code} {message_of(told, language)}"
            yield f"  -> {hint_of(told, language)}"
        if len(wrong) > FINDINGS:
            yield f"  {self.words['more_wrong'].format(n=len(wrong) - FINDINGS)}"

    def screen(self, columns: int, rows: int) -> str:
        """What is written to a terminal of this size: line by line over the old, so that nothing flickers."""
        lines = list(self._lines(columns, rows))[: rows - 1]
        return HOME + "".join(f"{line}{REST_OF_LINE}\n" for line in lines) + REST_OF_SCREEN

    def _lines(self, columns: int, rows: int) -> Iterator[str]:
        head = [line for text in self._head() for line in fold(_one_line(text), columns, "", "  ")]
        if self.picture is None:
            yield from head
            return
        head = head[: max(1, (rows - 1) // 2)]
        yield from head
        left = rows - 1 - len(head)
        body = self._body(self.picture.room, columns, left)
        self.page, self.longest = max(1, left - 1), len(body)
        if len(body) <= left:
            self.top = 0
            yield from body
            return
        self.top = min(self.top, len(body) - 1)
        yield from body[self.top : self.top + self.page]
        below = len(body) - self.top - self.page
        foot = self.words["cut"].format(n=below, path=self.place) if below > 0 else self.words["cut_end"]
        yield next(fold(_one_line(foot), columns))

    def _head(self) -> Iterator[str]:
        """What is wrong, what moved, or that it waits."""
        picture = self.picture
        yield from self.wrong
        if picture is None:
            yield self.words["nothing_yet"]
        elif self.wrong:
            yield self.words["old"].format(since=picture.since)
        else:
            yield self.words["as_of"].format(since=picture.since)
            if self.risk and self.risk not in picture.room.result.risks:
                yield "! " + context.words("refusal", "no_risk", risk=self.risk, meant="")
            if errors := sum(one.level == "error" for one in picture.room.opened.diagnostics):
                yield context.words("cli", "has_errors", n=errors, path=self.place)
            yield from picture.moved[:MOVES]
            if len(picture.moved) > MOVES:
                yield self.words["more_moved"].format(n=len(picture.moved) - MOVES)

    def _body(self, room: Shown, columns: int, rows: int) -> list[str]:
        risk = room.result.risks.get(self.risk) if self.risk else None
        if self.big:
            return list(big_lines(room, columns, rows + 1, risk))
        out = StringIO()
        console = Room(
            file=out, width=columns, highlight=False, markup=False, emoji=False, soft_wrap=False,
            no_color=not context.colour(), force_terminal=context.colour() or None,
        )  # fmt: skip
        view = ScoreView(room, console, context.language())
        view.one(risk) if risk is not None else view.overview()
        return out.getvalue().replace("\t", " ").rstrip("\n").split("\n")


def _clock() -> str:
    return time.strftime("%H:%M:%S")


def _one_line(text: str) -> str:
    lead = text[: len(text) - len(text.lstrip())]
    return lead + printable(" ".join(text.split()))


def _alike(before: Shown, now: Shown) -> bool:
    """Whether nothing that is shown can be otherwise: nobody has saved anything, whatever the files' dates say."""
    one, other = before.opened, now.opened
    return (one.source.raw, one.banks.key, one.profile) == (other.source.raw, other.banks.key, other.profile) and (
        before.result == now.result
    )


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
