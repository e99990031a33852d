"""Two people change one assessment: what does not touch goes together, what does is marked, nothing is chosen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.terminal import environment, run
from tests.golden import ROOT
from tests.work.desk import ASSESSMENT, workspace
from tsukuba_pia.model.assessment import Answer, AnswerValue
from tsukuba_pia.work.against_git import merged_by_lines
from tsukuba_pia.work.merging import MARKS, Merged, merge
from tsukuba_pia.yaml_edit import append_item, set_answer
from tsukuba_pia.yaml_source import parse

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git")

ANSWERED = ASSESSMENT + "  k_level: counts\n  k_people: 10\n"
BASE = (
    ANSWERED
    + """
data:
  - {id: trips, name: 利用の記録}
  - id: faces
    name: 顔
consultations:
  - {who: 町内会, how: meeting}
service:
  purpose: 案内
  owner: 課長
"""
)


PEOPLE = "  k_people: 10\n"
LEVEL = "k_level: counts"


def merged(ours: str, theirs: str, base: str = BASE) -> Merged:
    """What comes of two versions."""
    return merge(base.encode(), ours.encode(), theirs.encode(), merged_by_lines)


def data_of(text: str) -> Any:  # noqa: ANN401 - plain data
    """What a text says."""
    source = parse(text.encode(), "a")
    assert not source.diagnostics
    return source.data


def sides(text: str) -> tuple[str, str]:
    """A text with marks, once as ours has it and once as theirs."""
    first, middle, last = MARKS
    found: tuple[list[str], list[str]] = ([], [])
    here = (0, 1)
    for line in text.splitlines(keepends=True):
        if (word := line.rstrip()) in MARKS:
            here = {first: (0,), middle: (1,), last: (0, 1)}[word]  # type: ignore[assignment]
            continue
        for side in here:
            found[side].append(line)
    return "".join(found[0]), "".join(found[1])


@pytest.mark.parametrize(("ours", "theirs"), [
    (("k_level: counts", "k_level: per_person"), ("k_people: 10", "k_people: 12  # counted")),
    ((PEOPLE, f"{PEOPLE}  # mine\n  k_sold: no\n"), (PEOPLE, f"{PEOPLE}  k_since: 2027-01-01\n")),
    (("    name: 顔\n", "    name: 顔\n  - {id: logs, name: 記録}\n"), ("    name: 顔\n", "    name: 顔画像\n")),
    (("meeting}\n", "meeting}\n  - {who: 議会}\n"), ("meeting}\n", "meeting}\n  # heard\n  - {who: 学校}\n")),
    (("  owner: 課長\n", "  owner: 課長\nconclusion: はい\n"), ("  owner: 課長\n", "  owner: 課長\n  unit: 観光課\n")),
    (("  purpose: 案内\n", ""), ("  owner: 課長", "  owner: 部長")),
])  # fmt: skip
def test_what_does_not_touch_goes_together(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    """Where git sees one place, both changes are there, with people's comments; the other way round, too."""
    texts = [BASE.replace(*one) for one in (ours, theirs)]
    assert not merged_by_lines(BASE, *texts)[1] or ours[1] == ""
    done, turned = merged(*texts), merged(*reversed(texts))
    assert (done.conflicts, done.by_lines) == (turned.conflicts, turned.by_lines) == ((), False)
    base, one, other = (set(text.splitlines()) for text in (BASE, *texts))
    for text in (done.text, turned.text):
        assert set(text.splitlines()) == (base & one & other) | ((one | other) - base)
        data_of(text)


@pytest.mark.parametrize(("ours", "theirs", "name"), [
    ((LEVEL, "k_level: per_person"), (LEVEL, "k_level: unknown"), ("answers", "k_level")),
    ((LEVEL, "k_level: {answer: counts, note: 台帳}"), (LEVEL, "k_level: per_person"), ("answers", "k_level")),
    (("  k_people: 10\n", ""), ("k_people: 10", "k_people: 11"), ("answers", "k_people")),
    (("    name: 顔\n", "    name: 顔画像\n"), ("    name: 顔\n", "    name: 顔写真\n"), ("data", "faces")),
    (("purpose: 案内", "purpose: 広告"), ("purpose: 案内", "purpose: 警備"), ("service", "purpose")),
    (("title: 案内端末", "title: 端末"), ("title: 案内端末", "title: 案内"), ("title",)),
])  # fmt: skip
def test_what_both_changed_is_for_a_person(
    ours: tuple[str, str], theirs: tuple[str, str], name: tuple[str, ...]
) -> None:
    """Marked where it stands, both versions whole; nothing else is marked, and nothing is chosen."""
    texts = [BASE.replace(*one) for one in (ours, theirs)]
    done = merged(*texts)
    assert (done.conflicts, done.by_lines) == ((name,), False)
    assert sides(done.text) == tuple(texts)
    assert parse(done.text.encode(), "a").diagnostics, "pia check finds the marks"


