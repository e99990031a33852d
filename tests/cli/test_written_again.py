"""What pia wrote it may write again; what people wrote it leaves alone."""

from pathlib import Path

import pytest

from tests.work.desk import ASSESSMENT, DAY, workspace
from tsukuba_pia.cli.main import run
from tsukuba_pia.export.formats import exporters
from tsukuba_pia.report.kinds import KINDS


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", [name for name, one in exporters().items() if one.press is None])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_report_is_written_again(
    tmp_path: Path, form: str, kind: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every format and kind, when the assessment says something else now."""
    if form == "json" and kind != "full":
        pytest.skip("the whole report is the only kind that JSON has")
    monkeypatch.setenv("PIA_LANG", language)
    file = workspace(tmp_path, ASSESSMENT)
    order = ["render", str(file), "--draft", "--as-of", DAY, "--format", form, "--kind", kind, "-o", f"{tmp_path}/page"]
    assert run(order) == 0
    before = (tmp_path / "page").read_bytes()
    file.write_text(ASSESSMENT.replace("title: 案内端末", "title: 案内ロボット"), encoding="utf-8")
    assert run(order) == 0
    assert (tmp_path / "page").read_bytes() != before


def test_a_pdf_is_written_again(tmp_path: Path) -> None:
    """It names its maker in what is packed."""
    pytest.importorskip("weasyprint", reason="PDF needs the extra [pdf]", exc_type=ImportError)
    file = workspace(tmp_path, ASSESSMENT)
    page = tmp_path / "page.pdf"
    order = ["render", str(file), "--draft", "--as-of", DAY, "--format", "pdf", "--kind", "notice", "-o", str(page)]
    for title in ("案内端末", "案内ロボット"):
        file.write_text(ASSESSMENT.replace("title: 案内端末", f"title: {title}"), encoding="utf-8")
        assert run(order) == 0


@pytest.mark.parametrize("form", ["text", "md", "csv", "ics"])
def test_a_plan_is_written_again(tmp_path: Path, form: str) -> None:
    """In every format."""
    file = workspace(tmp_path, ASSESSMENT)
    for title in ("案内端末", "案内ロボット"):
        file.write_text(ASSESSMENT.replace("title: 案内端末", f"title: {title}"), encoding="utf-8")
        assert run(["plan", str(file), "--as-of", DAY, "--format", form, "-o", f"{tmp_path}/plan"]) == 0


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_a_bank_is_written_again(tmp_path: Path, form: str) -> None:
    """In every format."""
    file = tmp_path / "bank"
    for language in ("ja", "en"):
        order = ["bank", "show", "open-hub", "--format", form, "-o", str(file), "--lang", language]
        assert run(order) == 0


@pytest.mark.parametrize(
    "theirs",
    [
        "# 私のメモ\n", "<p>Made by hand</p>\n", "", "My notes about tsukuba-pia\n\nTo be read.\n",
        '{"$schema": "https://json-schema.org/draft/2020-12/schema"}\n', '{"name": "tsukuba-pia"}\n', "{broken\n",
        "<!doctype html><title>City</title><p>We use tsukuba-pia</p>\n",
        '<!doctype html><title>City</title><meta name="generator" content="WordPress"><p>Made with pia 0.1.0</p>\n',
        f"<!doctype html>{' ' * 3000}<meta name=\"generator\" content=\"tsukuba-pia 0.1.0\">\n",
        "# Notes\n\nWe use pia 0.1 for this.\n", "# Notes\n\nMade with pia 0.1.0\n", "pia\ntsukuba-pia 0.1.0\n",
        "# Notes\n\ntsukuba-pia 0.1.0 is what we use.\n", "tsukuba-pia 0.1.0\n", "tsukuba-pia 0.1.0\n\nNotes\n",
        '{"pia_report": "my own notes"}\n', '{"pia_report": 1, "tool": "mine"}\n', f"{{\"a\":{'[' * 100_000}\n",
        "Notes on the plan (tsukuba-pia)\n", "<!-- tsukuba-pia --> Notes\n", "%PDF-1.7\ntsukuba-pia pia 0.1.0\n",
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Mine//EN\nPRODID:-//tsukuba-pia//pia plan//EN\n",
    ],
)  # fmt: skip
def test_what_people_wrote_is_left(tmp_path: Path, theirs: str) -> None:
    """Without a word of its maker, or where it only speaks of it."""
    page = tmp_path / "page"
    page.write_text(theirs, encoding="utf-8")
    assert run(["render", str(workspace(tmp_path, ASSESSMENT)), "--draft", "--as-of", DAY, "-o", str(page)]) == 2
    assert page.read_text(encoding="utf-8") == theirs
