"""`pia bank diff`, `pia bank release` and `pia check --against` as a person types them."""
# ruff: noqa: E501 - messages as a person sees them

import json
from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.golden import ROOT
from tests.work.city import BANK, city, commit, edit
from tsukuba_pia.change.released import FILE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A published bank, committed as `v1`, with an option renamed since."""
    bank = city(tmp_path)
    edit(bank, ("id: kept", "id: stored"), ("残す,", "残しておく,"))
    return bank


WAYS = ["v1", "v1:lib", "v1:lib@1.0", "v1:questionnaires/lib/1.0.yaml", "HEAD"]


@pytest.mark.parametrize("old", WAYS)
@pytest.mark.parametrize("new", ["lib", "lib@1.0", "questionnaires/lib/1.0.yaml"])
def test_ways_to_name_a_side(old: str, new: str, file: Path) -> None:
    """A revision alone, with a bank, with a version, with a path; a bank, a version, a file."""
    done = run("bank", "diff", old, new, "--json", cwd=file.parents[2])
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert (told["name"], told["weight"], told["version_says"], told["fits"]) == ("lib", "major", "patch", False)


def test_a_revision_may_be_the_new_side(file: Path) -> None:
    """What came between two revisions, or what has to be put back."""
    commit(file.parents[2], "v2")
    done = run("bank", "diff", "v1:lib", "v2", "--json", cwd=file.parents[2])
    assert json.loads(done.stdout)["weight"] == "major"
    assert run("bank", "diff", "lib", "v2", cwd=file.parents[2]).returncode == 0


def test_text_for_people(file: Path) -> None:
    """What it comes to, then the node, the change with its reason, and both values."""
    done = run("bank", "diff", "v1", "lib", cwd=file.parents[2], COLUMNS="100")
    assert done.stdout.splitlines() == [
        "lib 1.0 → 1.0  (v1:lib@1.0 → questionnaires/lib/1.0.yaml)",
        "MAJOR change (1 major, 1 minor).",
        "The version is the same (1.0): a published version does not change. Put the change into a new",
        "version.",
        "",
        "Question lib_loans  Are loans kept?",
        "  MAJOR  options.kept [gone]: is gone; what assessments say of it loses its place (line 21 of the",
        "    old file)",
        "      - Yes",
        "  minor  options.stored [new]: is new (line 21)",
        "      + Yes",
    ]


def test_text_in_japanese(file: Path) -> None:
    """The same, in the words of a city office."""
    done = run("bank", "diff", "v1", "lib", "--lang", "ja", cwd=file.parents[2], COLUMNS="100")
    assert "互換性のない変更(MAJOR)です(MAJOR 1 件、MINOR 1 件)。" in done.stdout
    assert "質問 lib_loans  貸出の履歴を残しますか。" in done.stdout
    assert "+ 残しておく" in done.stdout


def test_markdown_shows_texts_as_they_are(file: Path) -> None:
    """For a pull request: nothing that a bank says becomes a link, an image or a tag."""
    edit(file, ("Are loans kept?", "Are <b>loans</b> *kept* ![x](y)?"))
    done = run("bank", "diff", "v1", "lib", "--format", "markdown", cwd=file.parents[2])
    assert done.stdout.startswith("## lib 1.0")
    assert "+ Are \\<b\\>loans\\</b\\> \\*kept\\* \\!\\[x\\](y)?" in done.stdout


def test_json_has_places_and_values(file: Path) -> None:
    """For programs: a version of the form, and what stood where."""
    done = run("bank", "diff", "v1", "lib", "--format", "json", cwd=file.parents[2])
    told = json.loads(done.stdout)
    assert told["pia_bank_diff"] == 1
    assert told["old"]["digest"] != told["new"]["digest"]
    gone = next(one for one in told["changes"] if one["what"] == "removed")
    assert gone | {"old": None} == {
        "key": ["questions", "lib_loans", "options", "kept"], "kind": "questions.*.options.*", "language": None,
        "what": "removed", "weight": "major", "reason": "removed", "old": None, "new": None, "old_line": 21, "new_line": None,
        "why": "is gone; what assessments say of it loses its place",
    }  # fmt: skip


def test_nothing_changed(file: Path) -> None:
    """Layout and comments are nothing."""
    done = run("bank", "diff", "lib", "lib@1.0", cwd=file.parents[2])
    assert (done.returncode, done.stdout.splitlines()[1]) == (0, "Nothing changed but layout and comments.")


def test_a_minor_version_that_keeps_its_promise(file: Path) -> None:
    """Ends with 0; one that does not ends with 1 and says so."""
    file.write_text(BANK, encoding="utf-8")
    new = edit(file, ('"1.0"', '"1.1"'), ("残す,", "残しておく,"), to=file.with_name("1.1.yaml"))
    assert run("bank", "diff", "lib@1.0", "lib", cwd=file.parents[2]).returncode == 0
    edit(new, ("base: limited\n", "base: negligible\n"))
    done = run("bank", "diff", "lib@1.0", "lib", cwd=file.parents[2])
    assert done.returncode == 1
    assert "The version says a minor change (1.0 → 1.1); this one needs the next major version." in " ".join(
        done.stdout.split()
    )
    assert "severity.base [changed]: the level falls" in done.stdout


@pytest.mark.parametrize(("old", "new", "said"), [
    ("nope", "lib", "“nope” is no file, no bank"), ("lib", "nope", "“nope” is no file, no bank"),
    ("nope:lib", "lib", "no git revision “nope”"), ("v1:nope", "lib", "At v1 there was no nope"),
    ("lib@7.0", "lib", "has no version 7.0; there are 1.0"), ("core", "lib", "bank core and bank lib"),
    ("vocabulary", "lib", "vocabulary japan and bank lib"), ("v1:city.yaml", "lib", "cannot be compared"),
    ("city.yaml", "lib", "cannot be compared"),
])  # fmt: skip
def test_sides_that_cannot_be_compared(old: str, new: str, said: str, file: Path) -> None:
    """One sentence that says what there is; exit code 2; both languages."""
    done = run("bank", "diff", old, new, cwd=file.parents[2])
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    told = run("bank", "diff", old, new, "--lang", "ja", cwd=file.parents[2])
    assert told.returncode == 2
    assert any("ぁ" <= one <= "ん" for one in told.stderr)


def test_a_side_that_cannot_be_read_says_why(file: Path) -> None:
    """With the line at which reading ended, in the old text."""
    edit(file, ("bank: lib", "bank: [lib"))
    commit(file.parents[2], "broken")
    file.write_text(BANK, encoding="utf-8")
    done = run("bank", "diff", "broken", "lib", cwd=file.parents[2])
    assert done.returncode == 2
    assert "broken:lib@1.0:2:" in done.stderr
    assert "PIA010" in done.stderr


def test_outside_of_git(tmp_path: Path) -> None:
    """Files are compared without git; a revision needs it."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(BANK, encoding="utf-8")
    limits = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    assert run("bank", "diff", "a.yaml", "b.yaml", cwd=tmp_path, **limits).returncode == 0
    done = run("bank", "diff", "v1:a.yaml", "b.yaml", cwd=tmp_path, **limits)
    assert done.returncode == 2
    assert "no git repository" in done.stderr


