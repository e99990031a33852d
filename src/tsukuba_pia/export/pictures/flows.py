"""The data-flow diagram: who hands what to whom, and where it crosses from one kind of party to another."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from tsukuba_pia.export.pictures.flow_layout import SIDE, Layout, Port, layout
from tsukuba_pia.export.pictures.svg import WIDTH, arrow, casing, line, mark, picture, shape
from tsukuba_pia.report.document import Report


def flow_diagram(report: Report, words: Mapping[str, Any], name: str) -> Markup:
    """The picture of all flows."""
    placed = layout(report, words)
    parts = [*_bands(placed), *_arrows(placed), *_boxes(placed), *_marks(placed)]
    crossing = sum(flow.crosses is not None for flow in report.flows or ())
    told = words["pictures"]["flows_told"].format(
        parties=len(placed.boxes), flows=len(report.flows or ()), crossing=crossing
    )
    return picture(name, placed.height, words["life"]["flows_table"], told, parts)


def _bands(placed: Layout) -> Iterator[Markup]:
    for band in placed.bands:
        yield shape("rect", "zone", x=0.5, y=band.top, width=WIDTH - 1, height=band.bottom - band.top, rx=4)
        yield from band.title


def _boxes(placed: Layout) -> Iterator[Markup]:
    for box in placed.boxes:
        yield shape("rect", "box", x=SIDE, y=box.top, width=placed.right - SIDE, height=box.bottom - box.top, rx=3)
        yield from box.words


def _arrows(placed: Layout) -> Iterator[Markup]:
    """Those of one sender together: where they part they stay joined, where they run over others they stand apart."""
    outs = {box.name: box.out for box in placed.boxes}
    for sender, lane in placed.lanes.items():
        out = outs[sender]
        ways = [
            ((placed.right, out), (lane, out), (lane, port.y), (placed.right, port.y))
            for port in _ports(placed)
            if port.flow.source == sender
        ]
        yield from (casing(*way) for way in ways)
        yield from (arrow("strong", *way) for way in ways)
    for name in placed.lanes:
        yield shape("circle", "solid", cx=placed.right, cy=outs[name], r=2.5)


def _marks(placed: Layout) -> Iterator[Markup]:
    for port in _ports(placed):
        yield mark(placed.right + 16, port.y, str(port.number), radius=7)
        if port.flow.crosses:
            for x in (27.0, 30.0):
                yield line("strong", (placed.right + x, port.y - 5), (placed.right + x, port.y + 5))


def _ports(placed: Layout) -> Iterator[Port]:
    return (port for box in placed.boxes for port in box.ports)
