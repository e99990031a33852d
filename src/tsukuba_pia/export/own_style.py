"""What a style of a city's own may set: colours, fonts, spacing and borders, each within bounds in which all is read.

There are more ways to hide a part of a page than anybody lists; so what is listed is what may be set. What a shipped
style sets may be set again, in the same place.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from tsukuba_pia.model.contrast import contrast, number_of

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
DARK = "@media(prefers-color-scheme:dark)"
READABLE = 4.5  # to 1, of a text and its ground
HIGH, WIDE = 96, 32  # pixels of space above and below, and on each side
_ADDING = ("margin", "padding", "border", "gap", "row-gap", "column-gap", "font-size")
_PART = re.compile(
    r"""(?:(?!url\()[^"'(){};\\])+|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^"'(){}\s\\]*\)"""
    r"|\\[0-9A-Fa-f]{1,6}|.",
    re.IGNORECASE,
)
_ITS_LOGO = re.compile(r"\.logo(?:(?: >)? img)?")
_IMPORTANT = re.compile(r"\s*!\s*important\Z", re.IGNORECASE)
_COLOUR = r"#(?:[0-9a-f]{3}|[0-9a-f]{6})|rgb\(\s*\d{1,3}[\s,]+\d{1,3}[\s,]+\d{1,3}\s*\)"
_NUMBER = re.compile(_COLOUR, re.IGNORECASE)
_OWN_NAME = re.compile(rf"(?:{_COLOUR}|var\(\s*--[\w-]+\s*\))", re.IGNORECASE)
_TEXT = re.compile(r"var\(\s*--(?:text|quiet|link)\s*\)", re.IGNORECASE)
_BEHIND = re.compile(r"var\(\s*--(?:page|soft|accent-soft)\s*\)", re.IGNORECASE)
_ALL = re.compile(r"(?:^|[\s>+~,(|])(?:\*|\[|:(?!root\b|is\())")  # of no kind of element: what is nested adds up
_COLOURS = frozenset({"color", "background", "background-color"})
_BOTH = 2  # a text and its ground
_DECORATIONS = frozenset({"none", "underline", "overline", "solid", "double", "dotted", "dashed", "wavy"})
_WORDS = re.compile(r"[a-z0-9 .-]+", re.IGNORECASE)
_FAMILIES = re.compile(r"""(?:[\w-]+|"[^"\\]*"|'[^'\\]*')(?:\s*,?\s*(?:[\w-]+|"[^"\\]*"|'[^'\\]*'))*""")
_READ = re.compile(  # fonts whose letters are letters: signs in their place cannot be read
    r"serif|sans|mono|ui\b|system|gothic|mincho|kaku|maru|明朝|ゴシック|丸ゴ|角ゴ|教科書|メイリオ|meiryo|\b(?:arial|helvetica|verdana|tahoma"
    r"|trebuchet|georgia|times|garamond|palatino|cambria|calibri|roboto|inter|lato|futura|osaka|hiragino|biz|yu|inherit)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(\d*\.?\d+)(px|rem|em|pt|mm|%)?", re.IGNORECASE)
_PIXELS = {"px": 1, "rem": 16, "em": 16, "pt": 4 / 3, "mm": 96 / 25.4, "": 1}


_Place = tuple[tuple[str, ...], str, str, str]


class NotReadError(ValueError):
    """A style that readers of styles could read in different ways. Its text: where that begins."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """One property as a style sets it, with its line."""

    context: tuple[str, ...]  # `@media …` and the like around it
    selector: str
    name: str
    value: str
    line: int

    @property
    def place(self) -> _Place:
        """What makes it the same as one of another style."""
        return self.context, self.selector, self.name, self.value


def without_comments(style: str) -> str:
    """A style whose comments are blanks, on the same lines."""
    return COMMENT.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), style)


def declarations(style: str) -> tuple[Declaration, ...]:
    """All that a style sets. Raises NotReadError."""
    reader = _Reader()
    line = 1
    for found in _PART.finditer(without_comments(style)):
        reader.read(found[0], line)
        line += found[0].count("\n")
    reader.closed()
    return tuple(reader.found)


class _Reader:
    """Knows in which blocks it is."""

    def __init__(self) -> None:
        self.found: list[Declaration] = []
        self.blocks: list[str] = []
        self.text, self.line, self.depth = "", 1, 0

    def read(self, part: str, line: int) -> None:
        if part in {"(", ")"}:
            self.depth += 1 if part == "(" else -1
        if (part in {"{", "}", ";"} and self.depth) or self.depth < 0 or part in {'"', "'"}:
            raise NotReadError(self.text.strip() + part)
        if part == "{":
            self._begin()
        elif part in {"}", ";"}:
            self._declare()
            if part == "}":
                self._end()
        else:
            if not self.text.strip():
                self.line = line + part[: len(part) - len(part.lstrip())].count("\n")
            self.text += part

    def _begin(self) -> None:
        if self.blocks and not self.blocks[-1].startswith("@"):
            raise NotReadError(self.text.strip())
        self.blocks.append(" ".join(self.text.split()))
        self.text = ""

    def _end(self) -> None:
        if not self.blocks:
            raise NotReadError("}")
        self.blocks.pop()

    def _declare(self) -> None:
        said, self.text = self.text.strip(), ""
        if not said:
            return
        name, colon, value = said.partition(":")
        if said.startswith("@"):
            name, value = said.split()[0], said
        elif not colon or not re.fullmatch(r"[A-Za-z-][\w-]*", name.strip()):
            raise NotReadError(said)
        *context, selector = self.blocks or [""]
        plain = name.strip() if name.startswith("--") else name.strip().lower()
        self.found.append(Declaration(tuple(context), selector, plain, " ".join(value.split()), self.line))

    def closed(self) -> None:
        if not self.blocks:
            self._declare()  # of an attribute
        if self.blocks or self.depth:
            raise NotReadError(self.blocks[-1] if self.blocks else "(")


# ------------------------------------------------------------------------------------------------------ what may be set


def refused(style: Sequence[Declaration], known: Collection[Declaration] = ()) -> Iterator[Declaration]:
    """What of a style may not be set. `known`: what a shipped style sets."""
    places = {one.place for one in known}
    for one in style:
        if one.place not in places and not (_coloured(one, style, places) if one.name in _COLOURS else _may_be(one)):
            yield one


def _is_plain(one: Declaration) -> bool:
    """Whether it is written without escapes, for all or for a kind of screen."""
    media = all(re.match(r"@(?:media|supports)[ (]", room) for room in one.context)
    return "\\" not in one.value and "\\" not in one.selector and media


def _may_be(one: Declaration) -> bool:
    value = _IMPORTANT.sub("", one.value)
    if not _is_plain(one):
        return False
    if one.name.startswith("--"):
        rooms = ["".join(room.split()).lower() for room in one.context]
        return one.selector in {":root", "html"} and rooms in ([], [DARK]) and bool(_OWN_NAME.fullmatch(value))
    if one.name.startswith(_ADDING) and _ALL.search(one.selector):
        return False
    if one.selector.startswith("@page"):
        return one.name in _PAPER and _PAPER[one.name](value)
    fits = _LOGO.get(one.name) if of_logo(one.selector) else None
    fits = fits or _FITS.get(one.name)
    return fits is not None and fits(value)


def of_logo(selector: str) -> bool:
    """Whether a rule is of the city's own logo alone."""
    return all(_ITS_LOGO.fullmatch(" ".join(one.split())) for one in selector.split(","))


def _coloured(one: Declaration, style: Sequence[Declaration], known: Collection[_Place]) -> bool:
    """A text and its ground in one rule, both the city's: what an element has already may be of a colour like it.

    Both are the page's own, each in its role, or two numbers that stand out from each other.
    """
    rule = [other for other in style if (other.context, other.selector) == (one.context, one.selector)]
    texts = [other for other in rule if other.name == "color"]
    grounds = [other for other in rule if other.name in _COLOURS - {"color"}]
    pair = (*texts[-1:], *grounds[-1:])  # the last ones hold
    if len(pair) != _BOTH or one not in pair or any(other.place in known for other in pair) or not _is_plain(one):
        return False
    if len({bool(_IMPORTANT.search(other.value)) for other in pair}) > 1:
        return False  # one of them alone would come before what is shipped
    text, ground = (_IMPORTANT.sub("", other.value) for other in pair)
    if _TEXT.fullmatch(text) and _BEHIND.fullmatch(ground):
        return True
    return bool(_NUMBER.fullmatch(text) and _NUMBER.fullmatch(ground)) and _stands_out(text, ground)


def _stands_out(text: str, ground: str) -> bool:
    first, second = number_of(text), number_of(ground)
    return first is not None and second is not None and contrast(first, second) >= READABLE


def _lengths(value: str, least: float, most: float, words: Collection[str] = (), *, parts: int = 4) -> bool:
    """Up to some lengths, in pixels of a page in its usual size, or words."""
    said = value.split()
    return 0 < len(said) <= parts and all(one in words or _length(one, least, most) for one in said)


def _length(said: str, least: float, most: float) -> bool:
    found = _LENGTH.fullmatch(said)
    if found is None or found[2] == "%":
        return False
    size = float(found[1])
    return least <= size * _PIXELS[(found[2] or "").lower()] <= most and (bool(found[2]) or size == 0)


def _sized(value: str) -> bool:
    return not value.endswith("em") or value.endswith("rem")


def _font_size(value: str) -> bool:
    return _sized(value) and _lengths(value, 11, 48, parts=1)


def _families(value: str) -> bool:
    return bool(_FAMILIES.fullmatch(value)) and all(map(_READ.search, value.split(",")))


def _spaced(value: str) -> bool:
    """Space on all sides, as wide as a narrow screen bears; above and below it may be more."""
    said = value.split()
    upright, sideways = (said[::2], said[1::2]) if len(said) > 1 else (said, said)
    return _UPRIGHT(" ".join(upright)) and _SIDEWAYS(" ".join(sideways))


def _decorated(value: str) -> bool:
    """Lines under or over a text, none through it."""
    return all(one.lower() in _DECORATIONS or _OWN_NAME.fullmatch(one) for one in _words(value))


def _between(value: str, least: float, most: float) -> bool:
    return bool(re.fullmatch(r"\d*\.?\d+", value)) and least <= float(value) <= most


def _border(value: str) -> bool:
    styles = {"none", "solid", "dashed", "dotted", "double", "transparent", "currentcolor"}
    return all(one in styles or _length(one, 0, 16) or _OWN_NAME.fullmatch(one) for one in _words(value))


def _words(value: str) -> list[str]:
    """The words of a value, what stands in brackets with them."""
    return re.findall(r"[^\s()]+(?:\([^()]*\))?", value)


def _plain(value: str) -> bool:
    return bool(_WORDS.fullmatch(value))


_Fits = Callable[[str], bool]
_UPRIGHT: _Fits = partial(_lengths, least=0, most=HIGH, words={"auto"}, parts=2)
_SIDEWAYS: _Fits = partial(_lengths, least=0, most=WIDE, words={"auto"}, parts=2)
_SIDES = ("", "-top", "-right", "-bottom", "-left", "-block", "-inline", "-block-start", "-block-end",
          "-inline-start", "-inline-end")  # fmt: skip
_FITS: dict[str, _Fits] = {
    **{
        f"{kind}{side}": _UPRIGHT if side.startswith(("-top", "-bottom", "-block")) else _SIDEWAYS if side else _spaced
        for kind in ("margin", "padding")
        for side in _SIDES
    },
    **dict.fromkeys(("gap", "column-gap"), _SIDEWAYS),
    "row-gap": _UPRIGHT,
    **{f"border{side}{part}": _border for side in _SIDES for part in ("", "-color", "-style", "-width")},
    "border-radius": partial(_lengths, least=0, most=9999),
    "max-width": partial(_lengths, least=320, most=2000, words={"none"}, parts=1),
    "font-family": _families,
    "font-size": _font_size,
    "line-height": partial(_between, least=1.2, most=3),
    "letter-spacing": partial(_lengths, least=0, most=4, words={"normal"}, parts=1),
    "word-spacing": partial(_lengths, least=0, most=8, words={"normal"}, parts=1),
    **dict.fromkeys(
        ("font-weight", "font-style", "font-variant", "text-align", "text-transform", "list-style-type", "break-before",
         "break-inside", "break-after", "color-scheme", "orphans", "widows"),
        _plain,
    ),
    **dict.fromkeys(("text-decoration", "text-decoration-line", "text-decoration-style"), _decorated),
    **dict.fromkeys(("text-decoration-color", "accent-color"), lambda value: bool(_OWN_NAME.fullmatch(value))),
    "text-decoration-thickness": partial(_lengths, least=0, most=6, parts=1),
    "text-underline-offset": partial(_lengths, least=0, most=8, parts=1),
}  # fmt: skip
_PAPER: dict[str, _Fits] = {
    **{f"margin{side}": partial(_lengths, least=0, most=HIGH) for side in _SIDES[:5]},
    "size": lambda value: bool(re.fullmatch(r"a[345](?: portrait| landscape)?", value, re.IGNORECASE)),
}
_LOGO: dict[str, _Fits] = {
    **dict.fromkeys(("display", "float", "visibility", "object-fit"), _plain),
    **dict.fromkeys(
        ("width", "height", "max-width", "max-height"),
        partial(_lengths, least=0, most=960, words={"auto", "none"}, parts=1),
    ),
    "opacity": partial(_between, least=0, most=1),
}
