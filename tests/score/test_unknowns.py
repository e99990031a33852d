"""What each open question can still move: against every answer, each scored as a whole."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tests.score.completing import DAY, ORDER, answered, completions, every_answer, rank
from tests.score.random_banks import METHOD, cases
from tests.score.test_search import A, B, case_of, happened, raised, small
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.assessment import Assessment, Override
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.result import Asked, Interval, RiskResult, ScoreResult
from tsukuba_pia.score.engine import score
from tsukuba_pia.score.unknowns import Move, Moves, Unknown, Unknowns, unknowns

Plain = dict[str, Any]
OVERRIDE: Plain = {"level": "very_high", "because": "b", "by": "Abe", "post": "p", "on": DAY}


def found_in(questionnaire: Questionnaire, assessment: Assessment) -> Unknowns:
    """What is not known."""
    return unknowns(questionnaire, assessment, score(questionnaire, assessment, DAY))


def by_id(found: Unknowns) -> dict[str, Unknown]:
    """Each question's."""
    return {one.question: one for one in found.ranked}


def move(now: Interval, after: Iterable[Interval], order: tuple[str, ...] = ORDER) -> Move:
    """The lowest worst case and the highest best case of some results."""
    some = list(after)
    lowest = min((order.index(one.worst) for one in some), default=order.index(now.worst))
    highest = max((order.index(one.best) for one in some), default=order.index(now.best))
    return Move(now, order[lowest], order[highest])


def moves(before: ScoreResult | RiskResult, after: list[Any]) -> Moves:
    """Now, and when all is done."""
    return Moves(*(move(getattr(before, one), [getattr(each, one) for each in after]) for one in ("current", "target")))


def held_to_every_answer(case: tuple[Plain, Plain]) -> Unknowns:
    """The effects of each open question, after they were compared."""
    questionnaire, assessment = questionnaire_of(case[0]), assessment_of(case[1])
    before, found = score(questionnaire, assessment, DAY), found_in(questionnaire, assessment)
    assert sorted(by_id(found)) == sorted(before.open_questions)
    outcomes = ("none", "brief", "full")
    for name, one in by_id(found).items():
        answers = every_answer(questionnaire.questions[name].question)
        after = [score(questionnaire, answered(assessment, {name: answer}), DAY) for answer in answers]
        risks = {risk: moves(before.risks[risk], [each.risks[risk] for each in after]) for risk in before.risks}
        assert one.whole == moves(before, after)
        assert dict(one.risks) == {risk: moved for risk, moved in risks.items() if moved.any}
        states = {line: {each.red_lines[line].state for each in after} - {"unknown"} for line in before.red_lines}
        settles = {line: some for line, some in states.items() if some and before.red_lines[line].state == "unknown"}
        assert {line: set(some) for line, some in one.red_lines.items()} == settles
        decisions = {
            decision: move(now.outcome, [each.decisions[decision].outcome for each in after], outcomes)
            for decision, now in before.decisions.items()
        }
        assert dict(one.decisions) == {decision: moved for decision, moved in decisions.items() if moved.moves}
        perhaps = [other for other, standing in before.standings.items() if standing.asked is Asked.PERHAPS]
        opened = [other for other in perhaps if Asked.ASKED in {each.standings[other].asked for each in after}]
        assert list(one.opens) == [other for other in opened if other != name]
    return found


@settings(max_examples=60)
@given(cases())
def test_effects_are_those_of_every_answer(case: tuple[Plain, Plain]) -> None:
    """Blindly tried: each option in every combination, numbers at and around every bound."""
    held_to_every_answer(case)


@settings(max_examples=30)
@given(cases(), st.sampled_from(METHOD["levels"]), st.sampled_from(["2026-12-01", DAY]))
def test_raised_levels_and_incidents_are_counted(case: tuple[Plain, Plain], computed: str, on: str) -> None:
    """An override that lapses, comes back, or is not touched."""
    risks = [one["id"] for one in case[0]["risks"]]
    held_to_every_answer(happened(raised(case, risks[0], computed), risks[-1], on))


@settings(max_examples=30)
@given(cases())
def test_the_order_is_the_one_that_is_stated(case: tuple[Plain, Plain]) -> None:
    """Red lines, then the whole, then number and height of risks, then the bank's order."""
    questionnaire, assessment = questionnaire_of(case[0]), assessment_of(case[1])
    found = found_in(questionnaire, assessment)
    bank = list(questionnaire.questions)

    def urgency(one: Unknown) -> tuple[int, ...]:
        whole = one.whole.current
        steps = rank(whole.now.worst) - rank(whole.lowest)
        rises = rank(whole.highest) - rank(whole.now.best)
        height = max((rank(risk.current.now.worst) for risk in one.risks.values()), default=0)
        return len(one.red_lines), steps, rises, len(one.risks), height, -bank.index(one.question)

    assert all(urgency(one) > urgency(other) for one, other in pairwise(found.ranked))
    assert found.ranked == found_in(questionnaire, assessment).ranked


