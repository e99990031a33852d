"""What people wrote about the scores of other tools, in our words, and what ours does instead.

One test for each complaint that concerns the engine. The tools' names stand where their users wrote it.
"""

from decimal import Decimal
from typing import Any

import pytest

from tests.cases import assessment_of, questionnaire_of
from tests.score.random_banks import METHOD
from tsukuba_pia.model.result import NONE, Asked, Interval, ScoreResult
from tsukuba_pia.score.engine import score

Plain = dict[str, Any]
TEXT = {"ja": "x", "en": "x"}
PROVEN = {
    "owner": "Abe", "due": "2027-06-01", "evidence": ["e"], "verified_by": "Ito", "verified_on": "2026-12-01",
    "method": "test",
}  # fmt: skip
VERY_HIGH = Interval("very_high", "very_high")


def yes_no(name: str, **more: Any) -> Plain:  # noqa: ANN401 - plain data
    """A question."""
    return {"id": name, "type": "yes_no", "text": TEXT} | more


def choice(name: str, points: dict[str, Any], **more: Any) -> Plain:  # noqa: ANN401
    """A choice with points."""
    options = [{"id": one, "label": TEXT, "points": value} for one, value in points.items()]
    return {"id": name, "type": "choice", "text": TEXT, "options": options} | more


def safeguard(name: str, kind: str = "prevent", **more: Any) -> Plain:  # noqa: ANN401
    """A safeguard."""
    return {"id": name, "type": "safeguard", "kind": kind, "text": TEXT} | more


def row(level: str, question: str, is_: str = "yes", **more: Any) -> Plain:  # noqa: ANN401
    """A rung that holds by an answer."""
    return {"level": level, "when": {"question": question, "is": is_}, "because": TEXT} | more


def risk(
    name: str = "x_r",
    *,
    severity: tuple[Plain, ...] = (),
    likelihood: tuple[Plain, ...] = (),
    **more: Any,  # noqa: ANN401
) -> Plain:
    """A risk from the lowest level on."""
    ladders = {"severity": severity, "likelihood": likelihood}
    return {"id": name, "title": TEXT} | {
        axis: {"base": "negligible", "rows": list(rows)} for axis, rows in ladders.items()
    } | more  # fmt: skip


def result_of(questions: list[Plain], answers: Plain, *, said: Plain | None = None, **bank: Any) -> ScoreResult:  # noqa: ANN401
    """The result of a small bank."""
    head = {"bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja", "en"], "title": TEXT}
    sections = bank.pop("sections", [{"id": "x_s", "title": TEXT, "questions": questions}])
    plain = {**head, "method": METHOD, "sections": sections, **bank}
    whole = {"assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"}, "answers": answers}
    return score(questionnaire_of(plain), assessment_of(whole | (said or {})), "2027-01-01")


GATED = [yes_no("x_gate"), yes_no("x_a", ask_when={"question": "x_gate", "is": "yes"})]
RAISING = [risk(severity=(row("maximum", "x_a"),), likelihood=(row("maximum", "x_a"),))]


def test_hidden_answers_went_on_scoring() -> None:
    """“An earlier answer changed, the question vanished, and its points stayed.” (AIA #1143, survey tools)."""
    left_behind = result_of(GATED, {"x_gate": "no", "x_a": "yes"}, risks=RAISING)
    never_there = result_of(GATED, {"x_gate": "no"}, risks=RAISING)
    assert left_behind.standings["x_a"].asked is Asked.NOT
    assert left_behind.risks == never_there.risks
    points = [yes_no("x_gate"), choice("x_p", {"a": 5, "b": 0}, ask_when={"question": "x_gate", "is": "yes"})]
    index = result_of(points, {"x_gate": "no", "x_p": "a"}, indices=[{"id": "x_i", "points_of": ["x_s"]}]).indices
    assert list(index["x_i"].points)[:3] == [0, 0, 0]


