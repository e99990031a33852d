"""The few shapes of which pictures are made, as SVG 1.1 that a browser styles and a printing press takes as it is.

Each shape has a class, by which the page's style colours it (dark, high contrast, forced colours), and the same look
for paper in its attributes, for readers who know no style sheet. Lengths are in units of which a picture is `WIDTH`
wide: letters of `SIZE` are about as large as the text around them.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import hypot

from markupsafe import Markup, escape

from tsukuba_pia.export.pictures.measure import em, lines
from tsukuba_pia.model.text import Said

WIDTH = 288
SIZE = 12
SMALL = 10.5
LEADING = 1.35
FONTS = "'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'BIZ UDPGothic', Meiryo, sans-serif"

Point = tuple[float, float]
_NUMBERS = frozenset((int, float))

LOOKS: dict[str, dict[str, object]] = {
    "line": {"stroke": "#767676", "stroke-width": 1, "fill": "none"},
    "strong": {"stroke": "#1a1a1a", "stroke-width": 1.5, "fill": "none"},
    "casing": {"stroke": "#ffffff", "stroke-width": 4.5, "fill": "none"},
    "head": {"fill": "#1a1a1a", "stroke": "#ffffff", "stroke-width": 0.8},
    "gap": {"stroke": "#1a1a1a", "stroke-width": 1.5, "stroke-dasharray": "3 3", "fill": "none"},
    "zone": {"stroke": "#767676", "stroke-dasharray": "5 3", "fill": "#f2f2f2"},
    "box": {"stroke": "#1a1a1a", "stroke-width": 1, "fill": "#ffffff"},
    "box-open": {"stroke": "#1a1a1a", "stroke-width": 1, "stroke-dasharray": "2.5 2", "fill": "#ffffff"},
    "solid": {"fill": "#1a1a1a", "stroke": "#1a1a1a", "stroke-width": 1},
    "words": {"fill": "#1a1a1a"},
    "quiet": {"fill": "#4d4d4d"},
    "inverse": {"fill": "#ffffff"},
    "level-0": {"fill": "#f2f2f2", "stroke": "#767676"},
    "level-1": {"fill": "#e6f5ec", "stroke": "#197a4b"},
    "level-2": {"fill": "#fbf5e0", "stroke": "#927200"},
    "level-3": {"fill": "#ffeee2", "stroke": "#c74700"},
    "level-4": {"fill": "#ce0000", "stroke": "#ce0000"},
    "on-0": {"fill": "#333333"},
    "on-1": {"fill": "#115a36"},
    "on-2": {"fill": "#604b00"},
    "on-3": {"fill": "#8b3200"},
    "on-4": {"fill": "#ffffff"},
}


def number(value: object) -> str:
    """A length with one decimal place at most; anything else as it is."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def element(tag: str, attributes: Mapping[str, object], inside: Iterable[Markup] = ()) -> Markup:
    """An element; what stands in its attributes is escaped."""
    return _element(tag, _told(attributes), inside)


# What was drawn already: a map is drawn for three moments, and many have the same fields. What is marked as escaped
# is equal to what is not: `typed` keeps them apart.
_once = lru_cache(1 << 13, typed=True)


def _element(tag: str, told: str, inside: Iterable[Markup] = ()) -> Markup:
    body = "".join(inside)
    return Markup(f"<{tag}{told}>{body}</{tag}>" if body else f"<{tag}{told}/>")  # noqa: S704 - escaped above


def _told(attributes: Mapping[str, object]) -> str:
    return "".join(
        [
            f' {name}="{number(value) if value.__class__ in _NUMBERS else escape(value)}"'
            for name, value in attributes.items()
        ]
    )


@cache
def _look(look: str) -> str:
    return _told(LOOKS[look])


def shape(tag: str, look: str, **attributes: object) -> Markup:
    """A shape with one of the looks."""
    return _element(tag, f' class="p-{look}"{_told(attributes)}{_look(look)}')


def line(look: str, *points: Point) -> Markup:
    """A line by way of its points."""
    return shape("path", look, d="M" + " L".join(map(_at, points)))


