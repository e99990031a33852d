"""What becomes of an assessment when a bank goes on to its next version: pure, from what it says to what it will say.

All moves of one version are made at once. What cannot be mapped becomes `unknown`, with the old value in its note;
evidence goes to every target. What goes stays in the file as a comment; nothing is dropped without being told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal

from tsukuba_pia.change.moves import Noted, Words, joined, told
from tsukuba_pia.diagnostics import Path
from tsukuba_pia.model.assessment import Answer, AnswerValue, Assessment
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, Bank, Question
from tsukuba_pia.model.condition import QUESTION_OPERATORS
from tsukuba_pia.model.migrations import Merged, Migrations, Split
from tsukuba_pia.model.text import Text
from tsukuba_pia.score.asked import fits

Kind = Literal[
    "renamed", "mapped", "split", "merged", "removed", "gone", "ask_again", "unmapped", "taken", "risk", "risk_removed",
    "rewritten", "by_hand", "version",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that happens. `before` and `after` are answers as they are written; `why` is the bank's reason."""

    kind: Kind
    old: str
    new: tuple[str, ...] = ()
    before: str = ""
    after: tuple[str, ...] = ()
    why: Text | None = None


@dataclass(slots=True)
class Plan:
    """What is to be done to one file for one version of one bank, in this order."""

    bank: str
    version: str
    moves: list[Move] = field(default_factory=list)
    retired: dict[Path, str] = field(default_factory=dict)  # entries that become comments, and what is said above
    renamed: dict[str, dict[str, str]] = field(default_factory=dict)  # by part: keys
    answers: dict[str, Answer] = field(default_factory=dict)  # under their new names
    words: dict[Path, str] = field(default_factory=dict)  # single words deeper in the file


def plan(assessment: Assessment, bank: Bank, words: Words) -> Plan:
    """The plan for an assessment whose bank becomes this version of it."""
    return _Planner(assessment, bank, words).plan()