def test_hidden_answers_kept_other_questions_open() -> None:
    """“A hidden page still triggers what depends on it.” Through two gates nothing comes through either."""
    chain = [*GATED, yes_no("x_b", ask_when={"question": "x_a", "is": "yes"})]
    result = result_of(chain, {"x_gate": "no", "x_a": "yes", "x_b": "yes"})
    assert {name: one.asked for name, one in result.standings.items()} == {
        "x_gate": Asked.ASKED, "x_a": Asked.NOT, "x_b": Asked.NOT,
    }  # fmt: skip


@pytest.mark.parametrize("answer", [None, "unknown"])
def test_not_answered_was_counted_as_zero(answer: str | None) -> None:
    """“An empty form comes out as the lowest risk.” (AIA, PAR.) Here it comes out as the worst, beside the best."""
    result = result_of([yes_no("x_a")], {"x_a": answer}, risks=RAISING)
    assert result.current == Interval("low", "very_high")
    assert result_of([yes_no("x_a")], {}, risks=RAISING).current == result.current


def test_not_answered_was_counted_as_no() -> None:
    """“The condition was simply false while nobody had answered.” Neither it nor its opposite is."""
    lines = [
        {"id": "x_l", "text": TEXT, "crossed_when": {"question": "x_a", "is": "yes"}},
        {"id": "x_m", "text": TEXT, "crossed_when": {"question": "x_a", "is_not": "yes"}},
    ]
    result = result_of([yes_no("x_a")], {}, red_lines=lines)
    assert [one.state for one in result.red_lines.values()] == ["unknown", "unknown"]


def test_the_maximum_was_wrong() -> None:
    """“The percentage is of a maximum that nobody can reach, or that jumps.” (AIA #1153.) It is static, or stated."""
    questions = [*GATED[:1], choice("x_p", {"a": 5, "b": 9}, ask_when={"question": "x_gate", "is": "yes"})]
    several = {**choice("x_m", {"a": 1, "b": 2, "c": 4}), "type": "choices"}
    indices = [{"id": "x_i", "points_of": ["x_s"]}, {"id": "x_j", "points_of": ["x_s"], "maximum": 12}]
    for answers in ({}, {"x_gate": "no"}, {"x_gate": "yes", "x_p": "a", "x_m": ["a"]}):
        found = result_of([*questions, several], answers, indices=indices).indices
        assert [found[name].points.maximum for name in ("x_i", "x_j")] == [16, 12]


def test_the_deduction_was_in_the_program() -> None:
    """“Fifteen percent off at eighty percent: nobody knows where that comes from.” (AIA #15.) It stands in the bank."""
    questions = [choice("x_p", {"a": 100, "b": 0})]
    raw = {"id": "x_i", "points_of": ["x_s"]}
    plain = result_of(questions, {"x_p": "a"}, indices=[raw]).indices["x_i"]
    assert plain.points.so_far == 100
    times = {"factor": "0.7", "when": {"index": "x_i", "at_least_share": "0.5"}}
    told = result_of(questions, {"x_p": "a"}, indices=[raw, {"id": "x_j", "from": "x_i", "times": times}]).indices
    assert told["x_j"].points.so_far == 70


def test_one_point_more_fell_off_a_cliff() -> None:
    """“At 24 points one level, at 25 another, and nobody is told how near it was” (AIA #1092).

    Bounds belong to the lower band, and the bands of the lowest and highest case are told beside it.
    """
    bands = [{"id": "one", "label": TEXT, "up_to_share": "0.25"}, {"id": "two", "label": TEXT}]
    questions = [choice("x_p", {"a": 25, "b": 26, "c": 100}), choice("x_q", {"a": 0, "b": 0})]
    index = [{"id": "x_i", "points_of": ["x_s"], "bands": bands}]
    assert result_of(questions, {"x_p": "a", "x_q": "a"}, indices=index).indices["x_i"].band == "one"
    assert result_of(questions, {"x_p": "b", "x_q": "a"}, indices=index).indices["x_i"].band == "two"
    open_one = result_of(questions, {}, indices=index).indices["x_i"]
    assert (open_one.lowest_band, open_one.band, open_one.highest_band) == ("one", "one", "two")


