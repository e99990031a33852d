"""A case that reads as a person's file, with what is found beside the line where it is found."""

from tests.lint.frame import found_in
from tests.lint.pages import Example
from tsukuba_pia.lint.rule import Stage

ORDER = "PIA035"


def check(text: str, without: str = "", kind: str = "bank", stage: Stage = "draft") -> None:
    """What a fragment marks is found at its line and column (`at` says what stands there), and nothing else is.

    Fragments tell things in the order in which they are best shown: that it is another one is not looked at.
    """
    example = Example(kind, text, frozenset(without.split()))
    lines = text.splitlines()
    told = [one for one in found_in(example, stage) if one.code != ORDER]
    found = [(one.line, one.code, lines[one.line - 1][one.column - 1 :]) for one in told]
    marks = example.marks
    assert [(line, code) for line, code, _ in found] == [(mark.line, mark.code) for mark in marks], found
    for mark, (_, _, rest) in zip(marks, found, strict=True):
        assert mark.at, mark
        assert rest.startswith(mark.at), (mark, rest)
