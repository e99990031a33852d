"""The life of a data item as a strip: what is told of each stage, what does not happen, what is missing."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from tsukuba_pia.export.pictures.svg import SMALL, WIDTH, Column, line, picture, shape, text
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.parts import DataItem, LifeStage

X, RADIUS = 12, 9  # where the strip runs, and its stations
LEFT = 32
APART = 9
TOLD = ("who", "where", "length")  # the sides of a stage that the picture shows; the table has them all


def life_of(item: DataItem, words: Mapping[str, Any], language: str, name: str) -> Markup:
    """The picture of one item."""
    y, stations, parts = 4.0, [], list[Markup]()
    for number, stage in enumerate(item.life, 1):
        column = Column(LEFT, y, WIDTH - LEFT, language)
        _tell(column, stage, words)
        stations.append((y + RADIUS, stage, str(number)))
        parts += column.parts
        y = max(column.y, y + 2 * RADIUS) + APART
    strip = [*_way([(one, stage) for one, stage, _ in stations]), *(_station(*one) for one in stations)]
    told = words["pictures"]["life_told"].format(stages=_stages(item, words))
    title = words["life"]["table"].format(name=item.name.words)
    return picture(name, y, title, told, [*strip, *parts])


def _stages(item: DataItem, words: Mapping[str, Any]) -> str:
    said = words["pictures"]
    states = {None: said["untold"], True: said["told"], False: said["does_not"]}
    pair: str = said["stage_state"]
    comma: str = said["comma"]
    return comma.join(pair.format(stage=one.label.words, state=states[one.happens]) for one in item.life)


def _tell(column: Column, stage: LifeStage, words: Mapping[str, Any]) -> None:
    own = column.page_language
    column.say(stage.label, 1, bold=True)
    if stage.happens is None:
        column.say(Said(words["life"]["untold"], own), 1, size=SMALL)
    elif stage.none is not None:
        column.say(stage.none, 2, size=SMALL)
    for fact, said in stage.facts if stage.happens else ():
        shared = stage.id == "share"  # what is shared: of a list, perhaps, nothing but the number
        if fact in TOLD or (shared and fact == "what"):
            label = words["life"]["facts"]["to" if shared and fact == "who" else fact]
            column.say(
                Said(words["pictures"]["fact"].format(label=label, said=said.words), said.language), 2, size=SMALL
            )
    if stage.basis:
        laws = words["comma"].join(law.label.words for law in stage.basis)
        column.say(
            Said(words["pictures"]["fact"].format(label=words["refs"], said=laws), own), 2, size=SMALL, look="quiet"
        )


def _way(stations: list[tuple[float, LifeStage]]) -> list[Markup]:
    """From station to station: whole where both ends are told, broken where one is missing; thick while it is kept."""
    found = []
    for (y, stage), (below, after) in pairwise(stations):
        look = "gap" if stage.happens is None or after.happens is None else "strong"
        found.append(line(look, (X, y + RADIUS), (X, below - RADIUS)))
        if stage.id == "retain" and stage.happens:
            found.append(
                shape("rect", "solid", x=X - 4, y=y + RADIUS, width=8, height=below - RADIUS - (y + RADIUS) - 4)
            )
            found.append(line("strong", (X - 9, below - RADIUS - 3), (X + 9, below - RADIUS - 3)))
    return found


def _station(y: float, stage: LifeStage, number: str) -> Markup:
    """A disc with its number; open with a question mark where nothing is told, crossed where it does not happen."""
    disc = shape("circle", "box-open" if stage.happens is None else "box", cx=X, cy=y, r=RADIUS)
    if stage.happens is False:
        return disc + line("strong", (X - 5, y), (X + 5, y))
    return disc + text("?" if stage.happens is None else number, X, y + 4, size=11, anchor="middle", bold=True)