def test_points_never_set_a_level_of_risk() -> None:
    """“Many small points added up to a high risk, and one grave thing drowned in them.” Points are a closed corner."""
    questions = [choice("x_p", {"a": 1000, "b": 0})]
    index = [{"id": "x_i", "points_of": ["x_s"]}]
    results = [result_of(questions, {"x_p": one}, indices=index, risks=[risk()]) for one in ("a", "b")]
    assert results[0].risks == results[1].risks


def test_what_did_not_apply_counted_as_fulfilled() -> None:
    """“Tick not applicable and the score gets better.” (SAMM #230, others.) Not before another person agreed."""
    questions = [yes_no("x_a", may_not_apply=True)]
    alone = {"x_a": {"answer": "not_applicable", "note": "n", "by": "Abe"}}
    themselves = {"x_a": {"answer": "not_applicable", "note": "n", "by": "Abe", "agreed_by": "Abe"}}
    agreed = {"x_a": {"answer": "not_applicable", "note": "n", "by": "Abe", "agreed_by": "Sato"}}
    nothing = result_of(questions, {}, risks=RAISING).risks
    assert result_of(questions, alone, risks=RAISING).risks == nothing
    assert result_of(questions, themselves, risks=RAISING).risks == nothing
    assert result_of(questions, agreed, risks=RAISING).current == Interval("low", "low")


def test_what_did_not_apply_was_taken_where_it_cannot_be() -> None:
    """“Anything can be set to not applicable.” Only where the question says so."""
    agreed = {"x_a": {"answer": "not_applicable", "note": "n", "by": "Abe", "agreed_by": "Sato"}}
    assert result_of([yes_no("x_a")], agreed, risks=RAISING).current == Interval("low", "very_high")


def test_what_does_not_apply_moved_the_denominator() -> None:
    """“Leave questions out and the share goes up.” (theodi/pathway #286.) The maximum stays."""
    questions = [choice("x_p", {"a": 4, "b": 0}, may_not_apply=True), choice("x_q", {"a": 6, "b": 0})]
    away = {"answer": "not_applicable", "note": "n", "by": "Abe", "agreed_by": "Sato"}
    index = result_of(questions, {"x_p": away, "x_q": "a"}, indices=[{"id": "x_i", "points_of": ["x_s"]}]).indices[
        "x_i"
    ]
    assert list(index.points) == [6, 6, 6, 10]


def override(level: str, computed: str) -> Plain:
    """A level set by a person."""
    return {"overrides": {"x_r": {"level": level, "computed": computed, "because": "b", "by": "Ito", "post": "p",
                                  "on": "2026-12-01"}}}  # fmt: skip


def test_a_level_could_not_be_set_by_hand() -> None:
    """“The people in the room know better than the sum.” (globaleaks #2884.) They can raise, with a reason, shown."""
    result = result_of([yes_no("x_a")], {"x_a": "no"}, risks=RAISING, said=override("high", "low"))
    assert result.current == Interval("high", "high")
    step = result.risks["x_r"].contributions[-1]
    assert (step.cause, step.axis, step.before, step.after) == ("override", "level", "low", "high")


def test_a_level_set_by_hand_lowered_it() -> None:
    """“Accept the risk, and the number is green.” (ThalesGroup #206.) No hand lowers."""
    plain = result_of([yes_no("x_a")], {"x_a": "yes"}, risks=RAISING)
    result = result_of([yes_no("x_a")], {"x_a": "yes"}, risks=RAISING, said=override("low", "very_high"))
    assert result.current == plain.current == VERY_HIGH


def test_a_level_set_by_hand_outlived_its_reason() -> None:
    """“The pinned value stayed when everything under it had changed.” (ciso PR#4577, pytm #222.) It lapses."""
    result = result_of([yes_no("x_a")], {"x_a": "yes"}, risks=RAISING, said=override("high", "low"))
    assert result.current == VERY_HIGH
    assert result.lapsed_overrides == ("x_r",)


