"""The action as a new machine runs it: nothing there but Python, bash and a wheel of ours."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.golden import ROOT
from tests.work.desk import ASSESSMENT, workspace

pytestmark = [pytest.mark.slow, pytest.mark.skipif(shutil.which("bash") is None, reason="runners have bash")]

WRONG = ASSESSMENT.replace("k_kinds: [face]", "k_kinds: [facee]")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a package index would have."""
    folder = tmp_path_factory.mktemp("dist")
    command = (sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT))
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A repository with an answer that there is not."""
    folder = tmp_path / "city"
    folder.mkdir()
    workspace(folder, WRONG)
    return folder


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """The environment of a new machine: an empty home, `python3`, and the system's own tools."""
    tools, home = tmp_path / "tools", tmp_path / "home"
    tools.mkdir()
    home.mkdir()
    (tools / "python3").symlink_to(Path(sys.executable).resolve())
    path = os.pathsep.join((str(tools), "/usr/bin", "/bin"))
    assert shutil.which("pia", path=path) is None
    kept = {name: os.environ[name] for name in ("PIP_CACHE_DIR", "PIP_INDEX_URL") if name in os.environ}
    # The newest of everything is what people get; here it is what the other tests run with.
    return kept | {"PATH": path, "HOME": str(home), "PIP_CONSTRAINT": str(ROOT / "constraints.txt")}


def expression(text: str, given: dict[str, str], inputs: dict[str, Any]) -> str:
    """What the runner makes of `${{ … }}` in a step's environment."""
    known = {f"inputs.{name}": given.get(name, str(one["default"])) for name, one in inputs.items()}
    known["github.action_path"] = str(ROOT)
    return re.sub(r"\$\{\{ *([\w.]+) *\}\}", lambda found: known[found[1]], text)


def test_the_action_on_a_new_machine(city: Path, machine: dict[str, str], wheel: Path, tmp_path: Path) -> None:
    """Its own step, inputs and all: it installs, annotates, sums up, leaves SARIF, and fails where it should."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    step = next(one for one in action["runs"]["steps"] if "run" in one)
    inputs = {"paths": "city.yaml\nassessments\n", "arguments": "--statistics", "language": "en", "install": str(wheel)}
    env = {name: expression(text, inputs, action["inputs"]) for name, text in step["env"].items()}
    files = {name: tmp_path / name for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    env |= machine | {name: str(file) for name, file in files.items()} | {"RUNNER_TEMP": str(tmp_path)}
    script = tmp_path / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    command = ["/bin/bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
    done = subprocess.run(command, cwd=city, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert re.search(r"^::error file=assessments/t-1/assessment.yaml,line=\d+.*PIA402", done.stdout, re.MULTILINE)
    assert "| PIA402 |" in files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
    assert action["outputs"]["sarif"]["value"] == f"${{{{ steps.{step['id']}.outputs.sarif }}}}"
    assert files["GITHUB_OUTPUT"].read_text(encoding="utf-8") == f"sarif={tmp_path / 'pia.sarif'}\n"
    (run,) = json.loads((tmp_path / "pia.sarif").read_text(encoding="utf-8"))["runs"]
    assert "PIA402" in {one["ruleId"] for one in run["results"]}
    assert [one for one in (tmp_path / "home").rglob("*") if one.is_file() and "cache" not in str(one).lower()] == []
