"""What is not known, as `pia score` says it: in both languages, for programs, and when the text is hostile."""

import json
from pathlib import Path

import pytest

from tests.golden import ROOT
from tests.work.desk import ASSESSMENT, BANK, DAY, workspace
from tsukuba_pia.cli.main import run

ROBOT = str(ROOT / "examples" / "sidewalk-robot")
APP = str(ROOT / "examples" / "multilingual-app")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What `pia score` says on stdout."""
    assert run(["score", *arguments, "--as-of", DAY]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Could it still fail? Yes", "Answer first:", "could bring", "decides the red line", "does not apply")),
        ("ja", ("受け入れられない結果になるか: なりえます", "先に答えるべき質問", "下げる可能性", "当てはまるか")),
    ],
)
def test_the_score_says_what_to_answer_first(
    capsys: pytest.CaptureFixture[str], language: str, said: tuple[str, ...]
) -> None:
    """With what it can move, in words, without a colour."""
    text = told(capsys, ROBOT, "--lang", language)
    assert [words for words in said if words not in text] == []
    assert "\x1b" not in text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_where_nothing_is_open_nothing_could_still_come(capsys: pytest.CaptureFixture[str], language: str) -> None:
    """The levels are said; a verdict about answers would only puzzle."""
    text = told(capsys, APP, "--lang", language)
    assert ("Could it still" if language == "en" else "回答しだいで") not in text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_verdict_comes_with_answers_that_do_it(capsys: pytest.CaptureFixture[str], language: str) -> None:
    """As they are written into `--what-if`."""
    text = told(capsys, ROBOT, "--unknowns", "--lang", language)
    assert "trn_footage_other_use = face_search" in text


def test_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """Ranked, with every effect; a witness holds when it is tried."""
    found = json.loads(told(capsys, ROBOT, "--json"))
    assert [one["id"] for one in found["unknowns"]] == ["trn_footage_other_use", "trn_training_off"]
    first = found["unknowns"][0]
    assert first["red_lines"] == {"trn_no_footage_reuse": ["clear", "crossed"]} or len(first["red_lines"]) == 1
    assert first["level"]["target"]["lowest_worst"] == "medium"
    fail = found["could"]["fail"]
    assert fail["answer"] == "yes"
    wish = ",".join(fail["witness"]["trn_footage_other_use"])
    assert run(["score", ROBOT, "--what-if", f"trn_footage_other_use={wish}", "--json", "--as-of", DAY]) == 0
    tried = json.loads(capsys.readouterr().out)["what_if"]
    assert {"before": "unknown", "after": "crossed"} in tried["red_lines"].values()


@pytest.mark.parametrize("arguments", [(), ("--unknowns",), ("--json",)])
def test_hostile_texts_stay_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    """Markup is no markup, and no line begins with words of a text; control characters do not pass the door."""
    file = workspace(tmp_path, ASSESSMENT)
    bank = tmp_path / "questionnaires" / "kiosk" / "0.1.yaml"
    bank.write_text(BANK.replace("At which level?", r"Which[bold]x\nNow: Low?"), encoding="utf-8")
    text = told(capsys, str(file), "--lang", "en", *arguments)
    assert "[bold]x" in text
    assert "\nNow: Low?" not in text
