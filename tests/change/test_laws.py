"""Laws of the comparison, over random banks: nothing changed is nothing, layout is nothing, what can lower is major."""

import copy
import json
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from tests.cases import assessment_of, bank_of, questionnaire_of
from tests.score.random_banks import KINDS, LEVELS, METHOD, banks, cases, conditions
from tsukuba_pia.change.diff import Diff, diff
from tsukuba_pia.change.document import Document
from tsukuba_pia.model.result import NONE, ScoreResult
from tsukuba_pia.score.engine import score
from tsukuba_pia.yaml_source import parse

Plain = dict[str, Any]


def document(plain: Plain) -> Document:
    """A random bank as a file holds it."""
    source = parse(json.dumps(plain, ensure_ascii=False).encode(), "x.yaml")
    return Document("bank", bank_of(source.data), source)


def compared(old: Plain, new: Plain) -> Diff:
    """The diff of two random banks."""
    return diff(document(old), document(new))


def shuffled(plain: Any, random: Random) -> Any:  # noqa: ANN401 - plain data
    """The same with its keys in another order."""
    if isinstance(plain, list):
        return [shuffled(one, random) for one in plain]
    if not isinstance(plain, dict):
        return plain
    keys = random.sample(list(plain), len(plain))
    return {key: shuffled(plain[key], random) for key in keys}


@given(banks(), st.integers(0, 10**9))
def test_a_bank_is_itself(bank: Plain, seed: int) -> None:
    """However its keys are laid out."""
    again = shuffled(bank, Random(seed))  # noqa: S311 - repeatable on purpose
    assert compared(bank, bank).changes == ()
    assert compared(bank, again).changes == ()
    assert document(again).digest == document(bank).digest


@given(banks(), banks())
def test_no_change_is_no_difference(one: Plain, other: Plain) -> None:
    """Where no change is told the contents are the same, and the other way round; nothing is left unweighed."""
    found = compared(one, other)
    assert (found.changes == ()) == (document(one).digest == document(other).digest)
    assert all(change.reason != "not_known" for change in found.changes)


def scored(bank: Plain, assessment: Plain) -> ScoreResult:
    """Score plain data."""
    return score(questionnaire_of(bank), assessment_of(assessment), "2027-01-01", frozenset())


@composite
def edits(draw: DrawFn, bank: Plain) -> Plain:
    """A bank with one or two of its conditions, levels, steps or switches changed at random."""
    changed = copy.deepcopy(bank)
    questions = [one for section in changed["sections"] for one in section["questions"]]
    ladders = [risk[axis] for risk in changed["risks"] for axis in ("severity", "likelihood")]
    rows = [row for ladder in ladders for row in ladder["rows"]]
    places = [(one, "when") for one in [*rows, *changed["decisions"][0]["rows"]]]
    places += [(one, "crossed_when") for one in changed["red_lines"]]
    places += [(one, "applies_when") for one in changed["risks"] if "applies_when" in one]
    places += [(one, "ask_when") for one in questions if "ask_when" in one]
    for _ in range(draw(st.integers(1, 2))):
        match draw(
            st.sampled_from(["condition", "condition", "condition", "level", "irreversible", "safeguard", "kind"])
        ):
            case "condition":
                holder, key = draw(st.sampled_from(places))
                earlier = questions[: questions.index(holder)] if key == "ask_when" else questions
                other = draw(conditions(earlier))
                holder[key] = draw(
                    st.sampled_from([other, {"any": [holder[key], other]}, {"all": [holder[key], other]}])
                )
            case "level":
                draw(st.sampled_from(ladders))["base"] = draw(st.sampled_from(LEVELS))
            case "irreversible":
                risk = draw(st.sampled_from(changed["risks"]))
                risk["irreversible"] = not risk["irreversible"]
            case "safeguard":
                uses = draw(st.sampled_from([risk["safeguards"] for risk in changed["risks"]]))
                if uses and draw(st.booleans()):
                    uses.pop()
                elif uses:
                    uses[0]["lowers"] = {"likelihood": draw(st.integers(1, 2))}
            case _:
                question = draw(st.sampled_from(questions))
                if "kind" in question:
                    question["kind"] = draw(st.sampled_from(KINDS))
    return changed


