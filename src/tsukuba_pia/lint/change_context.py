"""What rules look at that hold a versioned file to what it was: its older version, the record of released versions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tsukuba_pia.yaml_source import Source

if TYPE_CHECKING:  # whoever checks an assessment does not wait for the comparison
    from tsukuba_pia.change.diff import Diff
    from tsukuba_pia.change.document import Document
    from tsukuba_pia.change.gone import Gone


@dataclass(frozen=True)
class ChangeContext:
    """A file as it is now, and what it is held to. Every path is one of the file as it is now."""

    now: "Document"
    before: "Document | None" = None  # the version before it, or what lay in its place at a revision
    since: str = ""  # the revision; nothing where `before` is the version before
    guarded: bool = False  # the record of released versions speaks of it
    recorded: str | None = None  # the digest that the record has
    known_scales: Callable[[], Mapping[str, tuple[str, ...]]] = field(default=dict)

    @property
    def source(self) -> Source:
        """The file."""
        return self.now.source

    @cached_property
    def diff(self) -> "Diff | None":
        """What changed."""
        from tsukuba_pia.change.diff import diff  # noqa: PLC0415 - see above

        return diff(self.before, self.now, self.known_scales) if self.before is not None else None

    @cached_property
    def undeclared(self) -> tuple["Gone", ...]:
        """The ids that are gone without a word."""
        from tsukuba_pia.change.gone import undeclared  # noqa: PLC0415 - see above

        return tuple(undeclared(self.before, self.now)) if self.before is not None else ()

    @property
    def older(self) -> str:
        """What it is compared with, in the reader's terms: a revision or a version."""
        return self.since or (self.before.version if self.before is not None else "")
