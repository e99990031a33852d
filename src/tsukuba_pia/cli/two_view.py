"""`pia score A B`: two people's answers side by side, for a panel: what differs, how far, and what it comes from."""

import json
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tsukuba_pia.change.assessment_diff import Moved
from tsukuba_pia.cli import context
from tsukuba_pia.cli.diff_view import DiffView, Line
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.fold import fold
from tsukuba_pia.model.result import NONE, Interval
from tsukuba_pia.model.text import escaped, printable, words
from tsukuba_pia.work.assessment_diff import SideUnusable
from tsukuba_pia.work.two_assessors import KINDS, Pair, TwoAssessors, two_assessors

WIDEST = 100
MOMENTS = ("inherent", "current", "target")
FAR = 1  # steps beyond which two assessors have to talk (one is what a four-step scale allows for)
REST = {
    "rest_differently": ("differently", "details"),
    "rest_gaps": ("only_first", "only_second"),
    "rest_asked": ("asked_of_one",),
}
OPEN = ("only_first", "only_second", "neither", "asked_of_one")


def run(first: str, second: str, as_of: str | None, *, as_json: bool) -> int:
    """Show two assessments of one service side by side."""
    day = context.day(as_of) if as_of else context.today()
    with TemporaryDirectory(prefix="pia-") as scratch:
        try:
            found = two_assessors(first, second, Path(), day, Path(scratch))
        except SideUnusable as problem:
            say_findings(problem.diagnostics, problem.sources)
            raise
        view = TwoView(found)
        context.tell(view.as_json() if as_json else view.as_text())
    return 0


