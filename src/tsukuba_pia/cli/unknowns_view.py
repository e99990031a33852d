"""What is not known, in words: what to answer first, what that can move, and what can still come of the whole."""

from collections.abc import Iterator, Mapping, Sized
from itertools import islice
from typing import Any, NamedTuple

from tsukuba_pia.labels import labels
from tsukuba_pia.model.assessment import as_typed
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import NONE, ScoreResult
from tsukuba_pia.model.text import Text, printable, words
from tsukuba_pia.score.search import Verdict
from tsukuba_pia.score.unknowns import Move, Moves, Unknown, Unknowns

FIRST = 3  # questions that are shown with what they can move; `--unknowns` shows it of all
MOST = 3  # red lines, risks and questions that are named for one question, unless all are asked for


class Line(NamedTuple):
    """A text, how far it is indented, and how much further where it is folded."""

    text: str
    indent: int = 0
    hang: int = 0


class UnknownsView:
    """Says it in one language; whoever prints folds the lines."""

    def __init__(self, questionnaire: Questionnaire, result: ScoreResult, found: Unknowns, language: str) -> None:
        """Take what is said."""
        self.questionnaire, self.result, self.found, self.language = questionnaire, result, found, language
        self.words: Mapping[str, Any] = labels(language)["unknowns"]
        self.score_words: Mapping[str, Any] = labels(language)["score"]

    def could(self, *, whole: bool = False) -> Iterator[Line]:
        """The verdicts, where there is anything to be answered; `whole` with the answers that would do it."""
        for kind in ("acceptable", "built", "fail"):
            verdict: Verdict = getattr(self.found.could, kind)
            answer = "yes_always" if verdict.could == "yes" and not verdict.deciding else verdict.could
            yield Line(f"{self.words[f'could_{kind}']} {self.words[answer]}")
            if whole and verdict.could == "yes":
                yield from self._witness(verdict)

    def _witness(self, verdict: Verdict) -> Iterator[Line]:
        if verdict.deciding:
            yield Line(self.words["witness"], 2)
        for name in verdict.deciding:
            if name in verdict.witness:
                yield Line(f"{name} = {as_typed(verdict.witness[name].answer)}", 4)
        rest = [name for name in verdict.witness if name not in verdict.deciding]
        if rest:
            yield Line(self.words["witness_rest"].format(n=len(rest)), 2)

    def ranked(self, *, whole: bool = False) -> Iterator[Line]:
        """Every open question; the first of them (or all) with what they can move."""
        moving = [one for one in self.found.ranked if one.alone == "moves"]
        told = moving if whole else list(islice(moving, FIRST))
        if told:
            yield Line(self.words["all" if whole else "first"], 2)
        for number, one in enumerate(told, 1):
            yield Line(f"{number}. {self._question(one)}", 2, 3)
            yield from (Line(text, 5, 2) for text in self._effects(one, whole=whole))
        rest = [one for one in self.found.ranked if one not in told]
        if rest and told:
            yield Line(self.words["rest"], 2)
        yield from (Line(f"? {self._question(one)}", 2, 2) for one in rest)
        yield from (Line(text, 2) for text in self._together())

    def _question(self, one: Unknown) -> str:
        text = self._say(self.questionnaire.questions[one.question].question.text)
        state = self.score_words["state_" + self.result.standings[one.question].state.value]
        return f"{one.question}: {text} ({state})"

    def _effects(self, one: Unknown, *, whole: bool) -> Iterator[str]:
        """What it can settle and move, the weightiest first."""
        most = None if whole else MOST
        for name, states in islice(one.red_lines.items(), most):
            key = "line_" + ("both" if len(states) > 1 else states[0])
            yield "- " + self.words[key].format(line=self._say(self.questionnaire.red_lines[name].red_line.text))
        yield from self._more("more_lines", one.red_lines, most)
        yield from self._moved(one.whole, self.words["the_whole"])
        by_height = sorted(one.risks, key=lambda name: -self._rank(one.risks[name].current.now.worst))
        for name in by_height[:most]:
            yield from self._moved(one.risks[name], self._risk(name))
        yield from self._more("more_risks", one.risks, most)
        for name, move in one.decisions.items():
            yield "- " + self._decision(name, move)
        if one.opens:
            yield "- " + self.words["opens"].format(questions=", ".join(one.opens[:most]))
            yield from self._more("more_questions", one.opens, most)
        if one.proof and (one.risks or one.whole.any):
            yield "- " + self.words["proof"]
        if not one.exact:
            yield "- " + self.words["not_all"]
        if one.withheld:
            yield "- " + self.words["rest_withheld"]

    def _more(self, key: str, all_of_them: Sized, most: int | None) -> Iterator[str]:
        """How many are not named."""
        if most is not None and len(all_of_them) > most:
            yield "  " + self.words[key].format(n=len(all_of_them) - most)

    def _moved(self, moves: Moves, what: str) -> Iterator[str]:
        """How far down it can come, else how far up it can turn out to be certain."""
        for moment in ("current", "target"):
            move: Move = getattr(moves, moment)
            if moment == "target" and (move == moves.current or moves.current.lowest == NONE):
                continue
            when = self.score_words[moment]
            if move.lowest == NONE != move.now.worst:
                yield "- " + self.words["gone"].format(what=what, when=when)
            elif move.lowest != move.now.worst:
                before, after = self._level(move.now.worst), self._level(move.lowest)
                yield "- " + self.words["down"].format(what=what, before=before, after=after, when=when)
            elif move.highest != move.now.best:
                yield "- " + self.words["up"].format(what=what, level=self._level(move.highest), when=when)

    def _decision(self, name: str, move: Move) -> str:
        decision = self.questionnaire.decisions[name].decision
        outcomes = {one.id: self._say(one.label) for one in decision.outcomes}
        title = self._say(decision.title) or name
        if move.lowest != move.now.worst:
            return str(
                self.words["decided"].format(what=title, before=outcomes[move.now.worst], after=outcomes[move.lowest])
            )
        return str(self.words["decided_up"].format(what=title, after=outcomes[move.highest]))

    def _together(self) -> Iterator[str]:
        if self.found.together:
            yield self.words["together"].format(n=self.found.together)
        if not_told := sum(one.alone == "withheld" for one in self.found.ranked):
            yield self.words["all_withheld"].format(n=not_told)
        current = self.result.current
        alone = any(one.whole.current.lowest != current.worst for one in self.found.ranked)
        told = self.found.could.acceptable.could != "withheld"
        if not told or not self.found.ranked or alone or current.best == current.worst:
            return
        level, pairs = self._level(current.worst), self.found.pairs
        if pairs:
            first = " + ".join(pairs[0])
            yield self.words["pairs"].format(level=level, n=len(pairs), first=first)
        else:
            yield self.words["no_pair" if pairs is not None else "pairs_not_decided"].format(level=level)

    def _say(self, text: Text | None) -> str:
        return printable(" ".join(words(text, self.language).splitlines()))

    def _risk(self, name: str) -> str:
        return str(self.words["risk"].format(title=self._say(self.questionnaire.risks[name].risk.title)))

    def _rank(self, level: str) -> int:
        return (NONE, *self.questionnaire.level_ids).index(level)

    def _level(self, level: str) -> str:
        grade = next((one for one in self.questionnaire.method.levels if one.id == level), None)
        return self._say(grade.label) if grade else str(self.score_words["none"])
