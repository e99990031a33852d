"""A mistake of our own: it is told, nothing else is lost, and nobody takes it for a clean check."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.golden import ROOT
from tests.work.desk import workspace
from tsukuba_pia.cli import checking, main
from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint import engine
from tsukuba_pia.lint.rule import About, Rule
from tsukuba_pia.score import engine as engine_of_scores
from tsukuba_pia.work import check_one, opening

WRITTEN = "山田花子の住所"
GUARDED = {"export/_jinja.py", "lint/engine.py", "work/check_one.py"}
TYPO = "  k_levle: counts\n"


def after_one(_: object) -> Iterator[Finding]:
    """Finds something, then fails."""
    yield Finding((), {"character": "U+0000"})
    raise KeyError(WRITTEN)


def without_end(context: object) -> Iterator[Finding]:
    """Calls itself."""
    yield from without_end(context)


def misplaced(_: object) -> Iterator[Finding]:
    """Says a place that there cannot be."""
    yield Finding((["a", "list"],), {})  # type: ignore[arg-type]


Check = Callable[[Any], Iterator[Finding]]
Breaking = Callable[[Check | None], None]


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> Breaking:
    """Has one more rule about assessments, asked first, that does as it is told; None takes it away."""
    known = engine.rules_of
    monkeypatch.setattr(engine, "_binding", engine._binding.__wrapped__)

    def put(check: Check | None) -> None:
        if check is None:
            monkeypatch.setattr(engine, "rules_of", known)
            return
        broken = replace(engine.rule_of("PIA013"), about="assessment", check=check)

        def rules_of(about: About) -> tuple[Rule, ...]:
            return (broken, *known(about)) if about == "assessment" else known(about)

        monkeypatch.setattr(engine, "rules_of", rules_of)

    return put


@pytest.fixture
def city(own_cache: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with two assessments; one has a finding of its own."""
    first = workspace(tmp_path)
    second = first.parent.parent / "second" / "assessment.yaml"
    second.parent.mkdir()
    second.write_text(first.read_text(encoding="utf-8") + TYPO, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PIA_LANG", "en")
    monkeypatch.setenv("PIA_TODAY", "2027-01-15")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], **options: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as run takes it
    """What a check of all finds; it ends with 3."""
    assert checking.run(["."], "json", **options) == 3
    findings: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return findings


