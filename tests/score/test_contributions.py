"""Every step of a level with its reason: what is told, in which order, and what it rests on."""

from typing import Any

from tests.score.test_complaints import PROVEN, TEXT, result_of, risk, row, safeguard, yes_no
from tsukuba_pia.model.questionnaire import Place
from tsukuba_pia.model.result import Contribution, Reason, Truth

QUESTIONS = [
    yes_no("x_gate"), yes_no("x_a"), yes_no("x_b", ask_when={"question": "x_gate", "is": "yes"}),
    safeguard("x_p"), safeguard("x_n", "data_absent"),
]  # fmt: skip
BOTH = {
    "any": [{"question": "x_a", "is": "yes"}, {"question": "x_b", "is": "yes"}, {"data": "people_total", "above": 9}]
}


def place(*path: Any) -> Place:  # noqa: ANN401 - names and numbers
    """In the first risk."""
    return Place("x", ("risks", 0, *path))


def steps(answers: dict[str, Any], **more: Any) -> list[Contribution]:  # noqa: ANN401
    """The contributions of a risk with rows of all sorts."""
    severity = (
        {"level": "limited", "when": BOTH, "because": "both", "refs": ["appi-61"]},
        row("maximum", "x_a", **{"for": "children"}), row("maximum", "x_a", "no"),
        row("significant", "x_a", **{"for": "patients"}),
    )  # fmt: skip
    uses = [
        {"question": "x_p", "lowers": {"likelihood": 2}},
        {"question": "x_n", "lowers": {"likelihood": 1, "severity": 1}},
    ]
    one = risk(severity=severity, likelihood=(row("significant", "x_b"),), safeguards=uses) | more
    return list(result_of(QUESTIONS, answers, risks=[one], groups=["patients", "children"]).risks["x_r"].contributions)


def test_each_step_in_bank_order() -> None:
    """Base, rows that hold for the worst group, safeguards; the level goes on from where it stood."""
    planned = {"answer": "planned", "owner": "Abe", "due": "2027-06-01"}
    answers = {
        "x_gate": "yes",
        "x_a": "yes",
        "x_b": "unknown",
        "x_p": planned,
        "x_n": {"answer": "implemented", **PROVEN},
    }
    worst = "children"
    assert steps(answers) == [
        Contribution("severity", "base", "negligible", "negligible", place("severity"), group=worst),
        Contribution("severity", "row", "negligible", "limited", place("severity", "rows", 0), "both",
                     questions=("x_a", "x_b"), facts=("people_total",), refs=("appi-61",)),
        Contribution("severity", "row", "limited", "maximum", place("severity", "rows", 1), TEXT, group=worst,
                     questions=("x_a",)),
        Contribution("likelihood", "base", "negligible", "negligible", place("likelihood"), group=worst),
        Contribution("likelihood", "row", "negligible", "significant", place("likelihood", "rows", 0), TEXT,
                     truth=Truth.UNKNOWN, questions=("x_b",)),
        Contribution("likelihood", "safeguard", "significant", "significant", place("safeguards", 0), group=worst,
                     questions=("x_p",), counted={"current": 0, "target": 1}),
        Contribution("severity", "safeguard", "maximum", "significant", place("safeguards", 1), group=worst,
                     questions=("x_n",), counted={"current": 1, "target": 1}),
        Contribution("likelihood", "safeguard", "significant", "limited", place("safeguards", 1), group=worst,
                     questions=("x_n",), counted={"current": 1, "target": 1}),
    ]  # fmt: skip


def test_questions_that_are_not_asked_say_nothing() -> None:
    """A row rests on those that are."""
    found = [one for one in steps({"x_gate": "no", "x_a": "yes"}) if one.cause == "row"]
    assert [one.questions for one in found] == [("x_a",), ("x_a",)]


def test_never_below_the_first_level() -> None:
    """What is shown as well."""
    verified = {"answer": "verified", **PROVEN}
    found = steps({"x_gate": "no", "x_a": "no", "x_p": verified, "x_n": verified}, severity={"base": "negligible"})
    assert {(one.before, one.after) for one in found if one.cause == "safeguard"} == {("negligible", "negligible")}


