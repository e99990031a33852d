"""What is written down when an answer moves: the old value in a note, the reason above what became a comment."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, NamedTuple

from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.bank import UNKNOWN
from tsukuba_pia.model.text import Text, words
from tsukuba_pia.score.asked import VENDOR, same_person
from tsukuba_pia.yaml_edit import plain
from tsukuba_pia.yaml_fragment import inline

Words = Mapping[str, Mapping[str, str]]  # by language: the words of moves
CHECKED = ("confirmed_by", "agreed_by", "verified_by", "verified_on", "method")  # said of a value, and gone with it
FIRST = ("owner", "by", "withheld", "asking", "by_when")  # of several answers, the first that says it


def told(answer: Answer) -> str:
    """An answer's value as it is written."""
    return inline(plain(Answer(answer.answer)))


class Noted(NamedTuple):
    """Writes notes in an assessment's language."""

    words: Words
    version: str
    language: str

    def unknown(
        self, said: Sequence[tuple[str, Answer]], why: Text | None = None, answer: Answer | None = None
    ) -> Answer:
        """Not known any more; the note says what was answered before. Evidence, owner and due date stay."""
        base = answer or said[0][1]
        gone = dict.fromkeys(CHECKED)
        return replace(base, answer=UNKNOWN, note=self._note(base.note, said, why), **gone)  # type: ignore[arg-type]

    def _note(self, note: Text | None, said: Sequence[tuple[str, Answer]], why: Text | None) -> Text:
        if isinstance(note, Mapping):
            return {language: self._line(one, said, why, language) for language, one in note.items()}
        return self._line(note or "", said, why, self.language)

    def _line(self, note: str, said: Sequence[tuple[str, Answer]], why: Text | None, language: str) -> str:
        own = self.words.get(language[:2], self.words["en"])
        values = ", ".join(f"{name}: {self._value(one)}" for name, one in said)
        line = own["note"].format(version=self.version, values=values)
        parts = [note.rstrip("\n"), f"{line} {words(why, language)}".rstrip()]
        return "\n".join(one for one in parts if one)

    @staticmethod
    def _value(answer: Answer) -> str:
        """A value with what was said of it and goes with it."""
        rest = {name: getattr(answer, name) for name in CHECKED if getattr(answer, name)}
        return told(answer) + (f" {inline({key: plain_text(one) for key, one in rest.items()})}" if rest else "")

    def retired(self, word: str, name: str, why: Text | None, new: str = "") -> str:
        """What stands above an entry that became a comment."""
        own = self.words.get(self.language[:2], self.words["en"])
        line = own[f"retired_{word}"].format(version=self.version, name=name, new=new)
        return " ".join(f"{line} {words(why, self.language)}".split())


def plain_text(value: object) -> object:
    """A text as it is written."""
    return dict(value) if isinstance(value, Mapping) else value


def joined(answers: Sequence[Answer]) -> Answer:
    """Several answers as one: all evidence and notes, the later due date; checked only where all were, by the same."""
    first = answers[0]
    same: dict[str, Any] = {}
    for one in fields(Answer):
        values = [getattr(answer, one.name) for answer in answers]
        agreed = all(value == values[0] for value in values)
        same[one.name] = next((value for value in values if value), None) if agreed or one.name in FIRST else None
    notes = list(dict.fromkeys(words(answer.note, "ja") for answer in answers if answer.note))
    same["note"] = first.note if len(notes) <= 1 and first.note else "\n".join(notes) or None
    same["evidence"] = tuple(dict.fromkeys(item for answer in answers for item in answer.evidence))
    same["due"] = max((answer.due for answer in answers if answer.due), default=None)
    same["evidence_until"] = min((one.evidence_until for one in answers if one.evidence_until), default=None)
    waiting = next((one.by for one in answers if same_person(one.by, VENDOR) and not one.confirmed_by), None)
    if waiting is not None:
        same |= {"by": waiting, "confirmed_by": None}
    return Answer(**same)