def test_check_against(file: Path) -> None:
    """One run tells it all, and fails."""
    edit(file, ("読書が知られる", "読書が人に知られる"))
    done = run("check", "questionnaires", "--against", "v1", cwd=file.parents[2])
    assert done.returncode == 1
    assert {"PIA305", "PIA306", "PIA307", "PIA309"} <= {word for word in done.stdout.split() if word.startswith("PIA")}
    done = run("check", "questionnaires", "--against", "nope", cwd=file.parents[2])
    assert (done.returncode, done.stdout) == (2, "")
    assert "fetch-depth" in done.stderr


def test_check_against_in_a_folder_without_banks(file: Path) -> None:
    """Nothing versioned lies there: checked as always."""
    assert run("check", "city.yaml", "--against", "v1", cwd=file.parents[2]).returncode == 0


def test_release(file: Path) -> None:
    """What does not check clean is not recorded; what is recorded stays."""
    done = run("bank", "release", "lib", cwd=file.parents[2])
    assert done.returncode == 2
    assert "questionnaires/lib/1.0.yaml was not recorded" in done.stderr
    assert not (file.parent.parent / FILE).exists()
    assert run("bank", "release", "nope", cwd=file.parents[2]).returncode == 2


def test_our_own_record_is_read() -> None:
    """And every published version of ours is as it was published."""
    done = run("check", ROOT / "questionnaires" / FILE)
    assert done.returncode == 0, done.stdout
