"""`pia init`: everything is there, nothing of a person's is touched, and a second run changes nothing."""

import json
import re
from pathlib import Path

import pytest

from tsukuba_pia.load.assessment import load_profile
from tsukuba_pia.problems import Problem
from tsukuba_pia.work.workspace import init_workspace, workspace_files


def files_in(folder: Path) -> dict[str, bytes]:
    """All files with their contents."""
    found = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in found}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_made_once(tmp_path: Path, language: str) -> None:
    """All files; then nothing."""
    placed = init_workspace(tmp_path / "w", language)
    assert {one.state for one in placed} == {"made"}
    before = files_in(tmp_path / "w")
    assert sorted(before) == sorted(one.path.as_posix() for one in placed)
    expected = {
        "city.yaml",
        ".gitignore",
        ".gitattributes",
        ".editorconfig",
        ".github/workflows/pia.yml",
        ".vscode/settings.json",
    }
    assert expected < set(before)
    assert {one.state for one in init_workspace(tmp_path / "w", language)} == {"same"}
    assert files_in(tmp_path / "w") == before


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_made_is_sound(tmp_path: Path, language: str) -> None:
    """The profile can be read, JSON is JSON, and no mark of a template is left."""
    init_workspace(tmp_path, language)
    profile, source = load_profile(tmp_path)
    assert source is not None
    assert source.diagnostics == []
    assert profile is not None
    assert {"owner", "department_head", "deputy_mayor"} <= set(profile.organs[0].posts)
    for name in ("settings.json", "extensions.json"):
        json.loads((tmp_path / ".vscode" / name).read_text(encoding="utf-8"))
    files = files_in(tmp_path)
    assert not any(re.search(rb"@[A-Z]+@", content) for content in files.values())
    assert f"PIA_LANG:-{language}" in files["ci/check.sh"].decode()


def test_a_persons_files_are_kept(tmp_path: Path) -> None:
    """Whatever lies there stays, links too."""
    (tmp_path / "city.yaml").write_text("city: 別の市\n", encoding="utf-8")
    (tmp_path / ".gitignore").symlink_to("/nowhere")
    placed = {one.path.as_posix(): one.state for one in init_workspace(tmp_path, "ja")}
    assert placed["city.yaml"] == placed[".gitignore"] == "kept"
    assert (tmp_path / "city.yaml").read_text(encoding="utf-8") == "city: 別の市\n"
    assert (tmp_path / ".gitignore").is_symlink()


def test_never_outside(tmp_path: Path) -> None:
    """A folder that is a link out of the workspace is refused."""
    (tmp_path / "w").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "w" / ".vscode").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Problem):
        init_workspace(tmp_path / "w", "ja")
    assert files_in(tmp_path / "elsewhere") == {}


def test_dry(tmp_path: Path) -> None:
    """Says what would be made, and makes nothing."""
    assert {one.state for one in init_workspace(tmp_path / "w", "ja", dry=True)} == {"made"}
    assert not (tmp_path / "w").exists()


def test_schemas_are_the_tools_own(tmp_path: Path) -> None:
    """A newer tool brings its own; a person's files are not among them."""
    schemas = [path for path, _ in workspace_files("ja") if path.parts[0] == ".pia"]
    init_workspace(tmp_path, "ja")
    for path in schemas:
        (tmp_path / path).write_text("{}", encoding="utf-8")
    placed = {one.path: one.state for one in init_workspace(tmp_path, "ja")}
    assert {placed[path] for path in schemas} <= {"made"}
    assert all((tmp_path / path).stat().st_size > len("{}") for path in schemas)
