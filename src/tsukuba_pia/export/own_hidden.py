"""What a style hides: a part that stands in a page and cannot be seen is as good as lost."""

import re

from tsukuba_pia.export.own_style import of_logo, without_comments

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?|\\(.)")
_HIDES = re.compile(
    r"(?<![-\w])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|content\s*:\s*none"
    r"|(?:opacity|font-size|(?:max-)?(?:height|width))\s*:\s*0[a-z%]*\s*(?:[;!]|$)|color\s*:\s*transparent)",
    re.IGNORECASE,
)


def plain_style(style: str) -> str:
    """A style as a browser reads it: without comments, its letters as what they stand for; on the same lines."""
    return _ESCAPE.sub(_letter, without_comments(style))


def _letter(found: re.Match[str]) -> str:
    return chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2]


def hides(declarations: str) -> bool:
    """Whether what stands between the braces of a rule, or in an attribute, hides."""
    return bool(_HIDES.search(plain_style(declarations).strip()))


def hidden(style: str) -> dict[str, int]:
    """The selectors of what it hides, each with its line."""
    plain = without_comments(style)
    found: dict[str, int] = {}
    for rule in _RULE.finditer(plain):
        if hides(rule[2]) and not of_logo(rule[1]):
            start = rule.start() + len(rule[1]) - len(rule[1].lstrip())
            found.setdefault(" ".join(rule[1].split()), plain.count("\n", 0, start) + 1)
    return found
