"""On what an answer can bear at all, by the banks alone: the same whatever the answers are.

So it can be said of a withheld answer, where what it does bear on in this assessment could not.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from tsukuba_pia.model.bank import Index
from tsukuba_pia.model.condition import Condition, questions_in
from tsukuba_pia.model.questionnaire import DecisionRule, Questionnaire, RiskRule


class Bearing:
    """Looks up which answers risks, red lines, decisions and questions hang on, also by way of what is asked."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Take the banks."""
        self.questionnaire = questionnaire
        self._asked: dict[str, frozenset[str]] = {}

    def asked(self, question: str) -> frozenset[str]:
        """A question, and those whose answers decide whether it is asked."""
        if question not in self._asked:
            one = self.questionnaire.questions[question]
            self._asked[question] = self._of((one.section.ask_when, one.question.ask_when), (question,))
        return self._asked[question]

    def risk(self, name: str) -> frozenset[str]:
        """A risk's, its safeguards among them."""
        rule: RiskRule = self.questionnaire.risks[name]
        rows = (*rule.severity.rows, *rule.likelihood.rows)
        guards = [use.question for use, _ in rule.safeguards]
        found = self._of((rule.risk.applies_when, *(row.when for row in rows)))
        return found.union(*map(self.asked, guards))

    def red_line(self, name: str) -> frozenset[str]:
        """A red line's."""
        return self._of((self.questionnaire.red_lines[name].red_line.crossed_when,))

    def decision(self, name: str) -> frozenset[str]:
        """A decision's."""
        rule: DecisionRule = self.questionnaire.decisions[name]
        return self._of((rule.decision.applies_when, *(row.when for row in rule.steps.rows)))

    def all(self) -> Iterator[frozenset[str]]:
        """Those of every risk and every red line."""
        yield from map(self.risk, self.questionnaire.risks)
        yield from map(self.red_line, self.questionnaire.red_lines)

    def _of(self, conditions: Iterable[Condition | None], own: Iterable[str] = ()) -> frozenset[str]:
        named = (name for condition in conditions for name in questions_in(condition))
        return frozenset(own).union(*map(self.asked, named))


def indices_on(questionnaire: Questionnaire, questions: AbstractSet[str]) -> frozenset[str]:
    """The indices whose points count some of these questions, or rest on those that do."""
    sections = {section.id: section for bank in questionnaire.banks for section in bank.sections}
    bearing, found = Bearing(questionnaire), set[str]()

    def counts(index: Index) -> bool:
        asked = (bearing.asked(one.id) for name in index.points_of for one in sections[name].questions)
        when = index.times.when.index if index.times is not None and index.times.when is not None else None
        return index.from_ in found or when in found or any(not questions.isdisjoint(one) for one in asked)

    known = [index for bank in questionnaire.banks for index in bank.indices] if questions else []
    for _ in known:  # one may stand before what it rests on; a chain is no longer than all of them
        found |= {index.id for index in known if counts(index)}
    return frozenset(found)