def test_details_of_one_answer_belong_together() -> None:
    """Lines far enough apart for git: verified by one, its evidence taken away by the other. That is for a person."""
    base = BASE + "x: 1\n"
    long = (
        "  k_masking:\n    answer: implemented\n    owner: 課長\n    note: 済\n    evidence:\n      - evidence/a.md\n"
    )
    base = base.replace("  k_people: 10\n", f"  k_people: 10\n{long}")
    ours = base.replace("answer: implemented", "answer: verified")
    theirs = base.replace("    evidence:\n      - evidence/a.md\n", "")
    assert merged_by_lines(base, ours, theirs)[1]
    assert merged(ours, theirs, base).conflicts == (("answers", "k_masking"),)


def test_one_said_something_and_the_other_only_commented() -> None:
    """The same answer: the value of one, the comment of the other."""
    base = BASE.replace("  k_people: 10\n", "  # how many?\n  #\n  k_people: 10\n")
    done = merged(base.replace("k_people: 10", "k_people: 11"), base.replace("# how many?", "# ask the unit"), base)
    assert not done.conflicts
    assert "  # ask the unit\n  #\n  k_people: 11\n" in done.text


@pytest.mark.parametrize("broken", ["answers: [\n", "a: 1\na: 2\n", "- no\n- mapping\n"])
def test_what_cannot_be_looked_into_is_merged_by_lines(broken: str) -> None:
    """As git does it, and said so."""
    done = merged(broken, BASE + "# more\n")
    assert done.by_lines
    assert done.text == merged_by_lines(BASE, broken, BASE + "# more\n")[0]


def test_a_file_that_both_made() -> None:
    """There was none before: what is the same stands once, what is not is marked."""
    done = merged(BASE, BASE.replace("k_level: counts", "k_level: per_person"), "")
    assert done.conflicts == (("answers", "k_level"),)


def test_remarks_that_stand_by_themselves_are_nobody_s() -> None:
    """Each takes another of the commented examples of a new assessment into use."""
    base = BASE.replace("\ndata:", "\n# Heard.\n#opinions:\n#  - {says: a}\n\n# Why.\n#conclusion: b\n\ndata:")
    ours = base.replace("#opinions:\n#  -", "opinions:\n  -")
    done = merged(ours, base.replace("#conclusion: b", "conclusion: b"), base)
    assert (done.conflicts, done.by_lines) == ((), False)
    assert done.text == ours.replace("#conclusion: b", "conclusion: b")


def worked_over(text: str, edits: list[tuple[int, str]]) -> str:
    """A text after a person who is quick with the keys for whole lines."""
    lines = text.splitlines(keepends=True)
    for number, edit in edits:
        at = number % len(lines)
        line = lines[at]
        lines[at] = {
            "out": "",
            "comment": f"# {line}",
            "twice": line * 2,
            "gap": f"\n{line}",
            "note": f"# {at}\n{line}",
        }[edit]
    return "".join(lines)


HAND = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["out", "comment", "twice", "gap", "note"])), max_size=3)


@given(ours=HAND, theirs=HAND)
def test_no_line_that_somebody_wrote_is_lost(ours: list[tuple[int, str]], theirs: list[tuple[int, str]]) -> None:
    """Whatever was done to the lines: what is new on either side is there, and both sides can be read."""
    one, other = worked_over(BASE, ours), worked_over(BASE, theirs)
    done = merged(one, other)
    new = (set(one.splitlines()) | set(other.splitlines())) - set(BASE.splitlines())
    assert new <= set(done.text.splitlines())
    for text in sides(done.text) if not done.by_lines else ():
        data_of(text)


CHANGES: dict[str, list[AnswerValue]] = {
    "k_level": ["per_person", "unknown"], "k_people": [11, "unknown"], "k_sold": ["yes", "no"],
    "k_purpose": ["a", "b: c"], "k_since": ["2027-01-01"], "k_masking": ["planned"],
}  # fmt: skip
EDITS = st.dictionaries(st.sampled_from(sorted(CHANGES)), st.integers(0, 1))


def edited(edits: dict[str, int], notes: list[str]) -> tuple[str, dict[str, Any]]:
    """The base after a person's answers and entries, and the answers by themselves."""
    answers = {name: CHANGES[name][number % len(CHANGES[name])] for name, number in edits.items()}
    source = parse(BASE.encode(), "a")
    for name, value in answers.items():
        text = set_answer(source, name, Answer(value), before=sorted(CHANGES), comment_lines=["質問"])
        source = parse(text.encode(), "a")
    for note in notes:
        source = parse(append_item(source, ("opinions",), {"says": note}).encode(), "a")
    return source.text, answers


