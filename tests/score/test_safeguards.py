"""What a safeguard counts for: its state, its evidence, who verified it, and what others of its kind do."""

from typing import Any

import pytest

from tests.score.test_complaints import result_of, risk, safeguard
from tsukuba_pia.model.assessment import Answer
from tsukuba_pia.model.bank import Lowers, SafeguardKind, SafeguardRules
from tsukuba_pia.model.questionnaire import Place
from tsukuba_pia.model.result import AnswerState, Asked, Standing
from tsukuba_pia.score.safeguards import Counted, Steps, Strength, marginal, steps_down, strength

RULES = SafeguardRules(1, 2, 2, 1)
PLACE = Place("x", ())
CHECKED: dict[str, Any] = {"owner": "Abe", "verified_by": "Ito", "verified_on": "2026-12-01", "method": "test"}


def standing(value: str, *, evidence: bool = True, asked: Asked = Asked.ASKED) -> Standing:
    """An answered safeguard."""
    return Standing("x_q", asked, AnswerState.ANSWERED, value, evidence)


@pytest.mark.parametrize(("changed", "expected"), [
    ({}, 2), ({"verified_by": None}, 1), ({"verified_by": " "}, 1), ({"verified_by": "Abe"}, 1),
    ({"verified_by": "ＡＢＥ"}, 1), ({"verified_on": None}, 1), ({"method": None}, 1), ({"owner": None}, 2),
])  # fmt: skip
def test_verified_needs_another_person_a_date_and_a_method(changed: dict[str, Any], expected: int) -> None:
    """Else it counts as implemented."""
    answer = Answer("verified", **(CHECKED | changed))
    assert strength(standing("verified"), answer, RULES, "current") == Strength(expected, expected)


@pytest.mark.parametrize("value", ["implemented", "verified"])
def test_without_evidence_it_is_in_place_in_the_best_case_only(value: str) -> None:
    """As it is stated."""
    best = {"implemented": 1, "verified": 2}[value]
    answer = Answer(value, **CHECKED)
    assert strength(standing(value, evidence=False), answer, RULES, "current") == Strength(best, 0)


@pytest.mark.parametrize(("owner", "due", "expected"), [
    ("Abe", "2027-06-01", 1), (None, "2027-06-01", 0), (" ", "2027-06-01", 0), ("Abe", None, 0),
])  # fmt: skip
def test_planned_counts_in_the_target_with_owner_and_date(owner: str | None, due: str | None, expected: int) -> None:
    """As implemented, in both cases, with evidence or without; never now."""
    answer = Answer("planned", owner=owner, due=due)
    assert strength(standing("planned", evidence=False), answer, RULES, "target") == Strength(expected, expected)
    assert strength(standing("planned"), answer, RULES, "current") == Strength(0, 0)


@pytest.mark.parametrize(
    "state", [AnswerState.OPEN, AnswerState.UNKNOWN, AnswerState.UNCONFIRMED, AnswerState.NOT_AGREED]
)
def test_unknown_is_verified_at_best(state: AnswerState) -> None:
    """And absent at worst."""
    assert strength(Standing("x_q", Asked.ASKED, state, None), Answer(), RULES, "current") == Strength(2, 0)


def test_what_is_absent_or_set_aside_or_not_asked_is_nothing() -> None:
    """In either case. What is perhaps asked may be there."""
    nothing = Strength(0, 0)
    assert strength(standing("absent"), Answer("absent"), RULES, "target") == nothing
    for state, asked in ((AnswerState.NOT_APPLICABLE, Asked.ASKED), (AnswerState.NOT_ASKED, Asked.NOT)):
        assert strength(Standing("x_q", asked, state, None), Answer(), RULES, "target") == nothing
    perhaps = standing("absent", asked=Asked.PERHAPS)
    assert strength(perhaps, Answer("absent"), RULES, "current") == Strength(2, 0)


def counted(kind: SafeguardKind, likelihood: int, severity: int = 0, now: int = 2) -> Counted:
    """A use of a safeguard."""
    lowers = Lowers(likelihood=likelihood, severity=severity)
    return Counted("x_q", kind, lowers, Strength(now, now), Strength(2, 2), PLACE)


@pytest.mark.parametrize(("uses", "expected"), [
    ([], (0, 0)),
    ([("prevent", 1), ("prevent", 1)], (0, 1)),  # of one kind the strongest
    ([("prevent", 1), ("prevent", 2)], (0, 2)),
    ([("prevent", 1), ("detect", 1)], (0, 2)),  # kinds add up
    ([("prevent", 1), ("detect", 1), ("recover", 1)], (0, 2)),  # never more than two
    ([("prevent", 1, 1)], (0, 1)),  # severity falls by absent data only
    ([("data_absent", 1, 1)], (1, 1)),
    ([("data_absent", 0, 2)], (1, 0)),  # by one step
    ([("prevent", 2, 0, 1)], (0, 1)),  # implemented: by one
])  # fmt: skip
def test_kinds(uses: list[tuple[Any, ...]], expected: tuple[int, int]) -> None:
    """Severity, likelihood."""
    assert steps_down([counted(*one) for one in uses], RULES, "current", "worst") == Steps(*expected)


def test_what_each_adds_to_those_before_it() -> None:
    """So that the steps shown add up to the steps taken."""
    uses = [counted("data_absent", 1, 1), counted("prevent", 1), counted("prevent", 2), counted("detect", 2)]
    assert marginal(uses, RULES, "current") == (Steps(1, 1), Steps(0, 1), Steps(0, 0), Steps(0, 0))
    later = [counted("prevent", 2, now=0)]
    assert (marginal(later, RULES, "current"), marginal(later, RULES, "target")) == ((Steps(0, 0),), (Steps(0, 2),))


def test_a_safeguard_without_a_kind_prevents() -> None:
    """Beside one that prevents it adds nothing."""
    uses = [{"question": name, "lowers": {"likelihood": 1}} for name in ("x_a", "x_b")]
    one = risk(safeguards=uses) | {"severity": {"base": "maximum"}, "likelihood": {"base": "maximum"}}
    without = {key: value for key, value in safeguard("x_b").items() if key != "kind"}
    done = {"answer": "implemented", **CHECKED, "evidence": ["e"]}
    found = result_of([safeguard("x_a"), without], {"x_a": done, "x_b": done}, risks=[one]).risks["x_r"]
    assert found.worst.current.likelihood.worst == "significant"