class _Planner:
    def __init__(self, assessment: Assessment, bank: Bank, words: Words) -> None:
        self.assessment, self.bank = assessment, bank
        self.migrations = bank.migrations or Migrations()
        self.noted = Noted(words, f"{bank.bank} {bank.version}", assessment.language)
        self.questions = {question.id: question for question in bank.questions}
        self.merged = {old: new for new, one in self.migrations.merged.items() for old in one.from_}
        self.done = Plan(bank.bank, bank.version)
        self.keys: dict[str, str] = {}  # answers that keep their place under another name
        self.new: dict[str, Answer] = {}

    def plan(self) -> Plan:
        before = self.assessment.banks.get(self.bank.bank, "")
        self.done.moves.append(Move("version", self.bank.bank, (), before, (self.bank.version,)))
        moving = [name for name in self.assessment.answers if self._moves(name)]
        moving.sort(key=lambda name: not self._keeps_name(name))  # what has a name has it before what would get it
        self.staying = {name for name in self.assessment.answers if name not in moving}
        merged: dict[str, list[str]] = {}
        for name in moving:
            if name in self.merged:
                merged.setdefault(self.merged[name], []).append(name)
            elif name in self.migrations.split:
                self._split(name, self.migrations.split[name])
            else:
                self._one(name)
        for new, names in merged.items():
            self._merge(new, names, self.migrations.merged[new])
        self.done.renamed["answers"] = {old: new for old, new in self.keys.items() if old != new}
        said = self.assessment.answers
        before_of = {new: said[old] for old, new in self.keys.items()}
        self.done.answers = {name: one for name, one in self.new.items() if before_of.get(name) != one}
        self._risks()
        self._words()
        return self.done

    def _moves(self, name: str) -> bool:
        """Whether this version has anything to say of an answer; other banks' answers it leaves alone."""
        declared = {*self.migrations.declared(), *self.migrations.options, *self.migrations.ask_again}
        return name in declared or name in self.questions or name.startswith(f"{self.bank.prefix}_")

    def _keeps_name(self, name: str) -> bool:
        moved = name in self.merged or name in self.migrations.split or name in self.migrations.removed
        return not moved and name in self.questions and self.migrations.now(name) == name

    def _tell(self, kind: Kind, old: str, new: Sequence[str] = (), why: Text | None = None) -> None:
        after = tuple(told(self.new[name]) for name in new if name in self.new)
        before = told(self.assessment.answers[old]) if old in self.assessment.answers else ""
        self.done.moves.append(Move(kind, old, tuple(new), before, after, why))

    def _retire(self, name: str, word: str, why: Text | None = None, new: str = "") -> None:
        self.done.retired["answers", name] = self.noted.retired(word, name, why, new)

    def _put(self, old: str, new: str, answer: Answer) -> bool:
        """The answer under its new name, in the place of the old one; never over another answer."""
        if new in self.staying or new in self.new:
            return False
        self.new[new] = answer
        if old not in self.keys:
            self.keys[old] = new
        return True

    def _one(self, name: str) -> None:
        """One question that stays one, or goes."""
        now = self.migrations.now(name)
        if name in self.migrations.removed or now not in self.questions:
            why = self.migrations.removed.get(name)
            self._retire(name, "removed" if why is not None else "gone", why)
            self._tell("removed" if why is not None else "gone", name, (), why)
            return
        old = self.assessment.answers[name]
        again = self.migrations.ask_again.get(name)
        answer = (
            self.noted.unknown([(name, old)], again) if again is not None and _says(old) else self._mapped(name, now)
        )
        if not self._put(name, now, answer):
            self._retire(name, "taken", None, now)
            self._tell("taken", name, (now,))
        elif again is not None and answer != old:
            self._tell("ask_again", name, (now,), again)
        elif answer.answer == UNKNOWN != old.answer:
            self._tell("unmapped", name, (now,))
        elif answer != old:
            self._tell("mapped", name, (now,))
        elif now != name:
            self._tell("renamed", name, (now,))

    def _mapped(self, name: str, now: str) -> Answer:
        """The answer by the options that the version says; unknown where they say so, or where it fits no more."""
        old, options = self.assessment.answers[name], self.migrations.options.get(name, {})
        if not _says(old):
            return old
        values = old.answer if isinstance(old.answer, tuple) else (old.answer,)
        moved = [options.get(str(one), one) for one in values]
        value: AnswerValue = tuple(dict.fromkeys(map(str, moved))) if isinstance(old.answer, tuple) else moved[0]
        question = self.questions[now]
        if UNKNOWN in moved or not (fits(question, value) or self._not_applicable(question, value)):
            return self.noted.unknown([(name, old)])
        return replace(old, answer=value) if value != old.answer else old

    @staticmethod
    def _not_applicable(question: Question, value: AnswerValue) -> bool:
        return value == NOT_APPLICABLE and question.may_not_apply

    def _split(self, name: str, split: Split) -> None:
        old = self.assessment.answers[name]
        made: list[str] = []
        taken: list[str] = []
        for new in (one for one in split.into if one in self.questions):
            value = _split_value(split, old.answer, self.questions[new])
            known = value not in (None, UNKNOWN)
            answer = replace(old, answer=value) if known else self._unmapped(name, old, self.questions[new])
            (made if self._put(name, new, answer) else taken).append(new)
        if not made:
            self._retire(name, "taken" if taken else "gone", None, ", ".join(taken))
        self._tell("split", name, made)
        for new in taken:
            self._tell("taken", name, (new,))

    def _unmapped(self, name: str, old: Answer, question: Question) -> Answer:
        if not _says(old) or self._not_applicable(question, old.answer):
            return old
        return self.noted.unknown([(name, old)])

    def _merge(self, new: str, names: Sequence[str], merged: Merged) -> None:
        """The first row that fits counts; a question that was not answered fits none."""
        said = [(name, self.assessment.answers[name]) for name in names]
        values = {name: one.answer for name, one in said}
        row = next((one for one in merged.map if all(_is(values.get(q), want) for q, want in one.when.items())), None)
        question = self.questions.get(new)
        if question is None or new in self.staying or new in self.new:
            for name in names:
                self._retire(name, "taken" if question is not None else "gone", None, new)
                self._tell("taken" if question is not None else "gone", name, (new,))
            return
        together = joined([one for _, one in said])
        value = _typed(question, row.answer) if row is not None else UNKNOWN
        unsaid = not any(_says(one) for _, one in said)
        lost = (row is None or value == UNKNOWN) and not unsaid
        answer = (
            self.noted.unknown(said, answer=together)
            if lost
            else replace(together, answer=value if row else together.answer)
        )
        self._put(names[0], new, answer)
        for name in names[1:]:
            self._retire(name, "merged", None, new)
        for name in names:
            self._tell("merged", name, (new,))

    def _risks(self) -> None:
        """Levels that were raised, by the risks' new names."""
        names: dict[str, str] = {}
        overrides = self.assessment.overrides
        for old in overrides:
            now = self.migrations.now(old)
            if old in self.migrations.removed or (
                now != old and now in overrides and now not in self.migrations.renamed
            ):
                why = self.migrations.removed.get(old)
                self.done.retired["overrides", old] = self.noted.retired("removed" if why else "taken", old, why, now)
                self.done.moves.append(Move("risk_removed", old, (), overrides[old].level, (), why))
            elif now != old:
                names[old] = now
                self.done.moves.append(Move("risk", old, (now,)))
        self.done.renamed["overrides"] = names

    def _words(self) -> None:
        """Ids that stand deeper: what incidents touch, conditions and safeguards of the city's own risks."""
        found = dict(_touches(self.assessment))
        for number, risk in enumerate(self.assessment.own_risks):
            found |= dict(_reads(risk, ("own_risks", number)))
        for path, (old, options) in found.items():
            now = self.migrations.options.get(options, {}).get(old) if options else self.migrations.renamed.get(old)
            where = ".".join(str(step + 1 if isinstance(step, int) else step) for step in path)
            if now is not None and now != UNKNOWN:
                self.done.words[path] = now
                self.done.moves.append(Move("rewritten", old, (now,), where))
            elif now == UNKNOWN or (not options and self._by_hand(old)):
                self.done.moves.append(Move("by_hand", old, (), where, (), self.migrations.removed.get(old)))

    def _by_hand(self, old: str) -> bool:
        return old in self.migrations.removed or old in self.migrations.split or old in self.merged


