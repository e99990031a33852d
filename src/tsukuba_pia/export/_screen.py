"""How texts become lines of a terminal: folded at 80 columns, wide characters counted as two."""

import re
from collections.abc import Iterable, Iterator
from functools import cache as once

from jinja2 import Environment
from markupsafe import Markup

from tsukuba_pia.export._jinja import engine
from tsukuba_pia.fold import fold, width
from tsukuba_pia.model.text import Said, printable, unmarked
from tsukuba_pia.report.model import Day

COLUMNS = 80
_LINE = re.compile(r"(?P<head>#{1,2} )?(?P<lead> *)(?P<mark>(?:[-+=!] |\d+\. )?)(?P<text>.*)")
_BLANKS = re.compile(r"\s+")
_BREAKS = re.compile(r"\n{3,}")
_UNDER = {"# ": "=", "## ": "-"}


def screen(template: str, **seen: object) -> str:
    """A document as lines; the template sees what it is given. `# ` and `## ` begin headings, marks begin items."""
    text = unmarked(_engine().get_template(template).render(seen))
    lines = (line for raw in text.split("\n") for line in _folded(raw.rstrip()))
    return _BREAKS.sub("\n\n", "\n".join(lines)).strip("\n") + "\n"


@once
def _engine() -> Environment:
    return engine("text", shown, {"fill": fill, "listed": listed})


def _folded(raw: str) -> Iterator[str]:
    """A line with what is too long for it; what goes on stands under where the text began."""
    found = _LINE.fullmatch(raw)
    if found is None or not raw:
        yield raw
        return
    first = found["lead"] + found["mark"]
    lines = list(fold(found["text"], COLUMNS, first, " " * len(first)))
    yield from lines
    if found["head"]:
        yield _UNDER[found["head"]] * max(width(line) for line in lines)


def shown(value: object) -> Markup:
    """What a template prints: one line, without what a terminal would take for more than text."""
    if value is None:
        raise TypeError("a template prints what is not there")  # noqa: TRY003 - a bug of the template
    if isinstance(value, Markup):
        return value
    if isinstance(value, Said):
        return Markup(_line(value.words).strip())  # noqa: S704 - a terminal knows no markup
    return Markup(_line(value.shown if isinstance(value, Day) else str(value)))  # noqa: S704


def _line(text: str) -> str:
    return _BLANKS.sub(" ", printable(text))


def fill(pattern: str, **values: object) -> Markup:
    """A label with its `{…}` filled in."""
    return Markup(pattern.format(**{name: str(shown(value)) for name, value in values.items()}))  # noqa: S704


def listed(values: Iterable[object], comma: str) -> Markup:
    """Several texts in one line."""
    return Markup(comma.join(str(shown(value)) for value in values))  # noqa: S704 - each is shown
