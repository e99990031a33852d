"""`pia check --fix` and `--diff` as a person, an editor and a CI call them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import environment, run
from tests.work.desk import ASSESSMENT, BANK, workspace
from tsukuba_pia import files
from tsukuba_pia.cli import checking

WRONG = ASSESSMENT.replace("title:", "titel:").replace("k_personal: yes", "k_persnal: yes").replace("[face]", "[Face]")


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    """An assessment with slips of the hand."""
    return workspace(tmp_path, WRONG)


def test_check_says_what_can_be_mended(file: Path) -> None:
    """In words beside the finding, in their number, and for programs as changes."""
    text = run("check", file)
    assert "`--fix` does it." in text.stdout
    assert "1 of them can be mended: `pia check --fix`" in text.stdout
    assert (
        "PIA101 The key “titel” is not known here. [--fix]" in run("check", file, "--output-format", "concise").stdout
    )
    found = json.loads(run("check", file, "--output-format", "json").stdout)["findings"]
    change = {"line": 4, "column": 1, "end_line": 4, "end_column": 6, "text": "title"}
    assert [one["fix"] for one in found if "fix" in one] == [[change]]
    again = run("check", file, "--output-format", "json").stdout  # from what is remembered
    assert json.loads(again)["findings"] == found


def test_suggestions_of_other_formats(file: Path) -> None:
    """SARIF counts characters, rdjson bytes."""
    file.write_text(ASSESSMENT.replace("k_kinds: [face]", "k_kinds: [ｆａｃｅ, Name]"), encoding="utf-8")
    result = json.loads(run("check", file, "--output-format", "sarif").stdout)["runs"][0]["results"]
    fixes = [one["fixes"][0]["artifactChanges"][0]["replacements"][0] for one in result if "fixes" in one]
    region = {"startLine": 11, "startColumn": 13, "endLine": 11, "endColumn": 17}
    assert fixes[0] == {"deletedRegion": region, "insertedContent": {"text": "face"}}
    told = json.loads(run("check", file, "--output-format", "rdjson").stdout)["diagnostics"]
    ends = [one["suggestions"][0]["range"]["end"]["column"] for one in told if "suggestions" in one]
    assert ends[0] == 13 + 4 * 3


def test_it_is_shown_first(file: Path) -> None:
    """A diff that changes nothing; 1 as long as something would change."""
    done = run("check", "--diff", file)
    assert done.returncode == 1
    assert "-titel: 案内端末\n+title: 案内端末\n" in done.stdout
    assert "3 would be mended in 1 file" in done.stderr
    assert file.read_text(encoding="utf-8") == WRONG
    file.write_text(ASSESSMENT, encoding="utf-8")
    sound = run("check", "--diff", file)
    assert (sound.returncode, sound.stdout) == (0, "")


def test_it_is_mended_and_what_is_left_is_told(file: Path) -> None:
    """What counts from now on is said; the second time there is nothing to do."""
    file.write_text(WRONG + "  k_nowhere: yes\n", encoding="utf-8")
    done = run("check", "--fix", file)
    assert file.read_text(encoding="utf-8") == ASSESSMENT + "  k_nowhere: yes\n"
    assert "3 mended in 1 file" in done.stderr
    assert "the answer to k_persnal counts from now on, as the answer to k_personal" in done.stderr
    assert (done.returncode, done.stdout.count("PIA401"), "can be mended" in done.stdout) == (1, 1, False)
    again = run("check", "--fix", file)
    assert "Nothing was found that can be mended." in again.stderr
    assert again.stdout == done.stdout


def test_a_folder_with_its_bank(file: Path) -> None:
    """Both, each in its own file, also what was told only when the bank was sound; Japanese."""
    bank = file.parents[2] / "questionnaires" / "kiosk" / "0.1.yaml"
    bank.write_text(BANK.replace("question: k_level", "question: k_levle"), encoding="utf-8")
    file.write_text(ASSESSMENT.replace("[face]", "[Face]"), encoding="utf-8")
    done = run("check", "--fix", cwd=file.parents[2], PIA_LANG="ja")
    assert (bank.read_text(encoding="utf-8"), file.read_text(encoding="utf-8")) == (BANK, ASSESSMENT)
    assert "件を直しました" in done.stderr


def test_what_an_editor_pipes_in_comes_out_mended(file: Path) -> None:
    """The text on standard output, and nothing else; the findings beside it."""
    command = [sys.executable, "-m", "tsukuba_pia", "check", "--fix", "-", "--stdin-filename", str(file)]
    raw = WRONG.replace("\n", "\r\n").encode()
    done = subprocess.run(command, input=raw, capture_output=True, env=environment(), check=False)
    assert done.stdout == ASSESSMENT.replace("\n", "\r\n").encode()
    assert b"PIA429" in done.stderr
    assert file.read_text(encoding="utf-8") == WRONG


def test_a_published_bank_is_left_alone(file: Path) -> None:
    """And why is said."""
    bank = file.parents[2] / "questionnaires" / "kiosk" / "0.1.yaml"
    text = BANK.replace("status: draft", "status: published").replace("question: k_level", "question: k_levle")
    bank.write_text(text, encoding="utf-8")
    done = run("check", "--fix", bank)
    assert "a published version never changes" in done.stderr
    assert bank.read_text(encoding="utf-8") == text
    assert "--fix" not in run("check", bank).stdout


def test_what_is_released_meanwhile_is_left_alone(file: Path) -> None:
    """Also where what was found before is remembered."""
    bank = file.parents[2] / "questionnaires" / "kiosk" / "0.1.yaml"
    text = BANK.replace("question: k_level", "question: k_levle")
    bank.write_text(text, encoding="utf-8")
    run("check", bank)
    (bank.parents[1] / "released.sha256").write_text(f"{'0' * 64}  kiosk/0.1.yaml\n", encoding="utf-8")
    run("check", "--fix", bank)
    assert bank.read_text(encoding="utf-8") == text


def test_links_and_modes(file: Path) -> None:
    """A link is not written through; the file's mode stays."""
    link = file.parents[1] / "t-2" / "assessment.yaml"
    link.parent.mkdir()
    link.symlink_to(file)
    done = run("check", "--fix", link)
    assert "it is a link" in done.stderr
    assert file.read_text(encoding="utf-8") == WRONG
    file.chmod(0o640)
    run("check", "--fix", file)
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_file_that_changes_meanwhile_keeps_what_was_written(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are mended, and it is said."""
    other = file.parents[1] / "t-2" / "assessment.yaml"
    other.parent.mkdir()
    other.write_text(WRONG, encoding="utf-8")
    monkeypatch.setenv("PIA_LANG", "en")
    save = files.save

    def late(path: Path, content: bytes, expected: bytes | None) -> None:
        if path == file:
            path.write_text(f"{WRONG}# somebody else\n", encoding="utf-8")
        save(path, content, expected)

    monkeypatch.setattr("tsukuba_pia.cli.mending.save", late)
    assert checking.run([str(file.parents[1])], fix=True) == 2
    assert file.read_text(encoding="utf-8") == f"{WRONG}# somebody else\n"
    assert other.read_text(encoding="utf-8") == ASSESSMENT
    assert "changed" in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(file: Path) -> None:
    """Said, and 2."""
    file.parent.chmod(0o500)
    done = run("check", "--fix", file)
    file.parent.chmod(0o700)
    assert done.returncode == 2


def test_a_baseline_hides_from_mending_too(file: Path, tmp_path: Path) -> None:
    """What is not told is not mended."""
    known = tmp_path / "baseline.json"
    wrong = WRONG.replace("titel:", "title:")
    file.write_text(wrong, encoding="utf-8")
    run("check", "--write-baseline", known, file)
    done = run("check", "--fix", "--baseline", known, file)
    assert file.read_text(encoding="utf-8") == wrong
    assert done.returncode == 0


def test_hostile_texts(file: Path) -> None:
    """Neither the diff nor the talk obeys what a file says."""
    file.write_text(WRONG.replace("案内端末", '"\\e[31m [bold] \u202b"'), encoding="utf-8")
    for flag in ("--diff", "--fix"):
        done = run("check", flag, file)
        assert "\x1b" not in done.stdout + done.stderr


def test_the_page_says_that_it_is_mended() -> None:
    """Of every rule that mends, and of no other."""
    assert "pia check --fix" in run("explain", "PIA101").stdout
    assert "pia check --fix" in run("explain", "PIA401", PIA_LANG="ja").stdout
    assert "pia check --fix" not in run("explain", "PIA102").stdout
