"""Which modules a command may load: the guard behind the start-up times."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    "typer",
    "rich",
    "pydantic",
    "jinja2",
    "questionary",
    "prompt_toolkit",
    "filelock",
    "platformdirs",
    "markdown_it",
    "ruamel",
    "importlib.metadata",
    "asyncio",
)
PROGRAM = """
import json, sys
from tsukuba_pia.boot import main
sys.argv[1:] = json.loads(sys.argv[1])
try:
    main()
except SystemExit:
    pass
sys.stderr.write("\\nMODULES " + json.dumps(sorted(sys.modules)))
"""


def loaded(arguments: list[str], tmp_path: Path) -> set[str]:
    """The heavy packages that a command loads."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(tmp_path), "PIA_LANG": "en"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(arguments)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    modules = json.loads(done.stderr.rpartition("MODULES ")[2])
    return {one for one in HEAVY if any(name == one or name.startswith(f"{one}.") for name in modules)}


@pytest.mark.parametrize(("arguments", "allowed"), [
    (["--version"], set()),
    (["--help"], {"typer", "rich", "markdown_it"}),  # Typer's own help brings them
    (["check", str(ROOT / "questionnaires" / "core")], {"ruamel"}),
    (["bank", "list"], {"typer", "rich", "pydantic", "ruamel", "importlib.metadata"}),
])  # fmt: skip
def test_command_loads_no_more_than_it_needs(arguments: list[str], allowed: set[str], tmp_path: Path) -> None:
    """No template engine for help, no pydantic for check, nothing for the version."""
    assert loaded(arguments, tmp_path) <= allowed
