"""`pia plan` as a person types it."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.desk import ASSESSMENT, workspace
from tests.work.test_plan import MORE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment with things to do."""
    return workspace(tmp_path, ASSESSMENT + MORE)


def test_text(file: Path) -> None:
    """Overdue first, in words; what each lowers."""
    told = run("plan", "assessments/t-1", cwd=file.parents[2], COLUMNS="80").stdout
    assert told.splitlines()[:10] == [
        "Treatment plan as of 2027-01-15: to be done 4, of these overdue 1",
        "",
        "OVERDUE: 2027-01-14  統計課",
        "  To be found out: How many people? (k_people)",
        "    案内端末 · t-1/assessment.yaml:14",
        "",
        "2027-01-15  Vendor",
        "  Request: Specification",
        "    案内端末 · t-1/assessment.yaml:19",
        "",
    ]
    assert "    Lowers the level of “Leak”: High → Low\n" in told
    assert "    「漏れる」の段階が下がります: 高い → 低い\n" in run("plan", file, "--lang", "ja").stdout


def test_overdue_and_owner(file: Path) -> None:
    """Both narrow it down."""
    assert run("plan", file, "--overdue").stdout.count("assessment.yaml") == 1
    assert run("plan", file, "--owner", "vendor").stdout.count("assessment.yaml") == 1
    assert run("plan", file, "--owner", "nobody").stdout.splitlines()[0].endswith("to be done 0, of these overdue 0")


def test_the_same_file_twice_is_one_plan(file: Path) -> None:
    """Its folder and itself."""
    assert run("plan", file, file.parent).stdout == run("plan", file).stdout


def test_csv_in_a_file(file: Path) -> None:
    """With the mark; it may be written again, another's file may not."""
    content = file.read_text("utf-8").replace("{ja: 事業者, en: Vendor}", "'=HYPERLINK(1)'")
    file.write_text(content, encoding="utf-8")
    out = file.parent / "plan.csv"
    for _ in range(2):
        assert run("plan", file, "--format", "csv", "--bom", "-o", out).returncode == 0
        file.write_text(content.replace("2027-03-31", "2027-04-01"), encoding="utf-8")
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [row["Owner"] for row in rows] == ["統計課", "'=HYPERLINK(1)", "Citizens' Section", "総務課"]
    assert rows[2]["Due"] == "2027-04-01"
    out.write_text("mine", encoding="utf-8")
    assert run("plan", file, "--format", "csv", "-o", out).returncode != 0
    assert out.read_text(encoding="utf-8") == "mine"


def test_markdown_takes_no_markup(file: Path) -> None:
    """Names of people are text."""
    file.write_text(file.read_text("utf-8").replace("統計課", "a|<b>*c*"), encoding="utf-8")
    told = run("plan", file, "--format", "md").stdout
    assert "| a\\|\\<b\\>\\*c\\* |" in told
    assert told.startswith("<!-- tsukuba-pia -->\n# Treatment plan\n")


def test_calendar_says_what_it_leaves_out(file: Path) -> None:
    """What has no day, or one that the calendar does not have."""
    file.write_text(file.read_text("utf-8").replace("2027-01-14", "2027-02-31"), encoding="utf-8")
    done = run("plan", file, "--format", "ics")
    assert done.stdout.count("BEGIN:VEVENT") == 2
    assert "not in the calendar: 2" in done.stderr


def test_refusals(file: Path) -> None:
    """A format, a day and a file that there are not."""
    assert "one of text, md, csv, ics" in run("plan", file, "--format", "pdf").stderr
    assert run("plan", file, "--as-of", "2027-02-31").returncode != 0
    assert run("plan", file, file.parent / "none").returncode != 0
