"""The laws of formats.md §2.5 over the oracle's banks: all constructs, other methods, facts, groups that stay, indices.

They are about what is computed, so there are no overrides but where they are named: one that lapses may leave a lower
level, which is told.
"""

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from random import Random
from typing import Any

import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.cases import assessment_of, bank_of
from tests.score.oracle.making import METHOD, OPTIONS, PROVEN, Maker, answers_of
from tests.score.oracle.telling import questionnaire_of, scored
from tsukuba_pia.load.compose import compose
from tsukuba_pia.model.result import NONE, Asked, Interval, RedLineState, ScoreResult, Truth
from tsukuba_pia.score.engine import score
from tsukuba_pia.yaml_source import parse

Plain = dict[str, Any]
MOMENTS = ("inherent", "current", "target")
NUMBERS = st.integers(0, 10**6)
# These cases are large, and each is scored several times.
FEWER = settings(max_examples=max(5, settings().max_examples // 3), suppress_health_check=list(HealthCheck))


def made(number: int, *, overrides: bool = False) -> Plain:
    """The case of a number."""
    case: Plain = Maker(number).case()
    if not overrides:
        case["assessment"]["overrides"] = {}
    return case


CASES = NUMBERS.map(made)


def ends(result: ScoreResult, case: Plain) -> dict[str, tuple[float, float]]:
    """Everything that is an interval, as numbers: levels, outcomes, points."""
    levels = (NONE, *case["bank"]["method"]["levels"])
    found: dict[str, tuple[float, float]] = {}

    def put(name: str, interval: Interval, order: tuple[str, ...]) -> None:
        found[name] = (order.index(interval.best), order.index(interval.worst))

    for moment in MOMENTS:
        put(f"whole {moment}", getattr(result, moment), levels)
        for risk in result.risks.values():
            put(f"{risk.id} {moment}", getattr(risk, moment), levels)
    for decision in result.decisions.values():
        put(decision.id, decision.outcome, ("none", "brief", "full"))
    for index in result.indices.values():
        found[index.id] = (float(index.points.lowest), float(index.points.highest))
    return found


def not_wider(before: dict[str, tuple[float, float]], after: dict[str, tuple[float, float]]) -> list[str]:
    """What lies outside of what was possible before."""
    return [name for name, (low, high) in before.items() if after[name][0] < low or after[name][1] > high]


def not_lower(before: dict[str, tuple[float, float]], after: dict[str, tuple[float, float]]) -> list[str]:
    """What fell at one of its ends."""
    return [name for name, pair in before.items() if any(b > a for b, a in zip(pair, after[name], strict=True))]


def lines(result: ScoreResult) -> dict[str, RedLineState]:
    """The red lines."""
    return {name: one.state for name, one in result.red_lines.items()}


def questions_of(bank: Plain) -> Iterator[Plain]:
    """All questions of a plain bank."""
    return (one for section in bank["sections"] for one in section["questions"])


def answer_to(question: Plain, random: Random) -> Any:  # noqa: ANN401 - plain data
    """An answer that counts."""
    if question["may_not_apply"] and random.random() < 0.15:
        return {"answer": "not_applicable", "by": "Abe", "agreed_by": "Sato"}
    match question["type"]:
        case "choices":
            alone = {one["id"] for one in question["options"] if one.get("exclusive")}
            chosen = random.sample([one["id"] for one in question["options"]], random.randint(0, 3))
            return chosen[:1] if alone & set(chosen) else chosen
        case "number":
            return random.choice((0, 2, Decimal("2.5"), 8))
        case "date":
            return random.choice(("2026-01-01", "2027-01-01", "2028-01-01"))
        case "text":
            return "words"
    value = random.choice(answers_of(question))
    return {"answer": value, **PROVEN} if question["type"] == "safeguard" else value


def answered(case: Plain, names: list[str], random: Random) -> Plain:
    """The case with these questions answered."""
    kinds = {one["id"]: one for one in questions_of(case["bank"])}
    said = case["assessment"]["answers"] | {name: answer_to(kinds[name], random) for name in names}
    return case | {"assessment": case["assessment"] | {"answers": said}}


def to_answer(result: ScoreResult) -> list[str]:
    """What is asked for certain and counts as unknown."""
    return [name for name in result.open_questions if result.standings[name].asked is Asked.ASKED]


@given(CASES)
@FEWER
def test_best_worst_residual_target(case: Plain) -> None:
    """Best ≤ worst, residual ≤ inherent, target ≤ current, for each risk and for the whole."""
    result = scored(case)
    found = ends(result, case)
    assert [name for name, (best, worst) in found.items() if best > worst and name not in result.indices] == []
    assert all(one.over or one.points.lowest <= one.points.highest for one in result.indices.values())
    for name in ["whole", *(risk["id"] for risk in case["bank"]["risks"])]:
        inherent, current, target = (found[f"{name} {moment}"] for moment in MOMENTS)
        for end in (0, 1):
            assert target[end] <= current[end] <= inherent[end]


@given(CASES, st.randoms(use_true_random=False))
@FEWER
def test_answering_never_widens(case: Plain, random: Random) -> None:
    """One question more, whatever the answer: nothing leaves what was possible, and no red line comes back."""
    before = scored(case)
    waiting = to_answer(before)
    assume(waiting)
    other = answered(case, [random.choice(waiting)], random)
    after = scored(other)
    assert not_wider(ends(before, case), ends(after, other)) == []
    assert [name for name, state in lines(before).items() if state not in ("unknown", lines(after)[name])] == []


def any_answer(question: Plain) -> Plain:
    """A condition that each answer fulfils."""
    atom = {"question": question["id"]}
    match question["type"]:
        case "number":
            return {**atom, "at_least": 0}
        case "date":
            return {**atom, "above": "2000-01-01"}
        case "choices":
            return {"any": [{**atom, "includes": list(OPTIONS)}, {**atom, "includes_none": list(OPTIONS)}]}
    return {**atom, "is": list(answers_of(question))}


@given(CASES, st.randoms(use_true_random=False))
@FEWER
def test_answering_never_widens_where_it_opens_questions(case: Plain, random: Random) -> None:
    """What stands behind a gate counts as unknown until the gate is answered, and for what it says from then on."""
    questions = list(questions_of(case["bank"]))
    gates = set(to_answer(scored(case))) - {one["id"] for one in questions if one["type"] in ("safeguard", "text")}
    possible = [(gate, later) for gate, later in combinations(questions, 2) if gate["id"] in gates]
    assume(possible)
    gate, later = random.choice(possible)
    later["ask_when"] = any_answer(gate)
    before, other = scored(case), answered(case, [gate["id"]], random)
    after = scored(other)
    assert before.standings[later["id"]].asked is not Asked.ASKED
    assert not_wider(ends(before, case), ends(after, other)) == []


@given(CASES, st.randoms(use_true_random=False))
@FEWER
def test_every_completion_lies_within(case: Plain, random: Random) -> None:
    """Answered to the end, all comes out within the first interval: it is sound."""
    before = result = scored(case)
    whole = case
    while waiting := to_answer(result):
        whole = answered(whole, waiting, random)
        result = scored(whole)
    assert not_wider(ends(before, case), ends(result, whole)) == []
    assert all(state in ("unknown", lines(result)[name]) for name, state in lines(before).items())


@given(CASES, st.randoms(use_true_random=False))
@FEWER
def test_a_row_that_turns_true_never_lowers(case: Plain, random: Random) -> None:
    """Of a ladder of a risk, and of a decision."""
    rows = [row for risk in case["bank"]["risks"] for axis in ("severity", "likelihood") for row in risk[axis]["rows"]]
    rows += [row for decision in case["bank"]["decisions"] for row in decision["rows"]]
    assume(rows)
    before = ends(scored(case), case)
    random.choice(rows)["when"] = {"data": "people_total", "at_least": 0}
    assert not_lower(before, ends(scored(case), case)) == []


@given(CASES, st.randoms(use_true_random=False), st.sampled_from(["planned", "implemented", "verified"]))
@FEWER
def test_a_safeguard_that_comes_into_place_never_raises(case: Plain, random: Random, state: str) -> None:
    """From absent to any state, with all that it needs. Red lines may read safeguards; levels are meant."""
    safeguards = [one["id"] for one in questions_of(case["bank"]) if one["type"] == "safeguard"]
    assume(safeguards)
    name = random.choice(safeguards)
    said = case["assessment"]["answers"]
    without = case | {"assessment": case["assessment"] | {"answers": said | {name: "absent"}}}
    with_it = case | {"assessment": case["assessment"] | {"answers": said | {name: {"answer": state, **PROVEN}}}}
    assert not_lower(ends(scored(with_it), case), ends(scored(without), case)) == []


@given(CASES)
@FEWER
def test_no_risk_that_applies_is_none(case: Plain) -> None:
    """Never `low`."""
    for risk in case["bank"]["risks"]:
        risk["applies_when"] = {"data": "people_total", "below": 0}
    result = scored(case)
    assert {getattr(result, moment) for moment in MOMENTS} == {Interval(NONE, NONE)}
    assert all(not risk.counts and risk.applies is Truth.FALSE for risk in result.risks.values())


@given(NUMBERS)
@FEWER
def test_an_override_never_lowers(number: int) -> None:
    """Not a risk, not the whole, at neither end, at no moment."""
    case = made(number, overrides=True)
    plain = made(number)
    assert not_lower(ends(scored(plain), plain), ends(scored(case), case)) == []


@given(CASES)
@FEWER
def test_a_group_taken_out_never_raises(case: Plain) -> None:
    """The worst-off rule: who is left can only be as badly off or better."""
    nobody = case | {"assessment": case["assessment"] | {"groups_excluded": []}}
    assert not_lower(ends(scored(case), case), ends(scored(nobody), nobody)) == []


# ------------------------------------------------------------------------------------------------- what does not matter


@given(CASES, st.randoms(use_true_random=False))
@FEWER
def test_order_of_what_is_said_does_not_matter(case: Plain, random: Random) -> None:
    """Answers, data items, actors, flows, exclusions."""
    other = copy.deepcopy(case)
    for key in ("data", "actors", "flows", "groups_excluded"):
        random.shuffle(other["assessment"].get(key, []))
    said = list(other["assessment"]["answers"].items())
    random.shuffle(said)
    other["assessment"]["answers"] = dict(said)
    assert scored(other) == scored(case)


def sector(number: int, name: str) -> tuple[Plain, Plain]:
    """Another bank, with ids of its own, that adds rows to the first risk of core; and the answers to it."""
    case = made(number)
    assume(case["bank"]["method"] == METHOD)
    text = json.dumps(case, default=float).replace('"x', f'"{name}')
    other: Plain = json.loads(text, parse_float=Decimal)
    bank = other["bank"]
    rows = bank["risks"][0]["severity"]["rows"]
    tightens = [{"risk": "x_r0", "severity": rows, "likelihood": bank["risks"][0]["likelihood"]["rows"]}]
    del bank["method"], bank["groups"]
    return bank | {"extends": "x@1.0", "tightens": tightens, "decisions": []}, other["assessment"]["answers"]


def sector_of(plain: Plain) -> Any:  # noqa: ANN401
    """Build a bank that has no method of its own."""
    return replace(bank_of(plain | {"method": METHOD}), method=None)


@given(NUMBERS, NUMBERS, NUMBERS)
@FEWER
def test_order_of_files_does_not_matter(core: int, first: int, second: int) -> None:
    """Sectors in another order: the same questions, levels, lines, indices."""
    case = made(core)
    assume(case["bank"]["method"] == METHOD)
    (one, answers), (other, more) = sector(first, "y"), sector(second, "z")
    laid = questionnaire_of(case["bank"])
    assessment = assessment_of(case["assessment"] | {"answers": case["assessment"]["answers"] | answers | more})
    results = []
    for order in ([one, other], [other, one]):
        banks = [bank_of(case["bank"]), *map(sector_of, order)]
        result = score(compose(banks, laid.vocabulary, laid.references), assessment, case["as_of"], {"gone"})
        results.append((ends(result, case), lines(result), dict(result.standings), dict(result.indices)))
    assert results[0] == results[1]


def read(text: str) -> Any:  # noqa: ANN401
    """What our own reader makes of a text."""
    source = parse(text.encode(), "a.yaml")
    assert source.diagnostics == []
    return source.data


def commented(text: str, random: Random) -> str:
    """A block layout with comments and empty lines between its lines."""
    found = []
    for line in text.splitlines():
        found.extend(random.choice(([], [], [""], ["# a remark: of somebody"])))
        found.append(line)
    return "\n".join(found) + "\n"


@given(CASES, st.randoms(use_true_random=False))
@FEWER
def test_comments_positions_and_formatting_do_not_matter(case: Plain, random: Random) -> None:
    """The same file in block and in flow layout, with remarks, with other widths, with keys in another order."""
    plain = json.loads(json.dumps({"bank": case["bank"], "assessment": case["assessment"]}, default=float))
    block = commented(yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=4000), random)
    flow = yaml.safe_dump(plain, default_flow_style=True, sort_keys=True, width=random.choice((40, 120)))
    results = [scored(case | read(text)) for text in (block, flow)]
    expected = scored(case)
    for result in results:
        assert ends(result, case) == ends(expected, case)
        assert lines(result) == lines(expected)
        assert result.standings == expected.standings
        assert result.risks == expected.risks


def test_the_laws_meet_what_they_are_about() -> None:
    """In a fair share of cases there is something to answer, a row to turn, a safeguard that lowers."""
    cases = [made(number) for number in range(100)]
    results = [scored(case) for case in cases]
    assert sum(bool(to_answer(result)) for result in results) > 80
    assert sum(any(one.asked is Asked.PERHAPS for one in result.standings.values()) for result in results) > 25
    lowered = sum(result.current.worst != result.inherent.worst for result in results)
    assert lowered > 5