@given(ours=EDITS, theirs=EDITS, mine=st.lists(st.text("ab", min_size=1, max_size=3), unique=True, max_size=2),
       yours=st.lists(st.text("cd", min_size=1, max_size=3), unique=True, max_size=2))  # fmt: skip
def test_both_are_kept_or_it_is_said(
    ours: dict[str, int], theirs: dict[str, int], mine: list[str], yours: list[str]
) -> None:
    """Through our own writing door: each answer of one side is there; those that differ, and no others, are marked."""
    (one, mine_said), (other, yours_said) = edited(ours, mine), edited(theirs, yours)
    done = merged(one, other)
    assert not done.by_lines
    differing = {name for name in mine_said.keys() & yours_said.keys() if mine_said[name] != yours_said[name]}
    assert set(done.conflicts) == {("answers", name) for name in differing}
    for text, first in zip(sides(done.text), (mine_said, yours_said), strict=True):
        data = data_of(text)
        expected = yours_said | mine_said | {name: first[name] for name in differing}
        assert {name: data["answers"].get(name) for name in expected} == expected
        assert [entry["says"] for entry in data.get("opinions", [])] == [*mine, *yours]


# ------------------------------------------------------------------------------------------- with real git


class Repository:
    """A city's repository, set up as the documents say, with two branches."""

    def __init__(self, folder: Path) -> None:
        """An assessment, and a snapshot of an approval, committed."""
        self.folder = folder
        self.file = workspace(folder, ANSWERED)
        self.snapshot = self.file.parent / "approvals" / "001" / "assessment.yaml"
        self.snapshot.parent.mkdir(parents=True)
        self.snapshot.write_text(ANSWERED, encoding="utf-8")
        shutil.copy(ROOT / "templates" / "workspace" / "common" / "dot-gitattributes", folder / ".gitattributes")
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "merge.pia.driver", f"{sys.executable} -m tsukuba_pia merge %O %A %B %P")
        self.commit("base")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Git, without the settings of the person who runs the tests."""
        env = environment() | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.jp", *arguments]
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, check=False)

    def commit(self, name: str) -> None:
        """All that there is."""
        self.git("add", ".")
        assert self.git("commit", "--quiet", "-m", name).returncode == 0

    def branches(self, file: Path, ours: tuple[str, str], theirs: tuple[str, str]) -> None:
        """One change on main, another one on a branch, each in its own commit."""
        text = file.read_text(encoding="utf-8")
        self.git("switch", "--quiet", "-c", "other")
        file.write_text(text.replace(*theirs), encoding="utf-8")
        self.commit("theirs")
        self.git("switch", "--quiet", "main")
        file.write_text(text.replace(*ours), encoding="utf-8")
        self.commit("ours")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A city's repository."""
    return Repository(tmp_path)


def test_git_merges_what_two_people_answered_next_to_each_other(repository: Repository) -> None:
    """One commit, both answers, and nothing of ours left lying about."""
    repository.branches(repository.file, (LEVEL, "k_level: per_person"), ("k_people: 10", "k_people: 11"))
    done = repository.git("merge", "--no-edit", "other")
    assert done.returncode == 0, done.stdout + done.stderr
    assert {"k_level": "per_person", "k_people": 11}.items() <= data_of(repository.file.read_text("utf-8"))[
        "answers"
    ].items()
    assert repository.git("status", "--porcelain", "--ignored").stdout == ""


def test_git_tells_a_conflict_by_the_question_s_text(repository: Repository) -> None:
    """The answers are not repeated at the terminal; they stand in the file, between the marks."""
    repository.branches(repository.file, (LEVEL, "k_level: per_person"), (LEVEL, "k_level: unknown"))
    done = repository.git("merge", "--no-edit", "other")
    assert done.returncode == 1
    assert "- At which level? (k_level)" in done.stderr
    assert "per_person" not in done.stderr
    assert repository.git("diff", "--name-only", "--diff-filter=U").stdout == "assessments/t-1/assessment.yaml\n"
    assert MARKS[0] in repository.file.read_text("utf-8")


def test_git_merges_no_snapshots(repository: Repository) -> None:
    """What was signed stays as it was signed; which one counts is for a person."""
    repository.branches(repository.snapshot, (LEVEL, "k_level: per_person"), ("k_people: 10", "k_people: 11"))
    assert repository.git("merge", "--no-edit", "other").returncode == 1
    assert data_of(repository.snapshot.read_text("utf-8"))["answers"]["k_level"] == "per_person"
    assert "k_people: 11" not in repository.snapshot.read_text("utf-8")
    refused = run("merge", *[str(repository.snapshot)] * 3)
    assert (refused.returncode, "snapshots" in refused.stderr) == (2, True)
