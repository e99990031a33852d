"""Who is affected how: what each group gains and the worst that it bears, beside each other and never netted."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from tsukuba_pia.export.pictures.svg import SMALL, WIDTH, Column, line, picture, shape, text
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Level
from tsukuba_pia.report.parts import GroupView

HALF = WIDTH / 2
GAP = 8
SQUARE = 13
MOST = 3  # gains that the picture tells; the table has them all


def groups_picture(report: Report, words: Mapping[str, Any], name: str) -> Markup:
    """A row for each group: gains on the left, burdens on the right."""
    said = words["pictures"]
    parts = [
        text(said["gains"], 1, 13, size=SMALL, look="quiet", bold=True),
        text(said["bears"], HALF + GAP, 13, size=SMALL, look="quiet", bold=True),
    ]
    y = 20.0
    for one in report.groups:
        drawn, y = _row(report, one, words, y)
        parts += drawn
    parts.append(line("line", (HALF, 4), (HALF, y)))
    told = said["groups_told"].format(n=len(report.groups))
    return picture(name, y + 2, said["groups"], told, parts)


def _row(report: Report, one: GroupView, words: Mapping[str, Any], top: float) -> tuple[list[Markup], float]:
    own = report.language
    left = Column(1, top + 4, HALF - GAP, own)
    left.say(one.group.label, 3, bold=True)
    left.y += 2
    for gain in one.gains[:MOST]:
        left.say(Said(f"+ {gain.words}", gain.language), 4, size=SMALL)
    if not one.gains:
        left.say(Said(words["pictures"]["gains_none"], own), 2, size=SMALL, look="quiet")
    if len(one.gains) > MOST:
        left.say(Said(words["pictures"]["more"].format(n=len(one.gains) - MOST), own), 1, size=SMALL, look="quiet")
    right = Column(HALF + GAP, top + 6, HALF - GAP, own)
    squares = list(_squares(one.worst, right.x, right.y))
    right.y += SQUARE + 2
    right.say(one.worst.label, 1, bold=True)
    if heavier := [str(burden.number) for burden in one.bears if burden.heavier]:
        told = words["pictures"]["heavier"].format(numbers=words["comma"].join(heavier))
        right.say(Said(told, own), 3, size=SMALL)
    bottom = max(left.y, right.y) + 7
    return [line("line", (0, top), (WIDTH, top)), *left.parts, *squares, *right.parts], bottom


def _squares(level: Level, x: float, y: float) -> Iterator[Markup]:
    for number in range(1, level.of + 1):
        look = f"level-{min(level.rank, 4)}" if number <= level.rank else "line"
        yield shape("rect", look, x=x + (number - 1) * (SQUARE + 3), y=y, width=SQUARE, height=SQUARE)
        if number <= level.rank:  # without colour too
            yield shape(
                "rect", "solid", x=x + (number - 1) * (SQUARE + 3) + 3.5, y=y + 3.5, width=SQUARE - 7, height=SQUARE - 7
            )
