"""What a style hides: a part that stands in a page and cannot be seen is as good as lost."""

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_HIDES = re.compile(
    r"(?<![-\w])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|content\s*:\s*none"
    r"|(?:opacity|font-size|(?:max-)?(?:height|width))\s*:\s*0[a-z%]*\s*(?:[;!]|$)|color\s*:\s*transparent)",
    re.IGNORECASE,
)


def hides(declarations: str) -> bool:
    """Whether what stands between the braces of a rule, or in an attribute, hides."""
    return bool(_HIDES.search(declarations.strip()))


def hidden(style: str) -> dict[str, int]:
    """The selectors of what it hides, each with its line."""
    plain = _COMMENT.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), style)
    found: dict[str, int] = {}
    for rule in _RULE.finditer(plain):
        if hides(rule[2]):
            start = rule.start() + len(rule[1]) - len(rule[1].lstrip())
            found.setdefault(" ".join(rule[1].split()), plain.count("\n", 0, start) + 1)
    return found
