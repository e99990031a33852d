"""`pia score --what-if` and `--advise` on a worked example, in both languages."""

import json

import pytest

from tests.golden import ROOT
from tsukuba_pia.cli import context
from tsukuba_pia.cli.main import run

ROBOT, VOTE, APP = (
    str(ROOT / "examples" / name) for name in ("sidewalk-robot", "internet-vote-first", "multilingual-app")
)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit code, and what was said on stdout."""
    code = run(["score", *arguments])
    return code, capsys.readouterr().out


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_if_says_each_move_in_words(capsys: pytest.CaptureFixture[str], language: str) -> None:
    """At 80 columns, without a colour, and that nothing was written."""
    file = ROOT / "examples" / "sidewalk-robot" / "assessment.yaml"
    before = file.read_bytes()
    code, text = told(capsys, ROBOT, "--what-if", "core_not_kept=implemented", "--lang", language)
    assert code == 0
    assert "core_leak" in text
    assert ("Medium" if language == "en" else "中くらい") in text
    assert "\x1b" not in text
    assert file.read_bytes() == before


def test_what_if_nothing_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    """In words, as is a name that is like no other."""
    assert "= (no answer)" in told(capsys, ROBOT, "--what-if", "core_not_kept=", "--lang", "en")[1]
    for wish, told_near in (("core_not_kep=absent", "Did you mean “core_not_kept”?"), ("=absent", "assessment.\n")):
        assert run(["score", ROBOT, "--what-if", wish, "--lang", "en"]) == 2
        assert capsys.readouterr().err.endswith(f"{told_near}\n".replace("\n\n", "\n"))


def test_what_if_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """Before and after, each as an interval."""
    _, text = told(capsys, ROBOT, "--what-if", "core_not_kept=implemented", "--json", "--lang", "en")
    found = json.loads(text)["what_if"]
    assert found["answers"] == {"core_not_kept": "implemented"}
    assert found["risks"]["core_leak"]["current"]["before"] != found["risks"]["core_leak"]["current"]["after"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_advice_that_there_is(capsys: pytest.CaptureFixture[str], language: str) -> None:
    """Each way with its safeguards in words; what it advises is enough when it is tried."""
    code, text = told(capsys, APP, "--advise", "--lang", language)
    assert code == 0
    _, plain = told(capsys, APP, "--advise", "--json", "--lang", language)
    advice = json.loads(plain)["advice"]
    assert advice["possible"]
    for way in advice["alternatives"]:
        assert all(name in text for name in way)
        wishes = [word for name in way for word in ("--what-if", f"{name}=implemented")]
        _, tried = told(capsys, APP, *wishes, "--json", "--lang", language)
        assert json.loads(tried)["what_if"]["level"]["current"]["after"]["worst"] in ("low", "medium")


def test_advice_that_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """The risk that stays, the rows that hold it up, the red lines beside; and an exit code for scripts."""
    code, text = told(capsys, VOTE, "--advise", "--lang", "en")
    assert code == 1
    assert "gov_coercion" in text
    assert "there is no way back" in text
    assert "gov_red_receipt" in text


def test_a_level_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """Told with those that there are."""
    assert run(["score", ROBOT, "--advise", "--to", "tiny", "--lang", "en"]) == 2
    assert "medium" in capsys.readouterr().err
    assert context.language() == "en"
