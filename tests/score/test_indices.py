"""Additive indices: what a questionnaire that scores by points needs, each by a small bank.

The measure is Canada's Algorithmic Impact Assessment: two dimensions, forked phases, conditional sections, a deduction.
"""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import assessment_of, questionnaire_of
from tsukuba_pia.model.result import IndexResult
from tsukuba_pia.score.engine import score

Plain = dict[str, Any]
METHOD: Plain = {
    "severity": ["low"], "likelihood": ["low"], "levels": ["low"], "matrix": {"low": ["low"]},
    "safeguards": {
        "implemented_lowers_at_most": 1, "verified_lowers_at_most": 2, "likelihood_steps": 2, "severity_steps": 1,
    },
    "acceptance": {},
}  # fmt: skip


def choice(name: str, *points: str | int, several: bool = False, **more: Any) -> Plain:  # noqa: ANN401 - plain data
    """A question whose options a, b, c … carry these points."""
    options = [{"id": letter, "label": letter, "points": Decimal(str(one))} for letter, one in zip("abcdef", points,
               strict=False)]  # fmt: skip
    return {"id": name, "type": "choices" if several else "choice", "text": name, "options": options} | more


def worked_out(sections: dict[str, list[Plain]], indices: list[Plain], **answers: Any) -> dict[str, IndexResult]:  # noqa: ANN401
    """The indices of a bank with these sections; a section's condition stands in its first question."""
    made = []
    for name, questions in sections.items():
        when = {"ask_when": questions[0].pop("section_when")} if "section_when" in questions[0] else {}
        made.append({"id": name, "title": name, "questions": questions} | when)
    bank = {
        "bank": "x", "version": "1.0", "status": "draft", "prefix": "x", "languages": ["ja"], "title": "x",
        "method": METHOD, "sections": made, "risks": [], "indices": indices,
    }  # fmt: skip
    plain = {"assessment": "a", "format": 1, "language": "ja", "title": "t", "banks": {"x": "1.0"}, "answers": answers}
    return dict(score(questionnaire_of(bank), assessment_of(plain), "2027-04-01").indices)


def points(result: IndexResult) -> list[float]:
    """So far, lowest, highest, maximum."""
    return [float(one) for one in result.points]


RAW = [{"id": "x_raw", "points_of": ["x_s"]}]


def test_points_stand_apart_from_ids() -> None:
    """The id of an option says nothing of its points, which may be decimals; an option without any gives none."""
    question = choice("x_q", "2.5", 0)
    question["options"].append({"id": "high", "label": "high"})
    sections = {"x_s": [question]}
    assert points(worked_out({"x_s": [dict(question)]}, RAW, x_q="a")["x_raw"]) == [2.5, 2.5, 2.5, 2.5]
    assert points(worked_out(sections, RAW, x_q="high")["x_raw"])[0] == 0


def test_several_choices_add_up() -> None:
    """And so does their maximum; an option that stands alone is not added to the others."""
    question = choice("x_q", 1, 2, 4, several=True)
    assert points(worked_out({"x_s": [dict(question)]}, RAW, x_q=["a", "c"])["x_raw"]) == [5, 5, 5, 7]
    question["options"][2]["exclusive"] = True
    assert points(worked_out({"x_s": [dict(question)]}, RAW)["x_raw"]) == [0, 0, 4, 4]
    question["options"][2]["points"] = 2
    assert points(worked_out({"x_s": [question]}, RAW)["x_raw"]) == [0, 0, 3, 3]


def test_what_is_not_answered_may_still_count() -> None:
    """It is not "no": the highest says what it may come to."""
    sections = {"x_s": [choice("x_q", 1, 3), choice("x_r", 2, 0)]}
    assert points(worked_out(sections, RAW, x_q="a", x_r="unknown")["x_raw"]) == [1, 1, 3, 5]


