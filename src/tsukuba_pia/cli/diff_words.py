"""What changed between two assessments, in words: one change, one cause, one level at a time."""

from collections.abc import Sequence
from typing import Any

from tsukuba_pia.change.assessment_diff import AssessmentDiff, Moved
from tsukuba_pia.change.bank_slots import BANK, METHOD, VOCABULARY
from tsukuba_pia.change.compare import Change, Key
from tsukuba_pia.change.slots import DAY, EVIDENCE, SINGLE, Unit
from tsukuba_pia.change.tree import Node
from tsukuba_pia.cli import context
from tsukuba_pia.cli.bank_diff_view import flow
from tsukuba_pia.labels import labels
from tsukuba_pia.lint.my_number import masked
from tsukuba_pia.model.bank import NOT_APPLICABLE, UNKNOWN, Index
from tsukuba_pia.model.result import NONE
from tsukuba_pia.model.text import LANGUAGES, words

ANSWERS, ANSWER = "answers", "answer"
_SPOKEN = {*LANGUAGES, "ja-x-easy"}
_NONE = Node((), None)
_NAMES = ("name", "title", "who", "what", "item", "role", "group")  # what an entry of a list is known by


class DiffWords:
    """Says things of one comparison in the reader's language."""

    def __init__(self, diff: AssessmentDiff) -> None:
        """Take what is told of."""
        self.diff = diff
        self.language = context.language()
        self.sides = (diff.new, diff.old)
        self.words: dict[str, str] = labels(self.language)["diff"]

    def say(self, key: str, **values: object) -> str:
        """The program's own words."""
        return self.words[key].format(**values)

    def text(self, value: Any) -> str:  # noqa: ANN401 - a text of the model
        """A text in the reader's language, in one line."""
        return " ".join(words(value, self.language).split())

    def part(self, key: Key) -> str:
        """What a part of the file is called; an entry of a list by its name."""
        return self.words.get(f"part_{key[0]}", key[0])

    def question(self, name: str) -> str:
        """A question's text with its id."""
        for side in self.sides:
            if name in side.questionnaire.questions:
                return f"{self.text(side.questionnaire.questions[name].question.text)} ({name})"
        return name

    def answer(self, name: str, node: Node | None) -> str:
        """An answer in words: labels of options, states, else as it stands."""
        value = node.plain if node is not None else None
        if value is None:
            return self.say("no_answer")
        if value == []:
            return self.say("none_of_these")
        return self.options(name, [str(one) for one in (value if isinstance(value, list) else [value])])

    def options(self, name: str, values: Sequence[str]) -> str:
        """An answer's values by the labels of its question."""
        return masked(self.say("comma").join(self._option(name, one) for one in values)) or self.say("none_of_these")

    def _option(self, name: str, value: str) -> str:
        if value in (UNKNOWN, NOT_APPLICABLE):
            return self.say(value)
        for side in self.sides:
            asked = side.questionnaire.questions.get(name)
            if asked is None:
                continue
            found = next((one.label for one in asked.question.options if one.id == value), None)
            terms = {"yes_no": "yes_no", "safeguard": "safeguard_states"}.get(asked.question.type)
            term = side.questionnaire.vocabulary.find(terms, value) if terms else None
            if found is not None or term is not None:
                return self.text(found if found is not None else term and term.label)
        return " ".join(value.split())

    def level(self, moved: Moved, value: str | None) -> str:
        """A level, the state of a red line, or an outcome."""
        if value is None:
            return self.say("not_there")
        if moved.target.kind == "red_line":
            return self.say(f"red_{value}")
        if value == NONE and moved.target.kind != "decision":
            return self.say("level_none")
        if moved.target.kind == "index":
            bands = [one for index in self._indices(moved.target.id) for one in index.bands]
            return next((self.text(one.label) for one in bands if one.id == value and one.label), value)
        for side in self.sides:
            rules = side.questionnaire.decisions.get(moved.target.id)
            scale = rules.decision.outcomes if rules is not None else side.questionnaire.method.levels
            if (found := next((one.label for one in scale if one.id == value), None)) is not None:
                return self.text(found)
        return value

    def target(self, moved: Moved) -> str:
        """What moved."""
        kind, name = moved.target
        if kind == "assessment":
            return self.say("whole")
        if kind == "index":
            title = next((self.text(one.title) for one in self._indices(name) if one.title), "")
            return f"{self.say('kind_index')} {name}  {title}".rstrip()
        for side in self.sides:
            rule: Any = getattr(side.questionnaire, f"{kind}s").get(name)
            if rule is not None:
                one = getattr(rule, kind)
                title = self.text(getattr(one, "text" if kind == "red_line" else "title", None) or "")
                return f"{self.say(f'kind_{kind}')} {name}  {title}".rstrip()
        return name

    def _indices(self, name: str) -> list[Index]:
        banks = [bank for side in self.sides for bank in side.questionnaire.banks]
        return [one for bank in banks for one in bank.indices if one.id == name]

    def cause(self, key: Key, *, brief: bool = False) -> str:
        """One change as a cause; `brief` where the reader has just read the question's text."""
        unit = self.diff.replay.units_of_all[key]
        what = self.say(unit.what)
        if key[0] == ANSWERS:
            old, new = (self.answer(key[1], node.get(ANSWER) if node else None) for node in (unit.old, unit.new))
            question = key[1] if brief else self.question(key[1])
            form = "cause_details" if old == new else "cause_answer"  # else: its evidence, who checked it
            return self.say(form, question=question, old=old, new=new)
        if key[0] == BANK:
            return self.say("cause_bank", bank=key[1], place=".".join(key[2:]), what=what)
        if key[0] in (METHOD, VOCABULARY):
            return self.say(f"cause_{key[0]}", place=".".join(key[1:]), what=what)
        if key[0] == EVIDENCE:
            return self.say("cause_evidence", file=key[1], what=what)
        return self._part_cause(key, unit)

    def _part_cause(self, key: Key, unit: Unit) -> str:
        """A change of the inventory, of a raised level, of the day."""
        if key[0] in (DAY, *SINGLE):
            old, new = (value_of(node) or "–" for node in (unit.old, unit.new))
            return self.say("cause_day" if key[0] == DAY else "cause_answer", question=self.part(key), old=old, new=new)
        return self.say("cause_part", part=self.part(key), name=self.entry(unit), what=self.say(unit.what))

    def entry(self, unit: Unit) -> str:
        """What an entry of a list is known by."""
        return self.known_as(unit.new or unit.old, unit.key[-1] if len(unit.key) > 1 else "")

    def known_as(self, node: Node | None, name: str) -> str:
        """An entry by its id and its name."""
        plain = node.plain if node is not None and isinstance(node.plain, dict) else {}
        if "from" in plain and "to" in plain and "items" in plain:
            return f"{plain['from']} → {plain['to']}"
        title = next((self.text(plain[key]) for key in _NAMES if key in plain), "")
        own = name if not name.removeprefix("was_").isdigit() else ""
        return masked(f"{title} ({own})" if title and own and title != own else title or own)

    def changed(self, change: Change, depth: int) -> str:
        """One change of the file: the field, and what stood and stands there."""
        field = self._field(change.key, depth)
        old, new = self._value(change, change.old), self._value(change, change.new)
        key, what = "field" if field else "whole_field", self.say(change.what)
        if change.key[0] == EVIDENCE and change.what != "changed":
            return self.say(key, field=field, what=what)
        if change.what == "changed" or change.key[0] == ANSWERS:
            return self.say(f"{key}_changed", field=field, old=old, new=new)
        value = new if change.what == "added" else old
        known = not field and isinstance((change.new or change.old or _NONE).plain, dict)  # the heading says which
        return self.say(key, field=field, what=what) + ("" if known else f": {value}")

    def _field(self, key: Key, depth: int) -> str:
        """A field as the file has it; a part of an answer by its name."""
        spelled = ".".join(key[depth:])
        return self.words.get(f"field_{spelled}", spelled) if key[0] == ANSWERS else spelled

    def _value(self, change: Change, node: Node | None) -> str:
        if change.key[0] == ANSWERS and len(change.key) == 2:  # noqa: PLR2004 - the whole answer
            return self.answer(change.key[1], node.get(ANSWER) if node is not None else None)
        if change.key[0] == ANSWERS and change.key[2:] == (ANSWER,):
            return self.answer(change.key[1], node)
        return masked(" ".join(flow(self.spoken(node.plain)).split())) if node is not None else "–"

    def spoken(self, plain: Any) -> Any:  # noqa: ANN401 - plain data
        """Plain data with each text in the reader's language."""
        if isinstance(plain, dict):
            texts = plain and set(plain) <= _SPOKEN and all(isinstance(one, str) for one in plain.values())
            return self.text(plain) if texts else {key: self.spoken(one) for key, one in plain.items()}
        return [self.spoken(one) for one in plain] if isinstance(plain, list) else plain


def value_of(node: Node | None) -> str:
    """A value in one line."""
    return masked(" ".join(flow(node.plain).split())) if node is not None else ""


def masked_data(plain: Any) -> Any:  # noqa: ANN401 - plain data
    """Plain data without the My Numbers that its texts hold."""
    if isinstance(plain, dict):
        return {masked(str(key)): masked_data(one) for key, one in plain.items()}
    if isinstance(plain, list | tuple):
        return [masked_data(one) for one in plain]
    return masked(plain) if isinstance(plain, str) else plain
