"""What a reporter is: findings in, one text out. Reporters never work anything out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.yaml_source import Source


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found in which files."""

    diagnostics: Sequence[Diagnostic]
    files: Sequence[str]
    sources: Mapping[str, Source]
    language: str
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Reporter:
    """One way to show findings; found by its module's name."""

    name: str
    report: Callable[[Findings], str]
