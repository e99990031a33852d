"""`pia score --big`: the few things that a room has to see from ten metres, wide apart, in words."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from tsukuba_pia.cli import context
from tsukuba_pia.cli.shown import Shown
from tsukuba_pia.fold import width
from tsukuba_pia.labels import labels
from tsukuba_pia.model.result import NONE, Contribution, Interval, RiskResult, ScoreResult
from tsukuba_pia.model.text import Text, printable
from tsukuba_pia.model.text import words as in_words

if TYPE_CHECKING:
    from tsukuba_pia.model.questionnaire import Questionnaire

MOMENTS = ("current", "inherent", "target")  # what counts comes first
MOST = 3  # red lines, risks and questions that are named
FULL, EMPTY = "##", "--"  # ASCII: other squares are one column wide in one terminal and two in another
SPACED = 9  # rows that the three levels take with lines between them


def big_lines(room: Shown, columns: int, rows: int, risk: RiskResult | None = None) -> tuple[str, ...]:
    """The lines for a screen of this size: levels first, then red lines, the worst risks, what to answer first.

    Of one `risk`: its levels, then whom it hits hardest and what raises and lowers it.
    """
    view = _Big(room, columns, risk)
    head = [view.line(view.title()), ""]
    levels = [line for moment in MOMENTS for line in (view.level(moment), "")]
    if rows < SPACED + len(head):
        levels = [line for line in levels if line]
    left = rows - len(head) - len(levels) - 1  # one for the prompt below it
    return tuple([*head, *levels, *view.rest(left)][: max(1, rows - 1)])


class _Big:
    """One score for one width."""

    def __init__(self, room: Shown, columns: int, risk: RiskResult | None) -> None:
        self.room, self.columns, self.risk = room, columns, risk
        assert room.opened.questionnaire is not None  # noqa: S101 - usable
        self.questionnaire: Questionnaire = room.opened.questionnaire
        self.result: ScoreResult = room.result
        self.language = context.language()
        self.words: Mapping[str, Any] = labels(self.language)["room"]

    def title(self) -> str:
        assert self.room.opened.assessment is not None  # noqa: S101 - usable
        guests = f"  {self.words['guests_short']}" if self.room.guests else ""
        title = self.questionnaire.risks[self.risk.id].risk.title if self.risk else self.room.opened.assessment.title
        return self.say(title) + guests

    def say(self, text: Text | None) -> str:
        return " ".join(printable(in_words(text, self.language)).split())

    def line(self, text: str) -> str:
        """A text that fits; what does not is cut, and one sees that it is."""
        if width(text) <= self.columns:
            return text
        kept = ""
        for character in text:
            if width(kept) + width(character) > self.columns - 1:
                break
            kept += character
        return f"{kept}…"

    def level(self, moment: str) -> str:
        """A level as a wide bar and its word, letters apart where there is room."""
        interval: Interval = getattr(self.risk or self.result, moment)
        head = labels(self.language)["score"][moment]
        bar = self._bar(interval.worst)
        word = self._label(interval.worst)
        lead = head + " " * max(2, 26 - width(head))
        apart = _apart(word)
        text = f"{lead}{bar}  {apart}"
        return text if width(text) <= self.columns else self.line(f"{head}  {bar}  {word}")

    def _label(self, level: str) -> str:
        grade = next((one for one in self.questionnaire.method.levels if one.id == level), None)
        return self.say(grade.label) if grade else str(labels(self.language)["score"]["none"])

    def _bar(self, level: str) -> str:
        order = self.questionnaire.level_ids
        rank = order.index(level) + 1 if level != NONE else 0
        return f"[{FULL * rank}{EMPTY * (len(order) - rank)}]"

    def rest(self, rows: int) -> Iterator[str]:
        """What else there is room for: whole parts, the weightiest first; a part that is cut says how much is left."""
        parts = (self._reasons(self.risk),) if self.risk else (self._red_lines(), self._risks(), self._questions())
        for head, items in parts:
            if rows < 2 or not items:  # noqa: PLR2004 - a head and one item
                continue
            shown = items[: min(rows - 1, MOST if not self.risk else rows)]
            more = f"  {self.words['more'].format(n=len(items) - len(shown))}" if len(items) > len(shown) else ""
            yield self.line(f"{head}{more}")
            yield from (self.line(f"  {one}") for one in shown)
            rows -= len(shown) + 1

    def _reasons(self, risk: RiskResult) -> tuple[str, list[str]]:
        """What raises it, the highest first, then what lowers it now or is planned to."""
        raising = [f"+ {self.say(one.because)}" for one in reversed(risk.contributions) if _raises(one)]
        lowering = [one.questions[0] for one in risk.contributions if one.counted and any(one.counted.values())]
        questions = self.questionnaire.questions
        told = [*raising, *(f"- {self.say(questions[name].question.text)}" for name in dict.fromkeys(lowering))]
        told += [f"* {self.say(one.because)}" for one in risk.contributions if one.cause == "withheld"]
        return self.words["reasons"].format(n=len(told)), told

    def _red_lines(self) -> tuple[str, list[str]]:
        order = {"crossed": 0, "unknown": 1}
        lines = sorted(self.result.red_lines.values(), key=lambda one: order.get(one.state, 2))
        texts = self.questionnaire.red_lines
        told = [
            f"{self.words[one.state]} {self.say(texts[one.id].red_line.text)}" for one in lines if one.state in order
        ]
        return self.words["red_lines"].format(n=len(told)), told

    def _risks(self) -> tuple[str, list[str]]:
        worst = self.result.worst_first(self.questionnaire.level_ids)
        told = [
            f"{self._bar(one.current.worst)} {self.say(self.questionnaire.risks[one.id].risk.title)}" for one in worst
        ]
        return self.words["risks"].format(n=len(told)), told

    def _questions(self) -> tuple[str, list[str]]:
        if not self.result.open_questions:
            return "", []
        ranked = self.room.unknowns().ranked
        told = [self.say(self.questionnaire.questions[one.question].question.text) for one in ranked]
        return self.words["questions"].format(n=len(told)), told


def _raises(one: Contribution) -> bool:
    return one.cause in {"row", "override"} and one.before != one.after and bool(one.because)


def _apart(word: str) -> str:
    """Letters with gaps between them, words with wider ones; what is wide already gets a wide gap."""
    wide = any(east_asian_width(one) in "WF" for one in word)
    gap = "　" if wide else " "
    return gap.join(word) if wide else "   ".join(" ".join(one) for one in word.split())
