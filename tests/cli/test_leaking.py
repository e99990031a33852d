"""`pia render` leaves no public file in which a withheld text can be read (PIA616)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.work.desk import ASSESSMENT, DAY, workspace
from tsukuba_pia.cli.main import run

Rendering = Callable[..., tuple[int, str, str]]

NOTE = "夜間は警備員が一人だけで南門を見ている"
WITHHELD = "withheld: {reason: security, exemption: x, approved_by: 市長, until: 2028-03-31}"
HIDDEN = f"  k_level: {{answer: counts, note: {NOTE}, {WITHHELD}}}\n"
TEAM = f"team: [{{role: reviewer, name: 田中 花子, post: 主査, {WITHHELD}}}]\n"


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rendering:
    """Exit code, output, what was said."""
    monkeypatch.setenv("PIA_LANG", "en")

    def made(file: Path, *more: str) -> tuple[int, str, str]:
        code = run(["render", str(file), "--draft", "--as-of", DAY, *more])
        told = capsys.readouterr()
        return code, told.out, told.err

    return made


def test_what_stands_nowhere_else_is_written(rendered: Rendering, tmp_path: Path) -> None:
    """Nothing withheld is in it."""
    file = workspace(tmp_path, ASSESSMENT + HIDDEN + TEAM)
    for form in ("html", "md", "json"):
        code, out, said = rendered(file, "--format", form, "-o", "-")
        assert (code, NOTE in out, "田中" in out) == (0, False, False), said
        assert len(out) > 1000


@pytest.mark.parametrize(("form", "more", "field"), [
    ("pdf", f"conclusion: これは{NOTE}。\n", "answers.k_level.note"),
    ("html", f"conclusion: これは{NOTE}。\n", "answers.k_level.note"),
    ("md", f"conclusion: これは{NOTE}。\n", "answers.k_level.note"),
    ("json", "conclusion: 担当は田中花子である。\n", "team.0.name"),
])  # fmt: skip
def test_a_second_copy_is_refused(rendered: Rendering, tmp_path: Path, form: str, more: str, field: str) -> None:
    """By its field, never by its words; what lay there before is whole."""
    if form == "pdf":
        pytest.importorskip("weasyprint", reason="PDF needs the extra [pdf]", exc_type=ImportError)
    file = workspace(tmp_path, ASSESSMENT + HIDDEN + TEAM)
    target = tmp_path / "page"
    assert rendered(file, "--format", form, "-o", str(target))[0] == 0
    before = target.read_bytes()
    file.write_text(ASSESSMENT + HIDDEN + TEAM + more, encoding="utf-8")
    for place in [str(target), str(tmp_path / "new"), "-"][: 1 if form == "pdf" else 3]:  # pages take their time
        code, out, said = rendered(file, "--format", form, "-o", place)
        assert (code, out) == (1, ""), said
        assert "PIA616" in said
        assert field in said
        assert NOTE not in said
        assert "田中" not in said
    assert target.read_bytes() == before
    assert not (tmp_path / "new").exists()


def test_a_name_of_two_letters_is_sought_too(rendered: Rendering, tmp_path: Path) -> None:
    """Many people have one."""
    team = TEAM.replace("田中 花子", "森 茜")
    file = workspace(tmp_path, f"{ASSESSMENT}{team}conclusion: 担当は森茜である。\n")
    code, _, said = rendered(file, "-o", "-")
    assert (code, "team.0.name" in said) == (1, True), said


def test_colleagues_may_read_it(rendered: Rendering, tmp_path: Path) -> None:
    """What is internal is not searched."""
    file = workspace(tmp_path, ASSESSMENT + HIDDEN + TEAM + f"conclusion: これは{NOTE}。\n")
    code, out, said = rendered(file, "--audience", "internal", "--format", "md", "-o", "-")
    assert (code, NOTE in out) == (0, True), said


def test_a_section_is_named_by_what_stands_in_it(rendered: Rendering, tmp_path: Path) -> None:
    """Also where an answer is short and `withheld` stands at its section alone."""
    more = f"withheld: {{k_use: {{{WITHHELD.partition('{')[2]}}}\nconclusion: これは{NOTE}。\n"
    file = workspace(tmp_path, f"{ASSESSMENT}  k_purpose: {NOTE}\n{more}")
    code, _, said = rendered(file, "-o", "-")
    assert code == 1
    assert "answers.k_purpose.answer" in said


def test_the_name_of_the_file_is_read_too(rendered: Rendering, tmp_path: Path) -> None:
    """It is public as well."""
    file = workspace(tmp_path, ASSESSMENT + HIDDEN)
    code, _, said = rendered(file, "-o", str(tmp_path / f"{NOTE}.html"))
    assert code == 1
    assert "PIA616" in said
    assert not list(tmp_path.glob("*.html"))
