"""The colours of a page as its styles set them, and how well each text stands out from what is behind it.

Contrast is worked out as WCAG 2 does; a colour that is not written as a number is passed over.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tsukuba_pia.export.own_style import DARK, Declaration, NotReadError, declarations
from tsukuba_pia.model.contrast import Rgb, contrast, number_of

LEAST = 4.5  # to 1; what WCAG 2 AA asks for text
SEEN = 1.5  # what stands out less is as good as hidden
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PROPERTY = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)")
_MEDIA = re.compile(r"@media[^{]*\{")
_DARK = re.compile(r"@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)\s*\{")
# A text's colour and what it stands on.
PAIRS = (
    *((text, behind) for text in ("text", "quiet", "link") for behind in ("page", "soft", "accent-soft")),
    ("link-visited", "page"),
    ("text", "warn"),
    *((f"l{rank}-text", f"l{rank}") for rank in range(5)),
)  # fmt: skip
FRAMES = {False: ("focus-edge", "page"), True: ("focus", "page")}  # of where the keyboard is; by whether it is dark
# What holds no texts of another colour, or hands its own down to all of them; all else may hold some.
_ALONE = re.compile(
    r"(?:(?:header|footer)\.page|\.site-bar|h[1-6]|th|a|strong|em|b|caption|legend"
    r"|[a-z]*\.(?:warning|kind|home|label|logo|mark|quiet|(?:level|state)[\w-]*))(?::[\w-]+|\[[^\]]*\])*"
)
_HELD = {"quiet": ".quiet", "link": "a"}
_GROUNDS = ("background", "background-color")
_LAST = re.compile(r"[\s>+~]+")

Colours = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Weak:
    """A text that stands out too little: both properties, the contrast, the line of the city's style."""

    text: str
    behind: str  # a property, or a colour that a rule lays under what an element holds
    contrast: float
    line: int
    dark: bool


@dataclass(slots=True)
class Palette:
    """The custom properties that hold by day and in the dark, with the lines on which the city sets its own."""

    light: dict[str, str] = field(default_factory=dict)
    dark: dict[str, str] = field(default_factory=dict)
    lines: dict[tuple[str, bool], int] = field(default_factory=dict)

    def read(self, style: str, *, own: bool) -> None:
        """Take a style that stands behind those read before."""
        plain = _COMMENT.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), style)
        blocks = [(range(*_block(plain, one.end())), bool(_DARK.match(one[0]))) for one in _MEDIA.finditer(plain)]
        for one in _PROPERTY.finditer(plain):
            within = [dark for block, dark in blocks if one.start() in block]
            if not all(within):
                continue  # for paper, or for those who ask for more contrast
            dark = bool(within)
            for into in (self.dark,) if dark else (self.light, self.dark):
                into[one[1]] = one[2].strip()
            if own:
                line = plain.count("\n", 0, one.start()) + 1
                self.lines |= {(one[1], shade): line for shade in ((True,) if dark else (False, True))}


def _block(style: str, start: int) -> tuple[int, int]:
    """From behind an opening bracket to its closing one."""
    depth = 1
    for place in range(start, len(style)):
        depth += {"{": 1, "}": -1}.get(style[place], 0)
        if depth == 0:
            return start, place
    return start, len(style)


def weak(shipped: str, own: str) -> Iterator[Weak]:
    """The texts, and the frame of the keyboard, that a city's colours (`own`) make hard to see.

    `shipped`: the style below.
    """
    palette = Palette()
    palette.read(shipped, own=False)
    palette.read(own, own=True)
    for dark, colours in ((False, palette.light), (True, palette.dark)):
        for text, behind in (*PAIRS, FRAMES[dark]):
            names = (f"--{text}", f"--{behind}")
            lines = [palette.lines[name, dark] for name in names if (name, dark) in palette.lines]
            found = _contrast(colours, *names) if lines else None
            if found is not None and found < LEAST:
                yield Weak(*names, found, max(lines), dark)
        yield from _laid_under(own, colours, dark=dark)


def unseen(shipped: str, style: str) -> tuple[Weak, ...]:
    """The texts that as good as vanish with the whole style of a page, and do not with the shipped one."""
    known = {(one.text, one.behind) for one in weak("", shipped)}
    return tuple(one for one in weak("", style) if one.contrast < SEEN and (one.text, one.behind) not in known)


def _laid_under(own: str, colours: Colours, *, dark: bool) -> Iterator[Weak]:
    """The texts that have a colour of their own on a ground that a rule lays under what may hold them.

    Unless the city's style colours them in that place, or everywhere.
    """
    try:
        style = declarations(own)
    except NotReadError:  # told elsewhere
        return
    grounded = (one for one in style if one.name in _GROUNDS and _rooms(one) <= ({DARK} if dark else set()))
    coloured = {part for one in grounded for part in _parts(one.selector)}  # with the text's colour, or it is refused
    for (place, _), one in _grounds(style, dark=dark).items():
        ground = number_of(one.value)
        for text, held in _HELD.items():
            colour = _colour(colours, f"--{text}")
            found = contrast(colour, ground) if colour and ground else LEAST
            if found < LEAST and coloured.isdisjoint({held, f"{place} {held}"}):
                yield Weak(f"--{text}", one.value, found, one.line, dark)


def _grounds(style: Sequence[Declaration], *, dark: bool) -> dict[tuple[str, str], Declaration]:
    """What lies under texts of other colours, by its place; in the dark what is set anew there. Paper is not dark."""
    laid: dict[tuple[str, str], Declaration] = {}
    for one in sorted(style, key=lambda one: bool(one.context)):
        rooms = _rooms(one)
        if one.name in _GROUNDS and not (dark and "print" in "".join(rooms)) and (dark or DARK not in rooms):
            kept = "".join(sorted(rooms - {DARK}))  # for paper, or screens of some width
            laid |= {(part, kept): one for part in _parts(one.selector) if not _ALONE.fullmatch(_LAST.split(part)[-1])}
    return laid


def _rooms(one: Declaration) -> set[str]:
    return {"".join(room.split()).lower() for room in one.context}


def _parts(selector: str) -> Iterator[str]:
    """The selectors of a list, those within `:is()` at their end with them."""
    for part in re.split(r",(?![^()]*\))", selector):
        before, _, within = part.strip().removesuffix(")").partition(":is(")
        yield from (f"{before}{one.strip()}" for one in within.split(",")) if within else (part.strip(),)


def _contrast(colours: Colours, one: str, other: str) -> float | None:
    first, second = _colour(colours, one), _colour(colours, other)
    return None if first is None or second is None else contrast(first, second)


def _colour(colours: Colours, name: str, depth: int = 0) -> Rgb | None:
    value = colours.get(name, "")
    if (other := re.fullmatch(r"var\(\s*(--[\w-]+)\s*\)", value)) and depth < 8:  # noqa: PLR2004 - none is longer
        return _colour(colours, other[1], depth + 1)
    return number_of(value)
