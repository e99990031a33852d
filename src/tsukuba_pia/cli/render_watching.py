"""`pia render --watch`: the page in a browser while somebody edits the file; made again at each save.

While the file cannot be read or scored, the last good page stays, with what is wrong above it. What may not be
published yet is shown as a draft, with what is to be mended before. Nothing is written. Ctrl-C ends it.
"""

import gc
import os
import sys
import time
import webbrowser
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tsukuba_pia.cli import context
from tsukuba_pia.cli.findings import reason
from tsukuba_pia.cli.live import News, Server, Showing
from tsukuba_pia.cli.looking import PAUSE, Looking
from tsukuba_pia.cli.rendering import fits
from tsukuba_pia.cli.rendering_many import chosen
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.export.live import page_around
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.model.text import printable
from tsukuba_pia.problems import Problem
from tsukuba_pia.reporters.reporter import one_line
from tsukuba_pia.resources import own_of, workspace_of
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.rendering import Order, Refused, refusal, rendered

MOST = 10  # findings that are shown; `pia check` has all


@dataclass(frozen=True)
class Live:
    """How it is shown: in a browser that is opened or not, at a port (0: any); `output` can only be refused."""

    output: str | None
    opens: bool = False
    port: int = 0


def run(files: Sequence[str], order: Order, live: Live, as_of: str | None) -> int:
    """Show it until somebody ends it."""
    place = _one(files, order, live)
    showing = Showing()
    server = Server(showing, live.port)
    name = one_line(Path(os.path.abspath(place)).parent.name)  # noqa: PTH100 - a link's own name counts
    server.around = page_around(context.language(), printable(name), server.nonce).encode()
    watch = Watch(place, order, as_of, showing)
    gc.collect()
    gc.freeze()  # banks stay
    gc.enable()  # unlike other commands, this one goes on for hours
    with server:
        context.tell(server.address)
        sys.stdout.flush()
        context.say(context.words("render_watch", "begun", path=one_line(str(place))))
        if live.opens and not webbrowser.open(server.address):
            context.say(context.words("render_watch", "no_browser"))
        try:
            watch.until_ended()
        except KeyboardInterrupt:
            context.say(context.words("render_watch", "ended"))
    return 0


def _one(files: Sequence[str], order: Order, live: Live) -> Path:
    """The assessment. Raises Problem where it cannot be shown like this."""
    fits(order)
    if order.form != "html":
        raise Problem("watch_needs_html", found=order.form)
    if live.output is not None:
        raise Problem("watch_writes_nothing")
    found = chosen(files)
    if found.many:
        raise Problem("watch_one")
    if not found.files[0].exists():
        raise Problem("no_file", path=files[0])
    return found.files[0]


class Watch:
    """One file, shown as one page."""

    def __init__(self, place: Path, order: Order, as_of: str | None, showing: Showing) -> None:
        """Take what is shown."""
        self.order, self.showing = order, showing
        self.words: Mapping[str, Any] = labels(context.language())["render_watch"]
        self.looking = Looking(place, as_of, lambda: own_of(workspace_of(place.parent)))
        self.page, self.since = b"", ""
        self.made_of: tuple[object, ...] = ()

    def until_ended(self) -> None:
        """Make the first page; look, and make it again when somebody has saved."""
        self.take(self.looking.opened)
        while True:
            if self.looking.saved():
                self.refresh()
            time.sleep(PAUSE)

    def refresh(self) -> None:
        """Read what is there."""
        try:
            self.take(self.looking.read())
        except Problem as problem:
            self._unread(context.why(problem))
        except OSError as error:
            self._unread(f"{error.filename or self.looking.place}: {reason(error)}")

    def take(self, opened: Opened) -> None:
        """A new state of the file: a new page, or what keeps it from being one above the old."""
        made_of = self._made_of(opened)
        if made_of == self.made_of:
            return
        self.made_of = made_of
        if not opened.usable:
            self._stays(_lines([one for one in opened.diagnostics if one.level == "error"]))
            return
        hindered = refusal(opened, self.order)
        if hindered is not None and hindered.why == "face":
            self._stays(_lines(hindered.findings))
            return
        made = rendered(opened, replace(self.order, draft=self.order.draft or hindered is not None), self.order.name)
        if isinstance(made, Refused):
            self._stays(_lines(made.findings))
            return
        self.page, self.since = made.content, _clock()
        self._show(News(self.words["now"].format(since=self.since), (), *self._before(hindered)))

    def _made_of(self, opened: Opened) -> tuple[object, ...]:
        """What a page hangs on: where it is the same, nobody has saved anything, whatever the files' dates say."""
        basis = (opened.source.raw, opened.as_of, opened.banks.key, opened.profile, opened.signed, opened.windows)
        face = own_of(workspace_of(opened.path.parent))
        return (*basis, face, opened.score() if opened.usable else opened.diagnostics)

    def _unread(self, why: str) -> None:
        self.made_of = ()
        self._stays([why])

    def _stays(self, wrong: Sequence[str]) -> None:
        state = self.words["old"].format(since=self.since) if self.page else self.words["nothing_yet"]
        self._show(News(state, tuple(map(printable, wrong))))

    def _before(self, hindered: Refused | None) -> tuple[str, tuple[str, ...]]:
        """What is to be mended before it may be published."""
        if hindered is None:
            return "", ()
        if hindered.why == "undecided":
            return self.words["before"].format(n=1), (self.words["not_decided"],)
        return self.words["before"].format(n=len(hindered.findings)), tuple(_lines(hindered.findings))

    def _show(self, news: News) -> None:
        self.showing.put(self.page, news)
        context.say(" ".join([news.state, *news.wrong[:1]]))


def _lines(found: Sequence[Diagnostic]) -> list[str]:
    """The first of them with their way out."""
    language = context.language()
    lines = [
        f"{Path(one.file).name}:{one.line}:{one.column}: {one.code} {message_of(one, language)} → "
        f"{hint_of(one, language)}"
        for one in found[:MOST]
    ]
    if len(found) > MOST:
        lines.append(context.words("render_watch", "more", n=len(found) - MOST))
    return [printable(one_line(line)) for line in lines]


def _clock() -> str:
    return time.strftime("%H:%M:%S")