def usual(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What there is to find when all rules work."""
    checking.run(["."], "json", no_cache=True)
    findings: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return findings


def alone(findings: list[dict[str, Any]]) -> set[str]:
    """The codes found, but for what assessments of one name always bring."""
    return {one["code"] for one in findings if not one["code"].startswith("PIA55")}


@pytest.mark.parametrize(
    ("check", "kind"), [(after_one, "KeyError"), (without_end, "RecursionError"), (misplaced, "TypeError")]
)
def test_the_others_still_find_what_they_find(
    city: Path, capsys: pytest.CaptureFixture[str], breaking: Breaking, check: Check, kind: str
) -> None:
    """Once for each file; what the rule found before it failed stays."""
    del city
    before = usual(capsys)
    assert before
    breaking(check)
    now = found(capsys)
    failed = [one for one in now if one["code"] == "PIA905"]
    assert len({one["file"] for one in failed}) == len(failed) == 2
    assert all(f"rule PIA013 failed by a mistake in pia ({kind}, " in one["message"] for one in failed)
    assert [one for one in now if one["code"] not in ("PIA905", "PIA013")] == before
    assert len([one for one in now if one["code"] == "PIA013"]) == (2 if check is after_one else 0)


def test_nothing_of_the_file_is_repeated(city: Path, capsys: pytest.CaptureFixture[str], breaking: Breaking) -> None:
    """The message of an exception often holds what somebody wrote; the place is where the rule stands."""
    del city
    breaking(after_one)
    for language in ("ja", "en"):
        checking.run(["."], "json", lang=language)
        told = capsys.readouterr()
        assert WRITTEN not in told.out + told.err
    assert "PIA905" in told.out


@pytest.mark.parametrize("form", checking.formats())
def test_every_format_tells_it(city: Path, capsys: pytest.CaptureFixture[str], breaking: Breaking, form: str) -> None:
    """And ends with 3, also for a first look."""
    del city
    breaking(after_one)
    assert checking.run(["."], form, exit_zero=True) == 3
    out = capsys.readouterr().out
    assert "PIA905" in out
    assert "PIA013" in out


def test_nothing_silences_it(city: Path, capsys: pytest.CaptureFixture[str], breaking: Breaking) -> None:
    """Neither settings nor comments nor a baseline; to begin one also ends with 3."""
    breaking(after_one)
    (city / "pia.toml").write_text('[check]\nselect = ["PIA1"]\n', encoding="utf-8")
    assert alone(found(capsys)) == {"PIA905"}
    (city / "pia.toml").write_text('[check]\nignore = ["PIA905"]\n', encoding="utf-8")
    assert {"PIA023", "PIA905"} <= {one["code"] for one in found(capsys)}
    (city / "pia.toml").unlink()
    for file in city.rglob("assessment.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(f"# pia: ignore[PIA905] known\n{text}", encoding="utf-8")
    assert {"PIA021", "PIA905"} <= {one["code"] for one in found(capsys)}
    assert checking.run(["."], write_baseline="known.json") == 3
    capsys.readouterr()
    assert alone(found(capsys, baseline="known.json")) == {"PIA905"}
    assert checking.run(["."], diff=True) == 3


def test_it_is_not_remembered(city: Path, capsys: pytest.CaptureFixture[str], breaking: Breaking) -> None:
    """The next run asks again."""
    del city
    before = usual(capsys)
    breaking(after_one)
    found(capsys)
    breaking(None)
    checking.run(["."], "json")
    assert json.loads(capsys.readouterr().out)["findings"] == before


def test_scoring_that_fails_leaves_the_other_files(
    city: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reading the file told is kept; the other file is checked as ever."""
    before = usual(capsys)
    score = engine_of_scores.score

    def scored(questionnaire: Any, assessment: Any, *rest: Any) -> Any:  # noqa: ANN401 - as `score` takes it
        if "k_levle" in assessment.answers:
            raise ZeroDivisionError(WRITTEN)
        return score(questionnaire, assessment, *rest)

    monkeypatch.setattr(opening, "score", scored)
    now = found(capsys)
    second = str(next(city.rglob("second/assessment.yaml")).relative_to(city))
    assert [one["code"] for one in now if one["file"] == second] == ["PIA906"]
    kept = [one for one in before if one["file"] != second and not one["code"].startswith("PIA55")]
    assert [one for one in now if one["file"] != second] == kept
    assert "(ZeroDivisionError, " in next(one["message"] for one in now if one["code"] == "PIA906")


def test_several_processes(city: Path, capsys: pytest.CaptureFixture[str], breaking: Breaking) -> None:
    """The same from each of them."""
    text = next(city.rglob("second/assessment.yaml")).read_text(encoding="utf-8")
    for number in range(20):
        file = city / "assessments" / f"more-{number}" / "assessment.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    breaking(after_one)
    alone = found(capsys, no_cache=True, jobs=1)
    assert found(capsys, no_cache=True, jobs=2) == alone
    assert len([one for one in alone if one["code"] == "PIA905"]) == 22


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt(), 130), (MemoryError(), 2)])
def test_what_is_no_mistake_ends_the_run(
    city: Path, capsys: pytest.CaptureFixture[str], breaking: Breaking, raised: BaseException, code: int
) -> None:
    """Ctrl-C, and a machine that is too small."""
    del city

    def check(_: object) -> Iterator[Finding]:
        yield from ()
        raise raised

    breaking(check)
    for language in ("ja", "en"):
        assert main.run(["check", "--no-cache", "--lang", language, "."]) == code
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        assert "PIA9" not in told.out + told.err
        assert told.err


def test_a_neighbour_that_is_gone_is_named(
    city: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file beside an assessment: 1, as for every file that cannot be read."""
    del city

    def gone(_: Path) -> list[Path]:
        raise PermissionError(13, "Permission denied", "minutes")

    monkeypatch.setattr(check_one, "minutes_files", gone)
    assert checking.run(["."], "json") == 1
    told = json.loads(capsys.readouterr().out)["findings"]
    assert {one["code"] for one in told if one["file"] == "minutes"} == {"PIA001"}
    assert {one["file"] for one in told if one["level"] == "error"} == {"minutes"}


def test_nobody_else_catches_everything() -> None:
    """Below the command line, only where the decision says so."""
    source = ROOT / "src" / "tsukuba_pia"
    caught = re.compile(r"^\s*except(?:\s*:|.*\bException\b)", re.MULTILINE)
    files = (file for file in source.rglob("*.py") if file.parts[len(source.parts)] not in ("cli", "__main__.py"))
    names = {str(file.relative_to(source)) for file in files if caught.search(file.read_text(encoding="utf-8"))}
    assert names == GUARDED
