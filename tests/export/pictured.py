"""Reports as large and as odd as hypothesis likes, and their pictures read back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from hypothesis import strategies as st

from tests.report.robot import report_of
from tsukuba_pia.export.pictures.measure import em
from tsukuba_pia.export.pictures.svg import WIDTH
from tsukuba_pia.labels import labels
from tsukuba_pia.model.text import Said
from tsukuba_pia.report.document import Report
from tsukuba_pia.report.model import Axes, Cell, Level, MapRow, RiskMap
from tsukuba_pia.report.parts import Actor, Flow
from tsukuba_pia.report.teller import clean

SMALL = report_of()
WORDS: dict[str, Any] = dict(labels("ja")["report"])
Step = tuple[int, int]

TEXTS = st.one_of(
    st.sampled_from(
        ["市", "市(危機管理課、福祉総務課)", "長" * 500, "a" * 500, "<b>&\"'", "ﷺ" * 40, "漢字 and words, mixed"]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=60),
).map(clean)
RUNGS = 4
FIELDS = st.tuples(st.integers(1, RUNGS), st.integers(1, RUNGS))


def said(words: str) -> Said:
    """In the language of the page."""
    return Said(words, "ja")


def level(rank: int, of: int = RUNGS) -> Level:
    """A rung of a scale."""
    return Level(f"r{rank}", rank, of, said(f"段{rank}"))


def axes(worst: Step, best: Step) -> Axes:
    """At one moment."""
    return Axes(level(worst[0]), level(worst[1]), level(max(worst)), level(best[0]), level(best[1]))


def risky(moments: Sequence[Sequence[tuple[Step, Step]]]) -> Report:
    """A report with a risk for each three pairs of fields: the worst and the best case at each moment."""
    model = SMALL.risks[0]
    risks = tuple(
        replace(
            model, number=number, perhaps=False, inherent=axes(*one[0]), current=axes(*one[1]), target=axes(*one[2])
        )
        for number, one in enumerate(moments, 1)
    )
    return replace(SMALL, risks=risks, maps=tuple(map(matrix, ("inherent", "current", "target"))))


def flowing(names: Sequence[str], kinds: Sequence[int], ways: Sequence[tuple[int, int, bool]]) -> Report:
    """A report with actors of some kinds, and flows between some of all who are named."""
    ends = [said(f"{number}{name}") for number, name in enumerate(names)]
    actors = [
        Actor(f"a{number}", ends[number], said(f"立場{kind}"), None, None, ())
        for number, kind in enumerate(kinds[: len(names)])
        if kind
    ]
    flows = [
        Flow(
            ends[start % len(ends)], ends[end % len(ends)], (said(names[0]),), None, said("境") if crosses else None, ()
        )
        for start, end, crosses in ways
    ]
    return replace(SMALL, actors=tuple(actors), flows=tuple(flows))


@dataclass(frozen=True)
class Drawn:
    """A picture, read back."""

    root: Element

    @property
    def height(self) -> float:
        """Of its view box."""
        return float(self.root.attrib["viewBox"].split()[3])

    def all(self, tag: str, look: str = "") -> list[Element]:
        """The elements of a kind and look."""
        found = self.root.iter(f"{{http://www.w3.org/2000/svg}}{tag}")
        return [one for one in found if not look or one.attrib.get("class") == f"p-{look}"]

    def marks(self, radius: float, look: str = "box") -> dict[str, list[tuple[float, float]]]:
        """The discs of a size by the number that stands in them."""
        found: dict[str, list[tuple[float, float]]] = {}
        before: Element | None = None
        for one in self.root:
            inside = before is not None and before.attrib.get("r") == str(radius)
            if inside and before is not None and before.attrib["class"] == f"p-{look}" and one.text:
                found.setdefault(one.text, []).append((float(before.attrib["cx"]), float(before.attrib["cy"])))
            before = one
        return found

    def outside(self) -> list[str]:
        """What leaves the view box, texts by the width that we give them."""
        return [
            told for told, (left, top, right, bottom) in self._extents() if not self._holds(left, top, right, bottom)
        ]

    def _holds(self, left: float, top: float, right: float, bottom: float) -> bool:
        return left >= -0.1 and top >= -0.1 and right <= WIDTH + 0.1 and bottom <= self.height + 0.1

    def _extents(self) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
        for one in self.all("text"):
            x, y, size = (float(one.attrib[name]) for name in ("x", "y", "font-size"))
            wide = em(one.text or "") * size * (1.06 if "font-weight" in one.attrib else 1)
            left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[one.attrib.get("text-anchor", "start")]
            yield one.text or "", (left, y - size, left + wide, y)
        for one in self.all("rect"):
            x, y, wide, high = (float(one.attrib[name]) for name in ("x", "y", "width", "height"))
            yield "rect", (x, y, x + wide, y + high)
        for one in self.all("circle"):
            x, y, radius = (float(one.attrib[name]) for name in ("cx", "cy", "r"))
            yield "circle", (x - radius, y - radius, x + radius, y + radius)
        for one in self.all("path"):
            points = re.findall(r"(-?[\d.]+) (-?[\d.]+)", one.attrib["d"])
            xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
            yield one.attrib["d"], (min(xs), min(ys), max(xs), max(ys))


def drawn(svg: str) -> Drawn:
    """A picture that is well-formed, or an error."""
    return Drawn(fromstring(svg))  # noqa: S314 - our own text, and whether it parses is the question


def matrix(moment: str) -> RiskMap:
    """The fields at a moment; the picture takes what stands there from the risks."""
    rungs = range(1, RUNGS + 1)
    return RiskMap(
        moment,
        tuple(
            MapRow(level(row), tuple(Cell(level(column), level(max(row, column)), ()) for column in rungs))
            for row in reversed(rungs)
        ),
    )
