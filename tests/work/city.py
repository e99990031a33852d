"""A city's workspace under git, with one bank of its own."""

import subprocess
from pathlib import Path

BANK = """\
bank: lib
version: "1.0"
status: published
prefix: lib
languages: [ja, en]
title: {ja: 図書館, en: Library}
extends: core@1.0
sections:
  - id: lib_use
    title: {ja: 利用, en: Use}
    questions:
      - id: lib_loans
        type: choice
        text:
          ja: 貸出の履歴を残しますか。
          en: Are loans kept?
          ja-x-easy: 残しますか。
        help: {ja: 画面を見る。, en: Look at the screen.}
        options:
          - {id: none, label: {ja: 残さない, en: "No"}}
          - {id: kept, label: {ja: 残す, en: "Yes"}}
risks:
  - id: lib_exposed
    title: {ja: 読書が知られる, en: Reading becomes known}
    severity:
      base: limited
      rows: [{level: maximum, when: {question: lib_loans, is: kept}, because: {ja: 残る, en: It is kept}}]
    likelihood: {base: limited}
"""


def git(folder: Path, *arguments: str) -> str:
    """One command of git, by somebody."""
    who = ("-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.strip()


def commit(folder: Path, name: str) -> None:
    """Everything as it is now, under a tag."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", name)
    git(folder, "tag", name)


def city(folder: Path, bank: str = BANK) -> Path:
    """The workspace; the bank's file, committed as `v1`."""
    file = folder / "questionnaires" / "lib" / "1.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(bank, encoding="utf-8")
    (folder / "city.yaml").write_text("city: 架空市\n", encoding="utf-8")
    git(folder, "init", "-q")
    commit(folder, "v1")
    return file


def edit(file: Path, *pairs: tuple[str, str], to: Path | None = None) -> Path:
    """Change a file, or a copy of it."""
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    (to or file).write_text(text, encoding="utf-8")
    return to or file
