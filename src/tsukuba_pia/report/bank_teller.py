"""Says the parts of one bank: its texts with their easy Japanese, its references, its conditions in plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tsukuba_pia.labels import labels
from tsukuba_pia.model.bank import Bank, Question
from tsukuba_pia.model.condition import NUMBER_FACTS, Atom, Condition
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import Said, Text
from tsukuba_pia.report.bank_model import Citing, Target, Told, Worded
from tsukuba_pia.report.model import Law
from tsukuba_pia.report.teller import Teller, clean, figure

EASY = "ja-x-easy"
STOPS = {"ja": "。", "en": "."}
TERMS_OF_FACTS = {"recipients": "actor_kinds"}  # the other facts are called like their lists


@dataclass(frozen=True)
class BankTeller(Teller):
    """One bank, among those that it was laid together with."""

    questionnaire: Questionnaire
    bank: Bank
    language: str
    words: Mapping[str, Any]
    cited: dict[str, None] = field(default_factory=dict)

    @property
    def plain_language(self) -> str:
        """The first language that the bank names."""
        return self.bank.languages[0] if self.bank.languages else self.language

    # -------------------------------------------------------------------------------------------------------- texts

    def worded(self, text: Text) -> Worded:
        """A text, and its easy Japanese where there is one."""
        easy = text.get(EASY) if isinstance(text, Mapping) else None
        return Worded(self.say(text), Said(clean(easy).strip(), EASY) if easy else None)

    def quoted(self, text: Text) -> Said:
        """A text as it stands in quotation marks: without its full stop."""
        said = self.say(text)
        return Said(said.words.removesuffix(STOPS.get(said.language, "")), said.language)

    def citing(self, names: Iterable[str]) -> tuple[Citing, ...]:
        """References where they are cited, each by its full name."""
        return tuple(self._citing(law) for name in names for law in self.laws((name,)))

    def _citing(self, law: Law) -> Citing:
        known = self.questionnaire.references.by_id.get(law.id)
        return Citing(law, known.class_, known.status, known.checked) if known else Citing(law, "", "", checked=False)

    # ------------------------------------------------------------------------------------------------------ targets

    def question(self, name: str) -> Target:
        """A question of this bank or of the one it stands on."""
        asked = self.questionnaire.questions.get(name)
        return self._target(name, asked.question.text if asked else name, asked.place.bank if asked else "")

    def risk(self, name: str) -> Target:
        """A risk of this bank or of the one it stands on."""
        rule = self.questionnaire.risks.get(name)
        return self._target(name, rule.risk.title if rule else name, rule.place.bank if rule else "")

    def _target(self, name: str, label: Text, bank: str) -> Target:
        return Target(name, self.quoted(label), bank == self.bank.bank)

    # --------------------------------------------------------------------------------------------------- conditions

    def told(self, condition: Condition) -> Told:
        """A condition in words."""
        if not isinstance(condition, Atom):
            return Told(condition.word, condition.needed, tuple(self.told(part) for part in condition.of))
        return self._fact(condition) if condition.subject == "data" else self._answer(condition)

    def perhaps_told(self, condition: Condition | None) -> Told | None:
        """The same, where there may be none."""
        return None if condition is None else self.told(condition)

    def _answer(self, atom: Atom) -> Told:
        rule = self.questionnaire.questions.get(atom.name)
        about = self.question(atom.name)
        if rule is None:
            return Told(atom.operator, about=about, values=tuple(self.own(clean(str(one))) for one in atom.values))
        asked = rule.question
        form = f"{asked.type}_{atom.operator}" if asked.type in ("safeguard", "number", "date") else atom.operator
        return Told(_counted(form, atom), about=about, values=tuple(self._value(asked, one) for one in atom.values))

    def _value(self, asked: Question, value: object) -> Said:
        label = next((option.label for option in asked.options if option.id == value), None)
        if label is not None:
            return self.quoted(label)
        if asked.type == "number":
            return self.counted(value, asked.unit)
        if asked.type == "date":
            return self.own(self.on(str(value)).shown)
        terms = {"yes_no": "yes_no", "safeguard": "safeguard_states"}.get(asked.type)
        return self.term(terms, str(value)).label if terms else self.own(clean(str(value)))

    def counted(self, value: object, unit: Text | None) -> Said:
        """A number with its unit."""
        said = self.say(unit) if unit else self.own("")
        return Said(f"{figure(value)}{self.words['unit_gap'] if said.words else ''}{said.words}", said.language)

    def _fact(self, atom: Atom) -> Told:
        about = Target("", self.own(self.words["risks"]["facts"][atom.name]), here=False)
        if atom.name in NUMBER_FACTS:
            people = (self.words["bank_document"]["people"].format(n=figure(one)) for one in atom.values)
            return Told(f"fact_{atom.operator}", about=about, values=tuple(map(self.own, people)))
        values = tuple(self._fact_value(atom.name, str(one)) for one in atom.values)
        return Told(_counted(f"fact_{atom.operator}", atom), about=about, values=values)

    def _fact_value(self, fact: str, value: str) -> Said:
        if fact == "countries":
            return self.own(self.words["countries"].get(value, clean(value)))
        return self.term(TERMS_OF_FACTS.get(fact, fact), value).label


def _counted(form: str, atom: Atom) -> str:
    """None of one is said otherwise than none of several."""
    return f"{form}_of" if atom.operator == "includes_none" and len(atom.values) > 1 else form


def teller_of(questionnaire: Questionnaire, bank: Bank, language: str) -> BankTeller:
    """Whoever says the parts of a bank in a language."""
    found = labels(language)
    words: Mapping[str, Any] = {**found["report"], "bank_document": found["bank_document"]}
    return BankTeller(questionnaire, bank, language, words)
