"""Scores any mixture of two assessments, a risk, red line or decision at a time, and knows what each of them reads."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Any

from tsukuba_pia.change.bank_slots import METHOD, VOCABULARY, BankSlots, BlockSlots, RiskSlots
from tsukuba_pia.change.compare import Key
from tsukuba_pia.change.inert import fits_type, inert_answer, inert_item
from tsukuba_pia.change.sides import MOMENTS, Reads, Side, Target, Values, values_of
from tsukuba_pia.change.slots import DAY, EVIDENCE, LISTS, SINGLE, TOUCHING, Chosen, Slots, Unit
from tsukuba_pia.model.condition import Condition, atoms
from tsukuba_pia.model.questionnaire import AskedQuestion, DecisionRule, Questionnaire, RedLineRule, RiskRule, Steps
from tsukuba_pia.score.engine import score

Rule = RiskRule | RedLineRule | DecisionRule
NOTHING = ""  # what a mixture comes to in which a condition reads a question of another type


class Replay:
    """The mixtures of two sides."""

    def __init__(self, old: Side, new: Side) -> None:
        """Lay the two beside each other."""
        self.old, self.new = old, new
        self.slots = Slots(old.given, new.given)
        self.banks = BankSlots(old.questionnaire, new.questionnaire)
        self.targets = {target: self._target(target) for target in self._targets()}
        self._reads: dict[Target, Reads] = {}
        self._units: dict[Target, Mapping[Key, Unit]] = {}
        self._known: dict[tuple[Target, Chosen], Values] = {}

    @property
    def tried(self) -> int:
        """How many mixtures were scored so far."""
        return len(self._known)

    @cached_property
    def _order(self) -> tuple[str, ...] | None:
        """All questions, each behind those that it waits for on either side; None where they go round in circles."""
        waits = {name: self._waits(name) for name in self.banks.questions}
        try:
            return tuple(TopologicalSorter(waits).static_order())
        except CycleError:
            return None

    def possible(self) -> bool:
        """Whether mixtures make sense: the same scales, and questions that can be asked in one order."""
        return self.banks.comparable and self._order is not None

    def values(self, target: Target, chosen: Chosen) -> Values:
        """What a target comes to on the old side with these changes."""
        own = frozenset(chosen & self.units(target).keys())
        key = (target, own)
        if key not in self._known:
            self._known[key] = self._scored(target, own)
        return self._known[key]

    def units(self, target: Target) -> Mapping[Key, Unit]:
        """The changes that can move a target, in the order in which they are told."""
        if target not in self._units:
            reads = self.reads(target)
            every = {slot.unit.key: slot.unit for slot in self.targets[target] if slot.unit is not None}
            every |= {key: unit for key, unit in self.banks.units.items() if self._bank_matters(key, target, reads)}
            every |= {key: unit for key, unit in self.slots.units.items() if self._matters(key, unit, target, reads)}
            self._units[target] = every
        return self._units[target]

    @cached_property
    def units_of_all(self) -> Mapping[Key, Unit]:
        """Every change that may be a cause."""
        own = {slot.unit.key: slot.unit for slots in self.targets.values() for slot in slots if slot.unit is not None}
        return {**own, **self.banks.units, **self.slots.units}

    def reads(self, target: Target) -> Reads:
        """What a target may read."""
        if target not in self._reads:
            self._reads[target] = self._found(target)
        return self._reads[target]

    def _targets(self) -> Iterator[Target]:
        sides = (self.new.questionnaire, self.old.questionnaire)
        for kind, part in (("risk", "risks"), ("red_line", "red_lines"), ("decision", "decisions")):
            for name in dict.fromkeys(name for side in sides for name in getattr(side, part)):
                yield Target(kind, name)  # type: ignore[arg-type]  # one of the three

    def _rules(self, target: Target) -> tuple[Rule | None, ...]:
        sides = (self.old.questionnaire, self.new.questionnaire)
        return tuple(getattr(side, f"{target.kind}s").get(target.id) for side in sides)

    def _target(self, target: Target) -> RiskSlots | BlockSlots:
        old, new = self._rules(target)
        return RiskSlots(old, new) if target.kind == "risk" else BlockSlots(old, new)  # type: ignore[arg-type]

    def _found(self, target: Target) -> Reads:
        rules = [rule for rule in self._rules(target) if rule is not None]
        own = [one for rule in rules for one in _conditions(rule)]
        risks = [rule for rule in rules if isinstance(rule, RiskRule)]
        ladders = [ladder for rule in risks for ladder in (rule.severity, rule.likelihood)]
        groups = frozenset(row.group for ladder in ladders for row in ladder.rows if row.group)
        if groups:
            own += [one for side in (self.old, self.new) for one in _staying(side.questionnaire)]
        safeguards = frozenset(use.question for rule in risks for use, _ in rule.safeguards)
        questions, conditions = self.closed(own, safeguards)
        facts = frozenset(atom.name for one in conditions for atom, _ in atoms(one) if atom.subject == "data")
        return Reads(questions, tuple(conditions), facts, safeguards, groups)

    def closed(self, own: Iterable[Condition], safeguards: Iterable[str]) -> tuple[tuple[str, ...], list[Condition]]:
        """The questions that are read, those that decide whether they are asked, and all conditions on the way."""
        conditions = list(own)
        found: set[str] = set()
        waiting = [*_questions(conditions), *safeguards]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                more = [one for form in self.banks.forms(name) for one in _asking(form)]
                conditions += more
                waiting += _questions(more)
        return tuple(name for name in self._order or () if name in found), conditions

    def _waits(self, name: str) -> tuple[str, ...]:
        return _questions(one for form in self.banks.forms(name) for one in _asking(form))

    def _bank_matters(self, key: Key, target: Target, reads: Reads) -> bool:
        if key[0] == METHOD:
            return target.kind == "risk"
        if key[0] == VOCABULARY:
            return bool(reads.facts or reads.groups)
        slots = (self.banks.questions, self.banks.sections)
        names = (
            name for part in slots for name in reads.questions if (slot := part[name]).unit and slot.unit.key == key
        )
        return next(names, None) is not None

    def _matters(self, key: Key, unit: Unit, target: Target, reads: Reads) -> bool:
        """Whether a change of the assessment can move a target: whether anything that it reads differs."""
        part = key[0]
        if part == "answers":
            return key[1] in reads.questions and not inert_answer(key[1], self._sides, self.banks.forms(key[1]), reads)
        if part == "overrides":
            return target == ("risk", key[1]) and not self._same_override(key[1])
        if part == "groups_excluded" or part in TOUCHING:
            return bool(reads.groups) if part not in TOUCHING else _touches(unit, target)
        if part in SINGLE or part in LISTS:
            return not inert_item(part, unit, reads.facts)
        if part == EVIDENCE:
            return any(key[1] in self._evidence_of(name) for name in reads.safeguards)
        return part != DAY or bool(reads.safeguards)

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self.old, self.new

    def _same_override(self, name: str) -> bool:
        said = [side.given.assessment.overrides.get(name) for side in self._sides]
        return len({(one.level, one.computed) if one else None for one in said}) == 1

    def _evidence_of(self, question: str) -> AbstractSet[str]:
        answers = (side.given.assessment.answers.get(question) for side in self._sides)
        return {item for answer in answers if answer for item in answer.evidence}

    def _scored(self, target: Target, chosen: Chosen) -> Values:
        rule = self.targets[target].mixed(chosen)
        if rule is None:
            return (None,) * (len(MOMENTS) if target.kind == "risk" else 1)
        reads = self.reads(target)
        questions = self.with_staying(reads)
        parts = self.banks.shared(questions, chosen)
        alone: dict[str, Any] = {"risks": {}, "red_lines": {}, "decisions": {}} | {f"{target.kind}s": {target.id: rule}}
        given = self.slots.mixed(chosen, questions)
        part = replace(self._bare, **alone, **parts)
        if not self.banks.same:
            part = replace(part, questions=_needed(rule, part))
            if not _fits_together(rule, part):
                return (NOTHING,) * (len(MOMENTS) if target.kind == "risk" else 1)
        return values_of(score(part, given.assessment, given.as_of, given.missing), target)

    @cached_property
    def _bare(self) -> Questionnaire:
        """The old questionnaire without its banks: points are summed over all questions of theirs."""
        return replace(self.old.questionnaire, banks=())

    def with_staying(self, reads: Reads) -> tuple[str, ...]:
        """Its questions, and those that scoring always looks at: whether a group may be taken out."""
        if reads.groups:
            return reads.questions
        staying, _ = self._staying_questions
        wanted = {*reads.questions, *staying}
        return tuple(name for name in self._order or () if name in wanted)

    @cached_property
    def _staying_questions(self) -> tuple[tuple[str, ...], list[Condition]]:
        return self.closed([one for side in self._sides for one in _staying(side.questionnaire)], ())


def _touches(unit: Unit, target: Target) -> bool:
    """Whether what happened, on either side, touches a risk."""
    found = [node.get("touches") for node in (unit.old, unit.new) if node is not None]
    return target.kind == "risk" and any(target.id in one.plain for one in found if one is not None)


def _questions(conditions: Iterable[Condition]) -> tuple[str, ...]:
    found = (atom.name for one in conditions for atom, _ in atoms(one) if atom.subject == "question")
    return tuple(dict.fromkeys(found))


def _asking(asked: AskedQuestion) -> list[Condition]:
    return [one for one in (asked.section.ask_when, asked.question.ask_when) if one is not None]


def _staying(questionnaire: Questionnaire) -> list[Condition]:
    return [one.stays_when for one in questionnaire.vocabulary.groups if one.stays_when is not None]


def _needed(rule: Rule, part: Questionnaire) -> dict[str, AskedQuestion]:
    """The questions of a mixture that it really reads."""
    waiting = [*_questions((*_conditions(rule), *_staying(part)))]
    waiting += [use.question for use, _ in rule.safeguards] if isinstance(rule, RiskRule) else []
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        waiting += _questions(_asking(part.questions[name])) if name not in found else ()
        found.add(name)
    return {name: asked for name, asked in part.questions.items() if name in found}


def _fits_together(rule: Rule, part: Questionnaire) -> bool:
    """Whether all that is compared by size is a number or a date: a condition may read the other side's question."""
    asking = [one for asked in part.questions.values() for one in _asking(asked)]
    found = [atom for one in (*_conditions(rule), *_staying(part), *asking) for atom, _ in atoms(one)]
    return all(fits_type(atom, part.questions[atom.name]) for atom in found if atom.subject == "question")


def _conditions(rule: Rule) -> list[Condition]:
    """All conditions of a risk, a red line or a decision."""
    if isinstance(rule, RedLineRule):
        return [rule.red_line.crossed_when]
    ladders: tuple[Steps, ...] = (rule.severity, rule.likelihood) if isinstance(rule, RiskRule) else (rule.steps,)
    applies = rule.risk.applies_when if isinstance(rule, RiskRule) else rule.decision.applies_when
    return [row.when for ladder in ladders for row in ladder.rows] + ([applies] if applies is not None else [])