def test_the_same_measure_counted_several_times() -> None:
    """“Enter a measure three times and the risk is gone.” (MONARC #573.) Of one kind the strongest counts."""
    names = ["x_a", "x_b", "x_c"]
    uses = [{"question": one, "lowers": {"likelihood": 1}} for one in names]
    high = risk(safeguards=uses) | {"severity": {"base": "maximum"}, "likelihood": {"base": "maximum"}}
    done = {"answer": "implemented", **PROVEN}
    one = result_of([safeguard(name) for name in names], {"x_a": done, "x_b": "absent", "x_c": "absent"}, risks=[high])
    three = result_of([safeguard(name) for name in names], dict.fromkeys(names, done), risks=[high])
    assert one.risks["x_r"].groups == three.risks["x_r"].groups


def test_a_promise_counted_as_done() -> None:
    """“Planned is as green as done.” Only in the target, and only with owner and date."""
    planned = {"answer": "planned", "owner": "Abe", "due": "2027-06-01"}
    uses = [{"question": "x_a", "lowers": {"likelihood": 1}}]
    high = risk(safeguards=uses) | {"severity": {"base": "significant"}, "likelihood": {"base": "significant"}}
    result = result_of([safeguard("x_a")], {"x_a": planned}, risks=[high])
    assert (result.current.worst, result.target.worst) == ("high", "medium")
    assert result_of([safeguard("x_a")], {"x_a": "planned"}, risks=[high]).target.worst == "high"


def test_ticked_without_proof_counted() -> None:
    """“Everybody ticks implemented.” In the worst case, which is the one shown, it needs evidence that is there."""
    uses = [{"question": "x_a", "lowers": {"likelihood": 1}}]
    high = risk(safeguards=uses) | {"severity": {"base": "significant"}, "likelihood": {"base": "significant"}}
    result = result_of([safeguard("x_a")], {"x_a": "implemented"}, risks=[high])
    assert result.current == Interval("medium", "high")


def test_an_average_hid_the_worst() -> None:
    """“Nine good answers and a terrible one: fine on average.” The worst risk, and the worst group, set the level."""
    questions = [yes_no(f"x_q{number}") for number in range(10)]
    risks = [risk(f"x_r{number}", severity=(row("maximum", f"x_q{number}"),),
                  likelihood=(row("maximum", f"x_q{number}"),)) for number in range(10)]  # fmt: skip
    result = result_of(questions, {f"x_q{number}": "yes" if number == 7 else "no" for number in range(10)}, risks=risks)
    assert result.current == VERY_HIGH
    victims = risk(severity=(row("maximum", "x_q0", **{"for": "children"}),), likelihood=(row("maximum", "x_q0"),))
    answers = {f"x_q{number}": "yes" for number in range(10)}
    of_group = result_of(questions, answers, risks=[victims], groups=["children"]).risks["x_r"]
    assert (of_group.worst_group, of_group.current) == ("children", VERY_HIGH)
    assert {one.group: one.current.level.worst for one in of_group.groups}["everyone"] == "medium"


def test_benefit_bought_off_harm() -> None:
    """“A convenient service may be a little dangerous.” Nothing in the part on benefits moves any number."""
    service = {"service": {"benefits": [{"for": "all", "what": "convenience"}]}, "conclusion": "worth it"}
    plain = result_of([yes_no("x_a")], {"x_a": "yes"}, risks=RAISING)
    assert result_of([yes_no("x_a")], {"x_a": "yes"}, risks=RAISING, said=service) == plain


def test_the_stored_value_was_the_label() -> None:
    """“A typo was corrected, and old answers no longer matched.” (PAR.) Words may change, ids hold."""
    old, new = choice("x_p", {"a": 1, "b": 2}), choice("x_p", {"a": 1, "b": 2})
    for option in new["options"]:
        option["label"] = {"ja": "別の言葉", "en": "Other words"}
    rows = [risk(severity=(row("maximum", "x_p", "a"),))]
    results = [result_of([one], {"x_p": "a"}, risks=rows) for one in (old, new)]
    assert results[0] == results[1]


def test_the_stored_value_was_a_position() -> None:
    """“A question was moved, and its answer went to another one.” (PAR.) Order and sections say nothing."""
    one, other = yes_no("x_a"), yes_no("x_b")
    rows = [risk(severity=(row("maximum", "x_a"),), likelihood=(row("maximum", "x_a"),))]
    answers = {"x_a": "no", "x_b": "yes"}
    moved = [{"id": "x_t", "title": TEXT, "questions": [other]}, {"id": "x_s", "title": TEXT, "questions": [one]}]
    results = [result_of([one, other], answers, risks=rows), result_of([], answers, risks=rows, sections=moved)]
    assert results[0].risks == results[1].risks


