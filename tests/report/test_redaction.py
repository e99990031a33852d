"""A score for a room with guests: what is withheld appears nowhere, everything else stays true."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.desk import ASSESSMENT, DAY, opened, workspace
from tsukuba_pia.report.redacted_unknowns import redacted_unknowns
from tsukuba_pia.report.redaction import hidden_answers, redacted

WITHHELD = "withheld: {reason: security, exemption: x, approved_by: 市長, until: 2028-03-31}"
CANARY = "カナリアCANARY"
SEEN_NOWHERE = (
    CANARY, "k_masking", "k_sold", "k_level", "per_person", "assessment.yaml", "It is per person", "個人ごとです",
)  # fmt: skip
SECRETS = f"""\
  k_level: {{answer: per_person, note: {CANARY}, {WITHHELD}}}
  k_sold: {{answer: unknown, asking: {CANARY}, {WITHHELD}}}
  k_masking: {{answer: implemented, owner: {CANARY}, evidence: [evidence/{CANARY}.md], {WITHHELD}}}
  k_purpose: {{answer: "{CANARY}", {WITHHELD}}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment in which a choice, an open question, a safeguard and a text are withheld."""
    place = workspace(tmp_path, ASSESSMENT + SECRETS)
    evidence = place.parent / "evidence" / f"{CANARY}.md"
    evidence.parent.mkdir()
    evidence.write_text("x", encoding="utf-8")
    return place


def test_levels_stay_and_reasons_go(file: Path) -> None:
    """Nothing names a withheld question, and the levels are what they are."""
    one = opened(file)
    assert one.assessment is not None
    assert one.questionnaire is not None
    whole, hidden = one.score(), hidden_answers(one.questionnaire, one.assessment)
    seen = redacted(one.questionnaire, whole, hidden, "非公開")
    assert hidden == {"k_level", "k_sold", "k_masking", "k_purpose"}
    assert (seen.current, seen.target, seen.inherent) == (whole.current, whole.target, whole.inherent)
    assert [one.state for one in seen.red_lines.values()] == ["unknown"]
    named = [name for risk in seen.risks.values() for step in risk.contributions for name in step.questions]
    named += [name for line in seen.red_lines.values() for name in line.questions]
    named += [name for decision in seen.decisions.values() for reason in decision.reasons for name in reason.questions]
    assert not hidden & set(named)
    assert not hidden & set(seen.open_questions)
    assert [step.because for step in seen.risks["k_leak"].contributions if step.cause == "withheld"] == ["非公開"]
    unknowns = redacted_unknowns(one.questionnaire, one.unknowns(whole), hidden)
    assert not hidden & {one.question for one in unknowns.ranked}
    assert not any(hidden & set(verdict.witness) for verdict in unknowns.could)


@pytest.mark.parametrize("more", [
    [], ["--json"], ["--risk", "k_leak"], ["--risk", "k_leak", "--json"], ["--big"], ["--unknowns"],
    ["--unknowns", "--json"],
])  # fmt: skip
@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_view_lets_it_through(file: Path, more: list[str], language: str) -> None:
    """Neither the words of the answers, nor which options they are, nor where they stand."""
    told = run("score", file, *more, "--redacted", "--as-of", DAY, "--lang", language)
    assert told.returncode == 0, told.stderr
    for secret in (
        CANARY,
        "k_masking",
        "k_sold",
        "k_level",
        "per_person",
        "assessment.yaml",
        "It is per person",
        "個人ごとです",
    ):
        assert secret not in told.stdout, secret
    assert "k_sold" in run("score", file, "--as-of", DAY).stdout


def test_how_much_is_withheld_is_said(file: Path) -> None:
    """A count, in words and for programs."""
    assert "4 answers are withheld" in run("score", file, "--redacted", "--as-of", DAY).stdout
    assert json.loads(run("score", file, "--redacted", "--json", "--as-of", DAY).stdout)["withheld_answers"] == 4


@pytest.mark.parametrize("more", [["--what-if", "k_sold=no"], ["--advise"]])
def test_what_would_show_it_is_refused(file: Path, more: list[str]) -> None:
    """By name, and nothing is shown."""
    done = run("score", file, "--redacted", *more, "--as-of", DAY)
    assert (done.returncode, done.stdout) == (2, "")


def test_two_choices_that_come_out_alike_look_alike(file: Path) -> None:
    """Whoever compares two showings learns nothing of a withheld text."""
    before = run("score", file, "--redacted", "--as-of", DAY).stdout
    file.write_text(file.read_text(encoding="utf-8").replace(f'"{CANARY}"', '"other"'), encoding="utf-8")
    assert run("score", file, "--redacted", "--as-of", DAY).stdout == before
