"""What a checker meets in the wild: floods, pipes, links, devices, names, settings, baselines, streams, repositories.

Each case ends by itself, with the exit code that CI needs, the file and one way out, in both languages.
"""

import io
import json
import os
import re
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.terminal import AS_OF, environment
from tests.work.desk import workspace
from tsukuba_pia.cli import checking, context, main

FLOOD = 8_000
LONGEST = 15  # seconds for a flood: on a busy machine, where it once took many minutes
WORDS = {
    "fifo": ("通常のファイルではなく", "no regular file"),
    "socket": ("通常のファイルではなく", "no regular file"),
    "device": ("通常のファイルではなく", "no regular file"),
    "folder": ("フォルダーです", "it is a folder"),
    "nothing": ("リンクの先がありません", "a link to nothing"),
    "loop": ("リンクをたどると元に戻ります", "round in a circle"),
    "endless": ("大きすぎます", "too large"),
}
ENDLESS = "/dev/zero"

Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def desk(own_cache: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An assessment's folder in a workspace, which is the current folder."""
    file = workspace(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_STEP_SUMMARY", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIA_LANG", "en")
    monkeypatch.setenv("PIA_TODAY", "2027-01-15")
    return file.parent


@pytest.fixture
def check(desk: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """`pia check` with arguments: exit code, answer, talk; whatever it is given, it is no bug."""
    del desk

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        code = main.run(["check", *map(str, arguments)])
        told = capsys.readouterr()
        assert "PIA9" not in told.out + told.err.replace("PIA902", "")
        assert "Traceback" not in told.err
        return code, told.out, re.sub("^.*PIA_TODAY.*\n", "", told.err)  # the day that was set

    return run


def put(kind: str, place: Path) -> None:
    """Something other than a file."""
    links = {"nothing": "nowhere", "loop": place.name, "device": os.devnull, "endless": ENDLESS}
    if kind == "fifo":
        os.mkfifo(place)
    elif kind == "socket":
        here = Path.cwd()
        os.chdir(place.parent)  # a socket's address is short
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(place.name)
        os.chdir(here)
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(links[kind])


@pytest.mark.parametrize("kind", WORDS)
def test_no_files(kind: str, desk: Path, check: Check) -> None:
    """Found on a walk or named: told by what it is, and the others are checked."""
    other = desk.parent / "other"
    other.mkdir()
    place = other / "assessment.yaml"
    put(kind, place)
    for language, words in zip(("ja", "en"), WORDS[kind], strict=True):
        code, out, _ = check("assessments", "--lang", language)
        assert code == 1
        assert "assessments/other/assessment.yaml:1:1" in out
        assert words in out
        assert "assessments/t-1/assessment.yaml" in out
    if kind != "folder":  # which is walked through
        code, out, _ = check(place)
        assert code == 1
        assert WORDS[kind][1] in out


@pytest.mark.parametrize("name", ["n" * 300, "n/" * 3000])
def test_names_that_no_file_can_have(name: str, desk: Path, check: Check) -> None:
    """The others are still checked."""
    code, out, _ = check("assessments", name)
    assert code == 1
    assert "its name is too long" in out
    assert "t-1/assessment.yaml" in out
    del desk


def test_names_that_are_no_text(desk: Path, check: Check) -> None:
    """Line breaks, escapes and bytes that are no UTF-8 stand in every format, harmless."""
    text = (desk / "assessment.yaml").read_bytes()
    for name in (b"a\nb", b"a\x1b[31mred", b"a\xff\xfe", "a\u202eb".encode()):
        folder = desk.parent / os.fsdecode(name)
        folder.mkdir()
        (folder / "assessment.yaml").write_bytes(text + b"nonsense: 1\n")
    for form in checking.formats():
        code, out, _ = check("assessments", "--output-format", form)
        assert code == 1
        assert out.count("PIA101") >= 4
        assert not {"\x1b", "\u202e"} & set(out)
        place = desk / f"findings.{form}"
        assert check("assessments", "--output-format", form, "--output-file", place)[0] == 1
        place.read_text(encoding="utf-8")
    json.loads((desk / "findings.sarif").read_text(encoding="utf-8"))


def test_folders_of_any_depth(desk: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand, one in another; deeper than a path can say is told."""
    text = (desk / "assessment.yaml").read_bytes()
    for _ in range(1000):
        Path("d").mkdir()
        os.chdir("d")
    Path("assessment.yaml").write_bytes(text + b"nonsense: 1\n")
    monkeypatch.chdir(desk.parent.parent)
    code, out, _ = check("d", "--output-format", "concise")
    subprocess.run(["/bin/rm", "-r", "d"], check=True)  # Python's own way to remove them calls itself for each
    assert code == 1
    assert f"{'d/' * 1000}assessment.yaml:" in out


def flood_of_keys(text: str) -> str:
    """Keys that are not known."""
    return text + "".join(f"key_{number}: 1\n" for number in range(FLOOD))


def flood_of_questions(text: str) -> str:
    """Answers to no question."""
    return text + "".join(f"  k_no_{number}: yes\n" for number in range(FLOOD))


def flood_in_a_line(text: str) -> str:
    """Options that there are not, all in one line."""
    return text.replace("[face]", f"[{', '.join(f'o{number}' for number in range(FLOOD))}]")


def flood_of_comments(text: str) -> str:
    """Comments that silence nothing."""
    return text + "# pia: ignore[PIA501] habit\n" * FLOOD


@pytest.mark.parametrize("flood", [flood_of_keys, flood_of_questions, flood_in_a_line, flood_of_comments])
def test_floods(flood: Callable[[str], str], desk: Path, check: Check) -> None:
    """Told, counted, cut with a note how to see all; programs get all; never a hang."""
    file = desk / "assessment.yaml"
    file.write_text(flood(file.read_text(encoding="utf-8")), encoding="utf-8")
    start = time.monotonic()
    code, out, _ = check("assessments", "--no-cache")
    assert time.monotonic() - start < LONGEST
    assert code == 1
    assert len(out) < 100_000
    left = next(line for line in out.splitlines() if line.startswith("… and "))
    assert f"… and {FLOOD - 100}" in left or f"… and {FLOOD - 99}" in left
    assert "--output-format json" in left
    assert f"{FLOOD} errors" in out


def test_a_flood_is_whole_for_programs(desk: Path, check: Check) -> None:
    """And a line that holds thousands of findings is not repeated for each."""
    file = desk / "assessment.yaml"
    file.write_text(flood_in_a_line(file.read_text(encoding="utf-8")), encoding="utf-8")
    _, out, _ = check("assessments", "--no-cache", "--output-format", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    assert len([one for one in results if one["ruleId"] == "PIA402"]) == FLOOD
    assert len({one["partialFingerprints"]["piaFinding/v1"] for one in results}) == len(results)
    assert len(out) < FLOOD * 4_000


def test_hints_do_not_depend_on_what_was_asked_before(desk: Path, check: Check) -> None:
    """After a flood the next file gets its own."""
    text = (desk / "assessment.yaml").read_text(encoding="utf-8")
    for name, more in (("a", "  k_levle: counts\n"), ("b", ""), ("c", "  k_levle: counts\n")):
        folder = desk.parent / name
        folder.mkdir()
        whole = text + (more or "".join(f"  k_no_{number}: yes\n" for number in range(500)))
        (folder / "assessment.yaml").write_text(whole, encoding="utf-8")
    _, out, _ = check("assessments", "--no-cache", "--output-format", "json")
    found = [one for one in json.loads(out)["findings"] if "k_levle" in one["message"]]
    assert len(found) == 2
    assert all("k_level" in one["hint"] for one in found)


UNREADABLE_SETTINGS = ["fifo", "device", "folder", "nothing", "loop", "endless"]


@pytest.mark.parametrize("kind", UNREADABLE_SETTINGS)
def test_settings_that_are_no_file(kind: str, desk: Path, check: Check) -> None:
    """One that is there and cannot be read is not passed over: what it excludes or selects is not known."""
    put(kind, desk.parent.parent / "pia.toml")
    for language, words in zip(("ja", "en"), WORDS[kind], strict=True):
        code, out, _ = check("assessments", "--lang", language)
        assert code == 1
        assert out.startswith("pia.toml:1:1")
        assert words in out


NO_SETTINGS = [
    (b"[check]\nnonsense = 1\n", "PIA101"), (b"[check]\nselect = 3\n", "PIA103"), (b"check = 3\n", "PIA103"),
    (b"[check]\nfail_on = 'all'\n", "PIA104"), ("[check]\nignore = ['日本']".encode("euc_jp"), "PIA002"),
    ("[check]\n".encode("utf-16"), "PIA002"), (b"\xef\xbb\xbf[check]\n", "PIA003"), (b"[check", "PIA020"),
    (b"[check]\nx = " + b"[" * 5000 + b"]" * 5000, "PIA020"), (b"#" * 6_000_000, "PIA008"),
    (b'[check]\nselect = ["PIA\\u0000"]\n', "PIA023"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "code"), NO_SETTINGS)
def test_settings_that_cannot_be_read(raw: bytes, code: str, desk: Path, check: Check) -> None:
    """A finding in the settings, and the check goes on without any."""
    (desk.parent.parent / "pia.toml").write_bytes(raw)
    ended, out, _ = check("assessments", "--output-format", "json")
    assert ended == 1
    assert ("pia.toml", code) in [(one["file"], one["code"]) for one in json.loads(out)["findings"]]
    assert "PIA429" in out


def test_a_neighbours_settings(desk: Path, check: Check) -> None:
    """A broken file of Python's tools is ours only where it speaks of us."""
    place = desk.parent.parent / "pyproject.toml"
    place.write_text("# tool.pia\n[project\n", encoding="utf-8")
    assert check("assessments")[0] == 1
    place.write_text("[project\n", encoding="utf-8")
    assert check("assessments")[0] == 0
    place.write_text("# tool.pia\n[project]\n", encoding="utf-8")
    assert check("assessments")[0] == 0


NO_BASELINES = ["", "{", "[]", "[" * 100_000, "null", '{"pia_baseline": 1}', '{"pia_baseline": 1, "findings": []}',
                '{"pia_baseline": {"a": 1}, "findings": {}}']  # fmt: skip


@pytest.mark.parametrize("text", NO_BASELINES, ids=lambda text: text[:20])
def test_baselines_that_are_none(text: str, desk: Path, check: Check) -> None:
    """2, and neither read nor written over."""
    place = desk.parent.parent / "known.json"
    place.write_text(text, encoding="utf-8")
    for option in ("--baseline", "--write-baseline"):
        code, out, talk = check("assessments", option, "known.json")
        assert (code, out) == (2, "")
        assert "known.json is no baseline of pia" in talk
        assert place.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("kind", WORDS)
def test_baselines_that_are_no_file(kind: str, desk: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told as what they are; a device that never ends is not read to its end."""
    monkeypatch.setattr("tsukuba_pia.work.baseline.MOST", 1_000_000)
    put(kind, desk.parent.parent / "known.json")
    code, out, talk = check("assessments", "--baseline", "known.json")
    assert (code, out) == (2, "")
    assert "known.json" in talk


def test_baselines_of_others(desk: Path, check: Check) -> None:
    """Another version is told; of another workspace nothing fits, and all is new."""
    place = desk.parent.parent / "known.json"
    place.write_text('{"pia_baseline": 99, "findings": {}}', encoding="utf-8")
    code, _, talk = check("assessments", "--baseline", "known.json")
    assert code == 2
    assert "99" in talk
    place.write_text('{"pia_baseline": 1, "findings": {"0123": "PIA429 elsewhere.yaml"}}', encoding="utf-8")
    code, out, _ = check("assessments", "--baseline", "known.json")
    assert code == 0
    assert "PIA429" in out


def test_findings_over_a_persons_file(desk: Path, check: Check) -> None:
    """Refused before anything is checked, whatever is meant by it."""
    for place in (desk / "assessment.yaml", Path("city.yaml"), desk / "linked.yaml"):
        if place.name == "linked.yaml":
            place.symlink_to("assessment.yaml")
        before = place.read_bytes()
        for language in ("ja", "en"):
            code, _, talk = check("assessments", "--output-file", place, "--lang", language)
            assert code == 2
            assert str(place) in talk
        assert place.read_bytes() == before


@pytest.mark.parametrize("place", ["", ".", "assessments", "n" * 300, "/dev/full", "pipe", "city.yaml/x.txt"])
def test_findings_into_what_takes_none(place: str, desk: Path, check: Check) -> None:
    """A folder, a full disk, a pipe that nobody reads from: 2, and the way out."""
    if place == "pipe":
        os.mkfifo(desk.parent.parent / place)
    for language in ("ja", "en"):
        code, out, talk = check("assessments", "--output-file", place, "--lang", language)
        assert (code, out) == (2, "")
        assert talk.startswith("pia: ")


def test_findings_into_a_device(desk: Path, check: Check) -> None:
    """As a shell would."""
    del desk
    assert check("assessments", "--output-file", os.devnull)[0] == 0


def called(*arguments: str, **given: object) -> "subprocess.CompletedProcess[str]":
    """In a process of its own."""
    command = [sys.executable, "-m", "tsukuba_pia", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=60, check=False, **given)  # type: ignore[call-overload, no-any-return]


def test_a_full_disk(desk: Path) -> None:
    """What lay there stays whole, and nothing is left beside it."""
    place = desk / "findings.txt"
    place.write_text("earlier findings", encoding="utf-8")
    before = sorted(desk.iterdir())

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))

    done = called("check", "assessments", "--output-file", str(place), preexec_fn=limit)
    assert done.returncode == 2
    assert "the disk is full" in done.stderr
    assert place.read_text(encoding="utf-8") == "earlier findings"
    assert [one for one in sorted(desk.iterdir()) if not one.name.endswith(".lock")] == before


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
def test_a_reader_that_has_seen_enough(form: str, desk: Path) -> None:
    """Quiet, and with what was found, also in what nobody read."""
    file = desk / "assessment.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "".join(f"x{n}: 1\n" for n in range(1500)), encoding="utf-8")
    command = [sys.executable, "-m", "tsukuba_pia", "check", "assessments", "--output-format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == AS_OF.encode()
        assert child.wait(60) == 1


def given(raw: bytes) -> io.TextIOWrapper:
    """Standard input that holds bytes."""
    return io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8")


def test_standard_input(desk: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Closed, binary, or more than any file may hold."""
    name = str(desk / "assessment.yaml")
    monkeypatch.setattr(sys, "stdin", None)
    code, out, _ = check("-", "--stdin-filename", name)
    assert (code, "PIA009" in out) == (1, True)
    sys.stdin.close()
    monkeypatch.setattr(sys, "stdin", given(bytes(range(256)) * 9))
    code, out, _ = check("-", "--stdin-filename", name)
    assert (code, "PIA002" in out) == (1, True)
    for language in ("ja", "en"):
        monkeypatch.setattr(sys, "stdin", given(b"a" * 5_000_001))
        code, out, talk = check("-", "--stdin-filename", name, "--lang", language)
        assert (code, out) == (2, "")
        assert "5,000,000" in talk
    assert check("-", "--stdin-filename", "")[0] == 2


def test_languages() -> None:
    """Windows has names of its own, and what is named last counts."""
    assert context.choose_language((), {"LANG": "Japanese_Japan.932"}) == "ja"
    assert context.choose_language((), {"LANG": "ja_JP.eucJP"}) == "ja"
    assert context.choose_language((), {"LC_ALL": "C", "LANG": "POSIX"}) == "en"
    assert context.choose_language(("--lang", "ja", "check", "--lang=en"), {}) == "en"
    assert context.choose_language(("--lang=en", "--lang", "ja", "--lang"), {}) == "ja"


@pytest.mark.parametrize("home", ["/nonexistent", "/proc", "/dev/null", ""])
def test_no_home(home: str, desk: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be remembered, and that is all."""
    del desk
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", home)
    code, out, talk = check("assessments")
    assert (code, talk) == (0, "")
    assert "PIA429" in out


@pytest.mark.parametrize("day", ["0001-01-01", "1970-01-01", "2099-12-31", "9999-12-31"])
def test_clocks(day: str, desk: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """However wrong."""
    del desk
    monkeypatch.setenv("PIA_TODAY", day)
    assert check("assessments")[0] == 0


def git(folder: Path, *arguments: str) -> None:
    """Git, as nobody in particular."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "protocol.file.allow=always"]
    subprocess.run(["/usr/bin/env", "git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def test_repositories_in_a_repository(desk: Path, check: Check, tmp_path: Path) -> None:
    """Of a submodule git only tells that it changed: then all in it is checked, rather than nothing."""
    top = desk.parent.parent
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "first")
    outer = tmp_path / "outer"
    git(tmp_path, "init", "-q", str(outer))
    git(outer, "submodule", "add", "-q", str(top), "city")
    git(outer, "commit", "-qm", "first")
    os.chdir(outer)
    inside = outer / "city" / "assessments" / "t-1" / "assessment.yaml"
    inside.write_text(inside.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
    code, out, _ = check("--changed")
    assert code == 1
    assert "city/assessments/t-1/assessment.yaml" in out


BROKEN = {"HEAD": "garbage", "config": "[core", "index": "x"}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_repositories(name: str, desk: Path, check: Check) -> None:
    """2: what changed is not known."""
    top = desk.parent.parent
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "first")
    (top / ".git" / name).write_text(BROKEN[name], encoding="utf-8")
    for language in ("ja", "en"):
        code, out, talk = check("--changed", "--lang", language)
        assert (code, out) == (2, "")
        assert talk.startswith("pia: ")


def test_what_lies_in_the_city_is_told_once(desk: Path, check: Check) -> None:
    """By the name that the reader uses, whether it is found in the file itself or by an assessment that rests on it."""
    file = desk.parent.parent / "city.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
    for paths in ([], ["assessments"]):
        _, out, _ = check(*paths, "--output-format", "json")
        assert [one["file"] for one in json.loads(out)["findings"] if one["code"] == "PIA101"] == ["city.yaml"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_library_that_is_gone(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No bug of ours: what to install again, in a line."""
    monkeypatch.setattr("tsukuba_pia.cli.main.quick", lambda _: lambda: import_module("_no_such_library"))
    assert main.run(["doctor", "--lang", language]) == 2
    said = capsys.readouterr().err
    assert "_no_such_library" in said
    assert "pip install --force-reinstall" in said
    assert len(said.splitlines()) == 1