@settings(max_examples=40)
@given(cases())
def test_pairs_are_those_of_every_two_answers(case: tuple[Plain, Plain]) -> None:
    """Where no answer alone brings the worst level down: all pairs that do, and no other. Few enough to try them."""
    questionnaire, assessment = questionnaire_of(case[0]), assessment_of(case[1])
    before, found = score(questionnaire, assessment, DAY), found_in(questionnaire, assessment)
    opens = before.open_questions
    pairs = [(one, other) for number, one in enumerate(opens) for other in opens[number + 1 :]]
    if len(pairs) > 6:
        return

    def lower(pair: tuple[str, str]) -> bool:
        answers = (every_answer(questionnaire.questions[name].question) for name in pair)
        tried = (dict(zip(pair, some, strict=True)) for some in product(*answers))
        levels = (score(questionnaire, answered(assessment, some), DAY).current.worst for some in tried)
        return any(rank(level) < rank(before.current.worst) for level in levels)

    alone = any(one.whole.current.lowest != before.current.worst for one in found.ranked)
    assert found.pairs == (() if alone else tuple(pair for pair in pairs if lower(pair)))


def test_two_that_mask_each_other_move_nothing_alone() -> None:
    """Said so, and the pair is named."""
    bank = small([{"question": "x_a", "is": "yes"}, {"question": "x_b", "is": "yes"}], [A, B])
    spared = small([], [A, B])
    both = {"all": [{"question": "x_a", "is": "yes"}, {"question": "x_b", "is": "yes"}]}
    found = found_in(questionnaire_of(bank), case_of())
    assert [(one.question, one.whole.current.lowest) for one in found.ranked] == [
        ("x_a", "very_high"), ("x_b", "very_high"),
    ]  # fmt: skip
    assert {one.whole.current.highest for one in found.ranked} == {"very_high"}  # a yes makes it certain
    assert found.pairs == (("x_a", "x_b"),)
    masked = small([{"at_least": 2, "of": [both, both]}], [A, B])
    assert [one.alone for one in found_in(questionnaire_of(masked), case_of()).ranked] == ["moves", "moves"]
    assert [one.alone for one in found_in(questionnaire_of(spared), case_of()).ranked] == ["nothing", "nothing"]


@settings(max_examples=40)
@given(cases(), st.sampled_from(METHOD["levels"]))
def test_nothing_hangs_on_what_is_said_to_move_nothing(case: tuple[Plain, Plain], computed: str) -> None:
    """In no completion does it make a difference, also where a raised level hides what would move."""
    questionnaire = questionnaire_of(case[0])
    assessment = assessment_of(raised(case, case[0]["risks"][0]["id"], computed)[1])
    opens = score(questionnaire, assessment, DAY).open_questions
    every = completions(questionnaire, opens, 300)
    idle = [one.question for one in found_in(questionnaire, assessment).ranked if one.alone == "nothing"]
    scored = [score(questionnaire, answered(assessment, one), DAY) for one in every or ()] if idle else []
    for name in idle:
        figures: dict[str, Any] = {}
        for one, result in zip(every or (), scored, strict=True):
            rest = str({other: answer for other, answer in one.items() if other != name})
            levels = [(risk.current.worst, risk.target.worst) for risk in result.risks.values()]
            lines = [line.state for line in result.red_lines.values()]
            found = (levels, lines, [decision.outcome for decision in result.decisions.values()])
            assert figures.setdefault(rest, found) == found


def test_a_raised_level_hides_what_two_move_together() -> None:
    """It stands whatever one of them is; with both answered it lapses, so something does hang on each."""
    conditions = [{"question": "x_a", "is": "yes"}, {"question": "x_b", "is": "yes"}]
    bank, assessment = small(conditions, [A, B]), case_of()
    override = build(Override, OVERRIDE | {"computed": "very_high"})
    found = found_in(questionnaire_of(bank), replace(assessment, overrides={"x_r": override}))
    assert [one.alone for one in found.ranked] == ["together", "together"]
    assert found.pairs == (("x_a", "x_b"),)


def test_a_raised_level_that_comes_back_is_no_way_down() -> None:
    """The two bring the worst risk down, and another one up again: its override answers the level that it has then."""
    bank = small([{"question": "x_a", "is": "yes"}, {"question": "x_b", "is": "yes"}], [A, B])
    rows = [{"level": "maximum", "when": {"question": "x_a", "is": "yes"}, "because": "b"}]
    other: Plain = {"id": "x_o", "title": "t", "severity": {"base": "limited"}}
    bank["risks"].append(other | {"likelihood": {"base": "significant", "rows": rows}})
    assert found_in(questionnaire_of(bank), case_of()).pairs == (("x_a", "x_b"),)
    overrides = {"x_o": build(Override, OVERRIDE | {"computed": "medium"})}
    assert found_in(questionnaire_of(bank), replace(case_of(), overrides=overrides)).pairs == ()


