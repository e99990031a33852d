"""My Numbers in what lies beside an assessment: found in every text, told once for a file, never repeated."""

from pathlib import Path

import pytest

from tests.cli.terminal import run
from tests.work.city import commit, git
from tests.work.desk import workspace
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.work.beside import MOST_BYTES, numbers_beside

VALID = "123456789018"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An assessment's folder in a workspace."""
    return workspace(tmp_path).parent


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """A file beside the assessment."""
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return place


def found(folder: Path) -> list[Diagnostic]:
    """What is told of a folder."""
    return list(numbers_beside(folder, frozenset({folder / "assessment.yaml"})))


@pytest.mark.parametrize(
    "name", ["evidence/log.md", "comments/c1.txt", "note", ".hidden/x", "evidence/a/b/c.csv", "minutes/x.md"]
)
def test_in_every_text(name: str, folder: Path) -> None:
    """Wherever it lies below the folder, whatever its name; with its place."""
    place = put(folder, name, f"# 記録\n番号 {VALID}\n番号 1234 5678 9018\n")
    (one,) = found(folder)
    assert (one.file, one.line, one.column, one.level) == (str(place), 2, 4, "error")
    assert one.args["n"] == "2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
def test_in_every_encoding(encoding: str, folder: Path) -> None:
    """Offices' systems write many."""
    put(folder, "evidence/log.csv", f"番号,{VALID}\n".encode(encoding))
    assert [(one.line, one.level) for one in found(folder)] == [(1, "error")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("evidence/log.md", "番号 123456789012\n"),
        ("evidence/20261128_meeting_123456789012.md", ""),
        ("evidence/1234/5678/9018.md", "記録\n"),
        ("evidence/picture.png", b"\x89PNG\0\0" + VALID.encode()),
        (".git/log", VALID),
        ("node_modules/log.md", VALID),
        ("evidence/empty.md", ""),
        ("evidence/long.csv", "x" * MOST_BYTES + VALID),
    ],
)
def test_not_in(name: str, content: str | bytes, folder: Path) -> None:
    """Other numbers, what is no text, what belongs to tools, and what lies behind the first megabyte."""
    put(folder, name, content)
    assert found(folder) == []


def test_other_assessments_tell_of_themselves(folder: Path) -> None:
    """A folder below with an assessment of its own is looked through with that one."""
    put(folder, "below/assessment.yaml", "assessment: x\n")
    put(folder, "below/evidence/log.md", VALID)
    assert found(folder) == []


def test_copies_that_were_signed(folder: Path) -> None:
    """They are what was looked through then; what else lies there is not."""
    put(folder, "approvals/001/sign-off.yaml", "outcome: approved\n")
    put(folder, "approvals/001/notes.md", VALID)
    assert found(folder) == []
    put(folder, "approvals/notes.md", VALID)
    assert len(found(folder)) == 1


def test_links_lead_nowhere(folder: Path, tmp_path: Path) -> None:
    """What lies elsewhere is not this assessment's."""
    put(tmp_path, "else.md", VALID)
    (folder / "evidence").mkdir(exist_ok=True)
    (folder / "evidence/link.md").symlink_to(tmp_path / "else.md")
    assert found(folder) == []


@pytest.mark.parametrize("name", [f"evidence/{VALID}.md", "evidence/scan-1234-5678-9018.png", f"{VALID}/log.md"])
def test_in_a_name(name: str, folder: Path) -> None:
    """Of any file, and of a folder that it lies in; told with stars for its digits."""
    place = put(folder, name, b"\x89PNG\0\0")
    (one,) = found(folder)
    assert (one.line, one.column, one.level, one.args["name"]) == (1, 1, "error", "@number_in_name")
    assert one.file != str(place)
    assert str(Path(one.file).relative_to(folder)).count("*") == sum(one.isdigit() for one in name)
    put(folder, name, f"\n番号 {VALID}\n")
    assert [one.args["n"] for one in found(folder)] == ["2"]


def test_where_the_folder_lies_is_nobody_s_number(tmp_path: Path) -> None:
    """A number above what is ours was not put there by the city's files."""
    folder = workspace(tmp_path / VALID).parent
    put(folder, "evidence/log.md", "記録\n")
    assert found(folder) == []


def test_in_a_name_elsewhere(folder: Path) -> None:
    """In the workspace's other files; no way of telling repeats it."""
    city = folder.parents[1]
    put(city, f"notes/{VALID}.csv", "番号\n")
    assert elsewhere(city) == ["notes/************.csv"]
    for kind in ("text", "json", "sarif", "github", "junit"):
        done = run("check", ".", "--stage", "draft", "--output-format", kind, cwd=city)
        assert VALID not in done.stdout + done.stderr
        assert done.returncode == 1


