"""What two questionnaires may differ in, and any mixture of the two: rows, conditions, safeguards, steps of the method.

A question that only one of them has belongs to every mixture: by itself it moves nothing, what reads it does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from tsukuba_pia.change.compare import Key
from tsukuba_pia.change.pairing import pairs
from tsukuba_pia.change.slots import Chosen, Slot, Unit
from tsukuba_pia.change.tree import Node, tree
from tsukuba_pia.model.questionnaire import (
    AskedQuestion,
    DecisionRule,
    Place,
    Questionnaire,
    RedLineRule,
    RiskRule,
    Step,
    Steps,
)

BANK, METHOD, VOCABULARY = "bank", "method", "vocabulary"
_RULES = ("implemented_lowers_at_most", "verified_lowers_at_most", "likelihood_steps", "severity_steps")
_WORDS = ("groups", "constituencies", "actor_kinds", "regimes", "categories", "identifiers", "captures")


@dataclass(frozen=True, slots=True)
class LadderSlots:
    """A ladder on both sides."""

    base: Slot
    rows: tuple[Slot, ...]

    def mixed(self, old: Steps, chosen: Chosen) -> Steps:
        """The ladder with these changes."""
        rows = tuple(one for slot in self.rows if (one := slot.pick(chosen)) is not None)
        return replace(old, base=self.base.pick(chosen), rows=rows)

    def __iter__(self) -> Iterator[Slot]:
        """All slots."""
        yield self.base
        yield from self.rows


class BankSlots:
    """The slots of two questionnaires whose scales are the same."""

    def __init__(self, old: Questionnaire, new: Questionnaire) -> None:
        """Lay the two beside each other."""
        self.old, self.new = old, new
        self.comparable = all(
            [one.id for one in getattr(old.method, name)] == [one.id for one in getattr(new.method, name)]
            for name in ("severity", "likelihood", "levels")
        )
        self.questions = {name: self._question(name) for name in dict.fromkeys((*new.questions, *old.questions))}
        self.sections = {name: self._section(name) for name in self.questions}
        self.method = tuple(self._method()) if self.comparable else ()
        self.words = _slot((VOCABULARY,), _plain_words(old), _plain_words(new), old.vocabulary, new.vocabulary)

    @cached_property
    def units(self) -> Mapping[Key, Unit]:
        """Every change of a question, of the method or of the vocabulary; those of risks stand with the risks."""
        every = (*self.questions.values(), *self.sections.values(), *self.method, self.words)
        return {slot.unit.key: slot.unit for slot in every if slot.unit is not None}

    @property
    def same(self) -> bool:
        """Whether nothing that all risks share differs."""
        return not self.units

    def asked(self, name: str, chosen: Chosen) -> AskedQuestion:
        """A question with these changes."""
        question, section = self.questions[name].pick(chosen), self.sections[name].pick(chosen)
        found: AskedQuestion = replace(question, section=section)
        return found

    def forms(self, name: str) -> tuple[AskedQuestion, ...]:
        """A question as each side has it."""
        return tuple(side.questions[name] for side in (self.old, self.new) if name in side.questions)

    def _question(self, name: str) -> Slot:
        old, new = self.old.questions.get(name), self.new.questions.get(name)
        if old is None or new is None:
            return Slot(None, old or new, old or new)
        return _slot(_key(new.place, "questions", name), _plain_question(old), _plain_question(new), old, new)

    def _section(self, name: str) -> Slot:
        old, new = self.old.questions.get(name), self.new.questions.get(name)
        if old is None or new is None:
            only = old or new
            return Slot(None, only and only.section, only and only.section)
        moved = old.section.id != new.section.id
        key = ("questions", name, "section") if moved else ("sections", new.section.id)
        plain = [tree(one.section.ask_when).plain for one in (old, new)]
        return _slot(_key(new.place, *key), plain[0], plain[1], old.section, new.section)

    def _method(self) -> Iterator[Slot]:
        old, new = self.old.method, self.new.method
        for name in old.matrix:
            yield _slot(
                (METHOD, "matrix", name), old.matrix[name], new.matrix[name], old.matrix[name], new.matrix[name]
            )
        for name in _RULES:
            one, other = getattr(old.safeguards, name), getattr(new.safeguards, name)
            yield _slot((METHOD, "safeguards", name), one, other, one, other)

    def shared(self, questions: tuple[str, ...], chosen: Chosen) -> dict[str, Any]:
        """The parts of a mixture that all risks share; the questions in an order in which they can be asked."""
        if self.same:
            return {"questions": {name: self.questions[name].old for name in questions}}
        matrix = {
            slot.unit.key[-1]: slot.pick(chosen) for slot in self.method if slot.unit and slot.unit.key[1] == "matrix"
        }
        rules = {
            slot.unit.key[-1]: slot.pick(chosen) for slot in self.method if slot.unit and slot.unit.key[1] != "matrix"
        }
        method = self.old.method
        return {
            "questions": {name: self.asked(name, chosen) for name in questions},
            "vocabulary": self.words.pick(chosen),
            "method": replace(
                method, matrix={**method.matrix, **matrix}, safeguards=replace(method.safeguards, **rules)
            ),
        }


class RiskSlots:
    """A risk on both sides."""

    def __init__(self, old: RiskRule | None, new: RiskRule | None) -> None:
        """Lay the two beside each other."""
        self.old, self.new = old, new
        rule = new or old
        assert rule is not None  # noqa: S101 - it is on one side at least
        key = _key(rule.place, "risks", rule.risk.id)
        self.whole = Slot(None, old, new)
        self.ladders: dict[str, LadderSlots] = {}
        self.fields: dict[str, Slot] = {}
        self.safeguards: tuple[Slot, ...] = ()
        if old is None or new is None:
            self.whole = Slot(_unit(key, old and _named(old.risk), new and _named(new.risk)), old, new)
            return
        self.ladders = {
            axis: ladder((*key, axis), getattr(old, axis), getattr(new, axis)) for axis in ("severity", "likelihood")
        }
        for name in ("applies_when", "irreversible"):
            one, other = getattr(old.risk, name), getattr(new.risk, name)
            self.fields[name] = _slot((*key, name), tree(one).plain, tree(other).plain, one, other)
        self.safeguards = tuple(self._safeguards(key, old, new))

    @staticmethod
    def _safeguards(key: Key, old: RiskRule, new: RiskRule) -> Iterator[Slot]:
        one, other = ({use.question: (use, place) for use, place in rule.safeguards} for rule in (old, new))
        for name in dict.fromkeys((*other, *one)):
            before, after = one.get(name), other.get(name)
            plain = [tree(found[0].lowers).plain if found else None for found in (before, after)]
            yield _slot((*key, "safeguards", name), plain[0], plain[1], before, after)

    def __iter__(self) -> Iterator[Slot]:
        """All slots."""
        yield self.whole
        for one in self.ladders.values():
            yield from one
        yield from self.fields.values()
        yield from self.safeguards

    def mixed(self, chosen: Chosen) -> RiskRule | None:
        """The risk with these changes; none where it is not there."""
        if self.old is None or self.new is None:
            found: RiskRule | None = self.whole.pick(chosen)
            return found
        fields = {name: slot.pick(chosen) for name, slot in self.fields.items()}
        ladders: dict[str, Any] = {
            axis: one.mixed(getattr(self.old, axis), chosen) for axis, one in self.ladders.items()
        }
        safeguards = tuple(one for slot in self.safeguards if (one := slot.pick(chosen)) is not None)
        return replace(self.old, risk=replace(self.old.risk, **fields), safeguards=safeguards, **ladders)


class BlockSlots:
    """A red line or a decision on both sides: one whole."""

    def __init__(self, old: RedLineRule | DecisionRule | None, new: RedLineRule | DecisionRule | None) -> None:
        """Lay the two beside each other."""
        rule = new or old
        assert rule is not None  # noqa: S101 - it is on one side at least
        kind = "red_lines" if isinstance(rule, RedLineRule) else "decisions"
        name = rule.red_line.id if isinstance(rule, RedLineRule) else rule.decision.id
        plain = [_plain_block(one) if one is not None else None for one in (old, new)]
        self.slot = _slot(_key(rule.place, kind, name), plain[0], plain[1], old, new)

    def __iter__(self) -> Iterator[Slot]:
        """All slots."""
        yield self.slot

    def mixed(self, chosen: Chosen) -> RedLineRule | DecisionRule | None:
        """The block with this change."""
        found: RedLineRule | DecisionRule | None = self.slot.pick(chosen)
        return found


def ladder(key: Key, old: Steps, new: Steps) -> LadderSlots:
    """A ladder's slots: rows are paired by likeness."""
    nodes = [tuple(Node(step.place.path, _plain_step(step)) for step in steps.rows) for steps in (old, new)]
    rows = []
    for one, other in pairs(*nodes):
        name = str(other + 1) if other is not None else f"was_{(one or 0) + 1}"
        before, after = (
            (nodes[0][one].plain if one is not None else None),
            (nodes[1][other].plain if other is not None else None),
        )
        picked = (old.rows[one] if one is not None else None, new.rows[other] if other is not None else None)
        rows.append(_slot((*key, "rows", name), before, after, *picked))
    return LadderSlots(_slot((*key, "base"), old.base, new.base, old.base, new.base), tuple(rows))


