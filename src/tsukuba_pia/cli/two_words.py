"""What differs between two assessors, in words: a cause or a field with each of them named, and an answer's grounds."""

from collections.abc import Iterator

from tsukuba_pia.change.assessment_diff import AssessmentDiff
from tsukuba_pia.cli import context
from tsukuba_pia.cli.diff_words import DiffWords
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.my_number import masked
from tsukuba_pia.model.bank import IN_PLACE
from tsukuba_pia.model.result import ScoreResult
from tsukuba_pia.work.two_assessors import TwoAssessors

LONGEST = 160  # characters of a note that are shown; the file has all


class TwoWords(DiffWords):
    """The words of a comparison, where nothing came before or after: two people stand side by side."""

    def __init__(self, diff: AssessmentDiff, names: tuple[str, str], *, back: bool = False) -> None:
        """Take what is told; `back`: it goes from the second to the first, who is named first all the same."""
        super().__init__(diff)
        self.names = names
        self.back = back
        self.words = self.words | labels(self.language)["two_diff"]

    def say(self, key: str, **values: object) -> str:
        """The program's own words, with both names."""
        if self.back:
            key = {"added": "removed", "removed": "added"}.get(key, key)
            turned = {"old": "new", "new": "old"}
            values = {turned.get(name, name): value for name, value in values.items()}
        return super().say(key, a=self.names[0], b=self.names[1], **values)


class Grounds:
    """What stands behind both people's answers."""

    def __init__(self, two: TwoAssessors, words: TwoWords) -> None:
        """Take both sides."""
        self.two, self.words = two, words

    def answers(self, name: str) -> Iterator[str]:
        """Each person's answer in a line, with evidence and note."""
        for number, who in enumerate(self.two.names):
            said = self._said(name, self.two.results[number])
            yield "; ".join([context.words("two", "one", name=who, value=said), *self._grounds(name, number)])

    def _said(self, name: str, result: ScoreResult) -> str:
        """By what counts, so that an unconfirmed or unknown answer is none."""
        standing = result.standings[name]
        if standing.open or standing.value is None:
            return context.words("score", f"state_{standing.state.value}")
        value = standing.value
        return self.words.options(name, [str(one) for one in (value if isinstance(value, tuple) else (value,))])

    def _grounds(self, name: str, number: int) -> Iterator[str]:
        answer = (self.two.compared.old, self.two.compared.new)[number].side.given.assessment.answers.get(name)
        if answer is None:
            return
        if answer.evidence:
            yield context.words("two", "evidence", files=masked(", ".join(answer.evidence)))
        if answer.answer in IN_PLACE and not self.two.results[number].standings[name].evidence:
            yield context.words("two", "no_evidence")
        if answer.note:
            note = self.words.text(answer.note)
            yield context.words("two", "note", note=masked(note[:LONGEST] + "…" * (len(note) > LONGEST)))
