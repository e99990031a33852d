"""What keeps an assessment from being held to its gates is silenced by nothing, as the gates themselves."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.work.desk import BANK
from tsukuba_pia.cli import checking
from tsukuba_pia.lint.rule import STAGES, Stage

HEAD = "assessment: a\nformat: 1\nlanguage: ja\ntitle: 台帳\n"
SOUND = f'{HEAD}banks: {{core: "1.0"}}\nanswers:\n  core_purpose: specific\n'
REASON = "# pia: ignore[{code}] we need it"
STOPS = {  # what stands in the assessment, and the code that says why no rule could be asked
    "an unknown key": (f"{SOUND}zz_unknown: 1  {REASON}\n", "PIA101"),
    "a key misspelt": (SOUND.replace("assessment: a", f"asessment: a  {REASON}"), "PIA017"),
    "a wrong kind": (f"{SOUND}organ: [1]  {REASON}\n", "PIA103"),
    "a version that there is not": (SOUND.replace('{core: "1.0"}', f'{{core: "9.9"}}  {REASON}'), "PIA219"),
    "two banks that know nothing of each other": (
        SOUND.replace('{core: "1.0"}', f'{{core: "1.0", kiosk: "0.1"}}  {REASON}'), "PIA432"),
    "something else in its place": (f"city: 架空市  {REASON}\n", "PIA101"),
    "minutes in its place": (f"minutes: x  {REASON}\n", "PIA101"),
    "no method": (SOUND.replace('{core: "1.0"}', f"{{}}  {REASON}"), "PIA418"),
    "no YAML": (f"{SOUND}  core_recipients: [  {REASON}\n", "PIA010"),
}  # fmt: skip


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A city with a bank of its own that is sound."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PIA_LANG", "en")
    (tmp_path / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    bank = tmp_path / "questionnaires" / "kiosk" / "0.1.yaml"
    bank.parent.mkdir(parents=True)
    bank.write_text(BANK, encoding="utf-8")
    (tmp_path / "a").mkdir()
    return tmp_path


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The codes of the errors."""
    return [one["code"] for one in json.loads(capsys.readouterr().out)["findings"] if one["level"] == "error"]


def put(room: Path, text: str, code: str) -> Path:
    """The assessment, with its comment about this code."""
    file = room / "a" / "assessment.yaml"
    file.write_text(text.replace("{code}", code), encoding="utf-8")
    return file