def _touches(assessment: Assessment) -> Iterator[tuple[Path, tuple[str, str]]]:
    for part in ("incidents", "complaints"):
        for number, one in enumerate(getattr(assessment, part)):
            touched = one.get("touches") if isinstance(one, Mapping) else one.touches
            for place, risk in enumerate(touched if isinstance(touched, list | tuple) else ()):
                yield (part, number, "touches", place), (str(risk), "")


def _reads(data: Any, path: Path) -> Iterator[tuple[Path, tuple[str, str]]]:  # noqa: ANN401 - plain data
    """Each id of a question or a risk that plain data names, and each option with its question."""
    if isinstance(data, Mapping):
        question = data.get("question")
        for key, value in data.items():
            if key in ("question", "risk") and isinstance(value, str):
                yield (*path, key), (value, "")
            elif key in QUESTION_OPERATORS and isinstance(question, str):
                values = enumerate(value) if isinstance(value, list | tuple) else [(None, value)]
                for place, one in values:
                    if isinstance(one, str):
                        yield (*path, key, *(() if place is None else (place,))), (one, question)
            else:
                yield from _reads(value, (*path, key))
    elif isinstance(data, list | tuple):
        for number, one in enumerate(data):
            yield from _reads(one, (*path, number))


def _says(answer: Answer) -> bool:
    """Whether there is a value that could be lost."""
    return answer.answer not in (None, UNKNOWN)


def _split_value(split: Split, given: AnswerValue, question: Question) -> AnswerValue:
    """What the rows of the old options say of a new question; None where one says nothing, or they contradict."""
    rows = [split.map.get(str(one), {}).get(question.id) for one in (given if isinstance(given, tuple) else (given,))]
    words = list(dict.fromkeys(rows))
    if not words or None in words or UNKNOWN in words:
        return None
    if question.type == "choices":
        return tuple(str(one) for one in words)
    return _typed(question, str(words[0])) if len(words) == 1 else None


def _is(value: AnswerValue, wanted: str) -> bool:
    return [str(one) for one in value] == [wanted] if isinstance(value, tuple) else str(value) == wanted


def _typed(question: Question, word: str) -> AnswerValue:
    """A word of the migrations as an answer of the question's type."""
    if word == UNKNOWN:
        return UNKNOWN
    if question.type == "choices":
        return (word,)
    if question.type == "number":
        number = Decimal(str(word))
        return int(number) if number == number.to_integral_value() else number
    return word
