"""What lies in an assessment's folder of the evidence that it lists, and which of it is worth nothing."""

from hashlib import sha256
from pathlib import Path

import pytest

from tsukuba_pia.load.evidence import LARGE, Evidence, Held, evidence_digests, evidence_of
from tsukuba_pia.model.assessment import Answer, Assessment

HEAD = "# words\nassessment: t-1\nformat: 1\nlanguage: ja\n"


def listing(*items: str) -> Assessment:
    """An assessment t-1 that lists these."""
    return Assessment("t-1", 1, "ja", "題", {}, answers={"c_a": Answer("implemented", evidence=items)})


def evidence(folder: Path, **files: str | bytes) -> Evidence:
    """What is found of files with these contents, each listed by its name."""
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return evidence_of(listing(*files), folder)


@pytest.mark.parametrize(
    "content",
    [
        "", " \n\t", "\ufeff　", "TODO", "todo\n", "未定", "未定です。\n", ".", "---", "# 試験の記録\n\n(後日記載)\n",
        "# TODO", "TBD\n\nTBD\n", "準備中。", "\ufeffTODO\r\n", b"\0\0\0",
    ],
)  # fmt: skip
def test_says_nothing(content: str | bytes, tmp_path: Path) -> None:
    """Blanks, and a word that it will be written some day."""
    assert evidence(tmp_path, one=content).missing == {"one"}


@pytest.mark.parametrize(
    "content",
    [
        "x", "12", "合格", "# 試験の記録\n合格\n", "# 契約書 第3条", "TODO: 写真を足す", "未定の項目はありません",
        b"\xff\xd8", "TODO\n" * 30, b" " * 5000 + b"x", b"\0" * (LARGE + 1),
    ],
)  # fmt: skip
def test_says_something(content: str | bytes, tmp_path: Path) -> None:
    """However little; what is no text, or is long, is for a person to judge."""
    assert evidence(tmp_path, one=content).missing == frozenset()


def test_places(tmp_path: Path) -> None:
    """Only files within the folder; an address is taken as it stands."""
    (tmp_path / "a").mkdir()
    (tmp_path / "out").write_text("out", encoding="utf-8")
    (tmp_path / "a" / "in").write_text("in", encoding="utf-8")
    (tmp_path / "a" / "link").symlink_to("in")
    (tmp_path / "a" / "way").symlink_to("../out")
    listed = listing("in", "in/", "./in", "link", "way", "../out", ".", "no", "no/", "https://", "https://x.jp")
    found = evidence_of(listed, tmp_path / "a")
    assert found.missing == {"way", "../out", ".", "no", "no/", "https://"}
    assert found.alike == {"in": "./in", "in/": "./in", "link": "./in"}


def test_copies(tmp_path: Path) -> None:
    """Files that say the same are one, by the first of their names; long ones to the last byte, not by length alone."""
    found = evidence(tmp_path, c="one", b="one", a="two", d="three", e="\ufeffone", f="o ne\r\n", g="\0one")
    assert found.alike == {"c": "b", "f": "b", "g": "b"}
    long = "x" * 5000
    assert evidence(tmp_path, c=long, b=long, a=f"{long[1:]}y", d=f"{long}x").alike == {"c": "b"}
    assert Evidence().alike == {}


def test_unreadable(tmp_path: Path) -> None:
    """What cannot be read is nothing else's copy."""
    held = {name: Held(str(tmp_path / name), 4, own=False) for name in "ab"}
    assert Evidence(files=held).alike == {}


@pytest.mark.parametrize(
    ("content", "own"),
    [
        (HEAD, True), (HEAD.replace("\n", "\r\n"), True), (f"見てください\n```yaml\n{HEAD}```\n", True),
        ("sign_off: 't-1'\noutcome: refused\n", True), ('language: ja\nassessment : "t-1" # x\n', True),
        (HEAD.replace("t-1", "t-12"), False), (HEAD.replace("t-1", "t-"), False),
        ("comment_window: c1\nformat: 1\nassessment: t-1\n", False),
        ("t-1 language: ja", False), (f"{'x' * 5000}\n{HEAD}", False),
    ],
)  # fmt: skip
def test_the_assessment_by_another_name(content: str, own: bool, tmp_path: Path) -> None:
    """Its own words say so; a note that only names it is evidence."""
    assert evidence(tmp_path, report=content).files["report"].own is own


def test_digests(tmp_path: Path) -> None:
    """Of every file; None of one that is missing, and no address."""
    (tmp_path / "a").write_text("proof", encoding="utf-8")
    (tmp_path / "b").write_text("TODO", encoding="utf-8")
    digest = sha256(b"proof").hexdigest()
    assert evidence_digests(listing("a", "b", "c", "https://x.jp"), tmp_path) == {"a": digest, "b": None, "c": None}
