"""What a rule is: one file, one code, one page (its docstring), its words in each language, and perhaps a check."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tsukuba_pia.diagnostics import Finding, Level

if TYPE_CHECKING:  # rules without a mend are read without it
    from tsukuba_pia.lint.mends import Fix

About = Literal["file", "bank", "assessment", "change", "minutes", "portfolio", "tool"]
Stage = Literal["draft", "review", "comment", "approval", "launch", "publication", "follow-up"]
STAGES: tuple[Stage, ...] = ("draft", "review", "comment", "approval", "launch", "publication", "follow-up")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. Without `check`, its diagnostic is raised where files are read, and the rule only gives the words.

    `message` and `hint` may name arguments: `{question}`. An argument that begins with `@` is itself a word to be
    looked up (`lint/words.py`). An empty argument is left out with the clause in square brackets that names it.
    `fix` says how `pia check --fix` mends a finding, where that leaves no doubt.
    """

    code: str
    level: Level
    about: About
    message: Mapping[str, str]
    hint: Mapping[str, str]
    check: Callable[[Any], Iterator[Finding]] | None = None
    since: Stage = "draft"  # binds from this stage on
    telling: bool = True  # also binds what is only told: refused, ended, no assessment needed
    fix: "Fix | None" = None
