"""A baseline: only what is new is told; gates always are."""

import json
from pathlib import Path

import pytest

from tsukuba_pia.cli import checking
from tsukuba_pia.problems import Problem

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