def arrow(look: str, *points: Point) -> Markup:
    """A line by way of its points, round where it turns, whose end has a head."""
    (from_x, from_y), (x, y) = points[-2:]
    length = max(1.0, hypot(x - from_x, y - from_y))
    along, across = (x - from_x) / length, (y - from_y) / length
    back = (x - 6 * along, y - 6 * across)
    sides = [(back[0] - turn * 3 * across, back[1] + turn * 3 * along) for turn in (1, -1)]
    head = " ".join(f"{number(float(one))},{number(float(other))}" for one, other in ((x, y), *sides))
    return shape("path", look, d=_way((*points[:-1], back))) + shape("polygon", "head", points=head)


def casing(*points: Point) -> Markup:
    """What keeps an arrow apart from all that it runs over: it stands below the arrow."""
    return shape("path", "casing", d=_way(points))


def _way(points: Sequence[Point]) -> str:
    told = ["M" + _at(points[0])]
    for before, turn, after in zip(points, points[1:], points[2:], strict=False):
        told.append(f"L{_at(_towards(turn, before))} Q{_at(turn)} {_at(_towards(turn, after))}")
    return " ".join([*told, "L" + _at(points[-1])])


def _towards(start: Point, end: Point) -> Point:
    """A little way along, never further than half of it."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    share = min(0.5, 4 / length) if length else 0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _at(point: Point) -> str:
    return f"{number(float(point[0]))} {number(float(point[1]))}"


@_once
def text(  # noqa: PLR0913 - a text has a place and a look
    words: str, x: float, y: float, *, size: float = SIZE, look: str = "words", anchor: str = "start",
    bold: bool = False, language: str = "",
) -> Markup:  # fmt: skip
    """One line of text; `y` is where its letters stand."""
    told = f' class="p-{look}" x="{number(float(x))}" y="{number(float(y))}" font-size="{number(size)}"'
    if anchor != "start":
        told += f' text-anchor="{anchor}"'
    if bold:
        told += ' font-weight="700"'
    if language:
        told += f' lang="{escape(language)}"'
    return _element("text", told + _look(look), [escape(words)])


def tongue(said: Said, page_language: str) -> str:
    """The language to mark a text with: none where it is the page's own."""
    return "" if said.language == page_language else said.language


class Column:
    """Text that is set from the top down between two edges."""

    def __init__(self, x: float, y: float, width: float, page_language: str) -> None:
        """Take the upper left corner, and the language that needs no mark."""
        self.x, self.y, self.width, self.page_language = x, y, width, page_language
        self.parts: list[Markup] = []

    def say(self, said: Said, most: int, *, size: float = SIZE, look: str = "words", bold: bool = False) -> None:
        """Set a text in at most `most` lines."""
        heavier = 1.06 if bold else 1.0
        language = tongue(said, self.page_language)
        for one in lines(said.words, self.width / size / heavier, most):
            self.y += size * LEADING
            place = self.y - size * (LEADING - 1)
            self.parts.append(text(one, self.x, place, size=size, look=look, bold=bold, language=language))


@_once
def mark(x: float, y: float, label: str, *, radius: float = 8.5, open_: bool = False) -> Markup:
    """A disc with a number."""
    size = min(10.5, 2 * radius * 0.84 / max(0.7, em(label)))
    disc = shape("circle", "box-open" if open_ else "box", cx=float(x), cy=float(y), r=radius)
    return disc + text(label, x, y + size * 0.36, size=round(size, 1), anchor="middle", bold=not open_)


def picture(name: str, height: float, title: str, description: str, parts: Iterable[Markup]) -> Markup:  # noqa: D417
    """The whole picture, with its name and its description for those who do not see it.

    Args:
        name: what its ids begin with: once on a page.

    """
    head = [
        element("title", {"id": f"{name}-title"}, [escape(title)]),
        element("desc", {"id": f"{name}-desc"}, [escape(description)]),
    ]
    attributes: dict[str, object] = {
        "class": "picture",
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {WIDTH} {number(float(height))}",
        "role": "img",
        "aria-labelledby": f"{name}-title",
        "aria-describedby": f"{name}-desc",
        "font-family": FONTS,
    }
    return element("svg", attributes, [*head, *parts])
