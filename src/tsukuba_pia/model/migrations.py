"""What becomes of answers when a bank goes on to its next major version (formats.md §8).

Keys on the left are ids of the version before; all of them are applied at once, so that two ids can change places.
What cannot be mapped becomes `unknown`, with the old value in its note.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.kinds import Id
from tsukuba_pia.model.text import Text


@dataclass(frozen=True)
class Split:
    """One question became several: for each old answer the new ones. What `map` does not say becomes unknown."""

    into: tuple[Id, ...]
    map: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class MergedAnswer:
    """The new answer where all of the old questions had these answers; the first that fits counts."""

    when: Mapping[str, str]
    answer: str


@dataclass(frozen=True)
class Merged:
    """Several questions became one."""

    from_: tuple[Id, ...]
    map: tuple[MergedAnswer, ...] = ()


@dataclass(frozen=True)
class Migrations:
    """By kind of move. `renamed`, `removed`: of questions, risks, red lines, decisions and sections."""

    renamed: Mapping[str, Id] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # an option of the bank, or `unknown`
    split: Mapping[str, Split] = field(default_factory=dict)
    merged: Mapping[str, Merged] = field(default_factory=dict)
    removed: Mapping[str, Text] = field(default_factory=dict)
    ask_again: Mapping[str, Text] = field(default_factory=dict)

    def now(self, old: str) -> str:
        """What an id of the version before is called now, where only its name changed."""
        return self.renamed.get(old, old)

    def sources(self) -> Iterator[tuple[Path, str]]:
        """Every id of the version before that is spoken of, with its path from `migrations`."""
        for kind in ("renamed", "options", "split", "removed", "ask_again"):
            for old in getattr(self, kind):
                yield (kind, old), old
        for new, merged in self.merged.items():
            for number, old in enumerate(merged.from_):
                yield ("merged", new, "from", number), old

    def declared(self) -> frozenset[str]:
        """The ids of the version before of which it is said what becomes of them."""
        merged = (old for one in self.merged.values() for old in one.from_)
        return frozenset((*self.renamed, *self.split, *self.removed, *merged))
