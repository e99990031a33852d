"""`pia init`, `new`, `answer` and `status` by flags alone, as scripts use them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.desk import ASSESSMENT, workspace

GIVEN = """\
title: {ja: 歩道の配送ロボット, en: Sidewalk robot}
banks: {kiosk: "0.1"}
service: {unit: 産業振興課, purpose: 買い物を助ける}
answers:
  k_personal: yes
  k_kinds: [face]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment in a workspace."""
    return workspace(tmp_path)


def test_answers_by_flags(file: Path) -> None:
    """Values, lists, unknown, details, remarks; each saved, only its lines changed."""
    done = run(
        "answer", file.parent, "--set", "k_level=counts", "--set", "k_kinds=name,face", "--set", "k_people=１２",
        "--set", "k_since=unknown", "--set", "k_since.asking=防災課", "--note", "k_level=per block", "--by", "Sato",
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.count("Saved") == 4
    text = file.read_text(encoding="utf-8")
    assert "k_level:\n    answer: counts\n    note: per block\n    by: Sato\n" in text
    assert "k_people:\n    answer: 12\n    by: Sato\n" in text
    assert "k_since:\n    answer: unknown\n    by: Sato\n    asking: 防災課\n" in text
    assert "# people's own words" in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--set", "k_levle=counts"], "k_level"),
        (["--set", "k_level"], "question=answer"),
        (["--set", "k_level.ownr=x"], "owner"),
        (["--note", "alone"], "Which question"),
        (["--section", "k_frist", "--set", "k_level=counts"], "k_first"),
    ],
)
def test_mistakes_in_flags(file: Path, arguments: list[str], says: str) -> None:
    """Exit code 2, one line, nothing written."""
    done = run("answer", file, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert file.read_text(encoding="utf-8") == ASSESSMENT


def test_answer_that_does_not_fit(file: Path) -> None:
    """Exit code 1, with place and code; nothing written."""
    done = run("answer", file, "--set", "k_level=cuonts")
    assert done.returncode == 1
    assert "PIA402" in done.stderr
    assert file.read_text(encoding="utf-8") == ASSESSMENT


def test_no_such_file(tmp_path: Path) -> None:
    """Said in one line."""
    for command in ("answer", "status"):
        done = run(command, tmp_path / "nothing")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_new_from_a_file(tmp_path: Path) -> None:
    """What is known is merged; the result comes first, with its reasons; then the folder."""
    workspace(tmp_path)
    (tmp_path / "known.yaml").write_text(GIVEN, encoding="utf-8")
    done = run("new", "--answers", "known.yaml", "--no-input", "--lang", "ja", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].startswith("判定: ")
    assert done.stdout.splitlines()[-1] == "作りました: assessments/sidewalk-robot/assessment.yaml"
    made = tmp_path / "assessments" / "sidewalk-robot" / "assessment.yaml"
    text = made.read_text(encoding="utf-8")
    assert "k_kinds: [face]" in text
    assert "  #: 売りますか。\n  #:   (yes | no)\n  k_sold:\n" in text
    assert "purpose: 買い物を助ける" in text
    assert (made.parent / ".pia" / "assessment.schema.json").is_file()
    again = run("new", "--answers", "known.yaml", "--no-input", cwd=tmp_path)
    assert again.returncode == 2
    assert made.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "arguments",
    [["--title", "x"], ["--sector", "kiosque", "--title", "A title"], ["--title", "A title", "--name", "../x"], []],
)
def test_new_that_cannot_be(tmp_path: Path, arguments: list[str]) -> None:
    """Nothing is written, exit code 2; only a title is really needed."""
    workspace(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    done = run("new", "--no-input", "--dry-run", *arguments, cwd=tmp_path)
    assert done.returncode == (0 if arguments == ["--title", "x"] else 2)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "given",
    ["answers: {k_nothing: yes}\n", "titel: x\n", "- a\n", "answers: [\n", "answers: {k_level: 1}\ntitle: t\n"],
)
def test_new_from_a_broken_file(tmp_path: Path, given: str) -> None:
    """The findings are shown; nothing is written."""
    workspace(tmp_path)
    (tmp_path / "known.yaml").write_text(given, encoding="utf-8")
    done = run("new", "--answers", "known.yaml", "--no-input", "--sector", "kiosk", "--name", "n", cwd=tmp_path)
    assert done.returncode == 2
    assert not (tmp_path / "assessments" / "n").exists()


def test_init(tmp_path: Path) -> None:
    """Made, then unchanged; it says that git keeps everything."""
    first = run("init", "w", cwd=tmp_path)
    assert (first.returncode, "city.yaml" in first.stdout) == (0, True)
    assert "git keeps everything" in first.stderr
    second = run("init", "w", cwd=tmp_path, PIA_LANG="ja")
    assert second.returncode == 0
    assert "何も変えていません" in second.stderr
    assert run("check", "w", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("language", ["ja", "en"])
def test_status(file: Path, language: str) -> None:
    """For a person within 80 columns, and as JSON."""
    done = run("status", file, PIA_LANG=language, COLUMNS="80")
    assert done.returncode == 0
    assert "k_red_sale" in done.stdout
    document = json.loads(run("status", file, "--json").stdout)
    assert document["pia_status"] == 1
    assert document["open_required"] == ["k_level"]
    assert document["red_lines"] == [{"id": "k_red_sale", "state": "unknown", "questions": ["k_sold"]}]


def test_read_only_place(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link in the file's place: refused in one line, nothing written through it."""
    real = file.with_name("real.yaml")
    file.rename(real)
    file.symlink_to(real)
    done = run("answer", file, "--set", "k_level=counts")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert real.read_text(encoding="utf-8") == ASSESSMENT


def test_a_reader_who_leaves_early_keeps_the_file(tmp_path: Path) -> None:
    """`pia new … | head -1`: the pipe closes at the first line, and the assessment is there."""
    subprocess.run([sys.executable, "-m", "tsukuba_pia", "init", str(tmp_path)], check=True, capture_output=True)
    new = f"'{sys.executable}' -m tsukuba_pia new --title Robot --name robot --no-input --lang en | head -1"
    subprocess.run(["/bin/sh", "-c", new], check=True, capture_output=True, cwd=tmp_path)
    assert (tmp_path / "assessments" / "robot" / "assessment.yaml").is_file()