def test_a_part_of_a_uuid(folder: Path) -> None:
    """Systems name what they keep so."""
    put(folder, "evidence/log.md", f"id: 0f8fad5b-d9cb-469f-a165-{VALID}\n")
    assert [(one.level, one.args["also"]) for one in found(folder)] == [("warning", "@perhaps_a_uuid")]
    put(folder, "evidence/log.md", f"id: 469f-a165-{VALID}\n")
    assert [one.level for one in found(folder)] == ["error"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_texts_that_do_not_say_so(encoding: str, folder: Path) -> None:
    """Some systems export them without a mark."""
    put(folder, "evidence/log.csv", f"a,b\n1,{VALID}\n".encode(encoding))
    assert [(one.line, one.level) for one in found(folder)] == [(2, "error")]


def test_a_number_that_a_table_made_a_decimal(folder: Path) -> None:
    """With nothing behind the point."""
    put(folder, "evidence/log.json", f'{{"n": {VALID}.0}}\n')
    assert [one.level for one in found(folder)] == ["error"]
    put(folder, "evidence/log.json", f'{{"n": {VALID}.05}}\n')
    assert found(folder) == []


@pytest.mark.parametrize("text", ["202611281104", "1234,5678,9018"])
def test_what_may_be_something_else(text: str, folder: Path) -> None:
    """A minute, three numbers of a table: a warning, unless a certain one stands there too."""
    put(folder, "evidence/log.csv", f"{text}\n")
    assert [one.level for one in found(folder)] in ([], ["warning"])
    put(folder, "evidence/log.csv", f"{text}\n{VALID}\n")
    assert [(one.level, one.line) for one in found(folder)] == [("error", 2)]


def test_a_gate_that_never_repeats_the_number(folder: Path) -> None:
    """An error from draft on, in each run, that no option silences; gone once the file is mended."""
    place = put(folder, "evidence/log.md", f"番号 {VALID}\n")
    for more in ([], [], ["--exit-zero"], ["--output-format", "sarif"], ["--no-cache"]):
        done = run("check", folder, "--stage", "draft", *more)
        assert done.returncode == 1
        assert "PIA624" in done.stdout
        assert VALID not in done.stdout + done.stderr
    place.write_text("番号は残しません。\n", encoding="utf-8")
    assert run("check", folder, "--stage", "draft").returncode == 0


def elsewhere(folder: Path, *more: str) -> list[str]:
    """The files that a run over a folder tells of, with one finding each."""
    done = run("check", ".", "--stage", "draft", "--output-format", "concise", *more, cwd=folder)
    assert VALID not in done.stdout + done.stderr
    told = [line.partition(":")[0] for line in done.stdout.splitlines() if "PIA624" in line]
    assert done.returncode or not told
    return sorted(told)


OTHERS = ["README.md", "assessments/shared/memo.txt", "notes/list.csv"]


def test_in_a_city_s_own_files(folder: Path) -> None:
    """Anywhere in the workspace, once, where a folder is checked; what lies beside an assessment is told with that."""
    city = folder.parents[1]
    for name in (*OTHERS, "assessments/t-1/evidence/log.md", "node_modules/x.md", ".git/x"):
        put(city, name, f"番号 {VALID}\n")
    assert elsewhere(city) == sorted([*OTHERS, "assessments/t-1/evidence/log.md"])
    assert elsewhere(city / "assessments") == ["shared/memo.txt", "t-1/evidence/log.md"]
    assert elsewhere(folder) == ["evidence/log.md"]


def test_what_is_excluded_and_what_lies_in_no_city(folder: Path) -> None:
    """Settings keep files out that are none of ours; a folder without a city may be anybody's."""
    city = folder.parents[1]
    for name in OTHERS:
        put(city, name, f"番号 {VALID}\n")
    put(city, "pia.toml", '[check]\nexclude = ["notes/*", "README.md"]\n')
    assert elsewhere(city) == ["assessments/shared/memo.txt"]
    (city / "pia.toml").unlink()
    (city / "city.yaml").rename(city / "city.md")
    assert elsewhere(city) == []


def test_only_what_changed(folder: Path) -> None:
    """With --changed as with files of ours."""
    city = folder.parents[1]
    put(city, "README.md", f"番号 {VALID}\n")
    git(city, "init", "-q")
    commit(city, "v1")
    put(city, "notes.txt", f"番号 {VALID}\n")
    assert elsewhere(city, "--changed") == ["notes.txt"]
    assert elsewhere(city) == ["README.md", "notes.txt"]
