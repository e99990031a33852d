"""The threshold analysis of several assessments taken as one service."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tsukuba_pia.lint.portfolio_context import BankOf, Threshold, Traits
from tsukuba_pia.lint.traits import decision_atoms
from tsukuba_pia.model.bank import Decision
from tsukuba_pia.model.condition import NUMBER_FACTS, SET_FACTS, Atom
from tsukuba_pia.model.facts import Facts, NumberFact, SetFact
from tsukuba_pia.model.result import Truth
from tsukuba_pia.score.conditions import COMPARE, Judge


class Together(Judge):
    """Judges conditions by what several assessments say: an answer of one of them is an answer of the whole."""

    def __init__(self, truths: Mapping[Atom, Truth], facts: Facts) -> None:
        """Take the truth of each comparison with an answer, and the facts of all together."""
        super().__init__({}, facts)
        self.truths = truths

    def atom(self, atom: Atom) -> Truth:
        """One comparison."""
        return super().atom(atom) if atom.subject == "data" else self.truths[atom]


def outcome_together(them: Sequence[Traits], bank_of: BankOf) -> str:
    """What is certainly required of them as one, where that is more than of each alone; else nothing.

    Those of which all is required already, and those that were analysed by another version of the bank, are left out.
    """
    parts = [one.threshold for one in them if one.threshold.decision and not one.threshold.heaviest]
    parts = [one for one in parts if parts and one[:3] == parts[0][:3]]
    bank = bank_of(parts[0].bank, parts[0].version) if len(parts) > 1 else None
    decision = next((one for one in bank.decisions if one.id == parts[0].decision), None) if bank else None
    if decision is None:
        return ""
    scale = [outcome.id for outcome in decision.outcomes]
    alone = max(scale.index(one.outcome) for one in parts)
    found = _certain(decision, scale, _judge(decision, parts))
    return scale[found] if found > alone else ""


def _certain(decision: Decision, scale: Sequence[str], judge: Judge) -> int:
    if judge(decision.applies_when) is not Truth.TRUE:
        return 0
    holding = [scale.index(row.outcome) for row in decision.rows if judge(row.when) is Truth.TRUE]
    return max((scale.index(decision.base), *holding))


def _judge(decision: Decision, parts: Sequence[Threshold]) -> Judge:
    asked = [atom for atom in decision_atoms(decision) if atom.subject == "question"]
    truths = dict.fromkeys(asked, Truth.FALSE)
    sums: dict[int, Decimal] = {}
    for one in parts:
        for place, number in one.numbers:
            sums[place] = sums.get(place, Decimal(0)) + Decimal(number)
    for place, atom in enumerate(asked):
        rising = atom.operator in ("at_least", "above") and place in sums
        adds_up = rising and COMPARE[atom.operator](sums[place], atom.values)
        if adds_up or any(one.truths[place] == "T" for one in parts):
            truths[atom] = Truth.TRUE
    return Together(truths, _facts(parts))


def _facts(parts: Sequence[Threshold]) -> Facts:
    """All that is in any of them. The same data set is about the same people; others are taken to be others."""
    sets = {
        name: SetFact(
            frozenset(word for one in parts for word in one.sets[place][0]), all(one.sets[place][1] for one in parts)
        )
        for place, name in enumerate(SET_FACTS)
    }
    counts: dict[int, list[Decimal]] = {}
    for one in parts:
        for key, people in dict(one.people).items():
            counts.setdefault(key, []).append(Decimal(people))
    twice = sum((sum(them) - max(them) for them in counts.values()), Decimal(0))
    totals = [Decimal(one.total) for one in parts]
    numbers = {
        "people_largest": max((max(them) for them in counts.values()), default=Decimal(0)),
        "people_total": max(sum(totals) - twice, *totals),
        "handlers": sum((Decimal(one.handlers) for one in parts), Decimal(0)),
    }
    exact = {name: all(one.exact[place] for one in parts) for place, name in enumerate(NUMBER_FACTS)}
    return Facts(sets, {name: NumberFact(number, exact[name]) for name, number in numbers.items()})
