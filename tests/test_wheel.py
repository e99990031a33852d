"""What a person installs: built from the source archive, alone in its environment, used elsewhere."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.golden import ROOT
from tests.test_yaml_halves import CAN_BE_COMPILED
from tsukuba_pia.load.catalog import NOT_BANKS
from tsukuba_pia.version import VERSION

pytestmark = pytest.mark.slow

ROOMS = ("questionnaires", "templates", "schemas")
SHIPPED = "tsukuba_pia/_data/"
LICENCES = ("LICENSE", "questionnaires/LICENSE")


class Built(NamedTuple):
    """The two files of a release."""

    wheel: Path
    archive: Path


def run(*command: str | Path, where: Path = ROOT) -> str:
    """The stdout of a command that has to succeed."""
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=where, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The archive from this checkout, and the wheel from the archive alone."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    return Built(next(folder.glob("*.whl")), next(folder.glob("*.tar.gz")))


@pytest.fixture(scope="module")
def home(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", folder / "bin" / "python")
    run(*pip, "install", "--quiet", "--constraint", ROOT / "constraints.txt", built.wheel)
    return folder


def test_wheel_ships_exactly_the_data_that_git_knows(built: Built) -> None:
    """Neither a forgotten draft nor a hole."""
    with zipfile.ZipFile(built.wheel) as wheel:
        shipped = {name.removeprefix(SHIPPED) for name in wheel.namelist() if name.startswith(SHIPPED)}
    known = set(run("git", "ls-files", "-z", *ROOMS).split("\0")) - {""}
    assert sorted(shipped - known) == [], "shipped, but not in git (git add, or remove)"
    assert sorted(known - shipped) == [], "in git, but not shipped"


def test_wheel_ships_the_code_that_git_knows(built: Built) -> None:
    """All of it and nothing else, with the mark that it is typed."""
    with zipfile.ZipFile(built.wheel) as wheel:
        shipped = {name for name in wheel.namelist() if ".dist-info/" not in name and not name.startswith(SHIPPED)}
    compiled = {name for name in shipped if name.endswith(sysconfig.get_config_var("EXT_SUFFIX"))}
    known = {name.removeprefix("src/") for name in run("git", "ls-files", "-z", "src").split("\0")} - {""}
    assert sorted((shipped - compiled) ^ known) == []
    assert "tsukuba_pia/py.typed" in shipped
    assert [name.partition(".")[0] for name in compiled] == ["tsukuba_pia/_yaml_at_once"] * CAN_BE_COMPILED
    assert built.wheel.name.endswith("-none-any.whl") != CAN_BE_COMPILED


def test_wheel_for_every_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made where it is asked for: with nothing that is compiled in it."""
    monkeypatch.setenv("HATCH_BUILD_NO_HOOKS", "true")
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path, ROOT)
    made = next(tmp_path.glob("*-py3-none-any.whl"))
    with zipfile.ZipFile(made) as wheel:
        assert [name for name in wheel.namelist() if name.endswith((".so", ".pyd"))] == []


def test_both_licences_are_in_both_files(built: Built) -> None:
    """The code's and the banks'."""
    with zipfile.ZipFile(built.wheel) as wheel:
        names = wheel.namelist()
        assert [one for one in LICENCES if not any(name.endswith(f"licenses/{one}") for name in names)] == []
    with tarfile.open(built.archive) as archive:
        names = archive.getnames()
        assert [one for one in LICENCES if f"tsukuba_pia-{VERSION}/{one}" not in names] == []


def test_same_source_same_wheel(built: Built, tmp_path: Path) -> None:
    """Byte by byte, so that anybody can check a release."""
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path, ROOT)
    assert next(tmp_path.glob("*.whl")).read_bytes() == built.wheel.read_bytes()


@pytest.mark.parametrize("command", [("--version",), ("--help",), ("bank", "list"), ("bank", "list", "--lang", "ja")])
def test_installed_command_works_outside_the_checkout(home: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    """It finds its banks and its words."""
    said = run(home / "bin" / "pia", *command, where=tmp_path)
    assert said.strip()
    assert os.fspath(ROOT) not in said


def test_installed_command_knows_its_version(home: Path, tmp_path: Path) -> None:
    """The version of the wheel's name."""
    assert run(home / "bin" / "pia", "--version", where=tmp_path) == f"pia {VERSION}\n"


def test_installed_command_lists_every_bank(home: Path, tmp_path: Path) -> None:
    """What the checkout has in questionnaires/."""
    said = run(home / "bin" / "pia", "bank", "list", where=tmp_path)
    banks = {file.parent.name for file in ROOT.glob("questionnaires/*/*.yaml")} - set(NOT_BANKS)
    assert [bank for bank in sorted(banks) if bank not in said] == []


def test_data_come_from_the_wheel(home: Path, tmp_path: Path) -> None:
    """Not from the checkout beside it."""
    code = "from tsukuba_pia.resources import shipped; print(shipped('questionnaires'))"
    place = Path(run(home / "bin" / "python", "-I", "-c", code, where=tmp_path).strip())
    assert place.is_relative_to(home)
