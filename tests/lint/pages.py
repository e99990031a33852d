"""Reads a rule's page (the docstring of its module): words in two languages, an example that marks what is wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from tsukuba_pia import discovery
from tsukuba_pia.lint import rules
from tsukuba_pia.lint.rule import Rule

_FENCE = re.compile(
    r"^```(?:yaml|toml) (?P<kind>bank|assessment|city|file|settings|record|before|sign-off)"
    r"(?: without (?P<without>[^\n]*))?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
BESIDE = ("before", "sign-off")  # what lies beside the example that follows
_MARKS = re.compile(r"# (PIA[0-9]{3}\b.*)$")
_MARK = re.compile(r"(?P<code>PIA[0-9]{3})(?: at (?P<at>[^;]+))?(?:; )?")


@dataclass(frozen=True, slots=True)
class Mark:
    """What an example expects on one of its lines; `at` is what stands at the finding's column."""

    line: int
    code: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A fragment of a file. `without` names the keys and ids that the frame leaves out although it has them.

    `beside`: fragments of what it is looked at with, each with its kind.
    """

    kind: str
    text: str
    without: frozenset[str] = frozenset()
    beside: tuple[tuple[str, str], ...] = ()

    @property
    def marks(self) -> list[Mark]:
        """What the fragment itself says is wrong with it, line by line."""
        return [mark for number, line in enumerate(self.text.splitlines(), 1) for mark in _marks_of(line, number)]


@dataclass(frozen=True, slots=True)
class Page:
    """A rule with its words."""

    name: str
    rule: Rule
    english: str
    japanese: str
    examples: tuple[Example, ...]


def _marks_of(line: str, number: int) -> Iterator[Mark]:
    if found := _MARKS.search(line):
        for one in _MARK.finditer(found[1]):
            yield Mark(number, one["code"], (one["at"] or "").strip())


def examples_in(text: str) -> tuple[Example, ...]:
    """The fenced examples of a page: ```yaml bank without why help. What lies beside one stands before it."""
    found: list[Example] = []
    beside: list[tuple[str, str]] = []
    for one in _FENCE.finditer(text):
        if one["kind"] in BESIDE:
            beside.append((one["kind"], one["text"]))
        else:
            without = frozenset((one["without"] or "").split())
            found.append(Example(one["kind"], one["text"], without, tuple(beside)))
            beside = []
    return tuple(found)


def page_of(module: ModuleType) -> Page:
    """The page of a rule's module."""
    english, _, japanese = (module.__doc__ or "").partition("\n---\n")
    name = module.__name__.rpartition(".")[2]
    return Page(name, module.RULE, english, japanese, examples_in(english))


def pages() -> list[Page]:
    """All pages."""
    return [page_of(module) for module in discovery.modules_in(rules)]
