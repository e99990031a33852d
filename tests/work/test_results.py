"""What was found before is found again while nothing that it rests on has changed, and only then."""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desk import ASSESSMENT, BANK, workspace
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.portfolio_context import Traits
from tsukuba_pia.lint.settings import parse_settings
from tsukuba_pia.reporters.reporter import InFile, Tally
from tsukuba_pia.work import checking
from tsukuba_pia.work import results as results_module
from tsukuba_pia.work.check_one import Checker, Demand
from tsukuba_pia.work.checking import check_files
from tsukuba_pia.work.portfolio import check_together
from tsukuba_pia.work.results import MOST_SETS, Results
from tsukuba_pia.work.stamps import LARGE, MOST_FILES, Seen, Stamper

DEMAND = Demand("2027-01-15")
LATER = 10**9  # nanoseconds: this run begins well after the files were written


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Thirty assessments of one city, every third with an answer that there is not; evidence beside them."""
    monkeypatch.chdir(tmp_path)
    workspace(tmp_path)
    text = f"{ASSESSMENT}  k_masking: {{answer: implemented, evidence: [evidence/shot.txt]}}\n"
    found = []
    for number in range(30):
        file = tmp_path / "assessments" / f"a-{number:02}" / "assessment.yaml"
        (file.parent / "evidence").mkdir(parents=True)
        (file.parent / "evidence" / "shot.txt").write_text("a picture\n", encoding="utf-8")
        broken = "  k_sold: nonsense\n" if number % 3 == 0 else ""
        file.write_text(text + broken, encoding="utf-8")
        found.append(file.relative_to(tmp_path))
    return found


def run(files: list[Path], demand: Demand = DEMAND, *, jobs: int = 1) -> tuple[InFile, ...]:
    """One run of the command, with what it remembers."""
    return tuple(check_files(files, demand, jobs, Results(demand, time.time_ns() + LATER)))


def fresh(files: list[Path], demand: Demand = DEMAND) -> tuple[InFile, ...]:
    """A run that remembers nothing."""
    return tuple(check_files(files, demand))


def checked_again(files: list[Path], demand: Demand, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which files a run truly checks; what it finds is what a fresh run finds."""
    called: list[str] = []
    check = Checker.__call__

    def counting(self: Checker, file: Path) -> object:
        called.append(file.parent.name)
        return check(self, file)

    with monkeypatch.context() as patch:
        patch.setattr(Checker, "__call__", counting)
        found = run(files, demand)
    assert found == fresh(files, demand)
    return called


def test_workers_and_order_change_nothing(files: list[Path]) -> None:
    """The same findings, in the same order, over one process and over three, forward and backward."""
    alone = fresh(files)
    broken = [one.file for one in alone if any(found.diagnostic.code == "PIA402" for found in one.findings)]
    assert broken == [str(file) for file in files[::3]]
    assert tuple(check_files(files, DEMAND, 3)) == alone
    assert tuple(check_files(files[::-1], DEMAND, 3)) == alone
    assert run(files, jobs=3) == alone


