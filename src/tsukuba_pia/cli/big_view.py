"""`pia score --big`: the few things that a room has to see from ten metres, wide apart, in words.

No letters are drawn: that would not work in Japanese. The level stands alone with its letters apart, over a bar as wide
as the screen; the rest is as much as fits with space around it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from tsukuba_pia.cli import context
from tsukuba_pia.cli.shown import Shown
from tsukuba_pia.fold import fold, width
from tsukuba_pia.labels import labels
from tsukuba_pia.model.result import NONE, Contribution, Interval, RiskResult, ScoreResult
from tsukuba_pia.model.text import Text, printable
from tsukuba_pia.model.text import words as in_words

if TYPE_CHECKING:
    from tsukuba_pia.model.questionnaire import Questionnaire

LATER = ("inherent", "target")  # moments beside the one that counts
TITLED = 10  # rows from which on there is room for the title
FULL, EMPTY = "#", "-"  # ASCII: other squares are one column wide in one terminal and two in another
# How many of red lines, risks and questions are named, the most first: the first choice that fits is taken.
COUNTS = ((2, 2, 3), (1, 2, 3), (1, 1, 3), (1, 1, 2), (1, 1, 1), (1, 1, 0), (1, 0, 0), (0, 0, 0))
OF_A_RISK = tuple((count,) for count in range(6, -1, -1))

Part = tuple[str, Sequence[str]]  # a heading, and what stands under it


def big_lines(room: Shown, columns: int, rows: int, risk: RiskResult | None = None) -> tuple[str, ...]:
    """The lines for a screen of this size: levels first, then red lines, the worst risks, what to answer first.

    Of one `risk`: its levels, then what raises and lowers it.
    """
    view = _Big(room, columns, risk)
    left = rows - 1  # one for the prompt below it
    head = [view.cut(view.title()), ""] if rows >= TITLED else []
    parts = view.parts()
    for counts in OF_A_RISK if risk else COUNTS:
        for tall, apart in product((2, 1), (True, False)):
            lines = [*head, *view.levels(apart=apart), *view.told(parts, counts, tall=tall, apart=apart)]
            if len(lines) <= left:
                return tuple(lines)
    return tuple(view.levels(apart=False))[: max(1, left)]


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
        guests = f"{self.words['guests_short']} " if self.room.guests else ""
        title = self.questionnaire.risks[self.risk.id].risk.title if self.risk else self.room.opened.assessment.title
        return guests + self.say(title)

    def say(self, text: Text | None) -> str:
        return " ".join(printable(in_words(text, self.language)).split())

    def cut(self, text: str) -> str:
        """A text that fits; what does not is cut, and one sees that it is."""
        if width(text) <= self.columns:
            return text
        kept, text = "", text.rstrip("…")
        for character in text:
            if width(kept) + width(character) > self.columns - 1:
                break
            kept += character
        return f"{kept}…"

    def levels(self, *, apart: bool) -> Iterator[str]:
        """What counts now, large; before and when all is done beside each other. Words of levels are never cut."""
        now = self._interval("current")
        head, word = self._moment("current"), self._label(now.worst)
        large = f"{head}   {_apart(word)}"
        yield from [large] if width(large) <= self.columns else fold(f"{head}: {word}", self.columns)
        yield from [self._bar(now.worst, self.columns)] * (2 if apart else 1)
        yield from [""] * apart
        rest = [f"{self._moment(one)}: {self._label(self._interval(one).worst)}" for one in LATER]
        together = "   ".join(rest)
        lines = [together] if width(together) <= self.columns else rest
        yield from (line for one in lines for line in fold(one, self.columns))

    def _interval(self, moment: str) -> Interval:
        found: Interval = getattr(self.risk or self.result, moment)
        return found

    def _moment(self, moment: str) -> str:
        return str(labels(self.language)["score"][moment])

    def _label(self, level: str) -> str:
        grade = next((one for one in self.questionnaire.method.levels if one.id == level), None)
        return self.say(grade.label) if grade else str(labels(self.language)["score"]["none"])

    def _bar(self, level: str, columns: int) -> str:
        order = self.questionnaire.level_ids
        rank = order.index(level) + 1 if level != NONE else 0
        step = max(1, (columns - 2) // len(order))
        return f"[{FULL * step * rank}{EMPTY * step * (len(order) - rank)}]"

    def told(self, parts: Sequence[Part], counts: Sequence[int], *, tall: int, apart: bool) -> Iterator[str]:
        """So many of each part, on so many lines each; a heading says how many there are."""
        for (head, items), count in zip(parts, counts, strict=True):
            if items and count:
                yield from [""] * apart
                yield self.cut(head)
                yield from (line for one in items[:count] for line in self._item(one, tall))

    def _item(self, text: str, tall: int) -> Iterator[str]:
        lines = list(fold(text, self.columns, "  ", "    "))
        yield from lines[: tall - 1]
        if last := lines[tall - 1 : tall]:
            yield self.cut(last[0] + "…" * (len(lines) > tall))

    def parts(self) -> tuple[Part, ...]:
        """What is told of a risk, or of the whole."""
        return (self._reasons(self.risk),) if self.risk else (self._red_lines(), self._risks(), self._questions())

    def _reasons(self, risk: RiskResult) -> Part:
        """What raises it, the highest first, then what lowers it now or is planned to."""
        raising = [f"+ {self.say(one.because)}" for one in reversed(risk.contributions) if _raises(one)]
        lowering = [one.questions[0] for one in risk.contributions if one.counted and any(one.counted.values())]
        questions = self.questionnaire.questions
        told = [*raising, *(f"- {self.say(questions[name].question.text)}" for name in dict.fromkeys(lowering))]
        told += [f"* {self.say(one.because)}" for one in risk.contributions if one.cause == "withheld"]
        return self.words["reasons"].format(n=len(told)), told

    def _red_lines(self) -> Part:
        order = {"crossed": 0, "unknown": 1}
        lines = sorted(self.result.red_lines.values(), key=lambda one: order.get(one.state, 2))
        texts = self.questionnaire.red_lines
        told = [
            f"{self.words[one.state]} {self.say(texts[one.id].red_line.text)}" for one in lines if one.state in order
        ]
        return self.words["red_lines"].format(n=len(told)), told

    def _risks(self) -> Part:
        worst = self.result.worst_first(self.questionnaire.level_ids)
        titles = self.questionnaire.risks
        told = [f"{self._label(one.current.worst)}: {self.say(titles[one.id].risk.title)}" for one in worst]
        return self.words["risks"].format(n=len(told)), told

    def _questions(self) -> Part:
        if not self.result.open_questions:
            return "", []
        ranked = self.room.unknowns().ranked
        told = [self.say(self.questionnaire.questions[one.question].question.text) for one in ranked]
        return self.words["questions"].format(n=len(told)), told


def _raises(one: Contribution) -> bool:
    raises = one.before != one.after or not one.after  # where it is not told, perhaps
    return one.cause in {"row", "override"} and raises and bool(one.because)


def _apart(word: str) -> str:
    """Letters with gaps between them, words with wider ones; what is wide already gets a wide gap."""
    wide = any(east_asian_width(one) in "WF" for one in word)
    gap = "　" if wide else " "
    return gap.join(word) if wide else "   ".join(" ".join(one) for one in word.split())
