"""Scenarios of a bank: answers, and what must come of them (formats.md §3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from tsukuba_pia.model.assessment import Actor, Answer, DataItem, Flow, GroupExclusion, YesNo
from tsukuba_pia.model.kinds import Id, Matches, Number
from tsukuba_pia.model.text import Text

OtherScenario = Annotated[str, Matches("scenario", r"^([a-z][a-z0-9_-]*/)?[a-z][a-z0-9_]*$")]
Between = str | tuple[str, ...]  # one level for the best and the worst case, or both
RED_LINE_STATES = ("clear", "crossed", "unknown")
RedLineState = Literal["clear", "crossed", "unknown"]


@dataclass(frozen=True)
class ExpectedRisk:
    """What must come of one risk. `severity` and `likelihood` are the inherent steps of its worst group."""

    severity: Between | None = None
    likelihood: Between | None = None
    inherent: Between | None = None
    current: Between | None = None
    target: Between | None = None
    group: Id | None = None  # the worst


@dataclass(frozen=True)
class Expected:
    """What must come of a scenario; what is not said may be anything."""

    risks: Mapping[str, Between | ExpectedRisk] = field(default_factory=dict)  # a level alone is the current one
    decisions: Mapping[str, Between] = field(default_factory=dict)  # `not_applicable`: it does not apply
    red_lines: Mapping[str, RedLineState] = field(default_factory=dict)
    asked: tuple[Id, ...] = ()
    not_asked: tuple[Id, ...] = ()
    required: YesNo | None = None  # whether the bank's `required_when` holds


@dataclass(frozen=True)
class Scenario:
    """One story: what another scenario says with these changes, and what must come of it."""

    name: Id
    what: Text | None = None
    based_on: OtherScenario | None = None  # `name`, or `bank/name` of the bank that this one extends
    data: tuple[DataItem, ...] | None = None
    data_complete: YesNo | None = None
    people_total: Number | None = None
    actors: tuple[Actor, ...] | None = None
    flows: tuple[Flow, ...] | None = None
    groups_excluded: tuple[GroupExclusion, ...] | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    expect: Expected = field(default_factory=Expected)


@dataclass(frozen=True)
class Scenarios:
    """A file of scenarios: `questionnaires/<bank>/tests/<name>.yaml`."""

    scenarios: tuple[Scenario, ...]
