"""The risk map at each moment: where every risk stands, and the moves that brought it there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from tsukuba_pia.export.pictures.measure import balanced, em, lines
from tsukuba_pia.export.pictures.svg import SMALL, WIDTH, Point, arrow, casing, mark, picture, shape, text, tongue
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Axes, Level, Risk, RiskMap

LEFT, EDGE = 1, 1
PITCH, RADIUS = 18.5, 8.5  # of the marks
TOP, WORD = 15, 11.5  # what the names of the columns take: their heading, and a line of them
NAME = 17  # a row's own word, above it
HEAD = 15  # where a field's own word stands
TRACK = 13  # between two moves along one row
ROOM = 4  # around the marks of a field
LEAST = 44  # a row's height
MOMENTS = ("inherent", "current", "target")
BEFORE = {"current": "inherent", "target": "current"}
Place = tuple[int, int]  # severity and likelihood, by rank
Move = tuple[Place, Place]
Mark = tuple[str, bool]  # a number, and whether it stands for the best case only


@dataclass(frozen=True)
class Grid:
    """The fields: the same at each moment, so that the eye can compare."""

    tops: Mapping[int, float]  # of each severity, by rank
    heights: Mapping[int, float]
    columns: int
    width: float
    words: float  # where the names of the columns end
    bottom: float

    def left(self, likelihood: int) -> float:
        """Where a column begins."""
        return LEFT + (likelihood - 1) * self.width

    def middle(self, likelihood: int) -> float:
        """The middle of a column."""
        return self.left(likelihood) + self.width / 2


def place(axes: Axes) -> Place:
    """The field in the worst case, which is the one that counts."""
    return axes.severity.rank, axes.likelihood.rank


def best_place(axes: Axes) -> Place:
    """The field in the best case."""
    return axes.best_severity.rank, axes.best_likelihood.rank


def moves(risks: Sequence[Risk], moment: str) -> dict[Move, int]:
    """How many risks came from one field to another since the moment before, in the order of the fields."""
    if moment not in BEFORE:
        return {}
    steps = ((place(getattr(risk, BEFORE[moment])), place(getattr(risk, moment))) for risk in risks)
    return dict(sorted(Counter(step for step in steps if step[0] != step[1]).items(), reverse=True))


def standing(risks: Sequence[Risk], moment: str) -> dict[Place, list[Mark]]:
    """The marks of each field."""
    found: dict[Place, list[Mark]] = {}
    for risk in risks:
        axes: Axes = getattr(risk, moment)
        unsure = best_place(axes) != place(axes)
        found.setdefault(place(axes), []).append(
            (f"{risk.number}?" if unsure or risk.perhaps else f"{risk.number}", False)
        )
        if unsure:
            found.setdefault(best_place(axes), []).append((str(risk.number), True))
    return {field: sorted(marks, key=lambda one: one[1]) for field, marks in found.items()}


def grid(report: Report) -> Grid:
    """As high as the fullest field of each row asks for, at whichever moment."""
    columns = len(report.maps[0].rows[0].cells)
    width = (WIDTH - LEFT - EDGE) / columns
    across = int((width - ROOM) // PITCH)
    names = (balanced(cell.likelihood.label.words, (width - 3) / 10, 2) for cell in report.maps[0].rows[0].cells)
    words = y = TOP + WORD * max(len(name) for name in names)
    tops, heights = dict[int, float](), dict[int, float]()
    seen = [(standing(report.risks, moment), moves(report.risks, moment)) for moment in MOMENTS]
    for row in report.maps[0].rows:
        rank = row.severity.rank
        asked = [_asked(marks, moved, rank, across) for marks, moved in seen]
        tops[rank], heights[rank] = y + NAME, max(LEAST, *asked)
        y += NAME + heights[rank]
    return Grid(tops, heights, columns, width, words, y)


def _asked(fields: Mapping[Place, Sequence[Mark]], moved: Iterable[Move], severity: int, across: int) -> float:
    """The height that a row needs at a moment: the fullest of its fields, and the moves that begin in it."""
    fullest = max((len(marks) for field, marks in fields.items() if field[0] == severity), default=0)
    tracks = sum(start[0] == severity for start, _ in moved)
    return HEAD + -(-fullest // across) * PITCH + ROOM + tracks * TRACK


def risk_map(report: Report, one: RiskMap, words: Mapping[str, Any], name: str) -> Markup:
    """The picture of one moment."""
    fields = grid(report)
    said = words["pictures"]
    title = words["risks"]["map"].format(moment=words["risks"]["moments"][one.moment])
    parts = [
        *_cells(one, fields, report.language),
        *_moves(report, one.moment, fields),
        *_marks(report, one.moment, fields),
        *_axes(one, fields, words, report.language),
    ]
    return picture(name, fields.bottom + 2, title, _told(report, one, said), parts)


def _told(report: Report, one: RiskMap, said: Mapping[str, str]) -> str:
    counts = Counter(number for row in one.rows for cell in row.cells for number in [cell.level.rank] * len(cell.risks))
    labels = {grade.level.rank: grade.level.label.words for grade in report.method.levels}
    told = said["comma"].join(
        said["count"].format(level=labels[rank], n=counts[rank]) for rank in sorted(counts, reverse=True)
    )
    moved = sum(moves(report.risks, one.moment).values())
    return said["map_told"].format(counts=told) + (said["map_moved"].format(n=moved) if moved else "")


def _axes(one: RiskMap, fields: Grid, words: Mapping[str, Any], page: str) -> Iterator[Markup]:
    yield text(words["risks"]["severity"] + " ↓", LEFT, 12.5, size=SMALL, look="quiet", bold=True)
    yield text(
        words["risks"]["likelihood"] + " →", WIDTH - EDGE, 12.5, size=SMALL, look="quiet", bold=True, anchor="end"
    )
    for cell in one.rows[0].cells:
        yield from _centred(cell.likelihood, fields, page)
    for row in one.rows:
        for each in lines(row.severity.label.words, (WIDTH - 4) / 10.6, 1):
            yield text(
                each,
                LEFT,
                fields.tops[row.severity.rank] - 4,
                size=10,
                bold=True,
                language=tongue(row.severity.label, page),
            )


def _centred(column: Level, fields: Grid, page: str) -> Iterator[Markup]:
    told = balanced(column.label.words, (fields.width - 3) / 10, 2)
    x, language = fields.middle(column.rank), tongue(column.label, page)
    for number, each in enumerate(told):
        y = fields.words - (len(told) - 1 - number) * WORD
        yield text(each, x, y, size=10, anchor="middle", language=language)


def _cells(one: RiskMap, fields: Grid, page: str) -> Iterator[Markup]:
    for row in one.rows:
        top, height = fields.tops[row.severity.rank], fields.heights[row.severity.rank]
        for cell in row.cells:
            left, rank, label = fields.left(cell.likelihood.rank), min(cell.level.rank, 4), cell.level.label
            yield from _cell(left, top, fields.width, height, rank, label.words, tongue(label, page))


@lru_cache(1 << 10)
def _cell(  # noqa: PLR0913, PLR0917 - a place, a size and a look
    left: float, top: float, width: float, height: float, rank: int, words: str, language: str
) -> tuple[Markup, ...]:
    field = shape("rect", f"level-{rank}", x=left, y=top, width=width, height=height)
    told = lines(words, (width - 6) / 9, 1)
    return (field, *(text(one, left + 4, top + 11, size=9, look=f"on-{rank}", language=language) for one in told))


def _marks(report: Report, moment: str, fields: Grid) -> Iterator[Markup]:
    across = int((fields.width - ROOM) // PITCH)
    for (severity, likelihood), marks in standing(report.risks, moment).items():
        for number, (label, open_) in enumerate(marks):
            x = fields.left(likelihood) + ROOM / 2 + RADIUS + (number % across) * PITCH
            y = fields.tops[severity] + HEAD + RADIUS + (number // across) * PITCH
            yield mark(x, y, label, radius=RADIUS, open_=open_)


def _moves(report: Report, moment: str, fields: Grid) -> Iterator[Markup]:
    """Each along a track of its own at the foot of its row, those that change rows lowest."""
    used, ended = Counter[int](), Counter[Place]()
    found = moves(report.risks, moment)
    for start, end in sorted(found, key=lambda one: one[0][0] == one[1][0]):
        foot = fields.tops[start[0]] + fields.heights[start[0]]
        y = foot - TRACK / 2 - 1 - used[start[0]] * TRACK
        way = [(fields.middle(start[1]), y), (fields.middle(end[1]), y)]
        if start[0] != end[0]:
            way = _across(start, end, y, fields, ended[end] % 5)
        yield casing(*way)
        yield arrow("strong", *way)
        yield from _counted(f"×{found[start, end]}", *way[0])
        used[start[0]] += 1
        ended[end] += 1


def _across(start: Place, end: Place, y: float, fields: Grid, before: int) -> list[Point]:
    """To the edge of another row, beside where others ended; straight down within a column, beside the rows' names."""
    end_y = fields.tops[end[0]] + (7 if end[0] < start[0] else fields.heights[end[0]] - 7)
    if start[1] == end[1]:
        x = fields.middle(start[1]) + fields.width * (0.33 - 0.1 * before)
        return [(x, y), (x, end_y)]
    return [(fields.middle(start[1]), y), (fields.middle(end[1]) + fields.width * (0.4 - 0.17 * before), end_y)]


def _counted(label: str, x: float, y: float) -> Iterator[Markup]:
    width = em(label) * 9 + 4
    yield shape("rect", "box", x=x - width / 2, y=y - 5.5, width=width, height=11, rx=5.5)
    yield text(label, x, y + 3.2, size=9, bold=True, anchor="middle")
