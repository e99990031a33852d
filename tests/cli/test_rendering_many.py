"""`pia render` of many assessments: one bad one stops no other, and no file goes where it should not."""

import os
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, run
from tests.work.desk import ASSESSMENT, DAY, workspace

DRAFT = ("--draft", "--as-of", DAY)
NOTE = "夜間は警備員が一人だけで南門を見ている"
WITHHELD = "withheld: {reason: security, exemption: x, approved_by: 市長, until: 2028-03-31}"


def add(room: Path, name: str, text: str = "") -> Path:
    """One more assessment, by the name of its folder."""
    file = room / name / "assessment.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text or ASSESSMENT.replace("t-1", name.replace("/", "-")), encoding="utf-8")
    return file


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A city with six assessments: two are sound drafts, and each other one has a fault of its own."""
    folder = workspace(tmp_path).parent.parent
    add(folder, "deep/t-2")
    add(folder, "t-3", ASSESSMENT.replace("[face]", "[face"))
    add(folder, "t-4", ASSESSMENT.replace('"0.1"', '"9.9"'))
    add(folder, "t-5", ASSESSMENT + f"  k_level: {{answer: counts, note: {NOTE}, {WITHHELD}}}\nconclusion: {NOTE}。\n")
    stranger = add(folder, "t-6").parent / "reports" / "public.en.draft.md"
    stranger.parent.mkdir()
    stranger.write_text("my own page\n", encoding="utf-8")
    return folder


def made(folder: Path) -> list[str]:
    """The reports that lie below a folder."""
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*.md"))


def test_one_bad_one_stops_no_other(room: Path) -> None:
    """Each is told in a line with its reason, in the order of their paths; the sum stands at the end."""
    done = run("render", room, *DRAFT, "--format", "md", "--jobs", "2")
    assert (done.returncode, done.stdout) == (1, "")
    assert made(room) == [f"{one}/reports/public.en.draft.md" for one in ("deep/t-2", "t-1", "t-6")]
    assert (room / "t-6" / "reports" / "public.en.draft.md").read_text(encoding="utf-8") == "my own page\n"
    said = done.stderr.splitlines()
    assert said[:2] == [f"Written: {room}/{one}/reports/public.en.draft.md" for one in ("deep/t-2", "t-1")]
    assert [line.partition(": ")[0].removeprefix(f"{room}/") for line in said[2:6]] == ["t-3", "t-4", "t-5", "t-6"]
    assert "pia check" in said[2]
    assert "PIA616" in said[4]
    assert "answers.k_level.note" in said[4]
    assert "was not written by pia" in said[5]
    assert said[-1] == "Written: 2 of 6."
    assert NOTE not in done.stderr


def test_the_same_by_one_process_and_by_many(room: Path) -> None:
    """Also what is said, and in which order."""
    one = run("render", room, *DRAFT, "--format", "md", "--jobs", "1", "-o", room.parent / "one")
    many = run("render", room, *DRAFT, "--format", "md", "--jobs", "3", "-o", room.parent / "many")
    assert one.stderr.replace("/one/", "/many/") == many.stderr
    folders = [room.parent / "one", room.parent / "many"]
    assert made(folders[0]) == made(folders[1]) == [f"{one}/public.en.draft.md" for one in ("deep/t-2", "t-1", "t-6")]
    assert [*map(Path.read_bytes, sorted(folders[0].rglob("*.md")))] == [
        *map(Path.read_bytes, sorted(folders[1].rglob("*.md")))
    ]


def test_names_that_no_file_can_have(room: Path) -> None:
    """They are told, and the others are written."""
    done = run("render", "n" * 300, room / "gone", room / "t-1", *DRAFT, "--format", "md", "-o", room.parent / "out")
    assert done.returncode == 1
    assert "its name is too long" in done.stderr
    assert done.stderr.splitlines()[-1] == "Written: 1 of 3."


def test_what_is_passed_over_is_told(room: Path) -> None:
    """By its name, for nobody would miss it else."""
    (room / "t-7").mkdir()
    (room / "t-7" / "assessment.yml").write_text(ASSESSMENT, encoding="utf-8")
    done = run("render", room, *DRAFT, "--format", "md")
    assert done.returncode == 1
    assert f"Passed over: 1 ({room}/t-7/assessment.yml)" in done.stderr


def test_what_is_not_decided_is_told_once_each(room: Path) -> None:
    """Without `--draft`, none of them may be written."""
    done = run("render", room / "t-1", room / "deep", "--as-of", DAY, PIA_LANG="ja")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "2件のうち0件を書き出しました。"
    assert done.stderr.count("公表できません") == 2
    assert done.stderr.count("--draft") == 1


def test_by_name_each_once(room: Path) -> None:
    """Folder, file and a second name of the same are one; below OUT each has the part of its path that differs."""
    out = room.parent / "out"
    (room.parent / "link").symlink_to(room / "t-1")
    named = [room / "t-1", room / "t-1" / "assessment.yaml", room / "deep" / "t-2", room.parent / "link"]
    done = run("render", *named, *DRAFT, "--format", "md", "-o", out)
    assert done.returncode == 0, done.stderr
    assert len(made(out)) == 2
    assert all(".." not in one for one in made(out))
    one = run("render", *named[:2], *DRAFT, "--format", "md", "-o", room.parent / "page.md")
    assert one.returncode == 0, one.stderr
    assert (room.parent / "page.md").is_file()


def test_a_folder_s_place_does_not_hang_on_how_many_it_holds(tmp_path: Path) -> None:
    """A city with one assessment, and the same with two."""
    folder = workspace(tmp_path).parent.parent
    for count in (1, 2):
        assert run("render", folder, *DRAFT, "--format", "md", "-o", tmp_path / "out").returncode == 0
        assert len(made(tmp_path / "out")) == count
        assert (tmp_path / "out" / "t-1" / "public.en.draft.md").is_file()
        add(folder, f"more-{count}")


def test_nothing_in_an_output_folder_is_taken_away(room: Path) -> None:
    """Whatever lies there, also where a folder should stand."""
    out = room.parent / "out"
    (out / "sub").mkdir(parents=True)
    for name in ("a.txt", "sub/b.txt", "t-1"):
        (out / name).write_text("mine", encoding="utf-8")
    done = run("render", room / "t-1", room / "t-6", *DRAFT, "-o", out)
    assert done.returncode == 1
    assert [(out / name).read_text(encoding="utf-8") for name in ("a.txt", "sub/b.txt", "t-1")] == ["mine"] * 3
    assert (out / "t-6" / "public.en.draft.html").is_file()
    assert done.stderr.splitlines()[-1] == "Written: 1 of 2."


@pytest.mark.parametrize(("more", "said"), [
    (("-o", "-"), "takes one report"), (("-o", "page.html"), "takes one report"), (("--kind", "full", "nothing"), ""),
])  # fmt: skip
def test_what_cannot_be_carried_out_is_said_first(room: Path, more: tuple[str, ...], said: str) -> None:
    """Before anything is made."""
    (room / "page.html").write_text("mine", encoding="utf-8")
    (room / "nothing").mkdir()
    done = run("render", room / "t-1", room / "t-6", *DRAFT, *more, cwd=room)
    assert done.returncode == 2
    assert (said or "There is no assessment in nothing") in done.stderr
    assert not (room / "t-1" / "reports").exists()


def test_two_files_of_one_folder_are_not_written_over_each_other(room: Path) -> None:
    """One would be lost."""
    other = room / "t-1" / "other.yaml"
    other.write_text(ASSESSMENT, encoding="utf-8")
    done = run("render", room / "t-1", other, *DRAFT)
    assert done.returncode == 2
    assert "would both be written" in done.stderr


def test_a_name_of_a_folder_leads_nowhere(tmp_path: Path) -> None:
    """Whatever it is called, and however it is reached."""
    folder = workspace(tmp_path).parent.parent
    for name in ("..。", "…", "a b", "-o", "CON", "\u202egpj", "x\nWritten: 9 of 9"):
        add(folder, name, ASSESSMENT)
    out = tmp_path / "below" / "out"
    done = run("render", f"{folder}/t-1/..", *DRAFT, "--format", "md", "-o", out)
    assert done.returncode == 0, done.stderr
    assert len(made(out)) == 8
    assert made(tmp_path) == [f"below/out/{one}" for one in made(out)]
    assert "\u202e" not in done.stderr
    assert sum(line.startswith("Written:") for line in done.stderr.splitlines()) == 9


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_a_bar_at_a_terminal(room: Path) -> None:
    """And then what was not written, with the sum."""
    screen = Terminal("render", room, *DRAFT, "--format", "md", NO_COLOR="1")
    screen.see("Writing", "t-3", "t-6", "Written: 2 of 6.")
    assert screen.end() == 1