@pytest.mark.slow
@settings(max_examples=50, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(cases(), st.data())
def test_what_is_not_major_lowers_nothing(case: tuple[Plain, Plain], data: st.DataObject) -> None:
    """The promise of a minor version: for any answers, no level, no outcome and no red line is lower than before."""
    bank, assessment = case
    changed = data.draw(edits(bank))
    assume(compared(bank, changed).weight == "minor")
    old, new = scored(bank, assessment), scored(changed, assessment)
    levels = (NONE, *METHOD["levels"])
    for name, risk in old.risks.items():
        for moment in ("inherent", "current", "target"):
            before, after = getattr(risk, moment).worst, getattr(new.risks[name], moment).worst
            assert levels.index(after) >= levels.index(before), (name, moment)
    states = ("clear", "unknown", "crossed")
    for name, line in old.red_lines.items():
        assert states.index(new.red_lines[name].state) >= states.index(line.state)
    outcomes = bank["decisions"][0]["outcomes"]
    before, after = (result.decisions["x_d"].outcome.worst for result in (old, new))
    assert outcomes.index(after) >= outcomes.index(before)


def rows_of(bank: Plain) -> list[list[Plain]]:
    """The ladders that have rows."""
    ladders = [risk[axis]["rows"] for risk in bank["risks"] for axis in ("severity", "likelihood")]
    return [rows for rows in [*ladders, bank["decisions"][0]["rows"]] if rows]


@given(banks(), st.data())
def test_every_removal_of_a_row_is_major(bank: Plain, data: st.DataObject) -> None:
    """Of any row of any ladder, also of one that another row covers."""
    changed = copy.deepcopy(bank)
    assume(rows_of(changed))
    rows = data.draw(st.sampled_from(rows_of(changed)))
    del rows[data.draw(st.integers(0, len(rows) - 1))]
    assert compared(bank, changed).weight == "major"


@given(banks(), st.data())
def test_every_fall_of_a_level_is_major_and_every_rise_is_not(bank: Plain, data: st.DataObject) -> None:
    """Of a base or of a row, wherever in the ladder it stands."""
    changed = copy.deepcopy(bank)
    ladder = changed["risks"][0][data.draw(st.sampled_from(("severity", "likelihood")))]
    holder, key = (ladder, "base")
    if ladder["rows"] and data.draw(st.booleans()):
        holder, key = data.draw(st.sampled_from(ladder["rows"])), "level"
    before = LEVELS.index(holder[key])
    after = data.draw(st.sampled_from([number for number in range(len(LEVELS)) if number != before]))
    holder[key] = LEVELS[after]
    assert compared(bank, changed).weight == ("major" if after < before else "minor")


@given(banks(), st.data())
def test_what_is_gone_or_stronger_is_major(bank: Plain, data: st.DataObject) -> None:
    """A question, an option, a risk, a red line; a safeguard that lowers more; a cell of the matrix that falls."""
    changed = copy.deepcopy(bank)
    questions = [one for section in changed["sections"] for one in section["questions"]]
    match data.draw(st.sampled_from(["option", "risk", "red_line", "safeguard", "steps", "cell"])):
        case "option":
            asked = [one for one in questions if "options" in one]
            assume(asked)
            data.draw(st.sampled_from(asked))["options"].pop()
        case "risk":
            changed["risks"].pop()
        case "red_line":
            changed["red_lines"].pop()
        case "safeguard":
            used = [use for risk in changed["risks"] for use in risk["safeguards"]]
            assume(used)
            data.draw(st.sampled_from(used))["lowers"]["likelihood"] += 1
        case "steps":
            changed["method"]["safeguards"]["likelihood_steps"] += 1
        case _:
            changed["method"]["matrix"]["maximum"][1] = "medium"
    assert compared(bank, changed).weight == "major"


@given(banks(), st.data())
def test_additions_are_minor(bank: Plain, data: st.DataObject) -> None:
    """A question, a row, a risk, an option: nothing that was answered means anything else."""
    changed = copy.deepcopy(bank)
    text, row = {"ja": "新", "en": "new"}, {"level": "maximum", "when": {"question": "x_q0", "is": "yes"}}
    match data.draw(st.sampled_from(["question", "row", "risk"])):
        case "question":
            changed["sections"][-1]["questions"].append({"id": "x_new", "type": "yes_no", "text": text})
        case "row":
            changed["risks"][0]["severity"]["rows"].append({**row, "because": text})
        case _:
            ladder = {"base": "maximum", "rows": []}
            changed["risks"].append({"id": "x_new", "title": text, "severity": ladder, "likelihood": ladder})
    assert compared(bank, changed).weight == "minor"
