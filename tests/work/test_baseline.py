"""A baseline: only what is new is told; gates always are."""

import json
from pathlib import Path

import pytest

from tsukuba_pia.cli import checking, context
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.check_one import bound

HEAD = 'assessment: a\nformat: 1\nlanguage: ja\ntitle: 台帳\nbanks: {core: "1.0"}\nanswers:\n'
NUMBER = "123456789018"  # a My Number by its check digit; a made-up one


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An assessment with an answer that there is not."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PIA_LANG", "en")
    place = tmp_path / "assessment.yaml"
    place.write_text(f"{HEAD}  core_purpose: nonsense\n", encoding="utf-8")
    return place


def codes(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What was told."""
    return [one["code"] for one in json.loads(capsys.readouterr().out)["findings"]]


def test_only_what_is_new_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where lines have moved; a second finding like the first is new."""
    assert checking.run(["."], write_baseline="known.json") == 0
    file.write_text(f"# more\n\n{HEAD}  core_purpose: nonsense\n", encoding="utf-8")
    assert checking.run(["."], "json", baseline="known.json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["findings"], said["summary"]["silenced"]) == ([], 1)
    file.write_text(f"{HEAD}  core_purpose: nonsense\n  core_recipients: [nonsense]\n", encoding="utf-8")
    assert checking.run(["."], "json", baseline="known.json") == 1
    assert codes(capsys) == ["PIA402"]


def test_gates_are_never_in_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor let through by one that somebody wrote by hand."""
    file.write_text(f"{HEAD}  core_purpose: nonsense\nconclusion: {NUMBER} に送った。\n", encoding="utf-8")
    assert checking.run(["."], write_baseline="known.json") == 0
    assert NUMBER not in Path("known.json").read_text(encoding="utf-8")
    assert "PIA601" not in Path("known.json").read_text(encoding="utf-8")
    assert checking.run(["."], "json", baseline="known.json") == 1
    assert codes(capsys) == ["PIA601"]


@pytest.mark.parametrize(("content", "code"), [
    (None, "no_baseline"), ("{", "not_a_baseline"), ("[]", "not_a_baseline"),
    ('{"pia_baseline": 2, "findings": {}}', "other_baseline"), ('{"pia_baseline": 1}', "not_a_baseline"),
])  # fmt: skip
def test_what_is_none_is_refused(file: Path, content: str | None, code: str) -> None:
    """And never written over."""
    place = file.with_name("known.json")
    if content is not None:
        place.write_text(content, encoding="utf-8")
    with pytest.raises(Problem) as caught:
        checking.run(["."], baseline="known.json")
    assert caught.value.code == code
    if content is not None:
        with pytest.raises(Problem):
            checking.run(["."], write_baseline="known.json")
        assert place.read_text(encoding="utf-8") == content


@pytest.fixture
def wanted(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same where only options that there are not are told."""
    monkeypatch.setitem(context._state, "language", "en")
    chosen = '[check]\nselect = ["PIA402", "PIA426", "PIA442", "PIA306"]\n'
    file.with_name("pia.toml").write_text(chosen, encoding="utf-8")
    return file


def test_what_nothing_fits_any_more_is_counted(wanted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a line that says how to write it anew; a finding that came back is met again."""
    file = wanted
    two = f"{HEAD}  core_purpose: nonsense\n  core_recipients: [nonsense]\n"
    file.write_text(two, encoding="utf-8")
    checking.run(["."], write_baseline="known.json")
    assert "2 findings written" in capsys.readouterr().err
    for text, said in (
        (f"{HEAD}  core_purpose: nonsense\n", "1 entry of known.json fits nothing any more."),
        (f"{HEAD}  core_purpose: service\n", "2 entries of known.json fit nothing any more."),
        (two, ""),
    ):
        file.write_text(text, encoding="utf-8")
        checking.run(["."], "concise", baseline="known.json")
        told = capsys.readouterr().err
        assert (said in told, "known.json" in told) == (True, bool(said))
    file.write_text(f"{HEAD}  core_purpose: nonsense\n", encoding="utf-8")
    checking.run(["."], write_baseline="known.json")
    assert "1 finding written" in capsys.readouterr().err
    checking.run(["."], baseline="known.json")
    assert "known.json" not in capsys.readouterr().err


def test_only_what_was_looked_for_is_counted(wanted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not other files, files with an error, rules of a later stage, of a revision, or that nobody wants."""
    file = wanted
    other = file.parent / "b" / "assessment.yaml"
    other.parent.mkdir()
    other.write_text(HEAD.replace(": a\n", ": b\n") + "  core_purpose: nonsense\n", encoding="utf-8")
    checking.run(["."], write_baseline="known.json")
    capsys.readouterr()
    held = json.loads(Path("known.json").read_text(encoding="utf-8"))
    held["findings"] |= {code: f"{code} assessment.yaml" for code in ("PIA442", "PIA306", "PIA426")} | {"x": 3}
    Path("known.json").write_text(json.dumps(held), encoding="utf-8")

    def told(*paths: str) -> str:
        checking.run(paths, "concise", baseline="known.json", no_cache=True)
        return capsys.readouterr().err

    assert "known.json" not in told(".")
    sound = HEAD.replace("answers:\n", "answers: {}\n")
    file.write_text(sound, encoding="utf-8")
    assert "known.json" not in told("b")
    assert "1 entry of known.json" in told(".")
    chosen = Path("pia.toml").read_text(encoding="utf-8")
    Path("pia.toml").write_text(f'{chosen}ignore = ["PIA4"]\n', encoding="utf-8")
    assert "known.json" not in told(".")
    Path("pia.toml").write_text(chosen, encoding="utf-8")
    file.write_text(f"{sound}nonsense: 1\n", encoding="utf-8")
    assert "known.json" not in told(".")
    file.write_text(sound, encoding="utf-8")
    other.unlink()
    assert "1 entry of known.json" in told("assessment.yaml")
    assert "2 entries of known.json" in told(".")
    held["stages"]["assessment.yaml"] = "review"  # what a rule finds may hang on the stage
    Path("known.json").write_text(json.dumps(held), encoding="utf-8")
    assert "1 entry of known.json" in told(".")
    assert [bound("PIA442", stage="publication", compared=one) for one in (False, True)] == [False, True]


def test_settings_name_it_from_their_own_folder(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that it is found, and knows its files, from everywhere below."""
    file.with_name("pia.toml").write_text('[check]\nbaseline = "known.json"\n', encoding="utf-8")
    assert checking.run(["."], write_baseline="known.json") == 0
    inner = file.parent / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert checking.run(["../assessment.yaml"], "json") == 0
    assert codes(capsys) == []
