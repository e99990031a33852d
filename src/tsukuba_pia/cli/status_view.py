"""Says where an assessment stands: for a person, or as JSON."""

import json
import shutil
from collections.abc import Iterator
from typing import Any

from tsukuba_pia.cli import context
from tsukuba_pia.cli.threshold_view import outcome_label
from tsukuba_pia.fold import fold
from tsukuba_pia.model.result import NONE, Interval
from tsukuba_pia.model.text import Text, printable, say
from tsukuba_pia.work.opening import Opened
from tsukuba_pia.work.status import Status

WIDEST = 88
BAR = 10
SHOWN = 8


def as_json(status: Status) -> str:
    """One document, versioned."""
    threshold = status.threshold
    document: dict[str, Any] = {
        "pia_status": 1,
        "assessment": status.assessment,
        "as_of": status.as_of,
        "state": status.state,
        "threshold": {"best": threshold.outcome.best, "worst": threshold.outcome.worst} if threshold else None,
        "current": status.current._asdict(),
        "target": status.target._asdict(),
        "counts": dict(status.counts),
        "sections": [{"section": one.section, "answered": one.answered, "total": one.total} for one in status.sections],
        "open": list(status.open_questions),
        "open_required": list(status.open_required),
        "red_lines": [
            {"id": one.red_line, "state": one.state, "questions": list(one.questions)} for one in status.blocked
        ],
        "errors": status.errors,
        "warnings": status.warnings,
        "parts_missing": list(status.parts_missing),
        "next": [{"step": one.key.removeprefix("next_"), **one.args} for one in status.next_steps],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


class StatusView:
    """The lines of one status."""

    def __init__(self, opened: Opened, status: Status) -> None:
        """Take what is told, and in whose language."""
        assert opened.questionnaire is not None  # noqa: S101 - the command opened a usable one
        assert opened.assessment is not None  # noqa: S101
        self.questionnaire = opened.questionnaire
        self.own = opened.assessment.language
        self.ended = opened.assessment.dates.ended if opened.assessment.dates else None
        self.status = status
        self.language = context.language()
        self.columns = min(WIDEST, shutil.get_terminal_size().columns)

    def lines(self) -> Iterator[str]:
        """All of it."""
        for text, first, rest in self._parts():
            yield from fold(printable(text), self.columns, first, rest)

    def _words(self, key: str, **values: object) -> str:
        return context.words("status", key, **values)

    def _text(self, text: Text) -> str:
        return say(text, self.language, self.own).words

    def _parts(self) -> Iterator[tuple[str, str, str]]:
        status = self.status
        yield f"{self._text(status.title)} ({status.assessment}), {self._words('as_of', day=status.as_of)}", "", "  "
        yield f"{context.words('states', 'label')}: {context.words('states', self.status.state)}", "", "  "
        if self.ended:
            yield self._words("ended", day=self.ended.on, why=self._text(self.ended.why)), "", "  "
        yield from self._threshold()
        levels = {"current": self._level(status.current), "target": self._level(status.target)}
        yield self._words("level", **levels), "", "  "
        total = sum(one.total for one in status.sections)
        yield self._words("progress", answered=total - len(status.open_questions), total=total), "", "  "
        counted = ", ".join(f"{self._words(f'state_{state}')} {count}" for state, count in status.counts.items())
        yield f"{self._words('counts')}: {counted}", "", "  "
        yield self._words("findings", errors=status.errors, warnings=status.warnings), "", "  "
        yield from self._sections()
        yield from self._open()
        yield from self._blocked()
        yield "", "", ""
        yield self._words("next"), "", ""
        for number, one in enumerate(status.next_steps, 1):
            yield self._words(one.key, **one.args), f"{number}. ", "   "

    def _threshold(self) -> Iterator[tuple[str, str, str]]:
        found = self.status.threshold
        if found is None:
            return
        decision = self.questionnaire.decisions[found.id].decision
        best = ""
        if found.outcome.best != found.outcome.worst:
            best = " " + self._words("threshold_range", best=outcome_label(decision, found.outcome.best))
        yield f"{self._words('threshold')}: {outcome_label(decision, found.outcome.worst)}{best}", "", "  "

    def _level(self, interval: Interval) -> str:
        labels = {one.id: self._text(one.label) for one in self.questionnaire.method.levels}
        labels[NONE] = self._words("none")
        if interval.best == interval.worst:
            return labels[interval.worst]
        return f"{labels[interval.worst]} {self._words('threshold_range', best=labels[interval.best])}"

    def _sections(self) -> Iterator[tuple[str, str, str]]:
        yield "", "", ""
        yield self._words("sections"), "", ""
        for one in self.status.sections:
            full = BAR * one.answered // one.total
            counts = f"{one.answered}/{one.total}"
            bar = "#" * full + "." * (BAR - full)
            yield self._text(one.title), f"  {bar} {counts:>6}  ", " " * (BAR + 11)

    def _open(self) -> Iterator[tuple[str, str, str]]:
        needed = self.status.open_required
        if not needed:
            return
        yield "", "", ""
        yield self._words("required", count=len(needed)), "", ""
        for name in needed[:SHOWN]:
            text = self._text(self.questionnaire.questions[name].question.text)
            yield f"{text} ({name})", "- ", "  "
        if len(needed) > SHOWN:
            yield self._words("more", count=len(needed) - SHOWN), "  ", "  "

    def _blocked(self) -> Iterator[tuple[str, str, str]]:
        if not self.status.blocked:
            return
        yield "", "", ""
        yield self._words("blocked"), "", ""
        for one in self.status.blocked:
            state = self._words("crossed" if one.state == "crossed" else "undecided")
            yield f"{state}: {self._text(one.text)} ({one.red_line})", "- ", "  "
            if one.questions:
                key = "rests_on" if one.state == "crossed" else "waits_for"
                yield self._words(key, questions=", ".join(one.questions)), "  ", "  "