def test_the_maximum_is_static() -> None:
    """Over all questions, asked or not, so that a share does not jump with the path that is taken."""

    def sections() -> dict[str, list[Plain]]:
        fork: Plain = {"ask_when": {"question": "x_phase", "is": "a"}}
        other: Plain = {"ask_when": {"question": "x_phase", "is": "b"}}
        return {"x_s": [choice("x_phase", 0, 0), choice("x_design", 1, 5, **fork), choice("x_build", 2, 9, **other)]}

    assert points(worked_out(sections(), RAW, x_phase="a", x_design="b")["x_raw"]) == [5, 5, 5, 14]
    assert points(worked_out(sections(), RAW, x_phase="b", x_build="a")["x_raw"]) == [2, 2, 2, 14]


def test_forked_phases_need_a_maximum_of_their_own() -> None:
    """Of two versions of one part only one is ever asked: the bank states what counts as all of it."""
    fork: Plain = {"ask_when": {"question": "x_phase", "is": "a"}}
    other: Plain = {"ask_when": {"question": "x_phase", "is": "b"}}
    sections = {"x_s": [choice("x_phase", 0, 0), choice("x_d", 1, 5, **fork), choice("x_i", 2, 6, **other)]}
    indices = [RAW[0] | {"maximum": 6}]
    result = worked_out(sections, indices)["x_raw"]
    assert points(result) == [0, 0, 6, 6]  # 11 could be asked in vain; never more than the maximum
    assert not result.over


def test_a_certain_sum_above_the_stated_maximum_is_an_error() -> None:
    """It is said, and not clamped away."""
    result = worked_out({"x_s": [choice("x_q", 1, 5)]}, [RAW[0] | {"maximum": 4}], x_q="b")["x_raw"]
    assert result.over
    assert result.points.so_far == Decimal(5)


def test_a_section_that_is_not_asked_gives_nothing() -> None:
    """Whatever was left behind in it; perhaps asked counts as not answered."""

    def sections() -> dict[str, list[Plain]]:
        first = choice("x_a", 1, 2, section_when={"question": "x_gate", "is": "a"})
        return {"x_g": [choice("x_gate", 0, 0)], "x_s": [first]}

    assert points(worked_out(sections(), RAW, x_gate="b", x_a="b")["x_raw"]) == [0, 0, 0, 2]
    assert points(worked_out(sections(), RAW, x_a="b")["x_raw"]) == [0, 0, 2, 2]
    assert points(worked_out(sections(), RAW, x_gate="a", x_a="b")["x_raw"]) == [2, 2, 2, 2]


def test_sums_by_section() -> None:
    """What the whole is made of."""
    sections = {"x_s": [choice("x_q", 1, 3)], "x_t": [choice("x_r", 2, 4)]}
    result = worked_out(sections, [{"id": "x_raw", "points_of": ["x_s", "x_t"]}], x_q="b", x_r="a")["x_raw"]
    assert {name: float(one.so_far) for name, one in result.sections.items()} == {"x_s": 3, "x_t": 2}
    assert points(result) == [5, 5, 5, 7]


def deduction(**times: Any) -> list[Plain]:  # noqa: ANN401 - plain data
    """Impact, mitigation, and the current impact: less by a share where mitigation reaches far enough."""
    factor = {"factor": "0.85", "when": {"index": "x_mit", "at_least_share": "0.8"}, "round": "half_up"} | times
    return [
        {"id": "x_raw", "points_of": ["x_s"]},
        {"id": "x_mit", "points_of": ["x_m"], "maximum": 10},
        {"id": "x_cur", "from": "x_raw", "times": factor, "bands": [
            {"id": "one", "label": "1", "up_to_share": "0.25", "obligations": ["plain notice"]},
            {"id": "two", "label": "2", "up_to_share": "0.5"},
            {"id": "three", "label": "3", "up_to_share": "0.75"},
            {"id": "four", "label": "4"},
        ]},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("mitigation", "impact", "expected"),
    [
        (8, 100, 85),  # exactly the share: the deduction is due
        (7, 100, 100),  # just below: none
        (10, 50, 43),  # 42.5 goes up
        (10, 30, 26),  # 25.5 too
        (10, 10, 9),  # 8.5 too: never to the nearest even
        (10, 11, 9),  # 9.35 goes down
    ],
)
def test_deduction_by_share_rounded_half_up(mitigation: int, impact: int, expected: int) -> None:
    """15 % off from four fifths of the mitigation points on."""
    sections = {"x_s": [choice("x_i", impact, 200)], "x_m": [choice("x_q", mitigation, 0)]}
    result = worked_out(sections, deduction(), x_i="a", x_q="a")["x_cur"]
    assert points(result) == [expected, expected, expected, 200]