def _key(place: Place, *steps: str) -> Key:
    return (BANK, place.bank, *steps)


def _slot(key: Key, before: Any, after: Any, old: Any, new: Any) -> Slot:  # noqa: ANN401 - both sides
    return Slot(None if before == after else _unit(key, before, after), old, new)


def _unit(key: Key, before: Any, after: Any) -> Unit:  # noqa: ANN401 - plain data
    return Unit(key, *(Node((), one) if one is not None else None for one in (before, after)))


def _named(value: Any) -> Any:  # noqa: ANN401 - a risk
    return tree(value).plain


def _plain_step(step: Step) -> dict[str, Any]:
    """What of a row is scored."""
    return {"level": step.value, "for": step.group, "when": tree(step.when).plain}


def _plain_block(rule: RedLineRule | DecisionRule) -> dict[str, Any]:
    """What of a red line or of a decision is worked out."""
    if isinstance(rule, RedLineRule):
        return {"crossed_when": tree(rule.red_line.crossed_when).plain}
    decision = rule.decision
    return {
        "outcomes": [one.id for one in decision.outcomes],
        "base": decision.base,
        "applies_when": tree(decision.applies_when).plain,
        "rows": [_plain_step(step) for step in rule.steps.rows],
    }


def _plain_question(asked: AskedQuestion) -> dict[str, Any]:
    """What of a question decides what an answer counts as."""
    one = asked.question
    return {
        "type": one.type,
        "kind": one.kind,
        "ask_when": tree(one.ask_when).plain,
        "may_not_apply": one.may_not_apply,
        "options": [(option.id, option.exclusive) for option in one.options],
        "range": [tree(one.min).plain, tree(one.max).plain],
    }


def _plain_words(questionnaire: Questionnaire) -> dict[str, Any]:
    """What of the vocabulary decides about facts and groups."""
    return {
        name: [(one.id, one.regimes, tree(one.stays_when).plain) for one in getattr(questionnaire.vocabulary, name)]
        for name in _WORDS
    }
