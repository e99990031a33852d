"""How well a text stands out from what is behind it, worked out as WCAG 2 does for colours written as numbers."""

import re

_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)\Z")
Rgb = tuple[int, int, int]


def number_of(value: str) -> Rgb | None:
    """A colour of a style; None where it is no number, or one that lets something through."""
    if found := _RGB.match(value):
        return int(found[1]), int(found[2]), int(found[3])
    found = _HEX.match(value)
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(2 * one for one in found[1])  # noqa: PLR2004 - two for each
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def contrast(one: Rgb, other: Rgb) -> float:
    """From 1 (the same) to 21 (black on white)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(min(one, 255) / 255) for one in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - of sRGB
