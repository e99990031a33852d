"""What the rules about meetings look at: minutes, or a record of a meeting that somebody wrote down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.minutes import (
    Act,
    Attendant,
    Entry,
    Minutes,
    Opinion,
    Raised,
    Record,
    Recorded,
    Resolution,
    kind_of,
)
from tsukuba_pia.model.profile import Panel, Profile
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.yaml_source import Source


class Acted(NamedTuple):
    """An act, its path, and the item that it is about; no item where the agenda has none of that name."""

    path: Path
    act: Act
    item: Entry | None
    recorded: Recorded


@dataclass(frozen=True)
class MinutesContext:
    """One meeting on one assessment; every path is one of its file."""

    source: Source
    held: Minutes | Record
    assessment: Assessment
    questionnaire: Questionnaire
    result: ScoreResult
    as_of: str
    panel: Panel | None
    present: Mapping[int, Attendant]
    items: tuple[Entry | None, ...]  # one for each item of the file
    profile: Profile | None = None
    data: object = None  # what stands in the assessment's file; nothing where only a record is looked at

    @property
    def recorded(self) -> tuple[tuple[Recorded, ...], ...]:
        """What was recorded on each item of the file."""
        return tuple(one.recorded for one in self.held.items)

    @property
    def name(self) -> str:
        """The assessment that it is on."""
        return self.held.minutes if isinstance(self.held, Minutes) else self.held.record

    @cached_property
    def acts(self) -> tuple[Acted, ...]:
        """All acts in their order."""
        return tuple(self._acts())

    def _acts(self) -> Iterator[Acted]:
        for number, (held, item) in enumerate(zip(self.recorded, self.items, strict=True)):
            for place, recorded in enumerate(held):
                for act in recorded.acts:
                    yield Acted(("items", number, "recorded", place, kind_of(act)), act, item, recorded)

    @staticmethod
    def members(act: Act) -> tuple[tuple[Path, int], ...]:
        """The members whom an act names as taking part, with their place in it."""
        if isinstance(act, Opinion | Raised):
            return ((("member",), act.member),)
        if isinstance(act, Resolution):
            lists = {"in_favour": act.in_favour, "against": act.against, "abstained": act.abstained}
            return tuple(((key, place), one) for key, votes in lists.items() for place, one in enumerate(votes))
        return ()
