"""How texts become Markdown: every character that could mean something to a reader of Markdown is escaped."""

import re
from collections.abc import Iterable
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from tsukuba_pia.diagnostics import Fault
from tsukuba_pia.export._jinja import FACES, engine, fillable, made
from tsukuba_pia.export._own import PRINTED, UnshownError
from tsukuba_pia.export._own_markdown import brought_in
from tsukuba_pia.export.own_faults import FETCHING, bringer, found
from tsukuba_pia.model.text import Said, unmarked
from tsukuba_pia.report.model import Day
from tsukuba_pia.resources import Own, own

_MARKS = re.compile(r"[\\`*_\[\]<>|~#!&{}$@^]")
_AT_START = re.compile(r"^[-+=:]")  # lists, rules, the line under a heading or a table's head
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_WEB = re.compile(r"(?i)\b(?:(?:https?|ftp|file)://|(?:mailto|xmpp|tel|data|javascript|vbscript):|www\.)")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_. -]")
_BLANKS = re.compile(r"[ \t\n]+")
_BREAKS = re.compile(r"\n{3,}")


def document(template: str, **seen: object) -> str:
    """A document as Markdown; the template sees what it is given."""
    face = own()

    def again(other: Own | None) -> str:
        text = unmarked(made(_engine(other), template, seen, other))
        return _BREAKS.sub("\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip() + "\n"

    text = again(face)
    if face is not None and (wrong := next(brought_in(text), None)):
        raise Fault(found(face, bringer(face, wrong, again, brought_in), *wrong, code=FETCHING))
    return text


@lru_cache(FACES)
def _engine(face: Own | None) -> Environment:
    return engine("markdown", shown, {"prose": prose, "fill": fill, "listed": listed, "name": name}, face)


def shown(value: object) -> Markup:
    """What a template prints, in one line."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Said):
        return Markup(escaped(value.words.strip()))  # noqa: S704 - escaped for this format
    if not isinstance(value, (*PRINTED, Day)):
        raise UnshownError(value)
    return Markup(escaped(value.shown if isinstance(value, Day) else str(value)))  # noqa: S704 - as above


def escaped(text: str) -> str:
    """A text in one line, with its Markdown made plain."""
    line = _MARKS.sub(lambda mark: "\\" + mark.group(), _BLANKS.sub(" ", text))
    line = _WEB.sub(lambda found: found.group().replace(":", "\\:").replace("www.", "www\\."), line)
    return _AT_START.sub(lambda mark: "\\" + mark.group(), _NUMBERED.sub(r"\1\\\2", line))


def prose(said: Said) -> Markup:
    """A text of several paragraphs: each line escaped, empty lines kept."""
    lines = (escaped(line.strip()) for line in said.words.split("\n"))
    return Markup("\n".join(lines))  # noqa: S704 - escaped for this format


def name(text: str) -> Markup:
    """An id or a version for code, an anchor or its link, where nothing may be escaped: without any other character."""
    return Markup(_NOT_IN_NAMES.sub("", text))  # noqa: S704 - nothing is left that means something


def fill(pattern: str, **values: object) -> Markup:
    """A label with its `{…}` filled in."""
    return Markup(fillable(pattern).format(**{name: str(shown(value)) for name, value in values.items()}))  # noqa: S704


def listed(values: Iterable[object], comma: str) -> Markup:
    """Several texts in one line."""
    return Markup(comma.join(str(shown(value)) for value in values))  # noqa: S704 - each is escaped
