"""Where the boxes and lines of the data-flow diagram stand.

Boxes stand below one another, in a band for each kind of party; lines run beside them. Each sender has a lane of its
own, out of which its arrows turn off to those who receive. So no line runs through a box and no two numbers meet,
however many there are, and the same report gives the same picture.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from tsukuba_pia.export.pictures.svg import SMALL, WIDTH, Column
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.parts import Flow

SIDE, INSET, PADDING = 5, 5, 5  # around bands, and in boxes
HEAD = 38  # what an arrow's head, its number and the sign of a boundary take beside a box
LANE, NARROWEST = 11, 140  # between two lanes; a box
ROW = 17  # the least between two numbers
Numbered = tuple[int, Flow]


@dataclass(frozen=True)
class Port:
    """Where a flow comes in."""

    number: int
    flow: Flow
    y: float


@dataclass(frozen=True)
class Box:
    """One party: its name, what it receives, and the height at which it sends."""

    name: Said
    top: float
    bottom: float
    out: float
    ports: tuple[Port, ...]
    words: tuple[Markup, ...]


@dataclass(frozen=True)
class Band:
    """All parties of one kind."""

    top: float
    bottom: float
    title: tuple[Markup, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Layout:
    """The whole diagram."""

    bands: tuple[Band, ...]
    right: float  # where boxes end
    lanes: Mapping[Said, float]  # of each sender
    height: float

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All of them, from the top down."""
        return tuple(box for band in self.bands for box in band.boxes)


def layout(report: Report, words: Mapping[str, Any]) -> Layout:
    """Place everything; lanes take their room from the boxes."""
    flows = list(enumerate(report.flows or (), 1))
    senders = len({flow.source for _, flow in flows})
    gap = min(LANE, (WIDTH - SIDE - INSET - HEAD - NARROWEST) / max(1, senders))
    setter = _Setter(report, words, WIDTH - SIDE - HEAD - gap * senders)
    bands = tuple(setter.bands(flows))
    boxes = [box for band in bands for box in band.boxes]
    lanes = {name: setter.right + HEAD + lane * gap for name, lane in _lanes(boxes).items()}
    return Layout(bands, setter.right, lanes, bands[-1].bottom + 1)


def parties(report: Report, others: str) -> dict[Said, list[Said]]:
    """The names of all who take part by what they are: people first if they give, else last; else in order."""
    kinds = {actor.name: actor.kind for actor in reversed(report.actors)}
    found: dict[Said, list[Said]] = {}
    people = Said(others, report.language)
    flows = report.flows or ()
    ends = [end for flow in flows for end in (flow.source, flow.target)]
    if any(flow.source not in kinds for flow in flows):
        found[people] = []
    for name in dict.fromkeys([*(actor.name for actor in report.actors), *ends]):
        found.setdefault(kinds.get(name, people), []).append(name)
    return found


@dataclass
class _Setter:
    report: Report
    words: Mapping[str, Any]
    right: float
    y: float = 1.0
    title: list[Markup] = field(default_factory=list)

    def bands(self, flows: Sequence[Numbered]) -> Iterator[Band]:
        for kind, names in parties(self.report, self.words["pictures"]["others"]).items():
            top = self.y
            title = Column(SIDE + 1, self.y + 1, self.right - SIDE, self.report.language)
            title.say(kind, 1, size=SMALL, look="quiet")
            self.y = title.y + 3
            boxes = tuple(self._box(name, [one for one in flows if one[1].target == name]) for name in names)
            yield Band(top, self.y + 1, tuple(title.parts), boxes)
            self.y += 5

    def _box(self, name: Said, receives: Sequence[Numbered]) -> Box:
        top = self.y
        column = Column(SIDE + INSET + 1, top + 3, self.right - SIDE - INSET - PADDING, self.report.language)
        column.say(name, 2, bold=True)
        ports = tuple(self._port(column, number, flow) for number, flow in receives)
        bottom = max(column.y, ports[-1].y + ROW / 2 if ports else top) + PADDING
        self.y = bottom + 5
        return Box(name, top, bottom, top + 12, ports, tuple(column.parts))

    def _port(self, column: Column, number: int, flow: Flow) -> Port:
        top = column.y = column.y + 3
        items = self.words["comma"].join(item.words for item in flow.items)
        column.say(
            Said(f"{number} ← {items}", flow.items[0].language if flow.items else self.report.language), 2, size=SMALL
        )
        if flow.crosses:
            column.say(flow.crosses._replace(words=f"‖ {flow.crosses.words}"), 2, size=SMALL, look="quiet")
        column.y = max(column.y, top + ROW)
        return Port(number, flow, top + 8)


def _lanes(boxes: Sequence[Box]) -> dict[Said, int]:
    """The lane of each sender, the shortest way nearest to the boxes; two share one where they do not meet."""
    spans = {}
    for box in boxes:
        ends = [port.y for other in boxes for port in other.ports if port.flow.source == box.name]
        if ends:
            spans[box.name] = (min(box.out, *ends), max(box.out, *ends))
    taken: list[list[tuple[float, float]]] = []
    found = {}
    for name, span in sorted(spans.items(), key=lambda one: one[1][1] - one[1][0]):
        lane = next((place for place, all_ in enumerate(taken) if all(_apart(span, one) for one in all_)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(span)
        found[name] = lane
    return found


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] + 2 * ROW / 3 < other[0] or other[1] + 2 * ROW / 3 < one[0]