@pytest.mark.parametrize(("text", "code"), STOPS.values(), ids=STOPS)
def test_no_comment(text: str, code: str, room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """However good its reason; and it is not said that the comments on other lines are of no use."""
    put(room, text, code)
    assert checking.run(["a"], "json") == 1
    assert code in told(capsys)


SETTINGS = {
    "ignored": 'ignore = ["{code}"]',
    "by its family": 'ignore = ["{family}"]',
    "not selected": 'select = ["PIA3"]',
    "ignored in one file": '[[check.files]]\npaths = ["a/*"]\nignore = ["{code}"]',
}


@pytest.mark.parametrize("said", SETTINGS.values(), ids=SETTINGS)
@pytest.mark.parametrize(("text", "code"), STOPS.values(), ids=STOPS)
def test_no_setting(text: str, code: str, said: str, room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not for everything, not for one file."""
    put(room, text.replace(REASON, ""), code)
    (room / "pia.toml").write_text(f"[check]\n{said.format(code=code, family=code[:4])}\n", encoding="utf-8")
    assert checking.run(["a"], "json") == 1
    assert code in told(capsys)


@pytest.mark.parametrize(("text", "code"), STOPS.values(), ids=STOPS)
def test_no_baseline_and_no_option(text: str, code: str, room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither written into one nor let through by it; `--exit-zero` is no way round."""
    put(room, text.replace(REASON, ""), code)
    assert checking.run(["a"], write_baseline="known.json") == 0
    assert code not in Path("known.json").read_text(encoding="utf-8")
    capsys.readouterr()
    assert checking.run(["a"], "json", baseline="known.json", exit_zero=True) == 1
    assert code in told(capsys)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    stop=st.sampled_from(sorted(STOPS)),
    family=st.sampled_from(["PIA0", "PIA1", "PIA2", "PIA4"]),
    select=st.sets(st.sampled_from(["PIA2", "PIA3", "PIA9"])),
    baseline=st.booleans(),
    fail_on=st.sampled_from([None, "error", "warning", "note"]),
    stage=st.sampled_from([None, *STAGES]),
)
def test_nor_all_of_it_together(  # noqa: PLR0913, PLR0917 - one per way
    stop: str, family: str, select: set[str], baseline: bool, fail_on: str | None, stage: Stage | None,
    room: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Comment, settings, baseline and options at once."""
    text, code = STOPS[stop]
    put(room, text, code)
    said = f"[check]\nselect = {sorted(select)}\nignore = ['{family}', '{code}']\n"
    (room / "pia.toml").write_text(f"{said}[[check.files]]\npaths = ['*']\nignore = ['{code}']\n", encoding="utf-8")
    checking.run(["a"], write_baseline="known.json")
    capsys.readouterr()
    known = "known.json" if baseline else None
    assert checking.run(["a"], "json", fail_on=fail_on, stage=stage, baseline=known, exit_zero=True) == 1
    found = told(capsys)
    assert code in found
    assert "PIA023" not in found  # the settings hold


def test_a_bank_that_no_assessment_can_use(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its error is silenced neither where the bank is checked nor where an assessment builds on it."""
    bank = room / "questionnaires" / "kiosk" / "0.1.yaml"
    broken = BANK.replace("k_sold, is: yes", "k_soldd, is: yes", 1)
    assert broken != BANK
    lines = [f"{one}  {REASON.format(code='PIA203')}" if "k_soldd" in one else one for one in broken.splitlines()]
    bank.write_text("\n".join(lines) + "\n", encoding="utf-8")
    put(room, SOUND.replace('core: "1.0"', 'kiosk: "0.1"').replace("core_purpose: specific", "k_sold: no"), "")
    for paths in (["."], ["a"], ["questionnaires"]):
        checking.run(paths, write_baseline="known.json")
        capsys.readouterr()
        assert checking.run(paths, "json", baseline="known.json", exit_zero=True) == 1
        assert told(capsys) == ["PIA203"]


def test_a_city_whose_profile_is_broken(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No assessment of it can be held to its rules."""
    (room / "city.yaml").write_text("city: 架空市\nnonsense: 1  # pia: ignore[PIA101] later\n", encoding="utf-8")
    put(room, SOUND, "")
    assert checking.run(["."], "json", exit_zero=True) == 1
    assert told(capsys) == ["PIA101"]


def test_minutes_alone(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are held to the rules with their assessment; where that is broken, that is said."""
    put(room, f"{SOUND}zz_unknown: 1\n", "")
    minutes = room / "a" / "minutes" / "2027-01-15.yaml"
    minutes.parent.mkdir()
    minutes.write_text("minutes: x  # pia: ignore[PIA102] later\n", encoding="utf-8")
    assert checking.run([str(minutes)], "json", exit_zero=True) == 1
    found = told(capsys)
    assert "PIA101" in found  # the assessment's
    assert "PIA102" in found  # the minutes' own, in spite of the comment


def test_what_is_not_there(room: Path) -> None:
    """A file that cannot be read is never "no findings"."""
    del room
    assert checking.run(["nowhere.yaml"], "json", exit_zero=True) == 1


def test_what_cannot_be_read_is_not_taken_to_be_missing(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another assessment that names it is not told that there is none."""
    put(room, SOUND.replace("banks:", "related: [b]\nbanks:"), "")
    (room / "b").mkdir()
    (room / "b" / "assessment.yaml").write_text(SOUND.replace("assessment: a", "assessment: b"), encoding="utf-8")
    checking.run(["."], "concise")
    assert "PIA551" not in capsys.readouterr().out
    (room / "b" / "assessment.yaml").write_text("assessment: b\nformat: [\n", encoding="utf-8")
    checking.run(["."], "concise")
    assert "PIA551" not in capsys.readouterr().out
    (room / "b" / "assessment.yaml").unlink()
    checking.run(["."], "concise")
    assert "PIA551" in capsys.readouterr().out


def test_everything_else_is_silenced_as_before(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once the rules are asked."""
    put(room, SOUND.replace("specific", "nonsense  # pia: ignore[PIA402] the next version has it"), "")
    assert checking.run(["a"], "json") == 0
    assert told(capsys) == []
