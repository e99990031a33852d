"""The interview behind `pia answer`: which question next, and each answer saved at once. It knows no terminal."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.files import Changed, save
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.questionnaire import AskedQuestion, Questionnaire
from tsukuba_pia.model.result import Asked, ScoreResult, Standing
from tsukuba_pia.score.asked import NO_ANSWER
from tsukuba_pia.work.captions import caption
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.threshold import scope_of
from tsukuba_pia.yaml_edit import ANSWERS, set_answer
from tsukuba_pia.yaml_layout import Layout
from tsukuba_pia.yaml_source import Source

# What an answer may not be: another kind of value, an unknown option, out of range, or a My Number. All else is told.
REFUSED = ("PIA1", "PIA402", "PIA403", "PIA404", "PIA406", "PIA413", "PIA601")
TRIES = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: answered and all, of the questions that are asked."""

    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class Step:
    """A question as it is asked now."""

    asked: AskedQuestion
    standing: Standing
    answer: Answer
    progress: Progress

    @property
    def perhaps(self) -> bool:
        """Whether an earlier answer may still take it away."""
        return self.standing.asked is Asked.PERHAPS


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an answer: saved; refused; overtaken by another's answer; or the file cannot be read any more."""

    kind: Literal["saved", "refused", "overtaken", "unreadable"]
    findings: tuple[Diagnostic, ...] = ()
    theirs: Answer = NO_ANSWER


class Interview:
    """One person at one assessment."""

    def __init__(
        self, opened: Opened, *, section: str | None = None, only: Container[str] | None = None, open_only: bool = False
    ) -> None:
        """Begin with an assessment that is `usable`, perhaps with a part of its questions."""
        self.opened = opened
        self.section, self.only, self.open_only = section, only, open_only
        self.result: ScoreResult = opened.score()
        self.trail: list[str] = []
        self.at = self._first()

    @property
    def path(self) -> Path:
        """The file."""
        return self.opened.path

    @property
    def questionnaire(self) -> Questionnaire:
        """The banks that are asked."""
        assert self.opened.questionnaire is not None  # noqa: S101 - it is usable
        return self.opened.questionnaire

    @property
    def questions(self) -> tuple[str, ...]:
        """All that is asked or may be, in order."""
        scope: Iterable[str] = self.questionnaire.questions
        if self.only is None:
            scope = scope_of(self.questionnaire, self.result, self.opened.assessment)
        return tuple(
            name for name in scope
            if self.result.standings[name].asked is not Asked.NOT
            and (self.only is None or name in self.only)
            and (self.section is None or self.questionnaire.questions[name].section.id == self.section)
        )  # fmt: skip

    @property
    def progress(self) -> Progress:
        """How far it is."""
        names = self.questions
        return Progress(sum(not self.result.standings[name].open for name in names), len(names))

    def step(self, name: str) -> Step:
        """A question as it is asked now."""
        asked = self.questionnaire.questions[name]
        return Step(asked, self.result.standings[name], self.answer(name), self.progress)

    def answer(self, name: str) -> Answer:
        """What stands there now."""
        assert self.opened.assessment is not None  # noqa: S101 - it is usable
        return self.opened.assessment.answers.get(name, NO_ANSWER)

    def _first(self) -> str | None:
        """The first open question; where none is open, the first of all."""
        names = self.questions
        first = next((name for name in names if self.result.standings[name].open), None)
        return first or (None if self.open_only else next(iter(names), None))

    def forward(self) -> str | None:
        """Go on to the next question; None at the end."""
        if self.at is not None:
            self.trail.append(self.at)
            self.at = self._after(self.at)
        return self.at

    def _after(self, name: str) -> str | None:
        order = list(self.questionnaire.questions)
        place = order.index(name)
        later = (one for one in self.questions if order.index(one) > place)
        return next((one for one in later if not self.open_only or self.result.standings[one].open), None)

    def back(self) -> str | None:
        """Go back to the question before, also to one that was answered in an earlier sitting."""
        if self.trail:
            self.at = self.trail.pop()
            return self.at
        order = list(self.questionnaire.questions)
        place = order.index(self.at) if self.at else len(order)
        self.at = next((one for one in reversed(self.questions) if order.index(one) < place), self.at)
        return self.at

    def record(self, name: str, answer: Answer) -> Outcome:
        """Put an answer into the file and save it at once; what another person changed elsewhere meanwhile is kept."""
        for _ in range(TRIES):
            outcome = self._record(name, answer)
            if outcome is not None:
                return outcome
        raise Changed(self.path)

    def _record(self, name: str, answer: Answer) -> Outcome | None:
        source = self.opened.source
        order = list(self.questionnaire.questions)
        language = self.opened.assessment.language if self.opened.assessment else "ja"
        text = set_answer(source, name, answer, order[: order.index(name)], caption(self.questionnaire, name, language))
        candidate = open_assessment(self.path, self.opened.as_of, raw=text.encode())
        findings = _about(candidate, name)
        if not candidate.usable or any(one.level == "error" and one.code.startswith(REFUSED) for one in findings):
            return Outcome("refused", findings)
        try:
            save(self.path, text.encode(), source.raw)
        except Changed:
            return self._overtaken(name, source)
        self._take(candidate)
        return Outcome("saved", findings)

    def _overtaken(self, name: str, before: Source) -> Outcome | None:
        """Another wrote the file: None where this answer is as it was and can be put into theirs."""
        theirs = open_assessment(self.path, self.opened.as_of)
        if not theirs.usable:
            return Outcome("unreadable", tuple(one for one in theirs.diagnostics if one.level == "error"))
        self._take(theirs)
        if _said(before, name) == _said(theirs.source, name):
            return None
        return Outcome("overtaken", theirs=self.answer(name))

    def _take(self, opened: Opened) -> None:
        self.opened = opened
        self.result = opened.score()


def _said(source: Source, name: str) -> Any:  # noqa: ANN401 - plain data
    answers = source.data.get(ANSWERS) if isinstance(source.data, dict) else None
    return answers.get(name) if isinstance(answers, dict) else None


def _about(opened: Opened, name: str) -> tuple[Diagnostic, ...]:
    """What is wrong with this answer, by its lines."""
    layout = Layout(opened.source)
    try:
        entry = layout.entry((ANSWERS, name))
    except LookupError:
        return ()
    first = opened.source.position((ANSWERS, name), key=True).line
    last = first + len(opened.source.text[entry.key : entry.end].splitlines()) - 1
    return tuple(one for one in opened.diagnostics if one.file == opened.source.file and first <= one.line <= last)
