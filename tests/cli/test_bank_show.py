"""`pia bank show`: a bank by name, version or file, shown or written; and `pia explain` in the same words."""

from pathlib import Path

import pytest

from tests.cli.terminal import run

BROKEN = """bank: parks
version: "0.1"
status: draft
prefix: prk
languages: [ja, en]
extends: core@1.0
title: {ja: 公園, en: Parks}
sections:
  - id: prk_data
    title: {ja: 情報, en: Data}
    questions:
      - id: prk_camera
        type: yes_no
        text: {ja: 撮りますか。, en: "Filmed?"}
        ask_when: {question: prk_nowhere, is: yes}
"""


@pytest.mark.parametrize(("language", "words"), [("en", "Transport and delivery"), ("ja", "移動・物流")])
def test_a_bank_is_shown_in_the_readers_language(language: str, words: str) -> None:
    """By its name: the newest version; by name and version: that one."""
    done = run("bank", "show", "transport", "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(words)
    assert run("bank", "show", "transport@1.0", "--lang", language).stdout == done.stdout


def test_a_file_is_written_and_not_over_a_persons_own(tmp_path: Path) -> None:
    """A folder gets a name that says which bank it is; what pia wrote it may write again."""
    done = run("bank", "show", "core", "--format", "html", "-o", f"{tmp_path}/", "--lang", "ja")
    page = tmp_path / "core-1.0.ja.html"
    assert (done.returncode, done.stdout) == (0, "")
    assert page.read_text("utf-8").startswith('<!DOCTYPE html>\n<html lang="ja">')
    again = tmp_path / "bank.md"
    for _ in range(2):
        assert run("bank", "show", "core", "--format", "md", "--output", again).returncode == 0
    again.write_text("my own notes", encoding="utf-8")
    assert run("bank", "show", "core", "--format", "md", "-o", again).returncode == 2
    assert again.read_text("utf-8") == "my own notes"
    assert run("bank", "show", "core", "--format", "md", "-o", again, "--force").returncode == 0


@pytest.mark.parametrize("asked", ["transprot", "transport@9.9", "nowhere.yaml", "vocabulary"])
def test_a_bank_that_is_not_there(asked: str) -> None:
    """Usage, not a bug."""
    done = run("bank", "show", asked)
    assert (done.returncode, done.stdout) == (2, "")
    assert asked in done.stderr


def test_a_bank_with_an_error_is_not_half_told(tmp_path: Path) -> None:
    """The way out is named."""
    file = tmp_path / "parks.yaml"
    file.write_text(BROKEN, encoding="utf-8")
    done = run("bank", "show", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pia check" in done.stderr


def test_explain_says_it_in_the_same_words() -> None:
    """A question and a risk stand in `explain` as they stand in the bank's document."""
    document = run("bank", "show", "transport").stdout
    for topic in ("trn_min_group", "trn_reidentification"):
        done = run("explain", topic)
        assert done.returncode == 0
        assert done.stdout.strip() in document


def test_explain_tells_what_sectors_add() -> None:
    """To a risk of core, each under the bank that adds it."""
    assert "rows that transport adds" in run("explain", "core_leak").stdout
