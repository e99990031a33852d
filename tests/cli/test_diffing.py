"""`pia diff` as a person types it: what moved and why, what changed, and what stands in the way."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.city import git
from tests.work.desk import ASSESSMENT, workspace

MORE = """\
  k_level: per_person
  k_people: 20
  k_masking: {answer: implemented, owner: 係, evidence: [e.md]}
  k_sold: no
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment, committed as `v1`."""
    file = workspace(tmp_path, ASSESSMENT + MORE)
    (file.parent / "e.md").write_text("proof\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "v1")
    git(tmp_path, "tag", "v1")
    return file


def edit(file: Path, *pairs: tuple[str, str]) -> None:
    """Put each text in the place of another one."""
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def home(file: Path) -> Path:
    """The workspace."""
    return file.parents[2]


@pytest.mark.parametrize("old", ["v1", "v1:assessments/t-1", "v1:assessments/t-1/assessment.yaml", "HEAD"])
@pytest.mark.parametrize("new", ["assessments/t-1", "assessments/t-1/assessment.yaml"])
def test_ways_to_name_a_side(old: str, new: str, file: Path) -> None:
    """A revision alone or with a path; a folder, a file."""
    edit(file, ("k_sold: no", "k_sold: yes"))
    done = run("diff", old, new, "--json", cwd=home(file))
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["pia_diff"], told["old"]["assessment"]) == (1, "t-1")
    assert [(one["key"], one["old"], one["new"], one["new_line"]) for one in told["changes"]] == [
        (["answers", "k_sold", "answer"], "no", "yes", 15)
    ]
    moved = [(one["kind"], one["id"], one["before"], one["now"]) for one in told["moved"]]
    assert moved == [("red_line", "k_red_sale", "clear", "crossed")]
    assert [[cause["key"] for cause in one] for one in told["moved"][0]["causes"]] == [[["answers", "k_sold"]]]


def test_text_for_people(file: Path) -> None:
    """What moved with its causes first, then each question."""
    edit(file, ("k_level: per_person", "k_level: counts"), ("k_sold: no", "k_sold: unknown"))
    done = run("diff", "v1", "assessments/t-1", cwd=home(file), COLUMNS="100")
    assert done.stdout.splitlines() == [
        "v1:assessments/t-1 → assessments/t-1",
        "",
        "What moved, and why",
        "  The whole assessment",
        "    before safeguards: High → Low",
        "      because of At which level? (k_level): Per person → Counts",
        "  Risk k_leak  Leak",
        "    before safeguards: High → Low",
        "      because of k_level: Per person → Counts",
        "  Red line k_red_sale  It must not be sold.",
        "    not crossed → not decided",
        "      because of Is it sold? (k_sold): No → unknown",
        "",
        "What changed (2)",
        "  At which level? (k_level)",
        "    answer: Per person → Counts",
        "  Is it sold? (k_sold)",
        "    answer: No → unknown",
    ]


def test_markdown_and_japanese(file: Path) -> None:
    """For a pull request."""
    edit(file, ("evidence: [e.md]", "evidence: []"), ("title: 案内端末", "title: 案内*端末"))
    done = run("diff", "v1", "assessments/t-1", "--format", "md", "--lang", "ja", cwd=home(file))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "## v1:assessments/t\\-1 → assessments/t\\-1".replace("\\-", "-")
    assert (
        "        - 原因: 顔を消します。 (k\\_masking): 実施している(証拠、確かめた人、同意した人などが変わった)"
        in lines
    )
    assert any("案内\\*端末" in line for line in lines)


def test_evidence_that_came_or_went_is_a_cause(file: Path) -> None:
    """The words are the same; the file is not there any more, or says something else."""
    (file.parent / "e.md").unlink()
    told = json.loads(run("diff", "v1", "assessments/t-1", "--json", cwd=home(file)).stdout)
    assert {tuple(cause["key"]) for one in told["moved"] for each in one["causes"] for cause in each} == {
        ("evidence", "e.md")
    }
    (file.parent / "e.md").write_text("another proof\n")
    told = json.loads(run("diff", "v1", "assessments/t-1", "--json", cwd=home(file)).stdout)
    assert told["moved"] == []
    assert [one["key"] for one in told["changes"]] == [["evidence", "e.md"]]


def test_another_bank_of_then_is_told_by_its_place(file: Path) -> None:
    """The city's own draft went on: the row that did it is named."""
    bank = home(file) / "questionnaires" / "kiosk" / "0.1.yaml"
    edit(bank, ("at_least: 100", "at_least: 10"))
    edit(file, ("k_level: per_person", "k_level: counts"))
    told = json.loads(run("diff", "v1", "assessments/t-1", "--json", cwd=home(file)).stdout)
    assert [(one["bank"], one["changes"]) for one in told["banks"]] == [("kiosk", 1)]
    assert told["moved"] == []  # the one makes up for the other
    git(home(file), "checkout", "-q", "assessments")
    edit(
        bank,
        ("{question: k_level, is: per_person}", "{question: k_level, is: counts}"),
        ("at_least: 10}", "at_least: 900}"),
    )
    told = json.loads(run("diff", "v1", "assessments/t-1", "--json", cwd=home(file)).stdout)
    causes = {tuple(cause["key"]) for one in told["moved"] for each in one["causes"] for cause in each}
    assert causes == {("bank", "kiosk", "risks", "k_leak", "severity", "rows", "1")}


