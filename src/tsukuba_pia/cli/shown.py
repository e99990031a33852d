"""What a room sees of an assessment: all of it, or, with guests in the room, what may be seen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tsukuba_pia.cli import context
from tsukuba_pia.diagnostics import Path
from tsukuba_pia.labels import labels
from tsukuba_pia.model.questionnaire import Place
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.report.places import Places
from tsukuba_pia.report.redacted_unknowns import redacted_unknowns
from tsukuba_pia.report.redaction import hidden_answers, redacted
from tsukuba_pia.score.unknowns import Unknowns
from tsukuba_pia.work.opening import Opened

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Shown:
    """A score for a room. `hidden`: how many answers are withheld from it."""

    opened: Opened
    result: ScoreResult
    places: Places
    guests: bool = False

    @property
    def hidden(self) -> frozenset[str]:
        """The questions whose answers this room does not see."""
        assert self.opened.questionnaire is not None  # noqa: S101 - usable
        assert self.opened.assessment is not None  # noqa: S101 - usable
        return hidden_answers(self.opened.questionnaire, self.opened.assessment) if self.guests else frozenset()

    def unknowns(self) -> Unknowns:
        """What each open question can still move, as far as this room may know."""
        found = self.opened.unknowns(self.opened.score() if self.guests else self.result)
        assert self.opened.questionnaire is not None  # noqa: S101 - usable
        return redacted_unknowns(self.opened.questionnaire, found, self.hidden)


class Nowhere(Places):
    """Guests are shown no places in files."""

    def answer(self, question: str) -> str:
        """None."""
        del question
        return ""

    def part(self, *path: str | int) -> str:
        """None."""
        del path
        return ""

    def row(self, place: Place) -> str:
        """None."""
        del place
        return ""


def shown(opened: Opened, *, guests: bool = False) -> Shown:
    """Score an assessment for a room. Only where `usable`."""
    result = opened.score()
    if not guests:
        return Shown(opened, result, Places(opened.source, opened.banks.line))
    assert opened.assessment is not None  # noqa: S101 - usable
    words: Mapping[str, Any] = labels(context.language())["room"]
    assert opened.questionnaire is not None  # noqa: S101 - usable
    hidden = hidden_answers(opened.questionnaire, opened.assessment)
    result = redacted(opened.questionnaire, result, hidden, words["withheld"])
    return Shown(opened, result, Nowhere(opened.source, _no_line), guests=True)


def _no_line(bank: str, path: Path) -> tuple[str, int]:
    del bank, path
    return "", 0