def test_what_cannot_be_undone() -> None:
    """It is told where the base rises, and no safeguard of severity is."""
    answers = {"x_gate": "no", "x_a": "unknown", "x_n": {"answer": "verified", **PROVEN}, "x_p": "absent"}
    found = steps(answers, irreversible=True)
    assert [(one.axis, one.cause, one.before, one.after, one.place) for one in found[:2]] == [
        ("severity", "base", "negligible", "negligible", place("severity")),
        ("severity", "irreversible", "negligible", "significant", place()),
    ]  # fmt: skip
    assert found[1].group == found[0].group
    assert [one.axis for one in found if one.cause == "safeguard"] == ["likelihood", "likelihood"]
    higher = steps(answers, irreversible=True, severity={"base": "significant"})
    assert [one.cause for one in higher if one.axis == "severity"] == ["base"]


def test_the_worst_group_is_told() -> None:
    """Of several that are as badly off the first, now before inherent; everyone where no group is worse."""
    severity = (row("maximum", "x_a", **{"for": "patients"}), row("maximum", "x_a", **{"for": "children"}))
    one = risk(severity=severity)
    groups = ["children", "patients"]
    found = result_of(QUESTIONS, {"x_a": "yes"}, risks=[one], groups=groups).risks["x_r"]
    assert (found.worst_group, found.worst.group) == ("children", "children")
    nobody = result_of(QUESTIONS, {"x_a": "no"}, risks=[one], groups=groups).risks["x_r"]
    assert (nobody.worst_group, nobody.contributions[0].group) == ("everyone", "everyone")


def test_a_group_that_is_worse_off_before_safeguards_only() -> None:
    """Where the levels are the same now, the one with the higher inherent level is told."""
    verified = {"answer": "verified", **PROVEN}
    uses = [{"question": "x_n", "lowers": {"severity": 1}}]
    one = risk(severity=(row("limited", "x_a", **{"for": "children"}),), safeguards=uses)
    one |= {"likelihood": {"base": "limited"}}
    found = result_of(QUESTIONS, {"x_a": "yes", "x_n": verified}, risks=[one], groups=["children"]).risks["x_r"]
    assert (found.worst_group, found.inherent.worst, found.current.worst) == ("children", "medium", "low")


def test_red_lines_and_decisions_say_what_they_rest_on() -> None:
    """Each question and each fact once; of a decision all rows that hold or may."""
    line = {"id": "x_l", "text": TEXT, "crossed_when": {"all": [BOTH, BOTH]}}
    decision = {"id": "x_d", "role": "threshold", "outcomes": ["none", "full"], "base": "none", "rows": [
        {"outcome": "full", "when": BOTH, "because": "why", "refs": ["appi-61"]},
        {"outcome": "full", "when": {"question": "x_a", "is": "no"}, "because": TEXT},
    ]}  # fmt: skip
    result = result_of(QUESTIONS, {"x_gate": "no", "x_a": "yes"}, red_lines=[line], decisions=[decision])
    found = result.red_lines["x_l"]
    assert (found.questions, found.facts, found.place) == (
        ("x_a", "x_b"),
        ("people_total",),
        Place("x", ("red_lines", 0)),
    )
    where = Place("x", ("decisions", 0, "rows", 0))
    assert result.decisions["x_d"].reasons == (
        Reason("full", Truth.TRUE, "why", ("x_a",), ("people_total",), ("appi-61",), where),
    )
    assert result.decisions["x_d"].role == "threshold"


def test_a_decision_that_does_not_apply_gives_no_reasons() -> None:
    """It stays at its base."""
    decision = {"id": "x_d", "outcomes": ["none", "full"], "base": "none", "rows": [
        {"outcome": "full", "when": {"question": "x_a", "is": "yes"}, "because": TEXT}],
        "applies_when": {"question": "x_gate", "is": "yes"}}  # fmt: skip
    found = result_of(QUESTIONS, {"x_gate": "no", "x_a": "yes"}, decisions=[decision]).decisions["x_d"]
    assert (found.applies, tuple(found.outcome), found.reasons) == (Truth.FALSE, ("none", "none"), ())


def test_a_raised_level_is_the_last_step() -> None:
    """With the reason of the person who raised it."""
    said = {"overrides": {"x_r": {"level": "high", "computed": "low", "because": "b", "by": "Ito", "post": "p",
                                  "on": "2026-12-01"}}}  # fmt: skip
    found = result_of(QUESTIONS, {"x_a": "no"}, risks=[risk()], said=said, groups=["children"]).risks["x_r"]
    assert found.contributions[-1] == Contribution("level", "override", "low", "high", None, "b", "everyone")
    nonsense = {"overrides": {"x_r": said["overrides"]["x_r"] | {"level": "grave"}, "x_z": said["overrides"]["x_r"]}}
    result = result_of(QUESTIONS, {"x_a": "no"}, risks=[risk()], said=nonsense)
    assert (result.current.worst, result.lapsed_overrides) == ("low", ())
