"""`pia score A B`: two people's answers side by side, for a panel: what differs, how far, and what it comes from."""

import json
import shutil
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tsukuba_pia.change.assessment_diff import Moved
from tsukuba_pia.cli import context
from tsukuba_pia.cli.diff_view import DiffView, Line
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.cli.two_words import Grounds, TwoWords
from tsukuba_pia.fold import fold
from tsukuba_pia.model.result import NONE, Interval
from tsukuba_pia.model.text import escaped, printable, words
from tsukuba_pia.work.assessment_diff import Compared, SideUnusable
from tsukuba_pia.work.two_assessors import KINDS, Pair, TwoAssessors, two_assessors

WIDEST = 100
MOMENTS = ("inherent", "current", "target")
SHOWN = 10  # questions of a list; JSON has all
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
        for one in (found.compared.old, found.compared.new):
            if errors := sum(wrong.level == "error" for wrong in one.opened.diagnostics):
                context.say(context.words("cli", "has_errors", n=errors, path=one.name))
        view = TwoView(found)
        context.tell(view.as_json() if as_json else view.as_text())
    return 0


class TwoView:
    """Tells one comparison of two people."""

    def __init__(self, two: TwoAssessors) -> None:
        """Take what is told."""
        self.two = two
        self.diff = DiffView(two.compared)
        self.diff.words = self.words = TwoWords(two.compared.diff, two.names)
        self.back = DiffView(Compared(two.compared.new, two.compared.old, two.back, {}))
        self.back.words = TwoWords(two.back, two.names, back=True)
        self.back.read = self.diff.read
        self.grounds = Grounds(two, self.words)

    def as_text(self) -> str:
        """For a terminal or a projector."""
        columns = min(WIDEST, shutil.get_terminal_size().columns)
        lines: list[str] = []
        for depth, text in self._lines():
            blank = [""] if depth == 0 and lines else []
            lines += [*blank, *fold(text, columns, "  " * depth, "  " * depth + "  " * bool(depth))]
        return printable("\n".join(lines))

    def _say(self, key: str, **values: object) -> str:
        a, b = self.two.names
        return context.words("two", key, a=a, b=b, **values)

    def _lines(self) -> Iterator[Line]:
        compared = self.two.compared
        yield Line(0, self.words.text(compared.new.side.given.assessment.title))
        for name, one in zip(self.two.names, (compared.old, compared.new), strict=True):
            authors = [who.name for who in one.side.given.assessment.team if who.role == "author" and who.name]
            yield Line(1, self._say("side", name=name, file=one.name, who=", ".join(authors)).rstrip(" ·"))
        yield Line(0, self._say("levels"))
        for moment in MOMENTS:
            yield Line(1, self._moment(moment))
        same, every = self.two.risks_now
        yield Line(1, self._say("risks_now", same=same, n=every))
        yield from self._agreement()
        yield from self._apart()
        yield from self._first()
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
            yield Line(1, self.words.target(moments[0]) + self._mark(moments))
            for _, same in groupby(moments, key=lambda one: (one.causes, self.two.causes_back(one))):
                alike = list(same)
                for one in alike:
                    yield Line(2, self._moved(one))
                yield from self._causes(alike[0])

    def _mark(self, moments: list[Moved]) -> str:
        """What a panel does with it: one of them asks, or both talk."""
        if all(map(self.two.is_gap, moments)):
            return f"  {self._say('gap')}"
        return f"  {self._say('talk')}" if max(map(self.two.steps, moments)) > FAR else ""

    def _causes(self, moved: Moved) -> Iterator[Line]:
        """From either to the other, where the one is not also the way of the other."""
        one_way = self.two.one_way(moved)
        if one_way:
            yield Line(3, self._say("to_second"))
        yield from self.diff.causes(moved.causes)
        if one_way:
            yield Line(3, self._say("to_first"))
            yield from self.back.causes(self.two.causes_back(moved))

    def _first(self) -> Iterator[Line]:
        if self.two.first:
            yield Line(0, self._say("first"))
            yield from self._pairs(self.two.first)

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
                yield from self._pairs(those[:SHOWN])
                if len(those) > SHOWN:
                    yield Line(1, self._say("more", n=len(those) - SHOWN))
        if self.two.elsewhere:
            parts = dict.fromkeys(self.words.part(one.key) for one in self.two.elsewhere)
            yield Line(0, self._say("elsewhere", parts=self._say("comma").join(parts)))

    def _pairs(self, pairs: Sequence[Pair]) -> Iterator[Line]:
        for one in pairs:
            yield Line(1, self.words.question(one.question))
            if one.kind == "details":
                yield from (Line(2, self.words.changed(change, 2)) for change in self.two.details(one.question))
            else:
                yield from (Line(2, told) for told in self.grounds.answers(one.question))

    def as_json(self) -> str:
        """For programs."""
        two, compared = self.two, self.two.compared
        sides = [
            {
                "name": name,
                "file": one.name,
                "authors": [who.name for who in one.side.given.assessment.team if who.role == "author"],
            }
            for name, one in zip(two.names, (compared.old, compared.new), strict=True)
        ]
        levels = {
            moment: [getattr(result, moment)._asdict() for result in two.results] for moment in MOMENTS
        }  # fmt: skip
        same, every = two.risks_now
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
            "risks_now": {"same": same, "of": every}, "counts": {kind: two.counts[kind] for kind in KINDS},
            "moved": moved, "questions": pairs,
            "first": [one.question for one in two.first],
            "elsewhere": sorted({one.key[0] for one in two.elsewhere}),
        }  # fmt: skip
        return escaped(json.dumps(whole, ensure_ascii=False, indent=2, default=str))

    def _plain(self, moved: Moved, told: dict[str, Any]) -> dict[str, Any]:
        rest = {key: value for key, value in told.items() if key not in ("before", "now")}
        back = self.two.causes_back(moved)
        return {
            **rest, "first": moved.before, "second": moved.now, "steps": self.two.steps(moved),
            "gap": self.two.is_gap(moved),
            "back": {"causes": [[list(key) for key in one] for one in back.sets], "more": back.more,
                     "none_up_to": back.none_up_to, "enough": [list(key) for key in back.enough]},
        }  # fmt: skip

    def _value(self, name: str, number: int) -> Any:  # noqa: ANN401 - an answer's value
        standing = self.two.results[number].standings[name]
        return {"value": standing.value, "state": standing.state.value, "asked": standing.asked.value}