def test_a_deduction_that_is_not_certain_yet() -> None:
    """The lowest has it, the highest has not, and what is answered so far decides what is shown."""
    sections = {"x_s": [choice("x_i", 100, 200)], "x_m": [choice("x_q", 5, 0), choice("x_r", 5, 0)]}
    result = worked_out(sections, deduction(), x_i="a", x_q="a")
    assert points(result["x_cur"]) == [100, 85, 100, 200]


def test_without_rounding_decimals_stay() -> None:
    """And no condition means always."""
    indices = deduction()
    indices[2]["times"] = {"factor": Decimal("0.85")}
    sections = {"x_s": [choice("x_i", 50, 200)], "x_m": [choice("x_q", 0)]}
    assert worked_out(sections, indices, x_i="a")["x_cur"].points.so_far == Decimal("42.5")


@pytest.mark.parametrize(
    ("impact", "band"), [(0, "one"), (25, "one"), (26, "two"), (50, "two"), (51, "three"), (75, "three"), (76, "four"),
                         (100, "four")],
)  # fmt: skip
def test_upper_bounds_belong_to_their_band(impact: int, band: str) -> None:
    """Shares of the source's maximum; the last band is open."""
    sections = {"x_s": [choice("x_i", impact, 100)], "x_m": [choice("x_q", 0)]}
    result = worked_out(sections, deduction(), x_i="a", x_q="a")["x_cur"]
    assert (result.lowest_band, result.band, result.highest_band) == (band,) * 3


def test_a_band_for_each_case() -> None:
    """What is not answered leaves a range of bands."""
    sections = {"x_s": [choice("x_i", 30, 100)], "x_m": [choice("x_q", 10, 0)]}
    result = worked_out(sections, deduction())["x_cur"]
    assert (result.lowest_band, result.band, result.highest_band) == ("one", "one", "four")


def test_a_maximum_of_nothing() -> None:
    """A bank whose options have no points yet: all of nothing is reached, and the first band holds."""
    sections = {"x_s": [choice("x_i", 0, 0)], "x_m": [choice("x_q", 0)]}
    indices = deduction()
    indices[1]["maximum"] = 0
    assert worked_out(sections, indices, x_i="a")["x_cur"].band == "one"


@given(st.lists(st.sampled_from(["a", "b", "unknown", None]), min_size=4, max_size=4))
def test_answering_never_leaves_the_range(chosen: list[str | None]) -> None:
    """The lowest never falls and the highest never rises when one more question is answered."""

    def made(answers: dict[str, str | None]) -> IndexResult:
        questions = [choice(f"x_{number}", number + 1, 3 * number) for number in range(4)]
        sections = {"x_s": questions[:2], "x_m": questions[2:]}
        return worked_out(sections, deduction(), **answers)["x_cur"]

    answers = {f"x_{number}": one for number, one in enumerate(chosen)}
    before = made(answers)
    for name, answer in answers.items():
        for better in ("a", "b") if answer in (None, "unknown") else ():
            after = made(answers | {name: better})
            assert before.points.lowest <= after.points.lowest <= after.points.so_far
            assert after.points.so_far <= after.points.highest <= before.points.highest
