"""A score for people in a room: words before colours, worst first, 80 columns, Japanese and English."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from tsukuba_pia.cli.shown import Shown
from tsukuba_pia.cli.unknowns_view import UnknownsView
from tsukuba_pia.fold import fold
from tsukuba_pia.labels import labels, otherwise
from tsukuba_pia.model.result import (
    EVERYONE,
    NONE,
    UNTOLD,
    Contribution,
    DecisionResult,
    Interval,
    Pair,
    RiskResult,
    Truth,
)
from tsukuba_pia.model.text import Text, printable, words

WIDEST = 100
STYLES = ("green", "yellow", "dark_orange", "bold red")
MOMENTS = ("inherent", "current", "target")


class Room(Console):
    """A console that leaves a closed pipe to `main`, where it is no failure."""

    def on_broken_pipe(self) -> None:
        """Rich would end the process with 1, which says something else here."""
        raise BrokenPipeError


def _most(*counted: Mapping[str, int]) -> Mapping[str, int]:
    return {moment: max(one.get(moment, 0) for one in counted) for moment in ("current", "target")}


class ScoreView:
    """Prints one score."""

    def __init__(self, shown: Shown, console: Console, language: str) -> None:
        """Take what is shown, and where to."""
        opened = shown.opened
        assert opened.assessment is not None  # noqa: S101 - the command opened a usable one
        assert opened.questionnaire is not None  # noqa: S101
        self.shown = shown
        self.assessment = opened.assessment
        self.questionnaire = opened.questionnaire
        self.places = shown.places
        self.result = shown.result
        self.console = console
        self.language = language
        self.words: Mapping[str, Any] = labels(language)["score"]

    @cached_property
    def unknowns(self) -> UnknownsView:
        """What is open, in words."""
        return UnknownsView(self.questionnaire, self.result, self.shown.unknowns(), self.language)

    def overview(self) -> None:
        """The whole assessment: threshold, level, map, risks, red lines, what is open."""
        self._heading()
        for decision in self.result.decisions.values():
            self._decision(decision)
        self._indices()
        self._map()
        self._red_lines()
        self._risks()
        self._open()

    def one(self, risk: RiskResult) -> None:
        """Every contribution to one risk."""
        rule = self.questionnaire.risks[risk.id]
        self._title(f"{risk.id}  {self.say(rule.risk.title)}")
        self._line(self.say(rule.risk.scenario))
        self._line(self._levels(risk), style=self._style(risk.current.worst))
        self._line(self.words["worst_group"].format(group=self.group(risk.worst_group)))
        for axis in ("severity", "likelihood"):
            self._title(self.words[axis])
            for one in risk.contributions:
                if one.axis == axis:
                    self._contribution(one)
        for one in risk.contributions:
            if one.cause == "withheld":
                self._line(f"* {self.say(one.because)}")
            elif one.axis == "level":
                self._line(f"{self.words['override']}: {self.say(one.because)}")
        self._title(self.words["matrix"])
        for moment in MOMENTS:
            self._line(f"{self.words[moment]}: {self._pair(getattr(risk.worst, moment))}", 2)
        self._groups(risk)

    def say(self, text: Text | None) -> str:
        """A text in the reader's language, safe to print."""
        return printable(words(text, self.language))

    def label(self, level: str) -> str:
        """A level's word."""
        grade = next((one for one in self.questionnaire.method.levels if one.id == level), None)
        return self.say(grade.label) if grade else str(self.words["none"])

    def level(self, level: str) -> str:
        """A level as bar and word: never colour alone."""
        return self.label(level) if level == NONE else f"{self._bar(level)} {self.label(level)}"

    def _bar(self, level: str) -> str:
        order = self.questionnaire.level_ids
        rank = order.index(level) + 1
        return f"[{'#' * rank}{'-' * (len(order) - rank)}]"

    def group(self, group: str) -> str:
        """A group's name."""
        term = self.questionnaire.vocabulary.find("groups", group)
        own = {EVERYONE: self.words["everyone"], UNTOLD: self.words["group_untold"]}
        return self.say(term.label) if term else str(own.get(group, group))

    def _style(self, level: str) -> str:
        order = self.questionnaire.level_ids
        return "" if level == NONE else STYLES[min(order.index(level), len(STYLES) - 1)]

    def _line(self, text: str, indent: int = 0, style: str = "", hang: int = 0) -> None:
        """A text, folded; what a mark like `- ` begins hangs under its words."""
        hang = 2 if text[:2] in ("- ", "+ ", "? ") else hang
        whole = printable(" ".join(text.splitlines()))  # a line end in a text must not begin a line of ours
        for line in fold(whole, self.console.width, " " * indent, " " * (indent + hang)):
            self.console.print(Styled(line, style=style, no_wrap=True, overflow="ignore"))

    def _title(self, text: str) -> None:
        self.console.print()
        self._line(text, style="bold underline")

    def _heading(self) -> None:
        self._line(self.say(self.assessment.title), style="bold")
        banks = " ".join(f"{bank.bank}@{bank.version}" for bank in self.questionnaire.banks)
        self._line(
            f"{self.assessment.assessment} · {self.words['as_of'].format(day=self.result.as_of)} · {banks}", style="dim"
        )
        if self.questionnaire.modified_method:
            self._line(self.words["modified_method"], style="bold")
        if self.shown.guests:
            self._line(labels(self.language)["room"]["guests"].format(n=len(self.shown.hidden)), style="bold")
        self.console.print()
        for moment in ("current", "inherent", "target"):
            interval: Interval = getattr(self.result, moment)
            self._line(f"{self.words[moment]}: {self._interval(interval)}", style=self._style(interval.worst))
        for line in self.unknowns.could() if self.result.open_questions else ():
            self._line(line.text)

    def _interval(self, interval: Interval) -> str:
        """The worst case, which counts; the best beside it where it differs."""
        if interval.best == interval.worst:
            return self.level(interval.worst)
        return f"{self.level(interval.worst)} {self.words['at_best'].format(level=self.label(interval.best))}"

    def _levels(self, risk: RiskResult) -> str:
        """Now, which counts, then before and after."""
        rest = (f"{self.words[moment]}: {self.label(getattr(risk, moment).worst)}" for moment in ("inherent", "target"))
        return " / ".join([f"{self.words['current']}: {self._interval(risk.current)}", *rest])

    def _decision(self, decision: DecisionResult) -> None:
        if decision.applies is Truth.FALSE:
            return
        rule = self.questionnaire.decisions[decision.id].decision
        outcomes = {one.id: self.say(one.label) for one in rule.outcomes}
        order = list(outcomes)
        self._title(f"{self.say(rule.title) or rule.id}: {outcomes[decision.outcome.worst]}")
        meaning = next(self.say(one.meaning) for one in rule.outcomes if one.id == decision.outcome.worst)
        if meaning:
            self._line(meaning, 2)
        if decision.outcome.best != decision.outcome.worst:
            self._line(self.words["decision_range"].format(best=outcomes[decision.outcome.best]), 2)
        for reason in sorted(
            decision.reasons, key=lambda one: (one.truth is not Truth.TRUE, -order.index(one.outcome))
        ):
            mark, perhaps = ("-", "") if reason.truth is Truth.TRUE else ("?", f" {self.words['perhaps']}")
            self._line(f"{mark} {outcomes[reason.outcome]}{perhaps}: {self.say(reason.because)}", 2)
        if not decision.reasons:
            self._line(self.words["no_reason"], 2)

    def _indices(self) -> None:
        if self.result.indices:
            from tsukuba_pia.cli.indices_view import index_lines  # noqa: PLC0415 - most banks have none

            for head, lines in index_lines(self.questionnaire, self.result, self.say, labels(self.language)["indices"]):
                self._title(head)
                for indent, line in lines:
                    self._line(line, indent)

    def _map(self) -> None:
        """The 4 × 4 map: which risks stand where, now, and before all safeguards in brackets. Without risks, none."""
        if not self._numbers():
            return
        method = self.questionnaire.method
        self._title(self.words["map"])
        table = Table(show_lines=True, pad_edge=False)
        table.add_column(self.words["map_corner"], overflow="fold")
        for grade in method.likelihood:
            table.add_column(self._grade("likelihood", grade.id), justify="left", overflow="fold")
        numbers = self._numbers()
        for grade in reversed(method.severity):
            cells = [
                Styled(self._cell(grade.id, likelihood.id, numbers), style=self._style(method.matrix[grade.id][column]))
                for column, likelihood in enumerate(method.likelihood)
            ]
            table.add_row(self._grade("severity", grade.id), *cells)
        self.console.print(table)
        self._line(self.words["map_legend"], style="dim")

    def _cell(self, severity: str, likelihood: str, numbers: Mapping[str, int]) -> str:
        method = self.questionnaire.method
        level = method.matrix[severity][[one.id for one in method.likelihood].index(likelihood)]
        here = {moment: list(self._standing(moment, severity, likelihood, numbers)) for moment in MOMENTS}
        before = [f"({one})" for one in here["inherent"]]
        later = [f">{one}" for one in here["target"] if one not in here["current"]]
        return "\n".join(
            part for part in (self._bar(level), " ".join([*map(str, here["current"]), *before, *later])) if part
        )

    def _standing(self, moment: str, severity: str, likelihood: str, numbers: Mapping[str, int]) -> Iterator[int]:
        for name, number in numbers.items():
            pair: Pair = getattr(self.result.risks[name].worst, moment)
            if (pair.severity.worst, pair.likelihood.worst) == (severity, likelihood):
                yield number

    def _numbers(self) -> dict[str, int]:
        return {risk.id: number for number, risk in enumerate(self.result.worst_first(self.questionnaire.level_ids), 1)}

    def _red_lines(self) -> None:
        lines = self.result.red_lines.values()
        self._title(self.words["red_lines"])
        for line in lines:
            if line.state != "clear":
                text = self.say(self.questionnaire.red_lines[line.id].red_line.text)
                self._line(f"{self.words[f'red_{line.state}']} {text} ({line.id})", 2, "bold red")
                for question in line.questions:
                    if self.result.standings[question].open:
                        self._line(f"- {self.words['waits_for'].format(question=question)}", 4)
        if clear := sum(line.state == "clear" for line in lines):
            self._line(self.words["red_clear"].format(n=clear), 2)

    def _risks(self) -> None:
        self._title(self.words["risks"])
        if not self._numbers():
            self._line(self.words["no_risks"], 2)
            return
        for number, risk in enumerate(self.result.worst_first(self.questionnaire.level_ids), 1):
            rule = self.questionnaire.risks[risk.id].risk
            perhaps = "" if risk.applies is Truth.TRUE else f" {self.words['perhaps_applies']}"
            self._line(f"{number}. {self.say(rule.title)}{perhaps}  ({risk.id})", 0, "bold")
            self._line(self._levels(risk), 3, self._style(risk.current.worst))
            if risk.worst_group != EVERYONE:
                self._line(self.words["worst_group"].format(group=self.group(risk.worst_group)), 3)
            for one in self._told_once(risk.contributions):
                self._reason(one)
        self._line(self.words["more"], style="dim")

    def _told_once(self, contributions: Iterable[Contribution]) -> Iterator[Contribution]:
        """What lowers both axes is one line here, and counts now if it does on either; `--risk` has both."""
        told: dict[str, Contribution] = {}
        for one in contributions:
            if one.cause == "safeguard":
                earlier = told.setdefault(one.questions[0], one)
                told[one.questions[0]] = replace(one, counted=_most(earlier.counted or {}, one.counted or {}))
            else:
                yield one
        yield from told.values()

    def _reason(self, one: Contribution) -> None:
        """One line for what moves a level; rows under the highest are left to `--risk`."""
        if one.cause == "withheld":
            self._line(f"* {self.say(one.because)}", 5)
        elif one.cause == "row" and (one.before != one.after or not one.after):
            mark = "?" if one.truth is Truth.UNKNOWN else "+"
            self._line(f"{mark} {self.say(one.because)}", 5)
        elif one.cause == "safeguard" and one.counted and (one.counted["current"] or one.counted["target"]):
            when = "" if one.counted["current"] else f" {self.words['planned']}"
            text = self.say(self.questionnaire.questions[one.questions[0]].question.text)
            self._line(f"- {text}{when}", 5)

    def _open(self) -> None:
        """What is not known, with what to answer first."""
        self._title(self.words["open"].format(n=len(self.result.open_questions)))
        for line in self.unknowns.ranked():
            self._line(line.text, line.indent, hang=line.hang)
        if self.result.open_questions:
            self._line(self.words["more_open"], style="dim")

    def _contribution(self, one: Contribution) -> None:
        at = f"  {self.places.row(one.place)}" if one.place else ""
        if one.cause == "base":
            self._line(f"{self.words['base']}: {self._grade(one.axis, one.after)}{at}", 2)
        elif one.cause == "irreversible":
            self._line(f"+ {self._grade(one.axis, one.after)}: {self.words['irreversible']}{at}", 2)
        elif one.cause == "row":
            mark = "?" if one.truth is Truth.UNKNOWN else "+"
            level = f"{self._grade(one.axis, one.after)}: " if one.after else ""
            self._line(f"{mark} {level}{self.say(one.because)}{at}", 2)
            self._answers(one)
        else:
            self._safeguard(one, at)

    def _safeguard(self, one: Contribution, at: str) -> None:
        counted = one.counted or {"current": 0, "target": 0}
        lowered = counted["current"] or counted["target"]
        steps = self.words["steps"].format(**counted) if lowered else self.words["no_steps"]
        text = self.say(self.questionnaire.questions[one.questions[0]].question.text)
        self._line(f"- {text} {steps}{at}", 2)
        self._answers(one)

    def _answers(self, one: Contribution) -> None:
        for name in one.questions:
            standing = self.result.standings[name]
            value = ", ".join(standing.value) if isinstance(standing.value, tuple) else standing.value
            said = value if value is not None else self.words["state_open"]
            state = (
                ""
                if standing.state.value in ("answered", "open", str(said))
                else f" ({self.words['state_' + standing.state.value]})"
            )
            if standing.state.value == "answered" and self.questionnaire.questions[name].question.type == "safeguard":
                state = "" if standing.evidence or said in ("absent", "planned") else f" ({self.words['no_evidence']})"
            self._line(f"{name}: {said}{state}  {self.places.answer(name)}", 6, "dim")
        for fact in one.facts:
            self._line(f"{self.words['fact'].format(fact=fact)}  {self.places.part('data')}", 6, "dim")

    def _grade(self, axis: str, level: str) -> str:
        own = otherwise(labels(self.language)["report"], axis, level)
        grades = getattr(self.questionnaire.method, axis)
        return own or next((self.say(grade.label) for grade in grades if grade.id == level), level)

    def _pair(self, pair: Pair) -> str:
        severity, likelihood = (
            self._grade("severity", pair.severity.worst),
            self._grade("likelihood", pair.likelihood.worst),
        )
        return f"{severity} × {likelihood} = {self.level(pair.level.worst)}"

    def _groups(self, risk: RiskResult) -> None:
        if risk.worst_group == UNTOLD:
            return
        self._title(self.words["groups"])
        for one in risk.groups:
            now = self.level(one.current.level.worst)
            self._line(f"{self.group(one.group)}: {now}", 2)