def test_what_only_settles_a_red_line_moves_it() -> None:
    """No risk, no decision, no question hangs on it."""
    line: Plain = {"id": "x_l", "text": "t", "crossed_when": {"question": "x_a", "is": "yes"}}
    (found,) = found_in(questionnaire_of(small([], [A], red_lines=[line])), case_of()).ranked
    assert (found.alone, found.red_lines) == ("moves", {"x_l": ("clear", "crossed")})


def test_a_decision_that_two_move_together() -> None:
    """Alone neither narrows its range."""
    both = {"at_least": 2, "of": [{"question": f"x_{one}", "is": "yes"} for one in "abc"]}
    row = {"outcome": "full", "when": both, "because": "b"}
    decision: Plain = {"id": "x_d", "outcomes": ["none", "brief", "full"], "base": "none", "rows": [row]}
    bank = small([], [A, B, {"id": "x_c", "type": "yes_no"}], decisions=[decision])
    assert [one.alone for one in found_in(questionnaire_of(bank), case_of()).ranked] == ["together"] * 3


def test_a_number_between_two_whole_ones() -> None:
    """Where no whole number lies between two bounds, another one does."""
    between = {"all": [{"question": "x_n", "above": 2}, {"question": "x_n", "below": 3}]}
    (found,) = found_in(questionnaire_of(small([between], [{"id": "x_n", "type": "number"}])), case_of()).ranked
    assert found.whole.current == Move(Interval("high", "very_high"), "high", "very_high")


def test_alone_it_moves_nothing_but_together() -> None:
    """Of three of which two must hold, one answer settles nothing."""
    parts = [{"question": f"x_{one}", "is": "yes"} for one in "abc"]
    risk = small([{"at_least": 2, "of": parts}], [A, B, {"id": "x_c", "type": "yes_no"}])
    found = found_in(questionnaire_of(risk), case_of())
    assert [one.alone for one in found.ranked] == ["together"] * 3
    assert found.together == 3
    assert found.pairs == (("x_a", "x_b"), ("x_a", "x_c"), ("x_b", "x_c"))


def test_what_is_in_the_file_but_counts_as_unknown_is_open() -> None:
    """From a vendor and not confirmed, or not applicable by one person alone."""
    bank = small([{"question": "x_a", "is": "yes"}], [A, B | {"may_not_apply": True}])
    case = case_of(x_a={"answer": "yes", "by": "vendor"}, x_b={"answer": "not_applicable", "by": "Abe"})
    found = by_id(found_in(questionnaire_of(bank), case))
    assert sorted(found) == ["x_a", "x_b"]
    assert found["x_a"].whole.current.lowest == "high"


def test_a_safeguard_says_that_it_needs_evidence() -> None:
    """Its answer alone lowers nothing now."""
    guard = {"id": "x_g", "type": "safeguard", "kind": "prevent"}
    bank = small([], [guard, A])
    bank["risks"][0]["safeguards"] = [{"question": "x_g", "lowers": {"likelihood": 2}}]
    found = by_id(found_in(questionnaire_of(bank), case_of()))
    assert (found["x_g"].proof, found["x_a"].proof) == (True, False)
    assert found["x_g"].whole.current == Move(Interval("medium", "high"), "medium", "high")


def test_many_options_are_told_apart_by_what_is_asked_of_them() -> None:
    """Twenty options, of which conditions know two kinds: four ways, not a million."""
    options = [{"id": f"o{number}", "label": "l"} for number in range(20)]
    first, second = [f"o{number}" for number in range(10)], [f"o{number}" for number in range(10, 18)]
    wanted: list[Plain] = [{"question": "x_c", "includes": first}, {"question": "x_c", "includes_none": second}]
    bank = small(wanted, [{"id": "x_c", "type": "choices", "options": options}])
    (found,) = found_in(questionnaire_of(bank), case_of()).ranked
    assert found.exact
    assert found.whole.current == Move(Interval("high", "very_high"), "high", "very_high")


def test_too_many_kinds_of_options_are_said_not_to_be_tried() -> None:
    """And nothing is called impossible then."""
    options = [{"id": f"o{number}", "label": "l"} for number in range(14)]
    wanted: list[Plain] = [{"question": "x_c", "includes": f"o{number}"} for number in range(14)]
    wanted.append({"question": "x_c", "includes_none": [f"o{number}" for number in range(14)]})
    found = found_in(questionnaire_of(small(wanted, [{"id": "x_c", "type": "choices", "options": options}])), case_of())
    assert not found.ranked[0].exact
    assert found.could.acceptable.could == "not_decided"


def test_dates_and_texts_are_answered_too() -> None:
    """A date at its bound and on both sides of it; a text moves nothing."""
    questions = [{"id": "x_d", "type": "date"}, {"id": "x_t", "type": "text"}]
    bank = small([{"question": "x_d", "above": "2027-01-20"}], questions)
    found = by_id(found_in(questionnaire_of(bank), case_of()))
    assert found["x_d"].whole.current == Move(Interval("high", "very_high"), "high", "very_high")
    assert found["x_t"].alone == "nothing"
