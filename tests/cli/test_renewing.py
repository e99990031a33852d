"""`pia new --from OLD`: the next assessment beside the one before, and what there is to do."""

from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.desk import ASSESSMENT, workspace
from tsukuba_pia.change.assessment_content import assessment_content
from tsukuba_pia.load.assessment import load_assessment_file
from tsukuba_pia.work.renewing import next_name

MORE = """\
  k_level: unknown
  k_since: {answer: unknown, asking: 事業者, by_when: 2026-11-01}
  k_masking: {answer: planned, owner: 係, due: 2026-12-01}
  k_sold: {answer: no, evidence: [evidence/a.md, evidence/b.md], evidence_until: 2026-12-31}
"""
ROUND = """\
dates: {starts_on: 2026-04-01}  # as decided
conclusion: |
  よい。

  以上。
publication: {url: "https://city.example.jp/"}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Last year's assessment."""
    text = ASSESSMENT.replace("# people's own words\n", f"# people's own words\n{ROUND}").replace("t-1", "kiosk-2026")
    file = workspace(tmp_path, text + MORE)
    (file.parent / "evidence").mkdir()
    (file.parent / "evidence" / "a.md").write_bytes(b"proof\n")
    return file


def test_a_copy_as_the_next_one(file: Path) -> None:
    """Answers and evidence are taken over, the round before stays as a comment; what is open is told first."""
    before = file.read_bytes()
    done = run("new", "--from", file.parent, cwd=file.parents[2], COLUMNS="100")
    assert done.returncode == 0, done.stderr
    place = file.parent.parent / "kiosk-2027"
    told = done.stdout[done.stdout.index("Copied") :].splitlines()
    assert told[:13] == [
        "Copied evidence files: 1",
        "What there is to do:",
        "  1. Answer (required; unknown): At which level? (k_level)",
        "  2. Answer (no answer): How many people? (k_people)",
        "  3. Answer (unknown): Since when? (k_since)",
        "  4. Answer (no answer): What for? (k_purpose)",
        "  5. Overdue since 2026-12-01 (係): Faces are masked. (k_masking)",
        "  6. No answer since 2026-11-01 from 事業者: Since when? (k_since)",
        "  7. Evidence is missing (evidence/b.md): Is it sold? (k_sold)",
        "  8. Evidence has lapsed (2026-12-31): Is it sold? (k_sold)",
        "  9. Look again at all evidence: is it still true? (2)",
        " 10. Write anew what stands as a comment: Dates, Conclusion, Publication",
        " 11. Is the title still right? It was taken over: “案内端末”. (`title` in the file, or --title)",
    ]
    assert (place / "evidence" / "a.md").read_bytes() == b"proof\n"
    assert (place / ".pia" / "assessment.schema.json").is_file()
    assert file.read_bytes() == before
    old, new = (load_assessment_file(one).assessment for one in (file, place / file.name))
    assert old is not None
    assert new is not None
    left = {key: one for key, one in assessment_content(old).items() if key not in ("dates", "conclusion")}
    assert assessment_content(new) == left | {"assessment": "kiosk-2027", "supersedes": "kiosk-2026"}


def test_the_file_keeps_its_words(file: Path) -> None:
    """Comments and layout stay where they were."""
    run("new", "--from", file, "--name", "next", "--title", "次の端末", cwd=file.parents[2])
    text = (file.parent.parent / "next" / file.name).read_text(encoding="utf-8")
    assert text.splitlines()[:16] == [
        "assessment: next",
        "format: 1",
        "language: ja",
        "title: 次の端末",
        'banks: {kiosk: "0.1"}',
        "# people's own words",
        "supersedes: kiosk-2026",
        "# kiosk-2026 のもの。書き直してください:",
        "# dates: {starts_on: 2026-04-01}  # as decided",
        "# kiosk-2026 のもの。書き直してください:",
        "# conclusion: |",
        "#   よい。",
        "#",
        "#   以上。",
        "# kiosk-2026 のもの。書き直してください:",
        '# publication: {url: "https://city.example.jp/"}',
    ]


def test_never_over_a_file(file: Path) -> None:
    """A second time, or at a place where something lies, nothing is written."""
    assert run("new", "--from", file, cwd=file.parents[2]).returncode == 0
    place = file.parent.parent / "kiosk-2027"
    (place / file.name).write_text("mine\n")
    done = run("new", "--from", file, cwd=file.parents[2])
    assert (done.returncode, done.stdout) == (2, "")
    assert "is there already; nothing was written" in done.stderr
    assert (place / file.name).read_text() == "mine\n"


def test_only_told(file: Path) -> None:
    """With `--dry-run`."""
    done = run("new", "--from", file, "--dry-run", "--lang", "ja", cwd=file.parents[2])
    assert "何も書いていません" in done.stdout
    assert list(file.parent.parent.iterdir()) == [file.parent]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--sector", "kiosk"], "come from the older assessment"),
        (["--name", "kiosk-2026"], "cannot be the next assessment's name"),
        (["--name", "../x"], "cannot be the next assessment's name"),
    ],
)
def test_what_does_not_go_together(more: list[str], says: str, file: Path) -> None:
    """One line, exit code 2, nothing made."""
    done = run("new", "--from", file, *more, cwd=file.parents[2])
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert len(list(file.parent.parent.iterdir())) == 1


def test_an_old_one_whose_bank_is_not_there(file: Path) -> None:
    """It cannot be looked at, so there is no next one yet."""
    file.write_text(file.read_text(encoding="utf-8").replace('"0.1"', '"0.9"'), encoding="utf-8")
    done = run("new", "--from", file, cwd=file.parents[2])
    assert done.returncode == 2
    assert "cannot be used yet" in done.stderr


@pytest.mark.parametrize(
    ("name", "today", "then"),
    [
        ("tsk-2026-robot", "2027-04-01", "tsk-2027-robot"),
        ("tsk-2027-robot", "2027-04-01", "tsk-2028-robot"),
        ("tsk-2020-robot", "2027-04-01", "tsk-2027-robot"),
        ("robot", "2027-04-01", "robot-2027"),
        ("robot-120260", "2027-04-01", "robot-120260-2027"),
    ],
)
def test_the_next_name(name: str, today: str, then: str) -> None:
    """This year's, and never the same."""
    assert next_name(name, today) == then