class TwoView:
    """Tells one comparison of two people."""

    def __init__(self, two: TwoAssessors) -> None:
        """Take what is told."""
        self.two = two
        self.words = DiffView(two.compared).words
        self.diff = DiffView(two.compared)

    def as_text(self) -> str:
        """For a terminal or a projector."""
        columns = min(WIDEST, shutil.get_terminal_size().columns)
        lines: list[str] = []
        for depth, text in self._lines():
            blank = [""] if depth == 0 and lines else []
            lines += [*blank, *fold(text, columns, "  " * depth, "  " * depth + "  " * bool(depth))]
        return printable("\n".join(lines))

    def _say(self, key: str, **values: object) -> str:
        return context.words("two", key, **values)

    def _lines(self) -> Iterator[Line]:
        compared = self.two.compared
        yield Line(0, self.words.text(compared.new.side.given.assessment.title))
        for number, one in enumerate((compared.old, compared.new), 1):
            authors = [who.name for who in one.side.given.assessment.team if who.role == "author" and who.name]
            yield Line(1, self._say("side", number=number, name=one.name, who=", ".join(authors)).rstrip(" ·"))
        yield Line(0, self._say("levels"))
        for moment in MOMENTS:
            yield Line(1, self._moment(moment))
        yield from self._agreement()
        yield from self._apart()
        yield from self._answers()

    def _moment(self, moment: str) -> str:
        one, other = (getattr(result, moment) for result in self.two.results)
        steps = self._apart_by(one, other)
        head = context.words("score", moment)
        both = self._say("both", first=self._level(one), second=self._level(other))
        return f"{head}: {both}" + (f"  {self._say('steps', n=steps)}" if steps else "")

    def _apart_by(self, one: Interval, other: Interval) -> int:
        scale = (NONE, *self.two.compared.new.side.questionnaire.level_ids)
        return abs(scale.index(one.worst) - scale.index(other.worst))

    def _level(self, interval: Interval) -> str:
        levels = self.two.compared.new.side.questionnaire.method.levels
        label = next((one.label for one in levels if one.id == interval.worst), None)
        return self.words.text(label) if label else context.words("score", "none")

    def _agreement(self) -> Iterator[Line]:
        counts = self.two.counts
        both = counts["same"] + counts["details"] + counts["differently"]
        yield Line(0, self._say("agreement", n=len(self.two.pairs)))
        yield Line(1, self._say("answered_both", n=both, same=counts["same"], differently=counts["differently"]))
        if counts["details"]:
            yield Line(1, self._say("details", n=counts["details"]))
        for kind in OPEN:
            if counts[kind]:  # type: ignore[index]  # one of the kinds
                yield Line(1, self._say(kind, n=counts[kind]))  # type: ignore[index]

    def _apart(self) -> Iterator[Line]:
        yield Line(0, self._say("moved"))
        if not self.two.moved:
            yield Line(1, self._say("nothing_moved"))
        for _, group in groupby(self.two.moved, key=lambda one: one.target):
            moments = list(group)
            far = max(map(self.two.steps, moments)) > FAR
            yield Line(1, self.words.target(moments[0]) + (f"  {self._say('talk')}" if far else ""))
            for _, same in groupby(moments, key=lambda one: one.causes):
                alike = list(same)
                for one in alike:
                    yield Line(2, self._moved(one))
                yield from self.diff.causes(alike[0].causes)
        if self.two.first:
            yield Line(0, self._say("first"))
            yield from (Line(1, self._pair(one)) for one in self.two.first)

    def _moved(self, one: Moved) -> str:
        first, second = (self.words.level(one, value) for value in (one.before, one.now))
        both = self._say("both", first=first, second=second)
        steps = self.two.steps(one)
        told = f"{both}  {self._say('steps', n=steps)}" if steps and one.target.kind in ("risk", "assessment") else both
        return f"{context.words('score', one.moment)}: {told}" if one.moment else told

    def _answers(self) -> Iterator[Line]:
        """Differences that nothing above names: answers, then what else differs."""
        rest = [one for one in self.two.pairs if not one.moves and one.kind not in ("same", "neither")]
        for head, kinds in REST.items():
            those = [one for one in rest if one.kind in kinds]
            if those:
                yield Line(0, self._say(head, n=len(those)))
                yield from (Line(1, self._pair(one)) for one in those)
        if self.two.elsewhere:
            parts = dict.fromkeys(self.words.part(one.key) for one in self.two.elsewhere)
            yield Line(0, self._say("elsewhere", parts=self._say("comma").join(parts)))

    def _pair(self, one: Pair) -> str:
        first, second = (self._answer(one.question, number) for number in (0, 1))
        return f"{self.words.question(one.question)}: {self._say('both', first=first, second=second)}"

    def _answer(self, name: str, number: int) -> str:
        """What one of them answered: by what counts, so that an unconfirmed or unknown answer is none."""
        standing = self.two.results[number].standings[name]
        if standing.open or standing.value is None:
            return context.words("score", f"state_{standing.state.value}")
        value = standing.value
        values = value if isinstance(value, tuple) else (value,)
        return self.words.options(name, [str(one) for one in values])

    def as_json(self) -> str:
        """For programs."""
        two, compared = self.two, self.two.compared
        sides = [
            {"file": one.name, "authors": [who.name for who in one.side.given.assessment.team if who.role == "author"]}
            for one in (compared.old, compared.new)
        ]
        levels = {
            moment: [getattr(result, moment)._asdict() for result in two.results] for moment in MOMENTS
        }  # fmt: skip
        plain = {id(moved): told for moved, told in zip(compared.diff.moved, self.diff.moved_as_plain(), strict=True)}
        moved = [self._plain(one, plain[id(one)]) for one in two.moved]
        pairs = [
            {"question": one.question, "kind": one.kind, "moves": list(one.moves),
             "answers": [self._value(one.question, number) for number in (0, 1)]}
            for one in two.pairs if one.kind != "same"
        ]  # fmt: skip
        whole = {
            "pia_score_two": 1, "assessment": compared.new.side.given.assessment.assessment,
            "title": words(compared.new.side.given.assessment.title, context.language()),
            "as_of": two.results[0].as_of, "sides": sides, "levels": levels,
            "counts": {kind: two.counts[kind] for kind in KINDS}, "moved": moved, "questions": pairs,
            "first": [one.question for one in two.first],
            "elsewhere": sorted({one.key[0] for one in two.elsewhere}),
        }  # fmt: skip
        return escaped(json.dumps(whole, ensure_ascii=False, indent=2, default=str))

    def _plain(self, moved: Moved, told: dict[str, Any]) -> dict[str, Any]:
        rest = {key: value for key, value in told.items() if key not in ("before", "now")}
        return {**rest, "first": moved.before, "second": moved.now, "steps": self.two.steps(moved)}

    def _value(self, name: str, number: int) -> Any:  # noqa: ANN401 - an answer's value
        standing = self.two.results[number].standings[name]
        return {"value": standing.value, "state": standing.state.value, "asked": standing.asked.value}
