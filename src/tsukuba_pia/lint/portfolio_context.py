"""What the rules about several assessments look at: one small record of each assessment of a workspace.

Assessments are checked one by one, over several processes, and remembered. So a record is plain data (texts, numbers,
truths, tuples), below two kilobytes, and holds the places that a finding may point at.
"""

import marshal
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from tsukuba_pia.diagnostics import Finding, Level, Position
from tsukuba_pia.model.bank import Bank

BankOf = Callable[[str, str], Bank | None]  # a bank by its name and version


class Named(NamedTuple):
    """Another assessment that one names, and where."""

    name: str
    line: int
    column: int


class Share(NamedTuple):
    """What an assessment may have in common with others: a contract, a data set, a linked file, a purpose, a title.

    `key` is the digest of what tells it from others of its kind.
    """

    kind: str
    key: int
    line: int
    column: int


class Told(NamedTuple):
    """What an assessment tells of something that it may share: `what` is a word of the rules, `value` as it is said."""

    kind: str
    key: int
    what: str
    value: str
    line: int
    column: int


class Threshold(NamedTuple):
    """What the threshold analysis of an assessment rests on, so that it can be worked out again for several together.

    Of an assessment whose outcome is the heaviest there is nothing else is needed, and only that is told.
    """

    bank: str = ""
    version: str = ""
    decision: str = ""
    outcome: str = ""
    heaviest: bool = True
    truths: str = ""  # of each comparison with an answer, in the decision's order: T certainly holds, F not for certain
    numbers: tuple[tuple[int, str], ...] = ()  # of those that compare a number: the number
    sets: tuple[tuple[tuple[str, ...], bool], ...] = ()  # each fact that is a set: what was found, whether that is all
    people: tuple[tuple[int, str], ...] = ()  # of each data set: how many people
    total: str = "0"
    handlers: str = "0"
    exact: tuple[bool, ...] = (False, False, False)  # of each fact that is a number: whether it can be no more


class Traits(NamedTuple):
    """One assessment, as far as others are concerned."""

    file: str
    name: str
    line: int  # where its name stands
    column: int
    live: bool  # neither ended nor refused
    started: bool
    may_run: bool  # it was given leave to, or needs none
    supersedes: Named | None = None
    related: tuple[Named, ...] = ()
    shares: tuple[Share, ...] = ()
    told: tuple[Told, ...] = ()
    threshold: Threshold = Threshold()

    @property
    def place(self) -> Position:
        """Where its name stands."""
        return Position(self.line, self.column)


_SHARES, _TOLD = Traits._fields.index("shares"), Traits._fields.index("told")


def packed(traits: Traits) -> bytes:
    """A record as another process or the cache takes it: unpacked only where several are looked at together."""

    def bare(value: Any) -> Any:  # noqa: ANN401 - plain data of any kind
        return tuple(map(bare, value)) if isinstance(value, tuple) else value

    return marshal.dumps(bare(traits))


def unpacked(raws: Sequence[bytes]) -> tuple[Traits, ...]:
    """Records from what `packed` made of them, without what only one of them has: of thousands that is nearly all."""
    once, again = set[int](), set[int]()
    for raw in raws:
        kept = _loaded(raw)
        for key in {one[1] for part in (_SHARES, _TOLD) for one in kept[part]}:
            (again if key in once else once).add(key)
    return tuple(_unpacked(_loaded(raw), again) for raw in raws)


def _loaded(raw: bytes) -> Any:  # noqa: ANN401 - plain data of any kind
    return marshal.loads(raw)  # noqa: S302 - from this run, or from the cache, which is this user's alone


def _unpacked(kept: Any, shared: AbstractSet[int]) -> Traits:  # noqa: ANN401 - see above
    file, name, line, column, live, begun, may_run, supersedes, related, shares, told, threshold = kept
    one, two, three, four, five, six, numbers, sets, people, total, handlers, exact = threshold
    return Traits(
        file, name, line, column, live, begun, may_run,
        Named(*supersedes) if supersedes is not None else None,
        tuple(Named(*each) for each in related),
        tuple(Share(*each) for each in shares if each[1] in shared),
        tuple(Told(*each) for each in told if each[1] in shared),
        Threshold(
            one, two, three, four, five, six,
            tuple((number, value) for number, value in numbers),
            tuple((tuple(found), complete) for found, complete in sets),
            tuple((key, count) for key, count in people),
            total, handlers, tuple(exact),
        ),
    )  # fmt: skip


@dataclass(frozen=True)
class PortfolioContext:
    """All assessments of one workspace that were checked together. Rules yield what `found` makes."""

    records: tuple[Traits, ...]  # by their files
    bank_of: BankOf
    complete: bool = False  # these are all that the workspace has

    @cached_property
    def names(self) -> Mapping[str, tuple[Traits, ...]]:
        """The records by the assessment's name."""
        found: dict[str, list[Traits]] = {}
        for one in self.records:
            found.setdefault(one.name, []).append(one)
        return {name: tuple(them) for name, them in found.items()}

    @cached_property
    def live(self) -> tuple[Traits, ...]:
        """Those that are neither over nor superseded."""
        superseded = {one.supersedes.name for one in self.records if one.supersedes is not None and one.live}
        return tuple(one for one in self.records if one.live and one.name not in superseded)

    @cached_property
    def sharing(self) -> Mapping[tuple[str, int], tuple[tuple[Traits, Share], ...]]:
        """What two or more of them have in common, each with the place where it says so first."""
        found: dict[tuple[str, int], dict[str, tuple[Traits, Share]]] = {}
        for one in self.live:
            for share in one.shares:
                found.setdefault((share.kind, share.key), {}).setdefault(one.file, (one, share))
        return {key: tuple(them.values()) for key, them in found.items() if len(them) > 1}


def found(record: Traits, place: Position, args: Mapping[str, str], level: Level | None = None) -> Finding:
    """A finding in the file of a record: its path is the file's name."""
    return Finding((record.file,), args, at=place, level=level)


def place_of(one: Named | Share | Told) -> Position:
    """Where something stands."""
    return Position(one.line, one.column)


def others(record: Traits, them: Sequence[Traits], most: int = 3) -> str:
    """The first names of the others, as a message lists them; of one with the same name its file."""
    names = (one.name if one.name != record.name else one.file for one in them if one.file != record.file)
    listed = tuple(islice(names, most + 1))
    return ", ".join((*listed[:most], *("…" for _ in listed[most:])))