def test_the_weight_stood_in_the_stored_value() -> None:
    """“item3-2 is two points: reweigh it, and old files change their answer.” (AIA.) Points are the bank's."""
    answers = {"x_p": "a"}
    index = [{"id": "x_i", "points_of": ["x_s"]}]
    before = result_of([choice("x_p", {"a": 2, "b": 5})], answers, indices=index)
    after = result_of([choice("x_p", {"a": 3, "b": 5})], answers, indices=index)
    assert before.standings == after.standings
    assert [one.indices["x_i"].points.so_far for one in (before, after)] == [2, 3]


def test_rounding_was_hidden() -> None:
    """“The sum on paper is another than on screen.” Decimals all the way; rounded only where the bank says how."""
    questions = [choice("x_p", {"a": Decimal("0.1"), "b": 0}), choice("x_q", {"a": Decimal("0.2"), "b": 0}),
                 choice("x_r", {"a": Decimal("2.2"), "b": 0})]  # fmt: skip
    answers = {"x_p": "a", "x_q": "a", "x_r": "a"}
    raw = {"id": "x_i", "points_of": ["x_s"]}
    half = {"id": "x_j", "from": "x_i", "times": {"factor": "1", "round": "half_up"}}
    plain = {"id": "x_k", "from": "x_i", "times": {"factor": "0.5"}}
    found = result_of(questions, answers, indices=[raw, half, plain]).indices
    assert [found[name].points.so_far for name in ("x_i", "x_j", "x_k")] == [Decimal("2.5"), 3, Decimal("1.25")]


def test_the_number_could_not_say_why() -> None:
    """“It says high. Why?” Each step says which answer, which row, from where to where."""
    result = result_of([yes_no("x_a")], {"x_a": "yes"}, risks=RAISING)
    steps = [one for one in result.risks["x_r"].contributions if one.cause == "row"]
    assert [(one.axis, one.before, one.after, one.questions) for one in steps] == [
        ("severity", "negligible", "maximum", ("x_a",)), ("likelihood", "negligible", "maximum", ("x_a",)),
    ]  # fmt: skip
    assert [one.place.path for one in steps if one.place] == [
        ("risks", 0, "severity", "rows", 0), ("risks", 0, "likelihood", "rows", 0),
    ]  # fmt: skip


def test_a_risk_dropped_out_of_the_total() -> None:
    """“Risks without a recommendation were missing.” (MONARC #65.) One without safeguards counts like any other."""
    bare = risk("x_bare") | {"severity": {"base": "maximum"}, "likelihood": {"base": "maximum"}}
    result = result_of(
        [safeguard("x_a")], {}, risks=[bare, risk(safeguards=[{"question": "x_a", "lowers": {"likelihood": 1}}])]
    )
    assert result.current.worst == "very_high"


def test_nothing_to_judge_was_low() -> None:
    """“A broken condition reads as no threat.” (pytm.) No risk that applies is `none`, and none is never `low`."""
    gate = risk(applies_when={"question": "x_a", "is": "yes"})
    assert result_of([yes_no("x_a")], {"x_a": "no"}, risks=[gate]).current == Interval(NONE, NONE)
    assert result_of([yes_no("x_a")], {}, risks=[gate]).current == Interval(NONE, "low")


def test_above_the_last_bound_there_was_no_band() -> None:
    """“No result at all, since the table ended below the sum.” The last band is open, also where it states a bound."""
    bands = [{"id": f"b{number}", "label": TEXT, "up_to_share": f"0.{number}"} for number in (2, 4, 6)]
    index = [{"id": "x_i", "points_of": ["x_s"], "bands": bands}]
    found = result_of([choice("x_p", {"a": 10, "b": 0})], {"x_p": "a"}, indices=index).indices["x_i"]
    assert (found.band, found.lowest_band, found.highest_band) == ("b6", "b6", "b6")