def test_nothing_changed(file: Path) -> None:
    """Layout, comments and order are nothing."""
    edit(
        file,
        ("answers:\n", "# again\nanswers:\n"),
        ("  k_sold: no\n", ""),
        ("  k_level:", "  k_sold: 'no'\n  k_level:"),
    )
    done = run("diff", "v1", "assessments/t-1", cwd=home(file))
    assert done.returncode == 0
    assert "Nothing changed but layout" in done.stdout


def test_a_my_number_is_not_echoed(file: Path) -> None:
    """Neither for people nor for programs."""
    edit(file, ("title: 案内端末", "title: 案内端末 123456789018"))
    for form in ("text", "md", "json"):
        done = run("diff", "v1", "assessments/t-1", "--format", form, cwd=home(file))
        assert done.returncode == 0
        assert "案内端末" in done.stdout
        assert "123456789018" not in done.stdout


REFUSED = {
    ("assessments/t-1", "assessments/t-1/assessment.yaml"): "are one file. To see what changed in it, name a revision",
    ("v1", "v2"): "“v1” is no assessment",
    ("v9:assessments/t-1", "assessments/t-1"): "There is no git revision “v9” here.",
    ("v1:assessments/t-9", "assessments/t-1"): "At v1 there was no assessments/t-9.",
    ("nowhere", "assessments/t-1"): "“nowhere” is no assessment",
    ("assessments/t-2", "assessments/t-1"): "assessments/t-2 cannot be scored (errors: 1).",
    ("assessments/t-3", "assessments/t-1"): "These two have no bank in common (core / kiosk)",
}


@pytest.mark.parametrize("sides", REFUSED)
def test_what_cannot_be_compared(sides: tuple[str, str], file: Path) -> None:
    """One line says why, and exit code 2; a bank version that is not there is shown with those that are."""
    for name, banks in (("t-2", '{kiosk: "0.9"}'), ("t-3", '{core: "1.0"}')):
        other = file.parent.parent / name / file.name
        other.parent.mkdir()
        other.write_text(f"assessment: {name}\nformat: 1\nlanguage: ja\ntitle: x\nbanks: {banks}\n")
    done = run("diff", *sides, cwd=home(file))
    assert (done.returncode, done.stdout) == (2, "")
    assert REFUSED[sides] in done.stderr
    assert ("PIA219" in done.stderr and "0.1" in done.stderr) == ("assessments/t-2" in sides)


def test_parts_of_an_answer_have_names_in_japanese(file: Path) -> None:
    """A reader of Japanese meets no key of the file there."""
    edit(file, ("owner: 係", "owner: 情報政策課"), ("k_kinds: [face]", "k_kinds: [face, name]"))
    done = run("diff", "v1", "assessments/t-1", "--lang", "ja", cwd=home(file))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "    責任者: 係 → 情報政策課" in lines
    assert "    回答: 顔 → 顔、氏名" in lines