def test_nothing_is_checked_twice(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run finds what the first found; a part of the files is enough, and the rest stays remembered."""
    assert len(checked_again(files, DEMAND, monkeypatch)) == len(files)
    assert checked_again(files, DEMAND, monkeypatch) == []
    assert checked_again(files[:3], DEMAND, monkeypatch) == []
    assert checked_again(files, DEMAND, monkeypatch) == []


def _write(path: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    return change


def _append(path: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / path).open("a", encoding="utf-8") as stream:
            stream.write(text)

    return change


OWN = "assessments/a-01/"
CHANGES: dict[str, Callable[[Path], None]] = {
    "an answer": _append(f"{OWN}assessment.yaml", "  k_sold: nonsense\n"),
    "evidence of the same length": _write(f"{OWN}evidence/shot.txt", "A PICTURE\n"),
    "evidence that is gone": lambda folder: (folder / OWN / "evidence/shot.txt").unlink(),
    "a sign-off": _write(f"{OWN}approvals/001-2027-01-02-approved/sign-off.yaml", "{}\n"),
    "minutes": _write(f"{OWN}minutes/2027-01-02.yaml", "minutes: x\n"),
    "what was put to comment": _write(f"{OWN}comments/c-1.yaml", "x: y\n"),
}
SHARED: dict[str, Callable[[Path], None]] = {
    "the city's profile": _append("city.yaml", "nonsense: 1\n"),
    "a bank": _write("questionnaires/kiosk/0.1.yaml", BANK.replace("id: per_person,", "id: per_head,")),
    "another bank": _write("questionnaires/other/0.1.yaml", "bank: other\n"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_changed_beside_it(name: str, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever changes in an assessment's folder, it alone is checked again."""
    run(files)
    CHANGES[name](Path())
    assert checked_again(files, DEMAND, monkeypatch) == ["a-01"]
    assert checked_again(files, DEMAND, monkeypatch) == []


@pytest.mark.parametrize("name", SHARED)
def test_what_changed_for_all(name: str, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What all rest on."""
    run(files)
    SHARED[name](Path())
    assert len(checked_again(files, DEMAND, monkeypatch)) == len(files)
    assert checked_again(files, DEMAND, monkeypatch) == []


@pytest.mark.parametrize(
    "demand",
    [
        replace(DEMAND, as_of="2027-01-16"),
        replace(DEMAND, stage="review"),
        replace(DEMAND, settings=parse_settings(Path("pia.toml"), '[check]\nignore = ["PIA402"]\n')),
    ],
)
def test_other_demands(demand: Demand, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Another day, stage or setting is another check."""
    run(files)
    assert len(checked_again(files, demand, monkeypatch)) == len(files)


def test_another_toolkit(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version found is not believed."""
    run(files)
    monkeypatch.setattr(results_module, "_code", lambda: "another")
    assert len(checked_again(files, DEMAND, monkeypatch)) == len(files)


def test_times_set_back(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What keeps a file's size and its time of writing (`cp -p`, `rsync -a`, `touch -r`) is seen all the same."""
    run(files)
    changed, replaced, closed = (files[number].parent / "evidence" / "shot.txt" for number in (1, 2, 4))
    times = [file.stat().st_mtime_ns for file in (changed, replaced)]
    changed.write_text("A PICTURE\n", encoding="utf-8")
    other = replaced.with_name("other.txt")
    other.write_text("A PICTURE\n", encoding="utf-8")
    other.replace(replaced)
    for file, time_before in zip((changed, replaced), times, strict=True):
        os.utime(file, ns=(time_before, time_before))
    closed.chmod(0o600)
    assert checked_again(files, DEMAND, monkeypatch) == ["a-01", "a-02"]  # who may read it alone changes no content
    assert checked_again(files, DEMAND, monkeypatch) == []


def test_written_within_a_tick(files: list[Path]) -> None:
    """A file that was written to just before it was read may have changed within the same tick of the clock."""
    evidence = files[1].parent / "evidence" / "shot.txt"
    before = evidence.stat()
    stamper = Stamper(Seen({}, {}), before.st_mtime_ns + 1)
    first = stamper.stamp(files[1])
    evidence.write_text("A PICTURE\n", encoding="utf-8")
    os.utime(evidence, ns=(before.st_mtime_ns, before.st_mtime_ns))
    assert Stamper(stamper.seen, before.st_mtime_ns + LATER).stamp(files[1]) != first


def test_a_broken_memory(files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry that is no entry is none."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run(files)
    for entry in (tmp_path / "cache" / "tsukuba-pia").iterdir():
        entry.write_bytes(b"nonsense")
    assert len(checked_again(files, DEMAND, monkeypatch)) == len(files)


def test_what_is_not_stamped(files: list[Path]) -> None:
    """Neither whole disks nor pipes are read; a large file is known by its size and its time."""
    folder = files[0].parent
    stamper = Stamper(Seen({}, {}), time.time_ns() + LATER)
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder.absolute())
    (folder / "gone").symlink_to("nowhere")
    (folder / "film").write_bytes(b"\0" * (LARGE + 1))
    assert stamper.stamp(files[0]) is not None
    assert str(folder / "film") not in stamper.seen.files
    assert stamper.stamp(Path("city.yaml")) is None
    for number in range(MOST_FILES + 1):
        (folder / f"{number}.txt").touch()
    assert stamper.stamp(files[0]) is None
    assert stamper.stamp(Path("questionnaires/kiosk/0.1.yaml")) is not None


def test_several_together(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found in them together is found again, also where each is remembered; that counts no file twice."""
    (files[0].parent / "assessment.yaml").write_text(
        files[1].read_text(encoding="utf-8").replace("assessment: t-1", "assessment: t-0"), encoding="utf-8"
    )
    for _ in range(2):
        tally = Tally()
        found = list(tally.counting(run(files)))
        told = {
            one.diagnostic.file
            for file in found
            for one in file.findings
            if one.diagnostic.code == "PIA552" and file.again
        }
        assert told == {str(file) for file in files}  # one title, and but for the first one name
        assert tally.files == len(files)
    assert checked_again(files, DEMAND, monkeypatch) == []
    monkeypatch.setattr("tsukuba_pia.yaml_source.parse", None)  # nor is it read as YAML only to show its lines
    lines = [one.line for file in run(files) if file.again for one in file.findings]
    assert all(line.startswith(("assessment: t-", "title: ")) for line in lines), lines


def test_together_once(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Assessments are looked at together again where one of them, what they rest on or which they are has changed."""
    seen: list[int] = []

    def counting(records: Iterable[Traits], workspace: Path | None, *, complete: bool) -> tuple[Diagnostic, ...]:
        traits = tuple(records)
        seen.append(len(traits))
        return check_together(traits, workspace, complete=complete)

    def looked_at(some: list[Path], *whole: Path) -> list[int]:
        with monkeypatch.context() as patch:
            patch.setattr(checking, "check_together", counting)
            found = tuple(check_files(some, DEMAND, 1, Results(DEMAND, time.time_ns() + LATER), whole))
        assert found == tuple(check_files(some, DEMAND, whole=whole))
        taken = seen.copy()
        seen.clear()
        return taken

    assert looked_at(files) == [30]
    assert looked_at(files) == []
    assert looked_at(files[:3]) == [3]
    assert looked_at(files) == looked_at(files[:3]) == []  # both are remembered
    assert looked_at(files, Path()) == [30]  # all that the city has
    _append("city.yaml", "# later\n")(Path())
    assert looked_at(files) == [30]
    _append(f"{OWN}assessment.yaml", "related: [a-02]\n")(Path())
    assert looked_at(files) == [30]
    assert looked_at(files) == []
    for number in range(MOST_SETS):
        assert looked_at(files[number : number + 2]) == [2]
    assert looked_at(files) == [30]  # not forever


def test_listed_once(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder is listed again only where something came or went; the tick in which it did so counts too."""
    listed: list[str] = []
    scandir = os.scandir

    def listing(folder: str) -> object:
        listed.append(os.path.relpath(folder))
        return scandir(folder)

    def stamped(seen: Seen, started: int) -> list[str]:
        listed.clear()
        with monkeypatch.context() as patch:
            patch.setattr(os, "scandir", listing)
            Stamper(seen, started).stamp(files[1])
        return [one for one in listed if one.startswith("assessments")]

    seen = Seen({}, {})
    folder = files[1].parent
    both = [str(folder), str(folder / "evidence")]
    assert stamped(seen, time.time_ns()) == both
    assert stamped(seen, time.time_ns() + LATER) == both  # what was made a moment ago was not remembered
    assert stamped(seen, time.time_ns() + LATER) == []
    (folder / "evidence" / "shot.txt").rename(folder / "evidence" / "moved.txt")
    assert stamped(seen, time.time_ns() + LATER) == both[1:]
    (folder / "minutes").mkdir()
    assert stamped(seen, time.time_ns() + LATER) == [str(folder), str(folder / "minutes")]


@pytest.mark.parametrize("clash", [True, False])
def test_together_with_what_is_not_kept(clash: bool, files: list[Path]) -> None:
    """Where what is found in one of them cannot be kept, nothing of before is said of them together."""
    alone = files[1].read_text(encoding="utf-8").replace("assessment: t-1", "assessment: t-9")
    same = files[1].read_text(encoding="utf-8")
    files[1].write_text(alone.replace("title: ", "title: 別の", 1) if clash else same, encoding="utf-8")
    run(files[1:3])
    files[1].write_text(same if clash else alone.replace("title: ", "title: 別の", 1), encoding="utf-8")
    for number in range(MOST_FILES + 1):
        (files[1].parent / "evidence" / f"{number}.txt").touch()
    found = run(files[1:3])
    assert found == fresh(files[1:3])
    assert clash == any(one.diagnostic.code == "PIA552" for file in found for one in file.findings)
